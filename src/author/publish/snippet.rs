//! What an author pastes into a host page. `{base}` stands for the address the site is published under, ending in `/`.

use super::PLAYER;
use super::face::Face;
use super::platform::{Form, Leaves, PLATFORMS, Platform};
use super::reserve::Reserved;
use serde::Serialize;
use waypost_core::bundle::Kind;

/// The place of the site's address in a snippet.
pub const BASE: &str = "{base}";

/// One way to embed a widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// `iframe`, `iframe-script` or `element`.
    pub form: Form,
    /// What to call it.
    pub title: &'static str,
    /// When to take it, in one sentence.
    pub why: &'static str,
    /// What to paste.
    pub code: String,
}

/// What to paste on one platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recipe {
    /// The word after `--for`.
    pub name: &'static str,
    /// What the platform is called.
    pub title: &'static str,
    /// Why this form, in one sentence.
    pub why: &'static str,
    /// What to keep in mind where the platform itself does not say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<&'static str>,
    /// What readers get of it.
    pub leaves: Leaves,
    /// What to paste, in order.
    pub pieces: Vec<Paste>,
}

/// One thing to paste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paste {
    /// Where it goes.
    pub place: &'static str,
    /// Its form.
    pub form: Form,
    /// The text.
    pub code: String,
}

/// Every general way to embed a widget, the one that works most widely first.
pub fn snippets(face: &Face, reserved: &Reserved) -> Vec<Snippet> {
    let ways = [
        (Form::Iframe, "Frame", "Works wherever a frame may stand, also where scripts are stripped."),
        (Form::IframeScript, "Frame with script", "The frame is always exactly as high as its content; the page must allow one script."),
        (Form::Element, "Script", "Part of your page, in your page's width and language; many on a page share one player."),
    ];
    ways.map(|(form, title, why)| Snippet { form, title, why, code: code(form, face, reserved).unwrap_or_default() }).into()
}

/// What to paste on a platform. `mail` makes the forms that have no frame.
pub fn recipe(platform: &Platform, face: &Face, reserved: &Reserved, mail: &dyn Fn(Form) -> String) -> Recipe {
    let Platform { name, title, why, grade, leaves, pieces } = *platform;
    let paste = |piece: &super::platform::Piece| Paste {
        place: piece.place,
        form: piece.form,
        code: code(piece.form, face, reserved).unwrap_or_else(|| mail(piece.form)),
    };
    Recipe { name, title, why, caution: grade.caution(), leaves, pieces: pieces.iter().map(paste).collect() }
}

/// What to paste on every platform.
pub fn recipes(face: &Face, reserved: &Reserved, mail: &dyn Fn(Form) -> String) -> Vec<Recipe> {
    PLATFORMS.iter().map(|platform| recipe(platform, face, reserved, mail)).collect()
}

/// A form as text; nothing for the forms that mails and feeds take.
fn code(form: Form, face: &Face, reserved: &Reserved) -> Option<String> {
    let address = format!("{BASE}{}", face.folder);
    let title = escaped(&face.title);
    let loader = format!("<script defer src=\"{BASE}{PLAYER}embed.js\"></script>");
    let frame = |address: &str, height: &str, more: &str| {
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" loading=\"lazy\" style=\"width:100%;border:0;height:{height}\"{more}></iframe>"
        )
    };
    let height = reserved.clamp();
    Some(match form {
        Form::Iframe => frame(&address, &height, ""),
        Form::IframeScript => {
            format!("{}\n{loader}", frame(&address, &height, &format!(" data-waypost data-h=\"{}\"", reserved.data())))
        }
        Form::IframeFixed => frame(&format!("{address}{FIXED}"), &format!("{}px", reserved.tallest()), ""),
        Form::Element => format!(
            "<waypost-widget src=\"{address}\"{}>\n  <p>{}</p>\n  <p><a href=\"{address}\">{}: {title}</a></p>\n</waypost-widget>\n{loader}",
            if face.kind == Kind::Quiz { String::new() } else { format!(" kind=\"{}\"", face.kind.name()) },
            escaped(&face.question),
            way_in(face.kind)
        ),
        Form::Address => address,
        Form::AddressFixed => format!("{address}{FIXED}"),
        Form::Mail | Form::MailPlain | Form::MailText | Form::Feed => return None,
    })
}

/// For hosts that choose a frame's height: every step scrolls inside it, and it has no border of its own.
const FIXED: &str = "?layout=fixed&chrome=none";

/// The words of the link that stands in for the widget where no script runs.
fn way_in(kind: Kind) -> &'static str {
    match kind {
        Kind::Quiz => "Answer in the quiz",
        Kind::Chooser => "Think it through",
        Kind::Simulator => "Play it through",
        Kind::Review => "See what is due",
    }
}

/// Text as it may stand in HTML, in an attribute or between tags.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
