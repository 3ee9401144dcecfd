//! The questions about cooperation: a table, so that another list of questions needs no other code.
const TABLE: &str = include_str!("../../data/cooperation.txt");

/// A question; its words stand in the catalogues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question(&'static str);

impl Question {
    /// In the order of the table.
    pub fn all() -> impl Iterator<Item = Question> {
        let lines = TABLE.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(Question)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        self.0
    }
}
