## Machine-made wording: not yet confirmed by a person.
case-title = Dosarul cazului
case-start = Prima pagină
case-sound = se citește
case-open-name = Deschideți numele (se înregistrează)
case-print = Tipăriți rezumatul
case-refer = Referiți
case-ask = Înregistrați consimțământul sau refuzul
case-assess = Evaluați riscul
case-note = Adăugați o notă
case-describe = Date despre persoană
case-pass-lead = Transferați coordonarea cazului
case-you-lead = Coordonați cazul
case-child-route = procedura pentru copii
case-channel-safe = Sigur
case-channel-care = Cu prudență
case-channel-no = Nu
case-channel-not_asked = Neîntrebat
case-age-adult = Persoană adultă
case-age-child = Copil
case-age-unsure = Vârstă incertă: se aplică procedura pentru copii
case-age-basis-documented = Pe baza unui act verificat
case-age-basis-declared = Vârstă declarată de persoană
case-age-basis-assessed = Vârstă determinată, cu marja de eroare
case-age-basis-presumed_minor = Vârstă incertă: prezumția minoratului
case-accompanying-child = Persoana este însoțită de un copil
case-interpreter-not_needed = Fără interpret
case-interpreter-independent = Interpret independent
case-interpreter-not_independent = Nu se știe dacă interpretul este independent
case-interpreter-needed = Are nevoie de interpret, încă nu este
case-interpreter-not_asked = Interpret: neîntrebat
case-assessed = Evaluat la { $day }
case-tracks = Unde se află cazul
case-tracks-says = Niciuna nu o așteaptă pe alta. Nicio decizie nu pune capăt ajutorului de la sine.
case-track-assistance = Asistență
case-track-withheld = Pentru sarcina dumneavoastră este de ajuns să știți că există cazul.
case-track-withheld-next = întrebați prin punctul de contact.
case-track-none = Nu vedeți nimic cu termen.
case-track-open =
    { PLURAL($n) ->
        [one] S-a cerut ajutor; se așteaptă { $n } răspuns.
        [few] S-a cerut ajutor; se așteaptă { $n } răspunsuri.
       *[other] S-a cerut ajutor; se așteaptă { $n } de răspunsuri.
    }
case-track-agreed =
    { PLURAL($n) ->
        [one] { $n } serviciu este convenit.
        [few] { $n } servicii sunt convenite.
       *[other] { $n } de servicii sunt convenite.
    }
case-track-given =
    { PLURAL($n) ->
        [one] În curs. { $n } serviciu este acordat.
        [few] În curs. { $n } servicii sunt acordate.
       *[other] În curs. { $n } de servicii sunt acordate.
    }
case-track-no-next = întrebați ce dorește persoana și trimiteți referirea.
case-track-begin =
    { PLURAL($n) ->
        [one] { $n } serviciu convenit începe.
        [few] { $n } servicii convenite încep.
       *[other] { $n } de servicii convenite încep.
    }
case-track-answers =
    { PLURAL($n) ->
        [one] se așteaptă { $n } răspuns.
        [few] se așteaptă { $n } răspunsuri.
       *[other] se așteaptă { $n } de răspunsuri.
    }
