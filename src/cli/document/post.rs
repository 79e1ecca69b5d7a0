//! A newsletter issue: masthead, title, who wrote it, one column of text.

use super::cards;
use super::page::{content, opening};
use super::words::Words;
use waypost_author::publish::{Content, PageDocument};
use yew::prelude::*;

/// The post, between skip link and footer.
pub(super) fn body(document: &PageDocument<'_>, words: &Words) -> Html {
    let asks = document.content.iter().any(|part| matches!(part, Content::Subscribe(..)));
    let name = if document.newsletter.is_empty() { document.course_title } else { document.newsletter };
    html! {
        <>
            <header class="masthead">
                <p class="publication"><a href="index.html">{ name.to_owned() }</a></p>
                if document.subscribe.is_some() {
                    <a class="button quiet" href="#subscribe">{ words.subscribe }</a>
                }
            </header>
            <main id="text" class="column">
                <article>
                    <header class="opening">
                        { opening(document) }
                        { byline(document, words) }
                    </header>
                    <div class="prose">
                        { content(document, words) }
                        if let Some(call) = document.subscribe.filter(|_| !asks) {
                            { cards::subscribe(call, "", document.newsletter, words) }
                        }
                    </div>
                </article>
            </main>
        </>
    }
}

fn byline(document: &PageDocument<'_>, words: &Words) -> Html {
    let author = if document.author.is_empty() { document.newsletter } else { document.author };
    html! {
        <div class="byline">
            if let Some(initial) = author.chars().next() {
                <span class="initial" aria-hidden="true">{ initial.to_uppercase().collect::<String>() }</span>
            }
            <p>
                if !author.is_empty() {
                    <span class="author">{ author.to_owned() }</span>
                }
                <span class="length">{ (words.minutes)(document.minutes) }</span>
            </p>
        </div>
    }
}
