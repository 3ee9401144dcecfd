//! What became of mine, and what waits for us: by time or by where it stands.
use super::crossing::{Crossing, crossing, state_words};
use askama::Template;
use axum::{http::HeaderMap, response::Response};
use tiltas_app::{
    referral::list::{self, Line},
    today,
};
use tiltas_domain::case::Urgency;
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Empty, Span, Tag},
    edge::{Asked, news, show},
};
use tiltas_words::Html;

/// One line.
pub struct Row {
    pub href: String,
    pub spoken_name: String,
    pub tag: Option<Tag>,
    pub span: Span,
    pub other: String,
    pub stands: String,
    pub time: String,
    pub stamp: String,
    pub phone: Option<Html>,
}

#[derive(Template)]
#[template(path = "referral/list.html")]
struct ListPage {
    page: Page,
    by_state: bool,
    incoming: Vec<Row>,
    sent: Vec<Row>,
    empty: Empty,
}

/// The lists of the organisation.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let (mut sent, mut incoming, version) = visit
        .run(move |app| {
            let version = today::news(app, &context, changed)?;
            Ok((list::sent(app, &context)?, list::incoming(app, &context)?, version))
        })
        .await?;
    let by_state = asked.has("sort", "state");
    if by_state {
        sent.sort_by_key(|line| order(&line.state));
        incoming.sort_by_key(|line| order(&line.state));
    }
    let words = &visit.words;
    let page = visit
        .page(&words.referrals_title())
        .with_news("/referrals/news", version);
    show(&ListPage {
        page: match super::act::done(words, &asked) {
            Some(done) => page.with_done(done),
            None => page,
        },
        by_state,
        incoming: incoming.iter().map(|line| row(&visit, line, false)).collect(),
        sent: sent.iter().map(|line| row(&visit, line, true)).collect(),
        empty: Empty::new(words.referrals_none(), words.referrals_none_says()),
    })
}

/// The version of the lists.
pub async fn fresh(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let version = visit.run(move |app| today::news(app, &context, changed)).await?;
    Ok(news(&headers, version))
}

/// What waits for an answer first, then what runs, then what is over.
fn order(state: &str) -> usize {
    const ORDER: [&str; 12] = [
        "question_asked",
        "sent",
        "acknowledged",
        "refused",
        "no_capacity",
        "expired",
        "accepted",
        "started",
        "draft",
        "completed",
        "failed",
        "withdrawn",
    ];
    ORDER.iter().position(|known| *known == state).unwrap_or(ORDER.len())
}

/// One referral as a line; also in the side column of today's list.
pub(crate) fn row(visit: &Visit, line: &Line, sender: bool) -> Row {
    let words = &visit.words;
    let other = match (sender, &line.provider) {
        (true, Some(provider)) => provider.clone(),
        (true, None) => words.referrals_nobody_yet(),
        (false, _) => line.from.1.clone(),
    };
    let of = Crossing {
        state: &line.state,
        acknowledge_due: line.acknowledge_due,
        answer_due: line.answer_due,
        sender,
        now: visit.now,
    };
    let label = words.crossing_to(&other);
    let draft = line.state == "draft";
    Row {
        href: if draft {
            format!("/cases/{}/referrals/new?draft={}", line.case, line.referral)
        } else {
            format!("/referrals/{}", line.referral)
        },
        spoken_name: line.spoken_name.clone(),
        tag: (line.urgency != Urgency::Ordinary).then(|| Tag::urgency(words, line.urgency.code())),
        span: crossing(words, label, &of, |_| String::new()).mini(),
        stands: state_words(words, &line.state, sender, &other),
        other,
        time: words.near(line.changed, visit.now),
        stamp: words.stamp(line.changed),
        phone: line
            .phone
            .as_deref()
            .filter(|_| sender && line.escalated > 0)
            .map(Html::phone),
    }
}
