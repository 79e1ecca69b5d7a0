//! A source file: its name, its text, and which line and column an offset is.

use std::ops::Range;

/// One file of an author, with an index of its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    file: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// A file by its name, as the author calls it, and its text.
    pub fn new(file: &str, text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let mut line_starts = Vec::with_capacity(breaks.clone().count() + 1);
        line_starts.push(0);
        line_starts.extend(breaks.map(|at| at + 1));
        Self { file: file.to_owned(), text: text.to_owned(), line_starts }
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A part of the text; empty where the range does not lie on characters of the file.
    pub fn slice(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    /// Line and column of a byte offset, both counted from 1, the column in Unicode scalar values.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or_default();
        let before = self.slice(start..offset);
        (line, before.trim_start_matches('\u{feff}').chars().count() + 1)
    }

    /// Where the line holding `offset` begins.
    pub fn line_start(&self, offset: usize) -> usize {
        let (line, _) = self.place(offset);
        self.line_starts.get(line - 1).copied().unwrap_or_default()
    }

    /// How lines end in this file.
    pub fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Where the line holding `offset` ends, without its line break.
    pub fn line_end(&self, offset: usize) -> usize {
        let rest = self.text.get(offset..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        offset + line.trim_end_matches('\r').len()
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let source = Source::new("a.md", "\u{feff}ab\nä€c\r\n");
        assert_eq!(source.place(3), (1, 1));
        assert_eq!(source.place(6), (2, 1));
        assert_eq!(source.place(11), (2, 3));
        assert_eq!(source.line_end(6), 12);
    }
}
