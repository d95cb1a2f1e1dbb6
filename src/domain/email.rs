//! Addresses of e-mail, as they may stand in a municipality's file.

/// As many letters an address may have (RFC 5321).
const LONGEST: usize = 254;
/// And what stands before the @.
const LONGEST_USER: usize = 64;

/// The address without the blanks around it. `None` for one that every mail server would not take: with letters beyond a–z, in quotes, or of a
/// machine without a name.
pub fn tidy(text: &str) -> Option<String> {
    let text = text.trim();
    let (user, host) = text.rsplit_once('@')?;
    let is_good = text.len() <= LONGEST && user.len() <= LONGEST_USER && is_user(user) && is_host(host);
    is_good.then(|| text.to_owned())
}

fn is_user(user: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b);
    user.split('.').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = host.split('.').collect();
    let is_name = labels.last().is_some_and(|last| last.bytes().any(|b| b.is_ascii_alphabetic()));
    labels.len() > 1 && is_name && labels.iter().all(|label| is_label(label))
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn what_every_server_takes_is_an_address() {
        for address in [
            "anne@fjellvik.no",
            "anne.berg+vakt@post.fjellvik.kommune.no",
            "a@b.io",
            "O'Hara_7@xn--vgan-qoa.kommune.no",
        ] {
            assert_eq!(tidy(&format!(" {address} ")).as_deref(), Some(address));
        }
    }

    #[test]
    fn the_rest_is_none() {
        let long = format!("{}@fjellvik.no", "a".repeat(65));
        let longer = format!("a@{}no", "fjellvik.".repeat(30));
        for text in [
            "",
            "anne",
            "@fjellvik.no",
            "anne@",
            "anne@fjellvik",
            "anne@10.0.0.1",
            "anne@[10.0.0.1]",
            "anne berg@fjellvik.no",
            "Anne <anne@fjellvik.no>",
            "\"anne berg\"@fjellvik.no",
            "anne..berg@fjellvik.no",
            ".anne@fjellvik.no",
            "anne@fjellvik..no",
            "anne@-fjellvik.no",
            "bjørn@fjellvik.no",
            "anne@vågan.kommune.no",
            "anne@fjellvik.no,bo@fjellvik.no",
            "anne@fjellvik.no\r\nBcc: x@y.no",
            &long,
            &longer,
        ] {
            assert_eq!(tidy(text), None, "{text:?}");
        }
    }
}
