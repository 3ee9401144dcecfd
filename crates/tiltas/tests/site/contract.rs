//! What the document of the interface promises is kept: each address in it answers, each example is taken, and the document
//! itself is kept beside the tests, so that a change of the interface is a change that is seen.
//! `TILTAS_GOLDEN=write cargo test -p tiltas-web --test contract` writes it anew.

use crate::programs::{Programs, example};
use axum::http::Method;
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, path::Path};
use tiltas_domain::{Role, example::Who};

fn document() -> Value {
    serde_json::to_value(&*tiltas_api::DOCUMENT).expect("a document")
}

/// Method and path of all that is documented.
pub fn documented() -> BTreeSet<(String, String)> {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let each = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().expect("an item").keys();
        methods.map(move |method| (method.to_uppercase(), path.clone()))
    });
    each.collect()
}

#[test]
fn the_document_is_the_one_that_is_kept() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/contract.json");
    let now = tiltas_api::DOCUMENT.to_pretty_json().expect("a document") + "\n";
    if std::env::var_os("TILTAS_GOLDEN").is_some() {
        fs::write(&path, &now).expect("written");
    }
    let kept = fs::read_to_string(&path).expect("tests/site/contract.json");
    for (line, (kept, now)) in (1..).zip(kept.lines().zip(now.lines())) {
        assert_eq!(kept, now, "line {line} of tests/site/contract.json");
    }
    assert_eq!(kept.len(), now.len());
}

/// From the call of a meeting to its minutes.
async fn met(walk: &mut Walk) {
    let secretary = (Who::Secretariat, Role::Secretariat);
    let path = "/api/v1/meetings";
    let border = walk.programs.site.organisation(Who::BorderPost).to_string();
    let expert = (Who::Partner, Role::Expert);
    let open = id(&walk.post(expert, "/api/v1/recommendations", &[], &[]).await["id"]);
    walk.post(secretary, "/api/v1/recommendations/{id}/words", &[("id", &open)], &[])
        .await;
    let token = walk.programs.token(secretary.0, secretary.1);
    let call =
        json!({"title": "Second meeting", "body": "National committee", "on": "2026-08-19", "invited": [border]});
    let answer = walk.programs.post(&token, path, "meeting", &call).await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(path.to_owned());
    let list = walk.get(secretary, path).await;
    let one = id(&list["lines"][0]["id"]);
    for (act, body) in [
        ("ends", json!({"present": [border]})),
        ("decisions", json!({"recommendation": open, "outcome": "adopted"})),
        (
            "tasks",
            json!({"text": "Write the duty phone on the wall.", "owner": border}),
        ),
    ] {
        let answer = walk
            .programs
            .post(&token, &format!("{path}/{one}/{act}"), act, &body)
            .await;
        assert!(answer.status.is_success(), "{act}: {}", answer.text);
        walk.taken.insert(format!("{path}/{{id}}/{act}"));
    }
    for act in ["drafts", "agreements"] {
        walk.post(secretary, &format!("{path}/{{id}}/{act}"), &[("id", &one)], &[])
            .await;
    }
    let told = walk
        .get((Who::BorderPost, Role::FocalFunction), &format!("{path}/{one}"))
        .await;
    assert_eq!(
        (&told["state"], &told["may"]),
        (&json!("minutes_agreed"), &json!([])),
        "{told}"
    );
    assert_eq!(told["decisions"][0]["recommendation"], json!(open));
}

/// From the plan of a visit to what came of it.
async fn visited(walk: &mut Walk) {
    let (organiser, expert) = ((Who::Partner, Role::Organiser), (Who::Partner, Role::Expert));
    let path = "/api/v1/visits";
    let partner = walk.programs.site.organisation(Who::Partner).to_string();
    let plan = json!({"kind": "study_visit", "title": "In Lithuania", "begins": "2026-06-01", "ends": "2026-06-05", "delegation": [partner]});
    let token = walk.programs.token(organiser.0, organiser.1);
    let answer = walk.programs.post(&token, path, "visit", &plan).await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(path.to_owned());
    let list = walk.get(organiser, path).await;
    let one = id(&list["lines"][0]["id"]);
    let at = [("id", one.as_str())];
    let below = |act: &str| format!("/api/v1/visits/{{id}}/{act}");
    for act in ["confirmations", "days", "ends"] {
        walk.post(organiser, &below(act), &at, &[]).await;
    }
    for act in ["notes", "findings", "recommendations", "reports"] {
        walk.post(expert, &below(act), &at, &[]).await;
    }
    walk.post(organiser, &below("outcomes"), &at, &[]).await;
    let told = walk.get((Who::Partner, Role::Observer), &format!("{path}/{one}")).await;
    assert_eq!(
        (&told["state"], &told["may"]),
        (&json!("followed_up"), &json!([])),
        "{told}"
    );
    assert!(told["findings"][0]["recommendation"].is_string(), "{told}");
}

