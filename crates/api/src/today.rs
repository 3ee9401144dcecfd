//! Today's list of the token's organisation: what is due, late first.
use super::{
    provider::{Provider, provider},
    referral::show::{ReferralLine, line},
    reply::{Told, text, told},
    value::{Clock, Person, clock, person},
};
use axum::Json;
use serde::Serialize;
use tiltas_app::today::{Duty, Line, With};
use tiltas_kit::{Failure, Visit, forms::day};
use tiltas_words::Words;
use utoipa::ToSchema;

/// Today's list.
#[derive(Serialize, ToSchema)]
pub struct Today {
    /// Late, oldest first.
    pub late: Vec<Due>,
    /// Due before tomorrow morning.
    pub soon: Vec<Due>,
    /// Later.
    pub later: Vec<Due>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// Referrals of one's own that wait for an answer.
    pub not_answered: Vec<ReferralLine>,
    /// Answers that came in the last three days.
    pub new_answers: Vec<ReferralLine>,
    /// Free places now, by provider.
    pub places: Vec<Provider>,
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
    /// The other organisation.
    pub other: Option<String>,
    /// Its duty phone.
    pub phone: Option<String>,
    /// What a person wrote that is to be done.
    pub text: Told<String>,
}

/// Today's list.
#[utoipa::path(get, path = "/today", tag = "today", responses((status = 200, description = "What is due", body = Today)))]
pub async fn show(visit: Visit) -> Result<Json<Today>, Failure> {
    let context = visit.reading()?;
    let morning = day::tomorrow_morning(visit.words.zone(), visit.now);
    let today = visit
        .run(move |app| tiltas_app::today::list(app, &context, morning))
        .await?;
    let words = &visit.words;
    let all = |lines: Vec<Line>| lines.into_iter().map(|one| due(words, one)).collect();
    Ok(Json(Today {
        late: all(today.late),
        soon: all(today.soon),
        later: all(today.later),
        more: today.more,
        not_answered: today.not_answered.into_iter().map(line).collect(),
        new_answers: today.new_answers.into_iter().map(line).collect(),
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
        other: line.other.map(|(_, name)| name),
        phone: line.phone,
        text: text(words, &line.words),
    }
}
