//! What each platform takes of a widget and what it leaves of it: the one table behind `waypost embed`, the gallery and its documentation.

pub mod doc;

use serde::Serialize;

/// A place where authors paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Platform {
    /// The word after `--for`.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What to paste, in order.
    pub pieces: &'static [Piece],
    /// Why this and not another form, in one sentence.
    pub why: &'static str,
    /// How sure that is.
    pub grade: Grade,
    /// What of it readers get.
    pub leaves: Leaves,
}

/// One thing to paste: where, and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Where it goes.
    pub place: &'static str,
    /// Its form.
    pub form: Form,
}

/// A form of a widget that can be pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A frame alone.
    Iframe,
    /// A frame and the script that keeps it as high as its content.
    IframeScript,
    /// A frame that keeps its height; longer steps scroll inside.
    IframeFixed,
    /// The element and its script.
    Element,
    /// The address of the widget's page.
    Address,
    /// The address of the page for frames of a fixed height.
    AddressFixed,
    /// The first question as a table for mails.
    Mail,
    /// The first question as paragraphs with links.
    MailPlain,
    /// The same as plain text.
    MailText,
    /// The first question and its links before the frame.
    Feed,
}

/// How sure a fact about a platform is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// The platform's own source or documentation says so.
    Documented,
    /// Only others say so.
    Reported,
    /// Nobody has checked.
    Unchecked,
}

impl Grade {
    /// What to tell an author who relies on it; nothing where the platform itself says so.
    pub fn caution(self) -> Option<&'static str> {
        match self {
            Self::Documented => None,
            Self::Reported => Some("Others report this; the platform's own pages do not say it. Look at a draft before you publish."),
            Self::Unchecked => Some("Nobody has checked this on the platform. Look at a draft before you publish."),
        }
    }
}

/// What readers get of what was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leaves {
    /// The frame, exactly as high as its content.
    Frame,
    /// The frame without any script: its height is reserved for the first step.
    FrameAlone,
    /// A frame of a height that the author drags.
    FrameFixed,
    /// A frame without an origin of its own: nothing can be stored in it.
    FrameSandboxed,
    /// A card with title, picture and link.
    Card,
    /// The element, in the page itself.
    Element,
}

const fn piece(place: &'static str, form: Form) -> Piece {
    Piece { place, form }
}

/// Every platform, by name.
pub const PLATFORMS: [Platform; 12] = [
    Platform {
        name: "beehiiv",
        title: "beehiiv",
        pieces: &[
            piece("HTML snippet, shown on the web only", Form::Iframe),
            piece("HTML snippet, shown in the e-mail only", Form::MailPlain),
        ],
        why: "beehiiv removes scripts and styles and keeps frames; its e-mails carry neither, so they get the question with links.",
        grade: Grade::Reported,
        leaves: Leaves::FrameAlone,
    },
    Platform {
        name: "canvas",
        title: "Canvas",
        pieces: &[piece("Rich content editor, HTML view", Form::Iframe)],
        why: "Canvas removes scripts and styles; the frame tells Canvas its height in Canvas's own words, and heights below 450 pixels are not honored.",
        grade: Grade::Documented,
        leaves: Leaves::Frame,
    },
    Platform {
        name: "ghost",
        title: "Ghost",
        pieces: &[piece("HTML card, set to web only", Form::IframeScript), piece("HTML card, set to e-mail only", Form::Mail)],
        why: "An HTML card is published as it is, so the frame may have its script; mails cannot run it, so they get the question with links.",
        grade: Grade::Documented,
        leaves: Leaves::Frame,
    },
    Platform {
        name: "html",
        title: "Any web page",
        pieces: &[piece("Where the lesson should stand", Form::Element)],
        why: "On a page of your own the element takes your page's width, colors and language, and many of them share one player.",
        grade: Grade::Documented,
        leaves: Leaves::Element,
    },
    Platform {
        name: "kajabi",
        title: "Kajabi",
        pieces: &[piece("Custom code block", Form::Iframe), piece("Below it, as a link", Form::Address)],
        why: "Kajabi has one block for custom code; the frame works there without a script, and the link below stays for where it does not.",
        grade: Grade::Reported,
        leaves: Leaves::FrameAlone,
    },
    Platform {
        name: "kit",
        title: "Kit",
        pieces: &[piece("HTML block of the broadcast", Form::Mail)],
        why: "A mail runs no script and shows no frame: readers pick an answer in the mail and confirm it on the page.",
        grade: Grade::Documented,
        leaves: Leaves::Card,
    },
    Platform {
        name: "moodle",
        title: "Moodle",
        pieces: &[piece("Page or label, HTML source", Form::IframeScript)],
        why: "Moodle trusts the HTML of teachers, so the frame may have its script; what students write is cleaned.",
        grade: Grade::Documented,
        leaves: Leaves::Frame,
    },
    Platform {
        name: "notion",
        title: "Notion",
        pieces: &[piece("Embed block", Form::AddressFixed)],
        why: "Notion gives an embed the height that you drag: this address scrolls inside it and drops its own border.",
        grade: Grade::Unchecked,
        leaves: Leaves::FrameFixed,
    },
    Platform {
        name: "openedx",
        title: "Open edX",
        pieces: &[piece("Raw HTML component", Form::IframeScript)],
        why: "A unit is a frame itself; the lesson's frame never sends what a unit would take for its own messages.",
        grade: Grade::Documented,
        leaves: Leaves::Frame,
    },
    Platform {
        name: "substack",
        title: "Substack",
        pieces: &[piece("A line of its own", Form::Address)],
        why: "Substack takes no HTML and no frames: a link becomes a card with the poster, and the lesson opens on its own page.",
        grade: Grade::Reported,
        leaves: Leaves::Card,
    },
    Platform {
        name: "thinkific",
        title: "Thinkific",
        pieces: &[piece("Multimedia lesson, by URL", Form::AddressFixed)],
        why: "Thinkific shows an address in a frame of its own height: this one scrolls inside it.",
        grade: Grade::Reported,
        leaves: Leaves::FrameFixed,
    },
    Platform {
        name: "wordpress",
        title: "WordPress",
        pieces: &[piece("The address alone in a paragraph", Form::Address), piece("Or a Custom HTML block", Form::IframeScript)],
        why: "WordPress turns the address into a frame by oEmbed, without storage; a Custom HTML block keeps answers, where you may use one.",
        grade: Grade::Documented,
        leaves: Leaves::FrameSandboxed,
    },
];

/// The platform of that name.
pub fn find(name: &str) -> Option<&'static Platform> {
    PLATFORMS.iter().find(|platform| platform.name == name)
}
