//! What a person typed, as it is kept. What others will read is made sound in this one place: composed (Unicode form C), with
//! one kind of line break, and without signs that can't be seen or that turn the direction of what follows.
use crate::error::Code;
use unicode_normalization::UnicodeNormalization;

/// A line: a name, a number, a place. Blanks are one blank each; a sign that can't be seen is refused, because two names must
/// not look alike.
///
/// # Errors
/// [`Code::Hidden`] for such a sign.
pub fn line(typed: &str) -> Result<String, Code> {
    let composed: String = typed.nfc().collect();
    let signs: Vec<char> = composed.chars().collect();
    for (nth, sign) in signs.iter().enumerate() {
        let between = |place: Option<usize>| {
            let sign = place.and_then(|place| signs.get(place));
            sign.is_some_and(|sign| sign.is_alphabetic() && !sign.is_ascii())
        };
        // WHY: Persian, Kurdish and the scripts of India join and part letters by these two.
        let joins = is_joiner(*sign) && between(nth.checked_sub(1)) && between(Some(nth + 1));
        if is_control(*sign) || (is_hidden(*sign) && !joins) {
            return Err(Code::Hidden);
        }
    }
    Ok(composed.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text of several lines, in its own words. Signs without a meaning of their own (a soft hyphen, a blank without width, a
/// mark of direction) come along when text is copied, and are left out; a sign that turns what follows is refused.
///
/// # Errors
/// [`Code::Hidden`] for a control sign, or one that turns the direction.
pub fn text(typed: &str) -> Result<String, Code> {
    let mut kept = String::new();
    let breaks = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    for sign in breaks.nfc() {
        match sign {
            '\n' => kept.push(sign),
            '\t' => kept.push(' '),
            sign if is_control(sign) || is_turning(sign) => return Err(Code::Hidden),
            sign if is_hidden(sign) && !is_joiner(sign) => {}
            sign => kept.push(sign),
        }
    }
    let lines: Vec<&str> = kept.trim().lines().map(str::trim_end).collect();
    let kept = lines.join("\n");
    let seen = kept.chars().any(|sign| !sign.is_whitespace() && !is_hidden(sign));
    Ok(if seen { kept } else { String::new() })
}

/// Whether a telephone can be rung with it: figures, and what stands between them.
pub fn is_number(line: &str) -> bool {
    let figures = line.chars().filter(char::is_ascii_digit).count();
    let marks = |sign: char| sign.is_ascii_digit() || " +-()./".contains(sign);
    (3..=20).contains(&figures) && line.chars().all(marks)
}

fn is_control(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\n' | '\r')
}

fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Embeddings, overrides and isolates: they show words in another order than they are kept.
fn is_turning(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Signs that have no shape: general category Cf, but for those that Arabic and Syriac show, and the fillers that are letters
/// by name only.
fn is_hidden(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_not_be_made_of_signs_that_nobody_sees() {
        for typed in [
            "\u{200b}\u{200b}",
            "\u{2060}",
            "\u{ad}",
            "\u{200e}\u{202e}",
            "Ana\u{0}",
            "An\u{200b}a",
            "Ana\u{7f}",
        ] {
            assert_eq!(line(typed), Err(Code::Hidden), "{typed:?}");
        }
        for typed in ["   ", "\u{a0}\u{a0}", "\u{3000}"] {
            assert_eq!(line(typed).as_deref(), Ok(""), "{typed:?}");
        }
        assert_eq!(line(" Ana   Maria\u{a0}Z ").as_deref(), Ok("Ana Maria Z"));
        assert_eq!(line("S\u{326}tefan").as_deref(), Ok("\u{218}tefan"));
        assert_eq!(
            line("نیک\u{200c}نام").as_deref(),
            Ok("نیک\u{200c}نام"),
            "a Persian name keeps its joint"
        );
    }

    #[test]
    fn a_text_keeps_its_lines_and_its_script_and_loses_what_nobody_sees() {
        assert_eq!(text("One\r\nTwo \r\n\r\nThree\n").as_deref(), Ok("One\nTwo\n\nThree"));
        assert_eq!(text("so\u{ad}ft\u{200b} hy\u{feff}phen").as_deref(), Ok("soft hyphen"));
        assert_eq!(text("قالت إنها تخاف.\u{200f}").as_deref(), Ok("قالت إنها تخاف."));
        for typed in ["\u{200b}\u{200b}", "\u{2060}", "\u{ad}", "\u{200d}", "\u{200e}"] {
            assert_eq!(text(typed).as_deref(), Ok(""), "{typed:?}");
        }
        for typed in ["a\u{0}b", "a\u{202e}b", "a\u{2067}b", "\u{1b}[31m"] {
            assert_eq!(text(typed), Err(Code::Hidden), "{typed:?}");
        }
    }

    #[test]
    fn a_duty_phone_can_be_rung() {
        for number in ["112", "022 000 199", "+373 22 000-131", "(022) 00.01.99"] {
            assert!(is_number(number), "{number}");
        }
        for number in ["1", "call me", "022 000 199 ask for Ana", "+", &"1".repeat(40)] {
            assert!(!is_number(number), "{number}");
        }
    }
}
