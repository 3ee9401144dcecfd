//! The page filter: the one place where a value about a person becomes text on a page, or the sentence why it does not.
use super::Withheld;
use tiltas_access::{Seen, Shown, Withheld as Why};
use tiltas_domain::Sensitive;
use tiltas_words::{Words, html::Html};

/// A sensitive value as the reader may see it.
pub fn shown<T: Sensitive>(words: &Words, value: &Shown<T>) -> Html {
    #[expect(clippy::disallowed_methods, reason = "the page filter is one of the three places")]
    shown_as(words, value, |open| Html::value(open.bare()))
}

/// The same for a program: the text, where it is open.
pub fn bare<T: Sensitive + Clone>(value: &Shown<T>) -> Shown<String> {
    #[expect(clippy::disallowed_methods, reason = "the filter of pages is that of programs too")]
    value.clone().map(|open| open.bare().to_owned())
}

/// What stands in a field that is opened again to be written on: empty where it is not open.
pub fn typed<T: Sensitive>(value: &Shown<T>) -> String {
    #[expect(clippy::disallowed_methods, reason = "the page filter is one of the three places")]
    value.open().map(|open| open.bare().to_owned()).unwrap_or_default()
}

/// Any other value as the reader may see it; `say` puts an open one into words.
pub fn shown_as<T>(words: &Words, value: &Shown<T>, say: impl FnOnce(&T) -> Html) -> Html {
    match value.seen() {
        Seen::Open(open) => say(open),
        Seen::Withheld(why) => withheld(words, why).into(),
        Seen::Forgotten => words.word_forgotten().into(),
        Seen::NotGiven => words.word_not_given().into(),
    }
}

/// The lock, the word and the sentence of this reason; for some fields a sentence of their own.
pub fn withheld(words: &Words, why: Why) -> Withheld {
    let reason = reason(words, why);
    match why {
        Why::Sealed(_) => Withheld::sealed(words, reason),
        _ => Withheld::new(words, reason),
    }
}

/// Only the sentence: for a pane, where lock and word stand beside the line's name.
pub fn reason(words: &Words, why: Why) -> String {
    let own = match why {
        Why::Sealed(field) | Why::NotDisclosed(field) => words.part_of_code("withheld", why.code(), field.code(), &[]),
        _ => None,
    };
    own.unwrap_or_else(|| words.say_code("withheld", why.code()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use tiltas_access::{Action, CaseFacts, Part, Subject};
    use tiltas_domain::{Field, Fields, Role, content::PersonName, example};
    use tiltas_words::Locale;

    #[test]
    fn every_reason_has_its_sentence_in_every_language_and_none_says_a_value() {
        for locale in Locale::ALL {
            let words = Words::new(locale, TimeZone::UTC);
            let mut reasons = vec![
                Why::NeedsConsent,
                Why::ForSafety,
                Why::AskPerson,
                Why::TaskNeedsNot,
                Why::ThroughContactPoint,
                Why::ExistenceOnly,
                Why::LedByOther,
                Why::OtherStep,
                Why::OtherCase,
            ];
            reasons.extend(
                Field::ALL
                    .iter()
                    .flat_map(|field| [Why::Sealed(*field), Why::NotDisclosed(*field)]),
            );
            for why in reasons {
                let said = reason(&words, why);
                assert!(!said.starts_with('[') && said.ends_with('.'), "{why:?}: {said}");
            }
            for field in Field::ALL {
                assert!(!words.say_field(field).starts_with('['), "{field:?}");
            }
        }
    }

    /// What a permit of the one who leads the case, or of one who only takes part, shows of a name.
    #[expect(clippy::disallowed_methods, reason = "the filter is tested with what permits make")]
    fn of(part: Part, name: Option<PersonName>) -> Shown<PersonName> {
        let context = example::context(example::Who::PodulAlb.actor(Role::CaseManager), example::NIGHT, 1);
        let action = match part {
            Part::Lead => Action::OpenName,
            _ => Action::ReadCase,
        };
        let facts = CaseFacts::assumed(part, false, true, Fields::NONE);
        let permit = tiltas_access::permit(&context, action, Subject::Own, facts).expect("a permit");
        permit.show_given(Field::Name, name)
    }

    #[test]
    fn an_open_name_is_text_and_a_withheld_one_is_a_sentence() {
        let words = Words::new(Locale::English, TimeZone::UTC);
        let ana = || Some(PersonName::wrap("Ana <b>".to_owned()));
        assert_eq!(
            shown(&words, &of(Part::Lead, ana())).to_string(),
            "<bdi class=\"value\">Ana &lt;b&gt;</bdi>"
        );
        assert_eq!(shown(&words, &of(Part::Lead, None)).to_string(), "Not recorded");
        let kept = shown(&words, &of(Part::Part, ana())).to_string();
        assert!(
            kept.contains("Withheld</b> Not shared. Ask the lead if your service needs it."),
            "{kept}"
        );
        let empty = shown(&words, &of(Part::Part, None)).to_string();
        assert_eq!(kept, empty, "whether there is a name is not told");
    }
}
