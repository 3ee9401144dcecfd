## Machine-made wording: not yet confirmed by a person.
navigation-owed = Ce datorăm
navigation-reports = Rapoarte
periods-title = Perioade de raportare
periods-next = Perioada următoare se deschide la { $day }.
periods-no-rule = Profilul țării nu numește niciun raport cu termen.
periods-none = Încă nu s-a deschis nicio perioadă. Perioadele se deschid singure, în zilele din profilul țării.
period-title = Perioadă de raportare
period-span = { $from } – { $until }
period-covers = Despre ce timp
period-reports = Rapoarte
period-reports-none = Nicio instituție nu datorează un raport în această perioadă.
period-lead =
    { PLURAL($n) ->
        [one] { $accepted } din { $n } raport acceptat. Ultima zi este { $day }.
        [few] { $accepted } din { $n } rapoarte acceptate. Ultima zi este { $day }.
       *[other] { $accepted } din { $n } de rapoarte acceptate. Ultima zi este { $day }.
    }
period-lead-national = În această perioadă se întocmește raportul național. Ultima zi este { $day }.
period-state-open = Deschisă
period-state-closed = Închisă
period-done-closing = Închisă. Ce a fost raportat rămâne.
period-closed-on =
    { PLURAL($n) ->
        [one] Închisă la { $day }; lipsește { $n } raport.
        [few] Închisă la { $day }; lipsesc { $n } rapoarte.
       *[other] Închisă la { $day }; lipsesc { $n } de rapoarte.
    }
period-closed-complete = Închisă la { $day }, nu lipsește nimic.
period-what = Ce se raportează
period-source = Sursa ultimei zile
period-confidence = Cât de sigur
period-profile = Profilul țării
period-opened = Deschisă la
period-without = Numite de regulă, unde nimeni nu răspunde de plan:
period-totals = Ce numără nodul, din rapoartele acceptate
period-totals-none = Încă niciun total: apare aici după ce perioada este închisă și trei rapoarte sunt acceptate.
period-totals-note = Numărul de persoane sub 5 nu se arată, și niciun total din care s-ar afla.
period-about = Despre perioadă
period-national-open = Deschideți raportul național
period-act-closing = Închideți perioada
period-act-national-report = Întocmiți proiectul raportului național
period-act-lead-closing = După aceasta nu se mai schimbă nimic. O corectare este un raport nou, care îl numește pe cel vechi.
period-act-lead-national-report = Începe cu ce au raportat instituțiile și a acceptat secretariatul. Totul se poate schimba apoi.
reports-title = Rapoarte deschise
reports-owed-title = Ce datorăm
reports-none = Din ce puteți vedea, nimic nu are termen.
reports-lead =
    { PLURAL($n) ->
        [one] { $n } lucru este deschis, cu termen depășit: { $late }.
        [few] { $n } lucruri sunt deschise, cu termen depășit: { $late }.
       *[other] { $n } de lucruri sunt deschise, cu termen depășit: { $late }.
    }
reports-year = Anul rapoartelor
reports-year-note = Zilele sunt cele din profilul țării. Perioadele se deschid singure.
reports-owed = Ce se datorează
reports-owed-note = Întâi ce are termenul depășit. Fiecare rând este o datorie a unei instituții.
reports-line = Raport pentru { $from } – { $until }
reports-position = Spuneți ce credeți: { $title }
reports-yours = { $name } vă așteaptă
open-items-title = Lucruri deschise
open-items-lead =
    { PLURAL($n) ->
        [one] { $n } lucru este deschis, cu termen depășit: { $late }.
        [few] { $n } lucruri sunt deschise, cu termen depășit: { $late }.
       *[other] { $n } de lucruri sunt deschise, cu termen depășit: { $late }.
    }
