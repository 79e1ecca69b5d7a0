//! The author edits while readers are midway: every answer is kept, put into the archive or noted. None is reset silently.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;

use common::{Reader, choices, item, quiz};
use std::collections::BTreeMap;
use waypost_core::bundle::*;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{Action, Response, Typed};
use waypost_core::quiz::{Archived, Change, Msg, Phase, Sitting};
use waypost_core::random::draw;
use waypost_core::text::{Block, Inline};

/// Draws from a seed, one after another.
struct Dice(u32, u32);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.1 += 1;
        draw(self.0, 0, self.1, 1) as usize % n.max(1)
    }
}

fn words(bundle: &mut Bundle, key: String, text: &str) {
    bundle.strings.insert(key, vec![Block::P(vec![Inline::Text(text.into())])]);
}

fn sealed(mut bundle: Bundle, revision: &str) -> Bundle {
    bundle.revision = revision.into();
    let all: Vec<Hashes> = bundle.items.iter().map(|item| hashes(&bundle, item)).collect();
    for (item, hashes) in bundle.items.iter_mut().zip(all) {
        item.hashes = hashes;
    }
    bundle
}

/// A new item of a random kind with its words.
fn add(bundle: &mut Bundle, id: &str, dice: &mut Dice) -> Item {
    let things: Vec<OptionId> = ["a", "b", "c", "d"].map(Into::into).into();
    let kind = match dice.below(6) {
        0 => Interaction::Single(choices(".x..", Marking::Credit)),
        1 => Interaction::Multi(choices("x.x.", Marking::Net)),
        2 => Interaction::Order(Sequence { marking: Marking::Pairs, things: things.clone() }),
        3 => Interaction::Reflect(Reflect { rows: 3 }),
        4 => {
            let rows = things.iter().map(|id| Row { id: id.clone(), target: Some(OptionId(format!("to-{id}"))) }).collect();
            let targets = things.iter().map(|id| OptionId(format!("to-{id}"))).collect();
            Interaction::Match(Pairs { marking: Marking::Each, order: Order::Fixed, rows, targets })
        }
        _ => Interaction::Scale(Scale {
            name: "often".into(),
            steps: 5,
            rows: vec![Statement { id: "a".into(), to: None, counts: Counts::Forward }],
        }),
    };
    words(bundle, key::prompt(&id.into()), &format!("What about {id}?"));
    for thing in &things {
        words(bundle, key::text(&id.into(), thing), &format!("{id} {thing}"));
        words(bundle, key::text(&id.into(), &OptionId(format!("to-{thing}"))), &format!("{id} to {thing}"));
    }
    item(id, kind)
}

fn any_response(item: &Item, dice: &mut Dice) -> Response {
    let letter = |n: usize| OptionId(char::from(b'a' + n as u8).to_string());
    match &item.interaction {
        Interaction::Multi(_) => Response::of([letter(dice.below(4)), letter(dice.below(4))]),
        Interaction::Order(sequence) => {
            let mut things = sequence.things.clone();
            things.rotate_left(dice.below(4));
            Response::Order(things)
        }
        Interaction::Match(pairs) => Response::Pairs([(letter(dice.below(4)), pairs.targets[dice.below(4)].clone())].into_iter().collect()),
        Interaction::Scale(_) => Response::Pairs([("a".into(), OptionId((1 + dice.below(5)).to_string()))].into_iter().collect()),
        Interaction::Reflect(_) => Response::Typed(Typed { raw: format!("words {}", dice.below(9)), norm: String::new() }),
        _ => Response::of([letter(dice.below(4))]),
    }
}

/// The rows of the table of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edit {
    Moved,
    Feedback,
    Reworded,
    OptionAdded,
    OptionRemoved,
    Rekeyed,
    Retyped,
    Removed,
    Added,
}

const EDITS: [Edit; 9] = [
    Edit::Moved,
    Edit::Feedback,
    Edit::Reworded,
    Edit::OptionAdded,
    Edit::OptionRemoved,
    Edit::Rekeyed,
    Edit::Retyped,
    Edit::Removed,
    Edit::Added,
];

