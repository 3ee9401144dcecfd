//! Cases: one row a file, who takes part, and the search box.
use super::{Fact, View, id, table::digest};
use crate::{
    Result, Snapshot,
    seal::place,
    seam::{Bind, Row as Columns, Tx},
};
use std::collections::HashMap;
use tiltas_access::{Part, RowFacts};
use tiltas_domain::{
    Event, Field, Fields, Id, Moment,
    case::{self, Because, Case, Urgency},
    disclosure,
    organisation::Organisation,
};

table! {
    CASE_FILE_TABLE = case_file (
        case_id text NOT NULL, spoken_name text NOT NULL UNIQUE, number text NOT NULL UNIQUE, lead text NOT NULL,
        recorder text NOT NULL, urgency text NOT NULL, opened bigint NOT NULL, person bytes NOT NULL
    ) key (case_id) of case_id
}
table! {
    TAKES_PART_TABLE = takes_part (
        organisation text NOT NULL, case_id text NOT NULL, spoken_name text NOT NULL, opened bigint NOT NULL,
        urgency text NOT NULL, leads bigint NOT NULL, recorded bigint NOT NULL, reasons bigint NOT NULL,
        proceedings bigint NOT NULL, led bigint NOT NULL
    ) key (organisation, case_id) of case_id
    index "takes_part_case ON takes_part (case_id)"
    index "takes_part_opened ON takes_part (organisation, opened, case_id, spoken_name, urgency, leads, recorded, led, reasons, proceedings)"
    index "takes_part_spoken_name ON takes_part (organisation, spoken_name)"
}
table! {
    DISCLOSED_TABLE = disclosed (
        disclosure text NOT NULL, case_id text NOT NULL, organisation text NOT NULL, person bigint NOT NULL,
        with_referral bigint NOT NULL, until bigint NOT NULL
    ) key (disclosure) of case_id
    index "disclosed_to ON disclosed (organisation, case_id)"
    index "disclosed_case ON disclosed (case_id)"
}

