//! The small languages inside the Markdown: attribute groups, credits, and the words of both.

pub(crate) mod answer;
pub(crate) mod attributes;
pub(crate) mod braces;
pub(crate) mod credit;
pub(crate) mod expression;
pub(crate) mod names;
pub(crate) mod nearest;
