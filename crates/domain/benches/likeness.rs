//! Which recommendations say the same, over many: `cargo bench -p tiltas-domain --bench likeness -- [HOW_MANY]`. Figures go to
//! docs/performance.md.
use std::{hint::black_box, time::Instant};
use tiltas_domain::likeness::{Index, Said};

const PUBLIC: &str = include_str!("../../demonstration/data/recommendations.txt");
const LABELLED: &str = include_str!("../tests/data/likeness.txt");

/// The public and the labelled texts, with their languages.
fn texts() -> Vec<(&'static str, &'static str)> {
    let cells = |line: &'static str| line.split(" | ").map(str::trim).collect::<Vec<_>>();
    let public = PUBLIC.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let public = public.map(|line| ("en", cells(line)[7]));
    let labelled = LABELLED.lines().filter(|line| line.starts_with("text")).map(cells);
    public.chain(labelled.map(|cells| (cells[3], cells[4]))).collect()
}

/// Recommendations made of three of these texts each, so that each shares words with many others and is none of them.
fn drawn(many: usize) -> Vec<(u32, &'static str, String)> {
    let texts = texts();
    let draw = |nth: usize, step: usize| {
        let same = |(language, _): &&(&str, &str)| *language == texts[nth % texts.len()].0;
        let all: Vec<_> = texts.iter().filter(same).collect();
        all[(nth.wrapping_mul(2_654_435_761) >> step) % all.len()]
    };
    let one = |nth: usize| {
        let (language, _) = texts[nth % texts.len()];
        let words = [4, 11, 17].map(|step| draw(nth, step).1);
        (nth as u32 % 16, language, format!("{} {nth}", words.join(" ")))
    };
    (0..many).map(one).collect()
}

fn main() {
    let many = std::env::args()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(5000);
    let all = drawn(many);
    let begun = Instant::now();
    let index = Index::of(all.iter().enumerate().map(|(thing, (theme, language, text))| Said {
        thing,
        theme: *theme,
        language,
        text,
    }));
    println!("index of {many}: {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let begun = Instant::now();
    let mut longest = 0.0_f64;
    for thing in 0..many {
        let one = Instant::now();
        black_box(index.nearest(thing, 5, |_| false));
        longest = longest.max(one.elapsed().as_secs_f64());
    }
    let whole = begun.elapsed().as_secs_f64();
    println!(
        "five proposals: {:.3} ms on average, longest {:.2} ms; for all {many}: {:.0} ms",
        whole * 1000.0 / many as f64,
        longest * 1000.0,
        whole * 1000.0
    );
}
