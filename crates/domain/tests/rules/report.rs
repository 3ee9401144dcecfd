//! A report goes its own steps and no others; what was counted once stands, a closed period is frozen, and nobody learns of fewer
//! than five people by subtracting.
use proptest::prelude::*;
use std::collections::BTreeSet;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    example::{self, NIGHT, Who},
    national_report::{self, NationalReport, parts},
    organisation::OrganisationKind,
    period::{self, Period, Reporter, close},
    profile::Profile,
    report::{
        Act, Count, Counted, Event, Indicator, Raw, Refusal, Report, Return, Stage, Step, Value, Write, accept,
        correct, counted, escalate, give_back, submit, total, write,
    },
};

fn profile() -> Profile {
    example::moldova()
}

fn at(hours: i64) -> Context {
    let draw = u8::try_from(hours.rem_euclid(250)).unwrap();
    example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT.plus_hours(hours), draw)
}

fn folded<K: Stream>(state: Option<K>, changes: &Changes) -> K {
    let events = changes.list().iter().filter_map(|change| K::Event::of(&change.event));
    events.fold(state, |state, event| K::evolve(state, event)).unwrap()
}

/// The half-year of 2026, opened as the night begins: due in the past of that night, so that a day passes it.
fn opened() -> (Id<Period>, Period, Id<Report>, Report) {
    let profile = profile();
    let rule = &profile.reporting[0];
    let occurrence = rule.in_year(2026).unwrap();
    let reporters = [
        Reporter {
            organisation: Who::BorderPost.id(),
            function: Some(example::id(13)),
        },
        Reporter {
            organisation: Who::PodulAlb.id(),
            function: None,
        },
    ];
    let clock = Who::Secretariat.actor(Role::Clock);
    let context = example::context(clock, NIGHT.plus_hours(-24 * 50), 255);
    let changes = period::open(rule, &occurrence, &reporters, &profile, &context);
    let (id, report) = (context.id::<Period>(0), context.id::<Report>(0));
    (id, folded(None, &changes), report, folded(None, &changes))
}

fn words() -> Write {
    Write {
        narrative: "Four of seven posts.".to_owned(),
        values: vec![Value {
            indicator: "Posts".to_owned(),
            figure: "4".to_owned(),
            definition: "With an officer".to_owned(),
        }],
        evidence: Vec::new(),
        obstacles: None,
        example: true,
    }
}

fn counts() -> Vec<Counted> {
    counted(
        &Raw {
            answered: 12,
            median_hours: Some(3),
            assisted: 4,
            presumed: 9,
            verified: 1,
            trainings: 2,
            partnerships: 3,
        },
        &[],
    )
}

fn written() -> (Id<Period>, Period, Id<Report>, Report) {
    let (period_id, period, id, report) = opened();
    let changes = write(id, &report, &period, &words()).unwrap();
    (period_id, period, id, folded(Some(report), &changes))
}

#[test]
fn whoever_has_nobody_that_answers_owes_no_report_and_is_named() {
    let (_, period, id, report) = opened();
    assert_eq!(period.opened.owes.len(), 1);
    assert_eq!((period.opened.owes[0].report, report.stage()), (id, Stage::Draft));
    assert_eq!(period.opened.without, [Who::PodulAlb.id()]);
    let kinds = [
        (Who::BorderPost.id(), OrganisationKind::BorderPolice),
        (Who::CasaLiman.id(), OrganisationKind::Shelter),
    ];
    let asked = period::reporters(&profile().reporting[0], &kinds, &[]);
    assert_eq!(
        asked.iter().map(|one| one.organisation).collect::<Vec<_>>(),
        [Who::BorderPost.id()]
    );
}

#[test]
fn what_the_node_counted_is_kept_with_the_first_submission() {
    let (_, period, id, report) = written();
    let report = folded(
        Some(report.clone()),
        &submit(id, &report, &period, counts(), &at(0)).unwrap(),
    );
    let back = Return {
        figure: Some("Posts".to_owned()),
        reason: "Which four?".to_owned(),
        until: "2026-12-31".parse().unwrap(),
    };
    let changes = give_back(id, &report, &period, &back, &profile(), &at(1)).unwrap();
    let report = folded(Some(report), &changes);
    assert_eq!(report.stage(), Stage::Returned);
    let other = counted(&Raw::default(), &[]);
    let report = folded(
        Some(report.clone()),
        &submit(id, &report, &period, other, &at(2)).unwrap(),
    );
    assert_eq!(report.counted, counts(), "frozen");
    assert_eq!(report.submitted.len(), 2);
}

