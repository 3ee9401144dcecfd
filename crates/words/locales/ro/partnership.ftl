## Machine-made wording: not yet confirmed by a person.
partnerships-title = Parteneriate
partnerships-one = Parteneriat
partnerships-new = Parteneriat nou
partnerships-none = Încă nu este notat niciun parteneriat.
partnerships-none-way = Începeți primul parteneriat
partnerships-none-found = Niciunul. Renunțați la un filtru.
partnerships-none-missing = Fiecare pereche cerută de profil are un acord; cele expirate stau la „Cu termenul depășit”.
partnerships-no-institutions = Încă nu este înregistrată nicio instituție.
partnerships-no-institutions-way = Vedeți instituțiile
partnerships-expired-note = Ce a expirat se prelungește sau se încheie.
partnerships-picture = Cine lucrează cu cine
partnerships-picture-hint = Se citește ca distanțele dintr-un atlas: în jos până la o instituție, apoi spre cealaltă.
partnerships-picture-hidden = O instituție fără niciun acord și de la care nu se cere niciunul nu apare aici.
partnerships-institution = Instituție
partnerships-territory = Teritoriu
partnerships-territory-show = Arătați acest teritoriu
partnerships-key = Cum se citește
partnerships-cell-force = în vigoare
partnerships-cell-draft = în pregătire
partnerships-cell-gap = lipsește
partnerships-cell-old = expirat
partnerships-cell-none = niciunul, nici cerut
partnerships-key-gap = cerut, lipsește
partnerships-waits = Așteaptă instituția dumneavoastră
partnerships-missing = Lipsește
partnerships-missing-begin = Începeți un proiect
partnerships-missing-law = Legea nu numește aceste perechi: sunt o propunere și nu opresc nimic.
partnerships-late = Cu termenul depășit
partnerships-late-none = Niciunul nu a expirat.
partnerships-soon = Se încheie curând
partnerships-all-title = Toate parteneriatele
partnerships-what = Parteneriat
partnerships-parties = Părți
partnerships-arrangement = Fel
partnerships-state = Stare
partnerships-until = Valabil până la
partnerships-party = Instituție din parteneriat
partnerships-text = Cuvinte din titlu
partnerships-sort = În ce ordine
partnerships-any = Oricare
partnerships-show = Afișați
partnerships-clear = Afișați din nou toate
partnerships-range = { $from } – { $to } din { $all }
partnerships-next = Următoarele
partnerships-first-page = Prima pagină
partnerships-table = Ca tabel (CSV)
partnerships-book = Ca foaie de calcul (XLSX)
partnerships-example = exemplu
partnerships-no-term = fără termen
partnerships-life = Parcursul parteneriatului
partnerships-measures = Ce face fiecare
partnerships-measures-none = Încă nu este scrisă nicio măsură.
partnerships-measure = Măsură
partnerships-measure-number = Nr.
partnerships-measure-late = Cu termenul depășit
partnerships-pair = { $one } și { $other }
partnerships-owner = Cine
partnerships-due = Termen
partnerships-due-always = ori de câte ori este nevoie
partnerships-added-later = adăugată după citirea textului
partnerships-role = Rol
partnerships-function = Funcția care răspunde
partnerships-function-none = fără funcție indicată
partnerships-phone = Telefon de gardă
partnerships-phone-none = fără telefon indicat
partnerships-purpose = Scop
partnerships-groups = Pe cine ajută
partnerships-services = Ce se oferă
partnerships-where = Unde
partnerships-data = Date
partnerships-data-not-written = Nescris încă. Fără această parte nu se comunică nimic despre o persoană în temeiul lui.
partnerships-data-none = În temeiul lui nu se comunică date despre persoane.
partnerships-data-classes = Categorii de date
partnerships-data-grounds = Temeiuri juridice
partnerships-data-controllers = Cine răspunde de date
partnerships-data-joint = Dacă răspund mai mulți împreună
partnerships-data-transfer = Dacă datele ies din țară
partnerships-data-transfer-none = Nicio dată nu iese din țară.
partnerships-term = Durată
partnerships-from = De la
partnerships-from-signature = De la ultima semnătură
partnerships-review = Analizat împreună
partnerships-review-none = fără zi stabilită
partnerships-signatures = Semnături
partnerships-signed-on = semnat la { $day }
partnerships-not-signed = nesemnat
partnerships-to-sign = Semnătura, data:
partnerships-looked = Analize și prelungiri
partnerships-looked-none = Încă nu a fost analizat împreună.
partnerships-renewed-note = Prelungit. Era valabil până la { $day }.
partnerships-ended-note = Încheiat la { $day }: { $reason }
partnerships-returned-note = Redactat din nou la { $day }: { $reason }
partnerships-reminded = Reamintiri
partnerships-reminded-none = Nu a plecat nicio reamintire. Ele pleacă cu 90, 30 și 7 zile înainte de sfârșit (propunere).
partnerships-reminded-on = { $day }, pentru sfârșitul din { $until }
partnerships-text-title = Textul
partnerships-text-print = Doar textul, pentru tipar
partnerships-text-step = Nescris încă
partnerships-text-draft = Proiect din { $day }. Nesemnat, nu este în vigoare.
partnerships-text-read = În lectura părților până la { $day }. Nu este în vigoare.
partnerships-text-signed = Semnat de toți la { $day }.
partnerships-text-by = prin { $function }
partnerships-text-phone = telefon de gardă { $phone }
partnerships-draft = Proiect: { $title }
partnerships-draft-lead = Șase pași scurți. Textul alăturat este cel pe care îl semnează toți.
partnerships-draft-steps = Pașii proiectului
partnerships-draft-save = Salvați și continuați
partnerships-draft-more = Salvați și adăugați
partnerships-draft-stop = Salvați și opriți aici
partnerships-draft-missing = Lipsește deocamdată: { $what }
partnerships-step-parties = Părți
partnerships-step-parties-note = și funcțiile lor
partnerships-step-purpose = Scop
partnerships-step-purpose-note = și pe cine ajută
partnerships-step-measures = Ce face fiecare
partnerships-step-measures-note = câte un rând
partnerships-step-data = Date
partnerships-step-data-note = sau fără date
partnerships-step-term = Durată
partnerships-step-term-note = și analiză
partnerships-step-consultation = Consultare
partnerships-step-consultation-note = apoi semnătură
partnerships-new-lead = Începeți cu două instituții. Altele se adaugă după aceea.
partnerships-new-title = Pe scurt
partnerships-new-lead-party = Care instituție conduce?
partnerships-new-other = Cu care instituție?
partnerships-new-function = Funcția care răspunde acolo
partnerships-new-function-hint = O funcție, niciodată un nume.
partnerships-new-phone = Telefonul de gardă
partnerships-new-phone-hint = Lăsați necompletat dacă se sună la telefonul instituției.
partnerships-is-example = Este inventat, ca să arate cum funcționează
partnerships-ask-role = Ce rol are în parteneriat?
partnerships-ask-purpose = Pentru ce este?
partnerships-ask-groups = Pe cine ajută?
partnerships-ask-lines = Câte unul pe rând.
partnerships-ask-owner = Cine face?
partnerships-ask-what = Ce face această parte?
partnerships-ask-due = Până când?
partnerships-ask-due-hint = O zi, o lună sau un an. Lăsați necompletat dacă se face ori de câte ori este nevoie.
partnerships-ask-shared = Se comunică date despre persoane în temeiul lui?
partnerships-ask-shared-no = Nu
partnerships-ask-shared-yes = Da, acestea
partnerships-ask-joint-hint = Cine informează persoana, cine răspunde la întrebări, cine anunță o încălcare.
partnerships-ask-transfer-hint = Pe ce temei. Lăsați necompletat dacă nicio dată nu iese din țară.
partnerships-ask-from = Prima zi
partnerships-ask-from-hint = Lăsați necompletat dacă este valabil de la ultima semnătură.
partnerships-ask-until = Ultima zi
partnerships-ask-review = Când analizează părțile împreună?
partnerships-ask-day-hint = De exemplu 4 6 2027.
partnerships-ask-consult = Până în ce zi răspund părțile?
partnerships-ask-why = De ce?
partnerships-ask-whose = A cui este semnătura?
partnerships-ask-on = În ce zi?
partnerships-ask-progress = Cât s-a făcut?
partnerships-ask-note = În câteva cuvinte
partnerships-ask-found = Ce au constatat părțile?
partnerships-ask-next = Când analizează din nou?
partnerships-ask-year = Din care an?
partnerships-ask-evidence = Ce arată asta?
partnerships-ask-evidence-hint = Necesar pentru un 4. Fără nume de persoane.
partnerships-ask-leave = Fără răspuns
partnerships-assess = Cum merge, după părerea fiecărei părți
partnerships-assess-question = Întrebare
partnerships-assess-none = Nicio parte nu a spus încă cum vede cooperarea.
partnerships-assess-not-yet = încă nu
partnerships-assess-not-asked = –
partnerships-assess-differs = diferă
partnerships-assess-note = 1 încă nu, 2 început, 3 funcționează, 4 funcționează și se verifică. Diferă: două părți sunt la distanță de cel puțin două trepte în acest an. Despre asta se vorbește mai întâi; nimeni nu este clasat.
partnerships-assess-evidence = Ce indică fiecare
partnerships-assess-earlier = Ce s-a spus despre anii anteriori rămâne și se poate citi prin programe.
partnerships-files = Dosare
partnerships-files-note = Nu se arată: aceste pagini nu deschid niciun dosar, pentru nimeni.
partnerships-asked-by = Cerute de profilul { $profile }
partnerships-in-force =
    { PLURAL($n) ->
        [one] { $n } parteneriat este în vigoare.
        [few] { $n } parteneriate sunt în vigoare.
       *[other] { $n } de parteneriate sunt în vigoare.
    }
