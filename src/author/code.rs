//! Every diagnostic code, once: what it is called and how much it weighs.

use crate::diagnostic::Severity::{self, Error, Warning};

/// A diagnostic code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `E...` or `W...`; keeps its meaning for good.
    pub code: &'static str,
    /// How bad such a finding usually is.
    pub severity: Severity,
    /// What it is about, in a few words.
    pub title: &'static str,
}

macro_rules! codes {
    ($($code:ident $severity:ident $title:literal)*) => {
        $(#[doc = $title] pub const $code: Code = Code { code: stringify!($code), severity: $severity, title: $title };)*

        /// All codes, in order.
        pub const ALL: &[Code] = &[$($code),*];
    };
}

codes! {
    E100 Error "the header is not valid TOML"
    E101 Error "the file is not UTF-8"
    E102 Error "the file holds a NUL character"
    E103 Error "a header that is not at the start"
    E104 Error "the header is not closed"
    E110 Error "a heading too deep, or inside a list or quote"
    E111 Error "HTML"
    E112 Error "an underlined heading"
    E113 Error "a dividing line"
    E114 Error "a heading without text"
    E115 Error "options without a question"
    E116 Error "text below the options"
    E120 Error "a callout tag that Markdown does not see"
    E121 Error "two callout tags in one quote"
    E122 Error "a box that Markdown does not see"
    E123 Error "a quote indented too little to belong to its option"
    E124 Error "a short-form line glued to a list"
    E125 Error "a callout in a place where it means nothing"
    E126 Error "something that can be written once is written twice"
    E127 Error "an option without text"
    E130 Error "a group in braces that holds no known attribute"
    E131 Error "attributes that overlap markup"
    E132 Error "an attribute given twice"
    E133 Error "an attribute's name used in another place"
    E134 Error "an id used twice"
    E135 Error "an attribute with a wrong value"
    E140 Error "an unknown key"
    E141 Error "a key with a wrong value"
    E142 Error "a code that cannot be silenced"
    E150 Error "a second list in a question"
    E151 Error "a key that does not earn the full mark"
    E152 Error "two options with the same text"
    E153 Error "a key in a quiz that only reflects"
    E154 Error "an answer or blank that cannot be read"
    E155 Error "a question that lacks what its kind needs"
    E160 Error "a way on that does not lead onwards"
    E161 Error "a way on behind one option of several"
    E162 Error "a condition that cannot be read"
    E170 Error "a link address that is not allowed"
    E171 Error "an image from elsewhere"
    E172 Error "a formula that cannot be shown"
    E180 Error "a part of the format that this version does not have"
    E191 Error "a file that cannot be formatted"
    E201 Error "a file over the size limit"
    E202 Error "a bundle over the size limit"
    E203 Error "too many questions"
    E204 Error "too many options"
    E205 Error "a text over the size limit"
    E206 Error "nesting over the limit"
    E301 Error "two widgets with one id"
    E302 Error "a link to a file that is not there"
    E303 Error "an order that does not fit the files"
    E304 Error "an image that is not there"
    E305 Error "an image that cannot be published"
    W101 Warning "the longest option is right"
    W102 Warning "all of the above"
    W103 Warning "none of the above"
    W104 Warning "a negative stem"
    W105 Warning "the right option is too often in one place"
    W106 Warning "options without feedback"
    W107 Error "no option is marked right"
    W108 Error "fewer than two options"
    W109 Warning "two options that are nearly the same"
    W110 Warning "more than five options"
    W111 Warning "absolute words in wrong options only"
    W112 Warning "an article that does not fit an option"
    W113 Warning "a word of the question that only the right option repeats"
    W114 Warning "numbers out of order or overlapping"
    W115 Warning "a question without anything to answer with"
    W116 Warning "hard to read"
    W117 Warning "alternative text of an image"
    W118 Warning "a link text that says nothing"
    W119 Warning "something named by color or place alone"
    W120 Warning "a time limit"
    W121 Warning "true and false out of balance"
    W122 Warning "no explanation"
    W123 Warning "a hint gives the answer away"
    W124 Warning "a typed answer that is easily missed"
    W125 Warning "an opinion that is marked"
    W126 Warning "guessing pays"
    W127 Warning "a second answer earns the full mark"
    W130 Warning "scores without a result text"
    W131 Warning "a question without an id among others that have one"
    W132 Warning "a question that no path reaches"
    W320 Warning "a color that would be hard to read"
    W170 Warning "hidden characters that turn the direction of text"
}

/// The code of that name.
pub fn find(name: &str) -> Option<Code> {
    ALL.iter().copied().find(|code| code.code == name)
}
