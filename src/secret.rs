//! Secrets: the key that seals what is personal, and the tokens that open a page once.

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::digest::{SHA256, digest};
use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};
use serde::Serialize;
use serde::de::DeserializeOwned;

const KEY_LEN: usize = 32;

/// The key for recipient data and for what waits in the inbox.
#[derive(Clone)]
pub struct Key {
    bytes: [u8; KEY_LEN],
    sealing: std::sync::Arc<LessSafeKey>,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.fingerprint())
    }
}

impl Key {
    /// A new key from the system's randomness.
    pub fn generate() -> Self {
        Self::from_bytes(random())
    }

    fn from_bytes(bytes: [u8; KEY_LEN]) -> Self {
        let unbound =
            UnboundKey::new(&CHACHA20_POLY1305, &bytes).expect("a key of this algorithm has 32 bytes");
        Self { bytes, sealing: std::sync::Arc::new(LessSafeKey::new(unbound)) }
    }

    /// Reads a key as `to_text` writes it. Fails for anything but 32 bytes in base64.
    pub fn from_text(text: &str) -> anyhow::Result<Self> {
        let bytes = STANDARD.decode(text.trim()).context("the key is not base64")?;
        let Ok(bytes) = <[u8; KEY_LEN]>::try_from(bytes) else {
            bail!("the key must be {KEY_LEN} bytes in base64")
        };
        Ok(Self::from_bytes(bytes))
    }

    /// The key in base64, for its file.
    pub fn to_text(&self) -> String {
        STANDARD.encode(self.bytes)
    }

    /// Tells keys apart without giving them away.
    pub fn fingerprint(&self) -> String {
        let mut input = b"tannhjul key fingerprint".to_vec();
        input.extend_from_slice(&self.bytes);
        URL_SAFE_NO_PAD.encode(&digest(&SHA256, &input).as_ref()[..9])
    }

    /// Encrypts `value`. `purpose` must be given again to open it, so that what was sealed for one place can't be moved to another.
    pub fn seal<T: Serialize>(&self, purpose: &str, value: &T) -> anyhow::Result<Vec<u8>> {
        let nonce: [u8; NONCE_LEN] = random();
        let mut sealed = serde_json::to_vec(value)?;
        self.sealing
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(purpose.as_bytes()),
                &mut sealed,
            )
            .ok()
            .context("can't encrypt")?;
        sealed.splice(0..0, nonce);
        Ok(sealed)
    }

    /// Decrypts what `seal` made for the same purpose. Fails for another key or purpose, and for anything that was changed.
    pub fn open<T: DeserializeOwned>(&self, purpose: &str, sealed: &[u8]) -> anyhow::Result<T> {
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN).context("too short for something sealed")?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok().context("too short for something sealed")?;
        let mut rest = rest.to_vec();
        let opened = self
            .sealing
            .open_in_place(nonce, Aad::from(purpose.as_bytes()), &mut rest)
            .ok()
            .context("sealed with another key, for another purpose, or damaged")?;
        Ok(serde_json::from_slice(opened)?)
    }
}

/// A secret word that opens something: 160 bits, safe in links and as a Telegram start code.
pub fn new_token() -> String {
    let bytes: [u8; 20] = random();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A code for joining: 130 bits in twenty-six characters that survive being typed, without 0, O, 1 and l.
pub fn new_code() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes: [u8; 26] = random();
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// What is kept of a token. A plain hash is enough: tokens are random, so there is nothing to guess a dictionary against. Looked up by its hash, a
/// token is compared in no time that tells anything of it: nobody can choose a token whose hash begins as they wish another's did.
pub fn hash_token(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, token.as_bytes()))
}

/// Whether two secrets are the same, in a time that does not depend on how much of them is.
pub fn is_same(one: &str, other: &str) -> bool {
    let key = hmac::Key::new(hmac::HMAC_SHA256, &random::<KEY_LEN>());
    hmac::verify(&key, one.as_bytes(), hmac::sign(&key, other.as_bytes()).as_ref()).is_ok()
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).expect("the system gives randomness");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_with_its_key_and_purpose() {
        let key = Key::generate();
        let sealed = key.seal("recipient", &"Storgata 5").expect("sealed");
        assert!(!sealed.windows(8).any(|bytes| bytes == b"Storgata"));
        assert_eq!(key.open::<String>("recipient", &sealed).expect("opened"), "Storgata 5");
        assert!(key.open::<String>("inbox", &sealed).is_err());
        assert!(Key::generate().open::<String>("recipient", &sealed).is_err());
        let mut damaged = sealed.clone();
        damaged[20] ^= 1;
        assert!(key.open::<String>("recipient", &damaged).is_err());
        assert!(key.open::<String>("recipient", &[]).is_err());
    }

    #[test]
    fn a_key_survives_its_file() {
        let key = Key::generate();
        let again = Key::from_text(&format!("{}\n", key.to_text())).expect("read");
        assert_eq!(key.fingerprint(), again.fingerprint());
        assert!(Key::from_text("bm90IGEga2V5").is_err());
        assert!(Key::from_text("###").is_err());
    }

    #[test]
    fn tokens_differ_and_fit_a_start_link() {
        let (one, other) = (new_token(), new_token());
        assert_ne!(one, other);
        for token in [one, other, new_code()] {
            assert!(
                token.len() <= 64
                    && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
            );
        }
    }

    #[test]
    fn nothing_that_opens_something_has_fewer_than_128_bits() {
        let token = URL_SAFE_NO_PAD.decode(new_token()).expect("base64");
        assert!(token.len() * 8 >= 128, "{} bytes", token.len());
        // Every letter of a code is one of 32, and every one of them comes up.
        let codes: Vec<String> = (0..200).map(|_| new_code()).collect();
        let letters: std::collections::BTreeSet<char> = codes.iter().flat_map(|code| code.chars()).collect();
        assert_eq!(letters.len(), 32, "{letters:?}");
        assert!(codes.iter().all(|code| code.len() * 5 >= 128), "{codes:?}");
    }

    #[test]
    fn secrets_are_the_same_or_not() {
        assert!(is_same("abc", "abc") && is_same("", ""));
        for other in ["", "ab", "abd", "abcd", "Abc"] {
            assert!(!is_same("abc", other), "{other}");
        }
    }
}
