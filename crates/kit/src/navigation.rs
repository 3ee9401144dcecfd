//! Who is led where: at most five destinations a role, the first is its first page. A destination stands here when its page
//! is there: nobody is led to an empty room.
use crate::page::{Item, Search};
use tiltas_domain::context::Role;
use tiltas_words::Words;

const TODAY: (&str, &str) = ("/today", "today");
const TONIGHT: (&str, &str) = ("/tonight", "tonight");
const CASES: (&str, &str) = ("/cases", "cases");
const REFERRALS: (&str, &str) = ("/referrals", "referrals");
const SERVICES: (&str, &str) = ("/services", "services");
const PLACES: (&str, &str) = ("/places", "places");
const SCREENING: (&str, &str) = ("/screenings/new", "screening");
const SCREENINGS: (&str, &str) = ("/screenings", "screenings");
const PLANS: (&str, &str) = ("/plans", "plans");
const RECOMMENDATIONS: (&str, &str) = ("/recommendations", "recommendations");
const PROGRAMMES: (&str, &str) = ("/programmes", "programmes");
const PARTNERSHIPS: (&str, &str) = ("/partnerships", "partnerships");
const OWED: (&str, &str) = ("/reports", "owed");
const PERIODS: (&str, &str) = ("/periods", "reports");
const AUDITS: (&str, &str) = ("/audits", "audits");

fn destinations(role: Role) -> &'static [(&'static str, &'static str)] {
    match role {
        Role::FirstResponder => &[SCREENING, SCREENINGS, REFERRALS, TODAY],
        Role::Supervisor => &[TODAY, REFERRALS],
        Role::CaseManager | Role::ContactPoint | Role::NationalUnit => &[TODAY, CASES, REFERRALS, PLACES],
        Role::Provider => &[TONIGHT, PLACES, SERVICES, TODAY],
        Role::Police => &[TODAY],
        Role::ChildProtection => &[TODAY, CASES],
        Role::DataProtection => &[AUDITS],
        Role::FocalFunction => &[OWED, PLANS, RECOMMENDATIONS, PARTNERSHIPS, PROGRAMMES],
        Role::Secretariat | Role::Rapporteur => &[PLANS, RECOMMENDATIONS, PARTNERSHIPS, PROGRAMMES, PERIODS],
        Role::Expert | Role::Organiser | Role::Observer => &[PROGRAMMES, RECOMMENDATIONS, PARTNERSHIPS, PLANS],
        Role::Clock => &[],
    }
}

/// The role's first page.
pub fn home(role: Option<Role>) -> &'static str {
    role.and_then(|role| destinations(role).first())
        .map_or("/account/sign-in", |(href, _)| href)
}

/// Lists that are no destination of their own, each with those under which its pages lie: the first that the role has.
const UNDER: &[(&str, &[(&str, &str)])] = &[
    ("/experts", &[RECOMMENDATIONS]),
    ("/imports", &[PLANS]),
    ("/meetings", &[PROGRAMMES]),
    ("/national-reports", &[PERIODS, OWED]),
    ("/open-items", &[PERIODS, OWED]),
    ("/periods", &[PERIODS, OWED]),
    ("/practices", &[RECOMMENDATIONS]),
    ("/reports", &[OWED, PERIODS]),
    ("/trainings", &[PROGRAMMES]),
    ("/visits", &[PROGRAMMES]),
];

