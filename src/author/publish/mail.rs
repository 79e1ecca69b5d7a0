//! A widget's first question as mails and feeds can carry it: plain data, marked up by the renderer.

use super::face::{Answer, Face, slug};
use super::platform::Form;
use super::preview::BANNER_FILE;

/// The first question with the address behind each answer. An answer's link picks it on the page and gives it only once the reader says
/// so there: mail gateways open every link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail<'a> {
    /// The widget.
    pub face: &'a Face,
    /// Each answer with its link, in the order of the page.
    pub answers: Vec<(&'a Answer, String)>,
    /// The link to the widget's page.
    pub link: String,
    /// The address of the picture that asks the question, where there is one.
    pub banner: Option<String>,
    /// The address of the page that frames in feeds show, and how high it is in CSS pixels.
    pub frame: (String, u32),
}

impl<'a> Mail<'a> {
    /// The mail form of a widget under `base`, sent by `publication`. `tallest` is the height of its first step.
    pub fn new(face: &'a Face, base: &str, publication: &str, tallest: u32, banner: Banner) -> Self {
        let source = slug(publication);
        let link = |answer: Option<&Answer>| face.link(base, &source, answer);
        Self {
            face,
            answers: face.answers.iter().map(|answer| (answer, link(Some(answer)))).collect(),
            link: link(None),
            banner: (banner == Banner::Drawn).then(|| format!("{base}{}{BANNER_FILE}", face.folder)),
            frame: (format!("{base}{}", face.folder), tallest),
        }
    }
}

/// Whether that picture is there to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Banner {
    /// It is.
    Drawn,
    /// It is not.
    None,
}

/// The files that hold a widget for mails and feeds: their names in its folder, and the form each holds.
pub(super) const FILES: [(&str, Form); 4] =
    [("email.html", Form::Mail), ("email-plain.html", Form::MailPlain), ("email.txt", Form::MailText), ("feed.html", Form::Feed)];
