//! How much room a widget's first step takes, so that nothing on the page moves when it arrives.
//!
//! A pure estimate from text lengths and the metrics of `styles/widget.css`. It may reserve a little too much and never too
//! little; the browser tests hold it against measured heights.

mod chooser;
mod simulator;

use std::fmt::Write;
use waypost_core::bundle::{Bundle, Confidence, Feedback, Interaction, Item, Lesson, Mode, Negative, key};
use waypost_core::id::OptionId;
use waypost_core::number::Share;
use waypost_core::text::{Block, Inline, plain, plain_inline};

/// The frame widths heights are worked out for, in CSS pixels.
pub const WIDTHS: [u32; 4] = [320, 480, 640, 800];

/// How finely the pages' style sheet tells widths apart, in CSS pixels.
const STEP: usize = 20;

/// Sizes of `styles/widget.css` in CSS pixels. Whoever changes them there changes them here.
mod metrics {
    use super::Type;

    /// Border of the box, both sides together.
    pub(super) const BORDER: u32 = 2;
    /// Up to this width inside the border the box has the narrow padding.
    pub(super) const NARROW: u32 = 400;
    /// The widest the box gets.
    pub(super) const WIDEST: u32 = 640;
    /// Padding of the card on two sides together: narrow, wide.
    pub(super) const SIDES: (u32, u32) = (32, 48);
    /// The same above and below.
    pub(super) const ENDS: (u32, u32) = (40, 48);
    /// Between title, introduction and position line.
    pub(super) const HEAD_GAP: u32 = 8;
    /// Position line with the space below the head.
    pub(super) const POSITION: u32 = 22 + 20;
    /// What an introduction has around it.
    pub(super) const INTRO: u32 = 8;
    /// The closed scoring card.
    pub(super) const SCORING: u32 = 46;
    /// How sure the reader is: its legend with the space above, and a row of it.
    pub(super) const CERTAINTY: (u32, u32) = (38, 44);
    /// What a section's head has below it.
    pub(super) const SECTION: u32 = 29;
    /// Instruction line under the stem, with its margins.
    pub(super) const INSTRUCTION: u32 = 22 + 16;
    /// Below the text of a question.
    pub(super) const BODY: u32 = 16;
    /// Borders and padding above and below an option's text, the least height of an option, and the space to the next.
    pub(super) const OPTION: (u32, u32, u32) = (26, 52, 8);
    /// What border, padding and control take of an option's width.
    pub(super) const OPTION_SIDES: u32 = 66;
    /// Above a field that takes typing, and the field itself with the space below it.
    pub(super) const FIELD: (u32, u32) = (26, 56);
    /// Above the buttons; a row of them; between two rows.
    pub(super) const ACTIONS: (u32, u32, u32) = (16, 44, 8);
    /// Between two buttons; what the filled one has beside its word.
    pub(super) const BUTTONS: (u32, u32) = (20, 48);
    /// The line below the card.
    pub(super) const FOOT: u32 = 46;

    /// Line height, the width of an average character in the widest usual font, and the space below a paragraph.
    pub(super) const TITLE: Type = Type { line: 33.6, character: 15.6, below: 0 };
    pub(super) const TEXT: Type = Type { line: 26.35, character: 9.3, below: 12 };
    pub(super) const SECTION_TITLE: Type = Type { line: 26.35, character: 9.8, below: 4 };
    pub(super) const STEM: Type = Type { line: 28.6, character: 12.3, below: 0 };
    pub(super) const CLOCK: Type = Type { line: 25.0, character: 7.7, below: 0 };
    pub(super) const CHOICE: Type = Type { line: 26.35, character: 9.3, below: 0 };
    pub(super) const BUTTON: Type = Type { line: 22.4, character: 9.0, below: 0 };
}

