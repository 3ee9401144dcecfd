//! Needs: those who lead the case see them all, whoever meets one sees that one, nobody else learns what a person needs.
use crate::common::TestSite;
use axum::http::StatusCode;
use tiltas_app::signal;
use tiltas_domain::{
    Role,
    example::{self, Who},
};

#[tokio::test]
async fn a_need_is_recorded_and_ends_and_only_those_who_lead_or_meet_it_see_it() {
    let site = TestSite::new();
    let context = site.context(Who::BorderPost, Role::FirstResponder);
    let (case, _) = signal::record(&site.app, &context, &example::signal()).expect("a file");
    let (file, form) = (format!("/cases/{case}"), format!("/cases/{case}/needs"));
    let officer = site.as_(Who::BorderPost, Role::FirstResponder).await;
    assert!(officer.open(&file).await.contains(&form), "the file leads to it");
    let bare = officer.post(&form, &[("kind", "other"), ("pressing", "urgent")]).await;
    assert_eq!(
        bare.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "something else is told in words"
    );
    let words = [("kind", "other"), ("pressing", "urgent"), ("words", "A guitar")];
    officer.send(&form, &words).await;
    let page = officer.open(&file).await;
    assert!(page.contains("Something else") && page.contains("A guitar"), "{page}");
    let links = page.split("href=\"").filter_map(|rest| rest.split('"').next());
    let end = links.into_iter().find(|link| link.starts_with(&format!("{form}/")));
    let end = end.expect("where it ends").to_owned();
    let why = officer.post(&end, &[("end", "unmet")]).await;
    assert_eq!(why.status, StatusCode::UNPROCESSABLE_ENTITY, "why nobody could meet it");
    officer
        .send(&end, &[("end", "unmet"), ("because", "no_provider")])
        .await;
    assert!(officer.open(&file).await.contains("Nobody gives it"));
    let by = site.organisation(Who::PodulAlb).to_string();
    officer.send(&end, &[("end", "met"), ("by", &by)]).await;
    assert_eq!(officer.get(&end).await.status, StatusCode::NOT_FOUND, "it is over");
    let leader = site.as_(Who::BorderPost, Role::Supervisor).await;
    assert!(
        !leader.open(&file).await.contains(&form),
        "a supervisor reads, and writes none"
    );
    for (who, role) in [(Who::PodulAlb, Role::CaseManager), (Who::Police, Role::Police)] {
        let other = site.as_(who, role).await;
        for address in [&file, &form, &end] {
            assert_eq!(
                other.get(address).await.status,
                StatusCode::NOT_FOUND,
                "{who:?} {address}"
            );
        }
    }
}
