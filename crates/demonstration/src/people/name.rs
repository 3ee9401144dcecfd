//! Names as they were given, each in its script. Nobody bears them: every family name says that it is made up.
use super::draw::Dice;
use tiltas_domain::{
    Sensitive,
    case::{self, Sex},
    content::PersonName,
    detail::{Name, script_of},
    known::Known,
};

/// Names of women, names of men, families.
type Names = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const LATIN: Names = (
    &[
        "Ileana", "Viorica", "Marcela", "Natalia", "Lidia", "Angela", "Rodica", "Doina", "Corina", "Silvia", "Tatiana",
        "Veronica", "Daniela", "Mariana",
    ],
    &[
        "Dorin", "Sandu", "Grigore", "Vadim", "Anatol", "Ion", "Petru", "Sergiu", "Mihai", "Victor", "Valeriu", "Nicu",
        "Igor", "Tudor",
    ],
    &[
        "Plăsmuitu",
        "Inventaru",
        "Nicicine",
        "Închipuit",
        "Fărănume",
        "Neaievea",
        "Scornea",
        "Povestaru",
        "Visătoru",
        "Deloc",
    ],
);
const CYRILLIC: Names = (
    &["Оксана", "Людмила", "Зоя", "Олена", "Марія", "Ірина"],
    &["Тарас", "Богдан", "Артём", "Остап", "Юрій", "Микола"],
    &["Вигадань", "Небулиця", "Казкова-Гай", "Вымышленко", "Небывалько"],
);
const BENGALI: Names = (&["রহিমা", "শিরিন"], &["রহিম", "করিম", "জসিম"], &[]);
const NEPALI: Names = (&["सीता", "माया"], &["हरि", "राम", "बिष्णु"], &[]);
const HINDI: Names = (&["मीरा"], &["अमित", "राजू", "सुरेश"], &[]);
const TURKISH: Names = (
    &["Emine", "Zeynep"],
    &["Kemal", "Hasan", "Yusuf"],
    &["Hayalî", "Uydurma"],
);

/// A name that fits the person's country and sex.
pub(super) fn name(dice: &mut Dice, person: &case::Person) -> Name {
    let (women, men, families) = match &person.nationality {
        Known::Is(country) => match country.as_str() {
            "UA" => CYRILLIC,
            "BD" => BENGALI,
            "NP" => NEPALI,
            "IN" => HINDI,
            "TR" => TURKISH,
            _ => LATIN,
        },
        Known::Unknown | Known::NotAsked | Known::Refused => LATIN,
    };
    let given = match person.sex {
        Known::Is(Sex::Man) => dice.one(men, ""),
        _ => dice.one(women, ""),
    };
    let name = match dice.one(families, "") {
        "" => given.to_owned(),
        family => format!("{given} {family}"),
    };
    Name::given(PersonName::wrap(name), script_of(given))
}
