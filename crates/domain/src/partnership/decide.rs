//! What may happen to a partnership: the rules that let it.
use super::{
    Act, Annex, Assess, Assessment, Begin, Consult, Data, End, Event, First, MEASURES, Measure, Move, Moved,
    Partnership, Party, Purpose, Question, Refusal, Renew, Return, Review, Sign, Signature, Standing, Term, Value,
    Warning,
};
use crate::{Changes, Context, Id, dated::Dated, organisation::Organisation};
use jiff::civil::Date;

/// Writes the first words down; its id is `context.id::<Partnership>(0)`. `there` are the institutions that are registered.
///
/// # Errors
/// When fewer than two are in it, one is named twice or not registered, or not one alone leads.
pub fn begin(command: &Begin, there: &[Id<Organisation>], context: &Context) -> Result<Changes, Refusal> {
    let parties = &command.parties;
    if parties.len() < 2 {
        return Err(Refusal::TooFew);
    }
    for (nth, party) in parties.iter().enumerate() {
        is_there(party, there)?;
        let mut before = parties.iter().take(nth);
        if before.any(|known| known.organisation == party.organisation) {
            return Err(Refusal::Twice);
        }
    }
    leads_and_signs(parties)?;
    let first = First {
        title: command.title.clone(),
        arrangement: command.arrangement,
        parties: parties.clone(),
        example: command.example,
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(context.id::<Partnership>(0), Event::Begun(first)))
}

/// Names an institution, or says anew what it is in it.
///
/// # Errors
/// When the text is read or signed, the institution is not registered, or nobody would lead.
pub fn name_party(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Party,
    there: &[Id<Organisation>],
    today: Date,
) -> Result<Changes, Refusal> {
    Act::Party.fits(on, today)?;
    is_there(command, there)?;
    let owes = on.measures.iter().any(|measure| measure.owner == command.organisation);
    if command.role == Standing::Observer && owes {
        return Err(Refusal::Observes);
    }
    leads_and_signs(&on.with(command))?;
    Ok(Changes::new(id, Event::PartyNamed(command.clone())))
}

/// Writes what it is for.
///
/// # Errors
/// When the text is read or signed.
pub fn write_purpose(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Purpose,
    today: Date,
) -> Result<Changes, Refusal> {
    Act::Purpose.fits(on, today)?;
    Ok(Changes::new(id, Event::PurposeWritten(command.clone())))
}

/// Adds what parties are to do.
///
/// # Errors
/// When it is over or read, nothing is said or too much, or an owner is no party that signs.
pub fn add_measures(
    id: Id<Partnership>,
    on: &Partnership,
    command: &[Measure],
    today: Date,
) -> Result<Changes, Refusal> {
    Act::Measures.fits(on, today)?;
    if command.is_empty() {
        return Err(Refusal::Nothing);
    }
    if on.measures.len() + command.len() > usize::from(MEASURES) {
        return Err(Refusal::TooMany);
    }
    for measure in command {
        signer(on, measure.owner)?;
    }
    Ok(Changes::new(id, Event::MeasuresAdded(command.to_vec())))
}

/// Writes what is said about data: which, or that there are none.
///
/// # Errors
/// When the text is read or signed, or an annex leaves out what, on which ground, or who answers.
pub fn write_data(id: Id<Partnership>, on: &Partnership, command: &Data, today: Date) -> Result<Changes, Refusal> {
    Act::Data.fits(on, today)?;
    match command {
        Data::NotWritten => return Err(Refusal::Nothing),
        Data::NoData => {}
        Data::Annex(Annex {
            classes,
            grounds,
            controllers,
            ..
        }) => {
            if classes.is_empty() || grounds.is_empty() || controllers.is_empty() {
                return Err(Refusal::NoAnnex);
            }
            for controller in controllers {
                on.party(*controller).ok_or(Refusal::NoParty)?;
            }
        }
    }
    Ok(Changes::new(id, Event::DataWritten(command.clone())))
}

/// Sets from when to when it holds.
///
/// # Errors
/// When the text is read or signed, or the days do not follow each other.
pub fn set_term(id: Id<Partnership>, on: &Partnership, command: &Term, today: Date) -> Result<Changes, Refusal> {
    Act::Term.fits(on, today)?;
    let until = whole(command.until)?;
    let from = command.from.map(whole).transpose()?;
    if from.is_some_and(|from| from > until) {
        return Err(Refusal::DayBefore);
    }
    reviewed_within(command.review, from, until)?;
    Ok(Changes::new(id, Event::TermSet(*command)))
}

