//! The two calls to action of a page, in the style of the widgets' card.

use super::words::Words;
use waypost_author::course::Call;
use waypost_core::url::safe_url;
use yew::prelude::*;

/// The course: what it is, and a way in.
pub(super) fn course(call: &Call, label: &str, words: &Words) -> Html {
    card("course", None, words.course, &call.title, &call.text, call, label)
}

/// The newsletter: what comes next, and a way to get it.
pub(super) fn subscribe(call: &Call, label: &str, newsletter: &str, words: &Words) -> Html {
    let title = match (call.title.as_str(), newsletter) {
        ("", "") => words.subscribe_next.to_owned(),
        ("", name) => (words.subscribe_title)(name),
        (title, _) => title.to_owned(),
    };
    let label = if label.is_empty() { words.subscribe } else { label };
    card("subscribe", Some("subscribe"), "", &title, &call.text, call, label)
}

fn card(class: &'static str, id: Option<&'static str>, kicker: &str, title: &str, sentence: &str, call: &Call, label: &str) -> Html {
    html! {
        <aside class={classes!("call", class)} {id}>
            <div>
                if !kicker.is_empty() {
                    <p class="kicker">{ kicker.to_owned() }</p>
                }
                <p class="what">{ title.to_owned() }</p>
                if !sentence.is_empty() {
                    <p class="sentence">{ sentence.to_owned() }</p>
                }
            </div>
            if let Some(url) = safe_url(&call.url) {
                <a class="button" href={url} rel="noopener">{ label.to_owned() }</a>
            }
        </aside>
    }
}
