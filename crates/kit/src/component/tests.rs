use super::*;
use crate::{Errors, Fields};
use jiff::tz::TimeZone;
use tiltas_domain::{
    clock::{ClockKind, Confidence, Length},
    context::Role,
    id::Moment,
    known::Answer,
};
use tiltas_words::{Html, Locale, Words};

const NOW: Moment = Moment(1_787_000_000_000_000);

fn words() -> Words {
    Words::new(Locale::English, TimeZone::UTC)
}

fn clock() -> Clock {
    let term = tiltas_domain::clock::Clock {
        started: NOW,
        due: Some(NOW.plus_hours(1)),
        kind: ClockKind::Target,
        length: Some(Length::Hours(1)),
        source: "house".to_owned(),
        confidence: Confidence::Proposed,
        profile: "MD 2026-2".to_owned(),
    };
    Clock::new(&words(), &term, NOW)
}

/// Every component once, as a page would hold it.
fn all(words: &Words) -> Vec<String> {
    let span = Span::new(words, "Referral")
        .step(Step::Done, "Sent", "21:05")
        .step(Step::Late, "Answered", "late 3 h");
    let slot = || Slot::new("With care").more("10 to 12 only").alert(Alert::Care);
    let goes = vec![Goes::new("Person", "Woman, 20 to 29", Said::new(words, Answer::Yes))];
    let facts = Facts::new().ground_and_say(words, "Assistance", "Yes, until 19 Nov");
    let pane = || {
        Pane::new("Shelter", "Night coordinator", "Casa Liman", "")
            .open("Health", "Wrist hurts")
            .kept(
                words,
                "Name",
                false,
                "Not shared. Ask the lead if your service needs it.",
            )
    };
    let line = Line::new(clock(), "Galium 271", "Answer Portugal", "/requests/1")
        .tag(Tag::urgency(words, "tonight"))
        .note("You may refuse.")
        .with(Side::You, words.word_you());
    let log = LogLine {
        number: words.number(41_207),
        time: (words.time(NOW), words.stamp(NOW)),
        what: "Referral sent".into(),
        by: "Duty officer".to_owned(),
        sealed: Some("health".to_owned()),
        seal: "9f2c".to_owned(),
        follows: "c41a".to_owned(),
    };
    let mut errors = Errors::new();
    errors.add("until", "errors-kept", words.errors_kept());
    let fields = Fields::new([("until", "18 <08>"), ("own", "back \"hurts\""), ("x", "b")]);
    vec![
        clock().to_string(),
        span.to_string(),
        Span::new(words, "Mini")
            .step(Step::Full, "Answered", "")
            .mini()
            .to_string(),
        Tag::unsure(words).to_string(),
        Said::new(words, Answer::Refused).to_string(),
        Withheld::new(words, "Not shared. Ask the lead if your service needs it.").to_string(),
        Withheld::sealed(words, "Opening it needs a reason.").to_string(),
        GroundAndSay::new(words, "Child protection", "Heard").to_string(),
        Empty::new("Nothing waits for you", "You wait for no answer.")
            .way("/today", "See")
            .to_string(),
        Queue::new(words, "late", "Late", vec![line]).first().to_string(),
        queue::Columns::new(words).to_string(),
        Slots::new(
            words,
            slot(),
            slot().alert(Alert::No),
            Slot::empty(words),
            slot(),
            slot(),
        )
        .to_string(),
        Slip::new(words, "Podul Alb", "Casa Liman", "2 can open it", "Place")
            .goes(goes)
            .stays(vec!["Name".to_owned()])
            .facts(facts)
            .act("Send")
            .to_string(),
        Places::new(vec![
            Place::held(words, "2 B").text("for Silene 163").note("until 05:05"),
            Place::free(words, "4"),
            Place::taken(words, "1"),
            Place::out(words, "6"),
        ])
        .to_string(),
        Panes::new(words, [pane(), pane(), pane()]).to_string(),
        Journal::new(words, vec![log]).to_string(),
        Access::new(
            words,
            vec![AccessRow {
                who: "You".to_owned(),
                why: vec!["You lead".to_owned()],
                sees: [
                    Sight::Sees,
                    Sight::Exists,
                    Sight::Nothing,
                    Sight::Sees,
                    Sight::Sees,
                    Sight::Nothing,
                ],
            }],
        )
        .to_string(),
        Summary::new(words, &errors).to_string(),
        Text::new("until", "Until")
            .hint("Day, month, year")
            .narrow()
            .figures()
            .most(20)
            .again(&fields, &errors)
            .to_string(),
        Area::new("own", "In the person’s own words")
            .again(&fields, &errors)
            .to_string(),
        Choices::several("x", "What", [Choice::new("a", "A"), Choice::new("b", "B").hint("More")])
            .again(&fields, &errors)
            .to_string(),
        Choices::list("who", "Who", [Choice::new("a", "A")])
            .chosen("a")
            .to_string(),
        Five::new(words, "q1", "Alone?", Answer::NotAsked)
            .note("from the screening")
            .to_string(),
    ]
}

