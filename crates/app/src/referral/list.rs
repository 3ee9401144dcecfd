//! Lists of referrals: what became of mine, what waits for us.
use crate::{App, Error, Read, organisation::Names};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{Context, Id, Moment, case::Case, case::Urgency, organisation::Organisation, referral::Referral};
use tiltas_store::views::referral::Row;

/// One referral in a list: no person, but the spoken name.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub referral: Id<Referral>,
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of her.
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
    /// How many steps silence has climbed.
    pub climbed: usize,
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
        climbed: row.climbed,
        changed: row.changed,
    }
}

fn noted(read: &mut Read<'_>, rows: Vec<Row>, names: &Names) -> Vec<Line> {
    rows.into_iter()
        .filter(|row| {
            let facts = Facts {
                sender: true, // the query asked for one's own
                ..Facts::default()
            };
            read.permit_row(Action::ReadReferral, row.case, facts).is_some()
        })
        .map(|row| line(row, names))
        .collect()
}

/// Sent by the actor's organisation and not answered.
pub(crate) fn waiting(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let rows = read.views().referrals_waiting(context.actor.organisation, 12)?;
    Ok(noted(read, rows, names))
}

/// Sent by the actor's organisation and answered in the last three days.
pub(crate) fn answered(read: &mut Read<'_>, context: &Context, names: &Names) -> Result<Vec<Line>, Error> {
    let since = context.now.plus_hours(-72);
    let rows = read.views().referrals_answered(context.actor.organisation, since, 12)?;
    Ok(noted(read, rows, names))
}

/// What became of mine: all that the actor's organisation sent, newest first.
///
/// # Errors
/// When storage is away.
pub fn sent(app: &App, context: &Context) -> Result<Vec<Line>, Error> {
    app.view("referral.sent", context, |read| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::default())?;
        let names = Names::read(read)?;
        let rows = read.views().referrals_sent(context.actor.organisation, 100)?;
        Ok(noted(read, rows, &names))
    })
}

/// What was sent to the actor's organisation and is not over, what waits longest first.
///
/// # Errors
/// When storage is away.
pub fn incoming(app: &App, context: &Context) -> Result<Vec<Line>, Error> {
    app.view("referral.incoming", context, |read| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::default())?;
        let names = Names::read(read)?;
        let rows = read.views().referrals_incoming(context.actor.organisation, 100)?;
        Ok(noted(read, rows, &names))
    })
}
