## Machine-made wording: not yet confirmed by a person.
one-night-title = O noapte
one-night-heading = O noapte, un caz, trei ecrane
one-night-step = Pasul { $n } din 8
one-night-story = Tiltas poartă cazul unei persoane traficate între cei care o ajută. La ora 01:20 un ofițer de frontieră găsește o femeie într-un microbuz. Îi e frică de un bărbat, care nu trebuie să afle unde doarme. Până dimineață are nevoie de un pat, apoi de un medic și de un avocat. Trei oameni lucrează la cazul ei și niciunul nu vede totul. <b>Ce e plin se vede. Ce e hașurat nu se arată și spune de ce.</b>
one-night-so-far = Noaptea până acum
one-night-shapes = Cercul plin este făcut. Inelul așteaptă. Partea punctată nu e încă construită.
one-night-go-night = O noapte
one-night-go-roles = Roluri
one-night-go-journal = Jurnal

one-night-station-found = Găsită
one-night-station-asked = Întrebată
one-night-station-said = Ce spune ea
one-night-station-sent = Trimis
one-night-station-acknowledged = Confir­mat
one-night-station-answered = Răspuns
one-night-station-sheltered = Adăpostită
one-night-station-outcome = Rezultat
one-night-note-found = { $time }, într-un microbuz
one-night-note-asked = { $time }, singură cu ofițerul
one-night-note-said = { $time }, adăpost da, anchetator nu
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
one-night-now-found = Stă în lumina postului. Nimeni nu a întrebat-o încă nimic.
one-night-standing-asked = Acum, { $now }: întrebată.
one-night-now-asked = Singură cu ofițerul, cu un interpret independent la telefon. Ce a răspuns se păstrează o dată și nu se mai întreabă.
one-night-standing-said = Acum, { $now }: a spus ce vrea.
one-night-now-said = Un adăpost, da. Poliția, nu în noaptea aceasta. Nimic nu a plecat încă din post.
one-night-standing-sent = Acum, { $now }: trimis.
one-night-now-sent = { $name } ține locul { $place }. Datorează un semn până la { $acknowledge } și un răspuns până la { $answer }.
one-night-standing-acknowledged = Acum, { $now }: confirmat.
one-night-now-acknowledged = { $name } a fost anunțat, și asta contează. Datorează un răspuns până la { $answer }.
one-night-standing-silent = Acum, { $now }: niciun răspuns.
one-night-now-silent = { $name } datora unul până la { $answer }. Tăcerea a urcat; fiecare treaptă are în față telefonul de serviciu. Se mai poate răspunde.
one-night-standing-refused = Acum, { $now }: refuzat.
one-night-now-refused = { $name } spune: { $reason }. Accesul său s-a încheiat, locul e din nou liber. Se potrivește apoi: { $next }, la o apăsare distanță.
one-night-standing-refused-nobody = Acum, { $now }: refuzat.
one-night-now-refused-nobody = { $name } spune: { $reason }. Nicio altă casă cu loc liber nu i se potrivește acum: sunați echipa teritorială.
one-night-standing-expired = Acum, { $now }: nu a răspuns nimeni.
one-night-now-expired = Referirea către { $name } a expirat, și accesul odată cu ea. Se potrivește apoi: { $next }.
one-night-standing-accepted = Acum, { $now }: acceptat.
one-night-now-accepted = { $name } dă locul { $place }. Ofițerul o poate aduce.
one-night-standing-led = Acum, { $now }: conducerea a trecut.
one-night-now-led = Podul Alb merge mai departe cu ea. Ofițerul vede ce s-a întâmplat, dar nu mai vede unde este.
one-night-standing-sheltered = Acum, { $now }: adăpostită.
one-night-now-sheltered = Este în locul { $place } la { $name }. Ușa e închisă, iar el nu o știe.
one-night-standing-outcome = Acum, { $now }: rezultatul s-a întors.
one-night-now-outcome = Ofițerul citește ce s-a întâmplat cu ea, iar { $name } continuă ajutorul.
one-night-standing-taken-back = Acum, { $now }: și-a retras acordul.
one-night-now-taken-back = Ce se sprijinea pe acordul ei s-a încheiat. Toți cei care au avut datele sunt rugați să le șteargă și să o spună.
one-night-standing-taken-back-nobody = Acum, { $now }: și-a retras acordul.
one-night-now-taken-back-nobody = Nimic nu plecase din post, deci nimeni nu are ce șterge.
one-night-standing-taken-back-confirmed = Acum, { $now }: toți cei rugați au răspuns.
one-night-now-taken-back-confirmed = Că un lucru a fost văzut nu se poate desface și nimeni nu promite asta.

