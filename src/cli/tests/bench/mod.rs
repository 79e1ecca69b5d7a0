//! A folder of its own to run `waypost` in, with a player that only has names.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use waypost_author::publish::PlayerFiles;

/// A temporary folder with `player/` in it.
pub(crate) struct Bench(TempDir);

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("player")).unwrap();
        for name in PlayerFiles::names() {
            fs::write(folder.path().join("player").join(name), format!("/* {name} */")).unwrap();
        }
        Self(folder)
    }

    /// With the starter course in `course/`.
    pub(crate) fn with_course() -> Self {
        let bench = Self::new();
        assert_eq!(bench.run(&["new", "course"]).code, 0);
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub(crate) fn build(&self, course: &str) -> Ended {
        self.run(&["build", course, "--out", "site", "--player", "player"])
    }

    pub(crate) fn edit(&self, name: &str, change: impl FnOnce(&str) -> String) {
        let before = fs::read_to_string(self.path(name)).unwrap();
        let after = change(&before);
        assert_ne!(before, after, "{name} was not changed");
        fs::write(self.path(name), after).unwrap();
    }

    /// A quiz as mails have it: as a table, as paragraphs, as text.
    pub(crate) fn mails(&self, quiz: &str) -> [String; 3] {
        fs::write(self.path("course/lead.md"), quiz).unwrap();
        let written = self.run(&["export", "course/lead.md", "--base", "https://example.com/c/", "--to", "email", "--out", "mail"]);
        assert_eq!(written.code, 0, "{written:?}");
        ["email.html", "email-plain.html", "email.txt"]
            .map(|name| fs::read_to_string(self.path("mail").join(name)).unwrap().replace("&amp;", "&"))
    }

    /// Every file below a folder.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &self.path(folder), &mut files);
        files
    }

    pub(crate) fn serve(&self, more: &[&str]) -> Preview {
        let arguments = [&["serve", "course", "--player", "player", "--port", "0"], more].concat();
        let mut child = self.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.map(Result::unwrap).find_map(|line| {
            let rest = line.strip_prefix("Preview: http://")?;
            Some(rest.split_once('/')?.0.to_owned())
        });
        Preview { child, address: address.unwrap() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waypost"));
        command.args(arguments).current_dir(self.0.path()).env_remove("WAYPOST_PLAYER");
        command
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            files.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap());
        }
    }
}

/// A running preview; it ends with the test.
pub(crate) struct Preview {
    child: Child,
    address: String,
}

impl Preview {
    /// Status and body.
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    /// What open pages are told.
    pub(crate) fn news(&self) -> News {
        News(BufReader::new(self.ask("/.waypost/live")))
    }

    fn ask(&self, path: &str) -> TcpStream {
        let mut server = TcpStream::connect(&self.address).unwrap();
        server.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(server, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        server
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The stream of news.
pub(crate) struct News(BufReader<TcpStream>);

impl News {
    /// The next message.
    pub(crate) fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}