open-items-none = Nimic nu este deschis.
open-items-what = Ce este de făcut
open-items-report = De scris raportul
report-title = Raport
report-stage-draft = Datorat
report-stage-submitted = Depus
report-stage-returned = Returnat
report-stage-accepted = Acceptat
report-stage-late = Întârziat
report-step-opened = Perioada deschisă
report-step-focal_function = punctul focal
report-step-head = superiorul punctului focal
report-step-secretariat = secretariat
report-narrative = Ce s-a făcut
report-narrative-hint = În cuvinte. Fără nume de persoane și fără nimic din care o persoană poate fi recunoscută.
report-not-written = Încă nu este scris nimic.
report-values = Cifrele instituției
report-values-hint = Una pe rând, în trei părți despărțite prin ; : ce; cifra; ce se numără. Sub 5 persoane: scrieți mai sus, în cuvinte, „sub 5”.
report-values-three = Scrieți pe fiecare rând trei părți: ce; cifra; ce se numără.
report-values-none = Instituția nu raportează cifre.
report-indicator = Cifra
report-figure = Valoare
report-counted = Numărate de nod
report-counted-now = Nodul numără la depunerea raportului. Ce a numărat se păstrează și nu se schimbă după aceea.
report-counted-frozen = Păstrate la prima depunere. Nu se schimbă.
report-count-few = sub 5
report-count-withheld = nu se arată: s-ar afla un număr sub 5
report-count-none = nimic de spus
report-indicator-referrals_answered = Referiri cu răspuns
report-indicator-median_hours = Ore până la răspuns, mediana
report-indicator-assisted = Persoane asistate
report-indicator-presumed = Persoane prezumate victime
report-indicator-recommendations_verified = Recomandări constatate ca îndeplinite
report-indicator-trainings_held = Instruiri desfășurate
report-indicator-partnerships_in_force = Parteneriate în vigoare
report-definition-referrals_answered = Referiri adresate instituției al căror prim răspuns (da, nu, fără capacitate) a venit în acest timp.
report-definition-median_hours = Jumătate din aceste răspunsuri au venit în atâtea ore întregi de la trimitere.
report-definition-assisted = Persoane cărora instituția a început să le ofere un serviciu în acest timp, fiecare o dată. Dosarele șterse nu se numără.
report-definition-presumed = Persoane pentru care instituția a deschis un dosar în acest timp. Dosarele șterse nu se numără.
report-definition-recommendations_verified = Recomandări adresate instituției, constatate ca îndeplinite până la depunerea raportului.
report-definition-trainings_held = Instruiri care au avut loc în acest timp și pe care instituția le-a planificat sau la care au fost înscrise persoane din instituție.
report-definition-partnerships_in_force = Parteneriate din care face parte instituția și care erau în vigoare în ultima zi a acestui timp.
report-obstacles = Ce a stat în cale
report-obstacles-hint = Bani, lege, oameni, alte instituții.
report-obstacles-none = Nu a fost numit nimic.
report-owes = Recomandări cu termen până în ultima zi
report-owes-none = Niciuna care să nu fie raportată ca îndeplinită.
report-evidence-none = Nu a fost numit nimic.
report-returned = De ce a fost returnat
report-returned-words = Cuvintele
report-answers = Cine răspunde de raport
report-nobody-answers = Nu mai este numit nimeni.
report-told = Întârziere: { $step }, anunțat la { $day }.
report-corrects = Corectează
report-corrected-by = Este corectat de
report-other = un alt raport
report-which-figure = Care cifră trebuie revăzută?
report-reason-hint = Instituția citește acest text. Spuneți ce lipsește.
report-until = Până când
report-act-writing = Scrieți raportul
report-act-submission = Depuneți raportul
report-act-acceptance = Acceptați raportul
report-act-return = Returnați raportul
report-act-correction = Începeți o corectare
report-act-lead-writing = Raportul întreg, de fiecare dată. Ce a fost scris înainte rămâne în jurnal.
report-act-lead-submission = Îl citește secretariatul. Ce numără nodul se păstrează cum este acum.
report-act-lead-acceptance = Intră în raportul național așa cum este.
report-act-lead-return = Instituția îl îndreaptă și îl depune din nou.
report-act-lead-correction = Perioada este închisă, iar raportul rămâne. Unul nou începe cu aceleași cuvinte și îl numește.
report-done-writing = Păstrat. Încă nu este depus.
report-done-submission = Depus.
report-done-acceptance = Acceptat.
report-done-return = Returnat.
report-done-correction = A fost începută o corectare.
national-report-title = Raport național
national-report-state-draft = Proiect
national-report-state-approved = Aprobat
national-report-first-title = Raport național pentru { $year }
national-report-its-title = Titlu
national-report-above = Cuvintele de deasupra obstacolelor
national-report-above-hint = Stau în raport, în limba raportului.
national-report-words = Raportul
national-report-words-hint = Un rând care începe cu # este un capitol, cu ## un titlu.
national-report-words-part = Raportul, partea { $part } din { $all }
national-report-part = Partea { $part } din { $all }
national-report-parts = Celelalte părți
national-report-in-parts = Fiecare parte se citește, se continuă și se tipărește separat. Documentul le cuprinde pe toate.
national-report-earlier =
    { PLURAL($n) ->
        [one] { $n } versiune anterioară
        [few] { $n } versiuni anterioare
       *[other] { $n } de versiuni anterioare
    }
