//! Referrals: sending, answering, escalation.
pub mod list;
pub mod page;
pub mod prepare;

use crate::{
    Act, App, Error, Read, Receipt, case,
    consent::tell_readers,
    organisation::{first_reached, reached, something_waits},
    task,
};
use tiltas_access::{Action, Facts, Permit, ReferralFacts, Side, Subject};
use tiltas_domain::{
    Changes, Context, Event, Id, Root,
    case::{Case, Urgency, help_needed_again},
    content::Message,
    provider::Provider,
    referral::{
        How, Outcome, Referral, Refusal, Sending, Sent, Step, WithdrawnBecause,
        answer::{self, Answer},
        end,
        send::{self, Draft, Send},
    },
    task::Kind,
};

/// A referral with the file and the provider it speaks of.
pub(crate) struct Loaded {
    pub referral: Referral,
    pub case: Case,
    pub provider: Provider,
    pub sending: Sending,
}

pub(crate) fn load(read: &mut Read<'_>, id: Id<Referral>) -> Result<Loaded, Error> {
    let referral = read.state(id)?;
    let sending = referral
        .sent()
        .map(|(sending, _)| sending.clone())
        .ok_or(Error::NotFound)?;
    let case = read.state(sending.case)?;
    let provider = read.state(sending.to)?;
    Ok(Loaded {
        referral,
        case,
        provider,
        sending,
    })
}

/// The referrals of a file by which organisations take part, with their providers.
pub(crate) fn active(read: &mut Read<'_>, case: &Case) -> Result<Vec<Sent>, Error> {
    let mut active = Vec::new();
    for id in case.referrals() {
        let referral = read.state(id)?;
        if let Some((sending, _)) = referral.sent() {
            let provider = read.state(sending.to)?;
            active.push(Sent { id, referral, provider });
        }
    }
    Ok(active)
}

pub(crate) fn facts(context: &Context, loaded: &Loaded) -> ReferralFacts {
    ReferralFacts::of(&loaded.referral, &loaded.case, &context.actor, context.now)
}

fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Referral>,
    decide: impl Fn(&mut Read<'_>, &Context, &Permit, &Loaded) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let loaded = load(read, id)?;
        let permit = read.permit(
            act.action(),
            Subject::Case(loaded.sending.case),
            facts(context, &loaded),
        )?;
        if let (Side::Past, Some((_, state))) = (permit.side(), loaded.referral.sent()) {
            return Err(Refusal::Over(state.code()).into());
        }
        let changes = decide(read, context, &permit, &loaded)?;
        let again = help_again(app, read, context, (loaded.sending.case, &loaded.case), &changes)?;
        Ok((permit, changes.and_all(again)))
    })
}

/// Where an urgent referral has ended without help in these changes, and nothing else waits or runs for the person, finding
/// help is due again. What is not needed any more ends without that.
pub(crate) fn help_again(
    app: &App,
    read: &mut Read<'_>,
    context: &Context,
    (id, case): (Id<Case>, &Case),
    changes: &Changes,
) -> Result<Changes, Error> {
    let ended: Vec<Id<Referral>> = changes
        .list()
        .iter()
        .filter(|change| matches!(&change.event, Event::Referral(event) if event.ends_without_help()))
        .map(|change| Id::from_stored(change.stream.id))
        .collect();
    if ended.is_empty() || task::is_open(read, id, Kind::Refer)? {
        return Ok(Changes::default());
    }
    let mut urgency = Urgency::Ordinary;
    for sent in active(read, case)? {
        let Some((sending, state)) = sent.referral.sent() else {
            continue;
        };
        if ended.contains(&sent.id) {
            urgency = urgency.min(sending.urgency);
        } else if state.is_open() || state.may_have_place() {
            return Ok(Changes::default());
        }
    }
    Ok(help_needed_again(id, urgency, case.lead, app.profile(), context))
}

