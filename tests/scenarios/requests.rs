//! Scene 1: a need becomes a task.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(a_need_becomes_a_task);

async fn a_need_becomes_a_task(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes").await;
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    fjellvik.presses("silje", "Send").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Spørres: Fjellvik IL, deretter Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?]
              [Se adressen ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Hva skjer hvis ingen svarer?]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Hvis ingen svarer, skjer dette:
              lørdag kl. 10: Fjellvik IL blir spurt.
              lørdag kl. 18: én påminnelse i gruppa.
              lørdag kl. 20: Nordre IL blir spurt.
              lørdag kl. 20:55: de som har sagt at de kan stå klare, blir spurt.
              søndag kl. 10: Bjørn Moe på vakt får beskjed.
              søndag kl. 10:20: stedfortreder Anne Berg, hvis vakta ikke svarer.
              søndag kl. 10:40: Inger Holt, kommunens kontakt, hvis ingen av dem svarer.
              søndag kl. 12: du får svar, uansett.
        lør 10:00 silje presses: [Send]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest søndag kl. 12.
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.
      
              Svar på denne meldingen med «ja», eller trykk:
              Ledig: 2 av 2
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
