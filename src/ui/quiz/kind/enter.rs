//! From controls to answers: one handler for everything that has a value, whatever the kind.

use crate::ui::markup::{Heard, Markup};
use crate::ui::quiz::View;
use waypost_core::bundle::Item;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{Response, Typed};
use waypost_core::quiz::Msg;
use waypost_core::table::Table;
use waypost_core::text::Block;
use web_sys::KeyboardEvent;
use web_sys::wasm_bindgen::JsCast;

/// What a control's value is within the answer.
#[derive(Clone)]
pub(super) enum Slot {
    /// The whole of it.
    Whole,
    /// What stands in a blank.
    Blank(OptionId),
    /// What a row is paired with; an empty value pairs it with nothing.
    Row(OptionId),
    /// The place, counted from 0, that a thing moves to.
    Place(OptionId),
}

impl Slot {
    /// What a value in this slot means for an item.
    fn msg(&self, item: &ItemId, now: Option<&Response>, value: String) -> Msg {
        match (self, value.parse()) {
            (Self::Place(thing), Ok(place)) => Msg::Move(item.clone(), thing.clone(), place),
            _ => Msg::Answer(item.clone(), self.put(now, value)),
        }
    }

    /// The answer with a value in this slot.
    fn put(&self, now: Option<&Response>, value: String) -> Response {
        match (self, now) {
            (Self::Blank(blank), now) => {
                let mut blanks = if let Some(Response::Blanks(blanks)) = now { blanks.clone() } else { Table::default() };
                blanks.insert(blank.clone(), typed(value));
                Response::Blanks(blanks)
            }
            (Self::Row(row), now) => {
                let mut pairs = if let Some(Response::Pairs(pairs)) = now { pairs.clone() } else { Table::default() };
                match value.is_empty() {
                    true => pairs.remove(row),
                    false => pairs.insert(row.clone(), OptionId(value)),
                }
                Response::Pairs(pairs)
            }
            _ => Response::Typed(typed(value)),
        }
    }
}

/// Typed words; the player adds the form they are compared in.
fn typed(raw: String) -> Typed {
    Typed { raw, norm: String::new() }
}

impl View<'_> {
    /// The name of an item's controls, and what its ids begin with.
    pub(super) fn control(&self, item: &Item) -> String {
        [self.prefix, "-", &item.id.0].concat()
    }

    /// The open control puts its value into the answer as it stands.
    pub(super) fn enters(&self, out: &mut Markup, item: &Item, slot: Slot, now: Option<Response>) {
        let (on, item) = (self.on.clone(), item.id.clone());
        out.on_value(Heard::Input, move |value| on.emit(slot.msg(&item, now.as_ref(), value)));
    }

    /// Enter commits in the open one-line field, except the one that ends a composition of characters.
    pub(super) fn commits(&self, out: &mut Markup, item: &Item) {
        let (on, msg) = (self.on.clone(), if item.is_marked() { Msg::Check(item.id.clone()) } else { Msg::Next });
        out.on(Heard::Key, move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            if event.key() == "Enter" && !event.is_composing() {
                on.emit(msg.clone());
            }
        });
    }

    /// The answer as it stands.
    pub(super) fn now(&self, item: &Item) -> Option<Response> {
        self.sitting.response(&item.id).cloned()
    }

    /// What stands in a slot of typed words.
    pub(super) fn raw(&self, item: &Item, slot: &Slot) -> String {
        let typed = match (self.sitting.response(&item.id), slot) {
            (Some(Response::Typed(typed)), _) => Some(typed),
            (Some(Response::Blanks(blanks)), Slot::Blank(blank)) => blanks.get(blank),
            _ => None,
        };
        typed.map(|typed| typed.raw.clone()).unwrap_or_default()
    }
}

/// A choice of a `<select>`; its words are those of `text` where they are the author's.
pub(super) fn choice(out: &mut Markup, value: &str, words: &str, text: &[Block], selected: bool) {
    out.el("option", |out| {
        out.lang(text);
        out.set("value", value);
        out.selected(selected);
        out.text(words);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_asked_for_by_the_name_of_the_thing() {
        let place = Slot::Place("a".into()).msg(&"steps".into(), None, "2".into());
        assert_eq!(place, Msg::Move("steps".into(), "a".into(), 2));
    }

    #[test]
    fn values_are_put_into_the_answer_as_it_stands() {
        let first = Slot::Row("r".into()).put(None, "t".into());
        let second = Slot::Row("s".into()).put(Some(&first), "u".into());
        let Response::Pairs(pairs) = Slot::Row("r".into()).put(Some(&second), String::new()) else { panic!("pairs") };
        assert_eq!(pairs.iter().map(|(row, target)| format!("{row}{target}")).collect::<Vec<_>>(), ["su"]);
        let Response::Blanks(blanks) = Slot::Blank("x".into()).put(Some(&second), "y".into()) else { panic!("blanks") };
        assert_eq!(blanks.get(&OptionId::from("x")).unwrap().raw, "y");
    }
}
