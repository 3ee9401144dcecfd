//! The code by which anyone can check a certificate: eight signs that are drawn, and one that finds a slip of the hand.
//!
//! The ninth sign makes the code, read as a polynomial over the field of 32 elements, vanish at a generator of that field. So each
//! slip of one sign and each swap of two neighbours that differ is found, the ninth sign included.
use minicbor::{Decode, Encode};
use std::fmt;

/// Figures and letters that can't be taken for each other (Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many signs are drawn.
const DRAWN: usize = 8;

/// A code without its hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Code(#[n(0)] String);

/// Multiplies by the generator: the polynomials over two elements modulo x^5 + x^2 + 1.
fn doubled(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 0b10_0000 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

fn value(sign: char) -> Option<u8> {
    let place = SIGNS.iter().position(|known| char::from(*known) == sign)?;
    u8::try_from(place).ok()
}

fn sign(value: u8) -> char {
    SIGNS.get(usize::from(value & 31)).map_or('0', |sign| char::from(*sign))
}

/// The code's value at the generator; 0 where it is sound. `None` where a sign is none.
fn folded(signs: &str) -> Option<u8> {
    signs.chars().try_fold(0, |sum, sign| Some(doubled(sum) ^ value(sign)?))
}

impl Code {
    /// Of random bytes.
    pub fn drawn(bytes: [u8; 16]) -> Code {
        let drawn: String = bytes.iter().take(DRAWN).map(|byte| sign(*byte)).collect();
        let check = sign(doubled(folded(&drawn).unwrap_or_default()));
        Code(format!("{drawn}{check}"))
    }

    /// What was typed, as a code would be written: without blanks and hyphens, in capitals, O as 0, I and L as 1. It need not be one.
    pub fn typed(text: &str) -> String {
        let signs = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-');
        let signs = signs.flat_map(char::to_uppercase).map(|sign| match sign {
            'O' => '0',
            'I' | 'L' => '1',
            sign => sign,
        });
        // Nothing that is longer is a code; the rest is not looked at.
        signs.take(2 * DRAWN).collect()
    }

    /// Whether this can be a code, of what [`Code::typed`] makes: its length and its check sign.
    pub fn is_sound(typed: &str) -> bool {
        typed.chars().count() == DRAWN + 1 && folded(typed) == Some(0)
    }

    /// Without hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, sign) in self.0.chars().enumerate() {
            if nth > 0 && nth % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_it_is_written_on_paper_or_spoken() {
        let code = Code::drawn([7; 16]);
        assert_eq!(code.to_string().len(), 11, "{code}");
        for typed in [
            code.to_string(),
            code.to_string().to_lowercase(),
            format!(" {} ", code.as_str()),
        ] {
            assert_eq!(Code::typed(&typed), code.as_str());
            assert!(Code::is_sound(&Code::typed(&typed)));
        }
        assert_eq!(Code::typed("oil-0"), "0110");
        for none in ["", "7K4Q", "UUUUUUUUU", "ăăăăăăăăă", &"0".repeat(4000)] {
            assert!(!Code::is_sound(&Code::typed(none)), "{none:?}");
        }
    }

    proptest! {
        #[test]
        fn a_slip_of_one_sign_and_a_swap_of_neighbours_are_found(bytes in any::<[u8; 16]>(), place in 0usize..9, other in 0u8..32) {
            let code = Code::drawn(bytes);
            prop_assert!(Code::is_sound(code.as_str()));
            let mut slipped: Vec<char> = code.as_str().chars().collect();
            slipped[place] = sign(other);
            let slipped: String = slipped.into_iter().collect();
            prop_assert_eq!(Code::is_sound(&slipped), slipped == code.as_str());
            let mut swapped: Vec<char> = code.as_str().chars().collect();
            swapped.swap(place, (place + 1).min(8));
            let swapped: String = swapped.into_iter().collect();
            prop_assert_eq!(Code::is_sound(&swapped), swapped == code.as_str());
        }
    }
}
