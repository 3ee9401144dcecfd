//! Functions of an organisation: who is in them, opened, changed, closed at a second look, and an account moved into another.
use crate::case::sheet::Sheet;
use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tiltas_access::Action;
use tiltas_app::{
    account::{self, Rights},
    function,
};
use tiltas_domain::{
    Actor, Id,
    organisation::{Function, Organisation},
};
use tiltas_input::function::{ChangeFunction, MoveAccount, OpenFunction};
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Posted, Visit,
    component::form::{Choice, Choices, Text},
};
use tiltas_words::Html;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/organisations/{id}/functions/new", get(new).post(open))
        .route("/organisations/{id}/functions/{function}", get(page).post(change))
        .route("/organisations/{id}/functions/{function}/close", get(ask).post(close))
        .route(
            "/organisations/{id}/accounts/{account}",
            get(account).post(move_account),
        )
}

type Sent<'s> = Option<(&'s Fields, &'s Errors)>;

/// The organisation, for those who may change its functions.
struct Seen {
    id: Id<Organisation>,
    state: Organisation,
}

async fn look(visit: &Visit, id: &str) -> Result<Seen, Failure> {
    let (context, id) = (visit.reading()?, crate::case::id::<Organisation>(id)?);
    if !visit.may(Action::RegisterOrganisation) {
        return Err(Failure::NotFound);
    }
    let state = visit.run(move |app| function::organisation(app, &context, id)).await?;
    Ok(Seen { id, state })
}

impl Seen {
    fn function(&self, id: &str) -> Result<&Function, Failure> {
        let id = crate::case::id::<Function>(id)?;
        self.state.function(id).ok_or(Failure::NotFound)
    }

    fn sheet(&self, visit: &Visit, title: String, sent: Sent<'_>) -> Sheet {
        Sheet::alone(visit, title, sent).back_to(format!("/organisations/{}", self.id), self.state.name.clone())
    }

    fn away(&self, done: &str) -> Response {
        Redirect::to(&format!("/organisations/{}?done={done}", self.id)).into_response()
    }

    /// What of a function can be changed: `of` is the one that is.
    fn told(&self, visit: &Visit, sheet: Sheet, of: Option<&Function>, sent: Sent<'_>) -> Sheet {
        let words = &visit.words;
        let under = |head: &&Function| self.state.may_be_head(head.id, of.map(|of| of.id));
        let heads = self.state.functions.iter().filter(under);
        let heads = heads.map(|head| Choice::new(head.id.to_string(), head.title.as_str()));
        let mut title = Text::new("title", words.function_name())
            .hint(words.function_name_hint())
            .medium();
        let mut phone = Text::new("duty_phone", words.function_phone())
            .hint(words.function_phone_hint())
            .medium()
            .telephone();
        let mut head = Choices::list("head", words.function_head(), heads).hint(words.function_head_hint());
        if let Some((fields, errors)) = sent {
            title = title.again(fields, errors);
            phone = phone.again(fields, errors);
            head = head.again(fields, errors);
        } else if let Some(of) = of {
            title = title.value(of.title.clone());
            phone = phone.value(of.duty_phone.clone().unwrap_or_default());
            head = head.chosen(&of.head.map(|head| head.to_string()).unwrap_or_default());
        }
        sheet.part(title).part(phone).part(head)
    }

    fn opening(&self, visit: &Visit, sent: Sent<'_>) -> Sheet {
        let words = &visit.words;
        let roles = self.state.kind.roles().iter();
        let roles = roles.map(|role| Choice::new(role.code(), words.say_role(role)));
        let mut role = Choices::one("role", words.function_role(), roles);
        if let Some((fields, errors)) = sent {
            role = role.again(fields, errors);
        }
        let sheet = self.sheet(visit, words.function_open_title(), sent);
        let sheet = sheet.lead(words.function_open_lead()).part(role);
        self.told(visit, sheet, None, sent).submit(words.function_open())
    }

    fn changing(&self, visit: &Visit, of: &Function, sent: Sent<'_>) -> Sheet {
        let words = &visit.words;
        let people = self.state.members.iter().filter(|member| member.function == of.id);
        let accounts = people.enumerate().map(|(nth, member)| {
            let href = format!("/organisations/{}/accounts/{}", self.id, member.account);
            let link = Html::link(&href, &words.function_account(nth + 1));
            match self.state.member(member.account, None) {
                Some(_) => link,
                None => link.and(format!(" {}", words.function_account_suspended())),
            }
        });
        let mut after: Vec<Html> = accounts.collect();
        if after.is_empty() {
            let href = format!("/organisations/{}/functions/{}/close", self.id, of.id);
            after.push(
                Html::from(words.function_nobody())
                    .and(" ")
                    .and(Html::link(&href, &words.function_close())),
            );
        }
        let sheet = self.sheet(visit, words.function_change_title(), sent);
        let sheet = sheet.lead(words.say_role(of.role)).lead(words.function_role_stays());
        self.told(visit, sheet, Some(of), sent)
            .submit(words.function_change())
            .after(after)
    }

