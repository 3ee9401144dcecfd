//! What is typed and sent: the same meaning at both doors, the same limits, and no word lost on the way.
use crate::{
    common::{TestSite, Visitor, plain},
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::{Value, json};
use tiltas_domain::{Id, Role, case::Case, example::Who};

const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);

/// A form of a page: where it goes, and what it sends when nothing is changed.
pub struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// The form that holds `having`.
    pub fn of(page: &str, having: &str) -> Form {
        let forms = page.split("<form").skip(1);
        let all = forms.map(|form| form.split("</form>").next().unwrap_or_default());
        let form = all.clone().find(|form| form.contains(having));
        let form = form.unwrap_or_else(|| panic!("no form with {having}: {page}"));
        let mut fields = Vec::new();
        for tag in form.split("<input").skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let checked = !tag.contains("radio") && !tag.contains("checkbox") || tag.contains("checked");
            if checked {
                fields.push((attribute(tag, "name"), attribute(tag, "value")));
            }
        }
        for tag in form.split("<textarea").skip(1) {
            let (tag, rest) = tag.split_once('>').expect("a tag");
            let text = rest.split("</textarea>").next().unwrap_or_default();
            let text = text.strip_prefix('\n').unwrap_or(text);
            fields.push((attribute(tag, "name"), plain(text)));
        }
        Form {
            action: attribute(form.split('>').next().unwrap_or_default(), "action"),
            fields,
        }
    }

    pub fn with(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A form that rests on words of a thing that changed after it was drawn: it is not done, that is said, and nothing is lost. The
    /// form with which it can be sent again.
    pub async fn is_told_that_it_changed(&self, visitor: &Visitor<'_>) -> Form {
        let late = self.send(visitor).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text());
        let said = "Someone else changed this meanwhile";
        assert!(late.body.contains(said), "{}", late.text());
        Form::of(&late.body, &format!("action=\"{}\"", self.action))
    }

    pub async fn send(&self, visitor: &Visitor<'_>) -> crate::common::Answer {
        visitor.send_as_it_is(&self.action, &self.fields).await
    }
}

fn attribute(tag: &str, name: &str) -> String {
    let rest = tag.split(&format!(" {name}=\"")).nth(1).unwrap_or_default();
    plain(rest.split('"').next().unwrap_or_default())
}

const WORDS: &str = "Words typed for twenty minutes,\nin two lines & <with> marks";

async fn filled(officer: &Visitor<'_>, case: &Id<Case>) -> Form {
    let page = officer.open(&format!("/cases/{case}/notes")).await;
    Form::of(&page, "name=\"text\"").with("text", WORDS)
}

/// What the page that said no offers is sent, and stands in the file.
async fn goes_on(officer: &Visitor<'_>, case: &Id<Case>, page: &str) {
    let again = Form::of(page, "name=\"text\"");
    assert_eq!(again.action, format!("/cases/{case}/notes"));
    assert!(
        again.fields.contains(&("text".to_owned(), WORDS.to_owned())),
        "{:?}",
        again.fields
    );
    let sent = again.send(officer).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("Words typed for twenty minutes"), "{file}");
}

#[tokio::test]
async fn words_typed_before_another_sign_in_stand_in_the_form_again() {
    let site = TestSite::new();
    let case = site.file();
    let before = site.as_(OFFICER.0, OFFICER.1).await;
    let form = filled(&before, &case).await;
    let after = site.as_(OFFICER.0, OFFICER.1).await;
    let stale = form.send(&after).await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);
    goes_on(&after, &case, &stale.body).await;
}

#[tokio::test]
async fn a_form_that_this_account_was_not_shown_is_lent_no_token() {
    let site = TestSite::new();
    let case = site.file();
    let form = filled(&site.as_(OFFICER.0, OFFICER.1).await, &case).await;
    let other = site.as_(Who::PodulAlb, Role::CaseManager).await;
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    for (form, visitor) in [
        (form, &other),
        (
            filled(&officer, &case)
                .await
                .with("token", "")
                .with("key", "made-up-elsewhere"),
            &officer,
        ),
    ] {
        let answer = form.send(visitor).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(!answer.body.contains("name=\"text\""), "{}", answer.text());
    }
}

