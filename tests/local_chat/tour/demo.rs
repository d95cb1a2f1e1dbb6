//! The demonstration as a program of its own, on a Saturday at eleven.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

pub struct Demo {
    program: Child,
    address: String,
}

impl Demo {
    pub fn start() -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tannhjul"))
            .args(["demo", "--listen", "127.0.0.1:0", "--clock", "2026-11-21T11:00"])
            .env("RUST_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the demonstration starts");
        let output = BufReader::new(program.stdout.take().expect("its output"));
        let address = output.lines().map_while(Result::ok).find_map(|line| {
            line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned)
        });
        Self { program, address: address.expect("it says where it is") }
    }

    /// Where the page is.
    pub fn page(&self) -> &str {
        &self.address
    }
}

impl Drop for Demo {
    /// Asks it to stop, so that it takes its folder away.
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.program.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            drop(self.program.kill());
        }
        drop(self.program.wait());
    }
}
