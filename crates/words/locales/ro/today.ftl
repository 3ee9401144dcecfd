## Machine-made wording: not yet confirmed by a person.
today-title = Astăzi
today-when = { $day }, { $time }
today-calm = Nimic nu întârzie și nimic nu are termen până mâine dimineață.
today-late =
    { PLURAL($n) ->
        [one] { $n } lucru este <b>în întârziere</b>.
        [few] { $n } lucruri sunt <b>în întârziere</b>.
       *[other] { $n } de lucruri sunt <b>în întârziere</b>.
    }
today-late-many = Peste 1000 de lucruri sunt <b>în întârziere</b>.
today-soon =
    { PLURAL($n) ->
        [one] { $n } are termen până mâine dimineață.
        [few] { $n } au termen până mâine dimineață.
       *[other] { $n } au termen până mâine dimineață.
    }
today-soon-only =
    { PLURAL($n) ->
        [one] Nimic nu întârzie. <b>{ $n } lucru</b> are termen până mâine dimineață.
        [few] Nimic nu întârzie. <b>{ $n } lucruri</b> au termen până mâine dimineață.
       *[other] Nimic nu întârzie. <b>{ $n } de lucruri</b> au termen până mâine dimineață.
    }
today-owed =
    { PLURAL($n) ->
        [one] Așteptați { $n } răspuns.
        [few] Așteptați { $n } răspunsuri.
       *[other] Așteptați { $n } de răspunsuri.
    }
today-new =
    { PLURAL($n) ->
        [one] { $n } tocmai a venit.
        [few] { $n } tocmai au venit.
       *[other] { $n } tocmai au venit.
    }
today-nobody-owes = Nu așteptați niciun răspuns.
today-group-urgent = Pericol acum și în noaptea aceasta
today-group-late = În întârziere
today-group-soon = Până mâine dimineață
today-group-later = Mai târziu
today-kinds = Ce fel de sarcini
today-kind-all = Toate
today-kind-us = La dumneavoastră
today-kind-them = La alții
today-kind-colleagues = La colegi
today-kind-children = Copii
today-kind-none = Nimic de acest fel
today-kind-none-says = Celelalte sarcini de astăzi sunt la Toate.
list-unread =
    { PLURAL($n) ->
        [one] { $n } înregistrare nu poate fi citită și lipsește din listă. Celelalte sunt aici.
        [few] { $n } înregistrări nu pot fi citite și lipsesc din listă. Celelalte sunt aici.
       *[other] { $n } de înregistrări nu pot fi citite și lipsesc din listă. Celelalte sunt aici.
    }
today-none = Nimic nu vă așteaptă
today-none-says = Ce urmează apare aici de la sine. Nu așteptați niciun răspuns.
today-none-owed =
    { PLURAL($n) ->
        [one] Ce urmează apare aici de la sine. Așteptați { $n } răspuns: este alături.
        [few] Ce urmează apare aici de la sine. Așteptați { $n } răspunsuri: sunt alături.
       *[other] Ce urmează apare aici de la sine. Așteptați { $n } de răspunsuri: sunt alături.
    }
today-signal = Sesizare nouă
today-child = copil
today-side = Răspunsuri și locuri
today-not-answered = Încă fără răspuns
today-answers = Răspunsuri noi
today-no-answers = Niciun răspuns nou în trei zile.
today-places = Locuri în noaptea aceasta
today-free =
    { PLURAL($n) ->
        [one] <b>{ $n }</b> liber
        [few] <b>{ $n }</b> libere
       *[other] <b>{ $n }</b> libere
    }
today-free-held = Libere: <b>{ $n }</b>, rezervate: { $held }
today-call = pe cine să sunați
today-who-all = În total, fiecare loc o dată
today-who-woman = Femeie
today-who-woman_with_child = Femeie cu copii
today-who-man = Bărbat
today-who-child = Copil singur

duty-acknowledge = Confirmați primirea referirii de la { $other }
duty-their_acknowledgement = Nicio confirmare încă de la { $other }
duty-answer = Răspundeți la referirea de la { $other }
duty-their_answer = Niciun răspuns încă de la { $other }
duty-reply = Răspundeți la întrebarea de la { $other }
duty-their_reply = Niciun răspuns încă de la { $other } la întrebarea dumneavoastră
duty-escalated = Fără răspuns: sunați la { $other }
duty-answer_lead = Preluați coordonarea cazului sau refuzați: ofertă de la { $other }
duty-tell_child_protection = Înștiințați autoritatea tutelară
duty-take_correction = Preluați o valoare corectată
duty-confirm_removal = Confirmați ștergerea: consimțământul a fost retras sau restrâns
duty-report_incident = Raportați că o referire a ajuns la destinatarul greșit
duty-end_service = Încheiați serviciul: persoana nu îl mai dorește
duty-phone = Telefon de gardă { $phone }.

