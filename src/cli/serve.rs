//! `waypost serve`: a course as its readers will see it, on this machine, always as it was last saved.

mod http;
mod preview;
mod watch;

use crate::arguments::Serve;
use crate::{Failure, Outcome};
use anstream::println;
use http::Gallery;
use preview::Preview;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;
use tiny_http::Server;

/// Serves until it is interrupted.
pub(crate) fn run(arguments: &Serve) -> Result<Outcome, Failure> {
    let preview = Arc::new(Preview::new(&arguments.folder, crate::player::files(&arguments.player)?)?);
    let gallery = arguments.gallery.clone().map(Gallery::open).transpose()?;
    let (server, port) = listen(arguments.port)?;
    let _watcher = watch::start(&arguments.folder, Arc::clone(&preview))?;
    let course = if gallery.is_some() { "course/" } else { "" };
    println!("Preview: http://127.0.0.1:{port}/{course}");
    if gallery.is_some() {
        println!("Gallery: http://127.0.0.1:{port}/");
    }
    println!("Pages reload when a file in {} changes. Ctrl-C ends.", arguments.folder.display());
    for request in server.incoming_requests() {
        if request.url() == http::LIVE {
            let preview = Arc::clone(&preview);
            thread::spawn(move || http::tell(request, &preview));
        } else {
            http::answer(request, &preview, gallery.as_ref());
        }
    }
    Ok(Outcome::Fine)
}

fn listen(port: u16) -> Result<(Server, u16), Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("port {port} is taken\n  end the program that uses it, or choose another one: --port {}", port.saturating_add(1)),
        _ => format!("port {port} can't be used: {error}\n  choose another one with --port"),
    })?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    let server = Server::from_listener(listener, None).map_err(|error| format!("the server can't start: {error}"))?;
    Ok((server, port))
}
