## Answers that need another look: what would be right.
form-answer = Choose one of the five answers.
form-choose = Choose one of the answers.
form-years = Give the age in whole years, 0 to 120, or leave it empty.
form-age-child = The years say under 18. Choose child, or correct the years.
form-age-adult = The years say 18 or older. Choose adult, or correct the years.
form-level = Say how high the risk is as you see it now. It can be assessed anew at any time.
form-day = Write a day: 18 11 2026, 18.11.2026 or 18 November 2026.
form-day-past = This is before today, { $today }. Did you mean { $meant }?
form-reason = Write in a sentence why there are no indicators now. Others will rely on it.
known-unknown = not known
known-not_asked = not asked
known-refused = won’t say