/// Sends a referral; its id is the draft's, where there is one.
///
/// # Errors
/// When the actor does not lead the case, or a rule refuses: see [`tiltas_domain::referral::Refusal`].
pub fn send(app: &App, root: &Root, command: &Send) -> Result<(Id<Referral>, Receipt), Error> {
    let receipt = app.decide(Act::SendReferral, root, |read, context| {
        let case = read.state(command.case)?;
        let permit = read.permit(
            Action::SendReferral,
            Subject::Case(command.case),
            case::facts(context, &case),
        )?;
        if let Some(draft) = command.draft {
            send::draft_stands(&read.state(draft)?, (command.case, &case), context)?;
        }
        let provider = read.state(command.to)?;
        something_waits(read, provider.offer.organisation)?;
        let mut others = Vec::new();
        for other in case.referrals() {
            others.push((other, read.state(other)?));
        }
        let sent = send::send(&case, &provider, &others, command, app.profile(), context)?;
        let sought = task::fulfilled(read, context, command.case, Kind::Refer)?;
        let drafted = match command.draft {
            Some(draft) => task::draft_sent(read, context, command.case, draft)?,
            None => Changes::default(),
        };
        Ok((permit, sent.and_all(sought).and_all(drafted)))
    })?;
    Ok((command.draft.map_or_else(|| receipt.id(), Ok)?, receipt))
}

/// Keeps a draft. Nothing goes anywhere.
///
/// # Errors
/// When the actor does not lead the case.
pub fn draft(app: &App, root: &Root, command: &Draft) -> Result<(Id<Referral>, Receipt), Error> {
    let receipt = app.decide(Act::DraftReferral, root, |read, context| {
        let case = read.state(command.case)?;
        let permit = read.permit(
            Action::DraftReferral,
            Subject::Case(command.case),
            case::facts(context, &case),
        )?;
        if let Some(draft) = command.draft {
            send::draft_stands(&read.state(draft)?, (command.case, &case), context)?;
        }
        Ok((permit, send::draft(command, app.profile(), context)))
    })?;
    Ok((command.draft.map_or_else(|| receipt.id(), Ok)?, receipt))
}

/// Takes a referral back: the receiver's access ends; one to the wrong receiver drafts an incident report.
///
/// # Errors
/// When the actor did not send it, or it is over.
pub fn withdraw(app: &App, root: &Root, id: Id<Referral>, because: WithdrawnBecause) -> Result<Receipt, Error> {
    change(app, root, Act::WithdrawReferral, id, |_, context, _, l| {
        Ok(end::withdraw(
            id,
            &l.referral,
            &l.case,
            &l.provider,
            because,
            app.profile(),
            context,
        )?)
    })
}

/// The receiver has seen it.
///
/// # Errors
/// When the actor is not the receiver, or it was acknowledged before.
pub fn acknowledge(app: &App, root: &Root, id: Id<Referral>) -> Result<Receipt, Error> {
    change(app, root, Act::AcknowledgeReferral, id, |_, context, _, l| {
        Ok(answer::acknowledge(id, &l.referral, &How::Here, context)?)
    })
}

/// The receiver was told by phone: an acknowledgement.
///
/// # Errors
/// When the actor did not send it, it was acknowledged before, the function is missing or the call lies ahead.
pub fn told_by_phone(app: &App, root: &Root, id: Id<Referral>, how: &How) -> Result<Receipt, Error> {
    change(app, root, Act::TellByPhone, id, |_, context, _, l| {
        Ok(answer::acknowledge(id, &l.referral, how, context)?)
    })
}

/// "Something waits" for the sender, and for whoever leads the case by now.
fn senders_end(read: &mut Read<'_>, loaded: &Loaded) -> Result<(), Error> {
    something_waits(read, loaded.sending.from)?;
    let lead = loaded.case.lead;
    match lead == loaded.sending.from || lead == loaded.sending.receiver {
        true => Ok(()),
        false => something_waits(read, lead),
    }
}

/// The receiver asks first.
///
/// # Errors
/// When the actor is not the receiver, the referral is over, or a question waits.
pub fn ask(app: &App, root: &Root, id: Id<Referral>, question: &Message) -> Result<Receipt, Error> {
    change(app, root, Act::AskReferral, id, |read, _, _, l| {
        senders_end(read, l)?;
        Ok(answer::ask(id, &l.referral, question)?)
    })
}

/// The sender answers the question.
///
/// # Errors
/// When the actor did not send it, or no question waits.
pub fn reply(app: &App, root: &Root, id: Id<Referral>, words: &Message) -> Result<Receipt, Error> {
    change(app, root, Act::ReplyReferral, id, |read, _, _, l| {
        something_waits(read, l.sending.receiver)?;
        Ok(answer::reply(id, &l.referral, words)?)
    })
}

