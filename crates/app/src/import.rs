//! Tables that somebody brings: read, mapped, taken in, taken back; and what was read is forgotten. They are about no case, and nothing
//! here opens one. What a target makes of a row its own slice says (`target`).
mod target;

use crate::{
    Act, App, Error, Read, Receipt,
    clock::{FORGOTTEN, forget_each},
};
pub use target::{Judged, Kept, Row, What};
use tiltas_access::{Facts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Moment, Owner, Root, StreamId,
    import::{self, Book, Format, Import, Map, Mapping, Refusal, Stage, Table, Target, guess},
};
pub use tiltas_store::views::import::Line;

/// Keeps what was read of a file.
///
/// # Errors
/// As [`import::bring`]; and when nothing is written into the target now.
pub fn bring(
    app: &App,
    root: &Root,
    into: Target,
    (format, book): (Format, &Book),
) -> Result<(Id<Import>, Receipt), Error> {
    let receipt = app.decide(Act::BringTable, root, |read, context| {
        target::is_there(read, into)?;
        let permit = read.permit(Act::BringTable.action(), Subject::Other(into.into()), Facts::None)?;
        target::is_written(read, into)?;
        Ok((permit, import::bring(into, (format, book), context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// One change of one import.
fn change(
    app: &App,
    root: &Root,
    (act, id): (Act, Id<Import>),
    decide: impl Fn(&mut Read<'_>, &Import, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Other(on.into.into()), Facts::None)?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// What was read of the file, as long as it is kept.
fn kept(read: &mut Read<'_>, id: Id<Import>) -> Result<Option<Book>, Error> {
    let line = read.views().import(id)?.ok_or(Error::NotFound)?;
    match line.kept {
        Some(_) => read.find(id.book()),
        None => Ok(None),
    }
}

fn needed(read: &mut Read<'_>, id: Id<Import>) -> Result<Book, Error> {
    Ok(kept(read, id)?.ok_or(Refusal::Gone)?)
}

/// Says which column means what.
///
/// # Errors
/// As [`import::map`]; and when the file is not kept any more.
pub fn map(app: &App, root: &Root, id: Id<Import>, command: &Map) -> Result<Receipt, Error> {
    change(app, root, (Act::MapTable, id), |read, on, _| {
        target::is_written(read, on.into)?;
        let book = needed(read, id)?;
        Ok(import::map(id, on, (&book, command))?)
    })
}

/// Takes in what is right.
///
/// # Errors
/// As [`import::take`], and as the rules of the target.
pub fn take(app: &App, root: &Root, id: Id<Import>) -> Result<Receipt, Error> {
    change(app, root, (Act::TakeTable, id), |read, on, context| {
        import::Act::Take.fits(on)?;
        let table = mapped(on, &needed(read, id)?).ok_or(Refusal::NotNow)?;
        let judged = target::judge(read, on.into, (&table, columns(on)))?;
        let took = import::take(id, on, (judged.taken(), judged.faults()), context)?;
        Ok(took.and_all(target::take_in(read, on.into, (id, &judged), context)?))
    })
}

/// Takes it back, whole.
///
/// # Errors
/// As [`import::undo`], and as the rules of the target.
pub fn undo(app: &App, root: &Root, id: Id<Import>) -> Result<Receipt, Error> {
    change(app, root, (Act::UndoTable, id), |read, on, context| {
        let undone = import::undo(id, on, context)?;
        Ok(undone.and_all(target::undo(read, on.into, id)?))
    })
}

/// Forgets at once what was read of the file; what came of it stays.
///
/// # Errors
/// When it is not kept any more.
pub fn drop_table(app: &App, root: &Root, id: Id<Import>) -> Result<Receipt, Error> {
    let receipt = forget(app, root, (Act::DropTable, id), |_, _| Some(import::throw_away(id)))?;
    app.store().destroy_keys(&[Owner::Thing(id.book().into())])?;
    Ok(receipt)
}

fn forget(
    app: &App,
    root: &Root,
    (act, id): (Act, Id<Import>),
    decide: impl Fn(&Import, &Context) -> Option<Changes>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        // It is asked for what was read, whose key it is about: whoever writes into the target may.
        let permit = read.permit(act.action(), Subject::Other(id.book().into()), Facts::None)?;
        needed(read, id)?;
        let forgotten = decide(&on, context).ok_or(Error::NotFound)?;
        Ok((permit, forgotten))
    })
}

/// Forgets what was read of every file whose time is over at `now`, at most so many in one turn; answers how many. One that fails is
/// named by its id, and tried again at the next turn. The node's clock does it; `seed` makes the contexts' seeds from the name of a
/// step.
///
/// # Errors
/// When storage is away.
pub fn forget_all_over(app: &App, now: Moment, seed: impl Fn(&str) -> [u8; 32]) -> Result<usize, Error> {
    let over = app.store().snapshot()?.books_kept_no_longer(now, FORGOTTEN)?;
    forget_each(app, now, (&over, "forget table"), seed, |root, id| {
        forget(app, root, (Act::ForgetTable, id), |on, context| {
            import::forget(id, on, context.now)
        })?;
        Ok(Owner::Thing(id.book().into()))
    })
}

fn columns(on: &Import) -> &[Option<u16>] {
    on.mapping.as_ref().map_or(&[], |mapping| &mapping.columns)
}

/// The table that was mapped.
fn mapped(on: &Import, book: &Book) -> Option<Table> {
    let mapping = on.mapping.as_ref()?;
    book.table(mapping.sheet, mapping.head)
}

/// What is chosen before anybody chooses: which sheet, which row names the columns, and which column is which.
#[derive(Clone, Debug)]
pub struct Choice {
    /// As it would be said.
    pub mapping: Mapping,
    /// The table of that sheet.
    pub table: Table,
    /// Whether the last table with these heads was read so.
    pub remembered: bool,
}

/// An import as its page shows it.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Import>,
    /// All of it.
    pub of: Import,
    /// What it comes into is called.
    pub title: String,
    /// What was read, as long as it is kept; until then.
    pub book: Option<(Book, Option<Moment>)>,
    /// What is chosen, or proposed; `None` once the file is forgotten.
    pub choice: Option<Choice>,
    /// What it would do.
    pub judged: Option<Judged>,
    /// What keeps it from being taken back: what, and why.
    pub built: Vec<Kept>,
    /// The names of those who brought it, took it in and took it back: of their institutions.
    pub names: Vec<(Id<tiltas_domain::organisation::Organisation>, String)>,
    /// Whether anything is written into the target now.
    pub open: bool,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

impl Story {
    /// Whether the reader may do this to it now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }

    /// What a column of the file is called in it, where that is still known.
    pub fn head(&self, column: u16) -> Option<&str> {
        let heads = &self.choice.as_ref()?.table.heads;
        heads
            .get(usize::from(column))
            .map(String::as_str)
            .filter(|head| !head.is_empty())
    }
}

/// One import; `asked` is a sheet and a row of heads that its reader looks at before choosing.
///
/// # Errors
/// When the actor's role does not bring tables, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Import>, asked: Option<(u16, Option<u32>)>) -> Result<Story, Error> {
    app.view("import.show", root, |read, context| {
        let of = read.state(id)?;
        let subject = Subject::Other(of.into.into());
        let _permit = read.permit(Act::MapTable.action(), subject, Facts::None)?;
        let line = read.views().import(id)?.ok_or(Error::NotFound)?;
        let book = kept(read, id)?;
        let choice = match &book {
            Some(book) => choice(read, &of, (book, asked), context)?,
            None => None,
        };
        let judged = match (&book, of.stage) {
            (Some(book), Stage::Mapped) => match mapped(&of, book) {
                Some(table) => Some(target::judge(read, of.into, (&table, columns(&of)))?),
                None => None,
            },
            _ => None,
        };
        let built = match of.stage {
            Stage::Taken => target::built_on(read, of.into, id)?,
            _ => Vec::new(),
        };
        let written = target::is_written(read, of.into).is_ok();
        let allowed = |act: Act| read.may(act.action(), subject, Facts::None);
        let fits = |act: Act| match act {
            Act::MapTable => written && choice.is_some() && import::Act::Map.fits(&of).is_ok(),
            Act::TakeTable => written && judged.as_ref().is_some_and(Judged::brings),
            Act::UndoTable => written && built.is_empty() && import::Act::Undo.fits(&of).is_ok(),
            Act::DropTable => book.is_some(),
            _ => false,
        };
        let may = Act::ALL
            .iter()
            .copied()
            .filter(|act| fits(*act) && allowed(*act))
            .collect();
        Ok(Story {
            id,
            title: target::title(read, of.into)?,
            book: book.map(|book| (book, line.kept)),
            choice,
            judged,
            built,
            names: named(read, &of)?,
            open: written,
            may,
            of,
        })
    })
}

fn named(
    read: &mut Read<'_>,
    of: &Import,
) -> Result<Vec<(Id<tiltas_domain::organisation::Organisation>, String)>, Error> {
    let names = crate::organisation::Names::read(read)?;
    let all = [Some(of.read), of.took, of.undid].into_iter().flatten();
    Ok(all
        .map(|(by, _)| (by.organisation, names.of(by.organisation)))
        .collect())
}

/// As it was said; as the reader asks; else as the last table with these heads of the institution was read, or as the heads tell.
fn choice(
    read: &mut Read<'_>,
    of: &Import,
    (book, asked): (&Book, Option<(u16, Option<u32>)>),
    context: &Context,
) -> Result<Option<Choice>, Error> {
    let known = of.into.columns();
    let said = of.mapping.as_ref().map(|mapping| (mapping.sheet, mapping.head));
    let asked = asked.and_then(|(sheet, head)| {
        let head = head.filter(|head| book.table(sheet, *head).is_some());
        Some((sheet, head.or_else(|| book.guess_head(sheet, known))?))
    });
    let Some((sheet, head)) = asked.or(said).or_else(|| book.guess(known)) else {
        return Ok(None);
    };
    let Some(table) = book.table(sheet, head) else {
        return Ok(None);
    };
    let digest = table.digest();
    let own = of.mapping.as_ref().filter(|_| said == Some((sheet, head)));
    let (columns, remembered) = match own {
        Some(own) => (own.columns.clone(), false),
        None => {
            let last = read
                .views()
                .last_mapping(context.actor.organisation, of.into, &digest)?;
            let fits = |last: &Vec<Option<u16>>| {
                let inside = |place: &Option<u16>| place.is_none_or(|place| usize::from(place) < table.heads.len());
                last.len() == known.len() && last.iter().all(inside)
            };
            match last.filter(fits) {
                Some(last) => (last, true),
                None => (guess(&table.heads, known), false),
            }
        }
    };
    let mapping = Mapping {
        sheet,
        head,
        digest,
        columns,
    };
    Ok(Some(Choice {
        mapping,
        table,
        remembered,
    }))
}

/// The imports into a target, the newest first, with its name and whether a table may be brought now.
///
/// # Errors
/// When the actor's role does not bring tables, or there is no such target.
pub fn list(app: &App, root: &Root, into: Target) -> Result<(String, Vec<Line>, bool), Error> {
    app.view("import.list", root, |read, _| {
        target::is_there(read, into)?;
        let subject = Subject::Other(StreamId::from(into));
        let _permit = read.permit(Act::BringTable.action(), subject, Facts::None)?;
        let open = target::is_written(read, into).is_ok();
        Ok((target::title(read, into)?, read.views().imports(into)?, open))
    })
}

/// Whether tables may be brought into this by who asks: it is asked before a file is read.
///
/// # Errors
/// As [`list`].
pub fn may_bring(app: &App, root: &Root, into: Target) -> Result<(), Error> {
    app.view("import.list", root, |read, _| {
        target::is_there(read, into)?;
        let subject = Subject::Other(StreamId::from(into));
        read.permit(Act::BringTable.action(), subject, Facts::None).map(drop)
    })
}