#[tokio::test]
async fn words_typed_before_the_session_was_over_survive_the_sign_in_of_the_same_account() {
    let site = TestSite::new();
    let case = site.file();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let form = filled(&officer, &case).await;
    officer.send("/account/sign-out", &[]).await;
    let over = form.send(&officer).await;
    assert_eq!(over.status, StatusCode::UNAUTHORIZED);
    assert!(
        !over.body.contains("twenty minutes"),
        "nobody is signed in, and nothing is shown"
    );
    let choice = Form::of(&over.body, "name=\"draft\"").send(&officer).await;
    assert_eq!(choice.status, StatusCode::OK, "{}", choice.text());
    let sign_in = |who: (Who, Role)| {
        let account = site.account(who.0, who.1).id.to_string();
        Form::of(&choice.body, "name=\"draft\"").with("as", &account)
    };
    let other = sign_in((Who::PodulAlb, Role::CaseManager)).send(&officer).await;
    assert_eq!(other.status, StatusCode::OK);
    assert!(!other.body.contains("twenty minutes"), "{}", other.text());
    let own = sign_in(OFFICER).send(&officer).await;
    assert_eq!(own.status, StatusCode::OK);
    goes_on(&officer.with_session_of(&own), &case, &own.body).await;
}

#[tokio::test]
async fn sent_again_with_other_words_keeps_both_and_asks() {
    let site = TestSite::new();
    let case = site.file();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let form = filled(&officer, &case).await;
    let first = form.send(&officer).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let second = form
        .with("text", "Second words, written after going back")
        .send(&officer)
        .await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let again = Form::of(&second.body, "name=\"text\"");
    assert_eq!(again.send(&officer).await.status, StatusCode::SEE_OTHER);
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(
        file.contains("twenty minutes") && file.contains("written after going back"),
        "{file}"
    );
}

#[tokio::test]
async fn a_rule_that_says_no_gives_the_words_back() {
    let site = TestSite::new();
    let case = site.file();
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let nowhere = filled(&officer, &case)
        .await
        .with("adds_to", "00000000000040008000000000000000");
    let refused = nowhere.send(&officer).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    let again = Form::of(&refused.body, "name=\"text\"");
    assert!(again.fields.contains(&("text".to_owned(), WORDS.to_owned())));
}

/// One meaning, as a page sends it and as a program does. `{case}` stands for the file.
struct Meaning {
    page: &'static str,
    form: Vec<(&'static str, &'static str)>,
    api: &'static str,
    body: Value,
}

fn meanings() -> Vec<Meaning> {
    let meaning = |page, form: &[(&'static str, &'static str)], api, body| Meaning {
        page,
        form: form.to_vec(),
        api,
        body,
    };
    vec![
        meaning(
            "/cases/{case}/notes",
            &[("text", " One\r\nTwo "), ("own_words", "yes")],
            "/api/v1/cases/{case}/notes",
            json!({"text": "One\nTwo", "own_words": true}),
        ),
        meaning(
            "/cases/{case}/details/new",
            &[("kind", "birth_date"), ("value", "17 mai 1998")],
            "/api/v1/cases/{case}/details",
            json!({"field": "birth_date", "value": "1998-05-17"}),
        ),
        meaning(
            "/cases/{case}/details/new",
            &[
                ("kind", "name"),
                ("value", "Оксана"),
                ("name_kind", "alias"),
                ("name_confidence", "sure"),
            ],
            "/api/v1/cases/{case}/details",
            json!({"field": "name", "value": "Оксана", "name_kind": "alias", "name_confidence": "sure"}),
        ),
        meaning(
            "/cases/{case}/details/new",
            &[("kind", "document"), ("value", "FB  000"), ("false_paper", "yes")],
            "/api/v1/cases/{case}/details",
            json!({"field": "document", "value": "FB 000", "false_paper": "yes"}),
        ),
        meaning(
            "/cases/{case}/risk",
            &[
                ("level", "high"),
                ("with_person", "yes"),
                ("call", "no"),
                ("write", "not_asked"),
                ("feared", "The man of the van\n\nHis brother"),
                ("safe_contact", "Through the nurse"),
                ("plan", "112"),
            ],
            "/api/v1/cases/{case}/risks",
            json!({
                "level": "high", "with_person": "yes", "call": "no", "feared": ["The man of the van", "His brother"],
                "safe_contact": "Through the nurse", "plan": "112"
            }),
        ),
        meaning(
            "/cases/{case}/person",
            &[
                ("sex", "woman"),
                ("age", "adult"),
                ("years", "24"),
                ("language", "uk"),
                ("language_other", "ro"),
                ("nationality", "ua"),
            ],
            "/api/v1/cases/{case}/descriptions",
            json!({"sex": "woman", "age_class": "adult", "years": "24", "languages": ["uk", "ro"], "nationality": "UA"}),
        ),
        meaning(
            "/cases/{case}/consents/new",
            &[
                ("to", "shelter"),
                ("answer", "yes"),
                ("fields", "person"),
                ("fields", "language"),
                ("fields", "risk"),
                ("until", "1 11 2026"),
                ("language", "uk"),
                ("own_words", "My back, not my name."),
            ],
            "/api/v1/cases/{case}/consents",
            json!({
                "service": "shelter", "answer": "yes", "fields": ["risk", "person", "language"], "until": "2026-11-01",
                "language": "uk", "words": "My back, not my name."
            }),
        ),
        meaning(
            "/cases/{case}/referrals/new",
            &[
                ("act", "send"),
                ("to", "{house}"),
                ("urgency", "tonight"),
                ("services", "shelter"),
                ("fields", "person"),
                ("fields", "risk"),
                ("ground", "consent"),
                ("until", "30 10 2026"),
                ("told", "yes"),
                ("words", "Ring twice."),
            ],
            "/api/v1/cases/{case}/referrals",
            json!({
                "to": "{house}", "urgency": "tonight", "services": ["shelter"], "fields": ["risk", "person"], "ground": "consent",
                "until": "2026-10-30", "told": true, "words": "Ring twice."
            }),
        ),
    ]
}

