//! A new referral, filled from what the case holds: who fits, exactly what would go and stay, on which ground, with which say.
use crate::{
    App, Error,
    case::{
        facts,
        file::{Folder, of_form},
    },
};
use tiltas_access::{Action, Shown, Subject};
use tiltas_domain::{
    Field, Fields, Id, Moment, Root,
    case::{Case, Person, Urgency},
    consent::{Consent, Ground},
    content::Message,
    detail::Details,
    known::Known,
    note::Notes,
    profile::ConsentRule,
    provider::{Fit, Provider, Service, needed},
    referral::Referral,
    risk::Risk,
    screening::Screenings,
};
use tiltas_store::views::provider::Line as ProviderLine;

/// A provider in the list, with how it fits.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which, what it offers, how many places are free.
    pub line: ProviderLine,
    /// How it fits.
    pub fit: Fit,
    /// What the consent covers for it.
    pub consented: Fields,
    /// Which say that is.
    pub say: Option<Id<Consent>>,
    /// Whether it answered no to this case before.
    pub said_no: bool,
}

/// What the page is filled from.
#[derive(Debug)]
pub struct Prepared {
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who the person is.
    pub person: Person,
    /// How soon, from the screening.
    pub urgency: Urgency,
    /// What is asked for.
    pub services: Vec<Service>,
    /// Best fit first; those that do not fit stay in the list.
    pub candidates: Vec<Candidate>,
    /// What the file holds: only this could go.
    pub holds: Fields,
    /// What a receiver of these services needs, and the file holds.
    pub proposed: Fields,
    /// The person's say to each ground.
    pub grounds: Vec<(Ground, ConsentRule)>,
    /// The ground that stands ready: a child's, or consent.
    pub ground: Ground,
    /// The last day that the profile gives for it.
    pub until: Option<Moment>,
    /// The draft's receiver.
    pub to: Option<Id<Provider>>,
    /// The draft's words.
    pub words: Shown<Message>,
    /// When each step of escalation would come, for this urgency.
    pub clocks: Vec<(Urgency, Moment, Moment, Vec<Moment>)>,
    /// What each field says, as it would be read: shown in the preview.
    pub file: crate::case::file::File,
}

/// Prepares a referral. `services` and `urgency` are what was chosen on the page, or what the case says.
///
/// # Errors
/// When the actor does not lead the case.
pub fn prepare(
    app: &App,
    root: &Root,
    id: Id<Case>,
    services: Option<Vec<Service>>,
    urgency: Option<Urgency>,
    draft: Option<Id<Referral>>,
) -> Result<Prepared, Error> {
    app.view("referral.prepare", root, |read, context| {
        let folder = Folder::read(read, id)?;
        // WHY all: the preview says what each field holds that would go.
        let all = Field::ALL.iter().copied().collect();
        let file = of_form(read, context, (id, &folder), Action::DraftReferral, all)?;
        let case = read.state(id)?;
        let permit = read.permit(Action::DraftReferral, Subject::Case(id), facts(context, &case))?;
        let (draft_services, draft_urgency, to, words) = match draft {
            None => (None, None, None, read.open(&permit, None)?),
            Some(draft) => match read.state(draft)? {
                Referral::Draft {
                    case,
                    services,
                    urgency,
                    to,
                    words,
                    ..
                } if case == id => (Some(services), Some(urgency), to, read.open(&permit, words.as_ref())?),
                Referral::Draft { .. } | Referral::Sending { .. } => return Err(Error::NotFound),
            },
        };
        let services = services
            .or(draft_services)
            .unwrap_or_else(|| wanted(&case, context.now));
        let urgency = urgency.or(draft_urgency).unwrap_or(case.urgency);
        let holds = holds(&folder);
        let proposed = needed(&services)
            .iter()
            .filter(|field| holds.contains(*field))
            .collect();
        let no: Vec<Id<Provider>> = refused_by(&file);
        let mut candidates: Vec<Candidate> = read
            .views()
            .providers(context.now)?
            .into_iter()
            .filter(|line| line.offer.organisation != context.actor.organisation)
            .map(|line| candidate(&case, line, &services, context.now, &no))
            .collect();
        app.alphabet().sort(&mut candidates, |one| &one.line.offer.name);
        candidates.sort_by_key(|one| std::cmp::Reverse(order(one)));
        let ground = if case.person.age.takes_child_route() {
            Ground::ChildProtection
        } else {
            Ground::Consent
        };
        let profile = app.profile();
        Ok(Prepared {
            case: id,
            spoken_name: case.spoken_name.clone(),
            person: case.person.clone(),
            urgency,
            services,
            candidates,
            holds,
            proposed,
            grounds: Ground::OF_REFERRALS
                .iter()
                .map(|ground| (*ground, profile.ground(*ground).consent))
                .collect(),
            ground,
            until: profile.start(&profile.ground(ground).until, context.now).due,
            to,
            words,
            clocks: Urgency::ALL
                .iter()
                .map(|urgency| clocks(app, context.now, *urgency))
                .collect(),
            file,
        })
    })
}

