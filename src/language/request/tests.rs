use super::*;
use crate::language::Start;

fn read(text: &str) -> RequestReading {
    read_request(text, "2026-11-21T12:00:00".parse().expect("a time"))
}

#[test]
fn a_need_in_one_message() {
    let reading = read("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes");
    assert_eq!(reading.service, Some(ServiceKind::SnowClearing));
    assert_eq!(reading.people, Some(2));
    assert_eq!(reading.start, Some(Start::At("2026-11-22T16:00:00".parse().expect("a time"))));
    assert_eq!(reading.end, Some("2026-11-22T18:00:00".parse().expect("a time")));
    assert_eq!(reading.place.as_deref(), Some("Storgata 5"));
    assert_eq!(reading.notes.as_deref(), Some("spade finnes"));
    assert_eq!(reading.recipient, None);
    assert_eq!(reading.doubts, []);
}

#[test]
fn the_person_helped_is_no_place() {
    let reading = read("Måking hos fru Hansen i Storgata 5 på fredag kl 10");
    assert_eq!(reading.recipient.as_deref(), Some("fru Hansen"));
    assert_eq!(reading.place.as_deref(), Some("Storgata 5"));
    let reading = read("Handle mat til Olav Berg på mandag kl 12, tlf 90 00 00 00");
    assert_eq!(reading.recipient.as_deref(), Some("Olav Berg"));
    assert_eq!(reading.place, None);
}

#[test]
fn the_number_of_a_house_is_kept_whole() {
    for place in ["Storgata 8739", "Fjellveien 1204", "Strandgata 12 B"] {
        let reading = read(&format!("Snømåking i {place} i morgen kl 16-18, 2 stk"));
        assert_eq!(reading.place.as_deref(), Some(place));
        assert_eq!(reading.people, Some(2), "{place}");
    }
    let reading = read("Følge til røntgen 3/12 kl 0815, hentes på Nybo avd. 3");
    assert_eq!(reading.people, Some(1));
}

#[test]
fn a_street_is_named_after_somebody_or_is_the_old_one() {
    for (text, place) in [
        ("Snømåking i Ole Bulls vei 3 i morgen kl 10", "Ole Bulls vei 3"),
        ("Snømåking i Gamle Storgata 3 i morgen kl 10", "Gamle Storgata 3"),
        ("Skyss Ole Bulls vei 3 mandag kl 10", "Ole Bulls vei 3"),
        ("Snømåking Storgata 5 i morgen kl 10", "Storgata 5"),
        ("Besøk Øvre Storgata 17 B i morgen kl 15", "Øvre Storgata 17 B"),
    ] {
        let reading = read(text);
        assert_eq!((reading.place.as_deref(), reading.recipient), (Some(place), None), "{text}");
    }
    let reading = read("Snømåking hos fru Hansen Storgata 5 i morgen kl 10");
    assert_eq!(reading.recipient.as_deref(), Some("fru Hansen"));
    assert_eq!(reading.place.as_deref(), Some("Storgata 5"));
}

#[test]
fn the_number_of_a_dwelling_is_no_clock() {
    let reading = read("Besøk i Havnegata 17 H0203, i morgen kl 15");
    assert_eq!(reading.place.as_deref(), Some("Havnegata 17 H0203"));
    assert_eq!(reading.start, Some(Start::At("2026-11-22T15:00:00".parse().expect("a time"))));
}

#[test]
fn storeys_and_men_are_no_times() {
    let reading = read("Et piano skal bæres fra 2. til 4. etasje lørdag kl 12, trenger 4 sterke");
    assert_eq!(reading.start, Some(Start::At("2026-11-28T12:00:00".parse().expect("a time"))));
    assert_eq!(read("Grocery shopping for an old man, must be done by 3pm on Friday").recurrence, None);
}

#[test]
fn who_manages_alone_needs_a_lift_only() {
    for text in [
        "Kjøring til legen i morgen kl 9. Hun klarer seg fint alene der inne.",
        "Skyss til fysioterapeuten fredag kl 10, trenger ikke følge inn",
    ] {
        assert_eq!(read(text).service, Some(ServiceKind::Transport), "{text}");
    }
}

#[test]
fn what_no_calendar_has_becomes_a_question() {
    let reading = read("Snømåking 30. februar kl 10");
    assert_eq!(reading.start, None);
    assert!(matches!(reading.doubts.as_slice(), [Doubt::ImpossibleDate(_)]));
}

