## Referrals: a new one, the slip, what became of it.
referral-new = New referral
referral-title = Referral
referral-about = { $person }. { $language }.
referral-services = What is asked for
referral-update = Update what goes
referral-update-says = Nothing is sent by it.
referral-step-who = See who fits
referral-step-on = See what they will get
referral-step-nobody = Nobody is chosen yet
referral-step-what =
    { PLURAL($n) ->
        [one] One field goes
       *[other] { $n } fields go
    }
referral-keep = Keep as draft
referral-words = Words for { $to }
referral-words-hint = They travel with the referral. Use the spoken name; write nothing else that identifies the person.
referral-nobody-fits = Nobody in the directory fits. Ring the contact point or the national unit: this need stays open until someone answers it.
referral-escalation = No reply: escalation
referral-back = The referral
referral-back-new = Back to the referral
referral-notes = What was noted by those who work on the case
referral-between = { $from } to { $to }: { $services }
referral-held = A place is held until { $time }; then it is free again by itself.
referral-held-place = Place { $place } is held until { $time }; then it is free again by itself.
referral-kept = Not shared with this referral: { $fields }. Ask the lead if your service needs them.
referral-stands = Status
referral-now = What you can do now
referral-duty = Their duty phone
referral-went = What was shared with it
referral-attempts = Who tried to reach them, and noting a call
referral-happened = Timeline
referral-side = Escalation, and access log
referral-opened = Opened there by
referral-opened-times =
    { PLURAL($times) ->
        [one] { $last }
       *[other] { $last }; { $times } times since { $first }
    }
referral-opened-none = Nobody there has opened it yet.

soon-title = 1. How soon, and what for
soon-about = It sets their deadlines. What is filled in comes from the case. These deadlines are proposals. They remind; they never block.
soon-danger_now = Danger now
soon-tonight = Tonight
soon-ordinary = Ordinary
soon-hint-danger_now = Someone could be hurt before the next hour.
soon-hint-tonight = No safe bed, medicine or company for this night.
soon-hint-ordinary = Safe where the person is. A service is needed.
soon-clocks = Acknowledge in <b>{ $acknowledge }</b>, answer in <b>{ $answer }</b>

fit-title = 2. Who fits
fit-about = Filled in from the case. Those who do not fit stay in the list, with the reason.
fit-caption = Providers by fit, best first
fit-others =
    { PLURAL($n) ->
        [one] { $n } provider does not fit, with the reason
       *[other] { $n } providers do not fit, each with its reason
    }
fit-others-caption = Providers that do not fit, and why
fit-column-provider = Provider
fit-column-person = Person
fit-column-language = Language
fit-column-needs = Needs
fit-column-place = Place tonight
fit-yes = fits
fit-part = fits in part
fit-no = does not fit
fit-unknown = not known
fit-adults-only = adults only
fit-children-only = children only
fit-age-in-doubt = age in doubt: the child route applies
fit-no-child-with = takes no child with an adult
fit-not-known = not known
fit-ask = ask before you send
fit-anyone = anyone
fit-women-only = women only
fit-men-only = men only
fit-others-only = does not accept this gender / age
fit-interpreter = an interpreter is needed
fit-gives-none = gives none of it
fit-without = without: { $services }
fit-no-places = no place needed
fit-free =
    { PLURAL($n) ->
        [one] { $n } free
       *[other] { $n } free
    }
fit-held =
    { PLURAL($n) ->
        [one] { $n } held
       *[other] { $n } held
    }
fit-said-no = refused this case before

service-shelter = a safe place to sleep
service-medical = a doctor
service-legal_aid = legal aid
service-psychosocial = psychological and social help
service-interpretation = an interpreter
service-transport = transport and escort
service-social_assistance = social assistance, papers
service-case_management = long-term case management

risk-level-low = Low
risk-level-medium = Medium
risk-level-high = High
risk-level-imminent = Harm may come at once
risk-channel-call = Call
risk-channel-write = Write
risk-channel-in_person = In person
risk-safety-safe = safe
risk-safety-care = with care
risk-safety-no = no
risk-safety-not_asked = not asked

