//! Plain elements, made in one place: what the `html!` macro writes out anew for each element is most of a view's bytes.

use std::rc::Rc;
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
    part.set_attributes(attributes(names, values));
    part.add_children(children);
    part.into()
}

/// A button; `act` names it for the shell and for tests.
#[inline(never)]
pub fn button(class: &'static str, act: &'static str, words: Vec<Html>, onclick: Callback<MouseEvent>) -> Html {
    let mut button = VTag::new("button");
    button.set_attributes(attributes(&["type", "class", "data-act"], vec!["button".into(), class.into(), act.into()]));
    button.add_listener(Rc::new(yew::html::onclick::Wrapper::new(onclick)));
    button.add_children(words);
    button.into()
}

/// A choice of a `<select>`. In the browser its state is a property: what the reader chose wins over the attribute.
/// (The macro takes `selected` for an attribute only, whatever stands before it.)
pub fn choice(value: &str, words: AttrValue, selected: bool) -> Html {
    let mut choice = VTag::new("option");
    choice.add_attribute("value", value.to_owned());
    #[cfg(target_arch = "wasm32")]
    choice.add_property("selected", selected);
    #[cfg(not(target_arch = "wasm32"))]
    if selected {
        choice.add_attribute("selected", "selected");
    }
    choice.add_child(words.into());
    choice.into()
}

/// Several elements one after the other.
#[inline(never)]
pub fn all(parts: Vec<Html>) -> Html {
    parts.into_iter().collect()
}

fn attributes(names: &'static [&'static str], values: Vec<AttrValue>) -> Attributes {
    let values = values.into_iter().map(|value| Some(AttributeOrProperty::Attribute(value))).collect();
    Attributes::Dynamic { keys: names, values }
}
