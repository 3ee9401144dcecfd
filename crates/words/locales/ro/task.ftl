## Machine-made wording: not yet confirmed by a person.

task-new-title = Sarcină nouă
task-new-lead = Sarcina are un responsabil și o zi. Cine o are de îndeplinit o găsește în lista sa; dacă rămâne neîndeplinită, ajunge la superior, apoi la punctul de contact.
task-new = Scrieți sarcina
task-kind = Ce este de făcut?
task-text = În cuvintele dumneavoastră
task-text-hint = Numai pentru „Altceva”. Fără nume: alături este numele de lucru.
task-to = Cine o îndeplinește?
task-to-hint = Numai organizații care participă la caz. Lăsați gol pentru organizația dumneavoastră.
task-alone-lead = Nu ține de niciun caz. O văd doar organizația dumneavoastră și cea care o are de făcut; dacă rămâne nefăcută, află superiorul de acolo.
task-alone-hint = Ce este de făcut. Fără nume de persoane.
task-alone-to-hint = Lăsați gol pentru organizația dumneavoastră.
task-due = Până în ce zi?
task-due-hint = De exemplu 18 11 2026. Lăsați gol dacă nu este un termen.
task-whose = { $name } are de îndeplinit aceasta și întârzie. Sunați.
task-how = Cum s-a încheiat?
task-end-done = Este îndeplinită
task-end-cancelled = Nu mai este necesară
task-note = Ce a rezultat
task-note-hint = Una sau două propoziții pentru cine citește dosarul mai târziu. Motivul, dacă nu mai este necesară.
task-note-needed = Spuneți într-o propoziție de ce nu mai este necesară.
task-state-open = Este încă deschisă.
task-state-done = Este îndeplinită.
task-state-cancelled = Nu mai este necesară.

case-new-task = Sarcină nouă
case-task-refer = Căutați ajutor: nicio referire nu este deschisă
case-task-acknowledge_notice = Confirmați primirea înștiințării despre un copil
case-task-send_draft = Transmiteți ciorna referirii
case-task-note-acknowledge_notice = Ați fost înștiințați despre un copil sau despre o persoană cu vârstă incertă. Confirmați că aveți înștiințarea; cine v-a înștiințat vede confirmarea.
case-task-note-send_draft = Există o ciornă și nimic nu s-a transmis. Transmiteți-o sau spuneți de ce nu este nevoie.
case-task-screen = Faceți evaluarea primară
case-task-written = Altceva
case-task-note-refer = În prezent nu este întrebată nicio organizație. Transmiteți o referire sau spuneți de ce nu este nevoie.
case-task-note-screen = Începeți o evaluare sau spuneți de ce nu este nevoie.
case-task-note-written = Spuneți când este îndeplinită și ce a rezultat.
case-done-task_written = Sarcina este scrisă.
case-done-task_cancelled = Sarcina nu mai este necesară.
step-task_cancelled = Nu mai este necesară, spune
step-task_late = Întârzie:

duty-refer = Căutați ajutor: nicio referire nu este deschisă
duty-acknowledge_notice = Confirmați primirea înștiințării despre un copil
duty-send_draft = Transmiteți ciorna referirii sau spuneți că nu este nevoie
duty-theirs = { $other } nu a făcut încă: { $what }
duty-screen = Faceți evaluarea primară
duty-late = { $other } întârzie: { $what }

one-night-event-task-refer = { $name } are de căutat ajutor
one-night-event-task-acknowledge-notice = { $name } are de confirmat înștiințarea
one-night-event-task-send-draft = { $name } are o ciornă de transmis
one-night-event-task-written = { $name } are o sarcină
one-night-event-task-cancelled = Nu mai este necesară, spune { $name }
one-night-event-task-late = O sarcină întârziată ajunge la { $name }

looked-task_write = A scris o sarcină
looked-task_read = S-a uitat la o sarcină
looked-task_cancel = A spus că o sarcină nu mai este necesară

refusal-TSK-05 = Sarcina nu a fost scrisă
    .rule = O sarcină are o zi care urmează.
    .way1 = Alegeți o zi mai târzie sau lăsați gol.
refusal-TSK-06 = Sarcina nu a fost scrisă
    .rule = O sarcină despre un caz merge la o organizație care participă la el: altora le-ar spune că există un caz.
    .way1 = Alegeți o organizație care participă sau transmiteți-i întâi o referire.
refusal-TSK-07 = Nu a fost anulată
    .rule = Această obligație vine dintr-o regulă care este încă valabilă.
    .way1 = Îndepliniți-o și confirmați.
refusal-TSK-08 = Nimeni nu a fost anunțat
    .rule = Sarcina este îndeplinită sau nu întârzie.
refusal-TSK-09 = Sarcina nu a fost scrisă
    .rule = Căutarea de ajutor și evaluarea primară se fac pentru un caz.
    .way1 = Scrieți sarcina pe pagina cazului sau spuneți în cuvinte ce este de făcut.
refusal-TSK-10 = Sarcina nu a fost scrisă
    .rule = Nu există o asemenea organizație.
    .way1 = Alegeți una din listă.