slip-title = 3. What they will get
slip-between = Referral for { $services }
slip-not-sent = not sent yet
slip-choose = Choose who should get it, and update: then you see exactly what would go.
slip-stays-rest = Names, documents and all else that is not ticked
slip-stays-hint = Tick what they need, untick what they do not, and update.
slip-agreed = the person agreed
slip-missing = missing: the person’s consent
slip-to-ask = still to ask
slip-not-asked-consent = not asked
slip-not-asked-vital_interest = not asked: danger
slip-not-asked-child_protection = not asked: duty
slip-not-asked-public_task = not asked: duty of coordination
slip-health = For health: { $article }.
slip-reason = Why it cannot wait
slip-reason-more = Why it cannot wait, for vital interest
slip-reason-hint = Needed for vital interest: in a sentence. The person and the data protection officer can read it.
slip-say-none = Nothing was said about this receiver yet: not asked.
slip-say-yes = Yes: { $fields }.
slip-say-until = Yes: { $fields }, until <b>{ $until }</b>.
slip-said-yes = Yes, for what was shared.
slip-for = For
slip-for-help = Help to this person. Nothing else.
slip-for-child = Protection of a child. Nothing else.
slip-pass-on = They may pass on
slip-pass-on-nothing = Nothing, to nobody, before they asked you.
slip-until = Until
slip-until-hint = Day, month, year: 18 11 2026
slip-runs = { $until }
slip-ended = ended; it would have run until { $until }
slip-stop = If the person withdraws consent, we stop, ask everyone who has the data to remove it, and show the person who has answered.
slip-hold = Hold a place until { $time }
slip-hold-says = The hold lasts until the answer is due, and ends by itself.
slip-cap = Places already held there: { $held }. The profile proposes at most { $cap } for one organisation.
slip-told = I told the person today who gets this and why, and they still agree
slip-looked = I have read what goes. It is what they need, and the person will be told
slip-send = Send
slip-send-hold = Send, and hold the place until { $time }
slip-ring = A sent page wakes nobody. Ring their duty phone too: <b>{ $phone }</b>.

ground-consent = Consent
ground-vital_interest = Vital interest: life or health in danger
ground-child_protection = Protection of a child
ground-public_task = Duty of coordination
ground-makes-required = Under this ground the person’s consent is required.
ground-makes-asked = Under this ground the person is asked; the ground holds without consent too.
ground-makes-told = Not asked because of duty or danger; the person is told.

after-title = 4. When it is sent
after-about = A sent page wakes nobody at night. A phone does.
after-phone = Duty phone of { $to }
told-title = Told by phone
told-about = It counts as their acknowledgement. Use the spoken name; say nothing else that identifies the person.
told-record = Record
told-opens = Opens when the referral is sent.
escalation-about = Each step shows their duty phone and what was tried.
escalation-sender = You
escalation-supervisor = Supervisor
escalation-contact_point = Contact point
escalation-national_unit = National unit
nobody-there-sender = Nobody is at the sender
nobody-there-supervisor = Nobody is there as supervisor
nobody-there-contact_point = Nobody is at the contact point
nobody-there-national_unit = Nobody is at the national unit

crossing-sent = Sent
crossing-acknowledged = Acknowledged
crossing-answered = Answered
crossing-started = Started
crossing-outcome = Outcome
crossing-to = Referral to { $other }
crossing-from = Referral from { $other }
crossing-due = by { $time }
crossing-by-phone = { $time }, by phone

