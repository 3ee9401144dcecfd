## Machine-made wording: not yet confirmed by a person.
screening-title = Evaluare primară, pasul { $step } din { $steps }
screening-aloud-machine = traducere automată, neconfirmată
screening-result-title = Recomandare
screening-list-title = Evaluări salvate
screening-list-lead = Nimic de aici nu s-a pierdut. Fiecare continuă de unde s-a oprit.
screening-none = Nicio evaluare primară nu vă așteaptă
screening-none-says = Ce începeți și lăsați rămâne aici, oricine din tura dumneavoastră continuă.
screening-new = Evaluare primară nouă
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
screening-aloud-more = Arătați în alte limbi
screening-aloud-child = Dacă este copil
screening-on = Salvați și continuați
screening-advice = Salvați și vedeți recomandarea
screening-see = Vedeți recomandarea
screening-stop = Salvați și opriți aici
screening-resting = Ce nu atingeți rămâne „neîntrebat”. Este un răspuns adevărat.
screening-danger = Pericol acum: sunați la { $emergency }. Rămâneți cu persoana. Restul poate aștepta.
screening-hurt = Persoana este rănită sau bolnavă: întâi un medic. Întrebările pot aștepta.
question-group-who = Cine este persoana?
question-group-safety = De cine se teme persoana și cum o putem contacta în siguranță?
question-group-say = Ce dorește persoana?
screening-sex = Gen, declarat de persoană
screening-age = Persoana are 18 ani sau mai mult?
screening-age-hint = Dacă aveți îndoieli, alegeți „nu este sigur”. Atunci se aplică procedura pentru copii și se înștiințează autoritatea tutelară.
screening-years = Vârsta în ani, dacă a spus-o
screening-language = Limba în care se vorbește cu persoana
screening-language-other = Altă limbă vorbită de persoană
screening-interpreter = Interpret
screening-nationality = Cetățenie
screening-accompanying-child = Persoana este însoțită de un copil?
screening-name = Numele, dacă persoana dorește să îl spună
screening-name-hint = Așa cum îl spune persoana, cu literele sale. Rămâne protejat.
screening-name-known = Un nume este deja scris, protejat. Lăsați gol pentru a-l păstra.
sex-woman = Femeie
sex-man = Bărbat
sex-other = Alt gen
age-adult = Da, persoană adultă
age-child = Nu, copil
age-unsure = Nu este sigur
screening-urgency = Cât de curând este nevoie de ajutor?
screening-urgency-danger_now = Cineva ar putea fi rănit în următoarea oră
screening-urgency-tonight = Fără pat sigur, medicamente sau cineva alături în noaptea aceasta
screening-urgency-ordinary = Persoana este în siguranță unde se află; este nevoie de un serviciu
screening-whereabouts = Unde se află acum persoana?
screening-phone = Telefonul persoanei
screening-health = Sănătatea, cât este necesar pentru ajutor
screening-hint-whereabouts = Se arată numai celor care însoțesc sau primesc persoana.
screening-hint-phone = Numai dacă poate fi folosit în siguranță.
screening-hint-health = Ce trebuie să știe în noaptea aceasta un medic sau centrul.
screening-from-signal = Din sesizare.
screening-from-screening = Din evaluarea primară.
screening-from-later = Înregistrat mai târziu.
screening-say-shelter = Persoana dorește cazare sigură?
screening-say-legal_aid = Persoana dorește un avocat?
screening-say-case_management = Persoana dorește pe cineva care rămâne alături și organizează ajutorul?
screening-say-police = Persoana dorește să vorbească cu poliția?
screening-goes = Dacă acceptă, se transmite: { $fields }. Nimic altceva.
screening-until = Consimțământul este valabil până la
screening-until-hint = Zi, lună, an. Consimțământul poate fi retras în orice zi până atunci.
screening-form = În ce formă s-a răspuns?
consent-form-spoken = Verbal
consent-form-written = În scris
consent-form-by_guardian = Prin reprezentantul legal
screening-say-language = În ce limbă?
screening-own-words = În cuvintele persoanei, ce se va transmite
screening-own-words-hint = Citiți-i persoanei ce ați scris.
screening-advice-label = Toate etapele
screening-advice-lead = Recomandare din răspunsuri. Decizia vă aparține.
screening-advice-danger = Pericol acum: referiți
screening-advice-refer = Indicatorii sugerează referirea. Decizia vă aparține.
screening-advice-few = Puțini indicatori până acum
screening-why-none = Niciun răspuns nu arată un indicator. Nu înseamnă „fără indicatori”: verificați ce nu s-a întrebat.
screening-why-child =
    { PLURAL($n) ->
        [one] { $n } dimensiune arată un indicator. Pentru cineva care poate fi copil ajunge una.
        [few] { $n } dimensiuni arată un indicator. Pentru cineva care poate fi copil ajunge una.
       *[other] { $n } de dimensiuni arată un indicator. Pentru cineva care poate fi copil ajunge una.
    }
