//! It went well, but; something happened; and what has no business in a chat.

use expect_test::expect;
use tannhjul::domain::attendance::Mark;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    all_went_well_before_it_is_asked,
    all_went_well_with_another_task_to_come,
    it_went_well_but,
    done_and_something_that_is_no_chat_s_business,
    accidents_are_urgent_and_not_quoted,
    something_happened_before_it_was_asked,
    who_fell_on_the_way_gives_the_place_back,
);

/// Snow on Sunday 16–18 is over, for Kari and Ola, and they have been asked how it went.
async fn asked_how_it_went(db: Db) -> World {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.forget();
    fjellvik
}

async fn it_went_well_but(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("kari", "ja alt gikk bra, men trappa var hål").await;
    fjellvik.answers("ola", "all went well, but the lamp is broken").await;
    expect![[r#"
        søn 18:16 kari → bot: ja alt gikk bra, men trappa var hål
        søn 18:16 bot → silje: #1 er utført. Melding fra den frivillige: «trappa var hål».
        søn 18:16 bot → kari: Takk for innsatsen på #1, Kari! 200 kr til laget, 400 kr så langt i år.
        søn 18:16 bot → kari: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        søn 18:16 bot → kari: (👌)
        søn 18:16 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
        søn 18:16 ola → bot (reply): all went well, but the lamp is broken
        søn 18:16 bot → silje: #1 er utført. Melding fra den frivillige: «the lamp is broken».
        søn 18:16 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        søn 18:16 bot → ola: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        søn 18:16 bot → ola: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn done_and_something_that_is_no_chat_s_business(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("kari", "ferdig. Olga Hansen har blitt veldig dement og forvirret").await;
    expect![[r#"
        søn 18:16 kari → bot: ferdig. Olga Hansen har blitt veldig dement og forvirret
        søn 18:16 bot → silje: Kari Nes har noe å melde om #1 som ikke hører hjemme i en chat. Jeg har ikke nummeret. Ta kontakt senest mandag kl. 14.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 18:16 bot → silje: #1 er utført.
        søn 18:16 bot → kari: Takk for innsatsen på #1, Kari! 200 kr til laget, 400 kr så langt i år.
              Takk! Kommunen får vite at du har noe å fortelle om #1, og skal ta kontakt senest mandag kl. 14.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        søn 18:16 bot → kari: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        søn 18:16 bot → kari: (deleted)
        søn 18:16 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses("silje", "Jeg følger opp").await;
    assert!(fjellvik.transcript().contains("bot → kari: Silje Aune følger opp meldingen din om #1."));
    // The time to answer is kept.
    fjellvik.says("ola", "alt gikk bra, men hun virka litt dement").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T14:01:00").await;
    assert!(fjellvik.transcript().contains("Silje A. har ikke svart på meldingen fra Ola R. om #1."));
}

async fn accidents_are_urgent_and_not_quoted(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("kari", "ho fall i trappa og slo seg i armen").await;
    expect![[r#"
        søn 18:16 kari → bot: ho fall i trappa og slo seg i armen
        søn 18:16 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 18:16 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 18:16 bot → kari: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        søn 18:16 bot → kari: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("ola", "she fell on the steps and hurt her arm").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → bjorn: Haster: Ola Rud"), "{said}");
    assert!(!said.contains("«she fell"), "{said}");
    // Long afterwards it is a report, and not quoted either.
    fjellvik.time_passes_until("2026-11-22T22:30:00").await;
    fjellvik.forget();
    fjellvik.presses("ola", "Nei, noe skjedde").await;
    fjellvik.says("ola", "ho fall i trappa").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Ola Rud har noe å melde om #1 som ikke hører hjemme i en chat."), "{said}");
    assert!(!said.contains("«ho fall"), "{said}");
}

async fn something_happened_before_it_was_asked(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:05:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "no, something happened").await;
    fjellvik.says("kari", "the gate came off").await;
    expect![[r#"
        søn 18:05 kari → bot: no, something happened
        søn 18:05 bot → kari: Takk for at du sier fra. Hva skjedde på #1? Skriv det i én melding, uten navn, så får kommunen den.
              Spør gjerne Bjørn Moe, tlf. 10 00 00 02.
        søn 18:05 kari → bot: the gate came off
        søn 18:05 bot → silje: Kari Nes melder fra om #1: «the gate came off». Svar på denne meldingen senest mandag kl. 14, så får Kari Nes svaret.
              [Jeg følger opp]
        søn 18:05 bot → kari: Takk! Kommunen har fått meldingen om #1 og skal svare senest mandag kl. 14.
              Ble #1 gjort likevel?
              [Ja, det ble gjort] [Nei, ikke gjort]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert!(task.marks.iter().any(|marked| marked.mark == Mark::WentWrong));
    assert_eq!(task.taken(), 2);
    // While they are at it duty hears it too.
    let mut other = fjellvik;
    other.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    other.says("ola", "#2 ja").await;
    other.time_passes_until("2026-11-23T16:30:00").await;
    other.forget();
    other.says("ola", "nei, noe skjedde").await;
    let said = other.transcript();
    assert!(said.contains("Hva skjedde på #2?") && said.contains("Haster: Ola Rud"), "{said}");
    assert_eq!(other.task(2).await.taken(), 1);
}

async fn who_fell_on_the_way_gives_the_place_back(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "jeg falt på isen og kan ikke komme").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Du er tatt av #1") && !said.contains("Ring 113"), "{said}");
    // So does who is needed by their own.
    fjellvik.says("ola", "datteren min må på legevakta, rekker ikke dette").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Du er tatt av #1") && !said.contains("Ring 113"), "{said}");
}

async fn all_went_well_before_it_is_asked(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:05:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "alt gjekk fint").await;
    fjellvik.says("ola", "alt gikk fint").await;
    fjellvik.says("ola", "all went well").await;
    expect![[r#"
        søn 18:05 kari → bot: alt gjekk fint
        søn 18:05 bot → silje: #1 er utført.
        søn 18:05 bot → kari: Takk for innsatsen på #1, Kari! 200 kr til laget, 400 kr så langt i år.
        søn 18:05 bot → kari: (👌)
        søn 18:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
        søn 18:05 ola → bot: alt gikk fint
        søn 18:05 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        søn 18:05 bot → ola: (👌)
        søn 18:05 ola → bot: all went well
        søn 18:05 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        søn 18:05 bot → ola: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    assert_eq!(fjellvik.transcript(), "", "nobody is asked what they have said");
    fjellvik.is_at_rest().await;
}

async fn all_went_well_with_another_task_to_come(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 7 på mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    fjellvik.time_passes_until("2026-11-22T18:05:00").await;
    fjellvik.says("kari", "alt gikk fint").await;
    fjellvik.forget();
    fjellvik.says("ola", "alt gjekk fint").await;
    expect![[r#"
        søn 18:05 ola → bot: alt gjekk fint
        søn 18:05 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.
        søn 18:05 bot → ola: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
}
