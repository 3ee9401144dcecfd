## Machine-made wording: not yet confirmed by a person.
plans-title = Plan
plans-new = Începeți un plan
plans-none = Încă nu este notat niciun plan.
plans-none-way = Începeți primul plan. Acțiunile se scriu una câte una sau vin dintr-un tabel.
plans-term = De la, până la
plans-version = Versiune
plan-title = Plan
plan-version = Versiunea { $number }, { $stage }
plan-strategy = Strategie
plan-tree = Arborele
plan-tree-note = Fiecare stare are o formă și un cuvânt.
plan-no-late = Nimic nu are întârziere.
plan-empty = Încă nu este scrisă nicio acțiune.
plan-empty-way = Scrieți primul obiectiv
plan-nothing-found = Niciuna. Scoateți un filtru.
plan-show = Afișați
plan-clear = Afișați tot
plan-any = oricare
plan-whole-branch = Toată ramura
plan-back-to-tree = Tot planul
plan-next = Următoarele
plan-state = Stare
plan-action = Acțiune
plan-responsible = Responsabil
plan-partners = Parteneri
plan-term = Termen
plan-from = De la
plan-indicator = Indicator de progres
plan-value = { $value } din { $target }
plan-value-alone = { $value }
plan-target-alone = țintă { $target }
plan-no-term = fără termen
plan-nobody = nimeni numit
plan-late-only = Numai cu întârziere
plan-text = Cuvinte sau număr
plan-new = nou în această versiune
plan-by-institution = După instituție
plan-by-institution-note = În ordinea planului. Nu clasifică pe nimeni.
plan-actions = Acțiuni
plan-done = Realizate
plan-late = Cu întârziere
plan-all = Toate
plan-about = Despre acest plan
plan-source = Act sau pagină
plan-approved = Aprobat
plan-approved-by = { $body }, { $day }
plan-in-force = În vigoare din
plan-reason = De ce se modifică
plan-not-approved = Încă nu este aprobat de niciun organ.
plan-began = Început de
plan-terms = După termen
plan-terms-title = Termenele planului
plan-terms-none = Nimic nu are încă termen.
plan-budget = Buget
plan-budget-title = Bugetul planului
plan-budget-note = Sume din ce prevede planul. Unde nu prevede nimic, nu se adaugă nimic: aceasta nu înseamnă 0.
plan-budget-none = Planul nu prevede sume.
plan-sum-too-large = prea mare pentru a fi adunată
plan-fund = Sursa banilor
plan-fund-none = fără sursă indicată
plan-without = Fără sumă
plan-sum = Sumă
plan-item-title = Element al planului
plan-item-above = Face parte din
plan-item-below = Ce cuprinde
plan-item-reports = Ce s-a raportat
plan-item-reports-none = Încă nu s-a raportat nimic.
plan-item-links = Recomandări pe care le îndeplinește
plan-item-links-none = Încă nu este legată niciuna.
plan-item-practice = Practica adoptată
plan-item-evidence = Ce arată aceasta
plan-item-says = Ce spune planul
plan-item-not-given = nu este indicat
plan-unit = Unitate
plan-baseline = Valoare inițială
plan-target = Țintă
plan-verified = De unde vine valoarea
plan-last-value = Ultima valoare
plan-actions-of = Acțiuni din plan
plan-actions-of-none = Încă nicio acțiune dintr-un plan nu o îndeplinește.
plan-table = Ca tabel (CSV)
plan-book = Ca foaie de calcul (XLSX)
plan-new-title = Denumirea planului
plan-new-strategy = Strategia pe care o pune în aplicare, dacă nu are număr
plan-new-from = De când?
plan-new-until = Până când?
plan-dated-hint = Un an, o lună sau o zi: 2026, 2026-05, 30 5 2026.
plan-new-currency = Moneda bugetelor
plan-new-currency-hint = Trei litere, ca MDL.
plan-new-source = Actul sau pagina în care este publicat
plan-new-example = Este inventat, ca exemplu
plan-level = Ce este?
plan-number = Număr
plan-number-hint = Arată din ce face parte: 2.3 face parte din 2.
plan-item-name = Pe scurt
plan-budget-amount = Sumă
plan-budget-amount-in = Sumă, în { $currency }
plan-budget-hint = Lăsați gol unde planul nu prevede suma.
plan-which-body = Care organ?
plan-which-day = În ce zi?
plan-which-act = Prin ce act?
plan-from-when = Din ce zi este în vigoare?
plan-why = De ce?
plan-how-far = În ce stadiu este?
plan-what-done = Ce s-a făcut?
plan-new-value = Valoarea indicatorului acum
plan-evidence = Ce arată aceasta, câte una pe rând
plan-evidence-hint = O adresă, denumirea unui document, o cifră cu definiție. Pentru «realizată» este mereu nevoie.
plan-which-recommendation = Care recomandare?
plan-link-ended = Nu o mai îndeplinește
plan-act-item = Scrieți un element
plan-act-approval = Notați aprobarea
plan-act-force = Puneți în vigoare
plan-act-amendment = Începeți versiunea următoare
plan-act-report = Raportați stadiul
plan-act-words = Modificați textul
plan-act-link = Legați o recomandare
plan-done-new = Planul este început.
plan-done-item = Elementul este scris.
plan-done-approval = Aprobarea este notată.
plan-done-force = Este în vigoare.
plan-done-amendment = Versiunea următoare este începută. Cea în vigoare se aplică în continuare.
plan-done-report = Raportul dumneavoastră este păstrat.
plan-done-words = Elementul spune acum aceasta.
plan-done-link = Este păstrat.
plan-level-strategy = Strategie
plan-level-objective = Obiectiv
plan-level-action = Acțiune
plan-level-sub_action = Subacțiune
plan-stage-draft = proiect
plan-stage-approved = aprobată
plan-stage-in_force = în vigoare
plan-stage-amended = în modificare
plan-status-not_started = Neîncepută
plan-status-under_way = În curs
plan-status-partly_done = Realizată parțial
plan-status-done = Realizată
plan-status-dropped = Abandonată
looked-plan_read = A citit planuri
looked-plan_write = A scris un plan
looked-plan_report = A raportat despre un plan
plan-counts =
    { PLURAL($n) ->
        [one] { $n } acțiune
        [few] { $n } acțiuni
       *[other] { $n } de acțiuni
    }
