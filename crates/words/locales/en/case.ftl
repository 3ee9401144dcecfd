## One person's file.
case-title = Case file
case-start = First page
case-sound = say
case-open-name = Open the name (logged)
case-print = Print summary
case-refer = Refer
case-ask = Record what she says
case-assess = Assess the risk
case-note = Add a note
case-describe = Who she is
case-pass-lead = Pass the lead on
case-you-lead = You lead
case-child-route = child route
case-channel-safe = Safe
case-channel-care = With care
case-channel-no = No
case-channel-not_asked = Not asked
case-age-adult = Adult
case-age-child = Child
case-age-unsure = In doubt: treated as a child
case-age-basis-documented = By a checked document
case-age-basis-declared = As she says
case-age-basis-assessed = By an assessment, with its margin
case-age-basis-presumed_minor = In doubt, so taken as a minor
case-child-with-her = A child is with her
case-interpreter-not_needed = No interpreter needed
case-interpreter-independent = Independent interpreter
case-interpreter-not_independent = Interpreter not known to be independent
case-interpreter-needed = Needs an interpreter, none there yet
case-interpreter-not_asked = Interpreter: not asked
case-assessed = Assessed { $day }
case-tracks = Three tracks
case-tracks-says = None of them waits for another.
case-today = today
case-track-assistance = Assistance
case-track-status = Status decision
case-track-criminal = Criminal procedure
case-track-nothing = Nothing is recorded here yet.
case-track-status-next = nothing is due here. No decision ends help by itself.
case-track-criminal-next = nothing is due here. Help does not depend on it.
case-track-withheld = Your task needs to know that the case exists, and no more.
case-track-withheld-next = ask through the contact point.
case-track-none = No help has been asked for yet.
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
case-track-no-next = ask her what she wants, and refer.
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
case-node-signal = file opened
case-node-sent = asked
case-node-accepted = agreed
case-node-started = begun
case-node-completed = given
case-next = Next
case-next-none = Nothing is due in this file. Nobody owes an answer.
case-kind-lead = Lead
case-kind-task = Task
case-kind-referral = Referral
case-lead-answer = Take the lead, or decline it
case-lead-waits = The lead is offered to { $to }
case-task-tell_child_protection = Tell the child-protection authority
case-task-take_correction = Take over a corrected value
case-task-confirm_removal = Remove what she took back, and say so
case-task-report_incident = Report a breach
case-task-note-tell_child_protection = The age is in doubt, or she is a child. No consent is needed.
case-task-note-take_correction = A value that you hold was corrected. Open the file and use the new one.
case-task-note-confirm_removal = She took her yes back. Remove your copy.
case-task-note-report_incident = Something went where it was not to go.
case-referrals = Referrals
case-draft = Draft
case-draft-says = Not sent yet.
case-told = What is told
case-told-says = The same lines for everyone: open, empty, or withheld with the reason.
case-tell = write
case-correct = correct
case-replaced = an older value, sealed
case-paper-false = (may be false)
case-plan = Agreed:
case-origin-signal = from the first word
case-origin-screening = from the screening
case-origin-later = told later
case-screening-running = Screening, not concluded
case-screening-refer = Screening: referred
case-screening-gave_number = Screening: got the number
case-screening-no_case = Screening: no case seen
case-happened = What happened
case-happened-none = Nothing that you may see has happened here.
case-tab-all = All
case-tab-help = Help
case-tab-say = Her say
case-tab-notes = Notes
case-tab-looked = Who looked
case-more =
    { PLURAL($n) ->
        [one] { $n } older step is not shown here; the tabs show each kind.
       *[other] { $n } older steps are not shown here; the tabs show each kind.
    }
