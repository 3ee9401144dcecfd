## Machine-made wording: not yet confirmed by a person.
consent-title = Ce spune ea
consent-lead = Aici se notează ce spune ea. Temeiul juridic vine din profil și stă alături: consimțământ, { $article }.
consent-to = Despre cine?
consent-to-needed = Alegeți despre cine vorbește. O listă goală înseamnă nimeni.
consent-answer = Răspunsul ei
consent-answer-needed = Spuneți ce a răspuns. Dacă nu a fost întrebată, ieșiți fără a salva.
consent-fields = Ce pot primi
consent-fields-hint = Pleacă doar ce este bifat. Numele rostit și ce se cere merg cu orice lucru.
consent-fields-needed = Bifați ce poate pleca sau notați un nu.
consent-save = Salvați ce spune ea
take-back-title = Ea retrage
take-back-about = Acordul ei despre: { $about }.
take-back-promise = Ne oprim, cerem tuturor celor care au datele să le șteargă și îi arătăm cine a răspuns.
take-back-asked = { $who } este rugat să șteargă: { $what }
take-back-nobody = Nimeni nu a primit nimic pe baza acestui acord. Nu se cere nimic nimănui.
take-back-do = Ea retrage: opriți și cereți
disclosure-title = Ce a mers la cine
disclosure-lead = Exact aceasta a plecat, pe acest temei, cu acest cuvânt al ei. Cele mai noi întâi.
disclosure-none = Nu a plecat nimic la nimeni.
disclosure-deck = Transmis
disclosure-say-yes = da, notat
disclosure-say-none = neîntrebată din cauza obligației sau a pericolului; i se spune
disclosure-time = Timp
disclosure-ended = Încheiat: { $why }
disclosure-over = Încheiat la { $until }
disclosure-opened = Deschis acolo
disclosure-not-opened = Încă nedeschis
disclosure-opened-times =
    { PLURAL($n) ->
        [one] O dată ({ $n }), { $last }
        [few] De { $n } ori, ultima { $last }
       *[other] De { $n } de ori, ultima { $last }
    }
detail-title = Ce a spus ea
detail-lead = Așa cum a spus. Nimic nu se suprascrie mai târziu: o corectare păstrează valoarea veche, sigilată.
detail-empty = Scrieți valoarea sau ieșiți fără a salva.
detail-birth-date = Scrieți data cât de exact se știe: 1998, 05 1998 sau 17 05 1998.
detail-hint-name = Cu literele ei.
detail-hint-birth_date = Cât de exact se știe: 1998, 05 1998 sau 17 05 1998.
detail-hint-document = Numărul de pe act.
detail-hint-phone = Doar dacă este sigur de folosit.
detail-hint-whereabouts = Se arată doar celor care o duc sau o primesc.
detail-hint-health = Cât este nevoie pentru ajutor.
detail-name-kind = Ce nume este?
detail-name-sure = Cât de sigur este?
name-sure-sure = Sigur
name-sure-heard = Auzit; scrierea este deschisă
name-sure-doubtful = Îndoielnic
detail-false-paper = Ar putea fi fals actul?
detail-correct-title = Corectați ce stă
detail-correct-lead = Valoarea nouă stă de acum. Cea veche rămâne sigilată și se deschide doar cu un motiv.
detail-correct = Salvați corectarea
detail-no-holders = Nimeni altcineva nu are această valoare. Nimeni nu este rugat.
detail-holder = { $who } o are și primește sarcina de a prelua valoarea nouă.
replaced-title = O valoare mai veche
replaced-lead = A fost corectată și rămâne sigilată. Motivul, ora și funcția dumneavoastră se păstrează.
replaced-reason = De ce este nevoie de ea?
replaced-open = Deschideți, cu înregistrare
replaced-needed = Spuneți de ce este nevoie. Fără motiv rămâne sigilată.
task-title = Sarcină
task-done = Este îndeplinită
task-whom = Ce autoritate ați înștiințat sau înștiințați acum?
task-whom-hint = Participă de acum și vede numele rostit, cine este ea, limba, riscul și unde este.
task-whom-needed = Alegeți autoritatea.
task-phone = Telefon de serviciu { $phone }
task-tell = Înștiințați acum
