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
        (true, _) => "case-why-lead",
        (false, true) => "case-why-existence",
        (false, false) => "case-why-part",
    };
    let mut rows = vec![AccessRow {
        who: words.case_you(own),
        why: vec![words.say(why)],
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
            why: vec![words.say(if leads {
                "case-why-other-lead"
            } else {
                "case-why-takes-part"
            })],
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
            words.say(if line.say { "case-say-yes" } else { "case-say-none" }),
            words.case_until(&until),
        ],
        sees: sees(line.fields),
    }
}

/// "Legal ground: consent, GDPR art. 6(1)(a)".
fn ground(words: &Words, profile: &Profile, line: &DisclosureLine) -> String {
    let code = words.say_code("case-ground", line.ground.code());
    let article = &profile.ground(line.ground).article.value;
    words.case_ground(&code, article)
}
