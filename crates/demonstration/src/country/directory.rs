//! The table of the invented country. All names are invented, no number rings.
use tiltas_domain::{Role, case::Sex, organisation::OrganisationKind, provider::Service};

/// One organisation of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: OrganisationKind,
    /// Rung at night.
    pub duty_phone: &'static str,
    /// Its territorial team.
    pub contact_point: Option<Institution>,
    /// Its people: role, and how colleagues speak of the function.
    pub people: &'static [(Role, &'static str)],
    /// What it offers.
    pub offer: Option<Offered>,
}

/// What a provider of the table offers.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    /// In a few words.
    pub about: &'static str,
    /// Whom it takes.
    pub sexes: &'static [Sex],
    /// Adults, children, an adult with a child.
    pub takes: (bool, bool, bool),
    /// Spoken there.
    pub languages: &'static [&'static str],
    /// Given there.
    pub services: &'static [Service],
    /// Where, as far as anyone may know.
    pub region: &'static str,
    /// Its places.
    pub places: &'static [&'static str],
}

const WOMAN: &[Sex] = &[Sex::Woman, Sex::Other];
const MAN: &[Sex] = &[Sex::Man, Sex::Other];
const WOMAN_MAN: &[Sex] = &[Sex::Woman, Sex::Man, Sex::Other];

/// Who may list a provider.
pub(super) fn lists(role: Role) -> bool {
    matches!(role, Role::Provider | Role::CaseManager)
}

/// The organisations; a contact point stands before those who name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Institution {
    /// National unit.
    NationalUnit,
    /// Territorial team, Ungheni.
    TeamUngheni,
    /// Territorial team, Bălți.
    TeamBalti,
    /// Territorial team, Cahul.
    TeamCahul,
    /// Border police, Ungheni.
    BorderUngheni,
    /// Border police, Palanca.
    BorderPalanca,
    /// Labour inspectorate, north.
    LabourInspectorate,
    /// Linia Albastră.
    Hotline,
    /// Police, central unit.
    Police,
    /// Child protection, Ungheni.
    ChildUngheni,
    /// Child protection, Cahul.
    ChildCahul,
    /// Podul Alb.
    PodulAlb,
    /// Drumul Sigur.
    DrumulSigur,
    /// Casa Liman.
    CasaLiman,
    /// Centrul Nistru Nord.
    CentrulNistruNord,
    /// Adăpost Răsărit.
    AdapostRasarit,
    /// Casa Salcia.
    CasaSalcia,
    /// Casa Cuibul.
    CasaCuibul,
    /// District hospital, social unit.
    Hospital,
    /// Clinica Tei.
    ClinicaTei,
    /// Legal aid, Cahul.
    LegalCahul,
    /// Legal aid, Chișinău.
    LegalChisinau,
    /// Social assistance, Ungheni.
    SocialUngheni,
    /// Glas Comun.
    GlasComun,
    /// The secretariat of the national committee.
    Secretariat,
    /// The national rapporteur.
    Rapporteur,
    /// Experts of other countries.
    ExpertTeam,
}

impl Institution {
    /// All of them.
    pub const ALL: [Institution; 27] = [
        Institution::NationalUnit,
        Institution::TeamUngheni,
        Institution::TeamBalti,
        Institution::TeamCahul,
        Institution::BorderUngheni,
        Institution::BorderPalanca,
        Institution::LabourInspectorate,
        Institution::Hotline,
        Institution::Police,
        Institution::ChildUngheni,
        Institution::ChildCahul,
        Institution::PodulAlb,
        Institution::DrumulSigur,
        Institution::CasaLiman,
        Institution::CentrulNistruNord,
        Institution::AdapostRasarit,
        Institution::CasaSalcia,
        Institution::CasaCuibul,
        Institution::Hospital,
        Institution::ClinicaTei,
        Institution::LegalCahul,
        Institution::LegalChisinau,
        Institution::SocialUngheni,
        Institution::GlasComun,
        Institution::Secretariat,
        Institution::Rapporteur,
        Institution::ExpertTeam,
    ];

