//! Reads the rules of reporting of a profile's file.
use super::{Covers, ReportingRule};
use crate::{
    clock::Term,
    organisation::OrganisationKind,
    profile::{
        Sourced, calendar,
        reader::{PROVENANCE, Reader, Section, empty},
    },
};

impl<'t> Reader<'t> {
    pub(in crate::profile) fn reporting(&mut self, root: &Section<'t>) -> Vec<ReportingRule> {
        const KEYS: [&str; 6] = ["id", "what", "day", "opens", "covers", "who"];
        let rows = self.rows(root, "reporting", &[&KEYS, &PROVENANCE]);
        let mut rules: Vec<ReportingRule> = Vec::new();
        for row in &rows {
            let id = self.text(row, "id", "a code of this rule, the same in each version");
            if rules.iter().any(|rule| rule.id == id) {
                self.fault(
                    row.at,
                    &row.path("id"),
                    "each rule has a code of its own",
                    "another code",
                );
            }
            let what = self.text(row, "what", "what is reported, and to whom");
            let day = self.day(row, "day");
            rules.push(ReportingRule {
                id,
                what: self.sourced(row, what),
                day,
                opens: self.valued(row, "opens", (1, 1), Self::day),
                covers: self.valued(row, "covers", Covers::Year, |reader, inner, key| {
                    let rule = "a report tells of a half-year or of a year";
                    let known = reader.read(inner, key, rule, "half_year, year", Covers::from_code);
                    known.unwrap_or(Covers::Year)
                }),
                who: self.valued(row, "who", Vec::new(), Self::reporters),
            });
        }
        rules
    }

    /// A table of a value with its source.
    fn valued<T>(
        &mut self,
        row: &Section<'t>,
        key: &str,
        without: T,
        read: impl Fn(&mut Self, &Section<'t>, &str) -> T,
    ) -> Sourced<T> {
        let Some(inner) = self.section(row, key, &[&["value"], &PROVENANCE]) else {
            return empty(without);
        };
        let value = read(self, &inner, "value");
        self.sourced(&inner, value)
    }

    fn day(&mut self, section: &Section<'t>, key: &str) -> (i8, i8) {
        let rule = "this is no day of a year";
        let day = self.read(section, key, rule, "15 July", calendar::day_and_month);
        day.unwrap_or((1, 1))
    }

    /// Kinds of institutions that have people who answer for what is owed; `secretariat` alone is the national report.
    fn reporters(&mut self, section: &Section<'t>, key: &str) -> Vec<OrganisationKind> {
        let codes = self.texts(section, key);
        if codes == ["secretariat"] {
            return Vec::new();
        }
        let at = section.table.get(key).map_or(section.at, |value| value.span().start);
        let known = |code: &String| OrganisationKind::from_code(code).filter(|kind| kind.answers());
        let kinds: Vec<OrganisationKind> = codes.iter().filter_map(known).collect();
        if kinds.len() < codes.len() || kinds.is_empty() {
            let answers = OrganisationKind::ALL.iter().filter(|kind| kind.answers());
            let accepted: Vec<&str> = answers.map(|kind| kind.code()).collect();
            let accepted = format!("secretariat, or some of {}", accepted.join(", "));
            let rule = "a report is owed by kinds of institutions with a focal function, or by the secretariat";
            self.fault(at, &section.path(key), rule, accepted);
        }
        kinds
    }

    /// When others hear of a report that is missing.
    pub(in crate::profile) fn escalation_report(&mut self, section: Option<&Section<'t>>) -> [Term; 2] {
        const STEPS: [&str; 2] = ["head", "secretariat"];
        let inner = section.and_then(|section| self.section(section, "report", &[&STEPS]));
        STEPS.map(|step| self.length_at(inner.as_ref(), step))
    }
}
