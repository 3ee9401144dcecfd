//! A partnership: which institutions agreed on what, from the idea over the signed text to its end, what each is to do, and how each
//! sees the cooperation. Where it stands follows from its signatures and days, so that no day is missed.
mod act;
mod command;
mod decide;
mod event;
mod kind;
mod list;
mod question;

pub use act::Act;
pub use command::{Assess, Begin, Consult, End, Move, Refusal, Renew, Return, Review, Sign};
pub use decide::{
    add_measures, assess, begin, consult, end, move_measure, name_party, renew, return_draft, review, set_term, sign,
    warn, write_data, write_purpose,
};
pub use event::{
    Annex, Answered, Assessment, Data, Event, First, Measure, Moved, Party, Purpose, Signature, Term, Warning,
};
pub use kind::{Arrangement, Progress, Standing, State, Value, Wait};
pub use list::{Order, Select};
pub use question::Question;

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    dated::Dated,
    organisation::Organisation,
};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use minicbor::{Decode, Encode};

/// Days before its end at which a reminder goes out, the farthest first. Proposed by the house.
pub const WARNINGS: [u16; 3] = [90, 30, 7];

/// The most measures of a partnership. A measure is told by its number, and a list of more helps nobody to keep them.
pub const MEASURES: u8 = 250;

/// Parties that look at it together, or let it hold longer: when, and in which words.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Looked {
    /// On which day.
    #[n(0)]
    pub on: Dated,
    /// What was found; nothing where it was renewed.
    #[n(1)]
    pub text: Option<String>,
    /// The last day before it was renewed.
    #[n(2)]
    pub until: Option<Dated>,
}

/// A partnership.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Partnership {
    /// Its first words.
    #[n(0)]
    pub first: First,
    /// Who is in it now.
    #[n(1)]
    pub parties: Vec<Party>,
    /// What it is for.
    #[n(2)]
    pub purpose: Option<Purpose>,
    /// What parties are to do, in the order in which it was written.
    #[n(3)]
    pub measures: Vec<Measure>,
    /// So many of them stand in the text that was signed.
    #[n(4)]
    pub agreed: u32,
    /// What was said of measures, oldest first.
    #[n(5)]
    pub moved: Vec<Moved>,
    /// What is said about data.
    #[n(6)]
    pub data: Data,
    /// From when to when it holds, as reviews and renewals moved it.
    #[n(7)]
    pub term: Option<Term>,
    /// Until when the parties read it; `None` while it is drafted.
    #[n(8)]
    pub consulted: Option<Dated>,
    /// Why it was drafted again, oldest first.
    #[n(9)]
    pub returned: Vec<(String, Moment)>,
    /// Who has signed.
    #[n(10)]
    pub signatures: Vec<Signature>,
    /// Reviews and renewals, oldest first.
    #[n(11)]
    pub looked: Vec<Looked>,
    /// When and why it was ended.
    #[n(12)]
    pub ended: Option<(Dated, String)>,
    /// How parties see the cooperation, oldest first.
    #[n(13)]
    pub assessments: Vec<Assessment>,
    /// Reminders that went out, oldest first.
    #[n(14)]
    pub warnings: Vec<Warning>,
    /// From when to when, as the text has it: what was signed, whatever was agreed later.
    #[n(15)]
    pub written: Option<Term>,
}

impl Partnership {
    /// The institution as it is in it.
    pub fn party(&self, who: Id<Organisation>) -> Option<&Party> {
        self.parties.iter().find(|party| party.organisation == who)
    }

    /// The parties once this one is named. One leads: whoever led before is a member from then on.
    pub(crate) fn with(&self, party: &Party) -> Vec<Party> {
        let mut parties = self.parties.clone();
        if party.role == Standing::Lead {
            let led = parties.iter_mut().filter(|known| known.role == Standing::Lead);
            led.for_each(|known| known.role = Standing::Member);
        }
        match parties
            .iter_mut()
            .find(|known| known.organisation == party.organisation)
        {
            Some(known) => *known = party.clone(),
            None => parties.push(party.clone()),
        }
        parties
    }

