//! "Feil forstått": shown as it would be kept, kept on a yes, gone on a no, and gone with the one who wrote it.

use expect_test::expect;
use tannhjul::store::Db;
use tannhjul::store::misread::{Kind, Misread};

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_reply_is_kept_on_a_yes,
    a_no_keeps_nothing,
    a_request_names_nobody,
    nobody_else_may_answer
);

const SNOW: &str = "Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18";
const ROUNDABOUT: &str = "Gunvor sa det var pent utenfor hos Qwertina, tlf 99 88 77 66";

/// A reply that the bot asked about, shown as it would be kept.
async fn shown(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "hanne", ROUNDABOUT).await;
    fjellvik.presses("hanne", "Feil forstått").await;
    fjellvik.presses("hanne", "Nei").await;
    fjellvik
}

async fn kept(fjellvik: &World) -> Vec<Misread> {
    let mut tx = fjellvik.db.read().await.expect("read");
    let kept = tx.kept_misreads(&fjellvik.around.key).await.expect("opened with the key");
    kept.into_iter().map(|reported| reported.words).collect()
}

async fn a_reply_is_kept_on_a_yes(db: Db) {
    let mut fjellvik = shown(db).await;
    assert_eq!(kept(&fjellvik).await, []);
    fjellvik.presses("hanne", "Ja, lagre").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il hanne (reply): Gunvor sa det var pent utenfor hos Qwertina, tlf 99 88 77 66
        lør 10:00 bot → hanne: Jeg er usikker på hva du mente. Kan du ta #1?
              [Jeg kan] [Kan ikke]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 hanne presses: [Feil forstått]
        lør 10:00 bot ⇢ hanne: (toast) 
        lør 10:00 bot → hanne: Takk for at du sier fra. Hva mente du?
              [Ja] [Nei]
              [Kanskje] [Ja, men bare delvis]
              [Et spørsmål] [Blir forsinket]
        lør 10:00 hanne presses: [Nei]
        lør 10:00 bot ⇢ hanne: (toast) 
        lør 10:00 bot → hanne: (edited) Takk for at du sier fra. Hva mente du?
              Du svarte: Nei
        lør 10:00 bot → hanne: Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
              Du skrev: «[…] sa det var pent utenfor hos […], tlf […]»
              Jeg forsto: Noe annet
              Du mente: Nei
              Navn, steder og lange tall er tatt ut. Får det bli lagret?
              [Ja, lagre] [Nei, ikke lagre]
        lør 10:00 hanne presses: [Ja, lagre]
        lør 10:00 bot ⇢ hanne: (toast) Takk! Det er lagret. Det slettes hvis du ber om å bli slettet.
        lør 10:00 bot → hanne: (edited) Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
              Du skrev: «[…] sa det var pent utenfor hos […], tlf […]»
              Jeg forsto: Noe annet
              Du mente: Nei
              Navn, steder og lange tall er tatt ut. Får det bli lagret?
              Du svarte: Ja, lagre
    "#]].assert_eq(&fjellvik.transcript());
    let words = kept(&fjellvik).await.pop().expect("it is kept");
    assert_eq!(words.text, "[…] sa det var pent utenfor hos […], tlf […]");
    assert_eq!((words.read.as_deref(), words.meant.as_deref()), (Some("unrelated"), Some("decline")));
    assert_eq!(words.of, Kind::Reply { already_accepted: false });
    // The writer finds it among what is held on them, and it goes when they go.
    fjellvik.says("hanne", "/minedata").await;
    assert!(fjellvik.chat.document("p:hanne").content.contains("sa det var pent utenfor hos […]"));
    fjellvik.says("hanne", "/slettmeg").await;
    fjellvik.presses("hanne", "Ja, slett meg").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM misread").await, 0);
    fjellvik.is_at_rest().await;
}

