//! Looks at every call while the story goes on.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use onecall::protocol::{CallPhase, CallView, KnockState};

use super::world::Scene;

/// How often.
const EVERY: Duration = Duration::from_millis(50);

/// Without end.
pub(super) async fn watch(scene: Arc<Scene>) {
    loop {
        for call in 0..scene.script.calls.len() {
            if let Some(view) = scene.look_at(call).await
                && let Some(what) = broken(&view)
            {
                scene.log.fail(what);
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// What no list may ever show.
fn broken(view: &CallView) -> Option<&'static str> {
    let let_in = view.knocks.iter().filter(|knock| matches!(knock.state, KnockState::Admitted | KnockState::InCall));
    let let_in: Vec<_> = let_in.map(|knock| &knock.knock).collect();
    if let_in.len() > 1 {
        return Some("rule 3: two customers in one call");
    }
    let taken_by = match &view.phase {
        CallPhase::Taken { knock, .. } => Some(knock),
        CallPhase::Open | CallPhase::Over { .. } => None,
    };
    if taken_by != let_in.first().copied() {
        return Some("rule 3: the call is taken by somebody else than the list shows in it");
    }
    let phrases: BTreeSet<_> = view.knocks.iter().map(|knock| &knock.match_phrase).collect();
    (phrases.len() < view.knocks.len()).then_some("two who wait have one match phrase")
}
