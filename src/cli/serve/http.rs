//! Answers a browser: files of the preview, files of the gallery, and the stream that reloads pages.

use super::preview::{Preview, SCRIPT};
use crate::Failure;
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;
use tiny_http::{Header, Request, Response};

/// The stream of news for open pages.
pub(super) const LIVE: &str = "/.waypost/live";

/// How long a stream stays silent at most; a write is how a closed page is noticed.
const PULSE: Duration = Duration::from_secs(10);

/// A built gallery on disk.
pub(super) struct Gallery(PathBuf);

impl Gallery {
    /// The gallery in `folder`.
    pub(super) fn open(folder: PathBuf) -> Result<Self, Failure> {
        if folder.join("index.html").is_file() {
            Ok(Self(folder))
        } else {
            Err(format!("{} is not a built gallery: it has no index.html", folder.display()))
        }
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let path = Path::new(path);
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| fs::read(self.0.join(path)).ok()).flatten()
    }
}

/// Sends the file a request asks for.
pub(super) fn answer(request: Request, preview: &Preview, gallery: Option<&Gallery>) {
    let url = request.url().to_owned();
    let path = decoded(url.split(['?', '#']).next().unwrap_or_default());
    let response = match found(&path, preview, gallery) {
        Found::File(name, content) => response(200, kind(&name), content),
        Found::Elsewhere(place) => with(response(301, kind("txt"), Vec::new()), "Location", &place),
        Found::Nothing => response(404, kind("txt"), format!("{path} is not part of this preview\n").into_bytes()),
    };
    let _ = request.respond(response);
}

enum Found {
    /// A file: its name and content.
    File(String, Vec<u8>),
    /// The address is the one of a folder without its `/`.
    Elsewhere(String),
    Nothing,
}

fn found(path: &str, preview: &Preview, gallery: Option<&Gallery>) -> Found {
    if path == SCRIPT {
        return Found::File(path.to_owned(), include_bytes!("live.js").to_vec());
    }
    let (file, rest): (Box<dyn Fn(&str) -> Option<Vec<u8>>>, &str) = match (gallery, path.strip_prefix("/course/")) {
        (Some(_), Some(rest)) => (Box::new(|name| preview.file(name)), rest),
        (Some(_), None) if path == "/course" => return Found::Elsewhere("/course/".into()),
        (Some(gallery), None) => (Box::new(|name| gallery.file(name)), path.trim_start_matches('/')),
        (None, _) => (Box::new(|name| preview.file(name)), path.trim_start_matches('/')),
    };
    let is_course = gallery.is_none() || path.starts_with("/course/");
    let name = if rest.is_empty() || rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
    if let Some(content) = file(&name) {
        Found::File(name, content)
    } else if file(&format!("{name}/index.html")).is_some() {
        Found::Elsewhere(format!("{path}/"))
    } else if is_course && name.ends_with(".html") && preview.is_empty() {
        Found::File(name, include_bytes!("waiting.html").to_vec())
    } else {
        Found::Nothing
    }
}

/// Keeps a page informed until it is closed.
pub(super) fn tell(request: Request, preview: &Preview) {
    let mut page = request.into_writer();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
    let mut open = page.write_all(head.as_bytes()).and_then(|()| page.flush());
    let mut known = None;
    while open.is_ok() {
        let news = preview.news(known.as_ref(), PULSE);
        open = if known.as_ref() == Some(&news) {
            page.write_all(b":\n\n")
        } else {
            let data = json!({ "version": news.version, "problems": news.problems });
            known = Some(news);
            page.write_all(format!("data: {data}\n\n").as_bytes())
        }
        .and_then(|()| page.flush());
    }
}

type Bytes = Response<std::io::Cursor<Vec<u8>>>;

/// Nothing is kept by the browser, and every page of this machine may embed the preview, as with a published site.
fn response(status: u16, kind: &str, content: Vec<u8>) -> Bytes {
    let response = Response::from_data(content).with_status_code(status);
    let headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("Access-Control-Allow-Origin", "*")];
    headers.into_iter().fold(response, |response, (name, value)| with(response, name, value))
}

fn with(response: Bytes, name: &str, value: &str) -> Bytes {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
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
