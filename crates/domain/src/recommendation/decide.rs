//! What may happen to a recommendation: the rules that let it.
use super::{
    Address, Close, Decide, Event, Finding, First, Formulate, Open, Outcome, Position, Rating, Recommendation, Record,
    Refusal, Report, Review, Said, Stance, State, Supersede, Translate,
};
use crate::{Changes, Context, Id, dated::Dated, organisation::Organisation};
use jiff::civil::Date;

/// What is done to a recommendation, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Put into another language.
    Translate,
    /// Discussed.
    Discuss,
    /// A position is taken.
    Position,
    /// Its words are agreed.
    Formulate,
    /// A body decides.
    Decide,
    /// Addressed.
    Address,
    /// Reported on.
    Report,
    /// Reviewed.
    Review,
    /// Said to be the same as another.
    Liken,
    /// Closed.
    Close,
    /// Reopened.
    Reopen,
    /// Superseded.
    Supersede,
}

impl Act {
    /// Every one.
    pub const ALL: [Act; 12] = [
        Act::Translate,
        Act::Discuss,
        Act::Position,
        Act::Formulate,
        Act::Decide,
        Act::Address,
        Act::Report,
        Act::Review,
        Act::Liken,
        Act::Close,
        Act::Reopen,
        Act::Supersede,
    ];

    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Recommendation) -> Result<(), Refusal> {
        let (state, public) = (on.state, on.is_public());
        let over = matches!(state, State::Closed | State::Superseded);
        let fits = match self {
            Act::Translate | Act::Liken => true,
            Act::Discuss | Act::Formulate if public => return Err(Refusal::Fixed),
            // Another is asked, or more time is given.
            Act::Discuss => matches!(state, State::Drafted | State::UnderDiscussion),
            Act::Position => state == State::UnderDiscussion,
            Act::Formulate => matches!(state, State::Drafted | State::UnderDiscussion),
            Act::Decide if matches!(state, State::Drafted | State::UnderDiscussion | State::Formulated) => {
                return on.decision.is_none().then_some(()).ok_or(Refusal::DecidedBefore);
            }
            Act::Decide if !over => return Err(Refusal::DecidedBefore),
            Act::Decide => false,
            // A published report is addressed without a decision: it binds nobody less for it.
            Act::Address => match state {
                State::Formulated => public,
                State::Adopted | State::UnderWay | State::ImplementedByOwnReport => true,
                _ => false,
            },
            Act::Report => {
                !on.addressees.is_empty()
                    && matches!(
                        state,
                        State::Formulated | State::Adopted | State::UnderWay | State::ImplementedByOwnReport
                    )
            }
            Act::Review => matches!(state, State::UnderWay | State::ImplementedByOwnReport | State::Verified),
            Act::Close => !over,
            Act::Reopen => matches!(state, State::Closed),
            Act::Supersede => !over,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }
}

/// Writes a recommendation down; its id is `context.id::<Recommendation>(0)`.
pub fn record(command: &Record, context: &Context) -> Changes {
    let first = First {
        title: command.title.clone(),
        source: command.source.clone(),
        wording: command.wording.clone(),
        theme: command.theme,
        example: command.example,
        by: context.actor,
        at: context.now,
    };
    Changes::new(context.id::<Recommendation>(0), Event::Recorded(first))
}

/// Puts it into another language.
///
/// # Errors
/// None but those of [`Act::fits`].
pub fn translate(id: Id<Recommendation>, on: &Recommendation, command: &Translate) -> Result<Changes, Refusal> {
    Act::Translate.fits(on)?;
    Ok(Changes::new(id, Event::Translated(command.clone())))
}

/// Asks institutions what they think; `there` are those of them that are registered, `today` the day in the country.
///
/// # Errors
/// When its words are fixed, nobody is asked, one is not registered, or the day is past.
pub fn open_discussion(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Open,
    there: &[Id<Organisation>],
    today: Date,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Discuss.fits(on)?;
    if command.asked.is_empty() {
        return Err(Refusal::NobodyAsked);
    }
    if !command.asked.iter().all(|asked| there.contains(asked)) {
        return Err(Refusal::NotThere);
    }
    not_before(command.until, today)?;
    Ok(Changes::new(
        id,
        Event::DiscussionOpened {
            asked: command.asked.clone(),
            until: command.until,
            at: context.now,
        },
    ))
}

/// Says what one's institution thinks. A later word stands beside the earlier one, and counts.
///
/// # Errors
/// When nothing is discussed, the institution was not asked, or changes are wished and none is told.
pub fn take_position(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Position,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Position.fits(on)?;
    let organisation = context.actor.organisation;
    let asked = on.discussion.iter().any(|known| known.asked.contains(&organisation));
    if !asked {
        return Err(Refusal::NotAsked);
    }
    match command.stance {
        Stance::SupportsWithChanges if command.wording.is_none() && command.reason.is_none() => {
            return Err(Refusal::NoChange);
        }
        Stance::Opposes if command.reason.is_none() => return Err(Refusal::NoReason),
        _ => {}
    }
    Ok(Changes::new(
        id,
        Event::PositionTaken(Said {
            organisation,
            stance: command.stance,
            reason: command.reason.clone(),
            wording: command.wording.clone(),
            at: context.now,
        }),
    ))
}

