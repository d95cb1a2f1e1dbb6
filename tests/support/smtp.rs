//! A small mail server on this machine: it takes letters, or does with them what it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// Nothing here takes so long unless it never comes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A letter that was taken.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    /// Its head, with lines that belong together put together.
    pub head: String,
    pub subject: String,
    /// Its text, as somebody reads it.
    pub text: String,
}

#[derive(Default)]
struct State {
    letters: Vec<Letter>,
    /// What the next letters are answered, such as `550 no such mailbox`; where it is empty the line is cut once the letter is there.
    answers: VecDeque<&'static str>,
    is_down: bool,
    holds: bool,
    /// How often somebody has called.
    calls: usize,
}

#[derive(Clone)]
pub struct SmtpServer {
    state: Arc<Mutex<State>>,
    /// One for each letter that is there and held.
    held: Arc<Semaphore>,
    /// One for each that may go on.
    released: Arc<Semaphore>,
    url: String,
}

impl SmtpServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let server = Self {
            state: Arc::default(),
            held: Arc::new(Semaphore::new(0)),
            released: Arc::new(Semaphore::new(0)),
            url: format!("smtp://{}", listener.local_addr().expect("an address")),
        };
        let shared = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = shared.clone();
                server.state().calls += 1;
                if !server.state().is_down {
                    tokio::spawn(async move { drop(server.talk(stream).await) });
                }
            }
        });
        server
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics with it")
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// The next letters are answered so.
    pub fn answers(&self, answers: &[&'static str]) {
        self.state().answers.extend(answers);
    }

    /// From now on it hangs up on everybody, or no longer.
    pub fn is_down(&self, is_down: bool) {
        self.state().is_down = is_down;
    }

    /// From now on it lets each letter wait until it is released.
    pub fn holds(&self) {
        self.state().holds = true;
    }

    /// Waits until a letter is there.
    pub async fn has_a_letter(&self) {
        let letter = tokio::time::timeout(PATIENCE, self.held.acquire()).await;
        letter.expect("a letter comes").expect("it is not closed").forget();
    }

    pub fn releases(&self) {
        self.released.add_permits(1);
    }

    pub fn calls(&self) -> usize {
        self.state().calls
    }

    /// The letters that were taken since this was last asked.
    pub fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut self.state().letters)
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        writing.write_all(b"220 here\r\n").await?;
        let (mut to, mut letter, mut in_letter) = (String::new(), String::new(), false);
        while let Some(line) = lines.next_line().await? {
            if in_letter && line != "." {
                letter.push_str(line.strip_prefix('.').unwrap_or(&line));
                letter.push('\n');
                continue;
            }
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            let answer = match verb.as_str() {
                _ if in_letter => {
                    in_letter = false;
                    let whole = read(&to, &std::mem::take(&mut letter));
                    match self.answer_to(whole).await {
                        "" => return Ok(()),
                        answer => answer,
                    }
                }
                "EHLO" | "HELO" | "MAIL" | "RSET" | "NOOP" => "250 well",
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    "250 well"
                }
                "DATA" => {
                    in_letter = true;
                    "354 go on"
                }
                "QUIT" => return writing.write_all(b"221 bye\r\n").await,
                _ => "500 what?",
            };
            writing.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    /// A letter is there.
    async fn answer_to(&self, letter: Letter) -> &'static str {
        if self.state().holds {
            self.held.add_permits(1);
            self.released.acquire().await.expect("it is not closed").forget();
        }
        let mut state = self.state();
        match state.answers.pop_front() {
            // Whoever sent it does not learn that it is here.
            Some("") => {
                state.letters.push(letter);
                ""
            }
            Some(answer) => answer,
            None => {
                state.letters.push(letter);
                "250 taken"
            }
        }
    }
}

/// A letter as somebody reads it, whatever it is encoded in.
fn read(to: &str, letter: &str) -> Letter {
    let (head, body) = letter.split_once("\n\n").unwrap_or((letter, ""));
    let head = head.replace("\n ", " ");
    let header = |name: &str| {
        head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned()
    };
    let text = match header("Content-Transfer-Encoding:").as_str() {
        "base64" => base64_text(&body.split_whitespace().collect::<String>()),
        "quoted-printable" => quoted(&body.replace("=\n", "")),
        _ => body.to_owned(),
    };
    Letter {
        to: to.to_owned(),
        subject: subject(&header("Subject:")),
        text: text.replace("\r\n", "\n").trim_end().to_owned(),
        head,
    }
}

/// Encoded words that follow each other are one text; the blank between them is none.
fn subject(written: &str) -> String {
    let mut text = String::new();
    let mut was_encoded = false;
    for word in written.split(' ') {
        let decoded = match word.split('?').collect::<Vec<_>>().as_slice() {
            ["=", _, "b" | "B", text, "="] => Some(base64_text(text)),
            ["=", _, _, text, "="] => Some(quoted(&text.replace('_', " "))),
            _ => None,
        };
        let joins = was_encoded && decoded.is_some();
        if !text.is_empty() && !joins {
            text.push(' ');
        }
        was_encoded = decoded.is_some();
        text.push_str(decoded.as_deref().unwrap_or(word));
    }
    text
}

fn base64_text(text: &str) -> String {
    String::from_utf8(STANDARD.decode(text).expect("base64")).expect("UTF-8")
}

fn quoted(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        let pair: Vec<u8> = rest.by_ref().take(2).collect();
        let hex = String::from_utf8(pair).expect("two digits");
        bytes.push(u8::from_str_radix(&hex, 16).expect("two digits"));
    }
    String::from_utf8(bytes).expect("UTF-8")
}
