//! Reads a profile's file. Every fault is told with its line; a file with a fault is no profile.
use super::{
    ConsentRule, Counted, Fact, GroundRule, Holiday, LeadRule, OwnRecordRule, Profile, Sourced, Stage, Topic,
    UrgencyClocks, Volume, calendar,
    check::{self, Fault},
    reader::{PROVENANCE, Reader, Section, TERM, empty, no_term},
};
use crate::{
    clock::{Length, Term},
    content::{Field, Fields},
    organisation::OrganisationKind,
};
use toml::de::DeTable;

const CHILD: [&str; 2] = ["presumption_of_minority", "notice_fields"];
const LANGUAGES: &str = include_str!("../../data/languages.txt");

impl Profile {
    /// Reads a profile from the text of its file (TOML; the format stands in `profiles/README.md`).
    ///
    /// # Errors
    /// Every [`Fault`], in the order of their lines. A file that is no TOML tells its syntax faults first.
    pub fn parse(text: &str) -> Result<Profile, Vec<Fault>> {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader {
            text,
            faults: Vec::new(),
            places: Vec::new(),
        };
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let accepted = error.message().trim().to_owned();
            reader.fault(at, "", "the file is TOML", accepted);
        }
        if !reader.faults.is_empty() {
            return Err(reader.faults);
        }
        let profile = reader.profile(&Section {
            path: String::new(),
            at: 0,
            table: root.get_ref(),
        });
        for (path, rule, accepted) in check::order(&profile) {
            let at = reader.place(&path);
            reader.fault(at, &path, rule, accepted);
        }
        let mut faults = reader.faults;
        faults.sort_by_key(|fault| fault.line);
        if faults.is_empty() { Ok(profile) } else { Err(faults) }
    }
}

/// A length as the law writes it: `15 min`, `72 h`, `30 calendar days`, `5 working days`, `3 months`.
/// `None` for anything else, and for nothing.
pub fn length(text: &str) -> Option<Length> {
    let (number, unit) = text.trim().split_once(' ')?;
    let number: u32 = number.parse().ok().filter(|n| (1..=10_000).contains(n))?;
    Some(match unit.trim() {
        "min" | "minute" | "minutes" => Length::Minutes(number),
        "h" | "hour" | "hours" => Length::Hours(number),
        "calendar day" | "calendar days" => Length::CalendarDays(number),
        "working day" | "working days" => Length::WorkingDays(number),
        "month" | "months" => Length::Months(number),
        _ => return None,
    })
}

/// Codes of languages that a profile may name: ISO 639-1, and ISO 639-3 for some that have no shorter code.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}

