//! The marking rules once more, as slowly and plainly as they are written in the design: fractions, sets, recursion.
//! It shares no function with the real marking, only the types of items and answers.

use waypost_core::bundle::*;
use waypost_core::id::OptionId;
use waypost_core::journal::{Response, Typed};
use waypost_core::number::Share;

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio(pub(crate) i128, pub(crate) i128);

const ZERO: Ratio = Ratio(0, 1);
const ONE: Ratio = Ratio(1, 1);

impl Ratio {
    fn new(num: i128, den: i128) -> Self {
        let (mut a, mut b) = (num.abs(), den.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let shared = if den < 0 { -a } else { a };
        if shared == 0 { ZERO } else { Self(num / shared, den / shared) }
    }

    fn of(share: Share) -> Self {
        let (num, den) = share.parts();
        Self::new(num.into(), den.into())
    }

    /// A decimal as it is written.
    fn decimal(text: &str) -> Self {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        Self::new(format!("{whole}{part}").parse().unwrap(), 10i128.pow(part.len() as u32))
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self(-other.0, other.1))
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }

    fn size(self) -> Self {
        Self(self.0.abs(), self.1)
    }

    fn at_most(self, other: Self) -> bool {
        self.minus(other).0 <= 0
    }

    fn within(self, low: Self, high: Self) -> Self {
        match (self.at_most(low), high.at_most(self)) {
            (true, _) => low,
            (_, true) => high,
            _ => self,
        }
    }
}

fn count(n: usize) -> Ratio {
    Ratio(n as i128, 1)
}

fn truth(yes: bool) -> Ratio {
    if yes { ONE } else { ZERO }
}

/// The mark as a fraction of a full one.
pub(crate) fn mark(item: &Item, policy: &Policy, response: &Response) -> Ratio {
    let least = if policy.negative == Negative::Item { Ratio(-1, 1) } else { ZERO };
    let mark = match (&item.interaction, response) {
        (Interaction::Single(of) | Interaction::Tf(of) | Interaction::Multi(of), _) => choice(of, policy, response),
        (Interaction::Number(of) | Interaction::Text(of), Response::Typed(typed)) => answer(of, typed),
        (Interaction::Slider(Slider { answers: Some(of), .. }), Response::Typed(typed)) => answer(of, typed),
        (Interaction::Cloze(of), _) => cloze(of, response, least),
        (Interaction::Order(of), Response::Order(given)) => order(of, given),
        (Interaction::Match(of) | Interaction::Categorize(of), Response::Pairs(_)) => pairs(of, response),
        _ => ZERO,
    };
    mark.within(least, ONE)
}

fn credit(key: Key, credit: Option<Share>) -> Ratio {
    credit.map_or(truth(key == Key::Right), Ratio::of)
}

fn choice(of: &Choices, policy: &Policy, response: &Response) -> Ratio {
    let Response::Options(chosen) = response else { return ZERO };
    if chosen.is_empty() {
        return ZERO;
    }
    let picked = |option: &Choice| chosen.contains(&option.id);
    let keys = of.options.iter().filter(|option| option.key == Key::Right).count();
    let negative = policy.negative == Negative::Item;
    match of.marking {
        Marking::All => truth(of.options.iter().all(|option| picked(option) == (option.key == Key::Right))),
        Marking::Each => {
            let right = of.options.iter().filter(|option| picked(option) == (option.key == Key::Right)).count();
            Ratio::new(right as i128, of.options.len() as i128)
        }
        Marking::Weights => of.options.iter().filter(|o| picked(o)).fold(ZERO, |sum, o| sum.plus(credit(o.key, o.credit))),
        Marking::Net => {
            let step = |option: &Choice| match option.key {
                Key::Right => Ratio::new(1, keys as i128),
                Key::Wrong => Ratio::new(-1, (of.options.len() - keys) as i128),
            };
            let sum = of.options.iter().filter(|option| picked(option)).map(step).fold(ZERO, Ratio::plus);
            if negative { sum } else { sum.within(ZERO, ONE) }
        }
        _ => {
            let option = of.options.iter().find(|option| picked(option)).unwrap();
            match (option.key, option.credit, negative) {
                (Key::Wrong, None, true) => ZERO.minus(Ratio::of(policy.penalty)),
                _ => credit(option.key, option.credit),
            }
        }
    }
}

