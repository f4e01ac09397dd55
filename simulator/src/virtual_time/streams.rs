//! The streams that the service holds open. They keep their order; they break, end or fall silent.

use onecall::journey::Input;
use onecall::protocol::{CustomerView, KnockId, Phase};

use super::network;
use super::world::{What, World};

/// Comments keep proxies open.
const COMMENT_EVERY: u64 = 15_000;

/// One open stream, as the service sees it.
pub(super) struct Stream {
    pub(super) knock: KnockId,
    pub(super) call: usize,
    phone: usize,
    life: u64,
    number: u64,
    /// The answer to a doubled request: nobody listens.
    unheard: bool,
    stalled: bool,
    last_view: CustomerView,
    /// Nothing arrives before what was said earlier.
    arrived: u64,
}

/// Whom a new stream is for.
pub(super) struct Listener {
    pub(super) phone: usize,
    pub(super) life: u64,
    pub(super) number: u64,
    pub(super) copy: bool,
}

impl World {
    /// Opens a stream with this as its first word; the older one of the knock ends.
    pub(super) fn open_stream(&mut self, call: usize, knock: KnockId, view: CustomerView, to: &Listener) {
        let older: Vec<u64> =
            self.service.streams.iter().filter(|(_, stream)| stream.knock == knock).map(|(id, _)| *id).collect();
        for id in older {
            self.end_stream(id);
        }
        self.service.opened += 1;
        let id = self.service.opened;
        let (phone, life, number, unheard) = (to.phone, to.life, to.number, to.copy);
        let last_view = view.clone();
        let stream = Stream { knock, call, phone, life, number, unheard, stalled: false, last_view, arrived: self.now };
        self.service.streams.insert(id, stream);
        self.after(COMMENT_EVERY, What::Comment { stream: id });
        self.say_view(id, view);
    }

    /// Tells everybody who listens to this call what is new for them.
    pub(super) fn tell_customers(&mut self, call: usize) {
        let now = self.wall();
        let Some(room) = self.service.room(call) else { return };
        let mut news = Vec::new();
        let mut gone = Vec::new();
        for (id, stream) in self.service.streams.iter().filter(|(_, stream)| stream.call == call) {
            match room.call.customer_view(&stream.knock, now) {
                Some(view) if view == stream.last_view => {}
                Some(view) => news.push((*id, view)),
                None => gone.push(*id),
            }
        }
        for (id, view) in news {
            self.say_view(id, view);
        }
        for id in gone {
            self.end_stream(id);
        }
    }

    fn say_view(&mut self, id: u64, view: CustomerView) {
        let Some(stream) = self.service.streams.get_mut(&id) else { return };
        stream.last_view = view.clone();
        let (number, over) = (stream.number, view.phase == Phase::Over);
        self.trace.line(self.now, format_args!("service ~ stream {id}: {view:?}"));
        self.say(id, Input::Heard { stream: number, view });
        if over {
            self.end_stream(id);
        }
    }

    pub(super) fn comment_is_due(&mut self, id: u64) {
        let Some(number) = self.service.streams.get(&id).map(|stream| stream.number) else { return };
        self.say(id, Input::Alive { stream: number });
        self.after(COMMENT_EVERY, What::Comment { stream: id });
    }

    fn say(&mut self, id: u64, input: Input) {
        let Some(stream) = self.service.streams.get_mut(&id) else { return };
        if stream.unheard || stream.stalled {
            return;
        }
        let Some(phone) = self.phones.get(stream.phone) else { return };
        let weather = phone.weather;
        stream.stalled = weather.lost >= 100;
        if stream.stalled {
            return;
        }
        let delay = network::delay(&weather, &mut self.dice);
        stream.arrived = stream.arrived.max(self.now + delay);
        let (phone, life, at) = (stream.phone, stream.life, stream.arrived);
        stream.stalled = self.dice.percent(weather.stalls);
        self.at(at, What::ToPhone { phone, life, input });
        if self.dice.percent(weather.breaks) {
            self.end_stream(id);
        }
    }

    /// The stream ends, and the phone hears of it, unless it is silent already.
    pub(super) fn end_stream(&mut self, id: u64) {
        let Some(stream) = self.service.streams.remove(&id) else { return };
        if stream.unheard || stream.stalled {
            return;
        }
        let (phone, life, at) = (stream.phone, stream.life, stream.arrived.max(self.now) + 1);
        self.at(at, What::ToPhone { phone, life, input: Input::Lost { stream: stream.number } });
    }

    /// The service dies: so do all streams, some of them without a word.
    pub(super) fn end_all_streams(&mut self) {
        let all: Vec<u64> = self.service.streams.keys().copied().collect();
        for id in all {
            if self.dice.percent(20) {
                self.service.streams.remove(&id);
            } else {
                self.end_stream(id);
            }
        }
    }

    pub(super) fn hangup_arrives(&mut self, phone: usize, life: u64, number: u64) {
        self.service.streams.retain(|_, stream| (stream.phone, stream.life, stream.number) != (phone, life, number));
    }

    pub(super) fn break_stream(&mut self, phone: usize) {
        let ids: Vec<u64> =
            self.service.streams.iter().filter(|(_, stream)| stream.phone == phone).map(|(id, _)| *id).collect();
        for id in ids {
            self.end_stream(id);
        }
    }

    pub(super) fn stall_stream(&mut self, phone: usize) {
        for stream in self.service.streams.values_mut().filter(|stream| stream.phone == phone) {
            stream.stalled = true;
        }
    }
}