/// Fixes the agreed words.
///
/// # Errors
/// When they are fixed, or agreed before.
pub fn formulate(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Formulate,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Formulate.fits(on)?;
    Ok(Changes::new(
        id,
        Event::Formulated {
            text: command.text.clone(),
            at: context.now,
        },
    ))
}

/// Records what a body decided. It is adopted in words that are agreed; it may be declined before.
///
/// # Errors
/// When a body decided before, its words are not agreed, a *no* has no reason, or the day is before the first words or to come.
pub fn decide(id: Id<Recommendation>, on: &Recommendation, command: &Decide, today: Date) -> Result<Changes, Refusal> {
    Act::Decide.fits(on)?;
    if command.outcome == Outcome::Adopted && on.state != State::Formulated {
        return Err(Refusal::NotNow);
    }
    if command.outcome == Outcome::Declined && command.reason.is_none() {
        return Err(Refusal::NoReason);
    }
    let said = on.first.source.dated.and_then(Dated::first);
    let on_day = command.on.last().ok_or(Refusal::DayBefore)?;
    if said.is_some_and(|said| on_day < said) {
        return Err(Refusal::DayBefore);
    }
    if command.on.first().is_none_or(|first| first > today) {
        return Err(Refusal::DayToCome);
    }
    Ok(Changes::new(id, Event::Decided(command.clone())))
}

/// Says who is to carry it out, and until when. A later term stands in the place of an earlier one.
///
/// # Errors
/// When it is not adopted nor public, the institution is not registered, or the term lies before the decision.
pub fn address(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Address,
    is_there: bool,
) -> Result<Changes, Refusal> {
    Act::Address.fits(on)?;
    if !is_there {
        return Err(Refusal::NotThere);
    }
    if let (Some(term), Some(from)) = (
        command.term,
        on.decision.as_ref().and_then(|decision| decision.on.first()),
    ) {
        not_before(term, from)?;
    }
    Ok(Changes::new(id, Event::Addressed(command.clone())))
}

/// Reports how far it is.
///
/// # Errors
/// When the actor's institution is not to carry it out, or *done* has nothing that shows it.
pub fn report(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Report,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Report.fits(on)?;
    if !on.is_addressed_to(context.actor.organisation) {
        return Err(Refusal::NotAddressed);
    }
    if command.rating == Rating::Done && command.evidence.is_empty() {
        return Err(Refusal::NoEvidence);
    }
    Ok(Changes::new(id, Event::Reported(finding(command, context))))
}

/// Says what a reviewer finds. It stands beside what was reported.
///
/// # Errors
/// When nothing was reported, or *done* has nothing that shows it.
pub fn review(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Review,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Review.fits(on)?;
    let shown = on.reports.iter().any(|report| !report.evidence.is_empty());
    if command.rating == Rating::Done && command.evidence.is_empty() && !shown {
        return Err(Refusal::NoEvidence);
    }
    Ok(Changes::new(id, Event::Reviewed(finding(command, context))))
}

/// Says that it says the same as another, or that it does not.
///
/// # Errors
/// When it is the same one, or there is no other.
pub fn say_the_same(
    id: Id<Recommendation>,
    on: &Recommendation,
    other: Id<Recommendation>,
    same: bool,
    is_there: bool,
) -> Result<Changes, Refusal> {
    Act::Liken.fits(on)?;
    if other == id {
        return Err(Refusal::Itself);
    }
    if !is_there {
        return Err(Refusal::NotThere);
    }
    Ok(Changes::new(id, Event::SaysTheSame { other, same }))
}

/// Ends it.
///
/// # Errors
/// When it is over.
pub fn close(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Close,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Close.fits(on)?;
    let (reason, at) = (command.reason.clone(), context.now);
    Ok(Changes::new(id, Event::Closed { reason, at }))
}

/// Lets it go on where it stood.
///
/// # Errors
/// When it is not closed.
pub fn reopen(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Close,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Reopen.fits(on)?;
    let (reason, at) = (command.reason.clone(), context.now);
    Ok(Changes::new(id, Event::Reopened { reason, at }))
}

/// Puts another in its place.
///
/// # Errors
/// When it is over, it is the same one, there is no other, or that one is replaced itself.
pub fn supersede(
    id: Id<Recommendation>,
    on: &Recommendation,
    command: &Supersede,
    by: Option<&Recommendation>,
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Supersede.fits(on)?;
    if command.by == id {
        return Err(Refusal::Itself);
    }
    let other = by.ok_or(Refusal::NotThere)?;
    // Two that replace each other would leave none.
    if other.state == State::Superseded {
        return Err(Refusal::NotNow);
    }
    let (by, at) = (command.by, context.now);
    Ok(Changes::new(id, Event::Superseded { by, at }))
}

fn finding(command: &Report, context: &Context) -> Finding {
    Finding {
        organisation: context.actor.organisation,
        rating: command.rating,
        text: command.text.clone(),
        evidence: command.evidence.clone(),
        at: context.now,
    }
}

fn not_before(day: Dated, from: Date) -> Result<(), Refusal> {
    match day.last() {
        Some(last) if last >= from => Ok(()),
        _ => Err(Refusal::DayBefore),
    }
}