pub(crate) const VIEW: View = View {
    name: "case",
    version: digest(include_str!("case.rs")),
    tables: &[CASE_FILE_TABLE, TAKES_PART_TABLE, DISCLOSED_TABLE],
    project,
};
const NEW: &str = "INSERT INTO case_file (case_id, spoken_name, number, lead, recorder, urgency, opened, person) VALUES ($1, $2, $3, $4, $4, $5, $6, $7)";
const PERSON: &str = "UPDATE case_file SET person = $2 WHERE case_id = $1";
const LEAD: &str = "UPDATE case_file SET lead = $2 WHERE case_id = $1";
const URGENCY: &str = "UPDATE case_file SET urgency = $2 WHERE case_id = $1";
const JOIN: &str = "INSERT INTO takes_part (organisation, case_id, spoken_name, opened, urgency, leads, recorded, reasons, proceedings, led) SELECT $1, case_id, spoken_name, opened, urgency, CASE WHEN lead = $1 THEN 1 ELSE 0 END, CASE WHEN recorder = $1 THEN 1 ELSE 0 END, 1, CAST($3 AS bigint), CAST($4 AS bigint) FROM case_file WHERE case_id = $2 ON CONFLICT (organisation, case_id) DO UPDATE SET reasons = takes_part.reasons + 1, proceedings = takes_part.proceedings + excluded.proceedings, led = takes_part.led + excluded.led";
const LEADS: &str = "UPDATE takes_part SET leads = CASE WHEN organisation = $2 THEN 1 ELSE 0 END WHERE case_id = $1";
const URGENCY_FOR_ALL: &str = "UPDATE takes_part SET urgency = $2 WHERE case_id = $1";
const LEAVE: &str = "UPDATE takes_part SET reasons = reasons - 1, proceedings = proceedings - $3, led = led - $4 WHERE organisation = $1 AND case_id = $2";
const LEFT: &str = "DELETE FROM takes_part WHERE organisation = $1 AND case_id = $2 AND reasons <= 0";
const DISCLOSED_NO_MORE: &str = "DELETE FROM disclosed WHERE disclosure = $1";
const PERSON_DISCLOSED_NO_MORE: &str = "UPDATE disclosed SET person = 0 WHERE disclosure = $1";
const DISCLOSED_UNTIL: &str = "UPDATE disclosed SET until = $2 WHERE disclosure = $1";
const NEWEST: &str = concat!(
    "SELECT c.case_id, c.spoken_name, c.lead, c.urgency, c.opened, c.person, ",
    standing!("t.organisation", "$4"),
    " FROM takes_part t JOIN case_file c ON c.case_id = t.case_id WHERE t.organisation = $1 ORDER BY t.opened DESC, t.case_id DESC LIMIT $2 OFFSET $3"
);
const BY_NAME: &str = concat!(
    "SELECT c.case_id, c.spoken_name, c.lead, c.urgency, c.opened, c.person, ",
    standing!("t.organisation", "$4"),
    " FROM takes_part t JOIN case_file c ON c.case_id = t.case_id WHERE t.organisation = $1 ORDER BY t.spoken_name LIMIT $2 OFFSET $3"
);
/// All that decides the place of a file in a queue stands in one row, so that a thousand files are counted without their cards.
const COUNTED: &str = "SELECT case_id, spoken_name, urgency, opened, CASE WHEN leads > 0 THEN 'lead' WHEN recorded > 0 THEN 'recorded' WHEN led > 0 THEN 'former_lead' WHEN proceedings = reasons THEN 'existence' ELSE 'part' END FROM takes_part WHERE organisation = $1 ORDER BY opened DESC, case_id DESC";
const REACHED: &str = "SELECT DISTINCT case_id FROM due WHERE organisation = $1 AND duty = 'escalated'";
/// The cards of one page, and for each whether the person is shared, by a referral (1) or without one (0).
const CARDS: &str = concat!(
    "SELECT c.case_id, c.person, (SELECT max(x.with_referral) FROM disclosed x WHERE x.organisation = $1 AND x.case_id = c.case_id AND x.person > 0 AND x.until >= $2) FROM case_file c WHERE c.case_id ",
    among!()
);
/// The files on a page.
pub const SHOWN: usize = super::AT_ONCE;
const FIND: &str = concat!(
    "SELECT t.case_id, t.spoken_name, ",
    standing!("t.organisation", "$5"),
    " FROM takes_part t JOIN case_file c ON c.case_id = t.case_id WHERE t.organisation = $1 AND (t.spoken_name = $2 OR c.number = $3 OR t.spoken_name LIKE $4) ORDER BY t.spoken_name LIMIT 10"
);

