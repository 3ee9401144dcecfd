## Machine-made wording: not yet confirmed by a person.
refusal-REF-03 = Nu s-a trimis. Persoana poate fi copil.
    .rule = Cât timp vârsta este îndoielnică, persoana este tratată ca un copil. Un copil este plasat numai la un furnizor pentru copii, iar autoritatea pentru protecția copilului este informată.
    .way1 = Alegeți un furnizor pentru copii.
    .way2 = Înregistrați un document verificat sau o evaluare a vârstei, cu marja ei, care arată 18 ani sau mai mult. Nici vorba, nici o hârtie neverificată nu schimbă aceasta.
