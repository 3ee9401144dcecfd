//! The board of a house: the word first, then the shape; who is there by spoken name; what can be done with each place.
use askama::Template;
use tiltas_access::Action;
use tiltas_app::{
    Act,
    place::{House, Line},
};
use tiltas_domain::place::PlaceState;
use tiltas_kit::{
    Fields, Visit,
    component::{Place, Places},
    edge::piece,
};
use tiltas_words::html::Html;

/// A house with its places.
pub struct Board {
    pub name: String,
    pub href: String,
    pub places: Places,
    pub free: usize,
    pub held: usize,
}

#[derive(Template)]
#[template(path = "place/change.html")]
struct Change {
    hidden: Html,
    /// `get` where the press leads to a page that asks again.
    method: &'static str,
    address: String,
    from: &'static str,
    fields: Vec<(&'static str, String)>,
    button: String,
    says: String,
}

/// Whether the reader's role runs houses at all.
pub fn runs_houses(visit: &Visit) -> bool {
    visit.may(Action::ReadPlaces)
}

/// One board a house; `from` is where a press leads back to.
pub fn boards(visit: &Visit, houses: &[House], from: &'static str) -> Vec<Board> {
    let token = visit.page("").hidden();
    let key = visit.form_key();
    let board = |house: &House| Board {
        name: house.name.clone(),
        href: format!("/providers/{}", house.provider),
        free: house.places.iter().filter(|line| state(line) == "free").count(),
        held: house.places.iter().filter(|line| state(line) == "held").count(),
        places: Places::new(
            house
                .places
                .iter()
                .enumerate()
                .map(|(nth, line)| {
                    place(
                        visit,
                        house,
                        line,
                        &token,
                        &format!("{key}-place-{}-{nth}", house.provider),
                        from,
                    )
                })
                .collect(),
        ),
    };
    houses.iter().map(board).collect()
}

fn state(line: &Line) -> &'static str {
    match (line.state, &line.hold) {
        (PlaceState::Free, Some(_)) => "held",
        (PlaceState::Free, None) => "free",
        (PlaceState::Taken, _) => "taken",
        (PlaceState::OutOfUse, _) => "out",
    }
}

fn place(visit: &Visit, house: &House, line: &Line, token: &Html, key: &str, from: &'static str) -> Place {
    let words = &visit.words;
    let who = line.who.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let change = |change: &str, press: &str, fields: Vec<(&'static str, String)>| {
        let (mut hidden, asks) = (fields, change != "use");
        if !asks {
            hidden.push(("key", format!("{key}-{change}")));
        }
        piece(&Change {
            hidden: if asks { Html::default() } else { token.clone() },
            method: if asks { "get" } else { "post" },
            address: format!("/places/{}/{change}", house.provider),
            from,
            fields: hidden,
            button: words.say_code("places-press", press),
            says: line.label.clone(),
        })
    };
    let label = || ("place", line.label.clone());
    let use_it = |press: &str, in_use: &str| change("use", press, vec![label(), ("in_use", in_use.to_owned())]);
    let may = |act| line.may.contains(&act);
    match (state(line), &line.hold) {
        ("held", Some(hold)) => {
            let asked = hold.asked.as_ref().map(|(referral, by)| {
                let release = || change("release", "release", vec![("referral", referral.to_string())]);
                Html::from(words.places_for(&who, by)).and(offered(may(Act::ReleasePlace), release))
            });
            Place::held(words, &line.label)
                .text(asked.unwrap_or_default())
                .note(words.places_falls(words.near(hold.until, visit.now)))
        }
        ("taken", _) => {
            let free = || change("free", "free", vec![label()]);
            Place::taken(words, &line.label).text(Html::from(who).and(offered(may(Act::FreePlace), free)))
        }
        ("out", _) => {
            let open = || use_it("in_use", "yes");
            Place::out(words, &line.label).text(offered(may(Act::SetPlaceInUse), open))
        }
        _ => {
            let close = || use_it("out_of_use", "no");
            Place::free(words, &line.label).text(offered(may(Act::SetPlaceInUse), close))
        }
    }
}

/// What is asked before a place changes that concerns somebody.
pub(super) struct Asks {
    pub heading: String,
    /// What will happen, and to whom.
    pub says: String,
    /// What names the place as it is shown now.
    pub fields: Vec<(&'static str, String)>,
}

/// The changes that are asked about, by their part of the address.
pub(super) fn act_of(change: &str) -> Option<Act> {
    match change {
        "free" => Some(Act::FreePlace),
        "release" => Some(Act::ReleasePlace),
        _ => None,
    }
}

/// What is asked before this change; `None` where the board does not offer it, or not any more.
pub(super) fn change_of(visit: &Visit, house: &House, act: Act, asked: &Fields) -> Option<Asks> {
    let words = &visit.words;
    let who = |line: &Line| line.who.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let mut offered = house.places.iter().filter(|line| line.may.contains(&act));
    match act {
        Act::FreePlace => {
            let line = offered.find(|line| line.label == asked.one("place"))?;
            let mut fields = vec![("place", line.label.clone())];
            // Nobody frees the place of another who came meanwhile.
            fields.extend(line.referral.map(|referral| ("referral", referral.to_string())));
            let says = match line.who {
                Some(_) => words.places_free_says(who(line)),
                None => words.places_free_nobody(),
            };
            Some(Asks {
                heading: words.places_free_heading(&line.label, &house.name),
                says,
                fields,
            })
        }
        Act::ReleasePlace => {
            let mut held = offered.filter_map(|line| {
                let hold = line.hold.as_ref()?;
                let (referral, by) = hold.asked.as_ref()?;
                Some((line, hold.until, referral, by))
            });
            let asked = held.find(|(_, _, referral, _)| referral.to_string() == asked.one("referral"));
            let (line, until, referral, by) = asked?;
            let until = words.near(until, visit.now);
            Some(Asks {
                heading: words.places_release_heading(&line.label, &house.name),
                says: words.places_release_says(who(line), by, until),
                fields: vec![("referral", referral.to_string())],
            })
        }
        _ => None,
    }
}

fn offered(may: bool, draw: impl FnOnce() -> Html) -> Html {
    if may { draw() } else { Html::default() }
}
