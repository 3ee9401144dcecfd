//! The sheets of an OpenDocument. They are read here and not by `calamine`, which makes of *repeat this cell a million times* a million
//! cells.
use super::{Rows, Unreadable, Why, figure, text};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use tiltas_domain::import::{Book, Cell};

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|times| times.parse().ok())
        .unwrap_or(1)
}

/// A cell while it is read.
struct Open {
    /// What it is apart from its words; `None`: they are what it is.
    value: Option<Cell>,
    words: String,
    paragraphs: usize,
    times: u32,
}

impl Open {
    fn new(element: &BytesStart<'_>) -> Open {
        let of = |name: &str| attribute(element, name);
        let broken = of("calcext:value-type").is_some_and(|kind| kind == "error");
        let value = match of("office:value-type").as_deref() {
            _ if broken => Some(Cell::Broken),
            _ if of("table:formula").is_some() => Some(Cell::Formula),
            Some("float" | "currency" | "percentage") => {
                let number = of("office:value").and_then(|value| value.parse().ok());
                number.map(|number| Cell::Text(figure(number)))
            }
            // Its words are how a program shows the day.
            Some("date") => of("office:date-value").map(|day| Cell::Text(day.chars().take(10).collect())),
            _ => None,
        };
        Open {
            value,
            words: String::new(),
            paragraphs: 0,
            times: repeated(element, "table:number-columns-repeated"),
        }
    }
}

/// The sheets while they are read.
struct Sheets {
    all: Book,
    rows: Option<Rows>,
    signs: usize,
    /// Where the next cell stands, from 0; and how often its row is repeated.
    row: u32,
    column: u32,
    times: u32,
    line: Vec<(u32, Cell)>,
    cell: Option<Open>,
    /// How deep it is inside something that stands in a cell and is not its text: a comment, a picture.
    beside: usize,
}

pub(super) fn read(content: &str) -> Result<Book, Unreadable> {
    let mut reader = Reader::from_str(content);
    let mut sheets = Sheets {
        all: Book::default(),
        rows: None,
        signs: 0,
        row: 0,
        column: 0,
        times: 1,
        line: Vec::new(),
        cell: None,
        beside: 0,
    };
    loop {
        match reader.read_event().map_err(|_| Why::Damaged)? {
            Event::Eof => return Ok(sheets.all),
            Event::Start(element) => sheets.start(&element)?,
            Event::Empty(element) => {
                sheets.start(&element)?;
                sheets.end(element.name().into_inner())?;
            }
            Event::End(element) => sheets.end(element.name().into_inner())?,
            Event::Text(words) => sheets.word(&words.xml10_content()),
            Event::CData(words) => sheets.word(&words.xml10_content()),
            Event::GeneralRef(entity) => {
                let sign = match entity.xml10_content().as_ref() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                sheets.word(sign.map(String::from).unwrap_or_default().as_str());
            }
            _ => {}
        }
    }
}

fn is_beside(name: &str) -> bool {
    name.starts_with("draw:")
        || matches!(
            name,
            "office:annotation" | "table:shapes" | "text:note" | "table:tracked-changes"
        )
}

impl Sheets {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Unreadable> {
        let name = element.name().into_inner();
        if self.beside > 0 || is_beside(name) {
            self.beside += usize::from(is_beside(name));
            return Ok(());
        }
        match name {
            "table:table" => {
                if self.all.sheets.len() >= Book::SHEETS {
                    return Err(Why::Sheets.into());
                }
                let name = attribute(element, "table:name").unwrap_or_default();
                self.rows = Some(Rows::new(&name, self.signs));
                (self.row, self.column) = (0, 0);
            }
            "table:table-row" => {
                (self.column, self.times) = (0, repeated(element, "table:number-rows-repeated"));
                self.line.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(Open::new(element)),
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        cell.words.push('\n');
                    }
                }
            }
            "text:s" | "text:tab" | "text:line-break" => self.word(" "),
            _ => {}
        }
        Ok(())
    }

    fn word(&mut self, words: &str) {
        if let Some(cell) = self
            .cell
            .as_mut()
            .filter(|cell| self.beside == 0 && cell.paragraphs > 0)
        {
            cell.words.push_str(words);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Unreadable> {
        if self.beside > 0 {
            self.beside -= usize::from(is_beside(name));
            return Ok(());
        }
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let value = cell.value.unwrap_or_else(|| text(&cell.words));
                // What is said to stand in more columns than there may be is too wide, without being written down so often.
                let most = u32::try_from(Book::COLUMNS).unwrap_or(u32::MAX).saturating_add(1);
                if !value.is_empty() {
                    let places = (0..cell.times.min(most)).map(|nth| self.column.saturating_add(nth));
                    // A row that is too wide is told as such when it is put; what stands further out is not kept.
                    let places = places.take_while(|_| self.line.len() <= Book::COLUMNS);
                    let cells: Vec<(u32, Cell)> = places.map(|place| (place, value.clone())).collect();
                    self.line.extend(cells);
                }
                self.column = self.column.saturating_add(cell.times);
            }
            "table:table-row" => {
                let most = u32::try_from(Book::ROWS).unwrap_or(u32::MAX).saturating_add(2);
                if let Some(rows) = self.rows.as_mut().filter(|_| !self.line.is_empty()) {
                    for nth in 0..self.times.min(most) {
                        for (column, cell) in &self.line {
                            rows.put(self.row.saturating_add(nth), *column, cell.clone())?;
                        }
                    }
                }
                self.line.clear();
                self.row = self.row.saturating_add(self.times);
            }
            "table:table" => {
                if let Some(rows) = self.rows.take() {
                    self.signs = rows.signs;
                    self.all.sheets.push(rows.sheet);
                }
            }
            _ => {}
        }
        Ok(())
    }
}
