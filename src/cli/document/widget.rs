//! A widget, prerendered: on a page of its own, or in the shadow of an element on somebody's page.

use super::after::after;
use super::head::{head, inline_style, preview, style, waiting};
use super::{also, asked};
use waypost::ui::Surface;
use waypost::ui::prerender::first_step;
use waypost_author::publish::{After, Edition, Frame, PlayerLinks, Prerendered, Program, SingleDocument, WidgetDocument};
use waypost_core::bundle::{Lesson, key};
use waypost_core::text::foreign;
use yew::prelude::*;

/// The widget's own page, which frames show.
pub(super) fn document(document: &WidgetDocument<'_>) -> Html {
    let lesson = document.lesson;
    let own = html! {
        <>
            if let Some(shown) = &document.preview {
                { preview(shown, &lesson.title, &document.description) }
            }
            { also::alternates(&document.editions) }
            { styles(&document.player, document.program) }
        </>
    };
    let first = waiting(&document.player, &document.ahead);
    html! {
        <html lang={lesson.lang.clone()} dir={lesson.dir.name()}>
            { head(&lesson.title, title_lang(lesson), &document.description, &document.links, first, own) }
            <body>{ page(lesson, document.program, &document.hosts, &document.after, &document.editions) }</body>
        </html>
    }
}

/// The same page in one file: the scripts come last, since they run where they stand.
pub(super) fn single(document: &SingleDocument<'_>) -> Html {
    let lesson = document.lesson;
    html! {
        <html lang={lesson.lang.clone()} dir={lesson.dir.name()}>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={document.policy.clone()} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title lang={title_lang(lesson)}>{ lesson.title.clone() }</title>
                if !document.description.is_empty() {
                    <meta name="description" content={document.description.clone()} />
                }
                { inline_style(document.style) }
                <noscript>{ inline_style(document.noscript) }</noscript>
            </head>
            <body>
                { page(lesson, document.program, &document.hosts, &document.after, &[]) }
                { for document.scripts.iter().map(|script| html! { <script>{ script.clone() }</script> }) }
            </body>
        </html>
    }
}

fn page(lesson: &Lesson, program: Program, hosts: &[&str], below: &After<'_>, editions: &[Edition<'_>]) -> Html {
    html! {
        <main class="wp-frame" data-program={program.name()} data-hosts={(!hosts.is_empty()).then(|| hosts.join(" "))}>
            // The widget's own headings begin at the second level; a document needs a first one, also after the first step.
            <h1 class="wp-hidden" lang={title_lang(lesson)}>{ lesson.title.clone() }</h1>
            { asked::note(&lesson.lang) }
            { first_step(lesson, Surface::Static) }
            { after(below, lesson) }
            { also::list(&lesson.lang, editions) }
        </main>
    }
}

/// The language of the title, where a translation has that of its original.
fn title_lang(lesson: &Lesson) -> Option<String> {
    foreign(lesson.text(key::TITLE)).map(str::to_owned)
}

/// The widget as an element of the page: its shadow is there before any script, and inside it the first question works.
pub(super) fn element(frame: &Frame<'_>, player: &PlayerLinks<'_>, below: &After<'_>) -> Html {
    let surface = match frame.prerendered {
        Prerendered::Whole => Surface::Static,
        Prerendered::First => Surface::Brief,
    };
    let named = (frame.program != Program::Quiz).then(|| frame.program.name());
    html! {
        <waypost-widget src={frame.src.clone()} kind={named} title={frame.lesson.title.clone()}>
            <template shadowrootmode="open">
                { styles(player, frame.program) }
                { first_step(frame.lesson, surface) }
                { after(below, frame.lesson) }
            </template>
            <p><a href={frame.src.clone()}>{ frame.lead.to_owned() }</a></p>
        </waypost-widget>
    }
}

/// The style sheet of a program, and that for where scripts are off.
fn styles(player: &PlayerLinks<'_>, program: Program) -> Html {
    html! {
        <>
            { for player.programs.get(&program).map(|links| inline_style(links.inline_style)) }
            <noscript>{ style(&player.noscript) }</noscript>
        </>
    }
}
