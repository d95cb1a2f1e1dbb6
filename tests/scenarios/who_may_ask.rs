//! Who may ask for help, and where.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    volunteers_do_not_ask,
    staff_ask_in_their_own_group,
    a_clubs_group_hears_of_no_draft,
    a_draft_is_its_requesters,
    a_coordinator_asks_and_dispatches,
);

const NEED: &str = "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18";

async fn volunteers_do_not_ask(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", NEED).await;
    fjellvik.says("per", &format!("/behov {NEED}")).await;
    fjellvik.says("james", &format!("/request {NEED}")).await;
    fjellvik.says_in("fjellvik-il", "kari", &format!("/behov {NEED}")).await;
    fjellvik.says("inger", "/behov").await;
    fjellvik.says("silje", "/behov").await;
    expect![[r#"
        lør 10:00 kari → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → kari: Det er ansatte i kommunen som melder behov. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 bot → kari: (deleted)
        lør 10:00 per → bot: /behov Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → per: Det er tilsette i kommunen som melder behov. Skriv /kontakt, så får du vite kven du kan ringje.
        lør 10:00 bot → per: (deleted)
        lør 10:00 james → bot: /request Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → james: Requests come from municipal staff. Write /contact to see who to ring.
        lør 10:00 bot → james: (deleted)
        lør 10:00 ⌂ fjellvik-il kari: /behov Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 ⌂ fjellvik-il bot: Det er ansatte i kommunen som melder behov. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 ⌂ fjellvik-il bot: (deleted)
        lør 10:00 inger → bot: /behov
        lør 10:00 bot → inger: Det er ansatte i kommunen som melder behov. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 bot → inger: (deleted)
        lør 10:00 silje → bot: /behov
        lør 10:00 bot → silje: Skriv hva dere trenger etter /behov, for eksempel: /behov 2 stk til snømåking i Storgata 5 i morgen kl. 16–18
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request").await, 0);
    fjellvik.is_at_rest().await;
}

async fn staff_ask_in_their_own_group(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik
        .says_in(
            "hjemmetjenesten",
            "silje",
            "/behov Trenger folk til snømåking i Storgata 5 i morgen kl 16-18",
        )
        .await;
    fjellvik.answers_in("hjemmetjenesten", "silje", "2 stk").await;
    fjellvik.answers_in("hjemmetjenesten", "silje", "kl 17 i stedet").await;
    fjellvik.presses_in("hjemmetjenesten", "silje", "Send").await;
    expect![[r#"
        lør 10:00 ⌂ hjemmetjenesten silje: /behov Trenger folk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 ⌂ hjemmetjenesten bot: Hvor mange frivillige?
              Svar på denne meldingen, ellers ser jeg det ikke.
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 ⌂ hjemmetjenesten bot: (deleted)
        lør 10:00 ⌂ hjemmetjenesten silje (reply): 2 stk
        lør 10:00 bot → silje: Adressen og det du ellers skrev, ser og endrer du her:
              [Se og endre ↗]
        lør 10:00 ⌂ hjemmetjenesten bot: (edited) Hvor mange frivillige?
              Svar på denne meldingen, ellers ser jeg det ikke.
        lør 10:00 ⌂ hjemmetjenesten bot: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
        lør 10:00 ⌂ hjemmetjenesten bot: (deleted)
        lør 10:00 ⌂ hjemmetjenesten silje (reply): kl 17 i stedet
        lør 10:00 ⌂ hjemmetjenesten bot: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 ⌂ hjemmetjenesten bot: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
        lør 10:00 ⌂ hjemmetjenesten bot: (deleted)
        lør 10:00 silje presses: [Send]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 17–19
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 ⌂ hjemmetjenesten bot: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
        lør 10:00 ⌂ hjemmetjenesten bot: Sendt som oppdrag #1. Du får svar senest søndag kl. 13.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // A reply to the bot is a need as well; what people say to each other is not for it.
    fjellvik
        .says_in("hjemmetjenesten", "silje", "Trenger 2 stk til å handle på Torget på mandag kl 10-11")
        .await;
    fjellvik
        .answers_in("hjemmetjenesten", "silje", "Trenger 2 stk til å handle på Torget på mandag kl 10-11")
        .await;
    expect![[r#"
        lør 10:00 ⌂ hjemmetjenesten silje: Trenger 2 stk til å handle på Torget på mandag kl 10-11
        lør 10:00 ⌂ hjemmetjenesten silje (reply): Trenger 2 stk til å handle på Torget på mandag kl 10-11
        lør 10:00 bot → silje: Adressen og det du ellers skrev, ser og endrer du her:
              [Se og endre ↗]
        lør 10:00 ⌂ hjemmetjenesten bot: Slik forstår jeg behovet:
              Handletur, 2 frivillige, mandag 23. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 20:55.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
        lør 10:00 ⌂ hjemmetjenesten bot: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_clubs_group_hears_of_no_draft(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says_in("fjellvik-il", "silje", &format!("/behov {NEED}")).await;
    fjellvik.answers_in("nordre-il", "silje", NEED).await;
    fjellvik.says_in("bridge-club", "silje", &format!("/behov {NEED}")).await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il silje: /behov Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 ⌂ fjellvik-il bot: Behov tar jeg imot privat eller i kommunens egen gruppe, så ingen andre ser adressen.
        lør 10:00 ⌂ fjellvik-il bot: (deleted)
        lør 10:00 ⌂ nordre-il silje (reply): Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 ⌂ nordre-il bot: Behov tek eg imot privat eller i gruppa til kommunen, så ingen andre ser adressa.
        lør 10:00 ⌂ nordre-il bot: (deleted)
        lør 10:00 ⌂ bridge-club silje: /behov Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 ⌂ bridge-club bot: Behov tar jeg imot privat eller i kommunens egen gruppe, så ingen andre ser adressen.
        lør 10:00 ⌂ bridge-club bot: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request").await, 0);
    fjellvik.is_at_rest().await;
}

async fn a_draft_is_its_requesters(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says_in("hjemmetjenesten", "silje", &format!("/behov {NEED}")).await;
    fjellvik.forget();
    fjellvik.presses_in("hjemmetjenesten", "anne", "Send").await;
    fjellvik.answers_in("hjemmetjenesten", "anne", "3 stk").await;
    fjellvik.presses_in("hjemmetjenesten", "kari", "Send").await;
    fjellvik.presses_in("hjemmetjenesten", "stranger", "Forkast").await;
    expect![[r#"
        lør 10:00 anne presses: [Send]
        lør 10:00 bot ⇢ anne: (toast) Det er Silje Aune som har meldt dette behovet. Bare den som meldte det, kan endre eller sende det.
        lør 10:00 ⌂ hjemmetjenesten anne (reply): 3 stk
        lør 10:00 ⌂ hjemmetjenesten bot: Det er Silje Aune som har meldt dette behovet. Bare den som meldte det, kan endre eller sende det.
        lør 10:00 kari presses: [Send]
        lør 10:00 bot ⇢ kari: (toast) Det er Silje Aune som har meldt dette behovet. Bare den som meldte det, kan endre eller sende det.
        lør 10:00 stranger presses: [Forkast]
        lør 10:00 bot ⇢ stranger: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 0);
    fjellvik.presses_in("hjemmetjenesten", "silje", "Send").await;
    fjellvik.forget();
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 1);
    fjellvik.is_at_rest().await;
}

async fn a_coordinator_asks_and_dispatches(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("bjorn", NEED).await;
    fjellvik.presses("bjorn", "Send").await;
    expect![[r#"
        lør 10:00 bjorn → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → bjorn: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → bjorn: (deleted)
        lør 10:00 bjorn presses: [Send]
        lør 10:00 bot ⇢ bjorn: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → bjorn: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → bjorn: Sendt som oppdrag #1. Du får svar senest søndag kl. 12.
              [Se og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
