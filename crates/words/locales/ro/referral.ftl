## Machine-made wording: not yet confirmed by a person.
referral-new = Referire nouă
referral-title = Referire
referral-about = { $person }. { $language }.
referral-services = Ce se cere
referral-update = Actualizați ce se transmite
referral-update-says = Nu se trimite nimic prin aceasta.
referral-step-who = Vedeți cine corespunde
referral-step-on = Vedeți ce va primi prestatorul
referral-step-nobody = Încă nu este ales nimeni
referral-step-what =
    { PLURAL($n) ->
        [one] Se transmite un câmp
        [few] Se transmit { $n } câmpuri
       *[other] Se transmit { $n } de câmpuri
    }
referral-keep = Păstrați ca ciornă
referral-words = Mesaj pentru { $to }
referral-words-hint = Însoțește referirea. Folosiți numele de lucru; nu scrieți altceva care identifică persoana.
referral-nobody-fits = Niciun prestator din registru nu corespunde. Sunați la punctul de contact sau la Unitatea Națională de Coordonare: necesitatea rămâne deschisă până răspunde cineva.
referral-escalation = Fără răspuns: trece la nivelul următor
referral-back = Referirea
referral-back-new = Înapoi la referire
referral-notes = Note ale celor care lucrează pe caz
referral-between = { $from } către { $to }: { $services }
referral-held = Un loc este rezervat până la { $time }; apoi se eliberează de la sine.
referral-held-place = Locul { $place } este rezervat până la { $time }; apoi se eliberează de la sine.
referral-kept = Nu s-au transmis cu această referire: { $fields }. Dacă serviciul are nevoie, adresați-vă organizației care coordonează cazul.
referral-stands = Stare
referral-now = Ce puteți face acum
referral-duty = Telefonul de gardă
referral-went = Ce s-a transmis
referral-attempts = Cine a încercat să îi contacteze și notarea unui apel
referral-happened = Istoric
referral-side = Nivelul următor și jurnalul accesărilor
referral-opened = Deschisă acolo de
referral-opened-times =
    { PLURAL($times) ->
        [one] { $last }
        [few] { $last }; de { $times } ori, prima dată { $first }
       *[other] { $last }; de { $times } de ori, prima dată { $first }
    }
referral-opened-none = Nimeni de acolo nu a deschis referirea încă.

soon-title = 1. Urgența și ce se cere
soon-about = Stabilește termenele prestatorului. Ce este completat vine din caz. Termenele sunt propuneri: amintesc, nu blochează.
soon-danger_now = Pericol acum
soon-tonight = În noaptea aceasta
soon-ordinary = Obișnuit
soon-hint-danger_now = Cineva ar putea fi rănit în următoarea oră.
soon-hint-tonight = Fără pat sigur, medicamente sau cineva alături în noaptea aceasta.
soon-hint-ordinary = Persoana este în siguranță unde se află. Este nevoie de un serviciu.
soon-clocks = Confirmare în <b>{ $acknowledge }</b>, răspuns în <b>{ $answer }</b>

fit-title = 2. Ce prestator corespunde
fit-about = Completat din caz. Prestatorii care nu corespund rămân în listă, cu motivul.
fit-caption = Prestatori, cei mai potriviți sunt primii
fit-others =
    { PLURAL($n) ->
        [one] { $n } prestator nu se potrivește, cu motivul
        [few] { $n } prestatori nu se potrivesc, fiecare cu motivul
       *[other] { $n } de prestatori nu se potrivesc, fiecare cu motivul
    }
fit-others-caption = Prestatori care nu se potrivesc și de ce
fit-column-provider = Prestator
fit-column-person = Persoană
fit-column-language = Limba
fit-column-needs = Necesități
fit-column-place = Loc în noaptea aceasta
fit-yes = corespunde
fit-part = corespunde în parte
fit-no = nu corespunde
fit-unknown = nu se știe
fit-adults-only = numai adulți
fit-children-only = numai copii
fit-age-in-doubt = vârstă incertă: se aplică procedura pentru copii
fit-no-child-with = nu primește un copil împreună cu un adult
fit-not-known = nu se știe
fit-ask = întrebați înainte de a trimite
fit-anyone = oricine
fit-women-only = numai femei
fit-men-only = numai bărbați
fit-others-only = nu primește acest gen sau această vârstă
fit-interpreter = este nevoie de interpret
fit-gives-none = nu oferă nimic din acestea
fit-without = fără: { $services }
fit-no-places = nu este nevoie de loc
fit-free =
    { PLURAL($n) ->
        [one] { $n } liber
        [few] { $n } libere
       *[other] { $n } libere
    }
