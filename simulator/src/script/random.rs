//! Stories nobody thought of: whatever people, phones, agents and services do, at any time.

use onecall::capability::{ArLevel, ArSupport};
use onecall::protocol::{App, DeclineReason, DeviceInfo};
use onecall::route::Platform;

use super::{
    AccountPlan, AgentDoes, CallPlan, LISTED_ISSUER, LinkAge, PhoneDoes, PhonePlan, Pick, Script, ServiceDoes, Way,
    Weather,
};
use crate::dice::Dice;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;

/// The script that belongs to `seed`; the same for the same seed.
#[must_use]
pub fn random(seed: u64) -> Script {
    Writer { dice: Dice::new(seed ^ 0x5C21_97B3_0D4E_F86A), script: Script::default(), span: 0 }.write()
}

struct Writer {
    dice: Dice,
    script: Script,
    /// How long things happen, in milliseconds.
    span: u64,
}

impl Writer {
    fn write(mut self) -> Script {
        self.span = match self.dice.below(10) {
            0 => 25 * MINUTE,
            1..=3 => 6 * MINUTE,
            _ => 2 * MINUTE,
        };
        self.script.calls = (0..1 + self.dice.below(2)).map(|_| self.call()).collect();
        self.script.agents = 1 + self.dice.below(2);
        let phones = if self.dice.percent(3) { 10 } else { 1 + self.dice.below(3) };
        self.script.phones = (0..phones).map(|phone| self.plan(phone)).collect();
        for call in 0..self.script.calls.len() {
            let at = if call == 0 { 0 } else { self.dice.between(0, self.span / 2) };
            self.agent(at, 0, AgentDoes::Create { call });
        }
        for phone in 0..phones {
            self.customer(phone);
        }
        for agent in 0..self.script.agents {
            self.colleague(agent);
        }
        if self.dice.percent(35) {
            self.troubles_of_the_service();
        }
        // What would come later is left out: then all faults have stopped.
        self.script.acts.retain(|timed| timed.at_ms <= self.span);
        self.script.ends_at_ms = self.span;
        self.script
    }

    fn call(&mut self) -> CallPlan {
        let starts_at_ms = if self.dice.percent(20) { self.dice.between(0, self.span) } else { 0 };
        let lease_s = if self.dice.percent(50) { 60 } else { 600 };
        CallPlan { starts_at_ms, lease_s, bypass: self.dice.percent(30) }
    }

    fn plan(&mut self, phone: usize) -> PhonePlan {
        let platform = [Platform::Ios, Platform::Android, Platform::Windows, Platform::Other][self.dice.below(4)];
        let app = if self.dice.percent(60) { App::App } else { App::Browser };
        let name = if self.dice.percent(10) { "Robin".to_owned() } else { format!("Customer {phone}") };
        let weather = self.weather();
        let account = self.dice.percent(40).then(|| self.account(phone));
        PhonePlan { name, device: DeviceInfo { platform, app }, ar: self.ar(), weather, account }
    }

    fn account(&mut self, phone: usize) -> AccountPlan {
        let issuer = if self.dice.percent(70) { LISTED_ISSUER } else { "elsewhere" };
        // Some people have two phones.
        let subject = if self.dice.percent(30) { "customer".to_owned() } else { format!("customer-{phone}") };
        AccountPlan { issuer: issuer.to_owned(), subject }
    }

    fn weather(&mut self) -> Weather {
        [Weather::FINE, Weather::MOBILE, Weather::MOBILE, Weather::BAD][self.dice.below(4)]
    }

    fn ar(&mut self) -> ArSupport {
        match self.dice.below(5) {
            0 => ArSupport::Supported(ArLevel::Basic),
            1 => ArSupport::Supported(ArLevel::Depth),
            2 => ArSupport::Checking { ask_again_after_ms: 200 },
            3 => ArSupport::NeedsInstall,
            _ => ArSupport::Unsupported,
        }
    }

    fn customer(&mut self, phone: usize) {
        let mut at = self.dice.between(500, self.span / 3);
        let ar = self.script.phones[phone].ar;
        self.phone(at, phone, PhoneDoes::Measured { ar });
        self.arrive(&mut at, phone);
        while at < self.span {
            at += self.dice.between(200, 30 * SECOND);
            self.something(&mut at, phone);
        }
    }

    /// Opens an invitation and says who they are.
    fn arrive(&mut self, at: &mut u64, phone: usize) {
        let call = self.dice.below(self.script.calls.len());
        let way = [Way::Tap, Way::Tap, Way::Paste, Way::Scan, Way::Code][self.dice.below(5)];
        let link = if self.dice.percent(10) { LinkAge::First } else { LinkAge::Newest };
        self.phone(*at, phone, PhoneDoes::Open { call, way, link });
        if self.dice.percent(10) {
            self.phone(*at + 300, phone, PhoneDoes::Open { call, way, link });
        }
        *at += self.dice.between(500, 8 * SECOND);
        if self.dice.percent(10) {
            self.phone(*at - 100, phone, PhoneDoes::Type { text: "\u{202E}".to_owned() });
        }
        self.phone(*at, phone, PhoneDoes::TypeName);
    }

