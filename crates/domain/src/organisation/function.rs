//! Functions of an organisation: what somebody does there, under whom, and which phone rings. An actor is an account in a
//! function, and what the account may do is the function's to say.
//!
//! INVARIANT: a head is set up before the functions under it, so the way up ends.
use super::Organisation;
use crate::{Id, context::Role, referral::Step};
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
    pub fn of_colleagues(&self, id: Id<Function>, actor: crate::Actor) -> Option<&Function> {
        let other = actor.function != Some(id) && self.is_filled(id);
        self.function(id).filter(|_| other)
    }

    /// The nearest function above this one in which somebody is who does tasks.
    pub fn head_of(&self, id: Id<Function>) -> Option<Id<Function>> {
        let above = |id| self.function(id).and_then(|function| function.head);
        std::iter::successors(above(id), |id| above(*id)).find(|id| self.may_own_tasks(*id) && self.is_filled(*id))
    }
}
