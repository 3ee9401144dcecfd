//! The first word about a person: from the person, a patrol, a line, a neighbour. It opens the file, and may be
//! anonymous.
use crate::{
    Changes, Content, Context, Id,
    case::{self, Age, AgeBasis, Case, Interpreter, Person, Sex, Urgency},
    content::{HealthNote, Narrative, Parts, Phone, Whereabouts},
    context::Actor,
    detail::{self, Detail, Name, Origin},
    known::{Answer, Known, codes},
    organisation::Organisation,
    profile::Profile,
    screening::{self, Screenings},
};
use minicbor::{Decode, Encode};

codes! {
    /// Where the signal comes from.
    Channel {
        /// Met in person by a first responder.
        0 Encounter = "encounter",
        /// Told to a line.
        1 Hotline = "hotline",
        /// From another organisation or a neighbour.
        2 Report = "report",
        /// The person came on their own.
        3 SelfReport = "self_report",
        /// From abroad.
        4 Abroad = "abroad",
    }
}

/// How the file began.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Event {
    /// How staff speak of the person.
    #[n(0)]
    pub spoken_name: String,
    /// For letters.
    #[n(1)]
    pub number: String,
    /// Where it comes from.
    #[n(2)]
    pub channel: Channel,
    /// Whoever told it wants to stay unnamed.
    #[n(3)]
    pub anonymous: bool,
    /// How soon.
    #[n(4)]
    pub urgency: Urgency,
    /// What rules need to know of the person.
    #[n(5)]
    pub person: Person,
    /// Who recorded it.
    #[n(6)]
    pub by: Actor,
    /// What was told or seen.
    #[n(7)]
    pub account: Option<Content<Narrative>>,
}

/// Records a signal and opens the file. All about the person is optional but one thing.
#[derive(Clone, Debug)]
pub struct Record {
    /// Where it comes from.
    pub channel: Channel,
    /// Whoever told it wants to stay unnamed.
    pub anonymous: bool,
    /// How soon.
    pub urgency: Urgency,
    /// What rules need to know of the person.
    pub person: Person,
    /// A name, as given, with its script.
    pub name: Option<Name>,
    /// A telephone.
    pub phone: Option<Phone>,
    /// Where the person is.
    pub whereabouts: Option<Whereabouts>,
    /// Health.
    pub health: Option<HealthNote>,
    /// What was told or seen.
    pub account: Option<Narrative>,
    /// The screening that begins with it: its set of indicators, and the answers of its first page.
    pub screening: Option<(String, Vec<(String, Answer)>)>,
}

impl Record {
    /// The same about this person; an age that was told rests on a word.
    pub fn about(self, mut person: Person) -> Record {
        person.age.basis = person.age.basis.or(AgeBasis::of_a_word(person.age.class));
        Record { person, ..self }
    }

    /// The same with a telephone, if one was told.
    pub fn reached_at(self, phone: Option<Phone>) -> Record {
        Record { phone, ..self }
    }
}

crate::slice::refusal! {
    /// Why a signal is not recorded.
    Refusal {
        /// Nothing in it that anybody could act on.
        Empty = "SIG-01",
            "a signal needs an account, a name, a phone, a place, or at least what the person is: woman, man, language, age";
        /// A birth date that is none.
        Years(u8) = "SIG-02", "an age of {0} years is not accepted: give 0 to 120, or leave it not asked";
        /// Two answers about one age.
        AgeContradicts = "SIG-03", "an adult is 18 or older and a child is younger: class and years say the same";
    }
}

/// Opens a file under a spoken name and a case number that are free. A child, or one whose age is in doubt, starts the notice to the child-protection authority by itself.
///
/// # Errors
/// [`Refusal::Empty`] when nothing was told; [`Refusal::Years`] for an age that no person has.
pub fn record(
    command: &Record,
    spoken_name: String,
    number: String,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let Record {
        channel,
        anonymous,
        urgency,
        person,
        name,
        phone,
        whereabouts,
        health,
        account,
        screening,
    } = command;
    let nothing = name.is_none() && phone.is_none() && whereabouts.is_none() && health.is_none() && account.is_none();
    if nothing && screening.is_none() && *person == Person::default() {
        return Err(Refusal::Empty);
    }
    if let Known::Is(years) = person.age.years
        && years > 120
    {
        return Err(Refusal::Years(years));
    }
    if person.age.contradicts() {
        return Err(Refusal::AgeContradicts);
    }
    let id = context.id::<Case>(0);
    let mut changes = Changes::new(
        id,
        case::Event::Signal(Event {
            spoken_name,
            number,
            channel: *channel,
            anonymous: *anonymous,
            urgency: *urgency,
            person: person.clone(),
            by: context.actor,
            account: account.clone().map(Content::New),
        }),
    );
    let told = [
        name.clone().map(Detail::Name),
        phone.clone().map(|phone| Detail::Phone(phone.into())),
        whereabouts
            .clone()
            .map(|whereabouts| Detail::Whereabouts(whereabouts.into())),
        health.clone().map(|health| Detail::Health(health.into())),
    ];
    for (nth, detail) in (0..).zip(told.into_iter().flatten()) {
        changes = changes.and_all(detail::tell(id, detail, Origin::Signal, nth, context));
    }
    if let Some((set, answers)) = screening {
        let begun = screening::start(id, set, context);
        let answers = screening::Event::Answered {
            screening: context.inside::<Screenings, _>(0),
            answers: answers.clone(),
        };
        changes = changes.and_all(begun).and(id.of::<Screenings>(), answers);
    }
    let ours = context.actor.organisation;
    let notice = case::child_notice(id, false, &person.age, ours, profile, context);
    Ok(changes
        .and_all(notice)
        .and_all(case::help_needed(id, *urgency, ours, profile, context)))
}

/// What a file keeps of its beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// Where it came from.
    pub channel: Channel,
    /// Whoever told it stays unnamed.
    pub anonymous: bool,
    /// Who recorded it.
    pub by: Id<Actor>,
    /// For whom.
    pub organisation: Id<Organisation>,
    /// What was told or seen.
    pub account: Option<Content<Narrative>>,
}

impl Default for Person {
    fn default() -> Self {
        Person {
            sex: Known::<Sex>::NotAsked,
            age: Age::not_asked(),
            nationality: Known::NotAsked,
            languages: Vec::new(),
            interpreter: Interpreter::NotAsked,
            accompanying_child: Answer::NotAsked,
        }
    }
}
