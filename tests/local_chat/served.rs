//! The page served on a port of its own, with the echoing bot behind it.

use std::net::SocketAddr;
use std::sync::Arc;

use tannhjul::chat::local::LocalChat;
use tannhjul::clock::Clock;
use tannhjul::domain::local_time::Calendar;
use tannhjul::http::local_chat::{LocalChatPage, router};
use tannhjul::secret::Key;
use tannhjul::store::Db;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use super::stub::{Echo, Machine};

pub struct Served {
    pub chat: Arc<LocalChat>,
    pub address: SocketAddr,
    page: LocalChatPage,
    /// The server's own, so that its connections end with it.
    server: Option<Runtime>,
}

impl Served {
    /// An empty platform. The clock stands on a Saturday evening in Oslo, 17:52, and can be moved where `movable`.
    pub async fn new(db: Db, movable: bool) -> Self {
        let clock = Clock::standing_at("2026-11-21T16:52:00Z".parse().expect("a time"));
        let chat = Arc::new(LocalChat::new(db, Key::generate(), clock.clone()));
        chat.set_inbox(Echo::start(chat.clone())).await;
        let machine = Arc::new(Machine(clock.clone()));
        let calendar = Calendar { time_zone: chrono_tz::Europe::Oslo };
        let time_machine = movable.then_some(machine as _);
        let page = LocalChatPage { chat: chat.clone(), clock, calendar, time_machine, afresh: None };
        let (address, server) = serve(&page, "127.0.0.1:0".parse().expect("an address")).await;
        Self { chat, address, page, server: Some(server) }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Ends the server, its connections too.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown_background();
        }
    }

    /// Serves again, where it was.
    pub async fn restart(&mut self) {
        self.stop();
        let (_, server) = serve(&self.page, self.address).await;
        self.server = Some(server);
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn serve(page: &LocalChatPage, address: SocketAddr) -> (SocketAddr, Runtime) {
    let router = router(page.clone());
    let server = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let listening = server.spawn(async move {
        let listener = TcpListener::bind(address).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async { axum::serve(listener, router).await.expect("served") });
        address
    });
    (listening.await.expect("the server listens"), server)
}
