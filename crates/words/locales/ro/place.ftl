## Machine-made wording: not yet confirmed by a person.
places-title = Locuri
places-counts = { $free } libere, { $held } rezervate.
places-hold-says = O rezervare durează până la termenul răspunsului și se încheie de la sine; o puteți elibera. Nimeni din afară nu vede o adresă sau un nume, doar că un loc se potrivește.
places-others = Alte case
places-others-says = Locuri libere acum. Niciodată o adresă, o cameră sau cine locuiește acolo.
places-directory = Tot registrul
places-for = pentru { $who }, cerut de { $by }
places-falls = se eliberează la { $time } de la sine
places-press-release = Eliberați rezervarea
places-press-free = Este din nou liber
places-press-in_use = Din nou în folosință
places-press-out_of_use = Scos din folosință

takes-woman = femei
takes-woman_with_child = femei cu copii
takes-man = bărbați
takes-child = copii singuri

provider-takes = Primește
provider-phone = Telefon de serviciu
provider-region = Regiune
provider-name = Nume
provider-service = Oferă
provider-who = Primește
provider-narrow = Restrângeți lista
provider-title = Prestator
provider-sort-free = Întâi locurile libere
provider-sort-name = După nume
provider-says = Ce declară este cuvântul său. Sunați înainte de a vă baza pe aceasta.
providers-title = Prestatori
providers-about = Pe cine primește fiecare, ce oferă, dacă un loc este liber acum.
providers-none = Nimeni din registru nu este așa. Cereți mai puțin sau sunați la punctul de contact.

tonight-title = În noaptea aceasta
tonight-when = { $day }, { $time }. { $organisation }
tonight-asks =
    { PLURAL($n) ->
        [zero] Nicio referire nu așteaptă un răspuns.
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
tonight-none-says = Ce vine apare aici în cinci secunde. Nimeni nu datorează nimănui un răspuns.
tonight-asking = Cer un răspuns
tonight-needs = Are nevoie de { $services }.
tonight-sent = Trimisă de { $from }, { $time }.
tonight-told = Spus la telefon la { $time }, către { $function }: contează ca o confirmare.
tonight-due = Răspuns până la { $time }.
tonight-due-held = Răspuns până la { $time }; locul { $place } este rezervat până atunci.
tonight-accept = Acceptați și dați un loc
tonight-side = Acceptate și în curs
tonight-running = Acceptate și în curs
tonight-no = Dacă refuzăm
tonight-no-says = „Fără locuri” și „refuz” sunt răspunsuri diferite. Ambele se întorc imediat la expeditor, cu următorul prestator care se potrivește. Niciunul nu este o pată. Tăcerea urcă: la șeful expeditorului, la punctul de contact, la unitatea națională.

services-title = Servicii
services-about = Ce ați acceptat și ce este în curs. Deschideți una pentru a înregistra începutul sau rezultatul.
services-none = Nimic acceptat sau în curs
services-none-says = Ce acceptați stă aici până se înregistrează rezultatul.
