## Machine-made wording: not yet confirmed by a person.
shell-skip = Mergeți la conținut
shell-notice = Notă
shell-demo = Demonstrație. Toate persoanele și toate datele de aici sunt inventate.
shell-navigation = Principal
shell-waiting = în așteptare
shell-find = Nume de lucru sau număr de caz
shell-find-short = Nume de lucru sau număr
shell-leave = Ieșire
shell-start = Tiltas, început
shell-news = S-a schimbat ceva. Pagina arată acum schimbarea.
shell-node = Nodul { $node }, profilul { $profile }
shell-times = Ora este cea din { $place }
shell-journal = Jurnal verificat la { $time }, fără modificări
shell-nobody = Nimeni încă
shell-nobody-hint = Alegeți un rol
shell-function = { $role }, { $organisation }

navigation-today = Astăzi
navigation-tonight = În noaptea aceasta
navigation-cases = Cazuri
navigation-referrals = Referiri
navigation-places = Locuri
navigation-services = Servicii
navigation-screening = Evaluare primară nouă
navigation-screenings = Evaluări salvate
navigation-proceedings = Cauze penale
navigation-audits = Jurnalul accesărilor

menu-one-night = O noapte
menu-role = Schimbați rolul
menu-sign-in = Autentificare
menu-language = Limbă și culori
menu-sign-out = Ieșire din cont

role-first_responder = Specialist de prim contact
role-supervisor = Superior
role-case_manager = Manager de caz
role-provider = Centru sau serviciu
role-police = Poliție
role-contact_point = Punct de contact
role-child_protection = Autoritatea tutelară
role-national_unit = Unitatea Națională de Coordonare
role-data_protection = Responsabil cu protecția datelor
role-clock = Ceasul nodului

language-title = Limbă și culori
language-language = Limba paginilor
language-language-hint = Textele de citit cu voce tare sunt în limba persoanei cu care vorbiți.
language-theme = Culori
language-theme-device = Ca pe dispozitiv
language-theme-light = Deschise
language-theme-dark = Închise
language-save = Salvați
shell-danger = În pericol acum: { $emergency }.
shell-danger-phone = În pericol acum: { $emergency }. Telefon de gardă: { $phone }.
shell-offline = Fără conexiune de la {"{time}"}. Datele de aici se puteau schimba între timp.
shell-over = Această pagină nu se mai actualizează. Deschideți-o din nou.
