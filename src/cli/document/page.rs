//! What posts and lessons have in common: the document, its text with the widgets in it, the footer.

use super::cards;
use super::head::{begin, fetched, head, running};
use super::widget;
use super::words::{self, Words};
use super::{lesson, post};
use waypost::ui::icon::{Icon, icon};
use waypost::ui::text;
use waypost_author::page::Layout;
use waypost_author::publish::{Content, Frame, PageDocument};
use waypost_core::bundle::Dir;
use yew::prelude::*;

/// A page of prose with widgets in it.
pub(super) fn document(document: &PageDocument<'_>) -> Html {
    let page = document.page;
    let words = words::of(&page.lang);
    let (layout, body) = match page.layout {
        Layout::Post => ("post", post::body(document, words)),
        Layout::Lesson => ("lesson", lesson::body(document, words)),
    };
    let own = html! {
        <>
            { for document.ahead.iter().flat_map(|ahead| &ahead.files).map(|href| fetched(href)) }
            { for document.player.iter().map(running) }
        </>
    };
    html! {
        <html lang={page.lang.clone()} dir={Dir::of(&page.lang).name()}>
            { head(&page.title, None, &page.summary, &document.links, Html::default(), own) }
            <body class={classes!("wp-page", layout)}>
                <a class="skip" href="#text">{ words.skip }</a>
                { body }
                { footer(document, words) }
            </body>
        </html>
    }
}

/// Title and standfirst.
pub(super) fn opening(document: &PageDocument<'_>) -> Html {
    let page = document.page;
    html! {
        <>
            <h1>{ page.title.clone() }</h1>
            if !page.summary.is_empty() {
                <p class="standfirst">{ page.summary.clone() }</p>
            }
        </>
    }
}

/// The page's text, with everything that stands in it.
pub(super) fn content(document: &PageDocument<'_>, words: &Words) -> Html {
    let first = document.content.iter().position(|part| matches!(part, Content::Element(_)));
    let ahead = |at| document.ahead.iter().filter(|_| Some(at) == first).map(|ahead| begin(ahead.begin)).collect::<Html>();
    let part = |(at, part): (usize, &Content<'_>)| match (part, &document.player) {
        (Content::Heading(level, anchor, line), _) => {
            html! { <@{format!("h{level}")} id={(*anchor).to_owned()}>{ text::inlines(line) }</@> }
        }
        (Content::Prose(block), _) => text::blocks(std::slice::from_ref(*block)),
        (Content::Element(shown), Some(player)) => {
            drop_in(shown, words, html! { <>{ widget::element(shown, player, &document.after) }{ ahead(at) }</> })
        }
        (Content::Frame(shown) | Content::Element(shown), _) => drop_in(shown, words, frame(shown)),
        (Content::Course(call, label), _) => cards::course(call, label, words),
        (Content::Subscribe(call, label), _) => cards::subscribe(call, label, document.newsletter, words),
    };
    document.content.iter().enumerate().map(part).collect()
}

/// A widget between two paragraphs, with a way to have it alone below. Paper gets the author's words for it.
fn drop_in(shown: &Frame<'_>, words: &Words, inside: Html) -> Html {
    html! {
        <figure class="drop-in">
            <div class="place">{ inside }</div>
            <figcaption data-lead={shown.lead.to_owned()}><a href={shown.src.clone()}>{ words.own_page }</a></figcaption>
        </figure>
    }
}

/// The page's style sheet has the frame's height for every width of the column.
fn frame(shown: &Frame<'_>) -> Html {
    html! {
        <iframe src={shown.src.clone()} title={shown.lead.to_owned()} loading="lazy" height={shown.reserved.tallest().to_string()}
            data-waypost="" data-frame={shown.lesson.id.0.clone()}></iframe>
    }
}

fn footer(document: &PageDocument<'_>, words: &Words) -> Html {
    let name = if document.newsletter.is_empty() { document.course_title } else { document.newsletter };
    html! {
        <footer class="colophon">
            <p>{ name.to_owned() }</p>
            <p class="made">{ icon(Icon::Signpost) }<span>{ words.made_with }</span></p>
        </footer>
    }
}
