use super::*;

#[test]
fn of_another_or_of_oneself() {
    for text in [
        "Kari kan ikke, men jeg kan",
        "jeg og Kari kan ikke",
        "Ola er sjuk, så me kan ikkje",
        "Per can't come, I'll take it",
    ] {
        assert!(speaks_of_oneself(text), "{text}");
    }
    for text in
        ["jeg har snakket med Per, han er syk", "Per told me he can't come", "eg høyrde at Per er sjuk"]
    {
        assert!(!speaks_of_oneself(text), "{text}");
    }
}

#[test]
fn people_after_all() {
    for text in [
        "vi trenger folk likevel",
        "#1 vi trenger folk likevel",
        "nei vi får det ikke til likevel",
        "me har likevel ingen å sende",
        "nei, me har likevel ingen å sende",
        "vi kan likevel ikke stille",
        "finn noen andre til #1",
        "we can't after all",
        "#1 må ha folk likevel",
        "vi får det ikke til",
    ] {
        assert!(wants_people_after_all(text), "{text}");
    }
    for text in [
        "vi trenger ikke folk likevel",
        "vi får det til likevel",
        "trenger dere folk likevel?",
        "vi kommer likevel",
        "takk",
        "",
    ] {
        assert!(!wants_people_after_all(text), "{text}");
    }
    assert_eq!(read("vi stiller med en selv"), Some(Wish::Town { people: Some(1) }));
}

#[test]
fn it_was_not_so() {
    for text in [
        "nei, det stemmer ikke",
        "nei det stemmer ikkje",
        "nei, eg er berre litt forkjølt, eg kjem",
        "joda, kjem",
        "no I'm fine, I'm coming",
        "no, that's not true",
        "no he's wrong, I'll be there",
        "klart eg kjem",
        "jeg er ikke syk! jeg kommer",
        "jeg er ikke syk",
        "I'm fine!",
        "of course I am",
        "nei, eg er frisk som ein fisk",
        "eg kjem eg, kven har sagt det?",
    ] {
        assert_eq!(comes_after_all(text), Some(true), "{text}");
    }
    for text in ["stemmer", "det stemmer", "that's right", "ja, det stemmer dessverre", "ja det er sant"] {
        assert_eq!(comes_after_all(text), Some(false), "{text}");
    }
    for text in
        ["nei", "nei, jeg kommer ikke", "eg kjem ikkje", "kven har sagt det?", "klart eg ikkje kan", ""]
    {
        assert_eq!(comes_after_all(text), None, "{text}");
    }
}

#[test]
fn needs_that_were_begun() {
    let named = |name: &str| WhichDraft::Named(name.to_owned());
    for (text, order, which) in [
        ("send", OfDrafts::Send, WhichDraft::This),
        ("ok, send den nå", OfDrafts::Send, WhichDraft::This),
        ("send alle", OfDrafts::Send, WhichDraft::All),
        ("send båe", OfDrafts::Send, WhichDraft::All),
        ("forkast alle", OfDrafts::Discard, WhichDraft::All),
        ("discard both of them", OfDrafts::Discard, WhichDraft::All),
        ("forkast snømåkingen", OfDrafts::Discard, named("snømåkingen")),
        ("send maten", OfDrafts::Send, named("maten")),
    ] {
        assert_eq!(of_drafts(text), Some((order, which)), "{text}");
    }
    for text in
        ["sendt", "kan du sende?", "send noen til å måke i Storgata 5 i morgen", "ja", "forkast #1", ""]
    {
        assert_eq!(of_drafts(text), None, "{text}");
    }
}

#[test]
fn somebody_else_comes() {
    for (text, name) in [
        ("Hanne kjem på #1", Some("hanne")),
        ("Hanne Lund kommer på #1", Some("hanne lund")),
        ("ok, Per tar den", Some("per")),
        ("Kari can take #2", Some("kari")),
        ("jeg kommer på #1", None),
        ("kommunen tar det", None),
        ("Hanne kommer ikke", None),
        ("kommer Hanne?", None),
        ("Hanne kommer til å måke hele gata", None),
    ] {
        assert_eq!(says_comes(text).as_deref(), name, "{text}");
    }
}

#[test]
fn whom_one_may_ask() {
    for text in [
        "jeg kan få Lars til å ta den",
        "spør Lars",
        "kan ikkje, men spør Lars",
        "try asking Lars",
        "I can get Lars to do it",
    ] {
        assert!(tips(text) || text.contains("asking"), "{text}");
    }
    for text in ["jeg tar den", "spør meg", "kan få det til", "hvem spør du?", "ring meg", "jeg får det til"]
    {
        assert!(!tips(text), "{text}");
    }
    assert!(asks_whether_to_come("hvordan går det, kommer jeg?") && asks_whether_to_come("skal jeg komme?"));
    assert!(!asks_whether_to_come("jeg kommer"));
}

#[test]
fn who_is_named_stands_before_it() {
    for (text, whom) in [
        ("Per er syk", Some("Per er ")),
        ("Per er syk, og Ola kan ikke", Some("Per er syk, og Ola ")),
        ("ta Per av #1", Some("ta Per av #1")),
        ("beklager, kan ikke, må hente Per", None),
        ("kan dessverre ikke", None),
        ("syk", None),
    ] {
        assert_eq!(names_whom(text), whom, "{text}");
    }
    assert!(speaks_of_ones_own("mannen min er syk") && !speaks_of_ones_own("Per er syk"));
}

