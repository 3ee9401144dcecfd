//! Near-duplicates are proposed: of the sixty pairs labelled by hand, in English, in Romanian and across both, at five proposals for
//! each recommendation.
use std::collections::HashMap;
use tiltas_domain::{
    likeness::{Index, Said, Sought},
    recommendation::Theme,
};

const PUBLIC: &str = include_str!("../../../demonstration/data/recommendations.txt");
const LABELLED: &str = include_str!("../data/likeness.txt");

struct Text {
    theme: Theme,
    said: Vec<(&'static str, &'static str)>,
}

struct Pair {
    split: &'static str,
    language: &'static str,
    same: bool,
    ends: [usize; 2],
}

fn cells(line: &'static str) -> Vec<&'static str> {
    line.split(" | ").map(str::trim).collect()
}

fn labelled() -> (Vec<Text>, Vec<Pair>, Vec<String>) {
    let (mut texts, mut ids) = (Vec::new(), HashMap::new());
    let public = PUBLIC.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for (nth, line) in public.enumerate() {
        let cells = cells(line);
        ids.insert(format!("p{:02}", nth + 1), texts.len());
        texts.push(Text {
            theme: Theme::from_code(cells[5]).unwrap(),
            said: vec![("en", cells[7])],
        });
    }
    let mut pairs = Vec::new();
    for line in LABELLED.lines() {
        let cells = cells(line);
        match cells[0] {
            "text" => {
                ids.insert(cells[1].to_owned(), texts.len());
                texts.push(Text {
                    theme: Theme::from_code(cells[2]).unwrap(),
                    said: cells[3..].chunks(2).map(|said| (said[0], said[1])).collect(),
                });
            }
            "pair" => pairs.push(Pair {
                split: cells[1],
                language: cells[2],
                same: cells[3] == "same",
                ends: [ids[cells[4]], ids[cells[5]]],
            }),
            _ => {}
        }
    }
    let mut names = vec![String::new(); texts.len()];
    ids.into_iter().for_each(|(id, place)| names[place] = id);
    (texts, pairs, names)
}

fn index(texts: &[Text]) -> Index {
    Index::of(texts.iter().enumerate().flat_map(|(thing, text)| {
        text.said.iter().map(move |(language, text_of)| Said {
            thing,
            theme: text.theme as u32,
            language,
            text: text_of,
        })
    }))
}

/// How many ends of the pairs propose the other end, of how many.
fn proposed(index: &Index, pairs: &[&Pair], names: &[String]) -> (usize, usize) {
    let mut found = 0;
    for pair in pairs {
        for [one, other] in [pair.ends, [pair.ends[1], pair.ends[0]]] {
            let near = index.nearest(one, 5, |_| false);
            match near.iter().any(|alike| alike.thing == other) {
                true => found += 1,
                false if pair.same => {
                    let near: Vec<_> = near.iter().map(|alike| (&names[alike.thing], alike.score)).collect();
                    println!("{} does not propose {}: {near:.2?}", names[one], names[other]);
                }
                false => {}
            }
        }
    }
    (found, 2 * pairs.len())
}

#[test]
fn four_of_five_that_say_the_same_are_proposed_in_english_romanian_and_across() {
    let (texts, pairs, names) = labelled();
    assert_eq!(pairs.len(), 60);
    let index = index(&texts);
    let recall = |name: &str, fits: &dyn Fn(&Pair) -> bool| {
        let chosen: Vec<&Pair> = pairs.iter().filter(|pair| fits(pair)).collect();
        let (found, of) = proposed(&index, &chosen, &names);
        let share = found as f64 / of as f64;
        println!("{name}: {found} of {of} proposed, {share:.2}");
        share
    };
    for split in ["tune", "check"] {
        for language in ["en", "ro", "both"] {
            let fits = |pair: &Pair| pair.same && pair.split == split && pair.language == language;
            recall(&format!("{split} {language}"), &fits);
        }
        recall(&format!("{split}, others"), &|pair| !pair.same && pair.split == split);
    }
    for language in ["en", "ro", "both"] {
        let share = recall(language, &|pair| pair.same && pair.language == language);
        assert!(share >= 0.8, "{language}: {share:.2}");
    }
    let check = recall("check", &|pair| pair.same && pair.split == "check");
    let whole = recall("whole", &|pair| pair.same);
    assert!(whole >= 0.8 && check >= 0.8, "whole {whole:.2}, check {check:.2}");
}

#[test]
fn what_is_sought_is_found_without_the_marks_above_letters_and_by_the_beginnings_of_words() {
    let title = ["Ședința comisiei pentru copii", "Chișinău"];
    for typed in ["sedinta", "ȘEDINȚA", "copii comis", "chisinau", " ședința,  chiș "] {
        assert!(Sought::of(typed).stands_in(title), "{typed}");
    }
    for typed in ["edinta", "sedinta trei", "", " - "] {
        assert!(!Sought::of(typed).stands_in(title), "{typed}");
    }
}
