//! What somebody must act on and no chat takes goes by e-mail, where an SMTP server is set.

use std::process::{Child, Command};
use std::sync::Arc;

use chrono::TimeDelta;
use expect_test::expect;
use tannhjul::apply;
use tannhjul::audit::Auditor;
use tannhjul::chat::{Event, SendError};
use tannhjul::clock::Clock;
use tannhjul::config::{MailSettings, SecretText};
use tannhjul::domain::check::{Finding, check};
use tannhjul::domain::ids::PersonId;
use tannhjul::mail::Mailer;
use tannhjul::store::Db;
use tannhjul::text::Message;

use crate::copies::tannhjul;
use crate::databases::on_both_engines;
use crate::smtp::{Letter, SmtpServer};
use crate::world::{FJELLVIK, World};

on_both_engines!(
    who_can_not_be_written_to_gets_a_letter,
    whoever_asked_gets_the_answer_by_e_mail,
    a_dead_platform_is_not_silence,
    what_the_chat_takes_after_all_is_not_mailed,
    a_mail_server_that_is_down_is_tried_again,
    a_mail_server_that_hangs_holds_up_no_chat,
    one_letter_that_is_refused_holds_up_no_other,
    a_server_that_does_not_know_us_is_told_of,
    a_letter_that_waits_too_long_is_given_up,
    who_takes_over_sends_what_was_under_way,
    an_answer_that_was_cut_off_is_given_again_under_the_same_name,
    two_processes_send_each_letter_once,
    what_waited_in_a_backup_is_not_sent,
    the_auditor_writes_when_no_message_gets_out,
    somebody_on_duty_has_no_address,
    without_a_server_nothing_is_kept,
    it_goes_with_the_person,
    whose_name_is_in_a_letter_is_forgotten_after_it,
    the_program_does_it,
);

pub struct Post {
    server: SmtpServer,
    mailer: Arc<Mailer>,
}

impl Post {
    pub async fn of(fjellvik: &World) -> Self {
        let server = SmtpServer::start().await;
        let mailer = Arc::new(mailer(fjellvik, &server));
        Self { server, mailer }
    }

    /// The letters that have gone out by now, and were not asked for before.
    pub async fn letters(&self) -> Vec<Letter> {
        self.mailer.send().await.expect("it is read and noted");
        self.server.take()
    }

    /// The same as somebody reads them.
    async fn goes_out(&self) -> String {
        let shown = |letter: Letter| format!("{}: {}\n\n{}\n\n", letter.to, letter.subject, letter.text);
        self.letters().await.into_iter().map(shown).collect()
    }

    /// Whom they went to.
    async fn goes_to(&self) -> Vec<String> {
        self.letters().await.into_iter().map(|letter| letter.to).collect()
    }
}

fn mailer(fjellvik: &World, server: &SmtpServer) -> Mailer {
    let settings = MailSettings {
        smtp_url: SecretText::new(server.url()),
        from: "Tannhjul <tannhjul@fjellvik.example>".to_owned(),
    };
    Mailer::new(fjellvik.db.clone(), fjellvik.engine.clone(), &settings).expect("settings")
}

/// Fjellvik with a need for Sunday at four, of somebody whose name must be nowhere. Bjørn has the duty, then Anne, then Inger.
async fn with_a_need(db: Db) -> World {
    let mut fjellvik = World::with_mail(db, FJELLVIK).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking hos Olga Hansen i Storgata 5 i morgen kl 16-18").await;
    fjellvik
}

impl World {
    /// Somebody blocks the bot, and the platform says so.
    async fn is_left_by(&mut self, person: &str) {
        let private = self.private(person);
        self.happens(private, person, Event::BotPresent(false)).await;
    }

    /// The platform takes nothing for these people for a good while.
    fn takes_nothing_for(&self, people: &[&str]) {
        for person in people {
            let down = std::iter::repeat_with(|| SendError::Temporary("502".to_owned())).take(18);
            self.chat.fail(&format!("p:{person}"), down);
        }
    }

    fn minutes_pass(&self, minutes: i64) {
        self.engine.clock.set(self.now() + TimeDelta::minutes(minutes));
    }

    async fn letters(&self, state: &'static str) -> i64 {
        let mut tx = self.db.read().await.expect("read");
        let (count,): (i64,) =
            tx.one("SELECT COUNT(*) FROM mail WHERE state = $1", (state,)).await.expect("counted");
        count
    }

