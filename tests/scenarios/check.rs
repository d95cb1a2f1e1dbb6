//! What `tannhjul check` finds in a municipality, on both engines.

use expect_test::expect;
use tannhjul::chat::{Event, SendError};
use tannhjul::domain::check::{Finding, check};
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(all_is_well, what_is_wrong_is_found);

impl World {
    async fn findings(&self) -> Vec<Finding> {
        let mut tx = self.db.read().await.expect("read");
        let town = tx.municipality_by_key("fjellvik").await.expect("read").expect("it is there");
        let facts = tx.facts_to_check(town.id, self.now()).await.expect("read");
        check(&facts, self.now())
    }
}

async fn all_is_well(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    assert_eq!(fjellvik.findings().await, []);
    fjellvik.is_at_rest().await;
}

async fn what_is_wrong_is_found(db: Db) {
    let mut fjellvik = World::empty(db).await;
    let file = FJELLVIK.replace(
        "[[agreement.service]]\nkind = \"tech_help\"\ngroup = \"frivilligsentralen\"\norder = 1\nrate = 0\n",
        "",
    );
    fjellvik.apply(&file).await;
    for person in ["anne", "inger", "silje", "hanne", "kari"] {
        fjellvik.joins(person, person).await;
    }
    for group in ["fjellvik-il", "nordre-il"] {
        fjellvik.joins_in(group, "anne", group).await;
    }
    fjellvik.asked_for(crate::acts::SNOW).await;
    fjellvik.says("anne", "borte 24.–25. november").await;
    let inger = fjellvik.private("inger");
    fjellvik.happens(inger, "inger", Event::BotPresent(false)).await;
    let group = fjellvik.group("nordre-il");
    fjellvik.happens(group, "anne", Event::BotPresent(false)).await;
    fjellvik.chat.fail("p:kari", std::iter::repeat_with(|| SendError::Temporary("502".to_owned())).take(20));
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T10:30:00").await;
    expect![[r#"
        [
            Unreached {
                name: "Bjørn Moe",
                reach: NotJoined,
                part: Duty,
                from: 2026-11-21T09:30:00Z,
            },
            NoDeputy {
                name: "Bjørn Moe",
                from: 2026-11-23T23:00:00Z,
                until: 2026-11-25T23:00:00Z,
            },
            Unreached {
                name: "Inger Holt",
                reach: Blocked,
                part: Contact,
                from: 2026-11-21T09:30:00Z,
            },
            NoAdministrator,
            StepsToNobody {
                service: SnowClearing,
                steps: [
                    3,
                    4,
                ],
            },
            ServiceUnasked {
                service: Visit,
            },
            StepsToNobody {
                service: MealDelivery,
                steps: [
                    3,
                    4,
                ],
            },
            ServiceUnasked {
                service: Transport,
            },
            ServiceUnasked {
                service: Escort,
            },
            StepsToNobody {
                service: Activity,
                steps: [
                    3,
                ],
            },
            ServiceUnasked {
                service: Shopping,
            },
            ServiceUnasked {
                service: Garden,
            },
            ServiceWithoutAgreement {
                service: TechHelp,
            },
            ServiceUnasked {
                service: Other,
            },
            GroupUnreached {
                title: "Fjellvik IL Fotball",
                reach: NotConnected,
                is_asked: true,
            },
            GroupUnreached {
                title: "Nordre IL",
                reach: Lost,
                is_asked: true,
            },
            GroupUnreached {
                title: "Frivilligsentralen Fjellvik",
                reach: NotConnected,
                is_asked: true,
            },
            GroupUnreached {
                title: "Hjemmetjenesten Fjellvik",
                reach: NotConnected,
                is_asked: false,
            },
            ClubContactUnreached {
                name: "Frivilligsentralen Fjellvik",
            },
            ClubContactUnreached {
                name: "Nordre IL",
            },
            UnitUnreached {
                name: "Biblioteket",
                waits: false,
            },
            ZoneUnserved {
                name: "Nordre",
            },
            ChatStuck {
                chat: ChatId(
                    5,
                ),
                title: "kari",
            },
        ]"#]]
    .assert_eq(&format!("{:#?}", fjellvik.findings().await));
    // Codes that nobody used, and a service that stands still.
    let at = fjellvik.calendar.instant("2026-12-06T12:00:00".parse().expect("a time"));
    fjellvik.engine.clock.set(at);
    let found = fjellvik.findings().await;
    let names = |finding: &Finding| match finding {
        Finding::InviteExpired { name } => Some(name.clone()),
        Finding::TaskOverdue { number, .. } => Some(format!("overdue {number}")),
        _ => None,
    };
    let found: Vec<String> = found.iter().filter_map(names).collect();
    expect!["Anders Vik, Berit Aas, Bjørn Moe, Eva Lie, Geir Solberg, James Whitfield, Jonas Krogh, Lars Bakke, Marit Dahl, Nils Strand, Ola Rud, Per Haugen, Solveig Eide, Tor Nilsen, Fjellvik IL Fotball, Frivilligsentralen Fjellvik, Hjemmetjenesten Fjellvik, overdue #1"].assert_eq(&found.join(", "));
}
