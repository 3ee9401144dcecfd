//! Six of ten who are identified are men or boys: no page takes a person for a woman, or for a man, who is not. Every page of a
//! file is opened for a woman, a man, a girl, a boy, a child and someone of whom nothing is known, in each language.
use crate::{
    common::{TestSite, Visitor},
    routes,
};
use tiltas_app::{case, consent, detail, note, proceeding, provider, referral, risk, signal};
use tiltas_domain::{
    Answer, Content, Field, Fields, Id, Known, Role, Sensitive,
    case::{Age, AgeBasis, AgeClass, Case, Person, Sex},
    consent::{AddConsent, Ground, Recipient},
    content::{NoteText, Phone, SafeContact},
    detail::Detail,
    example::{self, Who},
    note::Add,
    provider::Service,
    referral::{Referral, send::Send},
    risk::{Assess, Channel, Event, Level, Safety},
    screening::advice,
};
use tiltas_words::Locale;

/// Words that speak of a woman, and of a man, in each language.
fn gendered(locale: Locale) -> (&'static [&'static str], &'static [&'static str]) {
    match locale {
        Locale::English => (&["she", "her", "hers", "herself"], &["he", "him", "his", "himself"]),
        Locale::Romanian => (&["ea", "ei", "însăși", "dânsa"], &["el", "însuși", "dânsul"]),
    }
}

fn person(sex: Known<Sex>, years: Known<u8>) -> Person {
    let class = match years {
        Known::Is(years) if years < 18 => Known::Is(AgeClass::Child),
        Known::Is(_) => Known::Is(AgeClass::Adult),
        _ => Known::NotAsked,
    };
    Person {
        sex,
        age: Age {
            class,
            basis: (class != Known::NotAsked).then_some(AgeBasis::Declared),
            years,
        },
        ..example::woman()
    }
}

/// A file in which something stands under every heading, about this person, and its ids by the name that addresses give them.
struct Story {
    site: TestSite,
    ids: Vec<(&'static str, String)>,
}

impl Story {
    fn about(person: Person) -> Story {
        let site = TestSite::new();
        let app = &site.app;
        let by = || site.context(Who::BorderPost, Role::FirstResponder);
        let questions = advice::standing().clone();
        let first = questions.groups.first().map(|group| &group.questions);
        let answers = first
            .into_iter()
            .flatten()
            .map(|question| (question.code.clone(), Answer::Yes));
        let record = tiltas_domain::signal::Record {
            person,
            name: None,
            health: None,
            account: None,
            screening: Some((questions.code.clone(), answers.collect())),
            ..example::signal()
        };
        let (id, _) = signal::record(app, &by(), &record).expect("recorded");
        let phone = Detail::Phone(Phone::wrap("069 000 111".to_owned()).into());
        detail::tell(app, &by(), id, &phone).expect("told");
        let add = Add {
            adds_to: None,
            own_words: true,
            text: NoteText::wrap("Tired.".to_owned()),
        };
        note::add(app, &by(), id, &add).expect("noted");
        risk::assess(app, &by(), id, &assessment()).expect("assessed");
        consent::record(app, &by(), id, &[yes()]).expect("said");
        let sent = Story::sent(&site, id);
        proceeding::note(app, &by(), id, site.organisation(Who::Police)).expect("noted");
        let file = case::file::file(app, &by(), id).expect("a file");
        let task = file.tasks.first().map(|task| task.id.to_string());
        let ids = vec![
            ("case", id.to_string()),
            ("referral", sent.map_or_else(String::new, |sent| sent.to_string())),
            ("detail", file.entries.first().expect("a detail").id.to_string()),
            ("say", file.consents.first().expect("a say").id.to_string()),
            ("task", task.unwrap_or_default()),
        ];
        Story { site, ids }
    }

    /// To the first house that takes the person, on the first ground that carries it.
    fn sent(site: &TestSite, case: Id<Case>) -> Option<Id<Referral>> {
        let by = || site.context(Who::BorderPost, Role::FirstResponder);
        let houses = provider::directory(&site.app, &by()).expect("providers");
        let grounds = [Ground::Consent, Ground::ChildProtection];
        let mut ways = houses
            .iter()
            .filter(|house| house.offer.services.contains(&Service::Shelter))
            .flat_map(|house| grounds.map(|ground| (house.provider, ground)));
        ways.find_map(|(to, ground)| {
            let send = Send {
                ground,
                hold: true,
                ..example::send(case, to, fields())
            };
            referral::send(&site.app, &by(), &send).ok().map(|(id, _)| id)
        })
    }

