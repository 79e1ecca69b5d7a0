//! The snippets of a widget, each with a button that copies it.

use super::course::{FOLDER, Widget};
use super::platform::Platforms;
use yew::prelude::*;

/// The place of the site's address in a snippet.
pub(super) const BASE: &str = "{base}";

#[derive(Properties, PartialEq)]
pub(super) struct SnippetsProps {
    pub(super) widget: Widget,
}

/// All ways to embed a widget, for the address that the author types.
#[function_component]
pub(super) fn Snippets(SnippetsProps { widget }: &SnippetsProps) -> Html {
    let address = use_state(here);
    let typed = {
        let address = address.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            address.set(input.value());
        })
    };
    let base = if address.ends_with('/') { (*address).clone() } else { format!("{}/", *address) };
    html! {
        <div class="st-snippets">
            <label class="st-address">
                <span>{ "Where the site is published" }</span>
                <input type="url" value={(*address).clone()} oninput={typed} spellcheck="false" autocomplete="off" />
            </label>
            <Platforms widget={widget.clone()} base={base.clone()} />
            <details>
                <summary>{ "The forms by themselves" }</summary>
                { for widget.embeds.iter().map(|embed| html! {
                    <Snippet key={embed.form.clone()} title={embed.title.clone()} why={embed.why.clone()} code={embed.code.replace(BASE, &base)} />
                }) }
            </details>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SnippetProps {
    pub(super) title: String,
    #[prop_or_default]
    pub(super) why: String,
    pub(super) code: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// One text to paste, with a button that copies it.
#[function_component]
pub(super) fn Snippet(SnippetProps { title, why, code }: &SnippetProps) -> Html {
    let copied = use_state(|| Copied::NotYet);
    let copy = {
        let (copied, code) = (copied.clone(), code.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, code) = (copied.clone(), code.clone());
            wasm_bindgen_futures::spawn_local(async move { copied.set(to_clipboard(&code).await) });
        })
    };
    let told = match *copied {
        Copied::NotYet => "",
        Copied::Done => "Copied",
        Copied::Refused => "The browser refused: select the text and copy it",
    };
    html! {
        <div class="st-snippet">
            <h3>{ title }</h3>
            if !why.is_empty() {
                <p>{ why }</p>
            }
            <pre tabindex="0" aria-label={format!("Snippet: {title}")}><code key={code.clone()}>{ code }</code></pre>
            <button type="button" onclick={copy} aria-label={format!("Copy: {title}")}>{ "Copy" }</button>
            <span role="status">{ told }</span>
        </div>
    }
}

async fn to_clipboard(text: &str) -> Copied {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else { return Copied::Refused };
    let written = wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(text)).await;
    if written.is_ok() { Copied::Done } else { Copied::Refused }
}

/// The address of the site beside this page.
fn here() -> String {
    let page = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let folder = page.split(['?', '#']).next().unwrap_or_default().rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{FOLDER}")
}
