//! The table of messages is what the catalogues say.
use super::{Fault, tree::Tree};
use crate::words::{TABLE, table};

const RULE: &str = "said";

/// The table beside the catalogues.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let Some(kept) = tree.text(TABLE) else {
        return Vec::new();
    };
    let says = match table(tree) {
        Ok(table) if table == kept => return Vec::new(),
        Ok(_) => "a key or an argument of a catalogue changed; accepted: `cargo xtask words`".to_owned(),
        Err(error) => error.to_string(),
    };
    vec![Fault::new(RULE, TABLE, 1, says)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_table_is_told_and_an_edit_of_a_text_is_not() {
        let kept = table(&Tree::of(&[("crates/words/locales/en/a.ftl", "a-b = One\n")])).expect("a table");
        let tree = |catalogue: &str| Tree::of(&[("crates/words/locales/en/a.ftl", catalogue), (TABLE, &kept)]);
        assert_eq!(check(&tree("a-b = Two\n")), []);
        assert_eq!(check(&tree("a-c = One\n")).len(), 1);
    }
}
