//! How much room a widget's first step takes, so that nothing on the page moves when it arrives.
//!
//! A pure estimate from text lengths and the metrics of `styles/widget.css`. It may reserve a little too much and never too
//! little; the browser tests hold it against measured heights.

use std::fmt::Write;
use waypost_core::bundle::{Bundle, Item, key};
use waypost_core::text::{Block, plain, plain_inline};

/// The frame widths heights are worked out for, in CSS pixels.
pub const WIDTHS: [u32; 4] = [320, 480, 640, 800];

/// Sizes of `styles/widget.css` in CSS pixels. Whoever changes them there changes them here.
mod metrics {
    /// Space around the card, above and below together, and left and right together.
    pub(super) const AROUND: u32 = 16;
    /// Padding of the card, both sides together: up to [`NARROW`], and above it.
    pub(super) const PADDING: (u32, u32) = (32, 48);
    /// Border of the card, both sides together.
    pub(super) const BORDER: u32 = 2;
    /// The card's width up to which it counts as narrow.
    pub(super) const NARROW: u32 = 400;
    /// The widest a line of text gets.
    pub(super) const MEASURE: u32 = 608;
    /// Title: line height, width of an average character, space below.
    pub(super) const TITLE: (f64, f64, u32) = (36.4, 14.2, 8);
    /// Position line and progress bar with the space below.
    pub(super) const POSITION: u32 = 60;
    /// Body text.
    pub(super) const TEXT: (f64, f64, u32) = (26.4, 8.7, 12);
    /// Stem.
    pub(super) const STEM: (f64, f64, u32) = (28.6, 11.2, 8);
    /// Instruction line under the stem.
    pub(super) const INSTRUCTION: u32 = 38;
    /// Option: line height, width of a character, space between two options.
    pub(super) const OPTION: (f64, f64, u32) = (26.4, 8.7, 8);
    /// Padding above and below an option's text, and the least height of an option.
    pub(super) const OPTION_BOX: (u32, u32) = (26, 52);
    /// What the control and paddings take of an option's width.
    pub(super) const OPTION_SIDES: u32 = 62;
    /// The row of buttons with its space above.
    pub(super) const ACTIONS: u32 = 68;
    /// The line below the card.
    pub(super) const FOOT: u32 = 48;
}

/// Heights of a widget's first step, one for each of [`WIDTHS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserved([u32; WIDTHS.len()]);

impl Reserved {
    /// Width and height in CSS pixels, narrow first.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u32)> {
        WIDTHS.into_iter().zip(self.0)
    }

    /// The tallest of all.
    pub fn tallest(&self) -> u32 {
        self.0.into_iter().max().unwrap_or_default()
    }

    /// The value of `data-h`: `320:720,480:650,640:590,800:520`.
    pub fn data(&self) -> String {
        self.iter().map(|(width, height)| format!("{width}:{height}")).collect::<Vec<_>>().join(",")
    }

    /// One CSS value for a frame without a script, by the width of the window: a line through the heights at 320 and at 640
    /// pixels, raised until no width up to 640 has too little.
    pub fn clamp(&self) -> String {
        let [narrow, .., column, _] = self.0.map(f64::from);
        let slope = (narrow - column).max(0.0) / 320.0;
        let at = |width: u32| narrow - slope * f64::from(width - 320);
        let raise = self.iter().filter(|(width, _)| *width <= 640).map(|(width, height)| f64::from(height) - at(width)).fold(0.0, f64::max);
        let start = narrow + slope * 320.0 + raise;
        format!("clamp({}px,calc({}px - {:.2}vw),{}px)", column + raise.ceil(), start.ceil(), slope * 100.0, self.tallest())
    }
}

/// The part of the pages' style sheet that holds every frame's height, by the width of its column.
pub(super) fn stylesheet(widgets: &[(Bundle, Reserved)]) -> String {
    let mut out = String::new();
    for (bundle, reserved) in widgets {
        let mut wider_than = 0;
        for (width, height) in reserved.iter() {
            let rule = format!("[data-frame=\"{}\"]{{height:{height}px}}", bundle.id);
            let _ = match wider_than {
                0 => write!(out, "{rule}"),
                _ => write!(out, "@container frame (min-width:{width}px){{{rule}}}"),
            };
            wider_than = width;
        }
    }
    out
}

