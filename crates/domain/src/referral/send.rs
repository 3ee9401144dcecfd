//! Drafting and sending: the sender's side.
use super::{Event, Referral, Refusal, Sending};
use crate::{
    Changes, Content, Context, Id, Moment,
    case::{self, Because, Case, Urgency},
    clock::Confidence,
    consent::{Consent, Ground},
    content::{Field, Fields, Message},
    context::{Draw, Purpose},
    disclosure, place,
    profile::Profile,
    provider::{Fits, Provider, Service},
    task::{self, Owed, Work},
};

/// Sends a referral.
#[derive(Clone, Debug)]
pub struct Send {
    /// Whose file.
    pub case: Id<Case>,
    /// The draft that it was, if any.
    pub draft: Option<Id<Referral>>,
    /// To which provider.
    pub to: Id<Provider>,
    /// How soon.
    pub urgency: Urgency,
    /// What is asked for.
    pub services: Vec<Service>,
    /// Exactly what goes.
    pub fields: Fields,
    /// On which ground.
    pub ground: Ground,
    /// Why, where the ground asks for a reason.
    pub ground_reason: Option<Message>,
    /// The last moment; `None` takes the profile's.
    pub until: Option<Moment>,
    /// Whether a place is held until the answer is due.
    pub hold: bool,
    /// Words for the receiver.
    pub words: Option<Message>,
}

/// The yes that covers these fields for this provider giving one of these services: the one that covers most.
pub fn covering_consent<'c>(
    case: &'c Case,
    provider: &Provider,
    services: &'c [Service],
    fields: Fields,
    now: Moment,
) -> Option<&'c Consent> {
    case.yes_to(provider.offer.organisation, services, now)
        .min_by_key(|say| fields.without(say.fields).iter().count())
}

/// Whether a draft may become this referral: it is a draft still, of the same file, and the actor's organisation drafted it or
/// leads the case. Drafts go with the lead, for nobody else may send them.
///
/// # Errors
/// [`Refusal::WrongState`] when it was sent already; [`Refusal::OtherDraft`] when it is another's.
pub fn draft_stands(draft: &Referral, (id, case): (Id<Case>, &Case), context: &Context) -> Result<(), Refusal> {
    let ours = context.actor.organisation;
    match draft {
        Referral::Draft { case: of, from, .. } if *of == id && (*from == ours || case.lead == ours) => Ok(()),
        Referral::Draft { .. } => Err(Refusal::OtherDraft),
        Referral::Sending { state, .. } => Err(Refusal::WrongState(state.code())),
    }
}

/// Sends: the referral, what goes with it, the receiver taking part, and the held place, all or nothing.
///
/// # Errors
/// A [`Refusal`] with what would be accepted.
pub fn send(
    case: &Case,
    provider: &Provider,
    others: &[(Id<Referral>, Referral)],
    command: &Send,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    check_fit(case, provider, command, context)?;
    check_once(others, command)?;
    let say = check_ground(case, provider, command, context)?;
    let clocks = profile.urgency(command.urgency);
    let acknowledge = profile.start(&clocks.acknowledge, context.now);
    let answer = profile.start(&clocks.answer, context.now);
    let until = last_moment(command, say, profile, context)?;
    let referral = command.draft.unwrap_or(context.id::<Referral>(0));
    let held_until = answer.due.unwrap_or(until);
    let place = if command.hold {
        Some(free_place(provider, profile, context)?)
    } else {
        None
    };
    let disclosure = context.part(Draw::Disclosure, 0);
    let receiver = provider.offer.organisation;
    let sending = Sending {
        case: command.case,
        from: context.actor.organisation,
        by: context.actor,
        to: command.to,
        receiver,
        urgency: command.urgency,
        services: command.services.clone(),
        disclosure,
        acknowledge,
        answer,
        escalations: clocks
            .escalations
            .iter()
            .filter_map(|term| profile.start(term, context.now).due)
            .collect(),
        expires: profile.start(&clocks.expires, context.now).due,
        place: place.clone(),
        words: command.words.clone().map(Content::New),
        ground_reason: command.ground_reason.clone().map(Content::New),
    };
    let changes = Changes::new(referral, Event::Sent(sending))
        .and(
            command.case,
            case::Event::Joined {
                organisation: receiver,
                because: Because::Referral(referral),
            },
        )
        .and(
            command.case,
            case::Event::Disclosure(disclosure::Event::Disclosed(disclosure::Disclosed {
                disclosure,
                referral: Some(referral),
                to: receiver,
                fields: command.fields,
                ground: command.ground,
                say: say.map(|say| say.said.say),
                purpose: if command.ground == Ground::ChildProtection {
                    Purpose::ChildProtection
                } else {
                    Purpose::Assistance
                },
                until,
                person_told: command.ground == Ground::Consent,
            })),
        );
    Ok(match place {
        Some(place) => changes.and(
            command.to,
            place::Event::Held {
                place,
                referral,
                by: context.actor.organisation,
                until: held_until,
            },
        ),
        None => changes,
    })
}

