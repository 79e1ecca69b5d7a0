//! Small bundles and journals for the core's tests.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part")]

use waypost_core::bundle::*;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{Action, Entry, Response, Via};
use waypost_core::number::Share;
use waypost_core::quiz::{Msg, Sitting, update};

/// The policy an author gets who says nothing.
pub fn policy() -> Policy {
    Policy { pass: Share::percent(60), ..Policy::default() }
}

/// Options named a, b, c ... from a key such as `x..x`: `x` belongs to the key.
pub fn choices(key: &str, marking: Marking) -> Choices {
    let option = |(i, c): (usize, char)| {
        let key = if c == 'x' { Key::Right } else { Key::Wrong };
        Choice::new(OptionId(char::from(b'a' + i as u8).to_string()), key)
    };
    Choices { marking, order: Order::Fixed, options: key.chars().enumerate().map(option).collect(), counted: Counted::Open }
}

/// An item worth one point.
pub fn item(id: &str, interaction: Interaction) -> Item {
    Item { hints: 2, ..Item::new(id.into(), interaction) }
}

/// A quiz of these items.
pub fn quiz(items: Vec<Item>) -> Bundle {
    Bundle {
        head: Head {
            waypost: VERSION.into(),
            profile: Profile::Play,
            kind: Kind::Quiz,
            id: "test".into(),
            version: 1,
            title: "Test".into(),
            lang: "en".into(),
            dir: Dir::Ltr,
            revision: "0123456789ab".into(),
            meta: None,
            webhook: None,
            hosts: Vec::new(),
            strings: Default::default(),
        },
        policy: policy(),
        sections: Vec::new(),
        items,
        results: Vec::new(),
        dimensions: Vec::new(),
        words: Default::default(),
    }
}

/// Three items: one single choice (key b), one multiple choice (key a and c), one true/false (key a).
pub fn three() -> Bundle {
    quiz(vec![
        item("one", Interaction::Single(choices(".x..", Marking::Credit))),
        item("two", Interaction::Multi(choices("x.x.", Marking::Net))),
        item("three", Interaction::Tf(choices("x.", Marking::Credit))),
    ])
}

/// A response with the options of `letters`.
pub fn response(letters: &str) -> Response {
    Response::of(letters.chars().map(|c| OptionId(c.to_string())))
}

/// The `n`-th entry of a journal.
pub fn entry(n: usize, action: Action) -> Entry {
    Entry { id: format!("entry-{n}"), at: 1_795_320_000_000 + n as i64, ms: n as u64, via: Via::Player, action }
}

/// A reader who does one thing after another through `update`.
pub struct Reader {
    pub bundle: Bundle,
    pub sitting: Sitting,
    pub journal: Vec<Entry>,
}

impl Reader {
    pub fn of(bundle: Bundle) -> Self {
        let sitting = Sitting::new(&bundle, 7);
        Self { bundle, sitting, journal: Vec::new() }
    }

    pub fn does(&mut self, msg: Msg) -> &mut Self {
        for action in update(&self.bundle, &self.sitting, &msg, 99) {
            let entry = entry(self.journal.len(), action);
            self.sitting.apply(&self.bundle, &entry);
            self.journal.push(entry);
        }
        self
    }

    pub fn answers(&mut self, item: &str, letters: &str) -> &mut Self {
        for letter in letters.chars() {
            self.does(Msg::Toggle(item.into(), OptionId(letter.to_string())));
        }
        self.does(Msg::Check(ItemId::from(item)))
    }
}
