//! The slip: exactly which fields go, each as its reader will read it, and which stay; the ground with its article, and beside
//! it what the person says; until when; and the tick that is never ticked beforehand.
use super::{
    super::value::{self, Told},
    Chosen, sure,
};
use tiltas_app::{
    case::file::File,
    referral::prepare::{Candidate, Prepared},
};
use tiltas_domain::{
    Field,
    consent::Ground,
    profile::{ConsentRule, Profile},
    provider::Service,
};
use tiltas_kit::{
    Errors, Visit,
    component::{Area, Text},
};
use tiltas_words::{Words, html::Html};

/// One field with its tick.
pub struct Line {
    pub code: &'static str,
    pub name: String,
    pub value: Html,
    pub say: String,
    pub agreed: bool,
    pub fixed: bool,
}

/// One ground with what it rests on and what it makes of the person's say.
pub struct GroundLine {
    pub code: &'static str,
    pub label: String,
    pub article: String,
    pub sure: Html,
    pub health: String,
    pub health_sure: Html,
    pub say: String,
    pub chosen: bool,
}

/// All that the template needs.
pub struct Slip {
    pub from: String,
    pub to: String,
    pub to_note: String,
    pub deck: String,
    pub shown_to: String,
    pub shown_fields: String,
    pub shown_urgency: &'static str,
    pub goes: Vec<Line>,
    pub stays: Vec<Line>,
    pub grounds: Vec<GroundLine>,
    pub ground: &'static str,
    pub wrong_ground: Option<String>,
    pub reason: Area,
    pub open: bool,
    pub say_name: String,
    pub say: Html,
    pub purpose: String,
    pub until: Text,
    pub until_sure: Html,
    pub stop: String,
    pub hold: Option<String>,
    pub held: bool,
    pub cap: Option<String>,
    pub told: String,
    pub ticked: bool,
    pub wrong_told: Option<String>,
    pub send: String,
    pub phone: Html,
}

/// The slip to this provider.
pub fn slip(visit: &Visit, prepared: &Prepared, candidate: &Candidate, chosen: &Chosen, errors: &Errors) -> Slip {
    let words = &visit.words;
    let profile = visit.edge.app.profile();
    let told = told(&prepared.file, &chosen.services);
    let line = |field: Field| Line {
        code: field.code(),
        name: words.say_field(field),
        value: value::value(words, field, &told),
        say: said_to(words, field, candidate, chosen.ground, profile),
        agreed: candidate.consented.contains(field),
        fixed: tiltas_domain::Fields::ALWAYS.contains(field),
    };
    let holds = prepared.holds.iter().filter(|field| *field != Field::Note);
    let (goes, stays): (Vec<Field>, Vec<Field>) = holds.partition(|field| chosen.ticked.contains(*field));
    let answer = prepared.clocks.iter().find(|(urgency, ..)| *urgency == chosen.urgency);
    let until = answer
        .map(|(_, _, answer, _)| words.near(*answer, visit.now))
        .unwrap_or_default();
    let free = candidate.line.free > 0;
    let hold = chosen.hold && free;
    let confirm = if chosen.ground == Ground::Consent {
        words.slip_told()
    } else {
        words.slip_looked()
    };
    let purpose = if chosen.ground == Ground::ChildProtection {
        words.slip_for_child()
    } else {
        words.slip_for_help()
    };
    let grounds = prepared.grounds.iter();
    Slip {
        from: visit
            .person
            .as_ref()
            .map(|person| person.organisation.clone())
            .unwrap_or_default(),
        to: candidate.line.offer.name.clone(),
        to_note: candidate.line.offer.about.clone(),
        deck: words.slip_between(value::services(words, &chosen.services)),
        shown_to: candidate.line.provider.to_string(),
        shown_fields: goes.iter().map(|field| field.code()).collect::<Vec<_>>().join(" "),
        shown_urgency: chosen.urgency.code(),
        goes: goes.into_iter().map(line).collect(),
        stays: stays.into_iter().map(line).collect(),
        grounds: grounds
            .map(|(ground, say)| ground_line(words, profile, *ground, *say, chosen))
            .collect(),
        ground: chosen.ground.code(),
        wrong_ground: errors.of("ground").map(str::to_owned),
        reason: Area::new("ground_reason", words.slip_reason())
            .hint(words.slip_reason_hint())
            .value(chosen.ground_reason.clone())
            .error(errors.of("ground_reason")),
        open: chosen.ground == Ground::VitalInterest || !chosen.ground_reason.is_empty(),
        say_name: words.ground_say(),
        say: consent(words, &prepared.file, candidate),
        purpose,
        until: Text::new("until", words.slip_until())
            .hint(words.slip_until_hint())
            .value(chosen.until.clone())
            .narrow()
            .error(errors.of("until")),
        until_sure: sure(words, profile.ground(chosen.ground).until.confidence),
        stop: words.slip_stop(),
        hold: (free && candidate.line.places > 0).then(|| words.slip_hold(&until)),
        held: hold,
        cap: cap(words, profile, candidate),
        told: confirm,
        ticked: chosen.told,
        wrong_told: errors.of("told").map(str::to_owned),
        send: if hold {
            words.slip_send_hold(&until)
        } else {
            words.slip_send()
        },
        phone: Html::phone(&candidate.line.offer.duty_phone),
    }
}

fn told<'a>(file: &'a File, services: &'a [Service]) -> Told<'a> {
    Told {
        spoken_name: &file.spoken_name,
        person: &file.person,
        entries: &file.entries,
        safety: &file.safety,
        account: &file.account,
        services,
    }
}

/// Beside each field: agreed, or why it is not asked, or what is missing.
fn said_to(words: &Words, field: Field, candidate: &Candidate, ground: Ground, profile: &Profile) -> String {
    if candidate.consented.contains(field) {
        return words.slip_agreed();
    }
    match profile.ground(ground).consent {
        ConsentRule::Required => words.slip_missing(),
        ConsentRule::Asked => words.slip_to_ask(),
        ConsentRule::Told => words.say_slip_not_asked(ground),
    }
}

fn ground_line(words: &Words, profile: &Profile, ground: Ground, say: ConsentRule, chosen: &Chosen) -> GroundLine {
    let rule = profile.ground(ground);
    GroundLine {
        code: ground.code(),
        label: words.say_ground(ground),
        article: rule.article.value.clone(),
        sure: sure(words, rule.article.confidence),
        health: words.slip_health(&rule.health.value),
        health_sure: sure(words, rule.health.confidence),
        say: words.say_ground_makes(say),
        chosen: ground == chosen.ground,
    }
}

/// What the person said about this receiver, whatever the ground.
fn consent(words: &Words, file: &File, candidate: &Candidate) -> Html {
    let said = file.consents.iter().find(|said| Some(said.id) == candidate.say);
    let Some(said) = said else {
        return words.slip_say_none().into();
    };
    let fields = value::names(words, said.fields.iter());
    match said.until {
        Some(until) => words.slip_say_until(&fields, words.date(until)),
        None => words.slip_say_yes(&fields).into(),
    }
}

/// A cap that nobody confirmed reminds.
fn cap(words: &Words, profile: &Profile, candidate: &Candidate) -> Option<String> {
    let cap = profile.hold_cap.value as usize;
    (candidate.line.held >= cap).then(|| words.slip_cap(candidate.line.held, cap))
}
