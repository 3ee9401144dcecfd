//! What a page of a screening says, as commands. Field names are words and codes: `answer-alone=yes`, `level=high`,
//! `answer-shelter=yes`. A field that is not there changes nothing; a blank is never "no".
use tiltas_domain::{
    Answer, Content,
    consent::Recipient,
    detail::Detail,
    provider::Service,
    screening::{
        Page,
        advice::{Group, Set},
    },
    signal::Record,
};
use tiltas_input::{
    Errors, Input,
    case::DescribeCase,
    consent::RecordConsent,
    of_form,
    risk::AssessRisk,
    screening::{AnswerScreening, QuestionAnswered, TellScreened},
};
use tiltas_kit::{Fields, Own, Visit};
use tiltas_words::Words;

/// For whom the person is asked in a first conversation.
pub const SERVICES: [&str; 4] = ["shelter", "legal_aid", "case_management", "police"];

/// The page's own words for what was not chosen.
pub const OWN: [Own; 1] = [("level", Words::form_level)];

/// The control of a group that is ticked.
pub const TICKED: &str = "ticked";

/// The recipient behind the code of a service.
pub fn recipient(code: &str) -> Recipient {
    Service::from_code(code).map_or(Recipient::Police, Recipient::Service)
}

/// All questions of a group; one without an answer was not asked.
fn answers(fields: &Fields, group: &Group) -> AnswerScreening {
    let answer = |question: &str| match group.pick {
        true if fields.has(TICKED, question) => Answer::Yes.code().to_owned(),
        true => Answer::NotAsked.code().to_owned(),
        false => code(fields, &format!("answer-{question}")),
    };
    let answered = group.questions.iter().map(|question| QuestionAnswered {
        question: question.code.clone(),
        answer: answer(&question.code),
    });
    AnswerScreening {
        answers: answered.collect(),
    }
}

fn code(fields: &Fields, name: &str) -> String {
    fields.given(name).unwrap_or(Answer::NotAsked.code()).to_owned()
}

/// The first page: it opens the file, and knows the language to go on in.
pub fn first(visit: &Visit, fields: &Fields, set: &Set, group: &Group) -> Result<Record, Errors> {
    let asked = answers(fields, group).opening(set, &visit.at());
    let told = of_form::<TellScreened>(fields).and_then(|told| told.command(&visit.at()));
    let (record, (person, told)) = both(asked, both(person(visit, fields), told))?;
    let phone = told.details.into_iter().find_map(|detail| match detail {
        Detail::Phone(Content::New(phone)) => Some(phone),
        _ => None,
    });
    Ok(record.about(person).reached_at(phone))
}

/// A page of questions; the first of them asks for the language as well.
pub fn group(visit: &Visit, fields: &Fields, set: &Set, group: &Group) -> Result<Page, Errors> {
    let asked = answers(fields, group).of_set(set, &visit.at());
    both(asked, person(visit, fields)).map(|(page, person)| page.about(person))
}

/// Who the person is: what is not answered here stays as it is.
pub fn who(visit: &Visit, fields: &Fields) -> Result<Page, Errors> {
    let about = person(visit, fields);
    let told = of_form::<TellScreened>(fields).and_then(|told| told.command(&visit.at()));
    both(about, told).map(|(person, page)| page.about(person))
}

/// Who the person is, as far as rules need it. The page has two controls for languages, and calls the age by its short name.
pub fn person(visit: &Visit, fields: &Fields) -> Result<tiltas_domain::case::Person, Errors> {
    let named = [
        ("age", "age_class"),
        ("language", "languages"),
        ("language_other", "languages"),
    ];
    let fields = named.iter().fold(fields.clone(), |all, (control, name)| {
        let typed = all.one(control).to_owned();
        all.with(name, typed)
    });
    let sent = of_form::<DescribeCase>(&fields)?;
    let person = sent.command(&visit.at());
    person.map_err(|wrong| wrong.renamed(|field| control(&named, field)))
}

fn control(named: &[(&str, &str)], field: &str) -> String {
    let found = named.iter().find(|(_, name)| *name == field);
    found.map_or(field, |(control, _)| control).to_owned()
}

/// Whom the person fears, how to reach them, what is needed first.
pub fn safety(visit: &Visit, fields: &Fields) -> Result<Page, Errors> {
    let sent = assessment(fields)?;
    let risk = if sent.says_something() || !sent.level.is_empty() {
        sent.command(&visit.at()).map(Some)
    } else {
        Ok(None)
    };
    let told = of_form::<TellScreened>(fields).and_then(|told| told.command(&visit.at()));
    both(risk, told).map(|(risk, page)| page.assessed(risk))
}

/// A risk assessment: whom the person fears stands one a line.
pub fn assessment(fields: &Fields) -> Result<AssessRisk, Errors> {
    let mut sent = of_form::<AssessRisk>(fields)?;
    let lines = fields.one("feared").lines().map(str::trim);
    sent.feared = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Ok(sent)
}

/// The person's own say, one for each recipient that was asked about.
pub fn say(visit: &Visit, fields: &Fields) -> Result<Page, Errors> {
    let (mut consents, mut errors) = (Vec::new(), Errors::new());
    for service in SERVICES {
        match said(fields, service)?.command(&visit.at()) {
            Ok(say) => consents.push(say),
            Err(wrong) => {
                errors = errors.and(wrong.renamed(|field| match field {
                    "answer" => format!("answer-{service}"),
                    "words" => "own_words".to_owned(),
                    field => field.to_owned(),
                }));
            }
        }
    }
    if errors.is_empty() {
        Ok(Page::of_say(consents))
    } else {
        Err(errors)
    }
}

fn said(fields: &Fields, service: &str) -> Result<RecordConsent, Errors> {
    let to = recipient(service);
    let answer = code(fields, &format!("answer-{service}"));
    let yes = answer == Answer::Yes.code();
    let goes = to.proposed().iter().map(|field| field.code().to_owned());
    let shared = of_form::<RecordConsent>(fields)?;
    Ok(RecordConsent {
        service: (to != Recipient::Police).then(|| service.to_owned()),
        police: to == Recipient::Police,
        organisation: None,
        fields: if yes { goes.collect() } else { Vec::new() },
        until: shared.until.filter(|_| yes),
        words: fields.given("own_words").filter(|_| yes).map(str::to_owned),
        answer,
        ..shared
    })
}

fn both<A, B>(a: Result<A, Errors>, b: Result<B, Errors>) -> Result<(A, B), Errors> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(a.and(b)),
        (Err(errors), Ok(_)) | (Ok(_), Err(errors)) => Err(errors),
    }
}
