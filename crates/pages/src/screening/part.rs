//! The fields of each page, filled from what the case holds, and from where it came.
use super::{Step, form};
use tiltas_app::case::file::{ConsentLine, Entry, File, Value};
use tiltas_domain::{
    Answer, Field, Known, Moment,
    case::{AgeClass, Interpreter, Person, Sex, Urgency},
    consent::Form,
    detail::Origin,
    profile::Profile,
    risk::{Channel, Level, Safety},
    screening::{
        Screening,
        advice::{Asks, Group},
    },
};
use tiltas_kit::{
    Visit,
    component::{
        form::{Area, Choice, Choices, Five, Text},
        person, typed,
    },
    forms::{Errors, Fields, day},
};
use tiltas_words::{Words, html::Html};

/// What a page is filled from.
pub(crate) struct Held<'a> {
    pub words: &'a Words,
    pub fields: &'a Fields,
    pub errors: &'a Errors,
    /// Whether the page was sent: then what was typed stands, whatever the case holds.
    pub again: bool,
    pub file: Option<&'a File>,
    pub screening: Option<&'a Screening>,
    pub profile: &'a Profile,
    pub now: Moment,
}

impl<'a> Held<'a> {
    pub(super) fn parts(&self, step: Step) -> Vec<Html> {
        match step {
            Step::Group(group) if self.file.is_none() => {
                let mut parts = self.speaking();
                parts.extend(self.questions(group));
                if group
                    .questions
                    .iter()
                    .any(|question| question.asks() == Some(Asks::CanTalk))
                {
                    parts.push(self.call_back());
                }
                parts
            }
            Step::Group(group) => self.questions(group),
            Step::Who => self.who(),
            Step::Safety => self.safety(),
            Step::Consent => self.say(),
        }
    }

