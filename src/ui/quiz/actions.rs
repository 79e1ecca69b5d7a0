//! What the reader can do with a question: check it, ask for a hint or the answer, move on.

use super::{View, finish};
use crate::ui::markup::{Heard, Markup};
use waypost_core::bundle::{Feedback, Interaction, Item, key};
use waypost_core::number::Share;
use waypost_core::quiz::{Flag, Msg, Phase};

/// The hints shown so far; they stay.
pub(super) fn hints(out: &mut Markup, view: &View, item: &Item) {
    out.group(|out| {
        out.some("div.wp-hints", |out| {
            for number in 1..=shown(view, item) {
                out.el("div.wp-hint", |out| {
                    out.says("p.wp-hint-title", &view.words.hint_title(number));
                    view.blocks(out, key::hint(&item.id, number));
                });
            }
        });
    });
}

fn shown(view: &View, item: &Item) -> u32 {
    view.sitting.answers.get(&item.id).map_or(0, |answer| answer.hints.min(item.hints))
}

/// While the question can be answered: one primary button, the rest quiet.
pub(super) fn open(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    let words = view.words;
    out.el("div.wp-actions", |out| {
        let check = if phase == Phase::Again { words.check_again } else { words.check };
        view.primary(out, "check", check, Msg::Check(item.id.clone()));
        hint_button(out, view, item);
        if item.costs.attempts.unwrap_or(view.bundle.policy.attempts) != 1 {
            view.quiet(out, "giveup", words.show_answer, Msg::GiveUp(item.id.clone()));
        }
        out.el("span.wp-moves", |out| {
            back(out, view);
            view.quiet(out, "next", words.skip, Msg::Next);
        });
    });
}

/// Once the question is closed: on.
pub(super) fn closed(out: &mut Markup, view: &View) {
    let last = view.sitting.after().is_none();
    out.el("div.wp-actions", |out| {
        view.onward(out, if last { view.words.see_result } else { view.words.next });
        out.el("span.wp-moves", |out| back(out, view));
    });
}

/// Below an answer that may be changed until the round is over. One that has something to consider is saved first.
pub(super) fn kept(out: &mut Markup, view: &View, item: &Item, saves: bool) {
    let words = view.words;
    let immediate = view.bundle.policy.feedback == Feedback::Immediate;
    let given = view.sitting.response(&item.id).is_some_and(|response| !response.is_empty());
    let last = view.sitting.after().is_none();
    let ends = last && !immediate;
    let asks = !matches!(item.interaction, Interaction::Info {});
    let next = match (last, given || !asks) {
        (true, _) => words.see_result,
        (false, true) => words.next,
        (false, false) => words.skip,
    };
    out.group(|out| {
        out.el("div.wp-actions", |out| {
            if saves {
                view.primary(out, "check", words.save, Msg::Check(item.id.clone()));
            } else if !ends && (given || !asks) {
                view.onward(out, next);
            }
            hint_button(out, view, item);
            if asks && !immediate {
                let flagged = view.sitting.answers.get(&item.id).is_some_and(|answer| answer.flag == Flag::Up);
                view.quiet(out, "flag", if flagged { words.flagged } else { words.flag }, Msg::Flag(item.id.clone()));
            }
            if !ends {
                out.el("span.wp-moves", |out| {
                    back(out, view);
                    if saves || asks && !given {
                        view.quiet(out, "next", next, Msg::Next);
                    }
                });
            }
        });
        if ends {
            finish::finish(out, view);
        }
    });
}

/// The way back, where there is one.
pub(super) fn back(out: &mut Markup, view: &View) {
    out.group(|out| {
        if view.sitting.before().is_some_and(|id| view.sitting.may_go(view.bundle, id)) {
            view.quiet(out, "back", view.words.back, Msg::Back);
        }
    });
}

/// The button stays when no hint is left, so that the focus on it is not lost.
fn hint_button(out: &mut Markup, view: &View, item: &Item) {
    let (next, total, cost) = (shown(view, item) + 1, item.hints, item.costs.hint_cost.unwrap_or(view.bundle.policy.hint_cost));
    let cost = if cost == Share::NONE { 0 } else { cost.whole_percent() };
    out.group(|out| {
        if total == 0 || view.bundle.policy.feedback == Feedback::Exam {
            return;
        }
        out.el("button.wp-quiet[type=button][data-act=hint]", |out| {
            view.sends(out, Heard::Click, Msg::Hint(item.id.clone()));
            match next > total {
                true => {
                    out.set("aria-disabled", "true");
                    out.live(view.words.no_more_hints);
                }
                false => out.live(&view.words.hint(next, total, cost)),
            }
        });
    });
}