#[test]
fn somebody_was_not_there() {
    for text in ["Kari kom ikke", "Per never showed up", "Per dukka aldri opp"] {
        assert!(did_not_come(text) && takes_off(text) == Some(Away::StaysAway), "{text}");
    }
    for text in ["Kari kom", "kom ikke Kari?", "Kari kommer ikke"] {
        assert!(!did_not_come(text), "{text}");
    }
    assert!(speaks_of_whoever_comes("han som skulle komme kl 12 er syk"));
}

#[test]
fn somebody_does_not_come() {
    for text in ["ta Per av #1", "meld forfall for Per på #1", "take Kari off #2", "tek Ola av"] {
        assert_eq!(takes_off(text), Some(Away::TakeOff), "{text}");
    }
    for text in ["Per har ringt og er syk, #1", "Per kommer ikke på #1", "Ola kjem ikkje", "Kari can't come"]
    {
        assert_eq!(takes_off(text), Some(Away::StaysAway), "{text}");
    }
    for text in
        ["Per har ringt og kommer", "Per er ikke syk", "kommer Per ikke?", "ta med Per", "Per tar den", ""]
    {
        assert_eq!(takes_off(text), None, "{text}");
    }
}

fn take(until: Option<&str>) -> Option<Wish> {
    Some(Wish::Take { until: until.map(str::to_owned) })
}

#[test]
fn takes_it_with_a_time_or_without() {
    for text in [
        "eg tek det",
        "Tar det!",
        "ok, jeg ordner det",
        "I'm on it",
        "jeg tar #2",
        "I’ll take it now",
        "eg er på saka",
    ] {
        assert_eq!(read(text), take(None), "{text}");
    }
    for (text, until) in [
        ("eg tek det til kvart over elleve", "til kvart over elleve"),
        ("I'll take it until quarter past eleven", "until quarter past eleven"),
        ("eg tek #2 til halv tolv", "til halv tolv"),
        ("tek det til kl 11", "til kl 11"),
        ("jeg tar det, ring meg", "ring meg"),
    ] {
        assert_eq!(read(text), take(Some(until)), "{text}");
    }
}

#[test]
fn of_two_at_once() {
    for text in ["tar begge", "I'll take both", "eg tek båe", "jeg tar begge nå"] {
        assert_eq!(read_of_both(text), take(None), "{text}");
    }
    assert_eq!(read_of_both("me stiller med ein på båe"), Some(Wish::Town { people: Some(1) }));
    assert_eq!(read_of_both("vi tar begge selv"), Some(Wish::Town { people: None }));
    for text in ["tar det", "begge", "kan begge komme?", "trenger folk på begge i morgen"] {
        assert_eq!(read_of_both(text), None, "{text}");
    }
}

#[test]
fn moves_the_answer() {
    let extend = |to: Option<&str>| Some(Wish::Extend { to: to.map(str::to_owned) });
    assert_eq!(read("utset svaret til halv eitt"), extend(Some("til halv eitt")));
    assert_eq!(read("forleng til halv to"), extend(Some("til halv to")));
    assert_eq!(read("extend the deadline"), extend(None));
    assert_eq!(read("utsett snømåkingen til halv to"), None);
}

#[test]
fn the_other_buttons() {
    for text in ["kommunen tar det", "kommunen tek det sjølv", "vi gjør det selv", "We'll do it ourselves"]
    {
        assert_eq!(read(text), Some(Wish::Town { people: None }), "{text}");
    }
    assert_eq!(
        read("det held ikkje, me må vere to. me stiller ein sjølve"),
        Some(Wish::Town { people: Some(1) })
    );
    for text in ["vi stiller én, trenger én til", "me stiller med ein", "vi stiller med en selv"] {
        assert_eq!(read(text), Some(Wish::Town { people: Some(1) }), "{text}");
    }
    assert_eq!(read("vi stiller bil"), None);
    assert_eq!(read("det holder"), Some(Wish::Enough));
    assert_eq!(read("det holder ikke"), None);
    assert_eq!(read("avlys"), Some(Wish::Cancel));
    assert_eq!(read("godta"), Some(Wish::Part { accepted: true }));
    assert_eq!(read("spør eit anna lag"), Some(Wish::Ask { named: "eit anna lag".to_owned(), any: true }));
    assert_eq!(read("Spør Nordre IL"), Some(Wish::Ask { named: "Nordre IL".to_owned(), any: false }));
    assert_eq!(read("til kl 18"), Some(Wish::Until { when: "til kl 18".to_owned() }));
}

#[test]
fn what_is_said_beside_is_no_order() {
    for text in [
        "",
        "jeg kan ta den",
        "kan dere ta det?",
        "jeg tar det ikke",
        "kommunen tar det ikke",
        "Kari har sagt at hun tar den",
        "Trenger 2 til snømåking i morgen kl 16",
        "hvem tar det?",
        "takk",
        "ja",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
