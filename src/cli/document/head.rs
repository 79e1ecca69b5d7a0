//! A document's head. The policy comes first, so that it covers everything after it.

use waypost_author::publish::{Ahead, Links, POSTER, PlayerLinks, Preview};
use yew::prelude::*;

/// The head of any document; `first` is what is asked for before all else in it is read, `own` what else only this one has. `lang` is the
/// title's language where it is not the document's.
pub(super) fn head(title: &str, lang: Option<String>, description: &str, links: &Links<'_>, first: Html, own: Html) -> Html {
    html! {
        <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={links.policy.to_owned()} />
            { first }
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
            { for links.scripts.iter().map(|src| script(src)) }
            { for links.extra_scripts.iter().map(|src| script(src)) }
        </head>
    }
}

/// The player, where its scripts run as soon as the document is parsed.
pub(super) fn running(player: &PlayerLinks<'_>) -> Html {
    html! {
        <>
            <noscript>{ style(&player.noscript) }</noscript>
            { for scripts(player).map(|src| script(src)) }
        </>
    }
}

/// The player, where its scripts and what they ask for wait until the widget is seen; `begin` runs them.
pub(super) fn waiting(player: &PlayerLinks<'_>, ahead: &Ahead<'_>) -> Html {
    html! {
        <>
            { for ahead.files.iter().map(|href| fetched(href)) }
            { for scripts(player).map(|src| asked(src, "script")) }
            { begin(ahead.begin) }
        </>
    }
}

fn scripts<'a>(player: &'a PlayerLinks<'_>) -> impl Iterator<Item = &'a String> {
    player.programs.values().map(|program| &program.glue).chain(&player.around)
}

/// A style sheet.
pub(super) fn style(href: &str) -> Html {
    html! { <link rel="stylesheet" href={href.to_owned()} /> }
}

/// A file that the shell will ask for: it is on its way before the shell is there, see early.js and near.js.
pub(super) fn fetched(href: &str) -> Html {
    asked(href, "fetch")
}

/// Nothing, until it is wanted.
fn asked(href: &str, what: &'static str) -> Html {
    let crossorigin = (what == "fetch").then_some("anonymous");
    html! { <link as={what} rel="preload" media="not all" {crossorigin} href={href.to_owned()} /> }
}

/// The script that sees whether they are wanted; the policy names it by its hash.
pub(super) fn begin(script: &str) -> Html {
    html! { <script>{ script.to_owned() }</script> }
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
