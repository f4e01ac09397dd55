//! Any inputs, in any order, at any time. What must hold is checked by [`Phone`] after every step.

use proptest::prelude::*;

use super::phone::Phone;
use super::samples;
use crate::journey::Input;

#[derive(Clone, Debug)]
enum Deed {
    /// One of the samples' inputs, by number.
    Feed(usize),
    /// Another link.
    Link(u8),
    /// Time passes, wake-ups are answered.
    Pass(u32),
    /// Time passes unnoticed.
    Freeze(u32),
    /// The process dies.
    Restart,
    /// The clocks jump.
    Clock { boot_id: u64, ms: u32, wall_ms: u64 },
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        20 => any::<prop::sample::Index>().prop_map(|index| Deed::Feed(index.index(10_000))),
        2 => (1..20_u8).prop_map(Deed::Link),
        4 => (0..90_000_u32).prop_map(Deed::Pass),
        2 => (0..2_000_000_u32).prop_map(Deed::Freeze),
        1 => Just(Deed::Restart),
        1 => (0..3_u64, any::<u32>(), any::<u64>())
            .prop_map(|(boot_id, ms, wall_ms)| Deed::Clock { boot_id, ms, wall_ms }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_inputs_breaks_a_rule(deeds in prop::collection::vec(deed(), 1..120), seed in 0..1_000_000_u64) {
        let mut phone = Phone::new();
        phone.seed = seed * 1_000;
        for deed in deeds {
            match deed {
                Deed::Feed(number) => {
                    let inputs = samples::inputs(&phone);
                    let (_, input) = inputs.get(number % inputs.len()).unwrap().clone();
                    phone.feed(input);
                }
                Deed::Link(number) => {
                    phone.feed(super::phone::text(&super::phone::link(u128::from(number))));
                }
                Deed::Pass(ms) => {
                    phone.pass(u64::from(ms));
                }
                Deed::Freeze(ms) => {
                    phone.freeze(u64::from(ms)).feed(Input::Tick);
                }
                Deed::Restart => {
                    phone.restart();
                }
                Deed::Clock { boot_id, ms, wall_ms } => {
                    (phone.boot_id, phone.ms, phone.wall_ms) = (boot_id, u64::from(ms), wall_ms >> 1);
                    phone.feed(Input::Tick);
                }
            }
        }
        // Whatever happened, the next link works.
        if !phone.journey.in_call() {
            phone.feed(super::phone::text(&super::phone::link(999)));
            prop_assert_eq!(phone.kind(), "ask-name");
        }
    }

    #[test]
    fn any_text_as_a_blob_never_panics(blob in any::<String>()) {
        let phone = Phone::new();
        let _ = crate::journey::Journey::restore(super::phone::setup(), &blob, &phone.now());
    }
}
