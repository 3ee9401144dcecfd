//! Rows that a fault of the disk, or a hand, has changed behind the store's back.
use crate::common::TestSite;
use tiltas_domain::{Id, case::Case, organisation::Organisation, referral::Referral};

fn change(site: &TestSite, sql: &str) {
    let journal = rusqlite::Connection::open(site.folder().join("tiltas.db")).expect("the journal");
    let changed = journal.execute(sql, []).expect("changed");
    assert!(changed > 0, "nothing to change: {sql}");
}

/// Who the person of a file is can't be read.
pub fn card(site: &TestSite, case: Id<Case>) {
    change(
        site,
        &format!("UPDATE case_file SET person = zeroblob(40) WHERE case_id = '{case}'"),
    );
}

/// A place of a house can't be read.
pub fn place(site: &TestSite, label: &str) {
    change(
        site,
        &format!("UPDATE place SET state = 'lost' WHERE label = '{label}'"),
    );
}

/// What the provider of a referral offers can't be read.
pub fn offer(site: &TestSite, of: Id<Referral>) {
    change(
        site,
        &format!(
            "UPDATE provider SET offer = zeroblob(9) WHERE provider = (SELECT provider FROM referral WHERE referral = '{of}')"
        ),
    );
}

/// An organisation knows only that the file exists.
pub fn existence_only(site: &TestSite, own: Id<Organisation>, case: Id<Case>) {
    change(
        site,
        &format!("UPDATE takes_part SET proceedings = reasons WHERE organisation = '{own}' AND case_id = '{case}'"),
    );
}

/// An organisation takes no part in the file.
pub fn no_part(site: &TestSite, own: Id<Organisation>, case: Id<Case>) {
    change(
        site,
        &format!("DELETE FROM takes_part WHERE organisation = '{own}' AND case_id = '{case}'"),
    );
}