fit-held =
    { PLURAL($n) ->
        [one] { $n } rezervat
        [few] { $n } rezervate
       *[other] { $n } rezervate
    }
fit-said-no = a refuzat acest caz înainte

service-shelter = cazare sigură
service-medical = un medic
service-legal_aid = asistență juridică
service-psychosocial = asistență psihologică și socială
service-interpretation = un interpret
service-transport = transport și însoțire
service-social_assistance = asistență socială, acte
service-case_management = management de caz pe termen lung

risk-level-low = Scăzut
risk-level-medium = Mediu
risk-level-high = Ridicat
risk-level-imminent = Pericol imediat
risk-channel-call = Telefon
risk-channel-write = Mesaje
risk-channel-in_person = În persoană
risk-safety-safe = sigur
risk-safety-care = cu prudență
risk-safety-no = nu
risk-safety-not_asked = neîntrebat

slip-title = 3. Ce va primi prestatorul
slip-between = Referire pentru { $services }
slip-not-sent = încă netrimisă
slip-choose = Alegeți prestatorul și actualizați: vedeți exact ce s-ar transmite.
slip-stays-rest = Numele, actele și tot ce nu este bifat
slip-stays-hint = Bifați ce le trebuie, debifați ce nu le trebuie și actualizați.
slip-agreed = persoana a acceptat
slip-missing = lipsește: consimțământul persoanei
slip-to-ask = încă de întrebat
slip-not-asked-consent = neîntrebat
slip-not-asked-vital_interest = neîntrebat: pericol
slip-not-asked-child_protection = neîntrebat: obligație legală
slip-not-asked-public_task = neîntrebat: obligația de coordonare
slip-health = Pentru sănătate: { $article }.
slip-reason = De ce nu poate aștepta
slip-reason-more = De ce nu poate aștepta, pentru interes vital
slip-reason-hint = Necesar pentru interes vital: într-o propoziție. Persoana și responsabilul cu protecția datelor o pot citi.
slip-say-none = Despre acest destinatar nu s-a întrebat încă.
slip-say-yes = Da: { $fields }.
slip-say-until = Da: { $fields }, până la <b>{ $until }</b>.
slip-said-yes = Da, pentru ce s-a transmis.
slip-for = Pentru
slip-for-help = Ajutor pentru această persoană. Nimic altceva.
slip-for-child = Protecția unui copil. Nimic altceva.
slip-pass-on = Pot transmite mai departe
slip-pass-on-nothing = Nimic, nimănui, înainte de a vă întreba.
slip-until = Până la
slip-until-hint = Zi, lună, an: 18.11.2026
slip-runs = { $until }
slip-ended = încheiat; ar fi durat până la { $until }
slip-stop = Dacă persoana își retrage consimțământul, ne oprim, cerem tuturor celor care au datele să le șteargă și îi arătăm cine a răspuns.
slip-hold = Rezervați un loc până la { $time }
slip-hold-says = Rezervarea durează până la termenul răspunsului și se încheie de la sine.
slip-cap = Locuri deja rezervate acolo: { $held }. Profilul propune cel mult { $cap } pentru o organizație.
slip-told = I-am spus astăzi persoanei cine primește aceste date și de ce, iar persoana acceptă în continuare
slip-looked = Am citit ce se transmite. Este necesar serviciului, iar persoanei i se va spune
slip-send = Trimiteți referirea
slip-send-hold = Trimiteți și rezervați locul până la { $time }
slip-ring = Noaptea, o pagină trimisă nu trezește pe nimeni. Sunați și la telefonul de gardă: <b>{ $phone }</b>.

ground-consent = Consimțământ
ground-vital_interest = Interes vital: viața sau sănătatea în pericol
ground-child_protection = Protecția unui copil
ground-public_task = Obligația de coordonare
ground-makes-required = Pe acest temei este necesar consimțământul persoanei.
ground-makes-asked = Pe acest temei persoana este întrebată; temeiul este valabil și fără consimțământ.
ground-makes-told = Persoana nu este întrebată, din cauza obligației legale sau a pericolului; i se spune.

