//! The course that lies beside the page, as its `course.json` tells.

use gloo_net::http::Request;
use serde::Deserialize;

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
