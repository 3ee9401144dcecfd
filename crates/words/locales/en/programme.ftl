## Programmes.
navigation-programmes = Programmes
programmes-title = Programmes
programmes-none = No programme is written down yet.
programme-title = Programme
programme-new = New programme
programme-new-lead = Write what its source says. What the source does not give stays empty.
programme-name = Title
programme-language = Language of the title
programme-also = In another language
programme-reference = Reference
programme-donor = Donor
programme-when = Days
programme-begins = First day
programme-ends = Last day
programme-ends-hint = Leave it empty where it is the same day, or not known.
programme-components = Components
programme-a-line = One a line.
programme-days = { $from } to { $to }
programme-no-days = { $when }; the days were not given
programme-no-place = place not given
programme-public = public source
programme-held-none = Nothing was held yet.
programme-held =
    { PLURAL($n) ->
        [one] { $n } activity was held.
       *[other] { $n } activities were held.
    }
programme-came-none = Nothing is known yet to have come of it.
programme-came =
    { PLURAL($n) ->
        [one] { $n } thing is known to have come of it.
       *[other] { $n } things are known to have come of it.
    }
programme-line = Time line
programme-line-note = Dashed: the days were not given.
programme-what-happened = What happened, and what came of it
programme-nothing = No activity is planned yet.
programme-nothing-came = Nothing has come of it yet.
programme-countries-none = No country is named yet
programme-countries =
    { PLURAL($n) ->
        [one] { $n } country
       *[other] { $n } countries
    }
programme-country = Country
programme-institution = Institution
programme-institution-hint = Leave it empty where the source does not name it.
programme-not-named = not named in the source
programme-part-label = Part in it
programme-which-kind = What is done?
programme-own-title = Its own title, if it has one
programme-place = Where?
programme-which-activity = Which activity?
programme-which-recommendation = Which recommendation came of it?
programme-which-visit = Which visit is it?
programme-which-training = Which training is it?
programme-which-practice = Which practice came of it?
programme-none-of-these = None of these
programme-how-it-went = How did it go?
programme-how-it-ended = How did it end?
programme-no-names = No names of persons.
programme-act-activity = Plan an activity
programme-act-outcome = Say how one went
programme-act-cancellation = Cancel an activity
programme-act-result = Say what belongs to one, or came of it
programme-act-country = Add a country
programme-act-translation = Add a title in another language
programme-act-closing = Close the programme
programme-done-new = Written down.
programme-done-activity = The activity is planned.
programme-done-outcome = It is written down as held.
programme-done-cancellation = It is written down as cancelled.
programme-done-result = It was kept.
programme-done-country = The country was added.
programme-done-translation = The title was added.
programme-done-closing = The programme is closed.
programme-state-under_way = Under way
programme-state-closed = Closed
programme-activity-kick_off = Kick-off
programme-activity-assessment_mission = Assessment mission
programme-activity-training = Training
programme-activity-study_visit = Study visit
programme-activity-meeting = Meeting
programme-activity-closure = Closing meeting
programme-activity-state-planned = Planned
programme-activity-state-held = Held
programme-activity-state-cancelled = Cancelled
programme-part-lead = Lead
programme-part-partner = Partner
programme-part-host = Host
programme-part-expert = Experts
programme-order-newest = Newest first
programme-order-title = By title
looked-programme_read = Read programmes and visits
looked-programme_steer = Went on with a programme
step-programme_opened = A programme was written down
step-programme_titled = Its title was put into another language
step-programme_joined = A country takes part
step-programme_planned = An activity was planned:
step-programme_held = An activity was held
step-programme_cancelled = An activity was cancelled
step-programme_came = Something came of an activity
step-programme_closed = A programme was closed
one-night-event-programme_opened = A programme was written down
one-night-event-programme_titled = The title of a programme was put into another language
one-night-event-programme_joined = A country takes part in a programme
one-night-event-programme_planned = An activity was planned: { $detail }
one-night-event-programme_held = An activity was held
one-night-event-programme_cancelled = An activity was cancelled
one-night-event-programme_came = Something came of an activity
one-night-event-programme_closed = A programme was closed
refusal-PRG-01 = Nothing was changed
    .rule = This programme is closed. Nothing is added to it.
    .way1 = Say what came of its activities, or open another programme.
refusal-PRG-02 = Nothing was changed
    .rule = The programme has no such activity in this state.
    .way1 = Choose one from the list.
refusal-PRG-03 = Nothing was changed
    .rule = The last day lies before the first.
    .way1 = Write a later last day.
refusal-PRG-04 = Nothing was changed
    .rule = These days lie outside the days of the programme.
    .way1 = Write days within them.
refusal-PRG-05 = Nothing was changed
    .rule = This is still to come. It counts as held once its last day has begun.
    .way1 = Write it down then.
refusal-PRG-06 = Nothing was changed
    .rule = This is written down already.
    .way1 = Choose another one.
refusal-PRG-07 = Nothing was changed
    .rule = There is no such thing that could have come of it.
    .way1 = Choose one from the list.
refusal-PRG-08 = Nothing was changed
    .rule = An activity is still planned.
    .way1 = Say first whether it was held or cancelled.
