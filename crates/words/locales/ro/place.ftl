## Machine-made wording: not yet confirmed by a person.
places-title = Locuri
places-counts = Libere: { $free }, rezervate: { $held }.
places-hold-says = O rezervare durează până la termenul răspunsului și se încheie de la sine; o puteți elibera. Nimeni din afară nu vede o adresă sau un nume, numai că un loc corespunde.
places-others = Alte centre
places-others-says = Locuri libere acum. Niciodată o adresă, o cameră sau cine locuiește acolo.
places-directory = Tot registrul
places-for = pentru { $who }, cerut de { $by }
places-falls = se eliberează la { $time } de la sine
places-confirm-free = Locul este din nou liber?
places-confirm-release = Eliberați rezervarea?
places-free-heading = Locul { $place } din { $house } este din nou liber?
places-free-says = Acum îl are { $who }. După ce îl eliberați, poate fi dat altcuiva, iar cine a transmis referirea află. Referirea continuă până i se înregistrează sfârșitul.
places-free-nobody = Cine îl are nu se arată aici. Eliberați-l numai dacă nu locuiește nimeni acolo: ceilalți văd apoi că este liber.
places-release-heading = Eliberați rezervarea locului { $place } din { $house }?
places-release-says = Este rezervat pentru { $who } până la { $until }. { $by } l-a cerut și află imediat; referirea vă așteaptă în continuare răspunsul.
places-press-release = Eliberați rezervarea
places-press-free = Eliberați locul
places-press-in_use = Repuneți în folosință
places-press-out_of_use = Scoateți din folosință

takes-woman = femei
takes-woman_with_child = femei cu copii
takes-man = bărbați
takes-child = copii singuri

provider-takes = Primește
provider-phone = Telefon de gardă
provider-region = Regiune
provider-name = Nume
provider-service = Oferă
provider-who = Primește
provider-narrow = Restrângeți lista
provider-title = Prestator
provider-sort-free = Locurile libere sunt primele
provider-sort-name = După nume
provider-says = Este declarația prestatorului. Sunați înainte de a vă baza pe aceasta.
provider-change-title = Modificați oferta
provider-change-way = Ce oferă această casă
provider-change-lead = Ceilalți aleg după ce scrie aici. Nu scrieți niciodată o adresă, o cameră sau un nume.
provider-change-save = Salvați oferta
provider-change-places = Locuri și rezervări
provider-changed = Oferta s-a modificat. O vede de acum oricine alege.
provider-about = Ce este, într-un rând
provider-about-hint = De exemplu: adăpost pentru femei și copii.
provider-region-hint = Partea de țară, niciodată o adresă.
provider-sexes = Primește după gen
provider-takes-adults = adulți
provider-takes-children = copii fără părinți
provider-takes-with_child = un adult cu un copil
provider-more-places = Alte locuri, câte unul pe rând
provider-more-places-hint =
    { PLURAL($n) ->
        [one] { $n } loc are deja nume. Scrieți numai locurile noi, de exemplu 3 C. Un loc care lipsește o vreme se scoate din uz la Locuri.
        [few] { $n } locuri au deja nume. Scrieți numai locurile noi, de exemplu 3 C. Un loc care lipsește o vreme se scoate din uz la Locuri.
       *[other] { $n } de locuri au deja nume. Scrieți numai locurile noi, de exemplu 3 C. Un loc care lipsește o vreme se scoate din uz la Locuri.
    }
providers-title = Prestatori
providers-about = Pe cine primește fiecare, ce oferă, dacă un loc este liber acum.
providers-none = Niciun prestator din registru nu corespunde. Cereți mai puțin sau sunați la punctul de contact.

tonight-title = În noaptea aceasta
tonight-when = { $day }, { $time }. { $organisation }
tonight-asks =
    { PLURAL($n) ->
        [one] <b>{ $n } referire</b> așteaptă un răspuns.
        [few] <b>{ $n } referiri</b> așteaptă un răspuns.
       *[other] <b>{ $n } de referiri</b> așteaptă un răspuns.
    }
tonight-free =
    { PLURAL($n) ->
        [one] <b>{ $n } loc</b> este liber,
        [few] <b>{ $n } locuri</b> sunt libere,
       *[other] <b>{ $n } de locuri</b> sunt libere,
    }
tonight-held =
    { PLURAL($n) ->
        [one] { $n } este rezervat până la termenul răspunsului.
        [few] { $n } sunt rezervate până la termenul răspunsului.
       *[other] { $n } sunt rezervate până la termenul răspunsului.
    }
tonight-none = Nimeni nu așteaptă un răspuns de la dumneavoastră
tonight-none-says = Ce vine apare aici în cinci secunde. Nu vedeți nimic cu termen.
tonight-asking = Așteaptă un răspuns
tonight-needs = Necesități: { $services }.
tonight-sent = Trimisă de { $from }, { $time }.
tonight-told = Înștiințare telefonică la { $time }: { $function }. Contează ca o confirmare de primire.
tonight-due = Răspuns până la { $time }.
tonight-due-held = Răspuns până la { $time }; locul { $place } este rezervat până atunci.
tonight-accept = Acceptați și dați un loc
tonight-all = Toate care așteaptă un răspuns
tonight-side = Acceptate și în curs
tonight-running = Acceptate și în curs
tonight-no = Dacă refuzăm
tonight-no-says = „Fără locuri” și „refuz” sunt răspunsuri diferite. Ambele ajung imediat la expeditor, împreună cu următorul prestator potrivit. Niciunul nu vă dezavantajează. Fără răspuns, referirea trece la superiorul expeditorului, la punctul de contact, apoi la Unitatea Națională de Coordonare.

services-title = Servicii
services-about = Ce ați acceptat și ce este în curs. Deschideți una pentru a înregistra începutul sau rezultatul.
services-none = Nimic acceptat sau în curs
services-none-says = Ce acceptați rămâne aici până se înregistrează rezultatul.
services-all = Toate acceptate sau în curs