/// What the file holds, section by section.
impl<'t> Reader<'t> {
    fn profile(&mut self, root: &Section<'t>) -> Profile {
        self.only(
            root,
            &[&[
                "country",
                "name",
                "version",
                "languages",
                "zone",
                "emergency",
                "duty_to_report",
                "urgency",
                "grounds",
                "own_record",
                "retention",
                "terms",
                "escalation",
                "child",
                "lead",
                "limits",
                "reflection",
                "stages",
                "partnerships",
                "reporting",
                "volumes",
                "facts",
                "holidays",
            ]],
        );
        const URGENCIES: [&str; 3] = ["danger_now", "tonight", "ordinary"];
        const GROUNDS: [&str; 4] = ["consent", "vital_interest", "child_protection", "public_task"];
        let urgency = self.section(root, "urgency", &[&URGENCIES]);
        let grounds = self.section(root, "grounds", &[&GROUNDS]);
        let terms = [
            "child_notice",
            "breach_notice",
            "correction",
            "removal",
            "lead_offer",
            "escalation_reading",
            "child_notice_receipt",
            "draft",
            "new_case",
            "opened_again",
            "denied_again",
        ];
        let terms = self.section(root, "terms", &[&terms]);
        let retention = self.section(root, "retention", &[&["task_without_case"]]);
        let escalation = self.section(root, "escalation", &[&["urgent", "other", "report"]]);
        let reflection = self.section(root, "reflection", &[&["adult", "child"]]);
        let [danger_now, tonight, ordinary] = URGENCIES.map(|key| self.urgency(urgency.as_ref(), key));
        let [consent, vital_interest, child_protection, public_task] =
            GROUNDS.map(|key| self.ground(grounds.as_ref(), key));
        Profile {
            country: self
                .read(
                    root,
                    "country",
                    "a country has its ISO 3166-1 code",
                    "two capital letters: MD",
                    country,
                )
                .unwrap_or_default(),
            name: self.text(root, "name", "the country's name in English"),
            version: self
                .read(root, "version", "a version is a year and a number", "2026-2", version)
                .unwrap_or_default(),
            languages: self.language_codes(root),
            zone: self
                .read(
                    root,
                    "zone",
                    "this zone is not known",
                    "an IANA name: Europe/Chisinau",
                    zone,
                )
                .unwrap_or_default(),
            emergency: self.sourced_text(root, "emergency", "the number to ring in danger"),
            duty_to_report: self.sourced_text(root, "duty_to_report", "what an officer has to report, and to whom"),
            danger_now,
            tonight,
            ordinary,
            consent,
            vital_interest,
            child_protection,
            public_task,
            own_record: self.own_record(root),
            child_notice: self.term_at(terms.as_ref(), "child_notice"),
            child_notice_fields: self.child_notice_fields(root),
            presumption_of_minority: self.presumption(root),
            breach_notice: self.term_at(terms.as_ref(), "breach_notice"),
            correction: self.term_at(terms.as_ref(), "correction"),
            removal: self.term_at(terms.as_ref(), "removal"),
            lead_offer: self.term_at(terms.as_ref(), "lead_offer"),
            escalation_urgent: self.escalation(escalation.as_ref(), "urgent"),
            escalation: self.escalation(escalation.as_ref(), "other"),
            child_notice_receipt: self.term_at(terms.as_ref(), "child_notice_receipt"),
            draft: self.term_at(terms.as_ref(), "draft"),
            new_case: self.length_at(terms.as_ref(), "new_case"),
            task_without_case: self.length_at(retention.as_ref(), "task_without_case"),
            lead: self.lead(root),
            escalation_reading: self.term_at(terms.as_ref(), "escalation_reading"),
            opened_again: self.length_at(terms.as_ref(), "opened_again"),
            denied_again: self.length_at(terms.as_ref(), "denied_again"),
            hold_cap: self.hold_cap(root),
            reflection_adult: self.term_at(reflection.as_ref(), "adult"),
            reflection_child: self.term_at(reflection.as_ref(), "child"),
            stages: self.stages(root),
            partnerships: self.partnerships(root),
            reporting: self.reporting(root),
            escalation_report: self.escalation_report(escalation.as_ref()),
            volumes: self.volumes(root),
            facts: self.facts(root),
            holidays: self.holidays(root),
        }
    }

    fn language_codes(&mut self, root: &Section<'t>) -> Vec<String> {
        let codes = self.texts(root, "languages");
        let at = root.table.get("languages").map_or(root.at, |value| value.span().start);
        if codes.is_empty() && root.table.contains_key("languages") {
            self.fault(
                at,
                "languages",
                "a profile names at least one language",
                "[\"ro\", \"ru\"]",
            );
        }
        for code in &codes {
            if !languages().any(|known| known == code) {
                let accepted = format!("an ISO 639-1 code, not \"{code}\"");
                self.fault(at, "languages", "this language is not known", accepted);
            }
        }
        codes
    }

    fn urgency(&mut self, section: Option<&Section<'t>>, key: &str) -> UrgencyClocks {
        const ESCALATIONS: [&str; 4] = ["sender", "supervisor", "contact_point", "national_unit"];
        let keys: [&[&str]; 1] = [&["refer", "acknowledge", "answer", "escalations", "expires"]];
        let inner = section.and_then(|section| self.section(section, key, &keys));
        let escalations = inner
            .as_ref()
            .and_then(|inner| self.section(inner, "escalations", &[&ESCALATIONS]));
        UrgencyClocks {
            refer: self.term_at(inner.as_ref(), "refer"),
            acknowledge: self.length_at(inner.as_ref(), "acknowledge"),
            answer: self.length_at(inner.as_ref(), "answer"),
            escalations: ESCALATIONS.map(|step| self.length_at(escalations.as_ref(), step)),
            expires: self.length_at(inner.as_ref(), "expires"),
        }
    }

    fn escalation(&mut self, section: Option<&Section<'t>>, key: &str) -> [Term; 3] {
        const STEPS: [&str; 3] = ["supervisor", "contact_point", "national_unit"];
        let inner = section.and_then(|section| self.section(section, key, &[&STEPS]));
        STEPS.map(|step| self.length_at(inner.as_ref(), step))
    }

