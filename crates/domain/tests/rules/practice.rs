//! A practice is read before it is published, is adopted once by each institution, and loses nothing that was told.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    clock::Confidence,
    example::{self, NIGHT, Who},
    expert_institution::{self, Contribution, ExpertInstitution},
    practice::{
        Act, Adopt, Event, Practice, Refusal, State, Withdraw, Write, adopt, change, plan, publish, record, review,
        withdraw,
    },
    recommendation::{self, Recommendation, SourceKind, Theme},
};

fn id() -> Id<Practice> {
    example::id(1)
}

fn by(who: Who, role: Role) -> Context {
    example::context(who.actor(role), NIGHT, 9)
}

pub fn written() -> Write {
    Write {
        country: Some("LV".to_owned()),
        institution: None,
        title: "The state buys help".to_owned(),
        theme: Theme::Partnership,
        language: "en".to_owned(),
        problem: None,
        done: "The state buys help from organisations that it mandates.".to_owned(),
        law: None,
        resources: None,
        evidence: None,
        conditions: Some("The mandate ends.".to_owned()),
        contact: None,
        page: Some("https://example.org/a".to_owned()),
        dated: None,
        confidence: Confidence::Verified,
        example: false,
    }
}

pub fn adoption() -> Adopt {
    Adopt {
        title: "Buy help".to_owned(),
        text: "The ministry should buy help.".to_owned(),
        language: "en".to_owned(),
        source: SourceKind::Training,
        example: true,
    }
}

fn folded(state: Option<Practice>, changes: &Changes) -> Practice {
    let events = changes.list().iter().filter_map(|change| Event::of(&change.event));
    events.fold(state, Practice::evolve).unwrap()
}

fn drafted(write: &Write) -> Practice {
    folded(None, &record(write, &by(Who::Partner, Role::Expert)))
}

fn then(of: Practice, changes: Result<Changes, Refusal>) -> Practice {
    folded(Some(of), &changes.unwrap())
}

fn published() -> Practice {
    let secretary = by(Who::Secretariat, Role::Secretariat);
    let of = drafted(&written());
    let of = then(of.clone(), review(id(), &of, &secretary));
    then(of.clone(), publish(id(), &of, &secretary))
}

#[test]
fn nobody_reviews_what_names_no_page_unless_it_is_an_example() {
    let secretary = by(Who::Secretariat, Role::Secretariat);
    let bare = Write {
        page: None,
        ..written()
    };
    let of = drafted(&bare);
    assert_eq!(review(id(), &of, &secretary).unwrap_err(), Refusal::NoSource);
    let of = drafted(&Write { example: true, ..bare });
    assert_eq!(then(of.clone(), review(id(), &of, &secretary)).state, State::Reviewed);
}

#[test]
fn what_was_changed_after_its_review_is_read_again_and_what_is_published_stays_as_it_was_read() {
    let secretary = by(Who::Secretariat, Role::Secretariat);
    let of = drafted(&written());
    assert_eq!(publish(id(), &of, &secretary).unwrap_err(), Refusal::NotNow);
    let of = then(of.clone(), review(id(), &of, &secretary));
    let of = then(of.clone(), change(id(), &of, &written(), &secretary));
    assert_eq!((of.state, of.reviewed), (State::Draft, None));
    assert_eq!(publish(id(), &of, &secretary).unwrap_err(), Refusal::NotNow);
    let of = published();
    assert_eq!(change(id(), &of, &written(), &secretary).unwrap_err(), Refusal::NotNow);
}

#[test]
fn each_institution_adopts_it_once_as_a_recommendation_that_names_it() {
    let expert = by(Who::Partner, Role::Expert);
    let of = published();
    let fixed = Adopt {
        source: SourceKind::Greta,
        ..adoption()
    };
    assert_eq!(adopt(id(), &of, &fixed, &expert).unwrap_err(), Refusal::PublicSource);
    let changes = adopt(id(), &of, &adoption(), &expert).unwrap();
    let first = changes
        .list()
        .iter()
        .find_map(|change| recommendation::Event::of(&change.event));
    let made = Recommendation::evolve(None, first.unwrap()).unwrap();
    assert_eq!(made.first.source.document.as_deref(), Some("The state buys help"));
    assert_eq!(made.first.source.page, written().page);
    assert_eq!(
        (made.state, made.first.theme),
        (recommendation::State::Drafted, Theme::Partnership)
    );
    let of = folded(Some(of), &changes);
    let again = adopt(id(), &of, &adoption(), &expert);
    assert_eq!(again.unwrap_err(), Refusal::AdoptedBefore);
    let other = adopt(id(), &of, &adoption(), &by(Who::Secretariat, Role::Secretariat));
    assert_eq!(then(of, other).adopted.len(), 2, "another institution adopts it too");
}

