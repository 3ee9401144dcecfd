//! What became of mine, and what waits for us: narrowed by where it stands, by urgency or to one file, with the count of each;
//! the choice stands in the address.
use super::{
    crossing::{Crossing, crossing, state_words},
    form,
};
use askama::Template;
use axum::{http::HeaderMap, response::Response};
use tiltas_app::{
    referral::list::{self, Filter, Line, Lists, Mark, Sort, Stands},
    today,
};
use tiltas_domain::{case::Urgency, referral::Stage};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{Choice, Choices, Empty, Span, Tab, Tabs, Tag, tabs},
    edge::{Asked, news, show},
};
use tiltas_words::{Html, Words};

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

/// One list of the page.
struct List {
    id: &'static str,
    title: String,
    shown: String,
    rows: Vec<Row>,
    first: Option<String>,
    after: Option<String>,
}

#[derive(Template)]
#[template(path = "referral/list.html")]
struct ListPage {
    page: Page,
    /// Whether there is anything to narrow.
    narrows: bool,
    tabs: Tabs,
    /// What else was chosen, kept by the form.
    kept: Vec<(&'static str, String)>,
    urgency: Choices,
    sort: Choices,
    /// The spoken name of the one file that is shown, and the way to all.
    only: Option<(String, String)>,
    lists: Vec<List>,
    empty: Option<Empty>,
    /// That entries can't be read, and whom to ring.
    unread: Option<Html>,
}

/// What the reader chose; it stands in the address by ids and codes.
#[derive(Clone, Copy)]
struct Chosen {
    filter: Filter,
    sort: Sort,
}

impl Chosen {
    fn of(asked: &Fields) -> Chosen {
        Chosen {
            filter: Filter {
                stands: Stands::from_code(asked.one("show")),
                urgency: Urgency::from_code(asked.one("urgency")),
                case: form::id(asked.one("case")),
            },
            sort: Sort::from_code(asked.one("sort")).unwrap_or(Sort::Urgent),
        }
    }

    fn with(self, filter: Filter) -> Chosen {
        Chosen { filter, ..self }
    }

