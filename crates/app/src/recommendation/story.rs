//! One recommendation with its whole story: who said it, who thinks what, who decided, who is to do it, what came of it.
use super::{facts, likeness};
use crate::{
    Act, App, Error, Read,
    act::{On, offered_by},
    meeting::facts as meeting_facts,
    organisation::Names,
    plan::item,
    practice::reading,
    programme::holding,
};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Context, Id, Root,
    dated::Dated,
    meeting::Meeting,
    organisation::Organisation,
    practice::Practice,
    programme::{Came, Programme},
    recommendation::{Recommendation, SourceKind},
    visit::Visit,
};

/// Another recommendation that is named in the story.
#[derive(Clone, Debug)]
pub struct Other {
    /// Which.
    pub id: Id<Recommendation>,
    /// In a line.
    pub title: String,
    /// Its source.
    pub source: SourceKind,
    /// The document.
    pub document: Option<String>,
    /// When it was said.
    pub dated: Option<Dated>,
    /// How strongly, in its source's own word.
    pub priority: Option<String>,
    /// Invented.
    pub example: bool,
}

impl Other {
    pub(super) fn of(id: Id<Recommendation>, of: &Recommendation) -> Other {
        let first = &of.first;
        Other {
            id,
            title: first.title.clone(),
            source: first.source.kind,
            document: first.source.document.clone(),
            dated: first.source.dated,
            priority: first.source.priority.clone(),
            example: first.example,
        }
    }
}

/// From what a recommendation came, or where it was decided: each page that tells of it in its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was found on a visit.
    Visit(Id<Visit>),
    /// It is a practice that was adopted.
    Practice(Id<Practice>),
    /// A meeting decided it.
    Meeting(Id<Meeting>),
}

/// The story.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Recommendation>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it.
    pub of: Recommendation,
    /// The names of the institutions in it.
    pub names: HashMap<Id<Organisation>, String>,
    /// Those that say the same.
    pub same: Vec<Other>,
    /// Those that may say the same, for whoever may decide it.
    pub proposed: Vec<Other>,
    /// What stands in its place.
    pub superseded_by: Option<Other>,
    /// How many days the nearest term is over.
    pub late: Option<i32>,
    /// The actions of plans that carry it out, each with the name of its plan.
    pub actions: Vec<(item::Other, String)>,
    /// Where else it is told of, in the order of its life, each in a line.
    pub told: Vec<(Told, String)>,
    /// The programmes of which it came.
    pub programmes: Vec<(Id<Programme>, Programme)>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
    /// The reader's institution.
    pub own: Id<Organisation>,
}

impl Story {
    /// Whether the reader may do this to it now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }

    /// The name of an institution.
    pub fn name(&self, who: Id<Organisation>) -> String {
        self.names.get(&who).cloned().unwrap_or_default()
    }
}

/// The whole story.
///
/// # Errors
/// When the actor's role does not read recommendations, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Recommendation>) -> Result<Story, Error> {
    app.view("recommendation.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadRecommendations, subject, Facts::None)?;
        let of = read.state(id)?;
        let names = Names::read(read)?;
        let named = of
            .discussion
            .iter()
            .flat_map(|known| known.asked.iter().copied())
            .chain(of.positions.iter().map(|said| said.organisation))
            .chain(of.addressees.iter().map(|one| one.organisation))
            .chain(of.reports.iter().chain(&of.reviews).map(|found| found.organisation))
            .chain([of.first.by.organisation]);
        let names = named.map(|who| (who, names.of(who))).collect();
        let mut other = |id: Id<Recommendation>| {
            let other = read.state(id)?;
            Ok::<_, Error>(Other::of(id, &other))
        };
        let same = of.same.iter().map(|id| other(*id)).collect::<Result<_, _>>()?;
        let superseded_by = of.superseded_by.map(&mut other).transpose()?;
        let acts = Act::ALL.iter().copied();
        let may: Vec<Act> = acts
            .filter(|act| {
                let allows = |action| read.may(action, subject, facts(*act, &of, context));
                offered_by(allows, On::Recommendation(&of), context).contains(act)
            })
            .collect();
        let proposed = match may.contains(&Act::LikenRecommendation) {
            true => likeness::proposed(app, read, id)?,
            false => Vec::new(),
        };
        let told = told(read, id, &of, context)?;
        Ok(Story {
            actions: item::carrying_out(app, read, id, context)?,
            programmes: holding(read, Came::Recommendation(id))?,
            told,
            id,
            version: read.version_of(id),
            names,
            same,
            proposed,
            superseded_by,
            late: of.term().and_then(|term| app.profile().days_late(term, context.now)),
            may,
            own: context.actor.organisation,
            of,
        })
    })
}

/// Where else it is told of, as far as this reader may open it.
fn told(
    read: &mut Read<'_>,
    id: Id<Recommendation>,
    of: &Recommendation,
    context: &Context,
) -> Result<Vec<(Told, String)>, Error> {
    let mut told = Vec::new();
    let visits = match read.may(Action::ReadProgrammes, Subject::Own, Facts::None) {
        true => read.views().visits()?,
        false => Vec::new(),
    };
    for (visit, on) in visits {
        if on.findings.iter().any(|finding| finding.recommendation == Some(id)) {
            told.push((Told::Visit(visit), on.first.title));
        }
    }
    for line in read.views().practices()? {
        let (action, own) = reading(line.open, line.writer, &context.actor);
        if line.adopted.contains(&id) && read.may(action, Subject::Other(line.id.into()), own) {
            told.push((Told::Practice(line.id), line.title));
        }
    }
    if of.decision.is_some() {
        for (meeting, on) in read.views().meetings()? {
            let subject = Subject::Other(meeting.into());
            let decided = on.taken.iter().any(|taken| taken.recommendation == id);
            if decided && read.may(Action::ReadMeetings, subject, meeting_facts(&on, context)) {
                told.push((Told::Meeting(meeting), on.first.title));
            }
        }
    }
    Ok(told)
}
