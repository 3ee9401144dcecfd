## What is said when something could not be done.
failure-title-not-found = Page not found, or not available to you
failure-lead-not-found = This page does not tell which of the two.
failure-more-not-found = Whoever leads the case can tell you what concerns you.
failure-title-nobody = Nobody is signed in
failure-lead-nobody = Sign in, and ask again.
failure-more-nobody = Nothing you wrote was lost.
failure-title-stale = This form was open too long
failure-lead-stale = Nothing was saved or sent. For safety a form is taken only from the page and the sign-in that it was opened with.
failure-more-stale = Go back, copy what you wrote, open the page again and send it from there.
failure-title-too-large = This is more than a form can hold
failure-lead-too-large = Nothing was saved or sent.
failure-more-too-large = Go back, shorten the longest text, and send it again.
failure-title-refused = Not saved: a rule does not allow this
failure-lead-refused = Nothing was saved or sent.
failure-more-refused = What would be accepted is below.
failure-title-conflict = Someone else changed this meanwhile
failure-lead-conflict = Nothing you wrote was lost, and nothing was overwritten.
failure-more-conflict = Open the page again, look at what changed, and decide anew.
failure-title-key-reused = This form was already sent with other answers
failure-lead-key-reused = The first sending counts. This one was not saved.
failure-more-key-reused = Open the page again to add what is new.
failure-title-key-too-old = This form was already sent, more than a week ago
failure-lead-key-too-old = Nothing was saved or sent this time.
failure-more-key-too-old = Look at the case: what you sent then may be there. Open the page again to add what is new.
failure-title-broken = Something in the program is wrong
failure-lead-broken = Nothing was saved or sent.
failure-more-broken = Tell those who run Tiltas, with the code below. Until it is mended, use the phone.
failure-title-full = The node's disk is full
failure-lead-full = Nothing was saved or sent.
failure-more-full = Use the phone now, and tell those who run Tiltas. Today's list and the cases can be read as long as there is room to note who reads; lists and new entries come back when there is room again.
failure-title-unavailable = This page could not be opened
failure-lead-unavailable = Nothing you wrote was lost.
failure-more-unavailable = The store of cases cannot be reached right now. What was saved before is safe. Try again in a minute; going back shows what you wrote.
failure-title-busy = Too much is asked at once right now
failure-lead-busy = Nothing was saved or sent.
failure-more-busy = Wait a few seconds and try again. What was saved before is safe.
failure-title-unconfirmed = It may be saved: send it again
failure-lead-unconfirmed = The answer did not come in time. What you sent may be saved, or not.
failure-more-unconfirmed = Send it again. If it was saved the first time, it is not saved twice.
failure-typed = What you wrote
failure-send-again = Send it again
failure-title-form = Some answers need another look
failure-lead-form = Everything you wrote is still here. Nothing was saved or sent.
failure-more-form = Each field says what would be right.
failure-again = Try again
failure-home = Go to the first page
failure-danger = If someone is in danger, do not wait for this page: <b>{ $emergency }</b>, or the duty phone of your team.
failure-danger-phone = If someone is in danger, do not wait for this page: <b>{ $emergency }</b>, or the duty phone: <b>{ $phone }</b>.
failure-code = If you ask for help, read out
failure-code-says = It says what went wrong and nothing about any person.
failure-refused = Not saved: a rule does not allow this
failure-refused-rule = The rule with this code does not allow it.

refused-rule = The rule
refused-origin = Comes from
refused-says = Your case says
refused-accepted = What would be accepted
refused-kept = Nothing was saved or sent. If you ask for help, read out

leave-title = Time

errors-title =
    { PLURAL($n) ->
        [one] { $n } answer needs another look
       *[other] { $n } answers need another look
    }
errors-kept = Everything you wrote is still here. Nothing was saved or sent.
