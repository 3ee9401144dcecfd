//! One night with one file, whose content is canaries; and the log of this process.
use crate::{
    programs::{Programs, Reply, example},
    routes::Route,
};
use axum::http::Method;
use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, Mutex, OnceLock},
};
use tiltas_app::{case, consent, detail, need, note, proceeding, provider, referral, risk, signal, task};
use tiltas_domain::{
    Answer, Content, Field, Fields, Id, Role, Sensitive,
    case::Case,
    consent::{AddConsent, Recipient},
    content::{
        FearedPerson, HealthNote, Message, Narrative, NoteText, PersonName, Phone, SafeContact, SafetyPlan, Whereabouts,
    },
    detail::{Detail, Name, script_of},
    example as invented,
    example::Who,
    note::Add,
    provider::Service,
    referral::{Referral, answer, send::Send},
    risk::{Assess, Channel, Event, Level, Safety},
    task::{Work, Write as Task},
};

/// What stands in the file, and would be found anywhere: each begins so, and none is a word.
pub const CANARY: &str = "Kanarienvogel";
/// Of these the shelter gets the ones of health and contact, with consent.
pub const FOR_THE_SHELTER: [&str; 2] = ["Kanarienvogel-Health", "Kanarienvogel-Safe"];

pub const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);
pub const SHELTER: (Who, Role) = (Who::CasaLiman, Role::Provider);
pub const REFUSED: (Who, Role) = (Who::AdapostRasarit, Role::Provider);
pub const POLICE: (Who, Role) = (Who::Police, Role::Police);
/// They take no part in the case.
pub const ELSEWHERE: [(Who, Role); 6] = [
    (Who::PodulAlb, Role::CaseManager),
    (Who::CentrulNistruNord, Role::Provider),
    (Who::Team, Role::ContactPoint),
    (Who::ChildProtection, Role::ChildProtection),
    (Who::Hospital, Role::Provider),
    (Who::NationalUnit, Role::NationalUnit),
];

/// The cookie and the token of forms of each who was signed in, by organisation and role.
type Sessions = HashMap<(&'static str, &'static str), (String, String)>;

/// The lines of the log of this test's process.
#[derive(Clone, Default)]
pub struct Log(pub Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What was logged so far.
pub fn log() -> Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    let log = LOG.get_or_init(|| {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(move || writer.clone())
            .init();
        log
    });
    log.clone()
}

/// One night with one file, whose content is canaries.
pub struct Night {
    pub programs: Programs,
    pub case: Id<Case>,
    pub spoken_name: String,
    /// To the shelter, waiting.
    pub waiting: Id<Referral>,
    /// To the one that said no.
    pub refused: Id<Referral>,
    house: String,
    detail: String,
    say: String,
    task: String,
    need: String,
    sessions: Mutex<Sessions>,
}

impl Night {
    pub fn new() -> Night {
        log();
        let programs = Programs::new();
        let site = &programs.site;
        let app = &site.app;
        let by = |(who, role): (Who, Role)| site.context(who, role);
        let record = recorded();
        let (case, _) = signal::record(app, &by(OFFICER), &record).expect("recorded");
        let told = Detail::Phone(Phone::wrap("Kanarienvogel-Phone".to_owned()).into());
        detail::tell(app, &by(OFFICER), case, &told).expect("told");
        let text = NoteText::wrap("Kanarienvogel-Note".to_owned());
        let add = Add {
            adds_to: None,
            own_words: true,
            text,
        };
        note::add(app, &by(OFFICER), case, &add).expect("noted");
        let needed = tiltas_domain::need::Record {
            kind: tiltas_domain::need::Kind::MentalHealth,
            pressing: tiltas_domain::need::Pressing::Urgent,
            words: Some(Message::wrap("Kanarienvogel-Need".to_owned())),
        };
        need::record(app, &by(OFFICER), case, &needed).expect("recorded");
        risk::assess(app, &by(OFFICER), case, &assessment()).expect("assessed");
        let goes = Fields::of(&[
            Field::SpokenName,
            Field::Person,
            Field::Language,
            Field::Work,
            Field::Health,
            Field::SafeContact,
        ]);
        consent::record(app, &by(OFFICER), case, &[yes(goes)]).expect("said");
        let houses = provider::directory(app, &by(OFFICER)).expect("providers");
        let house = |who: Who| {
            houses
                .iter()
                .find(|line| line.offer.name == who.name())
                .expect("a house")
                .provider
        };
        let send = |to| Send {
            hold: true,
            ..invented::send(case, to, goes)
        };
        let (waiting, _) = referral::send(app, &by(OFFICER), &send(house(Who::CasaLiman))).expect("sent");
        let (refused, _) = referral::send(app, &by(OFFICER), &send(house(Who::AdapostRasarit))).expect("sent");
        let no = answer::Answer::NoCapacity { words: None };
        referral::answer(app, &by(REFUSED), refused, &no).expect("answered");
        proceeding::note(app, &by(OFFICER), case, site.organisation(Who::Police)).expect("noted");
        let text = Message::wrap("Kanarienvogel-Task".to_owned());
        let written = Task {
            work: Work::Written(text.into()),
            organisation: None,
            function: None,
            due: None,
        };
        let (task, _) = task::write(app, &by(OFFICER), case, &written).expect("written");
        let file = case::file::file(app, &by(OFFICER), case).expect("a file");
        Night {
            case,
            waiting,
            refused,
            house: house(Who::CasaLiman).to_string(),
            detail: file.entries.first().expect("a detail").id.to_string(),
            task: task.to_string(),
            need: file.kept.needs.first().expect("a need").id.to_string(),
            say: file.consents.first().expect("a say").id.to_string(),
            spoken_name: file.spoken_name,
            sessions: Mutex::default(),
            programs,
        }
    }

