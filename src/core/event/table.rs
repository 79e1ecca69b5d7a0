//! Every event there is: its name, when it comes, what its `data` holds. Schema, TypeScript types and documentation are generated from here
//! (`waypost_author::events`), and the scripts around the player get the names from here.

/// An event by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name; the DOM event is `waypost-<name>`.
    pub name: &'static str,
    /// What it is about, and so who may hear it.
    pub about: About,
    /// When it comes.
    pub when: &'static str,
    /// What `data` holds.
    pub data: &'static [Field],
}

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The widget on its page: any host may hear it.
    Page,
    /// What a reader did: for the page itself, for receivers and for hosts that the author names.
    Reader,
    /// The sign-up below a result: for the page itself and for hosts that the author names. It says neither who nor which sitting.
    Signup,
}

/// One field of `data`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What stands there.
    pub shape: Shape,
    /// Whether it is always there.
    pub presence: Presence,
    /// What it says.
    pub says: &'static str,
}

/// Whether a field is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Always,
    /// In some events of the name only.
    Sometimes,
}

/// What stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A whole number from zero.
    Count,
    /// Any whole number.
    Whole,
    /// A number.
    Number,
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// This, or `null`.
    Maybe(&'static Shape),
    /// Numbers by name.
    Numbers,
    /// An answer: ids, pairs of ids, or what was typed.
    Answer,
    /// An object.
    Object(&'static [Field]),
}

use Presence::{Always, Sometimes};
use Shape::{Answer, Count, Flag, Maybe, Number, Numbers, Object, Text, Whole, Word};

const fn field(name: &'static str, shape: Shape, presence: Presence, says: &'static str) -> Field {
    Field { name, shape, presence, says }
}

const SCORE: &[Field] = &[
    field("raw", Number, Always, "points earned"),
    field("max", Number, Always, "points possible"),
    field("scaled", Number, Always, "share earned, -1 to 1, to four places"),
];

const RESULT: &[Field] = &[
    field("score", Object(SCORE), Sometimes, "of a quiz: the points"),
    field("passed", Maybe(&Flag), Sometimes, "of a quiz: whether the pass mark was reached, `null` where there is none"),
    field("ending", Whole, Sometimes, "of a simulator: the points at the end"),
    field("vars", Numbers, Sometimes, "of a simulator: its quantities at the end"),
];

/// Every event, those about the page first.
pub const EVENTS: [Row; 16] = [
    Row {
        name: "visible",
        about: About::Page,
        when: "half of the widget is in view for the first time",
        data: &[field("ratio", Number, Always, "0.5")],
    },
    Row {
        name: "ready",
        about: About::Page,
        when: "the player has taken over from the prerendered page",
        data: &[field("ms", Count, Always, "milliseconds since the page came up")],
    },
    Row {
        name: "resized",
        about: About::Page,
        when: "the content of a frame has another height",
        data: &[field("height", Count, Always, "in CSS pixels, 40 to 20000")],
    },
    Row {
        name: "reveal",
        about: About::Page,
        when: "the focus went to a new step, which should be in view",
        data: &[field("top", Whole, Always, "where it begins, in CSS pixels from the top of the frame")],
    },
    Row {
        name: "failed",
        about: About::Page,
        when: "the player could not be loaded; the prerendered page stays",
        data: &[field("code", Text, Always, "why")],
    },
    Row {
        name: "notice",
        about: About::Page,
        when: "the answers are in another state",
        data: &[
            field(
                "state",
                Word(&["saved", "memory", "failed", "waiting", "sent", "parked"]),
                Always,
                "stored on the device, kept as long as the page, not kept; on their way to the webhook, received, refused",
            ),
            field("count", Count, Always, "how many"),
        ],
    },
    Row { name: "started", about: About::Reader, when: "the reader's first action", data: &[] },
    Row {
        name: "resumed",
        about: About::Reader,
        when: "the reader goes on with answers brought along",
        data: &[field("from", Word(&["link"]), Always, "by what")],
    },
    Row { name: "restarted", about: About::Reader, when: "the reader begins anew", data: &[] },
    Row {
        name: "shared",
        about: About::Reader,
        when: "the reader takes the result along",
        data: &[field("how", Word(&["text", "link", "file", "print", "calendar"]), Always, "in which way")],
    },
    Row {
        name: "answered",
        about: About::Reader,
        when: "an answer was submitted",
        data: &[
            field("item", Text, Always, "which item"),
            field(
                "form",
                Word(&["single", "multi", "order", "match", "number", "text", "likert"]),
                Sometimes,
                "what kind of answer; this and what follows `response` of a quiz only",
            ),
            field("response", Maybe(&Answer), Always, "the answer; `null` for free text, which stays with the reader"),
            field("correct", Maybe(&Flag), Sometimes, "whether it earned the full mark; `null` where nothing is right or wrong"),
            field("sure", Maybe(&Count), Sometimes, "how sure the reader was, 1 to 3; `null` where they did not say"),
            field("points", Number, Sometimes, "points earned, after costs"),
            field("max", Number, Sometimes, "points possible"),
            field("try", Count, Sometimes, "which try, counted from 1"),
            field("hints", Count, Sometimes, "hints seen by then"),
        ],
    },
    Row {
        name: "progressed",
        about: About::Reader,
        when: "the reader came one step further",
        data: &[field("done", Count, Always, "steps taken"), field("total", Count, Always, "steps in all")],
    },
    Row {
        name: "decided",
        about: About::Reader,
        when: "the reader of a chooser chose, where author and reader agreed to tell it",
        data: &[
            field("track", Text, Always, "what was chosen: the name of a track or a plan, or `undecided`"),
            field("was", Text, Sometimes, "what was chosen before"),
        ],
    },
    Row {
        name: "turned",
        about: About::Reader,
        when: "the reader of a simulator took a turn",
        data: &[
            field("scenario", Text, Always, "the simulator"),
            field("turn", Count, Always, "which turn, counted from 1"),
            field("card", Maybe(&Text), Always, "what was shown"),
            field("choice", Maybe(&Text), Always, "what the reader chose"),
            field("vars", Numbers, Always, "the quantities after it"),
            field("delta", Numbers, Always, "what changed"),
            field("seed", Count, Always, "what the draws come from"),
        ],
    },
    Row {
        name: "completed",
        about: About::Reader,
        when: "the result was shown",
        data: &[
            field("result", Object(RESULT), Sometimes, "what came out"),
            field("claim", Word(&["model"]), Sometimes, "of a simulator: a model's outcome, not a forecast"),
            field("seed", Count, Sometimes, "of a simulator: what the draws come from"),
            field("undone", Count, Sometimes, "of a simulator: turns taken back"),
            field("attempt", Count, Sometimes, "1 for the first time through, then one more for each retry"),
        ],
    },
    Row {
        name: "subscribe",
        about: About::Signup,
        when: "something happened to the block for subscribing",
        data: &[
            field("provider", Text, Always, "whose list it is"),
            field("step", Word(&["shown", "opened", "submitted"]), Always, "what happened; the address is in no event"),
        ],
    },
];
