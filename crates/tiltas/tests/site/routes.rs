//! Every address of the site, as the routers themselves have it: what is added anywhere is in each sweep at once.
use std::collections::BTreeMap;

/// One address and one method.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub method: String,
}

impl Route {
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// Whether anyone may come here: the way in, the way out, and what tells nothing of anyone.
    pub fn is_open(&self) -> bool {
        matches!(
            self.path.as_str(),
            "/" | "/one-night"
                | "/chisinau-2018"
                | "/chisinau-2018/{reader}/{*page}"
                | "/countries"
                | "/countries.csv"
                | "/account/sign-in"
                | "/account/sign-out"
                | "/account/language"
                | "/leave"
                | "/assets/{name}"
                | "/certificates"
                | "/certificates/{code}"
                | "/api/v1/certificates/checks/{code}"
        ) || self.path == "/api/v1/openapi.json"
    }
}

/// All of them. The shell adds its own few in `site`.
pub fn all() -> Vec<Route> {
    let own = [
        ("/assets/{name}", "GET"),
        ("/leave", "GET"),
        ("/leave", "POST"),
        ("/account/language", "GET"),
        ("/account/language", "POST"),
    ];
    let own = own.map(|(path, method)| Route {
        path: path.to_owned(),
        method: method.to_owned(),
    });
    let mut all = own.to_vec();
    all.extend(routes(&format!("{:?}", crate::common::routes())));
    all.sort();
    all
}

/// A router tells its addresses to those who debug it: ids with methods first, then ids with paths.
fn routes(told: &str) -> Vec<Route> {
    let mut methods: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found = Vec::new();
    let told = told.split(", fallback_router").next().unwrap_or(told);
    for part in told.split("RouteId(").skip(1) {
        let (id, rest) = part.split_once("): ").unwrap_or((part, ""));
        if let Some((_, allowed)) = rest.split_once("allow_header: Bytes(b\"") {
            methods.insert(id, allowed.split('"').next().unwrap_or_default());
        } else if let Some(path) = rest.strip_prefix('"') {
            let path = path.split('"').next().unwrap_or_default();
            let allowed = methods.get(id).copied().unwrap_or_default();
            let each = allowed.split(',').filter(|method| *method != "HEAD");
            found.extend(each.map(|method| Route {
                path: path.to_owned(),
                method: method.to_owned(),
            }));
        }
    }
    assert!(!found.is_empty(), "routers are told in another way now: {told}");
    found
}
