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
    let help = "remove it where speed is not what you teach; the player lets readers extend it or turn it off, outside of exams";
    let message = |seconds: u32| format!("a time limit of {seconds} seconds keeps out people who read or type slowly");
    let header = &document.header;
    if let Some(time) = &header.policy.time {
        let text = document.source.text();
        let at = ["\n[time]", "\ntime"].iter().find_map(|start| text.find(start)).map_or(0, |at| at + 1);
        report.add(code::W120, at..document.source.line_end(at), message(header.section_time.unwrap_or(time.seconds)), help);
    }
    for (section, seconds) in document.sections.iter().filter_map(|section| Some((section, section.time?))) {
        if Some(seconds) != header.section_time {
            report.add(code::W120, section.span.clone(), message(seconds), help);
        }
    }
}

fn bands(document: &Document, report: &mut Report) {
    let Some(lowest) = document.bands.last() else { return };
    if !document.bands.iter().any(|band| band.from == Share::NONE) {
        let help = "let the lowest one begin at the bottom: `from=0%`";
        report.add(code::W130, lowest.span.clone(), "scores below every `from` get no result text", help);
    }
}
