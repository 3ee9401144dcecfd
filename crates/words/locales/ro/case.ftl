## Machine-made wording: not yet confirmed by a person.
case-title = Dosarul cazului
case-start = Prima pagină
case-sound = se citește
case-open-name = Deschide numele (se înregistrează)
case-print = Tipărește rezumatul
case-refer = Referiți
case-ask = Notați ce spune ea
case-assess = Evaluați riscul
case-note = Adăugați o notă
case-describe = Cine este ea
case-pass-lead = Predați conducerea
case-you-lead = Conduceți cazul
case-child-route = traseul pentru copii
case-channel-safe = Sigur
case-channel-care = Cu grijă
case-channel-no = Nu
case-channel-not_asked = Neîntrebat
case-age-adult = Adult
case-age-child = Copil
case-age-unsure = Îndoială: tratată ca un copil
case-age-basis-documented = Pe baza unui act verificat
case-age-basis-declared = După spusele ei
case-age-basis-assessed = Pe baza unei evaluări, cu marja ei
case-age-basis-presumed_minor = Îndoială, deci prezumată minoră
case-child-with-her = Un copil este cu ea
case-interpreter-not_needed = Fără interpret
case-interpreter-independent = Interpret independent
case-interpreter-not_independent = Nu se știe dacă interpretul este independent
case-interpreter-needed = Are nevoie de interpret, încă lipsește
case-interpreter-not_asked = Interpret: neîntrebat
case-assessed = Evaluat la { $day }
case-tracks = Trei trasee
case-tracks-says = Niciunul nu îl așteaptă pe celălalt.
case-today = astăzi
case-track-assistance = Asistență
case-track-status = Decizia privind statutul
case-track-criminal = Procedura penală
case-track-nothing = Aici nu este încă nimic înregistrat.
case-track-status-next = nu este nimic scadent. Nicio decizie nu pune capăt ajutorului de la sine.
case-track-criminal-next = nu este nimic scadent. Ajutorul nu depinde de ea.
case-track-withheld = Pentru sarcina dumneavoastră este de ajuns să știți că există cazul.
case-track-withheld-next = întrebați prin punctul de contact.
case-track-none = Nu s-a cerut încă niciun ajutor.
case-track-open =
    { PLURAL($n) ->
        [one] S-a cerut ajutor; { $n } răspuns este deschis.
        [few] S-a cerut ajutor; { $n } răspunsuri sunt deschise.
       *[other] S-a cerut ajutor; { $n } de răspunsuri sunt deschise.
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
case-track-no-next = întrebați-o ce dorește și referiți.
case-track-begin =
    { PLURAL($n) ->
        [one] { $n } serviciu convenit începe.
        [few] { $n } servicii convenite încep.
       *[other] { $n } de servicii convenite încep.
    }
case-track-answers =
    { PLURAL($n) ->
        [one] { $n } răspuns este așteptat.
        [few] { $n } răspunsuri sunt așteptate.
       *[other] { $n } de răspunsuri sunt așteptate.
    }
case-track-next = Urmează:
case-node-signal = dosar deschis
case-node-sent = cerut
case-node-accepted = convenit
case-node-started = început
case-node-completed = acordat
case-next = Urmează
case-next-none = În acest dosar nu este nimic scadent. Nimeni nu datorează un răspuns.
case-kind-lead = Conducere
case-kind-task = Sarcină
case-kind-referral = Referire
case-lead-answer = Preluați conducerea sau refuzați-o
case-lead-waits = Conducerea este oferită către { $to }
case-task-tell_child_protection = Înștiințați autoritatea pentru protecția copilului
case-task-take_correction = Preluați o valoare corectată
case-task-confirm_removal = Ștergeți ce a retras ea și confirmați
case-task-report_incident = Raportați o încălcare
case-task-note-tell_child_protection = Vârsta este îndoielnică sau ea este copil. Nu este nevoie de consimțământ.
case-task-note-take_correction = O valoare pe care o dețineți a fost corectată. Deschideți dosarul și folosiți-o pe cea nouă.
case-task-note-confirm_removal = Ea și-a retras acordul. Ștergeți copia dumneavoastră.
case-task-note-report_incident = Ceva a ajuns unde nu trebuia să ajungă.
case-referrals = Referiri
case-draft = Ciornă
case-draft-says = Încă netrimisă.
case-told = Ce s-a spus
case-told-says = Aceleași rânduri pentru toți: deschise, goale sau ascunse cu motivul.
case-tell = scrieți
case-correct = corectați
case-replaced = o valoare mai veche, sigilată
case-paper-false = (poate fi fals)
case-plan = Convenit:
case-origin-signal = din primul cuvânt
case-origin-screening = din evaluare
case-origin-later = spus mai târziu
case-screening-running = Evaluare, neîncheiată
case-screening-refer = Evaluare: referită
case-screening-gave_number = Evaluare: a primit numărul
case-screening-no_case = Evaluare: nu se vede un caz
case-happened = Ce s-a întâmplat
case-happened-none = Aici nu s-a întâmplat nimic din ce puteți vedea.
case-tab-all = Toate
case-tab-help = Ajutor
case-tab-say = Ce spune ea
case-tab-notes = Note
case-tab-looked = Cine s-a uitat
case-more =
    { PLURAL($n) ->
        [one] { $n } pas mai vechi nu se arată aici; filele arată fiecare fel.
        [few] { $n } pași mai vechi nu se arată aici; filele arată fiecare fel.
       *[other] { $n } de pași mai vechi nu se arată aici; filele arată fiecare fel.
    }
case-added = Adăugat
case-add = adăugați la ea
case-aside = Ce spune ea și ce nu se arată
case-say = Ce spune ea
case-say-says = Temeiul juridic al fiecărei transmiteri stă în tabelul de mai jos.
case-say-none = Nu este notat nimic spus de ea.
case-say-yes = Ce spune ea: da
case-until = Până la { $until }
case-taken-back = retras
case-removal-asked = { $who } a fost rugat să șteargă; încă fără răspuns.
case-removed = { $who } spune că a șters.
case-take-back = Ea îl retrage
case-withheld = Nu vi se arată
case-access = Cine poate vedea și de ce
case-disclosures = Ce a mers la cine
case-looked = Cine s-a uitat
case-you = Dumneavoastră, { $own }
case-why-lead = Conduceți acest caz. Numele ei se deschide cu un motiv și se înregistrează.
case-why-existence = Știți că există cazul, și nimic mai mult.
case-why-part = Participați. Vedeți ce vi s-a transmis.
case-why-other-lead = Conduce acest caz.
case-why-takes-part = Participă; acum nu i se transmite nimic.
case-ground = Temei juridic: { $ground } ({ $article })
case-ground-consent = consimțământ
case-ground-vital_interest = pericol pentru viață
case-ground-child_protection = protecția copilului
case-service-shelter = Un loc sigur de dormit
case-service-medical = Un medic
case-service-legal_aid = Asistență juridică
case-service-psychosocial = Ajutor psihologic și social
case-service-interpretation = Un interpret
case-service-transport = Transport
case-service-social_assistance = Asistență socială
case-service-case_management = Ajutor pe termen lung cu un manager de caz
case-police = Poliția
case-organisation = O organizație
case-signal-encounter = întâlnită personal
case-signal-hotline = spus la o linie telefonică
case-signal-report = spus de altcineva
case-signal-herself = a venit ea însăși
case-signal-abroad = din străinătate
case-advised = Recomandarea a fost referirea.
case-advised-not = Recomandarea nu a fost referirea.
case-ended-withdrawn = referirea a fost retrasă
case-ended-taken_back = ea și-a retras acordul
case-ended-refused = destinatarul a spus nu
case-ended-expired = nimeni nu a răspuns la timp
case-done-described = S-a notat cine este ea.
case-done-assessed = Riscul a fost evaluat din nou.
case-done-noted = Nota a fost adăugată.
case-done-said = S-a notat ce a spus ea.
case-done-taken_back = Ea a retras. Toți cei care au datele sunt rugați să le șteargă.
case-done-told = S-a notat.
case-done-corrected = S-a corectat. Valoarea veche rămâne sigilată.
case-done-task = Sarcina este îndeplinită.
case-done-child_told = Autoritatea pentru protecția copilului participă de acum.
case-done-lead_offered = Conducerea este oferită. Conduceți până este preluată.
case-done-lead_taken = Organizația dumneavoastră conduce acum acest caz.

step-signal = Dosarul a început:
step-told = Spus:
step-corrected = Corectat:
step-described = S-a spus din nou cine este ea.
step-screening = A început o evaluare.
step-answered = Evaluare:
step-concluded = Evaluare încheiată.
step-risk = Risc evaluat:
step-note = Notă.
step-note_hers = Notă, așa cum a spus ea.
step-said = Ce spune ea.
step-taken_back = Ea a retras un acord.
step-disclosed = A mers la
step-disclosure_ended = S-a încheiat:
step-task = De făcut:
step-task_done = Făcut de
step-joined = Participă:
step-left = Nu mai participă:
step-lead_offered = Conducerea este oferită către
step-lead_accepted = Conduce acum:
step-lead_declined = A refuzat conducerea:
step-urgency = Cât de repede:
step-told-by-phone = { $to } a fost anunțat prin telefon: { $function }
step-referral-drafted = S-a schițat o referire
step-referral-sent = Referire trimisă către { $to }
step-referral-acknowledged = { $to } a văzut referirea
step-referral-question_asked = { $to } întreabă înainte de a răspunde
step-referral-question_answered = S-a răspuns la întrebarea de la { $to }
step-referral-accepted = { $to } a spus da
step-referral-refused = { $to } a spus nu
step-referral-no_capacity = { $to } nu are capacitate
step-referral-started = Ajutorul la { $to } a început
step-referral-completed = Ajutorul la { $to } a fost acordat
step-referral-not_given = Ajutorul la { $to } nu a putut fi acordat
step-referral-withdrawn = Referirea către { $to } a fost retrasă
step-referral-expired = Referirea către { $to } s-a încheiat fără răspuns
step-referral-climbed_sender = { $to } tace: ați fost anunțat
step-referral-climbed_supervisor = { $to } tace: a fost anunțat șeful de tură
step-referral-climbed_contact_point = { $to } tace: a fost anunțat punctul de contact
step-referral-climbed_national_unit = { $to } tace: a fost anunțată unitatea națională

sheet-save = Salvați
sheet-leave = Ieșiți fără a salva

name-title = Deschideți numele
name-lead = Numele rămâne sigilat până când cineva are nevoie de el. Motivul, ora și funcția dumneavoastră se păstrează; ea le poate citi.
name-reason = De ce este nevoie de el?
name-reason-call = Pentru a o chema sau întâlni pe nume
name-reason-paper = Pentru a completa un act cerut de ea
name-reason-asks = Ea întreabă ce este scris despre ea
name-reason-other = Alt motiv, în cuvinte
name-reason-needed = Spuneți de ce este nevoie de nume. Fără motiv rămâne sigilat.
name-words = În cuvinte
name-open = Deschideți numele, cu înregistrare
name-none = În acest dosar nu este scris niciun nume.
name-until = Această pagină se închide de la sine la { $time }.
name-logged = Înregistrat. Motiv:
name-close = Închideți acum
name-kind-own = numele pe care îl folosește ea
name-kind-document = așa cum este în act
name-kind-alias = alt nume al ei
name-kind-by_others = dat de alții

summary-title = Rezumat
summary-heading = Rezumatul cazului. Pseudonim.
summary-copy = Făcut { $when } de { $by }. Se înregistrează că a fost făcut. Distrugeți-l după folosire.
summary-reason = Rezumat pe hârtie
summary-how = Tipăriți această pagină din navigator. Nu conține nume, telefon sau adresă.

person-title = Cine este ea
person-lead = Ce este necesar pentru reguli și potrivire. Ce lăsați neschimbat rămâne neschimbat.
person-age-basis = Pe ce se întemeiază vârsta
person-age-basis-hint = Doar un act verificat sau o evaluare face adultă o vârstă îndoielnică.

lead-title = Predați conducerea
lead-lead = Conduceți până când cealaltă organizație preia. Întâi vine acordul ei; odată cu conducerea merge ce numește acordul ei.
lead-to = Cărei organizații?
lead-to-hint = Întrebați-o despre această organizație sau despre ajutorul pe termen lung înainte de a oferi.
lead-to-needed = Alegeți organizația.
lead-ask = Notați ce spune ea despre aceasta
lead-offer = Oferiți conducerea
lead-answer-title = Preluați conducerea?
lead-answer-lead = { $from } vă oferă conducerea acestui caz, cu acordul ei. Până o preluați nu vedeți mai mult de atât.
lead-accept = Preluați conducerea
lead-decline = Refuzați
