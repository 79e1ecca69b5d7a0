//! Random models as trees of this test's own: written as Markdown for the compiler, and interpreted slowly and plainly.

use std::collections::BTreeMap;
use std::fmt::Write;
use waypost_core::random::{draw, site};

/// A random number generator for the shape of models; nothing to do with the luck in them.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// 0 to `sides`, exclusive.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A number with two digits after the point, from `low` to `high`.
    fn number(&mut self, low: i32, high: i32) -> f64 {
        f64::from(low) + self.roll(((high - low) * 100) as usize) as f64 / 100.0
    }
}

/// An expression.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    Number(f64),
    Name(String),
    Negative(Box<Expr>),
    Not(Box<Expr>),
    Operation(&'static str, Box<Expr>, Box<Expr>),
    Call(&'static str, Vec<Expr>),
    Range(f64, f64),
}

impl Expr {
    /// As the language writes it, in parentheses wherever there can be some.
    fn text(&self) -> String {
        match self {
            Self::Number(number) => format!("{number:.2}"),
            Self::Name(name) => name.clone(),
            Self::Negative(a) => format!("(-{})", a.text()),
            Self::Not(a) => format!("(not {})", a.text()),
            Self::Operation(sign, a, b) => format!("({} {sign} {})", a.text(), b.text()),
            Self::Call(name, all) => format!("{name}({})", all.iter().map(Self::text).collect::<Vec<_>>().join(", ")),
            Self::Range(low, high) => format!("({low:.2}..{high:.2})"),
        }
    }

    /// Its value. `names` knows names, `luck` draws for ranges.
    fn value(&self, names: &BTreeMap<String, f32>, luck: &mut dyn FnMut() -> f32) -> f32 {
        let truth = |holds: bool| if holds { 1.0 } else { 0.0 };
        let smaller = |a: f32, b: f32| if a < b { a } else { b };
        let greater = |a: f32, b: f32| if a < b { b } else { a };
        match self {
            Self::Number(number) => format!("{number:.2}").parse().unwrap(),
            Self::Name(name) => names[name],
            Self::Negative(a) => 0.0 - a.value(names, luck),
            Self::Not(a) => 1.0 - a.value(names, luck),
            Self::Range(low, high) => {
                let (low, high) = (Self::Number(*low).value(names, luck), Self::Number(*high).value(names, luck));
                low + (high - low) * luck()
            }
            Self::Call(name, all) => {
                let values: Vec<f32> = all.iter().map(|one| one.value(names, luck)).collect();
                match *name {
                    "min" => smaller(values[0], values[1]),
                    "max" => greater(values[0], values[1]),
                    _ => smaller(greater(values[0], values[1]), values[2]),
                }
            }
            Self::Operation(sign, a, b) => {
                let (a, b) = (a.value(names, luck), b.value(names, luck));
                match *sign {
                    "+" => a + b,
                    "-" => a - b,
                    "*" => a * b,
                    "/" => a / b,
                    "<" => truth(a < b),
                    "<=" => truth(a <= b),
                    ">" => truth(a > b),
                    ">=" => truth(a >= b),
                    "=" => truth(a == b),
                    "!=" => truth(a != b),
                    "and" => smaller(a, b),
                    _ => greater(a, b),
                }
            }
        }
    }
}

/// A change of a stock.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    stock: usize,
    minus: bool,
    amount: Expr,
}

/// A statement of the model or of an option.
#[derive(Clone, Debug)]
enum Statement {
    Let(usize, Expr),
    Now(Change),
    After(u32, Change),
    Over(u32, Change),
    Event(Expr, Vec<Change>, Option<String>),
    Chance(Expr, Vec<Change>, Vec<Change>, Option<String>),
}

/// A stock: start, spread, least, greatest.
#[derive(Clone, Debug)]
struct Stock(f64, f64, f64, f64);

/// An option: what it sets, what it does.
#[derive(Clone, Debug)]
struct Choice {
    share: f64,
    lever: Option<f64>,
    effects: Vec<Statement>,
}

/// A model with its cards.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    stocks: Vec<Stock>,
    params: Vec<f64>,
    share: f64,
    lever: f64,
    statements: Vec<Statement>,
    score: Expr,
    cards: Vec<Vec<Choice>>,
}

