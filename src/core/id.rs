//! Names of things: items, options, widgets. Never positions, so that edits and shuffles keep every reader's progress.

use serde::Serialize;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A widget, unique in its course: 1 to 64 of `a-z 0-9 -`.
    WidgetId
);
id!(
    /// An item (question), unique in its widget: 1 to 64 of `a-z 0-9 -`.
    ItemId
);
id!(
    /// An option, unique in its item: 1 to 64 of `a-z 0-9 -`. Its full name is `item.option`.
    OptionId
);

/// The most characters an id may have.
pub const MAX_ID: usize = 64;

/// Whether `text` may serve as an id: 1 to [`MAX_ID`] of `a-z`, `0-9` and `-`, not starting with `-`.
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && !text.starts_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
