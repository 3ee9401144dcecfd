//! The number of an item: figures or letters between points, `4.2.1`. It says what an item stands under, and in which order.
use std::cmp::Ordering;

/// The most parts, and the most signs of each.
const PARTS: usize = 6;
const SIGNS: usize = 6;

/// The number as it is kept, without a point at its end; `None` for anything else.
pub fn read(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    let sound = |part: &str| {
        let signs = part.chars().count();
        (1..=SIGNS).contains(&signs) && part.chars().all(|sign| sign.is_ascii_alphanumeric())
    };
    let parts = text.split('.').count();
    (parts <= PARTS && text.split('.').all(sound)).then(|| text.to_owned())
}

/// What it stands under by its number: `4.2` for `4.2.1`.
pub fn above(number: &str) -> Option<&str> {
    number.rsplit_once('.').map(|(above, _)| above)
}

/// Whether one stands anywhere under another.
pub fn is_under(number: &str, above: &str) -> bool {
    number.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}

/// In the order in which a plan is read: `2` before `10`, `2` before `2.1`.
pub fn order(one: &str, other: &str) -> Ordering {
    let part = |part: &str| (part.parse::<u32>().unwrap_or(u32::MAX), part.to_owned());
    one.split('.').map(part).cmp(other.split('.').map(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_the_order_of_the_plan() {
        let mut all = ["10", "2.10", "2", "A", "2.9.1", "2.9", "1"];
        all.sort_by(|one, other| order(one, other));
        assert_eq!(all, ["1", "2", "2.9", "2.9.1", "2.10", "10", "A"]);
        assert!(is_under("4.2.1", "4") && !is_under("41", "4") && !is_under("4", "4"));
        assert_eq!((read(" 4.2. "), above("4.2.1")), (Some("4.2".to_owned()), Some("4.2")));
        for typed in ["", ".", "4..2", "4 2", "four-2", "1.2.3.4.5.6.7", "1234567"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
