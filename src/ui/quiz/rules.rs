//! The scoring card: how this quiz is scored, made from its policy, said before the first answer.

use super::{View, time};
use crate::ui::markup::Markup;
use waypost_core::bundle::{Confidence, Feedback, Interaction, Item, Mode, Negative, key};
use waypost_core::number::Share;

/// The card, closed until asked for; what wrong answers cost stands open above it.
pub(super) fn rules(out: &mut Markup, view: &View) {
    if view.bundle.gathers() {
        return out.says("p.wp-rules", &view.words.count(view.words.review_due, view.bundle.items.len() as u64));
    }
    if view.bundle.policy.mode == Mode::Reflect {
        return;
    }
    if let Some(rule) = penalty(view) {
        out.says("p.wp-rules", &rule);
    }
    out.el("details.wp-scoring", |out| {
        out.says("summary", view.words.rules);
        out.el("ul", |out| {
            for line in lines(view) {
                out.says("li", &line);
            }
        });
    });
}

/// What wrong answers cost, where they cost something.
fn penalty(view: &View) -> Option<String> {
    let (words, policy) = (view.words, &view.bundle.policy);
    let single = view.bundle.items.iter().all(|item| item.interaction.takes_one());
    match policy.confidence {
        Confidence::Marks => Some(words.certainty_rule.into()),
        _ if policy.negative == Negative::None => None,
        _ if single => Some(words.cost(words.rule_penalty, policy.penalty.whole_percent())),
        _ => Some(words.rule_penalty_many.into()),
    }
}

/// Every rule that holds here, one sentence or two each.
fn lines(view: &View) -> Vec<String> {
    let (words, bundle, policy) = (view.words, view.bundle, &view.bundle.policy);
    let any = |test: fn(&Item) -> bool| bundle.items.iter().any(test);
    let (drawn, all) = (view.sitting.drawn.len(), bundle.items.len());
    let mut lines =
        vec![if drawn < all { words.of_total(words.rule_drawn, drawn, all) } else { words.count(words.rule_questions, all as u64) }];
    let mut say = |line: &str| lines.push(line.to_owned());
    if any(|item| matches!(item.interaction, Interaction::Multi(_))) {
        say(words.rule_multi);
    }
    if any(|item| {
        matches!(item.interaction, Interaction::Cloze(_) | Interaction::Order(_) | Interaction::Match(_) | Interaction::Categorize(_))
    }) {
        say(words.rule_partial);
    }
    if any(|item| !item.is_marked() && !matches!(item.interaction, Interaction::Info {})) {
        say(words.rule_unmarked);
    }
    if let Some(rule) = penalty(view) {
        say(&rule);
    }
    if policy.confidence == Confidence::Calibration {
        say(words.rule_certainty);
    }
    match (policy.feedback, policy.attempts) {
        (Feedback::End | Feedback::Exam, _) => say(words.rule_end),
        (Feedback::Immediate, 0) => say(words.rule_tries_any),
        (Feedback::Immediate, tries) => say(&words.count(words.rule_tries, tries.into())),
    }
    for (rule, cost) in [(words.rule_try_cost, policy.attempt_cost), (words.rule_hint_cost, policy.hint_cost)] {
        if cost != Share::NONE {
            say(&words.cost(rule, cost.whole_percent()));
        }
    }
    if let Some(pass) = policy.pass {
        say(&words.cost(words.rule_pass, pass.whole_percent()));
    }
    let limit = |seconds: u32| words.about(words.time_limit, "time", &time::minutes(seconds.into()));
    if let Some(time) = policy.time.as_ref().filter(|time| time.seconds > 0) {
        say(&limit(time.seconds));
    }
    for (section, seconds) in bundle.sections.iter().filter_map(|section| Some((section, section.time?))) {
        say(&[bundle.plain(&key::title(&section.id)), limit(seconds)].join(": "));
    }
    say(words.rule_device);
    say(words.rule_practice);
    lines
}
