//! What a chooser says in whole sentences: the same on the screen, to those who hear it, and as text to take along.

use waypost_core::chooser::bundle::key;
use waypost_core::chooser::{Chooser, Deliberation, Evidence, Given, Side, State, Verdict};
use waypost_core::id::{ItemId, OptionId};

/// A gut's word: 0 wholly the first pole, 100 wholly the second.
pub(super) fn gut(chooser: &Chooser, lean: u32) -> String {
    let words = &chooser.words;
    let of = |word: &str, side| words.about(word, "pole", &side_name(chooser, side));
    match lean {
        0..=8 => of(words.gut_all, Side::A),
        9..=25 => of(words.gut_mostly, Side::A),
        26..=44 => of(words.gut_rather, Side::A),
        45..=55 => words.gut_torn.to_owned(),
        56..=74 => of(words.gut_rather, Side::B),
        75..=91 => of(words.gut_mostly, Side::B),
        _ => of(words.gut_all, Side::B),
    }
}

/// What a pole is called on axes and buttons.
pub fn short(chooser: &Chooser, pole: &ItemId) -> String {
    let short = chooser.plain(&key::short(pole));
    if short.is_empty() { chooser.plain(&key::title(pole)) } else { short }
}

/// The short name of a side.
pub(super) fn side_name(chooser: &Chooser, side: Side) -> String {
    let pole = chooser.adaptive().and_then(|adaptive| adaptive.poles.get(usize::from(side == Side::B)));
    pole.map(|pole| short(chooser, &pole.id)).unwrap_or_default()
}

/// The verdict in one sentence.
pub fn verdict_sentence(chooser: &Chooser, evidence: &Evidence) -> String {
    let words = &chooser.words;
    match evidence.verdict {
        Verdict::Open => words.count(words.too_early, evidence.missing),
        Verdict::Leans(side) => words.about(words.leans, "pole", &side_name(chooser, side)),
        Verdict::CloseCall => words.close_call.to_owned(),
        Verdict::NotSettled(side) => words.about(words.not_settled, "pole", &side_name(chooser, side)),
    }
}

/// How many readings fall where, in one sentence.
pub(super) fn readings(chooser: &Chooser, toward_b: usize) -> String {
    let words = &chooser.words;
    let (count, side) = if toward_b > 10 { (toward_b, Side::B) } else { (20 - toward_b, Side::A) };
    match toward_b {
        10 => words.readings_even.to_owned(),
        _ => words.say(words.readings, &[("n", &count.to_string()), ("pole", &side_name(chooser, side))]),
    }
}

/// The same in a table's cell.
pub(super) fn of_twenty(chooser: &Chooser, toward_b: usize) -> String {
    let words = &chooser.words;
    let (count, side) = if toward_b >= 10 { (toward_b, Side::B) } else { (20 - toward_b, Side::A) };
    words.say(words.of_twenty, &[("n", &count.to_string()), ("pole", &side_name(chooser, side))])
}

/// An answer to a pair in words.
pub(super) fn answer(chooser: &Chooser, given: &Given) -> String {
    let words = &chooser.words;
    let Some(answer) = given.answer else { return words.skipped.to_owned() };
    let side = if answer < 2 { Side::A } else { Side::B };
    let statement = statement(chooser, &given.pair, side);
    let word = if answer == 0 || answer == 3 { words.much_more_like } else { words.bit_more_like };
    words.about(word, "statement", &statement)
}

/// The statement of a pair for a side.
pub(super) fn statement(chooser: &Chooser, pair: &ItemId, side: Side) -> String {
    let pole = chooser.adaptive().and_then(|adaptive| adaptive.poles.get(usize::from(side == Side::B)));
    pole.map(|pole| chooser.plain(&key::text(pair, &OptionId(pole.id.0.clone())))).unwrap_or_default()
}

/// What a profile points to, in one sentence.
pub fn outcome_sentence(chooser: &Chooser, state: &Deliberation) -> String {
    let words = &chooser.words;
    let Some(standing) = state.standing(chooser) else { return String::new() };
    let names = |count: usize| -> Vec<String> {
        standing.ranked.iter().take(count).map(|ranked| chooser.plain(&key::title(&ranked.outcome))).collect()
    };
    match standing.state {
        State::Open(missing) => words.count(words.too_early, missing),
        State::None => words.nothing.to_owned(),
        State::Tie(count) => words.about(words.tied, "outcomes", &words.list(&names(count))),
        State::Close | State::Clear => words.about(words.points_to, "outcome", &words.list(&names(1))),
    }
}

/// The result as plain text: title, verdict, readings, gut, then every answer. Words of the reader's own concerns stay out.
pub fn plain_result(chooser: &Chooser, state: &Deliberation) -> String {
    let mut lines = vec![chooser.title.clone()];
    if let Some(evidence) = state.evidence(chooser) {
        lines.push(verdict_sentence(chooser, &evidence));
        if evidence.verdict != Verdict::Open {
            lines.push(readings(chooser, evidence.toward_b));
        }
        let said = state.gut.before.lean.map(|lean| chooser.words.about(chooser.words.gut_said, "gut", &gut(chooser, lean)));
        lines.extend(said);
        lines.push(String::new());
        let row = |given: &Given| format!("{}\n{}", chooser.plain(&key::prompt(&given.pair)), answer(chooser, given));
        lines.extend(state.pairs.iter().map(row));
    } else {
        lines.push(outcome_sentence(chooser, state));
        lines.push(String::new());
        for (question, options) in state.answers.iter() {
            let options: Vec<String> = options.iter().map(|option| chooser.plain(&key::text(question, option))).collect();
            lines.push(format!("{}\n{}", chooser.plain(&key::prompt(question)), chooser.words.list(&options)));
        }
    }
    lines.join("\n")
}
