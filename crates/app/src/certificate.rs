//! Certificates: listed for whoever planned the training and for the institution of their holders, withdrawn by who writes the
//! training, and checked by anyone.
use crate::{Act, App, Error, Receipt, organisation::Names, paging::cut, training::facts};
use std::collections::HashMap;
use tiltas_access::{Action, OwnFacts, Subject, TrainedFacts};
use tiltas_domain::{
    Id, Moment, Root,
    certificate::{self, Certificate, Code, Select, Status, Withdraw},
    dated::Dated,
    likeness::Sought,
    organisation::Organisation,
    training::Training,
};
pub use tiltas_store::views::certificate::Line;

/// A certificate in a list, with its words.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The line.
    pub line: Line,
    /// How it stands today.
    pub status: Status,
    /// The name of the holder's institution.
    pub organisation: String,
    /// The title of the training.
    pub training: String,
    /// Whether this reader may open its sheet: whoever writes the training may.
    pub opens: bool,
}

/// A page of the list.
#[derive(Debug)]
pub struct Page {
    /// The lines, those that run out first before the others.
    pub lines: Vec<Shown>,
    /// How many fit what was chosen.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// After which the next page begins, if there is one.
    pub next: Option<Id<Certificate>>,
    /// How many this reader sees.
    pub all: usize,
    /// How many of them run out soon.
    pub run_out: usize,
}

/// A page of the list; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role sees none, or storage is away.
pub fn list(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("certificate.list", root, |read, context| {
        let own = OwnFacts::of(context.actor.organisation, &context.actor);
        let _permit = read.permit(Action::ReadCertificates, Subject::Own, own)?;
        let (names, today) = (Names::read(read)?, app.profile().date(context.now));
        // WHY not who issued it: the secretariat issues for an organiser, who then still has it in the list.
        let trainings = read.views().trainings()?.into_iter();
        let trainings: HashMap<Id<Training>, _> = trainings.map(|line| (line.id, line)).collect();
        let mut shown: Vec<Shown> = Vec::new();
        for line in read.views().certificates()? {
            let (training, subject) = (trainings.get(&line.training), Subject::Other(line.id.into()));
            let owner = training.map(|training| training.owner);
            let concerned: Vec<Id<Organisation>> = owner.into_iter().chain([line.told.organisation]).collect();
            let concerned = OwnFacts::among(&concerned, &context.actor);
            if !read.may(Action::ReadCertificates, subject, concerned) {
                continue;
            }
            let opens = |owner| read.may(Action::WriteTraining, subject, OwnFacts::of(owner, &context.actor));
            shown.push(Shown {
                status: line.told.status(today),
                organisation: names.of(line.told.organisation),
                training: training.map(|training| training.title.clone()).unwrap_or_default(),
                opens: owner.is_some_and(opens),
                line,
            });
        }
        let all = shown.len();
        let run_out = shown.iter().filter(|one| one.status == Status::RunsOut).count();
        let sought = select.text.as_deref().map(Sought::of);
        let says = |one: &Shown, sought: &Sought| {
            let told = &one.line.told;
            sought.stands_in([
                told.number.as_str(),
                &told.competence,
                &told.function,
                &one.organisation,
                &one.training,
            ])
        };
        let found = shown.into_iter().filter(|one| {
            select.status.is_none_or(|status| one.status == status)
                && sought.as_ref().is_none_or(|sought| says(one, sought))
        });
        let cut = cut(found.collect(), select.after.as_ref(), size, |one| one.line.id);
        Ok(Page {
            lines: cut.lines,
            found: cut.found,
            before: cut.before,
            next: cut.next,
            all,
            run_out,
        })
    })
}

/// A certificate as its issuer sees it, with its code: to be printed.
#[derive(Debug)]
pub struct Sheet {
    /// Which.
    pub id: Id<Certificate>,
    /// What it says.
    pub of: Certificate,
    /// How it stands today.
    pub status: Status,
    /// The name of the holder's institution.
    pub organisation: String,
    /// Who issued it.
    pub issuer: String,
    /// Whether this reader may withdraw it.
    pub may_withdraw: bool,
}

/// One certificate, for whoever issued it: it bears its code.
///
/// # Errors
/// When the actor does not write the training, or there is none.
pub fn sheet(app: &App, root: &Root, id: Id<Certificate>) -> Result<Sheet, Error> {
    app.view("certificate.show", root, |read, context| {
        let of = read.state(id)?;
        let on = read.state::<Training>(of.issued.training)?;
        let _permit = read.permit(Action::WriteTraining, Subject::Other(id.into()), facts(&on, context))?;
        let names = Names::read(read)?;
        Ok(Sheet {
            id,
            status: of.told().status(app.profile().date(context.now)),
            organisation: names.of(of.issued.organisation),
            issuer: names.of(of.issued.by.organisation),
            may_withdraw: of.may_be_withdrawn().is_ok(),
            of,
        })
    })
}

/// Withdraws one, with a reason.
///
/// # Errors
/// As [`certificate::withdraw`].
pub fn withdraw(app: &App, root: &Root, id: Id<Certificate>, command: &Withdraw) -> Result<Receipt, Error> {
    app.decide(Act::WithdrawCertificate, root, |read, context| {
        let of = read.state(id)?;
        let on = read.state::<Training>(of.issued.training)?;
        let action = Act::WithdrawCertificate.action();
        let permit = read.permit(action, Subject::Other(id.into()), facts(&on, context))?;
        Ok((permit, certificate::withdraw(id, &of, command, context)?))
    })
}

/// What anyone is told of a code that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How it stands today.
    pub status: Status,
    /// For what.
    pub competence: String,
    /// The last day on which it is valid.
    pub until: Dated,
    /// It is invented.
    pub example: bool,
}

/// Checks a code, for anyone: nobody is signed in, nothing is opened, so nothing is noted. A code that can't be one is looked for
/// like one that nobody has, so that neither words nor time tell them apart.
///
/// # Errors
/// When storage is away.
pub fn check(app: &App, typed: &str, now: Moment) -> Result<Option<Checked>, Error> {
    let typed = Code::typed(typed);
    let found = app.store().snapshot()?.certificate_by(&typed)?;
    let known = found.filter(|_| Code::is_sound(&typed));
    Ok(known.map(|line| Checked {
        status: line.told.status(app.profile().date(now)),
        competence: line.told.competence,
        until: line.told.until,
        example: line.example,
    }))
}

/// Whether a function of an institution, or anybody there, is trained in something: what a rule will ask.
///
/// # Errors
/// When storage is away.
pub fn trained(
    app: &App,
    organisation: Id<Organisation>,
    function: Option<&str>,
    competence: &str,
    now: Moment,
) -> Result<TrainedFacts, Error> {
    let lines = app.store().snapshot()?.certificates()?;
    let told = lines.iter().map(|line| &line.told);
    Ok(TrainedFacts::of(
        told,
        organisation,
        function,
        competence,
        app.profile(),
        now,
    ))
}
