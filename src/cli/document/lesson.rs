//! A lesson: the same text in a course's frame, with a list of what else there is.

use super::page::{content, opening};
use super::words::Words;
use waypost_author::publish::{Entry, Listed, PageDocument};
use yew::prelude::*;

/// The lesson, between skip link and footer.
pub(super) fn body(document: &PageDocument<'_>, words: &Words) -> Html {
    html! {
        <>
            <header class="masthead">
                <p class="publication"><a href="index.html">{ document.course_title.to_owned() }</a></p>
            </header>
            <div class="desk">
                <main id="text" class="column">
                    <article>
                        <header class="opening">{ opening(document) }</header>
                        <div class="prose">{ content(document, words) }</div>
                    </article>
                </main>
                <nav class="outline" aria-labelledby="outline">
                    <h2 id="outline">{ words.in_this_course }</h2>
                    <ol>{ for document.outline.iter().map(|listed| line(listed, words)) }</ol>
                </nav>
            </div>
        </>
    }
}

fn line(listed: &Listed, words: &Words) -> Html {
    let kind = match listed.entry {
        Entry::Here | Entry::Page => words.page.to_owned(),
        Entry::Widget(kind, steps) => (words.widget)(kind, steps),
    };
    let current = (listed.entry == Entry::Here).then_some("page");
    html! {
        <li>
            <a href={listed.href.clone()} aria-current={current}>
                <span class="name">{ listed.title.clone() }</span>
                <span class="kind">{ kind }</span>
            </a>
        </li>
    }
}
