//! Lists of referrals: what became of mine, what waits for us.
use crate::{App, Error, Read, organisation::Names};
use tiltas_access::{Action, Facts, ReferralFacts, Subject};
use tiltas_domain::{Context, Id, Moment, case::Case, case::Urgency, organisation::Organisation, referral::Referral};
use tiltas_store::views::referral::Row;

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

/// What became of mine: all that the actor's organisation sent, newest first.
///
/// # Errors
/// When storage is away.
pub fn sent(app: &App, context: &Context) -> Result<Vec<Line>, Error> {
    app.view("referral.sent", context, |read| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        all_sent(read, context, &names)
    })
}

pub(crate) fn all_sent(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let rows = read
        .views()
        .referrals_sent(context.actor.organisation, 100, context.now)?;
    Ok(noted(read, context, rows, names))
}

/// What was sent to the actor's organisation and is not over, what waits longest first.
///
/// # Errors
/// When storage is away.
pub fn incoming(app: &App, context: &Context) -> Result<Vec<Line>, Error> {
    app.view("referral.incoming", context, |read| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        all_incoming(read, context, &names)
    })
}

pub(crate) fn all_incoming(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let rows = read
        .views()
        .referrals_incoming(context.actor.organisation, 100, context.now)?;
    Ok(noted(read, context, rows, names))
}