    fn parts(self) -> Vec<(&'static str, String)> {
        let Filter { stands, urgency, case } = self.filter;
        let sort = (self.sort != Sort::Urgent).then(|| self.sort.code().to_owned());
        [
            ("show", stands.map(|stands| stands.code().to_owned())),
            ("urgency", urgency.map(|urgency| urgency.code().to_owned())),
            ("case", case.map(|case| case.to_string())),
            ("sort", sort),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// The address of a page of one of the lists; the other begins anew.
    fn address(self, mark: Option<(&str, String)>) -> String {
        let parts = self.parts();
        let chosen = parts.iter().map(|(name, value)| format!("{name}={value}"));
        let mark = mark.map(|(id, mark)| format!("{id}_after={mark}"));
        tabs::address("/referrals", chosen.chain(mark))
    }
}

/// The lists of the organisation.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let chosen = Chosen::of(&asked);
    // What is no mark leads to the first page.
    let mark = |name| asked.given(name).and_then(Mark::parse);
    let (sent_after, incoming_after) = (mark("sent_after"), mark("incoming_after"));
    let from_start = (sent_after.is_none(), incoming_after.is_none());
    let sought = list::Asked {
        filter: chosen.filter,
        sent: (chosen.sort, sent_after),
        incoming: (chosen.sort, incoming_after),
        most: list::SHOWN,
    };
    let (found, version) = visit
        .run(move |app| {
            Ok((
                list::lists(app, &context, &sought)?,
                today::news(app, &context, changed)?,
            ))
        })
        .await?;
    let words = &visit.words;
    let of = |id, title, listed: &list::Page, sender, first: bool| List {
        id,
        title,
        shown: words.referrals_shown(listed.lines.len(), tabs::so_many(words, listed.count)),
        rows: listed.lines.iter().map(|line| row(&visit, line, sender)).collect(),
        first: (!first).then(|| chosen.address(None)),
        after: listed.next.as_ref().map(|mark| chosen.address(Some((id, mark.code())))),
    };
    let lists = [
        of(
            "incoming",
            words.referrals_incoming(),
            &found.incoming,
            false,
            from_start.1,
        ),
        of("sent", words.referrals_sent(), &found.sent, true, from_start.0),
    ];
    let there = |list: &List| !list.rows.is_empty() || list.first.is_some();
    let lists: Vec<List> = lists.into_iter().filter(there).collect();
    let unfiltered = chosen.filter == Filter::default();
    let none = found.sent.count + found.incoming.count + found.unread == 0;
    let nothing = unfiltered && none;
    let page = visit
        .page(&words.referrals_title())
        .with_news("/referrals/news", version);
    show(&ListPage {
        page: match super::act::done(words, &asked) {
            Some(done) => page.with_done(done),
            None => page,
        },
        narrows: !nothing,
        tabs: Tabs::new(words, words.referrals_filter(), narrowed(chosen, &found, words)),
        kept: chosen
            .parts()
            .into_iter()
            .filter(|(name, _)| matches!(*name, "show" | "case"))
            .collect(),
        urgency: urgencies(words, chosen, &found),
        sort: sorts(words, chosen),
        only: found.spoken_name.clone().map(|name| {
            let all = chosen.with(Filter {
                case: None,
                ..chosen.filter
            });
            (name, all.address(None))
        }),
        empty: (none && lists.is_empty()).then(|| match unfiltered {
            true => Empty::new(words.referrals_none(), words.referrals_none_says()),
            false => Empty::new(words.referrals_filter_none(), words.referrals_filter_none_says())
                .way(chosen.with(Filter::default()).address(None), words.referrals_all()),
        }),
        lists,
        unread: visit.unread(found.unread),
    })
}

fn narrowed<'l>(chosen: Chosen, found: &'l Lists, words: &'l Words) -> impl Iterator<Item = Tab> + 'l {
    found.stands.iter().map(move |(stands, count)| {
        let filter = Filter {
            stands: *stands,
            ..chosen.filter
        };
        Tab {
            href: chosen.with(filter).address(None),
            label: words.say_code("referrals-show", stands.map_or("all", Stands::code)),
            count: Some(*count),
            current: *stands == chosen.filter.stands,
        }
    })
}

/// Each urgency with how many referrals it leaves.
fn urgencies(words: &Words, chosen: Chosen, found: &Lists) -> Choices {
    let list = found.urgencies.iter().filter_map(|(urgency, count)| {
        let urgency = (*urgency)?;
        let label = words.referrals_counted(words.say_soon(urgency), tabs::so_many(words, *count));
        Some(Choice::new(urgency.code(), label))
    });
    Choices::list("urgency", words.cases_urgency(), list).chosen(chosen.filter.urgency.map_or("", Urgency::code))
}

fn sorts(words: &Words, chosen: Chosen) -> Choices {
    let list = Sort::ALL
        .iter()
        .map(|sort| Choice::new(sort.code(), words.say_code("referrals-sort", sort.code())));
    Choices::list("sort", words.referrals_sort(), list).chosen(chosen.sort.code())
}

/// The version of the lists.
pub async fn fresh(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (context, changed) = (visit.reading()?, visit.changed());
    let version = visit.run(move |app| today::news(app, &context, changed)).await?;
    Ok(news(&headers, version))
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
        stage: line.stage,
        acknowledge_due: line.acknowledge_due,
        answer_due: line.answer_due,
        sender,
        now: visit.now,
    };
    let label = words.crossing_to(&other);
    let draft = line.stage == Stage::Draft;
    // Nobody waits for an answer that can come no more.
    let waits = Stands::of(line.stage) == Stands::Waiting;
    Row {
        href: if draft {
            format!("/cases/{}/referrals/new?draft={}", line.case, line.referral)
        } else {
            format!("/referrals/{}", line.referral)
        },
        spoken_name: line.spoken_name.clone(),
        tag: line
            .urgency
            .open()
            .filter(|urgency| **urgency != Urgency::Ordinary && line.current)
            .map(|urgency| Tag::urgency(words, urgency.code())),
        span: crossing(words, label, &of, |_| String::new()).mini(),
        stands: state_words(words, line.stage, sender, &other),
        other,
        time: words.near(line.changed, visit.now),
        stamp: words.stamp(line.changed),
        phone: line
            .phone
            .as_deref()
            .filter(|_| sender && line.escalated > 0 && waits)
            .map(Html::phone),
    }
}
