//! The course that lies beside the page, as its `course.json` tells.

use gloo_net::http::Request;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the course's site lies, from this page.
pub(super) const FOLDER: &str = "course/";

/// What a site holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Course {
    /// The course's title.
    pub(super) title: String,
    /// Its widgets.
    pub(super) widgets: Vec<Widget>,
}

/// One widget of a site.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Widget {
    /// Its name.
    pub(super) id: String,
    /// What it is.
    pub(super) kind: String,
    /// Its title.
    pub(super) title: String,
    /// Its page, from the site's root.
    pub(super) path: String,
    /// What to paste into a host page.
    pub(super) embeds: Vec<Embed>,
    /// What to paste on each platform.
    #[serde(default)]
    pub(super) platforms: Vec<Platform>,
    /// The introduction's beginning.
    #[serde(default)]
    pub(super) about: String,
    /// The height of its first step in a column of 640 pixels and in others, by width.
    #[serde(default)]
    pub(super) heights: BTreeMap<String, u32>,
    /// The picture of a link to it, from the site's root.
    pub(super) poster: Option<String>,
    /// Its form for mails, from the site's root.
    pub(super) mail: Option<String>,
}

/// What to paste on a platform.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Platform {
    /// Its name.
    pub(super) name: String,
    /// What it is called.
    pub(super) title: String,
    /// Why this form.
    pub(super) why: String,
    /// What to keep in mind.
    pub(super) caution: Option<String>,
    /// What readers get of it.
    pub(super) leaves: Leaves,
    /// What to paste, in order.
    pub(super) pieces: Vec<Piece>,
}

/// What readers get of what was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Leaves {
    /// The frame, exactly as high as its content.
    Frame,
    /// The frame without any script.
    FrameAlone,
    /// A frame of a height that the author drags.
    FrameFixed,
    /// A frame without an origin of its own.
    FrameSandboxed,
    /// A card with title, picture and link.
    Card,
    /// The element, in the page itself.
    Element,
}

/// One thing to paste.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Piece {
    /// Where it goes.
    pub(super) place: String,
    /// Its form.
    pub(super) form: String,
    /// What to paste; `{base}` stands for the site's address.
    pub(super) code: String,
}

/// One way to embed a widget.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct Embed {
    /// The form's name.
    pub(super) form: String,
    /// What to call it.
    pub(super) title: String,
    /// When to take it.
    pub(super) why: String,
    /// What to paste; `{base}` stands for the site's address.
    pub(super) code: String,
}

impl Course {
    /// Reads the course beside the page, or says in one sentence why it cannot.
    pub(super) async fn fetch() -> Result<Self, String> {
        let trouble = |error: gloo_net::Error| error.to_string();
        let response = Request::get(&format!("{FOLDER}course.json")).send().await.map_err(trouble)?;
        match response.ok() {
            true => response.json().await.map_err(trouble),
            false => Err(format!("the server answered {}", response.status())),
        }
    }
}
