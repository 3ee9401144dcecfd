//! Partnerships: begun, written, read by the parties, signed, kept, looked at, renewed, ended; and what is missing.
use super::{
    BASE,
    body::{Sent, Which, told},
    reply::{Created, created, link},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::partnership::{
    self as app,
    list::{self, PAGE},
    picture::{self, Cell},
    story,
};
use tiltas_domain::partnership::{Data, Partnership as Known};
use tiltas_input::{
    Input,
    partnership::{
        AddMeasures, AssessPartnership, BeginPartnership, ConsultPartnership, EndPartnership, MoveMeasure, NameParty,
        RenewPartnership, ReturnPartnership, ReviewPartnership, SelectPartnerships, SetTerm, SignPartnership,
        WriteData, WritePurpose,
    },
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

macro_rules! told { ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $field:ident: $kind:ty),+ $(,)? })+) => { $(
    $(#[$doc])*
    #[derive(Serialize, ToSchema)]
    pub struct $name { $($(#[$of])* pub $field: $kind),+ }
)+ } }
told! {
    /// A partnership in a list.
    PartnershipLine {
        /// Which.
        id: String,
        /// In a line.
        title: String,
        /// What kind of arrangement.
        arrangement: &'static str,
        /// Where it stands today.
        state: &'static str,
        /// Who is in it, by id.
        parties: Vec<String>,
        /// The last day.
        until: Option<String>,
        /// Days until the last day; below 0 where that is past.
        days_left: Option<i32>,
        /// Invented, to show how it works.
        example: bool,
    }
    /// What a partnership waits for from the institution of whoever asks.
    WaitsFor {
        /// Which partnership.
        id: String,
        /// `ends`, `reads`, `measure` or `view`.
        what: &'static str,
        /// Its day, where it has one.
        day: Option<String>,
    }
    /// A page of the list.
    Partnerships {
        /// The lines.
        lines: Vec<PartnershipLine>,
        /// What waits for the institution of whoever asks, the nearest day first.
        waiting: Vec<WaitsFor>,
        /// How many fit what was asked.
        found: usize,
        /// How many there are.
        all: usize,
        /// Where the next page stands, if there is one.
        next: Option<String>,
    }
    /// A pair of institutions.
    Pair {
        /// The two, by id.
        between: [String; 2],
        /// `in_force`, `coming`, `expired`, `missing` or `none`.
        stands: &'static str,
        /// The partnership, where there is one.
        partnership: Option<String>,
    }
    /// An arrangement that the country profile asks for and that is missing.
    Missing {
        /// Between whom, by id.
        between: [String; 2],
        /// Which kind is proposed.
        arrangement: &'static str,
        /// Why.
        why: String,
        /// Who asks for it.
        source: String,
        /// How sure: `verified`, `unsure`, `proposed`.
        confidence: &'static str,
    }
    /// The picture of one territory.
    Pairs {
        /// Each pair once.
        pairs: Vec<Pair>,
        /// What is missing, of all territories.
        missing: Vec<Missing>,
        /// The territorial team that is shown, by id.
        territory: Option<String>,
        /// The profile that asks.
        profile: String,
    }
    /// An institution in it.
    PartyOf {
        /// Which, by id.
        organisation: String,
        /// What it is in it.
        role: &'static str,
        /// The function that answers for it there.
        function: Option<String>,
        /// The phone that is rung.
        phone: Option<String>,
        /// On which day it signed.
        signed: Option<String>,
    }
    /// What a party does.
    MeasureOf {
        /// Its number, from 1.
        number: usize,
        /// What.
        what: String,
        /// Who, by id.
        owner: String,
        /// Until when.
        due: Option<String>,
        /// How far it is.
        progress: &'static str,
        /// Whether it stands in the text that was signed.
        agreed: bool,
    }
    /// What of a person may be passed on under it.
    AnnexOf {
        /// Classes of data.
        classes: Vec<&'static str>,
        /// The legal grounds.
        grounds: Vec<&'static str>,
        /// Who answers for the data, by id.
        controllers: Vec<String>,
        /// Who does what, where several answer together.
        joint: Option<String>,
        /// On what data leave the country.
        transfer: Option<String>,
    }
    /// An answer of a party about the cooperation.
    View {
        /// Whose, by id.
        organisation: String,
        /// Of which year.
        year: i16,
        /// The question.
        question: String,
        /// 1 to 4.
        value: u8,
        /// What shows it.
        evidence: Option<String>,
    }
    /// A partnership with all that was written and said of it.
    Partnership {
        /// Which.
        id: String,
        /// In a line.
        title: String,
        /// What kind of arrangement.
        arrangement: &'static str,
        /// Where it stands today.
        state: &'static str,
        /// Who is in it.
        parties: Vec<PartyOf>,
        /// What it is for.
        purpose: Option<String>,
        /// Whom it helps.
        groups: Vec<String>,
        /// What is given.
        services: Vec<&'static str>,
        /// Where.
        territory: Option<String>,
        /// What parties do.
        measures: Vec<MeasureOf>,
        /// `not_written`, `no_data` or `annex`.
        data: &'static str,
        /// What may be passed on.
        annex: Option<AnnexOf>,
        /// The first day on which it holds.
        from: Option<String>,
        /// The last day.
        until: Option<String>,
        /// When the parties look at it together.
        review: Option<String>,
        /// How parties see the cooperation, oldest first.
        views: Vec<View>,
        /// Reminders that went out: so many days before the end.
        reminders: Vec<u16>,
        /// What may be done to it now.
        may: Vec<&'static str>,
    }
}

/// The partnerships.
#[utoipa::path(get, path = "/partnerships", tag = "partnership", params(SelectPartnerships), responses((status = 200, description = "A page of them", body = Partnerships)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectPartnerships>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| list::page(app, &context, &select, PAGE)).await?;
    let next = found.next.map(|next| {
        let path = format!("{BASE}/partnerships");
        link(&path, &asked, ("after", next.to_string()))
    });
    let waiting = found.waiting.iter().map(|one| WaitsFor {
        id: one.id.to_string(),
        what: one.wait.code(),
        day: one.day.map(|day| day.to_string()),
    });
    let waiting = waiting.collect();
    let lines = found.lines.into_iter().map(|shown| PartnershipLine {
        id: shown.id.to_string(),
        title: shown.of.first.title.clone(),
        arrangement: shown.of.first.arrangement.code(),
        state: shown.state.code(),
        parties: shown
            .of
            .parties
            .iter()
            .map(|party| party.organisation.to_string())
            .collect(),
        until: shown.of.term.map(|term| term.until.to_string()),
        days_left: shown.left,
        example: shown.of.first.example,
    });
    Ok(Json(Partnerships {
        lines: lines.collect(),
        waiting,
        found: found.found,
        all: found.all,
        next,
    })
    .into_response())
}

/// Who works with whom: each pair of a territory once, and what is missing.
#[utoipa::path(get, path = "/partnerships/pairs", tag = "partnership", params(("territory" = Option<String>, Query, description = "The territorial team: its id")), responses((status = 200, description = "The pairs", body = Pairs)))]
pub async fn pairs(visit: Visit, Asked(asked): Asked) -> Result<Json<Pairs>, Failure> {
    let select = tiltas_input::of_query::<SelectPartnerships>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let picture = visit
        .run(move |app| picture::picture(app, &context, select.territory))
        .await?;
    let mut pairs = Vec::new();
    for (one, row) in picture.institutions.iter().zip(&picture.rows) {
        for (other, cell) in picture.institutions.iter().zip(row) {
            let (stands, partnership) = match cell {
                Cell::InForce(id) => ("in_force", Some(id)),
                Cell::Coming(id) => ("coming", Some(id)),
                Cell::Late(id) => ("expired", Some(id)),
                Cell::Missing(_) => ("missing", None),
                Cell::None => ("none", None),
            };
            pairs.push(Pair {
                between: [other.id.to_string(), one.id.to_string()],
                stands,
                partnership: partnership.map(ToString::to_string),
            });
        }
    }
    let missing = picture.gaps.iter().map(|gap| Missing {
        between: gap.between.each_ref().map(|one| one.id.to_string()),
        arrangement: gap.arrangement.code(),
        why: gap.why.clone(),
        source: gap.source.clone(),
        confidence: gap.confidence.code(),
    });
    Ok(Json(Pairs {
        pairs,
        missing: missing.collect(),
        territory: picture.territory.map(|team| team.to_string()),
        profile: picture.profile,
    }))
}

/// One with all that was written and said of it.
#[utoipa::path(get, path = "/partnerships/{id}", tag = "partnership", params(("id" = String, Path, description = "The partnership")), responses((status = 200, description = "All of it", body = Partnership)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Partnership>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let of = &story.of;
    let parties = of.parties.iter().map(|party| PartyOf {
        organisation: party.organisation.to_string(),
        role: party.role.code(),
        function: party.function.clone(),
        phone: story.phone(party.organisation).map(str::to_owned),
        signed: of.signed_by(party.organisation).map(|day| day.to_string()),
    });
    let agreed = usize::try_from(of.agreed).unwrap_or(usize::MAX);
    let measures = of.measures.iter().enumerate().map(|(nth, measure)| MeasureOf {
        number: nth + 1,
        what: measure.what.clone(),
        owner: measure.owner.to_string(),
        due: measure.due.map(|due| due.to_string()),
        progress: of.progress(nth).code(),
        agreed: nth < agreed,
    });
    let (data, annex) = match &of.data {
        Data::NotWritten => ("not_written", None),
        Data::NoData => ("no_data", None),
        Data::Annex(annex) => ("annex", Some(annex)),
    };
    let annex = annex.map(|annex| AnnexOf {
        classes: annex.classes.iter().map(|class| class.code()).collect(),
        grounds: annex.grounds.iter().map(|ground| ground.code()).collect(),
        controllers: annex.controllers.iter().map(ToString::to_string).collect(),
        joint: annex.joint.clone(),
        transfer: annex.transfer.clone(),
    });
    let views = of.assessments.iter().flat_map(|said| {
        said.answers.iter().map(|answer| View {
            organisation: said.organisation.to_string(),
            year: said.year,
            question: answer.question.clone(),
            value: answer.value.number(),
            evidence: answer.evidence.clone(),
        })
    });
    let purpose = of.purpose.as_ref();
    Ok(Json(Partnership {
        id: id.to_string(),
        title: of.first.title.clone(),
        arrangement: of.first.arrangement.code(),
        state: story.state.code(),
        parties: parties.collect(),
        purpose: purpose.map(|purpose| purpose.text.clone()),
        groups: purpose.map(|purpose| purpose.groups.clone()).unwrap_or_default(),
        services: purpose
            .iter()
            .flat_map(|purpose| &purpose.services)
            .map(|service| service.code())
            .collect(),
        territory: purpose.and_then(|purpose| purpose.territory.clone()),
        measures: measures.collect(),
        data,
        annex,
        from: of.from().map(|day| day.to_string()),
        until: of.term.map(|term| term.until.to_string()),
        review: of.term.and_then(|term| term.review).map(|day| day.to_string()),
        views: views.collect(),
        reminders: of.warnings.iter().map(|warning| warning.days).collect(),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Writes the first words of one down.
#[utoipa::path(post, path = "/partnerships", tag = "partnership", request_body = BeginPartnership, responses((status = 201, description = "Begun", body = Created)))]
pub async fn begin(visit: Visit, sent: Sent<BeginPartnership>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::begin(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/partnerships/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "partnership", params(("id" = String, Path, description = "The partnership")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/partnerships/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Names an institution in it.
    name_party(NameParty) at "/partnerships/{id}/parties" by app::name_party;
    /// Writes what it is for.
    purpose(WritePurpose) at "/partnerships/{id}/purposes" by app::write_purpose;
    /// Adds what a party does.
    measures(AddMeasures) at "/partnerships/{id}/measures" by app::add_measures;
    /// Writes what is said about data.
    data(WriteData) at "/partnerships/{id}/data" by app::write_data;
    /// Sets from when to when it holds.
    term(SetTerm) at "/partnerships/{id}/terms" by app::set_term;
    /// Sends the draft to the parties.
    consult(ConsultPartnership) at "/partnerships/{id}/consultations" by app::consult;
    /// Drafts it again.
    return_draft(ReturnPartnership) at "/partnerships/{id}/returns" by app::return_draft;
    /// Records a signature.
    sign(SignPartnership) at "/partnerships/{id}/signatures" by app::sign;
    /// Says how far a measure is.
    move_measure(MoveMeasure) at "/partnerships/{id}/moves" by app::move_measure;
    /// Records that the parties looked at it together.
    review(ReviewPartnership) at "/partnerships/{id}/reviews" by app::review;
    /// Lets it hold longer.
    renew(RenewPartnership) at "/partnerships/{id}/renewals" by app::renew;
    /// Ends it.
    end(EndPartnership) at "/partnerships/{id}/endings" by app::end;
    /// Says how one's institution sees the cooperation.
    assess(AssessPartnership) at "/partnerships/{id}/assessments" by app::assess;
}
