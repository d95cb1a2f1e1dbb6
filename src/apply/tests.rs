use expect_test::expect;

use super::*;

/// A small municipality in which everything that must be there is there.
const SMALL: &str = include_str!("small.toml");
const FJELLVIK: &str = include_str!("../../examples/fjellvik.toml");

fn faults(text: &str) -> String {
    read(text).err().map_or_else(String::new, |faults| faults.to_string())
}

/// What is said of the small file after each of these changes alone: the change, and below it the faults.
fn told(changes: &[(&str, &str)]) -> String {
    let mut told = String::new();
    for (from, to) in changes {
        assert_eq!(SMALL.matches(from).count(), 1, "{from:?} stands once in the small file");
        let faults = faults(&SMALL.replace(from, to));
        let faults = if faults.is_empty() { "nothing is wrong" } else { &faults };
        let change = if to.is_empty() { format!("without {from}") } else { (*to).to_owned() };
        told += &format!("{}\n    {}\n", change.trim().replace('\n', " ⏎ "), faults.replace('\n', "\n    "));
    }
    told
}

#[test]
fn the_example_is_without_fault() {
    assert_eq!(faults(FJELLVIK), "");
    let fjellvik = read(FJELLVIK).expect("no faults");
    let kinds: std::collections::BTreeSet<_> =
        fjellvik.services.iter().filter_map(|service| service.kind.as_ref().map(|at| at.value)).collect();
    assert_eq!(kinds.len(), 10, "every kind of service");
    for kind in kinds {
        let agreed = fjellvik.agreements.iter().flat_map(|agreement| &agreement.services);
        let asked = agreed.filter(|agreed| agreed.kind.as_ref().is_some_and(|at| at.value == kind)).count();
        assert!(asked > 0, "nobody is asked for {}", kind.as_str());
    }
    assert!(fjellvik.agreements.iter().all(set_up::Agreement::is_signed));
}

#[test]
fn the_small_file_is_without_fault() {
    assert_eq!(faults(SMALL), "");
}

