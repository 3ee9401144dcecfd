//! What a function of an organisation is to do stands on the list of its people, is found by the others, and waits for nobody
//! alone.
use crate::{
    common::{TestSite, Visitor},
    duty::pass,
    programs::Programs,
};
use axum::http::StatusCode;
use serde_json::json;
use tiltas_app::{
    account::{self, Rights},
    organisation,
};
use tiltas_domain::{
    Id, Role, Sensitive,
    content::Message,
    example::{self, Who},
    organisation::{Function, NewFunction, OrganisationKind, Register},
    task::{Work, Write},
};

const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);
const HEAD: (Who, Role) = (Who::PodulAlb, Role::Supervisor);
const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);

/// The function of one of its people, as an address or a form names it.
fn function(site: &TestSite, (who, role): (Who, Role)) -> String {
    site.account(who, role).function.expect("a function").to_string()
}

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

/// Writes a task about no case for the case manager of another organisation.
async fn written(site: &TestSite, officer: &Visitor<'_>) {
    let (to, function) = (site.organisation(MANAGER.0).to_string(), function(site, MANAGER));
    let fields = [
        ("kind", "written"),
        ("text", "Send forms in Ukrainian"),
        ("organisation", to.as_str()),
        ("function", function.as_str()),
        ("due", "20 08 2026"),
    ];
    officer.send("/tasks/new", &fields).await;
}

/// The address under which the written task is done.
fn task(today: &str) -> String {
    let before = today.split("Send forms in Ukrainian").next().unwrap_or_default();
    let link = before.rsplit("href=\"").next().and_then(|rest| rest.split('"').next());
    link.expect("where it is done").to_owned()
}

#[tokio::test]
async fn a_task_of_a_function_stands_on_its_list_and_is_found_by_its_colleagues() {
    let site = TestSite::new();
    let officer = as_(&site, OFFICER).await;
    let form = officer.open("/tasks/new").await;
    assert!(form.contains("Podul Alb: Case manager"), "{form}");
    assert!(!form.contains("Podul Alb: Data protection officer"), "it does no tasks");
    written(&site, &officer).await;
    let manager = as_(&site, MANAGER).await;
    let today = manager.open("/today").await;
    assert!(today.contains("Send forms in Ukrainian"), "{today}");
    assert!(!today.contains("show=colleagues"), "no colleague has anything to do");
    let head = as_(&site, HEAD).await;
    let today = head.open("/today").await;
    assert!(!today.contains("Send forms in Ukrainian"), "it is another function's");
    assert!(today.contains("show=colleagues"), "{today}");
    let colleagues = head.open("/today?show=colleagues").await;
    assert!(
        colleagues.contains("Send forms in Ukrainian") && colleagues.contains("Case manager"),
        "{colleagues}"
    );
    let task = task(&colleagues);
    assert!(head.open(&task).await.contains("For Case manager."));
    head.send(&task, &[("end", "done"), ("note", "The manager was ill")])
        .await;
    assert!(
        !manager.open("/today").await.contains("Send forms in Ukrainian"),
        "anyone there may do it"
    );
}