pub(crate) const TABLE: &str = "case_file";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Case(event) = fact.event else { return Ok(()) };
    let file = Id::<Case>::from_stored(fact.stream.id).to_string();
    let card = |person: &case::Person| {
        fact.key
            .card_value(&place(TABLE, &file, "person"), fact.position, person)
    };
    match event {
        case::Event::Signal(signal) => {
            let by = signal.by.organisation.to_string();
            let person = card(&signal.person)?;
            tx.execute(
                NEW,
                &[
                    &file,
                    &signal.spoken_name,
                    &signal.number,
                    &by,
                    &signal.urgency.code(),
                    &fact.at.0,
                    &person,
                ],
            )?;
            tx.execute(JOIN, &[&by, &file, &0_i64, &0_i64])
        }
        case::Event::Described(person) => tx.execute(PERSON, &[&file, &card(person)?]),
        case::Event::UrgencyChanged(urgency) => {
            tx.execute(URGENCY, &[&file, &urgency.code()])?;
            tx.execute(URGENCY_FOR_ALL, &[&file, &urgency.code()])
        }
        case::Event::Joined { organisation, because } => {
            let (proceedings, led) = reason(*because);
            tx.execute(JOIN, &[&organisation.to_string(), &file, &proceedings, &led])
        }
        case::Event::Left { organisation, because } => {
            let (proceedings, led) = reason(*because);
            tx.execute(LEAVE, &[&organisation.to_string(), &file, &proceedings, &led])?;
            tx.execute(LEFT, &[&organisation.to_string(), &file])
        }
        case::Event::LeadAccepted { by } | case::Event::LeadTaken { by, .. } => {
            tx.execute(LEAD, &[&file, &by.to_string()])?;
            tx.execute(JOIN, &[&by.to_string(), &file, &0_i64, &1_i64])?;
            tx.execute(LEADS, &[&file, &by.to_string()])
        }
        case::Event::Disclosure(disclosure::Event::Disclosed(disclosed)) => tx.execute(
            DISCLOSED_TABLE.new,
            &[
                &disclosed.disclosure.to_string(),
                &file,
                &disclosed.to.to_string(),
                &i64::from(disclosed.fields.contains(Field::Person)),
                &i64::from(disclosed.referral.is_some()),
                &disclosed.until.0,
            ],
        ),
        case::Event::Disclosure(disclosure::Event::Ended { disclosure, .. }) => {
            tx.execute(DISCLOSED_NO_MORE, &[&disclosure.to_string()])
        }
        case::Event::Disclosure(disclosure::Event::Shortened { disclosure, until, .. }) => {
            tx.execute(DISCLOSED_UNTIL, &[&disclosure.to_string(), &until.0])
        }
        case::Event::Disclosure(disclosure::Event::Narrowed { disclosure, gone, .. }) => {
            match gone.contains(Field::Person) {
                true => tx.execute(PERSON_DISCLOSED_NO_MORE, &[&disclosure.to_string()]),
                false => Ok(()),
            }
        }
        case::Event::Disclosure(
            disclosure::Event::RecordOpened(_)
            | disclosure::Event::RecordUntil { .. }
            | disclosure::Event::RecordEnded { .. },
        )
        | case::Event::Consent(_)
        | case::Event::LeadOffered { .. }
        | case::Event::LeadOfferEnded { .. }
        | case::Event::LeadOfferShortened { .. }
        | case::Event::LeadDeclined { .. }
        // The rows of a case that is over are gone already.
        | case::Event::Forgotten { .. } => Ok(()),
    }
}

/// Whether a reason counts as a proceeding, and whether as a lead that was taken.
fn reason(because: Because) -> (i64, i64) {
    (
        i64::from(because == Because::Proceeding),
        i64::from(because == Because::Lead),
    )
}

/// A case in a list. The card opens with the snapshot's `person_card`.
#[derive(Debug)]
pub struct Row {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who leads.
    pub lead: Id<Organisation>,
    /// How soon.
    pub urgency: Urgency,
    /// When the file was opened.
    pub opened: Moment,
    /// Who the person is, sealed.
    pub person: Vec<u8>,
    /// How the organisation stands to it.
    pub facts: RowFacts,
}

/// A file that is counted and sorted, and of which nothing is opened.
#[derive(Debug)]
pub struct Counted {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Urgency,
    /// When the file was opened.
    pub opened: Moment,
    /// How the organisation stands to it. What disclosures give it is told with the card.
    pub facts: RowFacts,
}

/// Who the person is, sealed, and whether that is shared with the organisation.
#[derive(Debug)]
pub struct Card {
    /// Opens with the snapshot's `person_card`.
    pub person: Vec<u8>,
    /// Whether it is shared by a referral; `None`: it is not shared.
    by_referral: Option<bool>,
}

impl Card {
    /// How the organisation stands to the file, disclosures among it. What it was given as leader ended with its lead.
    pub fn facts(&self, file: &Counted) -> RowFacts {
        let shared = match self.by_referral {
            Some(by_referral) => by_referral || file.facts.part != Part::FormerLead,
            None => false,
        };
        RowFacts {
            disclosed: if shared {
                Fields::of(&[Field::Person])
            } else {
                Fields::NONE
            },
            ..file.facts
        }
    }
}

