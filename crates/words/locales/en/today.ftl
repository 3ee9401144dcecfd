## Today: what is due. And the case list, the search box, a new signal.
today-title = Today
today-when = { $day }, { $time }
today-calm = Nothing is late, and nothing is due before tomorrow morning.
today-late =
    { PLURAL($n) ->
        [one] { $n } thing is <b>late</b>.
       *[other] { $n } things are <b>late</b>.
    }
today-late-many = More than 1,000 things are <b>late</b>.
today-soon =
    { PLURAL($n) ->
        [one] { $n } is due before tomorrow morning.
       *[other] { $n } are due before tomorrow morning.
    }
today-soon-only =
    { PLURAL($n) ->
        [one] Nothing is late. <b>{ $n } thing</b> is due before tomorrow morning.
       *[other] Nothing is late. <b>{ $n } things</b> are due before tomorrow morning.
    }
today-owed =
    { PLURAL($n) ->
        [one] You wait for { $n } answer.
       *[other] You wait for { $n } answers.
    }
today-new =
    { PLURAL($n) ->
        [one] { $n } has just come.
       *[other] { $n } have just come.
    }
today-nobody-owes = You wait for no answer.
today-group-urgent = Danger now, and tonight
today-group-late = Late
today-group-soon = Before tomorrow morning
today-group-later = Later
today-kinds = Which duties
today-kind-all = All
today-kind-us = With you
today-kind-them = With others
today-kind-colleagues = With colleagues
today-kind-children = Children
today-kind-none = Nothing of this kind
today-kind-none-says = The other duties of today stand under All.
list-unread =
    { PLURAL($n) ->
        [one] { $n } entry can’t be read and is missing from this list. The others stand.
       *[other] { $n } entries can’t be read and are missing from this list. The others stand.
    }
today-none = Nothing waits for you
today-none-says = What comes next appears here by itself. You wait for no answer.
today-none-owed =
    { PLURAL($n) ->
        [one] What comes next appears here by itself. You wait for { $n } answer: see beside.
       *[other] What comes next appears here by itself. You wait for { $n } answers: see beside.
    }
today-signal = New signal
today-child = child
today-side = Answers and places
today-not-answered = Not answered yet
today-answers = New answers
today-no-answers = No new answer in three days.
today-places = Places tonight
today-free =
    { PLURAL($n) ->
        [one] <b>{ $n }</b> free
       *[other] <b>{ $n }</b> free
    }
today-free-held = <b>{ $n }</b> free, { $held } held
today-call = who to call
today-who-all = In all, each place once
today-who-woman = Woman
today-who-woman_with_child = Woman with children
today-who-man = Man
today-who-child = Child alone

duty-acknowledge = Acknowledge the referral from { $other }
duty-their_acknowledgement = No acknowledgement yet from { $other }
duty-answer = Answer the referral from { $other }
duty-their_answer = No answer yet from { $other }
duty-reply = Answer the question of { $other }
duty-their_reply = No answer yet from { $other } to your question
duty-escalated = No reply: ring { $other }
duty-answer_lead = Accept case lead, or decline it: { $other } offers it
duty-tell_child_protection = Tell the child-protection authority
duty-take_correction = Take over a corrected value
duty-confirm_removal = Confirm removal: consent was withdrawn or narrowed
duty-report_incident = Report that a referral went to the wrong receiver
duty-end_service = End the service: the person no longer wants it
duty-phone = Duty phone { $phone }.

