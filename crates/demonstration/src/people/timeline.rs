//! What happens to an invented person, in order: each act is a use case of real work and says which acts may follow, and when.
use super::{
    answer,
    draw::{Fate, Person},
    tale,
};
use crate::{Seed, country::Institution};
use tiltas_app::{App, Error, case, consent, detail, note, referral, screening, signal, task};
use tiltas_domain::{
    Answer, Field, Moment, Purpose, Sensitive,
    case::Urgency,
    consent::{Form, Ground, Recipient, RecordSay},
    content::{FearedPerson, HealthNote, Message, Narrative, NoteText, Phone, SafeContact, SafetyPlan, Whereabouts},
    detail::{Correct, Detail},
    note::Add,
    provider::Service,
    referral::{WithdrawnBecause, send::Send},
    risk::{Assess, Channel as Way, Event as Risk, Level, Safety},
    screening::Decision,
    signal::Record,
    task::Kind,
};

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    Signal,
    Screen,
    Say,
    TellChild,
    Send,
    Acknowledge,
    Ask,
    Answer,
    Reply,
    OfferLead,
    TakeLead,
    Start,
    Complete,
    Note,
    OpenName,
    Correct,
    TakeBack,
    Confirm,
    Withdraw,
}

pub(super) type Follow = Vec<(Moment, Act)>;

/// Plays one act; what may follow.
pub(super) fn play(app: &App, seed: &Seed, person: &mut Person, at: Moment, act: Act) -> Result<Follow, Error> {
    match act {
        Act::Signal => begin(app, seed, person, at),
        Act::Screen => screen(app, seed, person, at),
        Act::Say => say(app, seed, person, at),
        Act::TellChild => tell_child(app, seed, person, at),
        Act::Send => send(app, seed, person, at),
        Act::Acknowledge | Act::Ask | Act::Answer | Act::Start | Act::Complete => {
            answer::receive(app, seed, person, at, act)
        }
        Act::Reply => answer::reply(app, seed, person, at),
        Act::OfferLead => offer_lead(app, seed, person, at),
        Act::TakeLead => take_lead(app, seed, person, at),
        Act::Note | Act::OpenName | Act::Correct | Act::TakeBack | Act::Withdraw => write(app, seed, person, at, act),
        Act::Confirm => confirm(app, seed, person, at),
    }
}

fn begin(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let account = person.account();
    let dice = &mut person.dice;
    let place = dice.one(&tale::PLACES, tale::PLACES[0]).to_owned();
    let record = Record {
        channel: person.channel,
        anonymous: person.channel == tiltas_domain::signal::Channel::Hotline && dice.percent(30),
        urgency: person.urgency,
        person: person.person.clone(),
        name: dice.percent(60).then(|| tale::name(dice)),
        phone: dice
            .percent(40)
            .then(|| Phone::wrap(format!("069 00 {:04}", dice.below(10_000)))),
        whereabouts: Some(Whereabouts::wrap(place)),
        health: None,
        account: Some(Narrative::wrap(account)),
        screening: Some((
            tiltas_domain::screening::advice::standing().edition(),
            vec![("alone".to_owned(), Answer::Yes)],
        )),
    };
    signal::record(app, &person.beginning(seed), &record)?;
    let minutes = 10 + i64::from(person.dice.below(80));
    Ok(vec![(at.plus_minutes(minutes), Act::Screen)])
}

