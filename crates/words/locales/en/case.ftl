## One person's file.
case-title = Case file
case-start = First page
case-sound = say it
case-open-name = Open the name (logged)
case-print = Print summary
case-refer = Refer
case-ask = Record consent or refusal
case-assess = Assess the risk
case-note = Add a note
case-describe = Person: what is known
case-pass-lead = Transfer case lead
case-you-lead = You lead
case-child-route = child route
case-channel-safe = Safe
case-channel-care = With care
case-channel-no = No
case-channel-not_asked = Not asked
case-age-adult = Adult
case-age-child = Child
case-age-unsure = In doubt: the child route applies
case-age-basis-documented = By a checked document
case-age-basis-declared = Self-declared
case-age-basis-assessed = By an assessment, with its margin
case-age-basis-presumed_minor = In doubt: presumed to be a minor
case-accompanying-child = A child is with the person
case-interpreter-not_needed = No interpreter needed
case-interpreter-independent = Independent interpreter
case-interpreter-not_independent = Interpreter not known to be independent
case-interpreter-needed = Needs an interpreter, none there yet
case-interpreter-not_asked = Interpreter: not asked
case-assessed = Assessed { $day }
case-tracks = Where it stands
case-tracks-says = None waits for another. No decision ends help by itself.
case-track-assistance = Assistance
case-track-withheld = Your task needs to know that the case exists, and no more.
case-track-withheld-next = ask through the contact point.
case-track-none = Nothing that you can see is due.
case-track-open =
    { PLURAL($n) ->
        [one] Help is asked for; { $n } answer is open.
       *[other] Help is asked for; { $n } answers are open.
    }
case-track-agreed =
    { PLURAL($n) ->
        [one] { $n } service is agreed.
       *[other] { $n } services are agreed.
    }
case-track-given =
    { PLURAL($n) ->
        [one] Running. { $n } service is given.
       *[other] Running. { $n } services are given.
    }
case-track-no-next = ask what the person wants, and refer.
case-track-begin =
    { PLURAL($n) ->
        [one] { $n } agreed service begins.
       *[other] { $n } agreed services begin.
    }
case-track-answers =
    { PLURAL($n) ->
        [one] { $n } answer is awaited.
       *[other] { $n } answers are awaited.
    }
case-track-next = Next:
case-next = Next
case-next-none = Nothing that you can see is due.
case-kind-lead = Case lead
case-kind-task = Task
case-kind-referral = Referral
case-lead-answer = Accept case lead, or decline it
case-lead-waits = Case lead is offered to { $to }
case-task-tell_child_protection = Tell the child-protection authority
case-task-take_correction = Take over a corrected value
case-task-confirm_removal = Remove what consent no longer covers, and confirm it
case-task-report_incident = Report a breach
case-task-end_service = End the service: the person no longer wants it
case-task-note-tell_child_protection = The person is a child, or the age is in doubt. No consent is needed.
case-task-note-take_correction = A value that you hold was corrected. Open the file and use the new one.
case-task-note-confirm_removal = The person withdrew consent, or said yes to less. Remove your copy of what is no longer shared with you.
case-task-note-report_incident = Data went to someone who was not to receive it.
case-task-note-end_service = Agree with the person on how and when, then record the outcome.
case-draft = Draft
case-draft-says = Not sent yet.
case-told = Information in this file
case-told-says = Each line with its origin. Nobody is asked twice.
case-tell = record
case-correct = correct
case-open-sealed = open, with a reason
case-replaced = an older value, sealed
case-paper-false = (may be false)
case-plan = Agreed:
case-origin-signal = from the first signal
case-origin-screening = from the screening
case-origin-later = recorded later
case-screening-running = Screening, not concluded
case-screening-refer = Screening: referred
case-screening-gave_number = Screening: the helpline number was given
case-screening-no_case = Screening: no indicators
case-happened = Timeline
case-happened-none = Nothing that you can see has been recorded here.
case-tab-all = All
case-tab-help = Help
case-tab-say = Consent
case-tab-notes = Notes
case-tab-looked = Access log
case-more =
    { PLURAL($n) ->
        [one] { $n } older step is not shown here; the tabs show each kind.
       *[other] { $n } older steps are not shown here; the tabs show each kind.
    }
