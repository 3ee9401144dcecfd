## Plans: what is to be done, by whom, until when.
plans-title = Plan
plans-new = Begin a plan
plans-none = No plan is written down yet.
plans-none-way = Begin the first one. Its actions are written one by one, or come from a table.
plans-term = From, until
plans-version = Version
plan-title = Plan
plan-version = Version { $number }, { $stage }
plan-strategy = Strategy
plan-tree = The tree
plan-tree-note = Every state has its shape and its word.
plan-no-late = Nothing is late.
plan-empty = No action is written yet.
plan-empty-way = Write the first objective
plan-nothing-found = None. Take one filter away.
plan-show = Show
plan-clear = Show all
plan-any = any
plan-whole-branch = The whole branch
plan-back-to-tree = The whole plan
plan-next = Next
plan-state = State
plan-action = Action
plan-responsible = Responsible
plan-partners = Partners
plan-term = Term
plan-from = From
plan-indicator = Indicator
plan-value = { $value } of { $target }
plan-value-alone = { $value }
plan-target-alone = target { $target }
plan-no-term = no term set
plan-nobody = nobody named
plan-late-only = Only what is late
plan-text = Words or number
plan-new = new in this version
plan-by-institution = By institution
plan-by-institution-note = In the order of the plan. It ranks nobody.
plan-actions = Actions
plan-done = Done
plan-late = Late
plan-all = All
plan-about = About this plan
plan-source = Act or page
plan-approved = Approved
plan-approved-by = { $body }, { $day }
plan-in-force = In force from
plan-reason = Why it is changed
plan-not-approved = No body has approved it yet.
plan-began = Begun by
plan-terms = By term
plan-terms-title = Terms of the plan
plan-terms-none = Nothing has a term yet.
plan-budget = Budget
plan-budget-title = Budget of the plan
plan-budget-note = Sums of what the plan gives. Where it gives none, nothing is added: that is not 0.
plan-budget-none = The plan gives no amounts.
plan-sum-too-large = too large to be added up
plan-fund = Source of the money
plan-fund-none = no source given
plan-without = Without an amount
plan-sum = Sum
plan-item-title = Item of the plan
plan-item-above = Stands under
plan-item-below = What stands under it
plan-item-reports = What was reported
plan-item-reports-none = Nothing was reported yet.
plan-item-links = Recommendations that it carries out
plan-item-links-none = None is linked yet.
plan-item-practice = The practice that was adopted
plan-item-evidence = What shows it
plan-item-says = What the plan says
plan-item-not-given = not given
plan-unit = Unit
plan-baseline = Before
plan-target = Target
plan-verified = Where the value comes from
plan-last-value = Last value
plan-actions-of = Actions of the plan
plan-actions-of-none = No action of a plan carries it out yet.
plan-table = As a table (CSV)
plan-book = As a spreadsheet (XLSX)
plan-new-title = Name of the plan
plan-new-strategy = Strategy that it carries out, if it has no number
plan-new-from = From when?
plan-new-until = Until when?
plan-dated-hint = A year, a month or a day: 2026, 2026-05, 30 5 2026.
plan-new-currency = Currency of its budgets
plan-new-currency-hint = Three letters, like MDL.
plan-new-source = Act or page in which it stands
plan-new-example = It is invented, to show how it works
plan-level = What is it?
plan-number = Number
plan-number-hint = It says what the item stands under: 2.3 stands under 2.
plan-item-name = In a line
plan-budget-amount = Amount
plan-budget-amount-in = Amount, in { $currency }
plan-budget-hint = Leave it empty where the plan gives none.
plan-which-body = Which body?
plan-which-day = On which day?
plan-which-act = By which act?
plan-from-when = In force from which day?
plan-why = Why?
plan-how-far = How far is it?
plan-what-done = What was done?
plan-new-value = Value of the indicator now
plan-evidence = What shows it, one a line
plan-evidence-hint = An address, the name of a document, a figure with its definition. Done always needs one.
plan-which-recommendation = Which recommendation?
plan-link-ended = It no longer does
plan-act-item = Write an item
plan-act-approval = Record the approval
plan-act-force = Put it into force
plan-act-amendment = Begin the next version
plan-act-report = Report how far it is
plan-act-words = Change what it says
plan-act-link = Link a recommendation
plan-done-new = The plan is begun.
plan-done-item = The item is written.
plan-done-approval = The approval is recorded.
plan-done-force = It is in force.
plan-done-amendment = The next version is begun. The one in force goes on to be carried out.
plan-done-report = Your report is kept.
plan-done-words = The item says this now.
plan-done-link = It is kept.
plan-level-strategy = Strategy
plan-level-objective = Objective
plan-level-action = Action
plan-level-sub_action = Sub-action
plan-stage-draft = draft
plan-stage-approved = approved
plan-stage-in_force = in force
plan-stage-amended = being amended
plan-status-not_started = Not started
plan-status-under_way = Under way
plan-status-partly_done = Partly done
plan-status-done = Done
plan-status-dropped = Dropped
looked-plan_read = Read plans
looked-plan_write = Wrote a plan
looked-plan_report = Reported on a plan
plan-counts =
    { PLURAL($n) ->
        [one] { $n } action
       *[other] { $n } actions
    }
