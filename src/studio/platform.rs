//! What to paste on a platform, and what the platform leaves of it.

use super::course::{FOLDER, Leaves, Platform, Widget};
use super::snippet::{BASE, Snippet};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PlatformsProps {
    pub(super) widget: Widget,
    /// The address of the site, ending in `/`.
    pub(super) base: String,
}

/// A choice of platforms, with the pieces of the chosen one and a preview.
#[function_component]
pub(super) fn Platforms(PlatformsProps { widget, base }: &PlatformsProps) -> Html {
    let chosen = use_state(|| 0);
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            chosen.set(usize::try_from(select.selected_index()).unwrap_or_default());
        })
    };
    let Some(platform) = widget.platforms.get(*chosen) else { return Html::default() };
    html! {
        <>
            <label class="st-address">
                <span>{ "Where will it stand?" }</span>
                <select onchange={choose}>
                    { for widget.platforms.iter().enumerate().map(|(at, platform)| html! {
                        <option key={platform.name.clone()} selected={at == *chosen}>{ &platform.title }</option>
                    }) }
                </select>
            </label>
            <p key={format!("why-{}", platform.name)}>{ &platform.why }</p>
            if let Some(caution) = &platform.caution {
                <p class="st-caution">{ caution }</p>
            }
            { for platform.pieces.iter().map(|piece| html! {
                <Snippet key={format!("{}-{}", platform.name, piece.form)} title={piece.place.clone()} code={piece.code.replace(BASE, base)} />
            }) }
            <figure class="st-leaves" key={format!("leaves-{}", platform.name)}>
                { leaves(widget, platform) }
                <figcaption>{ told(platform.leaves) }</figcaption>
            </figure>
            { mail(widget, platform) }
        </>
    }
}

/// What readers of the web get.
fn leaves(widget: &Widget, platform: &Platform) -> Html {
    let page = format!("{FOLDER}{}", widget.path);
    let title = format!("{} as {} shows it", widget.title, platform.title);
    let reserved = widget.heights.get("640").copied().unwrap_or(640).to_string();
    match platform.leaves {
        Leaves::Frame | Leaves::FrameAlone | Leaves::Element => html! { <iframe src={page} {title} height={reserved} loading="lazy" /> },
        Leaves::FrameFixed => html! { <iframe src={format!("{page}?layout=fixed&chrome=none")} {title} height="420" loading="lazy" /> },
        Leaves::FrameSandboxed => {
            html! { <iframe src={format!("{page}single.html")} {title} height={reserved} sandbox="allow-scripts" loading="lazy" /> }
        }
        Leaves::Card => html! {
            <a class="st-card" href={page}>
                if let Some(poster) = &widget.poster {
                    <img src={format!("{FOLDER}{poster}")} alt="" width="1200" height="630" />
                }
                <b>{ &widget.title }</b>
                <span>{ &widget.about }</span>
            </a>
        },
    }
}

fn told(leaves: Leaves) -> &'static str {
    match leaves {
        Leaves::Frame => "The frame, as high as its content.",
        Leaves::FrameAlone => "The frame without a script: as high as its first step, and longer steps scroll.",
        Leaves::FrameFixed => "A frame of the height that you drag; the lesson scrolls inside it.",
        Leaves::FrameSandboxed => "A frame that can store nothing: it says that answers are not saved.",
        Leaves::Card => "A card that leads to the page. Its picture is there once the site has an address.",
        Leaves::Element => "Part of your page, without a frame.",
    }
}

/// What readers of the mail get, where a piece is for them.
fn mail(widget: &Widget, platform: &Platform) -> Html {
    if !platform.pieces.iter().any(|piece| piece.form.starts_with("mail")) {
        return Html::default();
    }
    match &widget.mail {
        Some(path) => html! {
            <figure class="st-leaves">
                <iframe src={format!("{FOLDER}{path}")} title={format!("{} in a mail", widget.title)} height="520" sandbox="" loading="lazy" />
                <figcaption>{ "In the mail: each answer is a link that picks it." }</figcaption>
            </figure>
        },
        None => html! { <p class="st-caution">{ "The mail can be shown here once the course has a base in course.toml." }</p> },
    }
}
