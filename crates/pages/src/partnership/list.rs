//! The picture of who works with whom, what is missing and late, and the list below it: narrowed by a plain form whose choice stands
//! in the address.
use super::{day, left, light};
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::partnership::{
    list::{self, PAGE, Shown},
    picture::{self, Cell, Picture},
};
use tiltas_domain::{
    clock::Confidence,
    partnership::{Arrangement, Order, Select, State, Wait},
};
use tiltas_input::{Input, of_form, partnership::SelectPartnerships};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// What narrows the list and the picture, by its name in the address.
const FILTERS: [&str; 6] = ["state", "arrangement", "party", "text", "sort", "territory"];
/// So many gaps stand beside the picture; those that it shows come first.
const GAPS: usize = 24;

/// A pair: its shape, its word, where it leads, and both institutions.
struct Pair {
    shape: &'static str,
    word: String,
    href: Option<String>,
    names: String,
}

/// What waits for the reader's institution: what, where it is done, its day.
struct Waits {
    says: String,
    title: String,
    href: String,
    day: Option<String>,
    late: bool,
}

struct Gap {
    names: String,
    why: String,
    proof: String,
    href: Option<String>,
}

struct Row {
    href: String,
    title: String,
    example: bool,
    arrangement: String,
    parties: String,
    until: String,
    left: Option<String>,
    late: bool,
    light: Html,
}

#[derive(Template)]
#[template(path = "partnership/list.html")]
struct ListPage {
    page: Page,
    may_begin: bool,
    in_force: usize,
    coming: usize,
    asked: usize,
    expired: usize,
    all: usize,
    heads: Vec<String>,
    pairs: Vec<(String, Vec<Pair>)>,
    count: usize,
    left_out: bool,
    territory: Option<Html>,
    waiting: Vec<Waits>,
    gaps: Vec<Gap>,
    more: usize,
    profile: String,
    proposed: bool,
    late: Vec<Row>,
    soon: Vec<Row>,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    range: String,
    first: Option<String>,
    next: Option<String>,
    files: [(String, String); 2],
}

/// What is asked for. What can't be read narrows nothing: a list is not refused for a filter that is misspelt by hand.
pub(super) fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectPartnerships>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

fn with(path: &str, asked: &Fields, after: Option<String>) -> String {
    let kept = FILTERS
        .iter()
        .filter_map(|name| asked.given(name).map(|value| (*name, value.to_owned())));
    let after = after.map(|after| ("after", after));
    let said = |(name, value): (&str, String)| format!("{name}={}", encoded(&value));
    address(path, kept.chain(after).map(said))
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let territory = chosen.territory;
    let drawn = visit.reading()?;
    let (found, picture) = visit
        .run(move |app| {
            let found = list::page(app, &context, &chosen, PAGE)?;
            Ok((found, picture::picture(app, &drawn, territory)?))
        })
        .await?;
    let words = &visit.words;
    let may_begin = visit.may(Action::SteerPartnership);
    let page = visit.page(&words.partnerships_title());
    let from = (found.before + 1).min(found.found);
    let row = |shown: &Shown| row(words, shown);
    let (late, soon): (Vec<&Shown>, Vec<&Shown>) = found
        .ending
        .iter()
        .partition(|shown| shown.left.is_some_and(|left| left < 0));
    let narrows = FILTERS.iter().filter(|name| !["sort", "territory"].contains(name));
    show(&ListPage {
        may_begin,
        in_force: found.count(State::holds),
        coming: found.count(State::is_coming),
        asked: picture.gaps.len(),
        expired: found.count(|state| state == State::Expired),
        all: found.all,
        heads: picture.institutions.iter().map(|one| one.name.clone()).collect(),
        pairs: pairs(words, &picture, may_begin),
        count: picture.rows.iter().map(Vec::len).sum(),
        left_out: picture.left_out,
        territory: territories(words, &picture),
        waiting: waits(words, &found),
        gaps: gaps(words, &picture, may_begin),
        more: picture.gaps.len().saturating_sub(GAPS),
        profile: picture.profile.clone(),
        proposed: only_proposed(&picture.gaps),
        late: late.into_iter().map(row).collect(),
        soon: soon.into_iter().map(row).collect(),
        filters: filters(words, &asked, &found),
        narrowed: narrows.clone().any(|name| asked.given(name).is_some()),
        rows: found.lines.iter().map(row).collect(),
        range: words.partnerships_range(
            from.to_string(),
            (found.before + found.lines.len()).to_string(),
            found.found.to_string(),
        ),
        first: (found.before > 0).then(|| with("/partnerships", &asked, None)),
        next: found
            .next
            .map(|next| with("/partnerships", &asked, Some(next.to_string()))),
        files: [
            (with("/partnerships.xlsx", &asked, None), words.partnerships_book()),
            (with("/partnerships.csv", &asked, None), words.partnerships_table()),
        ],
        page,
    })
}

/// Each pair once, row by row; the first institution stands in the heads alone.
fn pairs(words: &Words, picture: &Picture, may_begin: bool) -> Vec<(String, Vec<Pair>)> {
    let rows = picture.institutions.iter().zip(&picture.rows).skip(1);
    rows.map(|(one, row)| {
        let cells = picture.institutions.iter().zip(row).map(|(other, cell)| {
            let (shape, word, href) = match cell {
                Cell::InForce(id) => (
                    "force",
                    words.partnerships_cell_force(),
                    Some(format!("/partnerships/{id}")),
                ),
                Cell::Coming(id) => (
                    "draft",
                    words.partnerships_cell_draft(),
                    Some(format!("/partnerships/{id}")),
                ),
                Cell::Late(id) => (
                    "old",
                    words.partnerships_cell_old(),
                    Some(format!("/partnerships/{id}")),
                ),
                Cell::Missing(gap) => {
                    let href = picture.gaps.get(*gap).filter(|_| may_begin).map(begin);
                    ("gap", words.partnerships_cell_gap(), href)
                }
                Cell::None => ("none", words.partnerships_cell_none(), None),
            };
            let names = words.partnerships_pair(one.name.as_str(), other.name.as_str());
            Pair {
                shape,
                word,
                href,
                names,
            }
        });
        (one.name.clone(), cells.collect())
    })
    .collect()
}

