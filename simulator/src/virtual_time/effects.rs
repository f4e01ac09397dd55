//! What a journey wants done: saved, knocked, sent, closed.

use onecall::journey::{Effect, Input};
use onecall::protocol::{CustomerAct, CustomerCommand};

use super::network::{self, ANSWER_TIMEOUT, CONNECT_TIMEOUT};
use super::world::{What, World};

impl World {
    pub(super) fn carry_out(&mut self, phone: usize, effect: Effect) {
        self.trace.line(self.now, format_args!("phone {phone} > {effect:?}"));
        let Some(one) = self.phones.get_mut(phone) else { return };
        let life = one.life;
        match effect {
            Effect::Save(blob) => one.blob = blob,
            // What a device answers is the script's to say, and no phone here brings a client for meetings.
            Effect::Warm { .. }
            | Effect::Open { .. }
            | Effect::Measure
            | Effect::FreshAccessToken
            | Effect::JoinMeeting { .. }
            | Effect::LeaveMeeting { .. } => {}
            Effect::CloseStream => self.hang_up(phone),
            Effect::OpenStream { stream, request, .. } => {
                if stream <= one.streams {
                    self.fail("a stream's number is not greater than all before");
                    return;
                }
                one.streams = stream;
                one.knocks.insert(request.knock_id.clone());
                one.knock = Some(request.knock_id.clone());
                self.hang_up(phone);
                let Some(one) = self.phones.get_mut(phone) else { return };
                one.stream = Some(stream);
                let arrivals = network::arrivals(&one.weather, &mut self.dice);
                if arrivals.is_empty() && self.dice.percent(50) {
                    self.after(CONNECT_TIMEOUT, What::ToPhone { phone, life, input: Input::Lost { stream } });
                }
                for (nth, delay) in arrivals.into_iter().enumerate() {
                    let request = request.clone();
                    self.after(delay, What::Knock { phone, life, stream, request, copy: nth > 0 });
                }
            }
            Effect::Send { command, .. } => self.send(phone, life, &command),
            Effect::HandOver { text } => {
                if let Some(to) = one.moves_to.take() {
                    self.after(200, What::HandOver { to, text });
                }
            }
        }
    }

    fn send(&mut self, phone: usize, life: u64, command: &CustomerCommand) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        if let CustomerAct::Here { n } | CustomerAct::Asleep { n } = command.act
            && one.beats.insert(command.knock_id.clone(), n).is_some_and(|before| before >= n)
        {
            self.fail("a beat's number is not greater than that of any earlier one");
            return;
        }
        let held_up = one.next_command_takes.take();
        let mut arrivals = network::arrivals(&one.weather, &mut self.dice);
        if let Some(takes) = held_up {
            arrivals = vec![takes];
        }
        if arrivals.is_empty() {
            let input = Input::Failed { command_id: command.command_id.clone(), problem: None };
            self.after(ANSWER_TIMEOUT, What::ToPhone { phone, life, input });
        }
        for (nth, delay) in arrivals.into_iter().enumerate() {
            self.after(delay, What::Command { phone, life, command: command.clone(), copy: nth > 0 });
        }
    }

    /// Closes the stream; the service hears of it later, or never.
    pub(super) fn hang_up(&mut self, phone: usize) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        let Some(stream) = one.stream.take() else { return };
        let life = one.life;
        let delays = network::arrivals(&one.weather, &mut self.dice);
        if let Some(delay) = delays.first() {
            self.after(*delay, What::Hangup { phone, life, stream });
        }
    }
}
