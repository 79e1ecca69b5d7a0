//! The JSON Schema in `schema/` is the one the types make.

use std::path::Path;

#[test]
fn the_schema_in_the_repository_is_the_one_the_types_make() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/bundle.schema.json");
    let made = waypost_author::schema::bundle();
    if std::env::var_os("WAYPOST_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let rewrite = "WAYPOST_BLESS=1 cargo test -p waypost-author schema";
    assert!(kept == made, "schema/bundle.schema.json is stale; `{rewrite}` rewrites it");
}

#[test]
fn what_is_written_about_events_is_what_the_table_says() {
    let files = [
        ("schema/event.schema.json", waypost_author::events::schema()),
        ("schema/event.d.ts", waypost_author::events::typescript()),
        ("docs/events.md", waypost_author::events::documentation()),
    ];
    for (name, made) in files {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
        if std::env::var_os("WAYPOST_BLESS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == made, "{name} is stale; `WAYPOST_BLESS=1 cargo test -p waypost-author schema` rewrites it");
    }
}
