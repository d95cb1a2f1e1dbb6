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
fn who_holds_a_place_and_reports_is_done() {
    let context = ReplyContext { already_accepted: true };
    for text in
        ["no er det måka", "alt i boks her", "sånn, ferdigspist", "alt levert, to stk var ikke hjemme"]
    {
        assert_eq!(read_reply(text, context).intent, Intent::Done, "{text}");
    }
}
