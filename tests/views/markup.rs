//! What the markup of every state of every widget has to be, and ways to ask it for its words.

/// The text of the first element that carries `mark` (a class or an attribute), without markup.
pub(crate) fn words(html: &str, mark: &str) -> String {
    let Some(at) = html.find(mark) else { return String::new() };
    let from = html[..=at].rfind('<').unwrap();
    let name: String = html[from + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let opens = |rest: &str| rest[1..].strip_prefix(&name).is_some_and(|after| after.starts_with([' ', '>']));
    let close = format!("</{name}>");
    let (mut depth, mut end) = (0, from);
    for (offset, _) in html[from..].match_indices('<') {
        let rest = &html[from + offset..];
        depth += i32::from(opens(rest)) - i32::from(rest.starts_with(&close));
        end = from + offset;
        if depth == 0 {
            break;
        }
    }
    text(&html[from..end])
}

/// The text of some markup.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => (inside, out) = (true, out + " "),
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of an attribute, in order.
pub(crate) fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The tag of every element of that name.
pub(crate) fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!("<{name}")).skip(1).filter(|rest| rest.starts_with([' ', '>'])).filter_map(|rest| rest.split('>').next()).collect()
}

/// Fails where a state breaks a rule that holds for all markup.
pub(crate) fn keeps_the_rules(name: &str, html: &str) {
    for banned in ["style=", "onclick", "javascript:", "role=\"application\"", "<script", "<form"] {
        assert!(!html.contains(banned), "{name}: {banned}");
    }
    assert_eq!(html.matches("role=\"status\"").count(), 1, "{name}: one live region");
    assert!(!html.contains("role=\"alert\""), "{name}");
    let ids = values(html, "id");
    for reference in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
        for id in values(html, reference) {
            assert!(ids.contains(&id), "{name}: {reference} names {id}, which is not there");
        }
    }
    for button in tags(html, "button") {
        assert!(button.contains("type=\"button\"") && button.contains("data-act="), "{name}: {button}");
    }
    for image in tags(html, "img") {
        assert!(image.contains("alt=") && image.contains("width=") && image.contains("height="), "{name}: {image}");
    }
    for icon in tags(html, "svg") {
        assert!(icon.contains("aria-hidden=\"true\""), "{name}: {icon}");
    }
    let labels: Vec<&str> = html.split("<label").skip(1).filter_map(|rest| rest.split("</label>").next()).collect();
    let controls = |html: &str| ["input", "select", "textarea"].map(|tag| tags(html, tag).len()).into_iter().sum::<usize>();
    assert_eq!(labels.len(), controls(html), "{name}: every control stands in a label");
    for label in labels {
        assert_eq!(controls(label), 1, "{name}: {label}");
        assert!(!text(&format!("<{label}")).is_empty(), "{name}: {label}");
    }
}
