//! Lists of referrals: what became of mine, what waits for us.
use crate::{App, Error, Read, organisation::Names};
use tiltas_access::{Action, Facts, ReferralFacts, Subject};
use tiltas_domain::{
    Context, Id, Moment, Root, case::Case, case::Urgency, organisation::Organisation, referral::Referral,
};
use tiltas_store::views::referral::Row;
pub use tiltas_store::views::referral::list::{Mark, Order};

/// One referral in a list: no person, but the spoken name.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub referral: Id<Referral>,
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who sent it.
    pub from: (Id<Organisation>, String),
    /// To whom; a draft may have none.
    pub to: Option<(Id<Organisation>, String)>,
    /// The provider's name.
    pub provider: Option<String>,
    /// The receiver's duty phone.
    pub phone: Option<String>,
    /// Where it stands: the state's code.
    pub state: String,
    /// How soon.
    pub urgency: Urgency,
    /// When it was sent.
    pub sent: Option<Moment>,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<Moment>,
    /// Until when it is to be answered.
    pub answer_due: Option<Moment>,
    /// how many steps of escalation were taken.
    pub escalated: usize,
    /// When it changed last.
    pub changed: Moment,
}

fn line(row: Row, names: &Names) -> Line {
    Line {
        referral: row.referral,
        case: row.case,
        spoken_name: row.spoken_name,
        from: (row.from, names.of(row.from)),
        phone: row.provider_phone,
        to: row.receiver.map(|receiver| (receiver, names.of(receiver))),
        provider: row.provider_name,
        state: row.state,
        urgency: row.urgency,
        sent: row.sent,
        acknowledge_due: row.acknowledge_due,
        answer_due: row.answer_due,
        escalated: row.escalated,
        changed: row.changed,
    }
}

/// The rows that the policy lets the actor see, each counted as shown.
fn noted(read: &mut Read<'_>, context: &Context, rows: Vec<Row>, names: &Names) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let facts = ReferralFacts::of_row(row.facts, row.side(context.actor.organisation));
        if read.permit_row(Action::ReadReferral, row.case, facts).is_none() {
            continue;
        }
        let late = row.answer_due.is_some_and(|due| due < context.now);
        read.shows(&(row.referral, &row.state, row.escalated, row.changed, late));
        lines.push(line(row, names));
    }
    lines
}

/// Sent by the actor's organisation and not answered.
pub(crate) fn waiting(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let rows = read
        .views()
        .referrals_waiting(context.actor.organisation, 12, context.now)?;
    Ok(noted(read, context, rows, names))
}

/// Sent by the actor's organisation and answered in the last three days.
pub(crate) fn answered(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let since = context.now.plus_hours(-72);
    let rows = read
        .views()
        .referrals_answered(context.actor.organisation, since, 12, context.now)?;
    Ok(noted(read, context, rows, names))
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Where the next page goes on.
    pub next: Option<Mark>,
    /// How many there are of this list.
    pub count: usize,
    /// Whether there are more than are counted.
    pub more: bool,
}

/// The referrals of a list that is no page: for programs, and for whoever asks whether it has changed.
pub const LISTED: usize = 100;
/// The referrals of each list on a page that is read on a phone.
pub const SHOWN: usize = 30;
/// The referrals that are counted exactly.
pub const COUNTED: usize = 1000;

/// One page of at most so many referrals that the actor's organisation sent, or that came to it and are not over.
///
/// # Errors
/// When storage is away.
pub fn page(app: &App, root: &Root, order: Order, after: Option<&Mark>, most: usize) -> Result<Page, Error> {
    app.view("referral.list", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let (found, next) = select(read, context, order, after, most)?;
        let (count, more) = match (&next, after) {
            (None, None) => (found.len(), false),
            _ => {
                let (counted, more) = select(read, context, order, None, COUNTED)?;
                (counted.len(), more.is_some())
            }
        };
        let lines = noted(read, context, found, &names);
        Ok(Page {
            lines,
            next,
            count,
            more,
        })
    })
}

/// The rows after the one marked that the policy lets the actor see, and the mark of the last where more follow. Nothing is
/// noted yet: they may only be counted.
fn select(
    read: &mut Read<'_>,
    context: &Context,
    order: Order,
    after: Option<&Mark>,
    most: usize,
) -> Result<(Vec<Row>, Option<Mark>), Error> {
    let organisation = context.actor.organisation;
    let chunk = most as i64 + 1;
    let (mut found, mut after): (Vec<(Row, Mark)>, _) = (Vec::new(), after.cloned());
    loop {
        let rows = read
            .views()
            .referrals(organisation, order, after.as_ref(), chunk, context.now)?;
        let last = (rows.len() as i64) < chunk;
        after = rows.last().map(|(_, mark)| mark.clone());
        for (row, mark) in rows {
            let facts = ReferralFacts::of_row(row.facts, row.side(organisation));
            if read.permit_counted(Action::ReadReferral, row.case, facts).is_none() {
                continue;
            }
            if found.len() == most {
                let next = found.last().map(|(_, mark)| mark.clone());
                return Ok((found.into_iter().map(|(row, _)| row).collect(), next));
            }
            found.push((row, mark));
        }
        if last {
            return Ok((found.into_iter().map(|(row, _)| row).collect(), None));
        }
    }
}

/// The first page of what the actor's organisation sent, for whoever asks whether it has changed.
pub(crate) fn all_sent(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let (rows, _) = select(read, context, Order::SentByChange, None, LISTED)?;
    Ok(noted(read, context, rows, names))
}

/// The same of what came in.
pub(crate) fn all_incoming(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let (rows, _) = select(read, context, Order::Incoming, None, LISTED)?;
    Ok(noted(read, context, rows, names))
}
