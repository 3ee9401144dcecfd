//! The script: each scene with its hour, its hands and its commands. All of them are the use cases of real work.
use super::{Answered, Night};
use crate::{
    Seed,
    country::{Institution, Persona},
};
use tiltas_app::{Act, App, Error, case, consent, proceeding, referral, risk, screening, signal, task};
use tiltas_domain::{
    Answer, Field, Fields, Id, Moment, Root, Sensitive,
    case::{Age, AgeBasis, AgeClass, Interpreter, Person, Sex, Urgency},
    consent::{AddConsent, Recipient},
    content::{FearedPerson, HealthNote, Message, Narrative, PersonName, SafeContact, SafetyPlan, Whereabouts},
    detail::{Detail, Name, Script},
    example,
    known::Known,
    organisation::Organisation,
    referral::{How, Outcome, answer, send::Send},
    risk::{Assess, Channel as Way, Event as Risk, Level, Safety},
    screening::{Decision, Screenings},
    signal::{Channel, Record},
};

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The person is asked, alone.
    Ask,
    /// The person says what they want, and whom they fear.
    Consent,
    /// A referral is sent, tonight, with a place held.
    Send,
    /// The receiver is rung.
    Ring,
    /// The receiver says yes.
    Accept,
    /// The lead passes to those who will go on.
    Lead,
    /// The person arrives.
    Arrive,
    /// What became of it comes back to the officer.
    Outcome,
    /// One of those who were asked confirms that it is removed.
    Confirm,
    /// The night is over.
    Over,
}

impl Scene {
    /// For addresses and words.
    pub fn code(self) -> &'static str {
        match self {
            Scene::Ask => "ask",
            Scene::Consent => "say",
            Scene::Send => "send",
            Scene::Ring => "ring",
            Scene::Accept => "accept",
            Scene::Lead => "lead",
            Scene::Arrive => "arrive",
            Scene::Outcome => "outcome",
            Scene::Confirm => "confirm",
            Scene::Over => "over",
        }
    }

    /// How many minutes after the person was found.
    fn minutes(self) -> i64 {
        match self {
            Scene::Ask => 28,
            Scene::Consent => 36,
            Scene::Send => 45,
            Scene::Ring => 52,
            Scene::Accept => 64,
            Scene::Lead => 85,
            Scene::Arrive => 145,
            Scene::Outcome => 490,
            Scene::Confirm | Scene::Over => 0,
        }
    }

    /// When it happens: at its hour, or three minutes from now where that is past.
    pub fn at(self, night: &Night, now: Moment) -> Moment {
        let planned = night.found.plus_minutes(self.minutes());
        if planned > now { planned } else { now.plus_minutes(3) }
    }
}

impl Night {
    /// What comes next, as things stand.
    pub fn scene(&self) -> Scene {
        if let Some(back) = &self.taken_back {
            let waits = back.asked.iter().any(|(_, _, confirmed)| confirmed.is_none());
            return if waits { Scene::Confirm } else { Scene::Over };
        }
        match (self.asked, self.said, self.sent()) {
            (None, _, _) => Scene::Ask,
            (_, None, _) => Scene::Consent,
            (_, _, None) => Scene::Send,
            (_, _, Some(sent)) => match (&sent.answered, sent.acknowledged) {
                (Some((_, Answered::Accepted(_))), _) if self.led.is_none() => Scene::Lead,
                (Some((_, Answered::Accepted(_))), _) if sent.started.is_none() => Scene::Arrive,
                (Some((_, Answered::Accepted(_))), _) if sent.outcome.is_none() => Scene::Outcome,
                (Some((_, Answered::Accepted(_))), _) => Scene::Over,
                (Some(_), _) if self.next_provider.is_some() => Scene::Send,
                (Some(_), _) => Scene::Over,
                (None, None) => Scene::Ring,
                (None, Some(_)) => Scene::Accept,
            },
        }
    }

