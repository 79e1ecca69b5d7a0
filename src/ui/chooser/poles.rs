//! Both ways side by side, in equal area and order: what each is like, what is good, what is hard, and where that comes from.

use super::{View, actions, card, heading, subheading, text};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::blocks;
use waypost_core::chooser::Msg;
use waypost_core::chooser::bundle::{Aspect, Pole, Source, Trait, key};
use yew::prelude::*;

/// The screen.
pub(super) fn poles(view: &View) -> Html {
    let parts = vec![
        heading(view.words.poles),
        side_by_side(view),
        actions(vec![view.primary("next", view.words.to_matters, Msg::Next), view.quiet("back", view.words.back, Msg::Back)]),
    ];
    card(view, "poles", parts)
}

/// The table of both ways, then what nobody knows and the sources.
pub(super) fn side_by_side(view: &View) -> Html {
    let Some(adaptive) = view.chooser.adaptive() else { return Html::default() };
    let poles = &adaptive.poles;
    let head = |pole: &Pole| {
        with("th", &["scope", "dir"], vec!["col".into(), "auto".into()], vec![live(view.chooser.plain(&key::title(&pole.id)))])
    };
    let corner = part("td", "wp-corner", Vec::new());
    let heads = part("tr", "", std::iter::once(corner).chain(poles.iter().map(head)).collect());
    // Where the columns are stacked, each cell says in words whose it is.
    let cell = |pole: &Pole, inside: Html| {
        let name = part("span", "wp-whose", vec![live(text::short(view.chooser, &pole.id))]);
        part("td", "", vec![name, inside])
    };
    let row = |name: &'static str, inside: &dyn Fn(&Pole) -> Html| {
        let name = with("th", &["scope"], vec!["row".into()], vec![live(name)]);
        part("tr", "", std::iter::once(name).chain(poles.iter().map(|pole| cell(pole, inside(pole)))).collect())
    };
    let words = view.words;
    let aspects = [(words.like, Aspect::Like), (words.good, Aspect::Pro), (words.hard, Aspect::Con)];
    let mut rows = vec![row(words.description, &|pole| blocks(view.chooser.text(&key::intro(&pole.id))))];
    rows.extend(aspects.map(|(name, aspect)| row(name, &|pole| traits(view, pole, aspect))));
    let caption = part("caption", "wp-hidden", vec![live(words.poles)]);
    let table = part("table", "wp-poles", vec![caption, part("thead", "", vec![heads]), part("tbody", "", rows)]);
    let uncertain = part("div", "wp-uncertain", vec![subheading(words.uncertain), blocks(view.chooser.text(key::UNCERTAINTY))]);
    part("div", "", vec![table, uncertain, sources(view)])
}

fn traits(view: &View, pole: &Pole, aspect: Aspect) -> Html {
    let told = pole.traits.iter().filter(|told| told.aspect == aspect).map(|told| {
        let text = blocks(view.chooser.text(&key::text(&pole.id, &told.id)));
        part("li", "", vec![text, part("p", "wp-from", vec![live(from(view, told))])])
    });
    part("ul", "", told.collect())
}

/// Where a statement comes from: titles and years.
fn from(view: &View, told: &Trait) -> String {
    let name = |id: &String| match view.chooser.sources.iter().find(|source| source.id == *id) {
        Some(source) => format!("{} ({})", source.title, source.year),
        None => view.words.own_experience.to_owned(),
    };
    let names: Vec<String> = told.sources.iter().map(name).collect();
    view.words.about(view.words.from, "sources", &names.join("; "))
}

/// All sources with their links and how strong each is.
pub(super) fn sources(view: &View) -> Html {
    let source = |source: &Source| {
        let words = format!("{} ({})", source.title, source.year);
        let link = with("a", &["href", "rel"], vec![source.url.clone().into(), "noopener noreferrer".into()], vec![words.into()]);
        part("li", "", vec![link, format!(": {}", source.strength).into()])
    };
    let list = part("ul", "", view.chooser.sources.iter().map(source).collect());
    part("details", "wp-more", vec![part("summary", "", vec![live(view.words.sources)]), list])
}