fn clocks(app: &App, now: Moment, urgency: Urgency) -> (Urgency, Moment, Moment, Vec<Moment>) {
    let profile = app.profile();
    let clocks = profile.urgency(urgency);
    let at = |term| profile.start(term, now).due.unwrap_or(now);
    (
        urgency,
        at(&clocks.acknowledge),
        at(&clocks.answer),
        clocks.escalations.iter().map(at).collect(),
    )
}

fn candidate(case: &Case, line: ProviderLine, services: &[Service], now: Moment, no: &[Id<Provider>]) -> Candidate {
    let say = case
        .yes_to(line.offer.organisation, services, now)
        .max_by_key(|say| say.fields.iter().count());
    Candidate {
        fit: line.offer.fit(&case.person, services),
        consented: say.map_or(Fields::NONE, |say| say.fields),
        say: say.map(|say| say.said.say),
        said_no: no.contains(&line.provider),
        line,
    }
}

fn order(
    candidate: &Candidate,
) -> (
    bool,
    bool,
    bool,
    tiltas_domain::provider::Fits,
    tiltas_domain::provider::Fits,
    usize,
) {
    let (allows, needs, language) = candidate.fit.order();
    let free = candidate.line.free > 0 || candidate.line.places == 0;
    (allows, !candidate.said_no, free, needs, language, candidate.line.free)
}

fn refused_by(file: &crate::case::file::File) -> Vec<Id<Provider>> {
    file.referrals
        .iter()
        .filter_map(|line| line.referral.sent())
        .filter(|(_, state)| state.is_over_for_receiver())
        .map(|(sending, _)| sending.to)
        .collect()
}

/// What the person said yes to; where nothing was said, a place.
fn wanted(case: &Case, now: Moment) -> Vec<Service> {
    use tiltas_domain::consent::Recipient;
    let said = case
        .consents
        .iter()
        .filter(|say| say.is_yes(now))
        .filter_map(|say| match say.said.to {
            Recipient::Service(Service::Shelter) => Some(Service::Shelter),
            _ => None,
        });
    let mut services: Vec<Service> = said.collect();
    services.dedup();
    if services.is_empty() {
        vec![Service::Shelter]
    } else {
        services
    }
}

/// The fields that the file holds.
fn holds(folder: &Folder) -> Fields {
    let (case, risk) = (&folder.case, folder.of_case::<Risk>());
    let details: Details = folder.of_case().unwrap_or_default();
    let screenings: Screenings = folder.of_case().unwrap_or_default();
    let notes: Notes = folder.of_case().unwrap_or_default();
    let mut fields = Fields::of(&[Field::SpokenName, Field::Work]);
    let mut add = |field, there: bool| {
        if there {
            fields = fields.and(Fields::of(&[field]));
        }
    };
    add(
        Field::Person,
        case.person.sex != Known::NotAsked || case.person.age.class != Known::NotAsked,
    );
    add(Field::Language, !case.person.languages.is_empty());
    add(Field::Risk, risk.is_some());
    if let Some(risk) = &risk {
        add(Field::SafeContact, risk.assessment.safe_contact.is_some());
        add(
            Field::Feared,
            !risk.assessment.feared.is_empty() || risk.assessment.plan.is_some(),
        );
    }
    for told in &details.0 {
        add(told.value.field(), told.replaced_by.is_none());
    }
    add(Field::Story, case.signal.account.is_some() || !screenings.0.is_empty());
    add(Field::Note, !notes.0.is_empty());
    fields
}
