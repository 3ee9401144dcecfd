## The frame around every page.
shell-skip = Skip to the page
shell-notice = Notice
shell-demo = Demonstration. Everyone and everything here is invented.
shell-navigation = Main
shell-waiting = waiting
shell-find = Spoken name or case number
shell-find-short = Spoken name or number
shell-leave = Leave this page
shell-start = Tiltas, start
shell-news = Something changed. This page now shows it.
shell-node = Node { $node }, profile { $profile }
shell-times = Times are { $place }
shell-journal = Journal checked { $time }, whole
shell-nobody = Nobody yet
shell-nobody-hint = Choose a role
shell-function = { $role }, { $organisation }

navigation-today = Today
navigation-tonight = Tonight
navigation-cases = Cases
navigation-referrals = Referrals
navigation-places = Places
navigation-services = Services
navigation-screening = New screening
navigation-screenings = Saved and stopped
navigation-proceedings = Proceedings
navigation-audits = Access log

menu-one-night = One night
menu-role = Change role
menu-sign-in = Sign in
menu-language = Language and colours
menu-sign-out = Sign out

role-first_responder = First responder
role-supervisor = Supervisor
role-case_manager = Case manager
role-provider = Shelter or service
role-police = Police
role-contact_point = Contact point
role-child_protection = Child-protection authority
role-national_unit = National unit
role-data_protection = Data protection officer
role-clock = The node's clock

language-title = Language and colours
language-language = Language of the pages
language-language-hint = Words to read aloud are in the language of the person you speak with.
language-theme = Colours
language-theme-device = As the device has it
language-theme-light = Light
language-theme-dark = Dark
language-save = Save
shell-danger = In danger now: { $emergency }.
shell-danger-phone = In danger now: { $emergency }. Duty phone: { $phone }.
shell-offline = Not connected since {"{time}"}. What stands here may have changed.
shell-over = This page is not kept up to date any more. Open it again.
