//! What is withheld does not show in shape, count or time: every use case is done once, and to everyone from whom the policy
//! hides all that it wrote, every page and every answer for programs has the same bytes with it and without it.
pub mod acts;

use crate::{
    common::TestSite,
    programs::{Programs, Reply},
    routes::{self, Route},
};
use acts::{Base, Example, Ids, example};
use axum::http::Method;
use tiltas_access::{
    Action, CaseFacts, Part, Permit, Record, ReferralFacts, Scope, Side, Subject, named_in_consent, named_in_referral,
    named_in_step, permit,
};
use tiltas_app::{Act, case::file::Folder};
use tiltas_domain::{
    Context, Event, Field, Id, Role, case,
    case::Case,
    consent,
    detail::{self, Details},
    example::Who,
    need::{self, Need, Needs},
    organisation::Organisation,
    referral::Referral,
    task::Task,
};

/// A person of the invented institutions.
type Person = (Who, Role);

/// Everybody, but for houses that no act ever names: one of them stands for all.
fn people() -> impl Iterator<Item = Person> {
    let alike = [Who::CentrulNistruNord, Who::CasaSalcia];
    Who::ALL
        .into_iter()
        .filter(move |who| !alike.contains(who))
        .flat_map(|who| who.people().iter().map(move |(role, _)| (who, *role)))
}

/// How the file and its referral stood at one moment, as far as the policy asks.
struct Standing {
    folder: Folder,
    referral: Option<Referral>,
    position: i64,
}

impl Standing {
    fn of(site: &TestSite, ids: Ids) -> Option<Standing> {
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        let lines = snapshot.files(&[ids.case]).ok()?;
        let position = lines.last().map_or(0, |line| line.position);
        let folder = Folder::fold(lines).ok()?;
        let found = folder.referrals.iter().find(|(id, _)| Some(*id) == ids.referral);
        let referral = found.map(|(_, referral)| referral.clone());
        Some(Standing {
            folder,
            referral,
            position,
        })
    }

    fn facts(&self, context: &Context) -> (CaseFacts, Option<ReferralFacts>) {
        let all = self.folder.referrals.iter().map(|(_, referral)| referral);
        let (case, actor, now) = (&self.folder.case, &context.actor, context.now);
        let of_referral = self.referral.as_ref();
        (
            CaseFacts::of(case, all, actor, now),
            of_referral.map(|referral| ReferralFacts::of(referral, case, actor, now)),
        )
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the policy itself is asked whether it hides something"
)]
fn asked(context: &Context, action: Action, case: Id<Case>, facts: impl Into<tiltas_access::Facts>) -> Option<Permit> {
    permit(context, action, Subject::Case(case), facts).ok()
}