partnerships-coming =
    { PLURAL($n) ->
        [one] { $n } este în pregătire.
        [few] { $n } sunt în pregătire.
       *[other] { $n } sunt în pregătire.
    }
partnerships-asked =
    { PLURAL($n) ->
        [one] { $n } este cerut de profilul țării și lipsește.
        [few] { $n } sunt cerute de profilul țării și lipsesc.
       *[other] { $n } sunt cerute de profilul țării și lipsesc.
    }
partnerships-expired =
    { PLURAL($n) ->
        [one] { $n } a expirat.
        [few] { $n } au expirat.
       *[other] { $n } au expirat.
    }
partnerships-missing-more =
    { PLURAL($n) ->
        [one] { $n } pereche mai lipsește: alegeți teritoriul.
        [few] { $n } perechi mai lipsesc: alegeți teritoriul.
       *[other] { $n } de perechi mai lipsesc: alegeți teritoriul.
    }
partnerships-late-by =
    { PLURAL($n) ->
        [one] { $n } zi de întârziere
        [few] { $n } zile de întârziere
       *[other] { $n } de zile de întârziere
    }
partnerships-left =
    { PLURAL($n) ->
        [one] { $n } zi rămasă
        [few] { $n } zile rămase
       *[other] { $n } de zile rămase
    }