stands-sent-draft = Kept as a draft. Nothing went anywhere.
stands-sent-sent = Sent. No acknowledgement yet from { $other }.
stands-sent-acknowledged = { $other } acknowledged receipt. No answer yet.
stands-sent-question_asked = { $other } asks for more information. The answer is with you.
stands-sent-accepted = { $other } accepted. The service has not begun.
stands-sent-refused = { $other } refused.
stands-sent-no_capacity = { $other } has no capacity. Not a word about the person.
stands-sent-started = The service runs at { $other }.
stands-sent-completed = The service ended at { $other }.
stands-sent-failed = { $other } could not give it after all.
stands-sent-withdrawn = Withdrawn. { $other } can open nothing of it any more.
stands-sent-expired = { $other } did not answer in time. They can open nothing of it any more.
stands-came-draft = A draft.
stands-came-sent = It came from { $other }. Acknowledge receipt.
stands-came-acknowledged = Receipt acknowledged. { $other } waits for your answer.
stands-came-question_asked = You asked for more information. The answer is with { $other }.
stands-came-accepted = Accepted. Record when the service begins.
stands-came-refused = Refused.
stands-came-no_capacity = No capacity.
stands-came-started = The service runs. Its outcome goes back to { $other }.
stands-came-completed = The service ended. { $other } knows the outcome.
stands-came-failed = It could not be given after all. { $other } knows.
stands-came-withdrawn = { $other } withdrew it.
stands-came-expired = Not answered in time.

next-fits =
    { PLURAL($n) ->
        [one] The next that fits is { $name }, { $n } place free.
       *[other] The next that fits is { $name }, { $n } places free.
    }
next-prepare = Prepare a referral to { $name }
next-nobody = Nobody else fits and has a place. Ring the contact point or the national unit.

reason-outside_mandate = Outside what they may do
reason-does_not_fit = Does not fit there
reason-not_safe = Not safe there
reason-other = Another reason, in words
reason-ours-outside_mandate = Outside what we may do
reason-ours-does_not_fit = Does not fit here
reason-ours-not_safe = Not safe here
reason-ours-other = Another reason, in words
because-wrong_receiver = It went to the wrong receiver
because-persons_wish = The person no longer wants it
because-not_needed = Not needed any more
outcome-self_reliant = Living independently
outcome-in_programme = Help continues there
outcome-service_given = The service was given in full
outcome-transferred = Went on to another provider
outcome-lost_contact = Contact was lost
outcome-declined = The person declined

act-acknowledge = Acknowledge receipt
    .about = The sender learns that you have the referral. It does not bind you to accept.
act-answer = Answer
act-told-by-phone = Told by phone
    .about = It counts as their acknowledgement. Use the spoken name; say nothing else that identifies the person.
act-told-function = To whom, by function
act-told-function-hint = No name: night coordinator
act-told-at = At
act-told-at-hint = The hour: 02:12
act-reply = Answer their question
act-reply-words = Your answer
act-withdraw = Withdraw the referral
    .about = They can open nothing of it any more, and a held place is free again. They are not asked why.
act-withdraw-because = Why
act-place = Give a place
    .about = A first place, or another instead of the one before. The sender is told.
press-place = Give this place
done-placed = The place is given. The sender sees it.
act-start = The service begins
act-fail = It could not be given after all
    .about = It goes back to the sender at once, and a taken place is free again.
act-fail-words = What happened
act-complete = The service ends
    .about = The outcome goes back to the sender. No decision ends help by itself.
act-complete-outcome = Outcome
act-complete-words = In words, if they help
act-answer-what = Your answer
act-answer-place = Which place
act-answer-place-hint = When you accept. Empty takes the held one, or the first that is free.
act-answer-reason = Why you refuse
act-answer-words = Words for the sender
act-answer-question = Your question
act-answer-other = Another answer
answering-accept = Accept, and give a place
answering-no_capacity = No capacity
answering-refuse = Refuse with a reason
answering-ask = Ask for more information
answering-none_free = No place of your house is free: you can’t accept now.
answering-none_free-way = Free a place on the board
answering-hint-accept = The sender learns it at once.
answering-hint-no_capacity = Not a word about the person. The sender sees the next that fits.
answering-hint-refuse = With a reason below. The sender sees the next that fits.
answering-hint-ask = With a question below. It counts as an acknowledgement; the deadline to answer stays.
press-acknowledge = Acknowledge receipt
press-answer = Send the answer
press-told-by-phone = Record
press-reply = Send
press-withdraw = Withdraw the referral
press-start = Record that it begins
press-fail = Record it
press-complete = Record the outcome

