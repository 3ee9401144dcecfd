//! A training from its plan to what came of it, its certificates, and a stranger who checks one: by pages and programs, as each role
//! that may be there and as those who may not.
use crate::{
    common::{TestSite, Visitor},
    programs::Programs,
};
use axum::http::{Method, StatusCode};
use serde_json::json;
use tiltas_domain::{Role, example::Who};

const ORGANISER: (Who, Role) = (Who::Partner, Role::Organiser);
const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const READERS: [(Who, Role); 4] = [
    FOCAL,
    (Who::Rapporteur, Role::Rapporteur),
    (Who::Partner, Role::Expert),
    (Who::Partner, Role::Observer),
];

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

pub const PLAN: [(&str, &str); 11] = [
    ("title", "First help and referral"),
    ("audience", "NGOs and state institutions"),
    ("aims", "Help on the same day"),
    ("modules", "Partnerships\nSpecial needs"),
    ("hours", "12"),
    ("competence", "First help and referral"),
    ("years", "1"),
    ("from", "28 8 2025"),
    ("to", "29 8 2025"),
    ("place", "Chișinău"),
    ("agenda", "2025-08-28 | 9:00 | Opening | Latvia\n2025-08-29 | | Test |"),
];

/// Plans one, and tells its address.
async fn planned(site: &TestSite) -> String {
    let organiser = as_(site, ORGANISER).await;
    let follows = organiser.send("/trainings/new", &PLAN).await;
    follows.split('?').next().expect("an address").to_owned()
}

/// Registers six officers and three of another institution, says that it was held, and counts who came.
async fn held(site: &TestSite) -> String {
    let address = planned(site).await;
    let organiser = as_(site, ORGANISER).await;
    let of = |who| site.organisation(who).to_string();
    let (border, alb) = (of(Who::BorderPost), of(Who::PodulAlb));
    for (who, function, people) in [(&border, "Duty officers", "6"), (&alb, "Case managers", "3")] {
        let fields = [
            ("organisation", who.as_str()),
            ("function", function),
            ("registered", people),
        ];
        organiser.send(&format!("{address}/enrolment"), &fields).await;
    }
    organiser.send(&format!("{address}/holding"), &[]).await;
    for (who, function, people) in [(&border, "Duty officers", "6"), (&alb, "Case managers", "2")] {
        let group = format!("{who} {function}");
        let fields = [("group", group.as_str()), ("came", people)];
        organiser.send(&format!("{address}/attendance"), &fields).await;
    }
    address
}

/// The address and the code of each certificate, as their issuer reads them.
async fn certificates(organiser: &Visitor<'_>) -> Vec<(String, String)> {
    let list = organiser.open("/trainings/certificates").await;
    let links = list.split("href=\"/trainings/certificates/").skip(1);
    let ids: Vec<String> = links
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect();
    let mut found = Vec::new();
    for id in ids.iter().filter(|id| id.len() == 32) {
        let address = format!("/trainings/certificates/{id}");
        let sheet = organiser.open(&address).await;
        let code = sheet
            .split("class=\"code\">")
            .nth(1)
            .and_then(|rest| rest.split('<').next());
        found.push((address, code.expect("a code").to_owned()));
    }
    found
}

#[tokio::test]
async fn a_certificate_is_found_by_the_title_of_its_training() {
    let site = TestSite::new();
    let address = held(&site).await;
    let organiser = as_(&site, ORGANISER).await;
    let group = format!("{} Duty officers", site.organisation(Who::BorderPost));
    let issue = [("group", group.as_str()), ("count", "2")];
    organiser.send(&format!("{address}/certificates"), &issue).await;
    let change = organiser.open("/trainings/certificates?text=help+and+REFERRAL").await;
    assert_eq!(
        change.matches("<small>First help and referral</small>").count(),
        2,
        "{change}"
    );
    let none = organiser.open("/trainings/certificates?text=another+training").await;
    assert!(!none.contains("href=\"/trainings/certificates/"), "{none}");
}

