//! Messages in the words of the vectors.

use onecall::message::{Argument, Message, Named};
use serde_json::{Value, json};

pub(crate) fn message(message: &Message) -> Value {
    json!({ "id": message.id, "arguments": message.arguments.iter().map(argument).collect::<Vec<_>>() })
}

pub(crate) fn argument(Named { name, value }: &Named) -> Value {
    match value {
        Argument::Text(text) => json!({ "name": name, "text": text }),
        Argument::Number(number) => json!({ "name": name, "number": number }),
        Argument::Word(word) => json!({ "name": name, "word": word }),
    }
}