one-night-press-next = Pasul următor
one-night-press-wait = Să treacă 4 ore
one-night-press-no = Spune nu
one-night-press-change = Schimbă baza de date
one-night-press-take-back = Ea își retrage acordul
one-night-press-again = Noaptea de la început
one-night-does-wait = Nimeni nu răspunde. Vedeți la cine ajunge tăcerea.
one-night-does-no = Adăpostul refuză. Vedeți motivul și cine se potrivește apoi.
one-night-does-change = Un octet dintr-o copie. Vedeți ce eveniment este numit.
one-night-does-take-back = Vedeți cine a fost rugat și cine a răspuns.
one-night-does-again = O noapte nouă începe la 01:20, cu un caz nou.
one-night-shut-next = Noaptea s-a încheiat.
one-night-shut-wait = Se deschide când o referire așteaptă răspuns.
one-night-shut-no = Se deschide când o referire așteaptă răspuns.
one-night-shut-change = Nu acum.
one-night-shut-take-back = Se deschide după ce ea a spus da unui adăpost.
one-night-shut-again = Nu acum.
one-night-scene-ask = Ofițerul o întreabă, singură, cu interpret.
one-night-scene-say = Ea spune ce vrea și de cine îi e frică.
one-night-scene-send = O referire pleacă la { $name }, pentru noaptea aceasta, și ține un loc.
one-night-scene-ring = Ofițerul sună la telefonul de serviciu al { $name }.
one-night-scene-accept = { $name } acceptă și dă un loc.
one-night-scene-lead = Podul Alb preia conducerea cazului ei.
one-night-scene-arrive = Ea ajunge la { $name }.
one-night-scene-outcome = Dimineața { $name } îi spune ofițerului ce s-a întâmplat.
one-night-scene-confirm = { $name } confirmă că a șters ce avea.
one-night-scene-over = Noaptea s-a încheiat.

one-night-silence = La cine ajunge tăcerea
one-night-climb-sender = Expeditorul
one-night-climb-supervisor = Supervizorul
one-night-climb-contact_point = Punctul de contact
one-night-climb-national_unit = Unitatea națională
one-night-climbed = { $time }, { $name }, { $phone }
one-night-removal-asked = <b>{ $name }</b>: rugat să șteargă ce are. Nu a răspuns încă.
one-night-removal-confirmed = <b>{ $name }</b>: a confirmat la { $time }.
one-night-reason-outside_mandate = în afara mandatului său
one-night-reason-does_not_fit = casa nu i se potrivește
one-night-reason-not_safe = nu e sigur acolo în noaptea aceasta
one-night-reason-other = alt motiv, în cuvintele sale