case-added = Added
case-add = add to it
case-aside = Her say, and what is withheld
case-say = Her own say
case-say-says = The legal ground of each sharing stands in the table below.
case-say-none = Nothing of hers is recorded.
case-say-yes = Her own say: yes
case-until = Until { $until }
case-taken-back = taken back
case-removal-asked = { $who } is asked to remove it; no answer yet.
case-removed = { $who } says that it is removed.
case-take-back = She takes it back
case-withheld = Withheld from you
case-access = Who can see this, and why
case-disclosures = What went to whom
case-looked = Who has looked
case-you = You, { $own }
case-why-lead = You lead this case. Her name opens with a reason, and is logged.
case-why-existence = You know that the case exists, and no more.
case-why-part = You take part. You see what was disclosed to you.
case-why-other-lead = Leads this case.
case-why-takes-part = Takes part; nothing is disclosed to it now.
case-ground = Legal ground: { $ground } ({ $article })
case-ground-consent = consent
case-ground-vital_interest = danger to life
case-ground-child_protection = protection of a child
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
case-signal-encounter = met in person
case-signal-hotline = told to a line
case-signal-report = told by another
case-signal-herself = she came herself
case-signal-abroad = from abroad
case-advised = The advice was to refer.
case-advised-not = The advice was not to refer.
case-ended-withdrawn = the referral was withdrawn
case-ended-taken_back = she took her yes back
case-ended-refused = the receiver said no
case-ended-expired = nobody answered in time
case-done-described = Who she is was written down.
case-done-assessed = The risk was assessed anew.
case-done-noted = The note was added.
case-done-said = What she said was recorded.
case-done-taken_back = She took it back. Everyone who has it is asked to remove it.
case-done-told = It was written down.
case-done-corrected = It was corrected. The old value stays sealed.
case-done-task = The task is done.
case-done-child_told = The child-protection authority takes part from now on.
case-done-lead_offered = The lead is offered. You lead until it is taken.
case-done-lead_taken = Your organisation leads this case now.

step-signal = The file began:
step-told = Told:
step-corrected = Corrected:
step-described = Who she is was told anew.
step-screening = A screening began.
step-answered = Screening:
step-concluded = Screening concluded.
step-risk = Risk assessed:
step-note = Note.
step-note_hers = Note, as she said it.
step-said = Her own say.
step-taken_back = She took a yes back.
step-disclosed = Went to
step-disclosure_ended = Ended:
step-task = To do:
step-task_done = Done by
step-joined = Takes part:
step-left = Takes part no more:
step-lead_offered = The lead is offered to
step-lead_accepted = Leads now:
step-lead_declined = Declined the lead:
step-urgency = How soon:
step-told-by-phone = { $to } was told by phone: { $function }
step-referral-drafted = A referral was drafted
step-referral-sent = Referral sent to { $to }
step-referral-acknowledged = { $to } has seen the referral
step-referral-question_asked = { $to } asks before answering
step-referral-question_answered = The question of { $to } was answered
step-referral-accepted = { $to } said yes
step-referral-refused = { $to } said no
step-referral-no_capacity = { $to } has no capacity
step-referral-started = Help at { $to } has begun
step-referral-completed = Help at { $to } was given
step-referral-not_given = Help at { $to } could not be given
step-referral-withdrawn = The referral to { $to } was taken back
step-referral-expired = The referral to { $to } ended unanswered
step-referral-climbed_sender = { $to } is silent: you were told
step-referral-climbed_supervisor = { $to } is silent: the supervisor was told
step-referral-climbed_contact_point = { $to } is silent: the contact point was told
step-referral-climbed_national_unit = { $to } is silent: the national unit was told

sheet-save = Save
sheet-leave = Leave without saving

name-title = Open the name
name-lead = The name stays sealed until someone needs it. The reason, the hour and your function are kept; she can read them.
name-reason = Why is it needed?
name-reason-call = To call or meet her by name
name-reason-paper = To fill in a paper she asked for
name-reason-asks = She asks what is written about her
name-reason-other = Another reason, in words
name-reason-needed = Say why the name is needed. Without a reason it stays sealed.
name-words = In words
name-open = Open the name, and log it
name-none = No name is written in this file.
name-until = This page closes by itself at { $time }.
name-logged = Logged. Reason:
name-close = Close now
name-kind-own = the name she uses
name-kind-document = as a paper has it
name-kind-alias = another name of hers
name-kind-by_others = given by others

summary-title = Summary
summary-heading = Case summary. Pseudonymous.
summary-copy = Made { $when } by { $by }. It is logged that it was made. Shred it after use.
summary-reason = Summary on paper
summary-how = Print this page from the browser. It holds no name, no phone and no address.

person-title = Who she is
person-lead = What rules and fitting need. What you leave as it is stays as it is.
person-age-basis = What the age rests on
person-age-basis-hint = Only a checked document or an assessment makes an age in doubt adult.

lead-title = Pass the lead on
lead-lead = You lead until the other organisation takes it. Her yes to it comes first; with the lead goes what her yes names.
lead-to = To which organisation?
lead-to-hint = Ask her about this organisation, or about long-term help, before you offer.
lead-to-needed = Choose the organisation.
lead-ask = Record what she says about it
lead-offer = Offer the lead
lead-answer-title = Take the lead?
lead-answer-lead = { $from } offers you the lead of this case, on her yes. Until you take it you see no more than this.
lead-accept = Take the lead
lead-decline = Decline
