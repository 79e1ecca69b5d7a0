//! The author's page: shows the gallery.

#[cfg(target_arch = "wasm32")]
mod engine;

#[cfg(target_arch = "wasm32")]
fn main() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("studio"));
    if let Some(root) = root {
        yew::Renderer::<waypost::studio::Gallery>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