plan-objectives =
    { PLURAL($n) ->
        [one] under { $n } objective
       *[other] under { $n } objectives
    }
plan-counts-done =
    { PLURAL($n) ->
        [one] { $n } is done
       *[other] { $n } are done
    }
plan-counts-late =
    { PLURAL($n) ->
        [one] { $n } is late
       *[other] { $n } are late
    }
plan-more =
    { PLURAL($n) ->
        [one] { $n } more, not late
       *[other] { $n } more, none of them late
    }
plan-more-late =
    { PLURAL($n) ->
        [one] { $n } more
       *[other] { $n } more
    }
plan-found =
    { PLURAL($n) ->
        [one] { $n } item fits.
       *[other] { $n } items fit.
    }
step-plan_drafted = A plan was begun
step-plan_added = An item of a plan:
step-plan_changed = An item was changed:
step-plan_approved = A body approved a plan
step-plan_enforced = A plan is in force
step-plan_amended = A plan is being amended
step-plan_reported = A report on a plan:
step-plan_linked = An item and a recommendation were linked
step-plan_imported = Items came in from a table
step-plan_import_undone = What came in from a table was taken back
one-night-event-plan_drafted = A plan was begun
one-night-event-plan_added = An item of a plan was written: { $detail }
one-night-event-plan_changed = An item of a plan was changed: { $detail }
one-night-event-plan_approved = A body approved a plan
one-night-event-plan_enforced = A plan is in force
one-night-event-plan_amended = A plan is being amended
one-night-event-plan_reported = A report on a plan: { $detail }
one-night-event-plan_linked = An item and a recommendation were linked
one-night-event-plan_imported = Items came in from a table
one-night-event-plan_import_undone = What came in from a table was taken back
refusal-PLN-01 = Nothing was changed
    .rule = This is not done to a plan that stands where this one does.
    .way1 = Open it and see what may be done now.
refusal-PLN-02 = Nothing was changed
    .rule = Another item of this plan has this number.
    .way1 = Choose a number that is free.
refusal-PLN-03 = Nothing was changed
    .rule = There is nothing that this item would stand under.
    .way1 = Write that one first, or choose another number.
refusal-PLN-04 = Nothing was changed
    .rule = A strategy holds objectives, an objective actions, an action sub-actions.
    .way1 = Choose another kind or another number.
refusal-PLN-05 = Nothing was changed
    .rule = There is no such item, recommendation or institution.
    .way1 = Choose one from the list.
refusal-PLN-06 = Nothing was changed
    .rule = These days are not in order: a term lies after its beginning and within the plan.
    .way1 = Write days in order.
refusal-PLN-07 = Nothing was changed
    .rule = What is done is shown by something: an address, a document, a figure.
    .way1 = Write down what shows it, or say how far it is.
refusal-PLN-08 = Nothing was changed
    .rule = A plan without an action is not approved.
    .way1 = Write one, or import a table.
refusal-PLN-09 = Nothing was changed
    .rule = This day is still to come.
    .way1 = Write the decision down once it is taken.
refusal-PLN-10 = Nothing was changed
    .rule = This item has no indicator, so it has no value.
    .way1 = Leave the value out.
refusal-PLN-11 = Nothing was changed
    .rule = Items stand under this one. Its number and its kind stay.
    .way1 = Change only the rest.
refusal-PLN-12 = Nothing was changed
    .rule = It is so already.
    .way1 = Nothing needs to be done.
refusal-PLN-13 = Nothing was changed
    .rule = Something was built on what came in: a report, a recommendation, a later change, an item below, or an approval.
    .way1 = Change the items by hand.
refusal-PLN-14 = Nothing was changed
    .rule = This day is too early.
    .way1 = Write a later day.
plan-imports = Import a table
plan-imports-before = Imported tables
plan-written = Written
plan-written-from-table = from a table
plan-written-since = by hand, after it came from a table
