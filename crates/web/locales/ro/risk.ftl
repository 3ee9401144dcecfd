## Machine-made wording: not yet confirmed by a person.
risk-level = Cât de mare este riscul?
risk-level-hint = Pentru siguranța ei, așa cum îl vedeți acum împreună cu ea.
risk-hint-low = Nu o caută nimeni
risk-hint-medium = S-ar putea să o caute cineva
risk-hint-high = O caută cineva sau a fost amenințată
risk-hint-imminent = Răul poate veni imediat
risk-feared = De cine se teme?
risk-feared-hint = În cuvintele ei. Câte o persoană pe rând. O văd cel care conduce cazul și casa care o primește.
risk-ask-call = Este sigur să o sunați?
risk-ask-write = Este sigur să îi scrieți?
risk-ask-in_person = Este sigur să mergeți la ea?
risk-safe-contact = Cum poate fi contactată în siguranță
risk-safe-contact-hint = Ore, un cuvânt de spus, cine ar putea răspunde la telefonul ei.
risk-plan = Ce s-a convenit pentru siguranța ei
risk-plan-hint = Ce face ea și ce faceți dumneavoastră dacă apare persoana de care se teme.
risk-with-her = A spus chiar ea acest lucru?
