//! The policy as a table that a lawyer can read, kept beside the tests: a change of the policy is a change of that page.
//! `TILTAS_GOLDEN=write cargo test -p tiltas-access --test golden` writes it anew.
#![expect(clippy::disallowed_methods, reason = "the policy itself is asked here")]
use std::{fmt::Write as _, fs, path::Path};
use tiltas_access::{
    Action, CaseFacts, Facts, OwnFacts, Part, Permit, Record, ReferralFacts, Side, Subject, TaskEnd, TaskFacts, permit,
};
use tiltas_domain::{Field, Fields, Id, Role, example};

fn ask(role: Role, action: Action, facts: impl Into<Facts>) -> Option<Permit> {
    let mut context = example::context(example::Who::PodulAlb.actor(Role::CaseManager), example::NIGHT, 1);
    context.actor.role = role;
    permit(&context, action, Subject::Case(Id::from_bytes([7; 16])), facts).ok()
}

fn part(part: Part) -> &'static str {
    match part {
        Part::None => "takes no part in the case",
        Part::Existence => "knows only that the case exists",
        Part::Part => "takes part by a referral or a notice",
        Part::Recorded => "recorded the signal, and another leads now",
        Part::FormerLead => "led the case before",
        Part::Lead => "leads the case",
    }
}

fn case(part: Part, reached: bool, reason: bool) -> CaseFacts {
    CaseFacts::assumed(part, reached, reason, Fields::NONE)
}

/// What is needed, subject by subject: nothing, or what the organisation is to a case, a referral, or a thing.
fn needed(role: Role, action: Action) -> String {
    if ask(role, action, Facts::None).is_some() {
        let which = Part::ALL.into_iter();
        let which = which.filter(|part| ask(role, action, case(*part, false, false)).is_some());
        let named: Vec<_> = which.map(part).collect();
        return match named.len() {
            6 => "yes".to_owned(),
            0 => "yes, about no case".to_owned(),
            _ => format!(
                "yes, about no case; about a case when its organisation {}",
                named.join(", or ")
            ),
        };
    }
    let mut said = Vec::new();
    let mut parts = |reached: bool, reason: bool, side: Option<Side>, end: &str| {
        let may = |part: &Part| match side {
            None => ask(role, action, case(*part, reached, reason)).is_some(),
            Some(side) => ask(role, action, ReferralFacts::assumed(case(*part, reached, reason), side)).is_some(),
        };
        let which: Vec<Part> = Part::ALL.into_iter().filter(may).collect();
        let named = match which.len() {
            0 => return false,
            6 => "whatever it is to the case".to_owned(),
            _ => which.into_iter().map(part).collect::<Vec<_>>().join(", or "),
        };
        said.push(format!("its organisation {named}{end}").replace("its organisation whatever", "whatever"));
        true
    };
    let plain = parts(false, false, None, "");
    if !plain {
        parts(false, true, None, ", and a reason is given");
    }
    let alone = |part| ask(role, action, case(part, false, false)).is_none();
    if alone(Part::None) && ask(role, action, case(Part::None, true, false)).is_some() {
        said.push("escalation of a referral of the case has reached its organisation".to_owned());
    }
    for (side, named) in [
        (Side::Sender, "sent the referral"),
        (Side::Receiver, "receives the referral"),
        (Side::Past, "received it, and is told that it is over"),
    ] {
        let facts = |side| ReferralFacts::assumed(case(Part::None, false, false), side);
        if ask(role, action, facts(Side::None)).is_none() && ask(role, action, facts(side)).is_some() {
            said.push(format!("its organisation {named}"));
        }
    }
    for (end, named) in [
        (TaskEnd::Assigned, "is to do the task"),
        (TaskEnd::Opened, "gave the task to another"),
        (TaskEnd::Told, "was told that the task is late"),
    ] {
        let facts = |end| TaskFacts::assumed(case(Part::None, false, false), end);
        if ask(role, action, facts(TaskEnd::None)).is_none() && ask(role, action, facts(end)).is_some() {
            said.push(format!("its organisation {named}"));
        }
        let leads = |end| TaskFacts::assumed(case(Part::Lead, false, false), end);
        let alone = ask(role, action, facts(end)).is_some() || ask(role, action, leads(TaskEnd::None)).is_some();
        if !alone && ask(role, action, leads(end)).is_some() {
            said.push(format!("its organisation leads the case and {named}"));
        }
    }
    if ask(role, action, OwnFacts::assumed(true)).is_some() {
        said.push("the house or offer is its organisation's own".to_owned());
    }
    match said.is_empty() {
        true => "no".to_owned(),
        false => format!("when {}", said.join("; or when ")),
    }
}

