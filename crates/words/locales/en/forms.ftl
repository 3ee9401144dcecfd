## What would be right in a field.
errors-choose = Choose one of: { $codes }.
errors-needed = This is needed to go on.
errors-number = A whole number from 0 to { $most }, or one of: unknown, not_asked, refused.
errors-long = At most { $longest } characters.
errors-language = Languages by two small letters each (ISO 639-1), such as ro, uk, en.
errors-country = A country by two capital letters (ISO 3166-1), such as MD or UA; or one of: unknown, not_asked, refused.
errors-id = An id as Tiltas gave it: 32 characters, 0 to 9 and a to f.
errors-moment = A time with its zone, such as 2026-08-20T11:40:00Z.
errors-unknown = There is no such field here. These are known: { $codes }.
errors-nothing = There is no such field here: nothing is to be said.
errors-kind-text = A text, in quotation marks.
errors-kind-list = A list of texts, in square brackets.
errors-kind-truth = true or false.
errors-kind-number = A whole number.
errors-kind-object = Named values, in curly brackets.
errors-recipient = One recipient: a service, an organisation by its id, or police: true.
