//! The end of a story: all faults stop, and everybody must find out.

use std::collections::BTreeSet;
use std::time::Duration;

use onecall::client::Client;
use onecall::journey::Screen;
use onecall::protocol::{CustomerAct, KnockId};
use tokio::time::{Instant, sleep};

use super::audit;
use super::log::{Failure, Report};
use super::world::{PATIENCE, Scene, World, lease};
use crate::virtual_time::settle::{holds_a_place, tells_the_truth};

/// How often is looked whether everybody has found out.
const LOOK: Duration = Duration::from_millis(50);
/// How often phones that have not are told that the network is back: no people's pauses are waited for.
const NUDGE: Duration = Duration::from_secs(1);

impl World {
    /// Plays the story to its end, lets all faults stop, waits until everybody has found out, and looks into
    /// what was written down.
    ///
    /// # Errors
    /// The first rule that did not hold.
    pub async fn finish(mut self) -> Result<Report, Box<Failure>> {
        let ends_at_ms = self.scene.script.ends_at_ms;
        self.run_until(ends_at_ms).await;
        self.stop_all_faults().await;
        self.everybody_finds_out().await;
        let seed = self.seed();
        let (scene, folder) = self.end().await;
        let screens: Vec<_> = scene.phones.iter().map(super::phone::Phone::screen).collect();
        scene.everybody_goes_home();
        let data = scene.house.lock().await.stop().await;
        let events = audit::audit(&scene, data, &screens).await;
        drop(folder);
        let kinds = screens.iter().map(|screen| screen.as_ref().map_or("off", Screen::kind)).collect();
        match scene.log.failure(seed) {
            Some(failure) => Err(failure),
            None => Ok(Report { screens: kinds, events }),
        }
    }

    async fn stop_all_faults(&mut self) {
        self.scene.log.line(format_args!("all faults stop"));
        self.scene.set_dies_over_next(None);
        self.scene.come_back(0).await;
        // What agents have begun is answered now; whoever was about to bring the service back has.
        while self.errands.join_next().await.is_some() {}
        self.scene.come_back(0).await;
        for (number, phone) in self.scene.phones.iter().enumerate() {
            phone.stays_alive();
            if phone.network.line.percent(70) {
                self.scene.start(number);
            }
            phone.network.line.heal();
            phone.go_on();
            phone.tell(Client::wake);
            phone.tell(Client::network_back);
        }
    }

    async fn everybody_finds_out(&self) {
        let patience = Instant::now() + PATIENCE + lease(&self.scene.script);
        let mut nudge = Instant::now() + NUDGE;
        loop {
            let wrong = self.scene.what_is_wrong().await;
            let Some((_, first)) = wrong.first() else { return };
            if Instant::now() > patience {
                self.scene.log.fail(first);
                return;
            }
            for phone in &self.scene.phones {
                if matches!(phone.screen(), Some(Screen::Ask(_))) {
                    phone.tell(|app| app.confirm(false));
                }
            }
            if Instant::now() > nudge {
                nudge = Instant::now() + NUDGE;
                self.scene.log.line(format_args!("not yet: {first}"));
                for (whose, _) in &wrong {
                    let told =
                        self.scene.phones.iter().enumerate().filter(|(n, _)| whose.is_none_or(|phone| phone == *n));
                    told.for_each(|(_, phone)| phone.tell(Client::network_back));
                }
            }
            sleep(LOOK).await;
        }
    }
}

impl Scene {
    /// Which phones do not show what the service says, and whether somebody is listed who is not there.
    async fn what_is_wrong(&self) -> Vec<(Option<usize>, String)> {
        let mut wrong = Vec::new();
        let mut there: BTreeSet<KnockId> = BTreeSet::new();
        for (number, phone) in self.phones.iter().enumerate() {
            let Some(screen) = phone.screen() else { continue };
            let place = phone.memory.place();
            let view = match &place {
                // Of a beat that was overtaken long ago nothing comes but the answer.
                Some(place) => self.customer(place, CustomerAct::Here { n: 0 }).await.ok(),
                None => None,
            };
            if matches!(screen, Screen::Ask(_)) || !tells_the_truth(&screen, view.as_ref()) {
                let state = view.map(|view| view.state);
                let what = format!("rule 9: phone {number} shows {screen:?}, and the service says {state:?}");
                wrong.push((Some(number), what));
            }
            if holds_a_place(&screen) {
                there.extend(place.map(|place| place.knock_id));
            }
        }
        for call in 0..self.script.calls.len() {
            let Some(list) = self.look_at(call).await else { continue };
            for listed in list.knocks {
                if !there.remove(&listed.knock) {
                    wrong.push((None, "rule 1: the agent's list shows somebody who is not there".to_owned()));
                }
            }
        }
        // Whoever is left shows a place that no list knows.
        if !there.is_empty() {
            wrong.push((None, "rule 1: somebody is there whom the agent's list does not show".to_owned()));
        }
        wrong
    }

    fn everybody_goes_home(&self) {
        self.phones.iter().for_each(super::phone::Phone::kill);
        self.desks.iter().for_each(|desk| desk.set_console(false));
    }
}
