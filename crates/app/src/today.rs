//! Today's list: what is due for one's organisation, late first; never by person.
use crate::{App, Error, organisation::Names, referral::list::Line as ReferralLine};
use std::hash::{DefaultHasher, Hash, Hasher};
use tiltas_access::{Action, Facts, Shown, Subject};
use tiltas_domain::{Context, Field, Id, Moment, case::Case, case::Person, clock::Clock, organisation::Organisation};
pub use tiltas_store::views::due::{Duty, With};

/// One duty.
#[derive(Debug)]
pub struct Line {
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of her.
    pub spoken_name: String,
    /// How soon.
    pub urgency: tiltas_domain::case::Urgency,
    /// Whether the child's route is taken.
    pub child: bool,
    /// Who she is, as far as the role may know.
    pub person: Shown<Person>,
    /// What is due.
    pub duty: Duty,
    /// By when.
    pub clock: Clock,
    /// With whom the next step is.
    pub with: With,
    /// The other organisation.
    pub other: Option<(Id<Organisation>, String)>,
    /// Its duty phone.
    pub phone: Option<String>,
}

/// The page.
#[derive(Debug)]
pub struct Today {
    /// Late, oldest first.
    pub late: Vec<Line>,
    /// Due before tomorrow morning.
    pub soon: Vec<Line>,
    /// Later.
    pub later: Vec<Line>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// Referrals of one's own that wait for an answer.
    pub not_answered: Vec<ReferralLine>,
    /// Answers that came in the last three days.
    pub new_answers: Vec<ReferralLine>,
    /// Free places now, by provider.
    pub places: Vec<tiltas_store::views::provider::Line>,
}

/// The duties shown on a page.
const SHOWN: usize = 50;

/// Today's list of the actor's organisation. `morning` is tomorrow's first working hour in the profile's zone.
///
/// # Errors
/// When storage is away.
pub fn list(app: &App, context: &Context, morning: Moment) -> Result<Today, Error> {
    app.view("today.list", context, |read| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::default())?;
        let names = Names::read(read)?;
        let rows = read.views().due(context.actor, SHOWN as i64 + 1)?;
        let more = rows.len() > SHOWN;
        let (mut late, mut soon, mut later) = (Vec::new(), Vec::new(), Vec::new());
        let cases: Vec<Id<Case>> = rows.iter().map(|row| row.case).collect();
        read.views().take_keys(&cases)?;
        for row in rows.into_iter().take(SHOWN) {
            let facts = Facts {
                takes_part: row.takes_part,
                leads: row.leads,
                silence: true, // the row is there because a duty or silence reached this organisation
                ..Facts::default()
            };
            let Some(permit) = read.permit_row(
                Action::ReadReferral,
                row.case,
                Facts {
                    receiver: true,
                    ..facts
                },
            ) else {
                continue;
            };
            let person = read.views().person_card(row.case, &row.person)?;
            let child = person.as_ref().is_some_and(|person| person.age.takes_child_route());
            let line = Line {
                case: row.case,
                spoken_name: row.spoken_name,
                urgency: row.urgency,
                child,
                person: person.map_or(Shown::NotGiven, |person| permit.show(Field::Person, person)),
                duty: row.duty,
                with: row.with,
                phone: row.other.and_then(|other| names.phone(other)),
                other: row.other.map(|other| (other, names.of(other))),
                clock: row.clock,
            };
            match line.clock.due {
                Some(due) if due < context.now => late.push(line),
                Some(due) if due < morning => soon.push(line),
                _ => later.push(line),
            }
        }
        let not_answered = crate::referral::list::waiting(read, context, &names)?;
        let new_answers = crate::referral::list::answered(read, context, &names)?;
        let places = read.views().providers(context.now)?;
        Ok(Today {
            late,
            soon,
            later,
            more,
            not_answered,
            new_answers,
            places,
        })
    })
}

/// A number that changes when a list of the actor's organisation does: what an open page asks for every few seconds. It tells
/// of nobody, so nothing is noted.
///
/// # Errors
/// When storage is away.
pub fn news(app: &App, context: &Context) -> Result<u64, Error> {
    app.view("today.news", context, |read| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::default())?;
        let (organisation, now) = (context.actor.organisation, context.now);
        let mut digest = DefaultHasher::new();
        for row in read.views().due(context.actor, SHOWN as i64 + 1)? {
            let late = row.clock.is_late(now);
            (row.case, format!("{:?}", row.duty), row.clock.due, late).hash(&mut digest);
        }
        let referrals = [
            read.views().referrals_sent(organisation, 100)?,
            read.views().referrals_incoming(organisation, 100)?,
        ];
        for row in referrals.iter().flatten() {
            (row.referral, &row.state, row.climbed, row.changed).hash(&mut digest);
        }
        for line in read.views().providers(now)? {
            (line.provider, line.places, line.free, line.held).hash(&mut digest);
        }
        for place in read.views().places(organisation, now)? {
            (place.provider, &place.label, place.state).hash(&mut digest);
            place.hold.hash(&mut digest);
        }
        Ok(digest.finish())
    })
}
