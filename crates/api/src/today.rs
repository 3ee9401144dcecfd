//! Today's list of the token's organisation page by page: what is due, the urgent first, then late first.
use super::{
    BASE, body,
    provider::{Provider, provider},
    referral::list::{Count, ReferralLine, line},
    reply::{Told, chosen, link, marks, text, told},
    value::{Clock, Person, clock, person},
};
use axum::{Json, extract::Query};
use serde::{Deserialize, Serialize};
use tiltas_app::today::{Asked, Duty, Kind, Line, Mark, With};
use tiltas_input::Errors;
use tiltas_kit::{Failure, Fields, Visit, forms::day};
use tiltas_words::Words;
use utoipa::{IntoParams, ToSchema};

/// Today's list.
#[derive(Serialize, ToSchema)]
pub struct Today {
    /// Danger now, then tonight, where it is not only due later.
    pub urgent: Vec<Due>,
    /// Late, oldest first.
    pub late: Vec<Due>,
    /// Due before tomorrow morning.
    pub soon: Vec<Due>,
    /// Later.
    pub later: Vec<Due>,
    /// How many duties there are on all pages.
    pub count: Count,
    /// How many of them are late, the urgent among them.
    pub late_count: Count,
    /// How many of the chosen kind there are on all pages.
    pub chosen_count: Count,
    /// How many entries can't be read and are left out.
    pub unreadable: usize,
    /// How many duties are another function's of one's organisation: `show=colleagues` lists them.
    pub colleagues: Count,
    /// Whether there are more after this page.
    pub more: bool,
    /// The address of the next page.
    pub next: Option<String>,
    /// Referrals of one's own that wait for an answer.
    pub not_answered: Vec<ReferralLine>,
    /// Answers that came in the last three days.
    pub new_answers: Vec<ReferralLine>,
    /// Free places now, by provider.
    pub places: Vec<Provider>,
}

/// Which duties, and from where on the list is asked for.
#[derive(Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// The mark of the last duty that was read.
    after: Option<String>,
    /// `all`, what is due for the token's function or for anyone of its organisation (as it is), `us`, `them`, `children`: about
    /// whom you may know that they are a child; or `colleagues`, what another function of the organisation is to do.
    show: Option<String>,
}

/// One duty.
#[derive(Serialize, ToSchema)]
pub struct Due {
    /// Whose file; `null` where it is about no case.
    pub case: Option<String>,
    /// How staff speak of the person.
    pub spoken_name: Option<String>,
    /// How soon.
    pub urgency: Option<Told<String>>,
    /// Whether the child's route is taken; `null` where this role may not know it.
    pub child: Option<bool>,
    /// Who the person is.
    pub person: Option<Told<Person>>,
    /// What is due, as a code.
    pub duty: &'static str,
    /// Of which referral or task, by id.
    pub of: Option<String>,
    /// By when.
    pub clock: Clock,
    /// With whom the next step is: `us` or `them`.
    pub with: &'static str,
    /// The function of one's own organisation that is to do it, where it is another.
    pub colleague: Option<String>,
    /// The other organisation.
    pub other: Option<String>,
    /// Its duty phone.
    pub phone: Option<String>,
    /// What a person wrote that is to be done.
    pub text: Told<String>,
}

/// Today's list, page by page: `next` leads on.
#[utoipa::path(get, path = "/today", tag = "today", params(After), responses((status = 200, description = "What is due", body = Today)))]
pub async fn show(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Result<Json<Today>, Failure> {
    let asked = Fields(asked);
    let context = visit.reading()?;
    let sent = tiltas_input::of_query::<After>(&asked).map_err(|wrong| body::told(&visit, &wrong))?;
    let [after] = marks(&visit, [("after", sent.after)], Mark::parse)?;
    let mut wrong = Errors::new();
    let kind = chosen(&mut wrong, ("show", sent.show), &Kind::ALL, Kind::code).unwrap_or_default();
    if !wrong.is_empty() {
        return Err(body::told(&visit, &wrong));
    }
    let morning = day::tomorrow_morning(visit.words.zone(), visit.now);
    let page = Asked { kind, after };
    let today = visit
        .run(move |app| tiltas_app::today::list(app, &context, morning, &page))
        .await?;
    let words = &visit.words;
    let all = |lines: Vec<Line>| lines.into_iter().map(|one| due(words, one)).collect();
    let next = |mark: &Mark| link(&format!("{BASE}/today"), &asked, ("after", mark.code()));
    Ok(Json(Today {
        urgent: all(today.urgent),
        late: all(today.late),
        soon: all(today.soon),
        later: all(today.later),
        count: Count::of(today.counts.all),
        late_count: Count::of(today.counts.late),
        chosen_count: Count::of(today.counts.of(kind).unwrap_or(today.counts.all)),
        unreadable: today.unread,
        colleagues: Count::of(today.counts.colleagues),
        more: today.next.is_some(),
        next: today.next.as_ref().map(next),
        not_answered: today.not_answered.into_iter().map(|one| line(words, one)).collect(),
        new_answers: today.new_answers.into_iter().map(|one| line(words, one)).collect(),
        places: today.places.into_iter().map(provider).collect(),
    }))
}

fn due(words: &Words, line: Line) -> Due {
    let (duty, of) = match line.duty {
        Duty::Acknowledge(id) => ("acknowledge", Some(id.to_string())),
        Duty::TheirAcknowledgement(id) => ("their_acknowledgement", Some(id.to_string())),
        Duty::Answer(id) => ("answer", Some(id.to_string())),
        Duty::TheirAnswer(id) => ("their_answer", Some(id.to_string())),
        Duty::Reply(id) => ("reply", Some(id.to_string())),
        Duty::TheirReply(id) => ("their_reply", Some(id.to_string())),
        Duty::Escalated(id) => ("escalated", Some(id.to_string())),
        Duty::AnswerLead => ("answer_lead", None),
        Duty::Task(id, kind) => (kind.code(), Some(id.to_string())),
        Duty::Theirs(id, _) => ("theirs", Some(id.to_string())),
        Duty::Late(id, _) => ("late", Some(id.to_string())),
    };
    let mut about = line.about;
    let case = about.as_ref().map(|about| about.case.to_string());
    let child = about.as_ref().and_then(|about| about.child);
    let spoken_name = about.as_mut().map(|about| std::mem::take(&mut about.spoken_name));
    let seen = about.map(|about| {
        let urgency = told(words, about.urgency, |urgency| urgency.code().to_owned());
        (urgency, told(words, about.person, person))
    });
    let (urgency, who) = seen.unzip();
    Due {
        case,
        spoken_name,
        urgency,
        child,
        person: who,
        duty,
        of,
        clock: clock(&line.clock),
        with: match line.with {
            With::Us => "us",
            With::Them => "them",
        },
        colleague: line.colleague,
        other: line.other.map(|(_, name)| name),
        phone: line.phone,
        text: text(words, &line.words),
    }
}
