//! What is announced after a decision: that it is counted, and the two gauges that moved farthest.

use waypost_core::simulator::{Better, History, Simulator, key, whole};

/// At most two changes of a turn, as "Energy 60, down 14".
pub fn spoken_outcome(bundle: &Simulator, history: &History, turn: usize) -> String {
    let Some(after) = history.turns.get(turn) else { return String::new() };
    let before = turn.checked_sub(1).and_then(|before| history.turns.get(before));
    let mut moved: Vec<(i64, String)> = Vec::new();
    for (at, (stock, to)) in bundle.stocks.iter().zip(&after.stocks).enumerate() {
        let from = before.and_then(|before| before.stocks.get(at)).copied().unwrap_or(stock.start.get());
        let (from, to) = (whole(from.into()), whole((*to).into()));
        if stock.better != Better::Hidden && from != to {
            let gauge = bundle.plain(&key::label(&stock.id));
            let change = bundle.words.change(to - from);
            let words = bundle.words.say(bundle.words.moved, &[("gauge", &gauge), ("n", &to.to_string()), ("change", &change)]);
            moved.push(((to - from).abs(), words));
        }
    }
    moved.sort_by_key(|(far, _)| -far);
    moved.into_iter().take(2).map(|(_, words)| words).collect::<Vec<_>>().join(". ")
}
