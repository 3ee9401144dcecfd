## Machine-made wording: not yet confirmed by a person.
screening-title = Întrebare
screening-result-title = Recomandare
screening-list-title = Salvate și oprite
screening-list-lead = Nimic de aici nu s-a pierdut. Fiecare continuă de unde s-a oprit.
screening-none = Nicio evaluare nu vă așteaptă
screening-none-says = Ce începeți și lăsați stă aici, oricine din tura dumneavoastră continuă.
screening-new = Evaluare nouă
screening-go-on = Continuați
screening-answered =
    { PLURAL($n) ->
        [one] { $n } întrebare cu răspuns
        [few] { $n } întrebări cu răspuns
       *[other] { $n } de întrebări cu răspuns
    }
screening-step = Pasul { $step } din { $steps }
screening-saved = salvat { $time }
screening-aloud = Puteți spune
screening-aloud-more = Citiți în alte limbi
screening-on = Salvați și continuați
screening-advice = Salvați și vedeți recomandarea
screening-see = Vedeți recomandarea
screening-stop = Salvați și opriți aici
screening-resting = Ce nu atingeți rămâne „neîntrebat”. Este un răspuns adevărat.
screening-danger = Pericol acum: sunați la { $number }. Rămâneți cu ea. Restul poate aștepta.
screening-hurt = Este rănită sau bolnavă: întâi un medic. Întrebările pot aștepta.
question-group-who = Cine este ea?
question-group-safety = De cine se teme și cum poate fi contactată?
question-group-say = Ce dorește ea?
screening-sex = Așa cum spune ea
screening-age = Are 18 ani sau mai mult?
screening-age-hint = Dacă aveți îndoieli, alegeți „nu este sigur”. Atunci este tratată ca un copil și se înștiințează autoritatea pentru protecția copilului.
screening-years = Vârsta în ani, dacă a spus-o
screening-language = Limba în care se vorbește cu ea
screening-language-other = Altă limbă pe care o vorbește
screening-interpreter = Interpret
screening-nationality = Cetățenie
screening-child-with-her = Este un copil cu ea?
screening-name = Numele, dacă dorește să îl spună
screening-name-hint = Așa cum îl spune ea, cu literele ei. Rămâne sigilat.
screening-name-known = Un nume este deja scris, sigilat. Lăsați gol pentru a-l păstra.
sex-woman = Femeie
sex-man = Bărbat
sex-other = Altul
age-adult = Da, adult
age-child = Nu, copil
age-unsure = Nu este sigur
screening-urgency = Cât de repede are nevoie de ajutor?
screening-urgency-danger_now = Cineva ar putea păți ceva în următoarea oră
screening-urgency-tonight = Fără pat sigur, medicamente sau companie în noaptea aceasta
screening-urgency-ordinary = În siguranță acolo unde este; e nevoie de un serviciu
screening-whereabouts = Unde este acum?
screening-phone = Telefonul ei
screening-health = Sănătatea, cât este nevoie pentru ajutor
screening-hint-whereabouts = Se arată doar celor care o duc sau o primesc.
screening-hint-phone = Doar dacă este sigur de folosit.
screening-hint-health = Ce trebuie să știe în noaptea aceasta un medic sau casa.
screening-from-signal = Din primul cuvânt despre ea.
screening-from-screening = Din evaluare.
screening-from-later = Spus mai târziu.
screening-say-shelter = Dorește un loc sigur de dormit?
screening-say-legal_aid = Dorește un avocat?
screening-say-case_management = Dorește pe cineva care rămâne cu cazul ei și organizează ajutorul?
screening-say-police = Dorește să vorbească cu poliția?
screening-goes = Un da lasă să plece: { $fields }. Nimic altceva.
screening-until = Un da este valabil până la
screening-until-hint = Zi, lună, an. Îl poate retrage în orice zi până atunci.
screening-form = Cum a spus-o?
consent-form-spoken = Prin viu grai
consent-form-written = În scris
consent-form-by_guardian = Prin tutorele ei
screening-say-language = În ce limbă?
screening-own-words = În cuvintele ei, ce se va trimite
screening-own-words-hint = Citiți-i înapoi.
screening-advice-label = Toți pașii
screening-advice-lead = Recomandare din răspunsuri. Dumneavoastră decideți.
screening-advice-danger = Pericol acum: referiți
screening-advice-refer = Destule semne pentru referire
screening-advice-few = Puține semne până acum
screening-why-none = Niciun răspuns nu arată un semn. Nu este același lucru cu „niciun caz”: uitați-vă la ce nu s-a întrebat.
screening-why-child =
    { PLURAL($n) ->
        [one] { $n } dimensiune arată un semn. Pentru cineva care poate fi copil ajunge una.
        [few] { $n } dimensiuni arată un semn. Pentru cineva care poate fi copil ajunge una.
       *[other] { $n } de dimensiuni arată un semn. Pentru cineva care poate fi copil ajunge una.
    }
screening-why =
    { PLURAL($n) ->
        [one] { $n } dimensiune arată un semn; cu unul puternic: { $strong }.
        [few] { $n } dimensiuni arată un semn; cu unul puternic: { $strong }.
       *[other] { $n } de dimensiuni arată un semn; cu unul puternic: { $strong }.
    }
screening-signs = De ce
screening-because = { $dimension }, { $strength }. { $question } Ați notat: { $answer }
screening-change = Ce ar putea schimba aceasta
screening-not-asked =
    { PLURAL($n) ->
        [one] { $n } întrebare nu a fost pusă.
        [few] { $n } întrebări nu au fost puse.
       *[other] { $n } de întrebări nu au fost puse.
    }
screening-refused =
    { PLURAL($n) ->
        [one] La { $n } întrebare nu a dorit să răspundă.
        [few] La { $n } întrebări nu a dorit să răspundă.
       *[other] La { $n } de întrebări nu a dorit să răspundă.
    }
screening-unknown =
    { PLURAL($n) ->
        [one] { $n } răspuns nu este cunoscut.
        [few] { $n } răspunsuri nu sunt cunoscute.
       *[other] { $n } de răspunsuri nu sunt cunoscute.
    }
screening-change-no = Niciuna nu se socotește „nu”.
screening-back = Întrebați mai mult
screening-child = Are sub 18 ani sau ar putea avea?
screening-age-told-adult = Ați scris: adult.
screening-age-told-child = Ați scris: copil.
screening-age-told-unsure = Ați scris: nu este sigur.
screening-age-told-not = Nu ați scris nimic despre vârsta ei.
screening-child-route = Traseul pentru copii începe imediat și nu cere consimțământ: înștiințați autoritatea pentru protecția copilului.
screening-child-doubt = Dacă aveți îndoieli, spuneți. Traseul pentru copii începe imediat și nu cere consimțământ.
screening-child-link = Nu sunt sigur de vârsta ei
screening-child-change = Schimbați ce s-a scris despre vârsta ei
screening-ways = Ce puteți face acum
screening-way-refer = Întrebați-o și referiți
screening-way-number = Nu dorește aceasta: dați-i numărul
screening-way-no-case = Nu văd aici un caz, și iată de ce
screening-reason = De ce nu vedeți aici un caz?
screening-reason-hint = O frază. Ea o poate citi.
screening-decided-refer = Ați decis: referire.
screening-decided-gave_number = Ați decis: primește numărul și poate reveni în orice zi.
screening-decided-no_case = Ați decis: aici nu se vede un caz. Motivul este păstrat.
screening-number = Numărul pentru ea:
screening-file = Deschideți dosarul
screening-emergency = Dacă este în pericol acum: { $number }.
screening-set = Set de indicatori: { $set }.
