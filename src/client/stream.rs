//! One event stream: knocks, listens, and tells the journey what it hears.

use tokio::sync::mpsc::Sender;

use super::http::{Http, Knocked, chunk};
use crate::answers::{self, Listening};
use crate::journey::{AccessToken, Input};
use crate::link::Host;
use crate::protocol::KnockRequest;

/// Knocks and listens until the stream ends, and says so: the last input is `Lost` or `Refused`.
pub(super) async fn run(
    http: Http,
    host: Host,
    (request, token): (KnockRequest, Option<AccessToken>),
    stream: u64,
    inputs: Sender<Input>,
) {
    let knock = async { http.knock(&host, &request, token.as_ref()).await };
    let last = listen(knock, stream, &inputs).await;
    // The driver is gone, and so is whoever would listen.
    let _ = inputs.send(last).await;
}

async fn listen(knock: impl Future<Output = Option<Knocked>>, stream: u64, inputs: &Sender<Input>) -> Input {
    let lost = Input::Lost { stream };
    let mut response = match knock.await {
        Some(Knocked::Stream(response)) => response,
        Some(Knocked::Answer(answer)) => return answers::to_knock(stream, Some(&answer)),
        None => return lost,
    };
    let mut listening = Listening::new(stream);
    while let Ok(Some(bytes)) = chunk(&mut response).await {
        for input in listening.hear(&bytes) {
            if answers::ends(&input) {
                return input;
            }
            if inputs.send(input).await.is_err() {
                return lost;
            }
        }
    }
    lost
}
