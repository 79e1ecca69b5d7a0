//! Calendar files (iCalendar, RFC 5545): whole days on which to practice again.

use crate::time::{date, rfc3339};

/// One day in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Names the event for good: the same one in a later file replaces it. Such as `leadership-2026-11-30@example.org`.
    pub uid: String,
    /// The day, counted from 1970-01-01.
    pub day: i64,
    /// What it says.
    pub summary: String,
    /// Where to go; an absolute address.
    pub url: String,
}

/// A calendar file of these days; `now` is milliseconds since 1970. The days block no time.
pub fn file(days: &[Day], now: i64) -> String {
    let stamp: String = rfc3339(now).chars().filter(|c| c.is_ascii_digit() || *c == 'T').take(15).collect();
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&format!("{name}:{value}"), &mut text);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Waypost//Waypost 1//EN");
    for event in days {
        line("BEGIN", "VEVENT");
        line("UID", &escape(&event.uid));
        line("DTSTAMP", &format!("{stamp}Z"));
        line("DTSTART;VALUE=DATE", &compact(event.day));
        line("DTEND;VALUE=DATE", &compact(event.day + 1));
        line("SUMMARY", &escape(&event.summary));
        line("URL", &event.url.replace(['\r', '\n'], ""));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

fn compact(day: i64) -> String {
    date(day).replace('-', "")
}

/// Text values: backslash, semicolon, comma and line ends have a backslash before them (section 3.3.11).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c == '\n' || !c.is_control()) {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// Lines have at most 75 octets; longer ones go on after CRLF and a space, never within a character (section 3.1).
fn fold(line: &str, text: &mut String) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{Day, file};

    /// A reader of calendar files as RFC 5545 describes them: unfolds, then splits each line into name, parameters and value.
    fn lines(file: &str) -> Vec<(String, String)> {
        assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CRLF");
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "75 octets a line");
        let unfolded = file.replace("\r\n ", "");
        unfolded.trim_end().split("\r\n").map(|line| line.split_once(':').map(|(n, v)| (n.to_owned(), v.to_owned())).unwrap()).collect()
    }

    fn unescape(value: &str) -> String {
        let mut chars = value.chars();
        let mut out = String::new();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
                (c, _) => out.push(c),
            }
        }
        out
    }

    #[test]
    fn a_day_reads_back_with_every_character_and_blocks_no_time() {
        let summary =
            "Übung, wieder; \\ \"viel\"\nund noch eine sehr lange Zeile mit vielen Wörtern, die über die Grenze geht: 日本語日本語日本語";
        let day = Day {
            uid: "quiz-2028-02-29@example.org".into(),
            day: 21_243,
            summary: summary.into(),
            url: "https://example.org/?a=b,c;d".into(),
        };
        let lines = lines(&file(&[day.clone(), day], 1_795_320_000_000));
        let value = |name: &str| lines.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap();
        assert_eq!((value("DTSTART;VALUE=DATE"), value("DTEND;VALUE=DATE")), ("20280229", "20280301"));
        assert_eq!((value("DTSTAMP"), value("TRANSP")), ("20261122T040000Z", "TRANSPARENT"));
        assert_eq!((unescape(value("SUMMARY")).as_str(), value("URL")), (summary, "https://example.org/?a=b,c;d"));
        assert_eq!(value("UID"), "quiz-2028-02-29@example.org");
        assert_eq!(lines.iter().filter(|line| **line == ("BEGIN".into(), "VEVENT".into())).count(), 2);
        assert_eq!((lines.first().unwrap().1.as_str(), lines.last().unwrap().1.as_str()), ("VCALENDAR", "VCALENDAR"));
    }
}