    /// Names a press: the night, the scene and how many sendings there were. A form that was shown before another press
    /// carries another name, and then does nothing.
    pub fn stage(&self) -> String {
        let steps = self.sendings.iter().map(|sent| sent.escalated.len()).sum::<usize>();
        let confirmed = self.taken_back.iter().flat_map(|back| &back.asked);
        let confirmed = confirmed.filter(|(_, _, confirmed)| confirmed.is_some()).count();
        format!("{}-{}-{steps}-{confirmed}", self.scene().code(), self.sendings.len())
    }

    fn context(&self, seed: &Seed, persona: tiltas_domain::Actor, at: Moment, what: &str) -> Root {
        let name = format!("night {what} {}", self.sendings.len());
        seed.context(persona, at, &name)
    }
}

/// The context in which the night's file begins.
pub(super) fn finding(seed: &Seed, at: Moment) -> Root {
    let officer = seed.persona(Persona::BorderOfficer);
    seed.context(officer, at, "night found")
}

/// The person is found: a new night begins.
///
/// # Errors
/// When storage is away.
pub fn begin(app: &App, seed: &Seed, at: Moment) -> Result<(), Error> {
    let found = Record {
        channel: Channel::Encounter,
        anonymous: false,
        urgency: Urgency::Tonight,
        person: Person {
            sex: Known::Is(Sex::Woman),
            ..Person::default()
        },
        name: None,
        phone: None,
        whereabouts: Some(Whereabouts::wrap(
            "With the duty officer, at the border post".to_owned(),
        )),
        health: None,
        account: Some(Narrative::wrap(
            "Found in the back of a grey van at the control. She said one word: help.".to_owned(),
        )),
        screening: Some((
            tiltas_domain::screening::advice::standing().edition(),
            vec![("alone".to_owned(), Answer::Yes)],
        )),
    };
    signal::record(app, &finding(seed, at), &found)?;
    Ok(())
}

/// Plays a scene, and says at which moment its last event lies.
pub(super) fn play(app: &App, seed: &Seed, night: &Night, scene: Scene, at: Moment) -> Result<(), Error> {
    match scene {
        Scene::Ask => ask(app, seed, night, at),
        Scene::Consent => say(app, seed, night, at),
        Scene::Send => send(app, seed, night, at),
        Scene::Ring => ring(app, seed, night, at),
        Scene::Accept => answer(
            app,
            seed,
            night,
            at,
            &answer::Answer::Accept {
                place: None,
                words: Some(message("Come. The kettle is on. We open to the officer's car only.")),
            },
        ),
        Scene::Lead => lead(app, seed, night, at),
        Scene::Arrive => {
            let Some((sent, actor)) = receiver(seed, night) else {
                return Ok(());
            };
            referral::start(app, &night.context(seed, actor, at, "arrive"), sent)?;
            Ok(())
        }
        Scene::Outcome => {
            let Some((sent, actor)) = receiver(seed, night) else {
                return Ok(());
            };
            let words = message("She slept. The doctor saw her wrist. The lawyer comes at noon.");
            let context = night.context(seed, actor, at, "outcome");
            referral::complete(app, &context, sent, Outcome::InProgramme, Some(&words))?;
            Ok(())
        }
        Scene::Confirm => confirm(app, seed, night, at),
        Scene::Over => Ok(()),
    }
}

/// The longest that a scene takes, from its first event to its last.
pub(super) fn takes(scene: Scene) -> i64 {
    match scene {
        Scene::Ask => 6,
        Scene::Consent => 5,
        Scene::Lead => 7,
        _ => 0,
    }
}

