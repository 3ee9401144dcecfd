//! Which column of a table that was brought means what, and that it is taken in or back.
use super::{At, Errors, Input, Reader, error::Code};
use serde::Deserialize;
use tiltas_domain::import::{Book, Map};
use utoipa::ToSchema;

/// Which column of the table is which.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"sheet": "1", "head": "1", "columns": ["number=A", "level=B", "title=C"]}))]
pub struct MapTable {
    /// Which sheet, from 1.
    #[schema(required)]
    #[serde(default)]
    pub sheet: String,
    /// The number of the row that names the columns.
    #[schema(required)]
    #[serde(default)]
    pub head: String,
    /// For each column of the target that the table has: its code, and the letters of the column of the table.
    #[schema(required)]
    #[serde(default)]
    pub columns: Vec<String>,
}

impl Input for MapTable {
    type Command = Map;

    fn command(&self, at: &At<'_>) -> Result<Map, Errors> {
        let mut read = Reader::new(at);
        let sheet = self
            .sheet
            .trim()
            .parse::<u16>()
            .ok()
            .and_then(|sheet| sheet.checked_sub(1));
        let head = self.head.trim().parse::<u32>().ok();
        for (field, sent, is_read) in [
            ("sheet", &self.sheet, sheet.is_some()),
            ("head", &self.head, head.is_some()),
        ] {
            match sent.trim().is_empty() {
                true => read.wrong(field, Code::Needed),
                false if !is_read => read.wrong(field, Code::Id),
                false => {}
            }
        }
        if self.columns.is_empty() {
            read.wrong("columns", Code::Needed);
        }
        read.many("columns", self.columns.len(), Book::COLUMNS);
        let mut columns = Vec::new();
        for (nth, sent) in self.columns.iter().enumerate() {
            match sent.split_once('=').map(|(code, letters)| (code, place(letters))) {
                Some((code, Some(place))) => columns.push((code.trim().to_owned(), place)),
                _ => read.wrong(&format!("columns[{nth}]"), Code::Id),
            }
        }
        read.end(sheet.zip(head).map(|(sheet, head)| Map { sheet, head, columns }))
    }
}

/// Which column bears these letters, from 0.
fn place(letters: &str) -> Option<u16> {
    let letters = letters.trim();
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut place = 0u16;
    for letter in letters.bytes().map(|letter| letter.to_ascii_uppercase()) {
        let digit = letter.is_ascii_uppercase().then(|| u16::from(letter - b'A') + 1)?;
        place = place.checked_mul(26)?.checked_add(digit)?;
    }
    place.checked_sub(1)
}

/// That it is done; there is nothing to say beside it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct SettleTable {}

impl Input for SettleTable {
    type Command = ();

    fn command(&self, _: &At<'_>) -> Result<(), Errors> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_column_is_told_by_its_letters() {
        for (letters, is) in [("A", 0), ("z", 25), ("AA", 26), (" Bh ", 59), ("XFD", 16_383)] {
            assert_eq!(place(letters), Some(is), "{letters}");
        }
        for letters in ["", "1", "A1", "Ä", "AAAA"] {
            assert_eq!(place(letters), None, "{letters}");
        }
    }
}
