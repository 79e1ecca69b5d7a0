//! `waypost serve`: a course as its readers will see it, on this machine, always as it was last saved.

mod files;
mod http;
mod preview;
mod watch;

use crate::arguments::Serve;
use crate::{Failure, Outcome};
use anstream::println;
use files::Gallery;
use preview::Preview;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

/// Serves until it is interrupted.
pub(crate) fn run(arguments: &Serve) -> Result<Outcome, Failure> {
    let preview = Arc::new(Preview::new(&arguments.folder, crate::player::files(&arguments.player)?)?);
    let gallery = arguments.gallery.clone().map(Gallery::open).transpose()?.map(Arc::new);
    let (server, port) = listen(arguments.port)?;
    let _watcher = watch::start(&arguments.folder, Arc::clone(&preview))?;
    let course = if gallery.is_some() { "course/" } else { "" };
    println!("Preview: http://127.0.0.1:{port}/{course}");
    if gallery.is_some() {
        println!("Gallery: http://127.0.0.1:{port}/");
    }
    println!("Pages reload when a file in {} changes. Ctrl-C ends.", arguments.folder.display());
    for browser in server.incoming().flatten() {
        let (preview, gallery) = (Arc::clone(&preview), gallery.clone());
        // A browser that goes away in the middle is no news.
        thread::spawn(move || http::answer(browser, &preview, gallery.as_deref()));
    }
    Ok(Outcome::Fine)
}

fn listen(port: u16) -> Result<(TcpListener, u16), Failure> {
    let server = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {port} is taken\n  end the program that uses it, or choose another one: --port {}", port.saturating_add(1))
        }
        _ => format!("port {port} can't be used: {error}\n  choose another one with --port"),
    })?;
    let port = server.local_addr().map_or(port, |address| address.port());
    Ok((server, port))
}
