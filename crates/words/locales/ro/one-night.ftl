## Machine-made wording: not yet confirmed by a person.
one-night-title = O noapte
one-night-heading = O noapte, un caz, trei ecrane
one-night-step = Pasul { $n } din 8
one-night-story = Tiltas duce cazul unei persoane traficate între cei care ajută. La ora 01:20 un ofițer de frontieră găsește o femeie într-un microbuz. Îi e frică de un bărbat, care nu trebuie să afle unde doarme. Până dimineață are nevoie de un pat, apoi de un medic și de un avocat. Trei oameni lucrează la acest caz și niciunul nu vede totul. <b>Ce e plin se vede. Ce e hașurat nu se arată și spune de ce.</b>
one-night-notice-full = Cincizeci de vizitatori urmăresc acum fiecare noaptea sa; mai multe nu ține acest calculator. Priviți aici începutul și apăsați din nou peste câteva minute.
one-night-notice-ended = Noaptea dumneavoastră nu a fost folosită o jumătate de oră și s-a încheiat; nu se păstrează nimic. Iată din nou începutul.
one-night-so-far = Noaptea până acum
one-night-shapes = Cercul plin este făcut. Inelul așteaptă. Partea punctată nu este încă gata.
one-night-go-journal = Jurnal

one-night-station-found = Găsită
one-night-station-asked = Întrebată
one-night-station-said = Consimțământ
one-night-station-sent = Trimis
one-night-station-acknowledged = Confir­mat
one-night-station-answered = Răspuns
one-night-station-sheltered = Adăpostită
one-night-station-outcome = Rezultat
one-night-note-found = { $time }, într-un microbuz
one-night-note-asked = { $time }, fără altcineva de față
one-night-note-said = { $time }, adăpost da, ofițer de urmărire penală nu
one-night-note-sent = { $time }, urgență: în noaptea aceasta
one-night-note-by-phone = { $time }, la telefon
one-night-note-due = până la { $time }
one-night-note-accepted = { $time }, da
one-night-note-refused = { $time }, refuzat
one-night-note-no-capacity = { $time }, fără loc
one-night-note-expired = { $time }, nu a răspuns nimeni
one-night-note-sheltered = { $time }
one-night-note-outcome = { $time }, la ofițer
one-night-note-outcome-to = înapoi la ofițer