/// The best credit of the first pass in which any answer matches.
fn answer(of: &Answers, typed: &Typed) -> Ratio {
    if typed.norm.trim().is_empty() {
        return ZERO;
    }
    let passes: [&dyn Fn(&Accepted) -> bool; 3] =
        [&|answer| itself(answer, &typed.norm), &|answer| nearly(of, answer, &typed.norm), &|answer| answer.matches == Matches::Rest];
    for pass in passes {
        let credits: Vec<Ratio> = of.answers.iter().filter(|a| pass(a)).map(|a| credit(a.key, a.credit)).collect();
        if let Some(best) = credits.iter().copied().reduce(|a, b| if b.at_most(a) { a } else { b }) {
            return best;
        }
    }
    ZERO
}

fn itself(answer: &Accepted, norm: &str) -> bool {
    let looks_like_one = norm.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '.') && norm.chars().any(|c| c.is_ascii_digit());
    let distance = |a: &waypost_core::typed::Exact| Ratio::decimal(norm).minus(Ratio::decimal(&a.to_string())).size();
    let exact = |e: &waypost_core::typed::Exact| Ratio::decimal(&e.to_string());
    match &answer.matches {
        Matches::Text(text) => glob(if answer.norm.is_empty() { text } else { &answer.norm }, norm),
        Matches::Rest => false,
        _ if !looks_like_one => false,
        Matches::Near(a, t) => distance(a).at_most(exact(t)),
        Matches::Percent(a, t) => distance(a).times(count(100)).at_most(exact(t).times(exact(a).size())),
        Matches::Range(low, high) => exact(low).at_most(Ratio::decimal(norm)) && Ratio::decimal(norm).at_most(exact(high)),
    }
}

/// Wildcards by trying every way.
fn glob(pattern: &str, text: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return text.is_empty() };
    let rest = &pattern[first.len_utf8()..];
    match first {
        '*' => (0..=text.len()).filter(|at| text.is_char_boundary(*at)).any(|at| glob(rest, &text[at..])),
        '\\' if rest.starts_with(['*', '\\']) => text.starts_with(&rest[..1]) && glob(&rest[1..], &text[1..]),
        _ => text.strip_prefix(first).is_some_and(|text| glob(rest, text)),
    }
}

fn nearly(of: &Answers, answer: &Accepted, norm: &str) -> bool {
    let words = |a: &Accepted| match &a.matches {
        Matches::Text(text) => Some(if a.norm.is_empty() { text.clone() } else { a.norm.clone() }).filter(|text| !text.contains('*')),
        _ => None,
    };
    let Some(word) = words(answer).filter(|_| answer.key == Key::Right) else { return false };
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), norm.chars().collect());
    let typos = answer.typos.unwrap_or(of.typos) as usize;
    let forgiven = if a.len() < 4 {
        0
    } else if a.len() < 8 {
        typos.min(1)
    } else {
        typos
    };
    let digits = |text: &[char]| text.iter().copied().filter(char::is_ascii_digit).collect::<String>();
    let d = apart(&a, &b, 3);
    let wrongs = of.answers.iter().filter(|other| other.key == Key::Wrong).filter_map(words);
    let nearest = wrongs.map(|wrong| apart(&wrong.chars().collect::<Vec<_>>(), &b, 3)).min();
    d <= forgiven && forgiven > 0 && digits(&a) == digits(&b) && nearest.is_none_or(|wrong| d < wrong)
}

