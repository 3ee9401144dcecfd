//! What was done to an invented person: several kinds of exploitation, each with whom it meets, at which age, and who comes to
//! know of it, in the proportions of public figures (Moldova 2020 to 2025: six in ten are men or boys, more work than sexual
//! exploitation, one in six a child).
use super::draw::Dice;
use crate::country::Institution;
use tiltas_domain::signal::Channel;

/// Men, women, boys or girls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Man,
    Woman,
    Boy,
    Girl,
}

impl Group {
    /// One of a hundred people: 60 men and boys, 16 children.
    pub fn draw(dice: &mut Dice) -> Group {
        match dice.below(100) {
            0..51 => Group::Man,
            51..84 => Group::Woman,
            84..93 => Group::Boy,
            _ => Group::Girl,
        }
    }

    pub fn is_child(self) -> bool {
        matches!(self, Group::Boy | Group::Girl)
    }
}

/// How it came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Border,
    Inspection,
    Hotline,
    Office,
    Report,
}

impl Found {
    /// Under this name the phrases of first words and places stand. A report reaches an office, where nobody sits yet.
    pub fn key(self) -> &'static str {
        match self {
            Found::Border => "border",
            Found::Inspection => "inspection",
            Found::Hotline => "hotline",
            Found::Office => "office",
            Found::Report => "report",
        }
    }

    /// Who records it, and as what.
    pub fn by(self, dice: &mut Dice) -> (Institution, Channel) {
        let (north, south) = (Institution::PodulAlb, Institution::DrumulSigur);
        match self {
            Found::Border if dice.percent(62) => (Institution::BorderUngheni, Channel::Encounter),
            Found::Border => (Institution::BorderPalanca, Channel::Encounter),
            Found::Inspection => (Institution::LabourInspectorate, Channel::Encounter),
            Found::Hotline => (Institution::Hotline, Channel::Hotline),
            Found::Office => (if dice.percent(70) { north } else { south }, Channel::Herself),
            Found::Report => (if dice.percent(70) { north } else { south }, Channel::Report),
        }
    }
}

/// A kind of exploitation.
pub(super) struct Story {
    /// Under this name its accounts stand.
    pub key: &'static str,
    /// Among a hundred of each group so many.
    share: [u32; 4],
    /// Years, from and to.
    pub ages: (u8, u8),
    /// How it comes to be known.
    pub found: &'static [Found],
    /// Whom the person fears: those of the work place, or someone close.
    pub feared: &'static str,
    /// Whether the body shows it: injuries of work.
    pub hurts: bool,
    /// Workers from far away, recruited at home.
    pub from_afar: bool,
}

const fn row(
    key: &'static str,
    share: [u32; 4],
    ages: (u8, u8),
    found: &'static [Found],
    feared: &'static str,
) -> Story {
    Story {
        key,
        share,
        ages,
        found,
        feared,
        hurts: false,
        from_afar: false,
    }
}

const BACK: &[Found] = &[Found::Border, Found::Border, Found::Hotline, Found::Office];
const HERE: &[Found] = &[Found::Hotline, Found::Report];
const WORK: &[Found] = &[Found::Inspection, Found::Inspection, Found::Hotline, Found::Report];
const CROSSING: &[Found] = &[Found::Border];

/// In shares of a hundred men, women, boys, girls.
pub(super) const STORIES: [Story; 20] = [
    Story {
        hurts: true,
        ..row("construction_abroad", [25, 0, 0, 0], (18, 56), BACK, "work")
    },
    Story {
        hurts: true,
        ..row("farm_abroad", [17, 14, 0, 0], (18, 54), BACK, "work")
    },
    Story {
        hurts: true,
        ..row("work_here", [16, 10, 0, 0], (18, 60), WORK, "work")
    },
    Story {
        hurts: true,
        from_afar: true,
        ..row("foreign_work", [11, 3, 0, 0], (20, 44), WORK, "work")
    },
    row("care_abroad", [0, 15, 0, 0], (27, 58), BACK, "work"),
    row(
        "lorry",
        [8, 0, 0, 0],
        (23, 55),
        &[Found::Border, Found::Hotline],
        "work",
    ),
    row("sexual_abroad", [3, 30, 0, 0], (18, 38), BACK, "close"),
    row(
        "sexual_here",
        [2, 17, 0, 0],
        (18, 34),
        &[Found::Hotline, Found::Office, Found::Report],
        "close",
    ),
    row(
        "begging_abroad",
        [5, 3, 0, 0],
        (34, 66),
        &[Found::Border, Found::Office],
        "close",
    ),
    row("begging_here", [4, 3, 0, 0], (41, 70), HERE, "close"),
    row("crime_abroad", [7, 3, 0, 0], (18, 33), BACK, "close"),
    row(
        "crime_here",
        [2, 2, 0, 0],
        (18, 29),
        &[Found::Hotline, Found::Office],
        "close",
    ),
    row(
        "child_work",
        [0, 0, 30, 14],
        (11, 17),
        &[Found::Inspection, Found::Report, Found::Hotline],
        "child",
    ),
    row("child_work_abroad", [0, 0, 6, 8], (14, 17), CROSSING, "child"),
    row("child_begging", [0, 0, 18, 18], (8, 14), HERE, "child"),
    row("child_begging_abroad", [0, 0, 8, 8], (9, 15), CROSSING, "child"),
    row("child_sexual", [0, 0, 14, 34], (12, 17), HERE, "child"),
    row("child_sexual_abroad", [0, 0, 2, 10], (14, 17), CROSSING, "child"),
    row("child_crime", [0, 0, 14, 5], (13, 17), HERE, "child"),
    row("child_crime_abroad", [0, 0, 8, 3], (12, 17), CROSSING, "child"),
];

impl Story {
    /// One for this group; where it may be, one that reaches an office, so that the lead of the case stands there.
    pub fn draw(dice: &mut Dice, group: Group, at_an_office: bool) -> &'static Story {
        let weight = |story: &Story| {
            let fits = !at_an_office || story.found.iter().any(|found| found.is_office());
            if fits { story.share_of(group) } else { 0 }
        };
        let mut rest = dice.below(STORIES.iter().map(weight).sum());
        for story in &STORIES {
            match rest.checked_sub(weight(story)) {
                Some(left) => rest = left,
                None => return story,
            }
        }
        &STORIES[0]
    }

    fn share_of(&self, group: Group) -> u32 {
        let [man, woman, boy, girl] = self.share;
        match group {
            Group::Man => man,
            Group::Woman => woman,
            Group::Boy => boy,
            Group::Girl => girl,
        }
    }

    /// How it came to be known.
    pub fn known(&self, dice: &mut Dice, at_an_office: bool) -> Found {
        let ways: Vec<Found> = self
            .found
            .iter()
            .copied()
            .filter(|found| !at_an_office || found.is_office())
            .collect();
        dice.one(&ways, Found::Border)
    }
}

impl Found {
    fn is_office(self) -> bool {
        matches!(self, Found::Office | Found::Report)
    }
}