    /// Where an account can go; nothing is asked where nobody else would be left who registers organisations.
    fn moving(&self, visit: &Visit, account: Id<Actor>, sent: Sent<'_>) -> Result<Sheet, Failure> {
        let words = &visit.words;
        let mut members = self.state.members.iter();
        let of = members
            .find(|member| member.account == account)
            .ok_or(Failure::NotFound)?;
        let from = self.state.function(of.function).ok_or(Failure::NotFound)?;
        let others = self.state.functions.iter().filter(|other| other.id != of.function);
        let alone = others.clone().next().is_none();
        let may = |other: &&Function| self.state.may_move(account, Some(other.id)).is_ok();
        let others: Vec<&Function> = others.filter(may).collect();
        let sheet = self
            .sheet(visit, words.function_move_title(), sent)
            .lead(from.title.clone());
        let sheet = match self.state.member(account, None) {
            Some(_) => sheet,
            None => sheet.lead(words.function_move_suspended()),
        };
        if others.is_empty() {
            let says = if alone {
                words.function_move_none()
            } else {
                words.function_last()
            };
            return Ok(sheet.lead(says).reading());
        }
        let choices = others.iter().map(|other| {
            let label = format!("{}: {}", other.title, words.say_role(other.role));
            Choice::new(other.id.to_string(), label)
        });
        let mut to = Choices::one("function", words.function_move_to(), choices);
        if let Some((fields, errors)) = sent {
            to = to.again(fields, errors);
        }
        Ok(sheet
            .lead(words.function_move_lead())
            .part(to)
            .submit(words.function_move()))
    }
}

/// The form of a new function.
pub async fn new(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    look(&visit, &id).await?.opening(&visit, None).show()
}

/// Opened.
pub async fn open(visit: Visit, Path(id): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let seen = look(&visit, &id).await?;
    let command = visit.command::<OpenFunction>(&fields, &[]);
    let command = command.map_err(|errors| seen.opening(&visit, Some((&fields, &errors))).again(errors))?;
    let (context, of) = (visit.context(&fields)?, seen.id);
    visit
        .run(move |app| function::open(app, &context, of, &command))
        .await?;
    Ok(seen.away("function_opened"))
}

/// One function: its title, phone and head, and who is in it.
pub async fn page(visit: Visit, Path((id, function)): Path<(String, String)>) -> Result<Response, Failure> {
    let seen = look(&visit, &id).await?;
    seen.changing(&visit, seen.function(&function)?, None).show()
}

/// Changed.
pub async fn change(
    visit: Visit,
    Path((id, function)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let seen = look(&visit, &id).await?;
    let of = seen.function(&function)?;
    let told = visit.command::<ChangeFunction>(&fields, &[]);
    let told = told.map_err(|errors| seen.changing(&visit, of, Some((&fields, &errors))).again(errors))?;
    let (context, id, which) = (visit.context(&fields)?, seen.id, of.id);
    visit
        .run(move |app| function::change(app, &context, id, which, &told))
        .await?;
    Ok(seen.away("function_changed"))
}

/// What closing does, before it is done.
pub async fn ask(visit: Visit, Path((id, function)): Path<(String, String)>) -> Result<Response, Failure> {
    let seen = look(&visit, &id).await?;
    let of = seen.function(&function)?;
    let words = &visit.words;
    let sheet = seen
        .sheet(&visit, words.function_close_title(), None)
        .lead(of.title.clone());
    match seen.state.members.iter().any(|member| member.function == of.id) {
        true => sheet.lead(words.function_in_use()).reading().show(),
        false => sheet
            .lead(words.function_close_lead())
            .submit(words.function_close())
            .show(),
    }
}

/// Closed.
pub async fn close(
    visit: Visit,
    Path((id, function)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let seen = look(&visit, &id).await?;
    let (context, id, which) = (visit.context(&fields)?, seen.id, seen.function(&function)?.id);
    visit.run(move |app| function::close(app, &context, id, which)).await?;
    Ok(seen.away("function_closed"))
}

/// Into which function?
pub async fn account(visit: Visit, Path((id, account)): Path<(String, String)>) -> Result<Response, Failure> {
    let seen = look(&visit, &id).await?;
    seen.moving(&visit, crate::case::id(&account)?, None)?.show()
}

/// Moved.
pub async fn move_account(
    visit: Visit,
    Path((id, account)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let (seen, account) = (look(&visit, &id).await?, crate::case::id::<Actor>(&account)?);
    let to = match visit.command::<MoveAccount>(&fields, &[]) {
        Ok(to) => Rights::Function(to),
        Err(errors) => return Err(seen.moving(&visit, account, Some((&fields, &errors)))?.again(errors)),
    };
    let (context, now) = (visit.context(&fields)?, (visit.edge.sessions.clock)());
    let which = (seen.id, account);
    visit
        .run(move |app| account::set_rights(app, &context, which, to, now))
        .await?;
    Ok(seen.away("account_moved"))
}