fn screen(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let set = tiltas_domain::screening::advice::standing();
    let mut answers: Vec<(String, Answer)> = Vec::new();
    for question in set.questions() {
        let counts = question
            .tells
            .first()
            .and_then(tiltas_domain::screening::advice::Tells::counts_when);
        let dice = &mut person.dice;
        let answer = match (counts, dice.below(10)) {
            (Some(counts), 0..4) => counts,
            (Some(_), 9) => Answer::Refused,
            (Some(_), 8) => Answer::Unknown,
            (Some(_), 6..8) => Answer::NotAsked,
            (Some(Answer::Yes), _) => Answer::No,
            (Some(_), _) => Answer::Yes,
            (None, _) => continue,
        };
        answers.push((question.code.clone(), answer));
    }
    let advice = tiltas_domain::screening::advice::advise(set, &answers);
    let dice = &mut person.dice;
    let health = dice
        .percent(70)
        .then(|| Detail::Health(HealthNote::wrap(dice.one(&tale::HEALTH, "").to_owned()).into()));
    let name = dice.percent(50).then(|| Detail::Name(tale::name(dice)));
    let level = dice.one(&[Level::Low, Level::Medium, Level::Medium, Level::High], Level::Medium);
    let safe = dice.one(&[Safety::Safe, Safety::Care, Safety::No], Safety::Care);
    let text = |dice: &mut super::draw::Dice, of: &[&'static str]| dice.one(of, "").to_owned();
    let assess = Assess {
        assessment: Risk {
            level,
            with_her: Answer::Yes,
            channels: vec![
                (Way::Call, safe),
                (Way::Write, Safety::Care),
                (Way::InPerson, Safety::Safe),
            ],
            safe_contact: Some(SafeContact::wrap(text(dice, &tale::REACH)).into()),
            feared: vec![FearedPerson::wrap(text(dice, &tale::FEARED)).into()],
            plan: Some(SafetyPlan::wrap(text(dice, &tale::PLANS)).into()),
        },
    };
    let page = screening::Page {
        answers,
        details: name.into_iter().chain(health).collect(),
        risk: Some(assess),
        ..screening::Page::default()
    };
    let (case, id) = (person.case, person.screening);
    let actor = person.lead;
    screening::answer(app, &person.context(seed, actor, at), case, id, &page)?;
    let decision = match (person.fate, person.dice.below(100)) {
        (Fate::Any, 0..7) => Decision::GaveNumber,
        (Fate::Any, 7..11) => Decision::NoCase,
        _ => Decision::Refer,
    };
    let reason = (decision == Decision::NoCase).then(|| message("A quarrel about wages, settled while we were there."));
    let context = person.context(seed, actor, at.plus_minutes(9));
    screening::conclude(app, &context, case, id, decision, advice.refer, reason)?;
    if decision != Decision::Refer {
        return Ok(Vec::new());
    }
    let mut follow = vec![(at.plus_minutes(15), Act::Say)];
    if person.is_child() {
        let hours = match person.fate {
            Fate::ChildLate => return Ok(follow),
            _ => 1 + i64::from(person.dice.below(20)),
        };
        follow.push((at.plus_hours(hours), Act::TellChild));
    }
    if person.dice.percent(12) {
        follow.push((at.plus_hours(26), Act::OpenName));
    }
    if person.dice.percent(60) {
        follow.push((at.plus_hours(20 + i64::from(person.dice.below(300))), Act::Note));
    }
    Ok(follow)
}

fn say(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let no = person.fate == Fate::NoConsent || (person.fate == Fate::Any && person.dice.percent(5));
    let until = Some(at.plus_hours(24 * 90));
    let language = person.person.languages.first().cloned();
    let record = |to, answer, fields| RecordSay {
        to,
        answer,
        fields,
        purpose: Purpose::Assistance,
        until,
        form: Form::Spoken,
        language: language.clone(),
        words: None,
    };
    let needed = |service| referral::prepare::needed(&[service]);
    let answer = if no { Answer::No } else { Answer::Yes };
    let police = person
        .dice
        .one(&[Answer::Yes, Answer::No, Answer::No, Answer::NotAsked], Answer::No);
    let fields = |answer, service| {
        if answer == Answer::Yes {
            needed(service)
        } else {
            tiltas_domain::Fields::NONE
        }
    };
    let says = [
        record(
            Recipient::Service(person.service),
            answer,
            fields(answer, person.service),
        ),
        record(
            Recipient::Service(Service::CaseManagement),
            Answer::Yes,
            needed(Service::CaseManagement),
        ),
        record(Recipient::Police, police, fields(police, Service::LegalAid)),
    ];
    let (actor, case) = (person.lead, person.case);
    consent::record(app, &person.context(seed, actor, at), case, &says)?;
    let soon = i64::from(person.dice.below(60));
    let mut follow = Vec::new();
    if !no || person.is_child() {
        follow.push((at.plus_minutes(5 + soon), Act::Send));
    }
    let passes_on = !matches!(person.by, Institution::PodulAlb | Institution::DrumulSigur);
    if passes_on && (person.fate == Fate::LeadOffered || person.dice.percent(60)) {
        follow.push((at.plus_minutes(70 + soon), Act::OfferLead));
    }
    Ok(follow)
}

fn tell_child(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let (actor, case) = (seed.member(person.by, 0), person.case);
    let state = app.store().snapshot()?.state(case)?.0.ok_or(Error::NotFound)?;
    let notice = state
        .tasks
        .iter()
        .find(|task| task.kind == Kind::TellChildProtection && !task.done);
    let Some(notice) = notice else { return Ok(Vec::new()) };
    let authority = match person.by {
        Institution::BorderPalanca | Institution::DrumulSigur => Institution::ChildCahul,
        _ => Institution::ChildUngheni,
    };
    let context = person.context(seed, actor, at);
    task::tell_child_protection(app, &context, case, notice.id, seed.organisation(authority))?;
    Ok(Vec::new())
}

/// The house or service that fits best and has room; a few places stay free for this night.
fn fitting(app: &App, seed: &Seed, person: &Person, at: Moment) -> Result<Option<Institution>, Error> {
    let needs = [person.service];
    let lines = app.store().snapshot()?.providers(at)?;
    let mut fitting: Vec<_> = Institution::ALL
        .into_iter()
        .filter(|institution| institution.entry().offer.is_some() && !person.asked.contains(institution))
        .filter(|institution| seed.organisation(*institution) != person.lead.organisation)
        .filter_map(|institution| {
            let provider = seed.provider(institution);
            let line = lines.iter().find(|line| line.provider == provider)?;
            let keep = if institution == Institution::CasaLiman { 3 } else { 1 };
            let fit = line.offer.fit(&person.person, &needs);
            let room = line.places == 0 || line.free > keep;
            (fit.allows() && room).then_some((fit.order(), institution))
        })
        .collect();
    fitting.sort_by_key(|(order, _)| std::cmp::Reverse(*order));
    Ok(fitting.first().map(|(_, institution)| *institution))
}

fn send(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let to = match person.fate {
        Fate::Tonight if person.asked.is_empty() => Some(Institution::CasaLiman),
        _ => fitting(app, seed, person, at)?,
    };
    let Some(to) = to else { return Ok(Vec::new()) };
    let words = person.dice.one(&tale::WORDS, "");
    let command = Send {
        case: person.case,
        draft: None,
        to: seed.provider(to),
        urgency: person.urgency,
        services: vec![person.service],
        fields: referral::prepare::needed(&[person.service]),
        ground: if person.is_child() {
            Ground::ChildProtection
        } else {
            Ground::Consent
        },
        ground_reason: None,
        until: None,
        hold: person.service == Service::Shelter,
        words: Some(message(words)),
    };
    let actor = person.lead;
    let (id, _) = referral::send(app, &person.context(seed, actor, at), &command)?;
    person.asked.push(to);
    person.referral = Some((id, to));
    let first = person.asked.len() == 1;
    // In minutes: until a sign and until an answer, as far as the fate lets them come.
    let (sign, answer) = match person.urgency {
        Urgency::DangerNow => (2 + person.dice.below(12), 20 + person.dice.below(35)),
        Urgency::Tonight => (5 + person.dice.below(50), 65 + person.dice.below(110)),
        Urgency::Ordinary => (30 + person.dice.below(1200), 1300 + person.dice.below(2800)),
    };
    let after = |minutes: u32| at.plus_minutes(i64::from(minutes));
    Ok(match (person.fate, first) {
        (Fate::Silent, true) => Vec::new(),
        (Fate::Tonight, true) => vec![(after(20), Act::Acknowledge)],
        (Fate::Question, true) => vec![(after(15), Act::Ask)],
        (Fate::Refused | Fate::NoCapacity, true) => {
            vec![(after(sign.min(90)), Act::Acknowledge), (after(240), Act::Answer)]
        }
        (Fate::WrongReceiver, true) => vec![(after(40), Act::Withdraw)],
        (Fate::TakenBack | Fate::Corrected | Fate::LeadOffered, true) => {
            vec![(after(25), Act::Acknowledge), (after(60), Act::Answer)]
        }
        _ if person.dice.percent(7) => Vec::new(),
        _ if person.dice.percent(10) => vec![(after(sign), Act::Ask)],
        // One in six answers late.
        _ if person.dice.percent(16) => vec![(after(sign * 3), Act::Acknowledge), (after(answer * 2), Act::Answer)],
        _ => vec![(after(sign), Act::Acknowledge), (after(answer), Act::Answer)],
    })
}

fn offer_lead(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let to = next_lead(person);
    let (actor, case) = (person.lead, person.case);
    let context = person.context(seed, actor, at);
    case::offer_lead(app, &context, case, seed.organisation(to))?;
    if person.fate == Fate::LeadOffered {
        return Ok(Vec::new());
    }
    Ok(vec![(
        at.plus_hours(1 + i64::from(person.dice.below(30))),
        Act::TakeLead,
    )])
}

fn next_lead(person: &Person) -> Institution {
    match person.by {
        Institution::BorderPalanca => Institution::DrumulSigur,
        _ => Institution::PodulAlb,
    }
}

fn take_lead(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let to = next_lead(person);
    let (actor, case) = (seed.member(to, 0), person.case);
    let accept = person.dice.percent(93);
    let context = person.context(seed, actor, at);
    case::answer_lead(app, &context, case, accept)?;
    if accept {
        person.lead = actor;
    }
    Ok(Vec::new())
}

/// What those who lead the file write in it.
fn write(app: &App, seed: &Seed, person: &mut Person, at: Moment, act: Act) -> Result<Follow, Error> {
    let (actor, case) = (person.lead, person.case);
    let context = person.context(seed, actor, at);
    match act {
        Act::Note => {
            let add = Add {
                adds_to: None,
                her_words: person.dice.percent(30),
                text: NoteText::wrap(person.dice.one(&tale::NOTES, "").to_owned()),
            };
            note::add(app, &context, case, &add)?;
            let again = person.dice.percent(45);
            let later = at.plus_hours(24 * (2 + i64::from(person.dice.below(20))));
            Ok(if again { vec![(later, Act::Note)] } else { Vec::new() })
        }
        Act::OpenName => {
            detail::open_names(app, &context, case, "Asked by name at the embassy counter")?;
            Ok(Vec::new())
        }
        Act::Correct => {
            let state = app.store().snapshot()?.state(case)?.0.ok_or(Error::NotFound)?;
            let Some(told) = state.standing(Field::Whereabouts).last() else {
                return Ok(Vec::new());
            };
            let value =
                Detail::Whereabouts(Whereabouts::wrap("The house next door; the number was wrong".to_owned()).into());
            let command = Correct {
                replaces: told.id,
                value,
            };
            detail::correct(app, &context, case, &command)?;
            let done = person.fate == Fate::Any;
            Ok(if done {
                vec![(at.plus_hours(9), Act::Confirm)]
            } else {
                Vec::new()
            })
        }
        Act::TakeBack => {
            let state = app.store().snapshot()?.state(case)?.0.ok_or(Error::NotFound)?;
            let held = state
                .disclosures
                .iter()
                .filter(|held| held.ended.is_none())
                .find_map(|held| held.say);
            let Some(say) = held else { return Ok(Vec::new()) };
            consent::take_back(app, &context, case, say)?;
            let done = person.fate == Fate::Any;
            Ok(if done {
                vec![(at.plus_hours(12), Act::Confirm)]
            } else {
                Vec::new()
            })
        }
        _ => {
            let Some((id, _)) = person.referral else {
                return Ok(Vec::new());
            };
            referral::withdraw(app, &context, id, WithdrawnBecause::WrongReceiver)?;
            Ok(vec![(at.plus_minutes(20), Act::Send)])
        }
    }
}

/// Those who were asked to remove or to correct say that it is done.
fn confirm(app: &App, seed: &Seed, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let case = person.case;
    let state = app.store().snapshot()?.state(case)?.0.ok_or(Error::NotFound)?;
    for task in state.tasks.iter().filter(|task| !task.done) {
        if !matches!(task.kind, Kind::ConfirmRemoval(_) | Kind::TakeCorrection(_)) {
            continue;
        }
        let mut all = Institution::ALL.into_iter();
        let Some(owner) = all.find(|owner| seed.organisation(*owner) == task.owner) else {
            continue;
        };
        let context = person.context(seed, answer::receiving(seed, owner), at);
        task::finish(app, &context, case, task.id)?;
    }
    Ok(Vec::new())
}

pub(super) fn message(text: &str) -> Message {
    Message::wrap(text.to_owned())
}
