//! One practice: what it tells, part by part, where it was read, and what it became.
use super::{act, country, id, light};
use crate::{plan, programme::links};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::practice::show::{self, Shown};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Facts, page_read},
    edge::{Asked, show as page_of},
};
use tiltas_words::{Html, Words};

/// What it became for one institution.
struct Became {
    name: String,
    href: String,
    title: String,
    state: Html,
    on: String,
}

#[derive(Template)]
#[template(path = "practice/show.html")]
struct ShowPage {
    page: Page,
    title: String,
    language: String,
    light: Html,
    example: bool,
    withdrawn: Option<String>,
    ways: Vec<(String, String)>,
    /// Heading and words; none where the source gives none.
    parts: Vec<(String, Option<String>)>,
    became: Vec<Became>,
    about: Facts,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let shown = visit.run(move |app| show::show(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.practice_title());
    let page = match asked.given("done").and_then(|done| act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    page_of(&drawn(words, page, &shown))
}

fn drawn(words: &Words, page: Page, shown: &Shown) -> ShowPage {
    let content = &shown.of.content;
    let withdrawn = shown.of.withdrawn.as_ref();
    let became = shown.became.iter().map(|became| Became {
        name: became.name.clone(),
        href: format!("/recommendations/{}", became.recommendation),
        title: became.title.clone(),
        state: words.say_recommendation_stage(became.stage).into(),
        on: words.date(became.at),
    });
    let actions = shown.actions.iter().map(|action| Became {
        name: action.name.clone(),
        href: format!("/plans/{}/items/{}", action.at.0, action.at.1),
        title: action.title.clone(),
        state: plan::light(words, &action.item, action.late),
        on: words.date(action.on),
    });
    ShowPage {
        title: content.title.clone(),
        language: content.language.clone(),
        light: light(words, shown.of.state),
        example: content.example,
        withdrawn: withdrawn.map(|(reason, at)| words.recommendation_ending(words.date(*at), reason)),
        ways: act::ways(words, shown),
        parts: vec![
            (words.practice_problem(), content.problem.clone()),
            (words.practice_done(), Some(content.done.clone())),
            (words.practice_law(), content.law.clone()),
            (words.practice_resources(), content.resources.clone()),
            (words.practice_evidence(), content.evidence.clone()),
            (words.practice_conditions(), content.conditions.clone()),
        ],
        became: became.chain(actions).collect(),
        about: about(words, shown),
        page,
    }
}

fn about(words: &Words, shown: &Shown) -> Facts {
    let (of, content) = (&shown.of, &shown.of.content);
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.recommendation_not_given());
    let wrote = format!("{}, {}", shown.writer, words.date(of.at));
    let steps = [
        (words.practice_changed_on(), of.changed),
        (words.practice_reviewed_on(), of.reviewed),
        (words.practice_published_on(), of.published),
    ];
    let facts = Facts::new()
        .line(words.practice_country(), country(words, content.country.as_deref()))
        .line(
            words.practice_institution(),
            content.institution.clone().unwrap_or_else(|| words.expert_unnamed()),
        )
        .line(
            words.recommendations_theme(),
            words.say_recommendation_theme(content.theme),
        )
        .line(words.practice_contact(), given(&content.contact))
        .line(words.recommendation_page(), read_on(words, content.page.as_deref()))
        .line(
            words.practice_dated(),
            given(&content.dated.map(|dated| words.dated(dated))),
        )
        .line(
            words.practice_confidence(),
            words.say_practice_confidence(content.confidence),
        )
        .line(words.recommendation_recorded_by(), wrote);
    let facts = match links(words, &shown.programmes) {
        Some(programmes) => facts.line(words.training_programme(), programmes),
        None => facts,
    };
    let past = steps.into_iter().filter_map(|(name, at)| Some((name, at?)));
    past.fold(facts, |facts, (name, at)| facts.line(name, words.date(at)))
}

/// The page it was read on, as a link where it is one.
pub(crate) fn read_on(words: &Words, page: Option<&str>) -> Html {
    page.map_or_else(|| words.recommendation_not_given().into(), page_read)
}
