## Signing in. In the demonstration one chooses who one is.
sign-in-title = Sign in
sign-in-heading = Help that reaches the person
sign-in-none = Accounts of this node sign in through their institution. That way is not built yet: ask whoever runs this node.
sign-in-group-meet = Meeting the person, leading the case
sign-in-group-help = Shelter and help
sign-in-group-hold = Coordination and oversight
sign-in-group-answer = Plan, recommendations, partnerships
sign-in-now = You are signed in as { $who }.
sign-in-out = Sign out

persona-heading = Choose who you are
persona-lead = An invented country. No person here exists, and nothing that you press reaches anyone.
persona-cards = Seventeen people, in the order in which a case and then the plan meet them
persona-night = Watch One night first
persona-night-what = Four minutes. One person, three screens, and what each of them may see.
persona-night-own = A night of your own: nobody else moves its clock
persona-nothing = Nothing waits now
persona-waits =
    { PLURAL($count) ->
        [one] { $count } thing waits
       *[other] { $count } things wait
    }
persona-late = { $count } late
persona-more = More: all other accounts ({ $count })
persona-limits = At most 50 visitors have a night of their own at once. One that rests for half an hour ends, and nothing of it is kept.
persona-is-border_officer = First responder
persona-meets-border_officer = A screening for the phone, one question group at a time
persona-is-border_supervisor = Supervisor
persona-meets-border_supervisor = What the shift sent and nobody answered
persona-is-labour_inspector = Inspector
persona-meets-labour_inspector = People met at farms and building sites
persona-is-hotline = Counsellor
persona-meets-hotline = Someone on the phone who does not give a name
persona-is-case_manager = Case manager
persona-meets-case_manager = Cases of men, women and children, and whose answer is due
persona-is-shelter_coordinator = Shelter or service
persona-meets-shelter_coordinator = Requests for tonight, places and holds
persona-is-investigator = Investigator
persona-meets-investigator = That a case exists, and every line that is withheld, with the reason
persona-is-territorial_team = Contact point
persona-meets-territorial_team = Referrals without a reply, escalated to the team
persona-is-child_protection = Officer for children
persona-meets-child_protection = A notice about someone who may be a child
persona-is-national_unit = Duty officer
persona-meets-national_unit = Referrals that nobody answered at any level
persona-is-data_protection = Data protection officer
persona-meets-data_protection = Who opened what, why, and on which ground
persona-is-secretariat = Secretary
persona-meets-secretariat = What was recommended, who owes it, and what is late
persona-is-focal_function = Focal point
persona-meets-focal_function = What the institution owes, with its evidence
persona-is-expert = Expert
persona-meets-expert = What became of what was recommended
persona-is-organiser = Organiser
persona-meets-organiser = Trainings and visits: who comes, what was learned
persona-is-rapporteur = Head of office
persona-meets-rapporteur = What institutions reported, and what a reviewer finds
persona-is-observer = Observer
persona-meets-observer = The same pages for a donor, with nothing to press
