//! What an author types, what comes back: exit codes, words, files.

mod bench;

use bench::Bench;
use std::fs;

#[test]
fn a_new_course_checks_clean_and_builds_into_a_site() {
    let bench = Bench::new();
    let new = bench.run(&["new", "course"]);
    assert_eq!(new.code, 0, "{new:?}");
    assert!(new.out.contains("waypost serve course\n"), "{}", new.out);

    let check = bench.run(&["check", "course"]);
    assert_eq!((check.code, check.out.as_str(), check.err.as_str()), (0, "3 files, 3 items: fine\n", ""));

    let build = bench.build("course");
    assert_eq!(build.code, 0, "{build:?}");
    for file in
        ["index.html", "course.json", "_headers", "w/first-quiz/index.html", "w/first-quiz/bundle.json", "p/v1/shell.js", "p/v1/embed.js"]
    {
        assert!(bench.path("site").join(file).is_file(), "{file}");
    }
    assert!(!bench.path("site/.waypost-building").exists());
}

#[test]
fn building_twice_gives_the_same_bytes_and_writes_nothing() {
    let bench = Bench::with_course();
    bench.edit("course/course.toml", |text| text.replace("\nlang = ", "\nbase = \"https://example.com/c\"\nlang = "));
    bench.build("course");
    let first = bench.files("site");
    let second = bench.build("course");
    assert_eq!(first, bench.files("site"));
    assert!(second.out.ends_with("0 new or changed\n"), "{}", second.out);
}

#[test]
fn content_with_an_error_is_shown_and_the_old_site_stays() {
    let bench = Bench::with_course();
    bench.build("course");
    let before = bench.files("site");
    bench.edit("course/first-quiz.md", |text| text.replace("- [x] An x in its box {#b}", "- [x]An x in its box {#b}"));

    let check = bench.run(&["check", "course"]);
    assert_eq!(check.code, 1, "{check:?}");
    assert!(check.err.contains("course/first-quiz.md:") && check.err.contains("help: "), "{}", check.err);
    assert!(check.out.starts_with("3 files") && check.out.contains("1 error"), "{}", check.out);

    let build = bench.build("course");
    assert_eq!(build.code, 1, "{build:?}");
    assert!(build.out.contains("nothing was written"), "{}", build.out);
    assert_eq!(before, bench.files("site"));
}

#[test]
fn findings_as_json_carry_place_and_help() {
    let bench = Bench::with_course();
    bench.edit("course/index.md", |text| text.replace("(first-quiz.md)", "(first-quix.md)"));
    let check = bench.run(&["check", "--json", "course"]);
    assert_eq!(check.code, 1);
    let found: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    assert_eq!(found[0]["file"], "course/index.md");
    assert_eq!(found[0]["severity"], "error");
    assert!(found[0]["line"].as_u64().unwrap() > 10 && found[0]["help"].as_str().unwrap().contains("first-quiz.md"), "{found}");
}

#[test]
fn a_file_is_checked_with_its_neighbors_and_counted_alone() {
    let bench = Bench::with_course();
    let page = bench.run(&["check", "course/index.md"]);
    assert_eq!((page.code, page.out.as_str()), (0, "1 file: fine\n"), "{page:?}");
    let quiz = bench.run(&["check", "course/first-quiz.md"]);
    assert_eq!((quiz.code, quiz.out.as_str()), (0, "1 file, 3 items: fine\n"), "{quiz:?}");
}

#[test]
fn formatting_fills_in_names_once_and_check_only_looks() {
    let bench = Bench::with_course();
    assert_eq!(bench.run(&["fmt", "--check", "course"]).code, 0, "the starter is formatted");
    bench.edit("course/first-quiz.md", |text| text.replace(" {#b}", "").replace("- [", "* ["));
    let before = bench.files("course");
    let check = bench.run(&["fmt", "--check", "course"]);
    assert_eq!((check.code, check.out.as_str()), (1, "course/first-quiz.md is not formatted\n2 files, 1 to be formatted\n"));
    assert_eq!(before, bench.files("course"));
    assert_eq!(bench.run(&["fmt", "course/first-quiz.md"]).out, "1 file, 1 formatted anew\n");
    assert_eq!(bench.run(&["fmt", "--check", "course"]).out, "2 files, all formatted\n");
    assert_eq!(bench.run(&["check", "course"]).code, 0);
}

/// German words for a part of the starter's quiz.
const GERMAN: &str = "+++\nof = \"first-quiz\"\nlang = \"de\"\n+++\n\nEin Anfang.\n";