case-added = Added
case-add = add to it
case-aside = Consent, and what is withheld
case-say = Consent and wishes
case-say-says = The legal ground of each sharing is in the table below.
case-say-none = No consent or refusal is recorded.
case-say-yes = Consent: yes
case-until = Until { $until }
case-taken-back = withdrawn
case-removal-asked = { $who } was asked to remove it; no answer yet.
case-removed = { $who } confirmed that it is removed.
case-take-back = Withdraw consent
case-withheld = Withheld from you
case-access = Who can see this, and why
case-disclosures = What was shared
case-looked = Access log
case-you = You, { $own }
case-why-lead = You lead this case. The name opens with a reason, and is logged.
case-why-existence = You know that the case exists, and no more.
case-why-part = You take part. You see what was shared with you.
case-why-other-lead = Leads this case.
case-why-takes-part = Takes part; nothing is shared with it now.
case-ground = Legal ground: { $ground } ({ $article })
case-ground-consent = consent
case-ground-vital_interest = danger to life
case-ground-child_protection = protection of a child
case-ground-public_task = duty of coordination
case-service-shelter = A safe place to sleep
case-service-medical = A doctor
case-service-legal_aid = Legal aid
case-service-psychosocial = Psychological and social help
case-service-interpretation = An interpreter
case-service-transport = Transport
case-service-social_assistance = Social assistance
case-service-case_management = Long-term help with a case manager
case-police = Police
case-organisation = An organisation
case-signal-encounter = direct contact
case-signal-hotline = hotline call
case-signal-report = third-party report
case-signal-self_report = the person came
case-signal-abroad = from abroad
case-advised = The advice was to refer.
case-advised-not = The advice was not to refer.
case-sharing-over = Sharing that ended
case-sharing-ended = Sharing ended on { $date }: { $why }
case-ended-withdrawn = the referral was withdrawn
case-ended-taken_back = consent was withdrawn
case-ended-refused = the receiver said no
case-ended-expired = nobody answered in time
case-ended-finished = the service ended
case-ended-failed = the service could not be given
case-ended-lead_passed = another organisation leads the case now
case-done-described = What is known of the person was recorded.
case-done-assessed = The risk was assessed anew.
case-done-noted = The note was added.
case-done-said = Consent or refusal was recorded.
case-done-taken_back = Consent is withdrawn. Everyone who has the data is asked to remove it.
case-done-told = Recorded.
case-done-corrected = It was corrected. The old value stays sealed.
case-done-task = The task is done.
case-done-child_told = The child-protection authority takes part from now on.
case-done-lead_offered = Case lead is offered. You lead until it is accepted.
case-done-lead_taken = Your organisation leads this case now.

