//! Whether an answer of the API is what its OpenAPI document says: the few words of JSON Schema that the document uses.

use serde_json::Value;

use crate::town::Answer;

const DOCUMENT: &str = include_str!("../../src/http/api/openapi.json");

pub fn document() -> Value {
    serde_json::from_str(DOCUMENT).expect("the document is JSON")
}

/// Fails unless the document knows this answer to this call.
pub fn assert_as_documented(method: &str, path: &str, answer: &Answer) {
    let document = document();
    let operation = &document["paths"][path][method];
    assert!(operation.is_object(), "the document knows no {method} {path}");
    let response = follow(&document, &operation["responses"][answer.status.as_str()]);
    assert!(response.is_object(), "{method} {path}: the document knows no {}", answer.status);
    let content_type = answer.header("content-type");
    let schema = &response["content"][content_type]["schema"];
    assert!(schema.is_object(), "{method} {path} {}: the document knows no {content_type}", answer.status);
    let body: Value = serde_json::from_str(&answer.body).expect("JSON");
    let mut faults = Vec::new();
    check(&document, schema, &body, "", &mut faults);
    assert!(faults.is_empty(), "{method} {path} {}: {faults:#?}\n{body:#}", answer.status);
}

fn follow<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
        Some(pointer) => document.pointer(pointer).unwrap_or_else(|| panic!("{pointer} points at nothing")),
        None => value,
    }
}

fn check(document: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let schema = follow(document, schema);
    if let Some(options) = schema["oneOf"].as_array() {
        let fits = |option: &&Value| {
            let mut faults = Vec::new();
            check(document, option, value, at, &mut faults);
            faults.is_empty()
        };
        if options.iter().filter(fits).count() != 1 {
            faults.push(format!("{at}: it is not one of the kinds"));
        }
        return;
    }
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.clone(),
        kind => vec![kind.clone()],
    };
    if !kinds.iter().any(|kind| is_kind(value, kind.as_str().unwrap_or_default())) {
        faults.push(format!("{at}: {value} is not of {kinds:?}"));
    }
    if schema["enum"].as_array().is_some_and(|values| !values.contains(value)) {
        faults.push(format!("{at}: {value} is none of {}", schema["enum"]));
    }
    if schema["minimum"].as_i64().zip(value.as_i64()).is_some_and(|(least, value)| value < least) {
        faults.push(format!("{at}: {value} is too small"));
    }
    if let (Some("date-time"), Some(text)) = (schema["format"].as_str(), value.as_str())
        && chrono::DateTime::parse_from_rfc3339(text).is_err()
    {
        faults.push(format!("{at}: {text} is no time"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        check(document, &schema["items"], item, &format!("{at}/{index}"), faults);
    }
    let Some(fields) = value.as_object().filter(|_| schema["properties"].is_object()) else { return };
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            faults.push(format!("{at}/{name} is missing"));
        }
    }
    for (name, value) in fields {
        match &schema["properties"][name] {
            Value::Null => faults.push(format!("{at}/{name} is not documented")),
            property => check(document, property, value, &format!("{at}/{name}"), faults),
        }
    }
}

fn is_kind(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the document says {other}"),
    }
}
