//! What every widget's bundle begins with, whatever its kind.

use super::{Dir, Kind, Meta, Profile, VERSION};
use crate::id::WidgetId;
use crate::json;
use crate::read::{self, Read};
use crate::table::Table;
use crate::text::{Block, RichText, plain};
use serde::Serialize;
use std::ops::Deref;

/// The fields that every widget has. In JSON they stand beside the kind's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// Bundle version, `MAJOR.MINOR`, always first.
    pub waypost: String,
    /// How much of the author's file is inside.
    pub profile: Profile,
    /// What the widget is.
    pub kind: Kind,
    /// The widget's name.
    pub id: WidgetId,
    /// Content revision: raised when an item changed since the last published bundle.
    pub version: u32,
    /// The title, in plain text.
    pub title: String,
    /// Language of the content, a BCP 47 tag.
    pub lang: String,
    /// Writing direction, from the language.
    pub dir: Dir,
    /// The first 12 hex digits of the SHA-256 of this bundle with this field empty: the revision named in events and journals.
    pub revision: String,
    /// Authors, dates and license; only in the profile `full`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Meta>,
    /// Where the reader's events go, besides the page; from `course.toml`, as a site is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook: Option<Webhook>,
    /// Who may receive this widget's learner events from a frame: origins, or `*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// All words by key, see [`super::key`].
    pub strings: Table<String, RichText>,
}

/// An address that takes events by POST.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Webhook {
    /// The address.
    pub url: String,
    /// Whether it answers so that a page can hear it (CORS). Where it does not, what was sent counts as received.
    pub confirms: bool,
}

impl Head {
    /// The head of an unsealed widget in the profile `full`, without words.
    pub fn new(kind: Kind, id: WidgetId, title: &str, lang: &str) -> Self {
        Self {
            waypost: VERSION.to_owned(),
            profile: Profile::Full,
            kind,
            id,
            version: 1,
            title: title.to_owned(),
            lang: lang.to_owned(),
            dir: Dir::of(lang),
            revision: String::new(),
            meta: None,
            webhook: None,
            hosts: Vec::new(),
            strings: Table::default(),
        }
    }

    /// The words under a key; nothing where the author wrote nothing.
    pub fn text(&self, key: &str) -> &[Block] {
        self.strings.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The words under a key as plain text.
    pub fn plain(&self, key: &str) -> String {
        plain(self.text(key))
    }

    /// Leaves out what only the profile `full` has.
    pub fn for_play(&mut self) {
        self.profile = Profile::Play;
        self.meta = None;
    }
}

/// Reads a widget's bundle, or says in one sentence why it can't be used.
pub(crate) fn read<B: Read + Deref<Target = Head>>(text: &str) -> Result<B, String> {
    let json = json::parse(text).map_err(|trouble| trouble.to_string())?;
    let bundle: B = read::read(json).map_err(|what| format!("the bundle's `{what}` is missing or has another shape"))?;
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(&bundle.waypost) != major(VERSION) {
        return Err(format!("bundle version {} is not {VERSION}", bundle.waypost));
    }
    Ok(bundle)
}

/// A widget's bundle as its profile is written: `full` indented, `play` compact.
pub(crate) fn write<B: Serialize + Deref<Target = Head>>(bundle: &B) -> String {
    let written = match bundle.profile {
        Profile::Full => serde_json::to_string_pretty(bundle),
        Profile::Play => serde_json::to_string(bundle),
    };
    written.unwrap_or_default()
}
