//! The person's file on three screens: the same nine lines in the same order. Each line is open, or says why it is not;
//! all of it comes from the file as that function opened it.
use crate::{
    country::Institution,
    night::{Answered, Night, Seen},
    screen::Screen,
};
use std::sync::Arc;
use tiltas_access::{Seen as Looked, Shown, Withheld};
use tiltas_app::case::file::{ConsentLine, File, Value};
use tiltas_domain::{
    Answer, Field, Moment,
    clock::Confidence,
    consent::Recipient,
    profile::Profile,
    screening::advice::{self, Strength},
};
use tiltas_kit::component::{Pane, Panes, Tag, person, shown};
use tiltas_words::{Html, Words};

/// Who looks, in the order of the screens.
const EYES: [&str; 3] = ["officer", "shelter", "police"];
/// The nine lines, in their order.
const LINES: [&str; 9] = [
    "name", "person", "reach", "feared", "health", "story", "where", "ground", "say",
];

/// One line of a screen.
#[derive(PartialEq)]
enum Row {
    Open(Html),
    Kept { sealed: bool, why: String },
}

/// What every line needs to be put into words.
struct Eye<'s> {
    words: &'s Words,
    profile: &'s Profile,
    night: &'s Night,
    now: Moment,
    eye: &'static str,
}

/// The three screens. A line that changed with the last press is marked.
pub(super) fn panes(words: &Words, seen: &Seen, profile: &Profile, now: Moment) -> Panes {
    let mut panes = Vec::with_capacity(3);
    for (nth, code) in EYES.into_iter().enumerate() {
        let eye = Eye {
            words,
            profile,
            night: &seen.night,
            now,
            eye: code,
        };
        panes.push(eye.pane(seen, nth));
    }
    let [police, shelter, officer] = [panes.pop(), panes.pop(), panes.pop()];
    let empty = || Pane::new("", "", "", "");
    let panes = Panes::new(
        words,
        [
            officer.unwrap_or_else(empty),
            shelter.unwrap_or_else(empty),
            police.unwrap_or_else(empty),
        ],
    );
    let [_, shelter, _] = &*seen.screens;
    let disclosed = shelter
        .file
        .as_ref()
        .is_some_and(|file| file.disclosures.iter().any(|one| one.runs));
    if disclosed { panes } else { panes.apart() }
}

