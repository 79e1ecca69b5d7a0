//! Dimensions: where the reader stands on each, as a table with bars.

use super::View;
use crate::ui::live::live;
use waypost_core::bundle::key;
use waypost_core::quiz::Dimension;
use yew::prelude::*;

/// The table; nothing where the quiz has no dimensions.
pub(super) fn dimensions(view: &View) -> Html {
    let words = view.words;
    let row = |dimension: &Dimension| {
        let percent = dimension.value().map(|value| value.ten_thousandths() / 100);
        html! {
            <tr key={dimension.id.as_str()}>
                <th scope="row">{ live(view.bundle.plain(&key::title(&dimension.id))) }</th>
                if let Some(percent) = percent {
                    <td class="wp-bar"><progress value={percent.to_string()} max="100" aria-hidden="true" /></td>
                    <td class="wp-number">{ live(words.percent(percent)) }</td>
                } else {
                    <td colspan="2">{ live(words.too_few) }</td>
                }
            </tr>
        }
    };
    let dimensions = view.sitting.dimensions(view.bundle);
    match dimensions.is_empty() {
        true => Html::default(),
        false => html! {
            <table class="wp-sections wp-dimensions">
                <caption>{ live(words.by_dimension) }</caption>
                <thead class="wp-hidden">
                    <tr><th scope="col">{ words.dimension }</th><th scope="col">{ words.share_earned }</th><th scope="col">{ words.value }</th></tr>
                </thead>
                <tbody>{ for dimensions.iter().map(row) }</tbody>
            </table>
        },
    }
}