one-night-spoken = Numele rostit: echipele vorbesc despre ea fără să o numească. Aceleași nouă rânduri pe fiecare ecran.
one-night-deck = Puntea unește două ecrane unde ceva a fost transmis; un zid îl desparte pe al treilea.
one-night-tab-officer = Ofițer
one-night-tab-shelter = Adăpost
one-night-tab-police = Poliție
one-night-who-officer = { $organisation }. A găsit-o, cere un loc.
one-night-who-shelter = { $organisation }, un adăpost. Îi poate da un loc.
one-night-who-police = { $organisation }. Conduce dosarul despre microbuz.
one-night-sees = Vede { $open } din 9, { $kept } nu se arată
one-night-sees-sealed = Vede { $open } din 9, { $sealed } sigilat
one-night-sees-all = Vede 9 din 9
one-night-sees-nothing = Vede 0 din 9: nu știe că există un caz
one-night-just-now = chiar acum
one-night-just-now-kept = (Chiar acum.)
one-night-not-yet = Încă nu s-a spus.
one-night-unknown-officer = Cazul nu ține de acest ecran.
one-night-unknown-shelter = Aici nu s-a trimis nimic.
one-night-unknown-ended = Nu a fost preluat aici: accesul s-a încheiat.
one-night-unknown-police = Aici nu s-a spus nimic.
one-night-existence-adult = O persoană adultă. Dosarul despre microbuz nu are nevoie de mai mult.
one-night-existence-child = Un copil. Dosarul despre microbuz nu are nevoie de mai mult.
one-night-existence-unsure = O persoană, poate copil, tratată ca un copil. Dosarul despre microbuz nu are nevoie de mai mult.
one-night-through = Numai prin punctul de contact, { $phone }.
one-night-screened = Evaluarea dumneavoastră, { $time }: { PLURAL($signs) ->
    [one] { $signs } semn
    [few] { $signs } semne
   *[other] { $signs } de semne
}, dintre care puternice: { $strong }.
one-night-advice-refer = Sfatul a fost să fie referită. O persoană a decis.
one-night-advice-wait = Sfatul nu a ajuns la o referire. O persoană decide.

one-night-line-name = Numele ei
one-night-line-person = Cine este
one-night-line-reach = Cum se ajunge la ea
one-night-line-feared = De cine îi e frică
one-night-line-health = Sănătate
one-night-line-story = Ce i s-a întâmplat
one-night-line-where = Unde este
one-night-line-ground = Temei juridic
one-night-line-say = Ce spune ea

one-night-ground-lead = Primul ajutor al unei autorități: conduceți cazul.
one-night-ground-recorded = Dumneavoastră l-ați înregistrat. Acum conduce altcineva.
one-night-ground-existence = Conduceți procedura despre microbuz: că există cazul și nimic mai mult.
one-night-law-consent = Consimțământul ei
one-night-law-vital_interest = Viața ei sau a altcuiva
one-night-law-child_protection = Protecția unui copil
one-night-rests = Transmis pe temeiul: { $ground }, { $article }, pentru sănătate { $health }. Până la { $until }.
one-night-rested = Încheiat. A fost transmis pe temeiul: { $ground }, { $article }, pentru sănătate { $health }.
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
one-night-service-psychosocial = cineva cu care să vorbească
one-night-service-interpretation = interpret
one-night-service-transport = însoțire
one-night-service-social_assistance = asistență socială
one-night-service-case_management = managementul cazului

one-night-next = <b>Urmează:</b>
one-night-next-officer-ask = întrebați-o, când sunteți singuri cu ea.
one-night-next-officer-say = întrebați ce vrea și de cine îi e frică.
one-night-next-officer-send = cereți un loc. Ce pleacă stă lângă ce rămâne.
one-night-next-officer-ring = sunați la { $name }. Răspunsul este datorat până la { $time }.
one-night-next-officer-accept = așteptați. { $name } răspunde până la { $time }. Tăcerea urcă: la dumneavoastră, la supervizor, la punctul de contact, la unitatea națională.
one-night-next-officer-lead = oferiți conducerea celor care merg mai departe cu ea.
one-night-next-officer-arrive = nu aveți nimic de făcut. Aflați când a ajuns.
one-night-next-officer-outcome = nu aveți nimic de făcut. Rezultatul se întoarce la dumneavoastră.
one-night-next-officer-confirm = așteptați-i pe cei rugați să șteargă.
one-night-next-officer-over = nu aveți nimic de făcut.
one-night-next-shelter-unknown = aici nu e nimic de făcut.
one-night-next-shelter-ask = aici nu e nimic de făcut.
one-night-next-shelter-say = aici nu e nimic de făcut.
one-night-next-shelter-send = aici nu e nimic de făcut.
one-night-next-shelter-ring = acceptați, întrebați, refuzați sau spuneți că nu e loc. Locul { $place } este ținut până la { $time }, când se așteaptă răspunsul.
one-night-next-shelter-accept = acceptați, întrebați, refuzați sau spuneți că nu e loc. Locul { $place } este ținut până la { $time }, când se așteaptă răspunsul.
one-night-next-shelter-lead = așteptați-o. Ofițerul o aduce.
one-night-next-shelter-arrive = așteptați-o. Notați când a ajuns.
one-night-next-shelter-outcome = spuneți-i ofițerului ce s-a întâmplat.
one-night-next-shelter-confirm = ștergeți ce aveți și confirmați.
one-night-next-shelter-over = nu aveți nimic de făcut.
one-night-next-police-unknown = aici nu e nimic de făcut.
one-night-next-police-nothing = nu aveți nimic de făcut. Ca să știți mai mult, întrebați-o prin punctul de contact. „Nu” este un răspuns întreg.

