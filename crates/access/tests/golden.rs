//! The policy as a table that a lawyer can read, kept beside the tests: a change of the policy is a change of that page.
//! `TILTAS_GOLDEN=write cargo test -p tiltas-access --test golden` writes it anew.
#![expect(clippy::disallowed_methods, reason = "the policy itself is asked here")]
use std::{fmt::Write as _, fs, path::Path};
use tiltas_access::{Action, Facts, Permit, Subject, permit};
use tiltas_domain::{Field, Fields, Id, Role, example};

type Fact = (&'static str, fn(&mut Facts));

const FACTS: [Fact; 9] = [
    ("its organisation takes part in the case", |f| f.takes_part |= true),
    ("its organisation leads the case", |f| f.leads |= true),
    ("its organisation recorded the signal", |f| f.recorded |= true),
    ("all it knows is that the case exists", |f| f.existence_only |= true),
    ("its organisation sent the referral", |f| f.sender |= true),
    ("the referral is addressed to its organisation and not over", |f| {
        f.receiver = true;
    }),
    ("silence about the referral has reached it", |f| f.silence |= true),
    ("the house, task or offer is its organisation's own", |f| f.own |= true),
    ("a reason is given", |f| f.reason |= true),
];

fn facts(bits: usize) -> Facts {
    let mut facts = Facts::default();
    for (nth, (_, set)) in FACTS.iter().enumerate() {
        if bits & (1 << nth) != 0 {
            set(&mut facts);
        }
    }
    facts
}

fn ask(role: Role, action: Action, facts: Facts) -> Option<Permit> {
    let mut context = example::context(example::Who::PodulAlb.actor(Role::CaseManager), example::NIGHT, 1);
    context.actor.role = role;
    permit(&context, action, Subject::Case(Id::from_bytes([7; 16])), facts).ok()
}

fn names(bits: usize, between: &str) -> String {
    let named = FACTS.iter().enumerate().filter(|(nth, _)| bits & (1 << nth) != 0);
    named.map(|(_, (name, _))| *name).collect::<Vec<_>>().join(between)
}

/// The least that is needed, and what stands against it.
fn needed(role: Role, action: Action) -> String {
    let yes = |bits: usize| ask(role, action, facts(bits)).is_some();
    let mut least: Vec<usize> = Vec::new();
    let mut sets: Vec<usize> = (0..512).collect();
    sets.sort_by_key(|bits| bits.count_ones());
    for bits in sets {
        if yes(bits) && !least.iter().any(|known| known & bits == *known) {
            least.push(bits);
        }
    }
    let said = least.iter().map(|bits| {
        let against: usize = (0..9)
            .map(|nth| 1 << nth)
            .filter(|one| bits & one == 0 && !yes(bits | one))
            .sum();
        let mut said = match *bits {
            0 => "yes".to_owned(),
            bits => format!("when {}", names(bits, " and ")),
        };
        if against != 0 {
            said = format!("{said}, unless {}", names(against, " or "));
        }
        said
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        "no".to_owned()
    } else {
        said.join("; or ")
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
    let situations: [(&str, Action, usize); 6] = [
        ("leads the case", Action::ReadCase, 0b11),
        (
            "leads, and opened her name for a reason",
            Action::OpenName,
            0b1_0000_0011,
        ),
        ("recorded the signal, another leads now", Action::ReadCase, 0b101),
        ("takes part by a referral", Action::ReadCase, 0b1),
        ("knows only that the case exists", Action::ReadCase, 0b1001),
        ("was reached by silence", Action::ReadCase, 0b100_0000),
    ];
    for (name, action, bits) in situations {
        let _ = writeln!(out, "\nIts organisation {name}");
        let said = Role::ALL.iter().filter_map(|role| {
            let permit = ask(*role, action, facts(bits))?;
            Some((role.code(), fields(*role, action, bits, &permit)))
        });
        for (said, roles) in together(said) {
            let _ = writeln!(out, "    {}\n        {said}", roles.join(", "));
        }
    }
    out
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
fn fields(role: Role, action: Action, bits: usize, permit: &Permit) -> String {
    let said = Field::ALL.iter().map(|field| {
        let went = Facts {
            disclosed: Fields::of(&[*field]),
            ..facts(bits)
        };
        let opens = ask(role, action, went).is_some_and(|permit| permit.covers(*field).is_ok());
        let answer = match permit.covers(*field) {
            Ok(()) => "+".to_owned(),
            Err(why) if opens => format!("{} (went)", why.code()),
            Err(why) => why.code().to_owned(),
        };
        (field.code(), answer)
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
