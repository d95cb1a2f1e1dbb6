//! Somebody elsewhere is called while all is well, so that silence is noticed also when the whole machine is gone.

use std::time::Duration;

use anyhow::Context;
use reqwest::{Client, Url};

const TIMEOUT: Duration = Duration::from_secs(10);

pub struct Heartbeat {
    client: Client,
    url: Url,
}

impl Heartbeat {
    pub fn new(url: &str) -> anyhow::Result<Self> {
        let client = Client::builder().timeout(TIMEOUT).build().context("no HTTP client")?;
        Ok(Self { client, url: url.parse().context("TANNHJUL_HEARTBEAT_URL is no address")? })
    }

    /// Calls once. That it fails is noticed at the other end; it is said here without the address, by which anybody could call.
    pub async fn beat(&self) {
        let answer =
            self.client.get(self.url.clone()).send().await.and_then(|answer| answer.error_for_status());
        if let Err(error) = answer {
            tracing::warn!(error = %error.without_url(), "the heartbeat was not heard");
        }
    }
}
