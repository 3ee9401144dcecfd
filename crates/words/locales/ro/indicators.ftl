## Machine-made wording: not yet confirmed by a person.
question-group-first_contact = Înainte de orice
question-group-promises = Ce i s-a spus persoanei?
question-group-work = Cum este munca?
question-group-papers = Poate pleca și veni fără însoțitor?
question-group-control = Se teme persoana de cineva?
question-group-around_person = Cine este în jurul persoanei?

question-alone = Vorbiți cu persoana fără altcineva de față, în afară de interpret?
question-interpreter_independent = Interpretul este independent de cei de care se teme persoana?
question-danger_now = Ar putea fi rănit cineva în următoarea oră?
question-hurt_or_ill = Persoana este rănită sau bolnavă?
question-job_as_promised = Munca este cea care i s-a promis?
question-pay_as_promised = Plata este cea care i s-a promis?
question-papers_as_promised = Actele și permisele sunt așa cum i s-a promis?
question-brought_by_force = Persoana a fost adusă aici cu forța?
question-paid_what_was_agreed = Plata convenită este primită?
question-pay_taken_or_kept = Îi reține cineva plata, în întregime sau în parte?
question-works_too_long = Programul de muncă lasă prea puțin timp de odihnă?
question-lives_at_workplace = Persoana este nevoită să locuiască la locul de muncă, în condiții rele?
question-holds_own_papers = Persoana are la sine pașaportul sau buletinul?
question-may_leave_alone = Poate părăsi neînsoțită locul în care trăiește sau muncește?
question-owes_money_to_them = Are datorii la acei oameni, pentru drum sau pentru altceva?
question-told_what_if_leaving = I-a spus cineva ce s-ar întâmpla dacă ar pleca?
question-hurt_by_them = I-a făcut rău cineva de acolo?
question-family_threatened = A făcut cineva rău familiei persoanei sau a încercat?
question-threatened_with_authorities = Cineva a amenințat că denunță persoana autorităților?
question-told_what_to_say = I s-a spus ce să răspundă autorităților?
question-knows_own_whereabouts = Știe unde se află?
question-depends_on_them = Depinde de acei oameni pentru mâncare, locuință sau acte?
question-someone_to_turn_to = Are aici pe cineva la care ar putea apela?
question-could_be_child = Are sub 18 ani sau ar putea avea?

sign-deceived_about_job = Munca nu este cea care i s-a promis
sign-deceived_about_earnings = Plata nu este cea care i s-a promis
sign-deceived_about_legal_documents = Actele sau permisele nu sunt așa cum i s-a promis
sign-recruited_with_violence = Aducere aici cu forța
sign-low_or_no_pay = Plată mai mică decât s-a convenit sau lipsa plății
sign-wage_manipulation = Cineva ia din plată
sign-wages_withheld = Plata îi este reținută
sign-excessive_days_or_hours = Zile de muncă fără timp de odihnă
sign-bad_living_conditions = Locuire la locul de muncă, în condiții rele
sign-documents_confiscated = Actele persoanei sunt la altcineva
sign-isolation_or_surveillance = Nu poate pleca neînsoțită
sign-debt_bondage = Reținere printr-o datorie
sign-threat_of_violence = I s-a spus ce s-ar întâmpla dacă ar pleca
sign-violence = Cineva de acolo i-a făcut rău
sign-violence_on_family = Cineva a făcut rău familiei persoanei sau a încercat
sign-threat_of_denunciation = Amenințare cu denunțarea la autorități
sign-forced_to_lie_to_authorities = I s-a spus ce să răspundă autorităților
sign-unknown_area = Nu știe unde se află
sign-dependent_on_exploiters = Depinde de acei oameni pentru mâncare, locuință sau acte
sign-personal_need = Nu are la cine apela

dimension-deceptive_recruitment = Promisiuni
dimension-coercive_recruitment = Constrângere pe drum
dimension-vulnerability_at_recruitment = Situația de dinainte
dimension-exploitation = Muncă
dimension-coercion_at_destination = Control
dimension-vulnerability_at_destination = Situația de aici

strength-strong = indicator puternic
strength-medium = indicator mediu
strength-weak = indicator slab

stop-first-not_alone = Vorbiți cu persoana între patru ochi înainte de a întreba altceva.
stop-first-interpreter_not_independent = Găsiți alt interpret înainte de a întreba altceva: unul care nu cunoaște pe nimeni de care s-ar putea teme persoana.
