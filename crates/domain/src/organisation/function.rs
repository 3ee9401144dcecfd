//! Functions of an organisation: what somebody does there, under whom, and which phone rings. An actor is an account in a
//! function, and what the account may do is the function's to say.
//!
//! INVARIANT: the way up from a function ends: no head stands under its own function.
use super::{Event, Organisation, Refusal, folded};
use crate::{
    Changes, Context, Id,
    context::{Actor, Draw, Role},
    referral::Step,
};
use minicbor::{Decode, Encode};

/// A function of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Function {
    /// Which.
    #[n(0)]
    pub id: Id<Function>,
    /// What its people may do.
    #[n(1)]
    pub role: Role,
    /// How colleagues speak of it: "Duty officer".
    #[n(2)]
    pub title: String,
    /// Rung for this function; `None`: the organisation's duty phone.
    #[n(3)]
    pub duty_phone: Option<String>,
    /// The function above it.
    #[n(4)]
    pub head: Option<Id<Function>>,
}

impl Organisation {
    /// The function that answers for what the institution owes, where it has one.
    pub fn focal(&self) -> Option<Id<Function>> {
        let mut functions = self.functions.iter();
        let found = functions.find(|function| function.role == Role::FocalFunction);
        found.map(|function| function.id)
    }
}

/// A function that is set up with its organisation, with its first person.
#[derive(Clone, Debug)]
pub struct NewFunction {
    /// What its people may do.
    pub role: Role,
    /// How colleagues speak of it.
    pub title: String,
    /// Rung for this function.
    pub duty_phone: Option<String>,
    /// The function above it, by its place among those that are set up.
    pub head: Option<usize>,
    /// Where its first person is told that something waits.
    pub mail: Option<String>,
}

impl NewFunction {
    /// Without a phone of its own, a head or mail.
    pub fn new(role: Role, title: impl Into<String>) -> NewFunction {
        NewFunction {
            role,
            title: title.into(),
            duty_phone: None,
            head: None,
            mail: None,
        }
    }

    /// The same under a head.
    #[must_use]
    pub fn under(self, head: Option<usize>) -> NewFunction {
        NewFunction { head, ..self }
    }
}

/// Opens a function in an organisation that stands; nobody is in it yet.
#[derive(Clone, Debug)]
pub struct OpenFunction {
    /// What its people may do.
    pub role: Role,
    /// The rest, which can be changed.
    pub told: ToldOfFunction,
}

/// What of a function can be changed.
#[derive(Clone, Debug)]
pub struct ToldOfFunction {
    /// How colleagues speak of it.
    pub title: String,
    /// Rung for it.
    pub duty_phone: Option<String>,
    /// The function above it.
    pub head: Option<Id<Function>>,
}

/// Opens a function.
///
/// # Errors
/// When the role does not fit the kind of organisation, another function has its title, or its head is none.
pub fn open_function(
    id: Id<Organisation>,
    organisation: &Organisation,
    command: &OpenFunction,
    context: &Context,
) -> Result<Changes, Refusal> {
    if !organisation.kind.roles().contains(&command.role) {
        return Err(Refusal::RoleDoesNotFit);
    }
    organisation.may_tell(None, &command.told)?;
    let told = command.told.clone();
    let function = Function {
        id: context.part(Draw::Function, 0),
        role: command.role,
        title: told.title,
        duty_phone: told.duty_phone,
        head: told.head,
    };
    Ok(Changes::new(id, Event::FunctionSetUp(function)))
}

/// Changes the title, the phone and the head of a function. What its people may do stays: that is another function.
///
/// # Errors
/// When there is no such function, another has its title, or its head is none or stands under it.
pub fn change_function(
    id: Id<Organisation>,
    organisation: &Organisation,
    function: Id<Function>,
    told: &ToldOfFunction,
) -> Result<Changes, Refusal> {
    organisation.function(function).ok_or(Refusal::NoFunction)?;
    organisation.may_tell(Some(function), told)?;
    let changed = Event::FunctionChanged {
        function,
        title: told.title.clone(),
        duty_phone: told.duty_phone.clone(),
        head: told.head,
    };
    Ok(Changes::new(id, changed))
}

/// Closes a function in which nobody is. What it had to do is the whole organisation's, and those under it stand under its head.
///
/// # Errors
/// When there is no such function, or somebody is in it.
pub fn close_function(
    id: Id<Organisation>,
    organisation: &Organisation,
    function: Id<Function>,
) -> Result<Changes, Refusal> {
    organisation.function(function).ok_or(Refusal::NoFunction)?;
    if organisation.members.iter().any(|member| member.function == function) {
        return Err(Refusal::FunctionInUse);
    }
    Ok(Changes::new(id, Event::FunctionClosed { function }))
}

