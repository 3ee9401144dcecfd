## What a program is told when something could not be done.
failure-title-malformed = This is no JSON
failure-lead-malformed = Nothing was saved or sent.
failure-more-malformed = Correct the body and send it again.
failure-title-media-type = The body is of another media type
failure-lead-media-type = Nothing was saved or sent. Bodies are taken as application/json.
failure-more-media-type = Send it as application/json.
failure-title-method = This address takes another method
failure-lead-method = Nothing was saved or sent. The header Allow names the methods that are taken here.
failure-more-method = Use one of them.
problem-nobody = This request names nobody. Send the header Authorization: Bearer with a token of this node.
problem-not-found = Not found, or not available to you. Which of the two is not told.
problem-key-reused = This Idempotency-Key came before with other content. The first sending counts. Send what is new under a key of its own.
problem-malformed = Reading stopped at line { $line }, column { $column }. Nothing was saved or sent. A JSON object is accepted.
problem-unconfirmed = The answer did not come in time: it may be saved, or not. Send the same body again with the same Idempotency-Key; it is then saved once.
