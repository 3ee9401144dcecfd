## Screening: what is asked, what an answer speaks for. Said to the officer, in the third person.
question-group-first_contact = Before anything else
question-group-promises = What was the person told?
question-group-work = What is the work like?
question-group-papers = Can the person come and go?
question-group-control = Is the person afraid of someone?
question-group-around_person = Who is around the person?

question-alone = Is the person alone with you?
question-interpreter_independent = Is the interpreter independent of everyone the person fears?
question-danger_now = Could someone be hurt before the next hour?
question-hurt_or_ill = Is the person hurt or ill?
question-job_as_promised = Is the work the work that was promised?
question-pay_as_promised = Is the pay the pay that was promised?
question-papers_as_promised = Are papers and permits as promised?
question-brought_by_force = Was the person brought here by force?
question-paid_what_was_agreed = Is the person paid what was agreed?
question-pay_taken_or_kept = Does someone keep the person’s pay, or take from it?
question-works_too_long = Are the working hours so long that there is no time to rest?
question-lives_at_workplace = Does the person have to live at the workplace, in bad conditions?
question-holds_own_papers = Does the person hold their own passport or identity card?
question-may_leave_alone = Can the person leave home or work alone?
question-owes_money_to_them = Does the person owe them money, for the journey or for anything else?
question-told_what_if_leaving = Did someone say what would happen if the person left?
question-hurt_by_them = Has someone there hurt the person?
question-family_threatened = Has someone hurt the person’s family, or tried to?
question-threatened_with_authorities = Did someone threaten to report the person to the authorities?
question-told_what_to_say = Was the person told what to say to officials?
question-knows_own_whereabouts = Does the person know where they are?
question-depends_on_them = Does the person depend on them for food, housing or papers?
question-someone_to_turn_to = Is there someone here the person could turn to?
question-could_be_child = Is the person under 18, or could they be?

sign-deceived_about_job = The work is not the work that was promised
sign-deceived_about_earnings = The pay is not the pay that was promised
sign-deceived_about_legal_documents = Papers or permits are not as promised
sign-recruited_with_violence = Brought here by force
sign-low_or_no_pay = Paid less than agreed, or nothing
sign-wage_manipulation = Someone takes from the pay
sign-wages_withheld = The pay is kept back
sign-excessive_days_or_hours = Working days without time to rest
sign-bad_living_conditions = Has to live at the workplace, in bad conditions
sign-documents_confiscated = Someone else keeps the person’s papers
sign-isolation_or_surveillance = Can’t leave alone
sign-debt_bondage = Held by a debt
sign-threat_of_violence = Was told what would happen on leaving
sign-violence = Someone there has hurt the person
sign-violence_on_family = Someone hurt the person’s family, or tried to
sign-threat_of_denunciation = Threatened with a report to the authorities
sign-forced_to_lie_to_authorities = Was told what to say to officials
sign-unknown_area = Does not know the place
sign-dependent_on_exploiters = Depends on them for food, housing or papers
sign-personal_need = Has nobody here to turn to

dimension-deceptive_recruitment = Promises
dimension-coercive_recruitment = Force on the way
dimension-vulnerability_at_recruitment = Situation before
dimension-exploitation = Work
dimension-coercion_at_destination = Control
dimension-vulnerability_at_destination = Situation here

strength-strong = strong indicator
strength-medium = medium indicator
strength-weak = weak indicator

stop-first-not_alone = Speak with the person alone before you ask anything else.
stop-first-interpreter_not_independent = Find another interpreter before you ask anything else: one who knows none of those the person may fear.
