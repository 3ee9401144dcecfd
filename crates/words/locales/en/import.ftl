## Tables that somebody brings.
step-import_read = A table was read
step-import_mapped = The columns of a table were chosen
step-import_taken = Rows of a table came in
step-import_undone = A table was taken back
one-night-event-import_read = A table was read
one-night-event-import_mapped = The columns of a table were chosen
one-night-event-import_taken = Rows of a table came in
one-night-event-import_undone = A table was taken back
refusal-IMP-01 = Nothing was changed
    .rule = This is not done to an import that stands where this one does.
    .way1 = Open it and see what may be done now.
refusal-IMP-02 = Nothing was changed
    .rule = A column that each row needs is not chosen.
    .way1 = Choose which column of the table it is.
refusal-IMP-03 = Nothing was changed
    .rule = One column of the table is chosen for two things.
    .way1 = Choose it for one of them.
refusal-IMP-04 = Nothing was changed
    .rule = The table has no such column.
    .way1 = Choose one of those that it has.
refusal-IMP-05 = Nothing was changed
    .rule = No row of this table is new or changed.
    .way1 = Look at what was found in it.
refusal-IMP-06 = Nothing was changed
    .rule = A table has at most 5,000 rows, 60 columns and 2 million signs.
    .way1 = Split it into several.
step-book_brought = A file was read
step-book_forgotten = A file was forgotten
one-night-event-book_brought = A file was read
one-night-event-book_forgotten = A file was forgotten
refusal-IMP-07 = Nothing was changed
    .rule = The file is not kept any more.
    .way1 = Bring it again.
refusal-IMP-08 = Nothing was changed
    .rule = The file has no such sheet, or nothing stands in this row of it.
    .way1 = Choose a row that names the columns.
import-title = Import a table
import-lead = XLSX, ODS or CSV, up to 5 MB, 5,000 rows and 60 columns. You see what would come in before anything is written.
import-kept-note = The file is kept for 7 days, sealed by itself, and then forgotten. Its name is not kept.
import-file = File
import-read = Read the file
import-columns-template = Table with the columns, to be filled in:
import-columns-own = The plan as it is, to be changed and brought again:
import-before = Imported before
import-none = Nothing was imported into this plan yet.
import-when = Read on
import-rows = Rows in the file
import-state = State
import-show = Import of a table
import-closed = The plan is not being written now, so nothing comes in or goes out of it. It can be amended once it is in force.
import-mapping = Which column is which?
import-mapping-lead = Choose the column of the file for each. Leave empty what the file does not have.
import-remembered = Chosen as for the last table with these columns.
import-column-needed = { $column } (needed)
import-sheet = Sheet
import-sheet-alone = the only sheet
import-head = Row that names the columns
import-look = Look there
import-first-rows = The first rows below it
import-choose = Show what would come in
import-again = Choose the columns anew
import-take =
    { PLURAL($n) ->
        [one] Take in { $n } row
       *[other] Take in { $n } rows
    }
import-left =
    { PLURAL($n) ->
        [one] { $n } row is left out. You can mend it and bring it again.
       *[other] { $n } rows are left out. You can mend them and bring them again.
    }
import-left-none = No row is left out.
import-nothing = No row of this table is new or changed, so there is nothing to take in.
import-added = New
import-changed = Changed
import-same = As it is
import-wrong = Left out
import-narrow = What would become of the rows
import-row = Row
import-column = Column
import-there = What stands there
import-reason = Why, and what would be right
import-whole-row = the whole row
import-number = Number
import-says = In a line
import-any-reason = any reason
import-narrow-show = Show
import-of-many =
    { PLURAL($n) ->
        [one] { $n } place
       *[other] { $n } places
    }
import-next = Next
import-refused = The rows that were left out, with what is wrong:
import-refused-gone = The file is not kept any more, so these rows can’t be saved from here.
import-wrong-head = What is wrong
import-undo = Take it back, whole
import-undo-lead =
    { PLURAL($n) ->
        [one] What this import brought goes again, and what it changed says again what it said: { $n } item.
       *[other] What this import brought goes again, and what it changed says again what it said: { $n } items.
    }
import-built = It can’t be taken back as a whole: something was built on it.
import-built-more =
    { PLURAL($n) ->
        [one] and { $n } other
       *[other] and { $n } others
    }
