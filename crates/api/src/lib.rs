//! The same commands and views for programs: JSON in, JSON out, problem details (RFC 9457) where it could not be done.
//!
//! A resource is the plural of its slice. What is done to it is a noun below it, and POST makes one: an acknowledgement, an
//! answer, a withdrawal. So nothing is ever put, patched or deleted: what was said once stays said.
//!
//! Who calls is told by a bearer token and by nothing else; a cookie opens no door here. A body has the fields of the page's
//! form and, where there is such a form, is read by the same function.
pub mod attempt;
pub mod audit;
pub mod body;
pub mod case;
pub mod certificate;
pub mod consent;
pub mod contract;
pub mod detail;
pub mod expert_institution;
pub mod function;
mod import;
pub mod lead;
pub mod meeting;
pub mod national_report;
pub mod need;
pub mod note;
pub mod organisation;
pub mod partnership;
pub mod period;
pub mod place;
pub mod plan;
pub mod practice;
pub mod programme;
pub mod provider;
pub mod recommendation;
pub mod referral;
pub mod reply;
pub mod report;
pub mod risk;
pub mod screening;
pub mod search;
pub mod signal;
pub mod task;
pub mod today;
pub mod training;
pub mod value;
pub mod visit;

use axum::Router;
use std::sync::LazyLock;
use tiltas_kit::{Edge, Failure};
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Where all addresses begin.
pub const BASE: &str = "/api/v1";

fn all() -> (Router<Edge>, OpenApi) {
    let slices = OpenApiRouter::new()
        .routes(routes!(contract::show))
        .routes(routes!(today::show))
        .routes(routes!(signal::record))
        .routes(routes!(signal::show))
        .routes(routes!(audit::days))
        .routes(routes!(audit::files))
        .merge(cases())
        .merge(referrals())
        .merge(recommendations())
        .merge(plans())
        .merge(programmes())
        .merge(partnerships())
        .merge(visits())
        .merge(practices())
        .merge(reports())
        .merge(trainings())
        .merge(meetings())
        .routes(routes!(provider::list, provider::all))
        .routes(routes!(provider::show))
        .routes(routes!(provider::change))
        .routes(routes!(place::list))
        .routes(routes!(place::release))
        .routes(routes!(place::free))
        .routes(routes!(place::close))
        .routes(routes!(place::open))
        .routes(routes!(organisation::register, organisation::list))
        .routes(routes!(function::accounts))
        .routes(routes!(function::open))
        .routes(routes!(function::change))
        .routes(routes!(function::close))
        .routes(routes!(function::move_account));
    OpenApiRouter::with_openapi(contract::frame())
        .nest(BASE, slices)
        .split_for_parts()
}

fn cases() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(case::list))
        .routes(routes!(case::show::show))
        .routes(routes!(audit::list))
        .routes(routes!(detail::tell))
        .routes(routes!(detail::correct))
        .routes(routes!(detail::open_names))
        .routes(routes!(detail::open_replaced))
        .routes(routes!(need::list, need::record))
        .routes(routes!(need::end))
        .routes(routes!(note::add))
        .routes(routes!(risk::assess))
        .routes(routes!(screening::start))
        .routes(routes!(screening::answer))
        .routes(routes!(screening::conclude))
        .routes(routes!(consent::record))
        .routes(routes!(consent::withdraw))
        .routes(routes!(lead::describe))
        .routes(routes!(lead::offer))
        .routes(routes!(lead::withdraw))
        .routes(routes!(lead::answer))
        .routes(routes!(lead::take))
        .routes(routes!(lead::note_proceeding))
        .routes(routes!(attempt::of_task))
        .routes(routes!(attempt::of_referral))
        .routes(routes!(task::write))
        .routes(routes!(task::write_alone))
        .routes(routes!(task::finish))
        .routes(routes!(task::cancel))
        .routes(routes!(task::tell_child_protection))
        .routes(routes!(referral::send))
        .routes(routes!(referral::draft))
}

fn referrals() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(referral::list::list))
        .routes(routes!(referral::show::show))
        .routes(routes!(referral::act::acknowledge))
        .routes(routes!(referral::act::tell_by_phone))
        .routes(routes!(referral::act::ask))
        .routes(routes!(referral::act::reply))
        .routes(routes!(referral::act::answer))
        .routes(routes!(referral::act::start))
        .routes(routes!(referral::act::give_place))
        .routes(routes!(referral::act::end))
        .routes(routes!(referral::act::withdraw))
}

fn programmes() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(programme::list, programme::open))
        .routes(routes!(programme::show))
        .routes(routes!(programme::title))
        .routes(routes!(programme::join))
        .routes(routes!(programme::plan))
        .routes(routes!(programme::hold))
        .routes(routes!(programme::cancel))
        .routes(routes!(programme::bring))
        .routes(routes!(programme::close))
}

