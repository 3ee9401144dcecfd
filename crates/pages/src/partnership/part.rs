//! The fields of each form about a partnership, with what stands in them at first.
use super::new::institutions;
use tiltas_app::{Act, partnership::story::Story};
use tiltas_domain::{
    Class,
    consent::Ground,
    partnership::{Annex, Data, Party, Progress, Question, Standing, Value},
    provider::Service,
};
use tiltas_kit::{
    Errors, Failure, Fields, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

/// What stands in the form at first: what is written already is changed, not typed again.
pub(super) fn begun(act: Act, story: &Story) -> Fields {
    let of = &story.of;
    match act {
        Act::WritePurpose => of.purpose.iter().fold(Fields::default(), |fields, purpose| {
            let services = purpose.services.iter();
            let fields = services.fold(fields, |fields, service| fields.with("services", service.code()));
            fields
                .with("text", &purpose.text)
                .with("groups", purpose.groups.join("\n"))
                .with("territory", purpose.territory.clone().unwrap_or_default())
        }),
        Act::WriteData => match &of.data {
            Data::NotWritten => Fields::default(),
            Data::NoData => Fields::new([("shared", "no")]),
            Data::Annex(annex) => annexed(annex),
        },
        Act::SetTerm => of.term.iter().fold(Fields::default(), |fields, term| {
            let day = |day: Option<tiltas_domain::dated::Dated>| day.map(|day| day.to_string()).unwrap_or_default();
            fields
                .with("from", day(term.from))
                .with("until", term.until.to_string())
                .with("review", day(term.review))
        }),
        Act::AssessPartnership => Fields::default().with("year", story.today.year().to_string()),
        // Whoever keeps the measures of one institution alone says so by being there.
        Act::AddMeasures if !story.keeps_all => Fields::default().with("owner", story.own.to_string()),
        _ => Fields::default(),
    }
}

fn annexed(annex: &Annex) -> Fields {
    let fields = Fields::default()
        .with("shared", "yes")
        .with("joint", annex.joint.clone().unwrap_or_default())
        .with("transfer", annex.transfer.clone().unwrap_or_default());
    let fields = annex
        .classes
        .iter()
        .fold(fields, |fields, class| fields.with("classes", class.code()));
    let fields = annex
        .grounds
        .iter()
        .fold(fields, |fields, ground| fields.with("grounds", ground.code()));
    let controllers = annex.controllers.iter();
    controllers.fold(fields, |fields, who| fields.with("controllers", who.to_string()))
}

/// Draws fields with what was typed, and what is said about each.
struct Draw<'a> {
    fields: &'a Fields,
    errors: &'a Errors,
}

impl Draw<'_> {
    fn text(&self, name: &str, label: String, hint: Option<String>) -> Html {
        let text = hint.into_iter().fold(Text::new(name, label).medium(), Text::hint);
        text.again(self.fields, self.errors).into()
    }

    fn area(&self, name: &str, label: String, hint: Option<String>) -> Html {
        let area = hint.into_iter().fold(Area::new(name, label), Area::hint);
        area.again(self.fields, self.errors).into()
    }

    fn list(&self, name: &str, label: String, list: Vec<Choice>) -> Html {
        Choices::list(name, label, list).again(self.fields, self.errors).into()
    }

    fn one(&self, name: &str, label: String, list: Vec<Choice>) -> Html {
        Choices::one(name, label, list).again(self.fields, self.errors).into()
    }

    fn several(&self, name: &str, label: String, list: Vec<Choice>) -> Html {
        Choices::several(name, label, list)
            .again(self.fields, self.errors)
            .into()
    }
}

/// Those of the parties that fit, to choose from.
fn parties(story: &Story, fits: impl Fn(&Party) -> bool) -> Vec<Choice> {
    let these = story.of.parties.iter().filter(|party| fits(party));
    let choice = |party: &Party| Choice::new(party.organisation.to_string(), story.name(party.organisation));
    these.map(choice).collect()
}