    /// The address with this night's ids in it; `other` in place of the id of the case or the referral.
    pub fn at(&self, route: &Route, other: Option<&str>) -> String {
        let path = &route.path;
        let (case, waiting) = (self.case.to_string(), self.waiting.to_string());
        let id = if path.contains("/cases/") || path.contains("/signals/") {
            other.unwrap_or(&case)
        } else if path.contains("/referrals/") {
            other.unwrap_or(&waiting)
        } else if path.contains("/tasks/") {
            other.unwrap_or(&self.task)
        } else {
            &self.house
        };
        path.replace("{id}", id)
            .replace("{detail}", &self.detail)
            .replace("{say}", &self.say)
            .replace("{need}", &self.need)
            .replace("{screening}", &self.say)
            .replace("{function}", &self.say)
            .replace("{account}", &self.say)
            .replace("{n}", "1")
            .replace("{step}", "2")
            .replace("{act}", "answer")
            .replace("{certificate}", &self.say)
            .replace("{code}", "7K4Q-2M9T-X")
            .replace("{change}", "free")
            .replace("{name}", "style.css")
    }

    /// Asks as one of the people, or as nobody; forms are posted with a token of the session, bodies are the documented ones.
    pub async fn ask(&self, who: Option<(Who, Role)>, route: &Route, at: &str) -> Reply {
        let method: Method = route.method.parse().expect("a method");
        let mut headers = Vec::new();
        let mut body = String::new();
        match who {
            Some((who, role)) if route.is_api() => {
                headers.push(("authorization", format!("Bearer {}", self.programs.token(who, role))));
            }
            Some(who) => headers.push(("cookie", self.session(who).await.0)),
            None => {}
        }
        if method == Method::POST && route.is_api() {
            headers.push(("content-type", "application/json".to_owned()));
            body = body_of(&route.path);
        } else if method == Method::POST {
            headers.push(("content-type", "application/x-www-form-urlencoded".to_owned()));
            if let Some(who) = who {
                body = format!("token={}&key=k", self.session(who).await.1);
            }
        }
        let answer = self.programs.send(method, at, &headers, &body).await;
        // Whoever signed out or left is signed in again for the next address.
        if let (Some(who), true) = (who, answer.headers.contains_key("set-cookie")) {
            self.sessions.lock().expect("sessions").remove(&key(who));
        }
        answer
    }

    /// The cookie of one of the people, and the token of its forms.
    async fn session(&self, who: (Who, Role)) -> (String, String) {
        let known = self.sessions.lock().expect("sessions").get(&key(who)).cloned();
        if let Some(known) = known {
            return known;
        }
        let cookie = self.programs.site.as_(who.0, who.1).await.cookie().to_owned();
        let headers = [("cookie", cookie.clone())];
        let page = self.programs.send(Method::GET, "/account/language", &headers, "").await;
        let token = page
            .text
            .split_once("name=\"token\" value=\"")
            .map_or("", |(_, rest)| &rest[..64]);
        let session = (cookie, token.to_owned());
        self.sessions
            .lock()
            .expect("sessions")
            .insert(key(who), session.clone());
        session
    }
}

fn key((who, role): (Who, Role)) -> (&'static str, &'static str) {
    (who.name(), role.code())
}

fn recorded() -> tiltas_domain::signal::Record {
    let name = PersonName::wrap("Kanarienvogel-Name".to_owned());
    tiltas_domain::signal::Record {
        name: Some(Name::given(name, script_of("K"))),
        whereabouts: Some(Whereabouts::wrap("Kanarienvogel-Place".to_owned())),
        health: Some(HealthNote::wrap("Kanarienvogel-Health".to_owned())),
        account: Some(Narrative::wrap("Kanarienvogel-Story".to_owned())),
        ..invented::signal()
    }
}

fn assessment() -> Assess {
    Assess {
        assessment: Event {
            level: Level::High,
            with_person: Answer::Yes,
            channels: vec![(Channel::Call, Safety::No)],
            safe_contact: Some(Content::New(SafeContact::wrap("Kanarienvogel-Safe".to_owned()))),
            feared: vec![Content::New(FearedPerson::wrap("Kanarienvogel-Feared".to_owned()))],
            plan: Some(Content::New(SafetyPlan::wrap("Kanarienvogel-Plan".to_owned()))),
        },
    }
}

fn yes(fields: Fields) -> AddConsent {
    AddConsent {
        language: Some("uk".to_owned()),
        ..invented::say(Recipient::Service(Service::Shelter), Answer::Yes, fields)
    }
}

/// The documented example of the body that this address takes.
pub fn body_of(path: &str) -> String {
    let document = serde_json::to_value(&*tiltas_api::DOCUMENT).expect("a document");
    let schema = &document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    let name = schema.as_str().and_then(|schema| schema.rsplit('/').next());
    name.map_or(String::new(), |name| example(name).to_string())
}
