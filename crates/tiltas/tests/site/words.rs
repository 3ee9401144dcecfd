//! What people type and what lists name, on pages and for programs: lines stay lines, each script keeps its direction, and the
//! letters of the country stand where its alphabet has them.
use crate::common::TestSite;
use tiltas_app::{provider, signal};
use tiltas_domain::{
    Role,
    example::{self, Who},
    provider::{List, Offer},
};

#[tokio::test]
async fn a_note_keeps_its_lines_and_the_direction_of_its_script() {
    let site = TestSite::new();
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let (case, _) = signal::record(&site.app, &context, &example::signal()).expect("recorded");
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    let notes = format!("/cases/{case}/notes");
    for text in [
        "First line\nSecond line\n\nThird after a blank",
        "قالت إنها تخاف من رجل واحد.",
    ] {
        officer.send(&notes, &[("text", text)]).await;
    }
    let page = officer.open(&format!("/cases/{case}")).await;
    let value = "<bdi class=\"value\">";
    assert!(
        page.contains(&format!("{value}First line\nSecond line\n\nThird after a blank</bdi>")),
        "{page}"
    );
    assert!(
        page.contains(&format!("{value}قالت إنها تخاف من رجل واحد.</bdi>")),
        "{page}"
    );
    let form = officer.open(&notes).await;
    assert!(
        form.contains("<textarea dir=\"auto\""),
        "the field in which it is typed turns too"
    );
}

#[tokio::test]
async fn houses_stand_in_the_order_of_the_country_s_alphabet() {
    let site = TestSite::new();
    let named = [
        "Zambila", "Șoim", "Salcia", "Țară", "Tei", "Îngeri", "Iris", "Ăla", "Ana", "casa", "Cedru",
    ];
    for name in named {
        let context = site.context(Who::CasaLiman, Role::Provider);
        let offer = Offer {
            name: format!("{name} 7"),
            ..Who::CasaLiman.list(context.actor.organisation).expect("a house").offer
        };
        provider::list(
            &site.app,
            &context,
            &List {
                offer,
                places: vec!["1".to_owned()],
            },
        )
        .expect("listed");
    }
    let context = site.context(Who::CasaLiman, Role::Provider);
    let lines = provider::directory(&site.app, &context).expect("a directory");
    let order: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.offer.name.strip_suffix(" 7"))
        .collect();
    let right = [
        "Ana", "Ăla", "casa", "Cedru", "Iris", "Îngeri", "Salcia", "Șoim", "Tei", "Țară", "Zambila",
    ];
    assert_eq!(order, right);
    let page = site.as_(Who::CasaLiman, Role::Provider).await.open("/providers").await;
    let places: Vec<_> = right.iter().map(|name| page.find(&format!(">{name} 7<"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}