/// Makes one edit to an item of a copy of the bundle, where it applies to it. `answer` is what the reader answered.
fn edit(bundle: &Bundle, at: usize, edit: Edit, answer: &Response, dice: &mut Dice) -> Option<Bundle> {
    let mut edited = bundle.clone();
    let id = bundle.items[at].id.clone();
    match edit {
        Edit::Moved => {
            let moved = edited.items.remove(at);
            let to = dice.below(edited.items.len() + 1);
            edited.items.insert(to, moved);
        }
        Edit::Feedback => {
            words(&mut edited, key::explanation(&id), "Another reason");
            words(&mut edited, key::feedback(&id, &"a".into()), "Another feedback");
            edited.items[at].hints += 1;
        }
        Edit::Reworded => words(&mut edited, key::prompt(&id), "Something else?"),
        Edit::Retyped => {
            edited.items[at].interaction = match &bundle.items[at].interaction {
                Interaction::Single(_) => Interaction::Multi(choices("xx..", Marking::Net)),
                _ => Interaction::Single(choices("x...", Marking::Credit)),
            };
        }
        Edit::Removed => drop(edited.items.remove(at)),
        Edit::Added => {
            let item = add(&mut edited, "new", dice);
            edited.items.insert(dice.below(bundle.items.len() + 1), item);
        }
        Edit::OptionAdded | Edit::OptionRemoved | Edit::Rekeyed => match (&mut edited.items[at].interaction, edit) {
            (Interaction::Single(c) | Interaction::Multi(c), Edit::OptionAdded) => c.options.push(Choice::new("new".into(), Key::Wrong)),
            (Interaction::Single(c) | Interaction::Multi(c), Edit::OptionRemoved) => {
                let chosen = answer.options().first()?;
                c.options.retain(|option| option.id != *chosen);
            }
            (Interaction::Single(c) | Interaction::Multi(c), _) => {
                let keys: Vec<Key> = c.options.iter().map(|option| option.key).collect();
                for (option, key) in c.options.iter_mut().zip(keys.iter().cycle().skip(1)) {
                    option.key = *key;
                }
            }
            (Interaction::Order(sequence), Edit::Rekeyed) => sequence.things.reverse(),
            (Interaction::Order(sequence), Edit::OptionRemoved) => drop(sequence.things.pop()),
            (Interaction::Match(pairs), Edit::OptionRemoved) => {
                let Response::Pairs(given) = answer else { return None };
                let row = given.iter().next()?.0.clone();
                pairs.rows.retain(|known| known.id != row);
            }
            (Interaction::Match(pairs), Edit::Rekeyed) => {
                let first = pairs.rows[0].target.clone();
                pairs.rows[0].target = pairs.rows[1].target.clone();
                pairs.rows[1].target = first;
            }
            _ => return None,
        },
    }
    Some(sealed(edited, "revision two"))
}

fn attempts<'a>(sitting: &'a Sitting, id: &ItemId) -> Option<&'a Response> {
    sitting.answers.get(id)?.attempts.last().map(|attempt| &attempt.response)
}

fn archived<'a>(sitting: &'a Sitting, id: &ItemId) -> Option<&'a Archived> {
    sitting.archive.iter().find(|archived| archived.item == *id)
}

fn change(sitting: &Sitting, bundle: &Bundle, id: &ItemId) -> Option<Change> {
    sitting.notices(bundle).into_iter().find(|notice| notice.item == *id).map(|notice| notice.change)
}

