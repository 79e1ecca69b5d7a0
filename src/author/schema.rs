//! The JSON Schemas of bundles, generated from the core's types so that they cannot say anything else than the code.

use schemars::Schema;
use waypost_core::bundle::{Bundle, VERSION};
use waypost_core::chooser::Chooser;
use waypost_core::simulator::Simulator;

/// The schema of a quiz's bundle (JSON Schema, draft 2020-12), indented, with a line break at its end.
pub fn bundle() -> String {
    named(schemars::schema_for!(Bundle), "bundle", "Waypost bundle")
}

/// The schema of a chooser's bundle, likewise.
pub fn chooser() -> String {
    named(schemars::schema_for!(Chooser), "chooser", "Waypost chooser")
}

/// The schema of a simulator's bundle, likewise.
pub fn simulator() -> String {
    named(schemars::schema_for!(Simulator), "simulator", "Waypost simulator")
}

/// A schema under its name, which carries the bundle's version, so that an old file keeps the schema it was written for.
fn named(mut schema: Schema, kind: &str, title: &str) -> String {
    schema.insert("$id".to_owned(), format!("urn:waypost:schema:{kind}:{VERSION}").into());
    schema.insert("title".to_owned(), title.into());
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap_or_default())
}
