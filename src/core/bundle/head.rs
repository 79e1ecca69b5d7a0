//! What every widget's bundle begins with, whatever its kind: name, language, revision, words.

use super::{Dir, Kind, Meta, Profile};
use crate::id::WidgetId;
use crate::table::Table;
use crate::text::{Block, RichText, plain};
use crate::words::Words;
use serde::Serialize;

/// The fields that the bundles of all kinds share.
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
    /// Authors, dates and license.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Meta>,
    /// The words of the interface in the bundle's language, where they are not English or the author has words of their own.
    #[serde(default, skip_serializing_if = "Words::is_english")]
    pub words: Words,
    /// All words by key.
    pub strings: Table<String, RichText>,
}

impl Head {
    /// The text under `key`; empty where nothing is written.
    pub fn text(&self, key: &str) -> &[Block] {
        self.strings.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The text under `key` without markup.
    pub fn plain(&self, key: &str) -> String {
        plain(self.text(key))
    }
}
