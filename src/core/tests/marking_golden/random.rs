//! Random rows of every kind, the same for the same seed.

/// A stream of numbers (SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// One of 0, 1 ... n - 1.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub(crate) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn happens(&mut self, in_hundred: usize) -> bool {
        self.below(100) < in_hundred
    }

    pub(crate) fn shuffled(&mut self, n: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            let j = self.below(i + 1);
            all.swap(i, j);
        }
        all
    }
}

pub(crate) const KINDS: [&str; 10] = ["single", "multi", "tf", "number", "text", "slider", "cloze", "order", "match", "categorize"];

/// Item, rule and answer of a random row.
pub(crate) fn row(kind: &str, dice: &mut Dice) -> (String, String, String) {
    match kind {
        "single" | "tf" | "multi" => choice(kind, dice),
        "number" => (numbers(dice), String::new(), value(dice)),
        "slider" => (format!("-20..40/0.5; {}", numbers(dice)), String::new(), value(dice)),
        "text" => (texts(dice), format!("typos={}", dice.below(3)), word(dice)),
        "cloze" => cloze(dice),
        "order" => {
            let n = 2 + dice.below(6);
            let mut given = dice.shuffled(n);
            if dice.happens(25) {
                given.sort_unstable();
            }
            (letters(0..n), dice.one(&["pairs", "position", "all"]).to_owned(), letters(given))
        }
        _ => pairs(dice),
    }
}

fn letter(n: usize) -> char {
    char::from(b'a' + n as u8)
}

fn letters(of: impl IntoIterator<Item = usize>) -> String {
    of.into_iter().map(|n| letter(n).to_string()).collect::<Vec<_>>().join(" ")
}

fn credit(dice: &mut Dice, in_hundred: usize) -> String {
    let credits = [":1/2", ":1/3", ":3/4", ":-1/4", ":-1/3", ":2/3", ":1/16", ":0"];
    if dice.happens(in_hundred) { dice.one(&credits).to_owned() } else { String::new() }
}

fn choice(kind: &str, dice: &mut Dice) -> (String, String, String) {
    let n = if kind == "tf" { 2 } else { 2 + dice.below(7) };
    let first = dice.below(n);
    let marking = if kind == "multi" { dice.one(&["net", "all", "each", "weights"]) } else { "credit" };
    let mut options = Vec::new();
    for at in 0..n {
        let key = at == first || (kind == "multi" && dice.happens(40));
        let credit = if key || kind == "tf" { String::new() } else { credit(dice, if marking == "net" { 0 } else { 30 }) };
        options.push(format!("{}{}{credit}", if key { '+' } else { '-' }, letter(at)));
    }
    let picks = match kind {
        "multi" => letters((0..n).filter(|_| dice.happens(45)).collect::<Vec<_>>()),
        _ => letters([dice.below(n)]),
    };
    let rule = match dice.below(3) {
        0 => format!("{marking} negative penalty={}", dice.one(&["1/3", "1/2", "1", "1/7"])),
        _ => marking.to_owned(),
    };
    (options.join(" "), rule, picks)
}

fn value(dice: &mut Dice) -> String {
    let whole = dice.below(60) as i64 - 20;
    let part = dice.one(&["", "", ".5", ".25", ".1", ".01", ".99"]);
    let sign = if whole == 0 && dice.happens(30) { "-" } else { "" };
    format!("{sign}{whole}{part}")
}

fn numbers(dice: &mut Dice) -> String {
    let mut answers = vec![format!("+{}~{}", value(dice), dice.one(&["0", "0.5", "3", "10%", "2.5%", "100%"]))];
    for _ in 0..dice.below(4) {
        let sign = dice.one(&["+", "-"]);
        let low = dice.below(50) as i64 - 20;
        let body = match dice.below(3) {
            0 => format!("{low}..{}", low + dice.below(20) as i64),
            1 => format!("{}~{}", value(dice), dice.one(&["1", "7.25", "20%", "0.01"])),
            _ => value(dice),
        };
        answers.push(format!("{sign}{body}{}", credit(dice, 40)));
    }
    if dice.happens(20) {
        answers.push(format!("-*{}", credit(dice, 50)));
    }
    answers.join("; ")
}

const WORDS: [&str; 14] = [
    "cat",
    "cart",
    "chart",
    "buy-in",
    "by in",
    "scope",
    "roadmap",
    "road maps",
    "approval",
    "approvals",
    "year 2014",
    "outcome*",
    "*come",
    "a*p",
];

fn word(dice: &mut Dice) -> String {
    let mut chars: Vec<char> = dice.one(&WORDS).replace('*', dice.one(&["", "x", "ut"])).chars().collect();
    for _ in 0..dice.below(4) {
        let at = dice.below(chars.len());
        match dice.below(5) {
            0 if chars.len() > 2 => drop(chars.remove(at)),
            1 => chars.insert(at, *['a', 'r', '1', ' '].get(dice.below(4)).unwrap()),
            2 => chars[at] = 'e',
            3 if at > 0 => chars.swap(at, at - 1),
            _ => chars[at] = chars[at].to_ascii_uppercase(),
        }
    }
    chars.into_iter().collect()
}

fn texts(dice: &mut Dice) -> String {
    let mut answers = vec![format!("+\"{}\"", dice.one(&WORDS))];
    for _ in 0..dice.below(4) {
        answers.push(format!("{}\"{}\"{}", dice.one(&["+", "-"]), dice.one(&WORDS), credit(dice, 40)));
    }
    if dice.happens(25) {
        answers.push(format!("-*{}", credit(dice, 50)));
    }
    answers.join("; ")
}

fn cloze(dice: &mut Dice) -> (String, String, String) {
    let n = 1 + dice.below(4);
    let (mut blanks, mut given) = (Vec::new(), Vec::new());
    for at in 0..n {
        let (field, answer, holds) = match dice.below(3) {
            0 => (texts(dice), word(dice), "cat"),
            1 => (numbers(dice), value(dice), "5"),
            _ => (format!("( +a -b{} -c )", credit(dice, 40)), dice.one(&["a", "b", "c"]).to_owned(), "a"),
        };
        let when = match at > 0 && dice.happens(40) {
            true => format!(" ? {}={}", letter(dice.below(n)), dice.one(&[holds, "a", "cat", "5"])),
            false => String::new(),
        };
        blanks.push(format!("{} = {field}{when}", letter(at)));
        if dice.happens(85) {
            given.push(format!("{}={answer}", letter(at)));
        }
    }
    let negative = dice.one(&["", "", " negative"]);
    (blanks.join(" / "), format!("{}{negative} typos=1", dice.one(&["each", "each", "all"])), given.join(" / "))
}

fn pairs(dice: &mut Dice) -> (String, String, String) {
    let (n, m) = (1 + dice.below(6), 1 + dice.below(5));
    let targets = ["u", "v", "w", "x", "y"];
    let (mut rows, mut given) = (Vec::new(), Vec::new());
    for at in 0..n {
        let target = if at > 0 && dice.happens(20) { "" } else { targets[dice.below(m)] };
        rows.push(format!("{}>{target}", letter(at)));
        match dice.below(10) {
            0..5 => given.push(format!("{}>{target}", letter(at))),
            5..8 => given.push(format!("{}>{}", letter(at), targets[dice.below(m)])),
            _ => {}
        }
    }
    (format!("{} , {}", rows.join(" "), targets[..m].join(" ")), dice.one(&["each", "net", "all"]).to_owned(), given.join(" "))
}
