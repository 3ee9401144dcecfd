//! A crawl as each role: whatever a page offers can be done, and what it does not offer can't. Every link opens; every form, filled
//! in as a person would, is taken or says no for a reason that anyone may hear; and a form that was not offered is refused and
//! leaves nothing behind.
mod api;
mod door;

use crate::{
    common::{Answer, TestSite, Visitor, plain},
    hidden::acts::{Base, Stage},
};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};
use tiltas_domain::{Role, example::Who};

/// One of each role that signs in, and both sides of what is sent.
const PEOPLE: [(Who, Role); 10] = [
    (Who::BorderPost, Role::FirstResponder),
    (Who::BorderPost, Role::Supervisor),
    (Who::PodulAlb, Role::CaseManager),
    (Who::PodulAlb, Role::DataProtection),
    (Who::CasaLiman, Role::Provider),
    (Who::AdapostRasarit, Role::Provider),
    (Who::Team, Role::ContactPoint),
    (Who::Police, Role::Police),
    (Who::ChildProtection, Role::ChildProtection),
    (Who::NationalUnit, Role::NationalUnit),
];

/// Where a person begins.
const BEGIN: [&str; 8] = [
    "/today",
    "/tonight",
    "/cases",
    "/referrals",
    "/places",
    "/providers",
    "/organisations",
    "/screenings",
];

/// Forms of the frame of every page, of a search, or that end the session.
const FRAME: [&str; 6] = [
    "/account/",
    "/leave",
    "/one-night",
    "/chisinau-2018",
    "/cases/find",
    "/referrals/find",
];

/// The rules that may say no to what is offered, for all who are asked the same: no place of the house is free.
const NEUTRAL: [&str; 1] = ["REF-27"];

/// A form as it stands on a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    address: String,
    fields: Vec<(String, String)>,
    /// All that can be chosen, whether it is or not.
    choices: Vec<(String, String)>,
    /// The controls in which people write.
    written: Vec<String>,
    key: String,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next().unwrap_or_default();
    Some(plain(value))
}

fn tags<'p>(page: &'p str, name: &str) -> impl Iterator<Item = &'p str> {
    let start = format!("<{name}");
    let pieces: Vec<&str> = page.split(start.as_str()).skip(1).collect();
    pieces
        .into_iter()
        .filter(|piece| piece.starts_with([' ', '>']))
        .map(|piece| piece.split('>').next().unwrap_or_default())
}

/// What a person would type into a field of this name.
fn typed(name: &str) -> &'static str {
    match name {
        "at" => "01:20",
        "due" | "until" | "place" | "years" | "adds_to" | "duty_phone" => "",
        "value" => "069 000 003",
        _ => "An example",
    }
}

/// A form filled in as a person would: the ticks that stand or else the first, the first of each choice, and words where words are
/// asked for.
fn filled(form: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut choices = Vec::new();
    for tag in tags(form, "input") {
        let Some(name) = attribute(tag, "name") else { continue };
        let value = attribute(tag, "value").unwrap_or_default();
        match attribute(tag, "type").as_deref() {
            _ if name == "token" || name == "key" => {}
            Some("hidden") => fields.push((name, value)),
            Some("radio") => choices.push((name, value, false)),
            Some("checkbox") => choices.push((name, value, tag.contains(" checked"))),
            _ if !value.is_empty() => fields.push((name, value)),
            _ if name == "value" && form.contains("name=\"name_kind\"") => fields.push((name, "Vera Stan".to_owned())),
            _ => fields.push((name.clone(), typed(&name).to_owned())),
        }
    }
    for (nth, (name, value, chosen)) in choices.iter().enumerate() {
        let none = choices.iter().all(|(other, _, chosen)| other != name || !chosen);
        let first = choices.iter().position(|(other, ..)| other == name) == Some(nth);
        if *chosen || (none && first) {
            fields.push((name.clone(), value.clone()));
        }
    }
    for area in tags(form, "textarea") {
        let Some(name) = attribute(area, "name") else { continue };
        fields.push((name.clone(), typed(&name).to_owned()));
    }
    for select in form.split("<select ").skip(1) {
        let select = select.split("</select>").next().unwrap_or_default();
        let Some(name) = attribute(&format!(" {select}"), "name") else {
            continue;
        };
        let mut options = tags(select, "option").filter_map(|option| attribute(option, "value"));
        let chosen = options.find(|value| !value.is_empty()).unwrap_or_default();
        fields.push((name, chosen));
    }
    for button in tags(form, "button").take(1) {
        if let (Some(name), Some(value)) = (attribute(button, "name"), attribute(button, "value")) {
            fields.push((name, value));
        }
    }
    fields
}

