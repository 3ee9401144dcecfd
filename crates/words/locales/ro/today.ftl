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
        [one] Vi se datorează { $n } răspuns.
        [few] Vi se datorează { $n } răspunsuri.
       *[other] Vi se datorează { $n } de răspunsuri.
    }
today-new =
    { PLURAL($n) ->
        [one] { $n } tocmai a venit.
        [few] { $n } tocmai au venit.
       *[other] { $n } tocmai au venit.
    }
today-nobody-owes = Nimeni nu vă datorează un răspuns.
today-group-late = În întârziere
today-group-soon = Până mâine dimineață
today-group-later = Mai târziu
today-none = Nimic nu vă așteaptă
today-none-says = Ce urmează apare aici de la sine. Nimeni nu vă datorează un răspuns.
today-none-owed =
    { PLURAL($n) ->
        [one] Ce urmează apare aici de la sine. Vi se datorează { $n } răspuns: stă alături.
        [few] Ce urmează apare aici de la sine. Vi se datorează { $n } răspunsuri: stau alături.
       *[other] Ce urmează apare aici de la sine. Vi se datorează { $n } de răspunsuri: stau alături.
    }
today-more = Sunt mai multe cu termen mai târziu decât se arată aici.
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
today-free-held = <b>{ $n }</b> libere, { $held } rezervate
today-call = pe cine să sunați
today-who-woman = Femeie
today-who-woman_with_child = Femeie cu copii
today-who-man = Bărbat
today-who-child = Copil singur

duty-acknowledge = Confirmați referirea de la { $other }
duty-their_acknowledgement = { $other } nu a spus încă că a văzut-o
duty-answer = Răspundeți la referirea de la { $other }
duty-their_answer = { $other } datorează un răspuns
duty-reply = Răspundeți la întrebarea de la { $other }
duty-their_reply = { $other } datorează un răspuns la întrebarea dumneavoastră
duty-silence = Sunați la { $other }: niciun răspuns
duty-answer_lead = Preluați conducerea sau refuzați-o: o oferă { $other }
duty-tell_child_protection = Informați autoritatea pentru protecția copilului
duty-take_correction = Preluați o valoare corectată
duty-confirm_removal = Confirmați că este șters: persoana și-a retras acordul
duty-report_incident = Raportați că o referire a ajuns la destinatarul greșit
duty-phone = Telefon de serviciu { $phone }.

cases-title = Cazuri
cases-none = Niciun caz încă
cases-none-says = Un caz stă aici de la prima sesizare și când o referire vă aduce în el.
cases-newest = Cele mai noi întâi
cases-by-name = După numele rostit
cases-opened = Deschis
cases-part = Rolul dumneavoastră
cases-leads = conduceți
cases-takes-part = participați
cases-before = Cele cincizeci dinainte
cases-after = Următoarele cincizeci
find-title = Nu s-a găsit
find-lead = Niciun caz cu acest nume rostit sau număr printre cele la care participați.
find-says = Uitați-vă la scriere: un gen botanic și trei cifre, ca Galium 271, sau numărul dintr-o scrisoare. Pagina arată la fel, fie că altcineva are un astfel de caz sau nu.
find-list = La lista cazurilor

signal-title = Sesizare nouă
signal-about = Un singur lucru spus ajunge. Ce nu s-a întrebat rămâne „neîntrebat”: golul nu este niciodată „nu”.
signal-first = Cum a venit și cât de curând
signal-channel = Cum a venit
signal-anonymous = Cine a spus
signal-anonymous-yes = Dorește să rămână nenumit
signal-urgency = Cât de curând este nevoie de ceva
signal-told = Ce s-a spus
signal-told-says = Așa cum s-a spus. Persoana le poate citi într-o zi.
signal-person = Persoana
signal-person-says = Ce nu se știe rămâne gol.
signal-sex = Așa cum spune persoana
signal-sex-woman = Femeie sau fată
signal-sex-man = Bărbat sau băiat
signal-sex-other = Altul
signal-age = Vârsta
signal-age-adult = 18 ani sau mai mult
signal-age-child = Sub 18 ani
signal-age-unsure = Îndoielnică
signal-age-doubt = La îndoială, persoana este tratată ca un copil, iar autoritatea pentru protecția copilului este informată.
signal-years = Ani, dacă s-a spus
signal-language = Limba în care se vorbește cu persoana
signal-interpreter = Interpret
signal-child = Este un copil împreună cu persoana
signal-nationality = Naționalitate
signal-account = Ce s-a spus sau s-a văzut
signal-account-hint = Fără presupuneri, fără judecăți: cine a spus, ce s-a văzut.
signal-whereabouts = Unde este persoana
signal-health = Sănătate
signal-health-hint = Ce trebuie să știe cei care ajută.
signal-name = Numele, așa cum a fost spus
signal-name-hint = Sigilat de îndată ce este salvat. Cazul primește un nume rostit.
signal-phone = Telefon
signal-phone-hint = Nu sunați înainte de a ști că este sigur.
signal-save = Salvați și deschideți cazul
signal-wrong-channel = Alegeți cum a venit.
signal-wrong-urgency = Alegeți cât de curând este nevoie de ceva.
channel-encounter = Întâlnire în persoană
channel-hotline = Spus la o linie telefonică
channel-report = De la altă organizație sau de la un vecin
channel-herself = Persoana a venit
channel-abroad = Din străinătate

organisations-title = Organizații
organisations-about = Cine face parte din mecanism și telefonul la care se răspunde noaptea.
organisations-by-name = După nume
organisations-by-kind = După fel
organisation-title = Organizație
organisation-name = Nume
organisation-what = Ce este
organisation-contact-point = Punctul ei de contact
organisation-no-phone = fără telefon de serviciu
organisation-no-point = niciunul: unitatea națională
organisation-kind-border_police = Poliția de frontieră
organisation-kind-labour_inspectorate = Inspectoratul muncii
organisation-kind-hotline = Linie telefonică
organisation-kind-ngo = Organizație neguvernamentală
organisation-kind-shelter = Adăpost
organisation-kind-police = Poliție, procuratură
organisation-kind-territorial_team = Echipă teritorială, punct de contact
organisation-kind-child_protection = Autoritatea pentru protecția copilului
organisation-kind-national_unit = Unitatea națională
organisation-kind-service = Alt serviciu
