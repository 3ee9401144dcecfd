//! The referrals of a file among its parts: what is asked for, of whom, and where it stands.
use super::{Crossing, crossing, service_names, state_words};
use askama::Template;
use tiltas_app::case::file::{File, ReferralLine};
use tiltas_domain::referral::{Referral, Stage};
use tiltas_kit::{Visit, component::Span};
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "referral/panel.html")]
struct Panel<'p> {
    words: &'p Words,
    referrals: Vec<Crossed>,
}

struct Crossed {
    href: String,
    /// What is asked for.
    need: String,
    /// Whom.
    who: String,
    stands: String,
    span: Span,
}

impl askama::filters::HtmlSafe for Panel<'_> {}

/// The block.
pub(crate) fn panel(visit: &Visit, file: &File) -> Html {
    Html::of(Panel {
        words: &visit.words,
        referrals: file.referrals.iter().map(|line| crossed(visit, file, line)).collect(),
    })
}

fn crossed(visit: &Visit, file: &File, line: &ReferralLine) -> Crossed {
    let words = &visit.words;
    let (stage, sending) = match &line.referral {
        Referral::Sending { sending, state, .. } => (state.stage(), Some(sending)),
        Referral::Draft { .. } => (Stage::Draft, None),
    };
    let of = Crossing {
        stage,
        acknowledge_due: sending.and_then(|sending| sending.acknowledge.due),
        answer_due: sending.and_then(|sending| sending.answer.due),
        sender: file.leads,
        now: visit.now,
    };
    let need = match sending {
        Some(sending) => service_names(words, &sending.services),
        None => words.case_draft(),
    };
    let title = format!("{need}, {}", line.to);
    Crossed {
        href: match sending {
            Some(_) => format!("/referrals/{}", line.id),
            None => format!("/cases/{}/referrals/new?draft={}", file.case, line.id),
        },
        span: crossing(words, title, &of, |_| String::new()).mini(),
        stands: match sending {
            Some(_) => state_words(words, stage, file.leads, &line.to),
            None => words.case_draft_says(),
        },
        need,
        who: line.to.clone(),
    }
}