/// What stands to be chosen: each radio button, each tick, and each button that says something.
fn choices(form: &str) -> Vec<(String, String)> {
    let chosen = tags(form, "input").filter(|tag| {
        let kind = attribute(tag, "type");
        kind.is_some_and(|kind| kind == "radio" || kind == "checkbox")
    });
    let named = chosen
        .chain(tags(form, "button"))
        .filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)));
    named.collect()
}

/// The names of the controls in which people write: each area, and each input that is neither hidden nor pressed.
fn written(form: &str) -> Vec<String> {
    let chosen = ["hidden", "radio", "checkbox"];
    let lines = tags(form, "input").filter(|tag| {
        let kind = attribute(tag, "type");
        !kind.is_some_and(|kind| chosen.contains(&kind.as_str()))
    });
    let controls = lines.chain(tags(form, "textarea"));
    controls.filter_map(|tag| attribute(tag, "name")).collect()
}

/// The questions that stand before a change: what they ask about is in their address.
fn questions(page: &str) -> Vec<String> {
    let asks = page.split("<form").skip(1).filter_map(|form| {
        let form = form.split("</form>").next().unwrap_or_default();
        let head = form.split('>').next().unwrap_or_default();
        let address = attribute(head, "action")?;
        let gets = attribute(head, "method").is_some_and(|method| method == "get");
        let asked = filled(form)
            .into_iter()
            .map(|(name, value)| format!("{name}={}", value.replace(' ', "+")));
        (gets && address.starts_with("/places/")).then(|| format!("{address}?{}", asked.collect::<Vec<_>>().join("&")))
    });
    asks.collect()
}

fn forms(page: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for form in page.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let head = form.split('>').next().unwrap_or_default();
        let Some(address) = attribute(head, "action") else {
            continue;
        };
        let posts = attribute(head, "method").is_some_and(|method| method == "post");
        if posts && !FRAME.iter().any(|start| address.starts_with(start)) {
            let all = tags(form, "input").filter(|tag| attribute(tag, "name").as_deref() == Some("key"));
            found.push(Form {
                address,
                fields: filled(form),
                choices: choices(form),
                written: written(form),
                key: all.filter_map(|tag| attribute(tag, "value")).next().unwrap_or_default(),
            });
        }
    }
    found
}

/// What a reader can reach: the pages that did not open, and the forms that were offered.
#[derive(Default)]
struct Reached {
    closed: Vec<String>,
    forms: BTreeMap<String, Form>,
    pages: usize,
}

fn followed(href: &str) -> bool {
    let path = href.split('?').next().unwrap_or_default();
    href.starts_with('/')
        && !["/assets", "/leave", "/account", "/one-night", "/chisinau-2018"]
            .iter()
            .any(|start| path.starts_with(start))
}

/// Which form it is: two houses have each their own, and one address may take several.
fn which(form: &Form) -> String {
    let fixed = ["in_use", "answer", "end", "act", "to"];
    let told = form.fields.iter().filter(|(name, _)| fixed.contains(&name.as_str()));
    let told: Vec<String> = told
        .map(|(name, value)| {
            if name == "to" {
                "to".to_owned()
            } else {
                format!("{name}={value}")
            }
        })
        .collect();
    format!("{} {}", form.address, told.join(" "))
}

async fn crawl(visitor: &Visitor<'_>) -> Reached {
    let mut reached = Reached::default();
    let mut waits: Vec<String> = BEGIN.iter().map(|path| (*path).to_owned()).collect();
    let mut known: BTreeSet<String> = waits.iter().cloned().collect();
    while let Some(path) = waits.pop() {
        let answer: Answer = visitor.get(&path).await;
        reached.pages += 1;
        let status = answer.status.as_u16();
        // A beginning need not be there for everyone; what a page links to is.
        if status >= 400 && !BEGIN.contains(&path.as_str()) {
            reached.closed.push(format!("{path}: {status}"));
        }
        if status != 200 {
            continue;
        }
        for form in forms(&answer.body) {
            reached.forms.entry(which(&form)).or_insert(form);
        }
        let links = tags(&answer.body, "a").filter_map(|link| attribute(link, "href"));
        for href in links.chain(questions(&answer.body)) {
            let href = href.split('#').next().unwrap_or_default().to_owned();
            if followed(&href) && known.insert(href.clone()) {
                waits.push(href);
            }
        }
    }
    reached
}

async fn sent(visitor: &Visitor<'_>, form: &Form, nth: usize) -> Answer {
    let fields: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    visitor.press(&form.address, &format!("offered-{nth}"), &fields).await
}