/// From the opening of a programme to its end.
async fn programmed(walk: &mut Walk) {
    let organiser = (Who::Partner, Role::Organiser);
    let path = "/api/v1/programmes";
    let one = id(&walk.post(organiser, path, &[], &[]).await["id"]);
    let at = [("id", one.as_str())];
    let below = |act: &str| format!("/api/v1/programmes/{{id}}/{act}");
    for act in ["titles", "countries", "activities", "outcomes"] {
        walk.post(organiser, &below(act), &at, &[]).await;
    }
    let all = walk.get(organiser, "/api/v1/recommendations").await;
    let came = id(&all["lines"][0]["id"]);
    let token = walk.programs.token(organiser.0, organiser.1);
    let result = json!({"activity": "1", "recommendation": came});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{one}/results"), "result", &result)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(below("results"));
    walk.post(organiser, &below("activities"), &at, &[]).await;
    walk.post(organiser, &below("cancellations"), &at, &[("activity", "2")])
        .await;
    walk.post(organiser, &below("closings"), &at, &[]).await;
    let observer = (Who::Partner, Role::Observer);
    let told = walk.get(observer, &format!("{path}/{one}")).await;
    assert_eq!((&told["state"], &told["may"]), (&json!("closed"), &json!([])), "{told}");
    assert_eq!(told["activities"][0]["results"][0]["id"], json!(came));
    let list = walk.get(observer, &format!("{path}?state=closed")).await;
    assert_eq!((&list["found"], &list["all"]), (&json!(1), &json!(1)));
}

