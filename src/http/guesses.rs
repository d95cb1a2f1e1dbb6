//! Who tries secrets that do not exist is made to wait. Kept in memory, a process each, and bounded.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use chrono::{DateTime, TimeDelta, Utc};

/// So many wrong ones within [`WINDOW`] are a slip of the hand; more are not.
const MOST_WRONG: u32 = 20;
const WINDOW: TimeDelta = TimeDelta::minutes(10);
/// So many callers are told apart; those beyond share one count.
const MOST_CALLERS: usize = 4096;

/// Where a request comes from, as far as it can be told: an IPv4 address or an IPv6 network of 64 bits, which is what one subscriber gets.
/// `None`: it can't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Caller(Option<IpAddr>);

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        // A proxy on this machine puts who called it last in the list. Nobody else is believed.
        let passed_on = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let last = passed_on.and_then(|list| list.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        let caller = match peer {
            Some(peer) if peer.is_loopback() => last.or(Some(peer)),
            peer => peer,
        };
        Ok(Self(caller.map(network)))
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        v4 => v4,
    }
}

#[derive(Clone, Copy, Debug)]
struct Count {
    wrong: u32,
    since: DateTime<Utc>,
}

impl Count {
    fn is_over(&self, now: DateTime<Utc>) -> bool {
        // A clock that was put back must not make anybody wait for ever.
        now - self.since >= WINDOW || now < self.since
    }
}

/// The wrong guesses of late.
#[derive(Debug, Default)]
pub struct Guesses {
    counts: Mutex<HashMap<Caller, Count>>,
}

impl Guesses {
    /// Whether this caller may try a secret at all.
    pub fn may_try(&self, caller: Caller, now: DateTime<Utc>) -> bool {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let shared = || counts.get(&Caller(None)).filter(|_| counts.len() >= MOST_CALLERS);
        let count = counts.get(&caller).or_else(shared);
        count.is_none_or(|count| count.is_over(now) || count.wrong < MOST_WRONG)
    }

    /// Notes a secret that does not exist.
    pub fn was_wrong(&self, caller: Caller, now: DateTime<Utc>) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST_CALLERS && !counts.contains_key(&caller) {
            counts.retain(|_, count| !count.is_over(now));
        }
        let full = counts.len() >= MOST_CALLERS && !counts.contains_key(&caller);
        let caller = if full { Caller(None) } else { caller };
        let count = counts.entry(caller).or_insert(Count { wrong: 0, since: now });
        if count.is_over(now) {
            *count = Count { wrong: 0, since: now };
        }
        count.wrong += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    fn caller(number: u32) -> Caller {
        Caller(Some(IpAddr::V4(number.into())))
    }

    #[test]
    fn whoever_guesses_waits_and_nobody_else() {
        let guesses = Guesses::default();
        for _ in 0..MOST_WRONG {
            assert!(guesses.may_try(caller(1), at(0)));
            guesses.was_wrong(caller(1), at(0));
        }
        assert!(!guesses.may_try(caller(1), at(9)));
        assert!(guesses.may_try(caller(2), at(9)));
        assert!(guesses.may_try(caller(1), at(10)));
        assert!(guesses.may_try(caller(1), at(-1)), "the clock was put back");
    }

    #[test]
    fn a_crowd_does_not_fill_the_memory() {
        let guesses = Guesses::default();
        for number in 0..10_000 {
            guesses.was_wrong(caller(number), at(0));
        }
        assert!(guesses.counts.lock().expect("no panic").len() <= MOST_CALLERS + 1);
        assert!(!guesses.may_try(caller(9_999), at(0)), "those beyond share a count");
        assert!(guesses.may_try(caller(7), at(0)));
        guesses.was_wrong(caller(20_000), at(11));
        assert!(guesses.counts.lock().expect("no panic").len() <= 2);
    }

    #[test]
    fn a_network_of_ipv6_is_one_caller() {
        let one: IpAddr = "2001:db8:1:2:3:4:5:6".parse().expect("an address");
        let other: IpAddr = "2001:db8:1:2:ffff::1".parse().expect("an address");
        assert_eq!(network(one), network(other));
        assert_eq!(network("::ffff:10.0.0.1".parse().expect("an address")), IpAddr::from([10, 0, 0, 1]));
    }
}
