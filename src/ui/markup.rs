//! Markup: views write their elements one after the other, each with what is in it, into one buffer.
//!
//! A view made this way is a row of calls to the few functions here. What yew's `html!` and lists of [`Html`] write out anew for
//! every element made up three quarters of the player's views.

use std::cell::RefCell;
use std::rc::Rc;
use waypost_core::text::{Block, foreign, plain};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag};

/// Elements being written. What is said of an element (its attributes, its key, its listeners) is said of the one that is open.
#[derive(Default)]
pub struct Markup {
    open: Element,
    around: Vec<Element>,
}

/// An element that is not finished; a mere group of nodes where there is no tag.
#[derive(Default)]
struct Element {
    tag: Option<VTag>,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    inside: Vec<Html>,
}

/// What `write` writes.
pub fn markup(write: impl FnOnce(&mut Markup)) -> Html {
    let mut out = Markup::default();
    write(&mut out);
    out.open.finished()
}

impl Markup {
    /// An element and what is in it. `form` names it as a CSS selector would: `p.wp-note`, `input[type=text][dir=auto]`; the tag
    /// first, then the class, then attributes, their values without quotes.
    #[inline]
    pub fn el(&mut self, form: &'static str, inside: impl FnOnce(&mut Self)) {
        self.begin(form);
        inside(self);
        self.end();
    }

    /// Nodes that may be absent or many. Their siblings keep their places, and with them focus and state.
    #[inline]
    pub fn group(&mut self, inside: impl FnOnce(&mut Self)) {
        self.el("", inside);
    }

    /// An element that stands only where something is in it.
    #[inline]
    pub fn some(&mut self, form: &'static str, inside: impl FnOnce(&mut Self)) {
        self.begin(form);
        inside(self);
        self.end_if_any();
    }

    /// An element with words that never change while it stands.
    pub fn words(&mut self, form: &'static str, words: &str) {
        self.el(form, |out| out.text(words));
    }

    /// An element with words that change, see [`Markup::live`].
    pub fn says(&mut self, form: &'static str, words: &str) {
        self.el(form, |out| out.live(words));
    }

    /// Words.
    pub fn text(&mut self, words: &str) {
        self.put(AttrValue::from(words.to_owned()).into());
    }

    /// Something written elsewhere.
    pub fn put(&mut self, html: Html) {
        self.open.inside.push(html);
    }

    /// An attribute.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.attribute(name, AttrValue::from(value.to_owned()));
    }

    /// An attribute that stands only where something `is` so: `disabled`, `open`.
    pub fn set_if(&mut self, name: &'static str, is: bool) {
        if is {
            self.attribute(name, AttrValue::Static(name));
        }
    }

    /// The language of a text whose plain words are in the element, where it is not the widget's.
    pub fn lang(&mut self, text: &[Block]) {
        if let Some(lang) = foreign(text) {
            self.set("lang", lang);
        }
    }

    /// The plain words of a text, in an element that names their language where it is not the widget's.
    pub fn plain(&mut self, text: &[Block]) {
        match foreign(text) {
            Some(_) => self.el("span", |out| {
                out.lang(text);
                out.text(&plain(text));
            }),
            None => self.text(&plain(text)),
        }
    }

    /// The plain words of several texts, with something between them.
    pub fn plains<'t>(&mut self, between: &str, texts: impl Iterator<Item = &'t [Block]>) {
        for (at, text) in texts.enumerate() {
            if at > 0 {
                self.text(between);
            }
            self.plain(text);
        }
    }

    /// What tells the element apart from its siblings. Another key, another element.
    pub fn key(&mut self, key: &str) {
        if let Some(tag) = &mut self.open.tag {
            tag.key = Some(Key::from(key));
        }
    }

    /// What a field holds.
    pub fn value(&mut self, value: &str) {
        if let Some(tag) = &mut self.open.tag {
            tag.set_value(AttrValue::from(value.to_owned()));
        }
    }

    /// Whether a box or radio is checked.
    pub fn checked(&mut self, is: bool) {
        if let Some(tag) = &mut self.open.tag {
            tag.set_checked(is);
        }
    }

    /// Whether a choice of a `<select>` is the one. In the browser this is a property: what the reader chose wins over the attribute.
    pub fn selected(&mut self, is: bool) {
        #[cfg(target_arch = "wasm32")]
        self.open.give("selected", AttributeOrProperty::Property(is.into()));
        #[cfg(not(target_arch = "wasm32"))]
        self.set_if("selected", is);
    }

    /// What happens on an event.
    pub fn on(&mut self, heard: Heard, happens: impl Fn(Event) + 'static) {
        self.listen(Rc::new(On { heard, happens }));
    }

    /// What happens with the value of the field, select or text area after an event.
    pub fn on_value(&mut self, heard: Heard, happens: impl Fn(String) + 'static) {
        // All of them have a value just as an input does.
        self.on(heard, move |event| happens(event.target_unchecked_into::<HtmlInputElement>().value()));
    }

    #[inline(never)]
    fn begin(&mut self, form: &'static str) {
        let around = std::mem::replace(&mut self.open, Element::of(form));
        self.around.push(around);
    }

    #[inline(never)]
    fn end(&mut self) {
        let around = self.around.pop().unwrap_or_default();
        let done = std::mem::replace(&mut self.open, around);
        self.put(done.finished());
    }

    #[inline(never)]
    fn end_if_any(&mut self) {
        match self.open.inside.is_empty() {
            true => self.open = self.around.pop().unwrap_or_default(),
            false => self.end(),
        }
    }

    fn listen(&mut self, listener: Rc<dyn Listener>) {
        if let Some(tag) = &mut self.open.tag {
            tag.add_listener(listener);
        }
    }

    fn attribute(&mut self, name: &'static str, value: AttrValue) {
        self.open.give(name, AttributeOrProperty::Attribute(value));
    }
}