cases-title = Cazuri
cases-queues = Liste de lucru
cases-queue-all = Toate
cases-queue-lead = Coordonate de dumneavoastră
cases-queue-late = Întârziate
cases-queue-waiting = Se așteaptă alții
cases-queue-part = Coordonate de alții
cases-urgency = Urgența (gol: oricare)
cases-sort = Ordinea
cases-sort-urgent = Urgente întâi
cases-sort-newest = Cele mai noi întâi
cases-sort-name = După numele de lucru
cases-show = Afișați
cases-shown = { $from }–{ $to } din { $all }
cases-more-than = peste 1000
cases-filter-remove = Eliminați acest filtru
cases-filter-none = Niciun caz cu această urgență
cases-filter-none-says = În această listă există alte cazuri.
cases-next = Următoarea sarcină
cases-next-none = nimic cu termen
cases-pages = Paginile listei
cases-first = Prima pagină
cases-after = Pagina următoare
cases-none-all = Niciun caz încă
cases-none-says-all = Un caz apare aici de la prima sesizare și când o referire vă implică.
cases-none-lead = Nu coordonați niciun caz
cases-none-says-lead = Un caz apare aici când deschideți un dosar sau preluați coordonarea.
cases-none-late = Nimic întârziat
cases-none-says-late = Un caz apare aici când a trecut un termen, al dumneavoastră sau al organizației de la care așteptați.
cases-none-waiting = Nu așteptați niciun răspuns
cases-none-says-waiting = Un caz apare aici când următorul pas este la altă organizație.
cases-none-part = Nu participați la cazuri ale altora
cases-none-says-part = Un caz apare aici când o referire vă implică.
cases-opened = Deschis
cases-part = Rolul dumneavoastră
cases-leads = coordonați
cases-takes-part = participați
find-title = Nu s-a găsit
find-lead = Niciun caz cu acest nume de lucru sau număr printre cele la care participați.
find-says = Verificați scrierea: un gen botanic și trei cifre, ca Galium 271, sau numărul dintr-o scrisoare. Pagina arată la fel, fie că altcineva are un astfel de caz sau nu.
find-referrals = La lista referirilor
find-list = La lista cazurilor
find-several = Mai multe cazuri se termină cu aceste cifre

signal-title = Sesizare nouă
signal-about = Un singur lucru spus ajunge. Ce nu s-a întrebat rămâne „neîntrebat”: un câmp gol nu este niciodată „nu”.
signal-first = Cum a venit și cât de curând
signal-channel = Cum a venit
signal-anonymous = Cine a spus
signal-anonymous-yes = Dorește să rămână anonim
signal-urgency = Cât de curând este nevoie de ceva
signal-told = Ce s-a spus
signal-told-says = Așa cum s-a spus. Persoana poate citi într-o zi ce ați scris.
signal-person = Persoana
signal-person-says = Ce nu se știe rămâne gol.
signal-sex = Gen, declarat de persoană
signal-sex-woman = Femeie sau fată
signal-sex-man = Bărbat sau băiat
signal-sex-other = Alt gen
signal-age = Vârsta
signal-age-adult = 18 ani sau mai mult
signal-age-child = Sub 18 ani
signal-age-unsure = Incertă
signal-age-doubt = Cât timp vârsta este incertă, se aplică procedura pentru copii și se înștiințează autoritatea tutelară.
signal-years = Ani, dacă s-a spus
signal-language = Limba în care se vorbește cu persoana
signal-interpreter = Interpret
signal-child = Persoana este însoțită de un copil
signal-nationality = Cetățenie
signal-account = Ce s-a spus sau s-a văzut
signal-account-hint = Fără presupuneri, fără judecăți: cine a spus, ce s-a văzut.
signal-whereabouts = Unde se află persoana
signal-health = Sănătate
signal-health-hint = Ce trebuie să știe cei care ajută.
signal-name = Numele, așa cum a fost spus
signal-name-hint = Este protejat imediat ce se salvează. Cazul primește un nume de lucru.
signal-phone = Telefon
signal-phone-hint = Nu sunați înainte de a ști că este sigur.
signal-save = Salvați și deschideți cazul
signal-wrong-channel = Alegeți cum a venit.
signal-wrong-urgency = Alegeți cât de curând este nevoie de ceva.
channel-encounter = Contact direct
channel-hotline = Apel la linia fierbinte
channel-report = Sesizare de la terți
channel-self_report = Persoana a venit
channel-abroad = Din străinătate

organisations-title = Organizații
organisations-about = Cine face parte din mecanism și telefonul la care se răspunde noaptea.
organisations-by-name = După nume
organisations-by-kind = După fel
organisation-title = Organizație
organisation-name = Nume
organisation-what = Ce este
organisation-contact-point = Punctul de contact
organisation-no-phone = fără telefon de gardă
organisation-no-point = niciunul: Unitatea Națională de Coordonare
organisation-kind-border_police = Poliția de frontieră
organisation-kind-labour_inspectorate = Inspectoratul muncii
organisation-kind-hotline = Linie fierbinte
organisation-kind-ngo = Organizație necomercială (ONG)
organisation-kind-shelter = Centru de asistență și protecție
organisation-kind-police = Poliție
organisation-kind-prosecution = Procuratură
organisation-kind-secretariat = Secretariatul permanent
organisation-kind-rapporteur = Raportor național
organisation-kind-ministry = Minister, altă autoritate
organisation-kind-partner = Instituție parteneră
organisation-kind-territorial_team = Echipă multidisciplinară teritorială, punct de contact
organisation-kind-child_protection = Autoritate tutelară
organisation-kind-national_unit = Unitatea Națională de Coordonare
organisation-kind-service = Alt serviciu
