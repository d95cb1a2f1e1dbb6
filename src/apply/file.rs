//! The file's tables, one function each. What can't be read is a fault; the rest is read all the same, so that every fault is found.

use super::ladder;
use super::set_up::*;
use super::values;
use crate::domain::language::Language;
use crate::fault::did_you_mean;
use crate::store::set_up::OrganisationKind;
use crate::toml_text::{At, Table};

/// Reads the whole file.
pub fn read(root: &mut Table<'_>) -> SetUp {
    let municipality = match root.table("municipality") {
        Some(mut table) => {
            let municipality = municipality(&mut table);
            table.finish();
            municipality
        }
        None => {
            if !root.has("municipality") {
                root.fault(1, "there is no municipality; begin the file with [municipality]");
            }
            Municipality::unread()
        }
    };
    let language = municipality.language;
    SetUp {
        units: each(root, "unit", named),
        zones: each(root, "zone", zone),
        organisations: each(root, "organisation", organisation),
        people: each(root, "person", |table| person(table, language)),
        groups: each(root, "group", |table| group(table, language)),
        ladders: each(root, "ladder", |table| NamedLadder {
            key: values::key(table),
            ladder: ladder::read(table),
        }),
        services: each(root, "service", service),
        agreements: each(root, "agreement", agreement),
        municipality,
    }
}

fn each<T>(root: &mut Table<'_>, key: &'static str, read: impl Fn(&mut Table<'_>) -> T) -> Vec<T> {
    let tables = root.tables(key);
    tables
        .into_iter()
        .map(|mut table| {
            let value = read(&mut table);
            table.finish();
            value
        })
        .collect()
}

impl Municipality {
    /// In place of one that is not in the file.
    fn unread() -> Self {
        Self {
            line: 1,
            key: String::new(),
            name: String::new(),
            phone: String::new(),
            language: Language::Nb,
            time_zone: chrono_tz::Tz::Europe__Oslo,
            day_list: "off".to_owned(),
            duty: vec![],
            duty_line: None,
            escalation: None,
        }
    }
}

fn municipality(table: &mut Table<'_>) -> Municipality {
    table.require("phone", "\"75 00 00 00\"");
    table.require("duty", "[\"…\", \"…\"], the keys of the coordinators in their turns");
    table.require("escalation", "\"…\", the key of the person who is rung last");
    Municipality {
        line: table.line,
        key: values::key(table).value,
        name: values::name(table, "name"),
        phone: values::phone_number(table).unwrap_or_default(),
        language: values::language(table, Language::Nb),
        time_zone: values::time_zone(table),
        day_list: values::day_list(table),
        duty_line: table.value("duty").map(|at| at.line),
        duty: table.texts("duty"),
        escalation: table.text("escalation"),
    }
}

fn named(table: &mut Table<'_>) -> Named {
    Named { key: values::key(table), name: values::name(table, "name") }
}

fn zone(table: &mut Table<'_>) -> Zone {
    Zone { key: values::key(table), name: values::name(table, "name"), places: table.texts("places") }
}

fn organisation(table: &mut Table<'_>) -> Organisation {
    Organisation {
        key: values::key(table),
        org_number: values::org_number(table),
        kind: organisation_kind(table),
        name: values::name(table, "name"),
        teams: each(table, "team", named),
    }
}

fn organisation_kind(table: &mut Table<'_>) -> OrganisationKind {
    let Some(text) = table.text("kind") else { return OrganisationKind::Club };
    match text.value.as_str() {
        "club" => OrganisationKind::Club,
        "volunteer_centre" => OrganisationKind::VolunteerCentre,
        other => {
            let near = did_you_mean(other, ["club", "volunteer_centre"]);
            table.fault(text.line, format!("kind “{other}” won't do: write club or volunteer_centre{near}"));
            OrganisationKind::Club
        }
    }
}

fn person(table: &mut Table<'_>, language: Language) -> Person {
    Person {
        key: values::key(table),
        name: values::name(table, "name"),
        phone: values::phone_number(table),
        email: values::email(table),
        language: values::language(table, language),
        coordinator: table.flag("coordinator").is_some_and(|at| at.value),
        administrator: table.flag("administrator").is_some_and(|at| at.value),
        staff_of: table.texts("staff_of"),
        volunteer_in: values::organisations(table, "volunteer_in"),
        contact_for: values::organisations(table, "contact_for"),
        approved_for: values::service_kinds(table, "approved_for"),
        standby_for: values::service_kinds(table, "standby_for"),
    }
}

fn group(table: &mut Table<'_>, language: Language) -> Group {
    let organisation = table.text("organisation");
    let unit = table.text("unit");
    let of = match (organisation, unit) {
        (Some(organisation), None) => {
            Some(GroupOf::Organisation(organisation.map(values::organisation_or_team)))
        }
        (None, Some(unit)) => Some(GroupOf::Unit(unit)),
        (Some(_), Some(unit)) => {
            table.fault(unit.line, "a group has either organisation or unit; leave one of them out");
            None
        }
        (None, None) => {
            if !table.has("organisation") && !table.has("unit") {
                let what = "[[group]] says not whose it is; write organisation = \"…\" or unit = \"…\"";
                table.fault(table.line, what);
            }
            None
        }
    };
    Group {
        key: values::key(table),
        title: values::name(table, "title"),
        language: values::language(table, language),
        of,
    }
}

fn service(table: &mut Table<'_>) -> Service {
    let line = table.line;
    let mut flag = |key| table.flag(key).unwrap_or(At { line, value: false });
    Service {
        must_cover: flag("must_cover"),
        approved_only: flag("approved_only"),
        companions: flag("companions"),
        noisy: flag("noisy").value,
        stopped: flag("stopped").value,
        kind: values::service_kind(table, "kind"),
        ladder: table.text("ladder"),
    }
}

fn agreement(table: &mut Table<'_>) -> Agreement {
    if !table.has("service") {
        table.fault(table.line, "[[agreement]] lacks service; write [[agreement.service]] below it");
    }
    Agreement {
        key: values::key(table),
        organisation: values::required_reference(table, "organisation"),
        unit: table.text("unit"),
        signed_on: values::day(table, "signed_on"),
        signed_by_municipality: values::optional_name(table, "signed_by_municipality"),
        signed_by_organisation: values::optional_name(table, "signed_by_organisation"),
        ended: table.flag("ended").is_some_and(|at| at.value),
        ceiling_ore: values::kroner(table, "ceiling"),
        zones: table.texts("zones"),
        services: each(table, "service", agreed_service),
    }
}

fn agreed_service(table: &mut Table<'_>) -> AgreedService {
    table.require("order", "1, for the one that is asked first");
    table.require("rate", "200, kroner to the club for each place");
    let line = table.line;
    let order = table.value_as("order", "a whole number from 1 to 99", |value| {
        crate::toml_text::whole_number(value).filter(|order| (1..=99).contains(order))
    });
    AgreedService {
        kind: values::service_kind(table, "kind"),
        group: values::required_reference(table, "group"),
        order: order.unwrap_or(At { line, value: 0 }),
        rate_ore: values::kroner(table, "rate").unwrap_or_default(),
        must_cover: table.flag("must_cover").map(|at| at.value),
    }
}
