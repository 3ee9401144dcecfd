## Screening: pages for a phone, words of the advice.
screening-title = Question
screening-result-title = Advice
screening-list-title = Saved and stopped
screening-list-lead = Nothing here is lost. Each goes on where it stopped.
screening-none = No screening waits for you
screening-none-says = What you begin and leave stands here, whoever of your shift goes on with it.
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
screening-on = Save and go on
screening-advice = Save and see the advice
screening-see = See the advice
screening-stop = Save and stop here
screening-resting = What you do not tap stays "not asked". That is a true answer.
screening-danger = Danger now: ring { $number }. Stay with her. Everything else can wait.
screening-hurt = She is hurt or ill: a doctor first. The questions can wait.
question-group-who = Who is she?
question-group-safety = Whom does she fear, and how can she be reached?
question-group-say = What does she want?
screening-sex = As she says it
screening-age = Is she 18 or older?
screening-age-hint = In doubt choose "not sure". Then she is treated as a child, and the child-protection authority is told.
screening-years = Age in years, where told
screening-language = The language to speak with her
screening-language-other = Another language she speaks
screening-interpreter = Interpreter
screening-nationality = Nationality
screening-child-with-her = Is a child with her?
screening-name = Name, where she wants to give it
screening-name-hint = As she gives it, in the letters she uses. It stays sealed.
screening-name-known = A name is written already, sealed. Leave this empty to keep it.
sex-woman = Woman
sex-man = Man
sex-other = Other
age-adult = Yes, adult
age-child = No, child
age-unsure = Not sure
screening-urgency = How soon does she need help?
screening-urgency-danger_now = Someone could be hurt before the next hour
screening-urgency-tonight = No safe bed, medicine or company for this night
screening-urgency-ordinary = Safe where she is; a service is needed
screening-whereabouts = Where is she now?
screening-phone = Her phone
screening-health = Health, as far as help needs it
screening-hint-whereabouts = Seen only by those who bring or take her in.
screening-hint-phone = Only where it is safe to use it.
screening-hint-health = What a doctor or the house needs to know tonight.
screening-from-signal = From the first word about her.
screening-from-screening = From the screening.
screening-from-later = Told later.
screening-say-shelter = Does she want a safe place to sleep?
screening-say-legal_aid = Does she want a lawyer?
screening-say-case_management = Does she want someone who stays with her case and arranges help?
screening-say-police = Does she want to speak with the police?
screening-goes = A yes lets go: { $fields }. Nothing else.
screening-until = A yes holds until
screening-until-hint = Day, month, year. She may take it back on any day before.
screening-form = How did she say it?
consent-form-spoken = Spoken
consent-form-written = Written
consent-form-by_guardian = By her guardian
screening-say-language = In which language?
screening-own-words = In her own words, what will be sent
screening-own-words-hint = Read it back to her.
screening-advice-label = All steps
screening-advice-lead = Advice from the answers. You decide.
screening-advice-danger = Danger now: refer
screening-advice-refer = Enough signs to refer
screening-advice-few = Few signs so far
screening-why-none = No answer shows a sign. That is not the same as "no case": look at what was not asked.
screening-why-child =
    { PLURAL($n) ->
        [one] { $n } dimension shows a sign. For someone who may be a child one is enough.
       *[other] { $n } dimensions show a sign. For someone who may be a child one is enough.
    }
screening-why =
    { PLURAL($n) ->
        [one] { $n } dimension shows a sign; with a strong one: { $strong }.
       *[other] { $n } dimensions show a sign; with a strong one: { $strong }.
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
        [one] { $n } question she would not answer.
       *[other] { $n } questions she would not answer.
    }
screening-unknown =
    { PLURAL($n) ->
        [one] { $n } answer is not known.
       *[other] { $n } answers are not known.
    }
screening-change-no = None of them counts as "no".
screening-back = Ask more
screening-child = Is she under 18, or could she be?
screening-age-told-adult = You wrote: adult.
screening-age-told-child = You wrote: child.
screening-age-told-unsure = You wrote: not sure.
screening-age-told-not = You wrote nothing about her age.
screening-child-route = The child route begins at once and needs no consent: tell the child-protection authority.
screening-child-doubt = If you doubt it, say so. The child route starts at once and needs no consent.
screening-child-link = I am not sure of her age
screening-child-change = Change what is written about her age
screening-ways = What you can do now
screening-way-refer = Ask her, and refer
screening-way-number = She does not want that: give her the number
screening-way-no-case = I see no case here, and here is why
screening-reason = Why do you see no case here?
screening-reason-hint = A sentence. She may read it.
screening-decided-refer = You decided: refer.
screening-decided-gave_number = You decided: she gets the number, and may come back on any day.
screening-decided-no_case = You decided: no case is seen here. The reason is kept.
screening-number = The number to give her:
screening-file = Open the file
screening-emergency = If she is in danger now: { $number }.
screening-set = Indicator set: { $set }.