step-signal = The file began:
step-told = Recorded:
step-corrected = Corrected:
step-described = What is known of the person was recorded anew.
step-screening_started = A screening began.
step-screening_answered = Screening: { PLURAL($n) ->
    [one] { $n } question answered
   *[other] { $n } questions answered
}
step-screening_concluded = Screening concluded.
step-risk = Risk assessed:
step-note = Note.
step-note_own_words = Note, in the person’s own words.
step-said = Consent and wishes.
step-taken_back = Consent was withdrawn.
step-disclosed = Shared with
step-disclosure_ended = Sharing ended:
step-disclosure_shortened = Shared for a shorter time, as the person wishes:
step-disclosure_narrowed = No longer shared, as the person wishes:
step-task = To do:
step-task_done = Done by
step-joined = Takes part:
step-joined_proceeding = Leads a proceeding; knows that the case exists and who leads it, no more:
step-left = Access ended:
step-lead_offered = Case lead is offered to
step-lead_accepted = Case lead now:
step-lead_taken = Case lead taken without an offer:
step-lead_declined = Declined case lead:
step-lead_offer_ended = The offer of case lead ended:
step-lead_offer_shortened = The offer of case lead ends sooner, with the person’s consent:
lead-offer-ended-withdrawn = taken back
lead-offer-ended-lapsed = not answered in time
lead-offer-ended-lead_passed = another organisation took the lead
lead-offer-ended-taken_back = consent was withdrawn
lead-offer-ended-consent_ended = the person’s consent to it ended
lead-take-title = Take case lead?
lead-take-lead = Nobody offered it to you. Your organisation may take it by its duty; the organisation that leads now is told, and the file shows it. From then on finding help is yours.
lead-take = Take case lead
case-in-care = Now in care of { $of }, since { $since }.
lead-withdraw = Take the offer back
step-urgency = How soon:
step-told-by-phone = { $to } was told by phone: { $function }
step-referral-drafted = A referral was drafted
step-referral-sent = Referral sent to { $to }
step-referral-acknowledged = { $to } acknowledged receipt
step-referral-question_asked = { $to } asks for more information
step-referral-question_answered = The question of { $to } was answered
step-referral-accepted = { $to } accepted
step-referral-refused = { $to } refused
step-referral-no_capacity = { $to } has no capacity
step-referral-started = Help at { $to } has begun
step-referral-completed = Help at { $to } was given
step-referral-not_given = Help at { $to } could not be given
step-referral-withdrawn = The referral to { $to } was withdrawn
step-referral-expired = The referral to { $to } ended without a reply
step-referral-place_released = { $to } released the place
step-referral-place_given = { $to } gave a place
step-referral-escalated_sender = No reply from { $to }: you were told
step-referral-escalated_supervisor = No reply from { $to }: escalated to the supervisor
step-referral-escalated_contact_point = No reply from { $to }: escalated to the contact point
step-referral-escalated_national_unit = No reply from { $to }: escalated to the national unit

sheet-save = Save
sheet-leave = Leave without saving

name-title = Open the name
name-lead = The name stays sealed until someone needs it. The reason, the hour and your function are kept; the person can read them.
name-reason = Why is it needed?
name-reason-call = To call or meet the person by name
name-reason-paper = To fill in a paper that the person asked for
name-reason-asks = The person asks what is written in the file
name-reason-other = Another reason, in words
name-reason-needed = Say why the name is needed. Without a reason it stays sealed.
name-words = In words
name-open = Open the name, and log it
name-none = No name is written in this file.
name-until = This page closes by itself at { $time }.
name-logged = Logged. Reason:
name-close = Close now
name-kind-own = the name the person uses
name-kind-document = as a document has it
name-kind-alias = another name of the person
name-kind-by_others = given by others

summary-title = Summary
summary-heading = Case summary. Pseudonymous.
summary-copy = Made { $when } by { $by }. It is logged that it was made. Shred it after use.
summary-how = Print this page from the browser. It holds no name, no phone and no address.
copy-make = Print this list
copy-heading = A list with spoken names only.
copy-how = Print this page from the browser. It holds no real name and no phone of a person.
copy-from = From
copy-stands = Where it stands
copy-answer-due = Answer due

person-title = Person: what is known
person-lead = What rules and matching need. What you leave as it is stays as it is.
person-age-basis = What the age is based on
person-age-basis-hint = Only a checked document or an assessment makes an age in doubt adult.

lead-title = Transfer case lead
lead-lead = You lead until the other organisation accepts. First the person’s consent to it; with the lead goes what that consent names.
lead-to = To which organisation?
lead-to-hint = Ask the person about this organisation, or about long-term help, before you offer.
lead-to-needed = Choose the organisation.
lead-ask = Record consent or refusal for it
lead-offer = Offer case lead
lead-answer-title = Accept case lead?
lead-answer-lead = { $from } offers you the lead of this case, with the person’s consent. Until you accept you see no more than this.
lead-accept = Accept case lead
lead-decline = Decline
case-alerts = Alerts
case-alert-danger = Danger: ring { $emergency } first
case-alert-danger-says = Stay with the person. Everything else can wait.
case-alert-child = Child route
case-alert-child-says = A child, or someone whose age is in doubt. The child-protection authority is told.
case-alert-feared = The person fears
case-alert-health = Health
case-services = Services
case-services-none = No service has been asked for that you can see.
case-service-need = Need
case-service-who = Who gives it
case-service-stands = Where it stands
case-withheld-once = Said once, here. The same lines stand here whether something is recorded or not.
