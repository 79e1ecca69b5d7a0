//! A widget, prerendered: on a page of its own, or in the shadow of an element on somebody's page.

use super::head::{head, style};
use std::rc::Rc;
use waypost::ui::quiz::{Arrival, Quiz, Saved, Surface};
use waypost_author::publish::{Frame, PlayerLinks, WidgetDocument};
use waypost_core::bundle::Bundle;
use waypost_core::quiz::Sitting;
use yew::prelude::*;

/// The widget's own page, which frames show.
pub(super) fn document(document: &WidgetDocument<'_>) -> Html {
    let bundle = document.bundle;
    html! {
        <html lang={bundle.lang.clone()} dir={bundle.dir.name()}>
            { head(&bundle.title, &document.description, &document.links, Some(&document.player)) }
            <body>
                <main class="wp-frame">
                    // The widget's own headings begin at the second level; a document needs a first one, also after the first step.
                    <h1 class="wp-hidden">{ bundle.title.clone() }</h1>
                    { prerendered(bundle) }
                    { data(&document.json) }
                </main>
            </body>
        </html>
    }
}

/// The widget as an element of the page: its shadow is there before any script, and inside it the first question works.
pub(super) fn element(frame: &Frame<'_>, player: &PlayerLinks) -> Html {
    html! {
        <waypost-widget src={frame.src.clone()} title={frame.bundle.title.clone()}>
            <template shadowrootmode="open">
                { style(&player.style) }
                <noscript>{ style(&player.noscript) }</noscript>
                { prerendered(frame.bundle) }
                { data(&frame.json) }
            </template>
            <p><a href={frame.src.clone()}>{ frame.lead.to_owned() }</a></p>
        </waypost-widget>
    }
}

/// The first step, for the time before the player is there.
fn prerendered(bundle: &Bundle) -> Html {
    html! {
        <Quiz bundle={Rc::new(bundle.clone())} sitting={Rc::new(Sitting::new(bundle, 0))} surface={Surface::Static} arrival={Arrival::Fresh}
            saved={Saved::Nothing} prefix={"wp"} announcement={(0, AttrValue::default())} on={Callback::noop()} />
    }
}

/// The bundle for the player. Yew writes a script's text as it is; there is no `<` in it that could end the element.
fn data(json: &str) -> Html {
    html! { <script type="application/json" class="wp-bundle">{ json.to_owned() }</script> }
}