#[test]
fn ten_thousand_edits_reset_nothing_silently() {
    let mut hits: BTreeMap<(Edit, bool), u32> = BTreeMap::new();
    let mut edits = 0;
    for seed in 0.. {
        if edits == 10_000 {
            break;
        }
        let mut dice = Dice(seed, 0);
        let mut before = quiz(Vec::new());
        for n in 0..2 + dice.below(5) {
            let item = add(&mut before, &format!("q{n}"), &mut dice);
            before.items.push(item);
        }
        before.policy.attempts = dice.below(3) as u32;
        before.policy.feedback = [Feedback::Immediate, Feedback::End][dice.below(2)];
        before.policy.order = [Order::Fixed, Order::Shuffled][dice.below(2)];
        before.policy.back = [Back::Allowed, Back::Never][dice.below(2)];
        before.policy.draw = (dice.below(3) == 0).then(|| 1 + dice.below(before.items.len()) as u32);
        let before = sealed(before, "revision one");
        let mut reader = Reader::of(before.clone());
        let mut given: BTreeMap<ItemId, Response> = BTreeMap::new();
        let asked = reader.sitting.asked.clone();
        let answered = 1 + dice.below(asked.len());
        for item in asked.iter().take(answered).filter_map(|id| before.item(id)) {
            let response = any_response(item, &mut dice);
            reader.does(Msg::Answer(item.id.clone(), response.clone())).does(Msg::Check(item.id.clone())).does(Msg::Next);
            assert_eq!(attempts(&reader.sitting, &item.id), Some(&response));
            given.insert(item.id.clone(), response);
        }
        let finished = dice.below(2) == 1;
        if finished {
            reader.does(Msg::Finish);
        }
        let finished = reader.sitting.is_finished();
        let id = asked[dice.below(answered)].clone();
        let at = before.items.iter().position(|item| item.id == id).unwrap();
        let kind = EDITS[dice.below(EDITS.len())];
        let Some(after) = edit(&before, at, kind, &given[&id], &mut dice) else { continue };
        edits += 1;
        *hits.entry((kind, finished)).or_default() += 1;
        let sitting = Sitting::fold(&after, 7, &reader.journal);

        // No answer is lost, and the others are as they were.
        for (known, response) in &given {
            let kept = attempts(&sitting, known) == Some(response);
            let put_away = archived(&sitting, known).is_some_and(|archived| archived.response == *response);
            assert!(kept != put_away, "seed {seed}: {known} after {kind:?}");
            assert!(kept || change(&sitting, &after, known).is_some(), "seed {seed}: {known} after {kind:?} without a notice");
            assert!(*known == id || kept && change(&sitting, &after, known).is_none(), "seed {seed}: {known} after {kind:?} of {id}");
        }
        assert_eq!(sitting.is_finished(), finished);

        let change = change(&sitting, &after, &id);
        let expected = match kind {
            Edit::Moved | Edit::Feedback => change.is_none(),
            Edit::Added => change.is_none() && attempts(&sitting, &"new".into()).is_none(),
            Edit::Reworded => change == Some(Change::Reworded),
            Edit::OptionAdded => matches!(change, Some(Change::Reworded | Change::Rekeyed { .. })),
            Edit::OptionRemoved | Edit::Retyped => {
                let archived = archived(&sitting, &id).unwrap();
                assert!(!archived.words.is_empty() || matches!(archived.response, Response::Typed(_)) || archived.words.contains(": "));
                change == Some(Change::AskedAgain)
            }
            Edit::Rekeyed => {
                let now = after.item(&id).unwrap();
                let grains = |bundle: &Bundle, item| waypost_core::quiz::marking::mark(item, &bundle.policy, &given[&id]);
                let (old, new) = (grains(&before, before.item(&id).unwrap()), grains(&after, now));
                change == Some(Change::Rekeyed { before: old, after: new })
            }
            Edit::Removed => change == Some(Change::Removed),
        };
        assert!(expected, "seed {seed}: {kind:?} told as {change:?}");

        match after.item(&id) {
            Some(item) if !finished => {
                let again = matches!(kind, Edit::Reworded | Edit::Rekeyed | Edit::OptionRemoved | Edit::Retyped);
                let phase = sitting.phase(&after, item);
                assert!(!again || phase != Phase::Closed, "seed {seed}: {kind:?} cannot be answered again");
            }
            None if !finished && before.policy.draw.is_none() => {
                let others = after.items.iter().filter(|item| item.is_marked()).count() as i64 * 100;
                assert_eq!(sitting.tally(&after).possible_hundredths(), others, "a removed item is out of the totals");
            }
            _ => {}
        }
        if finished {
            let (old, new) = (reader.sitting.first.unwrap(), sitting.first.unwrap());
            assert!(kind == Edit::Rekeyed || old == new, "seed {seed}: a result changed by {kind:?}");
            let added = kind == Edit::Added && before.policy.draw.is_none();
            assert_eq!(
                added && after.item(&"new".into()).unwrap().is_marked(),
                sitting.notices(&after).iter().any(|n| n.change == Change::Added)
            );
        }
    }
    for kind in EDITS {
        for finished in [false, true] {
            let hit = hits.get(&(kind, finished)).copied().unwrap_or_default();
            assert!(hit >= 100, "{kind:?}, finished {finished}: {hit} times");
        }
    }
}

#[test]
fn after_an_edit_the_first_action_says_so_and_a_changed_item_can_be_answered_again() {
    let mut dice = Dice(3, 0);
    let mut before = common::three();
    words(&mut before, key::prompt(&"one".into()), "Which?");
    let before = sealed(before, "revision one");
    let mut reader = Reader::of(before.clone());
    reader.answers("one", "a");
    let after = edit(&before, 0, Edit::Rekeyed, &common::response("a"), &mut dice).unwrap();
    reader.sitting = Sitting::fold(&after, 7, &reader.journal);
    reader.bundle = after.clone();
    reader.answers("one", "c");
    let rebase = Action::Rebase { from: "revision one".into(), to: "revision two".into() };
    assert_eq!(reader.journal.iter().filter(|entry| entry.action == rebase).count(), 1);
    assert_eq!(attempts(&reader.sitting, &"one".into()), Some(&common::response("c")));
    assert!(reader.sitting.notices(&after).is_empty());
    assert_eq!(reader.sitting, Sitting::fold(&after, 7, &reader.journal));
}
