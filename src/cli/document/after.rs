//! What stands below a result: a way to subscribe, and the course. It is there from the start, and shown once the result is; no script is
//! needed for it but for what a form cannot do by itself.

mod words;

use waypost_author::course::{Call, Provider, Signup};
use waypost_author::publish::After;
use waypost_core::bundle::{Kind, Lesson};
use waypost_core::url::safe_url;
use words::{Words, of};
use yew::prelude::*;

/// The blocks, or nothing where the author wants none.
pub(super) fn after(after: &After<'_>, lesson: &Lesson) -> Html {
    let words = of(&lesson.lang);
    let signup = after.signup.map(|(signup, call)| form(signup, call, after.publication, words, lesson));
    let course = after.course.map(|call| card(call, words.course));
    let blocks: Vec<Html> = [signup, course].into_iter().flatten().collect();
    if blocks.is_empty() {
        return Html::default();
    }
    html! { <aside class="wp wp-after" lang={lesson.lang.clone()}>{ for blocks }</aside> }
}

/// The form. Without the reader's tick nothing can be sent: the browser itself sees to that.
fn form(signup: &Signup, call: &Call, publication: &str, words: &Words, lesson: &Lesson) -> Html {
    let request = &signup.request;
    // Points can go along; what a chooser or a simulator comes to is no sentence that a mailing list could hold.
    let outcome = signup.outcome.as_ref().filter(|_| lesson.kind == Kind::Quiz);
    let who = if publication.is_empty() { call.title.as_str() } else { publication };
    let hidden = |name: &str, value: &str| html! { <input type="hidden" name={name.to_owned()} value={value.to_owned()} /> };
    // Ghost is asked by a script; without it the reader goes to the site's own page.
    let action = if signup.provider == Provider::Ghost { &call.url } else { &request.action };
    html! {
        <section class="wp-call">
            <h2 class="wp-what">{ call.title.clone() }</h2>
            if !call.text.is_empty() {
                <p>{ call.text.clone() }</p>
            }
            <form data-signup={signup.provider.name()} data-to={request.action.clone()} method={request.method} action={action.clone()}
                target="_blank" rel="noopener">
                <label class="wp-address">
                    <span>{ words.address }</span>
                    <input type="email" name={request.address} required={true} autocomplete="email" />
                </label>
                <label class="wp-tick">
                    <input type="checkbox" required={true} />
                    <span>{ (words.consent)(who, &signup.often) }{ " " }<a href={signup.privacy.clone()} target="_blank" rel="noopener">{ words.privacy }</a></span>
                </label>
                if let Some(field) = outcome {
                    <label class="wp-tick">
                        <input type="checkbox" data-outcome="" />
                        <span>{ words.outcome }</span>
                    </label>
                    <input type="hidden" name={field.clone()} disabled={true} data-result="" />
                }
                if signup.provider == Provider::Beehiiv {
                    { hidden("utm_source", "waypost") }
                    { hidden("utm_medium", "widget") }
                    { hidden("utm_campaign", lesson.id.as_str()) }
                }
                if let Some(trap) = &request.trap {
                    <input class="wp-hidden" type="text" name={trap.clone()} tabindex="-1" autocomplete="off" aria-hidden="true" />
                }
                <p><button>{ words.subscribe }</button></p>
                <p role="status" class="wp-said"><span hidden={true} data-said="sent">{ words.sent }</span><span hidden={true} data-said="failed">{ words.failed }</span></p>
            </form>
            if let Some(url) = safe_url(&call.url) {
                <p class="wp-small">{ words.or_there }{ " " }<a href={url.clone()} target="_blank" rel="noopener">{ url.clone() }</a></p>
            }
            if let Some(gate) = &signup.gate {
                <div hidden={true} data-gate="">{ card(gate, words.open) }</div>
            }
        </section>
    }
}

/// A call to action.
fn card(call: &Call, label: &str) -> Html {
    html! {
        <section class="wp-call">
            <h2 class="wp-what">{ call.title.clone() }</h2>
            if !call.text.is_empty() {
                <p>{ call.text.clone() }</p>
            }
            if let Some(url) = safe_url(&call.url) {
                <p><a class="wp-go" href={url} target="_blank" rel="noopener">{ label.to_owned() }</a></p>
            }
        </section>
    }
}