fn ask(app: &App, seed: &Seed, night: &Night, at: Moment) -> Result<(), Error> {
    let officer = seed.persona(Persona::BorderOfficer);
    let screening = Act::RecordSignal.context(&finding(seed, at)).inside::<Screenings, _>(0);
    let answers = |given: &[(&str, Answer)]| {
        given
            .iter()
            .map(|(code, answer)| ((*code).to_owned(), *answer))
            .collect()
    };
    let first = tiltas_domain::screening::Page {
        answers: answers(&[
            ("interpreter_independent", Answer::Yes),
            ("danger_now", Answer::No),
            ("hurt_or_ill", Answer::Yes),
            ("job_as_promised", Answer::No),
            ("paid_what_was_agreed", Answer::No),
            ("holds_own_papers", Answer::No),
            ("may_leave_alone", Answer::No),
            ("owes_money_to_them", Answer::Refused),
            ("family_threatened", Answer::NotAsked),
            ("could_be_child", Answer::No),
        ]),
        person: Some(person()),
        ..tiltas_domain::screening::Page::default()
    };
    screening::answer(
        app,
        &night.context(seed, officer, at, "ask"),
        night.case,
        screening,
        &first,
    )?;
    let name = Name::given(PersonName::wrap("Олена Вигадана".to_owned()), Script::Cyrillic);
    let second = tiltas_domain::screening::Page {
        details: vec![
            Detail::Name(name),
            Detail::Health(HealthNote::wrap("Her wrist hurts. Doctor in the morning.".to_owned()).into()),
        ],
        ..tiltas_domain::screening::Page::default()
    };
    let context = night.context(seed, officer, at.plus_minutes(4), "name");
    screening::answer(app, &context, night.case, screening, &second)?;
    let context = night.context(seed, officer, at.plus_minutes(6), "conclude");
    screening::conclude(app, &context, night.case, screening, Decision::Refer, true, None)?;
    Ok(())
}

/// Who the person is, as far as rules need it.
fn person() -> Person {
    Person {
        sex: Known::Is(Sex::Woman),
        age: Age {
            class: Known::Is(AgeClass::Adult),
            basis: Some(AgeBasis::Declared),
            years: Known::Is(24),
        },
        nationality: Known::Is("UA".to_owned()),
        languages: vec!["uk".to_owned(), "ru".to_owned()],
        interpreter: Interpreter::Independent,
        accompanying_child: Answer::No,
    }
}

/// What a shelter needs for this night, and the person agreed to.
const FOR_A_PLACE: [Field; 9] = [
    Field::SpokenName,
    Field::Person,
    Field::Language,
    Field::Risk,
    Field::Work,
    Field::SafeContact,
    Field::Feared,
    Field::Health,
    Field::Whereabouts,
];

fn say(app: &App, seed: &Seed, night: &Night, at: Moment) -> Result<(), Error> {
    use tiltas_domain::provider::Service;
    let officer = seed.persona(Persona::BorderOfficer);
    let until = Some(at.plus_hours(24 * 90));
    let say = |to, answer, fields: &[Field], words: Option<&str>| AddConsent {
        until,
        language: Some("uk".to_owned()),
        words: words.map(message),
        ..example::say(to, answer, Fields::of(fields))
    };
    let few = [
        Field::SpokenName,
        Field::Person,
        Field::Language,
        Field::Risk,
        Field::Work,
        Field::SafeContact,
    ];
    let consents = [
        say(
            Recipient::Service(Service::Shelter),
            Answer::Yes,
            &FOR_A_PLACE,
            Some("A door that he does not know."),
        ),
        say(Recipient::Service(Service::LegalAid), Answer::Yes, &few, None),
        say(
            Recipient::Service(Service::CaseManagement),
            Answer::Yes,
            &FOR_A_PLACE,
            None,
        ),
        say(Recipient::Police, Answer::No, &[], Some("Not tonight.")),
    ];
    consent::record(app, &night.context(seed, officer, at, "say"), night.case, &consents)?;
    let assess = Assess {
        assessment: Risk {
            level: Level::High,
            with_person: Answer::Yes,
            channels: vec![
                (Way::Call, Safety::No),
                (Way::Write, Safety::No),
                (Way::InPerson, Safety::Safe),
            ],
            safe_contact: Some(SafeContact::wrap("In person only. Someone else reads her phone.".to_owned()).into()),
            feared: vec![FearedPerson::wrap("One man, about forty, with a grey van.".to_owned()).into()],
            plan: Some(SafetyPlan::wrap("Do not open to him. Answer no calls about her.".to_owned()).into()),
        },
    };
    risk::assess(
        app,
        &night.context(seed, officer, at.plus_minutes(2), "risk"),
        night.case,
        &assess,
    )?;
    let police = seed.organisation(Institution::Police);
    let context = night.context(seed, officer, at.plus_minutes(5), "proceeding");
    proceeding::note(app, &context, night.case, police)?;
    Ok(())
}

