//! An institution whose experts teach: its country, what it knows, in which languages, and what it gave: practices, recommendations.
//! Where a source names a country and no institution, its name stays empty.
use crate::{
    Changes, Context, Id, Moment, Stream, StreamId,
    changes::{Kind, Summary},
    context::Actor,
    practice::Practice,
    recommendation::{Recommendation, Theme},
};
use minicbor::{Decode, Encode};

/// What is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Content {
    /// Its country (ISO 3166-1).
    #[n(0)]
    pub country: String,
    /// Its name; `None` where the source does not name it.
    #[n(1)]
    pub name: Option<String>,
    /// What its experts know, as far as the source tells.
    #[n(2)]
    pub fields: Vec<Theme>,
    /// In which languages they work (ISO 639-1), as far as the source tells.
    #[n(3)]
    pub languages: Vec<String>,
    /// What the source says of it.
    #[n(4)]
    pub said: Option<String>,
    /// The page it was read on.
    #[n(5)]
    pub page: Option<String>,
    /// Invented, to show how it works.
    #[n(6)]
    pub example: bool,
}

/// Registers it, or changes what is known.
pub type Write = Content;

/// What it gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Contribution {
    /// A practice.
    #[n(0)]
    Practice(#[n(0)] Id<Practice>),
    /// A recommendation.
    #[n(1)]
    Recommendation(#[n(0)] Id<Recommendation>),
}

impl Contribution {
    /// The stream that it is.
    pub fn stream(self) -> StreamId {
        match self {
            Contribution::Practice(id) => id.into(),
            Contribution::Recommendation(id) => id.into(),
        }
    }

    /// Reads what its stream is written as, `practice:…`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Contribution> {
        let stream = StreamId::parse(text)?;
        match stream.kind {
            Kind::Practice => Some(Contribution::Practice(Id::from_stored(stream.id))),
            Kind::Recommendation => Some(Contribution::Recommendation(Id::from_stored(stream.id))),
            _ => None,
        }
    }
}

/// What happens to an expert institution.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is registered.
    #[n(0)]
    Registered {
        /// What is known of it.
        #[n(0)]
        content: Content,
        /// Who registered it.
        #[n(1)]
        by: Actor,
        /// When.
        #[n(2)]
        at: Moment,
    },
    /// Something else is known of it.
    #[n(1)]
    Changed {
        /// What is known now.
        #[n(0)]
        content: Content,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// It gave something.
    #[n(2)]
    Contributed {
        /// What.
        #[n(0)]
        to: Contribution,
        /// When that was written down.
        #[n(1)]
        at: Moment,
    },
}

/// An expert institution.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ExpertInstitution {
    /// What is known of it.
    #[n(0)]
    pub content: Content,
    /// Who registered it.
    #[n(1)]
    pub by: Actor,
    /// When.
    #[n(2)]
    pub at: Moment,
    /// When it was changed last, if it was.
    #[n(3)]
    pub changed: Option<Moment>,
    /// What it gave, oldest first.
    #[n(4)]
    pub gave: Vec<Contribution>,
}

impl Stream for ExpertInstitution {
    const KIND: Kind = Kind::ExpertInstitution;
    type Event = Event;

    fn evolve(state: Option<ExpertInstitution>, event: &Event) -> Option<ExpertInstitution> {
        match (state, event.clone()) {
            (None, Event::Registered { content, by, at }) => Some(ExpertInstitution {
                content,
                by,
                at,
                changed: None,
                gave: Vec::new(),
            }),
            (Some(known), Event::Changed { content, at }) => Some(ExpertInstitution {
                content,
                changed: Some(at),
                ..known
            }),
            (Some(mut known), Event::Contributed { to, .. }) => {
                known.gave.push(to);
                Some(known)
            }
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(Summary::new(match event {
            Event::Registered { .. } => "expert_institution_registered",
            Event::Changed { .. } => "expert_institution_changed",
            Event::Contributed { .. } => "expert_institution_contributed",
        }))
    }
}

/// Registers it; its id is `context.id::<ExpertInstitution>(0)`.
pub fn register(command: &Write, context: &Context) -> Changes {
    let event = Event::Registered {
        content: command.clone(),
        by: context.actor,
        at: context.now,
    };
    Changes::new(context.id::<ExpertInstitution>(0), event)
}

/// Something else is known of it.
pub fn change(id: Id<ExpertInstitution>, command: &Write, context: &Context) -> Changes {
    let event = Event::Changed {
        content: command.clone(),
        at: context.now,
    };
    Changes::new(id, event)
}

/// Notes what it gave; `is_there` says whether there is such a thing.
///
/// # Errors
/// When there is none, or it was noted before.
pub fn contribute(
    id: Id<ExpertInstitution>,
    on: &ExpertInstitution,
    to: Contribution,
    is_there: bool,
    context: &Context,
) -> Result<Changes, Refusal> {
    if !is_there {
        return Err(Refusal::NotThere);
    }
    if on.gave.contains(&to) {
        return Err(Refusal::NotedBefore);
    }
    Ok(Changes::new(id, Event::Contributed { to, at: context.now }))
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// No such thing.
        NotThere = "EXP-01", "there is no such practice or recommendation; choose one from the list";
        /// Noted before.
        NotedBefore = "EXP-02", "this was noted before; it stands on the page of the institution";
    }
}
