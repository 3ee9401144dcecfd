## Machine-made wording: not yet confirmed by a person.
audit-title = Jurnalul accesărilor
audit-lead = Fiecare deschidere, fiecare refuz, fiecare schimbare: când, ce funcție, ce, de ce. Fără numele angajatului și fără ce s-a scris. Persoana poate primi această listă.
audit-count =
    { PLURAL($n) ->
        [one] { $n } înregistrare, organizații: { $from }
        [few] { $n } înregistrări, organizații: { $from }
       *[other] { $n } de înregistrări, organizații: { $from }
    }
audit-reason = Motivul dat:
audit-opened = Deschis: { $fields }
audit-listed = Afișat într-o listă.
audit-denied = Nepermis ({ $rule }). Nu s-a arătat nimic.
audit-refused = O regulă nu a permis ({ $rule }).
audit-not-found = Nu s-a găsit nimic.
audit-search-title = Jurnalele accesărilor
audit-search-lead = Vedeți cine a deschis dosarul, când și de ce. Nu vedeți ce s-a scris.
audit-search-hint = Numele de lucru cu numărul sau numărul cazului.
audit-search = Arătați jurnalul accesărilor
audit-none = Pe acest nod nu există un caz cu acest nume sau număr.
audit-count-more = peste 1000 de înregistrări
audit-organisation = Organizația (gol: oricare)
audit-role = Rolul (gol: oricare)
audit-action = Acțiunea (gol: toate)
audit-outcome = Rezultatul
audit-denied-only = Numai accesul refuzat
audit-from = De la
audit-until = Până la
audit-day-hint = O zi, de exemplu 18.11.2026
audit-unfiltered = Ștergeți filtrele
audit-export = Salvați ca tabel (CSV)
audit-older = Înregistrări mai vechi
audit-empty = Nicio înregistrare
audit-empty-says = Nimic din jurnalul accesărilor nu corespunde. Ștergeți un filtru pentru a vedea mai mult.
audit-form = Într-un formular: { $what }
audit-times =
    { PLURAL($times) ->
        [one] o dată, între { $first } și { $last }
        [few] de { $times } ori, între { $first } și { $last }
       *[other] de { $times } de ori, între { $first } și { $last }
    }
audit-again =
    { PLURAL($times) ->
        [one] La fel încă o dată, între { $first } și { $last }
        [few] La fel încă de { $times } ori, între { $first } și { $last }
       *[other] La fel încă de { $times } de ori, între { $first } și { $last }
    }
audit-copy-printed = Tipărit.
audit-copy-exported = Salvat ca tabel.
audit-unreadable = Această înregistrare nu poate fi citită
audit-unreadable-says = Celelalte înregistrări nu sunt afectate. Jurnalul tehnic al nodului o numește.
audit-time = Ora (UTC)
audit-reason-given = Motivul indicat
audit-often = De câte ori
audit-first = Prima
audit-last = Ultima
audit-days = Deschideri și refuzuri
audit-days-lead =
    { PLURAL($n) ->
        [one] Ultima zi, pentru dosarele la care participă organizația dumneavoastră. La dosarele pe care le conduce se numără deschiderile și refuzurile tuturor; la celelalte, numai ale angajaților dumneavoastră. Se numără deschideri, nu persoane.
        [few] Ultimele { $n } zile, pentru dosarele la care participă organizația dumneavoastră. La dosarele pe care le conduce se numără deschiderile și refuzurile tuturor; la celelalte, numai ale angajaților dumneavoastră. Se numără deschideri, nu persoane.
       *[other] Ultimele { $n } de zile, pentru dosarele la care participă organizația dumneavoastră. La dosarele pe care le conduce se numără deschiderile și refuzurile tuturor; la celelalte, numai ale angajaților dumneavoastră. Se numără deschideri, nu persoane.
    }
audit-days-who = Ziua și organizația
audit-days-opened = Deschideri
audit-days-refused = Refuzuri
audit-days-empty = Nimic nu a fost deschis sau refuzat
audit-days-empty-says = De la { $first } până la { $last }: 0 deschideri, 0 refuzuri.
audit-days-unreadable =
    { PLURAL($n) ->
        [one] { $n } înregistrare din aceste zile nu poate fi citită și nu este numărată. Jurnalul tehnic al nodului o numește.
        [few] { $n } înregistrări din aceste zile nu pot fi citite și nu sunt numărate. Jurnalul tehnic al nodului le numește.
       *[other] { $n } de înregistrări din aceste zile nu pot fi citite și nu sunt numărate. Jurnalul tehnic al nodului le numește.
    }
audit-days-first = Cele mai noi zile
audit-days-before = Zile anterioare
audit-files-title = Deschideri și refuzuri într-o zi
audit-files-lead = Fiecare dosar deschide jurnalul accesărilor din acea zi. Faptul că ați văzut această listă este înregistrat.
audit-files-file = Dosar
audit-files-empty = Niciun dosar
audit-files-empty-says = Această organizație nu a deschis în această zi niciun dosar al organizației dumneavoastră și nu i s-a refuzat niciunul.
looked-signal_record = A deschis dosarul
looked-list_read = L-a văzut într-o listă
looked-case_read = A deschis dosarul pentru citire
looked-name_open = A deschis numele
looked-replaced_open = A deschis o valoare protejată
looked-detail_tell = A înregistrat informații
looked-detail_correct = A corectat o valoare
looked-case_describe = A înregistrat date despre persoană
looked-screening_answer = A completat evaluarea primară
looked-risk_assess = A evaluat riscul
looked-note_add = A adăugat o notă
looked-consent_record = A înregistrat consimțământul sau refuzul
looked-consent_take_back = A înregistrat retragerea consimțământului
looked-referral_draft = A pregătit o referire
looked-referral_send = A trimis o referire
looked-referral_withdraw = A retras o referire
looked-referral_reply = A răspuns la o întrebare
looked-referral_told_by_phone = A anunțat destinatarul prin telefon
looked-referral_read = A deschis o referire
looked-referral_acknowledge = A confirmat primirea unei referiri
looked-referral_ask = A cerut informații suplimentare
looked-referral_answer = A răspuns la o referire
looked-service_start = A început un serviciu
looked-service_end = A încheiat un serviciu
looked-proceeding_note = A înregistrat o cauză penală
looked-lead_offer = A oferit coordonarea cazului
looked-lead_take = A preluat coordonarea fără ofertă
looked-lead_answer = A răspuns la oferta de coordonare
looked-task_finish = A confirmat îndeplinirea unei sarcini
looked-child_notice_tell = A înștiințat autoritatea tutelară
looked-provider_read = A citit lista prestatorilor
looked-provider_list = A modificat un prestator
looked-place_read = A văzut locurile
looked-place_change = A modificat locurile
looked-organisation_register = A înregistrat o organizație
looked-organisation_read = A citit lista organizațiilor
looked-audit_read = A văzut jurnalul accesărilor
looked-clock_keep = Termen verificat automat
looked-case_forget = A șters definitiv dosarul
looked-summary_read = A tipărit un rezumat
looked-audit_search = A căutat în jurnalele accesărilor
looked-other = Ceva dintr-o versiune mai nouă
