//! Screening on a phone, a page at a time: each page is one commit, and what it holds is never asked again.
use crate::{
    Act, App, Error, Read, Receipt,
    act::On,
    case::{change, file::Seen, list::Order},
    consent::tell_readers,
    detail::{keep, same},
    referral::{active, help_again},
    task,
};
use tiltas_access::{Action, Permit, Shown, Subject};
use tiltas_domain::{
    Answer, Content, Field, Id, Moment, Root,
    case::{self, Case},
    consent::{self, AddConsent},
    content::Message,
    risk,
    screening::{
        self, Decision, Page, Screening, Screenings,
        advice::{self, Set},
    },
    task::Kind,
};

/// Keeps one page.
///
/// # Errors
/// When the actor does not lead the case, the screening is concluded, or one of its parts is refused: then none is kept.
pub fn answer(app: &App, root: &Root, id: Id<Case>, screening: Id<Screening>, page: &Page) -> Result<Receipt, Error> {
    change(app, root, Act::AnswerScreening, id, |read, context, permit, case| {
        let mut changes = screening::answer(id, &read.of_case(id)?, screening, &page.answers)?;
        if let Some(person) = page
            .person
            .as_ref()
            .filter(|person| case.person.told(person) != case.person)
        {
            let noticed = task::was_opened(read, id, Kind::TellChildProtection)?;
            changes = changes.and_all(case::describe(id, case, person, noticed, app.profile(), context)?);
        }
        if let Some(urgency) = page.urgency {
            // What becomes more urgent is due sooner: the duty of before gives way.
            let sooner = urgency < case.urgency && !read.views().was_referred(id)?;
            if sooner {
                changes = changes.and_all(task::dropped(read, context, id, Kind::Refer)?);
            }
            let awaited = !sooner && help_is_awaited(read, id)?;
            changes = changes.and_all(case::change_urgency(id, case, urgency, awaited, app.profile(), context));
        }
        for (nth, detail) in (0..).zip(&page.details) {
            changes = changes.and_all(keep(app, context, read, permit, (id, case), detail.clone(), nth)?);
        }
        if let Some(assess) = &page.risk
            && !crate::risk::stands(read, permit, id, assess)?
        {
            changes = changes.and_all(risk::assess(id, assess)?);
        }
        let mut new: Vec<AddConsent> = Vec::new();
        for say in &page.consents {
            if !said_already(read, permit, case, say)? {
                new.push(say.clone());
            }
        }
        let sent = active(read, case)?;
        let said = consent::record(id, case, &new, &sent, app.profile(), context)?;
        tell_readers(read, &said)?;
        let again = help_again(app, read, context, (id, case), &said)?;
        Ok(changes.and_all(said).and_all(again))
    })
}

/// Whether the last that was said about this recipient is the same, word for word. Another last day, another way of saying it
/// or other words are said anew: nothing that is saved is dropped. A page on which no words stand changes none.
fn said_already(read: &mut Read<'_>, permit: &Permit, case: &Case, say: &AddConsent) -> Result<bool, Error> {
    let last = case.consents.iter().rev().find(|before| before.said.to == say.to);
    let Some(before) = last.filter(|before| !before.taken_back) else {
        return Ok(last.is_none() && say.answer == Answer::NotAsked);
    };
    let said = &before.said;
    let plain = (
        said.answer,
        said.fields,
        said.purpose,
        said.until,
        said.form,
        &said.language,
    ) == (say.answer, say.fields, say.purpose, say.until, say.form, &say.language);
    let words = say.words.clone().map(Content::New);
    Ok(plain && (words.is_none() || same(read, permit, said.words.as_ref(), words.as_ref())?))
}

/// A person decides, whatever the advice.
///
/// # Errors
/// When the actor does not lead the case, the screening is concluded, or "no case" comes without a reason.
pub fn conclude(
    app: &App,
    root: &Root,
    id: Id<Case>,
    screening: Id<Screening>,
    decision: Decision,
    advised: bool,
    reason: Option<Message>,
) -> Result<Receipt, Error> {
    change(app, root, Act::ConcludeScreening, id, |read, context, _, _| {
        let screenings = read.of_case(id)?;
        let concluded = screening::conclude(id, &screenings, screening, decision, advised, reason.clone())?;
        let screened = task::fulfilled(read, context, id, Kind::Screen)?;
        let concluded = concluded.and_all(screened);
        if decision == Decision::Refer {
            return Ok(concluded);
        }
        Ok(concluded.and_all(task::dropped(read, context, id, Kind::Refer)?))
    })
}

/// Whether the duty to find help is open, or help was asked for already.
fn help_is_awaited(read: &mut Read<'_>, case: Id<Case>) -> Result<bool, Error> {
    Ok(task::is_open(read, case, Kind::Refer)? || read.views().was_referred(case)?)
}

/// Begins another screening of a person whose file is open.
///
/// # Errors
/// When the actor does not lead the case.
pub fn start(app: &App, root: &Root, id: Id<Case>, set: &str) -> Result<Receipt, Error> {
    change(app, root, Act::StartScreening, id, |read, context, _, _| {
        read.find(id.of::<Screenings>())?;
        Ok(screening::start(id, set, context))
    })
}

/// The screenings of a case, for those who may know what happened.
pub(crate) fn kept(read: &mut Read<'_>, permit: &Permit, seen: &Seen<'_>) -> Shown<Vec<Screening>> {
    let screenings: Screenings = seen.of_case(Field::Story).unwrap_or_default();
    let shown = permit.show(Field::Story, screenings.0);
    for screening in shown.open().into_iter().flatten() {
        read.shows(&format!("{:?}", (screening.id, &screening.answers, screening.decision)));
    }
    shown
}

/// The set that people of the actor's organisation begin with.
///
/// # Errors
/// When storage is away.
pub fn usual(app: &App, root: &Root) -> Result<&'static Set, Error> {
    app.view("screening.begin", root, |read, context| {
        Ok(advice::usual(read.state(context.actor.organisation)?.kind))
    })
}

/// A screening that was begun and not concluded.
#[derive(Debug)]
pub struct Begun {
    /// Whose.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Which of the file's screenings, counted from one.
    pub nth: usize,
    /// The set that it began with.
    pub set: String,
    /// How many questions have an answer.
    pub answered: usize,
    /// When the file was opened.
    pub opened: Moment,
}

/// The screenings of cases that the actor's organisation leads, begun and not concluded; newest file first.
///
/// # Errors
/// When storage is away.
pub fn begun(app: &App, root: &Root) -> Result<Vec<Begun>, Error> {
    let cases = crate::case::list::list(app, root, Order::Newest, 0)?.lines;
    app.view("screening.list", root, |read, context| {
        let mut begun = Vec::new();
        for line in cases.into_iter().filter(|line| line.leads) {
            let case = read.state(line.case)?;
            let facts = crate::case::facts(context, &case);
            if !read.may(Action::Screen, Subject::Case(line.case), facts) {
                continue;
            }
            let screenings: Screenings = read.of_case(line.case)?;
            let running = (1..)
                .zip(&screenings.0)
                .filter(|(_, screening)| Act::AnswerScreening.fits(On::Screening(screening), context));
            begun.extend(running.map(|(nth, screening)| {
                Begun {
                    case: line.case,
                    spoken_name: line.spoken_name.clone(),
                    nth,
                    set: screening.set.clone(),
                    answered: screening
                        .answers
                        .iter()
                        .filter(|(_, answer)| *answer != Answer::NotAsked)
                        .count(),
                    opened: line.opened,
                }
            }));
        }
        Ok(begun)
    })
}