/// How a paragraph is set, in CSS pixels.
#[derive(Clone, Copy)]
struct Type {
    line: f64,
    character: f64,
    below: u32,
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

/// The part of the pages' style sheet that holds every frame's height, by the width of its column in steps of 20 pixels.
pub(super) fn stylesheet(widgets: &[(Lesson, Reserved)]) -> String {
    let mut out = String::new();
    for (lesson, _) in widgets {
        let mut last = 0;
        for width in (WIDTHS[0]..=metrics::WIDEST).step_by(STEP) {
            // Where the padding grows, a wider frame can be the higher one.
            let tallest = height(lesson, width).max(height(lesson, width + STEP as u32 - 1));
            if tallest != last {
                let rule = format!("[data-frame=\"{}\"]{{height:{tallest}px}}", lesson.id);
                let _ = match last {
                    0 => write!(out, "{rule}"),
                    _ => write!(out, "@container frame (min-width:{width}px){{{rule}}}"),
                };
                last = tallest;
            }
        }
    }
    out
}

/// The room a widget's first step takes: title, introduction and what is asked first, before anything is answered.
pub fn first_step(lesson: &Lesson) -> Reserved {
    Reserved(WIDTHS.map(|width| height(lesson, width)))
}

/// The box of a frame this wide, around what its kind shows first.
fn height(lesson: &Lesson, frame: u32) -> u32 {
    let box_width = frame.min(metrics::WIDEST) - metrics::BORDER;
    let narrow = box_width <= metrics::NARROW;
    let pick = |(if_narrow, if_wide): (u32, u32)| if narrow { if_narrow } else { if_wide };
    let width = box_width - pick(metrics::SIDES);
    let inside = match lesson {
        Lesson::Quiz(quiz) => head(quiz, width) + quiz.items.first().map_or(0, |item| question(quiz, item, width)),
        Lesson::Chooser(chooser) => self::chooser::start(chooser, width),
        Lesson::Simulator(simulator) => self::simulator::first_card(simulator, width),
    };
    metrics::BORDER + pick(metrics::ENDS) + inside + metrics::FOOT
}

fn head(bundle: &Bundle, width: u32) -> u32 {
    let intro = |key: &str| match bundle.text(key) {
        [] => 0,
        blocks => text(blocks, width) + metrics::INTRO,
    };
    let gap = |height: u32| if height > 0 { height + metrics::HEAD_GAP } else { 0 };
    let rules = match (bundle.policy.negative, bundle.policy.confidence) {
        (Negative::None, Confidence::Off | Confidence::Calibration) => 0,
        _ => lines("A wrong answer takes points away, but a question never earns less than it says.", width, metrics::TEXT),
    };
    let scoring = if bundle.policy.mode == Mode::Reflect { 0 } else { metrics::SCORING };
    let section =
        bundle.items.first().and_then(|item| item.section.as_ref()).map_or(0, |id| {
            lines(&bundle.plain(&key::title(id)), width, metrics::SECTION_TITLE) + intro(&key::intro(id)) + metrics::SECTION
        });
    gap(lines(&bundle.title, width, metrics::TITLE))
        + gap(intro(key::INTRO))
        + gap(rules)
        + gap(scoring)
        + gap(time(bundle, width))
        + metrics::POSITION
        + section
}

/// The clock before it runs: the limit, what it means, and the two ways to have more of it or none.
fn time(bundle: &Bundle, width: u32) -> u32 {
    let section = bundle.items.first().and_then(|item| item.section.as_ref());
    let own = bundle.sections.iter().any(|known| Some(&known.id) == section && known.time.is_some());
    let Some(time) = bundle.policy.time.as_ref().filter(|time| own || time.seconds > 0) else { return 0 };
    let words = &bundle.words;
    let closes = if bundle.policy.feedback == Feedback::Exam { words.time_closes } else { "" };
    let said = [words.time_limit, closes, words.not_security, &time.essential].map(|words| lines(words, width, metrics::CLOCK));
    said.iter().sum::<u32>() + if time.essential.is_empty() { metrics::ACTIONS.1 } else { 0 }
}

fn question(bundle: &Bundle, item: &Item, width: u32) -> u32 {
    let stem = lines(&bundle.plain(&key::prompt(&item.id)), width, metrics::STEM);
    let body = match bundle.text(&key::body(&item.id)) {
        [] => 0,
        blocks => text(blocks, width) + metrics::BODY,
    };
    // Blanks make the lines they stand in higher, and take more room than their words.
    let blanks = if matches!(item.interaction, Interaction::Cloze(_)) { body } else { 0 };
    stem + metrics::INSTRUCTION + body + blanks + field(bundle, item, width) + certainty(bundle, item, width) + actions(bundle, item, width)
}

/// What the reader answers with.
fn field(bundle: &Bundle, item: &Item, width: u32) -> u32 {
    let (around, least, gap) = metrics::OPTION;
    let entry = |id: &OptionId| {
        let words = bundle.plain(&key::text(&item.id, id));
        (lines(&words, width - metrics::OPTION_SIDES, metrics::CHOICE) + around).max(least) + gap
    };
    let (label, control) = metrics::FIELD;
    match &item.interaction {
        Interaction::Single(choices) | Interaction::Multi(choices) | Interaction::Tf(choices) => {
            choices.options.iter().map(|option| entry(&option.id)).sum()
        }
        Interaction::Number(_) | Interaction::Text(_) => label + control,
        Interaction::Order(sequence) => sequence.things.iter().map(|thing| entry(thing) + control).sum(),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => pairs.rows.iter().map(|row| entry(&row.id) + control).sum(),
        // In a narrow column each statement has its steps below it.
        Interaction::Scale(scale) => scale.rows.iter().map(|row| entry(&row.id) + scale.steps * control).sum(),
        Interaction::Slider(_) => label + 3 * control,
        Interaction::Reflect(reflect) => label + control + reflect.rows * metrics::TEXT.line.ceil() as u32,
        Interaction::Cloze(_) | Interaction::Info {} => 0,
    }
}

fn certainty(bundle: &Bundle, item: &Item, width: u32) -> u32 {
    let (above, row) = metrics::CERTAINTY;
    match bundle.policy.confidence {
        Confidence::Off => 0,
        _ if !item.is_marked() => 0,
        // Three radios side by side, each on a line of its own where there is little room.
        _ => above + row * if width < 360 { 3 } else { 1 },
    }
}

/// Check, a hint, "show answer" where it may be tried again, and skip: in as many rows as they need.
fn actions(bundle: &Bundle, item: &Item, width: u32) -> u32 {
    let (above, row, between) = metrics::ACTIONS;
    let (gap, sides) = metrics::BUTTONS;
    let button = |words: &str| (words.chars().map(advance).sum::<f64>() * metrics::BUTTON.character).ceil() as u32;
    let hint_words = if bundle.policy.hint_cost == Share::NONE { "Hint 1 of 2" } else { "Hint 1 of 2 (costs 50 %)" };
    let hint = (item.hints > 0).then(|| button(hint_words));
    let answer = (bundle.policy.attempts != 1).then(|| button("Show the answer"));
    let buttons = [Some(button("Check") + sides), hint, answer, Some(button("Skip"))];
    let (mut rows, mut used) = (1, 0);
    for button in buttons.into_iter().flatten() {
        if used > 0 && used + gap + button > width {
            rows += 1;
            used = button;
        } else {
            used += button + if used > 0 { gap } else { 0 };
        }
    }
    above + rows * row + (rows - 1) * between
}

fn text(blocks: &[Block], width: u32) -> u32 {
    blocks.iter().map(|block| paragraph(block, width)).sum()
}

fn paragraph(block: &Block, width: u32) -> u32 {
    let Type { line, below, .. } = metrics::TEXT;
    match block {
        Block::P(pieces) => {
            lines(&plain_inline(pieces), width, metrics::TEXT) + pieces.iter().map(|piece| image(piece, width)).sum::<u32>()
        }
        Block::Ul(items) | Block::Ol(_, items) => items.iter().map(|item| text(item, width.saturating_sub(40))).sum::<u32>() + below,
        Block::Quote(inner) => text(inner, width.saturating_sub(18)) + below,
        Block::Code(_, code) => (code.lines().count() as f64 * line).ceil() as u32 + 24 + below,
        Block::Math(_) => 3 * line.ceil() as u32 + below,
        // Cells share the width, so a table is about as high as its words in half of it.
        Block::Table(_, rows) => {
            lines(&plain(std::slice::from_ref(block)), width / 2, metrics::TEXT) + 17 * (rows.len() as u32 + 1) + below
        }
    }
}

/// Images know their size; one without is given a square.
fn image(piece: &Inline, width: u32) -> u32 {
    match piece {
        Inline::Image(image) if image.w == 0 || image.h == 0 => width,
        Inline::Image(image) => (u64::from(image.h) * u64::from(image.w.min(width)) / u64::from(image.w)) as u32,
        Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) | Inline::Lang(_, inner) => {
            inner.iter().map(|piece| image(piece, width)).sum()
        }
        Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Blank(_) | Inline::Math(_) => 0,
    }
}

/// The height of one paragraph: each line takes the words that fit, a word longer than a line is broken.
fn lines(words: &str, width: u32, Type { line, character, below }: Type) -> u32 {
    if words.trim().is_empty() {
        return 0;
    }
    let room = (f64::from(width) / character).max(1.0);
    let (mut count, mut used) = (1.0, 0.0);
    for word in words.split_whitespace() {
        let long = word.chars().map(advance).sum::<f64>();
        let with_space = if used > 0.0 { used + 0.6 + long } else { long };
        if with_space <= room {
            used = with_space;
        } else {
            let broken = (long / room).floor();
            count += broken + if used > 0.0 { 1.0 } else { 0.0 };
            used = long - broken * room;
        }
    }
    (count * line).ceil() as u32 + below
}

/// How wide a character is, in average characters: letters of the scripts written in squares take two.
fn advance(c: char) -> f64 {
    match c {
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => {
            2.1
        }
        '\u{1f000}'..='\u{1ffff}' => 2.4,
        'M' | 'W' | 'm' | 'w' | '—' | '…' | '@' => 1.5,
        'A'..='Z' => 1.25,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ';' | ':' | '\'' | '!' | '|' => 0.7,
        _ => 1.0,
    }
}