one-night-standing-found = Acum, { $now }: găsită.
one-night-now-found = Este în fața postului. Nimeni nu a întrebat-o încă nimic.
one-night-standing-asked = Acum, { $now }: întrebată.
one-night-now-asked = A vorbit numai cu ofițerul, cu un interpret independent la telefon. Ce a răspuns se păstrează o dată și nu se mai întreabă.
one-night-standing-said = Acum, { $now }: a spus ce vrea.
one-night-now-said = Un adăpost, da. Poliția, nu în noaptea aceasta. Nimic nu a plecat încă din post.
one-night-standing-sent = Acum, { $now }: trimis.
one-night-now-sent = { $name } are rezervat locul { $place }. Confirmarea se așteaptă până la { $acknowledge }, răspunsul până la { $answer }.
one-night-standing-acknowledged = Acum, { $now }: confirmat.
one-night-now-acknowledged = { $name } știe, prin telefon, și asta contează. Răspunsul se așteaptă până la { $answer }.
one-night-standing-silent = Acum, { $now }: niciun răspuns.
one-night-now-silent = Răspunsul de la { $name } se aștepta până la { $answer }. Referirea a trecut la nivelul următor; fiecare nivel arată telefonul de gardă. Se mai poate răspunde.
one-night-standing-refused = Acum, { $now }: refuzat.
one-night-now-refused = { $name } spune: { $reason }. Accesul s-a încheiat, locul este din nou liber. Următorul prestator potrivit: { $next }, la o apăsare distanță.
one-night-standing-refused-nobody = Acum, { $now }: refuzat.
one-night-now-refused-nobody = { $name } spune: { $reason }. Niciun alt centru cu loc liber nu corespunde acum: sunați echipa multidisciplinară teritorială.
one-night-standing-expired = Acum, { $now }: nu a răspuns nimeni.
one-night-now-expired = Referirea către { $name } a expirat, iar accesul s-a încheiat. Următorul prestator potrivit: { $next }.
one-night-standing-accepted = Acum, { $now }: acceptat.
one-night-now-accepted = { $name } dă locul { $place }. Ofițerul o poate aduce.
one-night-standing-led = Acum, { $now }: coordonarea s-a transferat.
one-night-now-led = Podul Alb coordonează cazul de acum. Ofițerul vede rezultatul, dar nu mai vede unde se află femeia.
one-night-standing-sheltered = Acum, { $now }: adăpostită.
one-night-now-sheltered = Este în locul { $place } la { $name }. Ușa este închisă, iar bărbatul nu știe unde este.
one-night-standing-outcome = Acum, { $now }: rezultatul s-a întors.
one-night-now-outcome = Ofițerul citește rezultatul, iar { $name } continuă ajutorul.
one-night-standing-taken-back = Acum, { $now }: și-a retras consimțământul.
one-night-now-taken-back = Ce se baza pe consimțământ s-a încheiat. Toți cei care au avut datele sunt rugați să le șteargă și să confirme.
one-night-standing-taken-back-nobody = Acum, { $now }: și-a retras consimțământul.
one-night-now-taken-back-nobody = Nimic nu plecase din post, deci nimeni nu are ce șterge.
one-night-standing-taken-back-confirmed = Acum, { $now }: toți cei rugați au răspuns.
one-night-now-taken-back-confirmed = Că un lucru a fost văzut nu se poate anula și nimeni nu promite asta.

one-night-press-next = Treceți la pasul următor
one-night-press-wait = Lăsați să treacă 4 ore
one-night-press-no = Refuzați
one-night-press-change = Schimbați baza de date
one-night-press-take-back = Retrageți consimțământul
one-night-press-again = Începeți noaptea din nou
one-night-does-wait = Nimeni nu răspunde. Vedeți la cine trece referirea.
one-night-does-no = Adăpostul refuză. Vedeți motivul și următorul prestator potrivit.
one-night-does-change = Un octet dintr-o copie. Vedeți ce eveniment este numit.
one-night-does-take-back = Vedeți cine a fost rugat și cine a răspuns.
one-night-does-again = Noaptea începe din nou la 01:20. Ce ați văzut nu se păstrează.
one-night-shut-next = Noaptea s-a încheiat.
one-night-shut-wait = Se deschide când o referire așteaptă răspuns.
one-night-shut-no = Se deschide când o referire așteaptă răspuns.
one-night-shut-change = Nu acum.
one-night-shut-take-back = Se deschide după ce a acceptat un adăpost.
one-night-scene-ask = Ofițerul o întreabă, fără altcineva de față, cu interpret.
one-night-scene-say = Femeia spune ce vrea și de cine îi e frică.
one-night-scene-send = O referire pleacă la { $name }, pentru noaptea aceasta, și rezervă un loc.
one-night-scene-ring = Ofițerul sună la telefonul de gardă de la { $name }.
one-night-scene-accept = { $name } acceptă și dă un loc.
one-night-scene-lead = Podul Alb preia coordonarea cazului.
one-night-scene-arrive = Femeia ajunge la { $name }.
one-night-scene-outcome = Dimineața { $name } îi spune ofițerului rezultatul.
one-night-scene-confirm = { $name } confirmă că a șters ce avea.
one-night-scene-over = Noaptea s-a încheiat.

