//! A widget in one file: style, shell, program and lesson inside. For folders opened without a server, for zips, and for frames without
//! an origin of their own, where nothing can be fetched.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// The parts of the player that go into the document, as text.
pub(super) struct Parts<'a> {
    /// What the address of the page asks for.
    pub(super) address: &'a str,
    /// The glue of the widget's program.
    pub(super) glue: &'a str,
    /// The scripts around the program, in order, with the names of the files stamped in.
    pub(super) around: &'a str,
    /// The programs by the names of their files.
    pub(super) programs: Vec<(&'a str, &'a [u8])>,
    /// The widget, as the player reads it.
    pub(super) bundle: &'a str,
}

/// The scripts of the document, in order. They ask for their files as they do everywhere; here these come out of the page.
pub(super) fn scripts(parts: &Parts<'_>) -> Vec<String> {
    let programs: Vec<_> =
        parts.programs.iter().map(|(name, wasm)| format!("'{name}':'{}'", BASE64_STANDARD.encode(packed(wasm)))).collect();
    let files = format!(
        "(fetch=>{{{around}\n}})((address,...rest)=>{{const name=String(address);\
         const program={{{programs}}}[name.split('/').pop()];\
         if(program){{const bytes=Uint8Array.from(atob(program),letter=>letter.charCodeAt());\
         return Promise.resolve(new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))))}}\
         if(name.endsWith('/bundle.json'))return Promise.resolve(new Response({bundle}));\
         return window.fetch(address,...rest)}})",
        around = parts.around.trim_end(),
        programs = programs.join(","),
        bundle = quoted(parts.bundle),
    );
    [parts.address, parts.glue, &files].map(|script| safe(script.trim_end())).into()
}

/// The policy of the document: these scripts and styles, by their hashes, and nothing from elsewhere but images of its site and what is
/// sent to `connect` and `form`.
pub(super) fn policy(scripts: &[String], styles: &[&str], connect: &str, form: &str) -> String {
    let hashes = |texts: &mut dyn Iterator<Item = &str>| texts.map(hash).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {}; style-src {}; img-src 'self'; base-uri 'none'; connect-src 'self'{connect}; \
         form-action {form}; require-trusted-types-for 'script'; trusted-types 'none'",
        hashes(&mut scripts.iter().map(String::as_str)),
        hashes(&mut styles.iter().copied()),
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The same bytes every time: no name, no date.
fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    let written = packer.write_all(bytes);
    // A vector takes whatever is written to it.
    written.and_then(|()| packer.finish()).unwrap_or_default()
}

/// A text as a string of a script that stands in a document.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A script that stands in a document: nothing in it ends the element or begins a comment there.
fn safe(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")
}
