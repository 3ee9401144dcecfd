task-new-title = New task
task-new-lead = The task has an owner and a day. Whoever is to do it finds it on their list; what stays undone reaches the supervisor, then the contact point.
task-new = Write the task
task-kind = What is to be done?
task-text = In your own words
task-text-hint = Only for "Something else". No names: the spoken name stands beside it.
task-to = Who is to do it?
task-to-hint = Only organisations that take part in the case. Leave it empty for your own.
task-due = By which day?
task-due-hint = For example 18 11 2026. Leave it empty where there is none.
task-whose = { $name } is to do this, and it is late. Ring them.
task-how = How did it end?
task-end-done = It is done
task-end-cancelled = It is no longer needed
task-note = What came of it
task-note-hint = One or two sentences for those who read the file later. Why, where it is no longer needed.
task-note-needed = Say in a sentence why it is no longer needed.
task-state-open = It is still open.
task-state-done = It is done.
task-state-cancelled = It is no longer needed.

case-new-task = New task
case-task-refer = Find help: nothing has been sent yet
case-task-screen = Screen
case-task-written = Something else
case-task-note-refer = It is urgent, and no organisation has been asked. Send a referral, or say why none is needed.
case-task-note-screen = Begin a screening, or say why none is needed.
case-task-note-written = Say when it is done, and what came of it.
case-done-task_written = The task is written.
case-done-task_cancelled = The task is no longer needed.
step-task_cancelled = No longer needed, says
step-task_late = Late:

duty-refer = Find help: nothing has been sent yet
duty-screen = Screen
duty-late = { $other } is late: { $what }

one-night-event-task-refer = { $name } is to find help
one-night-event-task-written = { $name } has a task
one-night-event-task-cancelled = No longer needed, says { $name }
one-night-event-task-late = A late task reaches { $name }

looked-task_write = Wrote a task
looked-task_read = Looked at a task
looked-task_cancel = Said that a task is no longer needed

refusal-TSK-05 = The task was not written
    .rule = A task is due on a day that is still to come.
    .way1 = Choose a later day, or leave it empty.
refusal-TSK-06 = The task was not written
    .rule = A task about a case goes to an organisation that takes part in it: to others it would tell that there is a case.
    .way1 = Choose an organisation that takes part, or send it a referral first.
refusal-TSK-07 = It was not cancelled
    .rule = This duty comes from a rule that still holds.
    .way1 = Do it, and say so.
refusal-TSK-08 = Nobody was told
    .rule = The task is done, or not late.
