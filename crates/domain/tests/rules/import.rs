//! A table of 1,000 rows comes in as far as it is right: what is wrong is named by row, column and reason, a second time changes
//! nothing, and it is taken back whole.
use std::collections::BTreeSet;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    example::{self, NIGHT, Who},
    import::{self, Book, Cell, Fault, FaultKind, Format, Import, Line, Map, Sheet, Target, guess},
    plan::{self, Built, COLUMNS, Draft, Judged, Plan, Report, Status, built_on, take_in, undo},
};

const HEADS: [&str; 13] = [
    "Nr.",
    "Tip",
    "Denumire",
    "Responsabil",
    "Parteneri",
    "From",
    "Termen",
    "Buget",
    "Finanțare",
    "Indicator",
    "Unit",
    "Baseline",
    "Target",
];

fn context(nth: u8) -> Context {
    example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT, nth)
}

fn names() -> Vec<(Id<tiltas_domain::organisation::Organisation>, String)> {
    vec![
        (Who::BorderPost.id(), "Border post".to_owned()),
        (Who::PodulAlb.id(), "Podul Alb".to_owned()),
    ]
}

fn folded<S: Stream>(state: Option<S>, changes: &Changes) -> S
where
    S::Event: Recorded,
{
    let events = changes.list().iter().filter_map(|change| S::Event::of(&change.event));
    events.fold(state, S::evolve).unwrap()
}

fn plan() -> Plan {
    let command = Draft {
        title: "Plan 2026 to 2028".to_owned(),
        strategy: None,
        from: "2026".parse().unwrap(),
        until: "2028".parse().unwrap(),
        currency: None,
        source: None,
        example: true,
    };
    folded(None, &plan::draft(&command, &context(1)).unwrap())
}

/// Ten objectives, each with nine actions, each with ten sub-actions: 1,000 rows.
fn rows() -> Vec<[String; 13]> {
    let mut rows = Vec::new();
    let row = |number: String, kind: &str| {
        let cells = [
            number.as_str(),
            kind,
            "Agree who speaks for a child",
            "Border post",
            "Podul Alb; border post",
            "2026",
            "30.06.2027",
            "1 200,50",
            "State budget",
            "Districts",
            "districts",
            "0",
            "5",
        ];
        cells.map(str::to_owned)
    };
    for objective in 1..=10 {
        rows.push(row(objective.to_string(), "obiectiv"));
        for action in 1..=9 {
            rows.push(row(format!("{objective}.{action}"), "Acțiune"));
            for part in 1..=10 {
                rows.push(row(format!("{objective}.{action}.{part}"), "sub-action"));
            }
        }
    }
    rows
}

fn book(rows: Vec<Vec<Cell>>) -> Book {
    let heads = HEADS.map(|head| Cell::Text(head.to_owned())).to_vec();
    let lines = (1..).zip([heads].into_iter().chain(rows));
    let lines = lines.map(|(number, cells)| Line { number, cells });
    Book {
        sheets: vec![Sheet {
            name: "Plan".to_owned(),
            lines: lines.collect(),
        }],
    }
}

fn cells(rows: Vec<[String; 13]>) -> Vec<Vec<Cell>> {
    let row = |row: [String; 13]| row.into_iter().map(Cell::Text).collect();
    rows.into_iter().map(row).collect()
}

fn into() -> Target {
    Target::Plan(example::id(1))
}

fn brought(book: &Book, nth: u8) -> (Id<Import>, Import) {
    let context = context(nth);
    let changes = import::bring(into(), (Format::Xlsx, book), &context).unwrap();
    let id = context.id::<Import>(0);
    assert_eq!(folded::<Book>(None, &changes), *book);
    (id, folded(None, &changes))
}

fn mapped(book: &Book, nth: u8) -> (Id<Import>, Import) {
    let (id, import) = brought(book, nth);
    let (sheet, head) = book.guess(&COLUMNS).unwrap();
    let columns = guess(&book.table(sheet, head).unwrap().heads, &COLUMNS);
    let columns = COLUMNS
        .iter()
        .zip(columns)
        .filter_map(|(column, place)| Some((column.code.to_owned(), place?)));
    let command = Map {
        sheet,
        head,
        columns: columns.collect(),
    };
    let changes = import::map(id, &import, (book, &command)).unwrap();
    (id, folded(Some(import), &changes))
}

