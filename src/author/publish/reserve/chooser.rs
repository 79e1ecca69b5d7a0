//! The room of a chooser's first step: title, introduction, and the gut or the first question.

use super::{lines, metrics, text};
use waypost_core::chooser::Chooser;
use waypost_core::chooser::bundle::{Engine, Question, key};
use waypost_core::text::Block;

/// From this width on the seven words of a gut stand on a line.
const LINE: u32 = 530;

/// The height inside the box.
pub(super) fn start(chooser: &Chooser, width: u32) -> u32 {
    let block = |blocks: &[Block]| if blocks.is_empty() { 0 } else { text(blocks, width) + metrics::INTRO + metrics::HEAD_GAP };
    let head = lines(&chooser.title, width, metrics::TITLE) + metrics::HEAD_GAP + block(chooser.text(key::INTRO)) + metrics::POSITION;
    let told = lines(chooser.words.stays, width, metrics::TEXT) + metrics::ACTIONS.0 + metrics::ACTIONS.1;
    let (above, row, _) = metrics::ACTIONS;
    let asked = match &chooser.engine {
        Engine::Adaptive(_) => situation(chooser, width) + gut(chooser, width),
        Engine::Profile(weighted) => weighted.questions.first().map_or(0, |first| metrics::POSITION + question(chooser, first, width)),
    };
    head + asked + above + row + told
}

fn situation(chooser: &Chooser, width: u32) -> u32 {
    text(chooser.text(key::SITUATION), width) + lines(&chooser.plain(key::DECISION), width, metrics::STEM) + 2 * metrics::BODY
}

/// Question and note, then seven options: on a line where there is room for it.
fn gut(chooser: &Chooser, width: u32) -> u32 {
    let words = &chooser.words;
    let asked = lines(words.gut_question, width, metrics::STEM) + metrics::INSTRUCTION;
    let (_, least, gap) = metrics::OPTION;
    asked + if width >= LINE { 2 * least } else { 7 * (least + gap) }
}

fn question(chooser: &Chooser, question: &Question, width: u32) -> u32 {
    let (around, least, gap) = metrics::OPTION;
    let option = |words: String| (lines(&words, width - metrics::OPTION_SIDES, metrics::CHOICE) + around).max(least) + gap;
    let stem = lines(&chooser.plain(&key::prompt(&question.id)), width, metrics::STEM) + metrics::BODY;
    stem + question.options.iter().map(|known| option(chooser.plain(&key::text(&question.id, &known.id)))).sum::<u32>()
}
