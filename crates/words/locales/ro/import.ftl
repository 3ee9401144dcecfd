## Machine-made wording: not yet confirmed by a person.
step-import_read = A fost citit un tabel
step-import_mapped = Au fost alese coloanele unui tabel
step-import_taken = Au intrat rândurile unui tabel
step-import_undone = Un tabel a fost retras
one-night-event-import_read = A fost citit un tabel
one-night-event-import_mapped = Au fost alese coloanele unui tabel
one-night-event-import_taken = Au intrat rândurile unui tabel
one-night-event-import_undone = Un tabel a fost retras
refusal-IMP-01 = Nu s-a schimbat nimic
    .rule = Aceasta nu se face unui import aflat în această stare.
    .way1 = Deschideți importul și vedeți ce se poate face acum.
refusal-IMP-02 = Nu s-a schimbat nimic
    .rule = Nu este aleasă o coloană de care are nevoie fiecare rând.
    .way1 = Alegeți care coloană a tabelului este.
refusal-IMP-03 = Nu s-a schimbat nimic
    .rule = O coloană a tabelului este aleasă pentru două lucruri.
    .way1 = Alegeți-o pentru unul singur.
refusal-IMP-04 = Nu s-a schimbat nimic
    .rule = Tabelul nu are o astfel de coloană.
    .way1 = Alegeți una dintre cele existente.
refusal-IMP-05 = Nu s-a schimbat nimic
    .rule = Niciun rând al acestui tabel nu este nou sau modificat.
    .way1 = Vedeți ce s-a găsit în tabel.
refusal-IMP-06 = Nu s-a schimbat nimic
    .rule = Un tabel are cel mult 5000 de rânduri, 60 de coloane și 2 milioane de caractere.
    .way1 = Împărțiți tabelul în mai multe.
step-book_brought = Un fișier a fost citit
step-book_forgotten = Un fișier a fost uitat
one-night-event-book_brought = Un fișier a fost citit
one-night-event-book_forgotten = Un fișier a fost uitat
refusal-IMP-07 = Nu s-a schimbat nimic
    .rule = Fișierul nu se mai păstrează.
    .way1 = Aduceți-l din nou.
refusal-IMP-08 = Nu s-a schimbat nimic
    .rule = Fișierul nu are o astfel de foaie sau în acest rând nu este scris nimic.
    .way1 = Alegeți un rând care numește coloanele.
import-title = Importați un tabel
import-lead = XLSX, ODS sau CSV, până la 5 MB, 5000 de rânduri și 60 de coloane. Vedeți ce ar intra înainte să se scrie ceva.
import-kept-note = Fișierul se păstrează criptat 7 zile, apoi este uitat. Numele fișierului nu se păstrează.
import-file = Fișier
import-read = Citiți fișierul
import-columns-template = Tabel cu coloanele, de completat:
import-columns-own = Planul așa cum este, de modificat și adus din nou:
import-before = Importate anterior
import-none = Încă nu s-a importat nimic în acest plan.
import-when = Citit la
import-rows = Rânduri în fișier
import-state = Stare
import-show = Import de tabel
import-closed = Planul nu se scrie acum, deci nimic nu intră și nu iese din el. Poate fi modificat după ce intră în vigoare.
import-mapping = Care coloană este care?
import-mapping-lead = Alegeți pentru fiecare coloana din fișier. Lăsați necompletat ce nu există în fișier.
import-remembered = Alese ca la ultimul tabel cu aceste coloane.
import-column-needed = { $column } (necesar)
import-sheet = Foaie
import-sheet-alone = singura foaie
import-head = Rândul care numește coloanele
import-look = Căutați acolo
import-first-rows = Primele rânduri de sub acesta
import-choose = Arătați ce ar intra
import-again = Alegeți din nou coloanele
import-take =
    { PLURAL($n) ->
        [one] Preluați { $n } rând
        [few] Preluați { $n } rânduri
       *[other] Preluați { $n } de rânduri
    }
