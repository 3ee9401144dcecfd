//! The lead: offered to another organisation on the person's yes; taken or declined by it; taken without an offer by a duty.
use super::sheet::{Sheet, back};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_access::Action;
use tiltas_app::{
    Act,
    case::{self, Heading, Offer, file::File},
    organisation,
};
use tiltas_domain::{Id, case::Case, organisation::Organisation};
use tiltas_input::case::OfferLead;
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::{
        Clock, Tag,
        form::{Choice, Choices},
    },
};
use tiltas_words::{Html, Words};

type Directory = Vec<(Id<Organisation>, String)>;

enum Seen {
    /// We lead, and may offer.
    Ours(Box<File>, Directory),
    /// It is offered to us.
    Offered(Offer),
    /// We may take it without an offer; whether we read the file already.
    Open(Heading, bool),
}

async fn look(visit: &Visit, case: Id<Case>) -> Result<Seen, Failure> {
    let context = visit.reading()?;
    visit
        .run(move |app| {
            if case::is_offered(app, &context, case)? {
                return Ok(Seen::Offered(case::offer(app, &context, case)?));
            }
            // Whoever was told of a late task only can't open the file, and may take it over.
            if !case::opens(app, &context, case)? {
                return Ok(Seen::Open(case::takeable(app, &context, case)?, false));
            }
            let file = case::file::form(app, &context, case, Action::ReadCase, &[])?;
            if file.may(Act::TakeLead) {
                return Ok(Seen::Open(case::takeable(app, &context, case)?, true));
            }
            let leads = organisation::leads(app, &context)?.into_iter();
            Ok(Seen::Ours(
                Box::new(file),
                leads.map(|line| (line.organisation, line.name)).collect(),
            ))
        })
        .await
}

fn sheet(visit: &Visit, case: Id<Case>, seen: &Seen, sent: Option<(&Fields, &Errors)>) -> Result<Sheet, Failure> {
    let words = &visit.words;
    match seen {
        Seen::Offered(offer) => {
            let clock = Html::of(Clock::new(words, &offer.clock, visit.now));
            let urgency = Tag::urgency(words, offer.urgency.code());
            let sheet = Sheet::about(visit, case, &offer.spoken_name, visit.words.lead_answer_title(), sent)
                .opens(offer.opens)
                .lead(words.lead_answer_lead(&offer.from))
                .before([Html::of(urgency).and(clock)])
                .submit(words.lead_accept());
            Ok(sheet.other("answer", "decline", words.lead_decline()))
        }
        Seen::Open(heading, opens) => {
            Ok(
                Sheet::about(visit, case, &heading.spoken_name, visit.words.lead_take_title(), sent)
                    .opens(*opens)
                    .lead(words.lead_take_lead())
                    .submit(words.lead_take()),
            )
        }
        Seen::Ours(file, _) if file.may(Act::WithdrawLeadOffer) => {
            Ok(Sheet::new(visit, file, visit.words.lead_title(), sent)
                .lead(words.lead_lead())
                .submit(words.lead_withdraw()))
        }
        Seen::Ours(file, _) if !file.may(Act::OfferLead) => Err(Failure::NotFound),
        Seen::Ours(file, directory) => {
            let list = directory
                .iter()
                .map(|(id, name)| Choice::new(id.to_string(), name.as_str()));
            let mut to = Choices::list("to", words.lead_to(), list).hint(words.lead_to_hint());
            if let Some((fields, errors)) = sent {
                to = to.again(fields, errors);
            }
            let ask = Html::link(&format!("/cases/{case}/consents/new"), &words.lead_ask());
            Ok(Sheet::new(visit, file, visit.words.lead_title(), sent)
                .lead(words.lead_lead())
                .part(to)
                .submit(words.lead_offer())
                .after([ask]))
        }
    }
}

/// The offer, or the answer.
pub async fn page(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let id = super::id(&case)?;
    let seen = look(&visit, id).await?;
    sheet(&visit, id, &seen, None)?.show()
}

/// Offered, or answered.
pub async fn press(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let id: Id<Case> = super::id(&case)?;
    let seen = look(&visit, id).await?;
    let context = visit.context(&fields)?;
    match &seen {
        Seen::Offered(_) => {
            let accept = fields.one("answer") != "decline";
            visit
                .run(move |app| case::answer_lead(app, &context, id, accept))
                .await?;
            match accept {
                true => Ok(back(&case, "lead_taken")),
                false => Ok(Redirect::to("/today").into_response()),
            }
        }
        Seen::Open(..) => {
            visit.run(move |app| case::take_lead(app, &context, id)).await?;
            Ok(back(&case, "lead_taken"))
        }
        Seen::Ours(file, _) if file.may(Act::WithdrawLeadOffer) => {
            visit
                .run(move |app| case::withdraw_lead_offer(app, &context, id))
                .await?;
            Ok(Redirect::to(&format!("/cases/{case}")).into_response())
        }
        Seen::Ours(..) => {
            let to = match visit.command::<OfferLead>(&fields, &[("to", Words::lead_to_needed)]) {
                Ok(to) => to,
                Err(errors) => return Err(sheet(&visit, id, &seen, Some((&fields, &errors)))?.again(errors)),
            };
            visit.run(move |app| case::offer_lead(app, &context, id, to)).await?;
            Ok(back(&case, "lead_offered"))
        }
    }
}