after-title = 4. După trimitere
after-about = Noaptea, o pagină trimisă nu trezește pe nimeni. Un telefon, da.
after-phone = Telefon de gardă: { $to }
told-title = Înștiințare telefonică
told-about = Contează ca o confirmare de primire. Folosiți numele de lucru; nu spuneți altceva care identifică persoana.
told-record = Înregistrați înștiințarea
told-opens = Se deschide când referirea este trimisă.
escalation-about = Fiecare nivel arată telefonul de gardă și ce s-a încercat.
escalation-sender = Dumneavoastră
escalation-supervisor = Superiorul
escalation-contact_point = Punctul de contact
escalation-national_unit = Unitatea Națională de Coordonare
nobody-there-sender = La expeditor nu este nimeni
nobody-there-supervisor = Nu este nimeni în funcția de superior
nobody-there-contact_point = La punctul de contact nu este nimeni
nobody-there-national_unit = La Unitatea Națională de Coordonare nu este nimeni

crossing-sent = Trimisă
crossing-acknowledged = Confirmată
crossing-answered = Răspuns
crossing-started = Început
crossing-outcome = Rezultat
crossing-to = Referire către { $other }
crossing-from = Referire de la { $other }
crossing-due = până la { $time }
crossing-by-phone = { $time }, la telefon

stands-sent-draft = Păstrată ca ciornă. Nu s-a transmis nimic.
stands-sent-sent = Trimisă. Nicio confirmare încă de la { $other }.
stands-sent-acknowledged = { $other } a confirmat primirea. Încă fără răspuns.
stands-sent-question_asked = { $other } cere informații suplimentare. Se așteaptă răspunsul dumneavoastră.
stands-sent-accepted = { $other } a acceptat. Serviciul nu a început.
stands-sent-refused = { $other } a refuzat.
stands-sent-no_capacity = { $other } nu are capacitate acum. Motivul nu ține de persoană.
stands-sent-started = Serviciul este în curs la { $other }.
stands-sent-completed = Serviciul s-a încheiat la { $other }.
stands-sent-failed = { $other } nu a putut acorda serviciul.
stands-sent-withdrawn = Retrasă. { $other } nu mai poate deschide nimic din referire.
stands-sent-expired = { $other } nu a răspuns la timp și nu mai poate deschide nimic din referire.
stands-came-draft = O ciornă.
stands-came-sent = A venit de la { $other }. Confirmați primirea.
stands-came-acknowledged = Primire confirmată. { $other } așteaptă răspunsul dumneavoastră.
stands-came-question_asked = Ați cerut informații suplimentare. Se așteaptă răspunsul de la { $other }.
stands-came-accepted = Acceptată. Înregistrați când începe serviciul.
stands-came-refused = Refuzată.
stands-came-no_capacity = Fără capacitate acum.
stands-came-started = Serviciul este în curs. Rezultatul se întoarce la { $other }.
stands-came-completed = Serviciul s-a încheiat. { $other } cunoaște rezultatul.
stands-came-failed = Serviciul nu a putut fi acordat. { $other } știe.
stands-came-withdrawn = { $other } a retras-o.
stands-came-expired = Fără răspuns la timp.

next-fits =
    { PLURAL($n) ->
        [one] Următorul prestator potrivit: { $name }, { $n } loc liber.
        [few] Următorul prestator potrivit: { $name }, { $n } locuri libere.
       *[other] Următorul prestator potrivit: { $name }, { $n } de locuri libere.
    }
next-prepare = Pregătiți o referire către { $name }
next-nobody = Niciun alt prestator potrivit nu are loc. Sunați la punctul de contact sau la Unitatea Națională de Coordonare.

reason-outside_mandate = În afara competenței lor
reason-does_not_fit = Nu corespunde acolo
reason-not_safe = Nu este sigur acolo
reason-other = Alt motiv, în cuvinte
reason-ours-outside_mandate = În afara competenței noastre
reason-ours-does_not_fit = Nu corespunde aici
reason-ours-not_safe = Nu este sigur aici
reason-ours-other = Alt motiv, în cuvinte
because-wrong_receiver = A ajuns la destinatarul greșit
because-persons_wish = Persoana nu mai dorește
because-not_needed = Nu mai este nevoie
outcome-self_reliant = Trăiește independent
outcome-in_programme = Ajutorul continuă acolo
outcome-service_given = Serviciul a fost acordat în întregime
outcome-transferred = A trecut la alt prestator
outcome-lost_contact = S-a pierdut legătura
outcome-declined = Persoana a renunțat

