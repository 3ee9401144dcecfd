//! What a reader sees before anything else of a file: danger, the child's route, whom the person fears, health. Each with
//! where it comes from; only what this reader may see, in words and without a rank.
use super::told::origin;
use tiltas_app::case::file::{File, Value};
use tiltas_domain::{Field, case::Urgency, risk::Level};
use tiltas_kit::{Visit, component::shown};
use tiltas_words::Html;

/// One alert.
pub(super) struct Alert {
    /// Danger: white on ink, and first.
    pub danger: bool,
    pub icon: &'static str,
    pub heading: Html,
    pub more: Html,
}

/// All of them, danger first.
pub(super) fn alerts(visit: &Visit, file: &File) -> Vec<Alert> {
    let words = &visit.words;
    let mut alerts = Vec::new();
    let level = file.safety.level.open().map(|(level, _)| *level);
    if file.urgency.open() == Some(&Urgency::DangerNow) || level == Some(Level::Imminent) {
        let number = Html::phone(&visit.edge.app.profile().emergency.value);
        alerts.push(Alert {
            danger: true,
            icon: "i-risk",
            heading: words.case_alert_danger(number),
            more: words.case_alert_danger_says().into(),
        });
    }
    if file.child_route.open() == Some(&true) {
        alerts.push(Alert {
            danger: false,
            icon: "i-person",
            heading: words.case_alert_child().into(),
            more: words.case_alert_child_says().into(),
        });
    }
    for feared in file.safety.feared.open().into_iter().flatten() {
        alerts.push(Alert {
            danger: false,
            icon: "i-risk",
            heading: words.case_alert_feared().into(),
            more: shown(words, feared),
        });
    }
    for entry in file.entries.iter().filter(|entry| entry.field == Field::Health) {
        if let Value::Health(note) = &entry.value
            && note.open().is_some()
        {
            alerts.push(Alert {
                danger: false,
                icon: "i-risk",
                heading: words.case_alert_health().into(),
                more: shown(words, note).and(" ").and(origin(words, entry)),
            });
        }
    }
    alerts
}
