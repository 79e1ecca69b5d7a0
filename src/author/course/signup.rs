//! Signing up for a newsletter below a result: what the author says about it, and what the provider wants to be sent.

use super::Call;
use crate::code;
use crate::report::{Report, quote};
use crate::settings::{Entry, Table};
use waypost_core::url::safe_url;

/// A form below the result that sends an address to the author's provider, and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signup {
    /// Who takes the address.
    pub provider: Provider,
    /// How often something comes, to follow "You get": "one mail every Tuesday".
    pub often: String,
    /// The page that says what happens with the address.
    pub privacy: String,
    /// The provider's field for the reader's result, where readers may send that along.
    pub outcome: Option<String>,
    /// What opens once a reader has signed up. Never the result, which is the reader's own.
    pub gate: Option<Call>,
    /// What is sent.
    pub request: Request,
}

/// A service that keeps addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// beehiiv: an address opens its own page.
    Beehiiv,
    /// Kit: a form.
    Kit,
    /// Substack: its own page, with the address filled in.
    Substack,
    /// Mailchimp: a form.
    Mailchimp,
    /// Ghost: two requests of its members' interface.
    Ghost,
    /// A form of the author's own.
    Form,
}

/// Every provider by the name in `course.toml`.
pub const PROVIDERS: [(&str, Provider); 6] = [
    ("beehiiv", Provider::Beehiiv),
    ("kit", Provider::Kit),
    ("substack", Provider::Substack),
    ("mailchimp", Provider::Mailchimp),
    ("ghost", Provider::Ghost),
    ("form", Provider::Form),
];

impl Provider {
    /// The name in `course.toml`.
    pub fn name(self) -> &'static str {
        PROVIDERS.iter().find(|(_, provider)| *provider == self).map_or("", |(name, _)| name)
    }
}

/// What a browser sends when the reader signs up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `get` or `post`.
    pub method: &'static str,
    /// Where to; for Ghost the site's folder.
    pub action: String,
    /// The field of the address.
    pub address: &'static str,
    /// A field that people leave empty and robots fill in.
    pub trap: Option<String>,
}

impl Request {
    /// Scheme and host, as a policy names them.
    pub fn origin(&self) -> &str {
        origin(&self.action)
    }
}

/// The keys of `[subscribe]` that are about signing up.
pub(super) const KEYS: [&str; 7] = ["provider", "id", "action", "often", "privacy", "outcome", "gate"];

/// The sign-up of `[subscribe]`, if it names a provider. `url` is the newsletter's page.
pub(super) fn read(table: &Table, url: &str, gate: Option<Call>, report: &mut Report) -> Option<Signup> {
    let provider = table.choice("provider", &PROVIDERS, report)?;
    let mut text = |key: &str| table.text(key, report).unwrap_or_default();
    let (id, action, often, privacy, outcome) = (text("id"), text("action"), text("often"), text("privacy"), text("outcome"));
    let whole = table.get("provider").map_or(0..0, |entry| entry.span.clone());
    let mut lacks = |key: &str, help: &str| {
        let span = table.get(key).map_or(whole.clone(), |entry: &Entry| entry.span.clone());
        let message = format!("a sign-up at {} needs `{key}`", quote(provider.name()));
        report.add(code::E141, span, message, help);
    };
    if often.is_empty() {
        lacks("often", "say how often something comes, such as `often = \"one mail every Tuesday\"`");
    }
    if !is_web(&privacy) {
        lacks("privacy", "give the page that says what happens with addresses: `privacy = \"https://...\"`");
    }
    let request = request(provider, &id, &action, url);
    if request.is_none() {
        match provider {
            Provider::Beehiiv => lacks("id", "give the publication's id, 36 letters and digits: `id = \"...\"`"),
            Provider::Kit => lacks("id", "give the form's number: `id = \"1234567\"`"),
            Provider::Mailchimp => lacks("url", "give the address of the sign-up page, which ends in `?u=...&id=...`"),
            Provider::Form => lacks("action", "give the address that takes the form: `action = \"https://...\"`"),
            Provider::Substack | Provider::Ghost => lacks("url", "give the address of the publication: `url = \"https://...\"`"),
        }
    }
    let outcome = Some(outcome).filter(|field| !field.is_empty());
    Some(Signup { provider, often, privacy, outcome, gate, request: request? })
}