impl Model {
    /// A random one.
    pub(crate) fn random(dice: &mut Dice) -> Self {
        let stocks: Vec<Stock> = (0..2 + dice.roll(3)).map(|_| Stock(dice.number(20, 80), dice.number(0, 6), 0.0, 100.0)).collect();
        let params: Vec<f64> = (0..1 + dice.roll(2)).map(|_| dice.number(1, 2)).collect();
        let mut names: Vec<String> = (0..stocks.len()).map(|at| format!("s{at}")).collect();
        names.extend((0..params.len()).map(|at| format!("p{at}")));
        let outer = names.clone();
        names.extend(["a", "b", "hours"].map(str::to_owned));
        let mut statements = Vec::new();
        for at in 0..1 + dice.roll(3) {
            statements.push(Statement::Let(at, bounded(dice, &names, 50)));
            names.push(format!("l{at}"));
        }
        for number in 0..2 + dice.roll(5) {
            let change = |dice: &mut Dice| change(dice, &names, stocks.len());
            statements.push(match dice.roll(6) {
                0 => Statement::After(1 + dice.roll(3) as u32, change(dice)),
                1 => Statement::Over(1 + dice.roll(3) as u32, change(dice)),
                2 => Statement::Event(odds(dice, &names), vec![change(dice), change(dice)], Some(format!("e{number}"))),
                _ => Statement::Now(change(dice)),
            });
        }
        let cards = (0..3 + dice.roll(2)).map(|_| (0..2 + dice.roll(2)).map(|_| choice(dice, &outer, stocks.len())).collect()).collect();
        let score = plain(dice, &outer, 3);
        Self { params, share: 0.25 * dice.roll(4) as f64, lever: dice.number(0, 2), statements, score, cards, stocks }
    }

    /// How many options each card has.
    pub(crate) fn options(&self) -> Vec<usize> {
        self.cards.iter().map(Vec::len).collect()
    }

    /// As a simulator's file.
    pub(crate) fn markdown(&self) -> String {
        let mut text = "+++\nkind = \"simulator\"\ntitle = \"Random\"\n+++\n\n```model\n".to_owned();
        for (at, Stock(start, spread, low, high)) in self.stocks.iter().enumerate() {
            let _ = writeln!(text, "var s{at} {start:.2} ~{spread:.2} {low}..{high} \"stock\" high");
        }
        let _ = writeln!(text, "share a {:.2}\nshare b {:.2}\nlever hours {:.2} -1..3", self.share, 1.0 - self.share, self.lever);
        for (at, value) in self.params.iter().enumerate() {
            let _ = writeln!(text, "param p{at} {value:.2} 0.5..2.5");
        }
        for statement in &self.statements {
            let _ = writeln!(text, "{}", written(statement, " \"cause\""));
        }
        let _ = writeln!(text, "score = {}\n```\n", self.score.text());
        for (at, card) in self.cards.iter().enumerate() {
            let _ = writeln!(text, "## Card {at}? {{#c{at}}}\n");
            for (place, option) in card.iter().enumerate() {
                let name = char::from(b'a' + place as u8);
                let lever = option.lever.map(|lever| format!(" hours={lever:.2}")).unwrap_or_default();
                let set = format!("set a={:.2} b={:.2}{lever}", option.share, 1.0 - option.share);
                let _ = writeln!(text, "- Option. {{#{name}}}\n  ```effects\n  {set}");
                for effect in &option.effects {
                    let _ = writeln!(text, "  {}", written(effect, ""));
                }
                text.push_str("  ```\n");
            }
            text.push('\n');
        }
        text
    }

    /// The stocks after every turn of a plan, and the points at its end.
    pub(crate) fn play(&self, seed: u32, world: u32, plan: &[usize]) -> (Vec<Vec<f32>>, f32) {
        let mut stocks: Vec<f32> = self.stocks.iter().enumerate().map(|(at, stock)| start(at, stock, seed, world)).collect();
        let mut pending: BTreeMap<(usize, usize), f32> = BTreeMap::new();
        let mut turns = Vec::new();
        for (turn, place) in plan.iter().enumerate() {
            for (at, value) in stocks.iter_mut().enumerate() {
                *value = kept(*value + pending.get(&(turn, at)).copied().unwrap_or(0.0), &self.stocks[at]);
            }
            let option = &self.cards[turn][*place];
            let mut names = self.names(&stocks);
            let scope = format!("c{turn}.{}", char::from(b'a' + *place as u8));
            let luck = Luck { seed, world, turn: turn as u32 + 1, scope };
            self.phase(&option.effects, &luck, turn, &mut names, &mut stocks, &mut pending);
            let mut names = self.names(&stocks);
            let set = |value: f64| -> f32 { format!("{value:.2}").parse().unwrap() };
            names.insert("a".into(), set(option.share));
            names.insert("b".into(), set(1.0 - option.share));
            names.insert("hours".into(), set(option.lever.unwrap_or(self.lever)));
            let luck = Luck { scope: "model".into(), ..luck };
            self.phase(&self.statements, &luck, turn, &mut names, &mut stocks, &mut pending);
            turns.push(stocks.clone());
        }
        let points = self.score.value(&self.names(&stocks), &mut || 0.0);
        (turns, points)
    }