#[tokio::test]
async fn an_organiser_holds_a_training_and_a_stranger_checks_what_came_of_it() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = held(site).await;
    let organiser = as_(site, ORGANISER).await;
    let group = format!("{} Duty officers", site.organisation(Who::BorderPost));
    let too_many = [("group", group.as_str()), ("count", "7")];
    let refused = organiser.post(&format!("{address}/certificates"), &too_many).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("TRA-08"),
        "more than came: {}",
        refused.text()
    );
    let two = [("group", group.as_str()), ("count", "2")];
    let path = format!("{address}/certificates");
    let once = organiser.press(&path, "one-key", &two).await;
    let twice = organiser.press(&path, "one-key", &two).await;
    assert_eq!(
        (once.status, twice.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    let issued = certificates(&organiser).await;
    assert_eq!(issued.len(), 2, "sent twice is issued once");
    let sheet = organiser.open(&issued[0].0).await;
    assert!(
        sheet.contains("The holder may add a name here") && sheet.contains("29 August 2026"),
        "{sheet}"
    );

    let stranger = site.nobody();
    let typed = issued[0].1.to_lowercase().replace('-', " ");
    let by_form = stranger
        .get(&format!("/certificates?code={}", typed.replace(' ', "+")))
        .await;
    let valid = stranger.get(&format!("/certificates/{}", issued[0].1)).await;
    for answer in [&by_form, &valid] {
        assert_eq!(answer.status, StatusCode::OK);
        let says =
            answer.body.contains("is valid until 29 August 2026") && answer.body.contains("First help and referral");
        assert!(says, "{}", answer.text());
        let told = ["Duty officers", Who::BorderPost.name(), "2025-08"];
        assert!(
            told.iter().all(|told| !answer.body.contains(told)),
            "no more is told: {}",
            answer.text()
        );
    }

    let reason = [("reason", "Issued to the wrong function")];
    let page = organiser.send(&format!("{}/withdrawal", issued[1].0), &reason).await;
    let page = organiser.open(&page).await;
    assert!(
        page.contains("The certificate is withdrawn.") && page.contains("Issued to the wrong function"),
        "{page}"
    );
    let again = organiser.post(&format!("{}/withdrawal", issued[1].0), &reason).await;
    assert!(again.body.contains("CER-01"), "{}", again.text());
    let over = stranger.get(&format!("/certificates/{}", issued[1].1)).await;
    assert_eq!(over.status, StatusCode::OK);
    assert!(over.body.contains("was withdrawn and is not valid") && !over.body.contains("wrong function"));
    site.pass(24 * 60 * 11);
    let expired = stranger.get(&format!("/certificates/{}", issued[0].1)).await;
    assert!(expired.body.contains("has expired"), "{}", expired.text());
}

#[tokio::test]
async fn an_unknown_code_looks_like_a_mistyped_one_and_the_eleventh_try_of_an_hour_is_refused() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = held(site).await;
    let organiser = as_(site, ORGANISER).await;
    let group = format!("{} Duty officers", site.organisation(Who::BorderPost));
    organiser
        .send(&format!("{address}/certificates"), &[("group", &group), ("count", "1")])
        .await;
    let known = certificates(&organiser).await.remove(0).1;
    let mut signs: Vec<char> = known.chars().collect();
    signs[0] = if signs[0] == '7' { '8' } else { '7' };
    let mistyped: String = signs.into_iter().collect();
    // All signs the same makes the check sign what it is only for 0.
    let unknown = "0000-0000-0";
    let stranger = site.nobody();
    let mut answers = Vec::new();
    for code in [unknown, mistyped.as_str(), "rubbish", "7K4Q-2M9T-XXXXXXXXXXXX"] {
        let answer = stranger.get(&format!("/certificates/{code}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{code}");
        let page = answer.body.replace(code, "CODE");
        answers.push(page);
    }
    // The form's token, the session and the code for the help desk differ from answer to answer.
    let words = |page: &String| crate::common::plain(page);
    assert!(
        answers.iter().all(|page| words(page) == words(&answers[0])),
        "{answers:#?}"
    );
    let path = format!("/api/v1/certificates/checks/{unknown}");
    let (unknown, slip) = (
        programs.send(Method::GET, &path, &[], "").await,
        programs
            .send(Method::GET, &format!("/api/v1/certificates/checks/{mistyped}"), &[], "")
            .await,
    );
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(unknown.without_code(), slip.without_code());
    for _ in 0..4 {
        let answer = stranger.get(&format!("/certificates/{known}")).await;
        assert_eq!(answer.status, StatusCode::OK, "what is valid counts as well: no oracle");
    }
    let refused = stranger.get(&format!("/certificates/{known}")).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.headers["retry-after"], "3600");
    assert!(refused.body.contains("Ten codes an hour") && !refused.body.contains("is valid until"));
    let program = programs
        .send(Method::GET, &format!("/api/v1/certificates/checks/{known}"), &[], "")
        .await;
    assert_eq!(
        (program.status, program.header("retry-after")),
        (StatusCode::TOO_MANY_REQUESTS, "3600")
    );
    assert!(program.text.contains("urn:tiltas:problem:too-many"), "{}", program.text);
    assert_eq!(
        stranger.get("/certificates").await.status,
        StatusCode::OK,
        "the form itself is no try"
    );
    site.pass(60);
    assert_eq!(
        stranger.get(&format!("/certificates/{known}")).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn results_are_shown_once_reported_and_never_of_a_few() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = held(site).await;
    let organiser = as_(site, ORGANISER).await;
    let (border, alb) = (
        site.organisation(Who::BorderPost).to_string(),
        site.organisation(Who::PodulAlb).to_string(),
    );
    let result = format!("{address}/result");
    let wrong = [("most", "10"), ("before", "4 eleven 5")];
    let answer = organiser.post(&result, &wrong).await;
    assert!(answer.body.contains("Write whole numbers from 0 to 10") && answer.body.contains("4 eleven 5"));
    for (who, points) in [
        (border.as_str(), "4 5 3 6 4 5"),
        (alb.as_str(), "9 9"),
        ("", "4 5 3 6 4 5 9 8"),
    ] {
        let fields = [
            ("organisation", who),
            ("most", "10"),
            ("before", points),
            ("after", points),
        ];
        organiser.send(&result, &fields).await;
    }
    let answers = [("question", "useful"), ("three", "4"), ("four", "4")];
    organiser.send(&format!("{address}/feedback"), &answers).await;
    let page = organiser.open(&address).await;
    assert!(
        page.contains("Results are shown once the training is reported") && !page.contains("<b>4.5</b>"),
        "{page}"
    );
    let told = [
        ("text", "Two drafts were written."),
        ("outcomes", "A draft\nAnother draft"),
    ];
    organiser.send(&format!("{address}/report"), &told).await;
    let rapporteur = as_(site, READERS[1]).await;
    let page = rapporteur.open(&address).await;
    assert!(
        page.contains("<b>4.5</b>") && page.contains(">3.5<") && page.contains("Another draft"),
        "{page}"
    );
    assert_eq!(
        page.matches("not shown").count(),
        6,
        "of two, of all beside the six, and how many came beside the six: {page}"
    );
    assert!(!page.contains("<b>9.0</b>") && !page.contains("<b>5.6</b>"));
    assert!(page.contains("fewer than 5"), "how many came of a few: {page}");
    let token = programs.token(READERS[1].0, READERS[1].1);
    let told = programs.get(&token, &format!("/api/v1{address}")).await.json();
    assert_eq!(told["participants"][1]["came"], json!(null));
    assert_eq!(told["participants"][0]["came"], json!(6));
    let means: Vec<_> = told["results"]
        .as_array()
        .expect("results")
        .iter()
        .map(|one| &one["before"])
        .collect();
    assert_eq!(means, [&json!(null), &json!(4.5), &json!(null)], "{told}");
    let late = organiser.post(&result, &[("most", "10"), ("before", "1 2")]).await;
    assert!(
        late.body.contains("TRA-01"),
        "nothing of it changes any more: {}",
        late.text()
    );
    let token = programs.token(ORGANISER.0, ORGANISER.1);
    let late = json!({"most": "10", "before": "1 2 3 4 5 6"});
    let late = programs
        .post(&token, &format!("/api/v1{address}/results"), "late", &late)
        .await;
    assert!(late.text.contains("TRA-01"), "{}", late.text);
}

#[tokio::test]
async fn who_does_not_write_a_training_reads_it_and_sees_the_certificates_of_their_own() {
    let programs = Programs::new();
    let site = &programs.site;
    let address = held(site).await;
    let organiser = as_(site, ORGANISER).await;
    for (who, function) in [(Who::BorderPost, "Duty officers"), (Who::PodulAlb, "Case managers")] {
        let group = format!("{} {function}", site.organisation(who));
        organiser
            .send(&format!("{address}/certificates"), &[("group", &group), ("count", "1")])
            .await;
    }
    let issued = certificates(&organiser).await;
    for reader in READERS {
        let visitor = as_(site, reader).await;
        let page = visitor.open(&address).await;
        assert!(
            page.contains("First help and referral") && !page.contains(&format!("{address}/")),
            "{reader:?}"
        );
        for at in ["enrolment", "certificates", "report", "plan"] {
            let form = visitor.get(&format!("{address}/{at}")).await;
            let sent = visitor
                .post(&format!("{address}/{at}"), &[("text", "Done"), ("count", "1")])
                .await;
            assert_eq!(
                (form.status, sent.status),
                (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
                "{reader:?} {at}"
            );
        }
        assert_eq!(
            visitor.post("/trainings/new", &PLAN).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            visitor.get(&issued[0].0).await.status,
            StatusCode::NOT_FOUND,
            "{reader:?}: a sheet bears its code"
        );
        let list = visitor.get("/trainings/certificates").await;
        let sees = reader == FOCAL;
        assert_eq!(list.status == StatusCode::OK, sees, "{reader:?}");
        if sees {
            let own = list.body.contains("Duty officers") && !list.body.contains("Case managers");
            assert!(
                own && issued.iter().all(|(_, code)| !list.body.contains(code)),
                "{}",
                list.body
            );
            assert!(list.body.contains("runs out within 90 days"), "{}", list.body);
        }
        let token = programs.token(reader.0, reader.1);
        let answer = programs
            .post(
                &token,
                &format!("/api/v1{address}/cancellations"),
                "k",
                &json!({"reason": "No"}),
            )
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{reader:?}: {}", answer.text);
    }
    for who in [(Who::PodulAlb, Role::CaseManager), (Who::Police, Role::Police)] {
        let visitor = as_(site, who).await;
        assert_eq!(visitor.get("/trainings").await.status, StatusCode::NOT_FOUND, "{who:?}");
        assert_eq!(visitor.get(&address).await.status, StatusCode::NOT_FOUND, "{who:?}");
    }
    let table = as_(site, SECRETARY).await.get("/trainings/certificates.csv").await;
    assert!(table.body.contains("Duty officers") && table.body.contains("Case managers"));
    assert!(
        issued.iter().all(|(_, code)| !table.body.contains(code)),
        "no code leaves in a list"
    );
}

#[tokio::test]
async fn whoever_planned_the_training_finds_and_opens_what_the_secretariat_issued_and_no_other_row_is_a_link() {
    let site = TestSite::new();
    let address = held(&site).await;
    let (organiser, secretary) = (as_(&site, ORGANISER).await, as_(&site, SECRETARY).await);
    let group = format!("{} Duty officers", site.organisation(Who::BorderPost));
    let one = [("group", group.as_str()), ("count", "1")];
    secretary.send(&format!("{address}/certificates"), &one).await;
    let issued = certificates(&organiser).await;
    assert_eq!(issued.len(), 1, "it is theirs, whoever issued it");
    assert_eq!(certificates(&secretary).await, issued);
    let reason = [("reason", "Issued to the wrong function")];
    organiser.send(&format!("{}/withdrawal", issued[0].0), &reason).await;

    // The secretariat's own training, with people of the organiser's institution.
    let address = secretary.send("/trainings/new", &PLAN).await;
    let address = address.split('?').next().expect("an address");
    let partner = site.organisation(Who::Partner).to_string();
    let fields = [
        ("organisation", partner.as_str()),
        ("function", "Trainers"),
        ("registered", "2"),
    ];
    secretary.send(&format!("{address}/enrolment"), &fields).await;
    secretary.send(&format!("{address}/holding"), &[]).await;
    let group = format!("{partner} Trainers");
    let came = [("group", group.as_str()), ("came", "2")];
    secretary.send(&format!("{address}/attendance"), &came).await;
    let one = [("group", group.as_str()), ("count", "1")];
    secretary.send(&format!("{address}/certificates"), &one).await;
    let all = certificates(&secretary).await;
    assert_eq!(all.len(), 2);
    let list = organiser.open("/trainings/certificates").await;
    assert!(list.contains("Trainers") && list.contains("Duty officers"), "{list}");
    for (sheet, _) in all {
        let opens = organiser.get(&sheet).await.status == StatusCode::OK;
        assert_eq!(
            list.contains(&format!("href=\"{sheet}\"")),
            opens,
            "a row leads nowhere: {list}"
        );
        assert_eq!(opens, sheet == issued[0].0);
    }
    let own = as_(&site, FOCAL).await.open("/trainings/certificates").await;
    assert!(
        own.contains("Duty officers") && !own.contains("href=\"/trainings/certificates/"),
        "{own}"
    );
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    let site = TestSite::new();
    let organiser = as_(&site, ORGANISER).await;
    let with = |changed: &[(&'static str, &'static str)]| {
        let mut plan = PLAN.to_vec();
        for (name, value) in changed {
            let field = plan.iter_mut().find(|(known, _)| known == name);
            field.expect("a field").1 = value;
        }
        plan
    };
    let wrong = with(&[
        ("agenda", "2025-08-28 | 9:00 | Opening\n28 August, late"),
        ("hours", "many"),
        ("title", ""),
    ]);
    let answer = organiser.post("/trainings/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in [
        "28 August, late",
        "Line 2 can’t be read",
        "many",
        "Help on the same day",
    ] {
        assert!(answer.body.contains(kept), "{kept}: {}", answer.body);
    }
    for (changed, code) in [
        (("to", "27 8 2025"), "TRA-02"),
        (("agenda", "2025-09-01 | | Test |"), "TRA-03"),
    ] {
        let answer = organiser.post("/trainings/new", &with(&[changed])).await;
        assert!(
            answer.body.contains(code) && answer.body.contains(changed.1),
            "{}",
            answer.text()
        );
    }
    let list = organiser.open("/trainings").await;
    assert!(
        list.contains("No training is planned yet."),
        "nothing half-written: {list}"
    );
    let address = planned(&site).await;
    let form = organiser.open(&format!("{address}/plan")).await;
    assert!(
        form.contains("2025-08-28 | 09:00 | Opening | Latvia"),
        "not typed again: {form}"
    );
    let page = organiser
        .send(&format!("{address}/cancellation"), &[("reason", "The hall is closed")])
        .await;
    let page = organiser.open(&page).await;
    assert!(
        page.contains("It does not take place:") && page.contains("The hall is closed"),
        "{page}"
    );
    for (query, there) in [
        ("state=cancelled", true),
        ("state=held", false),
        ("text=FIRST", true),
        ("text=none", false),
    ] {
        let page = organiser.open(&format!("/trainings?{query}")).await;
        assert_eq!(page.contains(&format!("href=\"{address}\"")), there, "{query}");
    }
}
