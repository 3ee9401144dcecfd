//! A page of a list that stands in memory.

/// What stands on one page.
pub(crate) struct Cut<T, K> {
    /// The lines.
    pub lines: Vec<T>,
    /// How many there are on all pages.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// After which the next page begins, if there is one.
    pub next: Option<K>,
}

/// The page that follows `after`, the last line of the page before; `size` 0 is all that follows. Where that line is gone meanwhile
/// the list begins anew: what was seen is seen twice, and nothing is left out.
pub(crate) fn cut<T, K: PartialEq>(all: Vec<T>, after: Option<&K>, size: usize, id: impl Fn(&T) -> K) -> Cut<T, K> {
    let found = all.len();
    let last = after.and_then(|after| all.iter().position(|line| id(line) == *after));
    let before = last.map_or(0, |last| last + 1);
    let size = if size == 0 { found } else { size };
    let lines: Vec<T> = all.into_iter().skip(before).take(size).collect();
    let more = before + lines.len() < found;
    Cut {
        next: lines.last().filter(|_| more).map(id),
        lines,
        found,
        before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(after: Option<u32>, size: usize) -> (Vec<u32>, usize, Option<u32>) {
        let cut = cut((1..=5).collect(), after.as_ref(), size, |line| *line);
        assert_eq!(cut.found, 5);
        (cut.lines, cut.before, cut.next)
    }

    #[test]
    fn each_line_stands_on_one_page() {
        assert_eq!(shown(None, 2), (vec![1, 2], 0, Some(2)));
        assert_eq!(shown(Some(2), 2), (vec![3, 4], 2, Some(4)));
        assert_eq!(shown(Some(4), 2), (vec![5], 4, None));
        assert_eq!(shown(Some(3), 2), (vec![4, 5], 3, None), "a full page that is the last");
        assert_eq!(shown(None, 0), (vec![1, 2, 3, 4, 5], 0, None));
        assert_eq!(shown(Some(9), 2), shown(None, 2), "the mark is gone");
    }
}
