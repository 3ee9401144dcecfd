## Machine-made wording: not yet confirmed by a person.
# Ce ar fi potrivit într-un câmp.
errors-choose = Alegeți una dintre: { $codes }.
errors-needed = Este nevoie de acest răspuns pentru a continua.
errors-number = Un număr întreg de la 0 la { $most } sau una dintre: unknown, not_asked, refused.
errors-long = Numărul maxim de caractere: { $longest }.
errors-language = Limbile prin câte două litere mici (ISO 639-1), de exemplu ro, uk, en.
errors-country = O țară prin două litere mari (ISO 3166-1), de exemplu MD sau UA; sau una dintre: unknown, not_asked, refused.
errors-id = Un identificator dat de Tiltas: 32 de caractere, 0–9 și a–f.
errors-moment = O oră cu fusul orar, de exemplu 2026-08-20T11:40:00Z.
errors-unknown = Un asemenea câmp nu există aici. Sunt cunoscute: { $codes }.
errors-nothing = Un asemenea câmp nu există aici: nu este nimic de spus.
errors-kind-text = Un text, între ghilimele.
errors-kind-list = O listă de texte, între paranteze pătrate.
errors-kind-truth = true sau false.
errors-kind-number = Un număr întreg.
errors-kind-object = Valori cu nume, între acolade.
errors-recipient = Un singur destinatar: un serviciu, o organizație prin identificatorul său sau police: true.
