//! What those who lead a file write in it, and what others confirm.
use super::{
    Year, answer,
    draw::{Fate, Person},
    timeline::{Act, Follow},
};
use crate::country::Institution;
use tiltas_app::{Error, consent, detail, note as notes, task};
use tiltas_domain::{
    Field, Moment, Sensitive,
    case::Case,
    content::{NoteText, Whereabouts},
    detail::{Correct, Detail, Details},
    note::Add,
    task::Kind,
};

fn state(year: &Year<'_>, person: &Person) -> Result<Case, Error> {
    let state = year.app.store().snapshot()?.state(person.case)?.0;
    state.ok_or(Error::NotFound)
}

pub(super) fn note(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let own_words = person.dice.percent(20);
    let text = person.phrase(&mut year.phrases, if own_words { "own" } else { "note" });
    let add = Add {
        adds_to: None,
        own_words,
        text: NoteText::wrap(text),
    };
    let (actor, case) = (person.lead, person.case);
    let context = person.context(year.seed, actor, at);
    notes::add(year.app, &context, case, &add)?;
    let again = person.dice.percent(45);
    let later = at.plus_hours(24 * (2 + i64::from(person.dice.below(20))));
    Ok(if again { vec![(later, Act::Note)] } else { Vec::new() })
}

pub(super) fn open_name(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let reason = year.phrases.fresh(&mut person.dice, &["opened"]);
    let (actor, case) = (person.lead, person.case);
    let context = person.context(year.seed, actor, at);
    detail::open_names(year.app, &context, case, &reason)?;
    Ok(Vec::new())
}

/// Where the person lives after a house.
pub(super) fn moved(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let heading = if person.is_child() {
        "place after child"
    } else {
        "place after"
    };
    let place = Whereabouts::wrap(year.phrases.fresh(&mut person.dice, &[heading]));
    let (actor, case) = (person.lead, person.case);
    let context = person.context(year.seed, actor, at);
    detail::tell(year.app, &context, case, &Detail::Whereabouts(place.into()))?;
    Ok(Vec::new())
}

pub(super) fn correct(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let details = year.app.store().snapshot()?.state(person.case.of::<Details>())?.0;
    let details = details.unwrap_or_default();
    let Some(told) = details.standing(Field::Whereabouts).last() else {
        return Ok(Vec::new());
    };
    let value = Whereabouts::wrap(year.phrases.fresh(&mut person.dice, &["moved"]));
    let command = Correct {
        replaces: told.id,
        value: Detail::Whereabouts(value.into()),
    };
    let (actor, case) = (person.lead, person.case);
    let context = person.context(year.seed, actor, at);
    detail::correct(year.app, &context, case, &command)?;
    Ok(confirmed(year, person, at.plus_hours(9)))
}

pub(super) fn take_back(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let state = state(year, person)?;
    let held = state
        .disclosures
        .iter()
        .filter(|held| held.ended.is_none())
        .find_map(|held| held.say);
    let Some(say) = held else { return Ok(Vec::new()) };
    let (actor, case) = (person.lead, person.case);
    let context = person.context(year.seed, actor, at);
    let command = tiltas_domain::consent::Withdraw {
        say,
        sharing: true,
        service: false,
    };
    consent::withdraw(year.app, &context, case, command)?;
    Ok(confirmed(year, person, at.plus_hours(12)))
}

/// Those who were asked confirm; in the newest files one has not yet.
fn confirmed(year: &Year<'_>, person: &Person, at: Moment) -> Follow {
    let newest = at > year.now.plus_hours(-24 * 7);
    if person.fate != Fate::Any && newest {
        return Vec::new();
    }
    vec![(at, Act::Confirm)]
}

/// Those who were asked to remove or to correct say that it is done.
pub(super) fn confirm(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let mut waiting = task::open_tasks(year.app, person.case, Kind::ConfirmRemoval)?;
    waiting.extend(task::open_tasks(year.app, person.case, Kind::TakeCorrection)?);
    for (id, task) in waiting {
        let asked = task.opened.assignee.organisation;
        let mut all = Institution::ALL.into_iter();
        let Some(owner) = all.find(|owner| year.seed.organisation(*owner) == asked) else {
            continue;
        };
        let context = person.context(year.seed, answer::receiving(year.seed, owner), at);
        task::finish(year.app, &context, id, None)?;
    }
    Ok(Vec::new())
}
