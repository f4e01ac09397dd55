//! The service behind the distribution's nginx, with the very file of the documentation: events arrive as they happen,
//! and no link is written into any log.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

#[path = "http_support/binary.rs"]
mod binary;
mod http_support;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};

use binary::Process;
use http_support::{TOKEN, client, knock};
use reqwest::Method;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

const DOCUMENTED: &str = include_str!("../../docs/deployment/nginx.conf");

/// A port that was free a moment ago.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The documented file, on plain http and in a folder of its own: a certificate cannot be had here.
fn adapted(folder: &Path, port: u16, service: &str) -> String {
    let (https, _redirect) = DOCUMENTED.rsplit_once("\nserver {").unwrap();
    let mut file = String::new();
    for line in https.lines().filter(|line| !line.contains("ssl_certificate") && !line.contains("[::]")) {
        file += &match line.trim() {
            "listen 443 ssl http2;" => format!("listen 127.0.0.1:{port};"),
            // The port stands in the address of the test, which no public one has.
            "proxy_set_header Host $host;" => "proxy_set_header Host $http_host;".to_owned(),
            _ => line.replace("127.0.0.1:8080", service).replace("/var/log/nginx", folder.to_str().unwrap()),
        };
        file.push('\n');
    }
    for changed in [format!("listen 127.0.0.1:{port};"), format!("http://{service};"), "$http_host".to_owned()] {
        assert!(file.contains(&changed), "the documented file has changed: {file}");
    }
    file
}

/// nginx in the foreground, as one process; ends with the test.
struct Nginx {
    child: Child,
    folder: PathBuf,
    /// Held open for what it says later.
    _said: BufReader<ChildStderr>,
}

impl Nginx {
    /// Starts it and waits until it listens.
    fn start(folder: &Path, port: u16, service: &str) -> Self {
        let site = adapted(folder, port, service);
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let paths: String = temporary.map(|name| format!("{name}_temp_path {}/{name};\n", folder.display())).concat();
        let file = format!(
            "daemon off;\nmaster_process off;\npid {0}/pid;\nerror_log {0}/start.log;\nerror_log stderr notice;\n\
             events {{}}\nhttp {{\n{paths}{site}}}\n",
            folder.display()
        );
        let path = folder.join("nginx.conf");
        std::fs::write(&path, file).unwrap();
        let mut command = Command::new(program());
        command.arg("-c").arg(&path).arg("-p").arg(folder).arg("-e").arg(folder.join("start.log"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("install the package `nginx`: {error}"));
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        // The last thing that it says of its start; by then it listens.
        while !said.contains("getrlimit(") {
            assert!(lines.read_line(&mut said).unwrap() > 0, "nginx did not start: {said}");
        }
        Self { child, folder: folder.to_owned(), _said: lines }
    }

    /// Everything that it has written into any log.
    fn logs(mut self) -> String {
        // Asked to end, it finishes what it is doing: a request is written down after its answer.
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
        self.child.wait().unwrap();
        let logs = std::fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path());
        let logs = logs.filter(|path| path.extension().is_some_and(|extension| extension == "log"));
        logs.map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }
}

/// Debian keeps it where only root looks.
fn program() -> &'static str {
    if Path::new("/usr/sbin/nginx").exists() { "/usr/sbin/nginx" } else { "nginx" }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What stands in a stream, as `curl -N` prints it, up to this line; then curl is gone.
fn read_with_curl(url: &str, body: &Value, line: &str) -> Vec<String> {
    let arguments = ["-sN", "--max-time", "60", "-H", "Content-Type: application/json", "-d", &body.to_string(), url];
    let mut curl = Command::new("curl").args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut printed = Vec::new();
    for text in BufReader::new(curl.stdout.take().unwrap()).lines() {
        printed.push(text.unwrap());
        if printed.last().is_some_and(|last| last == line) {
            break;
        }
    }
    let _ = curl.kill();
    let _ = curl.wait();
    printed
}

#[tokio::test]
async fn behind_nginx_events_arrive_at_once_and_no_log_holds_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let public = format!("http://127.0.0.1:{port}");
    let more = ["--public-url", &public, "--trusted-proxy", "127.0.0.1"];
    let service = Process::start(&folder.path().join("data"), &more, &[("ONECALL_AGENT_TOKEN", TOKEN)]).await;
    let address = service.url("");
    let nginx = Nginx::start(folder.path(), port, address.strip_prefix("http://").unwrap());
    let client = client();
    let ask = |method: Method, path: &str| client.request(method, format!("{public}{path}"));

    let create = ask(Method::POST, "/v1/calls").bearer_auth(TOKEN).json(&json!({})).send().await.unwrap();
    let call: Value = create.json().await.unwrap();
    let link = call["link"].as_str().unwrap();
    assert!(link.starts_with(&public));
    let token = link.rsplit_once('/').unwrap().1;
    let page = client.get(link).send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["referrer-policy"], "no-referrer");

    // Mistyped, pasted into the wrong place, or asked for by a program.
    let small = token.to_lowercase();
    for path in [
        format!("/J/{token}"),
        format!("//j/{token}"),
        format!("/%6A/{token}"),
        format!("/j/{small}?app=none"),
        format!("/{token}"),
        format!("/join/{token}"),
        format!("/?{token}"),
    ] {
        let answer = ask(Method::GET, &path).header("referer", link).header("user-agent", token).send().await.unwrap();
        assert!(answer.status().as_u16() < 500, "{path}");
    }
    let printed = read_with_curl(&format!("{public}/v1/knock"), &knock(token, "Grace"), "event: waiting");
    assert_eq!(printed.last().unwrap(), "event: waiting", "{printed:?}");

    // A service that is away is the proxy's to tell, and to write down.
    assert!(service.terminate().0);
    assert_eq!(client.get(link).send().await.unwrap().status(), 502);
    let logs = nginx.logs();
    assert!(
        logs.contains("GET /j/- 200") && logs.contains("GET /j/- 502") && logs.contains("POST /v1/knock"),
        "{logs}"
    );
    assert!(!logs.to_lowercase().contains(&small), "{logs}");
}
