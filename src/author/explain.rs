//! `waypost explain`: what a code means, why, where it comes from, and an example that breaks the rule, with the same one mended.

use crate::code::{self, Code};

/// The pages of all rules, as text.
const PAGES: &str = include_str!("explain/pages.md");

/// What there is to say about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The code.
    pub code: Code,
    /// Why the rule is there; empty for errors of grammar, whose findings say all there is.
    pub reason: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// A file that breaks it.
    pub fails: &'static str,
    /// The same file mended.
    pub mended: &'static str,
}

impl Page {
    /// Whether the rule is about `course.toml`: its examples begin with a table of that file.
    pub fn is_about_settings(&self) -> bool {
        self.fails.starts_with('[')
    }
}

/// The page of a code, whatever case it is written in.
pub fn page(name: &str) -> Option<Page> {
    let code = code::find(&name.to_uppercase())?;
    let text = PAGES.split("\n=== ").find_map(|page| page.strip_prefix(code.code)).unwrap_or_default();
    let (reason, rest) = part(text, "\n--- source\n");
    let (source, rest) = part(rest, "\n--- fails\n");
    let (fails, mended) = part(rest, "--- mended\n");
    Some(Page { code, reason: reason.trim(), source: source.trim(), fails, mended })
}

fn part<'t>(text: &'t str, end: &str) -> (&'t str, &'t str) {
    text.split_once(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::chooser::workbench;
    use crate::code::ALL;
    use crate::course::compile;
    use crate::diagnostic::Diagnostic;
    use crate::explain::Page;
    use crate::lesson::{self, Document};

    /// All findings in an example of a page: of a course's settings, or of a file of any kind, with those of the workbench.
    fn findings(page: &Page, text: &str) -> Vec<Diagnostic> {
        if page.is_about_settings() {
            return compile(&[("course.toml".to_owned(), text.to_owned())].into()).diagnostics;
        }
        // A translation stands below its original.
        if let Some((original, (name, translation))) =
            text.split_once("--- file ").and_then(|(first, rest)| Some((first, rest.split_once('\n')?)))
        {
            return compile(&[("case.md", original), (name, translation)].map(|(name, text)| (name.to_owned(), text.to_owned())).into())
                .diagnostics;
        }
        let mut found = lesson::findings("en", "case.md", text);
        if let (Document::Chooser(chooser), _) = lesson::read("case.md", text) {
            found.extend(workbench::findings::check(&chooser));
        }
        found
    }

    #[test]
    fn every_warning_has_a_page_whose_first_example_breaks_it_and_whose_second_does_not() {
        for code in ALL.iter().filter(|code| code.code.starts_with('W')) {
            let page = page(code.code).unwrap();
            let has = |text: &str| findings(&page, text).iter().any(|found| found.code == code.code);
            assert!(!page.reason.is_empty() && !page.source.is_empty(), "{} has no page", code.code);
            assert!(has(page.fails), "{} is not broken by\n{}", code.code, page.fails);
            assert!(!has(page.mended), "{} is still broken by\n{}", code.code, page.mended);
        }
    }

    #[test]
    fn codes_are_found_in_any_case_and_unknown_ones_are_not() {
        assert_eq!(page("w101").map(|page| page.code.code), Some("W101"));
        assert_eq!(page("E122").map(|page| page.reason), Some(""));
        assert_eq!(page("W999"), None);
    }
}
