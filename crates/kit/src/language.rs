//! Choices of the reader: language and colours. The same page for those who are signed in and those who are not.
use crate::{
    Edge, Failure, Page, Posted, Visit,
    component::form::{Choice, Choices},
    edge::show,
    page::Theme,
};
use askama::Template;
use axum::{
    Router,
    http::header,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tiltas_words::Locale;

/// Where one chooses.
pub fn routes() -> Router<Edge> {
    Router::new().route("/account/language", get(page).post(choose))
}

#[derive(Template)]
#[template(path = "language.html")]
struct LanguagePage {
    page: Page,
    language: Choices,
    theme: Choices,
}

/// The page of choices.
async fn page(visit: Visit) -> Result<Response, Failure> {
    let words = &visit.words;
    let languages = Locale::ALL.map(|locale| Choice::new(locale.code(), locale.name()));
    let theme = visit.theme.map_or("device", Theme::code);
    let themes = ["device", "light", "dark"].map(|code| Choice::new(code, words.say_code("language-theme", code)));
    show(&LanguagePage {
        language: Choices::one("language", words.language_language(), languages)
            .hint(words.language_language_hint())
            .chosen(words.locale().code()),
        theme: Choices::one("theme", words.language_theme(), themes).chosen(theme),
        page: visit.page(&words.language_title()),
    })
}

/// Keeps the choices in cookies that name nobody, and goes back.
async fn choose(visit: Visit, Posted(fields): Posted) -> Response {
    let mut response = Redirect::to("/account/language").into_response();
    if fields.given("theme").is_none() {
        let back = fields.given("back").filter(|path| is_local(path));
        response = Redirect::to(back.unwrap_or(visit.home())).into_response();
    }
    let headers = response.headers_mut();
    if let Some(locale) = Locale::from_code(fields.one("language")) {
        headers.append(header::SET_COOKIE, visit.edge.choice_cookie("language", locale.code()));
    }
    if let Some(theme) = fields.given("theme") {
        let theme = Theme::from_code(theme).map_or("", Theme::code);
        headers.append(header::SET_COOKIE, visit.edge.choice_cookie("theme", theme));
    }
    response
}

/// Whether this is an address of this node: nobody is led elsewhere by a field.
fn is_local(path: &str) -> bool {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    plain && path.starts_with('/') && !path.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn a_choice_of_language_leads_back_to_this_node_only() {
        for path in ["/", "/today", "/cases/0f/risk"] {
            assert!(is_local(path), "{path}");
        }
        for path in ["//example.org", "https://example.org", "/\\example.org", "", "/a\nb"] {
            assert!(!is_local(path), "{path}");
        }
    }
}
