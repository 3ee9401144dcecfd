## Machine-made wording: not yet confirmed by a person.
word-proposed = propus
word-unsure = nesigur
word-verified = verificat
word-withheld = Nu se arată
word-sealed = Protejat
word-you = Dumneavoastră
word-nobody = Nimeni
word-forgotten = Șters definitiv
word-not-given = Neînregistrat

urgency-danger_now = pericol acum
urgency-tonight = în noaptea aceasta
urgency-ordinary = obișnuit

answer-yes = Da
answer-no = Nu
answer-unknown = Nu se știe
answer-not_asked = Neîntrebat
answer-refused = Nu dorește să spună

span-done = făcut
span-us = se așteaptă răspunsul dumneavoastră
span-them = se așteaptă răspunsul lor
span-late = întârziere
span-todo = încă nu
span-stop = refuzat
span-full = fără locuri
span-off = anulat
span-nobody = nu este nimeni

side-with = Pasul următor este la

ground-legal = Temei juridic
ground-say = Consimțământ

slip-goes = Se transmite: exact aceasta
slip-stays = Rămâne aici
slip-went = S-a transmis: exact aceasta
slip-stayed = A rămas aici
slip-stayed-there = A rămas acolo
slip-you = dumneavoastră

slot-label = Înainte de a contacta persoana
slot-call = Telefon
slot-write = Mesaje
slot-age = Vârstă
slot-language = Limbă
slot-risk = Risc

place-free = Liber
place-held = Rezervat
place-taken = Ocupat
place-out = Nu se folosește
place-name = { $place }: { $state }

pane-whose = Ecranul cui

journal-no-content = fără conținut
journal-after = după
journal-sealed = protejat: { $classes }

access-table = Tabel, se derulează lateral
access-who = Cine
access-identity = Identitate
access-contact = Contact
access-health = Sănătate
access-narrative = Relatare
access-operational = Activitate pe caz
access-statistical = Statistică
access-sees = vede
access-exists = doar că există
access-nothing = nu vede
access-nothing-short = nimic

queue-time = Timp
queue-case = Caz
queue-what = Ce are termen