    /// Something that Anne must act on and that waits to be sent by e-mail.
    async fn anne_is_written_to(&self, key: &str) {
        let anne = PersonId(self.id_of("anne").await);
        let mut tx = self.db.begin().await.expect("a transaction");
        tx.insert_mail(key, anne, None, &Message::AuditClockStands.into(), (self.now(), self.now()))
            .await
            .expect("written");
        tx.commit().await.expect("committed");
    }

    async fn found(&self, auditor: &mut Auditor) -> Vec<&'static str> {
        self.engine.tick().await.expect("a tick");
        auditor.look().await.expect("it looks")
    }
}

async fn who_can_not_be_written_to_gets_a_letter(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.is_left_by("bjorn").await;
    // Of Anne it shows only when something is sent.
    fjellvik.chat.block("p:anne");
    fjellvik.time_passes_until("2026-11-22T09:59:00").await;
    assert_eq!(post.goes_out().await, "");
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    let letters = post.goes_out().await;
    expect![[r#"
        bjorn.moe@fjellvik.example: Fjellvik kommune: #1 venter på deg

        Hei! Dette ville jeg si deg i chatten søndag kl. 10, men jeg nådde ikke fram:

        #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        Spurt: Fjellvik IL (ingen svar)
        Spurt: Nordre IL (ingen svar)
        Den som meldte behovet, er lovet svar senest søndag kl. 12.

        Knappene blir ikke med i en e-post. Åpne chatten med meg og trykk Start, så kan du svare der. Får du ikke åpnet den, så ring dem det gjelder, eller Fjellvik kommune, 10 00 00 00.
        Fjellvik kommune har gitt meg adressen din for slike beskjeder. Svar på denne e-posten blir ikke lest.

        anne.berg@fjellvik.example: Fjellvik kommune: #1 venter på deg

        Hei! Dette ville jeg si deg i chatten søndag kl. 10, men jeg nådde ikke fram:

        #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        Spurt: Fjellvik IL (ingen svar)
        Spurt: Nordre IL (ingen svar)
        Fikk ikke tak i: Bjørn Moe
        Den som meldte behovet, er lovet svar senest søndag kl. 12.

        Knappene blir ikke med i en e-post. Åpne chatten med meg og trykk Start, så kan du svare der. Får du ikke åpnet den, så ring dem det gjelder, eller Fjellvik kommune, 10 00 00 00.
        Fjellvik kommune har gitt meg adressen din for slike beskjeder. Svar på denne e-posten blir ikke lest.

    "#]].assert_eq(&letters);
    assert!(!letters.contains("Olga") && !letters.contains("Storgata"), "{letters}");
    // Who hears it in the chat gets no letter, and nobody gets one twice.
    assert!(fjellvik.transcript().contains("bot → inger: #1 mangler 2 av 2"));
    fjellvik.time_passes_until("2026-11-22T10:15:00").await;
    assert_eq!(post.goes_out().await, "");
    let figures = fjellvik.engine.metrics.write(&Default::default(), TimeDelta::zero(), fjellvik.now());
    assert!(figures.expect("figures").contains("\ntannhjul_mail_sent_total 2\n"));
    fjellvik.is_at_rest().await;
}

async fn whoever_asked_gets_the_answer_by_e_mail(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.chat.block("p:silje");
    fjellvik.time_passes_until("2026-11-22T12:01:00").await;
    expect![[r#"
        silje.aune@fjellvik.example: Fjellvik kommune: #1 venter på deg

        Hei! Dette ville jeg si deg i chatten søndag kl. 12, men jeg nådde ikke fram:

        #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?

        Knappene blir ikke med i en e-post. Åpne chatten med meg og trykk Start, så kan du svare der. Får du ikke åpnet den, så ring dem det gjelder, eller Fjellvik kommune, 10 00 00 00.
        Fjellvik kommune har gitt meg adressen din for slike beskjeder. Svar på denne e-posten blir ikke lest.

    "#]].assert_eq(&post.goes_out().await);
    let said = fjellvik.transcript();
    assert!(said.contains("bot → bjorn: Jeg når ikke Silje Aune"), "a letter is no answer: {said}");
}

async fn a_dead_platform_is_not_silence(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T09:59:00").await;
    fjellvik.forget();
    fjellvik.takes_nothing_for(&["bjorn", "anne", "inger", "silje"]);
    fjellvik.time_passes_until("2026-11-22T10:09:59").await;
    assert_eq!(post.goes_out().await, "", "it may only stumble");
    fjellvik.time_passes_until("2026-11-22T10:10:00").await;
    expect![[r#"
        bjorn.moe@fjellvik.example: Fjellvik kommune: #1 venter på deg

        Hei! Dette ville jeg si deg i chatten søndag kl. 10, men jeg nådde ikke fram:

        #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        Spurt: Fjellvik IL (ingen svar)
        Spurt: Nordre IL (ingen svar)
        Den som meldte behovet, er lovet svar senest søndag kl. 12.

        Knappene blir ikke med i en e-post. Åpne chatten med meg og trykk Start, så kan du svare der. Får du ikke åpnet den, så ring dem det gjelder, eller Fjellvik kommune, 10 00 00 00.
        Fjellvik kommune har gitt meg adressen din for slike beskjeder. Svar på denne e-posten blir ikke lest.

    "#]].assert_eq(&post.goes_out().await);
    assert_eq!(post.goes_out().await, "", "once");
    fjellvik.restarts();
    assert_eq!(post.goes_out().await, "", "also after a restart");
    assert_eq!(fjellvik.transcript(), "");
    // Everybody who is rung in vain gets one.
    for (until, to) in [
        ("2026-11-22T10:29:59", None),
        ("2026-11-22T10:30:00", Some("anne.berg@fjellvik.example")),
        ("2026-11-22T10:49:59", None),
        ("2026-11-22T10:50:00", Some("inger.holt@fjellvik.example")),
    ] {
        fjellvik.time_passes_until(until).await;
        assert_eq!(post.goes_to().await, Vec::from_iter(to));
    }
    // When the chat takes it after all it is said there too: a repeat does no harm.
    fjellvik.time_passes_until("2026-11-22T15:00:00").await;
    assert!(fjellvik.transcript().contains("bot → bjorn: #1 mangler 2 av 2"));
    fjellvik.is_at_rest().await;
}

async fn what_the_chat_takes_after_all_is_not_mailed(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T09:59:00").await;
    fjellvik.takes_nothing_for(&["bjorn"]);
    post.server.is_down(true);
    fjellvik.time_passes_until("2026-11-22T10:12:00").await;
    assert_eq!(post.goes_out().await, "");
    assert_eq!(fjellvik.letters("pending").await, 1);
    fjellvik.time_passes_until("2026-11-22T11:30:00").await;
    post.server.is_down(false);
    assert_eq!(post.goes_out().await, "");
    assert_eq!(fjellvik.letters("dropped").await, 1);
}

async fn a_mail_server_that_is_down_is_tried_again(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    let mut auditor = Auditor::new(fjellvik.db.clone(), fjellvik.engine.clone(), None);
    fjellvik.is_left_by("bjorn").await;
    fjellvik.is_left_by("anne").await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    post.server.is_down(true);
    assert_eq!(post.goes_out().await, "");
    // The first was tried; whoever hangs up on it is not asked for the second.
    assert_eq!(post.server.calls(), 1);
    assert_eq!(fjellvik.found(&mut auditor).await, [""; 0]);
    assert_eq!(post.goes_out().await, "");
    assert_eq!(post.goes_out().await, "", "not at once");
    assert_eq!(post.server.calls(), 2);
    for _ in 0..16 {
        fjellvik.minutes_pass(1);
        assert_eq!(post.goes_out().await, "");
    }
    // After one minute, two, four and eight, each of them.
    assert_eq!(post.server.calls(), 10);
    fjellvik.settle().await;
    fjellvik.forget();
    assert_eq!(fjellvik.found(&mut auditor).await, ["mail_stuck"]);
    fjellvik.minutes_pass(1);
    assert_eq!(fjellvik.found(&mut auditor).await, ["mail_stuck"]);
    fjellvik.settle().await;
    let now = fjellvik.now();
    let readings = fjellvik.db.read().await.expect("read").readings(now).await.expect("readings");
    let figures = fjellvik.engine.metrics.write(&readings, TimeDelta::zero(), now).expect("figures");
    assert!(figures.contains("\ntannhjul_mail_oldest_seconds 1020.0\n"), "{figures}");
    assert!(figures.contains("\ntannhjul_mail_failed_total 10\n"), "{figures}");
    post.server.is_down(false);
    fjellvik.minutes_pass(15);
    let mut went_to = post.goes_to().await;
    went_to.sort();
    assert_eq!(went_to, ["anne.berg@fjellvik.example", "bjorn.moe@fjellvik.example"]);
    assert_eq!(fjellvik.found(&mut auditor).await, [""; 0]);
    fjellvik.settle().await;
    let said = fjellvik.transcript();
    let told: Vec<&str> = said.lines().filter(|line| line.contains("bot → jonas: E-post")).collect();
    expect![[r#"
        søn 10:17 bot → jonas: E-posten min kommer ikke av gårde, og det har den ikke gjort siden søndag kl. 10. Svikter chatten også, når jeg ingen. Be den som drifter Tannhjul, se på e-posttjeneren.
        søn 10:32 bot → jonas: E-posten min kommer av gårde igjen."#]].assert_eq(&told.join("\n"));
}

async fn a_mail_server_that_hangs_holds_up_no_chat(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.is_left_by("bjorn").await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.forget();
    post.server.holds();
    let mailer = post.mailer.clone();
    let sending = tokio::spawn(async move { mailer.send().await });
    post.server.has_a_letter().await;
    // It is under way, and everybody is answered.
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    assert!(fjellvik.transcript().contains("bot → kari: Takk! Du har plass på #1"));
    fjellvik.time_passes_until("2026-11-22T10:04:00").await;
    assert!(!sending.is_finished());
    post.server.releases();
    assert_eq!(sending.await.expect("it ends").expect("it is noted"), 1);
    assert_eq!(fjellvik.letters("sent").await, 1);
}

async fn one_letter_that_is_refused_holds_up_no_other(db: Db) {
    let fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    for key in ["refused", "later", "taken"] {
        fjellvik.anne_is_written_to(key).await;
    }
    post.server.answers(&["550 <anne.berg@fjellvik.example>: no such mailbox", "451 come again"]);
    assert_eq!(post.goes_to().await, ["anne.berg@fjellvik.example"]);
    for (state, count) in [("failed", 1), ("pending", 1), ("sent", 1)] {
        assert_eq!(fjellvik.letters(state).await, count, "{state}");
    }
    // Whom a letter was for stays out of what is noted of it, and its text goes with its fate.
    let noted =
        "SELECT COUNT(*) FROM mail WHERE error LIKE '%anne%' OR (body IS NOT NULL) <> (state = 'pending')";
    assert_eq!(fjellvik.count(noted).await, 0);
    fjellvik.minutes_pass(1);
    assert_eq!(post.goes_to().await, ["anne.berg@fjellvik.example"]);
    fjellvik.minutes_pass(600);
    assert_eq!(post.goes_to().await, [""; 0], "what was refused is not tried again");
    fjellvik.anne_is_written_to("refused too").await;
    post.server.answers(&["550 no such mailbox"]);
    assert_eq!(post.goes_to().await, [""; 0]);
    assert_eq!(findings(&fjellvik).await, [Finding::MailGivenUp { name: "Anne Berg".to_owned() }]);
    fjellvik.minutes_pass(1);
    fjellvik.anne_is_written_to("taken too").await;
    assert_eq!(post.goes_to().await, ["anne.berg@fjellvik.example"]);
    assert_eq!(findings(&fjellvik).await, []);
}

async fn findings(fjellvik: &World) -> Vec<Finding> {
    let mut tx = fjellvik.db.read().await.expect("read");
    let town = tx.municipality_by_key("fjellvik").await.expect("read").expect("it is there");
    let mut facts = tx.facts_to_check(town.id, fjellvik.now()).await.expect("read");
    facts.mails = true;
    facts.tasks.clear();
    check(&facts, fjellvik.now())
}

async fn a_server_that_does_not_know_us_is_told_of(db: Db) {
    let fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    for key in ["one", "two"] {
        fjellvik.anne_is_written_to(key).await;
    }
    post.server.answers(&["535 wrong password"]);
    assert_eq!(post.goes_to().await, [""; 0]);
    assert_eq!(post.server.calls(), 1, "it is not asked for the second");
    assert_eq!(fjellvik.letters("pending").await, 2);
    // As soon as the password is right both go.
    fjellvik.minutes_pass(1);
    assert_eq!(post.goes_to().await.len(), 2);
}

async fn a_letter_that_waits_too_long_is_given_up(db: Db) {
    let fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    post.server.is_down(true);
    fjellvik.anne_is_written_to("tried").await;
    let mut tries = 0;
    while fjellvik.letters("pending").await == 1 {
        assert_eq!(post.goes_out().await, "");
        fjellvik.minutes_pass(15);
        tries += 1;
        assert!(tries < 100);
    }
    assert_eq!((tries, post.server.calls()), (49, 49), "twelve hours");
    // One that waited while the service was down is not tried at all.
    post.server.is_down(false);
    fjellvik.anne_is_written_to("untried").await;
    fjellvik.minutes_pass(12 * 60 + 1);
    assert_eq!(post.goes_out().await, "");
    assert_eq!(fjellvik.letters("failed").await, 2);
}

async fn who_takes_over_sends_what_was_under_way(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.anne_is_written_to("under way").await;
    let (now, until) = (fjellvik.now(), fjellvik.now() + TimeDelta::minutes(5));
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    assert!(tx.lease_mail(now, until).await.expect("taken").is_some());
    tx.commit().await.expect("committed");
    fjellvik.restarts();
    let again = mailer(&fjellvik, &post.server);
    fjellvik.minutes_pass(4);
    assert_eq!(again.send().await.expect("noted"), 0);
    fjellvik.minutes_pass(1);
    assert_eq!(again.send().await.expect("noted"), 1);
    assert_eq!(again.send().await.expect("noted"), 0);
}

async fn an_answer_that_was_cut_off_is_given_again_under_the_same_name(db: Db) {
    let fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.anne_is_written_to("cut off").await;
    post.server.answers(&[""]);
    assert_eq!(post.mailer.send().await.expect("noted"), 0);
    fjellvik.minutes_pass(1);
    assert_eq!(post.mailer.send().await.expect("noted"), 1);
    let letters = post.server.take();
    let name = |at: usize| {
        let head: &str = &letters[at].head;
        head.lines().find(|line| line.starts_with("Message-ID: <")).expect("a name").to_owned()
    };
    assert_eq!(letters.len(), 2);
    assert_eq!(name(0), name(1));
    assert!(name(0).ends_with("@fjellvik.example>"), "{}", name(0));
    for head in [
        "From: Tannhjul <tannhjul@fjellvik.example>",
        "Auto-Submitted: auto-generated",
        "Date: Sat, 21 Nov 2026 09:00:00 +0000",
    ] {
        assert!(letters[0].head.contains(head), "{head} is not in {}", letters[0].head);
    }
}

async fn two_processes_send_each_letter_once(db: Db) {
    let fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    for number in 0..20 {
        fjellvik.anne_is_written_to(&format!("letter {number}")).await;
    }
    let other = mailer(&fjellvik, &post.server);
    let (one, other) = tokio::join!(post.mailer.send(), other.send());
    let (one, other) = (one.expect("noted"), other.expect("noted"));
    assert_eq!((one + other, post.server.take().len()), (20, 20), "{one} and {other}");
}

async fn what_waited_in_a_backup_is_not_sent(db: Db) {
    let fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.anne_is_written_to("before the backup").await;
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    tx.mark_as_restored(fjellvik.now()).await.expect("marked");
    tx.commit().await.expect("committed");
    fjellvik.minutes_pass(30);
    fjellvik.anne_is_written_to("since then").await;
    fjellvik.engine.take_up_after_restore().await.expect("it starts");
    assert_eq!(post.goes_to().await, ["anne.berg@fjellvik.example"]);
    let gone =
        "SELECT COUNT(*) FROM mail WHERE key = 'before the backup' AND state = 'dropped' AND body IS NULL";
    assert_eq!(fjellvik.count(gone).await, 1);
}

async fn the_auditor_writes_when_no_message_gets_out(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    let mut auditor = Auditor::new(fjellvik.db.clone(), fjellvik.engine.clone(), None);
    // Somebody is answered, and nothing is sent: the sender stands.
    let event = fjellvik.said("/hjelp", None);
    let incoming = fjellvik.incoming(fjellvik.private("kari"), "kari", event);
    use tannhjul::chat::Inbox;
    fjellvik.mailbox.take_in(vec![incoming], None).await.expect("taken in");
    fjellvik.engine.work_off().await.expect("handled");
    for _ in 0..18 {
        fjellvik.minutes_pass(1);
        fjellvik.found(&mut auditor).await;
    }
    let letters = post.goes_out().await;
    let first = letters.split("bjorn.moe").next().unwrap_or_default();
    expect![[r#"
        anne.berg@fjellvik.example: Fjellvik kommune: noe venter på deg

        Hei! Dette ville jeg si deg i chatten lørdag kl. 10:17, men jeg nådde ikke fram:

        Ingen meldinger fra meg har kommet av gårde siden lørdag kl. 10. Haster noe, så ring.

        Du treffer meg i chatten når den virker. Haster det, så ring Fjellvik kommune, 10 00 00 00.
        Fjellvik kommune har gitt meg adressen din for slike beskjeder. Svar på denne e-posten blir ikke lest.

    "#]]
    .assert_eq(first);
    assert_eq!(letters.matches("Ingen meldinger fra meg har kommet av gårde").count(), 3, "{letters}");
    fjellvik.minutes_pass(11);
    assert_eq!(post.goes_out().await, "", "once, though it still waits in the outbox");
}

async fn somebody_on_duty_has_no_address(db: Db) {
    let nobody: String = FJELLVIK
        .lines()
        .filter(|line| !line.starts_with("email = "))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut fjellvik = World::with_mail(db, &nobody).await;
    let mut auditor = Auditor::new(fjellvik.db.clone(), fjellvik.engine.clone(), None);
    for _ in 0..3 {
        assert_eq!(fjellvik.found(&mut auditor).await, ["nobody_has_address"]);
        fjellvik.minutes_pass(1);
    }
    fjellvik.settle().await;
    // One is enough for the auditor; `tannhjul check` names the others.
    fjellvik
        .apply(&nobody.replace(
            "phone = \"10 00 00 01\"\n",
            "phone = \"10 00 00 01\"\nemail = \"anne@fjellvik.example\"\n",
        ))
        .await;
    assert_eq!(fjellvik.found(&mut auditor).await, [""; 0]);
    fjellvik.settle().await;
    let said = fjellvik.transcript();
    let told: Vec<&str> = said.lines().filter(|line| line.contains("bot → jonas")).collect();
    expect![[r#"
        lør 10:03 bot → jonas: Jeg har ikke e-postadressen til noen av dem som får beskjed når noe står fast. Svikter chatten, når jeg ingen av dem. Be den som setter opp Tannhjul, om å legge adressene inn.
        lør 10:03 bot → jonas: Nå har jeg e-postadressen til noen av dem som får beskjed når noe står fast."#]].assert_eq(&told.join("\n"));
    let without = |name: &str| Finding::WithoutAddress { name: name.to_owned() };
    assert_eq!(findings(&fjellvik).await, [without("Bjørn Moe"), without("Inger Holt")]);
}

async fn without_a_server_nothing_is_kept(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.chat.block("p:anne");
    fjellvik.is_left_by("bjorn").await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM mail").await, 0);
}

async fn it_goes_with_the_person(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    fjellvik.is_left_by("bjorn").await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    let private = fjellvik.private("bjorn");
    fjellvik.happens(private, "bjorn", Event::BotPresent(true)).await;
    let held = async |fjellvik: &mut World| {
        fjellvik.says("bjorn", "/minedata").await;
        let file = fjellvik.chat.document("p:bjorn").content;
        let held: serde_json::Value = serde_json::from_str(&file).expect("JSON");
        held["people"][0].clone()
    };
    let before = held(&mut fjellvik).await;
    assert_eq!(before["email"], "bjorn.moe@fjellvik.example");
    let waits = before["e_mails_to_you"][0]["text"].as_str().expect("what will be sent");
    assert!(waits.starts_with("#1 mangler 2 av 2"), "{waits}");
    assert_eq!(post.goes_to().await, ["bjorn.moe@fjellvik.example"]);
    let after = held(&mut fjellvik).await;
    expect![[r#"
        [
          {
            "sent_at": "2026-11-22T09:05:00Z",
            "state": "sent",
            "text": null,
            "written_at": "2026-11-22T09:00:00Z"
          }
        ]"#]]
    .assert_eq(&serde_json::to_string_pretty(&after["e_mails_to_you"]).expect("JSON"));
    fjellvik.says("bjorn", "/slettmeg").await;
    fjellvik.presses("bjorn", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-22T10:10:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM mail").await, 0);
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM person WHERE email LIKE 'bjorn%'").await, 0);
    // What has been sent to the others is forgotten in a week.
    fjellvik.anne_is_written_to("old").await;
    post.goes_to().await;
    fjellvik.time_passes_until("2026-11-30T12:00:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM mail WHERE key = 'old'").await, 0);
}

async fn whose_name_is_in_a_letter_is_forgotten_after_it(db: Db) {
    let mut fjellvik = with_a_need(db).await;
    let post = Post::of(&fjellvik).await;
    let number = fjellvik.task(1).await.number;
    let anne = PersonId(fjellvik.id_of("anne").await);
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    let text = Message::SomebodyLate { number, name: "Kari Nes".to_owned() };
    tx.insert_mail("late", anne, None, &text.into(), (fjellvik.now(), fjellvik.now()))
        .await
        .expect("written");
    tx.commit().await.expect("committed");
    fjellvik.says("kari", "/slettmeg").await;
    fjellvik.presses("kari", "Ja, slett meg").await;
    let known = "SELECT COUNT(*) FROM person WHERE name = 'Kari Nes'";
    fjellvik.time_passes_until("2026-11-21T10:05:00").await;
    assert_eq!(fjellvik.count(known).await, 1);
    assert_eq!(post.goes_to().await, ["anne.berg@fjellvik.example"]);
    fjellvik.time_passes_until("2026-11-21T10:06:00").await;
    assert_eq!(fjellvik.count(known).await, 0);
}

/// The program, which does not outlive the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The program by its settings: it checks the server, sends what waits, and never shows a password.
async fn the_program_does_it(url: String) {
    let server = SmtpServer::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let now = Clock::system().now();
    let db = Db::open(&url).await.expect("the database");
    apply::apply(&db, FJELLVIK, now).await.expect("it applies");
    let mut tx = db.begin().await.expect("a transaction");
    let town = tx.municipality_by_key("fjellvik").await.expect("read").expect("it is there");
    let anne = tx.person_by_key(town.id, "anne").await.expect("read").expect("she is there");
    tx.insert_mail("waits", anne.id, None, &Message::AuditClockStands.into(), (now, now))
        .await
        .expect("written");
    tx.commit().await.expect("committed");
    db.close().await;
    let program = |arguments: &[&str], smtp: &str| {
        let mut command = tannhjul(&url, folder.path(), arguments);
        command.env("TANNHJUL_SMTP_URL", smtp).env("TANNHJUL_MAIL_FROM", "tannhjul@fjellvik.example");
        command.env("TANNHJUL_LOCAL_CHAT", "on");
        command
    };
    let checked = |smtp: &str| {
        let output = program(&["check"], smtp).output().expect("it runs");
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    server.is_down(true);
    let said = checked(&server.url().replace("smtp://", "smtp://anne:hushhush@"));
    assert!(said.contains("the mail server takes nothing from us") && !said.contains("hushhush"), "{said}");
    server.is_down(false);
    let said = checked(server.url());
    assert!(!said.contains("mail server"), "{said}");

    std::fs::write(folder.path().join("tannhjul.key"), tannhjul::secret::Key::generate().to_text())
        .expect("a key");
    server.holds();
    let serving = program(&["serve", "--listen", "127.0.0.1:0"], server.url()).spawn();
    let mut serving = Running(serving.expect("it starts"));
    server.has_a_letter().await;
    server.releases();
    let asked = Command::new("kill").arg(serving.0.id().to_string()).status().expect("asked to stop");
    assert!(asked.success());
    // What is under way when it is asked to stop is ended.
    assert!(serving.0.wait().expect("it ends").success());
    assert_eq!(server.take().len(), 1);
    let db = Db::open(&url).await.expect("the database");
    let mut tx = db.read().await.expect("read");
    let (state,): (String,) = tx.one("SELECT state FROM mail WHERE key = 'waits'", ()).await.expect("a row");
    assert_eq!(state, "sent");
}
