//! A rule stopped a referral: what the case says, who would fit instead, and the way back to the page as it was asked for.
use super::prepare;
use crate::referral::form;

use tiltas_domain::{Id, case::Case, provider::Provider};
use tiltas_kit::{Failure, Fields, Visit, component::person};

/// The refusal with the facts of the case, which the sender knows, and with ways that lead somewhere.
pub async fn explained(visit: &Visit, failure: Failure, case: Id<Case>, fields: &Fields) -> Failure {
    let Failure::Refused(mut refusal) = failure else {
        return failure;
    };
    let address = form::address(&case, fields);
    let to = form::id::<Provider>(fields.one("to"));
    let same = to.map_or_else(|| address.clone(), |to| format!("{address}&to={to}"));
    let mut next = address.clone();
    if let Ok(prepared) = prepare(visit, case, fields).await {
        refusal.facts.push(("case", prepared.spoken_name.clone()));
        let line = person::in_a_line(&visit.words, &prepared.person);
        refusal.facts.push(("person", line));
        let candidates = &prepared.candidates;
        if let Some(asked) = candidates.iter().find(|one| Some(one.line.provider) == to) {
            refusal.facts.push(("to", asked.line.offer.name.clone()));
        }
        let fits = |one: &&tiltas_app::referral::prepare::Candidate| {
            one.fit.allows()
                && !one.said_no
                && Some(one.line.provider) != to
                && (one.line.free > 0 || one.line.places == 0)
        };
        if let Some(one) = candidates.iter().find(fits) {
            refusal.facts.push(("next", one.line.offer.name.clone()));
            next = format!("{address}&to={}", one.line.provider);
        }
    }
    refusal.ways = match refusal.code {
        "REF-07" => vec![format!("/cases/{case}/consents/new"), same.clone(), same.clone()],
        "REF-03" => vec![address, format!("/cases/{case}"), next],
        "REF-09" => vec![same.clone(), format!("/cases/{case}")],
        "REF-08" | "REF-12" | "REF-17" => vec![same.clone()],
        "REF-01" | "REF-10" => vec![address, same.clone(), next],
        _ => vec![address, same.clone(), next],
    };
    refusal.back = Some((same, visit.words.referral_back_new()));
    Failure::Refused(refusal)
}