#[tokio::test]
async fn a_function_of_another_organisation_is_told_at_its_field_with_those_that_are_there() {
    let site = TestSite::new();
    let case = site.file();
    let officer = as_(&site, OFFICER).await;
    let (theirs, leader) = (
        function(&site, MANAGER),
        function(&site, (Who::BorderPost, Role::Supervisor)),
    );
    for form in ["/tasks/new".to_owned(), format!("/cases/{case}/tasks")] {
        let fields = [
            ("kind", "written"),
            ("text", "Ring the interpreter"),
            ("function", theirs.as_str()),
        ];
        let again = officer.post(&form, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(
            again.body.contains("It has: Duty officer, Shift leader."),
            "{}",
            again.text()
        );
        assert!(
            again.body.contains("Ring the interpreter"),
            "what was typed stands there"
        );
    }
    let fields = [
        ("kind", "written"),
        ("text", "Ring the interpreter"),
        ("function", leader.as_str()),
    ];
    officer.send(&format!("/cases/{case}/tasks"), &fields).await;
    let file = officer.open(&format!("/cases/{case}")).await;
    assert!(file.contains("Shift leader</span>"), "{file}");
    let free = [("kind", "written"), ("text", "Count the beds"), ("function", "")];
    officer.send(&format!("/cases/{case}/tasks"), &free).await;
    let leader = as_(&site, (Who::BorderPost, Role::Supervisor)).await;
    for reader in [&officer, &leader] {
        assert!(
            reader.open("/today").await.contains("Count the beds"),
            "blank is anyone there"
        );
    }
}

#[tokio::test]
async fn the_head_of_a_function_is_told_of_a_delay_once() {
    let site = TestSite::new();
    written(&site, &as_(&site, OFFICER).await).await;
    let late = |today: String| today.matches("is late: ").count();
    pass(&site, 23 * 60);
    let head = as_(&site, HEAD).await;
    assert_eq!(late(head.open("/today").await), 1, "as soon as the day is past");
    assert_eq!(late(as_(&site, MANAGER).await.open("/today").await), 0);
    pass(&site, 40 * 24 * 60);
    let head = as_(&site, HEAD).await;
    assert_eq!(late(head.open("/today").await), 1, "who is supervisor too is told once");
}

/// Moves an account to the function of another, or suspends it.
fn set(site: &TestSite, (who, role): (Who, Role), rights: Rights) {
    let of = site.account(who, role);
    let unit = site.context(Who::NationalUnit, Role::NationalUnit);
    account::set_rights(&site.app, &unit, (of.organisation, of.id), rights, example::NIGHT).expect("set");
}

#[tokio::test]
async fn where_no_head_is_left_a_delay_goes_on_to_those_beyond() {
    let site = TestSite::new();
    let case = site.file();
    let officer = as_(&site, OFFICER).await;
    let own = function(&site, OFFICER);
    let fields = [
        ("kind", "written"),
        ("text", "Ring the interpreter"),
        ("function", own.as_str()),
        ("due", "20 08 2026"),
    ];
    officer.send(&format!("/cases/{case}/tasks"), &fields).await;
    set(&site, (Who::BorderPost, Role::Supervisor), Rights::Suspended);
    pass(&site, 24 * 60);
    let team = as_(&site, (Who::Team, Role::ContactPoint)).await;
    let late = |today: &str| today.contains("is late: Something else");
    let today = team.open("/today").await;
    assert!(late(&today), "nobody waits for a step at which nobody is: {today}");
    let file = as_(&site, OFFICER).await.open(&format!("/cases/{case}")).await;
    assert!(file.contains("Nobody is there as supervisor"), "{file}");
}

#[tokio::test]
async fn what_waits_for_a_function_without_people_waits_for_the_whole_organisation() {
    let site = TestSite::new();
    written(&site, &as_(&site, OFFICER).await).await;
    set(&site, MANAGER, Rights::Suspended);
    let head = as_(&site, HEAD).await;
    let today = head.open("/today").await;
    assert!(today.contains("Send forms in Ukrainian"), "{today}");
    assert!(
        !today.contains("show=colleagues"),
        "there is no colleague who could do it"
    );
}

#[tokio::test]
async fn a_program_names_a_function_and_reads_what_its_colleagues_do() {
    let programs = Programs::new();
    let (officer, head) = (programs.token(OFFICER.0, OFFICER.1), programs.token(HEAD.0, HEAD.1));
    let organisations = programs.get(&officer, "/api/v1/organisations").await.json();
    let alb = organisations
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["name"] == "Podul Alb");
    let alb = alb.expect("Podul Alb").clone();
    let functions = alb["functions"].as_array().expect("functions");
    let manager = functions
        .iter()
        .find(|one| one["title"] == "Case manager")
        .expect("a manager");
    let above = functions
        .iter()
        .find(|one| one["id"] == manager["head"])
        .expect("a head");
    assert_eq!(above["title"], "Head of cases");
    let mut body = json!({"kind": "written", "text": "Send forms", "function": manager["id"]});
    let wrong = programs.post(&officer, "/api/v1/tasks", "one", &body).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let error = &wrong.json()["errors"][0];
    assert_eq!(
        (&error["field"], &error["rule"]),
        (&json!("function"), &json!("errors-function"))
    );
    let accepted = error["accepted"].as_str().expect("words").to_owned();
    assert!(accepted.contains(&function(&programs.site, OFFICER)), "{accepted}");
    body["organisation"] = alb["id"].clone();
    let written = programs.post(&officer, "/api/v1/tasks", "two", &body).await;
    assert_eq!(written.status, StatusCode::CREATED, "{}", written.text);
    let today = programs.get(&head, "/api/v1/today").await.json();
    assert_eq!(today["count"]["count"], 0, "{today}");
    let shown = programs.get(&head, "/api/v1/today?show=colleagues").await.json();
    assert_eq!(shown["later"][0]["colleague"], "Case manager", "{shown}");
    let unknown = programs.get(&head, "/api/v1/today?show=strangers").await;
    assert_eq!(unknown.json()["errors"][0]["field"], "show", "{}", unknown.text);
}

