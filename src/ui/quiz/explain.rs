//! "Why did you pick this?": a field for the reader's own words, beside an answer.

use super::View;
use crate::ui::live::live;
use waypost_core::bundle::{Explain, Item};
use waypost_core::quiz::Msg;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The field, where the author asks and there is an answer to explain.
pub(super) fn explain(view: &View, item: &Item) -> Html {
    let answer = view.sitting.answers.get(&item.id);
    if item.explain == Explain::Silent || view.sitting.response(&item.id).is_none_or(|response| response.is_empty()) {
        return Html::default();
    }
    let (on, id) = (view.on.clone(), item.id.clone());
    let onchange = Callback::from(move |event: Event| {
        // A text area has a value just as an input does.
        on.emit(Msg::Explain(id.clone(), event.target_unchecked_into::<HtmlInputElement>().value()));
    });
    html! {
        <div class="wp-field wp-explain">
            <label>
                <span class="wp-label">{ live(view.words.explain) }</span>
                <textarea class="wp-text" rows="2" dir="auto" value={answer.map(|answer| answer.why.clone())} {onchange} />
            </label>
            <p class="wp-trouble">{ live(view.words.explain_stays) }</p>
        </div>
    }
}
