//! A headless Chromium, driven over WebDriver by as much of a client as the tests need.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

/// What a slow machine may need.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(40);
/// One browser at a time: each takes all of a small machine.
static TURN: Mutex<()> = Mutex::const_new(());

/// Keys as WebDriver names them.
pub mod key {
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const TAB: &str = "\u{e004}";
    pub const UP: &str = "\u{e013}";
    pub const SHIFT: &str = "\u{e008}";
    /// Lets go of the keys that are held down.
    pub const RELEASE: &str = "\u{e000}";
}

pub struct Browser {
    client: Client,
    port: u16,
    /// `/session/ID`
    session: String,
    driver: Child,
    _profile: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Browser {
    /// A new browser with nothing in it, its window as large as given in pixels.
    pub async fn open(width: u32, height: u32) -> Self {
        let turn = TURN.lock().await;
        let profile = tempfile::tempdir().expect("a directory");
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port(&mut driver);
        let client = Client::new();
        let mut browser =
            Self { client, port, session: String::new(), driver, _profile: profile, _turn: turn };
        let user_data = format!("--user-data-dir={}", browser._profile.path().display());
        let window = format!("--window-size={width},{height}");
        let arguments = [
            "--headless=new",
            // The tests may run as root, and see only pages of their own.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=nb",
            &user_data,
            &window,
        ];
        let options = json!({ "args": arguments, "prefs": { "intl.accept_languages": "nb" } });
        let wanted = json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
        let session = browser
            .call(Method::POST, "/session", json!({ "capabilities": { "alwaysMatch": wanted } }))
            .await;
        browser.session = format!("/session/{}", session["sessionId"].as_str().expect("a session"));
        browser.resize(width, height).await;
        browser
    }

    async fn call(&self, method: Method, path: &str, body: Value) -> Value {
        let url = format!("http://127.0.0.1:{}{}{path}", self.port, self.session);
        let mut request = self.client.request(method.clone(), url);
        if method == Method::POST {
            request = request.json(&body);
        }
        let answer: Value = request.send().await.expect("the driver answers").json().await.expect("JSON");
        let value = answer["value"].clone();
        assert!(value["error"].is_null(), "{path}: {} {}", value["error"], value["message"]);
        value
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        self.call(Method::POST, path, body).await
    }

    /// Makes the page as large as given, whatever the window has around it.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Whether the person prefers a dark page.
    pub async fn prefer_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// The person prefers that nothing moves.
    pub async fn prefer_calm(&self) {
        let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Cuts the page off from every server, or lets it back.
    pub async fn cut_off(&self, offline: bool) {
        let conditions = json!({ "offline": offline, "latency": 0, "throughput": -1 });
        self.post("/chromium/network_conditions", json!({ "network_conditions": conditions })).await;
    }

    /// Shows no scroll bars, which take room in pictures.
    pub async fn hide_scroll_bars(&self) {
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    }

    async fn devtools(&self, command: &str, parameters: Value) {
        self.post("/goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await;
    }

    pub async fn go(&self, url: &str) {
        self.post("/url", json!({ "url": url })).await;
    }

    /// What the script returns.
    pub async fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", json!({ "script": script, "args": [] })).await
    }

    /// Waits until the expression is true, and gives its value.
    pub async fn until(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let value = self.run(&script).await;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return value;
            }
            if tokio::time::Instant::now() > end {
                let page = self.run("return document.body.innerText").await;
                panic!("not so in time: {expression}\n{}", page.as_str().unwrap_or_default());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Waits until an element that matches `selector` can be seen and shows `text`, wherever its lines may break.
    pub async fn sees(&self, selector: &str, text: &str) {
        let (selector, text) = (json!(selector), json!(text.replace('\u{a0}', " ")));
        self.until(&format!(
            "[...document.querySelectorAll({selector})].some((e) => e.checkVisibility() && e.innerText.replaceAll('\\u00a0', ' ').includes({text}))"
        ))
        .await;
    }

    async fn find(&self, selector: &str) -> String {
        self.until(&format!("document.querySelector({}) !== null", json!(selector))).await;
        let found = self.post("/element", json!({ "using": "css selector", "value": selector })).await;
        let id = found.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        format!("/element/{}", id.expect("an element"))
    }

    /// Clicks as a person does: on what can be seen and is not covered.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.post(&format!("{element}/click"), json!({})).await;
    }

    /// Types into an element.
    pub async fn type_into(&self, selector: &str, text: &str) {
        let element = self.find(selector).await;
        self.post(&format!("{element}/value"), json!({ "text": text })).await;
    }

    /// Types on the keyboard, to whatever has the focus.
    pub async fn press(&self, keys: &str) {
        let stroke = |key: char| {
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        };
        let mut strokes = Vec::new();
        let mut held = Vec::new();
        for key in keys.chars() {
            match key.to_string().as_str() {
                self::key::SHIFT => {
                    held.push(key);
                    strokes.push(json!({ "type": "keyDown", "value": key }));
                }
                self::key::RELEASE => {
                    strokes.extend(held.drain(..).map(|key| json!({ "type": "keyUp", "value": key })));
                }
                _ => strokes.extend(stroke(key)),
            }
        }
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("/actions", json!({ "actions": [keyboard] })).await;
    }

    /// Opens another window with this page, and gives the names of both windows.
    pub async fn second_window(&self, url: &str) -> (String, String) {
        let first = self.call(Method::GET, "/window", json!({})).await;
        let second = self.post("/window/new", json!({ "type": "window" })).await["handle"].clone();
        let name = |window: Value| window.as_str().expect("a window's name").to_owned();
        let (first, second) = (name(first), name(second));
        self.switch_to(&second).await;
        self.go(url).await;
        (first, second)
    }

    pub async fn switch_to(&self, window: &str) {
        self.post("/window", json!({ "handle": window })).await;
    }

    /// Keeps a picture of the page.
    pub async fn picture(&self, file: &Path) {
        let picture = self.call(Method::GET, "/screenshot", json!({})).await;
        let picture = base64::engine::general_purpose::STANDARD.decode(picture.as_str().expect("a picture"));
        std::fs::write(file, picture.expect("base64")).expect("written");
    }

    /// What the page complained of: errors, and what its policy forbade.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.post("/se/log", json!({ "type": "browser" })).await;
        let lines = log.as_array().cloned().unwrap_or_default();
        lines.iter().map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

/// Reads on which port the driver listens.
fn port(driver: &mut Child) -> u16 {
    let output = BufReader::new(driver.stdout.take().expect("its output"));
    for line in output.lines() {
        let line = line.expect("a line");
        if let Some((_, port)) = line.rsplit_once("started successfully on port ") {
            return port.trim_end_matches('.').parse().expect("a port");
        }
    }
    panic!("chromedriver did not start");
}

impl Drop for Browser {
    /// Ends the browser before the driver, which would leave it behind.
    fn drop(&mut self) {
        let request = format!(
            "DELETE {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.session, self.port
        );
        if let Ok(mut driver) = TcpStream::connect(("127.0.0.1", self.port)) {
            let timeout = driver.set_read_timeout(Some(Duration::from_secs(10)));
            // The answer comes when the browser has ended; the driver then keeps the connection.
            let ended = timeout
                .and_then(|()| driver.write_all(request.as_bytes()))
                .and_then(|()| driver.read(&mut [0; 64]));
            drop(ended);
        }
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}