#[test]
fn a_translation_is_a_page_of_its_own_and_the_languages_lead_to_each_other() {
    let bench = Bench::with_course();
    bench.edit("course/course.toml", |text| text.replace("\nlang = ", "\nbase = \"https://example.com/c\"\nlang = "));
    fs::write(bench.path("course/first-quiz.de.md"), GERMAN).unwrap();
    let build = bench.build("course");
    assert_eq!(build.code, 0, "{build:?}");
    let page = |name: &str| fs::read_to_string(bench.path("site/w").join(name).join("index.html")).unwrap();
    let (english, german) = (page("first-quiz"), page("first-quiz-de"));
    for page in [&english, &german] {
        for (lang, id) in [("en", "first-quiz"), ("de", "first-quiz-de"), ("x-default", "first-quiz")] {
            let link = format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"https://example.com/c/w/{id}/\">");
            assert!(page.contains(&link), "{link}\n{page}");
        }
    }
    assert!(
        english.contains("<span>Also in:</span><a href=\"../../w/first-quiz-de/\" lang=\"de\" hreflang=\"de\" dir=\"auto\">Deutsch</a>")
    );
    assert!(german.contains("<span>Auch auf:</span><a href=\"../../w/first-quiz/\" lang=\"en\" hreflang=\"en\" dir=\"auto\">English</a>"));
    // What is not translated says in which language it is.
    assert!(german.starts_with("<!doctype html>\n<html lang=\"de\"") && german.contains("<title lang=\"en\">"), "{german}");
    assert!(german.contains("<h2 class=\"wp-title\" dir=\"auto\" lang=\"en\">"), "{german}");
    let single = fs::read_to_string(bench.path("site/w/first-quiz-de/single.html")).unwrap();
    assert!(!single.contains("wp-also\"") && single.contains("<title lang=\"en\">"), "a file alone has no others to lead to");
}

#[test]
fn formatting_a_translation_writes_down_what_it_was_made_from() {
    let bench = Bench::with_course();
    fs::write(bench.path("course/first-quiz.de.md"), GERMAN).unwrap();
    assert_eq!(bench.run(&["check", "course"]).code, 0);
    assert_eq!(bench.run(&["fmt", "course/first-quiz.de.md"]).out, "1 file, 1 formatted anew\n");
    let made = fs::read_to_string(bench.path("course/first-quiz.de.md")).unwrap();
    assert!(made.starts_with("+++\nof = \"first-quiz\"\nlang = \"de\"\n\n[base]\nintro = \""), "{made}");
    assert_eq!(bench.run(&["fmt", "--check", "course"]).code, 0);
    assert_eq!(bench.run(&["check", "--deny", "course"]).code, 0);
    bench.edit("course/first-quiz.md", |text| text.replace("Three questions about writing questions.", "Another beginning."));
    let check = bench.run(&["check", "course"]);
    assert!(check.err.contains("warning[W150]: `intro` was translated from an earlier version"), "{check:?}");
    assert_eq!(bench.build("course").code, 0, "it is used all the same");
}

#[test]
fn check_mends_what_has_one_way_and_says_so() {
    let bench = Bench::with_course();
    let before = bench.files("course");
    bench.edit("course/first-quiz.md", |text| text.replace("- [x] An x in its box {#b}", "- [x]An x in its box {#b}"));
    let broken = bench.files("course");
    let check = bench.run(&["check", "--json", "course"]);
    let found: serde_json::Value = serde_json::from_str(&check.out).unwrap();
    assert_eq!((found[0]["code"].as_str(), found[0]["edit"]["text"].as_str()), (Some("E122"), Some("[x] ")), "{found}");
    assert_eq!(bench.files("course"), broken, "without --fix nothing is written");
    let fix = bench.run(&["check", "--fix", "course"]);
    assert_eq!((fix.code, fix.out.as_str()), (0, "3 files, 3 items: fine\n"), "{fix:?}");
    assert!(fix.err.contains("mended[E122]: `[x]` is not seen as a box here"), "{fix:?}");
    assert_eq!(bench.files("course"), before);
    let again = bench.run(&["check", "--fix", "course"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""), "{again:?}");
}

