//! Which addresses a link may have. Checked when a lesson is compiled and again when it is shown.

/// The address as it may be used, or `None` where it must stay inert text.
///
/// Leading control characters and spaces are dropped, and tabs and line ends removed anywhere, as the URL standard does.
/// Accepted: `https:`, `http:` and `mailto:` in any case, `#fragment`, and references without a scheme.
pub fn safe_url(text: &str) -> Option<String> {
    let url: String = text
        .trim_start_matches(|c: char| c <= ' ')
        .trim_end_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\r' | '\n'))
        .collect();
    let before_path = url.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    match before_path.split_once(':') {
        None => Some(url),
        Some((scheme, _)) => ["https", "http", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(url),
    }
}

#[cfg(test)]
mod tests {
    use super::safe_url;

    #[test]
    fn web_mail_fragment_and_relative_addresses_pass() {
        for url in ["https://example.com/a", "HTTP://example.com", "mailto:me@example.com", "#part", "other.html?a=b:c", "a/b:c", ""] {
            assert_eq!(safe_url(url).as_deref(), Some(url));
        }
    }

    #[test]
    fn schemes_that_run_code_are_refused_however_they_are_written() {
        for url in [
            "javascript:alert(1)",
            " \u{1}JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "file:///etc",
        ] {
            assert_eq!(safe_url(url), None, "{url:?}");
        }
    }
}