fn judge(plan: &Plan, book: &Book, import: &Import) -> Judged {
    let mapping = import.mapping.as_ref().unwrap();
    let table = book.table(mapping.sheet, mapping.head).unwrap();
    plan::judge(plan, (&table, &mapping.columns), &names())
}

/// What is planted: the column, the cell, and what is to be said of it.
fn plants() -> Vec<(usize, Cell, FaultKind)> {
    let text = |text: &str| Cell::Text(text.to_owned());
    vec![
        (2, text(""), FaultKind::Needed),
        (2, text(&"x".repeat(501)), FaultKind::Long),
        (2, text("hid\u{202e}den"), FaultKind::Hidden),
        (7, Cell::Formula, FaultKind::Formula),
        (12, Cell::Broken, FaultKind::Broken),
        (0, text("four-two"), FaultKind::Number),
        (0, text("1"), FaultKind::Twice),
        (0, text("99.1.1"), FaultKind::Above),
        (1, text("task"), FaultKind::Choose),
        (1, text("obiectiv"), FaultKind::Place),
        (3, text("Nobody's office"), FaultKind::Institution),
        (6, text("31.02.2027"), FaultKind::Day),
        (6, text("2031"), FaultKind::Order),
        (11, text("many"), FaultKind::Figure),
        (7, text("-3"), FaultKind::Negative),
        (9, text(""), FaultKind::Indicator),
    ]
}

#[test]
fn fifty_planted_faults_are_named_and_the_rest_comes_in_once_and_goes_again_whole() {
    for seed in [1u64, 7, 2026] {
        let mut rows = cells(rows());
        assert_eq!(rows.len(), 1000);
        // A linear congruence draws the places; only leaves, so that a fault takes no other row with it.
        let (mut drawn, mut places) = (seed, BTreeSet::new());
        let mut planted: Vec<Fault> = Vec::new();
        let plants = plants();
        while places.len() < 50 {
            drawn = drawn
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let place = usize::try_from(drawn >> 33).unwrap() % rows.len();
            let is_leaf = matches!(&rows[place][0], Cell::Text(number) if number.matches('.').count() == 2);
            if !is_leaf || !places.insert(place) {
                continue;
            }
            let (column, cell, kind) = plants[(places.len() - 1) % plants.len()].clone();
            rows[place][column] = cell;
            planted.push(Fault {
                row: u32::try_from(place).unwrap() + 2,
                column: Some(u16::try_from(column).unwrap()),
                kind,
            });
        }
        let kinds: BTreeSet<&str> = planted.iter().map(|fault| fault.kind.code()).collect();
        assert!(kinds.len() >= 12, "{kinds:?}");
        let table = book(rows);
        let (id, first) = mapped(&table, 2);
        let before = plan();
        let judged = judge(&before, &table, &first);
        let key = |fault: &Fault| (fault.row, fault.column, fault.kind.code());
        let sorted = |faults: &[Fault]| faults.iter().map(key).collect::<BTreeSet<_>>();
        for fault in &planted {
            assert!(sorted(&judged.faults).contains(&key(fault)), "{fault:?} is not named");
        }
        let rows_of = |faults: &[Fault]| faults.iter().map(|fault| fault.row).collect::<BTreeSet<_>>();
        assert_eq!(
            rows_of(&judged.faults),
            rows_of(&planted),
            "no other row is called wrong"
        );
        assert_eq!((judged.added.len(), judged.wrong, judged.same), (950, 50, 0));

        let changes = take_in(example::id(1), &before, id, &judged, &context(3)).unwrap();
        let after = folded(Some(before.clone()), &changes);
        assert_eq!(after.items.len(), 950);
        let (_, second) = mapped(&table, 4);
        let again = judge(&after, &table, &second);
        assert_eq!(
            (again.added.len(), again.changed.len(), again.same),
            (0, 0, 950),
            "twice without change"
        );
        assert_eq!(
            import::take(example::id(9), &second, (again.taken(), &again.faults), &context(5)).unwrap_err(),
            import::Refusal::Nothing
        );
        let undone = folded(Some(after.clone()), &undo(example::id(1), &after, id).unwrap());
        assert_eq!(undone, before, "undone whole");
    }
}