fn partnerships() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(partnership::list, partnership::begin))
        .routes(routes!(partnership::pairs))
        .routes(routes!(partnership::show))
        .routes(routes!(partnership::name_party))
        .routes(routes!(partnership::purpose))
        .routes(routes!(partnership::measures))
        .routes(routes!(partnership::data))
        .routes(routes!(partnership::term))
        .routes(routes!(partnership::consult))
        .routes(routes!(partnership::return_draft))
        .routes(routes!(partnership::sign))
        .routes(routes!(partnership::move_measure))
        .routes(routes!(partnership::review))
        .routes(routes!(partnership::renew))
        .routes(routes!(partnership::end))
        .routes(routes!(partnership::assess))
}

fn meetings() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(meeting::list, meeting::call))
        .routes(routes!(meeting::show))
        .routes(routes!(meeting::hold))
        .routes(routes!(meeting::decide))
        .routes(routes!(meeting::resolve))
        .routes(routes!(meeting::draft))
        .routes(routes!(meeting::agree))
}

fn visits() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(visit::list, visit::plan))
        .routes(routes!(visit::show))
        .routes(routes!(visit::confirm))
        .routes(routes!(visit::plan_day))
        .routes(routes!(visit::hold))
        .routes(routes!(visit::note))
        .routes(routes!(visit::find))
        .routes(routes!(visit::recommend))
        .routes(routes!(visit::report))
        .routes(routes!(visit::follow_up))
}

fn plans() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(plan::list, plan::draft))
        .routes(routes!(plan::show))
        .routes(routes!(plan::add))
        .routes(routes!(plan::approve))
        .routes(routes!(plan::enforce))
        .routes(routes!(plan::amend))
        .routes(routes!(plan::item))
        .routes(routes!(plan::rewrite))
        .routes(routes!(plan::report))
        .routes(routes!(plan::link))
        .routes(routes!(import::list, import::bring))
        .routes(routes!(import::show))
        .routes(routes!(import::map))
        .routes(routes!(import::take))
        .routes(routes!(import::undo))
        .routes(routes!(import::drop_table))
}

fn recommendations() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(recommendation::list, recommendation::record))
        .routes(routes!(recommendation::show))
        .routes(routes!(recommendation::translate))
        .routes(routes!(recommendation::discuss))
        .routes(routes!(recommendation::take_position))
        .routes(routes!(recommendation::formulate))
        .routes(routes!(recommendation::decide))
        .routes(routes!(recommendation::address))
        .routes(routes!(recommendation::report))
        .routes(routes!(recommendation::review))
        .routes(routes!(recommendation::liken))
        .routes(routes!(recommendation::close))
        .routes(routes!(recommendation::reopen))
        .routes(routes!(recommendation::supersede))
}

fn practices() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(search::find))
        .routes(routes!(practice::list, practice::record))
        .routes(routes!(practice::show))
        .routes(routes!(practice::change))
        .routes(routes!(practice::review))
        .routes(routes!(practice::publish))
        .routes(routes!(practice::withdraw))
        .routes(routes!(practice::adopt))
        .routes(routes!(practice::plan))
        .routes(routes!(expert_institution::list, expert_institution::register))
        .routes(routes!(expert_institution::show))
        .routes(routes!(expert_institution::change))
        .routes(routes!(expert_institution::contribute))
}

fn reports() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(period::list))
        .routes(routes!(period::show))
        .routes(routes!(period::close))
        .routes(routes!(period::draft))
        .routes(routes!(period::open_items))
        .routes(routes!(report::owed))
        .routes(routes!(report::show))
        .routes(routes!(report::write))
        .routes(routes!(report::submit))
        .routes(routes!(report::give_back))
        .routes(routes!(report::accept))
        .routes(routes!(report::correct))
        .routes(routes!(national_report::show))
        .routes(routes!(national_report::edit))
        .routes(routes!(national_report::approve))
}

fn trainings() -> OpenApiRouter<Edge> {
    OpenApiRouter::new()
        .routes(routes!(training::list, training::plan))
        .routes(routes!(training::show))
        .routes(routes!(training::change))
        .routes(routes!(training::enrol))
        .routes(routes!(training::hold))
        .routes(routes!(training::attend))
        .routes(routes!(training::score))
        .routes(routes!(training::answer))
        .routes(routes!(training::report))
        .routes(routes!(training::cancel))
        .routes(routes!(training::certify))
        .routes(routes!(certificate::list))
        .routes(routes!(certificate::withdraw))
        .routes(routes!(certificate::check))
}

/// The document of the interface, generated from the code.
pub static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(|| contract::finished(all().1));

/// All addresses for programs.
pub fn routes() -> Router<Edge> {
    let (routes, _) = all();
    routes.method_not_allowed_fallback(async || Failure::Method)
}
