//! A course: the folder an author keeps, read as a whole.

mod delivery;
mod images;
mod links;
mod read;
mod settings;
mod signup;

pub use delivery::origin;
pub use images::ENDINGS;
pub use signup::{PROVIDERS, Provider, Request, Signup};

use crate::chooser::Document;
use crate::code;
use crate::diagnostic::Diagnostic;
use crate::page::Page;
use crate::report::Report;
use crate::source::Source;
use crate::theme::Theme;
use std::collections::BTreeMap;
use waypost_core::bundle::{Lesson, Webhook};
use waypost_core::id::WidgetId;

/// Reads the texts of a folder, see [`Course::read`].
pub fn compile(texts: &BTreeMap<String, String>) -> Course {
    Course::read(&texts.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect())
}

/// Everything in an author's folder, compiled as far as it could be.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The settings of `course.toml`.
    pub settings: Settings,
    /// Pages, in the order of the settings.
    pub pages: Vec<Page>,
    /// Widgets without errors, in the order of the settings (profile `full`).
    pub widgets: Vec<Lesson>,
    /// Choosers as they were read, with or without errors: for questions that their bundles do not answer.
    pub choosers: Vec<Document>,
    /// Simulators without errors as they were read, for the doctor.
    pub simulators: Vec<crate::simulator::Document>,
    /// The files that their author marks as drafts.
    pub drafted: Vec<Source>,
    /// The name of the widget that each file without errors became.
    pub files: BTreeMap<String, WidgetId>,
    /// Translations: the widget, and the one whose words it has in another language.
    pub translations: BTreeMap<WidgetId, WidgetId>,
    /// Images by their path in the site.
    pub images: BTreeMap<String, Vec<u8>>,
    /// All findings, by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// What `course.toml` says. Plain text throughout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The course's title.
    pub title: String,
    /// Who signs the posts; may be empty.
    pub author: String,
    /// The publication the posts appear in; may be empty.
    pub newsletter: String,
    /// Language, a BCP 47 tag.
    pub lang: String,
    /// Address the site will be published under, if known.
    pub base: Option<String>,
    /// Where readers can join the course.
    pub course: Option<Call>,
    /// Where readers can subscribe.
    pub subscribe: Option<Call>,
    /// The form below a result that subscribes them.
    pub signup: Option<Signup>,
    /// Whether the course's card stands below a result.
    pub course_after_result: bool,
    /// Colors, fonts and measures.
    pub theme: Theme,
    /// Where readers' events are sent.
    pub webhook: Option<Webhook>,
    /// The origins of host pages that may hear what readers do in a frame; `*` is any.
    pub hosts: Vec<String>,
}

impl Course {
    /// The widget that another one translates; itself where it is no translation.
    pub fn original_of<'c>(&'c self, id: &'c WidgetId) -> &'c WidgetId {
        self.translations.get(id).unwrap_or(id)
    }

    /// The widgets for readers of a language, each once: as it was translated into that language, or else the original.
    pub fn in_language<'c>(&'c self, lang: &'c str) -> impl Iterator<Item = &'c Lesson> {
        let translated = move |original: &Lesson| {
            let is_it = |other: &&Lesson| other.lang == lang && self.original_of(&other.id) == &original.id;
            self.widgets.iter().find(is_it)
        };
        let originals = self.widgets.iter().filter(|widget| !self.translations.contains_key(&widget.id));
        originals.map(move |original| translated(original).unwrap_or(original))
    }

    /// One finding for each widget that its author marks as a draft: they can be checked and previewed, not published.
    pub fn drafts(&self) -> Vec<Diagnostic> {
        let of = |source: &Source| {
            let mut report = Report::new(source);
            let at = source.text().find("draft").map_or(0..0, |at| at..at + "draft".len());
            let help = "remove `draft = true` once `waypost check` finds nothing; `waypost serve` shows drafts too";
            report.add(code::E411, at, "this is a draft, and a draft is not published", help);
            report.finish()
        };
        self.drafted.iter().flat_map(of).collect()
    }
}

impl Settings {
    /// Who publishes the course: the newsletter, or else the course itself.
    pub fn publication(&self) -> &str {
        if self.newsletter.is_empty() { &self.title } else { &self.newsletter }
    }
}

/// A call to action: a title, a sentence, an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What is offered.
    pub title: String,
    /// One sentence about it; may be empty.
    pub text: String,
    /// Where the link goes.
    pub url: String,
}