fn lies_in(path: &str, start: &str) -> bool {
    path.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The header's destinations; the one with the longest address that begins `path` is the current one, or the one under which its list
/// lies.
pub fn items(words: &Words, role: Option<Role>, path: &str) -> Vec<Item> {
    let list = role.map_or(&[] as &[_], destinations);
    let current = list
        .iter()
        .map(|(href, _)| *href)
        .filter(|href| lies_in(path, href))
        .max_by_key(|href| href.len());
    let above = || UNDER.iter().find(|(start, _)| lies_in(path, start));
    let under = || above()?.1.iter().find(|destination| list.contains(destination));
    let current = current.or_else(|| under().map(|(href, _)| *href));
    list.iter()
        .map(|(href, name)| Item {
            href,
            label: words.say_code("navigation", name),
            count: None,
            current: current == Some(href),
        })
        .collect()
}

/// Where pages are about nobody: they print as they are. Whatever else a page shows may name a file.
const ABOUT_NOBODY: &[&str] = &[
    "/account",
    "/audits",
    "/certificates",
    "/chisinau-2018",
    "/countries",
    "/experts",
    "/leave",
    "/national-reports",
    "/meetings",
    "/one-night",
    "/open-items",
    "/organisations",
    "/partnerships",
    "/periods",
    "/plans",
    "/practices",
    "/programmes",
    "/providers",
    "/recommendations",
    "/reports",
    "/visits",
    "/search",
    "/trainings",
];

/// Whether the page at `path` may be about a person.
pub fn may_name_a_file(path: &str) -> bool {
    path == "/audits/files" || !(path == "/" || ABOUT_NOBODY.iter().any(|start| lies_in(path, start)))
}

/// The search box in the header, where the role has one. It takes a spoken name or a case number; of those who work on policy, words
/// that stand in what is about nobody: they find no case.
pub fn search(words: &Words, role: Option<Role>) -> Option<Search> {
    match role? {
        Role::FirstResponder
        | Role::Supervisor
        | Role::CaseManager
        | Role::ContactPoint
        | Role::ChildProtection
        | Role::NationalUnit => Some(Search {
            action: "/cases/find",
            label: words.shell_find(),
            short: words.shell_find_short(),
        }),
        Role::Secretariat
        | Role::FocalFunction
        | Role::Rapporteur
        | Role::Expert
        | Role::Organiser
        | Role::Observer => Some(Search {
            action: "/search",
            label: words.shell_find_policy(),
            short: words.shell_find_policy_short(),
        }),
        Role::Provider | Role::Police | Role::DataProtection | Role::Clock => None,
    }
}

/// The lines under one's name.
pub fn menu(words: &Words, role: Option<Role>, demo: bool) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if demo {
        lines.push(("/one-night", words.menu_one_night()));
        lines.push(("/account/sign-in", words.menu_role()));
    } else if role.is_none() {
        lines.push(("/account/sign-in", words.menu_sign_in()));
    }
    lines.push(("/account/language", words.menu_language()));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use tiltas_words::Locale;

    #[test]
    fn nobody_is_led_to_more_than_five_places_and_each_has_a_name() {
        for locale in Locale::ALL {
            let words = Words::new(locale, TimeZone::UTC);
            for role in Role::ALL {
                let items = items(&words, Some(*role), home(Some(*role)));
                assert!(items.len() <= 5, "{role:?}");
                assert!(items.iter().all(|item| !item.label.starts_with('[')), "{items:?}");
                assert!(
                    items.is_empty() || items[0].current,
                    "the first page is where one lands: {role:?}"
                );
                assert!(!words.say_role(role).starts_with('['), "{role:?}");
            }
        }
    }

    #[test]
    fn a_page_prints_freely_only_where_it_can_name_no_file() {
        for path in ["/", "/account/language", "/audits", "/one-night", "/providers/1/offer"] {
            assert!(!may_name_a_file(path), "{path}");
        }
        for path in [
            "/cases/1",
            "/today",
            "/audits/files",
            "/accounts",
            "/tasks/1",
            "/whatever-comes-later",
        ] {
            assert!(may_name_a_file(path), "{path}");
        }
    }

    #[test]
    fn one_destination_is_current_and_it_is_the_nearest() {
        let words = Words::new(Locale::English, TimeZone::UTC);
        let items = items(&words, Some(Role::CaseManager), "/cases/0f/notes");
        let current: Vec<_> = items.iter().filter(|item| item.current).map(|item| item.href).collect();
        assert_eq!(current, ["/cases"]);
        let current = |role: Role, path: &str| -> Vec<&str> {
            let items = super::items(&words, Some(role), path).into_iter();
            items.filter(|item| item.current).map(|item| item.href).collect()
        };
        for (role, path, under) in [
            (Role::Secretariat, "/imports/0f", "/plans"),
            (Role::Secretariat, "/reports/0f", "/periods"),
            (Role::FocalFunction, "/periods/0f", "/reports"),
            (Role::Observer, "/visits/0f/note", "/programmes"),
            (Role::Expert, "/practices", "/recommendations"),
        ] {
            assert_eq!(current(role, path), [under], "{role:?} {path}");
        }
        assert!(
            current(Role::Observer, "/reports/0f").is_empty(),
            "no destination of this role"
        );
    }
}
