//! What other sites show of a link to a widget: its oEmbed document and its card. Both need the address that the site is published under.

use super::face::Face;
use super::reserve::Reserved;
use super::snippet::escaped;
use serde_json::json;

/// What a link to a widget looks like elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card<'a> {
    /// The widget.
    pub face: &'a Face,
    /// Who publishes it.
    pub publication: &'a str,
    /// The accent color, `#rrggbb`.
    pub accent: &'a str,
}

/// Whole addresses of what a link to a widget is shown with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The widget's page.
    pub url: String,
    /// Its oEmbed document.
    pub oembed: String,
    /// Its poster.
    pub poster: String,
    /// The poster in words.
    pub poster_alt: String,
    /// Who publishes it.
    pub publication: String,
}

/// Width and height of a poster in pixels.
pub const POSTER: (u32, u32) = (1200, 630);

/// The pictures in a widget's folder.
pub(super) const POSTER_FILE: &str = "poster.png";
pub(super) const BANNER_FILE: &str = "banner.png";

/// A picture of a widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// For link previews, [`POSTER`] in size: title, question and answers.
    Poster,
    /// For mails, narrower and as high as its words: title and question. The answers stand below it as links.
    Banner,
}

impl Preview {
    /// The addresses of a widget's preview under `base`.
    pub(super) fn new(face: &Face, base: &str, publication: &str) -> Self {
        let at = |name: &str| format!("{base}{}{name}", face.folder);
        let poster_alt = match face.question.as_str() {
            "" => face.title.clone(),
            question => format!("{}: {question}", face.title),
        };
        Self { url: at(""), oembed: at("oembed.json"), poster: at(POSTER_FILE), poster_alt, publication: publication.to_owned() }
    }
}

/// The oEmbed document. A static file cannot obey `maxwidth`, so the frame takes the host's width. It shows the page that works without an
/// origin of its own, because hosts put such frames into sandboxes; the link before it stays where the frame does not.
pub(super) fn oembed(preview: &Preview, face: &Face, base: &str, reserved: &Reserved) -> String {
    let (title, height) = (escaped(&face.title), reserved.tallest());
    let question = if face.question.is_empty() { String::new() } else { format!(": {}", escaped(&face.question)) };
    let html = format!(
        "<blockquote><a href=\"{url}\">{title}{question}</a></blockquote>\
         <iframe src=\"{url}single.html\" width=\"100%\" height=\"{height}\" title=\"{title}\"></iframe>",
        url = preview.url,
    );
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": face.title,
        "provider_name": preview.publication,
        "provider_url": base,
        "width": 320,
        "height": height,
        "thumbnail_url": preview.poster,
        "thumbnail_width": POSTER.0,
        "thumbnail_height": POSTER.1,
        "html": html,
    });
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