#[test]
fn a_report_goes_back_for_a_figure_of_its_own_and_a_day_to_come() {
    let (_, period, id, report) = written();
    assert_eq!(
        give_back_of(id, &report, &period, "Posts", "2026-12-31"),
        Err(Refusal::NotNow),
        "not handed in"
    );
    let report = folded(
        Some(report.clone()),
        &submit(id, &report, &period, counts(), &at(0)).unwrap(),
    );
    assert_eq!(
        give_back_of(id, &report, &period, "Beds", "2026-12-31"),
        Err(Refusal::NoFigure)
    );
    assert_eq!(
        give_back_of(id, &report, &period, "Posts", "2026-08-19"),
        Err(Refusal::DayBefore)
    );
    assert_eq!(give_back_of(id, &report, &period, "Posts", "2026-08-20"), Ok(()));
}

fn give_back_of(id: Id<Report>, on: &Report, period: &Period, figure: &str, until: &str) -> Result<(), Refusal> {
    let back = Return {
        figure: Some(figure.to_owned()),
        reason: "Why".to_owned(),
        until: until.parse().unwrap(),
    };
    give_back(id, on, period, &back, &profile(), &at(0)).map(|_| ())
}

#[test]
fn a_delay_reaches_focal_function_head_and_secretariat_each_once() {
    let (_, period, id, mut report) = opened();
    let mut told = Vec::new();
    while let Some((step, due)) = report.next_step() {
        let early = example::context(Who::Secretariat.actor(Role::Clock), tiltas_domain::Moment(due.0 - 1), 1);
        assert_eq!(
            escalate(id, &report, &period, step, &early).unwrap_err(),
            Refusal::NotNow
        );
        let context = example::context(Who::Secretariat.actor(Role::Clock), due, 1);
        let changes = escalate(id, &report, &period, step, &context).unwrap();
        report = folded(Some(report), &changes);
        assert_eq!(
            escalate(id, &report, &period, step, &context).unwrap_err(),
            Refusal::NotNow,
            "nothing twice"
        );
        told.push((step, profile().date(due).to_string()));
    }
    let said: Vec<(Step, &str)> = told.iter().map(|(step, day)| (*step, day.as_str())).collect();
    assert_eq!(
        said,
        [
            (Step::FocalFunction, "2026-07-16"),
            (Step::Head, "2026-07-22"),
            (Step::Secretariat, "2026-07-30"),
        ]
    );
    assert_eq!(report.stage(), Stage::Late);
    let changes = write(id, &report, &period, &words()).unwrap();
    assert_eq!(
        folded(Some(report), &changes).stage(),
        Stage::Late,
        "written is not handed in"
    );
}