    fn something(&mut self, at: &mut u64, phone: usize) {
        let does = match self.dice.below(32) {
            0..=2 => PhoneDoes::Leave,
            3 | 4 => PhoneDoes::Answer { yes: self.dice.percent(60) },
            5 | 6 => PhoneDoes::KnockAgain,
            7 => PhoneDoes::Dismiss,
            8..=10 => return self.rest(at, phone, PhoneDoes::Sleep, PhoneDoes::Wake),
            11 | 12 => return self.rest(at, phone, PhoneDoes::Freeze, PhoneDoes::Thaw),
            13 => return self.rest(at, phone, PhoneDoes::Kill, PhoneDoes::Start),
            14 => return self.rest(at, phone, PhoneDoes::KillAmidStep, PhoneDoes::Start),
            15 => PhoneDoes::Reboot,
            16 => PhoneDoes::ClockJumps { by_ms: if self.dice.percent(50) { 3_600_000 } else { -3_600_000 } },
            17 | 18 => PhoneDoes::Weather { weather: self.weather() },
            19 => return self.outage(at, phone),
            20 => PhoneDoes::NetworkBack,
            21 | 22 => PhoneDoes::StreamBreaks,
            23 => PhoneDoes::StreamStalls,
            24 => PhoneDoes::NextCommandTakes { ms: self.dice.between(SECOND, 40 * SECOND) },
            25 => PhoneDoes::ArStarts,
            26 => PhoneDoes::ArIsLost,
            27 => PhoneDoes::MoveTo { phone: self.dice.below(self.script.phones.len()) },
            28 => PhoneDoes::OpenText { text: "see you at ten".to_owned() },
            29 => PhoneDoes::TypeName,
            _ => return self.arrive(at, phone),
        };
        self.phone(*at, phone, does);
    }

    fn rest(&mut self, at: &mut u64, phone: usize, from: PhoneDoes, to: PhoneDoes) {
        self.phone(*at, phone, from);
        *at +=
            if self.dice.percent(20) { self.dice.between(MINUTE, 20 * MINUTE) } else { self.dice.between(200, MINUTE) };
        self.phone(*at, phone, to);
    }

    fn outage(&mut self, at: &mut u64, phone: usize) {
        self.phone(*at, phone, PhoneDoes::Weather { weather: Weather::GONE });
        *at += self.dice.between(SECOND, 90 * SECOND);
        let weather = self.weather();
        self.phone(*at, phone, PhoneDoes::Weather { weather });
        if self.dice.percent(70) {
            self.phone(*at + 50, phone, PhoneDoes::NetworkBack);
        }
    }

    fn colleague(&mut self, agent: usize) {
        let mut at = if self.dice.percent(70) { 0 } else { self.dice.between(0, self.span / 2) };
        self.agent(at, agent, AgentDoes::OpenConsole);
        while at < self.span {
            at += self.dice.between(SECOND, 40 * SECOND);
            let does = self.click();
            if does == AgentDoes::CloseConsole {
                self.agent(at, agent, does);
                at += self.dice.between(SECOND, MINUTE);
                self.agent(at, agent, AgentDoes::OpenConsole);
                continue;
            }
            if self.script.agents > 1 && self.dice.percent(15) {
                // Both at once.
                let other = if self.dice.percent(50) { does.clone() } else { self.click() };
                self.agent(at, 1 - agent, other);
            }
            self.agent(at, agent, does);
        }
    }

    fn click(&mut self) -> AgentDoes {
        let call = self.dice.below(self.script.calls.len());
        let whom = match self.dice.below(6) {
            0 => Pick::Newest,
            1 => Pick::Phone(self.dice.below(self.script.phones.len())),
            _ => Pick::Oldest,
        };
        let text = || "one moment please".to_owned();
        match self.dice.below(24) {
            0..=2 => AgentDoes::Notice { call, whom },
            3..=8 => AgentDoes::Admit { call, whom },
            9 => AgentDoes::Hold { call, whom, message: Some(text()) },
            10 => AgentDoes::Hold { call, whom, message: None },
            11 => AgentDoes::Release { call, whom },
            12 => AgentDoes::Message { call, whom: Some(whom), text: text() },
            13 => AgentDoes::Message { call, whom: None, text: text() },
            14 => AgentDoes::Decline { call, whom, reason: DeclineReason::NotNow, block: false },
            15 => AgentDoes::Decline { call, whom, reason: DeclineReason::WrongLink, block: true },
            16 => AgentDoes::SendBack { call, whom: Pick::InCall },
            17 => AgentDoes::Remove { call, whom: Pick::InCall },
            18 => AgentDoes::ReplaceLink { call },
            19 | 20 => AgentDoes::SpokenCode { call },
            21 => AgentDoes::HandOver { call, to: self.dice.below(self.script.agents) },
            22 => AgentDoes::CloseConsole,
            _ if self.dice.percent(40) => AgentDoes::End { call },
            _ => AgentDoes::Notice { call, whom },
        }
    }

    fn troubles_of_the_service(&mut self) {
        for _ in 0..=self.dice.below(4) {
            let at = self.dice.between(0, self.span);
            let down_ms = if self.dice.percent(20) { self.dice.between(SECOND, 2 * MINUTE) } else { 300 };
            let does = match self.dice.below(6) {
                0 => ServiceDoes::CrashOverNext { written: true, down_ms },
                1 => ServiceDoes::CrashOverNext { written: false, down_ms },
                2 | 3 => self.clock_jump(),
                _ => ServiceDoes::Crash { down_ms },
            };
            self.script = std::mem::take(&mut self.script).service(at, does);
        }
    }

    /// A correction of seconds, a wrong hour, or a day: back or forth.
    fn clock_jump(&mut self) -> ServiceDoes {
        let by_ms = [20_000, 20_000, 600_000, 3_600_000, 3_600_000, 93_600_000][self.dice.below(6)];
        ServiceDoes::ClockJumps { by_ms: if self.dice.percent(50) { by_ms } else { -by_ms } }
    }

    fn phone(&mut self, at: u64, phone: usize, does: PhoneDoes) {
        self.script = std::mem::take(&mut self.script).phone(at, phone, does);
    }

    fn agent(&mut self, at: u64, agent: usize, does: AgentDoes) {
        self.script = std::mem::take(&mut self.script).agent(at, agent, does);
    }
}
