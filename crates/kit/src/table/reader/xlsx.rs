//! The sheets of an Office Open XML book, cell by cell.
use super::{Rows, Unreadable, Why, figure, text};
use calamine::{DataRef, Reader, SheetType, Xlsx};
use std::io::Cursor;
use tiltas_domain::import::{Book, Cell};

pub(super) fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Why::Damaged)?;
    let sheets = book.sheets_metadata().iter();
    let names: Vec<String> = sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    if names.len() > Book::SHEETS {
        return Err(Why::Sheets.into());
    }
    let (mut all, mut signs) = (Book::default(), 0);
    for name in names {
        let mut rows = Rows::new(&name, signs);
        let damaged = || Unreadable {
            sheet: Some(name.clone()),
            ..Why::Damaged.into()
        };
        let mut reader = book.worksheet_cells_reader(&name).map_err(|_| damaged())?;
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|_| damaged())? {
            let value = value(&cell.value);
            let value = match cell.formula {
                Some(_) if value != Cell::Broken => Cell::Formula,
                _ => value,
            };
            rows.put(cell.pos.0, cell.pos.1, value)?;
        }
        signs = rows.signs;
        all.sheets.push(rows.sheet);
    }
    Ok(all)
}

fn value(value: &DataRef<'_>) -> Cell {
    Cell::Text(match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => figure(*number),
        DataRef::String(words) => return text(words),
        DataRef::SharedString(words) => return text(words),
        DataRef::DurationIso(words) => words.clone(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(time) => figure(time.as_f64()),
        DataRef::DateTimeIso(day) => day.chars().take(10).collect(),
        DataRef::Error(_) => return Cell::Broken,
    })
}
