//! HTTP/1.1 with as little work as it can be done with: the load program must not be what is measured.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Longest head and body that are read.
const MOST_BYTES: usize = 1 << 20;

/// One side of a connection that is kept open.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// Where the next message begins in `buffer`.
    start: usize,
}

/// A message's first line, and where its body is in the buffer.
struct Head {
    first_line: String,
    body_at: usize,
    body_len: usize,
}

impl Wire {
    pub fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(8192), start: 0 })
    }

    pub async fn connect(address: &str) -> io::Result<Self> {
        Self::new(TcpStream::connect(address).await?)
    }

    /// The next message: its first line and its body. `None` at the connection's end.
    pub async fn read(&mut self) -> io::Result<Option<(String, Vec<u8>)>> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let head = loop {
            if let Some(head) = self.head()? {
                break head;
            }
            if self.fill().await? == 0 {
                return Ok(None);
            }
        };
        let end = head.body_at + head.body_len;
        while self.buffer.len() < end {
            if self.fill().await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        self.start = end;
        Ok(Some((head.first_line, self.buffer[head.body_at..end].to_vec())))
    }

    async fn fill(&mut self) -> io::Result<usize> {
        if self.buffer.len() > MOST_BYTES {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.stream.read_buf(&mut self.buffer).await
    }

    fn head(&self) -> io::Result<Option<Head>> {
        let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
        let head = std::str::from_utf8(&self.buffer[..end]).map_err(|_| io::ErrorKind::InvalidData)?;
        let mut lines = head.split("\r\n");
        let first_line = lines.next().unwrap_or_default().to_owned();
        let length = lines.find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        Ok(Some(Head { first_line, body_at: end + 4, body_len: length.unwrap_or(0) }))
    }

    /// Answers a request with JSON.
    pub async fn answer(&mut self, status: u16, body: &[u8]) -> io::Result<()> {
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        self.write(head, body).await
    }

    /// Asks; gives the answer's status and body.
    pub async fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &[u8],
    ) -> io::Result<(u16, Vec<u8>)> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\n\r\n",
            body.len()
        );
        self.write(head, body).await?;
        let (line, body) = self.read().await?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        Ok((status.ok_or(io::ErrorKind::InvalidData)?, body))
    }

    async fn write(&mut self, head: String, body: &[u8]) -> io::Result<()> {
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        self.stream.write_all(&bytes).await
    }
}