#[tokio::test]
async fn mail_about_a_functions_task_goes_to_those_in_it_and_to_all_where_nobody_is() {
    let site = TestSite::new();
    let function = |role, title: &str, mail: &str| NewFunction {
        mail: Some(mail.to_owned()),
        ..NewFunction::new(role, title)
    };
    let register = Register {
        name: "Casa Nouă".to_owned(),
        kind: OrganisationKind::Ngo,
        duty_phone: None,
        contact_point: None,
        functions: vec![
            function(Role::CaseManager, "Case manager", "manager@casa.example"),
            function(Role::Provider, "Night coordinator", "night@casa.example"),
        ],
    };
    let unit = || site.context(Who::NationalUnit, Role::NationalUnit);
    let (id, _) = organisation::register(&site.app, &unit(), &register).expect("registered");
    let functions = organisation::functions(&site.app, &unit()).expect("functions");
    let night = functions
        .iter()
        .find(|(of, function)| *of == id && function.title == "Night coordinator");
    let night = night.expect("a function").1.id;
    let written = |function: Option<Id<Function>>| {
        let write = Write {
            work: Work::Written(Message::wrap("Count the beds".to_owned()).into()),
            organisation: Some(id),
            function,
            due: None,
        };
        let officer = site.context(OFFICER.0, OFFICER.1);
        tiltas_app::task::write(&site.app, &officer, None, &write).expect("written");
        let mails = site
            .app
            .store()
            .claim("mail", "a test", site.now(), 1, 100)
            .expect("mails");
        let mut to: Vec<_> = mails
            .into_iter()
            .map(|mail| String::from_utf8(mail.payload).expect("text"))
            .collect();
        to.sort();
        to
    };
    let all = ["manager@casa.example", "night@casa.example"];
    assert_eq!(written(Some(night)), ["night@casa.example"]);
    assert_eq!(written(None), all);
    let accounts = account::all(&site.app).expect("accounts");
    let of = accounts
        .iter()
        .find(|account| account.function == night)
        .expect("an account");
    let of = (id, of.account);
    account::set_rights(&site.app, &unit(), of, Rights::Suspended, example::NIGHT).expect("set");
    assert_eq!(
        (written(Some(night)), written(None)),
        (
            vec!["manager@casa.example".to_owned()],
            vec!["manager@casa.example".to_owned()]
        ),
        "what waits for nobody waits for all who are there"
    );
}