    /// Those who sign: the lead and the members.
    pub fn signers(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|party| party.role != Standing::Observer)
    }

    /// On which day this institution signed.
    pub fn signed_by(&self, who: Id<Organisation>) -> Option<Dated> {
        let mut all = self.signatures.iter();
        all.find(|signature| signature.organisation == who)
            .map(|signature| signature.on)
    }

    /// The day of the last signature, once all have signed.
    pub fn signed(&self) -> Option<Dated> {
        let days: Option<Vec<Dated>> = self.signers().map(|party| self.signed_by(party.organisation)).collect();
        days?.into_iter().max()
    }

    /// The first day on which it holds; none while a signature or the term is missing.
    pub fn from(&self) -> Option<Date> {
        let (signed, term) = (self.signed()?.last()?, self.term?);
        let from = term.from.and_then(Dated::last);
        Some(from.map_or(signed, |from| from.max(signed)))
    }

    /// The last day.
    pub fn until(&self) -> Option<Date> {
        self.term?.until.last()
    }

    /// Where it stands on a day.
    pub fn state(&self, today: Date) -> State {
        if self.ended.is_some() {
            return State::Ended;
        }
        match (self.from(), self.until()) {
            (Some(_), Some(until)) if until < today => State::Expired,
            (Some(from), _) if from > today => State::Signed,
            (Some(_), _) => {
                let review = self.term.and_then(|term| term.review).and_then(Dated::last);
                match review.is_some_and(|review| review <= today) {
                    true => State::UnderReview,
                    false => State::InForce,
                }
            }
            _ if self.consulted.is_some() => State::Consultation,
            _ if self.is_begun() => State::Drafting,
            _ => State::Idea,
        }
    }

    /// Whether it held on a day, whatever came later.
    pub fn held_on(&self, day: Date) -> bool {
        let ended = self.ended.as_ref().and_then(|(on, _)| on.first());
        let over = self.until().is_some_and(|until| until < day) || ended.is_some_and(|on| on <= day);
        !over && self.from().is_some_and(|from| from <= day)
    }

    /// Whether anything of its text is written.
    fn is_begun(&self) -> bool {
        let data = self.data != Data::NotWritten;
        self.purpose.is_some() || !self.measures.is_empty() || data || self.term.is_some()
    }

    /// Whether the text is whole: what the parties read, and sign.
    pub fn is_whole(&self) -> bool {
        let data = self.data != Data::NotWritten;
        self.purpose.is_some() && !self.measures.is_empty() && data && self.term.is_some()
    }

    /// How far a measure is: the last that was said.
    pub fn progress(&self, measure: usize) -> Progress {
        let mut said = self.moved.iter().rev();
        let last = said.find(|moved| usize::try_from(moved.measure) == Ok(measure));
        last.map_or(Progress::Open, |moved| moved.progress)
    }

    /// What an institution said of a question in a year: its last word.
    pub fn answer(&self, who: Id<Organisation>, year: i16, question: Question) -> Option<&Answered> {
        let said = self.assessments.iter().rev();
        said.filter(|one| one.organisation == who && one.year == year)
            .find_map(|one| one.answers.iter().find(|answer| answer.question == question.code()))
    }

    /// The years of which something was said, the earliest first.
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.assessments.iter().map(|one| one.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Whether two parties are two or more apart in a year. It ranks nobody: it is where to talk first.
    pub fn differs(&self, year: i16, question: Question) -> bool {
        let said = self
            .parties
            .iter()
            .filter_map(|party| self.answer(party.organisation, year, question));
        let values: Vec<u8> = said.map(|answer| answer.value.number()).collect();
        let (least, most) = (values.iter().min(), values.iter().max());
        least.zip(most).is_some_and(|(least, most)| most - least >= 2)
    }

    /// The next reminder of its end: the day from which it is due, and how many days before the end that is.
    pub fn next_warning(&self) -> Option<(Date, u16)> {
        if self.ended.is_some() || self.signed().is_none() {
            return None;
        }
        let term = self.term?;
        let until = term.until.last()?;
        let told = self.warnings.iter().filter(|warning| warning.until == term.until);
        let told = told.map(|warning| warning.days).min().unwrap_or(u16::MAX);
        let next = WARNINGS.into_iter().find(|days| *days < told)?;
        let day = until.checked_sub(i64::from(next).days()).ok()?;
        Some((day, next))
    }

    /// The moment from which the next reminder is due. Noon in UTC lies on the same day in every zone from UTC-12 to UTC+11; the
    /// decision asks the day in the country again.
    pub fn warns_at(&self) -> Option<Moment> {
        let (day, _) = self.next_warning()?;
        let noon = TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).ok()?;
        Some(Moment(noon.as_microsecond()))
    }

    /// What it waits for from an institution, each with its day; nothing from one that signs nothing in it.
    pub fn waits_for(&self, who: Id<Organisation>, today: Date) -> Vec<(Wait, Option<Date>)> {
        let (state, mut waits) = (self.state(today), Vec::new());
        if !self.signers().any(|party| party.organisation == who) || state == State::Ended {
            return waits;
        }
        let near = |until: &Date| {
            let from = until.checked_sub(i64::from(WARNINGS[0]).days());
            from.is_ok_and(|from| from <= today)
        };
        if let Some(until) = self
            .until()
            .filter(|until| state != State::Signed && self.signed().is_some() && near(until))
        {
            waits.push((Wait::Ends, Some(until)));
        }
        if state == State::Consultation && self.signed_by(who).is_none() {
            waits.push((Wait::Reads, self.consulted.and_then(Dated::last)));
        }
        let owed = self
            .measures
            .iter()
            .enumerate()
            .filter(|(_, measure)| measure.owner == who);
        let open = owed.filter(|(nth, _)| matches!(self.progress(*nth), Progress::Open | Progress::UnderWay));
        let late = open
            .filter_map(|(_, measure)| measure.due?.last())
            .filter(|due| *due < today);
        if let Some(due) = late.min().filter(|_| state.holds()) {
            waits.push((Wait::Measure, Some(due)));
        }
        let said = |one: &Assessment| one.organisation == who && one.year == today.year();
        if state.holds() && !self.assessments.iter().any(said) {
            waits.push((Wait::View, None));
        }
        waits
    }

    /// The reminder that is to go out today: of several that were missed, the nearest to the end.
    pub fn warning(&self, today: Date) -> Option<u16> {
        let (day, next) = self.next_warning()?;
        let until = self.until()?;
        let come = |days: &u16| {
            let from = until.checked_sub(i64::from(*days).days());
            *days <= next && from.is_ok_and(|from| from <= today)
        };
        let last = WARNINGS.into_iter().rev().find(come);
        last.filter(|_| day <= today)
    }
}

