//! What customers do, and what becomes of their phones.

use onecall::capability::ArLevel;
use onecall::journey::{Input, Source};

use super::phone::Power;
use super::service::{link_text, token};
use super::world::World;
use crate::script::{LinkAge, PhoneDoes, Way, measured};

impl World {
    pub(super) fn person_does(&mut self, phone: usize, does: &PhoneDoes) {
        let Some(one) = self.phones.get_mut(phone) else { return };
        let power = one.power;
        self.trace.line(self.now, format_args!("phone {phone} * {}", kind(does)));
        match does {
            PhoneDoes::Kill => self.kill(phone),
            PhoneDoes::KillAmidStep => one.dying = one.journey.is_some(),
            PhoneDoes::Start => self.start(phone),
            PhoneDoes::Reboot => self.reboot(phone),
            PhoneDoes::ClockJumps { by_ms } => one.clock_error = one.clock_error.saturating_add(*by_ms),
            PhoneDoes::Weather { weather } => one.weather = *weather,
            PhoneDoes::NextCommandTakes { ms } => one.next_command_takes = Some(*ms),
            PhoneDoes::StreamBreaks => self.break_stream(phone),
            PhoneDoes::StreamStalls => self.stall_stream(phone),
            PhoneDoes::Sleep => {
                if power == Power::Awake {
                    self.feed(phone, Input::Sleep);
                    self.stand_still(phone);
                }
            }
            PhoneDoes::Freeze => self.stand_still(phone),
            PhoneDoes::Wake => {
                self.go_on(phone);
                self.feed(phone, Input::Wake);
            }
            PhoneDoes::Thaw => self.go_on(phone),
            PhoneDoes::Measured { ar } => self.tap(phone, Input::Measured(measured(*ar))),
            PhoneDoes::ArStarts => self.tap(phone, Input::ArStarted(ArLevel::Basic)),
            PhoneDoes::ArIsLost => self.tap(phone, Input::ArLost),
            PhoneDoes::NetworkBack => self.tap(phone, Input::NetworkBack),
            PhoneDoes::Leave => self.tap(phone, Input::Leave),
            PhoneDoes::Answer { yes } => self.tap(phone, Input::Confirm(*yes)),
            PhoneDoes::KnockAgain => self.tap(phone, Input::KnockAgain),
            PhoneDoes::Dismiss => self.tap(phone, Input::Dismiss),
            PhoneDoes::Type { text } => self.tap(phone, Input::Name(text.clone())),
            PhoneDoes::TypeName => {
                let name = self.script.phones.get(phone).map(|plan| plan.name.clone()).unwrap_or_default();
                self.tap(phone, Input::Name(name));
            }
            PhoneDoes::OpenText { text } => self.open_text(phone, text.clone(), Source::Paste),
            PhoneDoes::Open { call, way, link } => self.open(phone, *call, *way, *link),
            PhoneDoes::MoveTo { phone: to } => self.move_to(phone, *to),
        }
    }

    /// Something that needs the app in front; a sleeping phone is woken for it.
    fn tap(&mut self, phone: usize, input: Input) {
        let Some(one) = self.phones.get(phone) else { return };
        if one.journey.is_none() {
            return;
        }
        if one.power == Power::Still {
            self.go_on(phone);
            self.feed(phone, Input::Wake);
        }
        self.feed(phone, input);
    }

    /// Opening an invitation starts the app where it does not run.
    pub(super) fn open_text(&mut self, phone: usize, text: String, source: Source) {
        self.start(phone);
        self.tap(phone, Input::Text { text, source });
    }

    fn open(&mut self, phone: usize, call: usize, way: Way, age: LinkAge) {
        let Some(room) = self.service.room(call) else { return };
        let number = match age {
            LinkAge::Newest => room.call.link_number(),
            LinkAge::First => 0,
        };
        let link = link_text(token(call, number));
        let (text, source) = way.brings(link, room.code.map(|code| code.to_string()));
        self.open_text(phone, text, source);
    }

    /// The page that shows the lobby opens the app on another phone.
    fn move_to(&mut self, from: usize, to: usize) {
        if from != to
            && let Some(one) = self.phones.get_mut(from)
        {
            one.moves_to = Some(to);
            self.tap(from, Input::Move);
        }
    }
}

pub(crate) fn kind(does: &PhoneDoes) -> &'static str {
    match does {
        PhoneDoes::Open { .. } => "opens an invitation",
        PhoneDoes::OpenText { .. } => "opens a text",
        PhoneDoes::TypeName | PhoneDoes::Type { .. } => "types",
        PhoneDoes::Leave => "leaves",
        PhoneDoes::Answer { .. } => "answers",
        PhoneDoes::KnockAgain => "knocks again",
        PhoneDoes::Dismiss => "dismisses",
        PhoneDoes::MoveTo { .. } => "moves",
        PhoneDoes::Measured { .. } => "measures",
        PhoneDoes::ArStarts => "starts AR",
        PhoneDoes::ArIsLost => "loses AR",
        PhoneDoes::Sleep => "sleeps",
        PhoneDoes::Wake => "wakes",
        PhoneDoes::Freeze => "freezes",
        PhoneDoes::Thaw => "thaws",
        PhoneDoes::Kill => "is killed",
        PhoneDoes::KillAmidStep => "is about to be killed amid a step",
        PhoneDoes::Start => "starts the app",
        PhoneDoes::Reboot => "reboots",
        PhoneDoes::ClockJumps { .. } => "has its clock set",
        PhoneDoes::Weather { .. } => "has another network",
        PhoneDoes::NetworkBack => "hears that the network is back",
        PhoneDoes::StreamBreaks => "has its stream broken",
        PhoneDoes::StreamStalls => "has its stream stalled",
        PhoneDoes::NextCommandTakes { .. } => "is about to send something that takes long",
    }
}