#[test]
fn no_component_needs_a_style_or_script_of_its_own_and_none_shows_a_key() {
    for locale in Locale::ALL {
        for html in all(&Words::new(locale, TimeZone::UTC)) {
            for bad in [
                " style=", "<script", "<style", " onclick", "[word", "[span", "[answer", "[slot", "[place-",
            ] {
                assert!(!html.contains(bad), "{bad} in {html}");
            }
        }
    }
}

#[test]
fn every_element_that_opens_closes() {
    for html in all(&words()) {
        for element in [
            "span", "div", "li", "ol", "ul", "dl", "dd", "section", "svg", "fieldset", "small", "b", "p", "label",
        ] {
            let opened = html.matches(&format!("<{element}>")).count() + html.matches(&format!("<{element} ")).count();
            let closed = html.matches(&format!("</{element}>")).count();
            assert_eq!(opened, closed, "<{element}> in {html}");
        }
    }
}

#[test]
fn what_was_typed_comes_back_as_typed_with_what_would_be_right_beside_it() {
    let mut errors = Errors::new();
    errors.add("until", "errors-kept", words().errors_kept());
    let fields = Fields::new([("until", "18 <08>")]);
    let html = Text::new("until", "Until")
        .hint("Day")
        .again(&fields, &errors)
        .to_string();
    assert!(html.contains("value=\"18 &#60;08&#62;\""), "{html}");
    assert!(
        html.contains("aria-invalid=\"true\" aria-describedby=\"until-h until-e\""),
        "{html}"
    );
    assert!(
        html.contains("class=\"field bad\"") && html.contains("id=\"until-e\""),
        "{html}"
    );
    let summary = Summary::new(&words(), &errors).to_string();
    assert!(
        summary.contains("1 answer needs another look") && summary.contains("href=\"#until\""),
        "{summary}"
    );
    assert_eq!(Summary::new(&words(), &Errors::new()).to_string().trim(), "");
}

#[test]
fn a_question_nobody_asked_rests_on_not_asked() {
    let html = Five::new(&words(), "q1", "Alone?", Answer::default()).to_string();
    assert!(html.contains("value=\"not_asked\" checked"), "{html}");
    assert_eq!(html.matches("checked").count(), 1);
}

#[test]
fn a_withheld_value_says_that_it_is_and_why() {
    let html = Withheld::new(&words(), "Not shared. Ask the lead if your service needs it.").to_string();
    assert!(
        html.contains("Withheld</b> Not shared. Ask the lead if your service needs it."),
        "{html}"
    );
    let pane = Pane::new("a", "b", "c", "d")
        .kept(&words(), "Name", true, "Needs a reason.")
        .open("Health", Html::from("ok"));
    assert_eq!(pane.counts(), (2, 1));
}

#[test]
fn a_small_span_says_to_the_ear_what_its_shapes_say_to_the_eye() {
    let html = Span::new(&words(), "Referral")
        .step(Step::Late, "Answered", "")
        .mini()
        .to_string();
    assert!(html.contains("<span>Answered: late</span>"), "{html}");
}

#[test]
fn a_child_is_a_boy_or_a_girl_and_only_an_age_in_doubt_leaves_it_open() {
    use tiltas_domain::{
        case::{Age, AgeBasis, AgeClass, Person, Sex},
        known::Known,
    };
    let boy = |class, years| Person {
        sex: Known::Is(Sex::Man),
        age: Age {
            class: Known::Is(class),
            basis: Some(AgeBasis::Declared),
            years,
        },
        ..Person::default()
    };
    let said = |person: &Person| super::person::in_a_line(&words(), person);
    assert_eq!(said(&boy(AgeClass::Child, Known::Is(11))), "Boy, 11 years");
    let unsure = said(&boy(AgeClass::Unsure, Known::Unknown));
    assert!(unsure.starts_with("Boy or young man, age in doubt"), "{unsure}");
}

#[test]
fn no_word_of_a_function_is_said_twice() {
    let words = words();
    assert_eq!(function(&words, Role::NationalUnit, "National unit"), "National unit");
    assert_eq!(
        function(&words, Role::Police, "Police, central unit"),
        "Police, central unit"
    );
    assert_eq!(
        function(&words, Role::CaseManager, "Podul Alb"),
        "Case manager, Podul Alb"
    );
    assert_eq!(function(&words, Role::Clock, ""), words.say_role(Role::Clock));
}