#[test]
fn a_closed_period_is_frozen_and_a_correction_names_what_it_corrects() {
    let (period_id, period, id, report) = written();
    let today = profile().date(NIGHT);
    let waits = folded(
        Some(report.clone()),
        &submit(id, &report, &period, counts(), &at(0)).unwrap(),
    );
    let refused = close(period_id, &period, &[(id, &waits)], today, &at(1)).unwrap_err();
    assert_eq!(refused, period::Refusal::Waiting);
    let early = close(
        period_id,
        &period,
        &[(id, &report)],
        "2026-07-15".parse().unwrap(),
        &at(1),
    )
    .unwrap_err();
    assert_eq!(early, period::Refusal::NotOver);
    let done = folded(Some(waits.clone()), &accept(id, &waits, &period, &at(1)).unwrap());
    let shut = folded(
        Some(period.clone()),
        &close(period_id, &period, &[(id, &done)], today, &at(2)).unwrap(),
    );
    assert!(shut.missing.is_empty());
    let twice = close(period_id, &shut, &[(id, &done)], today, &at(2)).unwrap_err();
    assert_eq!(twice, period::Refusal::Closed);
    assert_eq!(write(id, &done, &shut, &words()).unwrap_err(), Refusal::Frozen);
    assert_eq!(
        correct(id, &done, &period, &at(3)).unwrap_err(),
        Refusal::NotNow,
        "while it is open"
    );
    let missed = folded(
        Some(period.clone()),
        &close(period_id, &period, &[(id, &report)], today, &at(2)).unwrap(),
    );
    assert_eq!(missed.missing, [id]);
    assert_eq!(
        submit(id, &report, &missed, counts(), &at(3)).unwrap_err(),
        Refusal::Frozen,
        "after freezing"
    );

    let context = at(4);
    let changes = correct(id, &done, &shut, &context).unwrap();
    let of = |id: Id<Report>| {
        let events = changes.list().iter().filter(move |change| change.stream == id.into());
        events.map(|change| Event::of(&change.event).unwrap())
    };
    let next = context.id::<Report>(0);
    let new = of(next).fold(None, Report::evolve).unwrap();
    let old = of(id).fold(Some(done.clone()), Report::evolve).unwrap();
    assert_eq!((new.opened.corrects, old.corrected_by), (Some(id), Some(next)));
    assert_eq!((&new.written, &new.counted), (&done.written, &done.counted));
    assert_eq!(
        correct(id, &old, &shut, &context).unwrap_err(),
        Refusal::CorrectedBefore
    );
    let new = folded(
        Some(new.clone()),
        &submit(next, &new, &shut, Vec::new(), &at(5)).unwrap(),
    );
    assert_eq!(
        folded(Some(new.clone()), &accept(next, &new, &shut, &at(6)).unwrap()).stage(),
        Stage::Accepted
    );
    // One that goes back is owed again, and its delay is told although the period is closed.
    let back = Return {
        figure: None,
        reason: "Which posts?".to_owned(),
        until: (today + jiff::Span::new().days(7)).into(),
    };
    let changes = give_back(next, &new, &shut, &back, &profile(), &at(7)).unwrap();
    let back = folded(Some(new), &changes);
    let (step, due) = back.next_step().expect("somebody is told");
    let context = example::context(Who::Secretariat.actor(Role::Clock), due, 1);
    assert!(escalate(next, &back, &shut, step, &context).is_ok());
    assert_eq!(
        escalate(id, &report, &missed, Step::FocalFunction, &context).unwrap_err(),
        Refusal::Frozen,
        "of what was missing when it was closed nobody hears any more"
    );
}

#[test]
fn two_figures_of_one_name_are_told_apart_first() {
    let (_, period, id, report) = opened();
    let mut twice = words();
    twice.values.push(twice.values[0].clone());
    assert_eq!(write(id, &report, &period, &twice).unwrap_err(), Refusal::TwoFigures);
    assert_eq!(
        submit(id, &report, &period, counts(), &at(0)).unwrap_err(),
        Refusal::Empty
    );
}

