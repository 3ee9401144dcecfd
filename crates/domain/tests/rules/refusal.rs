//! A help desk, a program and a translator know a refusal by its code alone.
use std::collections::BTreeSet;
use tiltas_domain::Refused;

#[test]
fn a_code_names_one_rule_of_one_slice() {
    let mut codes = BTreeSet::new();
    let mut prefixes = BTreeSet::new();
    for slice in Refused::CODES {
        let mut own = BTreeSet::new();
        for code in *slice {
            let (prefix, number) = code.split_once('-').unwrap_or_default();
            let shaped = prefix.len() == 3 && prefix.bytes().all(|sign| sign.is_ascii_uppercase());
            assert!(shaped && number.len() == 2 && number.parse::<u8>().is_ok(), "{code}");
            assert!(codes.insert(*code), "two rules say {code}");
            own.insert(prefix);
        }
        assert_eq!(own.len(), 1, "one slice, one prefix: {own:?}");
        assert!(prefixes.insert(own), "two slices share {slice:?}");
    }
    assert!(codes.contains("REF-03"), "{codes:?}");
}

#[test]
fn a_log_line_bears_the_code_beside_the_sentence() {
    let refused = Refused::from(tiltas_domain::referral::Refusal::WrongState("closed"));
    assert_eq!(refused.code(), "REF-02");
    assert_eq!(
        refused.to_string(),
        "REF-02: this referral is closed already; that step is over"
    );
}