/// A file that a search found, of which nothing is opened.
#[derive(Debug)]
pub struct Found {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How the organisation stands to it.
    pub facts: RowFacts,
}

fn row(columns: &Columns<'_>) -> Result<Row> {
    Ok(Row {
        case: id(columns, 0, TABLE, "case_id")?,
        spoken_name: columns.get(1)?,
        lead: id(columns, 2, TABLE, "lead")?,
        urgency: super::code(columns, 3, TABLE, "urgency", Urgency::from_code)?,
        opened: Moment(columns.get(4)?),
        person: columns.get(5)?,
        facts: super::standing(columns, 6)?,
    })
}

impl Snapshot<'_> {
    /// The cases in which the organisation takes part.
    ///
    /// # Errors
    /// When storage is away.
    pub fn cases(
        &self,
        organisation: Id<Organisation>,
        by_name: bool,
        skip: i64,
        limit: i64,
        now: Moment,
    ) -> Result<Vec<Row>> {
        let sql = if by_name { BY_NAME } else { NEWEST };
        self.tx()?
            .readable(sql, &[&organisation.to_string(), &limit, &skip, &now.0], row)
    }

    /// The files in which the organisation takes part, newest first, as they are counted and sorted.
    ///
    /// # Errors
    /// When storage is away.
    pub fn counted(&self, organisation: Id<Organisation>) -> Result<Vec<Counted>> {
        let organisation = organisation.to_string();
        let reached = self.tx()?.rows(REACHED, &[&organisation], |columns| {
            id::<Case>(columns, 0, "due", "case_id")
        })?;
        self.tx()?.readable(COUNTED, &[&organisation], |columns| {
            let case = id(columns, 0, "takes_part", "case_id")?;
            Ok(Counted {
                case,
                spoken_name: columns.get(1)?,
                urgency: super::code(columns, 2, "takes_part", "urgency", Urgency::from_code)?,
                opened: Moment(columns.get(3)?),
                facts: RowFacts {
                    part: super::part(columns, 4)?,
                    disclosed: Fields::NONE,
                    reached: reached.contains(&case),
                },
            })
        })
    }

    /// The cards of these files, [`SHOWN`] at most.
    ///
    /// # Errors
    /// When storage is away.
    pub fn cards(
        &self,
        organisation: Id<Organisation>,
        cases: &[Id<Case>],
        now: Moment,
    ) -> Result<HashMap<Id<Case>, Card>> {
        let names = Vec::from_iter(cases.iter().map(Id::to_string));
        if names.is_empty() {
            return Ok(HashMap::new());
        }
        let organisation = organisation.to_string();
        let parameters = super::among([&organisation, &now.0], &names);
        let cards = self.tx()?.readable(CARDS, &parameters, |columns| {
            let shared = columns.get::<Option<i64>>(2)?;
            Ok((
                id(columns, 0, TABLE, "case_id")?,
                Card {
                    person: columns.get(1)?,
                    by_referral: shared.map(|referral| referral > 0),
                },
            ))
        })?;
        Ok(cards.into_iter().collect())
    }

    /// The cases with this spoken name, this number or these three digits, at most ten, in which the organisation takes part.
    ///
    /// # Errors
    /// When storage is away.
    pub fn find_cases(
        &self,
        organisation: Id<Organisation>,
        name: &str,
        number: Option<&str>,
        digits: &str,
        now: Moment,
    ) -> Result<Vec<Found>> {
        let number = number.map(str::to_owned);
        let ending = if digits.is_empty() {
            String::new()
        } else {
            format!("% {digits}")
        };
        let given: [&dyn Bind; 5] = [&organisation.to_string(), &name, &number, &ending, &now.0];
        self.tx()?.rows(FIND, &given, |columns| {
            Ok(Found {
                case: id(columns, 0, TABLE, "case_id")?,
                spoken_name: columns.get(1)?,
                facts: super::standing(columns, 2)?,
            })
        })
    }
}
