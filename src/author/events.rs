//! What others need to know of events, generated from the one table of them: a JSON Schema, TypeScript types, a page of documentation.

use serde_json::{Map, Value, json};
use std::fmt::Write;
use waypost_core::event::table::{About, EVENTS, Field, Presence, Row, Shape};

/// The kinds of widget that events come from.
const KINDS: [&str; 4] = ["quiz", "chooser", "simulator", "review"];
/// Through what an action comes.
const VIA: [&str; 4] = ["player", "static", "email", "import"];

/// The JSON Schema (draft 2020-12) of any event, indented, with a line break at its end.
pub fn schema() -> String {
    let any: Vec<Value> = EVENTS.iter().map(|row| json!({ "$ref": format!("#/$defs/{}", row.name) })).collect();
    let events: Map<String, Value> = EVENTS.iter().map(|row| (row.name.to_owned(), event(row))).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:waypost:schema:event:1",
        "title": "Waypost event",
        "description": "What a widget tells: as a DOM event `waypost-<type>` in `detail`, over a frame's port, and in the batches of a webhook.",
        "oneOf": any,
        "$defs": events,
    });
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap_or_default())
}

fn event(row: &Row) -> Value {
    let mut fields = Map::from_iter([("waypost".to_owned(), json!({ "const": 1 })), ("type".to_owned(), json!({ "const": row.name }))]);
    let more = match row.about {
        About::Page | About::Signup => json!({ "widget": { "type": "string", "description": "the widget's name" } }),
        About::Reader => json!({
            "id": { "type": "string", "description": "a UUID of its own; receivers keep one event per id" },
            "seq": { "type": "integer", "minimum": 0, "description": "position of the action in the reader's journal" },
            "t": { "type": "string", "format": "date-time", "description": "when, in UTC with milliseconds, by the reader's clock" },
            "sitting": { "type": "string", "description": "a UUID: one reader's one time through" },
            "via": { "enum": VIA, "description": "through what the action came" },
            "widget": object([
                ("id", json!({ "type": "string" })), ("kind", json!({ "enum": KINDS })),
                ("rev", json!({ "type": "string", "description": "the content's revision" })), ("locale", json!({ "type": "string" })),
            ]),
        }),
    };
    fields.extend(more.as_object().cloned().unwrap_or_default());
    fields.insert("data".to_owned(), fields_schema(row.data));
    let required: Vec<&String> = fields.keys().collect();
    json!({ "type": "object", "description": row.when, "required": required, "properties": fields })
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "required": names, "properties": Map::from_iter(fields.iter().map(|(name, shape)| ((*name).to_owned(), shape.clone()))) })
}

fn fields_schema(fields: &[Field]) -> Value {
    let required: Vec<&str> = fields.iter().filter(|field| field.presence == Presence::Always).map(|field| field.name).collect();
    let properties = fields.iter().map(|field| {
        let mut shape = shape_schema(field.shape);
        if let Value::Object(shape) = &mut shape {
            shape.insert("description".to_owned(), field.says.into());
        }
        (field.name.to_owned(), shape)
    });
    json!({ "type": "object", "required": required, "properties": Map::from_iter(properties) })
}

fn shape_schema(shape: Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Count => json!({ "type": "integer", "minimum": 0 }),
        Shape::Whole => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Maybe(inner) => json!({ "anyOf": [shape_schema(*inner), { "type": "null" }] }),
        Shape::Numbers => json!({ "type": "object", "additionalProperties": { "type": "number" } }),
        Shape::Answer => json!({ "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { "type": "string" } },
            { "type": "object", "additionalProperties": { "type": "string" } },
        ] }),
        Shape::Object(fields) => fields_schema(fields),
    }
}