screening-why =
    { PLURAL($n) ->
        [one] { $n } dimensiune arată un indicator; cu unul puternic: { $strong }.
        [few] { $n } dimensiuni arată un indicator; cu unul puternic: { $strong }.
       *[other] { $n } de dimensiuni arată un indicator; cu unul puternic: { $strong }.
    }
screening-signs = De ce
screening-because = { $dimension }, { $strength }. { $question } Ați înregistrat: { $answer }
screening-change = Ce ar putea schimba recomandarea
screening-not-asked =
    { PLURAL($n) ->
        [one] { $n } întrebare nu a fost pusă.
        [few] { $n } întrebări nu au fost puse.
       *[other] { $n } de întrebări nu au fost puse.
    }
screening-refused =
    { PLURAL($n) ->
        [one] La { $n } întrebare persoana nu a dorit să răspundă.
        [few] La { $n } întrebări persoana nu a dorit să răspundă.
       *[other] La { $n } de întrebări persoana nu a dorit să răspundă.
    }
screening-unknown =
    { PLURAL($n) ->
        [one] { $n } răspuns nu este cunoscut.
        [few] { $n } răspunsuri nu sunt cunoscute.
       *[other] { $n } de răspunsuri nu sunt cunoscute.
    }
screening-change-no = Niciuna nu înseamnă „nu”.
screening-back = Întrebați mai mult
screening-child = Persoana are sub 18 ani sau ar putea avea?
screening-age-told-adult = Ați scris: persoană adultă.
screening-age-told-child = Ați scris: copil.
screening-age-told-unsure = Ați scris: nu este sigur.
screening-age-told-not = Nu ați scris nimic despre vârstă.
screening-child-route = Procedura pentru copii începe imediat și nu cere consimțământ: înștiințați autoritatea tutelară.
screening-child-doubt = Dacă aveți îndoieli, spuneți. Procedura pentru copii începe imediat și nu cere consimțământ.
screening-child-link = Vârsta nu este sigură
screening-child-change = Schimbați ce s-a scris despre vârstă
screening-ways = Ce puteți face acum
screening-way-refer = Cereți consimțământul și trimiteți referirea
screening-way-number = Nu dorește referirea: dați numărul liniei fierbinți
screening-way-no-case = Fără indicatori acum: scrieți motivul
screening-reason = De ce nu sunt indicatori acum?
screening-reason-hint = O propoziție. Persoana o poate citi.
screening-decided-refer = Ați decis: referire.
screening-decided-gave_number = Ați decis: persoana primește numărul liniei fierbinți și poate reveni în orice zi.
screening-decided-no_case = Ați decis: fără indicatori acum. Motivul este păstrat.
screening-number = Numărul de dat:
screening-file = Deschideți dosarul
screening-emergency = Dacă persoana este în pericol acum: { $emergency }.
screening-sources = De unde vin indicatorii
screening-ticks = Bifați ce vedeți sau auziți. Pot fi mai multe.
screening-call-back = Numărul la care sunați, dacă se întrerupe legătura
screening-call-back-hint = Numai dacă persoana spune că este sigur. Pagina următoare păstrează orele și ce spuneți dacă răspunde altcineva.
screening-instead-in_person = Persoana este lângă dumneavoastră?
screening-instead-by_phone = Persoana este la telefon?
screening-observe = Observați mai întâi. Întrebați numai ce nu puteți vedea.
screening-previous = Înapoi
screening-cancel = La prima dumneavoastră pagină
screening-running = Ați început o evaluare primară pentru { $name }, { $time }. Este aceeași persoană?
screening-doctor = Solicitați un medic
screening-check = Verificați răspunsurile
screening-check-lead = Fiecare pagină se poate modifica până luați decizia.
screening-check-change = modificați
