//! What is opened outside the app.

use super::phone::*;
use crate::journey::{Effect, Input, Screen};
use crate::protocol::CustomerState;
use crate::route::Stores;

#[test]
fn an_app_that_is_too_old_leads_to_its_store_and_one_that_is_in_none_leads_nowhere() {
    let page = "https://apps.apple.com/app/id123456789";
    for (stores, store) in [(setup().stores, Some(page)), (Stores::default(), None)] {
        let mut phone = Phone::waiting();
        phone.journey.setup.stores = stores;
        phone.hear(view(CustomerState::UpdateRequired));
        assert_eq!(phone.screen(), Screen::UpdateRequired { store: store.map(str::to_owned) });
        phone.feed(Input::Open);
        let opened: Vec<&str> = phone
            .effects
            .iter()
            .filter_map(|effect| if let Effect::Open { url } = effect { Some(url.as_str()) } else { None })
            .collect();
        assert_eq!(opened, Vec::from_iter(store));
    }
}
