## Who looked.
audit-title = Who looked
audit-lead = Each opening, each no, each change: when, which function, what, why. No officer's name, and nothing of what was written. She may have this list.
audit-count =
    { PLURAL($n) ->
        [one] { $n } entry, organisations: { $from }
       *[other] { $n } entries, organisations: { $from }
    }
audit-reason = Reason given:
audit-opened = Opened: { $fields }
audit-listed = It stood in the list.
audit-denied = Not allowed ({ $rule }). Nothing was shown.
audit-refused = A rule said no ({ $rule }).
audit-not-found = Nothing was found.
audit-search-title = Who looked at a case
audit-search-lead = You see who looked, when and why. You do not see what was written.
audit-search-hint = The spoken name and its number, or the case number.
audit-search = Show who looked
audit-none = There is no case with this name or number on this node.
looked-signal_record = Opened the file
looked-list_read = Saw it in a list
looked-case_read = Opened the file to read
looked-name_open = Opened the name
looked-replaced_open = Opened an older value
looked-detail_tell = Wrote down what was told
looked-detail_correct = Corrected a value
looked-case_describe = Told who she is
looked-screening_answer = Screened
looked-risk_assess = Assessed the risk
looked-note_add = Added a note
looked-consent_record = Recorded what she said
looked-consent_take_back = Recorded that she takes it back
looked-referral_draft = Prepared a referral
looked-referral_send = Sent a referral
looked-referral_withdraw = Took a referral back
looked-referral_reply = Answered a question
looked-referral_told_by_phone = Told the receiver by phone
looked-referral_read = Opened a referral
looked-referral_acknowledge = Acknowledged a referral
looked-referral_ask = Asked before answering
looked-referral_answer = Answered a referral
looked-service_start = Began a service
looked-service_end = Ended a service
looked-proceeding_note = Noted a proceeding
looked-lead_offer = Offered the lead
looked-lead_answer = Answered the offer of the lead
looked-task_finish = Said that a task is done
looked-child_notice_tell = Told the child-protection authority
looked-provider_read = Read the directory
looked-provider_list = Changed a provider
looked-place_read = Read places
looked-place_change = Changed places
looked-organisation_register = Registered an organisation
looked-organisation_read = Read the directory of organisations
looked-audit_read = Looked who looked
looked-clock_keep = Time passed
looked-case_forget = Forgot the file
looked-other = Something of a newer version
