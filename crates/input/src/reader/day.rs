//! Days and hours, in the zone of the country.
use super::{Reader, given};
use crate::{
    day,
    error::{Code, Fact},
};
use jiff::{Timestamp, civil::Date};
use tiltas_domain::Moment;

impl Reader<'_> {
    /// The last moment: a day, to its end, or a time with its zone. Not one that is over.
    pub fn until(&mut self, field: &str, sent: Option<&str>) -> Option<Moment> {
        let sent = given(sent)?;
        let until = match day::day(sent) {
            Some(day) => day::end_of(day, self.at.zone),
            None => time(sent),
        };
        let Some(until) = until else {
            self.wrong(field, Code::Day);
            return None;
        };
        if until < self.at.now {
            let meant = self.at.zone.to_datetime(until.timestamp());
            let meant = meant.date().saturating_add(jiff::Span::new().years(1));
            let facts = vec![
                ("today", Fact::Day(self.at.now)),
                ("meant", Fact::Text(meant.strftime("%d %m %Y").to_string())),
            ];
            self.errors.add(field, Code::DayPast, facts);
        }
        Some(until)
    }

    /// A day without which there is no command.
    pub fn needed_day(&mut self, field: &str, sent: Option<&str>) -> Option<Date> {
        let day = given(sent).and_then(day::day);
        if day.is_none() {
            self.wrong(field, if given(sent).is_none() { Code::Needed } else { Code::Day });
        }
        day
    }

    /// From when on: a day, from its beginning, or a time with its zone.
    pub fn begins(&mut self, field: &str, sent: Option<&str>) -> Option<Moment> {
        let zone = self.at.zone;
        self.day_or_time(field, sent, |day| day::at(day, jiff::civil::Time::midnight(), zone))
    }

    /// Until when: a day, to its end, or a time with its zone.
    pub fn ends(&mut self, field: &str, sent: Option<&str>) -> Option<Moment> {
        let zone = self.at.zone;
        let next = |day: Date| day::at(day.tomorrow().ok()?, jiff::civil::Time::midnight(), zone);
        self.day_or_time(field, sent, next)
    }

    fn day_or_time(
        &mut self,
        field: &str,
        sent: Option<&str>,
        of_day: impl Fn(Date) -> Option<Moment>,
    ) -> Option<Moment> {
        let sent = given(sent)?;
        let at = day::day(sent).map_or_else(|| time(sent), of_day);
        if at.is_none() {
            self.wrong(field, Code::Day);
        }
        at
    }

    /// When something was done: an hour of today or of the night before, or a time with its zone. Not one that is to come.
    pub fn done_at(&mut self, field: &str, sent: Option<&str>) -> Option<Moment> {
        let now = self.at.now;
        let hour = |sent| day::hour(sent).and_then(|hour| day::latest(hour, self.at.zone, now));
        let at = given(sent).and_then(|sent| time(sent).or_else(|| hour(sent)));
        match at {
            None => self.wrong_by(field, Code::Hour, "now", Fact::Hour(now)),
            Some(at) if at > now => self.wrong_by(field, Code::HourAhead, "now", Fact::Hour(now)),
            Some(_) => {}
        }
        at
    }

    /// A birth date, as precise as it is known: `1998`, `1998-05`, `1998-05-17`; not before 1900, and not to come.
    pub fn birth_date(&mut self, field: &str, sent: &str) -> Option<String> {
        let today = self.at.zone.to_datetime(self.at.now.timestamp()).date();
        match day::birth_date(sent, today) {
            Ok(date) => Some(date),
            Err(day::Birth::Ahead) => {
                self.wrong_by(field, Code::BirthAhead, "today", Fact::Day(self.at.now));
                None
            }
            Err(day::Birth::NoDate) => {
                self.wrong(field, Code::BirthDate);
                None
            }
        }
    }

    /// Today, in the zone of the country.
    pub fn today(&self) -> Date {
        self.at.zone.to_datetime(self.at.now.timestamp()).date()
    }
}

fn time(sent: &str) -> Option<Moment> {
    let at: Timestamp = sent.parse().ok()?;
    Some(Moment(at.as_microsecond()))
}
