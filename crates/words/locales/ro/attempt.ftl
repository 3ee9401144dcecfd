## Machine-made wording: not yet confirmed by a person.

attempt-title = Am sunat
attempt-lead = { $name } nu a răspuns sau nu a îndeplinit sarcina. Notați pe cine ați sunat, ca următorul anunțat să nu sune din nou la același telefon.
attempt-whom = Pe cine ați sunat?
attempt-whom-hint = Funcția, fără nume: coordonator de noapte.
attempt-whom-needed = Spuneți ce funcție ați sunat.
attempt-at = La ce oră?
attempt-at-hint = De exemplu 02:12. O oră de azi sau din noaptea trecută.
attempt-outcome = Ce a rezultat?
attempt-outcome-needed = Alegeți ce a rezultat.
attempt-reached = Cineva a răspuns
attempt-no_answer = Niciun răspuns
attempt-message_left = S-a lăsat un mesaj
attempt-wrong_number = Numărul este greșit
attempt-words = Mai mult, în cuvinte
attempt-line = { $time }: { $role }, { $organisation }, a sunat la { $whom }. { $outcome }.
attempt-note = Am sunat: notați
step-attempt = Apel către
looked-attempt_note = A notat un apel
refusal-ATT-01 = Apelul nu a fost notat
    .rule = Un apel se notează după ce a avut loc, iar el a avut loc după ce a început lucrul la care se referă.
    .way1 = Indicați ora apelului.
one-night-event-attempt = { $name } a fost sunat: { $detail }
