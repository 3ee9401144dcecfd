//! From one number follows everything that the demonstration invents.
use tiltas_domain::{Actor, Moment, Purpose, Role, Root};

/// Where the demonstration's contexts come from: one seed, and the name of each step.
#[derive(Clone, Copy, Debug)]
pub struct Seed([u8; 32]);

impl Seed {
    /// The seed of a number that a person chose.
    pub fn new(number: u64) -> Seed {
        let mut bytes = [0x7E; 32];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        Seed(bytes)
    }

    /// Thirty-two bytes for the step `name`: the same for the same seed and name.
    pub fn bytes(&self, name: &str) -> [u8; 32] {
        self.context_of(account(), Moment(0)).of(name).once("seed")
    }

    /// A persona's token for programs: from the seed and the node's own key, so that no other node has it.
    pub fn token(&self, node: &[u8; 32], persona: crate::country::Persona) -> String {
        let own = Root {
            seed: *node,
            ..self.context_of(account(), Moment(0))
        };
        let bytes = Seed(own.of("tiltas demonstration token").once("seed")).bytes(persona.key());
        let mixed = Seed(bytes).bytes(&format!("{:?}", self.0));
        let digits: String = mixed.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("demo-{digits}")
    }

    /// The context of the step `name`. Run twice, the second is recognised as a repetition.
    pub fn context(&self, actor: Actor, now: Moment, name: &str) -> Root {
        let seed = self.bytes(name);
        let mut correlation = [0; 8];
        correlation.copy_from_slice(&seed[..8]);
        Root {
            purpose: purpose(actor.role),
            seed,
            correlation: u64::from_be_bytes(correlation),
            ..self.context_of(actor, now)
        }
    }

    fn context_of(&self, actor: Actor, now: Moment) -> Root {
        Root {
            actor,
            purpose: Purpose::Administration,
            now,
            seed: self.0,
            request: [0; 32],
            correlation: 0,
            drawn: None,
        }
    }
}

fn account() -> Actor {
    tiltas_app::account::founder()
}

/// What a role works for.
fn purpose(role: Role) -> Purpose {
    match role {
        Role::Police => Purpose::Investigation,
        Role::ChildProtection => Purpose::ChildProtection,
        Role::DataProtection => Purpose::Supervision,
        Role::Clock
        | Role::NationalUnit
        | Role::Secretariat
        | Role::FocalFunction
        | Role::Rapporteur
        | Role::Expert
        | Role::Organiser
        | Role::Observer => Purpose::Administration,
        Role::FirstResponder | Role::Supervisor | Role::CaseManager | Role::Provider | Role::ContactPoint => {
            Purpose::Assistance
        }
    }
}
