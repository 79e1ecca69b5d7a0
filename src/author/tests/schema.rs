//! The JSON Schemas in `schema/` are the ones the types make.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::Path;
use waypost_author::schema;

#[test]
fn the_schemas_in_the_repository_are_the_ones_the_types_make() {
    for (name, made) in [("bundle", schema::bundle()), ("chooser", schema::chooser()), ("simulator", schema::simulator())] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../schema/{name}.schema.json"));
        if std::env::var_os("WAYPOST_BLESS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let rewrite = "WAYPOST_BLESS=1 cargo test -p waypost-author schema";
        assert!(kept == made, "schema/{name}.schema.json is stale; `{rewrite}` rewrites it");
    }
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