fn check_fit(case: &Case, provider: &Provider, command: &Send, context: &Context) -> Result<(), Refusal> {
    if command.services.is_empty() {
        return Err(Refusal::NoService);
    }
    if !command.fields.contains(Field::SpokenName) {
        return Err(Refusal::SpokenNameMissing);
    }
    if provider.offer.organisation == context.actor.organisation {
        return Err(Refusal::OwnProvider);
    }
    let fit = provider.offer.fit(&case.person, &command.services);
    if fit.age == Fits::No {
        return Err(if case.person.age.takes_child_route() {
            Refusal::AdultsOnly
        } else {
            Refusal::DoesNotFit
        });
    }
    if fit.sex == Fits::No {
        return Err(Refusal::DoesNotFit);
    }
    if fit.accompanying_child == Fits::No {
        return Err(Refusal::AccompanyingChild);
    }
    if fit.needs == Fits::No {
        return Err(Refusal::NoSuchService);
    }
    Ok(())
}

/// WHY: the same referral sent twice would hold two places for one person.
fn check_once(others: &[(Id<Referral>, Referral)], command: &Send) -> Result<(), Refusal> {
    let same = others
        .iter()
        .filter_map(|(_, referral)| referral.sent())
        .find(|(sending, state)| {
            let asked = sending
                .services
                .iter()
                .any(|service| command.services.contains(service));
            sending.to == command.to && asked && (state.is_open() || state.may_have_place())
        });
    same.map_or(Ok(()), |(_, state)| Err(Refusal::SentAlready(state.code())))
}

fn check_ground<'c>(
    case: &'c Case,
    provider: &Provider,
    command: &'c Send,
    context: &Context,
) -> Result<Option<&'c Consent>, Refusal> {
    match command.ground {
        Ground::Consent => {
            let say = covering_consent(case, provider, &command.services, command.fields, context.now).ok_or(
                Refusal::NoConsent {
                    missing: command.fields,
                },
            )?;
            let missing = command.fields.without(say.fields);
            if missing.is_empty() {
                Ok(Some(say))
            } else {
                Err(Refusal::NoConsent { missing })
            }
        }
        Ground::VitalInterest if command.ground_reason.is_none() => Err(Refusal::ReasonNeeded),
        Ground::ChildProtection if !case.person.age.takes_child_route() => Err(Refusal::NoChild),
        Ground::PublicTask => Err(Refusal::NotForReferrals),
        Ground::VitalInterest | Ground::ChildProtection => Ok(None),
    }
}

/// WHY only a verified length refuses: what is unsure or proposed reminds, and the page says so beside the field.
fn last_moment(command: &Send, say: Option<&Consent>, profile: &Profile, context: &Context) -> Result<Moment, Refusal> {
    let rule = profile.ground(command.ground);
    let longest = profile.start(&rule.until, context.now).due;
    let said = say.and_then(|say| say.until);
    let usual = [longest, said].into_iter().flatten().min();
    let until = command.until.or(usual).ok_or(Refusal::UntilMissing)?;
    if until < context.now {
        return Err(Refusal::UntilPast);
    }
    // The person's last day is no value of a profile: nothing runs longer than they said.
    if said.is_some_and(|said| until > said) {
        return Err(Refusal::UntilAfterConsent);
    }
    let too_late = longest.is_some_and(|longest| until > longest) && rule.until.confidence == Confidence::Verified;
    if too_late {
        Err(Refusal::UntilTooLate)
    } else {
        Ok(until)
    }
}

fn free_place(provider: &Provider, profile: &Profile, context: &Context) -> Result<String, Refusal> {
    let held = provider
        .holds
        .iter()
        .filter(|hold| hold.runs(context.now) && hold.by == context.actor.organisation)
        .count() as u32;
    let cap = profile.hold_cap.value;
    // WHY: a cap that is ours, or unsure, reminds: a woman does not stay outside for a number that nobody confirmed.
    if held >= cap && profile.hold_cap.confidence == Confidence::Verified {
        return Err(Refusal::HoldCap { held, cap });
    }
    provider
        .free_places(context.now)
        .next()
        .map(|place| place.label.clone())
        .ok_or(Refusal::NoFreePlace)
}

/// Keeps a draft. Nothing goes anywhere.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Whose file.
    pub case: Id<Case>,
    /// The draft that it was, if any.
    pub draft: Option<Id<Referral>>,
    /// Perhaps to whom.
    pub to: Option<Id<Provider>>,
    /// How soon.
    pub urgency: Urgency,
    /// What is asked for.
    pub services: Vec<Service>,
    /// Words for the receiver.
    pub words: Option<Message>,
}

/// Keeps a draft. A new one is to be sent by a clock, or said to be needed no more: a draft that lies helps nobody.
pub fn draft(command: &Draft, profile: &Profile, context: &Context) -> Changes {
    let id = command.draft.unwrap_or(context.id::<Referral>(0));
    let owed = Owed::new(Work::SendDraft(id), context.actor.organisation, &profile.draft);
    let duty = match command.draft {
        None => task::open(context.fork("draft", 0).id(0), command.case, owed, profile, context),
        Some(_) => Changes::default(),
    };
    Changes::new(
        id,
        Event::Drafted {
            case: command.case,
            from: context.actor.organisation,
            to: command.to,
            urgency: command.urgency,
            services: command.services.clone(),
            words: command.words.clone().map(Content::New),
        },
    )
    .and_all(duty)
}