impl Element {
    fn of(form: &'static str) -> Self {
        let mut element = Self::default();
        let mut pieces = form.split('[');
        let name = pieces.next().unwrap_or_default();
        let (tag, class) = name.split_once('.').unwrap_or((name, ""));
        if tag.is_empty() {
            return element;
        }
        element.tag = Some(VTag::new(tag));
        if !class.is_empty() {
            element.give("class", AttributeOrProperty::Attribute(AttrValue::Static(class)));
        }
        for piece in pieces {
            if let Some((name, value)) = piece.trim_end_matches(']').split_once('=') {
                element.give(name, AttributeOrProperty::Attribute(AttrValue::Static(value)));
            }
        }
        element
    }

    fn give(&mut self, name: &'static str, value: AttributeOrProperty) {
        self.names.push(name);
        self.values.push(Some(value));
    }

    fn finished(self) -> Html {
        let inside = VList::from(self.inside).into();
        let Some(mut tag) = self.tag else { return inside };
        tag.set_attributes(Attributes::Dynamic { keys: lasting(self.names), values: self.values.into() });
        if let Some(place) = tag.children_mut() {
            *place = inside;
        }
        tag.into()
    }
}

/// Attribute names as yew wants them: to last forever, and the same ones at the same address. There are as many sequences of
/// names as there are sorts of elements in the views.
fn lasting(names: Vec<&'static str>) -> &'static [&'static str] {
    thread_local! {
        static KNOWN: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KNOWN.with_borrow_mut(|known| match known.iter().find(|known| **known == names) {
        Some(known) => known,
        None => {
            let names: &'static [&'static str] = names.leak();
            known.push(names);
            names
        }
    })
}

/// The events that views hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A press of a button.
    Click,
    /// A choice was made, or an input left with another value.
    Change,
    /// The value became another one.
    Input,
    /// A key went down.
    Key,
}

/// A listener of any kind.
struct On<F> {
    heard: Heard,
    happens: F,
}

impl<F: Fn(Event)> Listener for On<F> {
    fn kind(&self) -> ListenerKind {
        match self.heard {
            Heard::Click => ListenerKind::onclick,
            Heard::Change => ListenerKind::onchange,
            Heard::Input => ListenerKind::oninput,
            Heard::Key => ListenerKind::onkeydown,
        }
    }

    fn handle(&self, event: Event) {
        (self.happens)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