fn needs(text: &str) -> Vec<(Option<ServiceKind>, Option<Start>, Option<String>)> {
    read_requests(text, "2026-11-21T12:00:00".parse().expect("a time"))
        .into_iter()
        .map(|need| (need.reading.service, need.reading.start, need.reading.place))
        .collect()
}

fn at(time: &str) -> Option<Start> {
    Some(Start::At(time.parse().expect("a time")))
}

#[test]
fn a_change_is_no_need_of_its_own() {
    for text in [
        "make it 5pm instead",
        "move it to 6pm",
        "let's make it Saturday",
        "flytt til kl 17",
        "vi sier kl 17",
    ] {
        assert_eq!(read(text).service, None, "{text}");
    }
}

#[test]
fn a_day_and_a_month_are_no_clock() {
    let monday = Some(Start::Day("2026-11-30".parse().expect("a day")));
    assert_eq!(read("Snømåking mandag 30.11").start, monday);
    assert_eq!(read("Kjøring mandag 7.12 kl 9").start, at("2026-12-07T09:00:00"));
    assert_eq!(read("Kjøring lørdag 5.12").start, Some(Start::Day("2026-12-05".parse().expect("a day"))));
    assert_eq!(read("Kjøring fredag 11.30").start, at("2026-11-27T11:30:00"));
    // No Monday is the 16th, and no clock has eleven minutes.
    assert!(matches!(read("Kjøring mandag 16.11").doubts.as_slice(), [Doubt::ImpossibleDate(_)]));
}

#[test]
fn a_stretch_of_most_of_a_day_is_asked_about() {
    assert_eq!(read("Snømåking i morgen kl 18-16").end, None);
    let night = read("Nattevakt lørdag 20-07").end;
    assert_eq!(night, Some("2026-11-29T07:00:00".parse().expect("a time")));
}

#[test]
fn several_needs_are_told_apart() {
    let snow = Some(ServiceKind::SnowClearing);
    let told =
        needs("Trenger to til måking i Storgata 5 i morgen kl 10, og en sjåfør til legen fredag kl 12");
    assert_eq!(
        told,
        [
            (snow, at("2026-11-22T10:00:00"), Some("Storgata 5".to_owned())),
            (Some(ServiceKind::Transport), at("2026-11-27T12:00:00"), None),
        ]
    );
    let told = needs("I morgen trenger vi:\n- snømåking kl 10 i Storgata 5\n- handling kl 12\n- besøk kl 14");
    assert_eq!(
        told.iter().map(|need| (need.0, need.1)).collect::<Vec<_>>(),
        [
            (snow, at("2026-11-22T10:00:00")),
            (Some(ServiceKind::Shopping), at("2026-11-22T12:00:00")),
            (Some(ServiceKind::Visit), at("2026-11-22T14:00:00")),
        ]
    );
    let told = needs("Måking i Storgata 5 tirsdag kl 8 og i Bakkeveien 2 kl 10");
    assert_eq!(
        told,
        [
            (snow, at("2026-11-24T08:00:00"), Some("Storgata 5".to_owned())),
            (snow, at("2026-11-24T10:00:00"), Some("Bakkeveien 2".to_owned())),
        ]
    );
}

#[test]
fn parts_of_one_need_stay_together() {
    for text in [
        "Følge til legen fredag kl 10, skyss kl 9.30 fra Storgata 5",
        "Kjøring til legen torsdag kl 9. Kjøring hjem kl 11.",
        "Snømåking og strøing i morgen kl 8 og fredag kl 8",
        "Konsert lørdag kl 16, to ved inngangen og en i kiosken fra kl 15",
    ] {
        assert_eq!(needs(text).len(), 1, "{text}");
    }
}

#[test]
fn a_part_points_at_its_words_in_the_whole_message() {
    let text = "Snømåking i morgen kl 10. Kjøring til legen på fredag kl 12.";
    let second = read_requests(text, "2026-11-21T12:00:00".parse().expect("a time")).remove(1);
    let (_, span) =
        second.reading.because.iter().find(|(field, _)| *field == Field::Service).expect("a service");
    assert_eq!(&text[span.start..span.end], "Kjøring");
    assert_eq!(&text[second.span.start..second.span.end], "Kjøring til legen på fredag kl 12");
}

#[test]
fn several_needs_are_asked_about() {
    let reading = read("Snømåking i morgen kl 10. Kjøring til legen på fredag kl 12.");
    assert!(
        reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::SeveralNeeds(spans) if spans.len() == 2))
    );
}

