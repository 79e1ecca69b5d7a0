//! A widget, prerendered: on a page of its own, or in the shadow of an element on somebody's page.

use super::head::{fetched_early, head, inline_style, style};
use std::rc::Rc;
use waypost::ui::quiz::{Arrival, Quiz, Saved, Surface};
use waypost_author::publish::{Frame, PlayerLinks, Prerendered, WidgetDocument};
use waypost_core::bundle::Bundle;
use waypost_core::quiz::Sitting;
use yew::prelude::*;

/// The widget's own page, which frames show.
pub(super) fn document(document: &WidgetDocument<'_>) -> Html {
    let bundle = document.bundle;
    let own = html! { <>{ inline_style(document.player.inline_style) }{ fetched_early(&document.data) }</> };
    html! {
        <html lang={bundle.lang.clone()} dir={bundle.dir.name()}>
            { head(&bundle.title, &document.description, &document.links, Some(&document.player), own) }
            <body>
                <main class="wp-frame">
                    // The widget's own headings begin at the second level; a document needs a first one, also after the first step.
                    <h1 class="wp-hidden">{ bundle.title.clone() }</h1>
                    { prerendered(bundle, Surface::Static) }
                </main>
            </body>
        </html>
    }
}

/// The widget as an element of the page: its shadow is there before any script, and inside it the first question works.
pub(super) fn element(frame: &Frame<'_>, player: &PlayerLinks<'_>) -> Html {
    let surface = match frame.prerendered {
        Prerendered::Whole => Surface::Static,
        Prerendered::First => Surface::Brief,
    };
    html! {
        <waypost-widget src={frame.src.clone()} title={frame.bundle.title.clone()}>
            <template shadowrootmode="open">
                { inline_style(player.inline_style) }
                <noscript>{ style(&player.noscript) }</noscript>
                { prerendered(frame.bundle, surface) }
            </template>
            <p><a href={frame.src.clone()}>{ frame.lead.to_owned() }</a></p>
        </waypost-widget>
    }
}

/// The first step, for the time before the player is there.
fn prerendered(bundle: &Bundle, surface: Surface) -> Html {
    html! {
        <Quiz bundle={Rc::new(bundle.clone())} sitting={Rc::new(Sitting::new(bundle, 0))} {surface} arrival={Arrival::Fresh}
            saved={Saved::Nothing} prefix={"wp"} announcement={(0, AttrValue::default())} on={Callback::noop()} keep={Callback::noop()} spent={0} />
    }
}