/// The fields.
pub(super) async fn parts(
    visit: &Visit,
    act: Act,
    story: &Story,
    fields: &Fields,
    errors: &Errors,
) -> Result<Vec<Html>, Failure> {
    let (words, draw) = (&visit.words, Draw { fields, errors });
    let day = || Some(words.partnerships_ask_day_hint());
    let owes = |party: &Party| party.role != Standing::Observer;
    Ok(match act {
        Act::NameParty => {
            let roles = Standing::ALL.iter();
            let roles = roles.map(|role| Choice::new(role.code(), words.say_partnership_role(*role)));
            vec![
                draw.list(
                    "organisation",
                    words.partnerships_institution(),
                    institutions(visit).await?,
                ),
                draw.one("role", words.partnerships_ask_role(), roles.collect()),
                draw.text(
                    "function",
                    words.partnerships_new_function(),
                    Some(words.partnerships_new_function_hint()),
                ),
                draw.text(
                    "phone",
                    words.partnerships_new_phone(),
                    Some(words.partnerships_new_phone_hint()),
                ),
            ]
        }
        Act::WritePurpose => {
            let services = Service::ALL.iter();
            let services = services.map(|service| Choice::new(service.code(), words.say_service(*service)));
            vec![
                draw.area("text", words.partnerships_ask_purpose(), None),
                draw.area(
                    "groups",
                    words.partnerships_ask_groups(),
                    Some(words.partnerships_ask_lines()),
                ),
                draw.several("services", words.partnerships_services(), services.collect()),
                draw.text("territory", words.partnerships_where(), None),
            ]
        }
        Act::AddMeasures => {
            let own = |party: &Party| owes(party) && (story.keeps_all || party.organisation == story.own);
            vec![
                draw.list("owner", words.partnerships_ask_owner(), parties(story, own)),
                draw.area(
                    "what",
                    words.partnerships_ask_what(),
                    Some(words.partnerships_ask_lines()),
                ),
                draw.text(
                    "due",
                    words.partnerships_ask_due(),
                    Some(words.partnerships_ask_due_hint()),
                ),
            ]
        }
        Act::WriteData => data(words, story, &draw),
        Act::SetTerm => vec![
            draw.text(
                "from",
                words.partnerships_ask_from(),
                Some(words.partnerships_ask_from_hint()),
            ),
            draw.text("until", words.partnerships_ask_until(), day()),
            draw.text("review", words.partnerships_ask_review(), day()),
        ],
        Act::ConsultPartnership => vec![draw.text("until", words.partnerships_ask_consult(), day())],
        Act::SignPartnership => {
            let unsigned = |party: &Party| owes(party) && story.of.signed_by(party.organisation).is_none();
            vec![
                draw.list("organisation", words.partnerships_ask_whose(), parties(story, unsigned)),
                draw.text("on", words.partnerships_ask_on(), day()),
            ]
        }
        Act::MoveMeasure => moved(words, story, &draw),
        Act::ReviewPartnership => vec![
            draw.text("on", words.partnerships_ask_on(), day()),
            draw.area("text", words.partnerships_ask_found(), None),
            draw.text("next", words.partnerships_ask_next(), day()),
        ],
        Act::RenewPartnership => vec![
            draw.text("on", words.partnerships_ask_on(), day()),
            draw.text("until", words.partnerships_ask_until(), day()),
            draw.text("review", words.partnerships_ask_review(), day()),
        ],
        Act::EndPartnership => vec![
            draw.text("on", words.partnerships_ask_on(), day()),
            draw.area("reason", words.partnerships_ask_why(), None),
        ],
        Act::AssessPartnership => assessed(words, &draw),
        _ => vec![draw.area("reason", words.partnerships_ask_why(), None)],
    })
}

fn data(words: &Words, story: &Story, draw: &Draw<'_>) -> Vec<Html> {
    let shared = vec![
        Choice::new("no", words.partnerships_ask_shared_no()),
        Choice::new("yes", words.partnerships_ask_shared_yes()),
    ];
    let classes = Class::ALL.iter();
    let classes = classes.map(|class| Choice::new(class.code(), words.say_partnership_class(*class)));
    let grounds = Ground::ALL.iter();
    let grounds = grounds.map(|ground| Choice::new(ground.code(), words.say_ground(*ground)));
    vec![
        draw.one("shared", words.partnerships_ask_shared(), shared),
        draw.several("classes", words.partnerships_data_classes(), classes.collect()),
        draw.several("grounds", words.partnerships_data_grounds(), grounds.collect()),
        draw.several(
            "controllers",
            words.partnerships_data_controllers(),
            parties(story, |_| true),
        ),
        draw.area(
            "joint",
            words.partnerships_data_joint(),
            Some(words.partnerships_ask_joint_hint()),
        ),
        draw.area(
            "transfer",
            words.partnerships_data_transfer(),
            Some(words.partnerships_ask_transfer_hint()),
        ),
    ]
}

/// The measures whose owner the reader is; all, for who keeps those of all.
fn moved(words: &Words, story: &Story, draw: &Draw<'_>) -> Vec<Html> {
    let measures = story.of.measures.iter().enumerate();
    let own = measures.filter(|(_, measure)| story.keeps_all || measure.owner == story.own);
    let choices = own.map(|(nth, measure)| {
        let label = format!("{}: {}", story.name(measure.owner), measure.what);
        Choice::new((nth + 1).to_string(), label)
    });
    let progress = Progress::ALL.iter();
    let progress = progress.map(|one| Choice::new(one.code(), words.say_partnership_progress(*one)));
    vec![
        draw.list("measure", words.partnerships_measure(), choices.collect()),
        draw.one("progress", words.partnerships_ask_progress(), progress.collect()),
        draw.area("note", words.partnerships_ask_note(), None),
    ]
}

/// Each question with its four answers and what shows it; one that is not answered is left out.
fn assessed(words: &Words, draw: &Draw<'_>) -> Vec<Html> {
    let mut parts = vec![draw.text("year", words.partnerships_ask_year(), None)];
    for question in Question::all() {
        let code = question.code();
        let leave = [Choice::new("", words.partnerships_ask_leave())];
        let values = Value::ALL.iter();
        let values = values.map(|value| Choice::new(value.code(), words.say_partnership_value(*value)));
        let label = words.say_code("partnership-question", code);
        let evidence = format!("{}: {label}", words.partnerships_ask_evidence());
        parts.push(draw.list(
            &format!("value_{code}"),
            label,
            leave.into_iter().chain(values).collect(),
        ));
        parts.push(draw.text(
            &format!("evidence_{code}"),
            evidence,
            Some(words.partnerships_ask_evidence_hint()),
        ));
    }
    parts
}
