//! Typed random ids and the one instant type of the journal.
//!
//! INVARIANT: an id is random, never ordered by time: what reaches a URL, a log or another node must not tell the hour in
//! which a person was identified.
use std::{cmp::Ordering, fmt, hash, marker::PhantomData, str::FromStr};

/// A random 128-bit id (UUID version 4) of a thing of kind `T`.
pub struct Id<T>(uuid::Uuid, PhantomData<fn() -> T>);
impl<T> Id<T> {
    /// The same without saying of what.
    pub fn bare(self) -> Id<()> {
        Id::from_stored(*self.as_bytes())
    }

    /// Makes a version 4 UUID of sixteen random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Id(uuid::Builder::from_random_bytes(bytes).into_uuid(), PhantomData)
    }
    /// Takes bytes that were an id before, unchanged.
    pub fn from_stored(bytes: [u8; 16]) -> Self {
        Id(uuid::Uuid::from_bytes(bytes), PhantomData)
    }
    /// The sixteen bytes, as stored.
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}
impl<T> FromStr for Id<T> {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Id(text.parse()?, PhantomData))
    }
}
impl<T, C> minicbor::Encode<C> for Id<T> {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(self.as_bytes())?.ok()
    }
}
impl<'b, T, C> minicbor::Decode<'b, C> for Id<T> {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let bytes = d
            .bytes()?
            .try_into()
            .map_err(|_| minicbor::decode::Error::message("an id has 16 bytes"))?;
        Ok(Id(uuid::Uuid::from_bytes(bytes), PhantomData))
    }
}

/// An instant in microseconds UTC since 1970, as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, minicbor::Encode, minicbor::Decode)]
#[cbor(transparent)]
pub struct Moment(#[n(0)] pub i64);

impl Moment {
    /// Later by so many minutes; saturates at the ends of time.
    pub fn plus_minutes(self, minutes: i64) -> Moment {
        Moment(self.0.saturating_add(minutes.saturating_mul(60_000_000)))
    }

    /// Later by so many hours; saturates at the ends of time.
    pub fn plus_hours(self, hours: i64) -> Moment {
        self.plus_minutes(hours.saturating_mul(60))
    }

    /// Whole minutes from `earlier` to here; negative when `earlier` is later.
    pub fn minutes_since(self, earlier: Moment) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(60_000_000)
    }

    /// For calendars and clocks on a page.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::MAX)
    }
}