    fn ground(&mut self, section: Option<&Section<'t>>, key: &str) -> GroundRule {
        let keys: [&[&str]; 1] = [&["article", "health", "consent", "until"]];
        let Some(inner) = section.and_then(|section| self.section(section, key, &keys)) else {
            return GroundRule {
                article: empty(String::new()),
                health: empty(String::new()),
                consent: ConsentRule::Required,
                until: no_term(),
            };
        };
        const RULE: &str = "a ground says what it makes of the person's say";
        let consent = self.read(&inner, "consent", RULE, "required, asked, told", ConsentRule::from_code);
        GroundRule {
            article: self.sourced_text(&inner, "article", "the article that the ground rests on"),
            health: self.sourced_text(&inner, "health", "the article for data on health"),
            consent: consent.unwrap_or(ConsentRule::Required),
            until: self.term_at(Some(&inner), "until"),
        }
    }

    fn own_record(&mut self, root: &Section<'t>) -> OwnRecordRule {
        let keys: [&[&str]; 1] = [&["fields", "article", "until"]];
        let Some(inner) = self.section(root, "own_record", &keys) else {
            return OwnRecordRule {
                fields: empty(Fields::NONE),
                article: empty(String::new()),
                until: no_term(),
            };
        };
        OwnRecordRule {
            fields: self.fields(&inner, "fields"),
            article: self.sourced_text(&inner, "article", "the article that a provider's own record rests on"),
            until: self.term_at(Some(&inner), "until"),
        }
    }

    fn lead(&mut self, root: &Section<'t>) -> LeadRule {
        const WAYS: [&str; 3] = ["child", "delay", "vacant"];
        let inner = self.section(root, "lead", &[&WAYS]);
        let [child, delay, vacant] = WAYS.map(|key| match &inner {
            Some(inner) => self.kinds(inner, key),
            None => empty(Vec::new()),
        });
        LeadRule { child, delay, vacant }
    }

    /// A list of kinds of organisations that take a lead, with its source.
    fn kinds(&mut self, section: &Section<'t>, key: &str) -> Sourced<Vec<OrganisationKind>> {
        let keys: [&[&str]; 2] = [&["value"], &PROVENANCE];
        let Some(inner) = self.section(section, key, &keys) else {
            return empty(Vec::new());
        };
        let at = inner.table.get("value").map_or(inner.at, |value| value.span().start);
        let mut kinds = Vec::new();
        for code in self.texts(&inner, "value") {
            match OrganisationKind::from_code(&code) {
                Some(kind) if kind.may_take_lead() => kinds.push(kind),
                found => {
                    let rule = match found {
                        Some(_) => "nobody in an organisation of this kind may take a lead",
                        None => "this kind of organisation is not known",
                    };
                    let takes = OrganisationKind::ALL.iter().filter(|kind| kind.may_take_lead());
                    let accepted: Vec<&str> = takes.map(|kind| kind.code()).collect();
                    self.fault(at, &format!("{}.value", inner.path), rule, accepted.join(", "));
                }
            }
        }
        self.sourced(&inner, kinds)
    }

    /// A list of fields with its source.
    fn fields(&mut self, section: &Section<'t>, key: &str) -> Sourced<Fields> {
        let keys: [&[&str]; 2] = [&["value"], &PROVENANCE];
        let Some(inner) = self.section(section, key, &keys) else {
            return empty(Fields::NONE);
        };
        let mut fields = Fields::NONE;
        let at = inner.table.get("value").map_or(inner.at, |value| value.span().start);
        for code in self.texts(&inner, "value") {
            match Field::from_code(&code) {
                Some(field) => fields = fields.and(Fields::of(&[field])),
                None => {
                    let known: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
                    let path = format!("{}.value", inner.path);
                    self.fault(at, &path, "this field is not known", known.join(", "));
                }
            }
        }
        self.sourced(&inner, fields)
    }

    fn child_notice_fields(&mut self, root: &Section<'t>) -> Sourced<Fields> {
        match self.section(root, "child", &[&CHILD]) {
            Some(child) => self.fields(&child, "notice_fields"),
            None => empty(Fields::NONE),
        }
    }