one-night-journal = Ce tocmai a înregistrat jurnalul
one-night-journal-how = Un rând pe eveniment, cel mai nou primul. În dreapta, sigiliul său și cel pe care îl urmează. Ce e hașurat se citește numai cu cheia acestui caz.
one-night-class-identity = identitate
one-night-class-contact = contact
one-night-class-health = sănătate
one-night-class-narrative = istorisire
one-night-class-operational = mesaje
one-night-checked = <b>Jurnal verificat la { $time }: întreg.</b> Evenimente: { $events }. Capătul este semnat la evenimentul { $signed }; { PLURAL($unproven) ->
    [one] { $unproven } eveniment mai nou nu este dovedit
    [few] { $unproven } evenimente mai noi nu sunt dovedite
   *[other] { $unproven } de evenimente mai noi nu sunt dovedite
} până la următoarea semnătură.
one-night-broken = <b>Jurnalul nu este întreg.</b> Primul eveniment care nu e cum a fost scris: { $position } ({ $what }).
one-night-changed = <b>Un octet al evenimentului { $position } a fost schimbat într-o copie.</b> Verificatorul numește evenimentul { $named }: { $what }. Jurnalul adevărat a fost doar citit și este întreg.
one-night-unseen = <b>Un octet al evenimentului { $position } a fost schimbat într-o copie, iar verificatorul nu l-a văzut.</b> Așa ceva nu are voie să se întâmple: spuneți-ne.
one-night-tampering-edited = schimbat după ce a fost scris
one-night-tampering-removed = scos
one-night-tampering-reordered = mutat în alt loc
one-night-tampering-cut-off = tăiat la capăt
one-night-tampering-added = adăugat după capăt
one-night-risk-low = scăzut
one-night-risk-medium = mediu
one-night-risk-high = ridicat
one-night-risk-imminent = răul poate veni îndată
one-night-decision-refer = referire
one-night-decision-gave_number = a primit numărul
one-night-decision-no_case = nu se vede un caz
one-night-ended-withdrawn = retrasă de expeditor
one-night-ended-taken_back = acord retras
one-night-ended-refused = nepreluată
one-night-ended-expired = expirată

one-night-event-signal = Sesizare înregistrată, începe un dosar
one-night-event-told = Notat: { $detail }
one-night-event-corrected = Corectat: { $detail }. Valoarea veche rămâne, sigilată
one-night-event-described = Cine este, cât au nevoie regulile
one-night-event-screening-started = Evaluare începută
one-night-event-screening-answered = Evaluare: { PLURAL($count) ->
    [one] { $count } răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}
