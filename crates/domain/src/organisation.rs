//! Organisations and their people in functions. People are accounts in a function; their names are not the node's business.
mod function;
mod kind;

use function::from_the_head;
pub use function::{
    Function, NewFunction, OpenFunction, ToldOfFunction, change_function, close_function, open_function,
};
pub use kind::OrganisationKind;

use crate::{
    Changes, Context, Id,
    changes::{Kind, Stream},
    context::{Actor, Draw, Role},
    id::Moment,
};
use minicbor::{Decode, Encode};

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
        /// The territorial team to which a referral without reply is escalated.
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
        /// In which function the account is from now on.
        #[n(1)]
        function: Id<Function>,
        /// Whether it may do nothing at all for now.
        #[n(2)]
        suspended: bool,
        /// Sessions that began before are dead; by the clock that sessions are counted by.
        #[n(3)]
        valid_from: Moment,
    },
    /// A function is set up: somebody may take it up from now on.
    #[n(4)]
    FunctionSetUp(#[n(0)] Function),
    /// How colleagues speak of a function, its phone or its head changes.
    #[n(5)]
    FunctionChanged {
        /// Which.
        #[n(0)]
        function: Id<Function>,
        /// How colleagues speak of it.
        #[n(1)]
        title: String,
        /// Rung for it.
        #[n(2)]
        duty_phone: Option<String>,
        /// The function above it.
        #[n(3)]
        head: Option<Id<Function>>,
    },
    /// A function is closed: nobody is in it, and what it had to do is the organisation's.
    #[n(6)]
    FunctionClosed {
        /// Which.
        #[n(0)]
        function: Id<Function>,
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
    /// In which function.
    #[n(1)]
    pub function: Id<Function>,
    /// Where "something waits" is sent, where configured.
    #[n(2)]
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
    /// The territorial team to which a referral without reply is escalated; `None`: straight to the national unit.
    pub contact_point: Option<Id<Organisation>>,
    /// Its functions, in the order in which they were set up.
    pub functions: Vec<Function>,
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
                functions: Vec::new(),
                members: Vec::new(),
                validity: Vec::new(),
            }),
            (Some(mut organisation), Event::FunctionSetUp(function)) => {
                let known = |id| organisation.function(id).is_some();
                if known(function.id) || !function.head.is_none_or(known) {
                    return None;
                }
                organisation.functions.push(function.clone());
                Some(organisation)
            }
            (
                Some(mut organisation),
                Event::FunctionChanged {
                    function,
                    title,
                    duty_phone,
                    head,
                },
            ) => {
                if !head.is_none_or(|head| organisation.may_be_head(head, Some(*function))) {
                    return None;
                }
                let mut functions = organisation.functions.iter_mut();
                let found = functions.find(|known| known.id == *function)?;
                (found.title, found.duty_phone, found.head) = (title.clone(), duty_phone.clone(), *head);
                Some(organisation)
            }
            (Some(mut organisation), Event::FunctionClosed { function }) => {
                let head = organisation.function(*function)?.head;
                if organisation.members.iter().any(|member| member.function == *function) {
                    return None;
                }
                organisation.functions.retain(|known| known.id != *function);
                let under = organisation.functions.iter_mut();
                under
                    .filter(|known| known.head == Some(*function))
                    .for_each(|known| known.head = head);
                Some(organisation)
            }
            (Some(mut organisation), Event::MemberJoined(member)) => {
                organisation.function(member.function)?;
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
                    function,
                    suspended,
                    valid_from,
                },
            ) => {
                organisation.function(*function)?;
                let member = organisation
                    .members
                    .iter_mut()
                    .find(|member| member.account == *account)?;
                member.function = *function;
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
    /// Its functions, each with its first person; accounts are drawn in this order.
    pub functions: Vec<NewFunction>,
}

crate::slice::refusal! {
    /// Why an organisation is not registered.
    Refusal {
        /// No name.
        NoName = "ORG-01", "an organisation has a name";
        /// No people.
        NoMember = "ORG-02", "an organisation has at least one person in a function";
        /// A role that this kind of organisation does not have.
        RoleDoesNotFit = "ORG-03", "an organisation of this kind has no such role; choose one that it has";
        /// A contact point that is none.
        NoContactPoint = "ORG-04", "the contact point is a territorial team that is registered; choose one";
        /// Another bears the name.
        NameTaken = "ORG-05", "another organisation or provider has this name; choose one that is not mistaken for it";
        /// Another function bears the title.
        TitleTaken = "ORG-07", "another function of the organisation has this title; choose one that is not mistaken for it";
        /// No such function.
        NoFunction = "ORG-08", "the organisation has no such function";
        /// Somebody is in it.
        FunctionInUse = "ORG-09", "somebody is in this function; move them to another first";
        /// Nobody else registers organisations.
        LastManager = "ORG-10", "nobody else is left who registers organisations; give that to another account first";
        /// A head that is none.
        NoHead = "ORG-06",
            "the head of a function is another function of the organisation, and stands under none below it";
    }
}

impl Organisation {
    /// Whether leading cases is its work, and somebody is there who does it.
    pub fn may_lead(&self) -> bool {
        self.kind.may_lead() && self.is_manned()
    }

    /// Whether somebody is there who leads cases: nobody is left where all have gone, or may do nothing.
    pub fn is_manned(&self) -> bool {
        self.has(Role::may_lead)
    }
}

/// A name as it is compared with others: letters and digits, small, so that no blank or stroke tells two apart.
pub fn folded(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What else is registered, as far as a new organisation must fit to it.
#[derive(Clone, Debug, Default)]
pub struct Registered {
    /// What the contact point is that the command names; `None` where there is no such organisation.
    pub contact_point: Option<OrganisationKind>,
    /// The names that others bear.
    pub names: Vec<String>,
}

/// Registers an organisation.
///
/// # Errors
/// When it has no name or no people, a role does not fit its kind, its contact point or the head of a function is none, or
/// another has its name.
pub fn register(command: &Register, others: &Registered, context: &Context) -> Result<Changes, Refusal> {
    if command.name.trim().is_empty() {
        return Err(Refusal::NoName);
    }
    if command.functions.is_empty() {
        return Err(Refusal::NoMember);
    }
    let fits = |function: &NewFunction| command.kind.roles().contains(&function.role);
    if !command.functions.iter().all(fits) {
        return Err(Refusal::RoleDoesNotFit);
    }
    let places = from_the_head(&command.functions).ok_or(Refusal::NoHead)?;
    if command.contact_point.is_some() && others.contact_point != Some(OrganisationKind::TerritorialTeam) {
        return Err(Refusal::NoContactPoint);
    }
    let name = folded(&command.name);
    if others.names.iter().any(|other| folded(other) == name) {
        return Err(Refusal::NameTaken);
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
    let function = |nth: usize| context.part(Draw::Function, nth as u32);
    let set_up = places
        .iter()
        .filter_map(|nth| Some((*nth, command.functions.get(*nth)?)));
    let set_up = set_up.map(|(nth, new)| {
        Event::FunctionSetUp(Function {
            id: function(nth),
            role: new.role,
            title: new.title.clone(),
            duty_phone: new.duty_phone.clone(),
            head: new.head.map(function),
        })
    });
    let joined = command.functions.iter().enumerate().map(|(nth, new)| {
        Event::MemberJoined(Member {
            account: context.part(Draw::Account, nth as u32),
            function: function(nth),
            mail: new.mail.clone(),
        })
    });
    Ok(set_up
        .chain(joined)
        .fold(registered, |changes, event| changes.and(id, event)))
}
