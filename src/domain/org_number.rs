//! Norwegian organisation numbers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What the digits before the check digit count for.
///
/// Source: Brønnøysundregistrene, "Organisasjonsnummeret": nine digits, the last of them a check digit by modulus 11.
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// The number of an organisation in Enhetsregisteret: nine digits that pass the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrgNumber(u32);

/// Why a text is no organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoOrgNumber {
    #[error("an organisation number has nine digits")]
    NotNineDigits,
    #[error("the check digit is wrong: a digit was mistyped, or two have changed places")]
    WrongCheckDigit,
}

impl FromStr for OrgNumber {
    type Err = NoOrgNumber;

    /// Reads a number as people write it: in groups of three, or with the "NO" and "MVA" of an invoice around it.
    fn from_str(text: &str) -> Result<Self, NoOrgNumber> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        let text = text.strip_prefix("NO").unwrap_or(&text);
        let text = text.strip_suffix("MVA").unwrap_or(text);
        if text.len() != 9 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NoOrgNumber::NotNineDigits);
        }
        let digits: Vec<u32> = text.bytes().map(|byte| u32::from(byte - b'0')).collect();
        if Some(digits[8]) != check_digit(&digits[..8]) {
            return Err(NoOrgNumber::WrongCheckDigit);
        }
        Ok(Self(digits.iter().fold(0, |number, digit| number * 10 + digit)))
    }
}

/// The digit that follows these eight. `None` if no number begins with them.
fn check_digit(digits: &[u32]) -> Option<u32> {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    match sum % 11 {
        0 => Some(0),
        1 => None,
        rest => Some(11 - rest),
    }
}

/// The nine digits without spaces, as it is stored and sent.
impl fmt::Display for OrgNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

impl TryFrom<String> for OrgNumber {
    type Error = NoOrgNumber;

    fn try_from(text: String) -> Result<Self, NoOrgNumber> {
        text.parse()
    }
}

impl From<OrgNumber> for String {
    fn from(number: OrgNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Registers and state bodies, whose numbers are printed on their letters: Brønnøysundregistrene, Skatteetaten, NAV, Digdir.
    const KNOWN: [&str; 4] = ["974760673", "974761076", "889640782", "991825827"];

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for text in [
            "974760673",
            "974 760 673",
            " 974 760 673\n",
            "NO974760673MVA",
            "NO 974 760 673 MVA",
            "no974760673mva",
        ] {
            assert_eq!(text.parse::<OrgNumber>().map(String::from), Ok("974760673".into()), "{text:?}");
        }
        for text in KNOWN {
            assert_eq!(text.parse::<OrgNumber>().map(String::from), Ok(text.into()));
        }
    }

    #[test]
    fn what_is_not_nine_digits_is_no_number() {
        for text in [
            "",
            "97476067",
            "9747606733",
            "97476067X",
            "974-760-673",
            "٩٧٤٧٦٠٦٧٣",
            "MVA",
            "NOMVA",
            "+74760673",
            "🦌",
        ] {
            assert_eq!(text.parse::<OrgNumber>(), Err(NoOrgNumber::NotNineDigits), "{text:?}");
        }
    }

    #[test]
    fn every_single_mistyped_digit_is_noticed() {
        for number in KNOWN {
            for place in 0..9 {
                for digit in '0'..='9' {
                    let mut typed: Vec<char> = number.chars().collect();
                    typed[place] = digit;
                    let typed: String = typed.into_iter().collect();
                    assert_eq!(typed.parse::<OrgNumber>().is_ok(), typed == number, "{typed}");
                }
            }
        }
    }

    #[test]
    fn two_neighbours_that_changed_places_are_noticed() {
        for number in KNOWN {
            for place in 0..8 {
                let mut typed: Vec<char> = number.chars().collect();
                typed.swap(place, place + 1);
                let typed: String = typed.into_iter().collect();
                assert_eq!(typed.parse::<OrgNumber>().is_ok(), typed == number, "{typed}");
            }
        }
    }

    #[test]
    fn no_digit_makes_a_number_of_a_rest_of_ten() {
        // 3 × 4 = 12 leaves 1, which would ask for a check digit of ten.
        for last in 0..=9 {
            assert_eq!(format!("40000000{last}").parse::<OrgNumber>(), Err(NoOrgNumber::WrongCheckDigit));
        }
    }

    #[test]
    fn a_number_is_text_in_files() {
        let number: OrgNumber = serde_json::from_str("\"974 760 673\"").unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"974760673\"");
        assert!(serde_json::from_str::<OrgNumber>("\"974760674\"").is_err());
    }
}
