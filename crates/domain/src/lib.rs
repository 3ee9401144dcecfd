//! What may happen? The referral mechanism: states, commands, events, clocks, country profiles.
//! Pure: clock, ids and randomness are arguments.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic
    )
)]
#![deny(missing_docs)]
pub mod alphabet;
pub mod attempt;
pub mod audit;
pub mod case;
pub mod certificate;
pub mod changes;
pub mod clock;
pub mod consent;
pub mod content;
pub mod context;
pub mod dated;
pub mod detail;
pub mod disclosure;
pub mod example;
pub mod expert_institution;
pub mod id;
pub mod import;
pub mod known;
pub mod likeness;
mod made;
pub mod meeting;
pub mod national_report;
pub mod need;
pub mod note;
pub mod organisation;
pub mod partnership;
pub mod period;
pub mod place;
pub mod plan;
pub mod practice;
pub mod proceeding;
pub mod profile;
pub mod programme;
pub mod provider;
pub mod recommendation;
pub mod referral;
pub mod report;
pub mod risk;
pub mod screening;
pub mod signal;
mod slice;
pub mod task;
pub mod training;
pub mod visit;

pub use changes::{Changes, Owner, Stream, StreamId};
pub use content::{Class, Content, Field, Fields, Sensitive};
pub use context::{Actor, Context, Purpose, Role, Root};
pub use id::{Id, Moment};
pub use known::{Answer, Known};
pub use made::Made;
pub use slice::{OfCase, Recorded, Summary};

slice::streams! {
    /// One person's file: what every permit rests on.
    1 Case(case::Case) = "case", under SameCase;
    /// One sending.
    2 Referral(referral::Referral) = "referral", under Case;
    /// A provider with its places and holds.
    3 Provider(provider::Provider) = "provider", under Node;
    /// An organisation with its people in functions.
    4 Organisation(organisation::Organisation) = "organisation", under Node;
    /// Who looked, who was told no.
    5 Audit(audit::Audit) = "access", under Node;
    /// What is to be done by whom.
    6 Task(task::Task) = "task", under CaseOrThing;
    /// Who was rung about a delay.
    7 Attempt(attempt::Attempt) = "attempt", under Case;
    /// What was told.
    8 Detail(detail::Details) = "detail", under SameCase;
    /// Screenings.
    9 Screening(screening::Screenings) = "screening", under SameCase;
    /// Risk and safety.
    10 Risk(risk::Risk) = "risk", under SameCase;
    /// Notes.
    11 Note(note::Notes) = "note", under SameCase;
    /// Needs.
    12 Need(need::Needs) = "need", under SameCase;
    /// A recommendation, from its first words to its result.
    13 Recommendation(recommendation::Recommendation) = "recommendation", under Node;
    /// A programme with what is done in it.
    14 Programme(programme::Programme) = "programme", under Node;
    /// A partnership of institutions, from the idea to its end.
    15 Partnership(partnership::Partnership) = "partnership", under Node;
    /// A meeting of a body.
    25 Meeting(meeting::Meeting) = "meeting", under Node;
    /// A visit with what was noted and found.
    24 Visit(visit::Visit) = "visit", under Node;
    /// A plan with its items.
    17 Plan(plan::Plan) = "plan", under Node;
    /// A table that somebody brings.
    18 Import(import::Import) = "import", under Node;
    /// What was read of the file of an import, until it is forgotten.
    28 Book(import::Book) = "book", under CaseOrThing;
    /// A good practice, from its first words to what it became.
    26 Practice(practice::Practice) = "practice", under Node;
    /// An institution whose experts teach, with what it gave.
    27 ExpertInstitution(expert_institution::ExpertInstitution) = "expert_institution", under Node;
    /// A reporting period.
    19 Period(period::Period) = "period", under Node;
    /// A report of an institution in a period.
    20 Report(report::Report) = "report", under Node;
    /// The national report.
    21 NationalReport(national_report::NationalReport) = "national_report", under Node;
    /// A training, from its plan to what came of it.
    22 Training(training::Training) = "training", under Node;
    /// A certificate of attendance.
    23 Certificate(certificate::Certificate) = "certificate", under Node;
}

slice::refusals! {
    $
    Attempt(attempt), Case(case), Certificate(certificate), Consent(consent), Detail(detail), ExpertInstitution(expert_institution), Import(import), Meeting(meeting), NationalReport(national_report), Need(need), Note(note), Organisation(organisation), Partnership(partnership), Period(period), Place(place), Plan(plan), Practice(practice), Proceeding(proceeding), Programme(programme), Provider(provider), Recommendation(recommendation), Referral(referral), Report(report), Risk(risk), Screening(screening), Signal(signal), Task(task), Training(training), Visit(visit),
}