#[test]
fn a_changed_row_comes_back_as_it_was_and_what_something_was_built_on_stays() {
    let before = plan();
    let table = book(cells(rows()));
    let (first, import) = mapped(&table, 2);
    let judged = judge(&before, &table, &import);
    let changes = take_in(example::id(1), &before, first, &judged, &context(3)).unwrap();
    let one = folded(Some(before), &changes);
    let mut rows = rows();
    rows[1][2] = "Agree at once".to_owned();
    let table = book(cells(rows));
    let (second, import) = mapped(&table, 4);
    let judged = judge(&one, &table, &import);
    assert_eq!((judged.changed.len(), judged.same), (1, 999));
    let changes = take_in(example::id(1), &one, second, &judged, &context(5)).unwrap();
    let two = folded(Some(one.clone()), &changes);
    assert_eq!(two.numbered("1.1").unwrap().said.title, "Agree at once");
    let built = undo(example::id(1), &two, first);
    assert_eq!(
        built.unwrap_err(),
        plan::Refusal::BuiltOn,
        "the second import stands on the first"
    );
    let back = folded(Some(two.clone()), &undo(example::id(1), &two, second).unwrap());
    assert_eq!(back, one);
    let mut reported = back;
    reported.in_force = Some("2026".parse().unwrap());
    let on = reported.numbered("1.1").unwrap().id;
    let told = Report {
        status: Status::UnderWay,
        text: "Begun.".to_owned(),
        value: None,
        evidence: Vec::new(),
    };
    let changes = plan::report(example::id(1), &reported, (on, &told), &context(6)).unwrap();
    let reported = folded(Some(reported), &changes);
    assert_eq!(
        undo(example::id(1), &reported, first).unwrap_err(),
        plan::Refusal::BuiltOn
    );
}

#[test]
fn an_import_over_what_a_hand_wrote_is_taken_back_and_the_hand_is_known_again() {
    let before = plan();
    let table = book(cells(rows()));
    let (first, import) = mapped(&table, 2);
    let judged = judge(&before, &table, &import);
    let changes = take_in(example::id(1), &before, first, &judged, &context(3)).unwrap();
    let one = folded(Some(before), &changes);
    let known = one.numbered("1.1").unwrap();
    let by_hand = plan::Said {
        title: "Agree soon".to_owned(),
        ..known.said.clone()
    };
    let there: Vec<_> = names().into_iter().map(|(id, _)| id).collect();
    let changes = plan::change(example::id(1), &one, (known.id, &by_hand), &there).unwrap();
    let written = folded(Some(one), &changes);
    let (second, import) = mapped(&table, 4);
    let judged = judge(&written, &table, &import);
    assert_eq!(judged.changed.len(), 1);
    let changes = take_in(example::id(1), &written, second, &judged, &context(5)).unwrap();
    let two = folded(Some(written.clone()), &changes);
    let back = folded(Some(two.clone()), &undo(example::id(1), &two, second).unwrap());
    assert_eq!(back, written, "undone whole");
    assert_eq!(
        undo(example::id(1), &back, first).unwrap_err(),
        plan::Refusal::BuiltOn,
        "a hand built on the first"
    );
}

#[test]
fn a_mapping_names_each_needed_column_once() {
    let table = book(cells(rows()));
    let (id, import) = brought(&table, 2);
    let map = |columns: &[(&str, u16)]| {
        let columns = columns.iter().map(|(code, at)| ((*code).to_owned(), *at)).collect();
        let command = Map {
            sheet: 0,
            head: 1,
            columns,
        };
        import::map(id, &import, (&table, &command))
    };
    for (columns, refusal) in [
        (vec![("number", 0)], import::Refusal::Needed),
        (vec![("number", 0), ("title", 0)], import::Refusal::Twice),
        (vec![("number", 0), ("title", 2), ("title", 3)], import::Refusal::Twice),
        (vec![("number", 0), ("title", 13)], import::Refusal::NoColumn),
        (
            vec![("number", 0), ("title", 2), ("colour", 3)],
            import::Refusal::NoColumn,
        ),
    ] {
        assert_eq!(map(&columns).unwrap_err(), refusal, "{columns:?}");
    }
    assert!(map(&[("number", 0), ("title", 2)]).is_ok());
    for (sheet, head) in [(1, 1), (0, 0), (0, 1_002)] {
        let command = Map {
            sheet,
            head,
            columns: vec![("number".to_owned(), 0), ("title".to_owned(), 2)],
        };
        let refused = import::map(id, &import, (&table, &command));
        assert_eq!(refused.unwrap_err(), import::Refusal::NoHead);
    }
}

