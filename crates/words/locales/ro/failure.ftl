## Machine-made wording: not yet confirmed by a person.
failure-title-not-found = Nu există o astfel de pagină pentru dumneavoastră
failure-lead-not-found = Adresa nu duce nicăieri sau duce la ceva ce nu vă este destinat. Care dintre ele, această pagină nu spune.
failure-more-not-found = Cine conduce cazul vă poate spune ce vă privește.
failure-title-nobody = Nimeni nu este autentificat
failure-lead-nobody = Autentificați-vă și încercați din nou.
failure-more-nobody = Nimic din ce ați scris nu s-a pierdut.
failure-title-stale = Formularul a stat deschis prea mult
failure-lead-stale = Nu s-a salvat și nu s-a trimis nimic. Pentru siguranță, un formular este primit doar din pagina și autentificarea cu care a fost deschis.
failure-more-stale = Mergeți înapoi, copiați ce ați scris, deschideți din nou pagina și trimiteți de acolo.
failure-title-too-large = Este mai mult decât încape într-un formular
failure-lead-too-large = Nu s-a salvat și nu s-a trimis nimic.
failure-more-too-large = Mergeți înapoi, scurtați textul cel mai lung și trimiteți din nou.
failure-title-refused = Nu s-a făcut: o regulă se opune
failure-lead-refused = Nu s-a salvat și nu s-a trimis nimic.
failure-more-refused = Mai jos stă ce s-ar accepta.
failure-title-conflict = Altcineva a schimbat între timp
failure-lead-conflict = Nimic din ce ați scris nu s-a pierdut și nimic nu a fost suprascris.
failure-more-conflict = Deschideți din nou pagina, uitați-vă ce s-a schimbat și hotărâți din nou.
failure-title-key-reused = Formularul a fost deja trimis cu alte răspunsuri
failure-lead-key-reused = Contează prima trimitere. Aceasta nu a fost salvată.
failure-more-key-reused = Deschideți din nou pagina ca să adăugați ce este nou.
failure-title-unavailable = Pagina nu a putut fi deschisă
failure-lead-unavailable = Nimic din ce ați scris nu s-a pierdut.
failure-more-unavailable = Depozitul de cazuri nu poate fi accesat acum. Ce s-a salvat înainte este în siguranță. Încercați din nou peste un minut; înapoi găsiți ce ați scris.
failure-title-form = Unele răspunsuri trebuie revăzute
failure-lead-form = Tot ce ați scris este încă aici. Nu s-a salvat și nu s-a trimis nimic.
failure-more-form = La fiecare câmp scrie ce ar fi corect.
failure-again = Încercați din nou
failure-home = La prima pagină
failure-danger = Dacă cineva este în pericol, nu așteptați această pagină: <b>112</b> sau telefonul de serviciu al echipei.
failure-danger-phone = Dacă cineva este în pericol, nu așteptați această pagină: <b>112</b> sau telefonul de serviciu: <b>{ $phone }</b>.
failure-code = Dacă cereți ajutor, citiți codul
failure-code-says = Spune ce nu a mers și nimic despre vreo persoană.
failure-refused = Nu s-a făcut: o regulă se opune
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