/// The optimal-string-alignment distance by its definition, from the ends of the texts to their beginnings; 9 where it is over `left`.
fn apart(a: &[char], b: &[char], left: usize) -> usize {
    match (a, b) {
        ([a @ .., x], [b @ .., y]) if x == y => apart(a, b, left),
        ([], []) => 0,
        _ if left == 0 => 9,
        ([], [_, rest @ ..]) | ([_, rest @ ..], []) => apart(&[], rest, left - 1) + 1,
        ([head @ .., x], [tail @ .., y]) => {
            let swapped = match (head, tail) {
                ([h @ .., x2], [t @ .., y2]) if x == y2 && x2 == y => apart(h, t, left - 1) + 1,
                _ => 9,
            };
            let edited = apart(head, b, left - 1).min(apart(a, tail, left - 1)).min(apart(head, tail, left - 1)) + 1;
            swapped.min(edited).min(9)
        }
    }
}

fn order(of: &Sequence, given: &[OptionId]) -> Ratio {
    let place = |thing: &OptionId| given.iter().position(|other| other == thing);
    let n = of.things.len();
    match of.marking {
        Marking::All => truth(given == of.things),
        Marking::Position => Ratio::new((0..n).filter(|at| given.get(*at) == of.things.get(*at)).count() as i128, n as i128),
        _ if n == 1 => truth(given == of.things),
        _ => {
            let (mut tau, mut all) = (0, 0);
            for (i, earlier) in of.things.iter().enumerate() {
                for later in &of.things[i + 1..] {
                    tau += if place(earlier).is_some() && place(earlier) < place(later) { 1 } else { -1 };
                    all += 1;
                }
            }
            Ratio::new(tau, all).within(ZERO, ONE)
        }
    }
}

fn pairs(of: &Pairs, response: &Response) -> Ratio {
    let Response::Pairs(given) = response else { return ZERO };
    if given.is_empty() {
        return ZERO;
    }
    let (mut right, mut wrong) = (0, 0);
    for row in &of.rows {
        match (given.get(&row.id), &row.target) {
            (None, Some(_)) => {}
            (filled, target) if filled == target.as_ref() => right += 1,
            _ => wrong += 1,
        }
    }
    let rows = count(of.rows.len());
    let others = of.targets.len().max(2) as i128 - 1;
    match of.marking {
        Marking::All => truth(count(right) == rows),
        Marking::Net => {
            let net = count(right).minus(Ratio::new(wrong, others));
            Ratio::new(1, rows.0).times(net).within(ZERO, ONE)
        }
        _ => Ratio::new(right as i128, rows.0),
    }
}

fn cloze(of: &Cloze, response: &Response, least: Ratio) -> Ratio {
    let Response::Blanks(given) = response else { return ZERO };
    if response.is_empty() {
        return ZERO;
    }
    let holds = |id: &OptionId| given.get(id).filter(|typed| !typed.raw.trim().is_empty()).map(|typed| typed.norm.as_str());
    let mut shown: Vec<&Blank> = Vec::new();
    for _ in 0..=of.blanks.len() {
        let known: Vec<OptionId> = shown.iter().map(|blank| blank.id.clone()).collect();
        let is_shown = |blank: &&Blank| match &blank.when {
            None => true,
            Some(when) => known.contains(&when.blank) && holds(&when.blank) == Some(when.holds.as_str()),
        };
        shown = of.blanks.iter().filter(is_shown).collect();
    }
    let mark = |blank: &&Blank| match (&blank.field, given.get(&blank.id)) {
        (_, None) => ZERO,
        (_, Some(typed)) if typed.raw.trim().is_empty() => ZERO,
        (Field::Text(of) | Field::Number(of), Some(typed)) => answer(of, typed).within(least, ONE),
        (Field::Choice(of), Some(typed)) => {
            let chosen = of.iter().find(|option| option.id.as_str() == typed.norm);
            chosen.map_or(ZERO, |option| credit(option.key, option.credit)).within(least, ONE)
        }
    };
    let marks: Vec<Ratio> = shown.iter().map(mark).collect();
    match (of.marking, marks.len()) {
        (_, 0) => ZERO,
        (Marking::All, _) => truth(marks.iter().all(|mark| *mark == ONE)),
        (_, n) => marks.into_iter().fold(ZERO, Ratio::plus).times(Ratio::new(1, n as i128)),
    }
}
