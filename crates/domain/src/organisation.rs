//! Organisations and their people in functions. People are accounts with a function; their names are not the node's business.
use crate::{
    Changes, Context, Id,
    changes::{Kind, Stream},
    context::{Actor, Draw, Role},
    id::Moment,
    known::codes,
};
use minicbor::{Decode, Encode};

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
        /// Police, prosecution.
        5 Police = "police",
        /// A territorial team, contact point of the referral mechanism.
        6 TerritorialTeam = "territorial_team",
        /// The child-protection authority.
        7 ChildProtection = "child_protection",
        /// The national unit.
        8 NationalUnit = "national_unit",
        /// Social assistance, health, legal aid: another service.
        9 Service = "service",
    }
}

impl OrganisationKind {
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
            | OrganisationKind::NationalUnit => false,
        }
    }
}

/// What happens to an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It joins the mechanism.
    #[n(0)]
    Registered {
        /// Its name.
        #[n(0)]
        name: String,
        /// What it is.
        #[n(1)]
        kind: OrganisationKind,
        /// Rung at night.
        #[n(2)]
        duty_phone: Option<String>,
        /// The territorial team to which silence climbs.
        #[n(3)]
        contact_point: Option<Id<Organisation>>,
    },
    /// A person takes up a function.
    #[n(1)]
    MemberJoined(#[n(0)] Member),
    /// A person leaves it.
    #[n(2)]
    MemberLeft {
        /// Whose.
        #[n(0)]
        account: Id<Actor>,
    },
    /// What a person may do changes, or their sessions end: whoever signed in before is signed out.
    #[n(3)]
    MemberRights {
        /// Whose.
        #[n(0)]
        account: Id<Actor>,
        /// What the account may do from now on.
        #[n(1)]
        role: Role,
        /// Whether it may do nothing at all for now.
        #[n(2)]
        suspended: bool,
        /// Sessions that began before are dead; by the clock that sessions are counted by.
        #[n(3)]
        valid_from: Moment,
    },
}

/// Which sessions of an account hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whose.
    pub account: Id<Actor>,
    /// None of them.
    pub suspended: bool,
    /// Those that began before are dead.
    pub valid_from: Moment,
}

/// A person in a function.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Member {
    /// The account.
    #[n(0)]
    pub account: Id<Actor>,
    /// What the account may do.
    #[n(1)]
    pub role: Role,
    /// How colleagues speak of the function: "Duty officer".
    #[n(2)]
    pub function: String,
    /// Where "something waits" is sent, where configured.
    #[n(3)]
    pub mail: Option<String>,
}

/// An organisation, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Rung at night.
    pub duty_phone: Option<String>,
    /// The territorial team to which silence climbs; `None`: straight to the national unit.
    pub contact_point: Option<Id<Organisation>>,
    /// Its people.
    pub members: Vec<Member>,
    /// Which sessions hold, for those whose rights changed since they joined.
    pub validity: Vec<Validity>,
}

impl Organisation {
    /// The person with this account, unless a session that began at `since` does not hold any more.
    pub fn member(&self, account: Id<Actor>, since: Option<Moment>) -> Option<&Member> {
        let validity = self.validity.iter().find(|validity| validity.account == account);
        let holds = validity
            .is_none_or(|validity| !validity.suspended && since.is_none_or(|since| since >= validity.valid_from));
        self.members.iter().find(|member| member.account == account && holds)
    }
}

impl Stream for Organisation {
    const KIND: Kind = Kind::Organisation;
    type Event = Event;
    fn evolve(state: Option<Organisation>, event: &Event) -> Option<Organisation> {
        match (state, event) {
            (
                None,
                Event::Registered {
                    name,
                    kind,
                    duty_phone,
                    contact_point,
                },
            ) => Some(Organisation {
                name: name.clone(),
                kind: *kind,
                duty_phone: duty_phone.clone(),
                contact_point: *contact_point,
                members: Vec::new(),
                validity: Vec::new(),
            }),
            (Some(mut organisation), Event::MemberJoined(member)) => {
                organisation.members.push(member.clone());
                Some(organisation)
            }
            (Some(mut organisation), Event::MemberLeft { account }) => {
                let before = organisation.members.len();
                organisation.members.retain(|member| member.account != *account);
                (organisation.members.len() < before).then_some(organisation)
            }
            (
                Some(mut organisation),
                Event::MemberRights {
                    account,
                    role,
                    suspended,
                    valid_from,
                },
            ) => {
                let member = organisation
                    .members
                    .iter_mut()
                    .find(|member| member.account == *account)?;
                member.role = *role;
                organisation.validity.retain(|validity| validity.account != *account);
                organisation.validity.push(Validity {
                    account: *account,
                    suspended: *suspended,
                    valid_from: *valid_from,
                });
                Some(organisation)
            }
            (None, _) | (Some(_), Event::Registered { .. }) => None,
        }
    }
}

/// Registers an organisation with its first people.
#[derive(Clone, Debug)]
pub struct Register {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Rung at night.
    pub duty_phone: Option<String>,
    /// The territorial team.
    pub contact_point: Option<Id<Organisation>>,
    /// Function, role and mail of its people; accounts are drawn in this order.
    pub members: Vec<(Role, String, Option<String>)>,
}

/// Why an organisation is not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No name.
    #[error("ORG-01: an organisation has a name")]
    NoName,
    /// No people.
    #[error("ORG-02: an organisation has at least one person in a function")]
    NoMember,
}

/// Registers an organisation.
///
/// # Errors
/// When it has no name or no people.
pub fn register(command: &Register, context: &Context) -> Result<Changes, Refusal> {
    if command.name.trim().is_empty() {
        return Err(Refusal::NoName);
    }
    if command.members.is_empty() {
        return Err(Refusal::NoMember);
    }
    let id = context.id::<Organisation>(0);
    let registered = Changes::new(
        id,
        Event::Registered {
            name: command.name.clone(),
            kind: command.kind,
            duty_phone: command.duty_phone.clone(),
            contact_point: command.contact_point,
        },
    );
    Ok((0..)
        .zip(&command.members)
        .fold(registered, |changes, (nth, (role, function, mail))| {
            changes.and(
                id,
                Event::MemberJoined(Member {
                    account: context.part(Draw::Account, nth),
                    role: *role,
                    function: function.clone(),
                    mail: mail.clone(),
                }),
            )
        }))
}
