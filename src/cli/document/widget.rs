//! A widget, prerendered: on a page of its own, or in the shadow of an element on somebody's page.

use super::head::{fetched_early, head, inline_style, style};
use waypost::ui::Surface;
use waypost::ui::prerender::first_step;
use waypost_author::publish::{Frame, PlayerLinks, Prerendered, WidgetDocument};
use waypost_core::bundle::Kind;
use yew::prelude::*;

/// The widget's own page, which frames show.
pub(super) fn document(document: &WidgetDocument<'_>) -> Html {
    let lesson = document.lesson;
    let own = html! {
        <>
            { styles(&document.player, lesson.kind) }
            { fetched_early(&document.data) }
        </>
    };
    html! {
        <html lang={lesson.lang.clone()} dir={lesson.dir.name()}>
            { head(&lesson.title, &document.description, &document.links, Some(&document.player), own) }
            <body>
                <main class="wp-frame">
                    // The widget's own headings begin at the second level; a document needs a first one, also after the first step.
                    <h1 class="wp-hidden">{ lesson.title.clone() }</h1>
                    { first_step(lesson, Surface::Static) }
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
    let kind = frame.lesson.kind;
    let named = (kind != Kind::Quiz).then(|| kind.name());
    html! {
        <waypost-widget src={frame.src.clone()} kind={named} title={frame.lesson.title.clone()}>
            <template shadowrootmode="open">
                { styles(player, kind) }
                <noscript>{ style(&player.noscript) }</noscript>
                { first_step(frame.lesson, surface) }
            </template>
            <p><a href={frame.src.clone()}>{ frame.lead.to_owned() }</a></p>
        </waypost-widget>
    }
}

/// The style sheet of a kind.
fn styles(player: &PlayerLinks<'_>, kind: Kind) -> Html {
    player.programs.get(&kind).map(|program| inline_style(program.inline_style)).unwrap_or_default()
}
