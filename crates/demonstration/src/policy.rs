//! What public reports and invented experts recommend to the invented country: the public texts as they were paraphrased, and a
//! few examples from first words to result. Only invented institutions speak, owe and are late.
pub mod meeting;
pub mod programme;
pub(crate) mod visit;

use crate::{Seed, country::Institution};
use tiltas_app::{App, Error, recommendation as app};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    dated::Dated,
    recommendation::{
        Address, Decide, Formulate, Open, Outcome, Position, Rating, Recommendation, Record, Report, Source,
        SourceKind, Stance, Theme, Translate, Wording, WordingKind,
    },
};

/// The public texts, one a line, with their sources.
const PUBLIC: &str = include_str!("../data/recommendations.txt");

/// One who speaks in it.
struct Voice<'a> {
    app: &'a App,
    seed: &'a Seed,
    now: Moment,
}

impl Voice<'_> {
    fn root(&self, by: Actor, name: &str) -> Root {
        self.seed.context(by, self.now, name)
    }

    fn secretary(&self) -> Actor {
        self.seed.member(Institution::Secretariat, 0)
    }

    /// As the secretary writes the `nth` public text down.
    fn published(&self, nth: usize) -> Root {
        self.root(self.secretary(), &format!("public recommendation {nth}"))
    }

    fn expert(&self) -> Actor {
        self.seed.member(Institution::ExpertTeam, 0)
    }

    /// The focal function of an institution: the last of its people.
    fn focal(&self, institution: Institution) -> Actor {
        self.seed.member(institution, usize::MAX)
    }
}

/// An invented recommendation, as the experts said it first.
struct Example {
    key: &'static str,
    title: &'static str,
    first: &'static str,
    agreed: &'static str,
    romanian: &'static str,
    theme: Theme,
    source: SourceKind,
    document: &'static str,
    said: &'static str,
    /// Who is asked, what each says, why; nothing where one stays silent.
    asked: &'static [(Institution, Option<(Stance, &'static str)>)],
    /// Why the committee declined it; nothing where it adopted it.
    declined: Option<&'static str>,
    addressees: &'static [(Institution, &'static str)],
}

const EXAMPLES: [Example; 4] = [
    Example {
        key: "contracts",
        title: "Buy services for victims from NGOs, by contract",
        first: "The ministry should buy social rehabilitation services from non-governmental organisations for identified victims.",
        agreed: "The ministry should buy social rehabilitation services from non-governmental organisations that meet the minimum quality standards, for identified and presumed victims, women, men and children, by contracts of at least two years.",
        romanian: "Ministerul ar trebui să cumpere servicii de reabilitare socială de la organizații neguvernamentale care respectă standardele minime de calitate, pentru victime identificate și prezumate, femei, bărbați și copii, prin contracte de cel puțin doi ani.",
        theme: Theme::Partnership,
        source: SourceKind::Training,
        document: "Training of May 2018",
        said: "2018-05-30",
        asked: &[
            (
                Institution::PodulAlb,
                Some((Stance::Supports, "Two years is what lets us keep trained staff.")),
            ),
            (
                Institution::CasaLiman,
                Some((
                    Stance::SupportsWithChanges,
                    "Presumed victims too: the first nights are the dear ones.",
                )),
            ),
            (Institution::BorderUngheni, None),
        ],
        declined: None,
        addressees: &[
            (Institution::PodulAlb, "2026-12-31"),
            (Institution::CasaLiman, "2026-06-30"),
        ],
    },
    Example {
        key: "inspectors",
        title: "Give inspectors a way to refer on the same day",
        first: "The inspectorate should be able to refer a person on the day on which they are found.",
        agreed: "The inspectorate should be able to refer a person on the day on which they are found, with a duty phone at night.",
        romanian: "Inspectoratul ar trebui să poată referi o persoană în ziua în care a găsit-o, cu un telefon de gardă noaptea.",
        theme: Theme::Labour,
        source: SourceKind::ExpertMission,
        document: "Mission of April 2018",
        said: "2018-04-27",
        asked: &[(
            Institution::LabourInspectorate,
            Some((Stance::Supports, "Our inspectors ask for it.")),
        )],
        declined: None,
        addressees: &[(Institution::LabourInspectorate, "2026-07-15")],
    },
    Example {
        key: "border",
        title: "Name a contact for children at each border post",
        first: "Each border post should name an officer whom colleagues ask about children.",
        agreed: "Each border post should name an officer, and a deputy, whom colleagues ask about children who travel alone.",
        romanian: "Fiecare post de frontieră ar trebui să numească un ofițer, și un înlocuitor, pe care colegii îl întreabă despre copiii care călătoresc singuri.",
        theme: Theme::Children,
        source: SourceKind::StudyVisit,
        document: "Study visit of June 2018",
        said: "2018-06",
        asked: &[
            (
                Institution::BorderUngheni,
                Some((
                    Stance::SupportsWithChanges,
                    "With a deputy, or nobody answers in summer.",
                )),
            ),
            (
                Institution::ChildUngheni,
                Some((
                    Stance::Supports,
                    "It saves the night on which nobody knows whom to ring.",
                )),
            ),
        ],
        declined: None,
        addressees: &[(Institution::BorderUngheni, "2026-12-31")],
    },
    Example {
        key: "register",
        title: "Keep one national list of names",
        first: "All institutions should keep the names of victims in one national list.",
        agreed: "",
        romanian: "Toate instituțiile ar trebui să țină numele victimelor într-o singură listă națională.",
        theme: Theme::Coordination,
        source: SourceKind::Training,
        document: "Training of June 2018",
        said: "2018-06-05",
        asked: &[(
            Institution::PodulAlb,
            Some((
                Stance::Opposes,
                "A list that leaks is a death. Help does not need the name.",
            )),
        )],
        declined: Some("A single list of names would put people at risk. Each institution keeps what it needs."),
        addressees: &[],
    },
];

