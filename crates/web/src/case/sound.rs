//! How a spoken name sounds, in Cyrillic letters, for those who read it to each other across a border.

/// Longest first: where two letters are one sound.
const SOUNDS: [(&str, &str); 40] = [
    ("sch", "сх"),
    ("ch", "х"),
    ("ph", "ф"),
    ("th", "т"),
    ("rh", "р"),
    ("qu", "кв"),
    ("ae", "е"),
    ("oe", "е"),
    ("ce", "це"),
    ("ci", "ци"),
    ("cy", "ци"),
    ("ya", "я"),
    ("yu", "ю"),
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "й"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "кс"),
    ("y", "и"),
    ("z", "з"),
    ("-", "-"),
];

/// "Galium 271" sounds "Галиум".
pub(super) fn cyrillic(spoken_name: &str) -> String {
    let genus = spoken_name.split(' ').next().unwrap_or_default().to_lowercase();
    let (mut rest, mut out) = (genus.as_str(), String::new());
    while !rest.is_empty() {
        let found = SOUNDS
            .iter()
            .find_map(|(latin, sound)| Some((rest.strip_prefix(latin)?, *sound)));
        let Some((after, sound)) = found else { break };
        out.push_str(sound);
        rest = after;
    }
    let mut letters = out.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::cyrillic;

    #[test]
    fn a_name_is_said_as_it_is_heard() {
        for (latin, heard) in [
            ("Galium 271", "Галиум"),
            ("Carex 208", "Карекс"),
            ("Cerastium 100", "Церастиум"),
            ("Phleum 5", "Флеум"),
        ] {
            assert_eq!(cyrillic(latin), heard);
        }
    }
}
