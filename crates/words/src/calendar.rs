//! Days and hours as pages write them: "20 August 2026", "08:40", in the zone of the node's country.
use super::Words;
use jiff::civil::DateTime;
use tiltas_domain::{dated::Dated, id::Moment};

impl Words {
    /// "20 August 2026".
    pub fn date(&self, moment: Moment) -> String {
        self.date_of(self.zoned(moment))
    }

    fn date_of(&self, at: DateTime) -> String {
        let (day, year) = (at.day().to_string(), at.year().to_string());
        let month = self.say_code("month", &at.month().to_string());
        self.date_full(day, month, year)
    }

    /// "30 May 2018", "May 2018", "2018": as precise as it is known.
    pub fn dated(&self, dated: Dated) -> String {
        let year = dated.year().to_string();
        let Some(month) = dated.month() else { return year };
        let month = self.say_code("month", &month.to_string());
        match dated.day() {
            Some(day) => self.date_full(day.to_string(), month, year),
            None => format!("{month} {year}"),
        }
    }

    /// "Thursday 20 August 2026".
    pub fn weekday_date(&self, moment: Moment) -> String {
        let weekday = self.zoned(moment).weekday().to_monday_one_offset();
        let weekday = self.say_code("weekday", &weekday.to_string());
        self.date_weekday(weekday, self.date(moment))
    }

    /// "20 Aug": where the year is plain from the place.
    pub fn day(&self, moment: Moment) -> String {
        self.day_of(self.zoned(moment))
    }

    fn day_of(&self, at: DateTime) -> String {
        let day = at.day().to_string();
        let month = self.say_code("month-short", &at.month().to_string());
        self.date_day(day, month)
    }

    /// "08:40", 24 hours.
    pub fn time(&self, moment: Moment) -> String {
        time_of(self.zoned(moment))
    }

    /// "20 Aug 08:40".
    pub fn day_time(&self, moment: Moment) -> String {
        let at = self.zoned(moment);
        format!("{} {}", self.day_of(at), time_of(at))
    }

    /// "08:40" when it lies on the same day as `now`, "20 Aug 08:40" near it, and with its year when it lies half a year away:
    /// the same day of last year is not tonight.
    pub fn near(&self, moment: Moment, now: Moment) -> String {
        let at = self.zoned(moment);
        if at.date() == self.zoned(now).date() {
            time_of(at)
        } else if now.minutes_since(moment).abs() > 183 * 24 * 60 {
            format!("{} {}", self.date_of(at), time_of(at))
        } else {
            format!("{} {}", self.day_of(at), time_of(at))
        }
    }

    /// For the `datetime` attribute of `<time>`.
    pub fn stamp(&self, moment: Moment) -> String {
        let at = self.zoned(moment);
        let (year, month, day) = (at.year(), at.month(), at.day());
        format!("{year:04}-{month:02}-{day:02}T{}", time_of(at))
    }

    /// The name of the place whose hours these are, as the zone has it: "Chișinău".
    pub fn place(&self) -> String {
        match self.zone.iana_name() {
            Some("Europe/Chisinau") => "Chișinău".to_owned(),
            Some(name) => name.rsplit('/').next().unwrap_or(name).replace('_', " "),
            None => "UTC".to_owned(),
        }
    }

    /// "41,207", with the separator of the language; up to four digits stand alone.
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        if digits.len() < 5 {
            return digits;
        }
        let separator = self.number_separator();
        let mut out = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push_str(&separator);
            }
            out.push(digit);
        }
        out
    }

    fn zoned(&self, moment: Moment) -> DateTime {
        self.zone.to_datetime(moment.timestamp())
    }
}

/// "08:40".
fn time_of(at: DateTime) -> String {
    let (hour, minute) = (at.hour(), at.minute());
    format!("{hour:02}:{minute:02}")
}