partnerships-pairs =
    { PLURAL($n) ->
        [one] { $n } pereche, o singură dată.
        [few] { $n } perechi, fiecare o dată.
       *[other] { $n } de perechi, fiecare o dată.
    }
partnerships-warned-before =
    { PLURAL($n) ->
        [one] cu { $n } zi înainte de sfârșit
        [few] cu { $n } zile înainte de sfârșit
       *[other] cu { $n } de zile înainte de sfârșit
    }
partnership-arrangement-memorandum = Memorandum
partnership-arrangement-cooperation_agreement = Acord de colaborare
partnership-arrangement-data_sharing = Acord privind datele
partnership-arrangement-service_contract = Contract de servicii
partnership-arrangement-multidisciplinary_team = Echipă multidisciplinară
partnership-arrangement-working_group = Grup de lucru
partnership-arrangement-network = Rețea
partnership-role-lead = conduce
partnership-role-member = membru
partnership-role-observer = observator
partnership-state-idea = Idee
partnership-state-drafting = În redactare
partnership-state-consultation = În lectura părților
partnership-state-signed = Semnat
partnership-state-in_force = În vigoare
partnership-state-under_review = În vigoare, de analizat
partnership-state-expired = Expirat
partnership-state-ended = Încheiat
partnership-progress-open = Neînceput
partnership-progress-under_way = În lucru
partnership-progress-done = Făcut
partnership-progress-dropped = Nu se mai face
partnership-wait-ends = Conveniți ce urmează după sfârșit
partnership-wait-reads = Citiți proiectul și semnați
partnership-wait-measure = Spuneți cât s-a făcut dintr-o măsură cu termenul depășit
partnership-wait-view = Spuneți cum merge anul acesta
partnership-value-1 = 1 încă nu
partnership-value-2 = 2 început
partnership-value-3 = 3 funcționează
partnership-value-4 = 4 funcționează și se verifică
partnership-order-until = Întâi ce se încheie mai curând
partnership-order-newest = Întâi cele noi
partnership-order-title = După titlu
partnership-class-identity = Cine este persoana
partnership-class-contact = Cum se ia legătura cu persoana
partnership-class-health = Sănătate
partnership-class-narrative = Ce s-a întâmplat
partnership-class-operational = Mesaje despre lucru
partnership-question-common_aim = Scop comun
partnership-question-structure = Structură
partnership-question-information = Informare
partnership-question-resources = Resurse
partnership-question-feedback = Răspuns înapoi
partnership-question-training = Instruire
partnership-question-victims_voice = Vocea victimelor
partnership-question-evaluation = Evaluare
partnership-act-parties = Adăugați o parte
partnership-act-purpose = Scrieți scopul
partnership-act-measures = Adăugați ce face o parte
partnership-act-data = Scrieți partea despre date
partnership-act-term = Stabiliți durata
partnership-act-consultation = Trimiteți părților
partnership-act-return = Redactați din nou
partnership-act-signature = Notați o semnătură
partnership-act-progress = Spuneți cât s-a făcut
partnership-act-review = Notați o analiză
partnership-act-renewal = Prelungiți
partnership-act-end = Încheiați
partnership-act-assessment = Spuneți cum merge
partnership-done-new = A fost notat.
partnership-done-parties = Partea a fost notată.
partnership-done-purpose = Scopul a fost păstrat.
partnership-done-measures = Măsurile au fost păstrate.
partnership-done-data = Partea despre date a fost păstrată.
partnership-done-term = Durata a fost păstrată.
partnership-done-consultation = Părțile îl citesc acum.
partnership-done-return = Se redactează din nou.
partnership-done-signature = Semnătura a fost notată.
partnership-done-progress = A fost păstrat.
partnership-done-review = Analiza a fost notată.
partnership-done-renewal = A fost prelungit.
partnership-done-end = A fost încheiat.
partnership-done-assessment = Părerea instituției dumneavoastră a fost păstrată.
looked-partnership_read = A citit parteneriate
looked-partnership_steer = A lucrat la un parteneriat
looked-partnership_keep_measures = A notat o măsură a unui parteneriat
looked-partnership_assess = A spus cum merge un parteneriat
step-partnership_begun = A început un parteneriat:
step-partnership_party = A fost adăugată o instituție
step-partnership_purpose = A fost scris scopul
step-partnership_measures = Au fost adăugate măsuri
step-partnership_data = A fost scrisă partea despre date
step-partnership_term = A fost stabilită durata
step-partnership_consulted = Părțile îl citesc
step-partnership_returned = Se redactează din nou
step-partnership_signed = A semnat o parte
step-partnership_moved = O măsură:
step-partnership_reviewed = Părțile l-au analizat împreună
step-partnership_renewed = A fost prelungit
step-partnership_ended = A fost încheiat
step-partnership_assessed = O parte a spus cum merge
step-partnership_warned = A plecat o reamintire despre sfârșit
one-night-event-partnership_begun = A început un parteneriat: { $detail }
one-night-event-partnership_party = { $name } face parte dintr-un parteneriat
one-night-event-partnership_purpose = A fost scris scopul unui parteneriat
one-night-event-partnership_measures = Au fost adăugate măsuri într-un parteneriat
one-night-event-partnership_data = A fost scrisă partea despre date a unui parteneriat
one-night-event-partnership_term = A fost stabilită durata unui parteneriat
one-night-event-partnership_consulted = Părțile citesc proiectul unui parteneriat
one-night-event-partnership_returned = Un parteneriat se redactează din nou
one-night-event-partnership_signed = { $name } a semnat un parteneriat
one-night-event-partnership_moved = O măsură a unui parteneriat: { $detail }
one-night-event-partnership_reviewed = Părțile au analizat împreună un parteneriat
one-night-event-partnership_renewed = Un parteneriat a fost prelungit
one-night-event-partnership_ended = Un parteneriat a fost încheiat
one-night-event-partnership_assessed = { $name } a spus cum merge un parteneriat
one-night-event-partnership_warned = A plecat o reamintire despre sfârșitul unui parteneriat
refusal-PAR-01 = Nu s-a schimbat nimic
    .rule = La stadiul la care este acest parteneriat nu se poate face acest lucru.
    .way1 = Deschideți parteneriatul și vedeți ce se poate face acum.
