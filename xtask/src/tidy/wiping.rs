//! Ciphers wipe what they hold of a key only where their crates are told to, and a dependency of a dependency is told by
//! nobody: each is named in the workspace with the feature, and taken by the store.
use super::{Fault, tree::Tree};

const RULE: &str = "wiping";
const WORKSPACE: &str = "Cargo.toml";
const STORE: &str = "crates/store/Cargo.toml";
const CIPHERS: [&str; 3] = ["aes", "aes-gcm-siv", "polyval"];

/// The manifest of the workspace and the store's.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let (workspace, store) = (
        tree.text(WORKSPACE).unwrap_or_default(),
        tree.text(STORE).unwrap_or_default(),
    );
    let wipes = |cipher: &str| {
        let mut lines = workspace
            .lines()
            .filter(|line| line.starts_with(&format!("{cipher} = ")));
        lines.any(|line| line.contains("\"zeroize\""))
    };
    let taken = |cipher: &str| store.lines().any(|line| line == format!("{cipher}.workspace = true"));
    let mut faults = Vec::new();
    for cipher in CIPHERS {
        if !wipes(cipher) {
            let says = format!("`{cipher}` leaves keys in memory; accepted: named with the feature \"zeroize\"");
            faults.push(Fault::new(RULE, WORKSPACE, 1, says));
        }
        if !taken(cipher) {
            let says = format!("`{cipher}` is not taken from the workspace; accepted: `{cipher}.workspace = true`");
            faults.push(Fault::new(RULE, STORE, 1, says));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cipher_that_does_not_wipe_is_found() {
        let good = "aes = { version = \"0.9\", features = [\"zeroize\"] }
aes-gcm-siv = { version = \"0.12\", features = [\"zeroize\"] }
polyval = { version = \"0.7\", features = [\"zeroize\"] }
";
        let store = "aes.workspace = true\naes-gcm-siv.workspace = true\npolyval.workspace = true\n";
        let count = |workspace: &str, store: &str| check(&Tree::of(&[(WORKSPACE, workspace), (STORE, store)])).len();
        assert_eq!(count(good, store), 0);
        assert_eq!(count(&good.replacen("\"zeroize\"", "", 1), store), 1);
        assert_eq!(count("aes-gcm-siv = \"0.12\"\n", ""), 6);
    }
}
