//! `_headers`: how long each file may be kept and who may read it, in the form that Netlify and Cloudflare Pages read.

use super::{Files, Policies};
use std::fmt::Write;

/// A year: the content of such a file never changes, since its name is made from it.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Ten minutes, and a day longer while a fresh copy is on its way.
const SHORT: &str = "public, max-age=600, stale-while-revalidate=86400";

/// The file's text for these documents and player files.
pub(super) fn headers(documents: &Files, player: &Files, policies: &Policies) -> String {
    let mut out =
        String::from("# Written by waypost build. Hashed files are kept for good; scripts with a stable name are asked for again.\n");
    out.push_str("/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n");
    out.push_str("/p/*\n  Access-Control-Allow-Origin: *\n/w/*\n  Access-Control-Allow-Origin: *\n");
    for path in player.keys() {
        let keep = if path.contains('-') { FOR_GOOD } else { SHORT };
        let _ = writeln!(out, "/{path}\n  Cache-Control: {keep}");
    }
    for path in documents.keys().filter_map(|path| path.strip_suffix(".html")) {
        let policy = if path.starts_with("w/") { &policies.widget } else { &policies.page };
        let folder = path.strip_suffix("index").unwrap_or(path);
        let _ = writeln!(out, "/{folder}\n  Content-Security-Policy: {policy}");
    }
    out
}
