//! What may happen to a practice: the rules that let it.
use super::{Adopt, Adopted, Event, Planned, Practice, Refusal, State, Withdraw, Write};
use crate::{
    Changes, Context, Id,
    organisation::Organisation,
    plan::{Item, Plan},
    recommendation::{self, Recommendation, Record, Source, Wording, WordingKind},
};

/// What is done to a practice, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It tells something else.
    Change,
    /// Read by the secretariat.
    Review,
    /// Published.
    Publish,
    /// Withdrawn.
    Withdraw,
    /// Adopted by an institution, as a recommendation.
    Adopt,
    /// Adopted as an action of a plan.
    Plan,
}

impl Act {
    /// Every one.
    pub const ALL: [Act; 6] = [
        Act::Change,
        Act::Review,
        Act::Publish,
        Act::Withdraw,
        Act::Adopt,
        Act::Plan,
    ];

    /// Whether it is done by this institution to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Practice, by: Id<Organisation>) -> Result<(), Refusal> {
        let fits = match self {
            Act::Change => matches!(on.state, State::Draft | State::Reviewed),
            Act::Review if on.state == State::Draft => {
                let known = on.content.example || on.content.page.is_some();
                return known.then_some(()).ok_or(Refusal::NoSource);
            }
            Act::Review => false,
            Act::Publish => on.state == State::Reviewed,
            Act::Withdraw => on.state != State::Withdrawn,
            Act::Adopt | Act::Plan if on.state == State::Published => {
                return (!on.is_adopted_by(by)).then_some(()).ok_or(Refusal::AdoptedBefore);
            }
            Act::Adopt | Act::Plan => false,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }
}

/// Writes a practice down; its id is `context.id::<Practice>(0)`.
pub fn record(command: &Write, context: &Context) -> Changes {
    let event = Event::Recorded {
        content: command.clone(),
        by: context.actor,
        at: context.now,
    };
    Changes::new(context.id::<Practice>(0), event)
}

fn done(act: Act, id: Id<Practice>, on: &Practice, event: Event, context: &Context) -> Result<Changes, Refusal> {
    act.fits(on, context.actor.organisation)?;
    Ok(Changes::new(id, event))
}

/// Changes it: what was reviewed is a draft again.
///
/// # Errors
/// When it is published or withdrawn.
pub fn change(id: Id<Practice>, on: &Practice, command: &Write, context: &Context) -> Result<Changes, Refusal> {
    let event = Event::Changed {
        content: command.clone(),
        at: context.now,
    };
    done(Act::Change, id, on, event, context)
}

/// The secretariat has read it.
///
/// # Errors
/// When it is no draft, or names no page and is no example.
pub fn review(id: Id<Practice>, on: &Practice, context: &Context) -> Result<Changes, Refusal> {
    done(Act::Review, id, on, Event::Reviewed { at: context.now }, context)
}

/// All who work on policy read it from now on.
///
/// # Errors
/// When it is not reviewed as it stands.
pub fn publish(id: Id<Practice>, on: &Practice, context: &Context) -> Result<Changes, Refusal> {
    done(Act::Publish, id, on, Event::Published { at: context.now }, context)
}

/// It no longer stands.
///
/// # Errors
/// When it was withdrawn before.
pub fn withdraw(id: Id<Practice>, on: &Practice, command: &Withdraw, context: &Context) -> Result<Changes, Refusal> {
    let event = Event::Withdrawn {
        reason: command.reason.clone(),
        at: context.now,
    };
    done(Act::Withdraw, id, on, event, context)
}

/// The actor's institution adopts it: a recommendation that names the practice, whose id is `context.id::<Recommendation>(0)`.
///
/// # Errors
/// When it is not published, the institution has adopted it before, or the source is one whose words are fixed.
pub fn adopt(id: Id<Practice>, on: &Practice, command: &Adopt, context: &Context) -> Result<Changes, Refusal> {
    Act::Adopt.fits(on, context.actor.organisation)?;
    if command.source.is_public() {
        return Err(Refusal::PublicSource);
    }
    let first = Record {
        title: command.title.clone(),
        source: Source {
            kind: command.source,
            document: Some(on.content.title.clone()),
            round: None,
            paragraph: None,
            dated: None,
            page: on.content.page.clone(),
            priority: None,
        },
        wording: Wording {
            text: command.text.clone(),
            language: command.language.clone(),
            kind: WordingKind::Paraphrase,
        },
        theme: on.content.theme,
        example: command.example || on.content.example,
    };
    let adopted = Event::Adopted(Adopted {
        organisation: context.actor.organisation,
        recommendation: context.id::<Recommendation>(0),
        at: context.now,
    });
    Ok(recommendation::record(&first, context).and_all(Changes::new(id, adopted)))
}

/// The actor's institution adopts it as this item of a plan, which is written in the same commit.
///
/// # Errors
/// When it is not published, or the institution has adopted it before.
pub fn plan(
    id: Id<Practice>,
    on: &Practice,
    (plan, item): (Id<Plan>, Id<Item>),
    context: &Context,
) -> Result<Changes, Refusal> {
    let planned = Event::Planned(Planned {
        organisation: context.actor.organisation,
        plan,
        item,
        at: context.now,
    });
    done(Act::Plan, id, on, planned, context)
}
