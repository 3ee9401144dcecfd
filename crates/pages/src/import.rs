//! Tables that somebody brings: the file, which column is which, what would come in, what is wrong, taking in and taking back. It knows
//! its targets by their columns and addresses alone.
mod act;
mod export;
mod mapping;
mod new;
mod show;

use axum::{Router, routing::get};
use tiltas_app::import::{self, Story};
use tiltas_domain::{
    Id, Moment,
    import::{Import, Target},
};
use tiltas_kit::{Edge, Failure, Visit, table::reader::letter};
use tiltas_words::Words;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/plans/{id}/imports", get(new::page).post(new::bring))
        .route("/plans/{id}/imports/columns.csv", get(new::columns))
        .route("/plans/{id}/imports/columns.xlsx", get(new::columns))
        .route("/imports/{id}", get(show::page))
        .route("/imports/{id}/mapping", get(mapping::page).post(mapping::run))
        .route("/imports/{id}/refused.csv", get(export::page))
        .route("/imports/{id}/refused.xlsx", get(export::page))
        .route("/imports/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<Import>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The target that an address below `/plans` names.
fn plan(text: &str) -> Result<Target, Failure> {
    text.parse().map(Target::Plan).map_err(|_| Failure::NotFound)
}

/// Where a target has its page.
fn href(into: Target) -> String {
    match into {
        Target::Plan(id) => format!("/plans/{id}"),
    }
}

async fn load(visit: &Visit, which: &str, asked: Option<(u16, Option<u32>)>) -> Result<Story, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    visit.run(move |app| import::story(app, &context, which, asked)).await
}

/// "C Title": the letter of a column, and what it is called in the file, or else what it was chosen for.
fn column(words: &Words, story: &Story, place: Option<u16>) -> String {
    let Some(place) = place else {
        return words.import_whole_row();
    };
    let letter = letter(u32::from(place));
    let chosen = story.of.mapping.as_ref().and_then(|mapping| {
        let nth = mapping.columns.iter().position(|column| *column == Some(place))?;
        story.of.into.columns().get(nth)
    });
    let name = story.head(place).map(str::to_owned);
    let name = name.or_else(|| chosen.map(|column| words.say_code("import-column", column.code)));
    format!("{letter} {}", name.unwrap_or_default())
}

/// "20 August 2026 08:40".
fn when(words: &Words, at: Moment) -> String {
    format!("{} {}", words.date(at), words.time(at))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use tiltas_domain::{import::guess, plan::COLUMNS};
    use tiltas_words::{Locale, Words};

    #[test]
    fn the_table_to_be_filled_in_is_known_again_in_each_language() {
        for locale in Locale::ALL {
            let words = Words::new(locale, TimeZone::UTC);
            let heads = COLUMNS.map(|column| words.say_code("import-column", column.code));
            let places: Vec<Option<u16>> = (0..14).map(Some).collect();
            assert_eq!(guess(&heads, &COLUMNS), places, "{heads:?}");
        }
    }
}
