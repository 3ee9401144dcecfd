//! Where a recommendation comes from, its words and its theme. A source keeps its own scale: scales are never translated into each
//! other.
use crate::{dated::Dated, known::codes};
use minicbor::{Decode, Encode};

codes! {
    /// What kind of source it is.
    SourceKind {
        /// Experts who came to look.
        0 ExpertMission = "expert_mission",
        /// A training.
        1 Training = "training",
        /// A study visit.
        2 StudyVisit = "study_visit",
        /// GRETA, the group of experts of the Council of Europe.
        3 Greta = "greta",
        /// The Committee of the Parties to its convention.
        4 CommitteeOfTheParties = "committee_of_the_parties",
        /// The Trafficking in Persons report of the United States.
        5 UsTip = "us_tip",
        /// OSCE or ODIHR.
        6 Osce = "osce_odihr",
        /// A body of the United Nations.
        7 UnitedNations = "united_nations",
        /// The European Union.
        8 EuropeanUnion = "european_union",
        /// The national rapporteur or an ombudsperson.
        9 Rapporteur = "rapporteur",
        /// A non-governmental organisation.
        10 Ngo = "ngo",
        /// An exercise.
        11 Exercise = "exercise",
        /// A joint action.
        12 JointAction = "joint_action",
    }
}

impl SourceKind {
    /// Whether it speaks in a published report: its words are fixed, and nobody here discusses them.
    pub fn is_public(self) -> bool {
        match self {
            SourceKind::Greta
            | SourceKind::CommitteeOfTheParties
            | SourceKind::UsTip
            | SourceKind::Osce
            | SourceKind::UnitedNations
            | SourceKind::EuropeanUnion => true,
            SourceKind::ExpertMission
            | SourceKind::Training
            | SourceKind::StudyVisit
            | SourceKind::Rapporteur
            | SourceKind::Ngo
            | SourceKind::Exercise
            | SourceKind::JointAction => false,
        }
    }
}

codes! {
    /// Whether words are the source's.
    WordingKind {
        /// Word for word.
        0 Verbatim = "verbatim",
        /// Told in other words, of a page that is named.
        1 Paraphrase = "paraphrase",
    }
}

codes! {
    /// What it is about.
    Theme {
        /// Finding those who need help.
        0 Identification = "identification",
        /// Help and protection.
        1 Assistance = "assistance",
        /// Children.
        2 Children = "children",
        /// Health care.
        3 Health = "health",
        /// Compensation.
        4 Compensation = "compensation",
        /// Information on rights, legal aid.
        5 LegalAid = "legal_aid",
        /// Protection of victims and witnesses in proceedings.
        6 WitnessProtection = "witness_protection",
        /// Investigation, prosecution, sanctions.
        7 Investigation = "investigation",
        /// Corruption and complicity.
        8 Corruption = "corruption",
        /// Labour inspection, prevention of exploitation at work.
        9 Labour = "labour",
        /// Prevention.
        10 Prevention = "prevention",
        /// Inclusion in the long term, follow-up.
        11 Inclusion = "inclusion",
        /// Partnerships of state institutions and organisations.
        12 Partnership = "partnership",
        /// Coordination and policy.
        13 Coordination = "coordination",
        /// Cooperation between countries.
        14 International = "international",
        /// Training of those who work in it.
        15 Training = "training",
    }
}

/// Where it stands, as far as the source gives it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Source {
    /// What kind of source.
    #[n(0)]
    pub kind: SourceKind,
    /// The document's name or number.
    #[n(1)]
    pub document: Option<String>,
    /// The round of monitoring, or what else counts the source's reports.
    #[n(2)]
    pub round: Option<String>,
    /// The paragraph.
    #[n(3)]
    pub paragraph: Option<String>,
    /// When it was said or published.
    #[n(4)]
    pub dated: Option<Dated>,
    /// The page it was read on.
    #[n(5)]
    pub page: Option<String>,
    /// How strongly, in the source's own word ("urge"); `None` where it has no scale.
    #[n(6)]
    pub priority: Option<String>,
}

/// The words of a recommendation, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Wording {
    /// The words.
    #[n(0)]
    pub text: String,
    /// Their language (ISO 639-1).
    #[n(1)]
    pub language: String,
    /// Whether they are the source's.
    #[n(2)]
    pub kind: WordingKind,
}
