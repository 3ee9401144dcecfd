//! Who the person is, as far as rules and fitting need it: gender, age and what it rests on, languages, who interprets.
use crate::known::{Answer, Known, codes};
use minicbor::{Decode, Encode};

codes! {
    /// As the person says it.
    Sex {
        /// Woman or girl.
        0 Woman = "woman",
        /// Man or boy.
        1 Man = "man",
        /// Other.
        2 Other = "other",
    }
}

codes! {
    /// What rules ask about age.
    AgeClass {
        /// Eighteen or older.
        0 Adult = "adult",
        /// Under eighteen.
        1 Child = "child",
        /// In doubt: treated as a child.
        2 Unsure = "unsure",
    }
}

codes! {
    /// What the age rests on. INVARIANT: never upgraded by itself.
    AgeBasis {
        /// A checked document.
        0 Documented = "documented",
        /// The person's own word.
        1 Declared = "declared",
        /// An assessment, with its margin.
        2 Assessed = "assessed",
        /// In doubt, so taken as a minor.
        3 PresumedMinor = "presumed_minor",
    }
}

codes! {
    /// Who interprets.
    Interpreter {
        /// None needed.
        0 NotNeeded = "not_needed",
        /// Needed, and independent of whom the person fears.
        1 Independent = "independent",
        /// Needed; not known to be independent.
        2 NotIndependent = "not_independent",
        /// Needed, none there yet.
        3 Needed = "needed",
        /// Not asked.
        4 NotAsked = "not_asked",
    }
}

/// Age as rules need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Age {
    /// Adult, child, unsure.
    #[n(0)]
    pub class: Known<AgeClass>,
    /// What that rests on; `None` while nothing is known.
    #[n(1)]
    pub basis: Option<AgeBasis>,
    /// Years, where told.
    #[n(2)]
    pub years: Known<u8>,
}

impl Age {
    /// Nothing is known yet.
    pub fn not_asked() -> Age {
        Age {
            class: Known::NotAsked,
            basis: None,
            years: Known::NotAsked,
        }
    }

    /// Whether the child's route is taken: a child, or one whose age is in doubt (CoE Convention on action against
    /// trafficking, art. 10(3)). An age that nobody asked about is no doubt yet.
    /// Told years under eighteen speak louder than a class that nobody checked.
    pub fn takes_child_route(&self) -> bool {
        let told_young = matches!(self.years, Known::Is(years) if years < 18);
        match self.class {
            Known::Is(AgeClass::Child | AgeClass::Unsure) => true,
            Known::Is(AgeClass::Adult) => told_young && !self.is_checked(),
            Known::Unknown | Known::NotAsked | Known::Refused => told_young,
        }
    }

    /// Whether a document or an assessment stands behind it.
    pub fn is_checked(&self) -> bool {
        matches!(self.basis, Some(AgeBasis::Documented | AgeBasis::Assessed))
    }

    /// Whether years and class exclude each other: age is one fact.
    pub fn contradicts(&self) -> bool {
        match (self.class, self.years) {
            (Known::Is(AgeClass::Adult), Known::Is(years)) => years < 18,
            (Known::Is(AgeClass::Child), Known::Is(years)) => years >= 18,
            _ => false,
        }
    }

    /// Told anew; what is not asked keeps what was known, but for years that a class told now excludes. A basis that is not
    /// named stays while the class does.
    fn told(self, anew: Age) -> Age {
        let same = anew.class == Known::NotAsked || anew.class == self.class;
        let resting = if same {
            self.basis
        } else {
            AgeBasis::of_a_word(anew.class)
        };
        let told = Age {
            class: self.class.told(anew.class),
            basis: anew.basis.or(resting),
            years: self.years.told(anew.years),
        };
        let years = if told.contradicts() && anew.years == Known::NotAsked {
            Known::Unknown
        } else {
            told.years
        };
        Age { years, ..told }
    }
}

impl AgeBasis {
    /// What an age rests on that somebody only told.
    pub fn of_a_word(class: Known<AgeClass>) -> Option<AgeBasis> {
        match class {
            // WHY: doubt makes a minor until somebody says that the age rests on more than a word.
            Known::Is(AgeClass::Unsure) => Some(AgeBasis::PresumedMinor),
            Known::Is(AgeClass::Adult | AgeClass::Child) => Some(AgeBasis::Declared),
            Known::Unknown | Known::NotAsked | Known::Refused => None,
        }
    }
}

/// Who the person is, as far as rules and fitting need it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Person {
    /// As the person says it.
    #[n(0)]
    pub sex: Known<Sex>,
    /// As rules need it.
    #[n(1)]
    pub age: Age,
    /// ISO 3166-1 alpha-2.
    #[n(2)]
    pub nationality: Known<String>,
    /// ISO 639-1, the first is the one to speak.
    #[n(3)]
    pub languages: Vec<String>,
    /// Who interprets.
    #[n(4)]
    pub interpreter: Interpreter,
    /// Whether a child is with the person.
    #[n(5)]
    pub accompanying_child: Answer,
}

impl Person {
    /// Told anew; what is not asked keeps what was known: a blank empties nothing.
    pub fn told(&self, anew: &Person) -> Person {
        Person {
            sex: self.sex.told(anew.sex),
            age: self.age.told(anew.age),
            nationality: self.nationality.clone().told(anew.nationality.clone()),
            languages: if anew.languages.is_empty() {
                self.languages.clone()
            } else {
                anew.languages.clone()
            },
            interpreter: if anew.interpreter == Interpreter::NotAsked {
                self.interpreter
            } else {
                anew.interpreter
            },
            accompanying_child: if anew.accompanying_child == Answer::NotAsked {
                self.accompanying_child
            } else {
                anew.accompanying_child
            },
        }
    }
}
