//! Who can see this, and why: the policy in words, from what is open and what was disclosed.
use tiltas_app::case::file::{DisclosureLine, File};
use tiltas_domain::{Class, Fields, profile::Profile};
use tiltas_kit::component::{Access, AccessRow, Sight};
use tiltas_words::Words;

const CLASSES: [Class; 5] = [
    Class::Identity,
    Class::Contact,
    Class::Health,
    Class::Narrative,
    Class::Operational,
];

/// What of each class is seen; counting comes with its own work, and nobody is counted yet.
fn sees(fields: Fields) -> [Sight; 6] {
    let class = |class: Class| match fields.iter().any(|field| field.class() == class) {
        true => Sight::Sees,
        false => Sight::Nothing,
    };
    let [identity, contact, health, narrative, operational] = CLASSES.map(class);
    [identity, contact, health, narrative, operational, Sight::Nothing]
}

/// The table, as far as who looks may know it.
pub(super) fn table(words: &Words, profile: &Profile, file: &File, own: &str) -> Access {
    let mut you = sees(file.open);
    if file.leads {
        // Sealed, and opened on purpose.
        you[0] = Sight::Exists;
    }
    if file.existence_only {
        you[4] = Sight::Exists;
    }
    let why = match (file.leads, file.existence_only) {
        (true, _) => words.case_why_lead(),
        (false, true) => words.case_why_existence(),
        (false, false) => words.case_why_part(),
    };
    let mut rows = vec![AccessRow {
        who: words.case_you(own),
        why: vec![why],
        sees: you,
    }];
    let running = file.disclosures.iter().filter(|line| line.runs && line.to != own);
    rows.extend(running.map(|line| disclosed(words, profile, line)));
    let others = file
        .parts
        .iter()
        .filter(|(part, name)| name != own && !file.disclosures.iter().any(|line| line.runs && line.to_id == *part));
    rows.extend(others.map(|(part, name)| {
        let leads = *part == file.lead.0;
        let mut seen = [Sight::Nothing; 6];
        seen[4] = Sight::Exists;
        AccessRow {
            who: name.clone(),
            why: vec![if leads {
                words.case_why_other_lead()
            } else {
                words.case_why_takes_part()
            }],
            sees: if leads && !file.existence_only {
                [Sight::Exists; 6]
            } else {
                seen
            },
        }
    }));
    Access::new(words, rows)
}

fn disclosed(words: &Words, profile: &Profile, line: &DisclosureLine) -> AccessRow {
    let until = words.date(line.until);
    AccessRow {
        who: line.to.clone(),
        why: vec![
            ground(words, profile, line),
            if line.say {
                words.case_say_yes()
            } else {
                words.case_say_none()
            },
            words.case_until(&until),
        ],
        sees: sees(line.fields),
    }
}

/// "Legal ground: consent, GDPR art. 6(1)(a)".
fn ground(words: &Words, profile: &Profile, line: &DisclosureLine) -> String {
    let code = words.say_case_ground(line.ground);
    let article = &profile.ground(line.ground).article.value;
    words.case_ground(&code, article)
}
