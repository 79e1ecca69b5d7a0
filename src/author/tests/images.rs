//! Images of a course: found beside the text, measured, published under names made from their content.

use std::collections::BTreeMap;
use waypost_author::course::Course;
use waypost_core::text::{Block, Inline};

/// The beginning of a PNG file of 640 by 360 pixels.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\x68\x08\x06\0\0\0";
const SVG: &[u8] = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"></svg>";

fn course(body: &str, images: &[(&str, &[u8])]) -> Course {
    let quiz = format!("## What does it show? {{#q}}\n\n{body}\n\n- [x] This {{#a}}\n  > Yes.\n- [ ] That {{#b}}\n  > No.\n");
    let texts = [("quiz.md".to_owned(), quiz.into_bytes())];
    let images = images.iter().map(|(name, content)| ((*name).to_owned(), content.to_vec()));
    Course::read(&texts.into_iter().chain(images).collect::<BTreeMap<_, _>>())
}

fn shown(course: &Course) -> Vec<(String, u32, u32)> {
    let body = course.widgets.iter().flat_map(|widget| widget.text("q/body"));
    let pieces = body.flat_map(|block| match block {
        Block::P(line) => line.as_slice(),
        _ => &[],
    });
    let image = |piece: &Inline| match piece {
        Inline::Image(image) => Some((image.src.clone(), image.w, image.h)),
        _ => None,
    };
    pieces.filter_map(image).collect()
}

fn found(course: &Course) -> Vec<String> {
    course.diagnostics.iter().map(|found| format!("{} {}", found.code, found.message)).collect()
}

#[test]
fn an_image_is_published_under_a_hashed_name_with_its_size() {
    let course = course("![A curve](./chart.png) ![A line](line.svg){w=40}", &[("chart.png", PNG), ("line.svg", SVG)]);
    assert_eq!(found(&course), [""; 0]);
    let shown = shown(&course);
    let paths: Vec<String> = shown.iter().map(|(src, ..)| src.clone()).collect();
    assert_eq!(shown.iter().map(|(_, w, h)| (*w, *h)).collect::<Vec<_>>(), [(640, 360), (40, 20)]);
    for (path, start) in paths.iter().zip(["../../a/chart-", "../../a/line-"]) {
        assert!(path.starts_with(start) && course.images.contains_key(path.trim_start_matches("../")), "{path}");
    }
    assert_eq!(course.images.len(), 2);
}

#[test]
fn images_that_are_missing_too_large_or_no_images_are_named() {
    let large = [PNG, &vec![0; 2 * 1024 * 1024]].concat();
    let body = "![a](chrat.png) ![b](large.png) ![c](text.png) ![d](notes.txt)";
    let found = found(&course(body, &[("chart.png", PNG), ("large.png", &large), ("text.png", b"text")]));
    let wanted = [
        "E304 there is no image `chrat.png`",
        "E305 the image `large.png` has 2049 KiB; the limit is 2048 KiB",
        "E305 the image `text.png` is not what its ending says",
        "E305 `notes.txt` is no image that browsers show",
    ];
    assert_eq!(found, wanted);
}