/// The receiver answers.
///
/// # Errors
/// When the actor is not the receiver, it was answered before, or no place is free.
pub fn answer(app: &App, root: &Root, id: Id<Referral>, command: &Answer) -> Result<Receipt, Error> {
    change(app, root, Act::AnswerReferral, id, |read, context, _, l| {
        senders_end(read, l)?;
        let mut others = active(read, &l.case)?;
        others.retain(|other| other.id != id);
        let changes = answer::answer(id, &l.referral, &l.case, &l.provider, &others, command, context)?;
        tell_readers(read, &changes)?;
        Ok(changes)
    })
}

/// The service begins.
///
/// # Errors
/// When the actor neither gives it nor leads the case, or it was not accepted.
pub fn start(app: &App, root: &Root, id: Id<Referral>) -> Result<Receipt, Error> {
    change(app, root, Act::StartService, id, |_, _, _, l| {
        Ok(answer::start(id, &l.referral, &l.case, app.profile())?)
    })
}

/// The service ends; the outcome goes back to the sender.
///
/// # Errors
/// When the actor neither gives it nor leads the case, or it does not run.
pub fn complete(
    app: &App,
    root: &Root,
    id: Id<Referral>,
    outcome: Outcome,
    words: Option<&Message>,
) -> Result<Receipt, Error> {
    change(app, root, Act::EndService, id, |read, context, _, l| {
        senders_end(read, l)?;
        let ends = (outcome, words);
        Ok(answer::complete(
            id,
            &l.referral,
            &l.case,
            &l.provider,
            ends,
            app.profile(),
            context,
        )?)
    })
}

/// The house gives a place to an accepted or running service.
///
/// # Errors
/// When the actor does not run the house, the service neither is accepted nor runs, or the place is not free.
pub fn give_place(app: &App, root: &Root, id: Id<Referral>, label: &str) -> Result<Receipt, Error> {
    change(app, root, Act::GivePlace, id, |read, context, _, l| {
        senders_end(read, l)?;
        Ok(answer::give_place(id, &l.referral, &l.provider, label, context)?)
    })
}

/// The service could not be given after all.
///
/// # Errors
/// As [`complete`].
pub fn fail(app: &App, root: &Root, id: Id<Referral>, words: &Message) -> Result<Receipt, Error> {
    change(app, root, Act::FailService, id, |read, context, _, l| {
        senders_end(read, l)?;
        Ok(answer::fail(
            id,
            &l.referral,
            &l.case,
            &l.provider,
            words,
            app.profile(),
            context,
        )?)
    })
}

/// Escalation reaches the next step: the node's clock does it, and whom it reaches gets "something waits".
///
/// # Errors
/// When the step is not due, or it was answered meanwhile.
pub fn escalate(app: &App, root: &Root, id: Id<Referral>, step: Step) -> Result<Receipt, Error> {
    app.decide(Act::EscalateReferral, root, |read, context| {
        let loaded = load(read, id)?;
        let permit = read.permit(Action::KeepTime, Subject::Case(loaded.sending.case), Facts::None)?;
        let from = loaded.sending.from;
        let steps = Step::ALL.iter().copied().filter(|other| *other >= step);
        let (step, to, passed) = first_reached(read, steps, |read, step| reached(read, step, from))?;
        something_waits(read, to)?;
        let escalated = end::escalate(id, &loaded.referral, (step, to), &passed, context)?;
        Ok((permit, escalated))
    })
}

/// Nobody answered until the referral expired.
///
/// # Errors
/// When it was answered, or is not due to expire.
pub fn expire(app: &App, root: &Root, id: Id<Referral>) -> Result<Receipt, Error> {
    app.decide(Act::ExpireReferral, root, |read, context| {
        let l = load(read, id)?;
        let permit = read.permit(Action::KeepTime, Subject::Case(l.sending.case), Facts::None)?;
        let expired = answer::expire(id, &l.referral, &l.case, &l.provider, app.profile(), context)?;
        let again = help_again(app, read, context, (l.sending.case, &l.case), &expired)?;
        Ok((permit, expired.and_all(again)))
    })
}
