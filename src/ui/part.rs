//! Plain elements, made in one place: what the `html!` macro writes out anew for each element is most of a view's bytes.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// An element with a class (none where it is empty) around its children.
#[inline(never)]
pub fn part(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    match class {
        "" => with(tag, &[], Vec::new(), children),
        class => with(tag, &["class"], vec![AttrValue::Static(class)], children),
    }
}

/// An element with attributes, by name and value, around its children.
#[inline(never)]
pub fn with(tag: &'static str, names: &'static [&'static str], values: Vec<AttrValue>, children: Vec<Html>) -> Html {
    let mut part = VTag::new(tag);
    let values = values.into_iter().map(|value| Some(AttributeOrProperty::Attribute(value))).collect();
    part.set_attributes(Attributes::Dynamic { keys: names, values });
    part.add_children(children);
    part.into()
}
