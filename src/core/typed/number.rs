//! Numbers as readers type them, in any of the usual notations, read exactly.
//!
//! A decimal mark `.` or `,`; groups of three by space, no-break space, apostrophe, `.` or `,`; `-` or U+2212 as minus; `e`
//! notation; the item's unit before or after. Where one `.` or `,` is followed by exactly three digits, the language decides.

use super::digit::digit;
use super::exact::Exact;

/// A number read from text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number.
    pub value: Exact,
    /// Whether it could have been read in another way.
    pub by: By,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// There is no other way to read it.
    Notation,
    /// The language decided between a decimal mark and a group: the reader is shown what was read.
    Language,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not written like a number.
    Shape,
    /// More than 18 digits.
    Length,
}

/// Reads a typed number; `lang` is a BCP 47 tag, `unit` may be empty.
pub fn parse(raw: &str, lang: &str, unit: &str) -> Result<Reading, Unreadable> {
    let (negative, text) = without_sign(without_unit(raw.trim(), unit));
    let text = without_unit(text, unit); // "$ -5" and "-$5" alike
    let (body, exponent) = match text.rsplit_once(['e', 'E']) {
        Some((body, exponent)) => (body.trim_end(), Some(read_exponent(exponent)?)),
        None => (text, None),
    };
    let (whole, part, by) = read_body(body, lang, exponent.is_some())?;
    let value = exact(negative, &whole, &part, exponent.unwrap_or(0)).ok_or(Unreadable::Length)?;
    Ok(Reading { value, by })
}

fn without_unit<'a>(text: &'a str, unit: &str) -> &'a str {
    let unit = unit.trim();
    match text.strip_suffix(unit).or_else(|| text.strip_prefix(unit)) {
        Some(rest) => rest.trim(),
        None => text,
    }
}

/// Whether there was a minus, and the rest.
fn without_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').map_or(text, str::trim_start)),
    }
}

fn read_exponent(text: &str) -> Result<i32, Unreadable> {
    let (negative, digits) = without_sign(text.trim());
    let mut exponent = 0;
    for c in digits.chars() {
        exponent = exponent * 10 + i32::from(digit(c).ok_or(Unreadable::Shape)?);
        if exponent > 999 {
            return Err(Unreadable::Length);
        }
    }
    match digits.is_empty() {
        true => Err(Unreadable::Shape),
        false => Ok(if negative { -exponent } else { exponent }),
    }
}

/// What stands between digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Can only separate groups: spaces, apostrophes, the Arabic thousands mark.
    Group(char),
    /// `.` or `,`: groups or decimals.
    Either(char),
    /// The Arabic decimal mark.
    Decimal,
}

impl Mark {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' => Self::Group(' '),
            '\'' | '\u{2019}' => Self::Group('\''),
            '\u{66C}' => Self::Group(c),
            '.' | ',' => Self::Either(c),
            '\u{66B}' => Self::Decimal,
            _ => return None,
        })
    }
}

/// The digits before and after the decimal mark, and how sure that is.
fn read_body(body: &str, lang: &str, scientific: bool) -> Result<(Vec<u8>, Vec<u8>, By), Unreadable> {
    let (mut runs, mut marks) = (vec![Vec::new()], Vec::new());
    for c in body.chars() {
        match (digit(c), Mark::of(c), runs.last_mut()) {
            (Some(value), _, Some(run)) => run.push(value),
            (None, Some(mark), _) => {
                marks.push(mark);
                runs.push(Vec::new());
            }
            _ => return Err(Unreadable::Shape),
        }
    }
    if runs.iter().all(Vec::is_empty) {
        return Err(Unreadable::Shape);
    }
    let (decimal, by) = decimal_mark(&runs, &marks, lang, scientific);
    let part = if decimal { runs.pop().unwrap_or_default() } else { Vec::new() };
    if decimal {
        marks.pop();
    }
    let grouped = marks.is_empty() || is_grouped(&runs, &marks);
    match grouped {
        true => Ok((runs.concat(), part, by)),
        false => Err(Unreadable::Shape),
    }
}

/// Whether the last mark is a decimal mark.
fn decimal_mark(runs: &[Vec<u8>], marks: &[Mark], lang: &str, scientific: bool) -> (bool, By) {
    let Some((last, before)) = marks.split_last() else { return (false, By::Notation) };
    match last {
        Mark::Group(_) => (false, By::Notation),
        Mark::Decimal => (true, By::Notation),
        Mark::Either(_) if !before.is_empty() => (!before.contains(last), By::Notation),
        Mark::Either(mark) => {
            let could_group = is_grouped(runs, marks) && !scientific;
            let decimal = !could_group || *mark == decimal_mark_of(lang);
            (decimal, if could_group { By::Language } else { By::Notation })
        }
    }
}

/// Whether the runs are groups of three behind a first one of one to three digits that does not begin with 0, all with one mark.
fn is_grouped(runs: &[Vec<u8>], marks: &[Mark]) -> bool {
    let Some((first, rest)) = runs.split_first() else { return false };
    let one_mark = marks.iter().all(|mark| Some(mark) == marks.first() && *mark != Mark::Decimal);
    one_mark && matches!(first.as_slice(), [1..=9, ..]) && first.len() <= 3 && rest.iter().all(|run| run.len() == 3)
}

/// The decimal mark of a language, `.` or `,`, from Unicode's CLDR 47; regions count where they differ.
pub fn decimal_mark_of(lang: &str) -> char {
    const COMMA: &str = " af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk ky lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi ";
    const POINT: &str = " de-ch de-li it-ch es-419 es-mx es-us es-pr es-gt es-hn es-ni es-sv es-pa es-pe es-do es-cu ";
    let tag = lang.to_ascii_lowercase();
    let language = tag.split('-').next().unwrap_or_default();
    let lists = |list: &str, tag: &str| list.split(' ').any(|known| known == tag && !tag.is_empty());
    match lists(COMMA, language) && !lists(POINT, &tag) {
        true => ',',
        false => '.',
    }
}

/// Puts digits together; `None` beyond 18 significant digits or 18 places.
fn exact(negative: bool, whole: &[u8], part: &[u8], exponent: i32) -> Option<Exact> {
    let mut digits: Vec<u8> = whole.iter().chain(part).copied().skip_while(|d| *d == 0).collect();
    let mut places = i32::try_from(part.len()).ok()? - exponent;
    while digits.last() == Some(&0) {
        digits.pop();
        places -= 1;
    }
    if digits.is_empty() {
        return Some(Exact::ZERO);
    }
    while places < 0 && digits.len() < 19 {
        digits.push(0);
        places += 1;
    }
    if digits.len() > 18 {
        return None;
    }
    let size = digits.iter().fold(0i64, |n, d| n * 10 + i64::from(*d));
    Exact::new(if negative { -size } else { size }, u32::try_from(places).ok()?)
}