/// The room a widget's first step takes: title, introduction and the first question, before anything is answered.
pub fn first_step(bundle: &Bundle) -> Reserved {
    Reserved(WIDTHS.map(|width| height(bundle, width)))
}

fn height(bundle: &Bundle, width: u32) -> u32 {
    let card = width - metrics::AROUND - metrics::BORDER;
    let padding = if card <= metrics::NARROW { metrics::PADDING.0 } else { metrics::PADDING.1 };
    let inner = (card - padding).min(metrics::MEASURE);
    let section = bundle.items.first().and_then(|item| item.section.as_ref());
    let section = section.map(|id| {
        lines(&bundle.plain(&key::title(id)), inner, metrics::STEM) + text(bundle.text(&key::intro(id)), inner)
    });
    metrics::AROUND
        + metrics::BORDER
        + padding
        + lines(&bundle.title, inner, metrics::TITLE)
        + metrics::POSITION
        + text(bundle.text(key::INTRO), inner)
        + section.unwrap_or_default()
        + bundle.items.first().map_or(0, |item| question(bundle, item, inner))
        + metrics::ACTIONS
        + metrics::FOOT
}

fn question(bundle: &Bundle, item: &Item, width: u32) -> u32 {
    let stem = lines(&bundle.plain(&key::prompt(&item.id)), width, metrics::STEM);
    let options: u32 = item
        .interaction
        .choices()
        .options
        .iter()
        .map(|option| {
            let (line, character, gap) = metrics::OPTION;
            let words = bundle.plain(&key::text(&item.id, &option.id));
            let text = lines(&words, width - metrics::OPTION_SIDES, (line, character, 0));
            (text + metrics::OPTION_BOX.0).max(metrics::OPTION_BOX.1) + gap
        })
        .sum();
    stem + metrics::INSTRUCTION + text(bundle.text(&key::body(&item.id)), width) + options
}

fn text(blocks: &[Block], width: u32) -> u32 {
    let rows = |count: usize| (count as f64 * metrics::TEXT.0).ceil() as u32 + metrics::TEXT.2;
    blocks
        .iter()
        .map(|block| match block {
            Block::P(line) => lines(&plain_inline(line), width, metrics::TEXT),
            Block::Ul(items) | Block::Ol(_, items) => items.iter().map(|item| text(item, width - 32)).sum::<u32>() + 12,
            Block::Quote(inner) => text(inner, width - 32) + 12,
            Block::Code(_, code) => rows(code.lines().count() + 2),
            Block::Table(..) => lines(&plain(std::slice::from_ref(block)), width / 2, metrics::TEXT) + 24,
        })
        .sum()
}

/// The height of one paragraph: greedy line filling with an average character, generous by the width of a long word.
fn lines(words: &str, width: u32, (line, character, below): (f64, f64, u32)) -> u32 {
    if words.trim().is_empty() {
        return 0;
    }
    let room = (f64::from(width) / character).max(1.0);
    let (mut count, mut used) = (1.0, 0.0);
    for word in words.split_whitespace() {
        let long = word.chars().map(advance).sum::<f64>();
        let with_space = if used > 0.0 { used + 0.5 + long } else { long };
        if with_space <= room {
            used = with_space;
        } else {
            let extra = (long / room).floor();
            count += if used > 0.0 { 1.0 + extra } else { extra };
            used = long - extra * room;
        }
    }
    (count * line).ceil() as u32 + below
}

/// How wide a character is, in average characters: letters of the scripts written in squares take two.
fn advance(c: char) -> f64 {
    match c {
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => 2.1,
        '\u{1f000}'..='\u{1ffff}' => 2.4,
        'M' | 'W' | 'm' | 'w' | '—' | '…' | '@' => 1.5,
        'A'..='Z' => 1.25,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ';' | ':' | '\'' | '!' | '|' => 0.7,
        _ => 1.0,
    }
}
