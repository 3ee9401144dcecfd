## The access log.
audit-title = Access log
audit-lead = Each opening, each denial, each change: when, which function, what, why. No officer’s name, and nothing of what was written. The person may have this list.
audit-count =
    { PLURAL($n) ->
        [one] { $n } entry, organisations: { $from }
       *[other] { $n } entries, organisations: { $from }
    }
audit-reason = Reason given:
audit-opened = Opened: { $fields }
audit-listed = Shown in a list.
audit-denied = Not allowed ({ $rule }). Nothing was shown.
audit-refused = A rule said no ({ $rule }).
audit-not-found = Nothing was found.
audit-search-title = Access logs
audit-search-lead = You see who opened a file, when and why. You do not see what was written.
audit-search-hint = The spoken name and its number, or the case number.
audit-search = Show the access log
audit-none = There is no case with this name or number on this node.
audit-count-more = more than 1,000 entries
audit-organisation = Organisation (empty: any)
audit-role = Role (empty: any)
audit-action = What was done (empty: all)
audit-outcome = Outcome
audit-denied-only = Only what was denied
audit-from = From
audit-until = To
audit-day-hint = A day, such as 18 11 2026
audit-unfiltered = Remove the filters
audit-export = Save as a table (CSV)
audit-older = Older entries
audit-empty = No entry
audit-empty-says = Nothing in the access log matches. Remove a filter to see more.
audit-form = In a form: { $what }
audit-times =
    { PLURAL($times) ->
        [one] { $times } time, between { $first } and { $last }
       *[other] { $times } times, between { $first } and { $last }
    }
audit-again =
    { PLURAL($times) ->
        [one] The same again { $times } time, between { $first } and { $last }
       *[other] The same again { $times } times, between { $first } and { $last }
    }
audit-copy-printed = Printed.
audit-copy-exported = Saved as a table.
audit-unreadable = This entry can’t be read
audit-unreadable-says = The other entries are not affected. The node’s log names it.
audit-time = Time (UTC)
audit-reason-given = Reason given
audit-often = How often
audit-first = First
audit-last = Last
audit-days = Opened and refused
audit-days-lead =
    { PLURAL($n) ->
        [one] The last day of the files in which your organisation takes part. Of files that it leads, openings and refusals of everyone are counted; of other files, those of your own people. What is counted is openings, not persons.
       *[other] The last { $n } days of the files in which your organisation takes part. Of files that it leads, openings and refusals of everyone are counted; of other files, those of your own people. What is counted is openings, not persons.
    }
audit-days-who = Day and organisation
audit-days-opened = Opened
audit-days-refused = Refused
audit-days-empty = Nothing was opened or refused
audit-days-empty-says = From { $first } to { $last }: 0 opened, 0 refused.
audit-days-unreadable =
    { PLURAL($n) ->
        [one] { $n } entry of these days can’t be read, and is not counted. The node’s log names it.
       *[other] { $n } entries of these days can’t be read, and are not counted. The node’s log names them.
    }
audit-days-first = The newest days
audit-days-before = Earlier days
audit-files-title = Opened and refused on one day
audit-files-lead = Each file opens the access log of that day. That you saw this list is noted.
audit-files-file = File
audit-files-empty = No file
audit-files-empty-says = This organisation opened none of your organisation’s files on this day, and was refused none.
looked-signal_record = Opened the file
looked-list_read = Saw it in a list
looked-case_read = Opened the file to read
looked-name_open = Opened the name
looked-replaced_open = Opened a sealed value
looked-detail_tell = Recorded information
looked-detail_correct = Corrected a value
looked-case_describe = Recorded what is known of the person
looked-screening_answer = Screened
looked-risk_assess = Assessed the risk
looked-note_add = Added a note
looked-consent_record = Recorded consent or refusal
looked-consent_take_back = Recorded that consent is withdrawn
looked-referral_draft = Prepared a referral
looked-referral_send = Sent a referral
looked-referral_withdraw = Withdrew a referral
looked-referral_reply = Answered a question
looked-referral_told_by_phone = Told the receiver by phone
looked-referral_read = Opened a referral
looked-referral_acknowledge = Acknowledged receipt of a referral
looked-referral_ask = Asked for more information
looked-referral_answer = Answered a referral
looked-service_start = Began a service
looked-service_end = Ended a service
looked-proceeding_note = Noted a proceeding
looked-lead_offer = Offered case lead
looked-lead_take = Took case lead without an offer
looked-lead_answer = Answered the offer of case lead
looked-task_finish = Recorded that a task is done
looked-child_notice_tell = Told the child-protection authority
looked-provider_read = Read the directory
looked-provider_list = Changed a provider
looked-place_read = Read places
looked-place_change = Changed places
looked-organisation_register = Registered an organisation
looked-organisation_read = Read the directory of organisations
looked-audit_read = Viewed the access log
looked-clock_keep = A deadline was checked
looked-case_forget = Erased the file for good
looked-summary_read = Printed a summary
looked-audit_search = Searched the access logs
looked-other = Something of a newer version