    fn presumption(&mut self, root: &Section<'t>) -> Sourced<bool> {
        let child = self.section(root, "child", &[&CHILD]);
        let keys: [&[&str]; 2] = [&["value"], &PROVENANCE];
        let Some(inner) = child.and_then(|child| self.section(&child, "presumption_of_minority", &keys)) else {
            return empty(true);
        };
        let value = self.find(&inner, "value", "true or false");
        if let Some(value) = value.filter(|value| value.get_ref().as_bool().is_none()) {
            self.wrong(&inner, "value", value, "true or false");
        }
        let value = value.and_then(|value| value.get_ref().as_bool()).unwrap_or(true);
        self.sourced(&inner, value)
    }

    fn hold_cap(&mut self, root: &Section<'t>) -> Sourced<u32> {
        let limits = self.section(root, "limits", &[&["hold_cap"]]);
        let keys: [&[&str]; 2] = [&["value"], &PROVENANCE];
        let Some(inner) = limits.and_then(|limits| self.section(&limits, "hold_cap", &keys)) else {
            return empty(0);
        };
        let value = self.number(&inner, "value", "a whole number of places");
        self.sourced(&inner, value)
    }

    fn stages(&mut self, root: &Section<'t>) -> Vec<Stage> {
        let rows = self.rows(root, "stages", &[&["stage", "decider", "threshold", "outcomes"], &TERM]);
        rows.iter()
            .map(|row| Stage {
                stage: self.text(row, "stage", "the stage's code"),
                decider: self.text(row, "decider", "who decides"),
                threshold: self.text(row, "threshold", "what has to be shown"),
                outcomes: if row.table.contains_key("outcomes") {
                    self.texts(row, "outcomes")
                } else {
                    Vec::new()
                },
                deadline: self.term(row),
            })
            .collect()
    }

    fn volumes(&mut self, root: &Section<'t>) -> Vec<Volume> {
        let rows = self.rows(root, "volumes", &[&["year", "counted", "persons"], &PROVENANCE]);
        rows.iter()
            .map(|row| {
                let persons = self.number(row, "persons", "a whole number of persons");
                const RULE: &str = "a figure says what it counts";
                let accepted = "identified, referred, assisted";
                let counted = self.read(row, "counted", RULE, accepted, Counted::from_code);
                Volume {
                    year: i16::try_from(self.number(row, "year", "a year")).unwrap_or(0),
                    counted: counted.unwrap_or(Counted::Identified),
                    persons: self.sourced(row, persons),
                }
            })
            .collect()
    }

    fn facts(&mut self, root: &Section<'t>) -> Vec<Fact> {
        let topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.code()).collect();
        let topics = topics.join(", ");
        let rows = self.rows(root, "facts", &[&["topic", "aspect", "value"], &PROVENANCE]);
        rows.iter()
            .map(|row| {
                let values = self.texts(row, "value");
                let topic = self.read(row, "topic", "this topic is not known", &topics, Topic::from_code);
                Fact {
                    topic: topic.unwrap_or(Topic::LegalBasis),
                    aspect: self.optional(row, "aspect").unwrap_or_default(),
                    values: self.sourced(row, values),
                }
            })
            .collect()
    }

    fn holidays(&mut self, root: &Section<'t>) -> Vec<Holiday> {
        let rows = self.rows(root, "holidays", &[&["day", "name", "moves"], &PROVENANCE]);
        let mut holidays = Vec::new();
        for row in &rows {
            const RULE: &str = "this is no day of a year";
            let day = self.read(row, "day", RULE, calendar::DAYS, calendar::holiday);
            let moves = row.table.get("moves");
            if let Some(value) = moves.filter(|value| value.get_ref().as_bool().is_none()) {
                self.wrong(row, "moves", value, "true, or no such key");
            }
            let name = self.text(row, "name", "the name of the day");
            let said = self.sourced(row, name);
            if let Some(day) = day {
                holidays.push(Holiday {
                    day,
                    moves: moves.and_then(|value| value.get_ref().as_bool()).unwrap_or(false),
                    name: said.value,
                    source: said.source,
                    confidence: said.confidence,
                    note: said.note,
                });
            }
        }
        holidays
    }
}

fn country(text: &str) -> Option<String> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())).then(|| text.to_owned())
}

fn version(text: &str) -> Option<String> {
    let (year, number) = text.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (year.len() == 4 && digits(year) && digits(number)).then(|| text.to_owned())
}

fn zone(text: &str) -> Option<String> {
    jiff::tz::TimeZone::get(text).ok().map(|_| text.to_owned())
}
