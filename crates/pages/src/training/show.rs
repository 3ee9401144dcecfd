//! One training: what it taught to whom, who came, what was learnt, what came of it.
use super::{counted, days, id, light};
use crate::programme::links;
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::training::story::{self, Story};
use tiltas_domain::training::{Item, Mean, Outcome, State};
use tiltas_kit::{
    Failure, Page, Visit,
    component::Facts,
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// A day of the agenda.
struct Day {
    day: String,
    /// Hour, what, led by whom.
    items: Vec<(String, String, String)>,
}

/// A result: of what, before and after in words, and how far the bars go of 200.
struct Learnt {
    of: String,
    before: String,
    after: String,
    bars: Option<(u32, u32)>,
}

/// A row of those who came: institution, function, registered, came, certificates.
struct Row {
    name: String,
    function: String,
    registered: String,
    came: String,
    certificates: String,
}

#[derive(Template)]
#[template(path = "training/show.html")]
struct TrainingPage {
    page: Page,
    title: String,
    when: String,
    light: Html,
    example: bool,
    lead: Option<String>,
    cancelled: Option<String>,
    ways: Vec<(String, String)>,
    source: Option<String>,
    days: Vec<Day>,
    learnt: Vec<Learnt>,
    answers: Vec<(String, String)>,
    /// Why no result is shown.
    silent: String,
    came: Vec<Row>,
    report: Option<(String, Vec<String>)>,
    about: Facts,
    trainers: Vec<String>,
    material: Vec<String>,
    certificates: Option<Facts>,
    lists: bool,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.training_one());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> TrainingPage {
    let (of, plan) = (&story.of, &story.of.plan);
    let counted = |count| counted(words, count);
    let row = |came: &story::Came| Row {
        name: came.name.clone(),
        function: came.function.clone(),
        registered: counted(came.registered),
        came: came.came.map_or_else(|| words.training_not_counted(), counted),
        certificates: counted(came.certificates),
    };
    TrainingPage {
        title: plan.title.clone(),
        when: format!("{}, {}", days(words, plan.from, plan.to), plan.place),
        light: light(words, of.state),
        example: plan.example,
        lead: (of.came() > 0).then(|| words.training_lead(counted(story.all), counted(story.certificates))),
        cancelled: of.cancelled.clone(),
        ways: super::act::ways(words, story),
        source: plan.source.clone(),
        days: agenda(words, &plan.agenda),
        learnt: of
            .outcomes()
            .iter()
            .map(|outcome| learnt(words, story, outcome))
            .collect(),
        answers: answers(words, story),
        silent: match of.state {
            State::Reported => words.training_none_written(),
            _ => words.training_shown_later(),
        },
        came: story.came.iter().map(row).collect(),
        report: of
            .report
            .as_ref()
            .map(|report| (report.text.clone(), report.outcomes.clone())),
        about: about(words, story),
        trainers: plan.trainers.clone(),
        material: plan.material.clone(),
        certificates: (of.certificates() > 0).then(|| {
            Facts::new()
                .line(words.training_issued(), counted(story.certificates))
                .line(words.training_competence(), plan.curriculum.competence.clone())
                .line(
                    words.training_valid(),
                    words.training_valid_years(usize::from(plan.curriculum.years)),
                )
        }),
        lists: story.lists_certificates,
        page,
    }
}

/// The agenda by day, in its own order.
fn agenda(words: &Words, items: &[Item]) -> Vec<Day> {
    let mut days: Vec<(tiltas_domain::dated::Dated, Day)> = Vec::new();
    for item in items {
        if !days.iter().any(|(day, _)| *day == item.day) {
            let (day, items) = (words.dated(item.day), Vec::new());
            days.push((item.day, Day { day, items }));
        }
        let line = (
            item.hour.clone().unwrap_or_default(),
            item.what.clone(),
            item.by.clone().unwrap_or_default(),
        );
        let found = days.iter_mut().find(|(day, _)| *day == item.day);
        found.into_iter().for_each(|(_, day)| day.items.push(line.clone()));
    }
    days.sort_by_key(|(day, _)| *day);
    days.into_iter().map(|(_, day)| day).collect()
}

/// "4.2", or why not.
fn mean(words: &Words, mean: Mean) -> String {
    match mean {
        Mean::Tenths(tenths) => words.training_mean((tenths / 10).to_string(), (tenths % 10).to_string()),
        Mean::Hidden => words.training_hidden(),
        Mean::None => words.training_not_measured(),
    }
}

fn learnt(words: &Words, story: &Story, outcome: &Outcome) -> Learnt {
    let part = outcome.part.clone().unwrap_or_else(|| words.training_whole());
    let whose = outcome.organisation.and_then(|who| story.names.get(&who));
    let bar = |mean| match mean {
        Mean::Tenths(tenths) => Some(tenths.saturating_mul(20) / u32::from(outcome.most.max(1))),
        Mean::Hidden | Mean::None => None,
    };
    let most = outcome.most.to_string();
    let of = whose.map_or_else(|| part.clone(), |whose| format!("{part}: {whose}"));
    Learnt {
        of: words.training_out_of(of, most),
        before: mean(words, outcome.before),
        after: mean(words, outcome.after),
        bars: bar(outcome.before).zip(bar(outcome.after)),
    }
}

fn answers(words: &Words, story: &Story) -> Vec<(String, String)> {
    let told = story.of.answers().into_iter();
    let locale = words.locale().code();
    told.map(|(question, _, told)| (question.text(locale).to_owned(), mean(words, told)))
        .collect()
}

fn about(words: &Words, story: &Story) -> Facts {
    let (plan, taught) = (&story.of.plan, &story.of.plan.curriculum);
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.recommendation_not_given());
    // Where the programme is known here, its own title is the link; what was typed stands where it is not.
    let programme = links(words, &story.programmes).unwrap_or_else(|| given(&plan.programme).into());
    Facts::new()
        .line(words.training_programme(), programme)
        .line(words.training_audience(), taught.audience.clone())
        .line(words.training_aims(), taught.aims.clone())
        .line(words.training_modules(), taught.modules.join(", "))
        .line(words.training_hours(), taught.hours.to_string())
        .line(words.training_language(), given(&plan.language))
        .line(words.training_planned_by(), story.owner.clone())
}