#[test]
fn what_an_institution_gave_is_there_and_is_noted_once() {
    let organiser = by(Who::Partner, Role::Organiser);
    let content = expert_institution::Content {
        country: "NL".to_owned(),
        name: None,
        fields: Vec::new(),
        languages: Vec::new(),
        said: None,
        page: None,
        example: false,
    };
    let fold = |state: Option<ExpertInstitution>, changes: &Changes| {
        let events = changes.list().iter();
        let events = events.filter_map(|change| expert_institution::Event::of(&change.event));
        events.fold(state, ExpertInstitution::evolve).unwrap()
    };
    let of = fold(None, &expert_institution::register(&content, &organiser));
    let (which, to) = (example::id(2), Contribution::Practice(id()));
    let none = expert_institution::contribute(which, &of, to, false, &organiser);
    assert_eq!(none.unwrap_err(), expert_institution::Refusal::NotThere);
    let once = expert_institution::contribute(which, &of, to, true, &organiser).unwrap();
    let of = fold(Some(of), &once);
    let twice = expert_institution::contribute(which, &of, to, true, &organiser);
    assert_eq!(twice.unwrap_err(), expert_institution::Refusal::NotedBefore);
    assert_eq!(Contribution::parse(&to.stream().to_string()), Some(to));
    assert_eq!(Contribution::parse("case:0"), None);
    let changed = expert_institution::Content {
        name: Some("Inholland University".to_owned()),
        ..content
    };
    let of = fold(Some(of), &expert_institution::change(which, &changed, &organiser));
    assert_eq!((of.gave, of.content.name), (vec![to], changed.name));
}

fn step(of: &Practice, act: Act, who: Who) -> Result<Changes, Refusal> {
    let context = by(who, Role::Secretariat);
    let why = Withdraw {
        reason: "Repealed".to_owned(),
    };
    match act {
        Act::Change => change(id(), of, &written(), &context),
        Act::Review => review(id(), of, &context),
        Act::Publish => publish(id(), of, &context),
        Act::Withdraw => withdraw(id(), of, &why, &context),
        Act::Adopt => adopt(id(), of, &adoption(), &context),
        Act::Plan => plan(id(), of, (example::id(3), example::id(4)), &context),
    }
}

proptest! {
    #[test]
    fn what_is_offered_succeeds_what_is_not_is_refused_and_nothing_told_is_lost(
        steps in proptest::collection::vec((0usize..6, 0usize..3), 0..40)
    ) {
        let mut of = drafted(&written());
        let whos = [Who::Partner, Who::Secretariat, Who::BorderPost];
        for (act, who) in steps {
            let (act, who) = (Act::ALL[act], whos[who]);
            let before = of.clone();
            let fits = act.fits(&of, who.id());
            let changes = match step(&of, act, who) {
                Ok(changes) => changes,
                Err(refusal) => {
                    prop_assert_eq!(fits.unwrap_err(), refusal);
                    continue;
                }
            };
            prop_assert!(fits.is_ok(), "what is not offered is refused");
            of = folded(Some(of), &changes);
            prop_assert!(of.adopted.starts_with(&before.adopted));
            prop_assert!(of.planned.starts_with(&before.planned));
            let planned = of.planned.iter().map(|one| one.organisation);
            let mut whose: Vec<_> = of.adopted.iter().map(|one| one.organisation).chain(planned).collect();
            whose.sort_unstable();
            whose.dedup();
            let all = of.adopted.len() + of.planned.len();
            prop_assert_eq!(whose.len(), all, "once for each institution, as one or the other");
            prop_assert!(before.published.is_none() || of.is_open(), "whoever read it may read how it ended");
            prop_assert!(of.published.is_none() || of.reviewed.is_some());
            if before.state == State::Withdrawn {
                prop_assert!(false, "nothing follows a withdrawal");
            }
        }
    }
}