/// Ids are each file's own.
fn without_ids(text: &str) -> String {
    let parts = text.split('"').map(|part| {
        let id = |part: &str| part.len() == 32 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        if part.split('/').any(id) { "id" } else { part }
    });
    parts.collect::<Vec<_>>().join("\"")
}

#[tokio::test]
async fn the_same_meaning_through_both_doors_leaves_the_same_file() {
    let programs = Programs::new();
    let token = programs.token(OFFICER.0, OFFICER.1);
    let officer = programs.site.as_(OFFICER.0, OFFICER.1).await;
    let directory = programs.get(&token, "/api/v1/providers").await.json();
    let houses = directory.as_array().expect("a list");
    let house = houses.iter().find(|one| one["name"] == "Casa Liman").expect("a house");
    let house = house["id"].as_str().expect("an id");
    let page = officer
        .send(
            "/signals",
            &[
                ("channel", "encounter"),
                ("urgency", "tonight"),
                ("sex", "woman"),
                ("languages", "uk"),
                ("name", "Oksana"),
                ("account", "Said by phone"),
            ],
        )
        .await;
    let by_page = page.rsplit('/').next().expect("an id").to_owned();
    let body = json!({"channel": "encounter", "urgency": "tonight", "sex": "woman", "languages": ["uk"], "name": "Oksana", "account": "Said by phone"});
    let sent = programs.post(&token, "/api/v1/signals", "k", &body).await.json();
    let by_program = sent["id"].as_str().expect("an id").to_owned();
    for (nth, meaning) in meanings().into_iter().enumerate() {
        let form: Vec<(&str, &str)> = meaning
            .form
            .iter()
            .map(|(name, value)| (*name, if *value == "{house}" { house } else { *value }))
            .collect();
        officer.send(&meaning.page.replace("{case}", &by_page), &form).await;
        let body: Value = serde_json::from_str(&meaning.body.to_string().replace("{house}", house)).expect("a body");
        let address = meaning.api.replace("{case}", &by_program);
        let sent = programs.post(&token, &address, &format!("k{nth}"), &body).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{address}: {}", sent.text);
        let mut files = Vec::new();
        for case in [&by_page, &by_program] {
            let mut file = programs.get(&token, &format!("/api/v1/cases/{case}")).await.json();
            for own in ["spoken_name", "number"] {
                assert!(file[own].is_string() || file[own].is_number(), "{own}: {file}");
                file[own] = Value::Null;
            }
            files.push(without_ids(&file.to_string()));
        }
        assert_eq!(files[0], files[1], "{}", meaning.page);
    }
    let mut names = Vec::new();
    for case in [&by_page, &by_program] {
        let reason = json!({"reason": "To compare"});
        let opened = programs
            .post(&token, &format!("/api/v1/cases/{case}/name-openings"), "", &reason)
            .await;
        assert!(
            opened.text.contains("Oksana") && opened.text.contains("Оксана"),
            "{}",
            opened.text
        );
        names.push(opened.text);
    }
    assert_eq!(names[0], names[1]);
    let referrals = programs.get(&token, "/api/v1/referrals").await.json();
    assert!(referrals.to_string().matches("Casa Liman").count() >= 2, "{referrals}");
}