#[test]
fn what_a_body_approved_meanwhile_is_not_taken_back() {
    let mut before = plan();
    let table = book(cells(rows()));
    let (first, import) = mapped(&table, 2);
    let judged = judge(&before, &table, &import);
    let changes = take_in(example::id(1), &before, first, &judged, &context(3)).unwrap();
    before = folded(Some(before), &changes);
    assert!(built_on(&before, first).is_empty());
    let approval = plan::Approve {
        body: "National committee".to_owned(),
        on: "2018-06".parse().unwrap(),
        act: None,
    };
    let mut plan = before.clone();
    for event in [
        plan::Event::Approved(approval),
        plan::Event::Enforced {
            on: "2018-06".parse().unwrap(),
        },
        plan::Event::Amended {
            reason: "More".to_owned(),
            at: NIGHT,
        },
    ] {
        plan = Plan::evolve(Some(plan), &event).unwrap();
    }
    let built = built_on(&plan, first);
    assert!(built.len() == 1_000 && built.iter().all(|(_, why)| *why == Built::Approved));
    assert_eq!(
        undo(example::id(1), &plan, first).unwrap_err(),
        plan::Refusal::BuiltOn,
        "it is in force while the next version is written"
    );
}

#[test]
fn heads_are_found_on_whichever_sheet_and_row_they_stand_and_in_either_language() {
    let text = |cells: &[&str]| cells.iter().map(|cell| Cell::Text((*cell).to_owned())).collect();
    let line = |number, cells: &[&str]| Line {
        number,
        cells: text(cells),
    };
    let about = Sheet {
        name: "About".to_owned(),
        lines: vec![line(1, &["A plan, title and all"])],
    };
    let plan = Sheet {
        name: "Plan".to_owned(),
        lines: vec![
            line(2, &["Annex to the decision"]),
            line(4, &["Nr. crt.", "Acţiuni", "TERMEN  de realizare", "Costuri (lei)"]),
            line(5, &["1", "Protection", "2027", ""]),
        ],
    };
    let book = Book {
        sheets: vec![about, plan],
    };
    assert_eq!(book.guess(&COLUMNS), Some((1, 4)));
    assert_eq!(book.guess_head(0, &COLUMNS), Some(1));
    let table = book.table(1, 4).unwrap();
    let guessed = guess(&table.heads, &COLUMNS);
    let place = |code: &str| guessed[COLUMNS.iter().position(|column| column.code == code).unwrap()];
    assert_eq!(
        (
            place("number"),
            place("title"),
            place("term"),
            place("budget"),
            place("level")
        ),
        (Some(0), Some(1), Some(2), Some(3), None)
    );
    let mut other = table.clone();
    other.heads[1] = "ACȚIUNI".to_owned();
    assert_eq!(other.digest(), table.digest(), "the same heads, however they are typed");
    other.heads.push("More".to_owned());
    assert_ne!(other.digest(), table.digest());
}

#[test]
fn a_book_is_kept_for_seven_days_and_is_no_larger_than_what_is_read() {
    let small = book(Vec::new());
    let (id, import) = brought(&small, 2);
    assert!(import::forget(id, &import, NIGHT.plus_hours(24 * 7 - 1)).is_none());
    assert!(import::forget(id, &import, NIGHT.plus_hours(24 * 7)).is_some());
    let row = |signs: usize, columns: usize| vec![Cell::Text("x".repeat(signs)); columns];
    let fits = |rows: Vec<Vec<Cell>>| import::bring(into(), (Format::Csv, &book(rows)), &context(3)).map(drop);
    assert_eq!(fits(vec![row(1, 1); 5_000]), Ok(()));
    assert_eq!(fits(vec![row(1, 1); 5_001]), Err(import::Refusal::Large));
    assert_eq!(fits(vec![row(1, 60)]), Ok(()));
    assert_eq!(fits(vec![row(1, 61)]), Err(import::Refusal::Large));
    assert_eq!(fits(vec![row(1_000_001, 2)]), Err(import::Refusal::Large));
}
