//! A document's head. The policy comes first, so that it covers everything after it.

use waypost_author::publish::{Links, POSTER, PlayerLinks, Preview};
use yew::prelude::*;

/// The head of any document; `own` is what only this one has. `lang` is the title's language where it is not the document's.
pub(super) fn head(
    title: &str,
    lang: Option<String>,
    description: &str,
    links: &Links<'_>,
    player: Option<&PlayerLinks<'_>>,
    own: Html,
) -> Html {
    html! {
        <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={links.policy.to_owned()} />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title {lang}>{ title.to_owned() }</title>
            if !description.is_empty() {
                <meta name="description" content={description.to_owned()} />
            }
            <link rel="icon" type="image/svg+xml" href={links.icon.clone()} />
            { for links.styles.iter().map(|href| style(href)) }
            { own }
            { for links.early.iter().map(|src| script(src)) }
            if let Some(player) = player {
                <noscript>{ style(&player.noscript) }</noscript>
                { for player.programs.values().map(|program| script(&program.glue)) }
                { for player.around.iter().map(|src| script(src)) }
            }
            { for links.scripts.iter().map(|src| script(src)) }
            { for links.extra_scripts.iter().map(|src| script(src)) }
        </head>
    }
}

/// A style sheet.
pub(super) fn style(href: &str) -> Html {
    html! { <link rel="stylesheet" href={href.to_owned()} /> }
}

/// A file that the shell will ask for: early.js has it on its way before the shell is there.
pub(super) fn fetched_early(href: &str) -> Html {
    html! { <link as="fetch" rel="preload" media="not all" crossorigin="anonymous" href={href.to_owned()} /> }
}

/// A kind's style sheet, in the document itself; the policy names it by its hash.
pub(super) fn inline_style(css: &str) -> Html {
    html! { <style>{ css.to_owned() }</style> }
}

/// A script that runs once the document is parsed, in the order of the document.
fn script(src: &str) -> Html {
    html! { <script defer={true} src={src.to_owned()}></script> }
}

/// What other sites make a card of, or a frame.
pub(super) fn preview(preview: &Preview, title: &str, description: &str) -> Html {
    let property = |name: &'static str, content: &str| html! { <meta property={name} content={content.to_owned()} /> };
    let name = |name: &'static str, content: &str| html! { <meta {name} content={content.to_owned()} /> };
    let (width, height) = POSTER;
    html! {
        <>
            <link rel="canonical" href={preview.url.clone()} />
            <link rel="alternate" type="application/json+oembed" href={preview.oembed.clone()} title={title.to_owned()} />
            { property("og:type", "website") }
            { property("og:url", &preview.url) }
            { property("og:site_name", &preview.publication) }
            { property("og:title", title) }
            if !description.is_empty() {
                { property("og:description", description) }
            }
            { property("og:image", &preview.poster) }
            { property("og:image:type", "image/png") }
            { property("og:image:width", &width.to_string()) }
            { property("og:image:height", &height.to_string()) }
            { property("og:image:alt", &preview.poster_alt) }
            { name("twitter:card", "summary_large_image") }
            { name("twitter:title", title) }
            { name("twitter:image", &preview.poster) }
            { name("twitter:image:alt", &preview.poster_alt) }
        </>
    }
}