/// TypeScript declarations of every event, and of the DOM events that carry them.
pub fn typescript() -> String {
    let mut out = String::from("// Events of Waypost. Generated from src/core/event/table.rs.\n");
    let words = |words: &[&str]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ");
    let _ = write!(
        out,
        "\n/** What an event about the page or the sign-up has. */\ninterface PageEvent<Type extends string, Data> {{\n  waypost: 1;\n  type: Type;\n  widget: string;\n  data: Data;\n}}\n\
         \n/** What an event about the reader has. */\ninterface ReaderEvent<Type extends string, Data> {{\n  waypost: 1;\n  /** A UUID; receivers keep one event per id. */\n  id: string;\n  seq: number;\n  t: string;\n  type: Type;\n  sitting: string;\n  via: {};\n  widget: {{ id: string; kind: {}; rev: string; locale: string }};\n  data: Data;\n}}\n",
        words(&VIA),
        words(&KINDS)
    );
    for row in &EVENTS {
        let base = if row.about == About::Reader { "ReaderEvent" } else { "PageEvent" };
        let data = if row.data.is_empty() { "Record<string, never>".to_owned() } else { fields_type(row.data, 1) };
        let _ = write!(out, "\n/** {}. */\nexport type {} = {base}<\"{}\", {data}>;\n", sentence(row.when), type_name(row), row.name);
    }
    let all: Vec<String> = EVENTS.iter().map(type_name).collect();
    let _ = write!(out, "\n/** Any event. */\nexport type WaypostEvent = {};\n", all.join(" | "));
    out.push_str("\n/** What a webhook is sent. */\nexport interface WaypostBatch {\n  waypost: 1;\n  batch: WaypostEvent[];\n}\n");
    out.push_str("\ndeclare global {\n  interface DocumentEventMap {\n");
    for row in &EVENTS {
        let _ = writeln!(out, "    \"waypost-{}\": CustomEvent<{}>;", row.name, type_name(row));
    }
    out.push_str("  }\n}\n");
    out
}

fn type_name(row: &Row) -> String {
    let (first, rest) = row.name.split_at(1);
    format!("Waypost{}{rest}", first.to_uppercase())
}

fn fields_type(fields: &[Field], depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let lines = fields.iter().map(|field| {
        let mark = if field.presence == Presence::Always { "" } else { "?" };
        format!("{indent}/** {}. */\n{indent}{}{mark}: {};\n", sentence(field.says), field.name, shape_type(field.shape, depth + 1))
    });
    format!("{{\n{}{}}}", lines.collect::<String>(), "  ".repeat(depth - 1))
}

fn shape_type(shape: Shape, depth: usize) -> String {
    match shape {
        Shape::Text => "string".to_owned(),
        Shape::Count | Shape::Whole | Shape::Number => "number".to_owned(),
        Shape::Flag => "boolean".to_owned(),
        Shape::Word(words) => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | "),
        Shape::Maybe(inner) => format!("{} | null", shape_type(*inner, depth)),
        Shape::Numbers => "Record<string, number>".to_owned(),
        Shape::Answer => "string | string[] | Record<string, string>".to_owned(),
        Shape::Object(fields) => fields_type(fields, depth),
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The page about events, in Markdown.
pub fn documentation() -> String {
    let mut out = include_str!("events/before.md").to_owned();
    for (about, heading) in
        [(About::Reader, "What readers do"), (About::Signup, "Signing up below a result"), (About::Page, "What happens on the page")]
    {
        let _ = write!(out, "\n### {heading}\n\n| event | comes when | `data` |\n|---|---|---|\n");
        for row in EVENTS.iter().filter(|row| row.about == about) {
            let fields: Vec<String> = row.data.iter().map(|field| words(field, "")).collect();
            let _ =
                writeln!(out, "| `{}` | {} | {} |", row.name, row.when, if fields.is_empty() { "-".to_owned() } else { fields.join("; ") });
        }
    }
    out.push_str(include_str!("events/after.md"));
    out
}

fn words(field: &Field, path: &str) -> String {
    let name = format!("{path}{}", field.name);
    match field.shape {
        Shape::Object(fields) => fields.iter().map(|inner| words(inner, &format!("{name}."))).collect::<Vec<_>>().join("; "),
        Shape::Word(choices) => format!("`{name}` {} ({})", field.says, choices.join(", ")),
        _ => format!("`{name}` {}", field.says),
    }
}