one-night-no-reply = Fără răspuns: trece la nivelul următor
one-night-escalation-sender = Expeditorul
one-night-escalation-supervisor = Superiorul
one-night-escalation-contact_point = Punctul de contact
one-night-escalation-national_unit = Unitatea Națională de Coordonare
one-night-escalated = { $time }, { $name }, { $number }
one-night-removal-asked = <b>{ $name }</b>: cerere de ștergere. Încă fără răspuns.
one-night-removal-confirmed = <b>{ $name }</b>: a confirmat la { $time }.
one-night-reason-outside_mandate = în afara competenței
one-night-reason-does_not_fit = nu corespunde necesităților
one-night-reason-not_safe = nu este sigur acolo în noaptea aceasta
one-night-reason-other = alt motiv, în cuvinte

one-night-spoken = Numele de lucru: echipele vorbesc despre caz fără să numească persoana. Aceleași nouă rânduri pe fiecare ecran.
one-night-deck = Două ecrane sunt unite unde ceva a fost transmis; al treilea rămâne separat.
one-night-tab-officer = Ofițer
one-night-tab-shelter = Adăpost
one-night-tab-police = Poliție
one-night-who-officer = { $organisation }. A găsit-o, cere un loc.
one-night-who-shelter = { $organisation }, un adăpost. Îi poate da un loc.
one-night-who-police = { $organisation }. Conduce dosarul despre microbuz.
one-night-sees = Vede { $open } din 9, { $kept } nu se arată
one-night-sees-sealed = Vede { $open } din 9, { $sealed } protejat
one-night-sees-all = Vede 9 din 9
one-night-sees-ended = Vede 0 din 9: accesul său s-a încheiat
one-night-sees-nothing = Vede 0 din 9: nu știe că există un caz
one-night-just-now = chiar acum
one-night-just-now-kept = (Chiar acum.)
one-night-not-yet = Încă neînregistrat.
one-night-unknown-officer = Cazul nu ține de acest ecran.
one-night-unknown-shelter = Aici nu s-a trimis nimic.
one-night-unknown-ended = Nu a fost preluat aici: accesul s-a încheiat.
one-night-unknown-police = Aici nu s-a spus nimic.
one-night-statement = Declarație la poliție
one-night-statement-how = Persoana hotărăște, în orice zi, cu un avocat dacă dorește. „Nu” este un răspuns deplin, iar ajutorul nu depinde de el.
one-night-duty = Obligația de sesizare a ofițerului
one-night-duty-how = Este obligația proprie a ofițerului și privește infracțiunea, nu ce s-a spus pentru protecție. Tiltas o amintește; nu trimite nimic.
one-night-duty-source = Sursa: { $source }.
one-night-through = Numai prin punctul de contact, { $number }.
one-night-screened = Evaluarea dumneavoastră primară, { $time }: { PLURAL($signs) ->
    [one] { $signs } indicator
    [few] { $signs } indicatori
   *[other] { $signs } de indicatori
}, dintre care puternici: { $strong }.
one-night-advice-refer = Recomandarea a fost referirea. O persoană a decis.
one-night-advice-wait = Recomandarea nu a fost referirea. O persoană decide.

one-night-line-name = Nume
one-night-line-person = Persoană
one-night-line-reach = Contact sigur
one-night-line-feared = Persoane de temut
one-night-line-health = Sănătate
one-night-line-story = Relatare
one-night-line-where = Unde se află
one-night-line-ground = Temei juridic
one-night-line-say = Consimțământ

one-night-ground-lead = Primul ajutor al unei autorități: coordonați cazul.
one-night-ground-recorded = Ați înregistrat cazul. Acum coordonează altcineva.
one-night-ground-existence = Conduceți cauza penală despre microbuz: că există cazul și nimic mai mult.
one-night-law-consent = Consimțământ
one-night-law-vital_interest = Pericol pentru viață
one-night-law-child_protection = Protecția unui copil
one-night-law-public_task = Obligația de coordonare
one-night-rests = Transmis pe temeiul: { $ground }, { $article }, pentru sănătate { $health }. Până la { $until }.
one-night-rested = Transmitere încheiată. Temeiul a fost: { $ground }, { $article }, pentru sănătate { $health }.
one-night-said-yes = <b>Da</b> pentru { $list }.
one-night-said-no = <b>Nu</b> pentru { $list }, în noaptea aceasta.
one-night-said-back = <b>Retras:</b> { $list }.
one-night-until = Până la { $until }.
one-night-any-day = Se poate răzgândi în orice zi.
one-night-to-you = dumneavoastră
one-night-to-police = poliție
one-night-service-shelter = adăpost
one-night-service-medical = medic
one-night-service-legal_aid = asistență juridică
one-night-service-psychosocial = asistență psihologică
one-night-service-interpretation = interpret
one-night-service-transport = însoțire
one-night-service-social_assistance = asistență socială
one-night-service-case_management = management de caz

