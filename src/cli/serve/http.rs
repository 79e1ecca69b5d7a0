//! As much of HTTP/1.1 as a browser on the same machine needs: one request a connection, one thread a connection.

use super::files::{Found, Gallery, found};
use super::preview::{News, Preview};
use serde_json::json;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The stream of news for open pages.
const LIVE: &str = "/.waypost/live";

/// How long a stream stays silent at most; a write is how a closed page is noticed.
const PULSE: Duration = Duration::from_secs(10);

/// How long a browser may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest head of a request, in bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// Answers the one request of a connection.
///
/// # Errors
/// The browser went away.
pub(super) fn answer(mut browser: TcpStream, preview: &Preview, gallery: Option<&Gallery>) -> io::Result<()> {
    browser.set_read_timeout(Some(PATIENCE))?;
    let (method, target) = head(&browser)?;
    let path = decoded(target.split(['?', '#']).next().unwrap_or_default());
    if !matches!(method.as_str(), "GET" | "HEAD") {
        return respond(&mut browser, "405 Method Not Allowed", &[("Allow", "GET, HEAD")], "the preview is for reading\n".as_bytes());
    }
    if path == LIVE {
        return tell(&mut browser, preview);
    }
    let (status, headers, content) = match found(&path, preview, gallery) {
        Found::File(name, content) => ("200 OK", [("Content-Type", kind(&name).to_owned())], content),
        Found::Elsewhere(place) => ("301 Moved Permanently", [("Location", place)], Vec::new()),
        Found::Nothing => {
            let words = format!("{path} is not part of this preview\n");
            ("404 Not Found", [("Content-Type", kind(".txt").to_owned())], words.into_bytes())
        }
    };
    let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
    let body = if method == "HEAD" { &[] } else { content.as_slice() };
    respond_with_length(&mut browser, status, &headers, content.len(), body)
}

/// Method and target of the request; its header fields are read and left aside.
fn head(browser: &TcpStream) -> io::Result<(String, String)> {
    let mut lines = BufReader::new(browser.take(LONGEST_HEAD)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            let mut words = first.split(' ').map(str::to_owned);
            return Ok((words.next().unwrap_or_default(), words.next().unwrap_or_default()));
        }
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

fn respond(browser: &mut TcpStream, status: &str, headers: &[(&str, &str)], content: &[u8]) -> io::Result<()> {
    respond_with_length(browser, status, headers, content.len(), content)
}

/// The browser keeps nothing, and any page may embed the preview, as with a published site.
fn respond_with_length(browser: &mut TcpStream, status: &str, headers: &[(&str, &str)], length: usize, body: &[u8]) -> io::Result<()> {
    let mut head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {}\r\n", value.replace(['\r', '\n'], "")));
    }
    browser.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes())?;
    browser.write_all(body)
}

/// Keeps a page informed until it is closed.
fn tell(browser: &mut TcpStream, preview: &Preview) -> io::Result<()> {
    browser.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n")?;
    let mut known: Option<News> = None;
    loop {
        let news = preview.news(known.as_ref(), PULSE);
        let message = if known.as_ref() == Some(&news) {
            ":\n\n".to_owned()
        } else {
            format!("data: {}\n\n", json!({ "version": news.version, "problems": news.problems }))
        };
        browser.write_all(message.as_bytes())?;
        known = Some(news);
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        _ => "text/plain; charset=utf-8",
    }
}

/// The path with `%20` and the like as what they stand for.
fn decoded(path: &str) -> String {
    let hex = |bytes: &[u8]| u8::from_str_radix(std::str::from_utf8(bytes).ok()?, 16).ok();
    let (mut out, mut rest) = (Vec::new(), path.as_bytes());
    while let [first, tail @ ..] = rest {
        match (first, tail.get(..2).and_then(hex)) {
            (b'%', Some(byte)) => {
                out.push(byte);
                rest = &tail[2..];
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