refusal-PAR-02 = Nu s-a schimbat nimic
    .rule = Un parteneriat are cel puțin două instituții care semnează.
    .way1 = Alegeți încă o instituție.
refusal-PAR-03 = Nu s-a schimbat nimic
    .rule = O instituție este într-un parteneriat o singură dată.
    .way1 = Alegeți altă instituție.
refusal-PAR-04 = Nu s-a schimbat nimic
    .rule = Una dintre instituții conduce parteneriatul.
    .way1 = Dați mai întâi conducerea alteia.
refusal-PAR-05 = Nu s-a schimbat nimic
    .rule = Nu există o asemenea instituție sau nimeni de acolo nu răspunde pentru obligații.
    .way1 = Alegeți una din listă.
refusal-PAR-06 = Nu s-a schimbat nimic
    .rule = Această instituție nu este parte a parteneriatului.
    .way1 = Adăugați-o mai întâi ca parte.
refusal-PAR-07 = Nu s-a schimbat nimic
    .rule = Părțile citesc un proiect care are scop, o măsură, un cuvânt despre date și durată.
    .way1 = Scrieți partea care lipsește.
refusal-PAR-08 = Nu s-a schimbat nimic
    .rule = Zilele trebuie să urmeze una după alta: prima zi, analiza, ultima zi, fără prelungire în trecut.
    .way1 = Scrieți o zi de mai târziu.
