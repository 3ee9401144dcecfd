//! A figure as people write it, to three places: an amount of money, the value of an indicator.
use minicbor::{Decode, Encode};
use std::{fmt, str::FromStr};

/// Thousandths, so that what was written is what is read: no binary fraction comes between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Encode, Decode)]
#[cbor(transparent)]
pub struct Figure(i64);

impl Figure {
    /// Whether it is below nothing.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Both together; `None` where that is more than a figure holds.
    pub fn plus(self, other: Figure) -> Option<Figure> {
        self.0.checked_add(other.0).map(Figure)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}{whole}")?;
        match part {
            0 => Ok(()),
            part => write!(f, ".{}", format!("{part:03}").trim_end_matches('0')),
        }
    }
}

/// No figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFigure;

impl FromStr for Figure {
    type Err = NoFigure;

    /// Reads `1200`, `1 200,5` and `1200.50`: blanks between thousands, one comma or point before at most three places.
    fn from_str(text: &str) -> Result<Figure, NoFigure> {
        let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.as_str()),
        };
        let (whole, part) = rest.split_once(['.', ',']).unwrap_or((rest, ""));
        let figures = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
        if whole.is_empty() || whole.len() > 14 || part.len() > 3 || !figures(whole) || !figures(part) {
            return Err(NoFigure);
        }
        if rest.len() > whole.len() && part.is_empty() {
            return Err(NoFigure);
        }
        let whole: i64 = whole.parse().map_err(|_| NoFigure)?;
        let part: i64 = format!("{part:0<3}").parse().map_err(|_| NoFigure)?;
        Ok(Figure(sign * (whole * 1000 + part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_as_people_write_it_and_stays_as_it_was() {
        for (typed, kept) in [
            ("0", "0"),
            ("1 200,50", "1200.5"),
            ("-3", "-3"),
            ("0.125", "0.125"),
            ("12\u{a0}000", "12000"),
        ] {
            assert_eq!(typed.parse::<Figure>().expect("a figure").to_string(), kept);
        }
        for typed in [
            "",
            "-",
            "1.2345",
            "1,2,3",
            "12 lei",
            "1e3",
            "5.",
            "999999999999999",
            "½",
        ] {
            assert_eq!(typed.parse::<Figure>(), Err(NoFigure), "{typed}");
        }
    }
}