national-report-read-version = Versiunea citită
national-report-version = Versiunea { $number }, { $day }
national-report-approved = Aprobat de { $body } la { $day }
national-report-document = Ca document (DOCX)
national-report-versions = Versiuni
national-report-rests-on = Se sprijină pe rapoartele
national-report-act-version = Scrieți o versiune nouă
national-report-act-approval = Notați aprobarea
national-report-act-lead-version = Versiunea dinainte rămâne.
national-report-act-lead-approval = Se referă la ultima versiune.
national-report-done-new = Proiectul este întocmit.
national-report-done-version = Versiunea nouă este păstrată.
national-report-done-approval = Aprobarea este notată.
looked-period_read = A citit perioadele de raportare
looked-report_read = A citit un raport
looked-report_write = A scris un raport
looked-report_judge = A citit un raport și a răspuns
looked-national_report_write = A scris la raportul național
step-period_opened = S-a deschis o perioadă de raportare
step-period_national = A fost început raportul național
step-period_closed = O perioadă de raportare a fost închisă
step-report_opened = Se datorează un raport
step-report_written = A fost scris un raport
step-report_submitted = A fost depus un raport
step-report_returned = Un raport a fost returnat
step-report_accepted = Un raport a fost acceptat
step-report_told = Întârzierea unui raport a fost anunțată:
step-report_corrected = A fost începută o corectare
step-national_report_drafted = Proiectul raportului național a fost întocmit
step-national_report_edited = A fost scrisă o versiune a raportului național
step-national_report_approved = Raportul național a fost aprobat
one-night-event-period_opened = S-a deschis o perioadă de raportare
one-night-event-period_national = A fost început raportul național
one-night-event-period_closed = O perioadă de raportare a fost închisă
one-night-event-report_opened = { $name } datorează un raport
one-night-event-report_written = A fost scris un raport
one-night-event-report_submitted = A fost depus un raport
one-night-event-report_returned = Un raport a fost returnat
one-night-event-report_accepted = Un raport a fost acceptat
one-night-event-report_told = Întârzierea unui raport a fost anunțată: { $detail }
one-night-event-report_corrected = A fost începută o corectare
one-night-event-national_report_drafted = Proiectul raportului național a fost întocmit
one-night-event-national_report_edited = A fost scrisă o versiune a raportului național
one-night-event-national_report_approved = Raportul național a fost aprobat
refusal-PER-01 = Nimic nu s-a schimbat
    .rule = Perioada este închisă. Ce a fost raportat rămâne.
    .way1 = Începeți o corectare: un raport nou, care îl numește pe cel vechi.
refusal-PER-02 = Nimic nu s-a schimbat
    .rule = Un raport din această perioadă așteaptă să fie citit.
    .way1 = Acceptați-l sau returnați-l întâi.
refusal-PER-03 = Nimic nu s-a schimbat
    .rule = O perioadă se închide după ultima sa zi.
    .way1 = Așteptați să treacă acea zi.
refusal-PER-04 = Nimic nu s-a schimbat
    .rule = Perioada a fost deschisă înainte.
    .way1 = Deschideți lista perioadelor.
refusal-PER-05 = Nimic nu s-a schimbat
    .rule = În această perioadă nu se întocmește raportul național.
    .way1 = Alegeți perioada potrivită.
refusal-PER-06 = Nimic nu s-a schimbat
    .rule = Raportul național al acestei perioade a fost început înainte.
    .way1 = Deschideți-l și continuați.
refusal-REP-01 = Nimic nu s-a schimbat
    .rule = Perioada acestui raport este închisă, iar conținutul rămâne cum este.
    .way1 = Începeți o corectare: un raport nou, care îl numește.
refusal-REP-02 = Nimic nu s-a schimbat
    .rule = Acest lucru nu se face cu un raport în starea aceasta.
    .way1 = Deschideți-l și vedeți ce se poate face acum.
refusal-REP-03 = Nimic nu s-a schimbat
    .rule = În raport nu este scris încă nimic.
    .way1 = Scrieți întâi ce s-a făcut.
refusal-REP-04 = Nimic nu s-a schimbat
    .rule = Raportul nu numește această cifră.
    .way1 = Alegeți una din raport sau cuvintele.
refusal-REP-05 = Nimic nu s-a schimbat
    .rule = Această zi a trecut.
    .way1 = Scrieți o zi mai târzie.
refusal-REP-06 = Nimic nu s-a schimbat
    .rule = O corectare a acestui raport a fost începută înainte.
    .way1 = Deschideți-o și continuați.
refusal-REP-07 = Nimic nu s-a schimbat
    .rule = Două cifre din raport au același nume.
    .way1 = Dați fiecăreia un nume propriu.
refusal-NAT-01 = Nimic nu s-a schimbat
    .rule = Încă nu a fost acceptat niciun raport despre acest timp.
    .way1 = Acceptați întâi un raport.
refusal-NAT-02 = Nimic nu s-a schimbat
    .rule = Între timp a fost scrisă o altă versiune.
    .way1 = Deschideți-o, citiți-o și continuați de acolo.
refusal-NAT-03 = Nimic nu s-a schimbat
    .rule = Ultima versiune este aprobată.
    .way1 = Scrieți o versiune nouă.
refusal-NAT-04 = Nimic nu s-a schimbat
    .rule = Această zi încă nu a venit.
    .way1 = Scrieți ziua aprobării.
refusal-NAT-05 = Nimic nu s-a schimbat
    .rule = Acestea sunt cuvintele ultimei versiuni.
    .way1 = Schimbați ceva sau părăsiți pagina.
refusal-NAT-06 = Nimic nu s-a schimbat
    .rule = Raportul nu are o astfel de parte.
    .way1 = Deschideți raportul și alegeți una dintre părțile sale.
