//! What a site holds and how its files refer to each other, seen with a renderer that writes addresses only.

use super::*;
use crate::course::Settings;
use waypost_core::bundle::{Bundle, Choice, Choices, Counted, Dir, Head, Interaction, Item, Key, Kind, Marking, Meta, Order};
use waypost_core::bundle::{Policy, Profile, VERSION, key};
use waypost_core::id::{ItemId, WidgetId};
use waypost_core::text::{Block, Inline};

fn paragraph(words: &str) -> Vec<Block> {
    vec![Block::P(vec![Inline::Text(words.into())])]
}

fn quiz(id: &str, stem: &str) -> Lesson {
    Lesson::Quiz(bundle(id, stem))
}

fn bundle(id: &str, stem: &str) -> Bundle {
    let item = ItemId::from("first");
    Bundle {
        head: Head {
            waypost: VERSION.into(),
            profile: Profile::Full,
            kind: Kind::Quiz,
            id: id.into(),
            version: 1,
            title: "A quiz".into(),
            lang: "en".into(),
            dir: Dir::Ltr,
            revision: "0123456789ab".into(),
            meta: Some(Meta { author: "Private".into(), ..Meta::default() }),
            strings: [
                (key::prompt(&item), paragraph(stem)),
                (key::text(&item, &"a".into()), paragraph("Yes")),
                (key::text(&item, &"b".into()), paragraph("No")),
            ]
            .into_iter()
            .collect(),
        },
        policy: Policy::default(),
        sections: vec![],
        words: Default::default(),
        items: vec![Item::new(
            item,
            Interaction::Single(Choices {
                marking: Marking::Credit,
                order: Order::Fixed,
                options: vec![Choice::new("a".into(), Key::Right), Choice::new("b".into(), Key::Wrong)],
                counted: Counted::Open,
            }),
        )],
        results: vec![],
        dimensions: vec![],
    }
}

fn page(name: &str, embed: Embed, parts: Vec<Part>) -> Page {
    let title = name.to_owned();
    Page { name: name.into(), title, summary: String::new(), lang: "en".into(), layout: Layout::Post, embed, parts }
}

fn course(pages: Vec<Page>) -> Course {
    let settings = Settings { title: "Course".into(), lang: "en".into(), ..Settings::default() };
    Course { settings, pages, widgets: vec![quiz("small", "Is it </script> safe?")], diagnostics: vec![], ..Course::default() }
}

fn player() -> PlayerFiles {
    let script = b"f(__FILES__)";
    PlayerFiles::new(|name| Some(if name.ends_with("shell.js") { script.to_vec() } else { name.into() })).unwrap()
}

/// Writes what a document refers to, one address a line.
struct Addresses;

impl Render for Addresses {
    fn document(&self, document: &Document<'_>) -> String {
        let (links, player, data) = match document {
            Document::Widget(document) => (&document.links, Some(&document.player), document.data.clone()),
            Document::Page(document) => (&document.links, document.player.as_ref(), document.page.name.clone()),
        };
        let programs = player.iter().flat_map(|player| player.programs.values()).flat_map(|program| [&program.glue, &program.wasm]);
        let own = player.iter().flat_map(|player| [&player.shell, &player.noscript]);
        let all = links.styles.iter().chain(&links.scripts).chain([&links.icon]).chain(programs).chain(own);
        [all.cloned().collect::<Vec<_>>().join("\n"), links.extra_scripts.join("\n"), data].join("\n")
    }
}

fn built(pages: Vec<Page>) -> Files {
    site(&course(pages), &player(), &Addresses, &[])
}

fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(&files[path]).unwrap()
}

fn one(files: &Files, start: &str, end: &str) -> String {
    let mut found = files.keys().filter(|path| path.starts_with(start) && path.ends_with(end));
    let path = found.next().unwrap().clone();
    assert_eq!(found.next(), None);
    path
}

#[test]
fn a_site_has_a_file_for_every_page_widget_and_part_of_the_player() {
    let files = built(vec![page("index", Embed::Iframe, vec![]), page("about", Embed::Iframe, vec![])]);
    let plain: Vec<_> = files.keys().filter(|path| !path.contains('-')).map(String::as_str).collect();
    assert_eq!(
        plain,
        [
            "_headers",
            "about.html",
            "course.json",
            "index.html",
            "p/v1/embed.js",
            "p/v1/frame.js",
            "p/v1/shell.js",
            "w/small/bundle.json",
            "w/small/index.html"
        ]
    );
    assert_eq!(files.keys().filter(|path| path.contains('-')).count(), 6);
}

#[test]
fn equal_input_gives_equal_bytes() {
    assert_eq!(built(vec![]), built(vec![]));
}

#[test]
fn a_hashed_name_changes_with_its_content_only() {
    let files = built(vec![]);
    let changed = PlayerFiles::new(|name| Some(if name == "quiz.wasm" { b"new".to_vec() } else { name.into() })).unwrap();
    let after = site(&course(vec![]), &changed, &Addresses, &[]);
    assert_eq!(one(&files, "p/v1/quiz-", ".js"), one(&after, "p/v1/quiz-", ".js"));
    assert_ne!(one(&files, "p/v1/quiz-", ".wasm"), one(&after, "p/v1/quiz-", ".wasm"));
    assert_eq!(one(&files, "p/v1/quiz-", ".wasm").len(), "p/v1/quiz-0123456789ab.wasm".len());
}