/// What happened to files, apart from who looked.
fn happened(site: &TestSite) -> usize {
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    let lines = snapshot.last(100_000).expect("lines");
    lines
        .iter()
        .filter(|line| !line.stream.to_string().starts_with("access:"))
        .count()
}

#[tokio::test]
async fn what_is_offered_can_be_done_and_what_is_not_offered_is_refused() {
    let base = Base::build();
    let site = TestSite::copy_of(base.folder.path(), base.now);
    let spoken_name = site.spoken_name(base.ids(Stage::Passed).case);
    let mut reached = Vec::new();
    let mut wrong = Vec::new();
    let (mut pages, mut offered, mut taken, mut refused) = (0, 0, 0, 0);
    for (who, role) in PEOPLE {
        let found = crawl(&site.as_(who, role).await).await;
        pages += found.pages;
        wrong.extend(
            found
                .closed
                .iter()
                .map(|closed| format!("{who:?} {role:?} is shown a link to {closed}")),
        );
        reached.push(found);
    }
    let all: BTreeMap<&String, &Form> = reached.iter().flat_map(|found| &found.forms).collect();
    for ((who, role), found) in PEOPLE.into_iter().zip(&reached) {
        for form in found.forms.values() {
            // Each on a copy of its own: one act may end what another would be done to.
            let copy = TestSite::copy_of(base.folder.path(), base.now);
            let mut form = form.clone();
            for (name, value) in &mut form.fields {
                // A search is for a file that its reader may find.
                if name == "case" {
                    value.clone_from(&spoken_name);
                }
            }
            let answer = sent(&copy.as_(who, role).await, &form, offered).await;
            offered += 1;
            match answer.status.as_u16() {
                200 | 303 => taken += 1,
                422 if NEUTRAL.iter().any(|rule| answer.body.contains(&format!(">{rule}<"))) => {}
                status => wrong.push(format!("{who:?} {role:?} is offered {form:?}: {status}")),
            }
        }
        let visitor = site.as_(who, role).await;
        let before = happened(&site);
        for (which, form) in all.iter().filter(|(which, _)| !found.forms.contains_key(**which)) {
            let answer = sent(&visitor, form, refused).await;
            refused += 1;
            // The form is well made, for others did with it what it is for: only that it is not theirs can stand against it.
            if answer.status != StatusCode::NOT_FOUND {
                wrong.push(format!(
                    "{who:?} {role:?} is not offered {which}, and gets {}",
                    answer.status
                ));
            }
        }
        if happened(&site) != before {
            wrong.push(format!(
                "{who:?} {role:?} left something behind with a form not offered"
            ));
        }
    }
    println!("{pages} pages, {offered} forms offered, {taken} taken, {refused} not offered and sent");
    assert!(
        pages > 800 && taken > 220 && refused > 1600,
        "{pages} pages, {taken} taken, {refused} sent"
    );
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn whatever_is_written_stands_in_a_field_of_the_page_that_says_no() {
    let base = Base::build();
    let site = TestSite::copy_of(base.folder.path(), base.now);
    let mut names = BTreeSet::new();
    let mut lost = BTreeSet::new();
    for (who, role) in PEOPLE {
        let visitor = site.as_(who, role).await;
        for form in crawl(&visitor)
            .await
            .forms
            .into_values()
            .filter(|form| !form.key.is_empty())
        {
            // One plain word, which could be a code as well.
            let mut fields = vec![
                ("token".to_owned(), "of another session".to_owned()),
                ("key".to_owned(), form.key),
            ];
            let own = form.fields.into_iter();
            fields.extend(own.map(|(name, value)| match form.written.contains(&name) {
                true => (name, "yes".to_owned()),
                false => (name, value),
            }));
            let answer = visitor.send_as_it_is(&form.address, &fields).await;
            for name in form.written {
                let (_, rest) = answer
                    .body
                    .split_once(&format!("<textarea dir=\"auto\" id=\"{name}\""))
                    .unwrap_or_default();
                let label = format!("[typed-{name}]");
                let nameless = format!("<label for=\"{name}\">What you wrote</label>");
                let shown = rest
                    .split("</textarea>")
                    .next()
                    .is_some_and(|text| text.ends_with("\nyes"));
                if !shown || answer.body.contains(&label) || answer.body.contains(&nameless) {
                    lost.insert(format!("{name} at {}: {}", form.address, answer.status));
                }
                names.insert(name);
            }
        }
    }
    println!("{names:?}");
    for known in ["about", "duty_phone", "note", "places", "text", "words"] {
        assert!(names.contains(known), "the crawl saw no {known}: {names:?}");
    }
    assert!(lost.is_empty(), "{lost:#?}");
}
