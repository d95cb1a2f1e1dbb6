//! What is missing or unsure in a need is asked for, one question at a time.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    an_impossible_date_leaves_the_service_as_it_was,
    buttons_fill_what_is_missing,
    words_fill_what_is_missing,
    labels_and_numbers_are_typed,
    an_unknown_street_is_asked_about,
    an_impossible_date_is_asked_about,
    what_is_not_understood_is_asked_again,
    several_needs_and_recurring_ones,
    health_words_are_left_out,
);

async fn buttons_fill_what_is_missing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "/behov Trenger folk").await;
    fjellvik.presses("silje", "Snømåking").await;
    fjellvik.presses("silje", "3").await;
    fjellvik.presses("silje", "I morgen").await;
    fjellvik.presses("silje", "kl. 16").await;
    fjellvik.presses("silje", "2 timer").await;
    fjellvik.presses("silje", "Sentrum").await;
    expect![[r#"
        lør 10:00 silje → bot: /behov Trenger folk
        lør 10:00 bot → silje: Hva slags hjelp trengs?
              [Snømåking] [Besøk]
              [Matombringing] [Skyss]
              [Følge] [Aktivitet]
              [Handletur] [Hagearbeid]
              [Hjelp med data og telefon] [Annen hjelp]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Snømåking]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Hva slags hjelp trengs?
              Du svarte: Snømåking
        lør 10:00 bot → silje: Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 silje presses: [3]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Hvor mange frivillige?
              Du svarte: 3
        lør 10:00 bot → silje: Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 silje presses: [I morgen]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Hvilken dag?
              Du svarte: I morgen
        lør 10:00 bot → silje: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        lør 10:00 silje presses: [kl. 16]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
              Du svarte: kl. 16
        lør 10:00 bot → silje: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        lør 10:00 silje presses: [2 timer]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Hvor lenge? Velg, eller skriv når det er slutt.
              Du svarte: 2 timer
        lør 10:00 bot → silje: Hvor er det? Velg sone, eller skriv adressen.
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 silje presses: [Sentrum]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Hvor er det? Velg sone, eller skriv adressen.
              Du svarte: Sentrum
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn words_fill_what_is_missing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Kan noen måke snø?").await;
    fjellvik.says("silje", "to stykker").await;
    fjellvik.says("silje", "på mandag").await;
    fjellvik.says("silje", "halv fem").await;
    fjellvik.says("silje", "halvannen time").await;
    fjellvik.says("silje", "Storgata 5").await;
    expect![[r#"
        lør 10:00 silje → bot: Kan noen måke snø?
        lør 10:00 bot → silje: Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: to stykker
        lør 10:00 bot → silje: (edited) Hvilken dag?
        lør 10:00 bot → silje: Notert.
              Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: på mandag
        lør 10:00 bot → silje: (edited) Notert.
              Hvilken dag?
        lør 10:00 bot → silje: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: halv fem
        lør 10:00 bot → silje: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
        lør 10:00 bot → silje: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: halvannen time
        lør 10:00 bot → silje: (edited) Hvor lenge? Velg, eller skriv når det er slutt.
        lør 10:00 bot → silje: Hvor er det? Velg sone, eller skriv adressen.
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: Storgata 5
        lør 10:00 bot → silje: (edited) Hvor er det? Velg sone, eller skriv adressen.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16:30–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12:30.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn labels_and_numbers_are_typed(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "/behov noe").await;
    fjellvik.says("silje", "snømåking").await;
    fjellvik.says("silje", "40").await;
    fjellvik.says("silje", "i morgen").await;
    fjellvik.says("silje", "16").await;
    fjellvik.says("silje", "18").await;
    fjellvik.says("silje", "øvrebygda").await;
    fjellvik.says("silje", "hva skjer hvis ingen svarer?").await;
    fjellvik.says("silje", "endre").await;
    fjellvik.says("silje", "3 stk").await;
    fjellvik.says("silje", "SEND").await;
    expect![[r#"
        lør 10:00 silje → bot: /behov noe
        lør 10:00 bot → silje: Hva slags hjelp trengs?
              [Snømåking] [Besøk]
              [Matombringing] [Skyss]
              [Følge] [Aktivitet]
              [Handletur] [Hagearbeid]
              [Hjelp med data og telefon] [Annen hjelp]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: snømåking
        lør 10:00 bot → silje: (edited) Hva slags hjelp trengs?
              Du svarte: Snømåking
        lør 10:00 bot → silje: Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 silje → bot: 40
        lør 10:00 bot → silje: Det forsto jeg ikke.
              Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: i morgen
        lør 10:00 bot → silje: (edited) Hvilken dag?
              Du svarte: I morgen
        lør 10:00 bot → silje: (edited) Det forsto jeg ikke.
              Hvilken dag?
              Du svarte: I morgen
        lør 10:00 bot → silje: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        lør 10:00 silje → bot: 16
        lør 10:00 bot → silje: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
        lør 10:00 bot → silje: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 18
        lør 10:00 bot → silje: (edited) Hvor lenge? Velg, eller skriv når det er slutt.
        lør 10:00 bot → silje: Hvor er det? Velg sone, eller skriv adressen.
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: øvrebygda
        lør 10:00 bot → silje: (edited) Hvor er det? Velg sone, eller skriv adressen.
              Du svarte: Øvrebygda
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 16–18
              Sone Øvrebygda (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 silje → bot: hva skjer hvis ingen svarer?
        lør 10:00 bot → silje: Hvis ingen svarer, skjer dette:
              lørdag kl. 10: Fjellvik IL blir spurt.
              lørdag kl. 18: én påminnelse i gruppa.
              lørdag kl. 20: Nordre IL blir spurt.
              lørdag kl. 20:55: de som har sagt at de kan stå klare, blir spurt.
              søndag kl. 10: Bjørn Moe, som har vakt, får beskjed.
              søndag kl. 10:20: stedfortreder Anne Berg, hvis vakten ikke svarer.
              søndag kl. 10:40: Inger Holt, kommunens kontakt, hvis ingen av dem svarer.
              søndag kl. 12: du får svar uansett.
        lør 10:00 silje → bot: endre
        lør 10:00 bot → silje: Skriv hva som skal endres, for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger».
        lør 10:00 silje → bot: 3 stk
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 16–18
              Sone Øvrebygda (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18
              Sone Øvrebygda (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: SEND
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18
              Sone Øvrebygda (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest søndag kl. 12.
              [Se og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Øvrebygda
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 3 av 3

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn an_unknown_street_is_asked_about(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking hos henne i Ukjentvegen 7 i morgen kl 16-18").await;
    // A change while something is asked is a change, and not the answer.
    fjellvik.says("silje", "kl 17 i stedet").await;
    fjellvik.says("silje", "nordre").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking hos henne i Ukjentvegen 7 i morgen kl 16-18
        lør 10:00 bot → silje: Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: kl 17 i stedet
        lør 10:00 bot → silje: (edited) Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
        lør 10:00 bot → silje: Notert.
              Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: nordre
        lør 10:00 bot → silje: (edited) Notert.
              Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
              Du svarte: Nordre
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Nordre (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn an_impossible_date_is_asked_about(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 30. februar kl 16-18").await;
    fjellvik.says("silje", "1. desember").await;
    fjellvik.says("silje", "31. november i stedet").await;
    fjellvik.presses("silje", "I morgen").await;
    fjellvik.says("silje", "Forkast").await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i dag kl 8-9").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 30. februar kl 16-18
        lør 10:00 bot → silje: Tidspunktet finnes ikke eller er passert, så jeg spør heller.
              Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 1. desember
        lør 10:00 bot → silje: (edited) Tidspunktet finnes ikke eller er passert, så jeg spør heller.
              Hvilken dag?
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, tirsdag 1. desember kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag 1. desember kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 31. november i stedet
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, tirsdag 1. desember kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag 1. desember kl. 12.
        lør 10:00 bot → silje: Tidspunktet finnes ikke eller er passert, så jeg spør heller.
              Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [I morgen]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Tidspunktet finnes ikke eller er passert, så jeg spør heller.
              Hvilken dag?
              Du svarte: I morgen
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 silje → bot: Forkast
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i dag kl 8-9
        lør 10:00 bot → silje: Det tidspunktet er passert.
              Hvilken dag?
              [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_is_not_understood_is_asked_again(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger folk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("silje", "tja").await;
    fjellvik.says("silje", "200").await;
    fjellvik.says("silje", "2").await;
    fjellvik.says("silje", "tja").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger folk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → silje: Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: tja
        lør 10:00 bot → silje: Det forsto jeg ikke.
              Skal det du skrev, stå som en beskjed til dem som kommer?
              Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
              [Legg til som beskjed]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 200
        lør 10:00 bot → silje: (edited) Hvor mange frivillige?
        lør 10:00 bot → silje: (edited) Det forsto jeg ikke.
              Skal det du skrev, stå som en beskjed til dem som kommer?
              Hvor mange frivillige?
        lør 10:00 bot → silje: Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 2
        lør 10:00 bot → silje: (edited) Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Hvor mange frivillige?
              Du svarte: 2
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 silje → bot: tja
        lør 10:00 bot → silje: Det forsto jeg ikke som en endring. Skriv for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger» – eller bruk knappene.
              Skal det du skrev, stå som en beskjed til dem som kommer?
              [Legg til som beskjed]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn several_needs_and_recurring_ones(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik
        .says("silje", "Snømåking i Storgata 5 i morgen kl 10-12, 2 stk. Følge til legen på fredag kl 12.")
        .await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.presses("silje", "1 time").await;
    fjellvik.presses("silje", "Sentrum").await;
    fjellvik.presses("silje", "Forkast").await;
    fjellvik.says("silje", "Følge til trening hver tirsdag kl 11-12 fra Storgata 5").await;
    expect![[r#"
        lør 10:00 silje → bot: Snømåking i Storgata 5 i morgen kl 10-12, 2 stk. Følge til legen på fredag kl 12.
        lør 10:00 bot → silje: Jeg leser 2 behov i meldingen og tar dem ett om gangen. Først dette:
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 10–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 20:55.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Send]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → silje: (edited) Jeg leser 2 behov i meldingen og tar dem ett om gangen. Først dette:
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 10–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 20:55.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest lørdag kl. 20:55.
              [Se og endre ↗]
        lør 10:00 bot → silje: Så til det neste: Følge.
              Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 10–12
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 silje presses: [1 time]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Så til det neste: Følge.
              Hvor lenge? Velg, eller skriv når det er slutt.
              Du svarte: 1 time
        lør 10:00 bot → silje: Hvor er det? Velg sone, eller skriv adressen.
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 silje presses: [Sentrum]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Hvor er det? Velg sone, eller skriv adressen.
              Du svarte: Sentrum
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Følge, én frivillig, fredag 27. november kl. 12–13
              Sone Sentrum (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest fredag kl. 08.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 silje presses: [Forkast]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Følge, én frivillig, fredag 27. november kl. 12–13
              Sone Sentrum (det gruppa ser).
              Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest fredag kl. 08.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 silje → bot: Følge til trening hver tirsdag kl 11-12 fra Storgata 5
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Følge, én frivillig, tirsdag 24. november kl. 11–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Faste oppdrag kan jeg ikke lage ennå. Dette blir bare den første gangen.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest tirsdag kl. 07.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn health_words_are_left_out(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Besøk hos dement dame i Storgata 5 i morgen kl 11-12").await;
    fjellvik.says("silje", "legg til: får insulin av hjemmetjenesten").await;
    expect![[r#"
        lør 10:00 silje → bot: Besøk hos dement dame i Storgata 5 i morgen kl 11-12
        lør 10:00 bot → silje: Jeg tok ikke med helseopplysninger. De skal ikke stå her, og de frivillige trenger dem ikke.
              Slik forstår jeg behovet:
              Besøk, én frivillig, søndag 22. november kl. 11–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 07.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: legg til: får insulin av hjemmetjenesten
        lør 10:00 bot → silje: (edited) Jeg tok ikke med helseopplysninger. De skal ikke stå her, og de frivillige trenger dem ikke.
              Slik forstår jeg behovet:
              Besøk, én frivillig, søndag 22. november kl. 11–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 07.
        lør 10:00 bot → silje: Lagt til.
              Jeg tok ikke med helseopplysninger. De skal ikke stå her, og de frivillige trenger dem ikke.
              Slik forstår jeg behovet:
              Besøk, én frivillig, søndag 22. november kl. 11–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 07.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn an_impossible_date_leaves_the_service_as_it_was(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("silje", "flytt det til 31. februar").await;
    fjellvik.forget();
    fjellvik.says("silje", "mandag").await;
    expect![[r#"
        lør 10:00 silje → bot: mandag
        lør 10:00 bot → silje: (edited) Tidspunktet finnes ikke eller er passert, så jeg spør heller.
              Hvilken dag?
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}