#[tokio::test]
async fn an_organisation_that_stands_opens_changes_and_closes_functions_and_moves_accounts() {
    let programs = Programs::new();
    let site = &programs.site;
    let id = site.organisation(Who::CasaLiman);
    let (address, api) = (format!("/organisations/{id}"), format!("/api/v1/organisations/{id}"));
    let unit = as_(site, (Who::NationalUnit, Role::NationalUnit)).await;
    let manager = as_(site, MANAGER).await;
    let page = manager.open(&address).await;
    assert!(
        !page.contains("/functions/new"),
        "who does not register organisations only reads: {page}"
    );
    let closed = manager
        .post(&format!("{address}/functions/new"), &[("title", "x")])
        .await;
    assert_eq!(closed.status, StatusCode::NOT_FOUND);
    let wrong = unit
        .post(&format!("{address}/functions/new"), &[("title", "Second night")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Second night"), "{}", wrong.text());
    let fields = [
        ("role", "provider"),
        ("title", "Second night"),
        ("duty_phone", "022 000 197"),
    ];
    let page = unit
        .open(&unit.send(&format!("{address}/functions/new"), &fields).await)
        .await;
    assert!(
        page.contains("Nobody is in it yet") && page.contains("Second night"),
        "{page}"
    );
    let again = unit.post(&format!("{address}/functions/new"), &fields).await;
    assert!(again.body.contains("ORG-07"), "{}", again.text());
    let of = || {
        let context = site.context(Who::NationalUnit, Role::NationalUnit);
        tiltas_app::function::organisation(&site.app, &context, id).expect("there")
    };
    let second = of()
        .functions
        .iter()
        .find(|function| function.title == "Second night")
        .expect("open")
        .id;
    let renamed = [("title", "Late night"), ("duty_phone", "")];
    unit.send(&format!("{address}/functions/{second}"), &renamed).await;
    let own = site.account(Who::CasaLiman, Role::Provider);
    let first = own.function.expect("a function");
    let refused = unit.post(&format!("{address}/functions/{first}/close"), &[]).await;
    assert!(refused.body.contains("ORG-09"), "{}", refused.text());
    // Whoever is moved is signed out, and does what the other function does.
    let house = as_(site, (Who::CasaLiman, Role::Provider)).await;
    let form = format!("{address}/accounts/{}", own.id);
    assert!(unit.open(&form).await.contains("signed out"));
    unit.send(&form, &[("function", &second.to_string())]).await;
    assert_eq!(house.get("/tonight").await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        of().functions
            .iter()
            .find(|f| f.id == second)
            .map(|f| f.title.clone())
            .as_deref(),
        Some("Late night")
    );
    let task = [
        ("kind", "written"),
        ("text", "Count the beds"),
        ("organisation", &id.to_string()),
        ("function", &first.to_string()),
    ];
    as_(site, OFFICER).await.send("/tasks/new", &task).await;
    let look = unit.open(&format!("{address}/functions/{first}/close")).await;
    assert!(
        look.contains("Its tasks become the organisation"),
        "a second look: {look}"
    );
    unit.send(&format!("{address}/functions/{first}/close"), &[]).await;
    let house = as_(site, (Who::CasaLiman, Role::Provider)).await;
    assert!(
        house.open("/today").await.contains("Count the beds"),
        "a closed function leaves nothing to nobody"
    );
    // The same by programs.
    let token = programs.token(Who::NationalUnit, Role::NationalUnit);
    let body = json!({"role": "supervisor", "title": "Deputy"});
    let opened = programs.post(&token, &format!("{api}/functions"), "one", &body).await;
    assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.text);
    let deputy = of()
        .functions
        .iter()
        .find(|function| function.title == "Deputy")
        .expect("open")
        .id;
    let changed = json!({"title": "Deputy head", "head": second.to_string()});
    let path = format!("{api}/functions/{deputy}");
    assert_eq!(
        programs
            .post(&token, &format!("{path}/changes"), "two", &changed)
            .await
            .status,
        StatusCode::CREATED
    );
    assert_eq!(
        programs
            .post(&token, &format!("{path}/closures"), "three", &json!(null))
            .await
            .status,
        StatusCode::CREATED
    );
    let accounts = programs.get(&token, &format!("{api}/accounts")).await.json();
    assert_eq!(accounts[0]["function"], second.to_string(), "{accounts}");
    let manager = programs.token(MANAGER.0, MANAGER.1);
    assert_eq!(
        programs.get(&manager, &format!("{api}/accounts")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_last_account_that_registers_organisations_is_not_moved_away() {
    let programs = Programs::new();
    let site = &programs.site;
    let unit = site.account(Who::NationalUnit, Role::NationalUnit);
    let address = format!("/organisations/{}/accounts/{}", unit.organisation, unit.id);
    let visitor = as_(site, (Who::NationalUnit, Role::NationalUnit)).await;
    let page = visitor.open(&address).await;
    assert!(
        page.contains("Nobody else registers organisations") && !page.contains("name=\"function\""),
        "{page}"
    );
    let context = || site.context(Who::NationalUnit, Role::NationalUnit);
    let open = tiltas_domain::organisation::OpenFunction {
        role: Role::Supervisor,
        told: tiltas_domain::organisation::ToldOfFunction {
            title: "Another".to_owned(),
            duty_phone: None,
            head: None,
        },
    };
    tiltas_app::function::open(&site.app, &context(), unit.organisation, &open).expect("opened");
    let state = tiltas_app::function::organisation(&site.app, &context(), unit.organisation).expect("there");
    let other = state
        .functions
        .iter()
        .find(|function| function.title == "Another")
        .expect("open")
        .id;
    let refused = visitor.post(&address, &[("function", &other.to_string())]).await;
    assert!(refused.body.contains("ORG-10"), "{}", refused.text());
    let token = programs.token(Who::NationalUnit, Role::NationalUnit);
    let body = json!({"function": other.to_string()});
    let path = format!("/api/v1/organisations/{}/accounts/{}/moves", unit.organisation, unit.id);
    let refused = programs.post(&token, &path, "", &body).await;
    assert_eq!(refused.json()["code"], "ORG-10", "{}", refused.text);
}
