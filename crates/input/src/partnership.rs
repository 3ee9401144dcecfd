//! A partnership: its parties, its text, its days, its measures, how a party sees it; and which of them a list shows.
mod list;

pub use list::SelectPartnerships;

use super::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
    schema,
};
use serde::Deserialize;
use tiltas_domain::{
    Class,
    consent::Ground,
    partnership::{
        Annex, Answered, Arrangement, Assess, Begin, Consult, Data, End, MEASURES, Measure, Move, Party, Progress,
        Purpose, Question, Renew, Return, Review, Sign, Standing, Term, Value,
    },
    provider::Service,
};
use utoipa::ToSchema;

/// The longest words of a partnership, in signs.
const WORDS: usize = 4000;
/// The most lines, institutions or measures at once.
const MOST: usize = 60;

/// Declares what is sent: each struct with its documentation, the example of the contract, and how it becomes a command.
macro_rules! sent { ($($(#[$doc:meta])* $name:ident -> $command:ty { $($(#[$of:meta])* $field:ident: $kind:ty),+ $(,)? } |$me:ident, $read:ident| $made:expr;)+) => { $(
    #[derive(Clone, Default, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    $(#[$doc])*
    pub struct $name { $($(#[$of])* #[serde(default)] pub $field: $kind),+ }

    impl Input for $name {
        type Command = $command;

        fn command(&self, at: &At<'_>) -> Result<$command, Errors> {
            let ($me, mut $read) = (self, Reader::new(at));
            let made = $made;
            $read.end(made)
        }
    }
)+ } }
sent! {
    /// First words: what it is to be, and between which two; others are named later.
    BeginPartnership -> Begin {
        /// In a line.
        #[schema(required)]
        title: String,
        /// What kind of arrangement.
        #[schema(required, schema_with = schema::one::<Arrangement>)]
        arrangement: String,
        /// Who leads it, by id.
        #[schema(required)]
        lead: String,
        /// The function that answers for it there, never a name.
        lead_function: Option<String>,
        /// Its duty phone; where none is given, the institution's.
        lead_phone: Option<String>,
        /// The other one, by id.
        #[schema(required)]
        other: String,
        /// The function that answers for it there, never a name.
        other_function: Option<String>,
        /// Its duty phone.
        other_phone: Option<String>,
        /// Invented, to show how it works.
        example: bool,
    } |me, read| {
        let title = read.title("title", Some(&me.title));
        let arrangement = read.needed("arrangement", Some(&me.arrangement));
        let lead = read.needed_id("lead", Some(&me.lead));
        let lead = lead.map(|organisation| Party {
            organisation,
            role: Standing::Lead,
            function: read.title_if("lead_function", me.lead_function.as_deref()),
            phone: read.phone("lead_phone", me.lead_phone.as_deref()),
        });
        let other = read.needed_id("other", Some(&me.other));
        let other = other.map(|organisation| Party {
            organisation,
            role: Standing::Member,
            function: read.title_if("other_function", me.other_function.as_deref()),
            phone: read.phone("other_phone", me.other_phone.as_deref()),
        });
        let all = title.zip(arrangement).zip(lead.zip(other));
        all.map(|((title, arrangement), (lead, other))| Begin { title, arrangement, parties: vec![lead, other], example: me.example })
    };

    /// An institution in it, and who answers for it there.
    NameParty -> Party {
        /// Which, by id.
        #[schema(required)]
        organisation: String,
        /// What it is in it.
        #[schema(required, schema_with = schema::one::<Standing>)]
        role: String,
        /// The function that answers for it there, never a name.
        function: Option<String>,
        /// Its duty phone; where none is given, the institution's.
        phone: Option<String>,
    } |me, read| {
        let organisation = read.needed_id("organisation", Some(&me.organisation));
        let role = read.needed("role", Some(&me.role));
        let function = read.title_if("function", me.function.as_deref());
        let phone = read.phone("phone", me.phone.as_deref());
        organisation.zip(role).map(|(organisation, role)| Party { organisation, role, function, phone })
    };

    /// What it is for.
    #[schema(example = json!({"text": "That everybody in whom an inspector sees indicators is offered help on the same day.", "groups": ["Workers, women and men"], "services": ["shelter"], "territory": "Cahul district"}))]
    WritePurpose -> Purpose {
        /// In words.
        #[schema(required)]
        text: String,
        /// Whom it helps, a line each.
        groups: Vec<String>,
        /// What is given.
        #[schema(schema_with = schema::several::<Service>)]
        services: Vec<String>,
        /// Where.
        territory: Option<String>,
    } |me, read| {
        let text = read.needed_text("text", Some(&me.text), WORDS);
        let groups = read.lines("groups", &me.groups, MOST);
        let services = read.several("services", &me.services);
        let territory = read.title_if("territory", me.territory.as_deref());
        text.map(|text| Purpose { text, groups, services, territory })
    };

    /// What one party does in it, a line each.
    AddMeasures -> Vec<Measure> {
        /// Who, by id.
        #[schema(required)]
        owner: String,
        /// What, a line each.
        #[schema(required)]
        what: Vec<String>,
        /// Until when: a year, a month or a day; nothing where it is done whenever the need comes.
        due: Option<String>,
    } |me, read| {
        let owner = read.needed_id("owner", Some(&me.owner));
        if me.what.iter().all(|line| line.trim().is_empty()) {
            read.wrong("what", Code::Needed);
        }
        let what = read.lines("what", &me.what, MOST);
        let due = read.dated("due", me.due.as_deref());
        owner.map(|owner| what.into_iter().map(|what| Measure { what, owner, due }).collect())
    };

    /// What is said about data: that none are passed on, or which, on which ground, and who answers for them.
    #[schema(example = json!({"shared": "no"}))]
    WriteData -> Data {
        /// `yes` or `no`: whether data about persons are passed on under it.
        #[schema(required)]
        shared: String,
        /// Classes of data.
        #[schema(schema_with = schema::several::<Class>)]
        classes: Vec<String>,
        /// The legal grounds.
        #[schema(schema_with = schema::several::<Ground>)]
        grounds: Vec<String>,
        /// Who answers for the data, by id.
        controllers: Vec<String>,
        /// Who does what, where several answer together.
        joint: Option<String>,
        /// On what data leave the country.
        transfer: Option<String>,
    } |me, read| {
        let annex = Annex {
            classes: read.several("classes", &me.classes),
            grounds: read.several("grounds", &me.grounds),
            controllers: read.ids("controllers", &me.controllers, MOST),
            joint: read.text("joint", me.joint.as_deref(), WORDS),
            transfer: read.text("transfer", me.transfer.as_deref(), WORDS),
        };
        match me.shared.trim() {
            "yes" => Some(Data::Annex(annex)),
            "no" => Some(Data::NoData),
            "" => {
                read.wrong("shared", Code::Needed);
                None
            }
            _ => {
                read.wrong_by("shared", Code::Choose, "codes", Fact::Text("yes, no".to_owned()));
                None
            }
        }
    };

    /// From when to when it holds.
    #[schema(example = json!({"from": "2026-09-01", "until": "2028-08-31", "review": "2027-09-01"}))]
    SetTerm -> Term {
        /// The first day; nothing where it holds from the last signature.
        from: Option<String>,
        /// The last day.
        #[schema(required)]
        until: String,
        /// The day on which the parties look at it together.
        review: Option<String>,
    } |me, read| {
        let from = read.dated("from", me.from.as_deref());
        let until = read.needed_dated("until", Some(&me.until));
        let review = read.dated("review", me.review.as_deref());
        until.map(|until| Term { from, until, review })
    };

    /// Until when the parties read it.
    #[schema(example = json!({"until": "2026-09-15"}))]
    ConsultPartnership -> Consult {
        /// The last day.
        #[schema(required)]
        until: String,
    } |me, read| read.needed_dated("until", Some(&me.until)).map(|until| Consult { until });

    /// Why it is drafted again.
    #[schema(example = json!({"reason": "One party asks for another duty phone."}))]
    ReturnPartnership -> Return {
        /// Why.
        #[schema(required)]
        reason: String,
    } |me, read| read.needed_text("reason", Some(&me.reason), WORDS).map(|reason| Return { reason });

    /// A signature on the text.
    SignPartnership -> Sign {
        /// Whose, by id.
        #[schema(required)]
        organisation: String,
        /// On which day.
        #[schema(required)]
        on: String,
    } |me, read| {
        let organisation = read.needed_id("organisation", Some(&me.organisation));
        let on = read.needed_dated("on", Some(&me.on));
        organisation.zip(on).map(|(organisation, on)| Sign { organisation, on })
    };

    /// How far a measure is.
    #[schema(example = json!({"measure": "1", "progress": "under_way", "note": "Two of three posts know the number."}))]
    MoveMeasure -> Move {
        /// Which, by its number in the partnership, from 1.
        #[schema(required)]
        measure: String,
        /// How far.
        #[schema(required, schema_with = schema::one::<Progress>)]
        progress: String,
        /// In words.
        note: Option<String>,
    } |me, read| {
        let measure = read.number("measure", Some(&me.measure), MEASURES);
        let measure = measure.value().and_then(|number| number.checked_sub(1));
        if measure.is_none() && me.measure.trim().chars().all(|sign| sign == '0' || sign.is_whitespace()) {
            read.wrong("measure", Code::Needed);
        }
        let progress = read.needed("progress", Some(&me.progress));
        let note = read.text("note", me.note.as_deref(), WORDS);
        measure.zip(progress).map(|(measure, progress)| Move { measure: u32::from(measure), progress, note })
    };

    /// What the parties found when they looked at it together.
    #[schema(example = json!({"on": "2026-08-20", "text": "It works; the phone list changes twice a year.", "next": "2027-08-20"}))]
    ReviewPartnership -> Review {
        /// On which day.
        #[schema(required)]
        on: String,
        /// What they found.
        #[schema(required)]
        text: String,
        /// When they look again.
        next: Option<String>,
    } |me, read| {
        let on = read.needed_dated("on", Some(&me.on));
        let text = read.needed_text("text", Some(&me.text), WORDS);
        let next = read.dated("next", me.next.as_deref());
        on.zip(text).map(|(on, text)| Review { on, text, next })
    };

    /// How much longer it holds.
    #[schema(example = json!({"on": "2026-08-20", "until": "2030-08-31"}))]
    RenewPartnership -> Renew {
        /// On which day that was agreed.
        #[schema(required)]
        on: String,
        /// The last day from now on.
        #[schema(required)]
        until: String,
        /// The day on which the parties look at it together.
        review: Option<String>,
    } |me, read| {
        let on = read.needed_dated("on", Some(&me.on));
        let until = read.needed_dated("until", Some(&me.until));
        let review = read.dated("review", me.review.as_deref());
        on.zip(until).map(|(on, until)| Renew { on, until, review })
    };

    /// Why it ends.
    #[schema(example = json!({"on": "2026-08-20", "reason": "Another agreement stands in its place."}))]
    EndPartnership -> End {
        /// On which day.
        #[schema(required)]
        on: String,
        /// Why.
        #[schema(required)]
        reason: String,
    } |me, read| {
        let on = read.needed_dated("on", Some(&me.on));
        let reason = read.needed_text("reason", Some(&me.reason), WORDS);
        on.zip(reason).map(|(on, reason)| End { on, reason })
    };

    /// How one's institution sees the cooperation in a year.
    #[schema(example = json!({"year": "2026", "answers": [{"question": "common_aim", "value": "3", "evidence": "Named in both yearly plans."}]}))]
    AssessPartnership -> Assess {
        /// The year.
        #[schema(required)]
        year: String,
        /// Each question that is answered.
        #[schema(required)]
        answers: Vec<CooperationAnswer>,
    } |me, read| {
        let year = read.needed_dated("year", Some(&me.year));
        if me.answers.is_empty() {
            read.wrong("answers", Code::Needed);
        }
        let many = read.many("answers", me.answers.len(), MOST);
        let told = me.answers.iter().enumerate().filter(|_| !many);
        let answers: Vec<Answered> = told.filter_map(|(nth, answer)| answer.read(nth, &mut read)).collect();
        year.map(|year| Assess { year: year.year(), answers })
    };
}

/// A question about the cooperation, and its answer.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CooperationAnswer {
    /// The question.
    #[schema(required)]
    #[serde(default)]
    pub question: String,
    /// 1 to 4: not yet, begun, works, works and is checked.
    #[schema(required, schema_with = schema::one::<Value>)]
    #[serde(default)]
    pub value: String,
    /// What shows it; a 4 always names it.
    pub evidence: Option<String>,
}

impl CooperationAnswer {
    fn read(&self, nth: usize, read: &mut Reader<'_>) -> Option<Answered> {
        let value = read.needed(&format!("answers[{nth}].value"), Some(&self.value));
        let evidence = read.text(&format!("answers[{nth}].evidence"), self.evidence.as_deref(), WORDS);
        let question = Question::all().find(|question| question.code() == self.question);
        if question.is_none() {
            let codes: Vec<&str> = Question::all().map(Question::code).collect();
            let codes = Fact::Text(codes.join(", "));
            read.wrong_by(&format!("answers[{nth}].question"), Code::Choose, "codes", codes);
        }
        question.zip(value).map(|(question, value)| Answered {
            question: question.code().to_owned(),
            value,
            evidence,
        })
    }
}
