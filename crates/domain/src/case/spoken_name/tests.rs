//! A spoken name tells nothing of the person, is heard right on a bad line, and a mistyped number finds nobody else.
use super::*;
use crate::{Role, example};
use proptest::prelude::*;
use std::collections::HashSet;

/// How a word is heard on a bad line: voiced as voiceless, m as n, double as single, the letters of one sound as one.
fn heard(word: &str) -> String {
    let mut word = word.to_lowercase();
    for (from, to) in [
        ("sch", "s"),
        ("ph", "f"),
        ("th", "t"),
        ("ch", "k"),
        ("rh", "r"),
        ("gh", "g"),
        ("qu", "kv"),
        ("ae", "e"),
        ("oe", "e"),
        ("x", "ks"),
        ("y", "i"),
        ("z", "s"),
        ("j", "i"),
        ("w", "v"),
        ("ce", "se"),
        ("ci", "si"),
        ("c", "k"),
        ("q", "k"),
        ("h", ""),
        ("b", "p"),
        ("d", "t"),
        ("g", "k"),
        ("v", "f"),
        ("m", "n"),
    ] {
        word = word.replace(from, to);
    }
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// How many letters have to change to hear one for the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            next.push((row[j + 1] + 1).min(next[j] + 1).min(row[j] + usize::from(x != *y)));
        }
        row = next;
    }
    row[b.len()]
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace("qu", "kw");
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut at = 0;
    while at < letters.len() {
        if "aeiouy".contains(letters[at]) {
            let pair: String = letters[at..].iter().take(2).collect();
            at += usize::from(["ae", "oe", "au", "eu", "ai", "ei", "oi"].contains(&pair.as_str()));
            count += 1;
        }
        at += 1;
    }
    count
}

#[test]
fn five_hundred_genera_that_can_be_said_and_written_everywhere() {
    let list: Vec<&str> = genera().collect();
    assert_eq!(list.len(), 500);
    assert!(
        list.is_sorted(),
        "in the order of the alphabet: the order tells nothing"
    );
    for genus in &list {
        assert!(genus.chars().all(|c| c.is_ascii_alphabetic()), "{genus}");
        assert!(
            genus.starts_with(|c: char| c.is_ascii_uppercase()) && genus[1..] == genus[1..].to_lowercase(),
            "{genus}"
        );
        assert!((2..=4).contains(&syllables(genus)), "{genus}: {}", syllables(genus));
        assert!((5..=12).contains(&genus.len()), "{genus}");
    }
}

#[test]
fn no_two_genera_sound_alike_on_a_bad_line() {
    let list: Vec<(&str, String)> = genera().map(|genus| (genus, heard(genus))).collect();
    for (nth, (genus, sound)) in list.iter().enumerate() {
        for (other, second) in &list[nth + 1..] {
            let longer = sound.len().max(second.len());
            let apart = distance(sound, second);
            assert!(
                apart >= 3 && apart * 10 >= longer * 3,
                "{genus} and {other} differ in {apart} of {longer}"
            );
            let beginning = sound.chars().take(5).eq(second.chars().take(5));
            assert!(!beginning, "{genus} and {other} begin alike");
        }
    }
}

