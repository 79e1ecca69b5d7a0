//! The JSON Schema in `schema/` is the one the types make.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::Path;

#[test]
fn the_schema_in_the_repository_is_the_one_the_types_make() {
    kept("bundle", waypost_author::schema::bundle());
    kept("simulator", waypost_author::schema::simulator());
}

fn kept(name: &str, made: String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../schema/{name}.schema.json"));
    if std::env::var_os("WAYPOST_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let rewrite = "WAYPOST_BLESS=1 cargo test -p waypost-author schema";
    assert!(kept == made, "schema/{name}.schema.json is stale; `{rewrite}` rewrites it");
}
