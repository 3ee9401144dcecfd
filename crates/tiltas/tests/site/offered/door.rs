//! Which address for programs does what a form of a page does, with which body: the documented example, and in it the ids that
//! the form names.
use super::Form;
use crate::{
    common::TestSite,
    coverage::night::body_of,
    hidden::acts::{Ids, kept},
};
use serde_json::{Value, json};
use std::fmt;
use tiltas_domain::{Field, Id, case::Case, detail::Details, screening::Screenings};

/// One address for programs, of one thing, with its documented body.
#[derive(Clone, Debug)]
pub struct Door {
    /// As it is documented, below the base.
    pub path: &'static str,
    pub address: String,
    pub body: Value,
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.address, self.body)
    }
}

impl Door {
    /// The documented example, with these of its fields as they are on this node.
    pub fn new(path: &'static str, ids: &[(&str, &str)], with: Value) -> Door {
        let address = ids.iter().fold(path.to_owned(), |address, (name, id)| {
            address.replace(&format!("{{{name}}}"), id)
        });
        let mut body: Value = serde_json::from_str(&body_of(&format!("/api/v1{path}"))).unwrap_or(Value::Null);
        if let (Some(body), Some(with)) = (body.as_object_mut(), with.as_object()) {
            body.extend(with.clone());
        }
        Door {
            path,
            address: format!("/api/v1{address}"),
            body,
        }
    }
}

fn of<'f>(form: &'f Form, name: &str) -> Option<&'f str> {
    let found = form.fields.iter().find(|(field, _)| field == name);
    found.map(|(_, value)| value.as_str())
}