fn send(app: &App, seed: &Seed, night: &Night, at: Moment) -> Result<(), Error> {
    let liman = seed.provider(Institution::CasaLiman);
    let to = match (&night.next_provider, night.sendings.is_empty()) {
        (_, true) => liman,
        (Some((provider, _)), false) => *provider,
        (None, false) => return Ok(()),
    };
    let command = Send {
        hold: true,
        words: Some(message(
            "One woman, for tonight. She comes with the officer, when you say yes.",
        )),
        ..example::send(night.case, to, Fields::of(&FOR_A_PLACE))
    };
    let context = night.context(seed, night.lead(seed), at, "send");
    referral::send(app, &context, &command)?;
    Ok(())
}

fn ring(app: &App, seed: &Seed, night: &Night, at: Moment) -> Result<(), Error> {
    let Some(sent) = night.sent() else { return Ok(()) };
    let how = How::ByPhone {
        function: "Night coordinator".to_owned(),
        at: at.plus_minutes(-1),
    };
    let context = night.context(seed, seed.persona(Persona::BorderOfficer), at, "ring");
    referral::told_by_phone(app, &context, sent.referral, &how)?;
    Ok(())
}

/// The receiver of the last sending answers.
pub(super) fn answer(app: &App, seed: &Seed, night: &Night, at: Moment, answer: &answer::Answer) -> Result<(), Error> {
    let Some((sent, actor)) = receiver(seed, night) else {
        return Ok(());
    };
    referral::answer(app, &night.context(seed, actor, at, "answer"), sent, answer)?;
    Ok(())
}

fn lead(app: &App, seed: &Seed, night: &Night, at: Moment) -> Result<(), Error> {
    let officer = seed.persona(Persona::BorderOfficer);
    let podul_alb = seed.organisation(Institution::PodulAlb);
    case::offer_lead(app, &night.context(seed, officer, at, "offer"), night.case, podul_alb)?;
    let manager = seed.persona(Persona::CaseManager);
    let context = night.context(seed, manager, at.plus_minutes(7), "take");
    case::answer_lead(app, &context, night.case, true)?;
    Ok(())
}

fn confirm(app: &App, seed: &Seed, night: &Night, at: Moment) -> Result<(), Error> {
    use tiltas_domain::task::{Kind, State};
    let waits = |(_, task): &&(_, tiltas_domain::task::Task)| {
        task.opened.work.kind() == Kind::ConfirmRemoval && task.state == State::Open
    };
    let Some((id, task)) = night.tasks.iter().find(waits) else {
        return Ok(());
    };
    let Some(actor) = member_of(seed, task.opened.assignee.organisation) else {
        return Ok(());
    };
    let context = night.context(seed, actor, at, &format!("confirm {id}"));
    task::finish(app, &context, *id, None)?;
    Ok(())
}

/// The last sending, and the hand that receives it.
fn receiver(seed: &Seed, night: &Night) -> Option<(Id<tiltas_domain::referral::Referral>, tiltas_domain::Actor)> {
    let sent = night.sent()?;
    Some((sent.referral, member_of(seed, sent.receiver)?))
}

/// The first person of an organisation.
pub(super) fn member_of(seed: &Seed, organisation: Id<Organisation>) -> Option<tiltas_domain::Actor> {
    let mut all = Institution::ALL.into_iter();
    let institution = all.find(|institution| seed.organisation(*institution) == organisation)?;
    Some(seed.member(institution, 0))
}

pub(super) fn message(text: &str) -> Message {
    Message::wrap(text.to_owned())
}
