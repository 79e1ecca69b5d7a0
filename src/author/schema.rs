//! The JSON Schema of a bundle, generated from the core's types so that it cannot say anything else than the code.

use waypost_core::bundle::{Bundle, VERSION};

/// The name of the schema. Carries the bundle's version, so that an old file keeps the schema it was written for.
fn name() -> String {
    format!("urn:waypost:schema:bundle:{VERSION}")
}

/// The schema of a bundle (JSON Schema, draft 2020-12), indented, with a line break at its end.
pub fn bundle() -> String {
    let mut schema = schemars::schema_for!(Bundle);
    schema.insert("$id".to_owned(), name().into());
    schema.insert("title".to_owned(), "Waypost bundle".into());
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap_or_default())
}
