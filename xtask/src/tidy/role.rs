//! Who may do or see what is decided by the policy: nobody else reads an actor's role, and nobody else writes down facts.
use super::{Fault, rust::Source, tree::Tree};

const RULE: &str = "role";
/// The rooms that ask the policy.
const ROOMS: [&str; 8] = [
    "crates/app/src/",
    "crates/store/src/",
    "crates/kit/src/",
    "crates/pages/src/",
    "crates/api/src/",
    "crates/input/src/",
    "crates/words/src/",
    "crates/tiltas/src/",
];

/// Names of roles and constructors of assumed facts, outside the policy, the domain, the demonstration and tests.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let files = tree.files().filter(|(path, _)| {
        ROOMS.iter().any(|room| path.starts_with(room)) && path.ends_with(".rs") && !path.ends_with("tests.rs")
    });
    for (path, text) in files {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, code) in (1..).zip(Source::read(text).code.lines()) {
            let names_role = code.split("Role::").skip(1).any(|rest| {
                let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
                name.starts_with(|sign: char| sign.is_ascii_uppercase()) && name != "ALL"
            });
            if names_role || code.contains("actor.role ==") || code.contains("actor.role !=") {
                faults.push(Fault::new(
                    RULE,
                    path,
                    line,
                    "a role is asked for outside the policy; accepted: an action that the policy answers for, `visit.may(..)`, `file.may(..)`",
                ));
            }
            if code.contains("Facts::assumed(")
                || (code.contains("RowFacts {") && !path.starts_with("crates/store/src/views"))
            {
                faults.push(Fault::new(
                    RULE,
                    path,
                    line,
                    "facts are assumed outside tests; accepted: facts made from states, or by a query of the store",
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn a_role_is_named_by_the_policy_alone() {
        let asks = "fn f(actor: Actor) -> bool { actor.role == Role::Police }\n";
        assert_eq!(faults("crates/pages/src/case.rs", asks), 1);
        assert_eq!(faults("crates/access/src/policy.rs", asks), 0);
        assert_eq!(
            faults(
                "crates/pages/src/case.rs",
                &format!("#[cfg(test)]\nmod tests {{ {asks} }}")
            ),
            0
        );
        assert_eq!(
            faults(
                "crates/api/src/organisation.rs",
                "let role = read(Role::ALL, Role::code);\n"
            ),
            0
        );
    }

    #[test]
    fn facts_are_never_written_down() {
        let forged = "let facts = CaseFacts::assumed(part, true, false, fields);\n";
        assert_eq!(faults("crates/app/src/today.rs", forged), 1);
        assert_eq!(
            faults(
                "crates/app/src/today.rs",
                "let row = RowFacts { part, reached, disclosed };\n"
            ),
            1
        );
        assert_eq!(
            faults(
                "crates/store/src/views.rs",
                "Ok(RowFacts { part, reached, disclosed })\n"
            ),
            0
        );
    }
}