    fn at(&self, path: &str) -> String {
        let of = |name: &str| {
            self.ids
                .iter()
                .find(|(known, _)| *known == name)
                .map_or("", |(_, id)| id.as_str())
        };
        let id = match path {
            path if path.contains("/referrals/{id}") => of("referral"),
            _ => of("case"),
        };
        path.replace("{id}", id)
            .replace("{detail}", of("detail"))
            .replace("{say}", of("say"))
            .replace("{task}", of("task"))
            .replace("{n}", "1")
            .replace("{act}", "answer")
    }
}

fn fields() -> Fields {
    Fields::of(&[
        Field::SpokenName,
        Field::Person,
        Field::Language,
        Field::Work,
        Field::SafeContact,
    ])
}

fn yes() -> AddConsent {
    AddConsent {
        language: Some("uk".to_owned()),
        ..example::say(Recipient::Service(Service::Shelter), Answer::Yes, fields())
    }
}

fn assessment() -> Assess {
    Assess {
        assessment: Event {
            level: Level::High,
            with_person: Answer::Yes,
            channels: vec![(Channel::Call, Safety::No)],
            safe_contact: Some(Content::New(SafeContact::wrap("After nine".to_owned()))),
            feared: Vec::new(),
            plan: None,
        },
    }
}

/// The words of a page, without the names of its fields and addresses.
fn words_of(page: &str) -> Vec<String> {
    let text: String = page
        .split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase();
    let apart = |sign: char| !(sign.is_alphanumeric() || sign == '-');
    text.split(apart)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every page that this reader can open, with its address.
async fn pages(story: &Story, visitor: &Visitor<'_>) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    // One night tells the story of a woman, and signing out is no page.
    let left_out = ["/one-night", "/account/sign-out", "/assets/{name}", "/leave"];
    let routes = routes::all().into_iter();
    for route in
        routes.filter(|route| route.method == "GET" && !route.is_api() && !left_out.contains(&route.path.as_str()))
    {
        let mut paths = vec![story.at(&route.path)];
        if route.path.contains("{step}") {
            let steps = [
                "1",
                "2",
                "3",
                "who",
                "safety",
                "say",
                "first_contact",
                "work",
                "control",
            ];
            paths = steps.map(|step| story.at(&route.path.replace("{step}", step))).to_vec();
        }
        for path in paths {
            let answer = visitor.get(&path).await;
            if answer.status.is_success() && answer.body.starts_with("<!doctype") {
                pages.push((path, answer.body));
            }
        }
    }
    pages
}

#[tokio::test]
async fn no_page_takes_a_person_for_what_they_are_not() {
    let people = [
        ("a woman", person(Known::Is(Sex::Woman), Known::Is(24))),
        ("a man", person(Known::Is(Sex::Man), Known::Is(31))),
        ("a girl", person(Known::Is(Sex::Woman), Known::Is(12))),
        ("a boy", person(Known::Is(Sex::Man), Known::Is(11))),
        ("a child", person(Known::NotAsked, Known::Is(9))),
        ("someone", person(Known::NotAsked, Known::NotAsked)),
    ];
    let readers = [
        (Who::BorderPost, Role::FirstResponder),
        (Who::BorderPost, Role::Supervisor),
        (Who::CasaLiman, Role::Provider),
        (Who::Police, Role::Police),
        (Who::ChildProtection, Role::ChildProtection),
    ];
    let mut wrong = Vec::new();
    for (who, person) in people {
        let (is_woman, is_man) = (person.sex == Known::Is(Sex::Woman), person.sex == Known::Is(Sex::Man));
        let story = Story::about(person);
        for (of, role) in readers {
            let mut visitor = story.site.as_(of, role).await;
            for locale in Locale::ALL {
                visitor.language = locale.code();
                let found = pages(&story, &visitor).await;
                assert!(found.len() >= 5, "{of:?} {role:?} opens {} pages", found.len());
                assert!(
                    role != Role::FirstResponder || found.len() >= 25,
                    "the file opens: {}",
                    found.len()
                );
                let (woman, man) = gendered(locale);
                for (path, page) in found {
                    let words = words_of(&page);
                    let mut check = |forms: &[&str]| {
                        for form in forms.iter().filter(|form| words.iter().any(|word| word == *form)) {
                            wrong.push(format!("{who}, {}: {path} says {form}", locale.code()));
                        }
                    };
                    if !is_woman {
                        check(woman);
                    }
                    if !is_man {
                        check(man);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