#[test]
fn no_genus_is_a_first_name_a_food_a_drug_or_a_word_with_another_meaning() {
    let kept_out = "Acer Adonis Aloe Althaea Angelica Arnica Artemisia Aster Atropa Avena Bellis Beta Briza Calendula Calla Camellia \
        Cannabis Capsicum Cassia Celtis Citrus Clarkia Cocculus Coffea Cosmos Crocus Cruciata Cucumis Curcuma Dahlia Daphne Datura \
        Digitalis Echinacea Ephedra Erica Fagus Fatsia Felicia Fedia Ficaria Flora Ginkgo Gloriosa Hebe Hortensia Humulus Iberis Iris \
        Jamesia Jasminum Kalanchoe Lactuca Lantana Laurus Lavandula Lewisia Lilium Limonium Linnaea Lobelia Lotus Luma Magnolia \
        Marrubium Melica Melissa Mentha Mimosa Monstera Musa Narcissus Nicotiana Nigella Nyssa Olea Ononis Opuntia Orchis Origanum \
        Panax Panicum Papaver Paris Parodia Paulownia Penstemon Persea Petunia Pinus Piper Populus Potentilla Primula Prunus \
        Pulmonaria Puschkinia Puya Radiola Rapistrum Ribes Robinia Rosa Rubus Rumex Ruta Sabina Salvia Sasa Scilla Secale Senna \
        Silene Solanum Sorghum Taxus Telephium Thea Theobroma Thymus Tilia Triticum Tulipa Umbilicus Urtica Valeriana Vanda Vanilla \
        Verbena Veronica Vestia Victoria Viola Vitis Washingtonia Zea Zinnia Zostera";
    let kept_out: HashSet<&str> = kept_out.split_whitespace().collect();
    let found: Vec<&str> = genera().filter(|genus| kept_out.contains(genus)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_digits_spell_a_date_an_emergency_number_or_a_code_of_hate_groups() {
    let never = [
        0, 99, 100, 101, 102, 103, 110, 112, 113, 114, 115, 116, 118, 119, 144, 155, 166, 188, 199, 214, 218, 228, 271,
        288, 311, 318, 333, 338, 380, 388, 420, 444, 488, 588, 666, 777, 788, 814, 818, 880, 881, 888, 889, 911, 988,
        997, 998, 999, 1000,
    ];
    for digits in never {
        assert!(!is_spoken(digits), "{digits}");
    }
    for birthday in [305, 403, 512, 601, 731, 824, 915] {
        assert!(!is_spoken(birthday), "{birthday} can be read as a day of a year");
    }
    for digits in [246, 344, 441, 470, 577, 655, 792, 960] {
        assert!(is_spoken(digits), "{digits}");
    }
    let left = (100..1000).filter(|digits| is_spoken(*digits)).count();
    assert!(left >= 400, "{left} numbers for each genus");
}

#[test]
fn a_genus_is_told_in_cyrillic_letters() {
    for (genus, cyrillic) in [
        ("Galium", "Галиум"),
        ("Sesleria", "Сеслерия"),
        ("Betula", "Бетула"),
        ("Equisetum", "Эквисетум"),
        ("Chamaerops", "Хамеропс"),
        ("Cirsium", "Цирсиум"),
        ("Hydrilla", "Хидрилла"),
        ("Quercus", "Кверкус"),
        ("Phyteuma", "Фитеума"),
        ("Xanthium", "Ксантиум"),
        ("", ""),
    ] {
        assert_eq!(sound(genus), cyrillic);
    }
    for genus in genera() {
        assert!(
            sound(genus).chars().all(|c| ('\u{400}'..='\u{4ff}').contains(&c)),
            "{genus}: {}",
            sound(genus)
        );
    }
}

#[test]
fn a_number_is_read_however_it_was_typed() {
    let number = case_number("MD", 123_456, 7_891_011);
    for typed in [
        number.clone(),
        number.to_lowercase(),
        number.replace([' ', '-'], ""),
        number.replacen("MD ", "", 1),
        format!("  {number} "),
    ] {
        assert_eq!(parse_number("MD", &typed), Some(number.clone()), "{typed}");
    }
    for typed in ["", "MD", "Galium 271", "MD ZZZ-ZZZ-Z", "MD 7K4-Q2M", "é"] {
        assert_eq!(parse_number("MD", typed), None, "{typed}");
    }
}

fn number() -> impl Strategy<Value = String> {
    (any::<u32>(), any::<u32>()).prop_map(|(first, second)| case_number("GB", first, second))
}

/// Where the seven signs stand in `GB 7K4-Q2M-9`.
const PLACES: [usize; 7] = [3, 4, 5, 7, 8, 9, 11];

#[test]
fn no_genus_comes_twice_before_every_other_came_once() {
    let (mut used, mut uses): (HashMap<String, i64>, Uses) = Default::default();
    let all = genera().count();
    let actor = example::Who::BorderPost.actor(Role::FirstResponder);
    for nth in 0..2 * all {
        let context = example::context(actor, example::NIGHT, 0).fork("file", nth as u32);
        let name = candidates(&context, &uses).next().unwrap();
        let genus = &name[..name.len() - 4];
        let files = used.entry(genus.to_owned()).or_default();
        *files += 1;
        uses.note(genus, *files);
        let most = 1 + (nth / all) as i64;
        assert!(used.values().all(|uses| *uses <= most), "{name} comes too early");
    }
    assert!(used.len() == all && used.values().all(|uses| *uses == 2));
}

#[test]
fn a_spoken_name_is_found_as_people_type_it() {
    let genus = genera().next().unwrap();
    let name = format!("{genus} 366");
    for typed in [
        name.clone(),
        name.to_lowercase(),
        format!("{genus}366"),
        format!("{genus}-366."),
        format!(" {genus}   366 "),
        format!("{} 366", sound(genus)),
        format!("{}366", sound(genus).to_lowercase()),
    ] {
        assert_eq!(parse(&typed), Some(Typed::Name(name.clone())), "{typed}");
    }
    assert_eq!(parse("366"), Some(Typed::Digits("366".to_owned())));
    for typed in ["", genus, "Nobody 366", "12", "3666"] {
        assert_eq!(parse(typed), None, "{typed}");
    }
    let number = case_number("MD", 1, 2);
    let cyrillic = number.replace('M', "М");
    assert_eq!(parse_number("MD", &cyrillic), Some(number));
}

proptest! {
    #[test]
    fn a_case_is_named_by_a_genus_of_the_list_and_three_digits(seed in any::<u8>()) {
        let context = example::context(example::Who::BorderPost.actor(Role::FirstResponder), example::NIGHT, seed);
        let names: Vec<String> = candidates(&context, &Uses::default()).collect();
        prop_assert!(names.len() > 40, "enough candidates where some are taken");
        for name in &names {
            let (genus, digits) = name.split_once(' ').unwrap();
            prop_assert!(genera().any(|known| known == genus));
            prop_assert!(digits.len() == 3 && is_spoken(digits.parse().unwrap()));
        }
        let again: Vec<String> = candidates(&context, &Uses::default()).collect();
        prop_assert_eq!(names, again, "a repeated request draws the same");
    }

    #[test]
    fn a_case_number_comes_back_as_it_was_written(number in number()) {
        prop_assert_eq!(parse_number("GB", &number), Some(number));
    }

    #[test]
    fn one_wrong_sign_finds_nobody(number in number(), place in 0usize..7, other in 0usize..31) {
        let mut typed: Vec<u8> = number.clone().into_bytes();
        typed[PLACES[place]] = SIGNS[other];
        let typed = String::from_utf8(typed).unwrap();
        prop_assert_eq!(parse_number("GB", &typed).is_some(), typed == number, "{}", typed);
    }

    #[test]
    fn two_swapped_signs_find_nobody(number in number(), one in 0usize..7, two in 0usize..7) {
        let mut typed: Vec<u8> = number.clone().into_bytes();
        typed.swap(PLACES[one], PLACES[two]);
        let typed = String::from_utf8(typed).unwrap();
        prop_assert_eq!(parse_number("GB", &typed).is_some(), typed == number, "{}", typed);
    }

    #[test]
    fn nothing_that_is_typed_breaks_the_search(typed in ".{0,24}") {
        let _ = parse_number("MD", &typed);
    }
}
