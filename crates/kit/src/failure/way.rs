//! Where each way out of a refusal leads. A way that is only said leaves a tired reader to look for it; so every way is a
//! link, made from the address at which the rule said no and from the rule's code.

use tiltas_words::Words;

/// A place that a way out can lead to.
enum Place {
    /// The form that was sent, to be filled in again.
    Form,
    /// The file, or what stands nearest to it.
    File,
    /// What the person says.
    Consent,
    /// Age, gender and languages of the person.
    Person,
    /// The house's own places.
    Board,
    /// Who there is, with the phone that is answered at night.
    Organisations,
    /// A new screening.
    Screening,
    /// The notes of the file.
    Notes,
}

/// The addresses of the ways of `code`, in the order of its words, for a rule that said no at `path`.
pub(super) fn ways(code: &str, path: &str) -> Vec<String> {
    places(code).iter().map(|place| address(place, path)).collect()
}

fn places(code: &str) -> [Place; 3] {
    use Place as P;
    match code {
        "CAS-02" | "CAS-11" | "PLA-05" | "PRO-04" | "TSK-03" => [P::Organisations, P::File, P::File],
        "CAS-05" => [P::Person, P::Person, P::File],
        "CAS-06" => [P::Consent, P::File, P::File],
        "NOT-01" => [P::Notes, P::File, P::File],
        "PLA-01" | "PLA-03" | "PLA-06" | "PLA-08" | "REF-15" | "REF-27" => [P::Board, P::Board, P::Board],
        "SCR-02" => [P::Screening, P::File, P::File],
        "CAS-01" | "CAS-03" | "CON-03" | "DET-01" | "DET-02" | "DET-03" | "REF-02" | "REF-20" | "SCR-01" | "TSK-01" => {
            [P::File, P::File, P::File]
        }
        _ => [P::Form, P::Form, P::Form],
    }
}

fn address(place: &Place, path: &str) -> String {
    let file = file(path);
    let of_case = file.starts_with("/cases/");
    match place {
        Place::Form => form(path),
        Place::File => file,
        Place::Consent if of_case => format!("{file}/consents/new"),
        Place::Person if of_case => format!("{file}/person"),
        Place::Notes if of_case => format!("{file}/notes"),
        Place::Consent | Place::Person | Place::Notes => file,
        Place::Board => "/places".to_owned(),
        Place::Organisations => "/organisations".to_owned(),
        Place::Screening => "/screenings/new".to_owned(),
    }
}

/// The page that holds the form. Most forms are sent to the address that shows them.
fn form(path: &str) -> String {
    match path {
        "/signals" => "/signals/new".to_owned(),
        _ if path.starts_with("/places/") => "/places".to_owned(),
        _ if path.ends_with("/summary") || path.ends_with("/screenings") => file(path),
        _ => path.to_owned(),
    }
}

/// The page of the thing that the address speaks of: a file, a referral, a provider, an organisation; else the form itself.
fn file(path: &str) -> String {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some(kind @ ("cases" | "referrals" | "providers" | "organisations")), Some(id)) => format!("/{kind}/{id}"),
        (Some("places"), _) => "/places".to_owned(),
        _ => path.to_owned(),
    }
}

/// The form at this address: what it is called, and where it is drawn anew. `None` for one that stands on another page.
pub(crate) fn form_at(words: &Words, path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let name = match parts.as_slice() {
        ["cases", _, "risk"] => words.risk_title(),
        ["cases", _, "person"] => words.person_title(),
        ["cases", _, "notes"] => words.note_title(),
        ["cases", _, "tasks"] => words.task_new_title(),
        ["cases", _, "lead"] => words.lead_title(),
        ["cases", _, "name"] => words.name_title(),
        ["cases", _, "consents", "new"] => words.consent_title(),
        ["cases", _, "consents", _, "take-back"] => words.take_back_title(),
        ["cases", _, "details", "new"] => words.detail_title(),
        ["cases", _, "details", _, "correct"] => words.detail_correct_title(),
        ["cases", _, "details", _, "replaced"] => words.replaced_title(),
        ["cases", _, "referrals", "new"] => words.referral_new(),
        ["cases", _, "screenings", ..] | ["screenings", "new"] => words.screening_new(),
        ["signals", ..] => words.signal_title(),
        ["tasks", _, "tell-child-protection"] | ["tasks", _] => words.task_title(),
        [_, _, "attempts"] => words.attempt_title(),
        ["referrals", _, ..] => words.referral_title(),
        ["providers", _, "offer"] => words.provider_change_title(),
        [slice, "new"] => begun(words, slice)?,
        [slice, _, way] | [slice, _, "items", _, way] => done(words, slice, way)?,
        _ => return None,
    };
    Some((name, form(path)))
}

/// The form in which something about policy begins.
fn begun(words: &Words, slice: &str) -> Option<String> {
    Some(match slice {
        "recommendations" => words.recommendation_new(),
        "practices" => words.practice_new(),
        "programmes" => words.programme_new(),
        "visits" => words.visit_new(),
        "meetings" => words.meeting_new(),
        "trainings" => words.training_new(),
        "plans" => words.plans_new(),
        _ => return None,
    })
}

/// The form in which it goes on, as the button calls it that leads there.
fn done(words: &Words, slice: &str, way: &str) -> Option<String> {
    let list = match slice {
        "recommendations" => "recommendation-act",
        "practices" => "practice-act",
        "programmes" => "programme-act",
        "visits" => "visit-act",
        "meetings" => "meeting-act",
        "trainings" => "training-act",
        "plans" => "plan-act",
        "partnerships" => "partnership-act",
        "periods" => "period-act",
        "reports" => "report-act",
        "national-reports" => "national-report-act",
        _ => return None,
    };
    let name = words.say_code(list, way);
    (!name.starts_with('[')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_named_and_leads_back_to_its_form() {
        let words = Words::new(tiltas_words::Locale::English, jiff::tz::TimeZone::UTC);
        for (path, name, href) in [
            ("/cases/0f/risk", "Risk and safety", "/cases/0f/risk"),
            ("/signals", "New signal", "/signals/new"),
            ("/cases/0f/consents/new", "Consent and wishes", "/cases/0f/consents/new"),
            ("/tasks/1a/attempts", "I rang", "/tasks/1a/attempts"),
            ("/visits/new", "New visit", "/visits/new"),
            ("/reports/1a/writing", "Write the report", "/reports/1a/writing"),
            (
                "/plans/1a/items/2b/report",
                "Report how far it is",
                "/plans/1a/items/2b/report",
            ),
        ] {
            assert_eq!(
                form_at(&words, path),
                Some((name.to_owned(), href.to_owned())),
                "{path}"
            );
        }
        for none in ["/account/language", "/visits/1a/nothing", "/organisations/1a/functions"] {
            assert_eq!(form_at(&words, none), None, "{none}");
        }
    }

    #[test]
    fn a_way_out_leads_to_a_page_of_the_same_file() {
        assert_eq!(
            ways("CAS-06", "/cases/0f/lead")[..2],
            ["/cases/0f/consents/new", "/cases/0f"]
        );
        assert_eq!(ways("CON-02", "/cases/0f/consents/new")[0], "/cases/0f/consents/new");
        assert_eq!(ways("TSK-04", "/cases/0f/summary")[0], "/cases/0f");
        assert_eq!(ways("REF-02", "/referrals/1a/answer")[0], "/referrals/1a");
        assert_eq!(ways("SIG-01", "/signals")[0], "/signals/new");
        assert_eq!(ways("PLA-06", "/places/3c/close")[0], "/places");
    }
}