/// One thing wrong in each, and what is said of it.
#[test]
fn what_a_value_may_not_be() {
    let changes = [
        ("key = \"eva\"", "key = \"Eva Lie\""),
        ("name = \"Kari Nes\"", "nmae = \"Kari Nes\""),
        ("name = \"Kari Nes\"", "name = \"\""),
        ("name = \"Kari Nes\"", "name = 7"),
        ("name = \"Kari Nes\"", "name = \"Kari\\nNes\""),
        ("phone = \"10 00 00 00\"", "phone = \"1000\""),
        ("phone = \"10000001\"", "phone = \"10000001\"\nemail = \"anne@vik\""),
        ("phone = \"10000001\"", "phone = \"10000001\"\nemail = \"anne@vik.no, bo@vik.no\""),
        ("phone = \"10000001\"", "phone = \"10000001\"\nemail = 7"),
        ("language = \"nn\"", "language = \"sv\""),
        ("duty = [\"anne\", \"bo\"]", "duty = [\"anne\", \"bo\"]\ntime_zone = \"Europe/Osl\""),
        ("org_number = \"999900003\"", "org_number = \"999900004\""),
        ("org_number = \"999900003\"", "org_number = \"99990000\""),
        ("org_number = \"999900003\"", "org_number = \"999900003\"\nkind = \"klubb\""),
        ("rate = 200", "rate = -1"),
        ("rate = 200", "rate = 200.5"),
        ("rate = 200", "rate = -0.50"),
        ("rate = 200", "rate = \"200\""),
        ("rate = 200", "rate = 1e3"),
        ("order = 2\n", "order = 0\n"),
        ("signed_on = 2026-09-01", "signed_on = \"1.9.2026\""),
        ("must_cover = true", "must_cover = \"ja\""),
        ("kind = \"snow_clearing\"\ncompanions", "kind = \"snow_cleaning\"\ncompanions"),
        ("places = [\"Nordre veg\"]", "places = [\"Nordre veg\", 4]"),
        ("organisation = \"nord-il\"\n\n[[group]]", "\n[[group]]"),
        ("unit = \"hjemme\"", "unit = \"hjemme\"\norganisation = \"nord-il\""),
        ("[[ladder]]", "[ladder]"),
    ];
    expect![[r#"
        key = "Eva Lie"
            line 55: the key “Eva Lie” won't do; write “eva-lie”
        nmae = "Kari Nes"
            line 59: [[person]] lacks name; write name = "…"
            line 61: unknown key nmae in [[person]]; did you mean “name”?
        name = ""
            line 61: name must be text in quotes, like name = "…"
        name = 7
            line 61: name must be text in quotes, like name = "…"
        name = "Kari\nNes"
            line 61: name must be one line
        phone = "1000"
            line 4: phone “1000” won't do: write eight digits, or + and the country's code first
        phone = "10000001" ⏎ email = "anne@vik"
            line 40: email “anne@vik” won't do: write one address, with letters from a to z, like anne.berg@fjellvik.no
        phone = "10000001" ⏎ email = "anne@vik.no, bo@vik.no"
            line 40: email “anne@vik.no, bo@vik.no” won't do: write one address, with letters from a to z, like anne.berg@fjellvik.no
        phone = "10000001" ⏎ email = 7
            line 40: email must be text in quotes, like email = "…"
        language = "sv"
            line 62: language “sv” won't do: write nb (bokmål), nn (nynorsk) or en (English)
        duty = ["anne", "bo"] ⏎ time_zone = "Europe/Osl"
            line 6: time_zone “Europe/Osl” won't do: write a name like Europe/Oslo; did you mean “Europe/Oslo”?
        org_number = "999900004"
            line 24: org_number “999900004” won't do: the check digit is wrong: a digit was mistyped, or two have changed places
        org_number = "99990000"
            line 24: org_number “99990000” won't do: an organisation number has nine digits
        org_number = "999900003" ⏎ kind = "klubb"
            line 25: kind “klubb” won't do: write club or volunteer_centre
        rate = -1
            line 125: rate must be kroner, like rate = 200 or rate = 149.50, from 0 to 10000000
        rate = 200.5
            line 125: rate must be kroner, like rate = 200 or rate = 149.50, from 0 to 10000000
        rate = -0.50
            line 125: rate must be kroner, like rate = 200 or rate = 149.50, from 0 to 10000000
        rate = "200"
            line 125: rate must be kroner, like rate = 200 or rate = 149.50, from 0 to 10000000
        rate = 1e3
            line 125: rate must be kroner, like rate = 200 or rate = 149.50, from 0 to 10000000
        order = 0
            line 124: order must be a whole number from 1 to 99
        signed_on = "1.9.2026"
            line 105: signed_on must be a day without quotes, like signed_on = 2026-09-01
        must_cover = "ja"
            line 94: must_cover must be true or false
        kind = "snow_cleaning" ⏎ companions
            line 99: there is no kind of service called “snow_cleaning”; did you mean “snow_clearing”?
            line 122: there is no service snow_clearing; write a [[service]] with kind = "snow_clearing"
        places = ["Nordre veg", 4]
            line 20: places must be a list of texts, like places = ["…", "…"]
        [[group]]
            line 72: [[group]] says not whose it is; write organisation = "…" or unit = "…"
        unit = "hjemme" ⏎ organisation = "nord-il"
            line 80: a group has either organisation or unit; leave one of them out
        [ladder]
            line 82: ladder must be tables that each begin with [[ladder]]
            line 96: there is no ladder “mat”; write a [[ladder]] with this key, or take it out here
    "#]].assert_eq(&told(&changes));
}

#[test]
fn what_must_hold_between_the_parts() {
    let changes = [
        // References.
        ("duty = [\"anne\", \"bo\"]", "duty = [\"anne\", \"boo\"]"),
        ("escalation = \"inger\"", "escalation = \"rådmannen\""),
        ("staff_of = [\"hjemme\"]", "staff_of = [\"hjem\"]"),
        ("volunteer_in = [\"vik-il/ski\"]", "volunteer_in = [\"vik-il/sky\"]"),
        ("volunteer_in = [\"vik-il/ski\"]", "volunteer_in = [\"vikil\"]"),
        ("approved_for = [\"meal_delivery\"]", "approved_for = [\"meal_delivery\", \"visit\"]"),
        ("zones = [\"sentrum\"]", "zones = [\"sentrm\"]"),
        ("group = \"nord-il\"", "group = \"nord\""),
        ("group = \"nord-il\"", "group = \"vik-il\""),
        ("group = \"nord-il\"", "group = \"hjemme\""),
        ("ladder = \"mat\"", "ladder = \"mta\""),
        // The same twice.
        ("key = \"bo\"", "key = \"anne\""),
        ("org_number = \"999900011\"", "org_number = \"999 900 003\""),
        ("places = [\"Nordre veg\"]", "places = [\"STOR gata\"]"),
        ("kind = \"snow_clearing\"\ncompanions", "kind = \"meal_delivery\"\ncompanions"),
        // Nobody is left without somebody who answers.
        ("duty = [\"anne\", \"bo\"]", "duty = [\"anne\"]"),
        ("duty = [\"anne\", \"bo\"]", "duty = [\"anne\", \"anne\"]"),
        ("duty = [\"anne\", \"bo\"]\n", ""),
        ("duty = [\"anne\", \"bo\"]", "duty = []"),
        ("escalation = \"inger\"\n", ""),
        ("phone = \"10000002\"\ncoordinator = true\n", "phone = \"10000002\"\n"),
        ("phone = \"10000003\"\n", ""),
        ("contact_for = [\"vik-il\", \"nord-il\"]", "contact_for = [\"vik-il\"]"),
        ("[[unit]]\nkey = \"hjemme\"\nname = \"Hjemmetjenesten\"\n", ""),
        ("  { do = \"duty\", before = \"6h\" },\n  { do = \"deputy\", unanswered = \"20min\" },\n", ""),
        ("rate = 149.50", "rate = 149.50\nmust_cover = true"),
        // Whose address is kept.
        ("name = \"Kari Nes\"", "name = \"Kari Nes\"\nemail = \"kari@vik.no\""),
        ("name = \"Eva Lie\"", "name = \"Eva Lie\"\nemail = \"eva@vik.no\""),
        ("phone = \"10000003\"", "phone = \"10000003\"\nemail = \"inger@vik.no\""),
        // Who may take a service.
        ("approved_for = [\"meal_delivery\"]\n", ""),
        (
            "kind = \"snow_clearing\"\ncompanions = true",
            "kind = \"snow_clearing\"\ncompanions = true\napproved_only = true",
        ),
        (
            "kind = \"snow_clearing\"\ncompanions = true",
            "kind = \"snow_clearing\"\n[[service]]\nkind = \"transport\"",
        ),
        // Who is asked first.
        (
            "kind = \"snow_clearing\"\ngroup = \"nord-il\"\norder = 2",
            "kind = \"meal_delivery\"\ngroup = \"nord-il\"\norder = 1",
        ),
        (
            "organisation = \"nord-il\"\n\n[[agreement.service]]\nkind = \"snow_clearing\"\ngroup = \"nord-il\"\norder = 2",
            "organisation = \"nord-il\"\nzones = [\"nord\"]\n[[agreement.service]]\nkind = \"meal_delivery\"\ngroup = \"nord-il\"\norder = 1",
        ),
    ];
    expect![[r#"
        duty = ["anne", "boo"]
            line 5: there is no person “boo”; did you mean “bo”?
        escalation = "rådmannen"
            line 6: there is no person “rådmannen”; write a [[person]] with this key, or take it out here
        staff_of = ["hjem"]
            line 41: there is no unit “hjem”; write a [[unit]] with this key, or take it out here
        volunteer_in = ["vik-il/sky"]
            line 63: vik-il has no team “sky”; did you mean “ski”?
        volunteer_in = ["vikil"]
            line 63: there is no organisation “vikil”; did you mean “vik-il”?
        approved_for = ["meal_delivery", "visit"]
            line 64: there is no service visit; write a [[service]] with kind = "visit"
        zones = ["sentrm"]
            line 109: there is no zone “sentrm”; did you mean “sentrum”?
        group = "nord"
            line 123: there is no group “nord”; write a [[group]] with this key, or take it out here
        group = "vik-il"
            line 123: vik-il is no group of nord-il
        group = "hjemme"
            line 123: hjemme is no group of nord-il
        ladder = "mta"
            line 96: there is no ladder “mta”; did you mean “mat”?
        key = "anne"
            line 5: there is no person “bo”; write a [[person]] with this key, or take it out here
            line 44: person anne stands on line 37 already; give this one another
        org_number = "999 900 003"
            line 33: organisation number 999900003 stands on line 24 already; give this one another
        places = ["STOR gata"]
            line 20: STOR gata stands on line 15 already; a place lies in one zone
        kind = "meal_delivery" ⏎ companions
            line 99: service meal_delivery stands on line 93 already; give this one another
            line 122: there is no service snow_clearing; write a [[service]] with kind = "snow_clearing"
        duty = ["anne"]
            line 5: duty needs two different people: who is not on duty is the deputy
        duty = ["anne", "anne"]
            line 5: duty needs two different people: who is not on duty is the deputy
        without duty = ["anne", "bo"]
            line 1: [municipality] lacks duty; write duty = ["…", "…"], the keys of the coordinators in their turns
        duty = []
            line 5: duty needs two different people: who is not on duty is the deputy
        without escalation = "inger"
            line 1: [municipality] lacks escalation; write escalation = "…", the key of the person who is rung last
        phone = "10000002"
            line 44: bo has duty, but is no coordinator; write coordinator = true
        without phone = "10000003"
            line 50: inger must be reached when nothing else works; write phone = "…"
        contact_for = ["vik-il"]
            line 32: nobody speaks for nord-il; write contact_for = ["nord-il"] at one of its people
        without [[unit]] ⏎ key = "hjemme" ⏎ name = "Hjemmetjenesten"
            line 1: nobody can ask for anything; write at least one [[unit]]
            line 38: there is no unit “hjemme”; write a [[unit]] with this key, or take it out here
            line 77: there is no unit “hjemme”; write a [[unit]] with this key, or take it out here
        without   { do = "duty", before = "6h" }, ⏎   { do = "deputy", unanswered = "20min" },
            line 92: meal_delivery must be covered, but the ladder “mat” never reaches duty
        rate = 149.50 ⏎ must_cover = true
            nothing is wrong
        name = "Kari Nes" ⏎ email = "kari@vik.no"
            line 62: nobody writes e-mail to kari: only to staff, coordinators, administrators and contacts; leave email out
        name = "Eva Lie" ⏎ email = "eva@vik.no"
            nothing is wrong
        phone = "10000003" ⏎ email = "inger@vik.no"
            nothing is wrong
        without approved_for = ["meal_delivery"]
            line 64: kari may not take meal_delivery; write it under approved_for too, or take it out here
        kind = "snow_clearing" ⏎ companions = true ⏎ approved_only = true
            line 100: companions can't be counted where people must be approved; leave companions out
        kind = "snow_clearing" ⏎ [[service]] ⏎ kind = "transport"
            line 100: driving is for approved people only; write approved_only = true
        kind = "meal_delivery" ⏎ group = "nord-il" ⏎ order = 1
            line 124: vik-il has order 1 too, on line 114; give this one another
        organisation = "nord-il" ⏎ zones = ["nord"] ⏎ [[agreement.service]] ⏎ kind = "meal_delivery" ⏎ group = "nord-il" ⏎ order = 1
            nothing is wrong
    "#]].assert_eq(&told(&changes));
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let text = "[[person]]\nkey = \"kari\"\nphone = 5\n[[unit]]\nname = \"Hjemme\"\ncolour = \"red\"\n[[agreement]]\nkey = \"a\"\norganisation = \"x\"\n";
    expect![[r#"
        line 1: [[person]] lacks name; write name = "…"
        line 1: nothing can be asked for; write at least one [[service]]
        line 1: there is no municipality; begin the file with [municipality]
        line 3: phone must be text in quotes, like phone = "…"
        line 4: [[unit]] lacks key; write key = "…"
        line 6: unknown key colour in [[unit]]
        line 7: [[agreement]] lacks service; write [[agreement.service]] below it
        line 9: there is no organisation “x”; write a [[organisation]] with this key, or take it out here"#]]
    .assert_eq(&faults(text));
    expect![[r#"
        line 1: nobody can ask for anything; write at least one [[unit]]
        line 1: nothing can be asked for; write at least one [[service]]
        line 1: there is no municipality; begin the file with [municipality]"#]]
    .assert_eq(&faults(""));
}

/// Whatever is left out or cut off, the reader says something or reads on; it never breaks.
#[test]
fn no_damage_to_a_file_breaks_the_reader() {
    let lines: Vec<&str> = SMALL.lines().collect();
    for skipped in 0..lines.len() {
        let rest = [&lines[..skipped], &lines[skipped + 1..]].concat();
        let _ = faults(&rest.join("\n"));
    }
    let services = SMALL.find("[[service]]").expect("services");
    for cut in (0..SMALL.len()).step_by(9).filter(|cut| SMALL.is_char_boundary(*cut)) {
        assert!(!faults(&SMALL[..cut]).is_empty() || cut > services, "a file cut at {cut} lacks something");
    }
}
