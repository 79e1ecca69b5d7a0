//! The site's documents as elements: yew's server renderer writes and escapes every tag, attribute and text.

mod after;
mod also;
mod asked;
mod cards;
mod head;
mod lesson;
mod mail;
mod page;
mod post;
mod widget;
mod words;

use crate::poster;
use waypost::ui::prerender::now;
use waypost_author::publish::{Card, Document, Form, Mail, Picture, Render};
use yew::prelude::*;

/// The renderer of the command line.
pub(crate) struct Markup;

impl Render for Markup {
    fn document(&self, document: &Document<'_>) -> String {
        let tree = match document {
            Document::Widget(document) => widget::document(document),
            Document::Single(document) => widget::single(document),
            Document::Page(document) => page::document(document),
        };
        written(tree)
    }

    fn mail(&self, mail: &Mail<'_>, form: Form) -> String {
        mail::render(mail, form)
    }

    fn picture(&self, card: &Card<'_>, picture: Picture) -> Vec<u8> {
        poster::draw(card, picture)
    }
}

/// Elements as text.
pub(crate) fn written(tree: Html) -> String {
    now(yew::LocalServerRenderer::<Tree>::with_props(TreeProps { tree }).hydratable(false).render())
}

#[derive(Properties, PartialEq)]
struct TreeProps {
    tree: Html,
}

/// A document that is made already: the renderer wants a component.
#[component]
fn Tree(props: &TreeProps) -> Html {
    props.tree.clone()
}