import-left =
    { PLURAL($n) ->
        [one] { $n } rând rămâne afară. Îl puteți corecta și aduce din nou.
        [few] { $n } rânduri rămân afară. Le puteți corecta și aduce din nou.
       *[other] { $n } de rânduri rămân afară. Le puteți corecta și aduce din nou.
    }
import-left-none = Niciun rând nu rămâne afară.
import-nothing = Niciun rând al acestui tabel nu este nou sau modificat, deci nu este nimic de preluat.
import-added = Noi
import-changed = Modificate
import-same = Neschimbate
import-wrong = Rămase afară
import-narrow = Ce s-ar întâmpla cu rândurile
import-row = Rând
import-column = Coloană
import-there = Ce este scris acolo
import-reason = De ce și ce ar fi corect
import-whole-row = tot rândul
import-number = Număr
import-says = Pe scurt
import-any-reason = orice motiv
import-narrow-show = Arătați
import-of-many =
    { PLURAL($n) ->
        [one] { $n } loc
        [few] { $n } locuri
       *[other] { $n } de locuri
    }
import-next = Mai departe
import-refused = Rândurile rămase afară, cu ce este greșit:
import-refused-gone = Fișierul nu se mai păstrează, deci aceste rânduri nu pot fi salvate de aici.
import-wrong-head = Ce este greșit
import-undo = Retrageți tot
import-undo-lead =
    { PLURAL($n) ->
        [one] Ce a adus acest import iese din nou, iar ce a modificat redevine ce a fost: { $n } element.
        [few] Ce a adus acest import iese din nou, iar ce a modificat redevine ce a fost: { $n } elemente.
       *[other] Ce a adus acest import iese din nou, iar ce a modificat redevine ce a fost: { $n } de elemente.
    }
import-built = Nu poate fi retras în întregime: s-a construit ceva pe baza sa.
import-built-more =
    { PLURAL($n) ->
        [one] și încă { $n }
        [few] și încă { $n }
       *[other] și încă { $n }
    }