    fn names(&self, stocks: &[f32]) -> BTreeMap<String, f32> {
        let stocks = stocks.iter().enumerate().map(|(at, value)| (format!("s{at}"), *value));
        let params = self.params.iter().enumerate().map(|(at, value)| (format!("p{at}"), format!("{value:.2}").parse().unwrap()));
        stocks.chain(params).collect()
    }

    /// Statements that all read the same state; their changes are added up and then applied.
    fn phase(
        &self,
        statements: &[Statement],
        luck: &Luck,
        turn: usize,
        names: &mut BTreeMap<String, f32>,
        stocks: &mut [f32],
        pending: &mut BTreeMap<(usize, usize), f32>,
    ) {
        let mut changes = vec![0.0f32; stocks.len()];
        let mut used = BTreeMap::new();
        for statement in statements {
            let key = key(statement);
            let mut draws = |triangle: bool| {
                let count = used.entry(key.clone()).or_insert(0);
                *count += 1;
                luck.draw(&key, *count, triangle)
            };
            let amount = |change: &Change, names: &BTreeMap<String, f32>, draws: &mut dyn FnMut(bool) -> f32| {
                let value = change.amount.value(names, &mut || draws(true));
                if change.minus { 0.0 - value } else { value }
            };
            match statement {
                Statement::Let(at, value) => {
                    let value = value.value(names, &mut || draws(true));
                    names.insert(format!("l{at}"), value);
                }
                Statement::Now(change) => changes[change.stock] += amount(change, names, &mut draws),
                Statement::After(turns, change) => {
                    let value = amount(change, names, &mut draws);
                    *pending.entry((turn + *turns as usize, change.stock)).or_insert(0.0) += value;
                }
                Statement::Over(turns, change) => {
                    let part = amount(change, names, &mut draws) * (1.0 / *turns as f32);
                    (1..=*turns as usize).for_each(|later| *pending.entry((turn + later, change.stock)).or_insert(0.0) += part);
                }
                Statement::Event(odds, then, _) | Statement::Chance(odds, then, _, _) => {
                    let draw = draws(false);
                    let came = draw < odds.value(names, &mut || 0.0);
                    let otherwise: &[Change] = if let Statement::Chance(_, _, otherwise, _) = statement { otherwise } else { &[] };
                    for (change, counts) in then.iter().map(|change| (change, came)).chain(otherwise.iter().map(|change| (change, !came))) {
                        let value = amount(change, names, &mut draws);
                        changes[change.stock] += if counts { value } else { 0.0 };
                    }
                }
            }
        }
        for ((value, change), stock) in stocks.iter_mut().zip(changes).zip(&self.stocks) {
            *value = kept(*value + change, stock);
        }
    }
}

/// Where and when something is drawn.
struct Luck {
    seed: u32,
    world: u32,
    turn: u32,
    scope: String,
}

impl Luck {
    fn draw(&self, key: &str, count: u32, triangle: bool) -> f32 {
        let path = if count == 1 { format!("{}/{key}", self.scope) } else { format!("{}/{key}~{count}", self.scope) };
        let bits = draw(self.seed, self.world, self.turn, site(&path));
        if triangle { ((bits & 0xffff) + (bits >> 16)) as f32 / 131_072.0 } else { (bits >> 8) as f32 / 16_777_216.0 }
    }
}

fn start(at: usize, Stock(start, spread, low, high): &Stock, seed: u32, world: u32) -> f32 {
    let bits = draw(seed, world, 0, site(&format!("start/s{at}")));
    let half = ((bits & 0xffff) + (bits >> 16)) as f32 / 65_536.0 - 1.0;
    let read = |value: &f64| -> f32 { format!("{value:.2}").parse().unwrap() };
    kept(read(start) + read(spread) * f32::from_bits(0x401c_c471) * half, &Stock(*start, *spread, *low, *high))
}

fn kept(value: f32, Stock(_, _, low, high): &Stock) -> f32 {
    value.max(*low as f32).min(*high as f32)
}

fn key(statement: &Statement) -> String {
    let label = |label: &Option<String>, usual: String| label.as_ref().map_or(usual, |label| format!("@{label}"));
    let first = |changes: &[Change]| changes[0].stock;
    match statement {
        Statement::Let(at, _) => format!("let.l{at}"),
        Statement::Now(change) if change.minus => format!("rule.s{}", change.stock),
        Statement::Now(change) => format!("rule.s{}", change.stock),
        Statement::After(_, change) => format!("after.s{}", change.stock),
        Statement::Over(_, change) => format!("over.s{}", change.stock),
        Statement::Event(_, changes, name) => label(name, format!("event.s{}", first(changes))),
        Statement::Chance(_, changes, _, name) => label(name, format!("chance.s{}", first(changes))),
    }
}

