## Machine-made wording: not yet confirmed by a person.
audit-title = Cine s-a uitat
audit-lead = Fiecare deschidere, fiecare refuz, fiecare schimbare: când, ce funcție, ce, de ce. Niciun nume de funcționar și nimic din ce s-a scris. Ea poate primi această listă.
audit-count =
    { PLURAL($n) ->
        [one] { $n } înregistrare, organizații: { $from }
        [few] { $n } înregistrări, organizații: { $from }
       *[other] { $n } de înregistrări, organizații: { $from }
    }
audit-reason = Motivul dat:
audit-opened = Deschis: { $fields }
audit-listed = A stat în listă.
audit-denied = Nepermis ({ $rule }). Nu s-a arătat nimic.
audit-refused = O regulă a spus nu ({ $rule }).
audit-not-found = Nu s-a găsit nimic.
audit-search-title = Cine s-a uitat la un caz
audit-search-lead = Vedeți cine s-a uitat, când și de ce. Nu vedeți ce s-a scris.
audit-search-hint = Numele rostit cu numărul lui sau numărul de caz.
audit-search = Arată cine s-a uitat
audit-none = Pe acest nod nu există un caz cu acest nume sau număr.
looked-signal_record = A deschis dosarul
looked-list_read = L-a văzut într-o listă
looked-case_read = A deschis dosarul pentru citire
looked-name_open = A deschis numele
looked-replaced_open = A deschis o valoare mai veche
looked-detail_tell = A notat ce s-a spus
looked-detail_correct = A corectat o valoare
looked-case_describe = A spus cine este ea
looked-screening_answer = A evaluat
looked-risk_assess = A evaluat riscul
looked-note_add = A adăugat o notă
looked-consent_record = A notat ce a spus ea
looked-consent_take_back = A notat că ea retrage
looked-referral_draft = A pregătit o referire
looked-referral_send = A trimis o referire
looked-referral_withdraw = A retras o referire
looked-referral_reply = A răspuns la o întrebare
looked-referral_told_by_phone = A anunțat destinatarul prin telefon
looked-referral_read = A deschis o referire
looked-referral_acknowledge = A confirmat o referire
looked-referral_ask = A întrebat înainte de a răspunde
looked-referral_answer = A răspuns la o referire
looked-service_start = A început un serviciu
looked-service_end = A încheiat un serviciu
looked-proceeding_note = A notat o procedură
looked-lead_offer = A oferit conducerea
looked-lead_answer = A răspuns la oferta de conducere
looked-task_finish = A spus că o sarcină este îndeplinită
looked-child_notice_tell = A înștiințat autoritatea pentru protecția copilului
looked-provider_read = A citit lista prestatorilor
looked-provider_list = A schimbat un prestator
looked-place_read = A citit locurile
looked-place_change = A schimbat locurile
looked-organisation_register = A înregistrat o organizație
looked-organisation_read = A citit lista organizațiilor
looked-audit_read = A privit cine s-a uitat
looked-clock_keep = A trecut timpul
looked-case_forget = A uitat dosarul
looked-other = Ceva dintr-o versiune mai nouă
