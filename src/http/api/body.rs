//! What a request's body says, read field by field so that every fault is told at once.

use chrono::{DateTime, FixedOffset, Utc};
use serde_json::{Map, Value};

use super::problem::FieldFault;
use crate::domain::draft::MOST_PEOPLE;
use crate::domain::service::ServiceKind;
use crate::fault::did_you_mean;

/// Longest texts, in characters.
const MOST_TEXT: usize = 2_000;
const MOST_NAME: usize = 200;

const FIELDS: [&str; 13] = [
    "municipality",
    "requester",
    "text",
    "service",
    "people",
    "start",
    "end",
    "zone",
    "place",
    "recipient",
    "notes",
    "recurrence",
    "confirm",
];

/// A request as it was sent. It can't be printed by accident: it holds a recipient.
pub struct RequestBody {
    /// The municipality's key.
    pub municipality: String,
    /// The requester's key in the municipality.
    pub requester: String,
    /// Opens the task at once where nothing is in the way.
    pub confirm: bool,
    pub need: Need,
}

pub enum Need {
    /// In the requester's own words.
    Text(String),
    Fields(Box<Fields>),
}

#[derive(Default)]
pub struct Fields {
    pub service: Option<ServiceKind>,
    pub people: Option<u32>,
    pub start: Option<DateTime<Utc>>,
    pub end: Option<DateTime<Utc>>,
    /// A zone's key or name.
    pub zone: Option<String>,
    pub place: Option<String>,
    pub recipient: Option<String>,
    pub notes: Option<String>,
    pub recurrence: Option<String>,
}

/// Reads a body. Fails with everything that is wrong with it.
pub fn read(body: &Value) -> Result<RequestBody, Vec<FieldFault>> {
    let Value::Object(body) = body else {
        return Err(vec![FieldFault { pointer: String::new(), detail: "Write a JSON object.".to_owned() }]);
    };
    let mut reader = Reader { body, faults: Vec::new() };
    reader.unknown_fields();
    let municipality = reader.required("municipality");
    let requester = reader.required("requester");
    let confirm = reader.confirm();
    let text = reader.text("text", MOST_TEXT);
    let fields = reader.fields();
    let of_the_whole = ["municipality", "requester", "confirm", "text"];
    let has_fields =
        body.iter().any(|(key, value)| !value.is_null() && !of_the_whole.contains(&key.as_str()));
    if text.is_some() && has_fields {
        reader.fault("/text", "Write either “text” or the fields, not both.");
    }
    if reader.given("text").is_none() && !has_fields {
        reader.fault(
            "",
            "Write what is needed: “text”, or “service”, “people”, “start”, “end” and the others.",
        );
    }
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    let need = text.map_or_else(|| Need::Fields(Box::new(fields)), Need::Text);
    Ok(RequestBody { municipality, requester, confirm, need })
}