#[test]
fn a_national_report_keeps_every_version_and_is_approved_once_a_version() {
    let (period_id, period, id, _) = opened();
    let today = profile().date(NIGHT);
    assert_eq!(
        period::Act::Draft.fits(&period, today),
        Err(period::Refusal::NotNational)
    );
    let mut basis = national_report::Basis {
        period: period_id,
        reports: Vec::new(),
        totals: counts(),
        example: true,
    };
    let refused = national_report::draft(&basis, "Title", "Words", &at(0)).unwrap_err();
    assert_eq!(refused, national_report::Refusal::NothingAccepted);
    basis.reports.push(id);
    let changes = national_report::draft(&basis, "Title", "Words", &at(0)).unwrap();
    let report: NationalReport = folded(None, &changes);
    let (on, edit) = (at(0).id::<NationalReport>(0), |version| national_report::Edit {
        version,
        title: "Title".to_owned(),
        text: "Other words".to_owned(),
        part: None,
    });
    let stale = national_report::edit(on, &report, &edit(2), &at(1)).unwrap_err();
    assert_eq!(stale, national_report::Refusal::Stale);
    let report = folded(
        Some(report.clone()),
        &national_report::edit(on, &report, &edit(1), &at(1)).unwrap(),
    );
    let same = national_report::edit(on, &report, &edit(2), &at(1)).unwrap_err();
    assert_eq!((report.versions.len(), same), (2, national_report::Refusal::Same));
    let approval = |day: &str| national_report::Approve {
        version: 2,
        body: "National committee".to_owned(),
        on: day.parse().unwrap(),
    };
    let today = profile().date(NIGHT);
    let unread = national_report::Approve {
        version: 1,
        ..approval("2026-08-20")
    };
    assert_eq!(
        national_report::approve(on, &report, &unread, today).unwrap_err(),
        national_report::Refusal::Stale,
        "nobody approves words that they did not read"
    );
    let ahead = national_report::approve(on, &report, &approval("2026-08-21"), today).unwrap_err();
    assert_eq!(ahead, national_report::Refusal::DayToCome);
    let approved = national_report::approve(on, &report, &approval("2026-08-20"), today).unwrap();
    let report = folded(Some(report), &approved);
    let twice = national_report::approve(on, &report, &approval("2026-08-20"), today).unwrap_err();
    assert_eq!(twice, national_report::Refusal::ApprovedBefore);
    let third = national_report::Edit {
        text: "A third".to_owned(),
        ..edit(2)
    };
    let report = folded(
        Some(report.clone()),
        &national_report::edit(on, &report, &third, &at(2)).unwrap(),
    );
    assert_eq!(
        report.state(),
        national_report::State::Draft,
        "a change is not approved"
    );
    assert_eq!(
        report.approval(2).map(|known| known.version),
        Some(2),
        "the approval stands"
    );
}

/// The orders in which two halves of a year, and the year, are handed in.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [1, 0, 2], [0, 2, 1], [2, 0, 1], [1, 2, 0], [2, 1, 0]];

/// What is shown of the two halves and of the year, where they are handed in in this order, so many of them.
fn shown(halves: [u32; 2], order: [usize; 3], handed_in: usize) -> [Option<Count>; 3] {
    let mut told: [Option<Vec<Counted>>; 3] = [None, None, None];
    for nth in order.into_iter().take(handed_in) {
        let answered = [halves[0], halves[1], halves[0] + halves[1]][nth];
        // The halves do not overlap.
        let overlapping = told.iter().enumerate().filter(|(other, _)| nth == 2 || *other == 2);
        let earlier: Vec<&[Counted]> = overlapping.filter_map(|(_, one)| one.as_deref()).collect();
        let raw = Raw {
            answered,
            ..Raw::default()
        };
        told[nth] = Some(counted(&raw, &earlier));
    }
    told.map(|one| one.map(|counted| counted[0].count))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nobody_learns_of_fewer_than_five_by_subtracting(halves in [0_u32..14, 0_u32..14], nth in 0_usize..6, handed_in in 1_usize..4) {
        let (order, most) = (ORDERS[nth], 30_u32);
        let seen = shown(halves, order, handed_in);
        // Who knows the rules asks for each pair of counts whether it would look the same.
        let pairs = (0..most).flat_map(|one| (0..most).map(move |other| [one, other]));
        let alike: Vec<[u32; 2]> = pairs.filter(|pair| shown(*pair, order, handed_in) == seen).collect();
        for (half, hidden) in halves.into_iter().enumerate().filter(|(_, count)| *count < 5) {
            let could: BTreeSet<u32> = alike.iter().map(|pair| pair[half]).collect();
            prop_assert!(could.len() >= 5, "{hidden} of {halves:?} shows as {could:?}: {seen:?}");
        }
    }

    #[test]
    fn a_total_tells_nothing_that_its_parts_do_not(parts in proptest::collection::vec(0_u32..30, 1..8)) {
        let counts: Vec<Count> = parts.iter().filter_map(|part| shown([*part, 0], ORDERS[0], 1)[0]).collect();
        let sum = total(Indicator::Assisted, &counts);
        match parts.iter().all(|part| *part >= 5) {
            true => prop_assert_eq!(sum, Count::Exactly(parts.iter().sum())),
            false => prop_assert_eq!(sum, Count::Withheld),
        }
        prop_assert_eq!(total(Indicator::MedianHours, &counts), Count::None, "medians have no total");
    }

    #[test]
    fn an_act_that_fits_succeeds_and_one_that_does_not_is_refused(draws in proptest::collection::vec((0_usize..7, 0_i64..400), 1..40)) {
        let (period_id, mut period, id, mut report) = opened();
        let mut hours = 0;
        for (draw, wait) in draws {
            hours += wait;
            let (context, before) = (at(hours), report.clone());
            let done = match Act::ALL.get(draw) {
                Some(act) => {
                    let fits = act.fits(&report, &period);
                    let back = Return { figure: None, reason: "Why".to_owned(), until: profile().date(context.now).into() };
                    let done = match act {
                        Act::Write => write(id, &report, &period, &words()),
                        Act::Submit => submit(id, &report, &period, counts(), &context),
                        Act::Return => give_back(id, &report, &period, &back, &profile(), &context),
                        Act::Accept => accept(id, &report, &period, &context),
                        Act::Correct => correct(id, &report, &period, &context),
                    };
                    prop_assert_eq!(done.as_ref().err(), fits.as_ref().err());
                    done.ok()
                }
                None if draw == 5 => {
                    let step = report.next_step().map_or(Step::Head, |(step, _)| step);
                    escalate(id, &report, &period, step, &context).ok()
                }
                None => {
                    let done = close(period_id, &period, &[(id, &report)], profile().date(context.now), &context);
                    if let Ok(changes) = &done {
                        period = folded(Some(period), changes);
                    }
                    None
                }
            };
            if let Some(changes) = done {
                let own = changes.list().iter().filter(|change| change.stream == id.into());
                report = own.fold(report, |state, change| Report::evolve(Some(state), Event::of(&change.event).unwrap()).unwrap());
            }
            prop_assert!(report.submitted.starts_with(&before.submitted) && report.returned.starts_with(&before.returned));
            prop_assert!(report.told.starts_with(&before.told), "nothing told is lost");
            prop_assert!(before.counted.is_empty() || report.counted == before.counted, "what was counted stands");
            prop_assert!(before.accepted.is_none() || report.accepted == before.accepted);
        }
    }
}

