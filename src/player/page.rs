//! The exports of a reader's WASM, called by `shell.js`: mount widgets, tell them what was saved.

#![allow(clippy::disallowed_methods, reason = "the macro of exports writes `throw_str` for arguments of a wrong type; nothing here does")]

use super::{Host, Play, Player, PlayerProps, Told};
use crate::ui::Saved;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use waypost_core::bundle::Compare;
use waypost_core::journal;
use yew::AppHandle;

#[wasm_bindgen]
extern "C" {
    /// The shell's widget, see `class Widget` in `shell.js`. What the browser itself does is in `page.js`.
    pub type Widget;
    #[wasm_bindgen(method)]
    fn save(this: &Widget, record: &str, events: &str);
    #[wasm_bindgen(method)]
    fn owe(this: &Widget, events: &str);
    #[wasm_bindgen(method)]
    fn emit(this: &Widget, name: &str, event: &str);
    #[wasm_bindgen(method)]
    fn focus(this: &Widget, selector: &str);
    #[wasm_bindgen(method)]
    fn now(this: &Widget) -> f64;
    #[wasm_bindgen(method)]
    fn clock(this: &Widget) -> f64;
    #[wasm_bindgen(method)]
    fn uuid(this: &Widget) -> String;
    #[wasm_bindgen(method)]
    fn seed(this: &Widget) -> u32;

    #[wasm_bindgen(js_name = waypostShown)]
    fn shown(widget: &Widget);
    #[wasm_bindgen(js_name = waypostNormalize)]
    fn normalize(raw: &str, compare: &str) -> String;
    #[wasm_bindgen(js_name = waypostCopy)]
    fn copy(text: &str);
    #[wasm_bindgen(js_name = waypostDownload)]
    fn download(name: &str, media_type: &str, text: &str);
    #[wasm_bindgen(js_name = waypostPrint)]
    fn print();
    #[wasm_bindgen(js_name = waypostAddress)]
    fn address(widget: &Widget) -> String;
    #[wasm_bindgen(js_name = waypostFragment)]
    fn fragment(widget: &Widget) -> String;

    #[wasm_bindgen(js_name = waypostLater)]
    fn later(widget: &Widget);
    #[wasm_bindgen(js_name = waypostAssign)]
    fn assign(widget: &Widget, job: &[f64]);
    #[wasm_bindgen(js_name = waypostGathered)]
    fn gathered(widget: &Widget) -> String;
    #[wasm_bindgen(js_name = waypostKeep)]
    fn keep(widget: &Widget, name: &str, record: &str);

    #[wasm_bindgen(js_name = waypostTick)]
    fn every_second(number: usize);
}

impl Host for Widget {
    fn shown(&self) {
        shown(self);
    }

    fn save(&self, record: &str, events: &str) {
        self.save(record, events);
    }

    fn owe(&self, events: &str) {
        self.owe(events);
    }

    fn emit(&self, name: &str, event: &str) {
        self.emit(name, event);
    }

    fn focus(&self, selector: &str) {
        self.focus(selector);
    }

    fn normalize(&self, raw: &str, compare: Compare) -> String {
        let compare = match compare {
            Compare::Usual => "usual",
            Compare::Exact => "exact",
            Compare::Loose => "loose",
        };
        normalize(raw, compare)
    }

    fn copy(&self, text: &str) {
        copy(text);
    }

    fn download(&self, name: &str, media_type: &str, text: &str) {
        download(name, media_type, text);
    }

    fn print(&self) {
        print();
    }

    fn address(&self) -> String {
        address(self)
    }

    fn fragment(&self) -> String {
        fragment(self)
    }

    fn later(&self) {
        later(self);
    }

    fn assign(&self, job: &[f64]) {
        assign(self, job);
    }

    fn gathered(&self) -> String {
        gathered(self)
    }

    fn keep(&self, name: &str, record: &str) {
        keep(self, name, record);
    }

    fn now(&self) -> i64 {
        self.now() as i64
    }

    fn clock(&self) -> u64 {
        self.clock() as u64
    }

    fn uuid(&self) -> String {
        self.uuid()
    }

    fn seed(&self) -> u32 {
        self.seed()
    }
}

/// A widget on the page.
trait Mounted {
    fn saved(&self, saved: Saved);
    fn tick(&self);
    fn slice(&self);
    fn heard(&self, news: Vec<f64>);
    fn unmount(self: Box<Self>);
}

