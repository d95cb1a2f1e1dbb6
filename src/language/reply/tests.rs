use super::*;

fn intent(text: &str) -> Intent {
    read_reply(text, ReplyContext::default()).intent
}

#[test]
fn a_clock_in_words_counts_nobody() {
    for text in ["eg kjem ti over åtte", "ja, kl ti over åtte går fint", "jeg er der fem over fire"] {
        assert_eq!(intent(text), Intent::Accept { people: 1 }, "{text}");
    }
    assert_eq!(intent("vi er to som kommer ti over åtte"), Intent::Accept { people: 2 });
}

#[test]
fn roundabout_offers_commit() {
    for text in [
        "da blir det meg",
        "skriv opp meg",
        "den fikser jeg",
        "æ e på",
        "kan godt det",
        "Sånt sier jeg ikke nei til",
        "hun kan sitte på med meg",
        "kan du ikke bare sette meg opp",
        "leave that one with me",
    ] {
        assert_eq!(intent(text), Intent::Accept { people: 1 }, "{text}");
    }
}

#[test]
fn what_only_sounds_like_an_offer_does_not() {
    for text in [
        "kommer mer snø i morgen",
        "kommer på tv i kveld",
        "det ordner seg alltid for snille piker",
        "jeg tar gjerne imot tips",
        "den er grei, takk for info",
        "husk at vi møtes kl 18",
        "Per tar den ser jeg, topp",
        "kan love det blir gøy på torsdag",
        "han far e på plass på heimen no",
        "I'm on the bus",
        "I'll take the minutes at the meeting",
        "kor lenge tek det",
        "hvor lang tid tager det",
        "ja takk, begge deler 😂",
        "skal jeg ta den?",
        "vi er tre syke her",
        "jeg kan bare ta den ene dagen",
        "kan godt, men først i morgen",
        "kan være med, men bare som sjåfør",
        "kan steppe inn ved sykdom",
        "barna er på trening da og jeg kjører",
        "det er nok betre om ein yngre tek den",
    ] {
        assert!(!matches!(intent(text), Intent::Accept { .. }), "{text}");
    }
}

#[test]
fn everybody_who_comes_is_counted() {
    for (text, people) in [
        ("jeg og svogeren min og sønnen hans", 3),
        ("Min sønn på 17 og jeg", 2),
        ("jeg og min bror, Jonas", 2),
        ("vi to + Svein", 3),
        ("jeg kan. Kari også", 2),
        ("eg kjem, og det gjer mannen òg", 2),
        ("tar den sammen med Anne og Trond", 3),
        ("ho mor og eg stiller opp, og så tek me med oss Nils", 3),
        ("jeg tar gjerne med meg en", 2),
        ("kan ta to av plassene", 2),
        ("Jeg kommer og tar med to fra laget", 3),
        ("vi er tre, men bare to kan", 2),
        ("to voksne og ett barn", 3),
        ("hele gjengen stiller", 2),
        ("en av oss kommer", 1),
        ("Jeg kan, men kona kan ikke", 1),
        ("tre fra oss, kanskje flere", 3),
        ("vi kommer tre mand", 3),
        ("my wife, our son and I", 3),
        ("będzie nas dwoje", 2),
        ("прийдемо втрьох", 3),
    ] {
        assert_eq!(intent(text), Intent::Accept { people }, "{text}");
    }
}

#[test]
fn what_commits_nobody_is_no_yes() {
    for text in [
        "jada, jeg måker gjerne hele kommunen alene 🙄",
        "Selvsagt, jeg bor jo på bensinstasjonen ...",
        "Yes! 3-0!",
        "ja, jeg har betalt",
        "ja, han er flink",
        "Ja nå er det vår!",
        "kjempebra Kari og Per",
        "vi er to som lurer på når det starter",
        "vi er kanskje to",
        "vi er 40 medlemmer nå",
        "gjerne neste uke",
        "Hvis jeg tar den, hvem låser opp?",
        "jeg kommer fra Hamar opprinnelig",
        "Jeg kjører elbil, kan anbefales",
        "hele gjengen er på cup",
        "I'm in bed with the flu",
    ] {
        assert!(!matches!(intent(text), Intent::Accept { .. }), "{text}");
    }
}

#[test]
fn a_yes_is_taken_back() {
    let context = ReplyContext { already_accepted: true };
    for text in
        ["må ta tilbake det ja-et mitt", "glem det jeg sa", "vi må begge stå over", "eg sa ja for fort"]
    {
        assert_eq!(read_reply(text, context).intent, Intent::Withdraw, "{text}");
    }
}

