//! Formulas in the text of a quiz: words for those who hear them, elements for those who see them.

use waypost_author::check::read;
use waypost_author::compile::compile;
use waypost_core::bundle::Profile;
use waypost_core::text::{Block, Inline, Math, MathNode};

const QUIZ: &str = "## What is $`x^2`${alt=\"x squared\"} for $5? {#q}\n\n- [x] $`9`$ {#a}\n- [ ] $`\\sqrt{9}`${alt=\"root\"} {#b pin}\n\n\
    > [!NOTE]\n> ```math {alt=\"a half\"}\n> \\frac{1}{2}\n> ```\n";

fn leaf(tag: &str, text: &str) -> MathNode {
    MathNode { tag: tag.to_owned(), text: text.to_owned(), nodes: Vec::new() }
}

#[test]
fn a_formula_has_its_words_and_its_elements_and_leaves_other_attributes_alone() {
    let (document, found) = read("case.md", QUIZ);
    assert!(found.iter().all(|found| found.code == "W106"), "{found:?}");
    let bundle = compile(&document, Profile::Play);
    let square = MathNode { tag: "msup".to_owned(), text: String::new(), nodes: vec![leaf("mi", "x"), leaf("mn", "2")] };
    let stem = vec![
        Inline::Text("What is ".to_owned()),
        Inline::Math(Math { alt: "x squared".to_owned(), nodes: vec![square] }),
        Inline::Text(" for $5?".to_owned()),
    ];
    assert_eq!(bundle.text("q/prompt"), [Block::P(stem)]);
    assert_eq!(bundle.text("q.a/text"), [Block::P(vec![Inline::Math(Math { alt: "9".to_owned(), nodes: vec![leaf("mn", "9")] })])]);
    assert_eq!(bundle.plain("q.b/text"), "root");
    assert_eq!(bundle.plain("q/explanation"), "a half");
    let options = bundle.items.first().map(|item| item.interaction.options()).unwrap_or_default();
    assert_eq!(options.iter().map(|option| option.place).collect::<Vec<_>>(), [Default::default(), waypost_core::bundle::Place::Pinned]);
}
