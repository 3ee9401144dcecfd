## Screening: pages for a phone, words of the advice.
screening-title = Screening, step { $step } of { $steps }
screening-aloud-machine = machine-made, not confirmed
screening-result-title = Advice
screening-list-title = Saved and stopped
screening-list-lead = Nothing here is lost. Each goes on where it stopped.
screening-none = No screening waits for you
screening-none-says = What you begin and leave stays here, whoever of your shift goes on with it.
screening-new = New screening
screening-go-on = Go on
screening-answered =
    { PLURAL($n) ->
        [one] { $n } question answered
       *[other] { $n } questions answered
    }
screening-step = Step { $step } of { $steps }
screening-saved = saved { $time }
screening-aloud = You can say
screening-aloud-more = Read it in other languages
screening-aloud-child = If it is a child
screening-on = Save and go on
screening-advice = Save and see the advice
screening-see = See the advice
screening-stop = Save and stop here
screening-resting = What you do not tap stays "not asked". That is a true answer.
screening-danger = Danger now: ring { $emergency }. Stay with the person. Everything else can wait.
screening-hurt = The person is hurt or ill: a doctor first. The questions can wait.
question-group-who = Who is the person?
question-group-safety = Whom does the person fear, and how can we reach them safely?
question-group-say = What does the person want?
screening-sex = Gender, self-declared
screening-age = Is the person 18 or older?
screening-age-hint = In doubt choose "not sure". Then the child route applies, and the child-protection authority is told.
screening-years = Age in years, where told
screening-language = The language to speak with the person
screening-language-other = Another language the person speaks
screening-interpreter = Interpreter
screening-nationality = Citizenship
screening-accompanying-child = Is a child with the person?
screening-name = Name, if the person wants to give it
screening-name-hint = As the person gives it, in the letters they use. It stays sealed.
screening-name-known = A name is written already, sealed. Leave this empty to keep it.
sex-woman = Woman
sex-man = Man
sex-other = Other
age-adult = Yes, adult
age-child = No, child
age-unsure = Not sure
screening-urgency = How soon does the person need help?
screening-urgency-danger_now = Someone could be hurt before the next hour
screening-urgency-tonight = No safe bed, medicine or company for this night
screening-urgency-ordinary = Safe where the person is; a service is needed
screening-whereabouts = Where is the person now?
screening-phone = The person’s phone
screening-health = Health, as far as help needs it
screening-hint-whereabouts = Seen only by those who accompany or house the person.
screening-hint-phone = Only where it is safe to use it.
screening-hint-health = What a doctor or the shelter needs to know tonight.
screening-from-signal = From the first signal.
screening-from-screening = From the screening.
screening-from-later = Recorded later.
screening-say-shelter = Does the person want a safe place to sleep?
screening-say-legal_aid = Does the person want a lawyer?
screening-say-case_management = Does the person want someone who stays with the case and arranges help?
screening-say-police = Does the person want to speak with the police?
screening-goes = A yes lets go: { $fields }. Nothing else.
screening-until = A yes holds until
screening-until-hint = Day, month, year. The person may withdraw consent on any day before.
screening-form = How was it said?
consent-form-spoken = Spoken
consent-form-written = Written
consent-form-by_guardian = By the legal representative
screening-say-language = In which language?
screening-own-words = In the person’s own words, what will be sent
screening-own-words-hint = Read it back to the person.
screening-advice-label = All steps
screening-advice-lead = Advice from the answers. You decide.
screening-advice-danger = Danger now: refer
screening-advice-refer = Indicators suggest a referral. You decide.
screening-advice-few = Few indicators so far
screening-why-none = No answer shows an indicator. That is not the same as "no indicators": look at what was not asked.
screening-why-child =
    { PLURAL($n) ->
        [one] { $n } dimension shows an indicator. For someone who may be a child one is enough.
       *[other] { $n } dimensions show an indicator. For someone who may be a child one is enough.
    }
screening-why =
    { PLURAL($n) ->
        [one] { $n } dimension shows an indicator; with a strong one: { $strong }.
       *[other] { $n } dimensions show an indicator; with a strong one: { $strong }.
    }
screening-signs = Why
screening-because = { $dimension }, { $strength }. { $question } You recorded: { $answer }
screening-change = What could change this
screening-not-asked =
    { PLURAL($n) ->
        [one] { $n } question was not asked.
       *[other] { $n } questions were not asked.
    }
screening-refused =
    { PLURAL($n) ->
        [one] { $n } question the person would not answer.
       *[other] { $n } questions the person would not answer.
    }
screening-unknown =
    { PLURAL($n) ->
        [one] { $n } answer is not known.
       *[other] { $n } answers are not known.
    }
screening-change-no = None of them counts as "no".
screening-back = Ask more
screening-child = Is the person under 18, or could they be?
screening-age-told-adult = You wrote: adult.
screening-age-told-child = You wrote: child.
screening-age-told-unsure = You wrote: not sure.
screening-age-told-not = You wrote nothing about the age.
screening-child-route = The child route begins at once and needs no consent: tell the child-protection authority.
screening-child-doubt = If you doubt it, say so. The child route starts at once and needs no consent.
screening-child-link = I am not sure of the age
screening-child-change = Change what is written about the age
screening-ways = What you can do now
screening-way-refer = Ask for consent, and refer
screening-way-number = Declines referral: give the helpline number
screening-way-no-case = No indicators now: give the reason
screening-reason = Why are there no indicators now?
screening-reason-hint = A sentence. The person may read it.
screening-decided-refer = You decided: refer.
screening-decided-gave_number = You decided: the person gets the helpline number, and may come back on any day.
screening-decided-no_case = You decided: no indicators now. The reason is kept.
screening-number = The helpline number to give:
screening-file = Open the file
screening-emergency = If the person is in danger now: { $emergency }.
screening-sources = Where the indicators come from
screening-ticks = Tick what you see or hear. Several can be true.
screening-call-back = Number to call back, if the line breaks
screening-call-back-hint = Only if the person says that it is safe. The next page keeps the hours and what to say if someone else answers.
screening-instead-in_person = The person is here with you?
screening-instead-by_phone = The person is on the phone?
screening-observe = Look first. Ask only what you cannot see.
screening-previous = Back
screening-cancel = To your first page
screening-running = You began a screening of { $name }, { $time }. Is it the same person?
screening-doctor = Ask for a doctor
screening-check = Check your answers
screening-check-lead = Each page can be changed until you decide.
screening-check-change = change