/// Sends the draft to the parties.
///
/// # Errors
/// When a part is missing, or the day is past.
pub fn consult(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Consult,
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Consult.fits(on, today)?;
    if whole(command.until)? < today {
        return Err(Refusal::DayBefore);
    }
    let (until, at) = (command.until, context.now);
    Ok(Changes::new(id, Event::Consulted { until, at }))
}

/// Drafts it again.
///
/// # Errors
/// When nobody reads it, or somebody has signed.
pub fn return_draft(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Return,
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Return.fits(on, today)?;
    let (reason, at) = (command.reason.clone(), context.now);
    Ok(Changes::new(id, Event::Returned { reason, at }))
}

/// Records a signature; `returned` is the day in the country on which the text was drafted again, where it was.
///
/// # Errors
/// When nobody reads the text, the institution is no party that signs or signed before, or the day is to come, after its end, or
/// before the text was drafted again.
pub fn sign(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Sign,
    (today, returned): (Date, Option<Date>),
) -> Result<Changes, Refusal> {
    if on.signed_by(command.organisation).is_some() {
        return Err(Refusal::SignedBefore);
    }
    Act::Sign.fits(on, today)?;
    signer(on, command.organisation)?;
    not_to_come(command.on, today)?;
    if on.until().is_some_and(|until| command.on.last() > Some(until)) {
        return Err(Refusal::DayAfter);
    }
    // What was signed before that was another text.
    if returned.is_some_and(|returned| command.on.last() < Some(returned)) {
        return Err(Refusal::DayBefore);
    }
    let (organisation, on_day) = (command.organisation, command.on);
    let signature = Signature {
        organisation,
        on: on_day,
    };
    Ok(Changes::new(id, Event::Signed(signature)))
}

/// Says how far a measure is.
///
/// # Errors
/// When it is not signed, or there is no such measure.
pub fn move_measure(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Move,
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Move.fits(on, today)?;
    let nth = usize::try_from(command.measure).map_err(|_| Refusal::NoMeasure)?;
    on.measures.get(nth).ok_or(Refusal::NoMeasure)?;
    let moved = Moved {
        measure: command.measure,
        progress: command.progress,
        note: command.note.clone(),
        at: context.now,
    };
    Ok(Changes::new(id, Event::MeasureMoved(moved)))
}

/// Records that the parties looked at it together.
///
/// # Errors
/// When it does not hold, or the days do not follow each other.
pub fn review(id: Id<Partnership>, on: &Partnership, command: &Review, today: Date) -> Result<Changes, Refusal> {
    Act::Review.fits(on, today)?;
    since_first(on, command.on, today)?;
    let until = on.until().ok_or(Refusal::NotNow)?;
    after(command.next, today)?;
    reviewed_within(command.next, None, until)?;
    Ok(Changes::new(
        id,
        Event::Reviewed {
            on: command.on,
            text: command.text.clone(),
            next: command.next,
        },
    ))
}

/// Lets it hold longer.
///
/// # Errors
/// When it was never signed or is ended, or the new last day is not after the old one and today.
pub fn renew(id: Id<Partnership>, on: &Partnership, command: &Renew, today: Date) -> Result<Changes, Refusal> {
    Act::Renew.fits(on, today)?;
    since_first(on, command.on, today)?;
    let until = whole(command.until)?;
    if on.until().is_some_and(|before| until <= before) || until < today {
        return Err(Refusal::DayBefore);
    }
    after(command.review, today)?;
    reviewed_within(command.review, None, until)?;
    let (on, until, review) = (command.on, command.until, command.review);
    Ok(Changes::new(id, Event::Renewed { on, until, review }))
}

/// Ends it.
///
/// # Errors
/// When it is ended, or the day is to come, or before the first on which it held.
pub fn end(id: Id<Partnership>, on: &Partnership, command: &End, today: Date) -> Result<Changes, Refusal> {
    Act::End.fits(on, today)?;
    match on.from() {
        Some(from) if from <= today => since_first(on, command.on, today)?,
        // One that does not hold yet is given up on any day until now.
        _ => not_to_come(command.on, today)?,
    }
    let (on, reason) = (command.on, command.reason.clone());
    Ok(Changes::new(id, Event::Ended { on, reason }))
}