/// The addresses for programs of what a form does: each of the outer list is open to whoever is offered the form, by one of its
/// inner list at least. `None` where the form is not known here.
pub fn doors(site: &TestSite, form: &Form) -> Option<Vec<Vec<Door>>> {
    let none = || json!({});
    let to = |name: &'static str| json!({name: of(form, name).unwrap_or_default()});
    let parts: Vec<&str> = form.address.trim_start_matches('/').split('/').collect();
    let one = |path, id: &str, with| Some(vec![vec![Door::new(path, &[("id", id)], with)]]);
    let two =
        |path, id: &str, name, other: &str, with| Some(vec![vec![Door::new(path, &[("id", id), (name, other)], with)]]);
    match parts.as_slice() {
        ["cases", id, "consents", "new"] => one("/cases/{id}/consents", id, none()),
        ["cases", id, "consents", say, "take-back"] => {
            two("/cases/{id}/consents/{say}/withdrawals", id, "say", say, none())
        }
        ["cases", id, "details", "new"] => one("/cases/{id}/details", id, none()),
        ["cases", id, "details", detail, "correct"] => {
            let case: Id<Case> = id.parse().ok()?;
            let all: Details = kept(site, Ids { case, referral: None });
            let told = all.0.iter().find(|told| told.id.to_string() == *detail)?;
            let field = told.value.field();
            let value = if field == Field::Name {
                "Vera Stan"
            } else {
                "069 000 002"
            };
            let with = json!({"field": field.code(), "replaces": detail, "value": value});
            one("/cases/{id}/corrections", id, with)
        }
        ["cases", id, "details", detail, "replaced"] => {
            two("/cases/{id}/details/{detail}/openings", id, "detail", detail, none())
        }
        ["cases", id, "lead"] if of(form, "to").is_some() => one("/cases/{id}/lead-offers", id, to("to")),
        // One page answers an offer, takes one's own back, or takes the lead without one.
        ["cases", id, "lead"] => {
            let ways = [
                "/cases/{id}/lead-answers",
                "/cases/{id}/lead-offers/withdrawals",
                "/cases/{id}/leads",
            ];
            Some(vec![ways.map(|path| Door::new(path, &[("id", id)], none())).to_vec()])
        }
        ["cases", id, "name"] => one("/cases/{id}/name-openings", id, none()),
        ["cases", id, "needs"] => one("/cases/{id}/needs", id, none()),
        ["cases", id, "needs", need] => two("/cases/{id}/needs/{need}/ends", id, "need", need, none()),
        ["cases", id, "notes"] => one("/cases/{id}/notes", id, none()),
        ["cases", id, "person"] => one("/cases/{id}/descriptions", id, none()),
        ["cases", id, "referrals", "new"] => {
            // What the person agreed to, and the first house that fits.
            let send = json!({"to": of(form, "to"), "fields": ["spoken_name", "person", "work"], "hold": false});
            Some(vec![
                vec![Door::new("/cases/{id}/referral-drafts", &[("id", id)], none())],
                vec![Door::new("/cases/{id}/referrals", &[("id", id)], send)],
            ])
        }
        ["cases", id, "risk"] => one("/cases/{id}/risks", id, none()),
        ["cases", id, "screenings", nth, rest @ ..] => {
            let case: Id<Case> = id.parse().ok()?;
            let all: Screenings = kept(site, Ids { case, referral: None });
            let screening = all.0.get(nth.parse::<usize>().ok()? - 1)?.id.to_string();
            let path = match rest.is_empty() {
                true => "/cases/{id}/screenings/{screening}/conclusions",
                false => "/cases/{id}/screenings/{screening}/answers",
            };
            two(path, id, "screening", &screening, none())
        }
        ["cases", id, "tasks"] => one("/cases/{id}/tasks", id, none()),
        ["organisations", id, "functions", "new"] => {
            let with = json!({"role": of(form, "role"), "title": "Another function"});
            one("/organisations/{id}/functions", id, with)
        }
        ["organisations", id, "functions", function] => two(
            "/organisations/{id}/functions/{function}/changes",
            id,
            "function",
            function,
            to("title"),
        ),
        ["organisations", id, "functions", function, "close"] => two(
            "/organisations/{id}/functions/{function}/closures",
            id,
            "function",
            function,
            none(),
        ),
        ["organisations", id, "accounts", account] => two(
            "/organisations/{id}/accounts/{account}/moves",
            id,
            "account",
            account,
            to("function"),
        ),
        ["places", id, change] => {
            let place = json!({"provider": id, "place": of(form, "place").unwrap_or_default()});
            let referral = json!({"provider": id, "referral": of(form, "referral").unwrap_or_default()});
            match *change {
                "free" => one("/places/vacancies", "", place),
                "release" => one("/places/releases", "", referral),
                "use" if of(form, "in_use") == Some("yes") => one("/places/openings", "", place),
                "use" => one("/places/closures", "", place),
                _ => None,
            }
        }
        ["providers", id, "offer"] => one("/providers/{id}/offers", id, none()),
        ["referrals" | "tasks", id, "attempts"] if parts[0] == "tasks" => one("/tasks/{id}/attempts", id, none()),
        ["referrals", id, "attempts"] => one("/referrals/{id}/attempts", id, none()),
        ["referrals", id, "acknowledge"] => one("/referrals/{id}/acknowledgements", id, none()),
        ["referrals", id, "answer"] => {
            let asks = form.choices.iter().any(|(_, value)| value == "ask");
            let question = asks.then(|| vec![Door::new("/referrals/{id}/questions", &[("id", id)], none())]);
            let answer = vec![Door::new("/referrals/{id}/answers", &[("id", id)], none())];
            Some([answer].into_iter().chain(question).collect())
        }
        ["referrals", id, "told-by-phone"] => one("/referrals/{id}/told-by-phone", id, none()),
        ["referrals", id, "reply"] => one("/referrals/{id}/replies", id, none()),
        ["referrals", id, "start"] => one("/referrals/{id}/starts", id, none()),
        ["referrals", id, "complete"] => one("/referrals/{id}/outcomes", id, none()),
        ["referrals", id, "fail"] => one("/referrals/{id}/outcomes", id, json!({"outcome": "failed"})),
        ["referrals", id, "withdraw"] => one("/referrals/{id}/withdrawals", id, none()),
        ["referrals", id, "place"] => one("/referrals/{id}/places", id, to("place")),
        ["signals"] => one("/signals", "", none()),
        ["tasks", "new"] => one("/tasks", "", none()),
        ["tasks", id] => {
            let cancels = form.choices.iter().any(|(_, value)| value == "cancelled");
            let done = vec![Door::new("/tasks/{id}/completions", &[("id", id)], none())];
            let cancelled = cancels.then(|| vec![Door::new("/tasks/{id}/cancellations", &[("id", id)], none())]);
            Some([done].into_iter().chain(cancelled).collect())
        }
        ["tasks", id, "tell-child-protection"] => one("/tasks/{id}/child-notices", id, to("authority")),
        _ => None,
    }
}