#[test]
fn the_stable_scripts_carry_the_hashed_names_of_their_neighbors() {
    let files = built(vec![]);
    let names = [("quiz-", ".js"), ("quiz-", ".wasm"), ("quiz-", ".css")].map(|(start, end)| one(&files, &format!("p/v1/{start}"), end));
    let stamped: Vec<_> = names.iter().map(|path| format!("\"{}\"", path.trim_start_matches("p/v1/"))).collect();
    assert_eq!(text(&files, "p/v1/shell.js"), format!("f({{quiz:[{}]}})", stamped.join(",")));
}

#[test]
fn every_address_in_a_document_leads_to_a_file_of_the_site() {
    let shown = Part::Widget(WidgetId::from("small"), "Take it".into());
    let files = built(vec![page("index", Embed::Element, vec![shown.clone()]), page("framed", Embed::Iframe, vec![shown])]);
    for (document, folder) in [("index.html", ""), ("framed.html", ""), ("w/small/index.html", "../../")] {
        for address in text(&files, document).lines().filter(|line| line.contains("p/v1/")) {
            let path = address.strip_prefix(folder).unwrap();
            assert!(files.contains_key(path), "{document}: {address}");
        }
    }
}

#[test]
fn a_page_loads_only_what_it_shows() {
    let shown = Part::Widget(WidgetId::from("small"), "Take it".into());
    let files = built(vec![
        page("index", Embed::Iframe, vec![]),
        page("framed", Embed::Iframe, vec![shown.clone()]),
        page("inside", Embed::Element, vec![shown]),
    ]);
    let scripts = |name: &str| text(&files, name).lines().filter(|line| line.ends_with(".js")).count();
    assert_eq!((scripts("index.html"), scripts("framed.html"), scripts("inside.html")), (0, 1, 3));
}

#[test]
fn a_course_without_an_index_gets_one_that_shows_its_widgets() {
    let files = built(vec![page("about", Embed::Iframe, vec![])]);
    assert!(text(&files, "index.html").contains("p/v1/shell.js"));
}

#[test]
fn the_policy_names_the_one_style_sheet_that_stands_in_documents() {
    let policies = |style: &'static [u8]| {
        let player = PlayerFiles::new(|name| Some(if name == "quiz.css" { style.to_vec() } else { name.into() })).unwrap();
        let files = site(&course(vec![]), &player, &Addresses, &[]);
        text(&files, "_headers").lines().filter(|line| line.contains("Content-Security-Policy")).map(str::to_owned).collect::<Vec<_>>()
    };
    // The SHA-256 of `p{}`.
    assert!(
        policies(b"p{}\n").iter().all(|policy| policy.contains("style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=';")),
        "{:?}",
        policies(b"p{}\n")
    );
    assert_ne!(policies(b"p{}"), policies(b"q{}"));
}

#[test]
fn the_published_bundle_is_for_play_and_leaves_the_meta_data_at_home() {
    let files = built(vec![]);
    let bundle = Bundle::from_json(text(&files, "w/small/bundle.json")).unwrap();
    assert_eq!((bundle.profile, &bundle.meta, bundle.revision.as_str()), (Profile::Play, &None, "0123456789ab"));
}

#[test]
fn only_hashed_files_are_kept_for_good() {
    let files = built(vec![]);
    let headers = text(&files, "_headers");
    for (path, keep) in [(one(&files, "p/v1/quiz-", ".wasm"), "immutable"), ("p/v1/shell.js".into(), "max-age=600")] {
        let rule = headers.split_once(&format!("/{path}\n")).unwrap().1;
        assert!(rule.lines().next().unwrap().contains(keep), "{path}");
    }
}

#[test]
fn the_manifest_names_every_widget_with_its_room() {
    let files = built(vec![]);
    let manifest: serde_json::Value = serde_json::from_slice(&files["course.json"]).unwrap();
    let widget = &manifest["widgets"][0];
    assert_eq!((widget["path"].as_str(), widget["kind"].as_str()), (Some("w/small/"), Some("quiz")));
    assert!(widget["heights"]["320"].as_u64().unwrap() > 200);
}

#[test]
fn a_folder_that_is_no_player_is_named_with_what_it_lacks() {
    let missing = PlayerFiles::new(|name| (!name.ends_with(".css")).then(Vec::new)).unwrap_err();
    assert_eq!(missing.to_string(), "page.css, noscript.css, quiz.css");
}

#[test]
fn longer_texts_and_narrower_frames_reserve_more() {
    let heights = |stem: &str| reserve::first_step(&quiz("small", stem)).iter().map(|(_, height)| height).collect::<Vec<_>>();
    let (short, long) = (heights("Why?"), heights(&"A rather long question about something. ".repeat(8)));
    assert!(short.iter().zip(&long).all(|(short, long)| short < long));
    assert!(long.is_sorted_by(|narrow, wide| narrow >= wide));
}

#[test]
fn the_height_without_a_script_is_enough_at_every_measured_width_up_to_the_column() {
    let reserved = reserve::first_step(&quiz("small", &"A rather long question about something. ".repeat(8)));
    let clamp = reserved.clamp();
    let numbers: Vec<f64> = clamp.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|number| number.parse().ok()).collect();
    let [least, start, slope, most] = numbers[..] else { panic!("{clamp}") };
    for (width, height) in reserved.iter().filter(|(width, _)| *width <= 640) {
        let given = (start - slope / 100.0 * f64::from(width)).clamp(least, most);
        assert!(given + 1.0 >= f64::from(height), "{clamp} at {width}: {given} < {height}");
    }
}
