//! What a birth date tells of the age: derived when it is recorded, for a rule reads no content.
use super::{Age, AgeClass, Case, Person, Refusal, describe};
use crate::{Changes, Content, Context, Id, Moment, Sensitive, detail::Detail, known::Known, profile::Profile};

/// What a birth date that is written down now tells of the age, so that age stays one fact and a child takes the child's route by
/// itself: who is told what follows is said by [`describe`]. Nothing for another value, or for one that is no date.
///
/// # Errors
/// When it contradicts an age that a document or an assessment showed.
pub fn age_of_birth(
    id: Id<Case>,
    case: &Case,
    value: &Detail,
    noticed: bool,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let Detail::BirthDate(Content::New(date)) = value else {
        return Ok(Changes::default());
    };
    #[expect(
        clippy::disallowed_methods,
        reason = "the age is derived when the date is recorded; nothing leaves"
    )]
    let Some((least, most)) = years_since(date.bare(), profile, context.now) else {
        return Ok(Changes::default());
    };
    let stands = case.person.age;
    let is = |class| stands.class == Known::Is(class);
    let age = if least >= 18 {
        if stands.takes_child_route() {
            // A date that was only told ends no doubt.
            let checked = stands.is_checked();
            return if checked {
                Err(Refusal::AgeContradicts)
            } else {
                Ok(Changes::default())
            };
        }
        Age {
            class: Known::Is(AgeClass::Adult),
            basis: None,
            years: Known::Is(least),
        }
    } else if stands.is_checked() && is(AgeClass::Adult) {
        return Err(Refusal::AgeContradicts);
    } else if most < 18 {
        Age {
            class: Known::Is(AgeClass::Child),
            basis: None,
            years: Known::Is(most),
        }
    } else {
        Age {
            class: Known::Is(AgeClass::Unsure),
            basis: None,
            years: Known::Unknown,
        }
    };
    let person = Person {
        age,
        ..Person::default()
    };
    describe(id, case, &person, noticed, profile, context)
}

/// The least and the most whole years that somebody with this birth date has: `1998`, `1998-05` or `1998-05-17`.
fn years_since(date: &str, profile: &Profile, now: Moment) -> Option<(u8, u8)> {
    let zone = jiff::tz::TimeZone::get(&profile.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = zone.to_datetime(now.timestamp()).date();
    let mut parts = date.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().and_then(|month| month.parse().ok());
    let day: Option<i8> = parts.next().and_then(|day| day.parse().ok());
    let first = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (Some(_), Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        _ => first.last_of_year(),
    };
    let years = |born: jiff::civil::Date| {
        let had = (today.month(), today.day()) >= (born.month(), born.day());
        let years = i32::from(today.year()) - i32::from(born.year()) - i32::from(!had);
        u8::try_from(years.clamp(0, 120)).ok()
    };
    Some((years(last)?, years(first)?))
}
