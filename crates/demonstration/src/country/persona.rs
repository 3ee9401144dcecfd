//! The people through whose eyes the demonstration is seen, by function; nobody has a name.
use super::Institution;

/// The people through whose eyes the demonstration is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Persona {
    /// The duty officer who found the person.
    BorderOfficer,
    /// Leads the shift; escalation reaches this desk second.
    BorderSupervisor,
    /// Meets people at farms and building sites.
    LabourInspector,
    /// Answers the line.
    HotlineCounsellor,
    /// Leads cases.
    CaseManager,
    /// Answers at night for a shelter.
    ShelterCoordinator,
    /// Leads criminal files.
    Investigator,
    /// The contact point, third step of escalation.
    TeamCoordinator,
    /// Is told of a child.
    ChildOfficer,
    /// The last step of escalation.
    NationalOfficer,
    /// Sees who looked, and why.
    DataProtectionOfficer,
    /// Keeps the plan and the recommendations.
    Secretary,
    /// Answers for what an institution owes.
    FocalPoint,
    /// Says what should change.
    Expert,
    /// Keeps programmes, trainings and visits.
    Organiser,
    /// Looks at what was reported.
    Rapporteur,
    /// Reads for a donor, and changes nothing.
    Observer,
}

impl Persona {
    /// In the order in which they are offered.
    pub const ALL: [Persona; 17] = [
        Persona::BorderOfficer,
        Persona::BorderSupervisor,
        Persona::LabourInspector,
        Persona::HotlineCounsellor,
        Persona::CaseManager,
        Persona::ShelterCoordinator,
        Persona::Investigator,
        Persona::TeamCoordinator,
        Persona::ChildOfficer,
        Persona::NationalOfficer,
        Persona::DataProtectionOfficer,
        Persona::Secretary,
        Persona::FocalPoint,
        Persona::Expert,
        Persona::Organiser,
        Persona::Rapporteur,
        Persona::Observer,
    ];

    /// Its stable key, in pages, in the file of tokens and in tests.
    pub fn key(self) -> &'static str {
        match self {
            Persona::BorderOfficer => "border_officer",
            Persona::BorderSupervisor => "border_supervisor",
            Persona::LabourInspector => "labour_inspector",
            Persona::HotlineCounsellor => "hotline",
            Persona::CaseManager => "case_manager",
            Persona::ShelterCoordinator => "shelter_coordinator",
            Persona::Investigator => "investigator",
            Persona::TeamCoordinator => "territorial_team",
            Persona::ChildOfficer => "child_protection",
            Persona::NationalOfficer => "national_unit",
            Persona::DataProtectionOfficer => "data_protection",
            Persona::Secretary => "secretariat",
            Persona::FocalPoint => "focal_function",
            Persona::Expert => "expert",
            Persona::Organiser => "organiser",
            Persona::Rapporteur => "rapporteur",
            Persona::Observer => "observer",
        }
    }

    /// The persona with this key.
    pub fn from_key(key: &str) -> Option<Persona> {
        Persona::ALL.into_iter().find(|persona| persona.key() == key)
    }

    /// Where it sits: the organisation, and which of its people.
    pub fn place(self) -> (Institution, usize) {
        match self {
            Persona::BorderOfficer => (Institution::BorderUngheni, 0),
            Persona::BorderSupervisor => (Institution::BorderUngheni, 1),
            Persona::LabourInspector => (Institution::LabourInspectorate, 0),
            Persona::HotlineCounsellor => (Institution::Hotline, 0),
            Persona::CaseManager => (Institution::PodulAlb, 0),
            Persona::ShelterCoordinator => (Institution::CasaLiman, 0),
            Persona::Investigator => (Institution::Police, 0),
            Persona::TeamCoordinator => (Institution::TeamUngheni, 0),
            Persona::ChildOfficer => (Institution::ChildUngheni, 0),
            Persona::NationalOfficer => (Institution::NationalUnit, 0),
            Persona::DataProtectionOfficer => (Institution::PodulAlb, 2),
            Persona::Secretary => (Institution::Secretariat, 0),
            Persona::FocalPoint => (Institution::BorderUngheni, 2),
            Persona::Expert => (Institution::ExpertTeam, 0),
            Persona::Organiser => (Institution::ExpertTeam, 1),
            Persona::Rapporteur => (Institution::Rapporteur, 0),
            Persona::Observer => (Institution::ExpertTeam, 2),
        }
    }

    /// How colleagues speak of the function.
    pub fn function(self) -> &'static str {
        let (institution, nth) = self.place();
        institution
            .entry()
            .people
            .get(nth)
            .map_or("", |(_, function)| *function)
    }
}
