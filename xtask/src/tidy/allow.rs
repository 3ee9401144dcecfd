//! Exceptions, each with its reason, in `xtask/tidy.toml`. One that nothing needs any more is a fault itself.
use super::Fault;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

pub const PATH: &str = "xtask/tidy.toml";
const RULE: &str = "allow";

/// The list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    #[serde(default)]
    allow: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    rule: String,
    path: String,
    reason: String,
}

impl Allow {
    /// Reads the list; a line without a reason is refused.
    pub fn parse(text: &str) -> Result<Self> {
        let list: Allow = toml::from_str(text).context(PATH)?;
        for line in &list.allow {
            ensure!(!line.reason.trim().is_empty(), "{PATH}: {} has no reason", line.path);
        }
        Ok(list)
    }

    /// Takes away what is allowed, and adds what is allowed in vain.
    pub fn apply(&self, faults: Vec<Fault>) -> Vec<Fault> {
        let covers = |line: &Line, fault: &Fault| line.rule == fault.rule && line.path == fault.path;
        let idle = self
            .allow
            .iter()
            .filter(|line| !faults.iter().any(|fault| covers(line, fault)));
        let idle: Vec<_> = idle
            .map(|line| {
                Fault::new(
                    RULE,
                    PATH,
                    1,
                    format!(
                        "`{}` no longer needs the rule `{}` lifted; accepted: without that line",
                        line.path, line.rule
                    ),
                )
            })
            .collect();
        faults
            .into_iter()
            .filter(|fault| !self.allow.iter().any(|line| covers(line, fault)))
            .chain(idle)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_covers_its_rule_and_file_only_and_does_not_outlive_its_need() {
        let list = Allow::parse("[[allow]]\nrule = \"size\"\npath = \"a.rs\"\nreason = \"a table\"\n").unwrap();
        let fault = |rule, path| Fault::new(rule, path, 1, "");
        assert!(list.apply(vec![fault("size", "a.rs")]).is_empty());
        assert_eq!(
            list.apply(vec![fault("size", "a.rs"), fault("size", "b.rs"), fault("sql", "a.rs")])
                .len(),
            2
        );
        assert_eq!(list.apply(Vec::new()).len(), 1);
    }

    #[test]
    fn an_exception_has_a_reason() {
        assert!(Allow::parse("[[allow]]\nrule = \"size\"\npath = \"a.rs\"\nreason = \" \"\n").is_err());
        assert!(Allow::parse("[[allow]]\nrule = \"size\"\npath = \"a.rs\"\n").is_err());
    }
}