/// Says how the actor's institution sees the cooperation. A later word of the same year counts; both stay.
///
/// # Errors
/// When it was never signed, the institution is no party, a question or value is none, a 4 has no evidence, or the year is over and
/// was spoken of.
pub fn assess(
    id: Id<Partnership>,
    on: &Partnership,
    command: &Assess,
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Assess.fits(on, today)?;
    let organisation = context.actor.organisation;
    on.party(organisation).ok_or(Refusal::NoParty)?;
    let first = on.from().ok_or(Refusal::NotNow)?.year();
    if command.year > today.year() {
        return Err(Refusal::DayToCome);
    }
    if command.year < first {
        return Err(Refusal::DayBefore);
    }
    let mut said = on.assessments.iter();
    let spoke = said.any(|one| one.organisation == organisation && one.year == command.year);
    if command.year < today.year() && spoke {
        return Err(Refusal::YearOver);
    }
    if command.answers.is_empty() {
        return Err(Refusal::Nothing);
    }
    for (nth, answer) in command.answers.iter().enumerate() {
        let known = Question::all().any(|question| question.code() == answer.question);
        let mut before = command.answers.iter().take(nth);
        if !known || before.any(|other| other.question == answer.question) {
            return Err(Refusal::NoQuestion);
        }
        if answer.value == Value::Checked && answer.evidence.is_none() {
            return Err(Refusal::NoEvidence);
        }
    }
    let assessment = Assessment {
        organisation,
        year: command.year,
        answers: command.answers.clone(),
        at: context.now,
    };
    Ok(Changes::new(id, Event::Assessed(assessment)))
}

/// Reminds of its end.
///
/// # Errors
/// When no reminder is due.
pub fn warn(id: Id<Partnership>, on: &Partnership, today: Date, context: &Context) -> Result<Changes, Refusal> {
    let days = on.warning(today).ok_or(Refusal::NoWarning)?;
    let until = on.term.ok_or(Refusal::NoWarning)?.until;
    let at = context.now;
    Ok(Changes::new(id, Event::Warned(Warning { days, until, at })))
}

fn is_there(party: &Party, there: &[Id<Organisation>]) -> Result<(), Refusal> {
    there
        .contains(&party.organisation)
        .then_some(())
        .ok_or(Refusal::NotThere)
}

/// One leads, and no more than one; at least two sign.
fn leads_and_signs(parties: &[Party]) -> Result<(), Refusal> {
    let leads = parties.iter().filter(|party| party.role == Standing::Lead);
    if leads.count() != 1 {
        return Err(Refusal::NoLead);
    }
    let signs = parties.iter().filter(|party| party.role != Standing::Observer);
    (signs.count() >= 2).then_some(()).ok_or(Refusal::TooFew)
}

fn signer(on: &Partnership, who: Id<Organisation>) -> Result<(), Refusal> {
    match on.party(who).ok_or(Refusal::NoParty)?.role {
        Standing::Observer => Err(Refusal::Observes),
        Standing::Lead | Standing::Member => Ok(()),
    }
}

/// The day that is meant; a month or a year is none.
fn whole(day: Dated) -> Result<Date, Refusal> {
    day.last().filter(|_| day.day().is_some()).ok_or(Refusal::NoDay)
}

fn not_to_come(day: Dated, today: Date) -> Result<(), Refusal> {
    (whole(day)? <= today).then_some(()).ok_or(Refusal::DayToCome)
}

/// Not to come, and not before it held.
fn since_first(on: &Partnership, day: Dated, today: Date) -> Result<(), Refusal> {
    not_to_come(day, today)?;
    let from = on.from().ok_or(Refusal::NotNow)?;
    (whole(day)? >= from).then_some(()).ok_or(Refusal::DayBefore)
}

fn after(day: Option<Dated>, today: Date) -> Result<(), Refusal> {
    match day.map(whole).transpose()? {
        Some(day) if day <= today => Err(Refusal::DayBefore),
        _ => Ok(()),
    }
}

fn reviewed_within(review: Option<Dated>, from: Option<Date>, until: Date) -> Result<(), Refusal> {
    let Some(review) = review.map(whole).transpose()? else {
        return Ok(());
    };
    let within = review <= until && from.is_none_or(|from| review >= from);
    within.then_some(()).ok_or(Refusal::DayBefore)
}