/// From a practice's first words to what it became.
async fn practised(walk: &mut Walk) {
    let secretary = (Who::Secretariat, Role::Secretariat);
    let expert = (Who::Partner, Role::Expert);
    let path = "/api/v1/practices";
    let one = id(&walk.post(expert, path, &[], &[]).await["id"]);
    let at = [("id", one.as_str())];
    let below = |act: &str| format!("/api/v1/practices/{{id}}/{act}");
    walk.post(expert, &below("changes"), &at, &[]).await;
    walk.post(secretary, &below("reviews"), &at, &[]).await;
    walk.post(secretary, &below("publications"), &at, &[]).await;
    let made = walk.post(expert, &below("adoptions"), &at, &[]).await;
    let plan = id(&walk.post(secretary, "/api/v1/plans", &[], &[]).await["id"]);
    let items = "/api/v1/plans/{id}/items";
    let under = id(&walk.post(secretary, items, &[("id", &plan)], &[]).await["id"]);
    walk.post(secretary, &below("actions"), &at, &[("under", &under)]).await;
    let observer = (Who::Partner, Role::Observer);
    let shown = walk.get(observer, &format!("{path}/{one}")).await;
    assert_eq!(shown["planned"][0]["plan"], json!(plan), "{shown}");
    assert_eq!(shown["adopted"][0]["recommendation"], made["id"], "{shown}");
    assert_eq!(shown["may"], json!([]), "an observer reads");
    let token = walk.programs.token(expert.0, expert.1);
    let again = json!({"title": "Again", "text": "Again.", "language": "en", "source": "training"});
    let again = walk
        .programs
        .post(&token, &format!("{path}/{one}/adoptions"), "again", &again)
        .await;
    assert!(
        again.status.as_u16() == 422 && again.text.contains("PRA-03"),
        "{}",
        again.text
    );
    let experts = "/api/v1/experts";
    let institution = id(&walk.post(secretary, experts, &[], &[]).await["id"]);
    let at_expert = [("id", institution.as_str())];
    walk.post(secretary, &format!("{experts}/{{id}}/changes"), &at_expert, &[])
        .await;
    let to = format!("practice:{one}");
    walk.post(
        secretary,
        &format!("{experts}/{{id}}/contributions"),
        &at_expert,
        &[("to", &to)],
    )
    .await;
    let known = walk.get(observer, &format!("{experts}/{institution}")).await;
    assert_eq!(known["gave"], json!([to]));
    let all = walk.get(observer, experts).await;
    assert_eq!(all[0]["id"], json!(institution));
    walk.post(secretary, &below("withdrawals"), &at, &[]).await;
    let list = walk.get(observer, &format!("{path}?state=withdrawn")).await;
    assert_eq!((&list["found"], &list["all"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn each_address_that_answers_is_documented_and_each_that_is_documented_answers() {
    let programs = Programs::new();
    let token = programs.token(Who::PodulAlb, Role::CaseManager);
    // The router tells its paths only to those who debug it.
    let told = format!("{:?}", tiltas_api::routes());
    let served: BTreeSet<&str> = told.split('"').filter(|part| part.starts_with("/api/")).collect();
    let documented = documented();
    let paths: BTreeSet<&str> = documented.iter().map(|(_, path)| path.as_str()).collect();
    assert_eq!(served, paths);
    assert!(paths.len() > 35, "{}", paths.len());
    for path in paths {
        let at = path.replace(['{', '}'], "");
        let headers = [("authorization", format!("Bearer {token}"))];
        let other = programs.send(Method::PATCH, &at, &headers, "").await;
        assert_eq!(other.status.as_u16(), 405, "{path}");
        let allowed: BTreeSet<String> = other.header("allow").split(',').map(str::to_owned).collect();
        let known = documented.iter().filter(|(_, known)| known == path);
        let known: BTreeSet<String> = known.map(|(method, _)| method.clone()).collect();
        let allowed: BTreeSet<String> = allowed.into_iter().filter(|method| method != "HEAD").collect();
        assert_eq!(allowed, known, "{path}");
    }
}

#[tokio::test]
async fn the_document_is_open_to_all_and_tells_of_tokens_keys_and_problems() {
    let programs = Programs::new();
    let answer = programs.send(Method::GET, "/api/v1/openapi.json", &[], "").await;
    assert_eq!(answer.status.as_u16(), 200);
    let document = answer.json();
    assert!(document["openapi"].as_str().expect("a version").starts_with("3.1"));
    for (method, path) in documented() {
        let operation = &document["paths"][&path][method.to_lowercase()];
        assert!(
            operation["summary"].is_string() || operation["description"].is_string(),
            "{method} {path}"
        );
        if path.ends_with("openapi.json") {
            assert_eq!(operation["security"], json!([{}]), "{path}");
            continue;
        }
        let problem = &operation["responses"]["default"]["content"]["application/problem+json"];
        assert!(problem.is_object(), "{method} {path}");
        let parameters = operation["parameters"].to_string();
        assert_eq!(
            method == "POST",
            parameters.contains("idempotency-key"),
            "{method} {path}"
        );
    }
}

/// The first task of this kind in a file.
fn task_of(file: &Value, kind: &str) -> String {
    let tasks = file["tasks"].as_array().expect("tasks");
    let found = tasks.iter().find(|one| one["kind"] == kind);
    id(&found.expect("a task of this kind")["id"])
}

/// The ids that a walk through the examples meets.
struct Walk {
    programs: Programs,
    taken: BTreeSet<String>,
    keys: u32,
}

impl Walk {
    /// Posts the documented example of `path`, with the ids of this site put in.
    async fn post(&mut self, who: (Who, Role), path: &str, ids: &[(&str, &str)], put: &[(&str, &str)]) -> Value {
        let document = document();
        let operation = &document["paths"][path]["post"];
        assert!(operation.is_object(), "{path} is not documented");
        let schema = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
        let name = schema.and_then(|schema| schema.rsplit('/').next());
        let mut body = name.map_or(Value::Null, example);
        assert!(name.is_none() || body.is_object(), "{path} has no example");
        for (field, id) in put {
            body[field] = json!(id);
        }
        let at = ids
            .iter()
            .fold(path.to_owned(), |at, (name, id)| at.replace(&format!("{{{name}}}"), id));
        self.keys += 1;
        let token = self.programs.token(who.0, who.1);
        let answer = self
            .programs
            .post(&token, &at, &format!("key {}", self.keys), &body)
            .await;
        assert!(answer.status.is_success(), "{path}: {} {body}", answer.text);
        self.taken.insert(path.to_owned());
        answer.json()
    }

    async fn get(&self, who: (Who, Role), at: &str) -> Value {
        let token = self.programs.token(who.0, who.1);
        let answer = self.programs.get(&token, at).await;
        assert_eq!(answer.status.as_u16(), 200, "{at}: {}", answer.text);
        answer.json()
    }
}

fn id(value: &Value) -> String {
    value.as_str().expect("an id").to_owned()
}

/// A function of an organisation that stands opens, takes an account, gives it back, changes, and closes.
async fn functions(walk: &mut Walk, unit: (Who, Role)) {
    let all = "/api/v1/organisations";
    let named = |list: &Value, field: &str, name: &str| {
        let found = list.as_array().expect("a list").iter().find(|one| one[field] == name);
        found.expect("one of this name").clone()
    };
    let of = id(&named(&walk.get(unit, all).await, "name", Who::PodulAlb.name())["id"]);
    walk.post(unit, "/api/v1/organisations/{id}/functions", &[("id", &of)], &[])
        .await;
    let alb = named(&walk.get(unit, all).await, "name", Who::PodulAlb.name());
    let night = id(&named(&alb["functions"], "title", "Night shift")["id"]);
    let accounts = walk.get(unit, &format!("{all}/{of}/accounts")).await;
    let (account, before) = (id(&accounts[0]["id"]), id(&accounts[0]["function"]));
    for to in [&night, &before] {
        let at = [("id", of.as_str()), ("account", account.as_str())];
        let path = "/api/v1/organisations/{id}/accounts/{account}/moves";
        walk.post(unit, path, &at, &[("function", to)]).await;
    }
    for what in ["changes", "closures"] {
        let path = format!("/api/v1/organisations/{{id}}/functions/{{function}}/{what}");
        walk.post(unit, &path, &[("id", &of), ("function", &night)], &[]).await;
    }
}

const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);
const HOUSE: (Who, Role) = (Who::CasaLiman, Role::Provider);
const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);

/// From the first words of a recommendation to its end.
async fn recommended(walk: &mut Walk) {
    let secretary = (Who::Secretariat, Role::Secretariat);
    let focal = (Who::BorderPost, Role::FocalFunction);
    let border = walk.programs.site.organisation(Who::BorderPost).to_string();
    let path = "/api/v1/recommendations";
    let expert = (Who::Partner, Role::Expert);
    let other = id(&walk.post(expert, path, &[], &[]).await["id"]);
    let one = id(&walk.post(expert, path, &[], &[]).await["id"]);
    let at = [("id", one.as_str())];
    let below = |act: &str| format!("/api/v1/recommendations/{{id}}/{act}");
    walk.post(secretary, &below("translations"), &at, &[]).await;
    let token = walk.programs.token(secretary.0, secretary.1);
    let asked = json!({"asked": [border], "until": "2026-08-30"});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{one}/discussions"), "discussion", &asked)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(below("discussions"));
    walk.post(focal, &below("positions"), &at, &[]).await;
    walk.post(secretary, &below("words"), &at, &[]).await;
    walk.post(secretary, &below("decisions"), &at, &[]).await;
    let again = json!({"outcome": "adopted", "body": "National committee", "on": "2026-08-19"});
    let again = walk
        .programs
        .post(&token, &format!("{path}/{one}/decisions"), "again", &again)
        .await;
    assert_eq!(again.status.as_u16(), 422, "{}", again.text);
    assert!(again.text.contains("REC-03"), "{}", again.text);
    let addressee = json!({"organisation": border, "term": "2026-08"});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{one}/addressees"), "addressee", &addressee)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(below("addressees"));
    walk.post(focal, &below("reports"), &at, &[]).await;
    walk.post((Who::Rapporteur, Role::Rapporteur), &below("reviews"), &at, &[])
        .await;
    let likeness = json!({"other": other, "same": true});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{one}/likenesses"), "likeness", &likeness)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(below("likenesses"));
    walk.post(secretary, &below("closings"), &at, &[]).await;
    walk.post(secretary, &below("reopenings"), &at, &[]).await;
    let by = json!({"by": one});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{other}/replacements"), "replacement", &by)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(below("replacements"));
    let observer = (Who::Partner, Role::Observer);
    let story = walk.get(observer, &format!("{path}/{one}")).await;
    assert_eq!(story["state"], "verified", "{story}");
    assert_eq!(story["positions"][0]["stance"], "supports_with_changes");
    assert_eq!(story["may"], json!([]), "an observer reads");
    assert_eq!(story["same"], json!([other]));
    let list = walk.get(observer, &format!("{path}?state=superseded")).await;
    assert_eq!((&list["found"], &list["all"]), (&json!(1), &json!(2)));
}

/// From the first words of a partnership to its end.
async fn agreed(walk: &mut Walk) {
    let secretary = (Who::Secretariat, Role::Secretariat);
    let focal = (Who::BorderPost, Role::FocalFunction);
    let of = |walk: &Walk, who: Who| walk.programs.site.organisation(who).to_string();
    let (border, house, team) = (of(walk, Who::BorderPost), of(walk, Who::CasaLiman), of(walk, Who::Team));
    let token = walk.programs.token(secretary.0, secretary.1);
    let path = "/api/v1/partnerships";
    let first = json!({"title": "At the border at night", "arrangement": "memorandum", "lead": border, "other": house, "example": true});
    let one = walk.programs.post(&token, path, "first", &first).await;
    assert!(one.status.is_success(), "{}", one.text);
    walk.taken.insert(path.to_owned());
    let one = id(&one.json()["id"]);
    let at = [("id", one.as_str())];
    let below = |act: &str| format!("{path}/{{id}}/{act}");
    let bodies = [
        ("parties", json!({"organisation": team, "role": "observer"})),
        (
            "measures",
            json!({"owner": border, "what": ["Rings the house", "Speaks alone with the person"]}),
        ),
    ];
    for (act, body) in bodies {
        let answer = walk
            .programs
            .post(&token, &format!("{path}/{one}/{act}"), act, &body)
            .await;
        assert!(answer.status.is_success(), "{act}: {}", answer.text);
        walk.taken.insert(below(act));
    }
    for act in ["purposes", "data"] {
        walk.post(secretary, &below(act), &at, &[]).await;
    }
    let again = walk
        .programs
        .post(
            &token,
            &format!("{path}/{one}/consultations"),
            "early",
            &json!({"until": "2026-09-15"}),
        )
        .await;
    assert!(again.text.contains("PAR-07"), "{}", again.text);
    walk.post(secretary, &below("terms"), &at, &[("from", "2026-08-01")])
        .await;
    walk.post(secretary, &below("consultations"), &at, &[]).await;
    walk.post(secretary, &below("returns"), &at, &[]).await;
    let read = walk
        .programs
        .post(
            &token,
            &format!("{path}/{one}/consultations"),
            "again",
            &json!({"until": "2026-09-15"}),
        )
        .await;
    assert!(read.status.is_success(), "{}", read.text);
    for who in [&border, &house] {
        let sign = json!({"organisation": who, "on": "2026-08-20"});
        let answer = walk
            .programs
            .post(&token, &format!("{path}/{one}/signatures"), who, &sign)
            .await;
        assert!(answer.status.is_success(), "{}", answer.text);
    }
    walk.taken.insert(below("signatures"));
    for (who, act) in [
        (focal, "moves"),
        (focal, "assessments"),
        (secretary, "reviews"),
        (secretary, "renewals"),
        (secretary, "endings"),
    ] {
        walk.post(who, &below(act), &at, &[]).await;
    }
    let observer = (Who::Partner, Role::Observer);
    let story = walk.get(observer, &format!("{path}/{one}")).await;
    assert_eq!(
        (&story["state"], &story["data"], &story["may"]),
        (&json!("ended"), &json!("no_data"), &json!([]))
    );
    assert_eq!(story["measures"][0]["progress"], "under_way", "{story}");
    assert_eq!(story["views"][0]["value"], 3);
    let list = walk.get(observer, &format!("{path}?state=ended")).await;
    assert_eq!(
        (&list["found"], &list["lines"][0]["days_left"]),
        (&json!(1), &Value::Null)
    );
    let pairs = walk.get(observer, &format!("{path}/pairs")).await;
    let missing = pairs["missing"].as_array().expect("a list");
    assert!(
        missing.iter().all(|gap| gap["confidence"] == "proposed") && !missing.is_empty(),
        "{pairs}"
    );
}
/// A training from its plan to a certificate that is withdrawn.
async fn trained(walk: &mut Walk) {
    let organiser = (Who::Partner, Role::Organiser);
    let border = walk.programs.site.organisation(Who::BorderPost).to_string();
    let path = "/api/v1/trainings";
    let other = id(&walk.post(organiser, path, &[], &[]).await["id"]);
    let one = id(&walk.post(organiser, path, &[], &[]).await["id"]);
    let below = |act: &str| format!("{path}/{{id}}/{act}");
    let at = [("id", one.as_str())];
    walk.post(organiser, &below("cancellations"), &[("id", &other)], &[])
        .await;
    walk.post(organiser, &below("plans"), &at, &[]).await;
    let of = [("organisation", border.as_str())];
    walk.post(organiser, &below("enrolments"), &at, &of).await;
    walk.post(organiser, &below("holdings"), &at, &[]).await;
    walk.post(organiser, &below("attendances"), &at, &of).await;
    walk.post(organiser, &below("results"), &at, &[]).await;
    walk.post(organiser, &below("feedback"), &at, &[]).await;
    walk.post(organiser, &below("reports"), &at, &[]).await;
    walk.post(organiser, &below("certificates"), &at, &of).await;
    let focal = (Who::BorderPost, Role::FocalFunction);
    let list = walk.get(focal, "/api/v1/certificates").await;
    assert_eq!(list["lines"][0]["status"], "valid", "{list}");
    let certificate = id(&list["lines"][0]["id"]);
    let withdrawals = "/api/v1/certificates/{id}/withdrawals";
    walk.post(organiser, withdrawals, &[("id", &certificate)], &[]).await;
    let list = walk.get(focal, "/api/v1/certificates?status=withdrawn").await;
    assert_eq!(list["found"], 1, "{list}");
    let told = walk.get((Who::Partner, Role::Observer), &format!("{path}/{one}")).await;
    assert_eq!(
        (&told["state"], &told["may"]),
        (&json!("reported"), &json!([])),
        "an observer reads"
    );
    assert_eq!(told["results"][0]["after"], 7.5);
    let list = walk.get(organiser, &format!("{path}?state=cancelled")).await;
    assert_eq!((&list["found"], &list["all"]), (&json!(1), &json!(2)));
}

/// A table comes into a plan, goes again, and is forgotten.
async fn imported(walk: &mut Walk, plan: &str) {
    let secretary = (Who::Secretariat, Role::Secretariat);
    let token = walk.programs.token(secretary.0, secretary.1);
    let path = format!("/api/v1/plans/{plan}/imports");
    let headers = [
        ("authorization", format!("Bearer {token}")),
        ("content-type", "application/octet-stream".to_owned()),
        ("idempotency-key", "table".to_owned()),
    ];
    let file = "Number,Kind,Title\n7,objective,Cooperation\n7.1,action,Meet twice a year\n7.x.y,action,Nowhere\n";
    let first = walk.programs.send(Method::POST, &path, &headers, file).await;
    assert!(first.status.is_success(), "{}", first.text);
    let again = walk.programs.send(Method::POST, &path, &headers, file).await;
    assert_eq!(
        (again.text.as_str(), again.header("idempotency-replayed")),
        (first.text.as_str(), "true")
    );
    let other = walk
        .programs
        .send(Method::POST, &path, &headers, "Number,Title\n8,Other\n")
        .await;
    assert_eq!(other.status.as_u16(), 409, "one key is one file: {}", other.text);
    walk.taken.insert("/api/v1/plans/{id}/imports".to_owned());
    let import = id(&first.json()["id"]);
    let at = [("id", import.as_str())];
    walk.post(secretary, "/api/v1/imports/{id}/mappings", &at, &[]).await;
    let told = walk.get(secretary, &format!("/api/v1/imports/{import}")).await;
    assert_eq!(
        told["counts"],
        json!({"added": 2, "changed": 0, "same": 0, "wrong": 1}),
        "{told}"
    );
    let fault = &told["faults"][0];
    assert_eq!(
        (&fault["row"], &fault["column"], &fault["head"]),
        (&json!(4), &json!("A"), &json!("Number"))
    );
    assert_eq!(fault["reason"], "above", "{told}");
    for act in ["takings", "undoings", "droppings"] {
        walk.post(secretary, &format!("/api/v1/imports/{{id}}/{act}"), &at, &[])
            .await;
    }
    let told = walk.get(secretary, &format!("/api/v1/imports/{import}")).await;
    assert_eq!(
        (&told["state"], &told["kept"], &told["may"]),
        (&json!("undone"), &Value::Null, &json!([]))
    );
    let list = walk.get(secretary, &path).await;
    assert_eq!((&list[0]["added"], &list[0]["wrong"]), (&json!(2), &json!(1)), "{list}");
}

/// From the beginning of a plan to its next version.
async fn planned(walk: &mut Walk) {
    let secretary = (Who::Secretariat, Role::Secretariat);
    let token = walk.programs.token(secretary.0, secretary.1);
    let border = walk.programs.site.organisation(Who::BorderPost).to_string();
    let path = "/api/v1/plans";
    let plan = id(&walk.post(secretary, path, &[], &[]).await["id"]);
    let at = [("id", plan.as_str())];
    let below = |act: &str| format!("/api/v1/plans/{{id}}/{act}");
    walk.post(secretary, &below("items"), &at, &[]).await;
    let action = json!({"level": "action", "number": "2.3", "title": "Agree", "responsible": [border], "term": "2026-06-30", "indicator": "Districts", "target": "5"});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{plan}/items"), "action", &action)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    let item = id(&serde_json::from_str::<Value>(&answer.text).expect("an object")["id"]);
    let of = [("id", plan.as_str()), ("item", item.as_str())];
    let of_item = |act: &str| format!("/api/v1/plans/{{id}}/items/{{item}}/{act}");
    let words = json!({"level": "action", "number": "2.3", "title": "Agree who speaks", "responsible": [border], "term": "2026-06-30", "indicator": "Districts", "target": "5"});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{plan}/items/{item}/words"), "words", &words)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(of_item("words"));
    imported(walk, &plan).await;
    walk.post(secretary, &below("approvals"), &at, &[]).await;
    walk.post(secretary, &below("enforcements"), &at, &[]).await;
    let focal = (Who::BorderPost, Role::FocalFunction);
    walk.post(focal, &of_item("reports"), &of, &[]).await;
    let expert = (Who::Partner, Role::Expert);
    let one = id(&walk.post(expert, "/api/v1/recommendations", &[], &[]).await["id"]);
    let link = json!({"recommendation": one});
    let answer = walk
        .programs
        .post(&token, &format!("{path}/{plan}/items/{item}/links"), "link", &link)
        .await;
    assert!(answer.status.is_success(), "{}", answer.text);
    walk.taken.insert(of_item("links"));
    walk.post(secretary, &below("amendments"), &at, &[]).await;
    let observer = (Who::Partner, Role::Observer);
    let story = walk.get(observer, &format!("{path}/{plan}/items/{item}")).await;
    assert_eq!(
        (&story["item"]["late"], &story["item"]["value"]),
        (&json!(51), &json!("3")),
        "{story}"
    );
    assert_eq!((&story["recommendations"], &story["may"]), (&json!([one]), &json!([])));
    let tree = walk.get(observer, &format!("{path}/{plan}?late=yes")).await;
    assert_eq!(
        (&tree["state"], &tree["version"], &tree["found"]),
        (&json!("amended"), &json!(2), &json!(1))
    );
    let list = walk.get(observer, path).await;
    assert_eq!(list[0]["counts"], json!({"actions": 1, "done": 0, "late": 1}));
}

/// A whole period, from what the clock opens to the approved national report.
async fn reported(walk: &mut Walk) {
    let (secretary, focal) = (
        (Who::Secretariat, Role::Secretariat),
        (Who::BorderPost, Role::FocalFunction),
    );
    crate::duty::pass(&walk.programs.site, crate::report::TO_JANUARY);
    let path = "/api/v1/periods";
    let periods = walk.get(focal, path).await;
    let year = periods
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["rule"] == "whole_year");
    let year = id(&year.expect("the year")["id"]);
    let owed = walk.get(focal, &format!("{path}/{year}")).await;
    let report = id(&owed["reports"][0]["report"]);
    let at = [("id", report.as_str())];
    let below = |act: &str| format!("/api/v1/reports/{{id}}/{act}");
    for (who, act) in [
        (focal, "writings"),
        (focal, "submissions"),
        (secretary, "returns"),
        (focal, "submissions"),
        (secretary, "acceptances"),
    ] {
        walk.post(who, &below(act), &at, &[]).await;
    }
    crate::duty::pass(&walk.programs.site, 31 * 24 * 60);
    let periods = walk.get(secretary, &format!("{path}?state=open")).await;
    let national = id(&periods[0]["id"]);
    let drafted = walk
        .post(
            secretary,
            "/api/v1/periods/{id}/national-reports",
            &[("id", &national)],
            &[],
        )
        .await;
    let paper = id(&drafted["id"]);
    for act in ["versions", "approvals"] {
        let path = format!("/api/v1/national-reports/{{id}}/{act}");
        walk.post(secretary, &path, &[("id", &paper)], &[]).await;
    }
    walk.post(secretary, "/api/v1/periods/{id}/closings", &[("id", &year)], &[])
        .await;
    walk.post(focal, &below("corrections"), &at, &[]).await;
    let observer = (Who::Partner, Role::Observer);
    let paper = walk.get(observer, &format!("/api/v1/national-reports/{paper}")).await;
    assert_eq!(
        (&paper["state"], paper["versions"].as_array().map(Vec::len)),
        // Of two versions one is approved.
        (&json!("approved"), Some(1))
    );
    let old = walk.get(focal, &format!("/api/v1/reports/{report}")).await;
    assert_eq!(old["state"], "accepted", "{old}");
    assert!(old["corrected_by"].is_string(), "{old}");
    walk.get(observer, "/api/v1/open-items?late=yes").await;
}

#[tokio::test]
async fn every_documented_example_is_taken_in_the_order_of_a_night() {
    let programs = Programs::new();
    let mut walk = Walk {
        programs,
        taken: BTreeSet::new(),
        keys: 0,
    };
    let of = |walk: &Walk, who: Who| walk.programs.site.organisation(who).to_string();
    let (police, manager, children) = (
        of(&walk, Who::Police),
        of(&walk, Who::PodulAlb),
        of(&walk, Who::ChildProtection),
    );
    let providers = walk.get(OFFICER, "/api/v1/providers").await;
    let house = providers
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["name"] == "Casa Liman");
    let house = id(&house.expect("Casa Liman")["id"]);
    walk.get(OFFICER, &format!("/api/v1/providers/{house}")).await;

    let unit = (Who::NationalUnit, Role::NationalUnit);
    walk.post(unit, "/api/v1/organisations", &[], &[]).await;
    functions(&mut walk, unit).await;
    let rooms = id(&walk.post(HOUSE, "/api/v1/providers", &[], &[]).await["id"]);
    walk.post(HOUSE, "/api/v1/providers/{id}/offers", &[("id", &rooms)], &[])
        .await;

    let case = id(&walk.post(OFFICER, "/api/v1/signals", &[], &[]).await["id"]);
    let at = [("id", case.as_str())];
    walk.get(OFFICER, &format!("/api/v1/signals/{case}")).await;
    walk.post(OFFICER, "/api/v1/cases/{id}/details", &at, &[]).await;
    let file = walk.get(OFFICER, &format!("/api/v1/cases/{case}")).await;
    let details = file["details"].as_array().expect("details");
    let health = id(&details.iter().find(|one| one["field"] == "health").expect("health")["id"]);
    walk.post(OFFICER, "/api/v1/cases/{id}/corrections", &at, &[("replaces", &health)])
        .await;
    let replaced = [("id", case.as_str()), ("detail", health.as_str())];
    let old = walk
        .post(OFFICER, "/api/v1/cases/{id}/details/{detail}/openings", &replaced, &[])
        .await;
    assert_eq!(old["value"], "Her wrist hurts");
    let names = walk.post(OFFICER, "/api/v1/cases/{id}/name-openings", &at, &[]).await;
    assert_eq!(names[0]["name"], "Oksana Invented");
    walk.post(OFFICER, "/api/v1/cases/{id}/notes", &at, &[]).await;
    let need = id(&walk.post(OFFICER, "/api/v1/cases/{id}/needs", &at, &[]).await["id"]);
    let ended = [("id", case.as_str()), ("need", need.as_str())];
    walk.post(OFFICER, "/api/v1/cases/{id}/needs/{need}/ends", &ended, &[])
        .await;
    let needs = walk.get(OFFICER, &format!("/api/v1/cases/{case}/needs")).await;
    assert_eq!(needs[0]["because"], "no_provider");
    walk.post(OFFICER, "/api/v1/cases/{id}/risks", &at, &[]).await;
    let begun = id(&walk.post(OFFICER, "/api/v1/cases/{id}/screenings", &at, &[]).await["id"]);
    let screening = [("id", case.as_str()), ("screening", begun.as_str())];
    for act in ["answers", "conclusions"] {
        let path = format!("/api/v1/cases/{{id}}/screenings/{{screening}}/{act}");
        walk.post(OFFICER, &path, &screening, &[]).await;
    }
    let say = id(&walk.post(OFFICER, "/api/v1/cases/{id}/consents", &at, &[]).await["id"]);
    walk.post(OFFICER, "/api/v1/cases/{id}/referral-drafts", &at, &[]).await;

    let send = "/api/v1/cases/{id}/referrals";
    let first = id(&walk.post(OFFICER, send, &at, &[("to", &house)]).await["id"]);
    let held = [("provider", house.as_str()), ("referral", first.as_str())];
    walk.post(HOUSE, "/api/v1/places/releases", &[], &held).await;
    let told = "/api/v1/referrals/{id}/told-by-phone";
    walk.post(OFFICER, told, &[("id", &first)], &[("at", "01:20")]).await;
    walk.post(OFFICER, "/api/v1/referrals/{id}/withdrawals", &[("id", &first)], &[])
        .await;
    walk.get(OFFICER, "/api/v1/today").await;
    let file = walk.get(OFFICER, &format!("/api/v1/cases/{case}")).await;
    let task = task_of(&file, "report_incident");
    walk.post(
        OFFICER,
        "/api/v1/tasks/{id}/attempts",
        &[("id", &task)],
        &[("at", "01:20")],
    )
    .await;
    walk.post(OFFICER, "/api/v1/tasks/{id}/completions", &[("id", &task)], &[])
        .await;
    let written = id(&walk.post(OFFICER, "/api/v1/cases/{id}/tasks", &at, &[]).await["id"]);
    walk.post(OFFICER, "/api/v1/tasks/{id}/cancellations", &[("id", &written)], &[])
        .await;
    walk.post(OFFICER, "/api/v1/tasks", &[], &[]).await;

    let second = id(&walk.post(OFFICER, send, &at, &[("to", &house)]).await["id"]);
    let sent = [("id", second.as_str())];
    walk.post(OFFICER, "/api/v1/referrals/{id}/attempts", &sent, &[("at", "01:20")])
        .await;
    let waits = walk.get(HOUSE, &format!("/api/v1/referrals/{second}")).await;
    assert_eq!(waits["person"]["age_class"], "adult");
    assert_eq!(waits["account"]["withheld"], "not_disclosed", "{waits}");
    let all = |list: &str| waits[list].as_array().expect("a list").clone();
    assert!(all("details").iter().all(|one| one["field"] != "name"), "{waits}");
    let name = all("withheld").into_iter().find(|one| one["field"] == "name");
    assert_eq!(
        name.expect("a name")["why"]["because"],
        "Not shared. Ask the lead if your service needs it."
    );
    walk.post(HOUSE, "/api/v1/referrals/{id}/acknowledgements", &sent, &[])
        .await;
    walk.post(HOUSE, "/api/v1/referrals/{id}/questions", &sent, &[]).await;
    walk.post(OFFICER, "/api/v1/referrals/{id}/replies", &sent, &[]).await;
    walk.post(HOUSE, "/api/v1/referrals/{id}/answers", &sent, &[]).await;
    walk.post(HOUSE, "/api/v1/referrals/{id}/starts", &sent, &[]).await;
    walk.post(HOUSE, "/api/v1/referrals/{id}/places", &sent, &[("place", "2 A")])
        .await;
    walk.post(HOUSE, "/api/v1/referrals/{id}/outcomes", &sent, &[]).await;
    let lists = walk.get(OFFICER, "/api/v1/referrals").await;
    assert_eq!(lists["sent"].as_array().expect("a list").len(), 3, "{lists}");
    let ended = walk.get(OFFICER, &format!("/api/v1/referrals/{second}")).await;
    assert_eq!(
        (&ended["state"], &ended["outcome"]),
        (&json!("completed"), &json!("in_programme"))
    );

    let place = [("provider", house.as_str())];
    let board = walk.get(HOUSE, "/api/v1/places").await.to_string();
    assert!(board.contains("\"taken\""), "{board}");
    let taken = [("provider", house.as_str()), ("place", "2 A")];
    walk.post(HOUSE, "/api/v1/places/vacancies", &[], &taken).await;
    walk.post(HOUSE, "/api/v1/places/closures", &[], &place).await;
    walk.post(HOUSE, "/api/v1/places/openings", &[], &place).await;

    recommended(&mut walk).await;
    met(&mut walk).await;
    visited(&mut walk).await;
    programmed(&mut walk).await;
    agreed(&mut walk).await;
    planned(&mut walk).await;
    practised(&mut walk).await;
    trained(&mut walk).await;

    walk.post(OFFICER, "/api/v1/cases/{id}/descriptions", &at, &[]).await;
    let file = walk.get(OFFICER, &format!("/api/v1/cases/{case}")).await;
    let notice = task_of(&file, "tell_child_protection");
    let tell = "/api/v1/tasks/{id}/child-notices";
    walk.post(OFFICER, tell, &[("id", &notice)], &[("authority", &children)])
        .await;
    walk.post(OFFICER, "/api/v1/cases/{id}/proceedings", &at, &[("police", &police)])
        .await;
    let seen = walk
        .get((Who::Police, Role::Police), &format!("/api/v1/cases/{case}"))
        .await;
    assert_eq!(seen["existence_only"], true);
    assert!(!seen.to_string().contains("Casa Liman"), "where the person is: {seen}");

    let yes = json!({"service": "case_management", "answer": "yes", "fields": ["spoken_name", "work", "person"]});
    let officer = walk.programs.token(OFFICER.0, OFFICER.1);
    let lead_consent = walk
        .programs
        .post(&officer, &format!("/api/v1/cases/{case}/consents"), "yes", &yes)
        .await;
    assert!(lead_consent.status.is_success(), "{}", lead_consent.text);
    let back = [("id", case.as_str()), ("say", say.as_str())];
    walk.post(OFFICER, "/api/v1/cases/{id}/consents/{say}/withdrawals", &back, &[])
        .await;
    walk.get(OFFICER, &format!("/api/v1/cases/{case}/audits")).await;
    walk.post(OFFICER, "/api/v1/cases/{id}/lead-offers", &at, &[("to", &manager)])
        .await;
    walk.post(OFFICER, "/api/v1/cases/{id}/lead-offers/withdrawals", &at, &[])
        .await;
    let again = walk
        .programs
        .post(
            &officer,
            &format!("/api/v1/cases/{case}/lead-offers"),
            "again",
            &json!({"to": manager}),
        )
        .await;
    assert!(again.status.is_success(), "{}", again.text);
    walk.post(MANAGER, "/api/v1/cases/{id}/lead-answers", &at, &[]).await;
    let mine = walk.get(MANAGER, "/api/v1/cases?order=spoken_name").await;
    assert_eq!((&mine[0]["id"], &mine[0]["leads"]), (&json!(case), &json!(true)));
    // The authority was told of a child, and does not wait for an offer.
    let authority = (Who::ChildProtection, Role::ChildProtection);
    walk.post(authority, "/api/v1/cases/{id}/leads", &at, &[]).await;
    let theirs = walk.get(authority, &format!("/api/v1/cases/{case}")).await;
    assert_eq!(theirs["leads"], true);

    let all = documented().into_iter().filter(|(method, _)| method == "POST");
    let all: BTreeSet<String> = all.map(|(_, path)| path).collect();
    reported(&mut walk).await;
    let left: Vec<_> = all.difference(&walk.taken).collect();
    assert!(left.is_empty(), "no example of these was tried: {left:#?}");
}
