//! The gallery: one panel a widget, with a phone, a desk and the snippets.

use super::course::{Course, FOLDER, Widget};
use super::snippet::Snippets;
use yew::prelude::*;

/// The whole page.
#[function_component]
pub fn Gallery() -> Html {
    let course = use_state(|| None::<Result<Course, String>>);
    {
        let course = course.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move { course.set(Some(Course::fetch().await)) });
        });
    }
    match &*course {
        None => html! { <p class="st-note" role="status">{ "Opening the course" }</p> },
        Some(Err(why)) => html! {
            <div class="st-note" role="alert">
                <p>{ format!("The course could not be opened: {why}.") }</p>
                <p>{ "Build it with " }<code>{ "cargo xtask serve" }</code>{ ", or put a built site into " }<code>{ FOLDER }</code>{ " beside this page." }</p>
            </div>
        },
        Some(Ok(course)) => html! {
            <>
                <header class="st-head">
                    <p class="st-brand">{ "Waypost gallery" }</p>
                    <h1>{ &course.title }</h1>
                    <nav aria-label="Pages of the course">
                        <a href={format!("{FOLDER}index.html")}>{ "Open the post" }</a>
                        <a href={format!("{FOLDER}lesson.html")}>{ "Open the lesson" }</a>
                    </nav>
                </header>
                <main>
                    { for course.widgets.iter().map(|widget| html! { <Panel key={widget.id.clone()} widget={widget.clone()} /> }) }
                    if course.widgets.is_empty() {
                        <p class="st-note">{ "No lesson yet. Write one: " }<code>{ "waypost new my-course" }</code></p>
                    }
                </main>
            </>
        },
    }
}

#[derive(Properties, PartialEq)]
struct PanelProps {
    widget: Widget,
}

#[function_component]
fn Panel(PanelProps { widget }: &PanelProps) -> Html {
    let page = format!("{FOLDER}{}", widget.path);
    let heading = format!("widget-{}", widget.id);
    html! {
        <section class="st-panel" aria-labelledby={heading.clone()}>
            <div class="st-about">
                <h2 id={heading}>{ &widget.title }</h2>
                <p>{ format!("{} · ", widget.kind) }<a href={page.clone()}>{ "Open by itself" }</a></p>
            </div>
            <Snippets widget={widget.clone()} />
            <div class="st-stage">
                <figure class="st-phone">
                    <iframe src={page.clone()} title={format!("{} on a phone", widget.title)} />
                    <figcaption>{ "Phone, 360 px" }</figcaption>
                </figure>
                <figure class="st-desk">
                    <iframe src={page} title={format!("{} in a column", widget.title)} />
                    <figcaption>{ "Column of a post, 640 px" }</figcaption>
                </figure>
            </div>
        </section>
    }
}