/// What the provider wants (as of 2026; Ghost documents it, of the others it is known from their own forms).
fn request(provider: Provider, id: &str, action: &str, url: &str) -> Option<Request> {
    let is_id = |least: usize| id.len() >= least && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let plain = |method, action: String, address| Some(Request { method, action, address, trap: None });
    match provider {
        Provider::Beehiiv if is_id(36) => plain("get", format!("https://magic.beehiiv.com/v1/{id}"), "email"),
        Provider::Kit if is_id(1) => plain("post", format!("https://app.kit.com/forms/{id}/subscriptions"), "email_address"),
        Provider::Substack if is_web(url) => plain("get", format!("{}/subscribe", origin(url)), "email"),
        Provider::Ghost if is_web(url) => plain("post", folder(url), "email"),
        Provider::Form if is_web(action) => plain("post", action.to_owned(), "email"),
        Provider::Mailchimp if is_web(url) => {
            let query = url.split_once('?')?.1;
            let value =
                |key: &str| query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('=')).filter(|value| !value.is_empty());
            let (u, id) = (value("u")?, value("id")?);
            let action = format!("{}/subscribe/post?u={u}&id={id}", origin(url));
            Some(Request { method: "post", action, address: "EMAIL", trap: Some(format!("b_{u}_{id}")) })
        }
        _ => None,
    }
}

fn is_web(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://")) && safe_url(url).is_some()
}

/// `https://example.com/a?b` is `https://example.com`.
fn origin(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url.get(start..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(url.len(), |at| start + at);
    url.get(..end).unwrap_or(url)
}

/// The address without query and fragment, ending in `/`.
fn folder(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    format!("{}/", path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLICATION: &str = "11111111-2222-3333-4444-555555555555";

    #[test]
    fn each_provider_is_sent_what_it_wants() {
        let of = |provider, id: &str, url: &str| request(provider, id, "https://forms.example/in", url);
        let told = |request: Option<Request>| request.map(|request| format!("{} {} {}", request.method, request.action, request.address));
        let news = "https://news.example/about?x#y";
        assert_eq!(
            told(of(Provider::Beehiiv, PUBLICATION, news)).unwrap(),
            format!("get https://magic.beehiiv.com/v1/{PUBLICATION} email")
        );
        assert_eq!(told(of(Provider::Kit, "12", news)).unwrap(), "post https://app.kit.com/forms/12/subscriptions email_address");
        assert_eq!(told(of(Provider::Substack, "", news)).unwrap(), "get https://news.example/subscribe email");
        assert_eq!(told(of(Provider::Ghost, "", news)).unwrap(), "post https://news.example/about/ email");
        assert_eq!(told(of(Provider::Form, "", news)).unwrap(), "post https://forms.example/in email");
        let mailchimp = of(Provider::Mailchimp, "", "https://me.us1.list-manage.com/subscribe?u=ab&id=cd").unwrap();
        assert_eq!(mailchimp.action, "https://me.us1.list-manage.com/subscribe/post?u=ab&id=cd");
        assert_eq!(mailchimp.trap.as_deref(), Some("b_ab_cd"));
        assert_eq!(mailchimp.origin(), "https://me.us1.list-manage.com");
    }

    #[test]
    fn what_a_provider_cannot_be_found_by_is_refused() {
        assert_eq!(request(Provider::Beehiiv, "short", "", ""), None);
        assert_eq!(request(Provider::Kit, "1 2", "", ""), None);
        assert_eq!(request(Provider::Mailchimp, "", "", "https://me.us1.list-manage.com/subscribe"), None);
        assert_eq!(request(Provider::Form, "", "javascript:alert(1)", ""), None);
    }
}
