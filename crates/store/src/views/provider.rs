//! The directory of providers, their places and holds. A hold is a row with its end; the query compares, nothing counts down.
use super::{AT_ONCE, Fact, View, among, code, id, referral::list::side, table::digest};
use crate::{
    Error, Result, Snapshot,
    seam::{Row as Columns, Tx},
};
use std::collections::HashMap;
use tiltas_access::{RowFacts, Side};
use tiltas_domain::{
    Event, Id, Moment,
    case::Case,
    organisation::Organisation,
    place::{self, PlaceState},
    provider::{self, Offer, Provider},
    referral::{Referral, Stage},
};

table! {
    PROVIDER_TABLE = provider (
        provider text NOT NULL, organisation text NOT NULL, name text NOT NULL, offer bytes NOT NULL
    ) key (provider)
    index "provider_organisation ON provider (organisation)"
}
table! {
    PLACE_TABLE = place (
        provider text NOT NULL, label text NOT NULL, state text NOT NULL, referral text
    ) key (provider, label)
}
table! {
    HOLD_TABLE = hold (
        provider text NOT NULL, referral text NOT NULL, label text NOT NULL, organisation text NOT NULL, until bigint NOT NULL
    ) key (provider, referral)
}

pub(crate) const VIEW: View = View {
    name: "provider",
    version: digest(include_str!("provider.rs")),
    tables: &[PROVIDER_TABLE, PLACE_TABLE, HOLD_TABLE],
    project,
};
const CHANGE: &str = "UPDATE provider SET organisation = $2, name = $3, offer = $4 WHERE provider = $1";
const NEW_PLACE: &str = "INSERT INTO place (provider, label, state, referral) VALUES ($1, $2, 'free', NULL)";
const PLACE: &str = "UPDATE place SET state = $3, referral = $4 WHERE provider = $1 AND label = $2";
const RELEASE: &str = "DELETE FROM hold WHERE provider = $1 AND referral = $2";
const DIRECTORY: &str = "SELECT p.provider, p.offer, (SELECT count(*) FROM place l WHERE l.provider = p.provider AND l.state <> 'out_of_use'), (SELECT count(*) FROM place l WHERE l.provider = p.provider AND l.state = 'free' AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.provider = l.provider AND h.label = l.label AND h.until >= $1)), (SELECT count(*) FROM hold h WHERE h.provider = p.provider AND h.until >= $1) FROM provider p ORDER BY p.name, p.provider";
const PLACES: &str = concat!(
    "SELECT p.provider, p.name, l.label, l.state, h.until, h.referral, h.organisation, r.case_id, c.spoken_name, l.referral, r.state, r.sender, r.receiver, ",
    standing!("$1", "$2"),
    " FROM provider p JOIN place l ON l.provider = p.provider LEFT JOIN hold h ON h.provider = l.provider AND h.label = l.label AND h.until >= $2 AND l.state = 'free' LEFT JOIN referral r ON r.referral = COALESCE(h.referral, l.referral) LEFT JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = $1 AND t.case_id = r.case_id WHERE p.organisation = $1 ORDER BY p.name, p.provider, l.label"
);

/// WHY the first two parameters ask for nothing: the ids begin with the third.
const CONTACTS: &str = concat!(
    "SELECT p.provider, p.organisation, p.name, p.offer FROM provider p WHERE $1 = $2 AND p.provider ",
    among!()
);

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Provider(event) = fact.event else {
        return Ok(());
    };
    let house = Id::<Provider>::from_stored(fact.stream.id).to_string();
    match event {
        provider::Event::Listed(offer) => tx.execute(
            PROVIDER_TABLE.new,
            &[&house, &offer.organisation.to_string(), &offer.name, &encoded(offer)?],
        ),
        provider::Event::OfferChanged(offer) => tx.execute(
            CHANGE,
            &[&house, &offer.organisation.to_string(), &offer.name, &encoded(offer)?],
        ),
        provider::Event::Place(event) => match event {
            place::Event::Added { label } => tx.execute(NEW_PLACE, &[&house, label]),
            place::Event::Held {
                place,
                referral,
                by,
                until,
            } => tx.execute(
                HOLD_TABLE.new,
                &[&house, &referral.to_string(), place, &by.to_string(), &until.0],
            ),
            place::Event::Released { referral } => tx.execute(RELEASE, &[&house, &referral.to_string()]),
            place::Event::Taken { place, referral } => {
                tx.execute(RELEASE, &[&house, &referral.to_string()])?;
                let referral = Some(referral.to_string());
                tx.execute(PLACE, &[&house, place, &PlaceState::Taken.code(), &referral])
            }
            place::Event::Freed { place } => {
                tx.execute(PLACE, &[&house, place, &PlaceState::Free.code(), &None::<String>])
            }
            place::Event::InUse { place, in_use } => {
                let state = if *in_use {
                    PlaceState::Free
                } else {
                    PlaceState::OutOfUse
                };
                tx.execute(PLACE, &[&house, place, &state.code(), &None::<String>])
            }
        },
    }
}

fn encoded(offer: &Offer) -> Result<Vec<u8>> {
    minicbor::to_vec(offer).map_err(|_| Error::Defect("encoding failed"))
}

