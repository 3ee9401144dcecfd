//! A disclosure: exactly which fields went to whom, for what, on which ground, with which consent, and until when.
use crate::{
    Changes, Context, Id, Moment,
    case::{self, Because, Case},
    clock::Confidence,
    consent::{Consent, Ground},
    content::{Field, Fields},
    context::Purpose,
    known::codes,
    organisation::Organisation,
    profile::Profile,
    referral::Referral,
};
use minicbor::{Decode, Encode};

codes! {
    /// Why a disclosure ended before its last day.
    Ended {
        /// The referral was withdrawn.
        0 Withdrawn = "withdrawn",
        /// The person withdrew consent, or said no to this receiver.
        1 TakenBack = "taken_back",
        /// The receiver refused, or had no place.
        2 Refused = "refused",
        /// Nobody answered in time.
        3 Expired = "expired",
        /// The service ended.
        4 Finished = "finished",
        /// The service could not be given.
        5 Failed = "failed",
        /// Another organisation leads the case now.
        6 LeadPassed = "lead_passed",
    }
}

/// It went, or it ended.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It went.
    #[n(0)]
    Disclosed(#[n(0)] Disclosed),
    /// It ended before its last day.
    #[n(1)]
    Ended {
        /// Which disclosure.
        #[n(0)]
        disclosure: Id<Disclosure>,
        /// Why.
        #[n(1)]
        because: Ended,
        /// When: nothing told later is seen.
        #[n(2)]
        at: Moment,
        /// To whom it went.
        #[n(3)]
        to: Id<Organisation>,
    },
    /// The service began, or is promised and its sharing ends: from now on the receiver has a record of its own.
    #[n(2)]
    RecordOpened(#[n(0)] OwnRecord),
    /// The service ended: the receiver's own record is kept as long as the profile says.
    #[n(3)]
    RecordUntil {
        /// Which disclosure.
        #[n(0)]
        disclosure: Id<Disclosure>,
        /// When it ends; `None` where the profile knows no end.
        #[n(1)]
        until: Option<Moment>,
    },
    /// The time of the receiver's own record is over.
    #[n(4)]
    RecordEnded {
        /// Which disclosure.
        #[n(0)]
        disclosure: Id<Disclosure>,
    },
    /// The person said an earlier last day.
    #[n(5)]
    Shortened {
        /// Which disclosure.
        #[n(0)]
        disclosure: Id<Disclosure>,
        /// The last moment, before the one that stood.
        #[n(1)]
        until: Moment,
        /// To whom it went.
        #[n(2)]
        to: Id<Organisation>,
    },
    /// The person said yes to fewer fields: what they left out goes no more.
    #[n(6)]
    Narrowed {
        /// Which disclosure.
        #[n(0)]
        disclosure: Id<Disclosure>,
        /// What goes no more; never empty.
        #[n(1)]
        gone: Fields,
        /// From when: nothing of it that is told later is seen.
        #[n(2)]
        at: Moment,
        /// To whom it went.
        #[n(3)]
        to: Id<Organisation>,
    },
}

/// What a provider keeps in its own record of somebody to whom it gave a service, after the sharing has ended: what it needs
/// for the person's safety, as it stood when the sharing ended.
/// WHY: whoever houses or treats a person answers for that person's safety also after a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct OwnRecord {
    /// Which disclosure it began with.
    #[n(0)]
    pub disclosure: Id<Disclosure>,
    /// What is kept.
    #[n(1)]
    pub fields: Fields,
    /// The article that it rests on.
    #[n(2)]
    pub article: String,
    /// How sure the article is.
    #[n(3)]
    pub confidence: Confidence,
}

/// What went.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Disclosed {
    /// Which.
    #[n(0)]
    pub disclosure: Id<Disclosure>,
    /// With which referral.
    #[n(1)]
    pub referral: Option<Id<Referral>>,
    /// To whom.
    #[n(2)]
    pub to: Id<Organisation>,
    /// Exactly these.
    #[n(3)]
    pub fields: Fields,
    /// On which ground. Never empty.
    #[n(4)]
    pub ground: Ground,
    /// The person's say, where the ground asks for it.
    #[n(5)]
    pub say: Option<Id<Consent>>,
    /// For what.
    #[n(6)]
    pub purpose: Purpose,
    /// The last moment.
    #[n(7)]
    pub until: Moment,
    /// Whether the person was told, with the same words, who gets what.
    #[n(8)]
    pub person_told: bool,
}

/// A disclosure as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Which.
    pub id: Id<Disclosure>,
    /// With which referral.
    pub referral: Option<Id<Referral>>,
    /// To whom.
    pub to: Id<Organisation>,
    /// Exactly these.
    pub fields: Fields,
    /// What went too, and since when it goes no more.
    pub gone: Vec<(Fields, Moment)>,
    /// On which ground.
    pub ground: Ground,
    /// The person's say.
    pub say: Option<Id<Consent>>,
    /// For what.
    pub purpose: Purpose,
    /// The last moment.
    pub until: Moment,
    /// Why it ended before.
    pub ended: Option<Ended>,
    /// When it ended before.
    pub ended_at: Option<Moment>,
    /// What the receiver keeps of its own, from the beginning of its service.
    pub record: Option<OwnRecord>,
    /// When that record ends; `None` while the service runs, or where the profile knows no end.
    pub record_until: Option<Moment>,
}

impl Disclosure {
    /// Whether the receiver may still open it.
    pub fn runs(&self, now: Moment) -> bool {
        self.ended.is_none() && now <= self.until
    }

    /// What the receiver still opens from its own record, once the sharing has ended: of that of which it has ended.
    pub fn kept(&self, now: Moment) -> Fields {
        let stands = self.record_until.is_none_or(|until| now < until);
        let record = self.record.as_ref().filter(|_| stands);
        let shared = if self.runs(now) { self.fields } else { Fields::NONE };
        record.map_or(Fields::NONE, |record| record.fields.without(shared))
    }

