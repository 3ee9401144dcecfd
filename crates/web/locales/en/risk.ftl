## Risk and safety: level, whom the person fears, how to reach her.
risk-level = How high is the risk?
risk-level-hint = To her safety, as you see it with her now.
risk-hint-low = Nobody looks for her
risk-hint-medium = Somebody may look for her
risk-hint-high = Somebody looks for her, or has threatened
risk-hint-imminent = Harm may come at once
risk-feared = Whom does she fear?
risk-feared-hint = In her words. One person a line. Seen by the lead and by the house that takes her in.
risk-ask-call = Is it safe to call her?
risk-ask-write = Is it safe to write to her?
risk-ask-in_person = Is it safe to come to her?
risk-safe-contact = How to reach her safely
risk-safe-contact-hint = Hours, a word to say, who may answer her phone.
risk-plan = What was agreed for her safety
risk-plan-hint = What she does and what you do if the feared person appears.
risk-with-her = Did she say this herself?
