//! How long each file may be kept, who may read it and what a document may do, in the words of several hosts: one list, three files.

use super::Files;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A year: the content of such a file never changes, since its name is made from it.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Ten minutes, and a day longer while a fresh copy is on its way.
const SHORT: &str = "public, max-age=600, stale-while-revalidate=86400";

const FOR_ALL: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin")];

/// The folders that pages of other sites may read: the player, the widgets, the images.
const OPEN: [&str; 3] = ["p", "w", "a"];

/// The content security policy of each document, by path.
pub(super) type Policies = BTreeMap<String, String>;

/// The files that tell hosts: `_headers` for Netlify and Cloudflare Pages, `vercel.json`, and a part of a configuration of nginx.
pub(super) fn hosting(files: &Files, policies: &Policies) -> Files {
    let written = [("_headers", netlify(files, policies)), ("vercel.json", vercel(files, policies)), ("nginx.conf", nginx(policies))];
    written.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// How long a file may be kept: only what bears its content in its name for good.
fn keep(path: &str) -> &'static str {
    if is_hashed(path) { FOR_GOOD } else { SHORT }
}

/// Whether the name ends in the digest of the content: `quiz-0123456789ab.wasm`.
fn is_hashed(path: &str) -> bool {
    let stem = path.rsplit('/').next().unwrap_or(path).split('.').next().unwrap_or_default();
    let digest = stem.rsplit_once('-').map_or("", |(_, digest)| digest);
    digest.len() == 12 && digest.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase())
}

/// The address of a document: a folder's `index.html` is the folder.
fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

fn netlify(files: &Files, policies: &Policies) -> String {
    let mut out =
        String::from("# Written by waypost build. Hashed files are kept for good; scripts with a stable name are asked for again.\n/*\n");
    for (name, value) in FOR_ALL {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for folder in OPEN {
        let _ = writeln!(out, "/{folder}/*\n  Access-Control-Allow-Origin: *");
    }
    for path in kept(files) {
        let _ = writeln!(out, "/{path}\n  Cache-Control: {}", keep(path));
    }
    for (path, policy) in policies {
        // A page is asked for with and without its ending.
        let plain = address(path).strip_suffix(".html").unwrap_or(address(path));
        let _ = writeln!(out, "/{plain}\n  Content-Security-Policy: {policy}");
    }
    out
}

fn vercel(files: &Files, policies: &Policies) -> String {
    let rule = |source: String, headers: &[(&str, &str)]| {
        let headers: Vec<_> = headers.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect();
        json!({ "source": source, "headers": headers })
    };
    let mut rules = vec![rule("/(.*)".to_owned(), &FOR_ALL)];
    rules.extend(OPEN.map(|folder| rule(format!("/{folder}/(.*)"), &[("Access-Control-Allow-Origin", "*")])));
    rules.extend(kept(files).map(|path| rule(format!("/{path}"), &[("Cache-Control", keep(path))])));
    rules.extend(policies.iter().map(|(path, policy)| rule(format!("/{}", address(path)), &[("Content-Security-Policy", policy)])));
    serde_json::to_string_pretty(&json!({ "trailingSlash": true, "headers": rules })).unwrap_or_default() + "\n"
}

/// Maps for the `http` block and lines for the `server` block; the site may lie in any folder.
fn nginx(policies: &Policies) -> String {
    let mut out = String::from(
        "# Written by waypost build, for nginx. The maps go into the http block; the lines at the end, without their #, into the server block.\n\
         map $uri $waypost_cache {\n    default \"",
    );
    let _ = writeln!(out, "{SHORT}\";\n    \"~/[ap]/(.*/)?[^/]+-[0-9a-f]{{12}}\\.[a-z0-9]+$\" \"{FOR_GOOD}\";\n}}");
    let _ = writeln!(out, "map $uri $waypost_open {{\n    default \"\";\n    \"~/({})/\" \"*\";\n}}", OPEN.join("|"));
    out.push_str("map $uri $waypost_policy {\n    default \"\";\n");
    for (path, policy) in policies {
        let _ = writeln!(out, "    \"~/{}$\" \"{policy}\";", path.replace('.', "\\."));
    }
    out.push_str("}\n");
    for (name, value) in FOR_ALL.into_iter().chain([
        ("Cache-Control", "$waypost_cache"),
        ("Access-Control-Allow-Origin", "$waypost_open"),
        ("Content-Security-Policy", "$waypost_policy"),
    ]) {
        let _ = writeln!(out, "# add_header {name} \"{value}\" always;");
    }
    out.push_str("# types { application/wasm wasm; } # where mime.types does not have it yet\n");
    out
}

/// The files whose place says how long they may be kept.
fn kept(files: &Files) -> impl Iterator<Item = &str> {
    files.keys().map(String::as_str).filter(|path| path.starts_with("p/") || path.starts_with("a/"))
}