/// Writes down the public texts, and plays the examples up to what is owed.
///
/// # Errors
/// When storage is away.
pub fn recommend(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    publish(app, seed, now, |_| true)?;
    let voice = Voice { app, seed, now };
    EXAMPLES.iter().try_for_each(|example| play(&voice, example))
}

/// Writes down the public texts that are wanted.
///
/// # Errors
/// When storage is away.
pub(crate) fn publish(app: &App, seed: &Seed, now: Moment, wanted: impl Fn(&Record) -> bool) -> Result<(), Error> {
    let voice = Voice { app, seed, now };
    for (nth, record) in records().filter(|(_, record)| wanted(record)) {
        app::record(app, &voice.published(nth), &record)?;
    }
    Ok(())
}

/// The public texts, each with its place in the file.
fn records() -> impl Iterator<Item = (usize, Record)> {
    let lines = PUBLIC.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .enumerate()
        .filter_map(|(nth, line)| public(line).map(|record| (nth, record)))
}

/// The public text with these words.
pub(crate) fn public_id(app: &App, seed: &Seed, text: &str) -> Option<Id<Recommendation>> {
    let now = Moment(0);
    let voice = Voice { app, seed, now };
    let (nth, _) = records().find(|(_, record)| record.wording.text == text)?;
    Some(
        tiltas_app::Act::RecordRecommendation
            .context(&voice.published(nth))
            .id(0),
    )
}

/// A line of the file; `None` where it is not one.
fn public(line: &str) -> Option<Record> {
    let cells: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let [kind, document, round, dated, priority, theme, page, text] = cells.as_slice() else {
        return None;
    };
    let given = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    Some(Record {
        title: (*text).to_owned(),
        source: Source {
            kind: SourceKind::from_code(kind)?,
            document: given(document),
            round: given(round),
            paragraph: None,
            dated: dated.parse().ok(),
            page: given(page),
            priority: given(priority),
        },
        wording: Wording {
            text: (*text).to_owned(),
            language: "en".to_owned(),
            kind: WordingKind::Paraphrase,
        },
        theme: Theme::from_code(theme)?,
        example: false,
    })
}