fn window(text: &str) -> (Option<Start>, Option<NaiveDateTime>) {
    let reading = read(text);
    (reading.start, reading.end)
}

fn until(time: &str) -> Option<NaiveDateTime> {
    Some(time.parse().expect("a time"))
}

#[test]
fn noon_is_the_end_of_a_stretch_or_its_beginning() {
    for text in ["noon to 3pm", "noon till three", "midday-3pm", "between noon and 3"] {
        let told = window(&format!("Kiosk at the library on Saturday {text}"));
        assert_eq!(told, (at("2026-11-28T12:00:00"), until("2026-11-28T15:00:00")), "{text}");
    }
    assert_eq!(
        window("Kiosk on Saturday 10am to noon"),
        (at("2026-11-28T10:00:00"), until("2026-11-28T12:00:00"))
    );
    assert_eq!(window("Kiosk on Saturday at noon"), (at("2026-11-28T12:00:00"), None));
    assert_eq!(read("two volunteers for an activity on Saturday").service, Some(ServiceKind::Activity));
}

#[test]
fn some_time_from_now() {
    for (text, time) in [
        ("om 2 timer", "2026-11-21T14:00:00"),
        ("om en halvtime", "2026-11-21T12:30:00"),
        ("om ein time", "2026-11-21T13:00:00"),
        ("in two hours", "2026-11-21T14:00:00"),
        ("in 2 hours and 30 minutes", "2026-11-21T14:30:00"),
        ("om 14 timer", "2026-11-22T02:00:00"),
    ] {
        assert_eq!(window(&format!("Snømåking i Storgata 5 {text}")), (at(time), None), "{text}");
    }
    assert_eq!(window("Sjåfør i dag om en time kl 13.30").0, at("2026-11-21T13:30:00"));
    assert_eq!(window("Snømåking i Storgata 5 i løpet av 2 timer"), (None, None));
    let change = read_change("om 2 timer", "2026-11-21T12:00:00".parse().expect("a time"));
    assert_eq!(change.clock, "14:00:00".parse().ok());
    assert_eq!(change.length, None);
}

#[test]
fn the_coming_night() {
    assert_eq!(window("Matkjøring i natt kl 06").0, at("2026-11-22T06:00:00"));
    assert_eq!(window("Nattevakt i natt klokka 2").0, at("2026-11-22T02:00:00"));
    assert_eq!(window("Nattevakt i natt 23-06"), (at("2026-11-21T23:00:00"), until("2026-11-22T06:00:00")));
    assert_eq!(window("Nattevakt i natt kl 11").0, at("2026-11-21T23:00:00"));
    let late = read_request("Nattevakt i natt kl 4", "2026-11-22T01:00:00".parse().expect("a time"));
    assert_eq!(late.start, at("2026-11-22T04:00:00"));
}

#[test]
fn a_part_of_the_day_and_how_long() {
    assert_eq!(
        window("Besøk i morgen formiddag 2 timer"),
        (at("2026-11-22T10:00:00"), until("2026-11-22T12:00:00"))
    );
}

#[test]
fn two_clocks_are_two_needs() {
    let meals = Some(ServiceKind::MealDelivery);
    let place = || Some("Storgata 5".to_owned());
    for text in ["kl 12 og kl 16", "kl 12 og 16", "klokka tolv og klokka fire"] {
        let told = needs(&format!("2 stk til matkjøring i morgen {text} i Storgata 5"));
        assert_eq!(
            told,
            [(meals, at("2026-11-22T12:00:00"), place()), (meals, at("2026-11-22T16:00:00"), place())],
            "{text}"
        );
    }
    let one = read("matkjøring i morgen mellom kl 12 og kl 16 i Storgata 5");
    assert_eq!((one.end, one.doubts), (until("2026-11-22T16:00:00"), Vec::new()));
    assert_eq!(needs("kake til kaffen i morgen kl 12 og 2 stk til rydding").len(), 1);
}

#[test]
fn what_no_day_has_becomes_a_question() {
    for text in ["at 25:00", "kl 25", "kl 26.30", "12:75"] {
        let reading = read(&format!("Snømåking i morgen {text} i Storgata 5"));
        assert_eq!(reading.start, None, "{text}");
        assert!(matches!(reading.doubts.as_slice(), [Doubt::ImpossibleDate(_)]), "{text}");
    }
    assert_eq!(read("Snømåking i morgen kl 24:00").doubts, []);
}