one-night-next = <b>Urmează:</b>
one-night-next-officer-ask = întrebați-o, fără altcineva de față.
one-night-next-officer-say = întrebați ce vrea și de cine îi e frică.
one-night-next-officer-send = cereți un loc. Vedeți alături ce se transmite și ce rămâne.
one-night-next-officer-ring = sunați la { $name }. Răspunsul se așteaptă până la { $time }.
one-night-next-officer-accept = așteptați. { $name } răspunde până la { $time }. Fără răspuns, referirea trece la dumneavoastră, la superior, la punctul de contact, la Unitatea Națională de Coordonare.
one-night-next-officer-lead = oferiți coordonarea celor care continuă cazul.
one-night-next-officer-arrive = nu aveți nimic de făcut. Aflați când a ajuns.
one-night-next-officer-outcome = nu aveți nimic de făcut. Rezultatul se întoarce la dumneavoastră.
one-night-next-officer-confirm = așteptați-i pe cei rugați să șteargă.
one-night-next-officer-over = nu aveți nimic de făcut.
one-night-next-shelter-unknown = aici nu e nimic de făcut.
one-night-next-shelter-ask = aici nu e nimic de făcut.
one-night-next-shelter-say = aici nu e nimic de făcut.
one-night-next-shelter-send = aici nu e nimic de făcut.
one-night-next-shelter-ring = acceptați, întrebați, refuzați sau răspundeți că nu este loc. Locul { $place } este rezervat până la { $time }, când se așteaptă răspunsul.
one-night-next-shelter-accept = acceptați, întrebați, refuzați sau răspundeți că nu este loc. Locul { $place } este rezervat până la { $time }, când se așteaptă răspunsul.
one-night-next-shelter-lead = așteptați-o. Ofițerul o aduce.
one-night-next-shelter-arrive = așteptați-o. Notați când a ajuns.
one-night-next-shelter-outcome = spuneți-i ofițerului rezultatul.
one-night-next-shelter-confirm = ștergeți ce aveți și confirmați.
one-night-next-shelter-over = nu aveți nimic de făcut.
one-night-next-police-unknown = aici nu e nimic de făcut.
one-night-next-police-nothing = nu aveți nimic de făcut. Ca să știți mai mult, întrebați-o prin punctul de contact. „Nu” este un răspuns suficient.

