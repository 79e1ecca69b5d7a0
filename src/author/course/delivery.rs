//! Where a course's events go besides the page: the webhook, and the host pages that may hear.

use crate::code;
use crate::report::{Report, quote};
use crate::settings::Table;
use std::ops::Range;
use waypost_core::bundle::Webhook;

/// The address of `[webhook]`, and whether it answers so that a page can hear it.
pub(super) fn webhook(table: &Table, report: &mut Report) -> Option<Webhook> {
    let table_of = table.table("webhook", report)?;
    table_of.refuse_unknown(&["url", "confirms"], &[], report);
    let url = table_of.text("url", report).unwrap_or_default();
    let confirms = table_of.flag("confirms", report).unwrap_or(true);
    let entry = table_of.get("url").map(|entry| entry.span.clone());
    let span = entry.or(table.get("webhook").map(|entry| entry.key_span.clone())).unwrap_or_default();
    let help = "write `url = \"https://...\"`, an address that takes POST and is not secret: every reader can see it";
    if origin(&url).is_none() {
        report.add(code::E141, span, format!("`[webhook]` has no address that events can be sent to: {}", quote(&url)), help);
        return None;
    }
    if url.split('/').nth(2).is_some_and(|host| host.contains('@')) {
        report.add(code::E141, span, "the webhook's address holds a name or a key, which every reader could see".to_owned(), help);
        return None;
    }
    Some(Webhook { url, confirms })
}

/// The origins in `hosts`. `*` stands for any.
pub(super) fn hosts(table: &Table, report: &mut Report) -> Vec<String> {
    let named = table.texts("hosts", report).unwrap_or_default();
    named.into_iter().filter_map(|(host, span)| checked(host, span, report)).collect()
}

fn checked(host: String, span: Range<usize>, report: &mut Report) -> Option<String> {
    if host == "*" || origin(&host) == Some(host.as_str()) {
        return Some(host);
    }
    let help = "write scheme and host and no more, such as `\"https://news.example\"`, or `\"*\"` for every page";
    report.add(code::E141, span, format!("{} is no origin of a page", quote(&host)), help);
    None
}

/// Scheme and host of a web address; `https://a.example/b?c` is `https://a.example`. Nothing where a policy could not name it.
pub fn origin(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '@');
    let is_host = !host.is_empty() && host.chars().all(is_plain) && !url.contains(char::is_whitespace);
    is_host.then(|| url.get(..url.len() - rest.len() + host.len())).flatten()
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_scheme_and_host() {
        assert_eq!(origin("https://hooks.example/in?key=1"), Some("https://hooks.example"));
        assert_eq!(origin("http://127.0.0.1:8080"), Some("http://127.0.0.1:8080"));
        for not in ["", "hooks.example", "ftp://hooks.example", "https://", "https://a;b", "https://a b", "javascript:alert(1)"] {
            assert_eq!(origin(not), None, "{not}");
        }
    }
}