#[test]
fn who_holds_a_place_and_reports_is_done() {
    let context = ReplyContext { already_accepted: true };
    for text in
        ["no er det måka", "alt i boks her", "sånn, ferdigspist", "alt levert, to stk var ikke hjemme"]
    {
        assert_eq!(read_reply(text, context).intent, Intent::Done, "{text}");
    }
}

#[test]
fn a_sitter_who_is_found_hinders_nobody() {
    for text in [
        "ja likevel, eg fekk barnevakt",
        "eg kan, har fått barnevakt",
        "ja, fikk barnevakt",
        "fått barnevakt, kommer",
    ] {
        assert_eq!(intent(text), Intent::Accept { people: 1 }, "{text}");
    }
    for text in [
        "mangler barnevakt",
        "fikk ikke barnevakt",
        "jeg har barnevakt den dagen",
        "hadde jeg fått barnevakt",
    ] {
        assert_eq!(intent(text), Intent::Decline, "{text}");
    }
    assert!(!matches!(intent("fekk barnevakt"), Intent::Accept { .. }));
}

#[test]
fn the_same_again_is_a_yes() {
    for text in [
        "yes of course",
        "of course!",
        "sure, of course",
        "det kan de rekne med",
        "eg óg",
        "eg og",
        "me too",
        "samme her",
        "count me in too",
    ] {
        assert_eq!(intent(text), Intent::Accept { people: 1 }, "{text}");
    }
    for text in [
        "of course not",
        "of course it's raining",
        "me too, I'm sick",
        "samme her, kan ikke",
        "eg og Kari er sjuke",
    ] {
        assert!(!matches!(intent(text), Intent::Accept { .. }), "{text}");
    }
}

#[test]
fn a_little_late_is_a_yes() {
    for text in [
        "I can, men eg kjem litt seint",
        "jeg kan, men kommer litt sent",
        "kan, men kommer ti minutter for sent",
    ] {
        assert_eq!(intent(text), Intent::Accept { people: 1 }, "{text}");
    }
    let none = Intent::Conditional { from: None, until: None };
    assert_eq!(intent("jeg kan, men kommer en halvtime for sent"), none);
    let holds = ReplyContext { already_accepted: true };
    assert_eq!(read_reply("I can, but I'll be a bit late", holds).intent, Intent::Late);
}

#[test]
fn who_holds_a_place_and_comes_alone_or_is_too_ill() {
    let holds = ReplyContext { already_accepted: true };
    for text in ["berre eg som kjem likevel", "bare jeg som kommer i kveld"] {
        assert_eq!(read_reply(text, holds).intent, Intent::Accept { people: 1 }, "{text}");
    }
    for text in
        ["jeg er for syk til å kjøre mat i dag", "eg er for sjuk til å køyre", "I'm too tired to drive"]
    {
        assert_eq!(read_reply(text, holds).intent, Intent::Withdraw, "{text}");
    }
    assert_eq!(read_reply("hun er for syk til å ha besøk", holds).intent, Intent::Unrelated);
}

#[test]
fn who_must_be_done_by_then_offers_less() {
    let until = |clock: &str| Intent::Conditional { from: None, until: clock.parse().ok() };
    assert_eq!(intent("må være ferdig 12.45"), until("12:45:00"));
    assert_eq!(intent("vi må vere ferdige kl 14"), until("14:00:00"));
    assert_eq!(intent("ja, men må være ferdig kvart på ett"), until("12:45:00"));
    assert!(!matches!(intent("det må være ferdig 12.45"), Intent::Conditional { .. }));
    assert_eq!(intent("Jeg kan ikke love noe"), Intent::Maybe);
}

#[test]
fn not_before_and_not_after_are_turned_round() {
    for (text, bounds) in [
        ("jeg kan ikke være der før 17", (Some("17:00"), None)),
        ("eg kan ikkje vera der før 17", (Some("17:00"), None)),
        ("kan ikke være der etter 17", (None, Some("17:00"))),
        ("må gå kl 17", (None, Some("17:00"))),
    ] {
        let Intent::Conditional { from, until } =
            read_reply(text, ReplyContext { already_accepted: false }).intent
        else {
            panic!("{text}")
        };
        let clock = |at: Option<NaiveTime>| at.map(|at| at.format("%H:%M").to_string());
        assert_eq!((clock(from).as_deref(), clock(until).as_deref()), bounds, "{text}");
    }
}