act-acknowledge = Confirmați primirea
    .about = Expeditorul află că ați primit referirea. Nu vă obligă să acceptați.
act-answer = Răspundeți la referire
act-told-by-phone = Înștiințare telefonică
    .about = Contează ca o confirmare de primire. Folosiți numele de lucru; nu spuneți altceva care identifică persoana.
act-told-function = Cui, după funcție
act-told-function-hint = Fără nume: coordonatorul de noapte
act-told-at = La ora
act-told-at-hint = Ora: 02:12
act-reply = Răspundeți la întrebarea lor
act-reply-words = Răspunsul dumneavoastră
act-withdraw = Retrageți referirea
    .about = Destinatarul nu mai poate deschide nimic din referire, iar un loc rezervat se eliberează. Nu i se cere motivul.
act-withdraw-because = De ce
act-place = Acordați un loc
    .about = Primul loc sau altul în locul celui de dinainte. Expeditorul este înștiințat.
press-place = Acordați acest loc
done-placed = Locul este acordat. Expeditorul îl vede.
act-start = Serviciul începe
act-fail = Serviciul nu a putut fi acordat
    .about = Se întoarce imediat la expeditor, iar un loc ocupat se eliberează.
act-fail-words = Ce s-a întâmplat
act-complete = Serviciul se încheie
    .about = Rezultatul se întoarce la expeditor. Nicio decizie nu pune capăt ajutorului de la sine.
act-complete-outcome = Ce a rezultat
act-complete-words = În cuvinte, dacă este util
act-answer-what = Răspunsul dumneavoastră
act-answer-place = Ce loc
act-answer-place-hint = Când acceptați. Gol înseamnă locul rezervat sau primul liber.
act-answer-reason = De ce refuzați
act-answer-words = Mesaj pentru expeditor
act-answer-question = Întrebarea dumneavoastră
act-answer-other = Alt răspuns
answering-accept = Acceptați și dați un loc
answering-no_capacity = Fără capacitate acum
answering-refuse = Refuzați cu un motiv
answering-ask = Cereți informații suplimentare
answering-none_free = Niciun loc din casa dumneavoastră nu este liber: acum nu puteți accepta.
answering-none_free-way = Eliberați un loc
answering-hint-accept = Expeditorul află imediat.
answering-hint-no_capacity = Motivul nu ține de persoană. Expeditorul vede următorul prestator potrivit.
answering-hint-refuse = Cu un motiv mai jos. Expeditorul vede următorul prestator potrivit.
answering-hint-ask = Cu o întrebare mai jos. Contează ca o confirmare de primire; termenul răspunsului rămâne.
press-acknowledge = Confirmați primirea
press-answer = Trimiteți răspunsul
press-told-by-phone = Înregistrați înștiințarea
press-reply = Trimiteți răspunsul
press-withdraw = Retrageți referirea
press-start = Înregistrați începutul
press-fail = Înregistrați motivul
press-complete = Înregistrați rezultatul

done-sent = Trimisă. Dacă a fost o greșeală, retrageți referirea pe această pagină.
done-drafted = Păstrată ca ciornă. Nu s-a transmis nimic.
done-acknowledged = Primire confirmată.
done-accepted = Acceptată. Expeditorul știe.
done-refused = Refuzată. Expeditorul știe și vede următorul prestator potrivit.
done-no_capacity = Fără capacitate acum. Expeditorul știe și vede următorul prestator potrivit.
done-asked = Întrebarea dumneavoastră a fost trimisă.
done-replied = Răspunsul dumneavoastră a fost trimis.
done-told = Înregistrat. Contează ca o confirmare de primire.
done-withdrawn = Retrasă. Destinatarul nu mai poate deschide nimic din referire.
done-started = Înregistrat: serviciul este în curs.
done-completed = Înregistrat. Rezultatul s-a întors la expeditor.
done-not_given = Înregistrat. Expeditorul știe.
done-freed = Locul este liber.
done-released = Rezervarea este eliberată.
done-in_use = Locul se folosește din nou.
done-out_of_use = Locul nu se mai folosește.