import-built-reported = it was reported on
import-built-linked = a recommendation is linked to it
import-built-changed = it was changed since
import-built-below = something else was written under it
import-built-approved = a body approved it
import-drop = Forget the file now
import-drop-lead = What was read of the file is forgotten at once and can’t be brought back. What came in stays. Choose this where it was the wrong file.
import-gone = The file is forgotten.
import-gone-way = Bring it again
import-kept-until = The file is kept until { $day }.
import-by-read = Read
import-by-took = Taken in
import-by-undid = Taken back
import-by-file = File
import-by = { $who }, { $time }
import-stage-read = read
import-stage-mapped = columns chosen
import-stage-taken = taken in
import-stage-undone = taken back
import-format-csv = CSV
import-format-xlsx = XLSX
import-format-ods = ODS
import-column-number = Number
import-column-level = Kind of item
import-column-title = Title
import-column-responsible = Responsible
import-column-partners = Partners
import-column-from = From
import-column-term = Term
import-column-budget = Amount
import-column-fund = Source of the money
import-column-indicator = Indicator
import-column-unit = Unit
import-column-baseline = Value before
import-column-target = Target
import-column-verified = Where the value comes from
import-fault-needed = Nothing stands here. Each row needs it: write it.
import-fault-long = Longer than 500 signs. Say it in fewer.
import-fault-hidden = It has signs that can’t be seen. Type it anew.
import-fault-formula = A formula. Paste its value instead.
import-fault-broken = The program could not calculate this. Write the value.
import-fault-number = Not the number of an item. Write figures or letters with points between them, like 4.2.1.
import-fault-twice = An earlier row has this number. Give each row its own.
import-fault-above = It would stand under an item that is not there and does not come in. Bring that one too, or change the number.
import-fault-choose = Not a kind of item. Write strategy, objective, action or sub-action.
import-fault-place = This kind of item does not stand there. A strategy holds objectives, an objective actions, an action sub-actions; the kind of an item that is there stays.
import-fault-institution = No institution, or more than one, is registered under this name. Write it as it stands in the list of institutions; divide several by a semicolon.
import-fault-day = Not a day. Write 2026, 2026-05, 2026-05-30 or 30.05.2026.
import-fault-order = These days are not in order. A term lies after its beginning and within the plan.
import-fault-figure = Not a figure. Write 1200 or 4.5, with at most three places.
import-fault-negative = Below 0. Write 0 or more.
import-fault-indicator = A unit, a value before, a target or a source stands without an indicator. Say what is counted.
import-fault-wide = The row has more cells than columns are named. Name them, or take them out.
import-at-sheet = Sheet “{ $sheet }”
import-at-row = Row { $row }
import-at-column = Column { $column }
import-unreadable-none = No file was chosen. Choose one.
import-unreadable-empty = Nothing stands in the file. Choose one with a row that names the columns and rows below it.
import-unreadable-kind = This is not a table. Save the table as XLSX, ODS or CSV.
import-unreadable-older = This is a file of an older program, such as XLS. Save the table as XLSX.
import-unreadable-archive = This is an archive. Take the table out of it and choose that.
import-unreadable-large = The file is larger than 5 MB. Leave out pictures, or split it into several.
import-unreadable-unpacks = The file would unpack to far more than a table holds. Save it anew as CSV.
import-unreadable-damaged = The file is damaged. Open it in the program that wrote it and save it anew.
import-unreadable-locked = The file is locked with a password. Save it without one.
import-unreadable-letters = The letters of this file can’t be told for certain. Save it as CSV in UTF-8.
import-unreadable-quote = A quotation mark is opened here and not closed. Close it, or write it twice where it is a part of the text.
import-unreadable-sheets = The file has more than 20 sheets. Keep those of the plan.
import-unreadable-columns = Something stands beyond the 60th column. Keep the columns of the plan.
import-unreadable-rows = The sheet has more than 5,000 rows. Split it into several.
import-unreadable-signs = The file has more than 2 million signs. Split it into several.
import-done-read = The file is read. Nothing is written into the plan yet.
import-done-mapping = The columns are chosen, and kept for the next table with the same ones.
import-done-taking = What was right is in the plan.
import-done-undoing = It was taken back, whole.
import-done-dropping = The file is forgotten.
import-choose-needed = Each row needs this column. Choose one.
import-choose-once = This column is chosen for something else already. Choose another, or leave it empty.
import-act-taking = Take in what is right?
import-act-undoing = Take it back, whole?
import-act-dropping = Forget the file?
import-columns = Columns of the plan