fn delta(change: &Change) -> String {
    format!("s{} {} {}", change.stock, if change.minus { "-=" } else { "+=" }, change.amount.text())
}

fn written(statement: &Statement, cause: &str) -> String {
    let all = |changes: &[Change]| changes.iter().map(delta).collect::<Vec<_>>().join(" ; ");
    let label = |label: &Option<String>| label.as_ref().map(|label| format!(" @{label}")).unwrap_or_default();
    match statement {
        Statement::Let(at, value) => format!("let l{at} = {}", value.text()),
        Statement::Now(change) if cause.is_empty() => delta(change),
        Statement::Now(change) => format!("rule {}{cause}", delta(change)),
        Statement::After(turns, change) => format!("after {turns} {}{cause}", delta(change)),
        Statement::Over(turns, change) => format!("over {turns} {}{cause}", delta(change)),
        Statement::Event(odds, changes, name) => format!("event {}: {}{cause}{}", odds.text(), all(changes), label(name)),
        Statement::Chance(odds, then, otherwise, name) => {
            format!("chance {}: {} else {}{}", odds.text(), all(then), all(otherwise), label(name))
        }
    }
}

fn choice(dice: &mut Dice, names: &[String], stocks: usize) -> Choice {
    let mut effects = Vec::new();
    for number in 0..dice.roll(4) {
        effects.push(match dice.roll(3) {
            0 => Statement::After(1 + dice.roll(3) as u32, change(dice, names, stocks)),
            1 => Statement::Over(1 + dice.roll(3) as u32, change(dice, names, stocks)),
            _ => {
                let changes = |dice: &mut Dice| (0..1 + dice.roll(2)).map(|_| change(dice, names, stocks)).collect();
                Statement::Chance(odds(dice, names), changes(dice), changes(dice), Some(format!("x{number}")))
            }
        });
    }
    let lever = (dice.roll(2) == 0).then(|| dice.number(0, 2));
    Choice { share: 0.25 * dice.roll(5) as f64, lever, effects }
}

fn change(dice: &mut Dice, names: &[String], stocks: usize) -> Change {
    Change { stock: dice.roll(stocks), minus: dice.roll(2) == 0, amount: bounded(dice, names, 20) }
}

/// An expression kept between -most and most.
fn bounded(dice: &mut Dice, names: &[String], most: i32) -> Expr {
    let ends = [Expr::Negative(Box::new(Expr::Number(f64::from(most)))), Expr::Number(f64::from(most))];
    let [low, high] = ends;
    Expr::Call("clamp", vec![drawn(dice, names, 3), low, high])
}

fn odds(dice: &mut Dice, names: &[String]) -> Expr {
    Expr::Call("clamp", vec![plain(dice, names, 2), Expr::Number(0.0), Expr::Number(1.0)])
}

/// An expression that may draw.
fn drawn(dice: &mut Dice, names: &[String], depth: usize) -> Expr {
    if dice.roll(3) > 0 {
        return plain(dice, names, depth);
    }
    let low = dice.number(0, 3);
    Expr::Operation("+", Box::new(plain(dice, names, depth - 1)), Box::new(Expr::Range(low, low + 0.5 + dice.number(0, 3))))
}

/// An expression without luck.
fn plain(dice: &mut Dice, names: &[String], depth: usize) -> Expr {
    let leaf = |dice: &mut Dice| match dice.roll(3) {
        0 => Expr::Number(dice.number(0, 4)),
        _ => Expr::Name(names[dice.roll(names.len())].clone()),
    };
    if depth == 0 {
        return leaf(dice);
    }
    let inner = |dice: &mut Dice| Box::new(plain(dice, names, depth - 1));
    match dice.roll(12) {
        0 => Expr::Negative(inner(dice)),
        1 => Expr::Not(inner(dice)),
        2 => Expr::Call(["min", "max"][dice.roll(2)], vec![*inner(dice), *inner(dice)]),
        3 => Expr::Call("clamp", vec![*inner(dice), Expr::Number(0.25), Expr::Number(9.5)]),
        // A divisor that stays away from 0.
        4 => Expr::Operation("/", inner(dice), Box::new(Expr::Call("max", vec![Expr::Number(0.5), *inner(dice)]))),
        5 => Expr::Operation(["<", "<=", ">", ">=", "=", "!="][dice.roll(6)], inner(dice), inner(dice)),
        6 => Expr::Operation(["and", "or"][dice.roll(2)], inner(dice), inner(dice)),
        7 => leaf(dice),
        _ => Expr::Operation(["+", "-", "*"][dice.roll(3)], inner(dice), inner(dice)),
    }
}
