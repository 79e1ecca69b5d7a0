//! What a site holds and how its files refer to each other, seen with a renderer that writes addresses only.

use super::*;
use crate::course::Settings;
use waypost_core::bundle::{
    Bundle, Choice, Choices, Counted, Dir, Head, Interaction, Item, Key, Kind, Marking, Meta, Order, Reflect, Webhook,
};
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
            webhook: None,
            hosts: Vec::new(),
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
    fn mail(&self, mail: &Mail<'_>, form: Form) -> String {
        let answers: Vec<&str> = mail.answers.iter().map(|(_, link)| link.as_str()).collect();
        format!("{form:?} {} {}", mail.link, answers.join(" "))
    }

    fn picture(&self, card: &Card<'_>, picture: Picture) -> Vec<u8> {
        format!("{picture:?} of {}", card.face.title).into_bytes()
    }

    fn document(&self, document: &Document<'_>) -> String {
        let (links, player, data) = match document {
            Document::Single(single) => return format!("{}\n{}", single.policy, single.scripts.join("\n")),
            Document::Widget(document) => (&document.links, Some(&document.player), document.ahead.files.join("\n")),
            Document::Page(document) => (&document.links, document.player.as_ref(), document.page.name.clone()),
        };
        let programs = player.iter().flat_map(|player| player.programs.values()).flat_map(|program| [&program.glue, &program.wasm]);
        let own = player.iter().flat_map(|player| player.around.iter().chain([&player.noscript]));
        let all = links.styles.iter().chain(&links.early).chain(&links.scripts).chain([&links.icon]).chain(programs).chain(own);
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
            "nginx.conf",
            "p/v1/address.js",
            "p/v1/deliver.js",
            "p/v1/embed.js",
            "p/v1/frame.js",
            "p/v1/outbox.js",
            "p/v1/program.js",
            "p/v1/relay.js",
            "p/v1/resume.js",
            "p/v1/shell.js",
            "p/v1/store.js",
            "vercel.json",
            "w/small/bundle.json",
            "w/small/index.html",
            "w/small/single.html"
        ]
    );
    // Three for each program, of which three share a style sheet, the outbox, the worker's engine, four for all.
    assert_eq!(files.keys().filter(|path| path.contains('-')).count(), 3 * Program::ALL.len() + 4);
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
    let stamped = |path: String| format!("\"{}\"", path.trim_start_matches("p/v1/"));
    let program = |program: Program| {
        let name = program.name();
        let style = if [Program::Choices, Program::Review].contains(&program) { "quiz" } else { name };
        let names = [(name, ".js"), (name, ".wasm"), (style, ".css")].map(|(name, end)| one(&files, &format!("p/v1/{name}-"), end));
        format!("{name}:[{}]", names.map(stamped).join(","))
    };
    let outbox = format!("outbox:[\"outbox.js\",{}]", stamped(one(&files, "p/v1/outbox-", ".wasm")));
    let engine = format!("engine:[\"\",{}]", stamped(one(&files, "p/v1/engine-", ".wasm")));
    let programs: Vec<String> = Program::ALL.into_iter().map(program).chain([outbox, engine]).collect();
    assert_eq!(text(&files, "p/v1/shell.js"), format!("f({{{}}})", programs.join(",")));
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
    assert_eq!((scripts("index.html"), scripts("framed.html"), scripts("inside.html")), (0, 1, 5));
}

#[test]
fn a_page_plays_its_quizzes_in_one_program_and_a_lone_quiz_of_choices_in_the_smaller_one() {
    let mut essay = bundle("essay", "Why?");
    essay.items.push(Item::new("second".into(), Interaction::Reflect(Reflect { rows: 3 })));
    let shown = |id: &str| Part::Widget(id.into(), "Take it".into());
    let course = Course {
        widgets: vec![quiz("small", "Is it?"), Lesson::Quiz(essay)],
        ..course(vec![page("one", Embed::Element, vec![shown("small")]), page("two", Embed::Element, vec![shown("small"), shown("essay")])])
    };
    let files = site(&course, &player(), &Addresses, &[]);
    let programs = |path: &str| {
        let names =
            text(&files, path).lines().filter(|line| line.ends_with(".wasm")).filter_map(|line| line.rsplit('/').next()?.split_once('-'));
        names.map(|(name, _)| name).collect::<BTreeSet<_>>()
    };
    assert_eq!(programs("w/small/index.html"), ["choices"].into());
    assert_eq!(programs("w/essay/index.html"), ["quiz"].into());
    assert_eq!((programs("one.html"), programs("two.html")), (["choices"].into(), ["quiz"].into()));
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
        policies(b"p{}\n").iter().all(|policy| policy.contains("'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='")),
        "{:?}",
        policies(b"p{}\n")
    );
    assert_ne!(policies(b"p{}"), policies(b"q{}"));
}