    /// Its stable key.
    pub fn key(self) -> &'static str {
        match self {
            Institution::NationalUnit => "national_unit",
            Institution::TeamUngheni => "team_ungheni",
            Institution::TeamBalti => "team_balti",
            Institution::TeamCahul => "team_cahul",
            Institution::BorderUngheni => "border_ungheni",
            Institution::BorderPalanca => "border_palanca",
            Institution::LabourInspectorate => "labour_inspectorate",
            Institution::Hotline => "hotline",
            Institution::Police => "police",
            Institution::ChildUngheni => "child_ungheni",
            Institution::ChildCahul => "child_cahul",
            Institution::PodulAlb => "podul_alb",
            Institution::DrumulSigur => "drumul_sigur",
            Institution::CasaLiman => "casa_liman",
            Institution::CentrulNistruNord => "centrul_nistru_nord",
            Institution::AdapostRasarit => "adapost_rasarit",
            Institution::CasaSalcia => "casa_salcia",
            Institution::CasaCuibul => "casa_cuibul",
            Institution::Hospital => "hospital",
            Institution::ClinicaTei => "clinica_tei",
            Institution::LegalCahul => "legal_cahul",
            Institution::LegalChisinau => "legal_chisinau",
            Institution::SocialUngheni => "social_ungheni",
            Institution::GlasComun => "glas_comun",
            Institution::Secretariat => "secretariat",
            Institution::Rapporteur => "rapporteur",
            Institution::ExpertTeam => "expert_team",
        }
    }

    /// Its line of the table.
    pub fn entry(self) -> Entry {
        use Service::*;
        match self {
            Institution::NationalUnit => Entry {
                name: "National unit",
                kind: OrganisationKind::NationalUnit,
                duty_phone: "022 000 100",
                contact_point: None,
                people: &[
                    (Role::NationalUnit, "Officer on duty"),
                    (Role::DataProtection, "Data protection officer"),
                ],
                offer: None,
            },
            Institution::TeamUngheni => Entry {
                name: "Territorial team, Ungheni",
                kind: OrganisationKind::TerritorialTeam,
                duty_phone: "022 000 112",
                contact_point: None,
                people: &[(Role::ContactPoint, "Coordinator")],
                offer: None,
            },
            Institution::TeamBalti => Entry {
                name: "Territorial team, Bălți",
                kind: OrganisationKind::TerritorialTeam,
                duty_phone: "0231 00 112",
                contact_point: None,
                people: &[(Role::ContactPoint, "Coordinator")],
                offer: None,
            },
            Institution::TeamCahul => Entry {
                name: "Territorial team, Cahul",
                kind: OrganisationKind::TerritorialTeam,
                duty_phone: "0299 00 112",
                contact_point: None,
                people: &[(Role::ContactPoint, "Coordinator")],
                offer: None,
            },
            Institution::BorderUngheni => Entry {
                name: "Border police, Ungheni",
                kind: OrganisationKind::BorderPolice,
                duty_phone: "0236 00 101",
                contact_point: Some(Institution::TeamUngheni),
                people: &[
                    (Role::FirstResponder, "Duty officer"),
                    (Role::Supervisor, "Shift leader"),
                    (Role::FocalFunction, "Focal point for the plan"),
                ],
                offer: None,
            },
            Institution::BorderPalanca => Entry {
                name: "Border police, Palanca",
                kind: OrganisationKind::BorderPolice,
                duty_phone: "0242 00 102",
                contact_point: Some(Institution::TeamCahul),
                people: &[
                    (Role::FirstResponder, "Duty officer"),
                    (Role::Supervisor, "Shift leader"),
                ],
                offer: None,
            },
            Institution::LabourInspectorate => Entry {
                name: "Labour inspectorate, north",
                kind: OrganisationKind::LabourInspectorate,
                duty_phone: "0231 00 103",
                contact_point: Some(Institution::TeamBalti),
                people: &[
                    (Role::FirstResponder, "Labour inspector"),
                    (Role::Supervisor, "Head of inspection"),
                    (Role::FocalFunction, "Focal point for the plan"),
                ],
                offer: None,
            },
            Institution::Hotline => Entry {
                name: "Linia Albastră",
                kind: OrganisationKind::Hotline,
                duty_phone: "0800 00 104",
                contact_point: Some(Institution::TeamUngheni),
                people: &[
                    (Role::FirstResponder, "Line counsellor"),
                    (Role::Supervisor, "Head of the line"),
                ],
                offer: None,
            },
            Institution::Police => Entry {
                name: "Police, central unit",
                kind: OrganisationKind::Police,
                duty_phone: "022 000 180",
                contact_point: None,
                people: &[(Role::Police, "Investigator")],
                offer: None,
            },
            Institution::ChildUngheni => Entry {
                name: "Child protection, Ungheni",
                kind: OrganisationKind::ChildProtection,
                duty_phone: "0236 00 190",
                contact_point: Some(Institution::TeamUngheni),
                people: &[
                    (Role::ChildProtection, "Officer for children"),
                    (Role::FocalFunction, "Focal point for the plan"),
                ],
                offer: None,
            },
            Institution::ChildCahul => Entry {
                name: "Child protection, Cahul",
                kind: OrganisationKind::ChildProtection,
                duty_phone: "0299 00 191",
                contact_point: Some(Institution::TeamCahul),
                people: &[(Role::ChildProtection, "Officer for children")],
                offer: None,
            },
            Institution::PodulAlb => Entry {
                name: "Podul Alb",
                kind: OrganisationKind::Ngo,
                duty_phone: "022 000 120",
                contact_point: Some(Institution::TeamUngheni),
                people: &[
                    (Role::CaseManager, "Case manager"),
                    (Role::Supervisor, "Head of cases"),
                    (Role::DataProtection, "Data protection officer"),
                    (Role::FocalFunction, "Focal point for the plan"),
                ],
                offer: Some(Offered {
                    about: "Case management, legal aid, escort",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru", "uk", "en"],
                    services: &[CaseManagement, LegalAid, Psychosocial, Transport],
                    region: "Whole country",
                    places: &[],
                }),
            },
            Institution::DrumulSigur => Entry {
                name: "Drumul Sigur",
                kind: OrganisationKind::Ngo,
                duty_phone: "0299 00 121",
                contact_point: Some(Institution::TeamCahul),
                people: &[(Role::CaseManager, "Case manager"), (Role::Supervisor, "Head of cases")],
                offer: Some(Offered {
                    about: "Case management and escort, south",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru", "gag"],
                    services: &[CaseManagement, Psychosocial, Transport],
                    region: "South",
                    places: &[],
                }),
            },
            Institution::CasaLiman => Entry {
                name: "Casa Liman",
                kind: OrganisationKind::Shelter,
                duty_phone: "022 000 130",
                contact_point: Some(Institution::TeamUngheni),
                people: &[
                    (Role::Provider, "Night coordinator"),
                    (Role::FocalFunction, "Focal point for the plan"),
                ],
                offer: Some(Offered {
                    about: "Shelter for women and children",
                    sexes: WOMAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru", "uk"],
                    services: &[Shelter, Medical, Psychosocial],
                    region: "Centre",
                    places: &["1 A", "1 B", "2 A", "2 B", "3 A", "3 B", "4 A", "4 B"],
                }),
            },
            Institution::CentrulNistruNord => Entry {
                name: "Centrul Nistru Nord",
                kind: OrganisationKind::Shelter,
                duty_phone: "0231 00 140",
                contact_point: Some(Institution::TeamBalti),
                people: &[(Role::Provider, "Night coordinator")],
                offer: Some(Offered {
                    about: "Shelter for men, north region",
                    sexes: MAN,
                    takes: (true, false, false),
                    languages: &["ro", "ru"],
                    services: &[Shelter, Medical],
                    region: "North",
                    places: &["1", "2", "3", "4", "5", "6", "7", "8"],
                }),
            },
            Institution::AdapostRasarit => Entry {
                name: "Adăpost Răsărit",
                kind: OrganisationKind::Shelter,
                duty_phone: "0231 00 150",
                contact_point: Some(Institution::TeamBalti),
                people: &[(Role::Provider, "Night coordinator")],
                offer: Some(Offered {
                    about: "Shelter, women and men",
                    sexes: WOMAN_MAN,
                    takes: (true, false, false),
                    languages: &["ro", "ru"],
                    services: &[Shelter, SocialAssistance],
                    region: "North",
                    places: &["E 1", "E 2", "E 3", "E 4", "E 5"],
                }),
            },
            Institution::CasaSalcia => Entry {
                name: "Casa Salcia",
                kind: OrganisationKind::Shelter,
                duty_phone: "0299 00 160",
                contact_point: Some(Institution::TeamCahul),
                people: &[(Role::Provider, "Night coordinator")],
                offer: Some(Offered {
                    about: "House for parents with children",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru"],
                    services: &[Shelter, Psychosocial],
                    region: "South",
                    places: &["Willow 1", "Willow 2", "Willow 3", "Willow 4"],
                }),
            },
            Institution::CasaCuibul => Entry {
                name: "Casa Cuibul",
                kind: OrganisationKind::Shelter,
                duty_phone: "022 000 165",
                contact_point: Some(Institution::TeamUngheni),
                people: &[(Role::Provider, "Educator on duty")],
                offer: Some(Offered {
                    about: "House for children without their parents",
                    sexes: WOMAN_MAN,
                    takes: (false, true, false),
                    languages: &["ro", "ru", "uk"],
                    services: &[Shelter, Medical, Psychosocial],
                    region: "Centre",
                    places: &["Swift", "Stork", "Lark", "Wren"],
                }),
            },
            Institution::Hospital => Entry {
                name: "District hospital, social unit",
                kind: OrganisationKind::Service,
                duty_phone: "0236 00 170",
                contact_point: Some(Institution::TeamUngheni),
                people: &[(Role::Provider, "Counsellor on duty")],
                offer: Some(Offered {
                    about: "Bed and doctor, 3 nights at most",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru"],
                    services: &[Medical],
                    region: "Centre",
                    places: &["H 1", "H 2", "H 3"],
                }),
            },
            Institution::ClinicaTei => Entry {
                name: "Clinica Tei",
                kind: OrganisationKind::Service,
                duty_phone: "022 000 175",
                contact_point: Some(Institution::TeamUngheni),
                people: &[(Role::Provider, "Nurse on duty")],
                offer: Some(Offered {
                    about: "Doctor, gynaecologist, dentist by appointment",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru", "en"],
                    services: &[Medical],
                    region: "Centre",
                    places: &[],
                }),
            },
            Institution::LegalCahul => Entry {
                name: "Legal aid, Cahul",
                kind: OrganisationKind::Service,
                duty_phone: "0299 00 171",
                contact_point: Some(Institution::TeamCahul),
                people: &[(Role::Provider, "Lawyer on duty")],
                offer: Some(Offered {
                    about: "Legal aid, south",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru"],
                    services: &[LegalAid],
                    region: "South",
                    places: &[],
                }),
            },
            Institution::LegalChisinau => Entry {
                name: "Legal aid, Chișinău",
                kind: OrganisationKind::Service,
                duty_phone: "022 000 172",
                contact_point: Some(Institution::TeamUngheni),
                people: &[(Role::Provider, "Lawyer on duty")],
                offer: Some(Offered {
                    about: "Legal aid, compensation claims",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru", "en"],
                    services: &[LegalAid],
                    region: "Centre",
                    places: &[],
                }),
            },
            Institution::SocialUngheni => Entry {
                name: "Social assistance, Ungheni",
                kind: OrganisationKind::Service,
                duty_phone: "0236 00 173",
                contact_point: Some(Institution::TeamUngheni),
                people: &[(Role::Provider, "Case worker")],
                offer: Some(Offered {
                    about: "Allowance, papers, housing, work",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru"],
                    services: &[SocialAssistance],
                    region: "Centre",
                    places: &[],
                }),
            },
            Institution::GlasComun => Entry {
                name: "Glas Comun",
                kind: OrganisationKind::Service,
                duty_phone: "022 000 174",
                contact_point: None,
                people: &[(Role::Provider, "Dispatcher")],
                offer: Some(Offered {
                    about: "Independent interpreters, by phone, day and night",
                    sexes: WOMAN_MAN,
                    takes: (true, true, true),
                    languages: &["ro", "ru", "uk", "en", "ar", "bn", "ne", "tr"],
                    services: &[Interpretation],
                    region: "Whole country",
                    places: &[],
                }),
            },
            Institution::Secretariat => Entry {
                name: "Permanent secretariat",
                kind: OrganisationKind::Secretariat,
                duty_phone: "022 000 200",
                contact_point: None,
                people: &[
                    (Role::Secretariat, "Secretary"),
                    (Role::DataProtection, "Data protection officer"),
                ],
                offer: None,
            },
            Institution::Rapporteur => Entry {
                name: "National rapporteur",
                kind: OrganisationKind::Rapporteur,
                duty_phone: "022 000 210",
                contact_point: None,
                people: &[(Role::Rapporteur, "Head of office")],
                offer: None,
            },
            Institution::ExpertTeam => Entry {
                name: "Baltic team",
                kind: OrganisationKind::Partner,
                duty_phone: "022 000 220",
                contact_point: None,
                people: &[
                    (Role::Expert, "Expert"),
                    (Role::Organiser, "Programme officer"),
                    (Role::Observer, "Observer of the donor"),
                ],
                offer: None,
            },
        }
    }
}