    /// The fields of a form about a case that is not a screening.
    pub(crate) fn of(
        visit: &'a Visit,
        file: &'a File,
        fields: &'a Fields,
        errors: &'a Errors,
        again: bool,
    ) -> Held<'a> {
        Held {
            words: &visit.words,
            fields,
            errors,
            again,
            file: Some(file),
            screening: None,
            profile: visit.edge.app.profile(),
            now: visit.now,
        }
    }

    fn text(&self, text: Text, name: &str, held: String) -> Html {
        let value = if self.again {
            self.fields.one(name).to_owned()
        } else {
            held
        };
        text.value(value).error(self.errors.of(name)).into()
    }

    fn area(&self, area: Area, name: &str, held: String) -> Html {
        let value = if self.again {
            self.fields.one(name).to_owned()
        } else {
            held
        };
        area.value(value).error(self.errors.of(name)).into()
    }

    fn choices(&self, choices: Choices, name: &str, held: &str) -> Html {
        let code = if self.again { self.fields.one(name) } else { held };
        choices.chosen(code).error(self.errors.of(name)).into()
    }

    fn five(&self, name: &str, question: String, held: Answer, note: Option<String>) -> Html {
        let answer = match self.again {
            true => Answer::from_code(self.fields.one(name)).unwrap_or_default(),
            false => held,
        };
        let five = Five::new(self.words, name, question, answer);
        match note {
            Some(note) => five.note(note).into(),
            None => five.into(),
        }
    }

    fn coded(&self, list: &str, codes: impl IntoIterator<Item = &'static str>) -> Vec<Choice> {
        let choice = |code| Choice::new(code, self.words.say_code(list, code));
        codes.into_iter().map(choice).collect()
    }

    /// What can be seen stands before what has to be asked.
    fn questions(&self, group: &Group) -> Vec<Html> {
        let held = |code: &str| {
            self.screening
                .map_or(Answer::NotAsked, |screening| screening.answer(code))
        };
        if group.pick {
            return vec![self.ticks(group, held)];
        }
        let (seen, asked): (Vec<_>, Vec<_>) = group.questions.iter().partition(|question| question.observe);
        seen.into_iter()
            .chain(asked)
            .map(|question| {
                let name = format!("answer-{}", question.code);
                let asked = self.words.say_code("question", &question.code);
                let note = question.observe.then(|| self.words.screening_observe());
                self.five(&name, asked, held(&question.code), note)
            })
            .collect()
    }

    /// Lines to tick: several may be true, and what is not ticked was not asked.
    fn ticks(&self, group: &Group, held: impl Fn(&str) -> Answer) -> Html {
        let lines = group.questions.iter().map(|question| {
            let label = self.words.say_code("question", &question.code);
            Choice::new(question.code.clone(), label)
        });
        let mut choices = Choices::several(form::TICKED, self.words.screening_ticks(), lines);
        if self.again {
            return choices.again(self.fields, self.errors).into();
        }
        let ticked = group
            .questions
            .iter()
            .filter(|question| held(&question.code) == Answer::Yes);
        for question in ticked {
            choices = choices.chosen(&question.code);
        }
        choices.into()
    }

    /// The number to ring when the line is cut; how to ring it safely stands on the next page.
    fn call_back(&self) -> Html {
        let words = self.words;
        let phone = Text::new("phone", words.screening_call_back()).hint(words.screening_call_back_hint());
        self.text(phone.medium().telephone(), "phone", String::new())
    }

    /// In which language, and with whose help: before anything is asked.
    fn speaking(&self) -> Vec<Html> {
        let (words, person) = (self.words, self.person());
        let tongues = person::all(words, "tongue").into_iter();
        let tongues = tongues.map(|(code, name)| Choice::new(code, name));
        let spoken = person.languages.first().cloned().unwrap_or_default();
        vec![
            self.choices(
                Choices::list("language", words.screening_language(), tongues),
                "language",
                &spoken,
            ),
            self.choices(
                Choices::one(
                    "interpreter",
                    words.screening_interpreter(),
                    self.coded(
                        "interpreter",
                        Interpreter::ALL.iter().map(|interpreter| interpreter.code()),
                    ),
                ),
                "interpreter",
                person.interpreter.code(),
            ),
        ]
    }

    fn person(&self) -> Person {
        let open = self.file.and_then(|file| file.person.open());
        open.cloned().unwrap_or_default()
    }

    fn who(&self) -> Vec<Html> {
        let words = self.words;
        let mut parts = self.person_parts();
        let known = self
            .file
            .is_some_and(|file| file.entries.iter().any(|entry| entry.field == Field::Name));
        let hint = if known {
            words.screening_name_known()
        } else {
            words.screening_name_hint()
        };
        let name = Text::new("name", words.screening_name()).hint(hint).medium();
        parts.push(self.text(name, "name", String::new()));
        parts
    }

    /// Sex, age, languages, interpreter, nationality, child: for a screening and for telling anew who the person is.
    pub(crate) fn person_parts(&self) -> Vec<Html> {
        let (words, person) = (self.words, self.person());
        let list = |list: &str| {
            let all = person::all(words, list).into_iter();
            all.map(|(code, name)| Choice::new(code, name)).collect::<Vec<_>>()
        };
        let spoken = |nth: usize| person.languages.get(nth).cloned().unwrap_or_default();
        let mut countries = list("country");
        countries.extend(self.coded("known", ["unknown", "refused"]));
        let sexes = Sex::ALL.iter().map(|sex| sex.code());
        let mut sex = self.coded("sex", sexes);
        sex.extend(self.coded("known", ["unknown", "not_asked", "refused"]));
        let classes = AgeClass::ALL.iter().map(|class| class.code());
        let mut ages = self.coded("age", classes);
        ages.extend(self.coded("known", ["not_asked", "refused"]));
        let interpreters = Interpreter::ALL.iter().map(|interpreter| interpreter.code());
        let years = match person.age.years {
            Known::Is(years) => years.to_string(),
            _ => String::new(),
        };
        let country = match &person.nationality {
            Known::Is(code) => code.to_lowercase(),
            other => known_code(other).to_owned(),
        };
        vec![
            self.choices(
                Choices::one("sex", words.screening_sex(), sex),
                "sex",
                code_of(&person.sex, Sex::code),
            ),
            self.choices(
                Choices::one("age", words.screening_age(), ages).hint(words.screening_age_hint()),
                "age",
                code_of(&person.age.class, AgeClass::code),
            ),
            self.text(
                Text::new("years", words.screening_years()).figures().narrow(),
                "years",
                years,
            ),
            self.choices(
                Choices::list("language", words.screening_language(), list("tongue")),
                "language",
                &spoken(0),
            ),
            self.choices(
                Choices::list("language_other", words.screening_language_other(), list("tongue")),
                "language_other",
                &spoken(1),
            ),
            self.choices(
                Choices::one(
                    "interpreter",
                    words.screening_interpreter(),
                    self.coded("interpreter", interpreters),
                ),
                "interpreter",
                person.interpreter.code(),
            ),
            self.choices(
                Choices::list("nationality", words.screening_nationality(), countries),
                "nationality",
                &country,
            ),
            self.five(
                "accompanying_child",
                words.screening_accompanying_child(),
                person.accompanying_child,
                None,
            ),
        ]
    }

    fn safety(&self) -> Vec<Html> {
        let words = self.words;
        let urgency = self.file.and_then(|file| file.urgency.open());
        let urgency = urgency.map_or("", |urgency| urgency.code());
        let urgencies = Urgency::ALL.iter().map(|urgency| {
            Choice::new(urgency.code(), words.say_soon(urgency)).hint(words.say_screening_urgency(urgency))
        });
        let mut parts = vec![self.choices(
            Choices::one("urgency", words.screening_urgency(), urgencies),
            "urgency",
            urgency,
        )];
        parts.extend(self.risk_parts());
        let told = |field, name, key: &str, area: bool| {
            let (value, from) = self.told(field);
            let hint = from.unwrap_or_else(|| words.say_code("screening-hint", key));
            let label = words.say_code("screening", key);
            match area {
                true => self.area(Area::new(name, label).hint(hint), name, value),
                false => self.text(Text::new(name, label).hint(hint), name, value),
            }
        };
        parts.push(told(Field::Whereabouts, "whereabouts", "whereabouts", false));
        parts.push(told(Field::Phone, "phone", "phone", false));
        parts.push(told(Field::Health, "health", "health", true));
        parts
    }

    /// The value that stands, and where it came from.
    fn told(&self, field: Field) -> (String, Option<String>) {
        let entries = self.file.map_or(&[] as &[Entry], |file| &file.entries);
        let Some(entry) = entries.iter().rfind(|entry| entry.field == field) else {
            return (String::new(), None);
        };
        let value = match &entry.value {
            Value::Phone(phone) => typed(phone),
            Value::Whereabouts(place) => typed(place),
            Value::Health(note) => typed(note),
            Value::Name(..) | Value::BirthDate(_) | Value::Document(..) => String::new(),
        };
        let from = match entry.origin {
            Origin::Signal => self.words.screening_from_signal(),
            Origin::Screening => self.words.screening_from_screening(),
            Origin::Later => self.words.screening_from_later(),
        };
        (value, Some(from))
    }

    /// Level, whom the person fears, how to reach them, what was agreed.
    pub(crate) fn risk_parts(&self) -> Vec<Html> {
        let words = self.words;
        let safety = self.file.map(|file| &file.safety);
        let open = safety.and_then(|safety| safety.level.open());
        let level = open.map_or("", |(level, _)| level.code());
        let levels = Level::ALL
            .iter()
            .map(|level| Choice::new(level.code(), words.say_risk_level(level)).hint(words.say_risk_hint(level)));
        let feared = safety.map_or_else(String::new, |safety| {
            let lines: Vec<String> = safety.feared.open().into_iter().flatten().map(typed).collect();
            lines.join("\n")
        });
        let mut parts = vec![
            self.choices(
                Choices::one("level", words.risk_level(), levels).hint(words.risk_level_hint()),
                "level",
                level,
            ),
            self.area(
                Area::new("feared", words.risk_feared()).hint(words.risk_feared_hint()),
                "feared",
                feared,
            ),
        ];
        for channel in Channel::ALL {
            let name = channel.code();
            let held = open.and_then(|(_, all)| all.iter().find(|(known, _)| known == channel));
            let safe = held.map_or(Safety::NotAsked, |(_, safe)| *safe);
            let ways = self.coded("risk-safety", Safety::ALL.iter().map(|safe| safe.code()));
            let choices = Choices::one(name, words.say_risk_ask(channel), ways);
            parts.push(self.choices(choices, name, safe.code()));
        }
        let held = |text: Option<String>| text.unwrap_or_default();
        parts.push(self.area(
            Area::new("safe_contact", words.risk_safe_contact()).hint(words.risk_safe_contact_hint()),
            "safe_contact",
            held(safety.map(|safety| typed(&safety.safe_contact))),
        ));
        parts.push(self.area(
            Area::new("plan", words.risk_plan()).hint(words.risk_plan_hint()),
            "plan",
            held(safety.map(|safety| typed(&safety.plan))),
        ));
        parts.push(self.five("with_person", words.risk_with_person(), Answer::NotAsked, None));
        parts
    }

    fn say(&self) -> Vec<Html> {
        let words = self.words;
        let mut parts: Vec<Html> = form::SERVICES.map(|code| self.say_about(code)).into();
        let longest = self.profile.start(&self.profile.consent.until, self.now).due;
        let before = self.stands();
        let last = before.and_then(|say| say.until).or(longest);
        let until = last.map_or_else(String::new, |until| day::written(until, words.zone()));
        let until_hint = words.screening_until_hint();
        parts.push(
            self.text(
                Text::new("until", words.screening_until())
                    .hint(until_hint)
                    .narrow()
                    .figures(),
                "until",
                until,
            ),
        );
        let forms = self.coded("consent-form", Form::ALL.iter().map(|form| form.code()));
        parts.push(self.choices(
            Choices::one("form", words.screening_form(), forms),
            "form",
            before.map_or(Form::Spoken, |say| say.form).code(),
        ));
        let first = self.person().languages.first().cloned();
        let spoken = before
            .and_then(|say| say.language.clone())
            .or(first)
            .unwrap_or_default();
        let tongues = person::all(words, "tongue").into_iter();
        let tongues = tongues.map(|(code, name)| Choice::new(code, name));
        parts.push(self.choices(
            Choices::list("language", words.screening_say_language(), tongues),
            "language",
            &spoken,
        ));
        parts.push(self.area(
            Area::new("own_words", words.screening_own_words()).hint(words.screening_own_words_hint()),
            "own_words",
            String::new(),
        ));
        parts
    }

    /// What was said last on this page, and stands: it is shown again as it was said.
    fn stands(&self) -> Option<&ConsentLine> {
        let recipients = form::SERVICES.map(form::recipient);
        let says = self.file.map_or(&[] as &[_], |file| &file.consents);
        let mut yes = says.iter().rev();
        yes.find(|say| recipients.contains(&say.to) && say.answer == Answer::Yes && !say.taken_back)
    }

    fn say_about(&self, code: &str) -> Html {
        let words = self.words;
        let to = form::recipient(code);
        let consents = self.file.map_or(&[] as &[_], |file| &file.consents);
        let before = consents.iter().rfind(|say| say.to == to && !say.taken_back);
        let held = before.map_or(Answer::NotAsked, |say| say.answer);
        let all: Vec<String> = to.proposed().iter().map(|field| words.say_field(field)).collect();
        let goes = words.screening_goes(all.join(", "));
        let question = words.say_code("screening-say", code);
        self.five(&format!("answer-{code}"), question, held, Some(goes))
    }
}

fn known_code<T>(known: &Known<T>) -> &'static str {
    match known {
        Known::Is(_) => "",
        Known::Unknown => "unknown",
        Known::NotAsked => "not_asked",
        Known::Refused => "refused",
    }
}

fn code_of<T: Copy>(known: &Known<T>, code: impl Fn(T) -> &'static str) -> &'static str {
    match known {
        Known::Is(value) => code(*value),
        other => known_code(other),
    }
}
