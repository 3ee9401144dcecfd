## Machine-made wording: not yet confirmed by a person.
## Programe.
navigation-programmes = Programe
programmes-title = Programe
programmes-none = Niciun program nu este înregistrat încă.
programme-title = Program
programme-new = Program nou
programme-new-lead = Scrieți ce spune sursa. Ce nu dă sursa rămâne gol.
programme-name = Titlu
programme-language = Limba titlului
programme-also = În altă limbă
programme-reference = Referință
programme-donor = Donator
programme-when = Zile
programme-begins = Prima zi
programme-ends = Ultima zi
programme-ends-hint = Lăsați gol dacă este aceeași zi sau nu se cunoaște.
programme-components = Componente
programme-a-line = Câte una pe rând.
programme-days = { $from } – { $to }
programme-no-days = { $when }; zilele nu au fost date
programme-no-place = locul nu a fost dat
programme-public = sursă publică
programme-held-none = Nu s-a ținut încă nimic.
programme-held =
    { PLURAL($n) ->
        [one] S-a ținut { $n } activitate.
        [few] S-au ținut { $n } activități.
       *[other] S-au ținut { $n } de activități.
    }
programme-came-none = Nu se cunoaște încă niciun rezultat.
programme-came =
    { PLURAL($n) ->
        [one] Se cunoaște { $n } rezultat.
        [few] Se cunosc { $n } rezultate.
       *[other] Se cunosc { $n } de rezultate.
    }
programme-line = Linia timpului
programme-line-note = Întrerupt: zilele nu au fost date.
programme-what-happened = Ce s-a făcut și ce a rezultat
programme-nothing = Nicio activitate nu este planificată încă.
programme-nothing-came = Încă nu a rezultat nimic.
programme-countries-none = Nicio țară nu este numită încă
programme-countries =
    { PLURAL($n) ->
        [one] { $n } țară
        [few] { $n } țări
       *[other] { $n } de țări
    }
programme-country = Țară
programme-institution = Instituție
programme-institution-hint = Lăsați gol dacă sursa nu o numește.
programme-not-named = nu este numită în sursă
programme-part-label = Rolul în program
programme-which-kind = Ce activitate?
programme-own-title = Titlul propriu, dacă are
programme-place = Unde?
programme-which-activity = Care activitate?
programme-which-recommendation = Ce recomandare a rezultat?
programme-which-visit = Ce vizită este?
programme-which-training = Care instruire este?
programme-which-practice = Ce practică a rezultat?
programme-none-of-these = Niciuna dintre acestea
programme-how-it-went = Cum a decurs?
programme-how-it-ended = Cum s-a încheiat?
programme-no-names = Fără nume de persoane.
programme-act-activity = Planificați o activitate
programme-act-outcome = Scrieți cum a decurs una
programme-act-cancellation = Anulați o activitate
programme-act-result = Scrieți ce ține de una sau ce a rezultat
programme-act-country = Adăugați o țară
programme-act-translation = Adăugați titlul în altă limbă
programme-act-closing = Încheiați programul
programme-done-new = Înregistrat.
programme-done-activity = Activitatea este planificată.
programme-done-outcome = Activitatea este înregistrată ca ținută.
programme-done-cancellation = Activitatea este înregistrată ca anulată.
programme-done-result = S-a păstrat.
programme-done-country = Țara a fost adăugată.
programme-done-translation = Titlul a fost adăugat.
programme-done-closing = Programul este încheiat.
programme-state-under_way = În curs
programme-state-closed = Încheiat
programme-activity-kick_off = Lansare
programme-activity-assessment_mission = Misiune de evaluare
programme-activity-training = Instruire
programme-activity-study_visit = Vizită de studiu
programme-activity-meeting = Ședință
programme-activity-closure = Ședință de încheiere
programme-activity-state-planned = Planificată
programme-activity-state-held = Ținută
programme-activity-state-cancelled = Anulată
programme-part-lead = Conducere
programme-part-partner = Partener
programme-part-host = Gazdă
programme-part-expert = Experți
programme-order-newest = Cele mai noi întâi
programme-order-title = După titlu
looked-programme_read = A citit programe și vizite
looked-programme_steer = A continuat un program
step-programme_opened = Un program a fost înregistrat
step-programme_titled = Titlul a fost scris în altă limbă
step-programme_joined = O țară participă
step-programme_planned = O activitate a fost planificată:
step-programme_held = O activitate a fost ținută
step-programme_cancelled = O activitate a fost anulată
step-programme_came = A rezultat ceva dintr-o activitate
step-programme_closed = Un program a fost încheiat
one-night-event-programme_opened = Un program a fost înregistrat
one-night-event-programme_titled = Titlul unui program a fost scris în altă limbă
one-night-event-programme_joined = O țară participă la un program
one-night-event-programme_planned = O activitate a fost planificată: { $detail }
one-night-event-programme_held = O activitate a fost ținută
one-night-event-programme_cancelled = O activitate a fost anulată
one-night-event-programme_came = A rezultat ceva dintr-o activitate
one-night-event-programme_closed = Un program a fost încheiat
refusal-PRG-01 = Nimic nu s-a schimbat
    .rule = Acest program este încheiat. Nu i se mai adaugă nimic.
    .way1 = Scrieți ce a rezultat din activități sau deschideți alt program.
refusal-PRG-02 = Nimic nu s-a schimbat
    .rule = Programul nu are o astfel de activitate în această stare.
    .way1 = Alegeți una din listă.
refusal-PRG-03 = Nimic nu s-a schimbat
    .rule = Ultima zi este înaintea primei zile.
    .way1 = Scrieți o ultimă zi mai târzie.
refusal-PRG-04 = Nimic nu s-a schimbat
    .rule = Aceste zile sunt în afara zilelor programului.
    .way1 = Scrieți zile din intervalul programului.
refusal-PRG-05 = Nimic nu s-a schimbat
    .rule = Aceasta încă nu a avut loc. Se consideră că a avut loc abia după ce începe ultima zi.
    .way1 = Înregistrați atunci.
refusal-PRG-06 = Nimic nu s-a schimbat
    .rule = Aceasta este deja înregistrată.
    .way1 = Alegeți altceva.
refusal-PRG-07 = Nimic nu s-a schimbat
    .rule = Nu există un astfel de rezultat.
    .way1 = Alegeți unul din listă.
refusal-PRG-08 = Nimic nu s-a schimbat
    .rule = O activitate este încă planificată.
    .way1 = Scrieți întâi dacă a fost ținută sau anulată.
