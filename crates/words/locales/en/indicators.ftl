## Screening: what is asked, what an answer speaks for. Said to the officer, in the third person.
question-group-first_contact = Before anything else
question-group-promises = What was she told?
question-group-work = How does she work?
question-group-papers = Can she come and go?
question-group-control = Is she afraid of someone?
question-group-around_her = Who is around her?

question-alone = Is she alone with you?
question-interpreter_independent = Is the interpreter independent of everyone she fears?
question-danger_now = Could someone be hurt before the next hour?
question-hurt_or_ill = Is she hurt or ill?
question-job_as_promised = Is the work the work she was promised?
question-pay_as_promised = Is the pay the pay she was promised?
question-papers_as_promised = Are her papers and permits as she was promised?
question-brought_by_force = Was she brought here by force?
question-paid_what_was_agreed = Is she paid what was agreed?
question-pay_taken_or_kept = Does someone keep her pay, or take from it?
question-works_too_long = Does she work so long that there is no time to rest?
question-lives_where_she_works = Does she have to live where she works, in bad conditions?
question-holds_own_papers = Does she hold her own passport or identity card?
question-may_leave_alone = Can she leave the place where she lives or works, alone?
question-owes_money_to_them = Does she owe them money, for the journey or for anything else?
question-told_what_if_she_left = Did someone say what would happen if she left?
question-hurt_by_them = Has someone there hurt her?
question-family_threatened = Has someone hurt her family, or tried to?
question-threatened_with_authorities = Did someone say they would report her to the authorities?
question-told_what_to_say = Was she told what to say to officials?
question-knows_where_she_is = Does she know where she is?
question-depends_on_them = Does she depend on them for food, housing or papers?
question-someone_to_turn_to = Is there someone here she could turn to?
question-could_be_child = Is she under 18, or could she be?

sign-deceived_about_job = The work is not the work she was promised
sign-deceived_about_earnings = The pay is not the pay she was promised
sign-deceived_about_legal_documents = Papers or permits are not as she was promised
sign-recruited_with_violence = She was brought here by force
sign-low_or_no_pay = She is paid less than agreed, or nothing
sign-wage_manipulation = Someone takes from her pay
sign-wages_withheld = Her pay is kept from her
sign-excessive_days_or_hours = Working days without time to rest
sign-bad_living_conditions = She has to live where she works, in bad conditions
sign-documents_confiscated = Someone else keeps her papers
sign-isolation_or_surveillance = She can't leave alone
sign-debt_bondage = She is held by a debt
sign-threat_of_violence = She was told what would happen if she left
sign-violence = Someone there has hurt her
sign-violence_on_family = Her family was hurt, or someone tried to
sign-threat_of_denunciation = Someone would report her to the authorities
sign-forced_to_lie_to_authorities = She was told what to say to officials
sign-unknown_area = She does not know where she is
sign-dependent_on_exploiters = She depends on them for food, housing or papers
sign-personal_need = There is nobody she could turn to

dimension-deceptive_recruitment = Promises
dimension-coercive_recruitment = Force on the way
dimension-vulnerability_at_recruitment = Her situation before
dimension-exploitation = Work
dimension-coercion_at_destination = Control
dimension-vulnerability_at_destination = Her situation here

strength-strong = strong sign
strength-medium = medium sign
strength-weak = weak sign

stop-first-not_alone = Speak with her alone before you ask anything else.
stop-first-interpreter_not_independent = Find another interpreter before you ask anything else: one who knows none of the people she may fear.
