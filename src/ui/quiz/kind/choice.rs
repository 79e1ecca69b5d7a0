//! Choice: native radios or checkboxes with the whole row as label; every option with what it was and why.

use crate::ui::Surface;
use crate::ui::icon::Icon;
use crate::ui::markup::{Heard, Markup};
use crate::ui::quiz::feedback::{self, list};
use crate::ui::quiz::{View, reading};
use waypost_core::bundle::{Choice, Counted, Interaction, Item, key};
use waypost_core::journal::Response;
use waypost_core::quiz::marking::{self, Verdict};
use waypost_core::quiz::{Msg, Phase};

/// How many to choose.
pub(super) fn instruction(view: &View, item: &Item) -> String {
    match &item.interaction {
        Interaction::Multi(choices) if choices.counted == Counted::Told => {
            view.words.choose_count(choices.options.iter().filter(|o| o.is_key()).count())
        }
        Interaction::Multi(_) => view.words.choose_all.into(),
        _ => view.words.choose_one.into(),
    }
}

/// The options in the order of the sitting.
pub(super) fn field(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    let options = item.interaction.options();
    out.el("div.wp-options", |out| {
        for at in view.sitting.option_order(view.bundle, item) {
            if let Some(option) = options.get(at) {
                row(out, view, item, option, phase);
            }
        }
    });
}

fn row(out: &mut Markup, view: &View, item: &Item, option: &Choice, phase: Phase) {
    let picked = view.sitting.response(&item.id).is_some_and(|response| response.has(&option.id));
    let standing = standing(view, item, option, phase);
    out.el("div.wp-option", |out| {
        out.key(&option.id.0);
        out.set("data-option", &option.id.0);
        if let Some(standing) = standing {
            out.set("data-verdict", standing.name());
        }
        out.el("label", |out| {
            out.el(if item.interaction.takes_one() { "input[type=radio]" } else { "input[type=checkbox]" }, |out| {
                out.set("name", &view.control(item));
                out.value(&option.id.0);
                out.checked(picked);
                out.set_if("disabled", phase == Phase::Closed);
                view.sends(out, Heard::Change, Msg::Toggle(item.id.clone(), option.id.clone()));
            });
            out.el("span.wp-option-text", |out| view.lines(out, key::text(&item.id, &option.id)));
            out.group(|out| {
                if let Some(standing) = standing {
                    note(out, view, standing);
                }
            });
        });
        if view.surface() != Surface::Live {
            out.el("div.wp-why", |out| reading::why(out, view, item, option));
        }
    });
}

/// What an option was, once an answer is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::quiz) enum Standing {
    /// Chosen, and marked like this.
    Chosen(Verdict),
    /// Chosen, in an answer that may still be changed: only how the whole was marked is said.
    Tried,
    /// In the key, not chosen.
    Missed,
    /// Neither.
    Passed,
}

impl Standing {
    /// The name in markup.
    pub(in crate::ui::quiz) fn name(self) -> &'static str {
        match self {
            Self::Chosen(verdict) => verdict.name(),
            Self::Missed => "missed",
            Self::Tried | Self::Passed => "none",
        }
    }

    /// What an option was in a given answer, with the key open.
    fn of(view: &View, item: &Item, option: &Choice, response: Option<&Response>) -> Self {
        match (response.is_some_and(|response| response.has(&option.id)), in_key(item, option)) {
            // An opinion is neither right nor wrong.
            (true, _) if !item.is_marked() => Self::Tried,
            (_, _) if !item.is_marked() => Self::Passed,
            (true, true) => Self::Chosen(Verdict::Right),
            (true, false) if item.interaction.takes_one() => {
                Self::Chosen(Verdict::of(marking::mark(item, &view.bundle.policy, &Response::of([option.id.clone()]))))
            }
            (true, false) => Self::Chosen(Verdict::Wrong),
            (false, true) => Self::Missed,
            (false, false) => Self::Passed,
        }
    }
}

/// Whether choosing the option is right.
pub(in crate::ui::quiz) fn in_key(item: &Item, option: &Choice) -> bool {
    item.is_marked() && (option.is_key() || marking::key(item).has(&option.id))
}

