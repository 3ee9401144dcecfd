//! The items as a table for other programs: what was chosen on the page, whole. The heads are those that an import knows again.
use super::{id, tree::select};
use axum::{extract::Path, response::Response};
use tiltas_app::plan::tree;
use tiltas_domain::plan::{Figure, Indicator};
use tiltas_kit::{Failure, Visit, edge::Asked, table::export};

/// The file.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which, chosen) = (visit.reading()?, id(&which)?, select(&visit, &asked));
    let (tree, names) = visit
        .run(move |app| {
            let tree = tree::tree(app, &context, which, &chosen)?;
            Ok::<_, tiltas_app::Error>((tree, tree::names(app, &context)?))
        })
        .await?;
    let words = &visit.words;
    let heads = [
        "number",
        "level",
        "title",
        "responsible",
        "partners",
        "from",
        "term",
        "budget",
        "fund",
        "indicator",
        "unit",
        "baseline",
        "target",
        "verified",
        "status",
        "value",
    ];
    let mut heads = heads.map(str::to_owned).to_vec();
    heads.extend([words.plan_state(), words.recommendation_example()]);
    let Ok(heads) = <[String; 18]>::try_from(heads) else {
        return Err(Failure::Broken);
    };
    let all = tree
        .branches
        .iter()
        .flat_map(|branch| [&branch.top].into_iter().chain(&branch.below));
    let rows = all.map(|shown| {
        let (item, said) = (&shown.item, &shown.item.said);
        let name = |all: &[_]| {
            let all = all.iter().filter_map(|who| names.get(who).cloned());
            all.collect::<Vec<_>>().join("; ")
        };
        let part = |read: fn(&Indicator) -> Option<String>| said.indicator.as_ref().and_then(read).unwrap_or_default();
        let figure = |value: Option<Figure>| value.map(|value| value.to_string()).unwrap_or_default();
        let late = shown
            .late
            .map(|days| words.recommendations_late_by(usize::try_from(days).unwrap_or_default()));
        [
            said.number.clone(),
            said.level.code().to_owned(),
            said.title.clone(),
            name(&said.responsible),
            name(&said.partners),
            said.from.map(|day| day.to_string()).unwrap_or_default(),
            said.term.map(|day| day.to_string()).unwrap_or_default(),
            figure(said.budget),
            said.fund.clone().unwrap_or_default(),
            part(|indicator| Some(indicator.definition.clone())),
            part(|indicator| indicator.unit.clone()),
            part(|indicator| indicator.baseline.map(|value| value.to_string())),
            part(|indicator| indicator.target.map(|value| value.to_string())),
            part(|indicator| indicator.source.clone()),
            match said.level.is_done() {
                true => item.status().code().to_owned(),
                false => String::new(),
            },
            figure(item.value()),
            match said.level.is_done() {
                true => late.unwrap_or_else(|| words.say_plan_status(item.status())),
                false => String::new(),
            },
            match tree.of.first.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    });
    export(&visit, "plan", &heads, rows)
}
