//! What moved it: each dimension's part as a bar to its side, with the same in words.

use super::{View, subheading};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::chooser::{Contribution, Side};
use yew::prelude::*;

/// Up to these thousandths of half the axis a part hardly moves it, moves it a little, clearly.
const STEPS: [i32; 3] = [10, 50, 120];

/// The table of parts.
pub(super) fn contributions(view: &View) -> Html {
    let words = view.words;
    let all = view.state.contributions(view.chooser);
    let most = all.iter().map(|part| part.amount.abs()).max().unwrap_or_default().max(1);
    let row = |of: &Contribution| {
        let name = with("th", &["scope", "dir"], vec!["row".into(), "auto".into()], vec![live(view.dimension(&of.dimension))]);
        let bar = part("td", "wp-diverging", vec![bar(of.amount * 100 / most)]);
        part("tr", "", vec![name, bar, part("td", "", vec![live(in_words(view, of.amount))])])
    };
    let head = |words: &'static str| with("th", &["scope"], vec!["col".into()], vec![live(words)]);
    let ends = part(
        "span",
        "wp-ends-of",
        vec![part("span", "", vec![live(view.short(Side::A))]), part("span", "", vec![live(view.short(Side::B))])],
    );
    let ends = with("th", &["scope"], vec!["col".into()], vec![ends]);
    let heads = part("tr", "", vec![head(words.matters_to_you), ends, head(words.moves)]);
    let caption = part("caption", "wp-hidden", vec![live(words.moved_it)]);
    let table =
        part("table", "wp-contributions", vec![caption, part("thead", "", vec![heads]), part("tbody", "", all.iter().map(row).collect())]);
    part("section", "wp-part", vec![subheading(words.moved_it), table])
}

/// How far and to which side, in words.
fn in_words(view: &View, amount: i32) -> String {
    let words = view.words;
    let pole = view.short(if amount < 0 { Side::A } else { Side::B });
    let word = match amount.abs() {
        n if n < STEPS[0] => return words.hardly.to_owned(),
        n if n < STEPS[1] => words.little_to,
        n if n < STEPS[2] => words.clearly_to,
        _ => words.strongly_to,
    };
    words.about(word, "pole", &pole)
}

/// A bar from the middle, by hundredths of half its room.
fn bar(hundredths: i32) -> Html {
    let (x, width) = if hundredths < 0 { (100 + hundredths, -hundredths) } else { (100, hundredths) };
    let (class, width) = (if hundredths < 0 { "wp-to-a" } else { "wp-to-b" }, width.max(1));
    let values = vec![class.into(), x.to_string().into(), "3".into(), width.to_string().into(), "14".into()];
    let rect = with("rect", &["class", "x", "y", "width", "height"], values, Vec::new());
    let middle = with("path", &["class", "d"], vec!["wp-axis".into(), "M100 0V20".into()], Vec::new());
    let names = &["class", "viewBox", "preserveAspectRatio", "aria-hidden"];
    with("svg", names, vec!["wp-bar-of".into(), "0 0 200 20".into(), "none".into(), "true".into()], vec![rect, middle])
}