one-night-journal = Ce tocmai a înregistrat jurnalul
one-night-journal-how = Un rând pe eveniment, cel mai nou primul. În dreapta, semnătura sa și cea pe care o urmează. Ce este hașurat se citește numai cu cheia acestui caz.
one-night-class-identity = identitate
one-night-class-contact = contact
one-night-class-health = sănătate
one-night-class-narrative = relatare
one-night-class-operational = mesaje
one-night-checked = <b>Jurnal verificat la { $time }: fără modificări.</b> Evenimente: { $events }. Capătul este semnat la evenimentul { $signed }; { PLURAL($unproven) ->
    [one] { $unproven } eveniment mai nou nu este dovedit
    [few] { $unproven } evenimente mai noi nu sunt dovedite
   *[other] { $unproven } de evenimente mai noi nu sunt dovedite
} până la următoarea semnătură.
one-night-broken = <b>Jurnalul a fost modificat.</b> Primul eveniment care nu este cum a fost scris: { $position } ({ $what }).
one-night-changed = <b>Un octet al evenimentului { $position } a fost schimbat într-o copie.</b> Verificatorul numește evenimentul { $named }: { $what }. Jurnalul adevărat a fost doar citit și nu este modificat.
one-night-unseen = <b>Un octet al evenimentului { $position } a fost schimbat într-o copie, iar verificatorul nu l-a văzut.</b> Este un defect: spuneți-ne.
one-night-tampering-edited = schimbat după ce a fost scris
one-night-tampering-removed = scos
one-night-tampering-reordered = mutat în alt loc
one-night-tampering-cut-off = tăiat la capăt
one-night-tampering-added = adăugat după capăt
one-night-tampering-forged = nu provine de la acest nod
one-night-tampering-out-of-step = nu continuă numerotarea dosarului său
one-night-tampering-hidden = lipsește dintr-un index
one-night-risk-low = scăzut
one-night-risk-medium = mediu
one-night-risk-high = ridicat
one-night-risk-imminent = pericol imediat
one-night-decision-refer = referire
one-night-decision-gave_number = a primit numărul liniei fierbinți
one-night-decision-no_case = fără indicatori
one-night-ended-withdrawn = retrasă de expeditor
one-night-ended-taken_back = consimțământ retras
one-night-ended-refused = nepreluată
one-night-ended-expired = expirată
one-night-ended-finished = serviciu încheiat
one-night-ended-failed = neacordat
one-night-ended-lead_passed = conducerea a trecut

one-night-event-signal = Sesizare înregistrată, începe un dosar
one-night-event-told = Înregistrat: { $detail }
one-night-event-corrected = Corectat: { $detail }. Valoarea veche rămâne, protejată
one-night-event-described = Persoana: ce este necesar pentru reguli
one-night-event-screening_started = Evaluare primară începută
one-night-event-screening_answered = Evaluare primară: { PLURAL($count) ->
    [one] { $count } răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}