case-track-next = Urmează:
case-next = Urmează
case-next-none = Nu vedeți nimic cu termen în acest dosar.
case-kind-lead = Coordonarea cazului
case-kind-task = Sarcină
case-kind-referral = Referire
case-lead-answer = Preluați coordonarea cazului sau refuzați
case-lead-waits = Coordonarea este oferită către { $to }
case-task-tell_child_protection = Înștiințați autoritatea tutelară
case-task-take_correction = Preluați o valoare corectată
case-task-confirm_removal = Ștergeți datele și confirmați ștergerea
case-task-report_incident = Raportați o încălcare
case-task-end_service = Încheiați serviciul: persoana nu îl mai dorește
case-task-note-tell_child_protection = Persoana este copil sau vârsta este incertă. Nu este nevoie de consimțământ.
case-task-note-take_correction = O valoare pe care o dețineți a fost corectată. Deschideți dosarul și folosiți valoarea nouă.
case-task-note-confirm_removal = Persoana și-a retras sau și-a restrâns consimțământul. Ștergeți copia datelor care nu vă mai sunt transmise.
case-task-note-report_incident = Datele au ajuns la cine nu trebuia să le primească.
case-task-note-end_service = Stabiliți împreună cu persoana cum și când, apoi înregistrați rezultatul.
case-draft = Ciornă
case-draft-says = Încă netrimisă.
case-told = Informații în dosar
case-told-says = Fiecare rând cu sursa sa. Nimeni nu este întrebat de două ori.
case-tell = înregistrați
case-correct = corectați
case-open-sealed = deschideți, cu un motiv
case-replaced = o valoare mai veche, protejată
case-paper-false = (poate fi fals)
case-plan = Convenit:
case-origin-signal = din sesizare
case-origin-screening = din evaluarea primară
case-origin-later = înregistrat mai târziu
case-screening-running = Evaluare primară, neîncheiată
case-screening-refer = Evaluare primară: referire
case-screening-gave_number = Evaluare primară: s-a dat numărul liniei fierbinți
case-screening-no_case = Evaluare primară: fără indicatori
case-happened = Istoricul cazului
case-happened-none = Aici nu este înregistrat nimic din ce puteți vedea.
case-tab-all = Toate
case-tab-help = Ajutor
case-tab-say = Consimțământ
case-tab-notes = Note
case-tab-looked = Jurnalul accesărilor
case-more =
    { PLURAL($n) ->
        [one] { $n } etapă mai veche nu se arată aici; filele arată fiecare fel.
        [few] { $n } etape mai vechi nu se arată aici; filele arată fiecare fel.
       *[other] { $n } de etape mai vechi nu se arată aici; filele arată fiecare fel.
    }
case-added = Adăugat
case-add = adăugați la notă
case-aside = Consimțământul și ce nu se arată
case-say = Consimțământ și dorințe
case-say-says = Temeiul juridic al fiecărei transmiteri de date este în tabelul de mai jos.
case-say-none = Nu este înregistrat niciun consimțământ sau refuz.
case-say-yes = Consimțământ: da
case-until = Până la { $until }
case-taken-back = retras
case-removal-asked = Cerere de ștergere către { $who }: încă fără răspuns.
case-removed = { $who } a confirmat ștergerea.
case-take-back = Retrageți consimțământul
case-withheld = Nu vi se arată
case-access = Cine poate vedea și de ce
case-disclosures = Transmiteri de date
case-looked = Jurnalul accesărilor
case-you = Dumneavoastră, { $own }
case-why-lead = Coordonați acest caz. Numele se deschide cu un motiv și se înregistrează.
case-why-existence = Știți că există cazul și nimic mai mult.
case-why-part = Participați. Vedeți ce vi s-a transmis.
case-why-other-lead = Coordonează acest caz.
case-why-takes-part = Participă; acum nu i se transmite nimic.
case-ground = Temei juridic: { $ground } ({ $article })
case-ground-consent = consimțământ
case-ground-vital_interest = pericol pentru viață
case-ground-child_protection = protecția copilului
case-ground-public_task = obligația de coordonare
case-service-shelter = Cazare sigură
case-service-medical = Un medic
case-service-legal_aid = Asistență juridică
case-service-psychosocial = Asistență psihologică și socială
case-service-interpretation = Un interpret
case-service-transport = Transport
case-service-social_assistance = Asistență socială
case-service-case_management = Management de caz pe termen lung
case-police = Poliția
case-organisation = O organizație
case-signal-encounter = contact direct
case-signal-hotline = apel la linia fierbinte
case-signal-report = sesizare de la terți
case-signal-self_report = persoana a venit
case-signal-abroad = din străinătate
case-advised = Recomandarea a fost referirea.
case-advised-not = Recomandarea nu a fost referirea.
case-sharing-over = Transmiteri încheiate
case-sharing-ended = Transmiterea s-a încheiat la { $date }: { $why }
case-ended-withdrawn = referirea a fost retrasă
case-ended-taken_back = persoana și-a retras consimțământul
case-ended-refused = destinatarul a refuzat
case-ended-expired = nimeni nu a răspuns la timp
case-ended-finished = serviciul s-a încheiat
case-ended-failed = serviciul nu a putut fi acordat
case-ended-lead_passed = acum altă organizație conduce cazul
case-done-described = Datele despre persoană au fost înregistrate.
case-done-assessed = Riscul a fost evaluat din nou.
case-done-noted = Nota a fost adăugată.
case-done-said = Consimțământul sau refuzul a fost înregistrat.
case-done-taken_back = Consimțământul este retras. Toți cei care au datele sunt rugați să le șteargă.
case-done-told = Înregistrat.
case-done-corrected = S-a corectat. Valoarea veche rămâne protejată.
case-done-task = Sarcina este îndeplinită.
case-done-child_told = Autoritatea tutelară participă de acum.
case-done-lead_offered = Coordonarea este oferită. Coordonați cazul până la preluare.
case-done-lead_taken = Organizația dumneavoastră coordonează acum acest caz.

