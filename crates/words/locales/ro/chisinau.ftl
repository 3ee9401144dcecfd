## Machine-made wording: not yet confirmed by a person.
chisinau-title = Chișinău 2018
chisinau-heading = Chișinău 2018, de la un program la rezultat
chisinau-step = Pasul { $done } din { $all }
chisinau-story = Experți din opt țări au predat la Chișinău timp de patru zile. Ce se întâmplă cu cele spuse? Aici un program este jucat de la lansare până la raportul național, iar o propoziție a unui formator devine recomandare, primește un responsabil și un termen, este raportată, verificată și încheiată. <b>Datele și țările sunt reale. Cuvintele și deciziile sunt un exemplu.</b>
chisinau-notice-full = Povestea este jucată acum de atâția vizitatori câți poate ține acest calculator. Priviți aici începutul și apăsați din nou peste câteva minute.
chisinau-notice-ended = Povestea s-a încheiat; nimic nu se păstrează. Iată din nou începutul.
chisinau-so-far = Drumul până acum
chisinau-shapes = Un cerc plin înseamnă făcut. Inelul în inel este pasul de acum. Partea întreruptă urmează.
chisinau-station-draft = Scrisă
chisinau-station-discuss = Discutată
chisinau-station-agree = Convenită
chisinau-station-adopt = Adoptată
chisinau-station-report = Raportată
chisinau-station-close = Încheiată
chisinau-now = Acum, { $day }:
chisinau-stands-draft = prima instruire s-a încheiat. Sunt scrise două bune practici, cu legea lor și condițiile în care pot fi preluate. Legea este cea numită de pagina citită; este mai nouă decât instruirea.
chisinau-stands-discuss = primele cuvinte sunt scrise. Nimeni nu a fost întrebat încă.
chisinau-stands-agree = Podul Alb a propus alte cuvinte. Trei instituții au fost întrebate, două au răspuns. La al doilea proiect Podul Alb spune nu.
chisinau-stands-adopt = o notă dintr-o zi a devenit constatare, iar constatarea proiect. Comitetul nu s-a întrunit încă.
chisinau-stands-report = un plan exemplu este în vigoare, iar acțiunile lui duc la îndeplinire ce a fost adoptat. Podul Alb are de raportat până la 15 iulie.
chisinau-stands-late = termenul a trecut și Podul Alb nu a raportat. Perioada de raportare s-a deschis singură la 1 iulie și nimeni nu a predat un raport.
chisinau-stands-close = Podul Alb spune că este făcut. Raportul postului de frontieră a fost returnat; cel al inspectoratului muncii întârzie, iar întârzierea a ajuns la secretariat.
chisinau-stands-over = raportul național este aprobat. De la cuvintele formatorului până la el, fiecare pas îl numește pe cel dinainte.
chisinau-stands-declined = comitetul a spus nu și de ce. Cuvintele rămân și pot reveni.
chisinau-scene-draft = Ce face Letonia devine o propoziție: primul proiect.
chisinau-scene-discuss = Secretariatul întreabă instituțiile despre două proiecte. Una tace, una se opune.
chisinau-scene-agree = A doua instruire se încheie cu o reuniune, care convine cuvintele propuse de Podul Alb.
chisinau-scene-adopt = Comitetul adoptă trei, respinge una și spune cine ce are de făcut și până când.
chisinau-scene-report = La 1 iulie perioada se deschide singură. Trei raportează, un raport se returnează, al patrulea întârzie.
chisinau-scene-close = Ce a fost returnat vine din nou, raportorul verifică, iar reuniunea de închidere trece prin ce este deschis.
chisinau-press-next = Mergeți la pasul următor
chisinau-press-wait = Lăsați termenul să treacă
chisinau-press-decline = Respingeți recomandarea
chisinau-press-liken = Spuneți că este la fel
chisinau-does-wait = Trec zece zile după termen și nimeni nu raportează.
chisinau-does-decline = Comitetul spune nu, cu motivul său.
chisinau-does-liken = GRETA a cerut în 2016 bani pentru asistență, raportul SUA a cerut în 2017 lucru cu ONG-urile. Spuneți că spun același lucru.
chisinau-shut-next = Povestea s-a încheiat.
chisinau-shut-wait = Pentru pasul 10: un raport este datorat.
chisinau-shut-decline = Pentru pasul 8: cuvintele sunt convenite.
chisinau-shut-liken = De la pasul 5, o singură dată: primele cuvinte sunt scrise.
chisinau-again = Începeți din nou anul 2018
chisinau-again-does = Începe din nou în martie. Ce ați văzut nu se păstrează.
chisinau-table = Cuvintele de pe masă
chisinau-marks = Subliniat: adăugat. Tăiat: eliminat.
chisinau-desks = Trei birouri
chisinau-desks-how = Aceleași rânduri pe fiecare, cum le citește fiecare. Nimic din această muncă nu deschide un dosar.
chisinau-desk-secretariat = Secretariatul
chisinau-desk-podul-alb = Podul Alb
chisinau-desk-observer = Observatorul
chisinau-who-secretariat = Ține recomandările și planul.
chisinau-who-podul-alb = ONG. A fost la instruire și a propus alte cuvinte.
chisinau-who-observer = Finanțator. Citește și nu schimbă nimic.
chisinau-line-said = Ce spun alții
chisinau-line-words = Cuvintele valabile
chisinau-line-own = Poziția proprie
chisinau-line-others = Poziții
chisinau-line-decision = Decizia
chisinau-line-owed = Ce este datorat
chisinau-line-rating = Evaluarea
chisinau-line-files = Dosare de caz
chisinau-files = Nimic din această muncă nu deschide un caz.
chisinau-sees = Vede { $seen } din { $all }
chisinau-next = Urmează:
chisinau-next-position = spuneți ce credeți.
chisinau-next-report = raportați, cu ceva care o arată.
chisinau-next-agree = scrieți cuvintele convenite.
chisinau-next-decide = notați ce decide comitetul.
chisinau-next-address = spuneți cine o realizează.
chisinau-next-review = verificați și spuneți ce constatați.
chisinau-next-close = încheiați recomandarea când este făcută.
chisinau-next-nothing = nimic de făcut.
chisinau-nothing = Nimic încă.
chisinau-beside = { PLURAL($n) ->
    [one] Alături stă un text public.
    [few] Alături stau { $n } texte publice.
   *[other] Alături stau { $n } de texte publice.
}
chisinau-same = La fel: „{ $title }”
chisinau-own-secretariat = Secretariatul nu ia poziție.
chisinau-own-observer = Un observator nu are poziție.
chisinau-positions = Susțin: { $yes }. Cu modificări: { $changes }. Contra: { $no }. Fără răspuns: { $silent }.
chisinau-owes = { $name }, până la { $term }
chisinau-owed-done = { $name } nu mai datorează nimic.
chisinau-late = { PLURAL($n) ->
    [one] { $name }: o zi de întârziere
    [few] { $name }: { $n } zile de întârziere
   *[other] { $name }: { $n } de zile de întârziere
}
chisinau-rated = Evaluarea proprie: { $rating }
chisinau-reviewed = Raportorul: { $rating }
chisinau-unreviewed = Nimeni altcineva nu a verificat.
chisinau-journal-how = Același jurnal ca al cazurilor, cele mai noi întâi.
chisinau-look = La ce să fiți atenți
chisinau-look-lost = Nicio propoziție nu se pierde
chisinau-look-lost-how = De la cuvintele formatorului până la raportul național, fiecare pas stă în jurnal, în ordinea sa.
chisinau-look-views = Părerea proprie și a altuia
chisinau-look-views-how = Fiecare instituție se evaluează. Altcineva evaluează alături. Ambele rămân.
chisinau-look-nobody = Fără date despre persoane
chisinau-look-nobody-how = Această muncă numără; nu deschide niciun caz.
chisinau-real = Fiecare apăsare rulează aceleași comenzi ca în folosirea reală; numai ceasul este al demonstrației.
chisinau-back = Înapoi la cele zece uși
chisinau-station-open = Deschis
chisinau-station-mission = Misiune
chisinau-station-train = Instruire
chisinau-station-visit = Vizită
chisinau-station-link = Legată
chisinau-station-national = Raport național
chisinau-stands-open = proiectul urmează să fie lansat. Nimic nu este scris încă.
chisinau-stands-mission = programul este deschis, cu patru componente, opt țări și șase activități. Nimeni nu a privit încă.
chisinau-stands-train = misiunea a scris două constatări. Una a dus la un proiect de recomandare.
chisinau-stands-visit = cuvintele sunt convenite. O delegație urmează să meargă în Lituania; sursele dau luna și nicio zi.
chisinau-stands-link = trei recomandări sunt adoptate, una este respinsă, cu motivul său. Fiecare adoptată are un destinatar și un termen.
chisinau-stands-national = ce este făcut este încheiat; ce este deschis stă după destinatar. Programul s-a încheiat.
chisinau-scene-open = Secretariatul deschide programul, cu partenerii, componentele și activitățile sale.
chisinau-scene-mission = Experții privesc timp de cinci zile și scriu ce constată.
chisinau-scene-train = Experți din opt țări predau timp de două zile. Două practici ale lor sunt scrise.
chisinau-scene-visit = O notă dintr-o zi devine constatare, iar constatarea recomandare.
chisinau-scene-link = Un plan exemplu intră în vigoare; acțiunile lui duc la îndeplinire ce a fost adoptat, alături de ce spun la fel rapoartele publice.
chisinau-scene-national = Un an de rapoarte devine raportul național: se scrie singur ca proiect, este redactat și aprobat.
chisinau-press-return = Returnați un raport
chisinau-does-return = Secretariatul returnează raportul Podul Alb și spune care cifră.
chisinau-shut-return = Pentru pasul 11: un raport așteaptă să fie citit.
chisinau-made = Ce a făcut acest pas
chisinau-made-how = Fiecare se deschide pe pagina sa vie în anul 2018 propriu, așa cum o citește o funcție. Acolo priviți; pașii se joacă aici.
chisinau-made-before = Ce au făcut pașii dinainte
chisinau-made-programme = Programul, cu parteneri, componente și activități
chisinau-made-mission = Misiunea: notele și constatările sale
chisinau-made-mission-led = Proiectul la care a dus o constatare
chisinau-made-training-may = Prima instruire: agenda, formatorii, cine a venit, înainte și după
chisinau-made-practice-latvia = O practică: cum cumpără Letonia servicii
chisinau-made-practice-kingdom = O practică: cele două decizii ale Regatului Unit
chisinau-made-draft = Primul proiect, cu practica din care vine
chisinau-made-positions = Proiectul cu pozițiile sale
chisinau-made-opposed = Al doilea proiect, cu o opoziție
chisinau-made-meeting-called = Reuniunea convocată pentru 5 iunie
chisinau-made-training-june = A doua instruire: agenda, cine a venit, înainte și după
chisinau-made-meeting-words = Reuniunea care a convenit cuvintele
chisinau-made-agreed = Recomandarea în cuvintele convenite
chisinau-made-visit = Vizita: o notă dintr-o zi și constatarea sa
chisinau-made-visit-led = Recomandarea la care a dus constatarea
chisinau-made-programme-came = Programul, cu ce a rezultat până acum
chisinau-made-meeting-committee = Reuniunea comitetului: agenda, deciziile, o sarcină, procesul-verbal
chisinau-made-adopted = Ce s-a decis asupra propoziției formatorului
chisinau-made-declined = Recomandarea respinsă, cu motivul său
chisinau-made-plan = Planul exemplu
chisinau-made-action = Acțiunea care o duce la îndeplinire
chisinau-made-alike = Recomandarea alături de ce spun la fel rapoartele publice
chisinau-made-period = Perioada de raportare, cu cine ce datorează
chisinau-made-report = Raportul Podul Alb
chisinau-made-returned = Raportul returnat
chisinau-made-late = Raportul care întârzie și la cine a ajuns întârzierea
chisinau-made-open-items = Ce este deschis, după destinatar
chisinau-made-meeting-closure = Reuniunea de închidere
chisinau-made-closed = Recomandarea, îndeplinită și încheiată
chisinau-made-programme-closed = Programul, încheiat
chisinau-made-national = Raportul național, cu versiunile sale
chisinau-made-printed = Raportul național ca document de tipărit
chisinau-made-national-period = Perioada raportului național
chisinau-reader-secretariat = ca secretariatul
chisinau-reader-podul-alb = ca Podul Alb
chisinau-reader-border = ca postul de frontieră
chisinau-reader-observer = ca observatorul donatorului
chisinau-reader-expert = ca un expert
chisinau-reader-organiser = ca organizatorul
chisinau-reader-rapporteur = ca raportorul
chisinau-living = Anul 2018 propriu, { $day }, { $who } ({ $function }). Aici priviți.
chisinau-living-back = Înapoi la poveste
chisinau-line-programme = Program
chisinau-line-findings = Constatări
chisinau-line-plan = Plan
chisinau-line-reports = Rapoarte
chisinau-line-national = Raport național
chisinau-withheld-programme = Este acolo pentru alții.
chisinau-withheld-findings = Sunt acolo pentru alții.
chisinau-withheld-plan = Este acolo pentru alții.
chisinau-withheld-reports = Ce a scris o instituție este acolo pentru ea însăși și pentru cei care citesc toate rapoartele.
chisinau-withheld-national = Un proiect este acolo pentru cei care citesc toate rapoartele.
chisinau-programme = Activități desfășurate: { $held } din { $all }; țări: { $countries }.
chisinau-findings = { PLURAL($n) ->
    [one] Una; au dus la o recomandare: { $led }.
    [few] { $n }; au dus la o recomandare: { $led }.
   *[other] { $n }; au dus la o recomandare: { $led }.
}
chisinau-plan = { PLURAL($n) ->
    [one] O acțiune; întârziate: { $late }.
    [few] { $n } acțiuni; întârziate: { $late }.
   *[other] { $n } de acțiuni; întârziate: { $late }.
}
chisinau-reports = Acceptate: { $accepted }. De citit: { $waits }. Returnate: { $returned }. Întârziate: { $late }.
chisinau-report-of = Podul Alb: „{ $text }”
chisinau-national = Aprobat la { $day }, din rapoartele instituțiilor: { $institutions }.
chisinau-wrote = { PLURAL($n) ->
    [one] Această apăsare a scris un rând. Același jurnal ca al cazurilor.
    [few] Această apăsare a scris { $n } rânduri, cele mai noi întâi. Același jurnal ca al cazurilor.
   *[other] Această apăsare a scris { $n } de rânduri, cele mai noi întâi. Același jurnal ca al cazurilor.
}
chisinau-earlier = Rânduri mai vechi
chisinau-newest = Înapoi la ultima apăsare
chisinau-wrote-nothing = Această apăsare nu a scris nimic: a trecut doar timpul.
