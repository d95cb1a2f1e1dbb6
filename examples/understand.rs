//! Reads JSON Lines from standard input as the readers' corpus has them, and writes what was understood: `understand reply|request`.

use std::io::{self, BufRead, Write};

use tannhjul::language::understand::{understand_reply_line, understand_request_line};

fn main() -> io::Result<()> {
    let kind = std::env::args().nth(1).unwrap_or_default();
    let read = if kind == "request" { understand_request_line } else { understand_reply_line };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        match read(&line?) {
            Ok(read) => writeln!(out, "{read}")?,
            Err(fault) => eprintln!("{fault}"),
        }
    }
    Ok(())
}