done-sent = Sent. If it was not meant, withdraw it on this page.
done-drafted = Kept as a draft. Nothing went anywhere.
done-acknowledged = Receipt acknowledged.
done-accepted = Accepted. The sender knows.
done-refused = Refused. The sender knows, and sees who fits next.
done-no_capacity = No capacity. The sender knows, and sees who fits next.
done-asked = Your question is on its way.
done-replied = Your answer is on its way.
done-told = Recorded. It counts as their acknowledgement.
done-withdrawn = Withdrawn. They can open nothing of it any more.
done-started = Recorded: the service runs.
done-completed = Recorded. The outcome went back to the sender.
done-not_given = Recorded. The sender knows.
done-freed = The place is free.
done-released = The hold is released.
done-in_use = The place is in use again.
done-out_of_use = The place is out of use.

happened-drafted = Kept as a draft
happened-sent = Sent
happened-acknowledged = Receipt acknowledged
happened-told_by_phone = Told by phone, to the { $function }: that counts as acknowledged
happened-question_asked = They ask for more information
happened-question_answered = The question was answered
happened-accepted = Accepted
happened-refused = Refused
happened-no_capacity = No capacity
happened-started = The service began
happened-completed = The service ended
happened-not_given = It could not be given after all
happened-withdrawn = Withdrawn
happened-expired = No reply in time
happened-place_released = The place was released
happened-place_given = A place was given
happened-escalated_sender = No reply: the sender was told
happened-escalated_supervisor = Escalated to the supervisor
happened-escalated_contact_point = Escalated to the contact point
happened-escalated_national_unit = Escalated to the national unit

referrals-title = Referrals
referrals-none = No referral yet
referrals-none-says = What you send appears here with its answer. You wait for no answer.
referrals-sort = Order
referrals-sort-urgent = Urgent first
referrals-sort-changed = Changed last first
referrals-sort-sent = Sent last first
referrals-filter = Where they stand
referrals-show-all = All
referrals-show-waiting = Waiting for an answer
referrals-show-running = Accepted and running
referrals-show-draft = Drafts
referrals-show-no = Refused, or no answer
referrals-show-over = Over
referrals-counted = { $name } ({ $n })
referrals-find = Spoken name
referrals-only = Only the referrals of { $name }.
referrals-filter-none = No referral fits what you chose
referrals-filter-none-says = Other referrals may stand here without a filter.
referrals-all = Show all, with no filter
referrals-incoming = Referrals to us
referrals-sent = Our referrals
referrals-shown = { $n } shown of { $all }
referrals-nobody-yet = Nobody yet
referrals-ring = No reply. Ring them: { $phone }.

referral-wrong-to = Choose who should get it.
referral-wrong-ground = Choose the legal ground.
referral-wrong-reason = Vital interest needs a written reason: say in a sentence why it cannot wait.
referral-wrong-told = Tick this when you have told the person. Without it nothing goes on this ground.
referral-wrong-looked = Tick this when you have read what goes.
referral-wrong-unseen = Not sent: who gets it, what goes or on which ground changed after it was shown. It is shown anew: read it once more, tick and send.
referral-wrong-urgency = Choose how soon it is needed.
referral-wrong-services = Choose at least one thing that is asked for.
referral-wrong-until = Give a day as day, month, year: 18 11 2026.
referral-wrong-past = This day is over. Give a day from today, { $today }, on.
referral-wrong-long = This is too long. Use at most { $n } characters.
referral-wrong-refuse = Choose why you refuse.
referral-wrong-other = Say the reason in words.
referral-wrong-question = Write what you want to ask.
referral-wrong-answer = Choose your answer.
referral-wrong-function = Say whom you told, by function, no name: night coordinator.
referral-wrong-at = Give the hour at which you rang, as 02:12. It is { $now } now.
referral-wrong-ahead = This hour is still to come: it is { $now } now. Give the hour at which you rang.
referral-wrong-words = Write it in a sentence.
referral-wrong-because = Choose why you withdraw it.
referral-wrong-outcome = Choose the outcome.