import-built-reported = s-a raportat despre el
import-built-linked = o recomandare este legată de el
import-built-changed = a fost modificat între timp
import-built-below = altceva a fost scris sub el
import-built-approved = un organ l-a aprobat
import-drop = Uitați fișierul acum
import-drop-lead = Ce s-a citit din fișier este uitat imediat și nu mai poate fi adus înapoi. Ce a intrat rămâne. Alegeți aceasta dacă a fost fișierul greșit.
import-gone = Fișierul este uitat.
import-gone-way = Aduceți-l din nou
import-kept-until = Fișierul se păstrează până la { $day }.
import-by-read = Citit
import-by-took = Preluat
import-by-undid = Retras
import-by-file = Fișier
import-by = { $who }, { $time }
import-stage-read = citit
import-stage-mapped = coloane alese
import-stage-taken = preluat
import-stage-undone = retras
import-format-csv = CSV
import-format-xlsx = XLSX
import-format-ods = ODS
import-column-number = Număr
import-column-level = Tipul elementului
import-column-title = Titlu
import-column-responsible = Responsabil
import-column-partners = Parteneri
import-column-from = De la
import-column-term = Termen
import-column-budget = Sumă
import-column-fund = Sursa banilor
import-column-indicator = Indicator
import-column-unit = Unitate
import-column-baseline = Valoare inițială
import-column-target = Țintă
import-column-verified = De unde vine valoarea
import-fault-needed = Aici nu este scris nimic. Fiecare rând are nevoie de această valoare: scrieți-o.
import-fault-long = Mai lung de 500 de caractere. Scrieți mai scurt.
import-fault-hidden = Conține caractere care nu se văd. Scrieți din nou.
import-fault-formula = O formulă. Lipiți valoarea în locul acesteia.
import-fault-broken = Programul nu a putut calcula. Scrieți valoarea.
import-fault-number = Nu este numărul unui element. Scrieți cifre sau litere cu puncte între ele, ca 4.2.1.
import-fault-twice = Un rând anterior are acest număr. Dați fiecărui rând numărul său.
import-fault-above = Ar sta sub un element care nu există și nu intră. Aduceți și acel element sau schimbați numărul.
import-fault-choose = Nu este un tip de element. Scrieți strategie, obiectiv, acțiune sau subacțiune.
import-fault-place = Acest tip de element nu are locul aici. O strategie cuprinde obiective, un obiectiv acțiuni, o acțiune subacțiuni; tipul unui element existent rămâne.
import-fault-institution = Nicio instituție sau mai multe sunt înregistrate cu acest nume. Scrieți-l ca în lista instituțiilor; despărțiți mai multe prin punct și virgulă.
import-fault-day = Nu este o dată. Scrieți 2026, 2026-05, 2026-05-30 sau 30.05.2026.
import-fault-order = Aceste date nu sunt în ordine. Un termen este după început și în cadrul planului.
import-fault-figure = Nu este o cifră. Scrieți 1200 sau 4,5, cu cel mult trei zecimale.
import-fault-negative = Sub 0. Scrieți 0 sau mai mult.
import-fault-indicator = O unitate, o valoare inițială, o țintă sau o sursă este scrisă fără indicator. Spuneți ce se numără.
import-fault-wide = Rândul are mai multe celule decât coloane numite. Numiți-le sau scoateți-le.
import-at-sheet = Foaia „{ $sheet }”
import-at-row = Rândul { $row }
import-at-column = Coloana { $column }
import-unreadable-none = Nu a fost ales niciun fișier. Alegeți unul.
import-unreadable-empty = În fișier nu este scris nimic. Alegeți unul cu un rând care numește coloanele și rânduri sub el.
import-unreadable-kind = Acesta nu este un tabel. Salvați tabelul ca XLSX, ODS sau CSV.
import-unreadable-older = Acesta este un fișier al unui program mai vechi, de exemplu XLS. Salvați tabelul ca XLSX.
import-unreadable-archive = Aceasta este o arhivă. Scoateți tabelul din arhivă și alegeți-l.
import-unreadable-large = Fișierul depășește 5 MB. Scoateți imaginile sau împărțiți-l în mai multe.
import-unreadable-unpacks = Fișierul s-ar despacheta la mult mai mult decât cuprinde un tabel. Salvați-l din nou ca CSV.
import-unreadable-damaged = Fișierul este deteriorat. Deschideți-l în programul care l-a scris și salvați-l din nou.
import-unreadable-locked = Fișierul este blocat cu o parolă. Salvați-l fără parolă.
import-unreadable-letters = Literele acestui fișier nu pot fi stabilite cu certitudine. Salvați-l ca CSV în UTF-8.
import-unreadable-quote = Aici se deschid ghilimele care nu se închid. Închideți-le sau scrieți-le de două ori dacă fac parte din text.
import-unreadable-sheets = Fișierul are mai mult de 20 de foi. Păstrați foile planului.
import-unreadable-columns = Este scris ceva după a 60-a coloană. Păstrați coloanele planului.
import-unreadable-rows = Foaia are mai mult de 5000 de rânduri. Împărțiți-o în mai multe.
import-unreadable-signs = Fișierul are mai mult de 2 milioane de caractere. Împărțiți-l în mai multe.
import-done-read = Fișierul este citit. În plan nu s-a scris încă nimic.
import-done-mapping = Coloanele sunt alese și păstrate pentru următorul tabel cu aceleași coloane.
import-done-taking = Ce a fost corect este în plan.
import-done-undoing = A fost retras în întregime.
import-done-dropping = Fișierul este uitat.
import-choose-needed = Fiecare rând are nevoie de această coloană. Alegeți una.
import-choose-once = Această coloană este deja aleasă pentru altceva. Alegeți alta sau lăsați necompletat.
import-act-taking = Preluați ce este corect?
import-act-undoing = Retrageți tot?
import-act-dropping = Uitați fișierul?
import-columns = Coloanele planului