/// The places of new functions, each head before those under it; `None` where a head is none of them, or stands under its own
/// function.
pub(super) fn from_the_head(functions: &[NewFunction]) -> Option<Vec<usize>> {
    let mut places: Vec<usize> = Vec::with_capacity(functions.len());
    while places.len() < functions.len() {
        let mut left = functions.iter().enumerate().filter(|(nth, _)| !places.contains(nth));
        let (next, _) = left.find(|(_, function)| function.head.is_none_or(|head| places.contains(&head)))?;
        places.push(next);
    }
    Some(places)
}

impl Organisation {
    /// Whether a function may bear this: `of` is the one that is changed, `None` a new one.
    fn may_tell(&self, of: Option<Id<Function>>, told: &ToldOfFunction) -> Result<(), Refusal> {
        let title = folded(&told.title);
        let mut others = self.functions.iter().filter(|function| Some(function.id) != of);
        if others.any(|other| folded(&other.title) == title) {
            return Err(Refusal::TitleTaken);
        }
        match told.head.is_none_or(|head| self.may_be_head(head, of)) {
            true => Ok(()),
            false => Err(Refusal::NoHead),
        }
    }

    /// Whether `head` is a function of it that does not stand under `of`, nor is it.
    pub fn may_be_head(&self, head: Id<Function>, of: Option<Id<Function>>) -> bool {
        let above = |id: &Id<Function>| self.function(*id).and_then(|function| function.head);
        self.function(head).is_some() && !std::iter::successors(Some(head), above).any(|up| Some(up) == of)
    }

    /// Whether the account may go to this function, or with `None` do nothing for now: the last that registers organisations is
    /// never left out.
    ///
    /// # Errors
    /// When nobody else is left who does.
    pub fn may_move(&self, account: Id<Actor>, to: Option<Id<Function>>) -> Result<(), Refusal> {
        let manages = |id| {
            self.function(id)
                .is_some_and(|function| function.role.registers_organisations())
        };
        if to.is_some_and(manages) {
            return Ok(());
        }
        let active = |member: &&super::Member| self.member(member.account, None).is_some();
        let managers = self
            .members
            .iter()
            .filter(active)
            .filter(|member| manages(member.function));
        match managers.map(|member| member.account).collect::<Vec<_>>().as_slice() {
            [only] if *only == account => Err(Refusal::LastManager),
            _ => Ok(()),
        }
    }

    /// One of its functions.
    pub fn function(&self, id: Id<Function>) -> Option<&Function> {
        self.functions.iter().find(|function| function.id == id)
    }

    /// Whether this is one of its functions, and one whose people do tasks.
    pub fn may_own_tasks(&self, id: Id<Function>) -> bool {
        self.function(id).is_some_and(|function| function.role.does_tasks())
    }

    /// Whether somebody is there, and may do something, in a role of which this is true.
    pub fn has(&self, role: impl Fn(Role) -> bool) -> bool {
        let mut functions = self.functions.iter().filter(|function| role(function.role));
        functions.any(|function| self.is_filled(function.id))
    }

    /// Whether somebody is there who does tasks: what is given to nobody stands on nobody's list.
    pub fn does_tasks(&self) -> bool {
        self.has(Role::does_tasks)
    }

    /// Whether somebody is there whom a step of escalation means.
    pub fn is_anybody_at(&self, step: Step) -> bool {
        match step {
            Step::Sender => self.does_tasks(),
            Step::Supervisor => self.has(|role| role == Role::Supervisor),
            Step::ContactPoint | Step::NationalUnit => {
                self.has(|role| matches!(role, Role::ContactPoint | Role::NationalUnit))
            }
        }
    }

    /// Whether somebody is in this function who may do something.
    pub fn is_filled(&self, id: Id<Function>) -> bool {
        let mut people = self.members.iter().filter(|member| member.function == id);
        people.any(|member| self.member(member.account, None).is_some())
    }

    /// The function that is to do a task and is not the actor's own, where somebody is in it: what waits for nobody waits for all.
    pub fn of_colleagues(&self, id: Id<Function>, actor: Actor) -> Option<&Function> {
        let other = actor.function != Some(id) && self.is_filled(id);
        self.function(id).filter(|_| other)
    }

    /// The nearest function above this one in which somebody is who does tasks.
    pub fn head_of(&self, id: Id<Function>) -> Option<Id<Function>> {
        let above = |id| self.function(id).and_then(|function| function.head);
        std::iter::successors(above(id), |id| above(*id)).find(|id| self.may_own_tasks(*id) && self.is_filled(*id))
    }
}