fn table() -> String {
    let mut out = String::from(
        "WHO MAY DO WHAT\n\nGenerated from the policy and compared with it by a test. \"No\" is the answer wherever nothing else \
         is said;\noutside, no and not there look the same.\n",
    );
    for action in Action::ALL {
        let _ = writeln!(out, "\n{}", action.code());
        let said = Role::ALL.iter().map(|role| (role.code(), needed(*role, *action)));
        for (said, roles) in together(said.filter(|(_, said)| said != "no")) {
            let _ = writeln!(out, "    {}\n        {said}", roles.join(", "));
        }
    }
    out.push_str(
        "\n\nWHO SEES WHICH FIELD OF A CASE FILE\n\n+ open    otherwise the reason why not. \"(went)\": open where that field \
         went to the organisation by a disclosure that runs.\n",
    );
    let situations = situations();
    for (name, action, facts) in &situations {
        let _ = writeln!(out, "\nIts organisation {name}");
        let said = Role::ALL.iter().filter_map(|role| {
            let _permit = ask(*role, *action, facts(Fields::NONE))?;
            Some((role.code(), fields(*role, *action, *facts)))
        });
        for (said, roles) in together(said) {
            let _ = writeln!(out, "    {}\n        {said}", roles.join(", "));
        }
    }
    out.push_str(
        "\n\nWHICH RECORDS OF A CASE ARE THERE\n\nA record is shown or left out, never withheld. What is not named is not there.\n",
    );
    for (name, action, facts) in &situations {
        let _ = writeln!(out, "\nIts organisation {name}");
        let said = Role::ALL.iter().filter_map(|role| {
            let permit = ask(*role, *action, facts(Fields::NONE))?;
            Some((role.code(), records(&permit)))
        });
        for (said, roles) in together(said) {
            let _ = writeln!(out, "    {}\n        {said}", roles.join(", "));
        }
    }
    out
}

type Situation = (&'static str, Action, fn(Fields) -> Facts);

fn situations() -> [Situation; 11] {
    fn of(part: Part, reached: bool, fields: Fields) -> CaseFacts {
        CaseFacts::assumed(part, reached, false, fields)
    }
    [
        ("leads the case", Action::ReadCase, |f| of(Part::Lead, false, f).into()),
        ("leads, and opened the name for a reason", Action::OpenName, |f| {
            of(Part::Lead, false, f).because("a call").into()
        }),
        ("led the case before", Action::ReadCase, |f| {
            of(Part::FormerLead, false, f).into()
        }),
        ("recorded the signal, another leads now", Action::ReadCase, |f| {
            of(Part::Recorded, false, f).into()
        }),
        ("takes part by a referral", Action::ReadCase, |f| {
            of(Part::Part, false, f).into()
        }),
        ("knows only that the case exists", Action::ReadCase, |f| {
            of(Part::Existence, false, f).into()
        }),
        ("was reached by escalation", Action::ReadCase, |f| {
            of(Part::None, true, f).into()
        }),
        ("sent the referral that is read", Action::ReadReferral, |f| {
            ReferralFacts::assumed(of(Part::Recorded, false, f), Side::Sender).into()
        }),
        ("receives the referral that is read", Action::ReadReferral, |f| {
            ReferralFacts::assumed(of(Part::Part, false, f), Side::Receiver).into()
        }),
        ("leads the case, and asks who looked", Action::ReadAudit, |f| {
            of(Part::Lead, false, f).into()
        }),
        ("takes part in the case, and asks who looked", Action::ReadAudit, |f| {
            of(Part::Part, false, f).into()
        }),
    ]
}

/// Records with the same answer, together.
fn records(permit: &Permit) -> String {
    let said = Record::ALL
        .iter()
        .map(|record| (record.code(), permit.scope(*record).code().to_owned()));
    let said = together(said.filter(|(_, said)| said != "none"));
    let said = said
        .into_iter()
        .map(|(answer, records)| format!("{answer}: {}", records.join(", ")));
    said.collect::<Vec<_>>().join("\n        ")
}

/// Those of whom the same is said, together.
fn together(said: impl Iterator<Item = (&'static str, String)>) -> Vec<(String, Vec<&'static str>)> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (who, said) in said {
        match groups.iter_mut().find(|(known, _)| *known == said) {
            Some((_, all)) => all.push(who),
            None => groups.push((said, vec![who])),
        }
    }
    groups
}

/// Fields with the same answer, together.
fn fields(role: Role, action: Action, facts: fn(Fields) -> Facts) -> String {
    let said = Field::ALL.iter().filter_map(|field| {
        let permit = ask(role, action, facts(Fields::NONE))?;
        let opens = ask(role, action, facts(Fields::of(&[*field]))).is_some_and(|permit| permit.covers(*field).is_ok());
        let answer = match permit.covers(*field) {
            Ok(()) => "+".to_owned(),
            Err(why) if opens => format!("{} (went)", why.code()),
            Err(why) => why.code().to_owned(),
        };
        Some((field.code(), answer))
    });
    let said = together(said)
        .into_iter()
        .map(|(answer, fields)| format!("{answer}: {}", fields.join(", ")));
    said.collect::<Vec<_>>().join("\n        ")
}

#[test]
fn the_page_that_a_lawyer_reads_is_what_the_policy_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden.txt");
    let now = table();
    if std::env::var_os("TILTAS_GOLDEN").is_some() {
        fs::write(&path, &now).expect("written");
    }
    let kept = fs::read_to_string(&path).expect("tests/golden.txt");
    for (line, (kept, now)) in (1..).zip(kept.lines().zip(now.lines())) {
        assert_eq!(kept, now, "line {line} of tests/golden.txt");
    }
    assert_eq!(kept, now);
}

#[test]
fn every_action_stands_on_the_page_with_somebody_who_may_do_it() {
    let table = table();
    for action in Action::ALL {
        let (_, rest) = table.split_once(&format!("\n{}\n", action.code())).expect("a row");
        assert!(rest.starts_with("    "), "nobody may ever do {}", action.code());
    }
}
