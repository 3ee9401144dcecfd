//! What invented people tell, and what is written about them: varied, kind, never more than is needed.
use super::draw::Dice;
use tiltas_domain::{
    Sensitive,
    content::PersonName,
    detail::{Name, Script},
};

const WORK: [&str; 12] = [
    "Promised work in a greenhouse for the season. Worked nine weeks, was paid for two.",
    "Came for a building site. The foreman keeps the passports “for the office”.",
    "Picked apples from dawn until dark. The wages went to a debt that only grew.",
    "Was to drive a lorry. Sleeps in it now, because there is no other bed.",
    "Hired to look after an old man, day and night, without a day off since spring.",
    "Found at a brick yard. Says the work is all right, and looks at the foreman before each answer.",
    "Was told the visa costs more each month. Nobody has shown a bill.",
    "Worked on a fishing boat for a summer. The captain still owes the whole of it.",
    "Packs vegetables at night. The bus brings everyone back to a locked yard.",
    "Laid cables in three countries. Was never told which one it was.",
    "Begged for others at a station, and had to bring a sum each evening.",
    "Sews in a cellar. The door opens from outside.",
];
const OTHER: [&str; 6] = [
    "Was promised work in a café abroad. It was another work, which nobody had asked her about.",
    "A friend of the family arranged the journey. The friend now answers her phone.",
    "Was told she could leave when the journey is paid. It is never paid.",
    "Moved from flat to flat, never told where. Wants to know what town this is.",
    "Says little. Asked whether the door can be locked from the inside, and then slept.",
    "He loved her, he said, and then there was a debt.",
];
const CHILD: [&str; 5] = [
    "Did not go to school this year. Helps “an uncle” who is no uncle.",
    "Sells flowers at night. Has to bring back a sum.",
    "Says seventeen, then nineteen. Knows the answers by heart.",
    "Came with a group that is said to be a family. Nobody knows the mother’s name.",
    "Herds sheep far from the village and has not been paid, nor asked.",
];
const CALLED: [&str; 4] = [
    "Rang from a borrowed phone: ",
    "A neighbour rang: ",
    "Wrote at night, in short messages: ",
    "",
];

/// What was told with the signal.
pub(super) fn account(dice: &mut Dice, man: bool, child: bool, sexual: bool) -> String {
    let how = dice.one(&CALLED, "");
    let what = match (child, sexual && !man) {
        (true, _) => dice.one(&CHILD, CHILD[0]),
        (false, true) => dice.one(&OTHER, OTHER[0]),
        (false, false) => dice.one(&WORK, WORK[0]),
    };
    format!("{how}{what}")
}

const GIVEN: [&str; 20] = [
    "Ileana",
    "Dorin",
    "Viorica",
    "Sandu",
    "Marcela",
    "Grigore",
    "Natalia",
    "Vadim",
    "Lidia",
    "Anatol",
    "Оксана",
    "Тарас",
    "Людмила",
    "Богдан",
    "Зоя",
    "Артём",
    "রহিম",
    "सीता",
    "Emine",
    "Kemal",
];
const FAMILY: [&str; 10] = [
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
];
const FAMILY_CYRILLIC: [&str; 5] = ["Вигаданий", "Небулиця", "Казкова", "Вымышлен", "Небывалов"];

/// A name as it was given, in its script. Nobody bears it.
pub(super) fn name(dice: &mut Dice) -> Name {
    let given = dice.one(&GIVEN, GIVEN[0]);
    let script = tiltas_domain::detail::script_of(given);
    let name = match script {
        Script::Latin => format!("{given} {}", dice.one(&FAMILY, FAMILY[0])),
        Script::Cyrillic => format!("{given} {}", dice.one(&FAMILY_CYRILLIC, FAMILY_CYRILLIC[0])),
        Script::Other => given.to_owned(),
    };
    Name::given(PersonName::wrap(name), script)
}

/// Health, as far as help needs it.
pub(super) const HEALTH: [&str; 10] = [
    "Sleeps badly. Would like to see a doctor.",
    "A tooth hurts, for weeks.",
    "Very tired. Has slept four hours in three days.",
    "Cut on the left hand, cleaned and bandaged.",
    "Takes pills for blood pressure; they are at the old address.",
    "Back pain from lifting. Nothing broken.",
    "Tired, thin, otherwise well.",
    "Coughs. Asked for an examination.",
    "Glasses were broken; can’t read without.",
    "Says nothing hurts.",
];
/// Where the person is, for those who come.
pub(super) const PLACES: [&str; 8] = [
    "At the post, in the room with the kettle",
    "At a colleague’s office, until six",
    "At the old address, with others",
    "In a room above the bakery, paid until Friday",
    "At the hospital, second floor",
    "At the bus station, near the counter",
    "With an aunt, in the village",
    "At the work place, in the container",
];
/// How the person can be reached safely.
pub(super) const REACH: [&str; 6] = [
    "Write first, never call. The phone lies on the table.",
    "Call after nine in the evening.",
    "In person only.",
    "Through the cousin, who knows.",
    "Messages are read by someone else.",
    "Call at any time; alone since yesterday.",
];
/// Whom the person fears.
pub(super) const FEARED: [&str; 6] = [
    "The foreman, and his brother.",
    "A man whom she calls the landlord.",
    "Two men in a dark car.",
    "The one who paid the journey.",
    "Nobody here, someone at home.",
    "A woman who has the papers.",
];
/// What was agreed for safety.
pub(super) const PLANS: [&str; 4] = [
    "Gives no address on the phone. One word means: come.",
    "Leaves by the back door. The driver waits at the corner.",
    "Rings at eight each evening; if not, we ring the duty phone.",
    "Nobody is let in whom the person has not named.",
];
/// What is added later.
pub(super) const NOTES: [&str; 10] = [
    "Slept through for the first time.",
    "Papers asked for at the embassy. Two weeks, they say.",
    "Would like to learn a trade; we ask at the centre.",
    "The lawyer explained the claim for the wages. Needs time to think.",
    "Spoke with the mother at home. It went well.",
    "The doctor’s letter is there.",
    "Wants no interview now. Perhaps in spring.",
    "Has found a room with a friend. Moves at the end of the month.",
    "Asked twice whether anyone has called. Nobody has.",
    "First day at work in the bakery. Came back laughing.",
];
/// What goes with a referral.
pub(super) const WORDS: [&str; 6] = [
    "One person, quiet, likes to be asked.",
    "Comes by bus; someone should be at the door.",
    "Needs the service this week, if you can.",
    "Has said yes to you by name.",
    "The papers are in order, copies can be made here.",
    "Ring first, then come.",
];
/// What a receiver asks.
pub(super) const QUESTIONS: [&str; 3] = [
    "Can the person climb stairs? Our free room is on the second floor.",
    "Is an interpreter there for the first evening?",
    "Until when is the place needed, as far as you know?",
];
