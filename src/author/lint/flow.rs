//! How long readers may take and what they are told at the end: W120 time limits, W130 bands.

use crate::code;
use crate::document::Document;
use crate::report::Report;
use waypost_core::number::Share;

pub(super) fn lint(document: &Document, report: &mut Report) {
    time(document, report);
    bands(document, report);
}

fn time(document: &Document, report: &mut Report) {
    let Some(time) = &document.header.policy.time else { return };
    let text = document.source.text();
    let at = ["\n[time]", "\ntime"].iter().find_map(|start| text.find(start)).map_or(0, |at| at + 1);
    let message = format!("a time limit of {} seconds keeps out people who read or type slowly", time.seconds);
    let help = "remove it where speed is not what you teach; the player lets readers extend it or turn it off, outside of exams";
    report.add(code::W120, at..document.source.line_end(at), message, help);
}

fn bands(document: &Document, report: &mut Report) {
    let Some(lowest) = document.bands.last() else { return };
    if !document.bands.iter().any(|band| band.from == Share::NONE) {
        let help = "let the lowest one begin at the bottom: `from=0%`";
        report.add(code::W130, lowest.span.clone(), "scores below every `from` get no result text", help);
    }
}