async fn a_no_keeps_nothing(db: Db) {
    let mut fjellvik = shown(db).await;
    fjellvik.forget();
    fjellvik.presses("hanne", "Nei, ikke lagre").await;
    expect![[r#"
        lør 10:00 hanne presses: [Nei, ikke lagre]
        lør 10:00 bot ⇢ hanne: (toast) Greit. Ingenting er lagret.
        lør 10:00 bot → hanne: (edited) Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
              Du skrev: «[…] sa det var pent utenfor hos […], tlf […]»
              Jeg forsto: Noe annet
              Du mente: Nei
              Navn, steder og lange tall er tatt ut. Får det bli lagret?
              Du svarte: Nei, ikke lagre
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM misread").await, 0);
    // What nobody answered is gone after a week, whether or not somebody is offered another.
    fjellvik.replies("fjellvik-il", "hanne", ROUNDABOUT).await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM misread").await, 1);
    fjellvik.asked_for("Trenger 1 stk til snømåking i Storgata 5 mandag 30. november kl 16-18").await;
    fjellvik.time_passes_until("2026-11-27T12:00:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM misread").await, 1);
    fjellvik.time_passes_until("2026-11-29T12:00:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM misread").await, 0);
    assert_eq!(kept(&fjellvik).await, []);
    fjellvik.is_at_rest().await;
}

async fn a_request_names_nobody(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik
        .says(
            "silje",
            "Trenger 2 stk til snømåking hos fru Zqxberg i Storgata 5 i morgen kl 16-18, spade finnes",
        )
        .await;
    fjellvik.presses("silje", "Feil forstått").await;
    fjellvik.presses("silje", "Antallet").await;
    fjellvik.presses("silje", "Ja, lagre").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking hos fru Zqxberg i Storgata 5 i morgen kl 16-18, spade finnes
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Feil forstått]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Takk for at du sier fra. Hva ble feil?
              [Tjenesten] [Antallet]
              [Tiden] [Stedet]
              [Noe annet]
        lør 10:00 silje presses: [Antallet]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: (edited) Takk for at du sier fra. Hva ble feil?
              Du svarte: Antallet
        lør 10:00 bot → silje: Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
              Du skrev: «Trenger 2 stk til snømåking hos […] i […] i morgen kl 16-18, […]»
              Dette ble feil: Antallet
              Navn, steder, merknader og lange tall er tatt ut. Får det bli lagret?
              [Ja, lagre] [Nei, ikke lagre]
        lør 10:00 silje presses: [Ja, lagre]
        lør 10:00 bot ⇢ silje: (toast) Takk! Det er lagret. Det slettes hvis du ber om å bli slettet.
        lør 10:00 bot → silje: (edited) Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
              Du skrev: «Trenger 2 stk til snømåking hos […] i […] i morgen kl 16-18, […]»
              Dette ble feil: Antallet
              Navn, steder, merknader og lange tall er tatt ut. Får det bli lagret?
              Du svarte: Ja, lagre
    "#]].assert_eq(&fjellvik.transcript());
    let words = kept(&fjellvik).await.pop().expect("it is kept");
    for recipient in ["Zqxberg", "Storgata", "spade"] {
        assert!(!words.text.contains(recipient), "{}", words.text);
    }
    assert_eq!(words.meant.as_deref(), Some("people"));
    assert!(matches!(words.of, Kind::Request { .. }));
    fjellvik.is_at_rest().await;
}

async fn nobody_else_may_answer(db: Db) {
    let mut fjellvik = shown(db).await;
    let id = fjellvik.count("SELECT id AS count FROM misread").await;
    fjellvik.forget();
    fjellvik.presses_data("kari", &format!("keep:{id}:yes")).await;
    fjellvik.presses_data("hanne", &format!("keep:{id}:no")).await;
    fjellvik.presses_data("hanne", &format!("keep:{id}:yes")).await;
    expect![[r#"
        lør 10:00 kari presses: <keep:1:yes>
        lør 10:00 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 hanne presses: <keep:1:no>
        lør 10:00 bot ⇢ hanne: (toast) Greit. Ingenting er lagret.
        lør 10:00 hanne presses: <keep:1:yes>
        lør 10:00 bot ⇢ hanne: (toast) Dette finnes ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(kept(&fjellvik).await, []);
    fjellvik.is_at_rest().await;
}