step-signal = Dosarul a început:
step-told = Înregistrat:
step-corrected = Corectat:
step-described = Datele despre persoană au fost înregistrate din nou.
step-screening_started = A început o evaluare primară.
step-screening_answered = Evaluare primară: { PLURAL($n) ->
    [one] { $n } întrebare cu răspuns
    [few] { $n } întrebări cu răspuns
   *[other] { $n } de întrebări cu răspuns
}
step-screening_concluded = Evaluare primară încheiată.
step-risk = Risc evaluat:
step-note = Notă.
step-note_own_words = Notă, în cuvintele persoanei.
step-said = Consimțământ și dorințe.
step-taken_back = Persoana și-a retras consimțământul.
step-disclosed = Date transmise către
step-disclosure_ended = Transmitere încheiată:
step-disclosure_shortened = Transmitere scurtată, la dorința persoanei:
step-disclosure_narrowed = Nu se mai transmit, la dorința persoanei:
step-task = De făcut:
step-task_done = Îndeplinit de
step-joined = Participă:
step-joined_proceeding = Conduce o cauză penală; știe că există cazul și cine îl coordonează, nimic mai mult:
step-left = Acces încheiat:
step-lead_offered = Coordonarea este oferită către
step-lead_accepted = Coordonează acum:
step-lead_taken = Coordonare preluată fără ofertă:
step-lead_declined = A refuzat coordonarea:
step-lead_offer_ended = Oferta de coordonare s-a încheiat:
step-lead_offer_shortened = Oferta de coordonare se încheie mai devreme, odată cu consimțământul persoanei:
lead-offer-ended-withdrawn = retrasă
lead-offer-ended-lapsed = fără răspuns la timp
lead-offer-ended-lead_passed = altă organizație a preluat coordonarea
lead-offer-ended-taken_back = persoana și-a retras consimțământul
lead-offer-ended-consent_ended = consimțământul persoanei a expirat
lead-take-title = Preluați coordonarea cazului?
lead-take-lead = Nimeni nu v-a oferit-o. Organizația dumneavoastră o poate prelua în virtutea obligației sale; organizația care coordonează acum este înștiințată, iar dosarul arată acest lucru. De atunci, căutarea ajutorului vă revine.
lead-take = Preluați coordonarea cazului
case-in-care = Acum în grija: { $of }, din { $since }.
lead-withdraw = Retrageți oferta
step-urgency = Urgență:
step-told-by-phone = Înștiințare telefonică către { $to }: { $function }
step-referral-drafted = S-a pregătit o referire
step-referral-sent = Referire trimisă către { $to }
step-referral-acknowledged = { $to } a confirmat primirea
step-referral-question_asked = { $to } cere informații suplimentare
step-referral-question_answered = S-a răspuns la întrebarea de la { $to }
step-referral-accepted = { $to } a acceptat
step-referral-refused = { $to } a refuzat
step-referral-no_capacity = { $to } nu are capacitate
step-referral-started = Ajutor început la { $to }
step-referral-completed = Ajutor acordat la { $to }
step-referral-not_given = Ajutorul nu a putut fi acordat la { $to }
step-referral-withdrawn = Referire retrasă, către { $to }
step-referral-expired = Referirea către { $to } s-a încheiat fără răspuns
step-referral-place_released = { $to } a eliberat locul
step-referral-place_given = { $to } a dat un loc
step-referral-escalated_sender = Niciun răspuns de la { $to }: s-a trimis o înștiințare expeditorului
step-referral-escalated_supervisor = Niciun răspuns de la { $to }: transmis superiorului
step-referral-escalated_contact_point = Niciun răspuns de la { $to }: transmis punctului de contact
step-referral-escalated_national_unit = Niciun răspuns de la { $to }: transmis Unității Naționale de Coordonare

