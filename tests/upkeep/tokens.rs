//! `tannhjul token`: made, listed and ended.

use tannhjul::store::Db;

use crate::copies::{errors, printed, tannhjul};
use crate::databases::on_both_engines;

on_both_engines!(a_token_is_listed_until_it_is_ended);

const FJELLVIK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/fjellvik.toml");

/// Time has passed for the tokens that expire.
async fn a_month_ago(url: &str) {
    const SQL: &str = "UPDATE api_token SET created_at = '2026-03-01T00:00:00+00:00', expires_at = '2026-03-31T00:00:00+00:00'
                       WHERE expires_at IS NOT NULL";
    let db = Db::open(url).await.expect("the database");
    let mut tx = db.begin().await.expect("a transaction");
    tx.execute(SQL, ()).await.expect("changed");
    tx.commit().await.expect("committed");
    db.close().await;
}

async fn a_token_is_listed_until_it_is_ended(url: String) {
    let folder = tempfile::tempdir().expect("a folder");
    printed(&url, folder.path(), &["apply", FJELLVIK]);
    let token =
        |arguments: &[&str]| printed(&url, folder.path(), &[&["token", "fjellvik"], arguments].concat());
    assert_eq!(token(&["--list"]), "no tokens in use\n");
    token(&[]);
    assert!(token(&["--days", "30"]).trim().len() >= 27);
    a_month_ago(&url).await;
    token(&["--days", "3650"]);
    let listed = token(&["--list"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines[0].ends_with("  never expires") && lines[2].contains("  expires 20"), "{listed}");
    let number = lines[1].split(' ').next().expect("a number");
    assert_eq!(lines[1], format!("{number}  made 2026-03-01  expired 2026-03-31: it opens nothing"));
    token(&["--revoke", number]);
    assert_eq!(token(&["--list"]), format!("{}\n{}\n", lines[0], lines[2]));
    for days in ["0", "3651", "-1", "soon"] {
        let days = format!("--days={days}");
        let output = tannhjul(&url, folder.path(), &["token", "fjellvik", &days]).output().expect("it runs");
        assert!(
            !output.status.success() && errors(&output).contains("--days"),
            "{days}: {}",
            errors(&output)
        );
    }
}