/// Whether the policy hides all that was written from this reader: nothing that it may read changed, and nothing of it names
/// the reader's organisation.
fn hides(context: &Context, ids: Ids, before: &Standing, after: &Standing) -> bool {
    let (case, referral) = before.facts(context);
    if (case, referral) != after.facts(context) {
        return false;
    }
    let permits: Vec<Permit> = [
        asked(context, Action::ReadCase, ids.case, case),
        asked(context, Action::ReadAudit, ids.case, case),
        referral.and_then(|referral| asked(context, Action::ReadReferral, ids.case, referral)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let own = context.actor.organisation;
    let new = after.folder.lines.iter().filter(|line| line.position > before.position);
    for line in new {
        let of = Id::<Referral>::from_stored(line.stream.id);
        let sent = after.folder.referrals.iter().find(|(id, _)| *id == of);
        let by = line.stamp.actor.organisation;
        let task = Id::<Task>::from_stored(line.stream.id);
        let task = after.folder.tasks.iter().find(|(id, _)| *id == task);
        let mut named = named_in_step(
            &line.event,
            by,
            &after.folder.case,
            sent.map(|(_, referral)| referral),
            task.map(|(_, task)| task),
        );
        named.extend(
            task.into_iter()
                .flat_map(|(_, task)| task.told.iter().map(|(_, to)| *to)),
        );
        let needs: Needs = after.folder.of_case().unwrap_or_default();
        named.extend(also_named(&line.event, &after.folder.case, &needs));
        if matches!(line.event, Event::Attempt(_)) {
            named.extend(after.referral.iter().flat_map(named_in_referral));
        }
        let changes_all = matches!(
            line.event,
            Event::Case(case::Event::LeadAccepted { .. } | case::Event::LeadTaken { .. })
        );
        let shown = permits.iter().any(|permit| {
            let opens = fields(&line.event).iter().any(|field| permit.covers(*field).is_ok());
            opens || changes_all || permit.scope(Record::Step) == Scope::All
        });
        if shown || named.contains(&own) {
            return false;
        }
    }
    true
}

/// Whose records an event changes, beside those whom the step names.
fn also_named(event: &Event, case: &Case, needs: &Needs) -> Vec<Id<Organisation>> {
    let say_of = |say: &Id<consent::Consent>| {
        let found = case.consents.iter().find(|one| one.said.say == *say);
        found.map(|say| named_in_consent(case, say)).unwrap_or_default()
    };
    match event {
        Event::Case(case::Event::Consent(consent::Event::Said(said))) => say_of(&said.say),
        Event::Case(case::Event::Consent(consent::Event::TakenBack { say })) => say_of(say),
        Event::Need(need::Event::Ended { need, .. }) => {
            let found = needs.0.iter().filter(|known| known.id == *need);
            found.filter_map(Need::met_by).collect()
        }
        _ => Vec::new(),
    }
}

/// The fields of the file that an event changes.
fn fields(event: &Event) -> Vec<Field> {
    match event {
        Event::Case(event) => match event {
            case::Event::Signal(_) => Field::ALL.to_vec(),
            case::Event::Described(_) => vec![Field::Person, Field::Language],
            case::Event::UrgencyChanged(_) => vec![Field::Work],
            _ => Vec::new(),
        },
        Event::Detail(detail::Event::Told { value, .. } | detail::Event::Corrected { value, .. }) => {
            vec![value.field()]
        }
        Event::Screening(_) => vec![Field::Story],
        Event::Risk(_) => vec![Field::Risk, Field::SafeContact, Field::Feared],
        _ => Vec::new(),
    }
}

/// What differs between two answers by right: the code of the request, tokens and keys of forms, drawn anew each time, and the
/// number of a page. What the number tells is compared where it is asked for.
fn bare(reply: &Reply) -> String {
    let mut text = format!("{}\n", reply.status);
    for (name, value) in &reply.headers {
        if !matches!(name.as_str(), "set-cookie" | "date" | "x-request" | "content-length") {
            text.push_str(&format!("{name}: {value:?}\n"));
        }
    }
    text.push_str(&reply.text);
    for start in ["name=\"token\" value=\"", "name=\"key\" value=\"", "data-version=\""] {
        let mut cut = String::new();
        for (nth, piece) in text.split(start).enumerate() {
            cut.push_str(if nth == 0 {
                piece
            } else {
                piece.split_once('"').map_or("", |(_, rest)| rest)
            });
        }
        text = cut;
    }
    let is_code = |word: &str| word.len() == 7 && word.chars().nth(3) == Some('-') && word.to_uppercase() == word;
    let words = text.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-'));
    let codes: Vec<String> = words.filter(|word| is_code(word)).map(str::to_owned).collect();
    codes.iter().fold(text, |text, code| text.replace(code, "CODE"))
}

/// What shows a file, lists, counts, what changed, and who looked. The forms about a case open the same file; with
/// `TILTAS_LONG=1` they are compared too.
const SHOWN: [&str; 26] = [
    "/audits",
    "/audits/files",
    "/today",
    "/today/news",
    "/tonight",
    "/cases",
    "/cases/{id}",
    "/cases/{id}/news",
    "/cases/{id}/audit",
    "/cases/{id}/lead",
    "/referrals",
    "/referrals/news",
    "/referrals/{id}",
    "/places",
    "/screenings",
    "/api/v1/audits",
    "/api/v1/audits/files",
    "/api/v1/today",
    "/api/v1/cases",
    "/api/v1/cases/{id}",
    "/api/v1/cases/{id}/audits",
    "/api/v1/cases/{id}/needs",
    "/api/v1/signals/{id}",
    "/api/v1/referrals",
    "/api/v1/referrals/{id}",
    "/api/v1/places",
];

/// Every address that shows something, with the ids of this file, and of any provider and organisation.
fn addresses(site: &TestSite, ids: Ids, file: &Standing) -> Vec<Route> {
    let case = &file.folder.case;
    let details: Details = file.folder.of_case().unwrap_or_default();
    let needs: Needs = file.folder.of_case().unwrap_or_default();
    let first = |id: Option<String>| id.unwrap_or_else(|| ids.case.to_string());
    let (detail, say, need, task) = (
        first(details.0.first().map(|told| told.id.to_string())),
        first(case.consents.first().map(|say| say.said.say.to_string())),
        first(needs.0.first().map(|need| need.id.to_string())),
        first(file.folder.tasks.first().map(|(id, _)| id.to_string())),
    );
    let referral = first(ids.referral.map(|referral| referral.to_string()));
    let provider = {
        let snapshot = site.app.store().snapshot().expect("a snapshot");
        snapshot.providers(site.now()).expect("providers")[0]
            .provider
            .to_string()
    };
    let organisation = site.organisation(Who::CasaLiman).to_string();
    let all = routes::all().into_iter();
    let today = site.app.profile().last_days(site.now(), 1)[0].date;
    let all_of_them = std::env::var_os("TILTAS_LONG").is_some();
    all.filter(|route| route.method == "GET" && !route.is_open())
        .filter(|route| all_of_them || SHOWN.contains(&route.path.as_str()))
        .map(|route| {
            let place = route.path.trim_start_matches("/api/v1").split('/').nth(1);
            let id = match place {
                Some("referrals") => &referral,
                Some("tasks") => &task,
                Some("providers" | "places") => &provider,
                Some("organisations") => &organisation,
                _ => &ids.case.to_string(),
            };
            let path = route
                .path
                .replace("{id}", id)
                .replace("{detail}", &detail)
                .replace("{say}", &say)
                .replace("{need}", &need)
                .replace("{function}", &organisation)
                .replace("{account}", &organisation)
                .replace("{task}", &task)
                .replace("{change}", "free")
                .replace("{n}", "1")
                .replace("{step}", "2")
                .replace("{act}", "answer");
            let path = match path.ends_with("/audits/files") {
                true => format!("{path}?organisation={organisation}&day={today}"),
                false => path,
            };
            assert!(!path.contains('{'), "what stands for the ids of {path}?");
            Route { path, ..route }
        })
        .collect()
}

async fn looks(programs: &Programs, (who, role): Person, addresses: &[Route], case: &str) -> Vec<(String, String)> {
    let visitor = programs.site.as_(who, role).await;
    let cookie = visitor.cookie().to_owned();
    let mut seen = Vec::with_capacity(addresses.len() + 1);
    for route in addresses {
        let header = match route.is_api() {
            true => ("authorization", format!("Bearer {}", programs.token(who, role))),
            false => ("cookie", cookie.clone()),
        };
        let reply = programs.send(Method::GET, &route.path, &[header], "").await;
        seen.push((route.path.clone(), bare(&reply)));
    }
    let found = visitor.post("/cases/find", &[("q", case)]).await;
    let found = Reply {
        status: found.status,
        headers: found.headers,
        text: found.body,
    };
    seen.push(("search".to_owned(), bare(&found)));
    seen
}

/// How many places each house has, free and held: what the directory says to all.
fn board(site: &TestSite) -> Vec<(usize, usize, usize)> {
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    let houses = snapshot.providers(site.now()).expect("providers").into_iter();
    houses.map(|line| (line.places, line.free, line.held)).collect()
}

async fn play(base: &Base, act: &Example, compared: &mut usize) -> Vec<String> {
    let (folder, now) = (base.folder.path(), base.now.plus_minutes(act.minutes));
    let (without, with) = (TestSite::copy_of(folder, now), TestSite::copy_of(folder, now));
    let ids = base.ids(act.stage);
    let before = Standing::of(&with, ids).expect("the file stands");
    // What time does, it does in every file.
    let others = || base.all().filter(|(stage, _)| *stage != act.stage).map(|(_, ids)| ids);
    let befores: Vec<_> = others()
        .map(|ids| (ids, Standing::of(&with, ids).expect("a file")))
        .collect();
    if let Err(error) = (act.done)(&with, ids) {
        return vec![format!("{:?} at {:?} is not taken: {error}", act.act, act.stage)];
    }
    let forgotten = act.act == Act::Forget;
    let after = match forgotten {
        true => None,
        false => Some(Standing::of(&with, ids).expect("the file stands")),
    };
    let afters: Vec<_> = others().map(|ids| Standing::of(&with, ids).expect("a file")).collect();
    let mut addresses = addresses(&with, ids, &before);
    if board(&without) != board(&with) {
        // All read the free places of every house: on the directory, beside today's list, and in the number that an open list
        // asks for.
        let tells = |path: &str| {
            path.contains("/places") || path.ends_with("/today") || path.ends_with("/news") && !path.contains("/cases")
        };
        addresses.retain(|route| !tells(&route.path));
    }
    let name = before.folder.case.spoken_name.clone();
    let (without, with) = (Programs::of(without), Programs::of(with));
    let mut different = Vec::new();
    for (who, role) in people() {
        let context = with.site.context(who, role).of("policy");
        let hidden = match &after {
            Some(after) => hides(&context, ids, &before, after),
            // Forgetting shows to all who could know that the file exists.
            None => {
                let (facts, of_referral) = before.facts(&context);
                let sees = asked(&context, Action::ReadCase, ids.case, facts).is_some()
                    || asked(&context, Action::ReadAudit, ids.case, facts).is_some()
                    || of_referral
                        .is_some_and(|facts| asked(&context, Action::ReadReferral, ids.case, facts).is_some());
                !sees
                    && Part::of(&before.folder.case, context.actor.organisation) == Part::None
                    && before.referral.as_ref().is_none_or(|sent| {
                        Side::of(sent, &before.folder.case, context.actor.organisation) == Side::None
                    })
            }
        };
        // Another file was opened: its organisation sees that.
        let opened = act.act == Act::RecordSignal && who == Who::Team;
        let elsewhere = befores.iter().zip(&afters);
        let elsewhere = elsewhere.map(|((ids, before), after)| hides(&context, *ids, before, after));
        if !hidden || opened || elsewhere.into_iter().any(|hidden| !hidden) {
            continue;
        }
        let one = looks(&without, (who, role), &addresses, &name).await;
        let other = looks(&with, (who, role), &addresses, &name).await;
        for ((path, one), (_, other)) in one.iter().zip(&other) {
            *compared += 1;
            if one != other {
                let at = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
                let around = |text: &str| {
                    let from = at.saturating_sub(60);
                    text.chars().skip(from).take(160).collect::<String>()
                };
                different.push(format!(
                    "{:?} at {:?}, {who:?} {role:?} {path}:\n  {}\n  {}",
                    act.act,
                    act.stage,
                    around(one),
                    around(other)
                ));
            }
        }
    }
    different
}

/// What is compared below as a search finds a file where its reader may know it.
async fn searched(base: &Base) {
    let site = TestSite::copy_of(base.folder.path(), base.now);
    let ids = base.ids(acts::Stage::Sent);
    let case = Standing::of(&site, ids).expect("the file stands").folder.case;
    let lead = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let found = lead.post("/cases/find", &[("q", case.spoken_name.as_str())]).await;
    assert_eq!(found.location(), format!("/cases/{}", ids.case));
}

#[tokio::test]
async fn what_the_policy_hides_changes_no_byte_of_any_page() {
    let base = Base::build();
    searched(&base).await;
    let (mut different, mut compared) = (Vec::new(), 0);
    let examples = Act::ALL.iter().filter_map(|act| example(*act));
    let examples: Vec<Example> = examples.chain(acts::other_words()).collect();
    for one in &examples {
        different.extend(play(&base, one, &mut compared).await);
    }
    println!(
        "{compared} answers compared over {} acts, {} differ",
        examples.len(),
        different.len()
    );
    assert!(compared > 1000, "only {compared} answers were compared");
    for one in &different {
        println!("{}", one.lines().next().unwrap_or_default());
    }
    let said: Vec<_> = different.iter().take(12).cloned().collect();
    assert!(
        different.is_empty(),
        "{} answers differ:\n{}",
        different.len(),
        said.join("\n")
    );
}
