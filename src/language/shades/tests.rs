use super::*;

#[test]
fn courtesy_says_nothing_more() {
    for text in [
        "takk!",
        "Tusen takk for hjelpa 🙏",
        "ok",
        "Greit, takk",
        "👍",
        "thank you so much",
        "Takk skal de ha",
    ] {
        assert!(is_courtesy(text), "{text}");
    }
    for text in
        ["", "nei takk", "takk for meg", "ok, men bare til fem", "hva skal jeg gjøre?", "for dere", "?"]
    {
        assert!(!is_courtesy(text), "{text}");
    }
}

#[test]
fn arrival_in_few_words() {
    for text in
        ["der nå", "startet", "starta!", "er kommet", "her", "jeg er der", "framme", "Here", "eg er her no"]
    {
        assert!(tells_of_arrival(text), "{text}");
    }
    for text in ["er du der?", "ikke her", "snart der", "her skulle det vært måkt", "kommer"] {
        assert!(!tells_of_arrival(text), "{text}");
    }
}

#[test]
fn plain_answers() {
    for (text, answer) in [
        ("ja", Some(true)),
        ("Jepp!", Some(true)),
        ("ok takk", Some(true)),
        ("👍", Some(true)),
        ("nei", Some(false)),
        ("nei takk", Some(false)),
        ("No", Some(false)),
        ("ja, men bare til fem", None),
        ("nei vent, mandag", None),
        ("ja ikke", None),
        ("", None),
    ] {
        assert_eq!(plain_answer(text), answer, "{text}");
    }
    assert_eq!(after_no("nei, et bord knakk"), Some("et bord knakk"));
    assert_eq!(after_no("nei"), None);
    assert_eq!(after_no("nei takk"), None);
}

#[test]
fn one_of_several() {
    assert_eq!(which_of_them("begge"), Some(Which::All));
    assert_eq!(which_of_them("alle to"), Some(Which::All));
    assert_eq!(which_of_them("den fyrste"), Some(Which::Nth(0)));
    assert_eq!(which_of_them("den andre"), Some(Which::Nth(1)));
    assert_eq!(which_of_them("the last one"), Some(Which::Last));
    assert_eq!(which_of_them("den seineste"), Some(Which::Later));
    assert_eq!(which_of_them("den seinaste av dei"), Some(Which::Later));
    assert_eq!(which_of_them("the later one"), Some(Which::Later));
    assert_eq!(which_of_them("den tidligste"), Some(Which::Earlier));
    assert_eq!(which_of_them("jeg kommer senere"), None);
    assert_eq!(service_of_thing("den med maten"), Some(ServiceKind::MealDelivery));
    assert_eq!(service_of_thing("snøen"), Some(ServiceKind::SnowClearing));
    assert_eq!(service_of_thing("maten og snøen"), None);
    assert_eq!(which_of_them("alle kommer"), None);
    assert_eq!(which_of_them("ja"), None);
}

#[test]
fn how_a_task_stands_and_oneself_only() {
    for text in [
        "#1",
        "hvem #1",
        "hvordan går det med #1?",
        "hva skjer med #1?",
        "korleis går det med #1",
        "how's it going with #1?",
    ] {
        assert!(asks_how_it_stands(text), "{text}");
    }
    for text in
        ["#1 kl 17 i stedet", "avlys #1", "hvem kan hjelpe meg med #1", "hva skjer hvis ingen svarer?"]
    {
        assert!(!asks_how_it_stands(text), "{text}");
    }
    for text in ["nei, bare meg", "bare én kommer", "no, just me", "nei, berre eg"] {
        assert!(leaves_only_oneself(text), "{text}");
    }
    for text in ["nei", "nei, bare jeg kan ikke", "kan ikke"] {
        assert!(!leaves_only_oneself(text), "{text}");
    }
}

#[test]
fn illness_of_the_sender() {
    for text in [
        "syk",
        "Er dessverre SJUK i dag",
        "ligger med feber",
        "må melde forfall, omgangssyke",
        "I'm ill",
        "down with the flu",
    ] {
        assert!(tells_of_illness(text), "{text}");
    }
    for text in [
        "kan ikke",
        "barnet er sykt",
        "datteren min har feber",
        "sykkelen er punktert",
        "my kid is sick",
        "sykehuset ringte",
    ] {
        assert!(!tells_of_illness(text), "{text}");
    }
}

#[test]
fn one_and_no_more() {
    for text in [
        "bare én kommer",
        "berre ein av oss",
        "bare jeg kommer",
        "én",
        "1",
        "kommer alene",
        "only one of us",
        "en av oss kan",
    ] {
        assert!(counts_one(text), "{text}");
    }
    for text in ["ja", "ja, jeg kommer", "kjør på", "en annen gang", "tar den"] {
        assert!(!counts_one(text), "{text}");
    }
}

#[test]
fn a_need_that_is_there_no_more_is_told_from_one() {
    for text in [
        "Trenger ikke snømåking i Storgata 5 i morgen likevel",
        "vi trenger ikke måking likevel",
        "dere kan droppe måkinga på onsdag",
        "Olga er på sykehus, så det trengs ikke på onsdag",
        "Det har smeltet, så det trengs ikke",
        "treng ikkje snømåking i morgon likevel",
        "me treng ikkje måking lenger",
        "behøver ikke måking på mandag",
        "det er ikke behov for matombringing på fredag",
        "de slepp måkinga på onsdag",
        "we no longer need the snow clearing on Monday",
        "we don't need anybody on Monday after all",
        "the snow clearing is not needed",
        "Vi trenger ikke de 3 til arrangementet på biblioteket lørdag kl 12-14 likevel",
    ] {
        assert!(needs_no_more(text), "{text}");
    }
    for text in [
        "Trenger 2 til snømåking i Storgata 5 i morgen, trenger ikke spade",
        "Trenger en til å følge Olga, hun trenger ikke hjelp inn",
        "Kan noen måke i Storgata 5 i morgen? Trenger ikke bil",
        "Snømåking i Storgata 5, han slipper inn den som kommer",
        "Snømåking i Storgata 5 i morgen kl 16-18, trenger ikke spade",
        "Snømåking i Storgata 5 i morgen, det trengs ikke bil",
        "Trenger en til handling mandag",
        "I need someone on Monday",
        "ikke glem nøkkelen",
        "vi trenger ikke flere folk",
        "vi trenger ikke flere meldinger på søndag",
        "",
    ] {
        assert!(!needs_no_more(text), "{text}");
    }
}

#[test]
fn a_telephone_number_counts_nobody() {
    assert!(
        holds_telephone("tlf 90 99 88 77")
            && holds_telephone("90998877")
            && !holds_telephone("kl 16-18, 2 stk")
    );
    assert_eq!(without_telephone("nummer til 90 11 22 33 på"), "nummer til … på");
    assert!(holds_code("døra er låst, kode 1234") && !holds_code("kode 5") && !holds_code("1234"));
}