#[tokio::test]
async fn a_value_that_is_refused_at_one_door_is_refused_at_the_other_beside_its_field() {
    let programs = Programs::new();
    let token = programs.token(OFFICER.0, OFFICER.1);
    let officer = programs.site.as_(OFFICER.0, OFFICER.1).await;
    let case = programs.site.file();
    let (long, endless) = ("a".repeat(201), "a".repeat(20_001));
    let told = |field: &'static str, value: String| (field, value);
    let mut tried = vec![
        told("name", "\u{200b}\u{200b}".to_owned()),
        told("name", "Ana\u{0}".to_owned()),
        told("name", "\u{202e}anA".to_owned()),
        told("name", "...".to_owned()),
        told("name", long.clone()),
        told("phone", long.clone()),
        told("document", long),
        told("health", endless.clone()),
        told("birth_date", "17.05.2099".to_owned()),
        told("birth_date", "2027".to_owned()),
        told("birth_date", "1.1.0001".to_owned()),
        told("birth_date", "when I was small".to_owned()),
    ];
    tried.extend(["   ", "\u{a0}\u{a0}", "\u{2060}", "\u{ad}", "\u{200e}"].map(|blank| told("name", blank.to_owned())));
    for (field, value) in tried {
        let form = [("kind", field), ("value", value.as_str())];
        let page = officer.post(&format!("/cases/{case}/details/new"), &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {value:?}");
        assert!(
            page.body.contains("id=\"value-e\""),
            "{field}: {value:?}: {}",
            page.text()
        );
        let body = json!({"field": field, "value": value});
        let reply = programs
            .post(&token, &format!("/api/v1/cases/{case}/details"), "", &body)
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {value:?}");
        assert_eq!(reply.json()["errors"][0]["field"], "value", "{}", reply.text);
    }
    for text in ["", "\u{200b}", endless.as_str(), "a\u{0}b", "a\u{202e}b"] {
        let page = officer.post(&format!("/cases/{case}/notes"), &[("text", text)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{text:.20}");
        let reply = programs
            .post(
                &token,
                &format!("/api/v1/cases/{case}/notes"),
                "",
                &json!({"text": text}),
            )
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{text:.20}");
    }
}

#[tokio::test]
async fn a_directory_takes_no_endless_list_no_place_twice_and_no_name_that_nobody_can_read() {
    let programs = Programs::new();
    let token = programs.token(Who::CasaLiman, Role::Provider);
    let house = json!({
        "name": "Casa Proba", "about": "For tests", "duty_phone": "022 000 199", "sexes": ["woman"], "adults": true,
        "languages": ["ro"], "services": ["shelter"], "region": "Centre", "places": ["1", "2"]
    });
    let many = |n: usize| (0..n).map(|nth| format!("P {nth}")).collect::<Vec<_>>();
    for (field, value, at) in [
        ("places", json!(["1", "1"]), "places[1]"),
        ("places", json!(many(20_000)), "places"),
        ("places", json!(["1", "a".repeat(200_000)]), "places[1]"),
        ("languages", json!(vec!["aa"; 17_576]), "languages"),
        ("languages", json!(["qz"]), "languages"),
        ("name", json!("\u{200b}"), "name"),
        ("name", json!("a\u{0}"), "name"),
        ("name", json!("a".repeat(50_000)), "name"),
        ("duty_phone", json!("call me"), "duty_phone"),
        ("services", json!(["shelter", 1]), "services[1]"),
        ("services", json!([]), "services"),
    ] {
        let mut body = house.clone();
        body[field] = value;
        let reply = programs.post(&token, "/api/v1/providers", "", &body).await;
        assert_eq!(
            reply.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{field}: {:.300}",
            reply.text
        );
        assert_eq!(reply.json()["errors"][0]["field"], at, "{:.300}", reply.text);
    }
    let listed = programs.post(&token, "/api/v1/providers", "", &house).await;
    assert_eq!(listed.status, StatusCode::CREATED, "{}", listed.text);
    let id = listed.json()["id"].as_str().expect("an id").to_owned();
    let mut changed = house.clone();
    changed["places"] = json!(["1", "2", "3"]);
    let offers = format!("/api/v1/providers/{id}/offers");
    let added = programs.post(&token, &offers, "", &changed).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    let house = programs.get(&token, &format!("/api/v1/providers/{id}")).await;
    assert_eq!(
        house.json()["places"],
        3,
        "what is said to be done is done: {}",
        house.text
    );
}
