//! The form of a referral is three steps, one open at a time, and none loses what was typed in another.
use crate::{
    common::TestSite,
    duty::{OFFICER, opened},
};
use tiltas_domain::example;

const STEPS: [&str; 3] = ["step-soon", "step-who", "step-what"];

/// Which steps of the page are open.
fn open(page: &str) -> Vec<&'static str> {
    let is_open = |step: &&str| page.contains(&format!("id=\"{step}\" open>"));
    STEPS.into_iter().filter(is_open).collect()
}

#[tokio::test]
async fn the_steps_open_in_order_and_a_closed_one_says_what_is_chosen_and_keeps_it() {
    let site = TestSite::new();
    let case = opened(&site, example::woman());
    let officer = site.as_(OFFICER.0, OFFICER.1).await;
    let address = format!("/cases/{case}/referrals/new");
    let page = officer.open(&address).await;
    assert_eq!(open(&page), ["step-what"], "all is chosen, and told: {page}");
    let summaries: Vec<&str> = page.split("<summary><h2>").skip(1).collect();
    assert!(summaries[0].contains("Tonight: "), "{}", summaries[0]);
    assert!(summaries[1].contains("Casa Liman</span></summary>"), "{}", summaries[1]);
    assert!(summaries[2].contains(" fields go. "), "{}", summaries[2]);
    let to = page
        .split("name=\"to\"")
        .skip(1)
        .find(|part| part.contains(" checked"))
        .expect("chosen");
    let to = to
        .split("value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("an id");
    let typed = [
        ("urgency", "tonight"),
        ("services", "shelter"),
        ("asked", "shelter"),
        ("to", to),
        ("fields", "person"),
        ("ground", "consent"),
        ("ground_before", "consent"),
        ("words", "Ring <twice>"),
        ("until", "1 9 2026"),
    ];
    for (act, step) in [("who", "step-who"), ("what", "step-what"), ("update", "step-what")] {
        let mut fields = typed.to_vec();
        fields.push(("act", act));
        let again = officer.post(&address, &fields).await;
        assert_eq!(open(&again.body), [step], "{act}");
        for kept in ["Ring &#60;twice&#62;", "value=\"1 9 2026\""] {
            assert!(again.body.contains(kept), "{act} {kept}: {}", again.text());
        }
    }
    let mut nothing: Vec<_> = typed.into_iter().filter(|(name, _)| *name != "services").collect();
    nothing.push(("act", "send"));
    let wrong = officer.post(&address, &nothing).await;
    assert!(
        open(&wrong.body).contains(&"step-soon"),
        "what is wrong is open: {}",
        wrong.text()
    );
    let mut two = nothing.clone();
    two.iter_mut()
        .filter(|(name, _)| *name == "until")
        .for_each(|field| field.1 = "soon");
    let wrong = officer.post(&address, &two).await;
    assert_eq!(
        open(&wrong.body),
        ["step-soon", "step-what"],
        "each of them: {}",
        wrong.text()
    );
    let named = officer.open(&format!("{address}?to={to}")).await;
    assert_eq!(open(&named), ["step-what"]);
}
