## Words shown beside a shape, everywhere.
word-proposed = proposed
word-unsure = unsure
word-verified = verified
word-withheld = Withheld
word-sealed = Sealed
word-you = You
word-nobody = Nobody
word-forgotten = Erased for good
word-not-given = Not recorded

urgency-danger_now = danger now
urgency-tonight = tonight
urgency-ordinary = ordinary

answer-yes = Yes
answer-no = No
answer-unknown = Not known
answer-not_asked = Not asked
answer-refused = Won’t say

span-done = done
span-us = waiting for you
span-them = waiting for them
span-late = late
span-todo = not yet
span-stop = refused
span-full = no capacity
span-off = cancelled
span-nobody = nobody is there

side-with = Next step is with

ground-legal = Legal ground
ground-say = Consent

slip-goes = Goes: exactly this
slip-stays = Stays here
slip-went = Went: exactly this
slip-stayed = Stayed here
slip-stayed-there = Stayed there
slip-you = you

slot-label = Before you contact the person
slot-call = Call
slot-write = Write
slot-age = Age
slot-language = Language
slot-risk = Risk

place-free = Free
place-held = Held
place-taken = Taken
place-out = Not in use
place-name = { $place }: { $state }

pane-whose = Whose screen

journal-no-content = no content
journal-after = after
journal-sealed = sealed: { $classes }

access-table = Table, scrolls sideways
access-who = Who
access-identity = Identity
access-contact = Contact
access-health = Health
access-narrative = Account
access-operational = Case work
access-statistical = Statistics
access-sees = sees it
access-exists = only that it exists
access-nothing = does not see it
access-nothing-short = nothing

queue-time = Time
queue-case = Case
queue-what = What is due
