//! What an organisation is, which roles its people have, and whether leading cases is its work.
use crate::{context::Role, known::codes};

codes! {
    /// What an organisation is, as far as rules ask.
    OrganisationKind {
        /// Border police.
        0 BorderPolice = "border_police",
        /// Labour inspectorate.
        1 LabourInspectorate = "labour_inspectorate",
        /// A hotline.
        2 Hotline = "hotline",
        /// A non-governmental organisation.
        3 Ngo = "ngo",
        /// A shelter or centre.
        4 Shelter = "shelter",
        /// Police.
        5 Police = "police",
        /// A territorial team, contact point of the referral mechanism.
        6 TerritorialTeam = "territorial_team",
        /// The child-protection authority.
        7 ChildProtection = "child_protection",
        /// The national unit.
        8 NationalUnit = "national_unit",
        /// Social assistance, health, legal aid: another service.
        9 Service = "service",
        /// A prosecution office: independent of the police, and it leads proceedings too.
        10 Prosecution = "prosecution",
        /// The permanent secretariat of the national committee.
        11 Secretariat = "secretariat",
        /// The national rapporteur.
        12 Rapporteur = "rapporteur",
        /// A ministry, or another authority that works on no case.
        13 Ministry = "ministry",
        /// An institution of another country, an international organisation, a donor.
        14 Partner = "partner",
    }
}

impl OrganisationKind {
    /// Whether criminal proceedings are its work.
    pub fn leads_proceedings(self) -> bool {
        matches!(self, OrganisationKind::Police | OrganisationKind::Prosecution)
    }

    /// Whether leading cases is its work: the lead is offered to no other.
    pub fn may_lead(self) -> bool {
        match self {
            OrganisationKind::Ngo
            | OrganisationKind::TerritorialTeam
            | OrganisationKind::ChildProtection
            | OrganisationKind::Service => true,
            OrganisationKind::BorderPolice
            | OrganisationKind::LabourInspectorate
            | OrganisationKind::Hotline
            | OrganisationKind::Shelter
            | OrganisationKind::Police
            | OrganisationKind::Prosecution
            | OrganisationKind::NationalUnit
            | OrganisationKind::Secretariat
            | OrganisationKind::Rapporteur
            | OrganisationKind::Ministry
            | OrganisationKind::Partner => false,
        }
    }

    /// Whether it has people who answer for what it owes: only such an institution is asked, or given something to carry out.
    pub fn answers(self) -> bool {
        self.roles().contains(&Role::FocalFunction)
    }

    /// Whether it has a role that takes a lead which nobody offered.
    pub fn may_take_lead(self) -> bool {
        self.roles().iter().any(|role| role.may_take_lead())
    }

    /// The roles that its people may have.
    pub fn roles(self) -> &'static [Role] {
        use Role::{
            CaseManager, ChildProtection, ContactPoint, DataProtection, Expert, FirstResponder, FocalFunction,
            NationalUnit, Observer, Organiser, Police, Provider, Rapporteur, Secretariat, Supervisor,
        };
        match self {
            OrganisationKind::BorderPolice | OrganisationKind::LabourInspectorate => {
                &[FirstResponder, Supervisor, DataProtection, FocalFunction]
            }
            OrganisationKind::Hotline => &[FirstResponder, CaseManager, Supervisor, DataProtection, FocalFunction],
            OrganisationKind::Ngo => &[
                FirstResponder,
                CaseManager,
                Provider,
                Supervisor,
                DataProtection,
                FocalFunction,
            ],
            OrganisationKind::Shelter => &[Provider, CaseManager, Supervisor, FocalFunction],
            OrganisationKind::Service => &[Provider, FirstResponder, CaseManager, Supervisor, FocalFunction],
            OrganisationKind::Police | OrganisationKind::Prosecution => {
                &[Police, Supervisor, DataProtection, FocalFunction]
            }
            OrganisationKind::TerritorialTeam => {
                &[ContactPoint, CaseManager, Supervisor, DataProtection, FocalFunction]
            }
            OrganisationKind::ChildProtection => {
                &[ChildProtection, CaseManager, Supervisor, DataProtection, FocalFunction]
            }
            OrganisationKind::NationalUnit => &[NationalUnit, Supervisor, DataProtection, FocalFunction],
            OrganisationKind::Secretariat => &[Secretariat, Organiser, DataProtection],
            OrganisationKind::Rapporteur => &[Rapporteur],
            OrganisationKind::Ministry => &[FocalFunction, Organiser],
            OrganisationKind::Partner => &[Expert, Organiser, Observer],
        }
    }
}
