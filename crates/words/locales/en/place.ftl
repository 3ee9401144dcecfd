## Places, shelters, the directory, the night of a shelter.
places-title = Places
places-counts = { $free } free, { $held } held.
places-hold-says = A hold lasts until the answer is due, and ends by itself; you may release it. Nobody outside sees an address or a name, only that a place fits.
places-others = Other shelters
places-others-says = Free places now. Never an address, a room or who lives there.
places-directory = The whole directory
places-for = for { $who }, asked by { $by }
places-falls = free again at { $time } by itself
places-confirm-free = Is the place free again?
places-confirm-release = Release the hold?
places-free-heading = Is place { $place } of { $house } free again?
places-free-says = { $who } has it now. Once you free it, it can be given to somebody else, and whoever sent the referral is told. The referral itself goes on until its end is recorded.
places-free-nobody = Who has it is not shown here. Free it only when nobody lives there: others then see that it is free.
places-release-heading = Release the hold on place { $place } of { $house }?
places-release-says = It is held for { $who } until { $until }. { $by } asked for it and is told at once; the referral still waits for your answer.
places-press-release = Release the hold
places-press-free = It is free again
places-press-in_use = Back in use
places-press-out_of_use = Out of use

takes-woman = women
takes-woman_with_child = women with children
takes-man = men
takes-child = children alone

provider-takes = Accepts
provider-phone = Duty phone
provider-region = Region
provider-name = Name
provider-service = Gives
provider-who = Accepts
provider-narrow = Narrow the list
provider-title = Provider
provider-sort-free = Free places first
provider-sort-name = By name
provider-says = This is the provider’s own statement. Ring before you rely on it.
provider-change-title = Change what is offered
provider-change-way = What this house offers
provider-change-lead = Others choose by what stands here. Never write an address, a room or a name.
provider-change-save = Save the offer
provider-change-places = Places and holds
provider-changed = The offer is changed. Everyone who chooses sees it now.
provider-about = What it is, in one line
provider-about-hint = For example: shelter for women and children.
provider-region-hint = The part of the country, never an address.
provider-sexes = Accepts by gender
provider-takes-adults = adults
provider-takes-children = children without their parents
provider-takes-with_child = an adult with a child
provider-more-places = More places, one a line
provider-more-places-hint =
    { PLURAL($n) ->
        [one] { $n } place is named already. Write only new ones, for example 3 C. A place that is not there for now is set out of use under Places.
       *[other] { $n } places are named already. Write only new ones, for example 3 C. A place that is not there for now is set out of use under Places.
    }
providers-title = Providers
providers-about = Whom each accepts, what it gives, whether a place is free now.
providers-none = Nobody in the directory is like that. Ask for less, or ring the contact point.

tonight-title = Tonight
tonight-when = { $day }, { $time }. { $organisation }
tonight-asks =
    { PLURAL($n) ->
        [one] <b>{ $n } referral</b> waits for an answer.
       *[other] <b>{ $n } referrals</b> wait for an answer.
    }
tonight-free =
    { PLURAL($n) ->
        [one] <b>{ $n } place</b> is free,
       *[other] <b>{ $n } places</b> are free,
    }
tonight-held =
    { PLURAL($n) ->
        [one] { $n } is held until the answer is due.
       *[other] { $n } are held until the answer is due.
    }
tonight-none = Nobody waits for an answer from you
tonight-none-says = What comes appears here within five seconds. Nothing that you can see is due.
tonight-asking = Waiting for an answer
tonight-needs = Needs { $services }.
tonight-sent = Sent by { $from }, { $time }.
tonight-told = Told by phone at { $time }, to the { $function }: that counts as acknowledged.
tonight-due = Answer due { $time }.
tonight-due-held = Answer due { $time }; place { $place } is held until then.
tonight-accept = Accept, and give a place
tonight-all = All that wait for an answer
tonight-side = Accepted and running
tonight-running = Accepted and running
tonight-no = If we refuse
tonight-no-says = "No capacity" and "refuse" are different answers. Both go back to the sender at once, with the next provider that fits. Neither is a mark against you. Without a reply the referral is escalated: to the sender’s supervisor, the contact point, the national unit.

services-title = Services
services-about = What you accepted and what runs. Open one to record its beginning or its outcome.
services-none = Nothing is accepted or running
services-none-says = What you accept stays here until its outcome is recorded.
services-all = All that are accepted or running