proptest! {
    /// Whatever institutions wrote: the parts are the whole, each fits a page, and a part that is written on leaves the others alone.
    #[test]
    fn a_report_of_any_length_is_read_and_written_on_in_parts(
        lines in prop::collection::vec((0_usize..9, 0_usize..8_000), 0..40),
        nth in 1_u32..12,
    ) {
        let line = |(kind, signs): &(usize, usize)| match kind {
            0 => format!("# {}\n\n", "C".repeat(*signs % 90)),
            1 => format!("## {}\n\n", "h".repeat(*signs % 90)),
            2 => "ș\n".repeat(*signs),
            _ => format!("{}\n\n", "ă".repeat(*signs)),
        };
        let text = lines.iter().map(line).collect::<String>().trim_end().to_owned();
        let before = parts(&text);
        prop_assert_eq!(before.concat(), text.as_str());
        for part in &before {
            prop_assert!(part.chars().count() <= national_report::PART, "{} signs", part.chars().count());
        }
        let (period, _, id, _) = opened();
        let basis = national_report::Basis { period, reports: vec![id], totals: counts(), example: true };
        let report: NationalReport = folded(None, &national_report::draft(&basis, "Title", &text, &at(0)).unwrap());
        let edit = national_report::Edit {
            version: 1,
            title: "Title".to_owned(),
            text: "Written anew".to_owned(),
            part: Some(nth),
        };
        let done = national_report::edit(at(0).id::<NationalReport>(0), &report, &edit, &at(1));
        let Some(place) = usize::try_from(nth).ok().filter(|nth| *nth <= before.len()) else {
            prop_assert_eq!(done.unwrap_err(), national_report::Refusal::NoPart);
            return Ok(());
        };
        let after = folded(Some(report), &done.unwrap());
        let after = after.versions.last().unwrap();
        let (first, last) = (before[..place - 1].concat(), before[place..].concat());
        prop_assert!(after.text.starts_with(&first) && after.text.ends_with(last.trim_end()), "{}", after.text);
        let between = &after.text[first.len()..after.text.len() - last.trim_end().len()];
        prop_assert_eq!(between.trim_end(), "Written anew");
    }
}