happened-drafted = Păstrată ca ciornă
happened-sent = Trimisă
happened-acknowledged = Primire confirmată
happened-told_by_phone = Înștiințare telefonică: { $function }. Contează ca o confirmare de primire
happened-question_asked = S-au cerut informații suplimentare
happened-question_answered = S-a răspuns la întrebare
happened-accepted = Acceptată
happened-refused = Refuzată
happened-no_capacity = Fără capacitate acum
happened-started = Serviciul a început
happened-completed = Serviciul s-a încheiat
happened-not_given = Serviciul nu a putut fi acordat
happened-withdrawn = Retrasă
happened-expired = Niciun răspuns la timp
happened-place_released = Locul a fost eliberat
happened-place_given = A fost dat un loc
happened-escalated_sender = Fără răspuns: s-a trimis o înștiințare expeditorului
happened-escalated_supervisor = Transmis superiorului
happened-escalated_contact_point = Transmis punctului de contact
happened-escalated_national_unit = Transmis Unității Naționale de Coordonare

referrals-title = Referiri
referrals-none = Nicio referire încă
referrals-none-says = Ce trimiteți apare aici, cu răspunsul primit. Nu așteptați niciun răspuns.
referrals-sort = Ordine
referrals-sort-urgent = Urgente întâi
referrals-sort-changed = Modificate ultimele întâi
referrals-sort-sent = Trimise ultimele întâi
referrals-filter = Unde se află
referrals-show-all = Toate
referrals-show-waiting = Așteaptă un răspuns
referrals-show-running = Acceptate și în curs
referrals-show-draft = Ciorne
referrals-show-no = Refuzate sau fără răspuns
referrals-show-over = Încheiate
referrals-counted = { $name } ({ $n })
referrals-find = Numele de lucru
referrals-only = Numai referirile pentru { $name }.
referrals-filter-none = Nicio referire nu corespunde alegerii
referrals-filter-none-says = Fără filtru pot exista aici alte referiri.
referrals-all = Afișați toate, fără filtru
referrals-incoming = Referiri primite
referrals-sent = Referiri trimise
referrals-shown = afișate { $n } din { $all }
referrals-nobody-yet = Încă nimeni
referrals-ring = Fără răspuns. Sunați la: { $phone }.

referral-wrong-to = Alegeți prestatorul.
referral-wrong-ground = Alegeți temeiul juridic.
referral-wrong-reason = Interesul vital cere un motiv scris: scrieți într-o propoziție de ce nu poate aștepta.
referral-wrong-told = Bifați după ce ați informat persoana. Fără aceasta nu se transmite nimic pe acest temei.
referral-wrong-looked = Bifați după ce ați citit ce se transmite.
referral-wrong-unseen = Nu s-a trimis: cine primește, ce se transmite sau temeiul s-a schimbat după ce a fost arătat. Este arătat din nou: citiți încă o dată, bifați și trimiteți.
referral-wrong-urgency = Alegeți cât de curând este nevoie.
referral-wrong-services = Alegeți cel puțin un lucru care se cere.
referral-wrong-until = Scrieți ziua ca zi, lună, an: 18.11.2026.
referral-wrong-past = Această zi a trecut. Scrieți ziua de astăzi, { $today }, sau o zi de după.
referral-wrong-long = Text prea lung. Numărul maxim de caractere: { $n }.
referral-wrong-refuse = Alegeți de ce refuzați.
referral-wrong-other = Scrieți motivul în cuvinte.
referral-wrong-question = Scrieți ce doriți să întrebați.
referral-wrong-answer = Alegeți răspunsul.
referral-wrong-function = Scrieți pe cine ați informat, după funcție, fără nume: coordonatorul de noapte.
referral-wrong-at = Scrieți ora la care ați sunat, ca 02:12. Acum este { $now }.
referral-wrong-ahead = Această oră nu a venit încă: acum este { $now }. Scrieți ora la care ați sunat.
referral-wrong-words = Scrieți într-o propoziție.
referral-wrong-because = Alegeți de ce retrageți referirea.
referral-wrong-outcome = Alegeți ce a rezultat.