one-night-event-screening_concluded = Evaluare primară încheiată: { $detail }
one-night-event-risk = Risc { $detail }. Persoane temute: { $count }
one-night-event-note_own_words = Notă adăugată, cu cuvintele persoanei
one-night-event-note = Notă adăugată
one-night-event-said = Consimțământ: { $detail }: { $more }
one-night-event-taken_back = Consimțământ retras: ce se baza pe el se încheie
one-night-event-disclosed = Transmis către { $name }: { PLURAL($count) ->
    [one] { $count } câmp
    [few] { $count } câmpuri
   *[other] { $count } de câmpuri
}, cu temei, consimțământ și ultima zi
one-night-event-disclosure_ended = Transmitere încheiată: { $detail }
one-night-event-disclosure_shortened = Transmitere scurtată către { $name }
one-night-event-disclosure_narrowed = Se transmit mai puține date către { $name }
one-night-event-task-child = Sarcină pentru { $name }: înștiințarea autorității tutelare
one-night-event-task-correction = Cerere către { $name }: preluarea unei corectări
one-night-event-task-removal = Cerere de ștergere către { $name }
one-night-event-task-incident = Sarcină pentru { $name }: raport de incident
one-night-event-task-done = Îndeplinit de { $name }
one-night-event-joined = { $name } participă
one-night-event-joined_proceeding = { $name } știe că există cazul și cine îl coordonează, nimic mai mult
one-night-event-left = Acces încheiat: { $name }
one-night-event-lead_offered = Coordonare oferită către { $name }
one-night-event-lead_accepted = Coordonare preluată de { $name }
one-night-event-lead_taken = Coordonare preluată fără ofertă de { $name }
one-night-event-record_ended = Adăpostul nu mai păstrează dosarul propriu
one-night-event-lead_declined = Coordonare refuzată de { $name }
one-night-event-lead_offer_ended = Oferta de coordonare pentru { $name } s-a încheiat
one-night-event-lead_offer_shortened = Oferta de coordonare pentru { $name } se încheie mai devreme
one-night-event-urgency = Urgența, schimbată
one-night-event-forgotten = Un dosar este șters definitiv; cheia sa este distrusă
one-night-event-drafted = Ciornă de referire
one-night-event-sent = Referire trimisă către { $name }
one-night-event-acknowledged = Referire confirmată
one-night-event-acknowledged-phone = Referire confirmată: înștiințare telefonică
one-night-event-question = Destinatarul cere informații suplimentare
one-night-event-question-answered = S-a răspuns la întrebare
one-night-event-accepted = Referire acceptată
one-night-event-refused = Referire refuzată
one-night-event-no-capacity = Acolo nu este loc
one-night-event-started = Serviciul începe
one-night-event-completed = Rezultat spus expeditorului
one-night-event-service-ended = Serviciul nu a putut fi acordat
one-night-event-withdrawn = Referire retrasă
one-night-event-expired = Referire expirată fără răspuns
one-night-event-place-given = A fost dat un loc
one-night-event-record_opened = Adăpostul își deschide propriul dosar
one-night-event-record_until = Cât timp își păstrează adăpostul dosarul propriu
one-night-event-task-end-service = De făcut pentru { $name }: încheierea serviciului
one-night-event-escalated-sender = Fără răspuns: înștiințare către expeditor, { $name }
one-night-event-escalated-supervisor = Transmis superiorului, { $name }
one-night-event-escalated-contact-point = Transmis punctului de contact, { $name }
one-night-event-escalated-national-unit = Transmis Unității Naționale de Coordonare
one-night-event-provider-listed = Un prestator este înregistrat
one-night-event-provider-changed = Oferta unui prestator s-a schimbat
one-night-event-place-added = Un loc este adăugat
one-night-event-place-held = Un loc este rezervat până când se așteaptă răspunsul
one-night-event-place-released = Un loc este din nou liber
one-night-event-place-taken = Un loc este ocupat
one-night-event-place-freed = Un loc este din nou liber
one-night-event-place-in-use = Un loc iese din folosință sau revine
one-night-event-registered = Organizație înregistrată: { $name }
one-night-event-function-set-up = Se înființează o funcție
one-night-event-function-changed = Se modifică o funcție
one-night-event-function-closed = Se închide o funcție
one-night-event-member-joined = O persoană preia o funcție
one-night-event-member-left = O persoană părăsește o funcție
one-night-event-member-rights = Drepturile unei persoane se schimbă sau sesiunile sale se încheie
one-night-event-opened = Deschis: { PLURAL($count) ->
    [one] { $count } câmp
    [few] { $count } câmpuri
   *[other] { $count } de câmpuri
}
one-night-event-listed = O listă de { PLURAL($count) ->
    [one] { $count } caz
    [few] { $count } cazuri
   *[other] { $count } de cazuri
}
one-night-event-denied = Cerut și nepermis: nu s-a arătat nimic
one-night-event-rule-refused = O regulă nu a permis
one-night-event-not-found = Cerut ce nu există

one-night-look = Ce să urmăriți
one-night-look-owed = Fiecare referire primește un răspuns
one-night-look-owed-how = Un loc este rezervat până la termenul răspunsului. Dacă nu răspunde nimeni, sunt anunțate pe rând patru funcții, fiecare cu telefonul de gardă. Termenele sunt propuneri: amintesc, nu blochează.
one-night-look-all = Nimeni nu vede totul
one-night-look-all-how = Fiecare rând se deschide după sarcină, temei juridic și consimțământ. Ce nu se arată spune de ce. Fiecare deschidere, și fiecare deschidere refuzată, rămâne în jurnal.
one-night-look-stop = Consimțământul poate fi retras
one-night-look-stop-how = Ne oprim, cerem tuturor celor care au datele să le șteargă și îi arătăm cine a răspuns. Că un lucru a fost văzut nu se poate anula și nimeni nu promite asta.
one-night-real = Fiecare apăsare rulează aceleași comenzi ca în folosirea reală, prin aceleași reguli, în același jurnal; numai ceasul este al demonstrației.
one-night-choose = Alegeți un rol și continuați ca una dintre persoane.