sheet-save = Salvați
sheet-leave = Ieșiți fără a salva

name-title = Deschideți numele
name-lead = Numele rămâne protejat până când este necesar. Motivul, ora și funcția dumneavoastră se păstrează; persoana le poate citi.
name-reason = De ce este nevoie de nume?
name-reason-call = Pentru a chema sau a întâlni persoana pe nume
name-reason-paper = Pentru a completa un act cerut de persoană
name-reason-asks = Persoana întreabă ce este scris în dosar
name-reason-other = Alt motiv, în cuvinte
name-reason-needed = Scrieți de ce este nevoie de nume. Fără motiv rămâne protejat.
name-words = În cuvinte
name-open = Deschideți numele, cu înregistrare
name-none = În acest dosar nu este scris niciun nume.
name-until = Această pagină se închide de la sine la { $time }.
name-logged = Înregistrat. Motiv:
name-close = Închideți acum
name-kind-own = numele folosit de persoană
name-kind-document = așa cum este în act
name-kind-alias = alt nume al persoanei
name-kind-by_others = dat de alții

summary-title = Rezumat
summary-heading = Rezumatul cazului, fără nume.
summary-copy = Făcut { $when } de { $by }. Se înregistrează. Distrugeți-l după folosire.
summary-how = Tipăriți această pagină din browser. Nu conține nume, telefon sau adresă.
copy-make = Tipăriți lista
copy-heading = Listă numai cu nume de lucru.
copy-how = Tipăriți această pagină din browser. Nu conține numele real și nici telefonul unei persoane.
copy-from = De la
copy-stands = Stadiul
copy-answer-due = Termen de răspuns

person-title = Date despre persoană
person-lead = Ce este necesar pentru reguli și pentru alegerea prestatorului. Ce lăsați neschimbat rămâne neschimbat.
person-age-basis = Pe ce se bazează vârsta
person-age-basis-hint = O vârstă incertă devine adultă numai pe baza unui act verificat sau a determinării vârstei.

lead-title = Transferați coordonarea cazului
lead-lead = Coordonați cazul până la preluare. Întâi este nevoie de consimțământul persoanei; odată cu coordonarea se transmite ce cuprinde consimțământul.
lead-to = Cărei organizații?
lead-to-hint = Înainte de ofertă, întrebați persoana despre această organizație sau despre ajutorul pe termen lung.
lead-to-needed = Alegeți organizația.
lead-ask = Înregistrați consimțământul sau refuzul
lead-offer = Oferiți coordonarea cazului
lead-answer-title = Preluați coordonarea cazului?
lead-answer-lead = { $from } vă oferă coordonarea acestui caz, cu consimțământul persoanei. Până la preluare nu vedeți mai mult.
lead-accept = Preluați coordonarea cazului
lead-decline = Refuzați
case-alerts = Alerte
case-alert-danger = Pericol: sunați întâi la { $emergency }
case-alert-danger-says = Rămâneți cu persoana. Restul poate aștepta.
case-alert-child = Procedura pentru copii
case-alert-child-says = Este copil sau vârsta este incertă. Autoritatea tutelară este informată.
case-alert-feared = Persoana se teme de
case-alert-health = Sănătate
case-services = Servicii
case-services-none = Nu vedeți niciun serviciu solicitat.
case-service-need = Necesitate
case-service-who = Cine oferă
case-service-stands = Unde se află
case-withheld-once = Spus o singură dată, aici. Aceleași rânduri apar și când nu este înregistrat nimic.