impl<K: Play> Mounted for AppHandle<Player<K>> {
    fn saved(&self, saved: Saved) {
        self.send_message(Told::Saved(saved));
    }

    fn tick(&self) {
        self.send_message(Told::Tick);
    }

    fn slice(&self) {
        self.send_message(Told::Slice);
    }

    fn heard(&self, news: Vec<f64>) {
        self.send_message(Told::Heard(news));
    }

    fn unmount(self: Box<Self>) {
        self.destroy();
    }
}

/// How a program puts the kind of widget that it plays on the page.
type Mount = fn(Place) -> Result<Box<dyn Mounted>, String>;

/// Where a widget goes, and what it starts from.
struct Place {
    root: web_sys::Element,
    bundle: Vec<u8>,
    entries: Vec<String>,
    untold: usize,
    number: usize,
    widget: Widget,
}

thread_local! {
    static PROGRAM: Cell<Option<Mount>> = const { Cell::new(None) };
    static MOUNTED: RefCell<Vec<Option<Box<dyn Mounted>>>> = const { RefCell::new(Vec::new()) };
}

/// Makes this program the player of one kind. A program's `main` does nothing else, so that a reader loads only the kinds a page shows.
pub fn plays<K: Play>() {
    PROGRAM.set(Some(put::<K>));
}

fn put<K: Play>(place: Place) -> Result<Box<dyn Mounted>, String> {
    let Place { root, bundle, entries, untold, number, widget } = place;
    let bundle = Rc::new(K::read(&String::from_utf8(bundle).unwrap_or_default())?);
    if K::ticks(&bundle) {
        every_second(number);
    }
    let entries = journal::read(entries.iter().map(String::as_str)).entries.into();
    let props = PlayerProps { bundle, entries, untold, prefix: format!("wp{number}").into(), host: Rc::new(widget) };
    Ok(Box::new(yew::Renderer::<Player<K>>::with_root_and_props(root, props).render()))
}

/// Runs the bundle (UTF-8: a copy is all that bytes cost on their way here) in `root` with the journal's `entries` (one JSON text each)
/// and returns the widget's number.
/// The page is told what the last `untold` entries mean: they were made before the player was there.
///
/// # Errors
/// One sentence, where the bundle cannot be read.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, bundle: Vec<u8>, entries: Vec<String>, untold: usize, widget: Widget) -> Result<usize, String> {
    let put = PROGRAM.get().ok_or("this program plays nothing")?;
    let number = MOUNTED.with_borrow(Vec::len);
    let mounted = put(Place { root, bundle, entries, untold, number, widget })?;
    MOUNTED.with_borrow_mut(|all| all.push(Some(mounted)));
    Ok(number)
}

/// Tells a widget how safe its answers are: 0 nothing to keep yet, 1 stored on the device, 2 in memory only, 3 not kept.
#[wasm_bindgen]
pub fn saved(number: usize, state: u32) {
    let state = match state {
        0 => Saved::Nothing,
        1 => Saved::Device,
        2 => Saved::Memory,
        _ => Saved::Failed,
    };
    with(number, |widget| widget.saved(state));
}

/// Does something with a widget; whether it is still there.
fn with(number: usize, work: impl FnOnce(&dyn Mounted)) -> bool {
    MOUNTED.with_borrow(|mounted| {
        let widget = mounted.get(number).and_then(Option::as_deref);
        widget.map(work).is_some()
    })
}

/// Moves a widget's clock on. Returns whether the widget is still there.
#[wasm_bindgen]
pub fn tick(number: usize) -> bool {
    with(number, |widget| widget.tick())
}

/// Gives a widget the next slice of its work.
#[wasm_bindgen]
pub fn slice(number: usize) {
    with(number, |widget| widget.slice());
}

/// Tells a widget what its worker found, no numbers where that failed. Returns whether the widget is still there. A program that has
/// workers exports it.
pub fn heard(number: usize, news: Vec<f64>) -> bool {
    with(number, |widget| widget.heard(news))
}

/// Takes a widget down.
#[wasm_bindgen]
pub fn unmount(number: usize) {
    let widget = MOUNTED.with_borrow_mut(|mounted| mounted.get_mut(number).and_then(Option::take));
    if let Some(widget) = widget {
        widget.unmount();
    }
}
