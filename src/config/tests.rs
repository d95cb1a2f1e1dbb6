use super::*;

/// The settings, or the faults as a person reads them.
fn settings(file: &str, environment: &[(&str, &str)], flags: &Flags) -> Result<Settings, String> {
    let lookup = |name: &str| {
        environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    read(file, &lookup, flags).map_err(|faults| faults.to_string())
}

fn flags(change: impl FnOnce(&mut Flags)) -> Flags {
    let mut flags = Flags::default();
    change(&mut flags);
    flags
}

#[test]
fn without_any_settings_the_local_chat_runs_on_sqlite() {
    let settings = settings("", &[], &Flags::default()).expect("defaults are good");
    assert_eq!(
        settings,
        Settings {
            database_url: SecretText::new("sqlite:tannhjul.db"),
            telegram_tokens: vec![],
            telegram_mode: TelegramMode::Polling,
            telegram_api_url: None,
            listen: "127.0.0.1:8080".parse().expect("an address"),
            public_url: None,
            local_chat: true,
            key: KeySource::File("tannhjul.key".into()),
            log_format: LogFormat::Text,
            log_filter: "info".into(),
            heartbeat_url: None,
            mail: None,
        }
    );
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let file = "tannhjul_listen = \"127.0.0.1:1\"";
    let environment = [("TANNHJUL_LISTEN", "127.0.0.1:2")];
    let flag = flags(|flags| flags.listen = Some("127.0.0.1:3".into()));
    let port = |file, environment: &[(&str, &str)], flags: &Flags| {
        settings(file, environment, flags).expect("good settings").listen.port()
    };
    assert_eq!(port(file, &[], &Flags::default()), 1);
    assert_eq!(port(file, &environment, &Flags::default()), 2);
    assert_eq!(port(file, &environment, &flag), 3);
    assert_eq!(port(file, &[("TANNHJUL_LISTEN", "")], &Flags::default()), 1, "an empty variable is none");
}

#[test]
fn the_local_chat_must_be_asked_for_where_the_world_can_come() {
    let public = ("TANNHJUL_PUBLIC_URL", "https://tannhjul.example.no");
    let runs = |environment: &[(&str, &str)]| {
        settings("", environment, &Flags::default()).expect("good settings").local_chat
    };
    assert!(!runs(&[public]));
    assert!(runs(&[public, ("TANNHJUL_LOCAL_CHAT", "on")]));
    assert!(runs(&[("TANNHJUL_PUBLIC_URL", "http://127.0.0.1:8080")]));
}

#[test]
fn every_setting_can_stand_in_the_file() {
    let file = r#"
        database_url = "postgres://tannhjul:hush@db/tannhjul"
        telegram_bot_token = "1:abc"
        telegram_mode = "webhook"
        telegram_api_url = "http://127.0.0.1:9/"
        tannhjul_listen = "[::]:80"
        tannhjul_public_url = "https://tannhjul.example.no/"
        tannhjul_local_chat = true
        tannhjul_key_file = "/etc/tannhjul.key"
        tannhjul_log = "json"
        rust_log = "tannhjul=debug"
        tannhjul_heartbeat_url = "https://heartbeat.example/ping?id=7"
        tannhjul_smtp_url = "smtps://anne:hush@smtp.example"
        tannhjul_mail_from = "Tannhjul <tannhjul@vik.example>"
        [[telegram]]
        token_env = "OTHER_BOT"
    "#;
    let settings = settings(file, &[("OTHER_BOT", "2:def")], &Flags::default()).expect("good settings");
    assert_eq!(settings.database_url.reveal(), "postgres://tannhjul:hush@db/tannhjul");
    assert_eq!(
        settings.telegram_tokens.iter().map(SecretText::reveal).collect::<Vec<_>>(),
        ["1:abc", "2:def"]
    );
    assert_eq!(settings.telegram_mode, TelegramMode::Webhook);
    assert_eq!(settings.telegram_api_url.as_deref(), Some("http://127.0.0.1:9"));
    assert_eq!(settings.listen.to_string(), "[::]:80");
    assert_eq!(settings.public_url.as_deref(), Some("https://tannhjul.example.no"));
    assert!(settings.local_chat);
    assert_eq!(settings.key, KeySource::File("/etc/tannhjul.key".into()));
    assert_eq!(settings.log_format, LogFormat::Json);
    assert_eq!(settings.log_filter, "tannhjul=debug");
    let heartbeat = settings.heartbeat_url.as_ref().map(SecretText::reveal);
    assert_eq!(heartbeat, Some("https://heartbeat.example/ping?id=7"));
    let mail = settings.mail.as_ref().map(|mail| (mail.smtp_url.reveal(), mail.from.as_str()));
    assert_eq!(mail, Some(("smtps://anne:hush@smtp.example", "Tannhjul <tannhjul@vik.example>")));
}

/// What stands there, and how the server is talked to; `None`: it is refused, and the password not repeated.
#[test]
fn e_mail_is_not_sent_where_others_can_listen() {
    let from = ("TANNHJUL_MAIL_FROM", "tannhjul@vik.example");
    for (written, read) in [
        ("smtps://u:p%40ss@smtp.example", Some("smtps://u:p%40ss@smtp.example")),
        ("smtps://smtp.example:4465", Some("smtps://smtp.example:4465")),
        ("smtp://u:hush@smtp.example:587", Some("smtp://u:hush@smtp.example:587?tls=required")),
        ("smtp://u:hush@smtp.example?tls=required", Some("smtp://u:hush@smtp.example?tls=required")),
        ("smtp://127.0.0.1:2525", Some("smtp://127.0.0.1:2525")),
        ("smtp://u:hush@smtp.example?tls=opportunistic", None),
        ("smtps://u:hush@smtp.example?tls=none", None),
        ("smtps://hush@smtp.example", None),
        ("https://u:hush@smtp.example", None),
        ("smtps://u:hush@smtp.example/path", None),
        ("smtp.example:587", None),
        ("hush", None),
    ] {
        match settings("", &[("TANNHJUL_SMTP_URL", written), from], &Flags::default()) {
            Ok(settings) => {
                let mail = settings.mail.expect("both are there");
                assert_eq!(Some(mail.smtp_url.reveal()), read, "{written}");
            }
            Err(faults) => {
                assert_eq!(read, None, "{written}: {faults}");
                assert!(faults.starts_with("TANNHJUL_SMTP_URL: ") && !faults.contains("hush"), "{faults}");
            }
        }
    }
}

#[test]
fn the_local_chat_is_off_beside_a_real_bot_unless_it_is_asked_for() {
    for (environment, is_on) in [
        (&[("TELEGRAM_BOT_TOKEN", "1:abc")][..], false),
        (&[("TELEGRAM_BOT_TOKEN", "1:abc"), ("TANNHJUL_LOCAL_CHAT", "on")], true),
        (&[("TANNHJUL_LOCAL_CHAT", "off")], false),
    ] {
        let settings = settings("", environment, &Flags::default()).expect("good settings");
        assert_eq!(settings.local_chat, is_on, "{environment:?}");
    }
}

/// One bad value each, and what is said of it.
#[test]
fn what_a_setting_may_not_be() {
    for (name, value, wanted) in [
        (
            "TANNHJUL_SMTP_URL",
            "smtps://smtp.example",
            "TANNHJUL_SMTP_URL: TANNHJUL_MAIL_FROM is missing: the address that e-mail comes from",
        ),
        (
            "TANNHJUL_MAIL_FROM",
            "tannhjul@vik.example",
            "TANNHJUL_MAIL_FROM: TANNHJUL_SMTP_URL is missing: the server that sends e-mail",
        ),
        (
            "TANNHJUL_HEARTBEAT_URL",
            "heartbeat.example/ping",
            "TANNHJUL_HEARTBEAT_URL: write the address that is to be called, like https://heartbeat.example/ping/…",
        ),
        (
            "DATABASE_URL",
            "mysql://db",
            "DATABASE_URL: write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE",
        ),
        (
            "DATABASE_URL",
            "sqlite:",
            "DATABASE_URL: write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE",
        ),
        // Each connection would have a database of its own.
        (
            "DATABASE_URL",
            "sqlite::memory:",
            "DATABASE_URL: write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE",
        ),
        (
            "DATABASE_URL",
            "postgres://db",
            "DATABASE_URL: write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE",
        ),
        (
            "TELEGRAM_BOT_TOKEN",
            "my bot",
            "TELEGRAM_BOT_TOKEN: not a bot token; BotFather gives one like 123456789:AAF…",
        ),
        ("TELEGRAM_MODE", "push", "TELEGRAM_MODE: “push” won't do; write polling or webhook"),
        (
            "TELEGRAM_MODE",
            "webhook",
            "TELEGRAM_MODE: webhook needs TANNHJUL_PUBLIC_URL, the https address that Telegram calls",
        ),
        (
            "TELEGRAM_API_URL",
            "api.telegram.org",
            "TELEGRAM_API_URL: write an address like https://api.telegram.org",
        ),
        (
            "TANNHJUL_LISTEN",
            "8080",
            "TANNHJUL_LISTEN: “8080” won't do; write an address and a port, like 127.0.0.1:8080",
        ),
        (
            "TANNHJUL_PUBLIC_URL",
            "tannhjul.no",
            "TANNHJUL_PUBLIC_URL: “tannhjul.no” won't do; write an address like https://tannhjul.example.no",
        ),
        (
            "TANNHJUL_PUBLIC_URL",
            "http://tannhjul.no",
            "TANNHJUL_PUBLIC_URL: “http://tannhjul.no” must be https",
        ),
        (
            "TANNHJUL_PUBLIC_URL",
            "https://tannhjul.no/?a=b",
            "TANNHJUL_PUBLIC_URL: “https://tannhjul.no/?a=b” won't do; write an address like https://tannhjul.example.no",
        ),
        ("TANNHJUL_LOCAL_CHAT", "maybe", "TANNHJUL_LOCAL_CHAT: “maybe” won't do; write on or off"),
        (
            "TANNHJUL_KEY",
            "hunter2",
            "TANNHJUL_KEY: not a key; it is 32 bytes in base64, as in the file tannhjul.key",
        ),
        ("TANNHJUL_LOG", "xml", "TANNHJUL_LOG: “xml” won't do; write text or json"),
        (
            "RUST_LOG",
            "tannhjul=loud",
            "RUST_LOG: “tannhjul=loud” won't do; write a level or a filter, like info or tannhjul=debug",
        ),
    ] {
        assert_eq!(settings("", &[(name, value)], &Flags::default()).expect_err(value), wanted);
        if name == "TELEGRAM_MODE" && value == "webhook" {
            continue;
        }
        let file = format!("\n{} = '{value}'", name.to_lowercase());
        let seen = settings(&file, &[], &Flags::default()).expect_err(value);
        assert_eq!(seen, format!("line 2: {}", wanted.replacen(name, &name.to_lowercase(), 1)));
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let file = "tanhjul_listen = \"x\"\nrust_log = 3\n[[telegram]]\ntoken_env = \"NOWHERE\"\n[[telegram]]\ntoken = \"1:secret\"\n";
    let environment = [("TELEGRAM_MODE", "push"), ("TANNHJUL_KEY", "k")];
    let flags = flags(|flags| {
        flags.listen = Some("here".into());
        flags.key_file = Some("key".into());
    });
    assert_eq!(
        settings(file, &environment, &flags).expect_err("many faults"),
        "TANNHJUL_KEY: TANNHJUL_KEY_FILE is set too; leave one of them out\n\
         TANNHJUL_KEY: not a key; it is 32 bytes in base64, as in the file tannhjul.key\n\
         TANNHJUL_LISTEN: “here” won't do; write an address and a port, like 127.0.0.1:8080\n\
         TELEGRAM_MODE: “push” won't do; write polling or webhook\n\
         line 1: unknown key tanhjul_listen; did you mean “tannhjul_listen”?\n\
         line 2: rust_log must be text in quotes\n\
         line 4: token_env: NOWHERE is not set in the environment\n\
         line 5: [[telegram]] lacks token_env; write token_env = \"…\"\n\
         line 6: unknown key token in [[telegram]]"
    );
}

#[test]
fn a_bot_is_named_once() {
    let file = "[[telegram]]\ntoken_env = \"A\"\n[[telegram]]\ntoken_env = \"B\"";
    let environment = [("A", "1:same"), ("B", "1:same")];
    assert_eq!(
        settings(file, &environment, &Flags::default()).expect_err("twice"),
        "line 4: token_env: B is a bot that is here already; one entry a bot"
    );
}

#[test]
fn secrets_are_not_printed() {
    let key = Key::generate().to_text();
    let environment = [
        ("TELEGRAM_BOT_TOKEN", "1:hushhush"),
        ("DATABASE_URL", "postgres://u:hushhush@h/d"),
        ("TANNHJUL_KEY", &key),
        ("TANNHJUL_SMTP_URL", "smtps://u:hushhush@smtp.example"),
        ("TANNHJUL_MAIL_FROM", "tannhjul@vik.example"),
    ];
    let good = settings("", &environment, &Flags::default()).expect("good settings");
    let printed = format!("{good:?}");
    assert!(!printed.contains("hushhush") && !printed.contains(&key), "{printed}");
    for (name, value) in [
        ("TELEGRAM_BOT_TOKEN", "hushhush"),
        ("DATABASE_URL", "pg://u:hushhush@h"),
        ("TANNHJUL_KEY", "hushhush"),
        ("TANNHJUL_SMTP_URL", "smtp//u:hushhush@h"),
    ] {
        let faults = settings("", &[(name, value)], &Flags::default()).expect_err("a bad one");
        assert!(!faults.contains("hushhush"), "{faults}");
        let faults = settings(&format!("{}={value}", name.to_lowercase()), &[], &Flags::default())
            .expect_err("no quotes");
        assert!(!faults.contains("hushhush"), "{faults}");
    }
}

#[test]
fn a_named_file_must_be_there() {
    let missing = flags(|flags| flags.config = Some("/nowhere/tannhjul.toml".into()));
    let error = load(&missing).expect_err("there is no such file");
    assert!(format!("{error:#}").starts_with("can't read /nowhere/tannhjul.toml: "), "{error:#}");
}