impl Stream for Partnership {
    const KIND: Kind = Kind::Partnership;
    type Event = Event;

    fn evolve(state: Option<Partnership>, event: &Event) -> Option<Partnership> {
        let Some(mut known) = state else {
            let Event::Begun(first) = event else { return None };
            return Some(Partnership {
                parties: first.parties.clone(),
                first: first.clone(),
                purpose: None,
                measures: Vec::new(),
                agreed: 0,
                moved: Vec::new(),
                data: Data::NotWritten,
                term: None,
                consulted: None,
                returned: Vec::new(),
                signatures: Vec::new(),
                looked: Vec::new(),
                ended: None,
                assessments: Vec::new(),
                warnings: Vec::new(),
                written: None,
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Begun(first) => {
                Summary::new("partnership_begun").how("partnership-arrangement", first.arrangement.code())
            }
            Event::PartyNamed(party) => Summary::new("partnership_party").with(party.organisation),
            Event::PurposeWritten(_) => Summary::new("partnership_purpose"),
            Event::MeasuresAdded(measures) => Summary::new("partnership_measures").count(measures.len()),
            Event::DataWritten(_) => Summary::new("partnership_data"),
            Event::TermSet(_) => Summary::new("partnership_term"),
            Event::Consulted { .. } => Summary::new("partnership_consulted"),
            Event::Returned { .. } => Summary::new("partnership_returned"),
            Event::Signed(signature) => Summary::new("partnership_signed").with(signature.organisation),
            Event::MeasureMoved(moved) => {
                Summary::new("partnership_moved").how("partnership-progress", moved.progress.code())
            }
            Event::Reviewed { .. } => Summary::new("partnership_reviewed"),
            Event::Renewed { .. } => Summary::new("partnership_renewed"),
            Event::Ended { .. } => Summary::new("partnership_ended"),
            Event::Assessed(assessment) => Summary::new("partnership_assessed").with(assessment.organisation),
            Event::Warned(_) => Summary::new("partnership_warned"),
        })
    }
}

impl Partnership {
    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Begun(_) => return None,
            Event::PartyNamed(party) => self.parties = self.with(&party),
            Event::PurposeWritten(purpose) => self.purpose = Some(purpose),
            Event::MeasuresAdded(measures) => {
                self.measures.extend(measures);
                if self.consulted.is_none() {
                    self.agreed = u32::try_from(self.measures.len()).ok()?;
                }
            }
            Event::DataWritten(data) => self.data = data,
            Event::TermSet(term) => (self.term, self.written) = (Some(term), Some(term)),
            Event::Consulted { until, .. } => self.consulted = Some(until),
            Event::Returned { reason, at } => {
                self.consulted = None;
                self.returned.push((reason, at));
            }
            Event::Signed(signature) => self.signatures.push(signature),
            Event::MeasureMoved(moved) => self.moved.push(moved),
            Event::Reviewed { on, text, next } => {
                self.term.as_mut()?.review = next;
                let text = Some(text);
                self.looked.push(Looked { on, text, until: None });
            }
            Event::Renewed { on, until, review } => {
                let term = self.term.as_mut()?;
                let before = Some(term.until);
                (term.until, term.review) = (until, review);
                self.looked.push(Looked {
                    on,
                    text: None,
                    until: before,
                });
            }
            Event::Ended { on, reason } => self.ended = Some((on, reason)),
            Event::Assessed(assessment) => self.assessments.push(assessment),
            Event::Warned(warning) => self.warnings.push(warning),
        }
        Some(())
    }
}