one-night-event-screening-concluded = Evaluare încheiată: { $detail }
one-night-event-risk = Risc { $detail }. Persoane temute: { $count }
one-night-event-note = Notă adăugată
one-night-event-said-service = Ce spune persoana: { $name }: { $detail }
one-night-event-said-organisation = Ce spune persoana: { $name }: { $detail }
one-night-event-said-police = Ce spune persoana: poliție: { $detail }
one-night-event-taken-back = Acord retras: ce se sprijinea pe el se încheie
one-night-event-disclosed = Transmis către { $name }: { PLURAL($count) ->
    [one] { $count } câmp
    [few] { $count } câmpuri
   *[other] { $count } de câmpuri
}, cu temei, cu ce spune persoana și cu ultima zi
one-night-event-disclosure-ended = Transmitere încheiată: { $detail }
one-night-event-task-child = { $name } datorează un anunț protecției copilului
one-night-event-task-correction = { $name } este rugat să preia o corectare
one-night-event-task-removal = { $name } este rugat să șteargă ce are
one-night-event-task-incident = { $name } datorează un raport de incident
one-night-event-task-done = Făcut de { $name }
one-night-event-joined = { $name } participă
one-night-event-joined-proceeding = { $name } poate ști că există cazul și nimic mai mult
one-night-event-left = { $name } nu mai participă
one-night-event-lead-offered = Conducere oferită către { $name }
one-night-event-lead-accepted = Conducere preluată de { $name }
one-night-event-lead-declined = Conducere refuzată de { $name }
one-night-event-urgency = Cât de curând, spus din nou
one-night-event-forgotten = Un dosar este uitat; cheia sa este distrusă
one-night-event-drafted = Ciornă de referire
one-night-event-sent = Referire trimisă către { $name }
one-night-event-acknowledged = Referire confirmată
one-night-event-acknowledged-phone = Referire confirmată: anunț la telefon
one-night-event-question = Destinatarul întreabă mai întâi
one-night-event-question-answered = S-a răspuns la întrebare
one-night-event-accepted = Referire acceptată
one-night-event-refused = Referire refuzată
one-night-event-no-capacity = Acolo nu e loc
one-night-event-started = Serviciul începe
one-night-event-completed = Rezultat spus expeditorului
one-night-event-service-ended = Serviciul nu a putut fi dat
one-night-event-withdrawn = Referire retrasă
one-night-event-expired = Referire expirată fără răspuns
one-night-event-climbed-sender = Tăcerea a ajuns la expeditor, { $name }
one-night-event-climbed-supervisor = Tăcerea a ajuns la supervizor, { $name }
one-night-event-climbed-contact-point = Tăcerea a ajuns la punctul de contact, { $name }
one-night-event-climbed-national-unit = Tăcerea a ajuns la unitatea națională
one-night-event-provider-listed = Un prestator este listat
one-night-event-provider-changed = Oferta unui prestator s-a schimbat
one-night-event-place-added = Un loc este adăugat
one-night-event-place-held = Un loc este ținut până când se așteaptă răspunsul
one-night-event-place-released = Un loc este din nou liber
one-night-event-place-taken = Un loc este ocupat
one-night-event-place-freed = Un loc este din nou liber
one-night-event-place-in-use = Un loc iese din folosință sau revine
one-night-event-registered = { $name } este înregistrat
one-night-event-member-joined = O persoană preia o funcție
one-night-event-member-left = O persoană părăsește o funcție
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
one-night-event-rule-refused = O regulă a spus nu
one-night-event-not-found = Cerut ce nu există

one-night-look = La ce să vă uitați
one-night-look-owed = Un răspuns este datorat
one-night-look-owed-how = Un loc este ținut până când se așteaptă răspunsul. Dacă nu răspunde nimeni, patru funcții află una după alta, fiecare cu telefonul de serviciu. Duratele sunt ale casei: amintesc, nu refuză nimic.
one-night-look-all = Nimeni nu vede totul
one-night-look-all-how = Fiecare rând se deschide după sarcină, temei juridic și ce spune ea. Ce nu se arată spune de ce. Fiecare deschidere, și fiecare deschidere refuzată, stă în jurnal.
one-night-look-stop = Ea poate spune stop
one-night-look-stop-how = Ne oprim, cerem tuturor celor care au datele să le șteargă și îi arătăm cine a răspuns. Că un lucru a fost văzut nu se poate desface și nimeni nu promite asta.
one-night-real = Fiecare apăsare rulează aceleași comenzi ca în folosirea reală, prin aceleași reguli, în același jurnal; numai ceasul este al demonstrației.
one-night-choose = Alegeți un rol și continuați ca una dintre persoane.