    /// What the receiver opens: shared with it, or kept in its own record.
    pub fn open(&self, now: Moment) -> Fields {
        let shared = if self.runs(now) { self.fields } else { Fields::NONE };
        shared.and(self.kept(now))
    }

    /// When the sharing of what is left ended or ends.
    fn ends(&self) -> Moment {
        self.ended_at.map_or(self.until, |at| at.min(self.until))
    }

    /// Whether a field went, and was shared still at that moment.
    pub fn was_shared(&self, field: Field, at: Moment) -> bool {
        let gone = self.gone.iter().any(|(fields, _)| fields.contains(field));
        (gone || self.fields.contains(field)) && at <= self.shared_until(field)
    }

    /// When the sharing of a field ended or ends: nothing told later is in the receiver's own record.
    pub fn shared_until(&self, field: Field) -> Moment {
        let mut gone = self.gone.iter();
        gone.find(|(fields, _)| fields.contains(field))
            .map_or(self.ends(), |(_, at)| *at)
    }
}

/// It ends now; nothing where it ended before.
pub(crate) fn end(id: Id<Case>, case: &Case, disclosure: Id<Disclosure>, because: Ended, context: &Context) -> Changes {
    let mut all = case.disclosures.iter();
    let Some(stands) = all.find(|d| d.id == disclosure && d.ended.is_none()) else {
        return Changes::default();
    };
    let ended = Event::Ended {
        disclosure,
        because,
        at: context.now,
        to: stands.to,
    };
    Changes::new(id, case::Event::Disclosure(ended))
}

/// The receiver has a record of its own from now on; nothing where it has one.
pub(crate) fn open_record(id: Id<Case>, case: &Case, disclosure: Id<Disclosure>, profile: &Profile) -> Changes {
    let went = case
        .disclosures
        .iter()
        .find(|d| d.id == disclosure && d.record.is_none());
    let Some(went) = went else {
        return Changes::default();
    };
    let record = OwnRecord {
        disclosure,
        fields: went.fields.and_only(profile.own_record.fields.value),
        article: profile.own_record.article.value.clone(),
        confidence: profile.own_record.article.confidence,
    };
    Changes::new(id, case::Event::Disclosure(Event::RecordOpened(record)))
}

/// The time of the receiver's own record is over: it takes part no more by the service that the record came from. `None` when
/// there is no such record, its time is not over, or it ended before.
pub fn end_record(id: Id<Case>, case: &Case, disclosure: Id<Disclosure>, context: &Context) -> Option<Changes> {
    let over = |d: &&Disclosure| d.id == disclosure && d.record_until.is_some_and(|until| until <= context.now);
    let kept = case.disclosures.iter().find(over).filter(|d| d.record.is_some())?;
    let ended = Changes::new(id, case::Event::Disclosure(Event::RecordEnded { disclosure }));
    let part = (kept.to, kept.referral.map(Because::Referral));
    Some(match part {
        (organisation, Some(because)) if case.parts.contains(&(organisation, because)) => {
            ended.and(id, case::Event::Left { organisation, because })
        }
        _ => ended,
    })
}

/// The receiver's own record ends then; nothing where it has none.
pub(crate) fn close_record(id: Id<Case>, case: &Case, disclosure: Id<Disclosure>, until: Option<Moment>) -> Changes {
    let has = case
        .disclosures
        .iter()
        .any(|d| d.id == disclosure && d.record.is_some());
    if !has {
        return Changes::default();
    }
    Changes::new(id, case::Event::Disclosure(Event::RecordUntil { disclosure, until }))
}

pub(crate) fn evolve(mut disclosures: Vec<Disclosure>, event: &Event) -> Option<Vec<Disclosure>> {
    match event {
        Event::Disclosed(d) => disclosures.push(Disclosure {
            id: d.disclosure,
            referral: d.referral,
            to: d.to,
            fields: d.fields,
            gone: Vec::new(),
            ground: d.ground,
            say: d.say,
            purpose: d.purpose,
            until: d.until,
            ended: None,
            ended_at: None,
            record: None,
            record_until: None,
        }),
        Event::Ended {
            disclosure,
            because,
            at,
            ..
        } => {
            let found = disclosures
                .iter_mut()
                .find(|d| d.id == *disclosure && d.ended.is_none())?;
            (found.ended, found.ended_at) = (Some(*because), Some(*at));
        }
        Event::Shortened { disclosure, until, .. } => {
            let found = disclosures
                .iter_mut()
                .find(|d| d.id == *disclosure && d.ended.is_none() && *until < d.until)?;
            found.until = *until;
        }
        Event::Narrowed {
            disclosure, gone, at, ..
        } => {
            let narrows = |d: &&mut Disclosure| d.ended.is_none() && !gone.is_empty() && d.fields.covers(*gone);
            let found = disclosures.iter_mut().find(|d| d.id == *disclosure && narrows(d))?;
            found.fields = found.fields.without(*gone);
            found.gone.push((*gone, *at));
        }
        Event::RecordOpened(record) => {
            let found = disclosures
                .iter_mut()
                .find(|d| d.id == record.disclosure && d.record.is_none())?;
            found.record = Some(record.clone());
        }
        Event::RecordUntil { disclosure, until } => {
            let found = disclosures
                .iter_mut()
                .find(|d| d.id == *disclosure && d.record.is_some())?;
            found.record_until = *until;
        }
        Event::RecordEnded { disclosure } => {
            let found = disclosures.iter_mut().find(|d| d.id == *disclosure)?;
            found.record.take()?;
        }
    }
    Some(disclosures)
}
