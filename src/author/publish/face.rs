//! What a widget shows where it cannot run: its title, its first question and the answers to choose from, without a word on which is
//! right. Mails, feeds, posters, link cards and snippets are made from it.

use super::folder;
use waypost_core::bundle::{Bundle, Dir, Item, Kind, Lesson, key};
use waypost_core::quiz::Sitting;

/// A widget before anybody has answered, in plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// The widget's name.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its folder from the root of the site, ending in `/`.
    pub folder: String,
    /// The title.
    pub title: String,
    /// Language of the words, a BCP 47 tag.
    pub lang: String,
    /// Writing direction.
    pub dir: Dir,
    /// The beginning of the introduction, at most 200 characters; may be empty.
    pub about: String,
    /// The first question; empty where there is none.
    pub question: String,
    /// What can be chosen, in the order of the prerendered page; empty where the question is answered otherwise.
    pub answers: Vec<Answer>,
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its full name, `item.option`.
    pub name: String,
    /// Its words.
    pub words: String,
}

impl Face {
    /// The face of a widget.
    pub fn of(lesson: &Lesson) -> Self {
        Self {
            id: lesson.id.to_string(),
            kind: lesson.kind,
            folder: folder(lesson),
            title: lesson.title.clone(),
            lang: lesson.lang.clone(),
            dir: lesson.dir,
            about: beginning(&lesson.plain(key::INTRO)),
            question: lesson.question(),
            answers: match lesson {
                Lesson::Quiz(quiz) => quiz.items.first().map(|item| answers(quiz, item)).unwrap_or_default(),
                // What is asked first there is answered on the page: with a gut feeling, or with a whole scene in view.
                Lesson::Chooser(_) | Lesson::Simulator(_) => Vec::new(),
            },
        }
    }

    /// The address of the widget's page under `base`, with an answer picked and not yet given, and with where the reader came from.
    pub fn link(&self, base: &str, source: &str, answer: Option<&Answer>) -> String {
        let campaign = format!("utm_source={source}&utm_medium=email&utm_campaign={}", self.id);
        match answer {
            Some(Answer { name, .. }) => format!("{base}{}?a={name}&{campaign}&utm_content={name}", self.folder),
            None => format!("{base}{}?{campaign}", self.folder),
        }
    }
}

fn answers(bundle: &Bundle, item: &Item) -> Vec<Answer> {
    let Some(choices) = item.interaction.choices() else { return Vec::new() };
    let shown = Sitting::new(bundle, 0).option_order(bundle, item);
    let options = shown.into_iter().filter_map(|at| choices.options.get(at));
    options
        .map(|option| Answer { name: format!("{}.{}", item.id, option.id), words: bundle.plain(&key::text(&item.id, &option.id)) })
        .collect()
}

/// At most 200 characters, ending with a word.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(200) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = &text[..end];
            format!("{}…", cut.rfind(' ').map_or(cut, |space| &cut[..space]))
        }
    }
}

/// A name as it may stand in an address: `Another PM Day` is `another-pm-day`.
pub(super) fn slug(name: &str) -> String {
    let letters: String = name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<String> = letters.split_whitespace().map(encoded).collect();
    if words.is_empty() { "newsletter".to_owned() } else { words.join("-") }
}

/// Letters beyond ASCII as UTF-8 in percent signs.
fn encoded(word: &str) -> String {
    word.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
