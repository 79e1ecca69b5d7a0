//! Bundles read back what they write, and refuse what is not theirs with a reason.

mod common;

use common::three;
use waypost_core::bundle::{Bundle, Meta, Place, Profile, key};
use waypost_core::number::Share;
use waypost_core::text::{Block, Image, Inline};

fn rich() -> Vec<Block> {
    let text = |text: &str| Inline::Text(text.into());
    let image = Image { src: "a.png".into(), alt: "A \"chart\"".into(), w: 640, h: 360 };
    vec![
        Block::P(vec![text("One "), Inline::Em(vec![Inline::Strong(vec![text("two")])]), Inline::Break, Inline::Strike(vec![text("x")])]),
        Block::Ul(vec![vec![Block::P(vec![Inline::Code("a < b".into())])]]),
        Block::Ol(3, vec![vec![Block::Quote(vec![Block::P(vec![Inline::Link("https://example.com/".into(), vec![text("link")])])])]]),
        Block::Code("rust".into(), "fn main() {}\n".into()),
        Block::Table(vec![vec![text("Head")]], vec![vec![vec![Inline::Image(image)]]]),
    ]
}

#[test]
fn a_bundle_reads_back_what_it_writes_in_either_profile() {
    let mut bundle = three();
    bundle.strings.insert(key::prompt(&"one".into()), rich());
    bundle.meta = Some(Meta { author: "Ann".into(), review_by: "2027-01-01".into(), ..Meta::default() });
    bundle.hosts = vec!["https://news.example".into()];
    bundle.policy.penalty = Share::new(1, 3).unwrap();
    if let waypost_core::bundle::Interaction::Single(choices) = &mut bundle.items[0].interaction {
        choices.options[0].place = Place::Pinned;
        choices.options[1].credit = Share::new(1, 3);
    }
    for profile in [Profile::Full, Profile::Play] {
        bundle.profile = profile;
        assert_eq!(Bundle::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
    }
}

#[test]
fn what_is_wrong_with_a_bundle_is_said_in_one_sentence() {
    let json = three().to_json();
    for (from, to, error) in [
        ("\"waypost\":\"1.0\"", "\"waypost\":\"2.0\"", "bundle version 2.0 is not 1.0"),
        ("\"kind\":\"quiz\"", "\"kind\":\"opera\"", "the bundle's `kind` is missing or has another shape"),
        ("\"title\":\"Test\",", "", "the bundle's `title` is missing or has another shape"),
        ("\"version\":1", "\"version\":\"1\"", "the bundle's `version` is missing or has another shape"),
        ("\"penalty\":\"0\"", "\"penalty\":\"much\"", "the bundle's `penalty` is missing or has another shape"),
        ("{\"waypost\"", "waypost", "expected a value at byte 0"),
    ] {
        assert!(json.contains(from), "{from} in {json}");
        assert_eq!(Bundle::from_json(&json.replace(from, to)), Err(error.into()));
    }
}

#[test]
fn a_player_ignores_fields_that_a_later_minor_version_adds() {
    let json = three().to_json().replacen("{\"waypost\":\"1.0\"", "{\"waypost\":\"1.7\",\"news\":[{\"x\":null}]", 1);
    assert_eq!(Bundle::from_json(&json).map(|bundle| bundle.items), Ok(three().items));
}