impl Eye<'_> {
    fn pane(&self, seen: &Seen, nth: usize) -> Pane {
        let words = self.words;
        let Some(screen) = seen.screens.get(nth) else {
            return Pane::new("", "", "", "");
        };
        let rows = self.rows(screen.file.as_ref());
        let before = seen
            .before
            .as_ref()
            .and_then(|before: &Arc<[Screen; 3]>| before.get(nth))
            .map(|screen| self.rows(screen.file.as_ref()));
        let tab = words.say_code("one-night-tab", self.eye);
        let who = words.say_code_with("one-night-who", self.eye, &[("organisation", &screen.organisation)]);
        let mut pane = Pane::new(&tab, &screen.function, &who, "");
        let (mut kept, mut sealed_ones) = (0, 0);
        for (place, (row, code)) in rows.into_iter().zip(LINES).enumerate() {
            let fresh = before
                .as_ref()
                .and_then(|before| before.get(place))
                .is_some_and(|old| *old != row);
            let mark = fresh.then(|| Html::from(Tag::fill(words.one_night_just_now())));
            let name = words.say_code("one-night-line", code);
            pane = match row {
                Row::Open(value) => pane.open(&name, mark.unwrap_or_default().and(value)),
                Row::Kept { sealed, why } => {
                    (kept, sealed_ones) = (kept + usize::from(!sealed), sealed_ones + usize::from(sealed));
                    let mark = if fresh {
                        words.one_night_just_now_kept()
                    } else {
                        String::new()
                    };
                    pane.kept(words, &name, sealed, &format!("{why} {mark}"))
                }
            };
        }
        let open = LINES.len() - kept - sealed_ones;
        let sees = match (screen.file.is_some(), sealed_ones) {
            (false, _) if self.eye == "shelter" && self.ended() => words.one_night_sees_ended(),
            (false, _) => words.one_night_sees_nothing(),
            (true, 0) if kept == 0 => words.one_night_sees_all(),
            (true, 0) => words.one_night_sees(open, kept),
            (true, _) => words.one_night_sees_sealed(open, sealed_ones),
        };
        pane.sees(sees).foot(self.foot(seen, screen))
    }

    fn rows(&self, file: Option<&File>) -> [Row; 9] {
        let Some(file) = file else {
            let why = self.unknown();
            return LINES.map(|_| Row::Kept {
                sealed: false,
                why: why.clone(),
            });
        };
        [
            self.row(&file.name, |()| Html::default()),
            self.person(file),
            self.reach(file),
            self.feared(file),
            self.told(file, Field::Health),
            self.story(file),
            self.told(file, Field::Whereabouts),
            self.ground(file),
            self.say(file),
        ]
    }

    /// Whether the shelter knew of the case, and does so no more.
    fn ended(&self) -> bool {
        let sent = self.night.sent();
        sent.is_some_and(|sent| !sent.is_open && !matches!(sent.answered, Some((_, Answered::Accepted(_)))))
    }

    /// Why a screen shows nothing at all.
    fn unknown(&self) -> String {
        let code = match self.eye {
            "shelter" if self.ended() => "ended",
            other => other,
        };
        self.words.say_code("one-night-unknown", code)
    }

    /// A value that is shown, not given yet, or withheld.
    fn row<T>(&self, value: &Shown<T>, open: impl FnOnce(&T) -> Html) -> Row {
        match value.seen() {
            Looked::Open(value) => Row::Open(open(value)),
            Looked::Withheld(why) => self.kept(why),
            Looked::NotGiven => self.not_yet(),
            Looked::Forgotten => Row::Open(self.words.word_forgotten().into()),
        }
    }

    fn not_yet(&self) -> Row {
        Row::Open(self.words.one_night_not_yet().into())
    }

    fn kept(&self, why: Withheld) -> Row {
        Row::Kept {
            sealed: matches!(why, Withheld::Sealed(_)),
            why: shown::reason(self.words, why),
        }
    }

    fn person(&self, file: &File) -> Row {
        let words = self.words;
        self.row(&file.person, |person| {
            let line = person::in_a_line(words, person);
            Html::from(format!("{line}. {}.", person::languages(words, person)))
        })
    }

    fn reach(&self, file: &File) -> Row {
        let value = &file.safety.safe_contact;
        if let Looked::Withheld(Withheld::ThroughContactPoint) = value.seen() {
            let phone = Institution::TeamUngheni.entry().duty_phone;
            return Row::Open(self.words.one_night_through(phone).into());
        }
        self.row(value, |_| shown::shown(self.words, value))
    }

    fn feared(&self, file: &File) -> Row {
        let (feared, plan) = (&file.safety.feared, &file.safety.plan);
        if feared.is_not_given() {
            return self.row(plan, |_| shown::shown(self.words, plan));
        }
        self.row(feared, |feared| {
            let told = feared.iter().map(|one| shown::shown(self.words, one));
            let told = told.fold(Html::default(), Html::and);
            match plan.open() {
                Some(_) => told.and(shown::shown(self.words, plan)),
                None => told,
            }
        })
    }

    fn told(&self, file: &File, field: Field) -> Row {
        let entry = file.entries.iter().rev().find(|entry| entry.field == field);
        match entry.map(|entry| &entry.value) {
            Some(Value::Health(value)) => self.row(value, |_| shown::shown(self.words, value)),
            Some(Value::Whereabouts(value)) => self.row(value, |_| shown::shown(self.words, value)),
            _ => match file.withheld.iter().find(|(withheld, _)| *withheld == field) {
                Some((_, why)) => self.kept(*why),
                None => self.not_yet(),
            },
        }
    }

    fn story(&self, file: &File) -> Row {
        let words = self.words;
        self.row(&file.account, |_| {
            let account = shown::shown(words, &file.account);
            let screening = file.kept.screenings.open().and_then(|all| all.last());
            let asked = screening.filter(|screening| screening.answers.len() > 1);
            let (Some(screening), Some(at)) = (asked, self.night.asked) else {
                return account;
            };
            let Some(set) = advice::edition(&screening.set) else {
                return account;
            };
            let advice = advice::advise(set, &screening.answers, false);
            let strong = advice
                .signs
                .iter()
                .filter(|sign| sign.strength == Strength::Strong)
                .count();
            let said = words.one_night_screened(words.near(at, self.now), advice.signs.len(), strong);
            account.and(said).and(if advice.refer {
                words.one_night_advice_refer()
            } else {
                words.one_night_advice_wait()
            })
        })
    }

    fn ground(&self, file: &File) -> Row {
        let words = self.words;
        let newest = file.disclosures.last();
        let Some(disclosure) = newest.filter(|_| !file.existence_only) else {
            let code = match (file.existence_only, file.leads) {
                (true, _) => "existence",
                (false, true) => "lead",
                (false, false) => "recorded",
            };
            return Row::Open(words.say_code("one-night-ground", code).into());
        };
        let rule = self.profile.ground(disclosure.ground);
        let ground = words.say_one_night_law(disclosure.ground);
        let until = words.date(disclosure.until);
        let (article, health) = (&rule.article.value, &rule.health.value);
        let said = if disclosure.runs {
            words.one_night_rests(&ground, article, health, &until)
        } else {
            words.one_night_rested(&ground, article, health)
        };
        let mut html = match file.leads || self.eye == "officer" {
            true => Html::from(if file.leads {
                words.one_night_ground_lead()
            } else {
                words.one_night_ground_recorded()
            }),
            false => Html::default(),
        };
        html = html.and(said);
        Row::Open(match rule.article.confidence {
            Confidence::Unsure => html.and(Tag::unsure(words)),
            Confidence::Proposed => html.and(Tag::proposed(words)),
            Confidence::Verified => html,
        })
    }

    fn say(&self, file: &File) -> Row {
        let words = self.words;
        if file.consents.is_empty() {
            // Who no longer leads, or got nothing that rests on it, does not read what was said; that is not "nothing was said".
            return match (self.night.said, file.leads) {
                (None, _) | (_, true) => Row::Open(words.one_night_not_yet().into()),
                (Some(_), false) if self.eye == "officer" => self.kept(Withheld::LedByOther),
                (Some(_), false) => self.kept(Withheld::OtherStep),
            };
        }
        let yes: Vec<String> = self.named(file, |say| say.answer == Answer::Yes && !say.taken_back);
        let no: Vec<String> = self.named(file, |say| say.answer == Answer::No);
        let back: Vec<String> = self.named(file, |say| say.taken_back);
        let mut html = Html::default();
        if !yes.is_empty() {
            html = html.and(words.one_night_said_yes(yes.join(", ")));
        }
        if !no.is_empty() {
            html = html.and(words.one_night_said_no(no.join(", ")));
        }
        if !back.is_empty() {
            html = html.and(words.one_night_said_back(back.join(", ")));
        }
        let until = file
            .consents
            .iter()
            .filter(|say| say.answer == Answer::Yes)
            .filter_map(|say| say.until)
            .max();
        if let Some(until) = until.filter(|_| !file.leads) {
            html = html.and(words.one_night_until(words.date(until)));
        }
        if file.existence_only {
            html = html.and(words.one_night_any_day());
        }
        Row::Open(html)
    }

    /// About whom the person said it, from where the screen stands.
    fn named(&self, file: &File, which: impl Fn(&ConsentLine) -> bool) -> Vec<String> {
        let words = self.words;
        let names = file.consents.iter().filter(|say| which(say)).map(|say| match say.to {
            Recipient::Police if file.existence_only => words.one_night_to_you(),
            Recipient::Police => words.one_night_to_police(),
            Recipient::Organisation(_) => say.to_name.clone().unwrap_or_default(),
            Recipient::Service(_) if self.eye == "shelter" => words.one_night_to_you(),
            Recipient::Service(service) => words.say_one_night_service(service),
        });
        names.collect()
    }

    /// What comes next there.
    fn foot(&self, seen: &Seen, screen: &Screen) -> Html {
        let (night, words) = (self.night, self.words);
        let code = match (self.eye, &screen.file) {
            ("officer", _) => night.scene().code(),
            (_, None) => "unknown",
            ("police", Some(_)) => "nothing",
            (_, Some(_)) => night.scene().code(),
        };
        let sent = night.sent();
        let name = sent.map(|sent| sent.name.clone()).unwrap_or_default();
        let time = sent
            .and_then(|sent| sent.answer_due)
            .map(|due| words.near(due, self.now));
        let place = sent.and_then(|sent| sent.place.clone()).unwrap_or_default();
        let next = night
            .next_provider
            .as_ref()
            .map(|(_, name)| name.clone())
            .unwrap_or_default();
        let said = words.say_code_with(
            "one-night-next",
            &format!("{}-{code}", self.eye),
            &[
                ("name", &name),
                ("time", &time.unwrap_or_default()),
                ("place", &place),
                ("next", &next),
            ],
        );
        let fresh = seen.before.is_some() && !matches!(code, "unknown" | "nothing");
        let mark = fresh.then(|| Html::from(Tag::fill(words.one_night_just_now())));
        mark.unwrap_or_default().and(words.one_night_next()).and(said)
    }
}
