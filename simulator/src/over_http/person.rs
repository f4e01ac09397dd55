//! What customers do, and what becomes of their phones.

use std::sync::Arc;

use onecall::capability::ArLevel;
use onecall::client::Client;
use onecall::journey::{Screen, Source};
use onecall::protocol::{CommandId, CustomerAct, CustomerCommand, CustomerView};
use reqwest::Method;
use tokio::time::sleep;

use super::desk::Unanswered;
use super::phone::Place;
use super::world::{LOOK, Scene, World};
use crate::script::{LinkAge, PhoneDoes, Way, measured};
use crate::virtual_time::person::kind;

/// So often somebody who has opened a ticket looks whether the name is asked.
const LOOKS: u32 = 200;

impl World {
    pub(super) fn person_does(&mut self, number: usize, does: &PhoneDoes) {
        let Some(phone) = self.scene.phones.get(number) else { return };
        self.scene.log.line(format_args!("phone {number} * {}", kind(does)));
        let line = &phone.network.line;
        match does {
            PhoneDoes::Kill => phone.kill(),
            PhoneDoes::KillAmidStep => phone.kill_amid_step(),
            PhoneDoes::Start => self.scene.start(number),
            PhoneDoes::Reboot => {
                phone.kill();
                self.scene.start(number);
            }
            // The client asks the machine for the time, and the machine's clock is not ours to set.
            PhoneDoes::ClockJumps { .. } => {}
            PhoneDoes::Weather { weather } => line.set_weather(*weather),
            PhoneDoes::NextCommandTakes { ms } => line.next_command_takes(*ms),
            PhoneDoes::StreamBreaks => line.break_streams(),
            PhoneDoes::StreamStalls => line.silence_streams(),
            PhoneDoes::Sleep => phone.sleep(),
            PhoneDoes::Freeze => phone.freeze(),
            PhoneDoes::Wake => {
                phone.go_on();
                phone.tell(Client::wake);
            }
            PhoneDoes::Thaw => phone.go_on(),
            PhoneDoes::Measured { ar } => phone.tap(|app| app.measured(measured(*ar))),
            PhoneDoes::ArStarts => phone.tap(|app| app.ar_started(ArLevel::Basic)),
            PhoneDoes::ArIsLost => phone.tap(Client::ar_lost),
            PhoneDoes::NetworkBack => phone.tap(Client::network_back),
            PhoneDoes::Leave => phone.tap(Client::leave),
            PhoneDoes::Answer { yes } => phone.tap(|app| app.confirm(*yes)),
            PhoneDoes::KnockAgain => phone.tap(Client::knock_again),
            PhoneDoes::Dismiss => phone.tap(Client::dismiss),
            PhoneDoes::Type { text } => phone.tap(|app| app.name(text.clone())),
            PhoneDoes::TypeName => phone.tap(|app| app.name(phone.plan.name.clone())),
            PhoneDoes::OpenText { text } => self.scene.open_text(number, text.clone(), Source::Paste),
            PhoneDoes::Open { call, way, link } => self.scene.open(number, *call, *way, *link),
            PhoneDoes::MoveTo { phone: to } => {
                if let Some(place) = phone.memory.place().filter(|_| phone.runs() && number != *to) {
                    let (scene, to) = (Arc::clone(&self.scene), *to);
                    self.errands.spawn(async move { scene.move_to(place, to).await });
                }
            }
        }
    }
}

impl Scene {
    pub(super) fn start(&self, number: usize) {
        if let Some(phone) = self.phones.get(number)
            && let Err(error) = phone.start()
        {
            self.log.fail(&format!("an app does not start: {error:#}"));
        }
    }

    /// Opening an invitation starts the app where it does not run.
    fn open_text(&self, number: usize, text: String, source: Source) {
        self.start(number);
        if let Some(phone) = self.phones.get(number) {
            phone.tap(|app| app.text(text, source));
        }
    }

    fn open(&self, number: usize, call: usize, way: Way, age: LinkAge) {
        let (Some(call), Some(phone)) = (self.calls.known(call), self.phones.get(number)) else { return };
        let link = match age {
            LinkAge::Newest => call.link,
            LinkAge::First => call.first_link,
        };
        // Where this phone's network finds the host that the link names.
        let token = link.rsplit('/').next().unwrap_or_default();
        let link = format!("http://{}/j/{token}", phone.network.addr);
        let (text, source) = way.brings(link, call.code);
        self.open_text(number, text, source);
    }

    /// The page that shows the lobby asks for a ticket; the other phone opens it, and its owner types the
    /// name where it is asked.
    async fn move_to(&self, place: Place, to: usize) {
        let Ok(CustomerView { ticket: Some(ticket), .. }) = self.customer(&place, CustomerAct::Move).await else {
            return;
        };
        let Some(phone) = self.phones.get(to) else { return };
        let before = phone.memory.place().map(|place| place.knock_id);
        self.open_text(to, format!("onecall:ticket/{ticket}"), Source::Link);
        for _ in 0..LOOKS {
            match phone.screen() {
                Some(Screen::AskName { .. }) => return phone.tell(|app| app.name(phone.plan.name.clone())),
                Some(Screen::Ask(_) | Screen::LinkProblem { .. }) | None => return,
                Some(_) if phone.memory.place().is_some_and(|place| Some(place.knock_id) != before) => return,
                Some(_) => sleep(LOOK).await,
            }
        }
    }

    /// What the service answers to a customer, asked beside the app.
    pub(super) async fn customer(&self, place: &Place, act: CustomerAct) -> Result<CustomerView, Unanswered> {
        let command = CustomerCommand {
            knock_id: place.knock_id.clone(),
            secret: place.secret.clone(),
            command_id: CommandId::from_bits(rand::random()),
            act,
        };
        self.wire.insist(Method::POST, "/v1/knock/commands", None, &command).await
    }
}