fn play(voice: &Voice<'_>, example: &Example) -> Result<(), Error> {
    let (app, now) = (voice.app, voice.now);
    let name = |step: &str| format!("recommendation {}: {step}", example.key);
    let day = |text: &str| text.parse::<Dated>().ok();
    let record = Record {
        title: example.title.to_owned(),
        source: Source {
            kind: example.source,
            document: Some(example.document.to_owned()),
            round: None,
            paragraph: None,
            dated: day(example.said),
            page: None,
            priority: None,
        },
        wording: Wording {
            text: example.first.to_owned(),
            language: "en".to_owned(),
            kind: WordingKind::Verbatim,
        },
        theme: example.theme,
        example: true,
    };
    let (id, _) = app::record(app, &voice.root(voice.expert(), &name("first words")), &record)?;
    let secretary = |step: &str| voice.root(voice.secretary(), &name(step));
    let asked = example
        .asked
        .iter()
        .map(|(who, _)| voice.seed.organisation(*who))
        .collect();
    let until = app.profile().date(now.plus_hours(24 * 7)).into();
    app::discuss(app, &secretary("discussion"), id, &Open { asked, until })?;
    for (who, said) in example.asked {
        let Some((stance, reason)) = said else { continue };
        let position = Position {
            stance: *stance,
            reason: Some((*reason).to_owned()),
            wording: None,
        };
        let root = voice.root(voice.focal(*who), &name(&format!("position of {who:?}")));
        app::take_position(app, &root, id, &position)?;
    }
    let translation = Translate {
        text: example.romanian.to_owned(),
        language: "ro".to_owned(),
        machine: true,
        read: false,
    };
    app::translate(app, &secretary("translation"), id, &translation)?;
    let outcome = match example.declined {
        Some(_) => Outcome::Declined,
        None => Outcome::Adopted,
    };
    if outcome == Outcome::Adopted {
        let text = example.agreed.to_owned();
        app::formulate(app, &secretary("agreed words"), id, &Formulate { text })?;
    }
    let decision = Decide {
        outcome,
        body: "National committee".to_owned(),
        meeting: None,
        on: app.profile().date(now).into(),
        reason: example.declined.map(str::to_owned),
    };
    app::decide(app, &secretary("decision"), id, &decision)?;
    for (who, term) in example.addressees {
        let address = Address {
            organisation: voice.seed.organisation(*who),
            term: day(term),
        };
        app::address(app, &secretary(&format!("addressee {who:?}")), id, &address)?;
    }
    Ok(())
}

/// The invented recommendation of this key, written down at `begun`.
pub(crate) fn recommendation(seed: &Seed, begun: Moment, key: &str) -> Id<Recommendation> {
    let expert = seed.member(Institution::ExpertTeam, 0);
    let root = seed.context(expert, begun, &format!("recommendation {key}: first words"));
    tiltas_app::Act::RecordRecommendation.context(&root).id(0)
}

/// What was done since, and what a reviewer found.
///
/// # Errors
/// When storage is away.
pub fn report(app: &App, seed: &Seed, begun: Moment, now: Moment) -> Result<(), Error> {
    let voice = Voice { app, seed, now };
    let id = |key: &str| recommendation(seed, begun, key);
    let told = |rating, text: &str, evidence: &[&str]| Report {
        rating,
        text: text.to_owned(),
        evidence: evidence.iter().map(|line| (*line).to_owned()).collect(),
    };
    let done = told(
        Rating::Done,
        "The model contract is in force and we work under it.",
        &["Model contract, signed, 14 pages"],
    );
    let focal = voice.root(voice.focal(Institution::PodulAlb), "report contracts");
    app::report(app, &focal, id("contracts"), &done)?;
    let finding = told(
        Rating::PartlyDone,
        "One of two contracts. The budget ends in December.",
        &[],
    );
    let rapporteur = voice.root(seed.member(Institution::Rapporteur, 0), "review contracts");
    app::review(app, &rapporteur, id("contracts"), &finding)?;
    let begun = told(
        Rating::UnderWay,
        "Four of seven posts have named an officer.",
        &["List of 14 August, without names"],
    );
    let focal = voice.root(voice.focal(Institution::BorderUngheni), "report border");
    app::report(app, &focal, id("border"), &begun)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_public_texts_is_read_and_names_its_page() {
        let lines = PUBLIC.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let records: Vec<Record> = lines.map(|line| public(line).expect(line)).collect();
        assert_eq!(records.len(), 48);
        assert!(
            records
                .iter()
                .all(|record| record.source.page.is_some() && record.source.kind.is_public())
        );
    }
}