/// What an option is said to have been now; nothing before an answer, and nothing about the key while tries remain.
fn standing(view: &View, item: &Item, option: &Choice, phase: Phase) -> Option<Standing> {
    let answer = view.sitting.answers.get(&item.id)?;
    let last = answer.attempts.last().map(|attempt| &attempt.response);
    match phase {
        Phase::Open => None,
        Phase::Closed => Some(Standing::of(view, item, option, last)),
        Phase::Again if answer.draft.is_none() && last.is_some_and(|last| last.has(&option.id)) => Some(Standing::Tried),
        Phase::Again => Some(Standing::Passed),
    }
}

/// The standing in words, with its icon.
pub(in crate::ui::quiz) fn note(out: &mut Markup, view: &View, standing: Standing) {
    let words = view.words;
    let (words, shown) = match standing {
        Standing::Chosen(Verdict::Right) => (words.your_correct_answer, Some(Icon::Check)),
        Standing::Chosen(Verdict::Partly) => (words.your_answer, Some(Icon::Half)),
        Standing::Chosen(Verdict::Wrong) => (words.your_answer, Some(Icon::Cross)),
        Standing::Tried => (words.your_answer, None),
        Standing::Missed => (words.correct_answer, Some(Icon::Check)),
        Standing::Passed => return,
    };
    out.el("span.wp-option-note", |out| {
        if let Some(icon) = shown {
            out.icon(icon);
        }
        out.live(words);
    });
}

/// The options to read.
pub(super) fn listing(out: &mut Markup, view: &View, item: &Item) {
    out.el("ul.wp-read-options", |out| {
        for option in item.interaction.options() {
            out.el("li", |out| view.lines(out, key::text(&item.id, &option.id)));
        }
    });
}

/// An option with what it was and what is to say about it.
fn entry(out: &mut Markup, view: &View, item: &Item, option: &Choice, phase: Phase, standing: Standing) {
    let text = |out: &mut Markup| view.lines(out, key::text(&item.id, &option.id));
    feedback::entry(out, view, &option.id, standing, text, |out| feedback::why(out, view, item, &option.id, phase));
}

/// The feedback on what was chosen; once the key is open, also on what should have been.
pub(super) fn said(out: &mut Markup, view: &View, item: &Item, last: Option<&Response>, phase: Phase) {
    let chosen = |option: &Choice| last.is_some_and(|last| last.has(&option.id));
    let options = item.interaction.options();
    // Of one that was chosen alone the verdict stands above already.
    let only = options.iter().find(|option| item.interaction.takes_one() && chosen(option));
    if let Some(only) = only {
        feedback::why(out, view, item, &only.id, phase);
    }
    list(out, |out| {
        for option in options {
            let standing = match phase {
                Phase::Closed => Standing::of(view, item, option, last),
                Phase::Open | Phase::Again => Standing::Tried,
            };
            let says = if chosen(option) { only.is_none() } else { phase == Phase::Closed && in_key(item, option) };
            if says {
                entry(out, view, item, option, phase, standing);
            }
        }
    });
}

/// The options that were neither chosen nor in the key, on request.
pub(super) fn others(out: &mut Markup, view: &View, item: &Item, last: Option<&Response>) {
    let written = |key: String| !view.text(&key).is_empty();
    let is_other = |option: &&Choice| {
        !in_key(item, option)
            && !last.is_some_and(|last| last.has(&option.id))
            && (written(key::feedback(&item.id, &option.id)) || written(key::reason(&item.id, &option.id)))
    };
    let others: Vec<&Choice> = item.interaction.options().iter().filter(is_other).collect();
    if !others.is_empty() {
        out.el("details.wp-others", |out| {
            out.says("summary", view.words.other_options);
            list(out, |out| {
                for option in others {
                    entry(out, view, item, option, Phase::Closed, Standing::Passed);
                }
            });
        });
    }
}

/// Every option with its reason.
pub(super) fn solution(out: &mut Markup, view: &View, item: &Item) {
    list(out, |out| {
        for option in item.interaction.options() {
            let standing = if in_key(item, option) { Standing::Missed } else { Standing::Passed };
            entry(out, view, item, option, Phase::Closed, standing);
        }
    });
}

/// Every option with what it was in an answer.
pub(super) fn compared(out: &mut Markup, view: &View, item: &Item, response: Option<&Response>) {
    list(out, |out| {
        for option in item.interaction.options() {
            entry(out, view, item, option, Phase::Closed, Standing::of(view, item, option, response));
        }
    });
}
