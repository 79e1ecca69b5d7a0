//! The JSON Schema of a bundle, generated from the core's types so that it cannot say anything else than the code.

use waypost_core::bundle::{Bundle, VERSION};
use waypost_core::simulator::Simulator;

/// The name of the schema. Carries the bundle's version, so that an old file keeps the schema it was written for.
fn name(kind: &str) -> String {
    format!("urn:waypost:schema:{kind}:{VERSION}")
}

/// The schema of a bundle (JSON Schema, draft 2020-12), indented, with a line break at its end.
pub fn bundle() -> String {
    named(schemars::schema_for!(Bundle), "bundle", "Waypost bundle")
}

/// The schema of a simulator's bundle.
pub fn simulator() -> String {
    named(schemars::schema_for!(Simulator), "simulator", "Waypost simulator")
}

fn named(mut schema: schemars::Schema, kind: &str, title: &str) -> String {
    schema.insert("$id".to_owned(), name(kind).into());
    schema.insert("title".to_owned(), title.into());
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap_or_default())
}
