## Machine-made wording: not yet confirmed by a person.
form-answer = Alegeți unul din cele cinci răspunsuri.
form-choose = Alegeți unul din răspunsuri.
form-years = Scrieți vârsta în ani întregi, de la 0 la 120, sau lăsați gol.
form-age-child = Anii arată sub 18. Alegeți „copil” sau corectați anii.
form-age-adult = Anii arată 18 sau mai mult. Alegeți „persoană adultă” sau corectați anii.
form-level = Alegeți cât de mare este riscul așa cum îl vedeți acum. Poate fi evaluat din nou oricând.
form-day = Scrieți o zi: 18.11.2026, 18 11 2026 sau 18 noiembrie 2026.
form-day-past = Este înainte de astăzi, { $today }. Ați vrut { $meant }?
form-reason = Scrieți într-o propoziție de ce nu sunt indicatori acum. Alții se vor baza pe acest motiv.
known-unknown = nu se știe
known-not_asked = neîntrebat
known-refused = nu dorește să spună