#[test]
fn each_policy_names_the_one_script_that_stands_in_its_document() {
    // The SHA-256 of `p{}`.
    let named = "script-src 'self' 'wasm-unsafe-eval' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=';";
    let site = |inline: &str| {
        let player = PlayerFiles::new(|name| Some(if name == inline { b"p{}\n".to_vec() } else { name.into() })).unwrap();
        site(&course(vec![]), &player, &Addresses, &[])
    };
    let policy = |files: &Files, path: &str| {
        text(files, "_headers").split_once(&format!("\n{path}\n")).unwrap().1.lines().next().unwrap().to_owned()
    };
    for (inline, its_own, other) in [("early.js", "/w/small/", "/"), ("near.js", "/", "/w/small/")] {
        let files = site(inline);
        assert!(policy(&files, its_own).contains(named), "{}", policy(&files, its_own));
        assert!(!policy(&files, other).contains(named), "{}", policy(&files, other));
    }
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
    assert_eq!(missing.to_string(), "page.css, noscript.css, chooser.css, quiz.css, simulator.css");
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

/// A course whose address is known.
fn course_at(base: &str) -> Course {
    let mut course = course(vec![]);
    course.settings.base = Some(base.to_owned());
    course
}

#[test]
fn what_other_sites_show_is_written_only_where_the_address_is_known() {
    let names = ["oembed.json", "poster.png", "banner.png", "email.html", "email-plain.html", "email.txt", "feed.html"];
    let with = site(&course_at("https://example.com/c/"), &player(), &Addresses, &[]);
    let without = built(vec![]);
    for name in names {
        let path = format!("w/small/{name}");
        assert!(with.contains_key(&path) && !without.contains_key(&path), "{name}");
    }
    let oembed: serde_json::Value = serde_json::from_str(text(&with, "w/small/oembed.json")).unwrap();
    assert_eq!((oembed["version"].as_str(), oembed["type"].as_str(), oembed["width"].as_u64()), (Some("1.0"), Some("rich"), Some(320)));
    let html = oembed["html"].as_str().unwrap();
    assert!(html.contains("<a href=\"https://example.com/c/w/small/\">A quiz: Is it &lt;/script&gt; safe?</a>"), "{html}");
    assert!(html.contains("<iframe src=\"https://example.com/c/w/small/single.html\""), "{html}");
}

#[test]
fn a_mails_links_pick_an_answer_and_say_where_the_reader_came_from() {
    let files = site(&course_at("https://example.com/c/"), &player(), &Addresses, &[]);
    let told = "?a=first.b&utm_source=course&utm_medium=email&utm_campaign=small&utm_content=first.b";
    assert!(text(&files, "w/small/email.html").contains(&format!("https://example.com/c/w/small/{told}")));
}

#[test]
fn the_single_file_names_its_scripts_by_their_hashes_and_holds_nothing_that_ends_one() {
    let files = built(vec![]);
    let single = text(&files, "w/small/single.html");
    let (policy, scripts) = single.trim_start_matches("<!doctype html>\n").split_once('\n').unwrap();
    assert_eq!(policy.matches("'sha256-").count(), 3 + 2, "{policy}");
    assert!(!policy.contains("script-src 'self'") && !policy.contains("unsafe-inline"), "{policy}");
    assert!(!scripts.contains("</script") && scripts.contains("\\u003c/script> safe?"), "{scripts}");
}

#[test]
fn a_sign_up_lets_the_pages_send_to_its_provider_and_to_nobody_else() {
    let mut course = course(vec![]);
    let toml = "[subscribe]\ntitle = \"News\"\nurl = \"https://news.example/\"\nprovider = \"ghost\"\noften = \"weekly\"\nprivacy = \"https://news.example/p\"\n";
    course.settings = crate::course::compile(&[("course.toml".to_owned(), toml.to_owned())].into()).settings;
    let files = site(&course, &player(), &Addresses, &[]);
    for policy in text(&files, "_headers").lines().filter(|line| line.contains("Content-Security-Policy")) {
        assert!(policy.contains("connect-src 'self' https://news.example; form-action https://news.example;"), "{policy}");
    }
}

#[test]
fn every_host_is_told_the_same() {
    let files = built(vec![page("index", Embed::Iframe, vec![])]);
    let wasm = one(&files, "p/v1/quiz-", ".wasm");
    let vercel: serde_json::Value = serde_json::from_str(text(&files, "vercel.json")).unwrap();
    let rules = vercel["headers"].as_array().unwrap();
    let of = |source: &str, key: &str| {
        let rule = rules.iter().find(|rule| rule["source"] == source).unwrap();
        rule["headers"].as_array().unwrap().iter().find(|header| header["key"] == key).unwrap()["value"].as_str().unwrap().to_owned()
    };
    assert!(of(&format!("/{wasm}"), "Cache-Control").contains("immutable"));
    assert!(of("/p/v1/shell.js", "Cache-Control").contains("max-age=600"));
    assert_eq!(of("/w/(.*)", "Access-Control-Allow-Origin"), "*");
    let policy = of("/w/small/", "Content-Security-Policy");
    assert!(text(&files, "_headers").contains(&format!("/w/small/\n  Content-Security-Policy: {policy}\n")));
    assert!(text(&files, "nginx.conf").contains(&format!("\"~/w/small/index\\.html$\" \"{policy}\";")));
}

#[test]
fn a_webhook_is_in_every_bundle_named_by_the_policies_and_brings_its_script() {
    let webhook = Webhook { url: "https://hooks.example/in?course=1".into(), confirms: true };
    let mut with = course(vec![]);
    with.settings.webhook = Some(webhook);
    with.settings.hosts = vec!["https://news.example".into()];
    let files = site(&with, &player(), &Addresses, &[]);
    assert!(text(&files, "w/small/bundle.json").contains(r#""webhook":{"url":"https://hooks.example/in?course=1","confirms":true}"#));
    assert!(text(&files, "_headers").contains("connect-src 'self' https://hooks.example;"));
    assert!(text(&files, "w/small/index.html").contains("p/v1/deliver.js"));
    let without = built(vec![]);
    assert!(!text(&without, "w/small/bundle.json").contains("webhook"));
    assert!(text(&without, "_headers").contains("connect-src 'self';"));
    assert!(!text(&without, "w/small/index.html").contains("p/v1/deliver.js"));
}