#[test]
fn a_file_with_errors_is_not_formatted_and_stays() {
    let bench = Bench::with_course();
    bench.edit("course/first-quiz.md", |text| text.replace("- [x] An x in its box {#b}", "- [x]An x in its box {#b}"));
    let before = bench.files("course");
    let fmt = bench.run(&["fmt", "course"]);
    assert_eq!(fmt.code, 1, "{fmt:?}");
    assert!(fmt.err.contains("error[E122]") && fmt.out.contains("1 left as they are"), "{fmt:?}");
    assert_eq!(before, bench.files("course"));
}

#[test]
fn a_code_is_explained_with_reason_source_and_examples() {
    let bench = Bench::new();
    let page = bench.run(&["explain", "w101"]);
    assert_eq!(page.code, 0, "{page:?}");
    for part in ["W101 (warning): the longest option is right", "Source: Haladyna", "Breaks the rule:", "Mended:", "<!-- allow: W101 -->"] {
        assert!(page.out.contains(part), "{part}: {}", page.out);
    }
    assert_eq!(bench.run(&["explain", "E122"]).code, 0);
    let unknown = bench.run(&["explain", "W999"]);
    assert!(unknown.code == 2 && unknown.err.contains("W999 is no code"), "{unknown:?}");
}

#[test]
fn images_are_published_beside_the_pages_and_rules_without_words_are_named() {
    let bench = Bench::with_course();
    fs::write(bench.path("course/line.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"></svg>").unwrap();
    bench.edit("course/index.md", |text| format!("{text}\n![A line](line.svg)\n"));
    assert_eq!(bench.build("course").code, 0);
    let site = bench.files("site");
    let image = site.keys().find(|path| path.starts_with("a/line-") && path.ends_with(".svg")).unwrap();
    let page = String::from_utf8_lossy(&site["index.html"]).into_owned();
    assert!(page.contains(&format!("<img src=\"{image}\" alt=\"A line\" width=\"20\" height=\"10\"")), "{page}");
    assert!(
        String::from_utf8_lossy(&site["_headers"]).contains(&format!("/{image}\n  Cache-Control: public, max-age=31536000, immutable"))
    );

    bench.edit("course/first-quiz.md", |text| text.replace("lang = \"en\"", "lang = \"fi\""));
    let check = bench.run(&["check", "course"]);
    assert!(check.out.contains("there are no words in fi yet for W102"), "{check:?}");
    fs::remove_file(bench.path("course/line.svg")).unwrap();
    let missing = bench.run(&["check", "course"]);
    assert!(missing.code == 1 && missing.err.contains("error[E304]"), "{missing:?}");
}

#[test]
fn what_lies_in_the_sites_folder_stays() {
    let bench = Bench::with_course();
    fs::create_dir_all(bench.path("site/w/older")).unwrap();
    fs::write(bench.path("site/w/older/index.html"), "still embedded somewhere").unwrap();
    fs::write(bench.path("site/CNAME"), "example.com").unwrap();
    bench.build("course");
    let files = bench.files("site");
    assert_eq!(files["CNAME"], b"example.com");
    assert_eq!(files["w/older/index.html"], b"still embedded somewhere");
}

#[test]
fn a_folder_with_something_in_it_is_not_started_in() {
    let bench = Bench::with_course();
    let before = bench.files("course");
    let again = bench.run(&["new", "course"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("course is not empty"), "{}", again.err);
    assert_eq!(before, bench.files("course"));
}

#[test]
fn wrong_use_is_told_apart_from_wrong_content() {
    let bench = Bench::with_course();
    for wrong in [&["frob"][..], &["check"], &["check", "nowhere"], &["build", "course"], &["build", "nowhere", "--out", "site"], &[]] {
        let ended = bench.run(wrong);
        assert_eq!(ended.code, 2, "{wrong:?}: {ended:?}");
        assert!(!ended.err.is_empty(), "{wrong:?}");
    }
    assert!(!bench.path("site").exists());
}

#[test]
fn a_missing_player_is_named_with_the_way_to_get_one() {
    let bench = Bench::with_course();
    let without = bench.run(&["build", "course", "--out", "site"]);
    assert_eq!(without.code, 2);
    assert!(without.err.contains("--player") && without.err.contains("cargo xtask build"), "{}", without.err);
    fs::remove_file(bench.path("player/quiz.css")).unwrap();
    let partly = bench.build("course");
    assert_eq!(partly.code, 2);
    assert!(partly.err.contains("quiz.css not found there"), "{}", partly.err);
}

#[test]
fn help_has_examples_on_every_command_and_no_color_in_a_pipe() {
    let bench = Bench::new();
    for command in ["new", "check", "explain", "fmt", "build", "serve"] {
        let help = bench.run(&[command, "--help"]);
        assert_eq!(help.code, 0);
        assert!(help.out.contains(&format!("  waypost {command} ")), "{}", help.out);
        assert!(!help.out.contains('\u{1b}'), "{command}");
    }
}

#[test]
fn documents_keep_the_strict_policy_they_declare() {
    let bench = Bench::with_course();
    bench.build("course");
    for document in ["site/index.html", "site/w/first-quiz/index.html"] {
        let html = fs::read_to_string(bench.path(document)).unwrap();
        let policy = html.find("http-equiv=\"Content-Security-Policy\"").unwrap();
        assert!(policy < html.find("<link").unwrap(), "{document}: the policy comes first");
        assert!(!html.contains(" style=") && !html.contains(" onclick"), "{document}");
        let sheets = html.matches("<style").count();
        assert!(sheets == 0 || sheets == 1 && html.contains("'sha256-"), "{document}: a style sheet the policy does not name");
        for script in html.split("<script").skip(1) {
            // One script stands in a widget's page itself; that the policy names it is shown where policies are made.
            let inside = script.starts_with(">/* early.js */</script>") && document.contains("/w/");
            assert!(inside || script.contains(" src=\""), "{document}: {script:.80}");
        }
    }
}

#[test]
fn a_widgets_page_can_be_answered_and_read_before_any_script() {
    let bench = Bench::with_course();
    bench.build("course");
    let html = fs::read_to_string(bench.path("site/w/first-quiz/index.html")).unwrap();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"), "{html:.80}");
    assert_eq!(html.matches(" type=\"radio\"").count(), 3);
    assert!(html.contains("A quiz needs a program to run on my server."), "the other questions can be read");
    assert!(
        html.contains("<link as=\"fetch\" rel=\"preload\" media=\"not all\" crossorigin=\"anonymous\" href=\"bundle.json\">"),
        "the bundle is on its way early"
    );
}

#[test]
fn an_element_stands_in_its_page_with_its_shadow() {
    let bench = Bench::with_course();
    bench.edit("course/index.md", |text| text.replace("layout = \"post\"", "layout = \"lesson\"\nembed = \"element\""));
    bench.build("course");
    let html = fs::read_to_string(bench.path("site/index.html")).unwrap();
    let shadow = html.split_once("<template shadowrootmode=\"open\">").unwrap().1.split_once("</template>").unwrap().0;
    assert!(shadow.starts_with("<style>"), "{shadow:.80}");
    assert!(shadow.contains(" type=\"radio\""));
    assert!(html.contains("<waypost-widget src=\"w/first-quiz/\""));
}

#[test]
fn a_preview_answers_and_tells_open_pages_of_each_change() {
    let bench = Bench::with_course();
    let preview = bench.serve(&[]);
    let (status, page) = preview.get("/");
    assert_eq!(status, 200);
    assert!(page.contains("/.waypost/live.js"));
    assert_eq!(preview.get("/w/first-quiz").0, 301);
    assert_eq!(preview.get("/w/first-quiz/").0, 200);
    assert_eq!(preview.get("/nowhere").0, 404);
    assert_eq!(preview.get("/../course/course.toml").0, 404);

    let mut news = preview.news();
    let first = news.next();
    bench.edit("course/index.md", |text| text.replace("My first post", "My second post"));
    let second = news.next();
    assert_ne!(first["version"], second["version"]);
    assert!(preview.get("/").1.contains("My second post"));

    bench.edit("course/first-quiz.md", |text| text.replace("- [x] An x", "- [x]An x"));
    let broken = news.next();
    assert_eq!(broken["version"], second["version"], "the last good version stays");
    assert!(broken["problems"][0].as_str().unwrap().contains("first-quiz.md:"), "{broken}");
    assert!(preview.get("/").1.contains("My second post"));

    bench.edit("course/first-quiz.md", |text| text.replace("- [x]An x", "- [x] An x"));
    assert_eq!(news.next()["problems"], serde_json::json!([]));
}

#[test]
fn a_course_that_never_built_shows_why_until_it_does() {
    let bench = Bench::with_course();
    bench.edit("course/first-quiz.md", |text| text.replace("- [x] An x", "- [x]An x"));
    let preview = bench.serve(&[]);
    let (status, page) = preview.get("/");
    assert!(status == 200 && page.contains("can't be shown yet"), "{page}");
    assert_eq!(preview.news().next()["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn a_gallery_stands_before_the_course() {
    let bench = Bench::with_course();
    fs::create_dir_all(bench.path("dist/course")).unwrap();
    fs::write(bench.path("dist/index.html"), "the gallery").unwrap();
    fs::write(bench.path("dist/course/index.html"), "an older build").unwrap();
    let preview = bench.serve(&["--gallery", "dist"]);
    assert_eq!(preview.get("/").1, "the gallery");
    assert_eq!(preview.get("/course").0, 301);
    assert!(preview.get("/course/").1.contains("My first post"));
    assert_eq!(preview.get("/../course/course.toml").0, 404);
}

#[test]
fn a_taken_port_is_named() {
    let bench = Bench::with_course();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ended = bench.run(&["serve", "course", "--player", "player", "--port", &port]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains(&format!("port {port} is taken")) && ended.err.contains("--port"), "{}", ended.err);
}

/// A profile with two outcomes, four questions and what settles ties.
const MINES: &str = r#"+++
kind = "chooser"
id = "mines"
title = "Which land mine?"
engine = "profile"
about = { published = 2026-11-22, review-by = 2027-11-22, updates = "Yearly.", funding = "The author." }
rules = { min = 2, floor = 0.0 }
scale.often = ["Never", "Once", "Some days", "Most days"]
+++

## Stretched thin {#thin role=outcome next=mindset}

More open threads than you can finish.

## Long hours {#hours role=outcome next=mindset}

The week ends when you are empty.

## How often did you take on work? {#taken scale=often to=thin}

## How often did you leave a thread open? {#open scale=often to=thin}

## How often did you work after dinner? {#dinner scale=often to=hours}

## How often did you work at the weekend? {#weekend scale=often to=hours}

## Which costs you most? {#costs role=tiebreak}

## Shift your mindset {#mindset role=next}

- Ask which bet a task serves. {#a}
"#;

#[test]
fn the_workbench_says_who_gets_what_as_text_as_json_and_with_charts() {
    let bench = Bench::new();
    fs::write(bench.path("mines.md"), MINES).unwrap();
    let text = bench.run(&["workbench", "mines.md"]);
    assert_eq!((text.code, text.err.as_str()), (0, ""), "{text:?}");
    assert!(text.out.contains("exact, over all ways to answer") && text.out.contains("Stretched thin"), "{}", text.out);
    let json: serde_json::Value = serde_json::from_str(&bench.run(&["workbench", "mines.md", "--json"]).out).unwrap();
    assert_eq!(json["figures"]["paths"], 256.0);
    assert!((json["figures"]["spread"]["ties"].as_f64().unwrap() - 44.0 / 256.0).abs() < 1e-12, "{json}");
    assert_eq!(json["findings"], serde_json::json!([]));
    let page = bench.run(&["workbench", "mines.md", "--html", "report.html"]);
    assert_eq!((page.code, page.out.as_str()), (0, "wrote report.html\n"));
    let html = fs::read_to_string(bench.path("report.html")).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>\n<html") && html.contains("<svg") && !html.contains("<script"), "{html}");
}

#[test]
fn the_gate_stops_where_a_figure_is_beyond_the_limits_of_the_file() {
    let bench = Bench::new();
    fs::write(bench.path("mines.md"), MINES.replace("## Which costs you most? {#costs role=tiebreak}\n\n", "")).unwrap();
    let open = bench.run(&["workbench", "mines.md"]);
    assert!(open.code == 0 && open.err.contains("warning[W342]: 17 % of the ways to answer end in a tie"), "{open:?}");
    assert_eq!(bench.run(&["workbench", "mines.md", "--gate"]).code, 1);
    assert!(bench.run(&["check", "mines.md"]).err.contains("W342"), "check looks too");
    fs::write(bench.path("mines.md"), MINES).unwrap();
    assert_eq!(bench.run(&["workbench", "mines.md", "--gate"]).code, 0);
}

#[test]
fn the_workbench_says_what_it_cannot_measure() {
    let bench = Bench::with_course();
    let quiz = bench.run(&["workbench", "course/first-quiz.md"]);
    assert!(quiz.code == 2 && quiz.err.contains("course/first-quiz.md is no chooser"), "{quiz:?}");
    let missing = bench.run(&["workbench", "nowhere.md"]);
    assert!(missing.code == 2 && missing.err.contains("nowhere.md can't be read"), "{missing:?}");
    fs::write(bench.path("mines.md"), MINES.replace("engine = \"profile\"\n", "")).unwrap();
    let broken = bench.run(&["workbench", "mines.md"]);
    assert!(broken.code == 1 && broken.out == "mend the errors first: nothing was measured\n", "{broken:?}");
}

#[test]
fn link_previews_and_mails_need_the_address_of_the_site_and_the_build_says_so() {
    let bench = Bench::with_course();
    let without = bench.build("course");
    assert!(without.out.contains("no link previews, posters and mails: they need the site's address"), "{without:?}");
    let names = ["oembed.json", "poster.png", "banner.png", "email.html", "email-plain.html", "email.txt", "feed.html"];
    let path = |name: &str| bench.path("site/w/first-quiz").join(name);
    assert!(names.iter().all(|name| !path(name).exists()));
    assert!(path("single.html").exists());
    let page = |site: &str| fs::read_to_string(bench.path(site).join("w/first-quiz/index.html")).unwrap();
    assert!(!page("site").contains("og:title") && !page("site").contains("oembed"));

    bench.edit("course/course.toml", |text| text.replace("\nlang = ", "\nbase = \"https://example.com/c\"\nlang = "));
    let with = bench.build("course");
    assert!(!with.out.contains("no link previews"), "{with:?}");
    for name in names {
        assert!(path(name).is_file(), "{name}");
    }
    for part in [
        "<meta property=\"og:image\" content=\"https://example.com/c/w/first-quiz/poster.png\">",
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.com/c/w/first-quiz/oembed.json\"",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(page("site").contains(part), "{part}");
    }
}

#[test]
fn a_poster_is_1200_by_630_pixels_has_the_same_bytes_each_time_and_differs_with_its_words() {
    let bench = Bench::with_course();
    let poster = |title: &str| {
        bench.edit("course/first-quiz.md", |text| {
            let old = text.lines().find(|line| line.starts_with("title = ")).unwrap().to_owned();
            text.replace(&old, &format!("title = \"{title}\""))
        });
        let built = bench.run(&["build", "course", "--out", "site", "--base", "https://example.com/", "--player", "player"]);
        assert_eq!(built.code, 0, "{built:?}");
        fs::read(bench.path("site/w/first-quiz/poster.png")).unwrap()
    };
    let first = poster("One");
    assert_eq!(first.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    assert_eq!(first.get(16..24), Some(&[0, 0, 4, 176, 0, 0, 2, 118][..]), "1200 by 630");
    for other in ["Two", "日本語の題名", "عنوان بالعربية"] {
        assert_ne!(first, poster(other), "{other}");
    }
    assert_eq!(first, poster("One"));
}

#[test]
fn each_platform_gets_its_snippet_with_a_reason() {
    let bench = Bench::with_course();
    let list = bench.run(&["embed"]);
    assert_eq!(list.code, 0, "{list:?}");
    let platforms =
        ["beehiiv", "ghost", "substack", "wordpress", "kit", "notion", "moodle", "canvas", "openedx", "thinkific", "kajabi", "html"];
    let embed = |platform: &str, more: &[&str]| {
        let typed = ["embed", "course/first-quiz.md", "--for", platform, "--base", "https://example.com/c"];
        bench.run(&[&typed[..], more].concat())
    };
    for platform in platforms {
        assert!(list.out.contains(&format!("\n{platform} ")) || list.out.starts_with(platform), "{platform}");
        let said = embed(platform, &[]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
        assert!(said.out.contains("https://example.com/c/w/first-quiz/") && !said.out.contains("{base}"), "{said:?}");
    }
    assert!(embed("ghost", &[]).out.contains("<script defer src=\"https://example.com/c/p/v1/embed.js\">"));
    assert!(!embed("beehiiv", &[]).out.contains("<script"), "beehiiv strips scripts");
    assert!(!embed("substack", &[]).out.contains('<'), "Substack takes no HTML");
    assert!(embed("kit", &[]).out.contains("?a=right-answer.b&amp;utm_source="));
    assert!(embed("notion", &[]).out.contains("?layout=fixed&chrome=none"));

    let json: serde_json::Value = serde_json::from_str(&embed("wordpress", &["--json"]).out).unwrap();
    assert_eq!(json["leaves"], "frame-sandboxed");
    assert_eq!(json["pieces"][0]["code"], "https://example.com/c/w/first-quiz/");
}

#[test]
fn wrong_use_of_embed_and_export_is_told_with_a_way_out() {
    let bench = Bench::with_course();
    let told = |typed: &[&str], words: &str| {
        let said = bench.run(typed);
        assert!(said.code == 2 && said.err.contains(words), "{typed:?}: {said:?}");
    };
    told(&["embed", "course/first-quiz.md", "--for", "myspace"], "myspace is no platform that is known here");
    told(&["embed", "--for", "ghost"], "which lesson?");
    told(&["embed", "course/gone.md", "--for", "ghost"], "is not a file");
    told(&["embed", "course/index.md", "--for", "ghost"], "is no lesson");
    told(&["embed", "course/first-quiz.md", "--for", "ghost", "--base", "example.com"], "is no address of a site");
    told(&["export", "course/first-quiz.md", "--to", "email"], "need the address of the site");
    let unknown = bench.run(&["embed", "course/first-quiz.md", "--for", "ghost"]);
    assert!(unknown.code == 0 && unknown.err.contains("stands for the address of your site"), "{unknown:?}");
}

#[test]
fn a_mail_has_every_answer_as_a_link_and_nothing_that_says_which_is_right() {
    let bench = Bench::with_course();
    let export = |more: &[&str]| bench.run(&[&["export", "course/first-quiz.md", "--base", "https://example.com/c/"], more].concat());
    let written = export(&["--to", "email", "--out", "mail"]);
    assert_eq!((written.code, written.out.as_str()), (0, "email.html, email-plain.html, email.txt in mail\n"), "{written:?}");
    for name in ["email.html", "email-plain.html", "email.txt"] {
        let text = fs::read_to_string(bench.path("mail").join(name)).unwrap().replace("&amp;", "&");
        for option in ["a", "b", "c"] {
            let link = format!("https://example.com/c/w/first-quiz/?a=right-answer.{option}&utm_source=your-newsletter&utm_medium=email");
            assert!(text.contains(&link), "{name}: {link}\n{text}");
        }
        assert!(text.contains("What makes an answer the right one?") && !text.contains("Just so"), "{name}: {text}");
        assert!(!text.contains("<script") && !text.contains("class=") && !text.contains("<style"), "{name}");
    }
    let feed = export(&["--to", "feed"]).out;
    assert!(feed.find("?a=right-answer.a") < feed.find("<iframe"), "{feed}");
}

/// What comes after the question that a mail asks.
const SECOND: &str = "\n## Which one? {#second}\n\n- [x] Alpha {#a}\n- [ ] Omega {#b}\n";

#[test]
fn a_mail_of_a_quiz_that_begins_with_no_choice_asks_its_question_and_leads_to_the_page() {
    for first in [
        "## How many teams use [the new API](https://example.org/api)? {#teams}\n\n= 12\n",
        "## Tell me *why* it [broke](https://example.org/x) {#why type=reflect}\n",
    ] {
        for mail in Bench::with_course().mails(&format!("{first}{SECOND}")) {
            let asked = if first.contains("teams") { "How many teams use the new API?" } else { "Tell me why it broke" };
            assert!(mail.contains(asked), "{mail}");
            assert!(!mail.contains("?a=") && !mail.contains("example.org") && !mail.contains("Omega"), "{mail}");
            assert!(mail.contains("https://example.com/c/w/lead/?utm_source=your-newsletter&utm_medium=email&utm_campaign=lead"), "{mail}");
        }
    }
}

#[test]
fn a_link_in_a_question_or_an_answer_is_words_in_a_mail_so_that_a_row_leads_to_its_answer_only() {
    let first = "## Which [API](https://example.org/api) first? {#api}\n\n- [x] The [new](https://example.org/new) & `fast` \\<one> {#new}\n- [ ] The old one {#old}\n";
    for mail in Bench::with_course().mails(&format!("{first}{SECOND}")) {
        assert!(
            mail.contains("Which API first?") && mail.contains("?a=api.new&utm_source=") && mail.contains("?a=api.old&utm_source="),
            "{mail}"
        );
        assert!(!mail.contains("example.org"), "{mail}");
        let links = mail.matches("https://example.com/c/w/lead/?").count();
        assert_eq!(links, 3, "two answers and the way to the page: {mail}");
    }
}

#[test]
fn the_shipped_course_built_in_two_places_is_the_same_to_the_byte() {
    let bench = Bench::new();
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    let build = |out: &str| {
        let built = bench.run(&["build", content, "--out", out, "--base", "https://example.com/c/", "--player", "player"]);
        assert_eq!(built.code, 0, "{built:?}");
        bench.files(out)
    };
    let (one, two) = (build("one"), build("two"));
    assert!(one.keys().any(|path| path.ends_with("poster.png")) && one.keys().any(|path| path.ends_with("email.html")));
    let differ: Vec<&String> = one.keys().filter(|path| one.get(*path) != two.get(*path)).collect();
    assert!(differ.is_empty() && one.len() == two.len(), "{differ:?}");
}

#[test]
fn a_quiz_becomes_cards_that_anki_renews() {
    let bench = Bench::with_course();
    let export = |to: &str| bench.run(&["export", "course/first-quiz.md", "--to", to]);
    let anki = export("anki");
    assert_eq!(anki.code, 0, "{anki:?}");
    assert!(
        anki.out.starts_with("#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n\"waypost:first-quiz/right-answer\"\t"),
        "{anki:?}"
    );
    assert!(export("csv").out.starts_with("guid,front,back,tags\r\n\"waypost:first-quiz/right-answer\","));
    let written = bench.run(&["export", "course/first-quiz.md", "--to", "anki", "--out", "cards"]);
    assert_eq!((written.code, written.out.as_str()), (0, "anki.txt in cards\n"), "{written:?}");
    assert!(fs::read_to_string(bench.path("cards/anki.txt")).unwrap().contains("What makes an answer the right one?"));
}

#[test]
fn warnings_end_with_exit_code_1_where_they_are_denied() {
    let bench = Bench::with_course();
    assert_eq!(bench.run(&["check", "--deny", "course"]).code, 0, "the course of `waypost new` has no findings");
    fs::write(bench.path("course/opinion.md"), "## What do you check first? {#first}\n\n- [x] One {#a}\n- [ ] Two {#b}\n").unwrap();
    assert_eq!(bench.run(&["check", "course"]).code, 0);
    let denied = bench.run(&["check", "--deny", "course"]);
    assert!(denied.code == 1 && denied.err.contains("warning[W106]"), "{denied:?}");
}

#[test]
fn a_quiz_can_be_a_draft_and_have_words_of_its_own() {
    let bench = Bench::with_course();
    bench.edit("course/first-quiz.md", |text| text.replacen("+++\n\n", "\n[labels]\ncheck = \"Hand in\"\n+++\n\n", 1));
    assert_eq!(bench.build("course").code, 0);
    let page = fs::read_to_string(bench.path("site/w/first-quiz/index.html")).unwrap();
    assert!(page.contains("Hand in") && !page.contains(">Check<"), "{page}");

    bench.edit("course/first-quiz.md", |text| text.replacen("lang = ", "draft = true\nlang = ", 1));
    assert_eq!(bench.run(&["check", "course"]).code, 0);
    let build = bench.build("course");
    assert!(build.code == 1 && build.err.contains("first-quiz.md:4:1: error[E411]"), "{build:?}");
}

#[test]
fn a_draft_is_checked_and_not_published() {
    let bench = Bench::with_course();
    bench.build("course");
    let before = bench.files("site");
    let card = |name: &str| {
        format!("## {name}? {{#{name}}}\n\n- Do it. {{#a}}\n  > Done.\n- Wait. {{#b}}\n  > Waited.\n  ```effects\n  team +1..2\n  ```\n\n")
    };
    let model = "```model\nvar team 30 ~4 0..100 \"Team\" high\nvar done 0 0..1000 \"Done\" high\nrule done += team*(0.8..1.2) \"work\"\nrule team -= 0.1*team \
                 \"rest\"\nscore = done + team\n```";
    let header = "+++\nkind = \"simulator\"\nid = \"sketch\"\ntitle = \"A sketch\"\nturns = 3\ndraft = true\n+++";
    let text = format!("{header}\n\nBegin.\n\n{model}\n\n{}{}{}", card("one"), card("two"), card("three"));
    fs::write(bench.path("course/sketch.md"), &text).unwrap();

    let check = bench.run(&["check", "course"]);
    assert_eq!(check.code, 0, "what a draft lacks is no error: {check:?}");
    let build = bench.build("course");
    assert_eq!(build.code, 1, "{build:?}");
    assert!(build.err.contains("sketch.md:6:1: error[E411]: this is a draft, and a draft is not published"), "{}", build.err);
    assert!(build.out.contains("nothing was written"), "{}", build.out);
    assert_eq!(before, bench.files("site"));

    fs::write(bench.path("course/sketch.md"), text.replace("draft = true\n", "")).unwrap();
    assert_eq!(bench.build("course").code, 0);
}
