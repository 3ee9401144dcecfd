//! What may say the same is proposed to whoever decides it, across languages, and what was decided is not proposed again.
use crate::common::{TestSite, Visitor};
use axum::http::StatusCode;
use tiltas_domain::{Role, example::Who};

const SECRETARY: (Who, Role) = (Who::Secretariat, Role::Secretariat);
const FOCAL: (Who, Role) = (Who::BorderPost, Role::FocalFunction);
const RAPPORTEUR: (Who, Role) = (Who::Rapporteur, Role::Rapporteur);
const EXPERT: (Who, Role) = (Who::Partner, Role::Expert);
const OBSERVER: (Who, Role) = (Who::Partner, Role::Observer);

async fn as_(site: &TestSite, (who, role): (Who, Role)) -> Visitor<'_> {
    site.as_(who, role).await
}

#[tokio::test]
async fn what_may_say_the_same_is_proposed_decided_by_one_press_and_not_proposed_again() {
    let site = TestSite::new();
    let expert = as_(&site, EXPERT).await;
    let words = [
        (
            "Refer on the same day",
            "Inspectors should refer a person on the same day.",
            "en",
        ),
        (
            "Same-day referral",
            "Labour inspectors should refer the person the same day.",
            "en",
        ),
        (
            "Referire în aceeași zi",
            "Inspectorii de muncă să refere persoana în aceeași zi.",
            "ro",
        ),
        (
            "Print the hotline",
            "Print the number of the hotline on bus tickets.",
            "en",
        ),
    ];
    let mut all = Vec::new();
    for (title, text, language) in words {
        let fields = [
            ("title", title),
            ("text", text),
            ("language", language),
            ("wording", "verbatim"),
            ("theme", "labour"),
            ("source", "training"),
        ];
        let answer = expert.post("/recommendations/new", &fields).await;
        all.push(answer.location().split('?').next().expect("an address").to_owned());
    }
    let id = |address: &str| address.rsplit('/').next().expect("an id").to_owned();
    let proposes = |page: &str, other: &str| page.contains(&format!("name=\"other\" value=\"{}\"", id(other)));
    let secretary = as_(&site, SECRETARY).await;
    let page = secretary.open(&all[0]).await;
    assert!(
        proposes(&page, &all[1]) && proposes(&page, &all[2]),
        "also across languages: {page}"
    );
    assert!(!proposes(&page, &all[3]), "{page}");
    for who in [EXPERT, FOCAL, RAPPORTEUR, OBSERVER] {
        let visitor = as_(&site, who).await;
        assert!(!visitor.open(&all[0]).await.contains("May say the same"), "{who:?}");
        assert!(!visitor.open("/recommendations").await.contains("to decide"), "{who:?}");
        assert_eq!(
            visitor.get("/recommendations/pairs").await.status,
            StatusCode::NOT_FOUND,
            "{who:?}"
        );
    }
    let list = secretary.open("/recommendations").await;
    assert!(list.contains("3 pairs to decide"), "{list}");
    let pairs = secretary.open("/recommendations/pairs").await;
    assert!(
        pairs.contains("Inspectorii de muncă") && !pairs.contains("bus tickets"),
        "{pairs}"
    );
    let other = id(&all[1]);
    let yes = [("other", other.as_str()), ("same", "yes"), ("back", "pairs")];
    let path = format!("{}/likeness", all[0]);
    let once = secretary.press(&path, "one-key", &yes).await;
    let twice = secretary.press(&path, "one-key", &yes).await;
    assert_eq!(
        (once.status, once.location()),
        (twice.status, twice.location()),
        "a second press"
    );
    assert!(
        once.location().starts_with("/recommendations/pairs"),
        "{}",
        once.location()
    );
    let page = secretary.open(&all[0]).await;
    assert!(!proposes(&page, &all[1]) && proposes(&page, &all[2]), "{page}");
    assert!(
        page.contains(&format!("href=\"{}\"", all[1])),
        "it stands as decided: {page}"
    );
    let romanian = id(&all[2]);
    let no = [("other", romanian.as_str()), ("same", "no")];
    let page = {
        let follows = secretary.send(&path, &no).await;
        secretary.open(&follows).await
    };
    assert!(
        !proposes(&page, &all[2]) && !page.contains(&format!("href=\"{}\"", all[2])),
        "{page}"
    );
    let last = secretary.open("/recommendations").await;
    assert!(last.contains("1 pair to decide"), "the second and the third: {last}");
}
