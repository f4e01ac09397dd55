//! A screen in a line: what its customer reads.

use onecall::journey::Screen;
use onecall_service::locales::{Language, render};

pub(super) fn words(screen: &Screen) -> String {
    let lines: Vec<_> = screen.messages().iter().map(|message| render(message, Language::English)).collect();
    lines.join(" ")
}