/// A provider in the directory. Never an address, a room or who lives there.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub provider: Id<Provider>,
    /// What it offers.
    pub offer: Offer,
    /// How many places are in use.
    pub places: usize,
    /// How many of them nobody has or holds now.
    pub free: usize,
    /// How many are held now.
    pub held: usize,
}

impl Line {
    /// How it is spoken of, and rung.
    pub fn contact(&self) -> Contact {
        Contact {
            organisation: self.offer.organisation,
            name: self.offer.name.clone(),
            duty_phone: Some(self.offer.duty_phone.clone()),
        }
    }
}

fn line(columns: &Columns<'_>) -> Result<Line> {
    let offer: Vec<u8> = columns.get(1)?;
    let count = |index| super::count(columns, index, "place", "state");
    Ok(Line {
        provider: id(columns, 0, "provider", "provider")?,
        offer: minicbor::decode(&offer).map_err(|_| Error::Sealed("an offer does not decode"))?,
        places: count(2)?,
        free: count(3)?,
        held: count(4)?,
    })
}

/// How a provider is spoken of, and rung.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Who runs it.
    pub organisation: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// Its own duty phone; `None` where its offer can't be read.
    pub duty_phone: Option<String>,
}

fn contact(columns: &Columns<'_>) -> Result<(Id<Provider>, Contact)> {
    let provider: Id<Provider> = id(columns, 0, "provider", "provider")?;
    let offer: Vec<u8> = columns.get(3)?;
    let offer = minicbor::decode::<Offer>(&offer);
    if let Err(error) = &offer {
        tracing::error!(%provider, "an offer can't be read, its own duty phone is not shown: {error}");
    }
    let contact = Contact {
        organisation: id(columns, 1, "provider", "organisation")?,
        name: columns.get(2)?,
        duty_phone: offer.ok().map(|offer| offer.duty_phone),
    };
    Ok((provider, contact))
}

/// A place as its house sees it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which house.
    pub provider: Id<Provider>,
    /// Its name.
    pub name: String,
    /// How the house calls the place.
    pub label: String,
    /// Free, taken, not in use.
    pub state: PlaceState,
    /// Who is expected or there.
    pub who: Option<Who>,
    /// For which referral it is taken.
    pub referral: Option<Id<Referral>>,
    /// A hold that runs: until when, for which referral, asked by whom.
    pub hold: Option<(Moment, Id<Referral>, Id<Organisation>)>,
}

/// Who is expected at a place or there, and what the policy is asked before it is said.
#[derive(Clone, Debug)]
pub struct Who {
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How the house's organisation stands to the case.
    pub facts: RowFacts,
    /// At which end of the referral it stands.
    pub side: Side,
}

fn who(columns: &Columns<'_>, organisation: Id<Organisation>) -> Result<Option<Who>> {
    // None where the file was forgotten.
    let Some(spoken_name) = columns.get::<Option<String>>(8)? else {
        return Ok(None);
    };
    let stage = code(columns, 10, "referral", "state", Stage::from_code)?;
    let ends = (
        id(columns, 11, "referral", "sender")?,
        super::id_or_none(columns, 12, "referral", "receiver")?,
    );
    let facts = super::standing(columns, 13)?;
    Ok(Some(Who {
        case: id(columns, 7, "referral", "case_id")?,
        spoken_name,
        facts,
        side: side(stage, ends, facts, organisation),
    }))
}

fn place_row(columns: &Columns<'_>, organisation: Id<Organisation>) -> Result<Place> {
    let until: Option<i64> = columns.get(4)?;
    let hold = match until {
        None => None,
        Some(until) => Some((
            Moment(until),
            id(columns, 5, "hold", "referral")?,
            id(columns, 6, "hold", "organisation")?,
        )),
    };
    Ok(Place {
        provider: id(columns, 0, "place", "provider")?,
        name: columns.get(1)?,
        label: columns.get(2)?,
        state: code(columns, 3, "place", "state", PlaceState::from_code)?,
        who: who(columns, organisation)?,
        referral: super::id_or_none(columns, 9, "place", "referral")?,
        hold,
    })
}

impl Snapshot<'_> {
    /// All providers with their free places at this moment, by name.
    ///
    /// # Errors
    /// When storage is away.
    pub fn providers(&self, now: Moment) -> Result<Vec<Line>> {
        self.tx()?.readable(DIRECTORY, &[&now.0], line)
    }

    /// How these providers are spoken of and rung; one that can't be read at all is not there, and logged.
    ///
    /// # Errors
    /// When storage is away.
    pub fn contacts(&self, providers: &[Id<Provider>]) -> Result<HashMap<Id<Provider>, Contact>> {
        let mut found = HashMap::with_capacity(providers.len());
        for some in providers.chunks(AT_ONCE) {
            let ids = Vec::from_iter(some.iter().map(Id::to_string));
            let parameters = among([&0_i64, &0_i64], &ids);
            found.extend(self.tx()?.readable(CONTACTS, &parameters, contact)?);
        }
        Ok(found)
    }

    /// The places of the houses that the organisation runs, and how many of them can't be read.
    ///
    /// # Errors
    /// When storage is away.
    pub fn places(&self, organisation: Id<Organisation>, now: Moment) -> Result<(Vec<Place>, usize)> {
        self.tx()?
            .readable_of(PLACES, &[&organisation.to_string(), &now.0], |columns| {
                place_row(columns, organisation)
            })
    }
}