struct Reader<'a> {
    body: &'a Map<String, Value>,
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn fault(&mut self, pointer: &str, detail: impl Into<String>) {
        self.faults.push(FieldFault { pointer: pointer.to_owned(), detail: detail.into() });
    }

    fn unknown_fields(&mut self) {
        for key in self.body.keys().filter(|key| !FIELDS.contains(&key.as_str())) {
            let near = did_you_mean(key, FIELDS);
            let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
            self.fault(&pointer, format!("There is no such field{near}."));
        }
    }

    /// The field, unless it is missing or null.
    fn given(&self, key: &str) -> Option<&Value> {
        self.body.get(key).filter(|value| !value.is_null())
    }

    fn required(&mut self, key: &str) -> String {
        if self.given(key).is_none() {
            self.fault(&format!("/{key}"), format!("It is missing: the key of the {key}."));
        }
        self.text(key, MOST_NAME).unwrap_or_default()
    }

    /// A text with something in it, of at most `most` characters.
    fn text(&mut self, key: &str, most: usize) -> Option<String> {
        let pointer = format!("/{key}");
        let text = match self.given(key)? {
            Value::String(text) => text.trim().to_owned(),
            _ => {
                self.fault(&pointer, "Write a text.");
                return None;
            }
        };
        if text.is_empty() {
            self.fault(&pointer, "There is nothing in it: write something, or leave it out.");
        }
        if text.chars().count() > most {
            self.fault(&pointer, format!("At most {most} characters."));
        }
        if text.contains('\0') {
            self.fault(&pointer, "It has a null character in it.");
        }
        Some(text)
    }

    fn confirm(&mut self) -> bool {
        match self.given("confirm") {
            None => false,
            Some(Value::Bool(confirm)) => *confirm,
            Some(_) => {
                self.fault("/confirm", "Write true or false.");
                false
            }
        }
    }

    fn fields(&mut self) -> Fields {
        let fields = Fields {
            service: self.service(),
            people: self.people(),
            start: self.instant("start"),
            end: self.instant("end"),
            zone: self.text("zone", MOST_NAME),
            place: self.text("place", MOST_NAME),
            recipient: self.text("recipient", MOST_NAME),
            notes: self.text("notes", MOST_TEXT),
            recurrence: self.text("recurrence", MOST_NAME),
        };
        if fields.start.zip(fields.end).is_some_and(|(start, end)| end <= start) {
            self.fault("/end", "It must be after “start”.");
        }
        fields
    }

    fn service(&mut self) -> Option<ServiceKind> {
        let name = self.text("service", MOST_NAME)?;
        let service = ServiceKind::from_name(&name);
        if service.is_none() {
            let names = ServiceKind::ALL.map(ServiceKind::as_str);
            self.fault("/service", format!("One of {}{}.", names.join(", "), did_you_mean(&name, names)));
        }
        service
    }

    fn people(&mut self) -> Option<u32> {
        let people = self.given("people")?.as_u64().and_then(|people| u32::try_from(people).ok());
        let people = people.filter(|people| (1..=MOST_PEOPLE).contains(people));
        if people.is_none() {
            self.fault("/people", format!("A whole number from 1 to {MOST_PEOPLE}."));
        }
        people
    }

    fn instant(&mut self, key: &str) -> Option<DateTime<Utc>> {
        let text = self.text(key, MOST_NAME)?;
        let instant: Option<DateTime<FixedOffset>> = DateTime::parse_from_rfc3339(&text).ok();
        if instant.is_none() {
            let detail = "A time as RFC 3339 writes it, with its offset: 2026-11-22T16:00:00+01:00.";
            self.fault(&format!("/{key}"), detail);
        }
        instant.map(|instant| instant.to_utc())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(body: Value) -> Vec<String> {
        let faults = read(&body).err().unwrap_or_default();
        faults.into_iter().map(|fault| format!("{} {}", fault.pointer, fault.detail)).collect()
    }

    #[test]
    fn everything_wrong_is_told_at_once_and_nothing_is_repeated() {
        let found = faults(json!({
            "municipality": 7, "sone": "Merkegata", "service": "snow-clearing", "people": 51, "start": "i morgen",
            "end": "2026-11-22T18:00:00", "notes": "", "place": ["Merkegata"], "confirm": "ja", "recipient": "M".repeat(201),
        }));
        let pointers: Vec<_> =
            found.iter().map(|fault| fault.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(
            pointers,
            [
                "/sone",
                "/municipality",
                "/requester",
                "/confirm",
                "/service",
                "/people",
                "/start",
                "/end",
                "/place",
                "/recipient",
                "/notes"
            ]
        );
        assert!(found.iter().all(|fault| !fault.contains("Merke")), "{found:?}");
        assert!(
            found[0].contains("did you mean “zone”") && found[4].contains("did you mean “snow_clearing”")
        );
    }

    #[test]
    fn one_of_the_two_forms_is_written() {
        let who = json!({ "municipality": "m", "requester": "r" });
        let with = |more: Value| {
            let mut body = who.clone();
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            faults(body)
        };
        assert_eq!(with(json!({})).len(), 1);
        assert_eq!(with(json!({ "text": "Trenger 2", "people": 2 })).len(), 1);
        assert_eq!(with(json!({ "text": "" })).len(), 1);
        assert_eq!(with(json!({ "text": null, "people": null })).len(), 1);
        assert_eq!(with(json!({ "text": null, "people": 2 })).len(), 0);
        assert_eq!(with(json!({ "text": "Trenger 2" })).len(), 0);
        assert_eq!(
            with(json!({ "start": "2026-11-22T16:00:00Z", "end": "2026-11-22T16:00:00+00:00" })).len(),
            1
        );
        for not_an_object in [json!([]), json!(null), json!("text")] {
            assert_eq!(faults(not_an_object).len(), 1);
        }
    }
}
