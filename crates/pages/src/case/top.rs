//! The five slots before anyone contacts the person: always five, always in this place.
use tiltas_app::case::file::{File, Safety};
use tiltas_domain::{
    Answer, Field, Moment,
    case::{AgeClass, Interpreter, Person},
    known::Known,
    risk::{self, Channel, Level},
};
use tiltas_kit::component::{Alert, Slot, Slots, person, shown, shown_as, withheld};
use tiltas_words::{Words, html::Html};

/// Why a field is not open to who looks; the same whether something is in it or not.
pub(super) fn kept(words: &Words, file: &File, field: Field) -> Option<Html> {
    let (_, why) = file.withheld.iter().find(|(kept, _)| *kept == field)?;
    Some(withheld(words, *why).into())
}

pub(super) fn slots(words: &Words, file: &File) -> Slots {
    Slots::new(
        words,
        channel(words, file, Channel::Call),
        channel(words, file, Channel::Write),
        age(words, file),
        language(words, file),
        level(words, file),
    )
}

fn channel(words: &Words, file: &File, channel: Channel) -> Slot {
    if let Some(kept) = kept(words, file, Field::Risk) {
        return Slot::new(kept);
    }
    let safety = &file.safety;
    let Some((_, channels)) = safety.level.open() else {
        return Slot::empty(words);
    };
    let found = channels.iter().find(|(known, _)| *known == channel);
    let Some((_, safe)) = found else {
        return Slot::empty(words);
    };
    let alert = match safe {
        risk::Safety::No => Alert::No,
        risk::Safety::Care => Alert::Care,
        risk::Safety::Safe | risk::Safety::NotAsked => Alert::None,
    };
    let slot = Slot::new(words.say_case_channel(safe)).alert(alert);
    // The words on reaching the person stand once, where one looks first.
    match channel {
        Channel::Call => slot.more(reach(words, file, safety)),
        Channel::Write | Channel::InPerson => slot,
    }
}

/// The words on reaching the person safely, where they are open.
fn reach(words: &Words, file: &File, safety: &Safety) -> Html {
    match kept(words, file, Field::SafeContact) {
        Some(_) => Html::default(),
        None if safety.safe_contact.is_not_given() => Html::default(),
        None => shown(words, &safety.safe_contact),
    }
}

fn age(words: &Words, file: &File) -> Slot {
    if let Some(kept) = kept(words, file, Field::Person) {
        return Slot::new(kept);
    }
    let Some(person) = file.person.open() else {
        return Slot::empty(words);
    };
    let said = match person.age.class {
        Known::Is(class) => words.say_case_age(class),
        Known::Unknown => words.answer_unknown(),
        Known::NotAsked => words.answer_not_asked(),
        Known::Refused => words.answer_refused(),
    };
    let mut more = Vec::new();
    let doubt = person.age.class == Known::Is(AgeClass::Unsure);
    if let Some(basis) = person.age.basis.filter(|_| !doubt) {
        more.push(words.say_case_age_basis(basis));
    }
    if let Known::Is(years) = person.age.years {
        let years = words.person_years(years);
        more.push(match file.years_told.open() {
            Some(told) => words.person_years_told(years, words.date(*told)),
            None => years,
        });
    }
    if person.accompanying_child == Answer::Yes {
        more.push(words.case_accompanying_child());
    }
    let alert = match person.age.class {
        Known::Is(AgeClass::Child | AgeClass::Unsure) => Alert::Care,
        _ => Alert::None,
    };
    Slot::new(said).more(more.join(". ")).alert(alert)
}

fn language(words: &Words, file: &File) -> Slot {
    if let Some(kept) = kept(words, file, Field::Language) {
        return Slot::new(kept);
    }
    let value = shown_as(words, &file.person, |person| tongues(words, person));
    let Some(person) = file.person.open() else {
        // Language may go where the person does not.
        return Slot::new(value);
    };
    let interpreter = words.say_case_interpreter(person.interpreter);
    let alert = match person.interpreter {
        Interpreter::NotIndependent => Alert::Care,
        _ => Alert::None,
    };
    Slot::new(value).more(interpreter).alert(alert)
}

fn tongues(words: &Words, person: &Person) -> Html {
    let names: Vec<String> = person
        .languages
        .iter()
        .map(|code| person::named(words, "tongue", code))
        .collect();
    if names.is_empty() {
        words.answer_not_asked().into()
    } else {
        names.join(", ").into()
    }
}

fn level(words: &Words, file: &File) -> Slot {
    if let Some(kept) = kept(words, file, Field::Risk) {
        return Slot::new(kept);
    }
    let Some((level, _)) = file.safety.level.open() else {
        return Slot::empty(words);
    };
    let alert = match level {
        Level::High | Level::Imminent => Alert::Care,
        Level::Low | Level::Medium => Alert::None,
    };
    let mut slot = Slot::new(words.say_risk_level(level)).alert(alert);
    if let Some(at) = assessed(file) {
        slot = slot.more(words.case_assessed(words.day(at)));
    }
    slot
}

/// When the risk was last assessed, among the steps that are shown.
fn assessed(file: &File) -> Option<Moment> {
    let mut steps = file.steps.iter();
    steps.find(|step| step.what.is("risk")).map(|step| step.at)
}
