## Machine-made wording: not yet confirmed by a person.
sign-in-title = Autentificare
sign-in-heading = Ajutor care ajunge la persoană
sign-in-none = Conturile acestui nod intră prin instituția lor. Calea aceasta nu este încă gata: întrebați administratorul nodului.
sign-in-group-meet = Primul contact și coordonarea cazului
sign-in-group-help = Cazare și ajutor
sign-in-group-hold = Coordonare și control
sign-in-group-answer = Plan, recomandări, parteneriate
sign-in-now = Autentificare ca { $who }.
sign-in-out = Ieșire din cont

persona-heading = Alegeți cine sunteți
persona-lead = O țară inventată. Nicio persoană de aici nu există, iar ce apăsați nu ajunge la nimeni.
persona-cards = Șaptesprezece oameni, în ordinea în care îi întâlnește un caz și apoi planul
persona-night = Priviți întâi O noapte
persona-night-what = Patru minute. O persoană, trei ecrane și ce vede fiecare dintre ele.
persona-night-own = O noapte numai a dumneavoastră: nimeni altcineva nu îi mută ceasul
persona-nothing = Acum nu așteaptă nimic
persona-waits =
    { PLURAL($count) ->
        [one] Așteaptă un lucru
        [few] Așteaptă { $count } lucruri
       *[other] Așteaptă { $count } de lucruri
    }
persona-late = cu termen depășit: { $count }
persona-more = Mai multe: toate celelalte conturi ({ $count })
persona-limits = Cel mult 50 de vizitatori au în același timp o noapte a lor. Cea care nu este folosită o jumătate de oră se încheie și nu se păstrează nimic.
persona-is-border_officer = Primul contact
persona-meets-border_officer = O evaluare primară pentru telefon, câte un grup de întrebări
persona-is-border_supervisor = Supervizor
persona-meets-border_supervisor = Ce a trimis tura și a rămas fără răspuns
persona-is-labour_inspector = Inspector
persona-meets-labour_inspector = Oameni întâlniți la ferme și pe șantiere
persona-is-hotline = Consilier
persona-meets-hotline = Cineva la telefon care nu își spune numele
persona-is-case_manager = Manager de caz
persona-meets-case_manager = Cazuri de bărbați, femei și copii, și răspunsurile așteptate
persona-is-shelter_coordinator = Centru sau serviciu
persona-meets-shelter_coordinator = Cereri pentru noaptea aceasta, locuri și rezervări
persona-is-investigator = Ofițer de urmărire penală
persona-meets-investigator = Că există un caz și fiecare rând reținut, cu motivul
persona-is-territorial_team = Punct de contact
persona-meets-territorial_team = Referiri fără răspuns, ajunse la echipă
persona-is-child_protection = Ofițer pentru copii
persona-meets-child_protection = O înștiințare despre cineva care poate fi copil
persona-is-national_unit = Ofițer de serviciu
persona-meets-national_unit = Referirile fără răspuns la niciun nivel
persona-is-data_protection = Responsabil cu protecția datelor
persona-meets-data_protection = Cine ce a deschis, de ce și pe ce temei
persona-is-secretariat = Secretar
persona-meets-secretariat = Ce s-a recomandat, cine datorează și ce a depășit termenul
persona-is-focal_function = Punct focal
persona-meets-focal_function = Ce datorează instituția, cu dovezi
persona-is-expert = Expert
persona-meets-expert = Ce s-a ales din ce s-a recomandat
persona-is-organiser = Organizator
persona-meets-organiser = Instruiri și vizite: cine vine, ce s-a învățat
persona-is-rapporteur = Șef de birou
persona-meets-rapporteur = Ce au raportat instituțiile și ce constată un evaluator
persona-is-observer = Observator
persona-meets-observer = Aceleași pagini pentru un donator, fără nimic de apăsat