plan-objectives =
    { PLURAL($n) ->
        [one] la { $n } obiectiv
        [few] la { $n } obiective
       *[other] la { $n } de obiective
    }
plan-counts-done =
    { PLURAL($n) ->
        [one] { $n } este realizată
        [few] { $n } sunt realizate
       *[other] { $n } sunt realizate
    }
plan-counts-late =
    { PLURAL($n) ->
        [one] { $n } are întârziere
        [few] { $n } au întârziere
       *[other] { $n } au întârziere
    }
plan-more =
    { PLURAL($n) ->
        [one] încă { $n }, fără întârziere
        [few] încă { $n }, fără întârziere
       *[other] încă { $n }, fără întârziere
    }
plan-more-late =
    { PLURAL($n) ->
        [one] încă { $n }
        [few] încă { $n }
       *[other] încă { $n }
    }
plan-found =
    { PLURAL($n) ->
        [one] Se potrivește { $n } element.
        [few] Se potrivesc { $n } elemente.
       *[other] Se potrivesc { $n } de elemente.
    }
step-plan_drafted = A fost început un plan
step-plan_added = Un element al unui plan:
step-plan_changed = Un element a fost modificat:
step-plan_approved = Un organ a aprobat un plan
step-plan_enforced = Un plan este în vigoare
step-plan_amended = Un plan se modifică
step-plan_reported = Un raport despre un plan:
step-plan_linked = Un element și o recomandare au fost legate
step-plan_imported = Au intrat elemente dintr-un tabel
step-plan_import_undone = Ce a intrat dintr-un tabel a fost retras
one-night-event-plan_drafted = A fost început un plan
one-night-event-plan_added = A fost scris un element al unui plan: { $detail }
one-night-event-plan_changed = A fost modificat un element al unui plan: { $detail }
one-night-event-plan_approved = Un organ a aprobat un plan
one-night-event-plan_enforced = Un plan este în vigoare
one-night-event-plan_amended = Un plan se modifică
one-night-event-plan_reported = Un raport despre un plan: { $detail }
one-night-event-plan_linked = Un element și o recomandare au fost legate
one-night-event-plan_imported = Au intrat elemente dintr-un tabel
one-night-event-plan_import_undone = Ce a intrat dintr-un tabel a fost retras
refusal-PLN-01 = Nu s-a schimbat nimic
    .rule = Aceasta nu se face unui plan aflat în această stare.
    .way1 = Deschideți planul și vedeți ce se poate face acum.
refusal-PLN-02 = Nu s-a schimbat nimic
    .rule = Alt element al acestui plan are acest număr.
    .way1 = Alegeți un număr liber.
refusal-PLN-03 = Nu s-a schimbat nimic
    .rule = Nu există elementul din care acesta ar face parte.
    .way1 = Scrieți întâi acel element sau alegeți alt număr.
refusal-PLN-04 = Nu s-a schimbat nimic
    .rule = O strategie cuprinde obiective, un obiectiv acțiuni, o acțiune subacțiuni.
    .way1 = Alegeți alt tip sau alt număr.
refusal-PLN-05 = Nu s-a schimbat nimic
    .rule = Nu există un astfel de element, o astfel de recomandare sau instituție.
    .way1 = Alegeți din listă.
refusal-PLN-06 = Nu s-a schimbat nimic
    .rule = Datele nu sunt în ordine: un termen este după început și în perioada planului.
    .way1 = Scrieți datele în ordine.
refusal-PLN-07 = Nu s-a schimbat nimic
    .rule = Ce este realizat se arată prin ceva: o adresă, un document, o cifră.
    .way1 = Scrieți ce arată aceasta sau spuneți stadiul.
refusal-PLN-08 = Nu s-a schimbat nimic
    .rule = Un plan fără acțiuni nu se aprobă.
    .way1 = Scrieți o acțiune sau importați un tabel.
refusal-PLN-09 = Nu s-a schimbat nimic
    .rule = Această zi este în viitor.
    .way1 = Notați decizia după ce este luată.
refusal-PLN-10 = Nu s-a schimbat nimic
    .rule = Acest element nu are indicator, deci nu are valoare.
    .way1 = Lăsați valoarea goală.
refusal-PLN-11 = Nu s-a schimbat nimic
    .rule = Acest element cuprinde altele. Numărul și tipul rămân.
    .way1 = Modificați numai restul.
refusal-PLN-12 = Nu s-a schimbat nimic
    .rule = Este deja așa.
    .way1 = Nu trebuie făcut nimic.
refusal-PLN-13 = Nu s-a schimbat nimic
    .rule = Pe ce a intrat s-a construit ceva: un raport, o recomandare, o modificare ulterioară, un element sau o aprobare.
    .way1 = Modificați elementele manual.
refusal-PLN-14 = Nu s-a schimbat nimic
    .rule = Această zi este prea devreme.
    .way1 = Scrieți o zi mai târzie.
plan-imports = Importați un tabel
plan-imports-before = Tabele importate
plan-written = Scris
plan-written-from-table = dintr-un tabel
plan-written-since = manual, după ce a venit dintr-un tabel
