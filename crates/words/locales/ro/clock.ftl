## Machine-made wording: not yet confirmed by a person.
# Six forms for the script: left with hours, left with minutes, under a minute; late with hours, late with minutes, just now.
clock-count = mai sunt {"{h}"} h {"{m}"} min|mai sunt {"{m}"} min|mai puțin de 1 min|Întârziere: {"{h}"} h {"{m}"} min|Întârziere: {"{m}"} min|Întârziere, chiar acum
clock-left-now = mai puțin de 1 min
clock-left-minutes = mai sunt { $minutes } min
clock-left-hours-minutes = mai sunt { $hours } h { $minutes } min
clock-left-hours =
    { PLURAL($hours) ->
        [one] mai este { $hours } oră
        [few] mai sunt { $hours } ore
       *[other] mai sunt { $hours } de ore
    }
clock-left-days =
    { PLURAL($days) ->
        [one] mai este { $days } zi
        [few] mai sunt { $days } zile
       *[other] mai sunt { $days } de zile
    }
clock-late-now = Întârziere, chiar acum
clock-late-minutes = Întârziere: { $minutes } min
clock-late-hours-minutes = Întârziere: { $hours } h { $minutes } min
clock-late-hours =
    { PLURAL($hours) ->
        [one] Întârziere: { $hours } oră
        [few] Întârziere: { $hours } ore
       *[other] Întârziere: { $hours } de ore
    }
clock-late-days =
    { PLURAL($days) ->
        [one] Întârziere: { $days } zi
        [few] Întârziere: { $days } zile
       *[other] Întârziere: { $days } de zile
    }
clock-opens-now = Se deschide acum
clock-opens-minutes = Se deschide peste { $minutes } min
clock-opens-hours-minutes = Se deschide peste { $hours } h { $minutes } min
clock-opens-hours =
    { PLURAL($hours) ->
        [one] Se deschide peste { $hours } oră
        [few] Se deschide peste { $hours } ore
       *[other] Se deschide peste { $hours } de ore
    }
clock-opens-days =
    { PLURAL($days) ->
        [one] Se deschide peste { $days } zi
        [few] Se deschide peste { $days } zile
       *[other] Se deschide peste { $days } de zile
    }
clock-opened-now = Deschis acum
clock-opened-minutes = Deschis de { $minutes } min
clock-opened-hours-minutes = Deschis de { $hours } h { $minutes } min
clock-opened-hours =
    { PLURAL($hours) ->
        [one] Deschis de { $hours } oră
        [few] Deschis de { $hours } ore
       *[other] Deschis de { $hours } de ore
    }
clock-opened-days =
    { PLURAL($days) ->
        [one] Deschis de { $days } zi
        [few] Deschis de { $days } zile
       *[other] Deschis de { $days } de zile
    }
clock-open-now = În curs acum
clock-open-minutes = În curs de { $minutes } min
clock-open-hours-minutes = În curs de { $hours } h { $minutes } min
clock-open-hours =
    { PLURAL($hours) ->
        [one] În curs de { $hours } oră
        [few] În curs de { $hours } ore
       *[other] În curs de { $hours } de ore
    }
clock-open-days =
    { PLURAL($days) ->
        [one] În curs de { $days } zi
        [few] În curs de { $days } zile
       *[other] În curs de { $days } de zile
    }
clock-kind-target = țintă
clock-kind-statutory = prin lege
clock-kind-statutory_exceptional = prin lege, excepțional
clock-kind-statutory_max = cel mult, prin lege
clock-kind-not_before = nu înainte
clock-kind-none = fără termen în profil
clock-kind-unknown = termen necunoscut
clock-kind-hold = rezervare
clock-kind-length = { $kind }, { $length }
clock-to-acknowledge = pentru confirmare
clock-to-answer = pentru răspuns
clock-own = propriu
length-minutes = { $n } min
length-hours = { $n } h
length-days =
    { PLURAL($n) ->
        [one] { $n } zi
        [few] { $n } zile
       *[other] { $n } de zile
    }
length-working_days =
    { PLURAL($n) ->
        [one] { $n } zi lucrătoare
        [few] { $n } zile lucrătoare
       *[other] { $n } de zile lucrătoare
    }
length-months =
    { PLURAL($n) ->
        [one] { $n } lună
        [few] { $n } luni
       *[other] { $n } de luni
    }
