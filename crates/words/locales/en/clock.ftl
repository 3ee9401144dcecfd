## Times: how much is left, how late, what kind.
# Six forms for the script: left with hours, left with minutes, under a minute; late with hours, late with minutes, just now.
clock-count = {"{h}"} h {"{m}"} min left|{"{m}"} min left|Under 1 min left|Late {"{h}"} h {"{m}"} min|Late {"{m}"} min|Late, just now
clock-left-now = Under 1 min left
clock-left-minutes = { $minutes } min left
clock-left-hours-minutes = { $hours } h { $minutes } min left
clock-left-hours = { $hours } h left
clock-left-days = { $days } d left
clock-late-now = Late, just now
clock-late-minutes = Late { $minutes } min
clock-late-hours-minutes = Late { $hours } h { $minutes } min
clock-late-hours = Late { $hours } h
clock-late-days = Late { $days } d
clock-opens-now = Opens now
clock-opens-minutes = Opens in { $minutes } min
clock-opens-hours-minutes = Opens in { $hours } h { $minutes } min
clock-opens-hours = Opens in { $hours } h
clock-opens-days = Opens in { $days } d
clock-opened-now = Open now
clock-opened-minutes = Open for { $minutes } min
clock-opened-hours-minutes = Open for { $hours } h { $minutes } min
clock-opened-hours = Open for { $hours } h
clock-opened-days = Open for { $days } d
clock-open-now = Open now
clock-open-minutes = Open { $minutes } min
clock-open-hours-minutes = Open { $hours } h { $minutes } min
clock-open-hours = Open { $hours } h
clock-open-days = Open { $days } d
clock-kind-target = target
clock-kind-statutory = by law
clock-kind-statutory_exceptional = by law, exceptional
clock-kind-statutory_max = at most, by law
clock-kind-not_before = not before
clock-kind-none = no deadline in the profile
clock-kind-unknown = deadline not known
clock-kind-hold = hold
clock-kind-length = { $kind }, { $length }
clock-to-acknowledge = to acknowledge
clock-to-answer = to answer
clock-own = your own
length-minutes = { $n } min
length-hours = { $n } h
length-days = { $n } d
length-working_days =
    { PLURAL($n) ->
        [one] { $n } working day
       *[other] { $n } working days
    }
length-months =
    { PLURAL($n) ->
        [one] { $n } month
       *[other] { $n } months
    }