cases-title = Cases
cases-queues = Work queues
cases-queue-all = All
cases-queue-lead = You lead
cases-queue-late = Late
cases-queue-waiting = Waiting for others
cases-queue-part = Led by others
cases-urgency = Urgency (empty: any)
cases-sort = Order
cases-sort-urgent = Urgent first
cases-sort-newest = Newest first
cases-sort-name = By spoken name
cases-show = Show
cases-shown = { $from } to { $to } of { $all }
cases-more-than = more than 1,000
cases-filter-remove = Remove this filter
cases-filter-none = No case with this urgency
cases-filter-none-says = Other cases stand in this queue.
cases-next = Next duty
cases-next-none = nothing due
cases-pages = Pages of this list
cases-first = First page
cases-after = Next page
cases-none-all = No case yet
cases-none-says-all = A case appears here from the first signal, and when a referral brings you into it.
cases-none-lead = You lead no case
cases-none-says-lead = A case appears here when you open a file, or accept its lead.
cases-none-late = Nothing is late
cases-none-says-late = A case appears here when a time has passed, yours or that of an organisation you wait for.
cases-none-waiting = You wait for no answer
cases-none-says-waiting = A case appears here when the next step is with another organisation.
cases-none-part = You take part in no case of others
cases-none-says-part = A case appears here when a referral brings you into it.
cases-opened = Opened
cases-part = Your part
cases-leads = you lead
cases-takes-part = you take part
find-title = Not found
find-lead = No case by this spoken name or number among those in which you take part.
find-says = Look at the spelling: a genus and three digits, as in Galium 271, or the number of a letter. The page looks the same whether another has such a case or not.
find-referrals = To the list of referrals
find-list = To the list of cases
find-several = Several cases end with these digits

signal-title = New signal
signal-about = One thing told is enough. What nobody asked stays "not asked": blank is never "no".
signal-first = How it came, and how soon
signal-channel = How it came
signal-anonymous = Who told it
signal-anonymous-yes = Wants to stay unnamed
signal-urgency = How soon something is needed
signal-told = What was told
signal-told-says = As it was said. The person may read it one day.
signal-person = The person
signal-person-says = What is not known stays empty.
signal-sex = Gender, self-declared
signal-sex-woman = Woman or girl
signal-sex-man = Man or boy
signal-sex-other = Other
signal-age = Age
signal-age-adult = 18 or older
signal-age-child = Under 18
signal-age-unsure = In doubt
signal-age-doubt = While the age is in doubt the child route applies, and the child-protection authority is told.
signal-years = Years, where told
signal-language = Language to speak with the person
signal-interpreter = Interpreter
signal-child = Is a child with the person
signal-nationality = Citizenship
signal-account = What was told or seen
signal-account-hint = No guess, no judgement: who said it, what was seen.
signal-whereabouts = Whereabouts
signal-health = Health
signal-health-hint = What help needs to know.
signal-name = Name, as given
signal-name-hint = Sealed as soon as it is saved. The case gets a spoken name.
signal-phone = Phone
signal-phone-hint = Do not ring it before you know that it is safe.
signal-save = Save, and open the case
signal-wrong-channel = Choose how it came.
signal-wrong-urgency = Choose how soon something is needed.
channel-encounter = Direct contact
channel-hotline = Hotline call
channel-report = Third-party report
channel-self_report = The person came
channel-abroad = From abroad

organisations-title = Organisations
organisations-about = Who is in the mechanism, and the phone that is answered at night.
organisations-by-name = By name
organisations-by-kind = By kind
organisation-title = Organisation
organisation-name = Name
organisation-what = What it is
organisation-contact-point = Its contact point
organisation-no-phone = no duty phone
organisation-no-point = none: the national unit
organisation-kind-border_police = Border police
organisation-kind-labour_inspectorate = Labour inspectorate
organisation-kind-hotline = Hotline
organisation-kind-ngo = Non-governmental organisation
organisation-kind-shelter = Shelter
organisation-kind-police = Police
organisation-kind-prosecution = Prosecution
organisation-kind-secretariat = Permanent secretariat
organisation-kind-rapporteur = National rapporteur
organisation-kind-ministry = Ministry, other authority
organisation-kind-partner = Partner institution
organisation-kind-territorial_team = Territorial team, contact point
organisation-kind-child_protection = Child-protection authority
organisation-kind-national_unit = National unit
organisation-kind-service = Another service