/// Whether no source was read that asks for any of them; of one that the law names it would be wrong to call it a proposal.
fn only_proposed(gaps: &[picture::Gap]) -> bool {
    !gaps.iter().any(|gap| gap.confidence == Confidence::Verified)
}

/// Where the draft of a gap begins.
fn begin(gap: &picture::Gap) -> String {
    let [one, other] = gap.between.each_ref().map(|institution| institution.id);
    format!("/partnerships/new?gap={one}.{other}")
}

fn waits(words: &Words, found: &list::Page) -> Vec<Waits> {
    let all = found.waiting.iter();
    all.map(|one| {
        let way = match one.wait {
            Wait::Ends | Wait::Reads => "",
            Wait::Measure => "/progress",
            Wait::View => "/assessment",
        };
        Waits {
            says: words.say_partnership_wait(one.wait),
            title: one.title.clone(),
            href: format!("/partnerships/{}{way}", one.id),
            day: one.day.map(|on| day(words, on)),
            late: one.day.is_some_and(|on| on < found.today),
        }
    })
    .collect()
}

fn gaps(words: &Words, picture: &Picture, may_begin: bool) -> Vec<Gap> {
    let shows = |nth: &usize| picture.rows.iter().flatten().any(|cell| *cell == Cell::Missing(*nth));
    let (here, elsewhere): (Vec<usize>, Vec<usize>) = (0..picture.gaps.len()).partition(shows);
    let order = here.into_iter().chain(elsewhere).take(GAPS);
    order
        .filter_map(|nth| picture.gaps.get(nth))
        .map(|gap| Gap {
            names: {
                let [one, other] = gap.between.each_ref().map(|one| one.name.as_str());
                words.partnerships_pair(one, other)
            },
            why: gap.why.clone(),
            proof: match gap.confidence {
                Confidence::Verified => gap.source.clone(),
                Confidence::Unsure => format!("{}, {}", gap.source, words.word_unsure()),
                Confidence::Proposed => format!("{}, {}", gap.source, words.word_proposed()),
            },
            href: may_begin.then(|| begin(gap)),
        })
        .collect()
}

fn row(words: &Words, shown: &Shown) -> Row {
    let first = &shown.of.first;
    Row {
        href: format!("/partnerships/{}", shown.id),
        title: first.title.clone(),
        example: first.example,
        arrangement: words.say_partnership_arrangement(first.arrangement),
        parties: shown.parties.join("; "),
        until: match shown.of.term {
            Some(term) => words.dated(term.until),
            None => words.partnerships_no_term(),
        },
        left: shown.left.map(|days| left(words, days)),
        late: shown.left.is_some_and(|days| days < 0),
        light: light(words, shown.state),
    }
}

/// The form that narrows the picture; none where there is but one territory.
fn territories(words: &Words, picture: &Picture) -> Option<Html> {
    let list = picture
        .territories
        .iter()
        .map(|(team, name)| Choice::new(team.to_string(), name.clone()));
    let chosen = picture.territory.map(|team| team.to_string()).unwrap_or_default();
    let list = Choices::list("territory", words.partnerships_territory(), list).chosen(&chosen);
    (picture.territories.len() > 1).then(|| list.into())
}

fn filters(words: &Words, asked: &Fields, found: &list::Page) -> Vec<Html> {
    let pick = |name: &str, label: String, list: Vec<Choice>| {
        let any = [Choice::new("", words.partnerships_any())];
        Html::from(Choices::list(name, label, any.into_iter().chain(list)).chosen(asked.one(name)))
    };
    let states = found.states.iter();
    let states = states.map(|(state, _)| Choice::new(state.code(), words.say_partnership_state(*state)));
    let kinds = Arrangement::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), words.say_partnership_arrangement(*kind)));
    let parties = found.parties.iter();
    let parties = parties.map(|(who, name)| Choice::new(who.to_string(), name.clone()));
    let orders = Order::ALL.iter();
    let orders = orders.map(|order| Choice::new(order.code(), words.say_partnership_order(*order)));
    let text = Text::new("text", words.partnerships_text()).value(asked.one("text"));
    vec![
        text.asking().medium().into(),
        pick("state", words.partnerships_state(), states.collect()),
        pick("arrangement", words.partnerships_arrangement(), kinds.collect()),
        pick("party", words.partnerships_party(), parties.collect()),
        Choices::list("sort", words.partnerships_sort(), orders)
            .chosen(asked.given("sort").unwrap_or(Order::Until.code()))
            .into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiltas_domain::{example::Who, organisation::OrganisationKind};

    #[test]
    fn what_a_source_names_is_not_called_a_proposal() {
        let one = |who: Who| picture::Institution {
            id: who.id(),
            name: String::new(),
            kind: OrganisationKind::Police,
        };
        let gap = |confidence| picture::Gap {
            between: [one(Who::BorderPost), one(Who::Police)],
            arrangement: Arrangement::Network,
            why: String::new(),
            source: String::new(),
            confidence,
        };
        let (house, law) = (gap(Confidence::Proposed), gap(Confidence::Verified));
        assert!(only_proposed(std::slice::from_ref(&house)));
        assert!(!only_proposed(&[house, law]));
    }
}