refusal-PAR-09 = Nu s-a schimbat nimic
    .rule = Această zi nu a venit încă. Se notează doar ce s-a întâmplat.
    .way1 = Scrieți o zi până astăzi.
refusal-PAR-10 = Nu s-a schimbat nimic
    .rule = Această semnătură este deja notată.
    .way1 = Deschideți parteneriatul și citiți ziua.
refusal-PAR-11 = Nu s-a schimbat nimic
    .rule = Nu există o asemenea măsură în parteneriat.
    .way1 = Alegeți una care există.
refusal-PAR-12 = Nu s-a schimbat nimic
    .rule = Nu există o asemenea întrebare despre cooperare sau are două răspunsuri.
    .way1 = Răspundeți o dată la fiecare întrebare.
refusal-PAR-13 = Nu s-a schimbat nimic
    .rule = Ce a spus instituția dumneavoastră despre acel an rămâne.
    .way1 = Notați cum merge în acest an.
refusal-PAR-14 = Nu s-a schimbat nimic
    .rule = Un 4 spune că funcționează și se verifică: ceva arată asta.
    .way1 = Indicați ce arată asta sau răspundeți cu 3.
refusal-PAR-15 = Nu s-a schimbat nimic
    .rule = Acum nu este de trimis nicio reamintire.
    .way1 = Vedeți ultima zi.
refusal-PAR-16 = Nu s-a schimbat nimic
    .rule = Un observator nu semnează și nu are măsuri.
    .way1 = Alegeți cine conduce sau un membru.
refusal-PAR-17 = Nu s-a schimbat nimic
    .rule = Aici este nevoie de o zi întreagă.
    .way1 = Scrieți ziua, luna și anul.
refusal-PAR-18 = Nu s-a schimbat nimic
    .rule = Partea despre date indică categorii de date, un temei juridic și care parte răspunde de date.
    .way1 = Alegeți cel puțin câte una sau spuneți că nu se comunică date.
refusal-PAR-19 = Nu s-a schimbat nimic
    .rule = Nu a fost scris nimic.
    .way1 = Scrieți cel puțin un rând.
refusal-PAR-20 = Nu s-a schimbat nimic
    .rule = Această zi este după ultima zi a textului.
    .way1 = Scrieți ziua în care a fost semnat.
refusal-PAR-21 = Nu s-a schimbat nimic
    .rule = Un parteneriat are cel mult 250 de măsuri.
    .way1 = Spuneți mai multe într-una.
