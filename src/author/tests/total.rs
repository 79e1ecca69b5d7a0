//! Reading never fails: whatever stands in a file, there is a document, and every finding lies inside the file.

use proptest::prelude::*;
use waypost_author::check::read;
use waypost_author::compile::compile;
use waypost_author::course::Course;
use waypost_author::diagnostic::Diagnostic;
use waypost_author::mend::mend;
use waypost_author::page::parse_page;
use waypost_core::bundle::{Bundle, Profile};

/// Pieces of the grammar, right and broken.
const PIECES: &[&str] = &[
    "+++\n",
    "id = \"a\"\n",
    "title = 3\n",
    "kind = \"page\"\n",
    "# A section",
    "## A question?",
    "### A part",
    "## ",
    "\n",
    "\n\n",
    "- [x] right",
    "- [ ] wrong",
    "- [x]glued",
    "- [] empty",
    "1. [ ] numbered",
    "- plain",
    "  > feedback",
    "> quote",
    "> [!TIP]\n> hint",
    "> [!NOTE] glued",
    "  > [!NOTE]\n  > reason",
    " {#a}",
    " {#b points=2 pin}",
    " {50%}",
    "{",
    "}",
    "\\{",
    " {#a \"",
    "![alt](a.png){w=1 h=2}",
    "![](x)",
    "[link](a.md)",
    "[bad](javascript:x)",
    "*em*",
    "**strong {#c}**",
    "`code`",
    "```\nfence\n```\n",
    "-> next",
    "= 3",
    "[[blank]]",
    "[[a||b|c]]{#d when=\"a:b\"}",
    "[[",
    "]]",
    "|",
    "= \"te*xt\" {typos=2 50%}",
    "= 1..2",
    "= *",
    "- row -> target",
    "- -> only",
    "- {none}",
    "  - inner",
    "1. first {#z}",
    "- 0: end",
    "- [ ] = 3 +- 1%",
    "mode = \"reflect\"\n",
    "scale.often = [\"a\", \"b\"]\n",
    "## Scale {scale=often to=dim}",
    "## Slide {min=0 max=9 step=0.5}",
    "## Dim {#dim role=dimension}",
    "## Band {role=band from=5% pass}",
    "## Kind {type=order -> end}",
    "- [ ] weighed {dim=2 reverse -> end}",
    "-> end if score < 5% and not (mark(a) > dim(dim))",
    "# Pool {#p draw=1 shuffle -> p}",
    "$`x`$",
    "<b>",
    "<!-- note -->",
    "<!-- allow: W104 -->",
    "---\n",
    "===\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "    ",
    "\t",
    "\r\n",
    "é",
    "学",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "not",
    "All of the above",
];

fn documents() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat());
    let lines = prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join("\n"));
    let bytes = prop::collection::vec(any::<u8>(), 0..300).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    prop_oneof![4 => lines, 3 => pieces, 1 => bytes]
}

fn lies_inside(source: &str, found: &[Diagnostic]) -> Result<(), TestCaseError> {
    let lines: Vec<&str> = source.split('\n').collect();
    for diagnostic in found {
        prop_assert!(source.get(diagnostic.span.clone()).is_some(), "{diagnostic} has the span {:?}", diagnostic.span);
        let line = lines.get(diagnostic.line - 1);
        prop_assert!(line.is_some_and(|line| diagnostic.column <= line.chars().count() + 1), "{diagnostic}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_a_document_with_findings_inside_the_file(source in documents()) {
        let (document, found) = read("case.md", &source);
        lies_inside(&source, &found)?;
        lies_inside(&source, &parse_page("case.md", &source).1)?;
        let bundle = compile(&document, Profile::Full);
        let again = Bundle::from_json(&bundle.to_json());
        prop_assert_eq!(again.as_ref(), Ok(&bundle), "a bundle reads back as it was written");
    }

    #[test]
    fn any_text_is_mended_at_once_and_loses_no_letter(source in documents()) {
        let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let (mended, _) = mend("en", "case.md", &source);
        prop_assert_eq!(letters(&mended), letters(&source));
        prop_assert_eq!(mend("en", "case.md", &mended), (mended, Vec::new()));
    }

    #[test]
    fn any_bytes_make_a_course(settings in documents(), quiz in prop::collection::vec(any::<u8>(), 0..100), page in documents()) {
        let files = [("course.toml", settings.into_bytes()), ("a.md", quiz), ("b.md", page.into_bytes())];
        Course::read(&files.map(|(name, bytes)| (name.to_owned(), bytes)).into());
    }
}
