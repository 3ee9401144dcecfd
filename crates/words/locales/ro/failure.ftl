## Machine-made wording: not yet confirmed by a person.
failure-title-not-found = Pagina nu există sau nu vă este accesibilă
failure-lead-not-found = Care dintre ele, această pagină nu spune.
failure-more-not-found = Organizația care coordonează cazul vă poate spune ce vă privește.
failure-title-nobody = Nu mai sunteți conectat(ă)
failure-lead-nobody = Nu s-a salvat și nu s-a trimis nimic. Ce ați scris se păstrează.
failure-more-nobody = Conectați-vă din nou cu același cont: ce ați scris va apărea din nou în formular.
failure-title-stale = Formularul a fost deschis prea mult timp
failure-lead-stale = Nu s-a salvat și nu s-a trimis nimic. Pentru siguranță, un formular se primește numai din pagina și autentificarea cu care a fost deschis.
failure-more-stale = Ce ați scris se află mai jos. Citiți încă o dată și trimiteți de aici.
failure-title-too-large = Este mai mult decât încape într-un formular
failure-lead-too-large = Nu s-a salvat și nu s-a trimis nimic.
failure-more-too-large = Mergeți înapoi, scurtați textul cel mai lung și trimiteți din nou.
failure-title-refused = Nu s-a salvat: o regulă nu permite
failure-lead-refused = Nu s-a salvat și nu s-a trimis nimic.
failure-more-refused = Mai jos este ce s-ar accepta.
failure-title-conflict = Altcineva a schimbat între timp
failure-lead-conflict = Nu s-a salvat nimic din ce ați scris și nu s-a suprascris nimic.
failure-more-conflict = Verificați ce s-a schimbat. Ce ați scris se află mai jos: trimiteți din nou dacă este încă valabil.
failure-title-key-reused = Formularul a fost deja trimis cu alte răspunsuri
failure-lead-key-reused = Contează prima trimitere. Aceasta nu a fost salvată.
failure-more-key-reused = Dacă vreți să păstrați ambele texte, salvați-l și pe acesta. Ce s-a salvat prima dată rămâne la locul său.
failure-title-key-too-old = Acest formular a fost deja trimis, acum mai bine de o săptămână
failure-lead-key-too-old = De data aceasta nu s-a salvat și nu s-a trimis nimic.
failure-more-key-too-old = Deschideți cazul: ce ați trimis atunci poate fi acolo. Deschideți din nou pagina ca să adăugați ce este nou.
failure-title-broken = Ceva din program nu funcționează corect
failure-lead-broken = Nu s-a salvat și nu s-a trimis nimic.
failure-more-broken = Spuneți celor care administrează Tiltas, cu codul de mai jos. Până se repară, folosiți telefonul.
failure-title-full = Discul nodului este plin
failure-lead-full = Nu s-a salvat și nu s-a trimis nimic.
failure-more-full = Folosiți acum telefonul și anunțați-i pe cei care administrează Tiltas. Lista de azi și cazurile pot fi citite cât mai este loc pentru a nota cine citește; listele și înregistrările noi revin când este din nou loc.
failure-title-unavailable = Pagina nu a putut fi deschisă
failure-lead-unavailable = Nimic din ce ați scris nu s-a pierdut.
failure-more-unavailable = Datele cazurilor nu pot fi citite acum. Ce s-a salvat înainte este în siguranță. Încercați din nou peste un minut; înapoi găsiți ce ați scris.
failure-title-busy = Sunt prea multe cereri în acest moment
failure-lead-busy = Nu s-a salvat și nu s-a trimis nimic.
failure-more-busy = Așteptați câteva secunde și încercați din nou. Ce s-a salvat înainte este în siguranță.
failure-title-unconfirmed = Este posibil să se fi salvat: trimiteți din nou
failure-lead-unconfirmed = Răspunsul nu a venit la timp. Ce ați trimis poate fi salvat sau nu.
failure-more-unconfirmed = Trimiteți din nou. Dacă s-a salvat prima dată, nu se salvează de două ori.
failure-was = A fost scris în: { $form }.
failure-was-way = Deschideți din nou formularul
failure-typed = Ce ați scris
failure-send-again = Trimiteți din nou
failure-title-form = Unele răspunsuri trebuie revăzute
failure-lead-form = Tot ce ați scris este încă aici. Nu s-a salvat și nu s-a trimis nimic.
failure-more-form = La fiecare câmp scrie ce ar fi corect.
failure-again = Încercați din nou
failure-home = Mergeți la prima pagină
failure-danger = Dacă cineva este în pericol, nu așteptați această pagină: <b>{ $emergency }</b> sau telefonul de gardă al echipei.
failure-danger-phone = Dacă cineva este în pericol, nu așteptați această pagină: <b>{ $emergency }</b> sau telefonul de gardă: <b>{ $phone }</b>.
failure-code = Dacă cereți ajutor, citiți codul
failure-code-says = Spune ce nu a mers și nimic despre vreo persoană.
failure-refused = Nu s-a salvat: o regulă nu permite
failure-refused-rule = Regula cu acest cod nu permite.

refused-rule = Regula
refused-origin = Provine din
refused-says = Cazul dumneavoastră spune
refused-accepted = Ce s-ar accepta
refused-kept = Nu s-a salvat și nu s-a trimis nimic. Dacă cereți ajutor, citiți codul

leave-title = Ora

errors-title =
    { PLURAL($n) ->
        [one] { $n } răspuns trebuie revăzut
        [few] { $n } răspunsuri trebuie revăzute
       *[other] { $n } de răspunsuri trebuie revăzute
    }
errors-kept = Tot ce ați scris este încă aici. Nu s-a salvat și nu s-a trimis nimic.
failure-send-too = Salvați și acest text
failure-sign-in = Conectați-vă și continuați
failure-title-resumed = Ce ați scris s-a păstrat
failure-lead-resumed = Sunteți conectat(ă) din nou. Încă nu s-a salvat și nu s-a trimis nimic.
failure-more-resumed = Citiți încă o dată și trimiteți.
failure-title-another = Ce s-a scris aparține altui cont
failure-lead-another = Textul nu se arată aici; nu s-a salvat și nu s-a trimis nimic.
failure-more-another = Cine l-a scris se poate conecta cu același cont.
typed-account = Ce s-a relatat sau s-a văzut
typed-feared = De cine se teme persoana
typed-function = Cui i-ați comunicat
typed-ground_reason = De ce nu se poate aștepta
typed-health = Sănătate
typed-name = Nume
typed-own_words = În cuvintele persoanei
typed-phone = Telefon
typed-plan = Ce s-a convenit pentru siguranță
typed-reason = Motiv
typed-safe_contact = Cum poate fi contactată persoana în siguranță
typed-text = Notă
typed-value = Ce s-a relatat
typed-whereabouts = Unde se află persoana
typed-words = Mesaj
