//! Back again later: what was chosen, day n of 90, how it goes, what moved since.

use super::control::label;
use super::{View, Wish, actions, card, choose, heading, subheading};
use crate::ui::live::live;
use crate::ui::part::{button, part};
use waypost_core::chooser::journal::{Course, Screen};
use waypost_core::chooser::{Checkin, Chosen, Msg};
use waypost_core::time::date;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Milliseconds of a day, and the days of an experiment.
const DAY: i64 = 86_400_000;
const DAYS: i64 = 90;

/// The screen.
pub(super) fn revisit(view: &View) -> Html {
    let words = view.words;
    let Some(chosen) = view.state.choices.last() else { return Html::default() };
    let mut parts = vec![heading(sentence(view, chosen))];
    if view.chooser.adaptive().is_some() {
        parts.push(part("p", "wp-meaning", vec![live(day(view, chosen))]));
    }
    parts.push(drift(view));
    parts.push(check_in(view));
    parts.push(actions(vec![
        view.quiet("change", words.change, Msg::GoTo(Screen::Choose)),
        view.quiet("result", words.see_result, Msg::GoTo(Screen::Reveal)),
        view.quiet("restart", words.answer_again, Msg::Restart),
    ]));
    parts.push(history(view));
    parts.push(super::about::limits(view));
    card(view, "revisit", parts)
}

fn sentence(view: &View, chosen: &Chosen) -> String {
    let words = view.words;
    let on = words.day(&date(chosen.at.div_euclid(DAY)));
    match &chosen.choice {
        Some(choice) => words.say(words.chose, &[("choice", &choose::name(view, choice)), ("date", &on)]),
        None => words.about(words.chose_not_yet, "date", &on),
    }
}

/// Day n of 90, counted from 1.
fn day(view: &View, chosen: &Chosen) -> String {
    let passed = (view.aside.now.max(chosen.at) - chosen.at) / DAY;
    match passed {
        0..DAYS => view.words.about(view.words.day_of, "n", &(passed + 1).to_string()),
        _ => view.words.over.to_owned(),
    }
}

/// What moved since the sitting before, or that nothing did.
fn drift(view: &View) -> Html {
    let words = view.words;
    let (Some(drift), Some(before)) = (view.state.drift(view.chooser), view.state.earlier.last()) else { return Html::default() };
    let moved = match drift.moved {
        None => words.drift_none.to_owned(),
        Some(side) => words.about(words.drift_to, "pole", &view.short(side)),
    };
    let mut parts = vec![
        subheading(words.about(words.drift, "date", &words.day(&date(before.at.div_euclid(DAY))))),
        part("p", "wp-finding", vec![live(moved)]),
    ];
    if drift.by_weights.abs() >= 10 {
        parts.push(part("p", "", vec![live(words.drift_weights)]));
    }
    part("section", "wp-part", parts)
}

/// Keep, change or stop, with a note to oneself.
fn check_in(view: &View) -> Html {
    let words = view.words;
    let goes = |course: Course| {
        let set = view.aside.course == Some(course);
        html! {
            <div class="wp-option" key={course.name()}>
                <label>
                    <input type="radio" name={format!("{}-course", view.prefix)} value={course.name()} checked={set} onchange={view.wish(Wish::Goes(course))} />
                    <span class="wp-option-text">{ live(words.course(course)) }</span>
                </label>
            </div>
        }
    };
    let all = [Course::Keep, Course::Change, Course::Stop].map(goes).into_iter().collect();
    let options = part("div", "wp-options wp-short", all);
    let set = part("fieldset", "wp-question", vec![part("legend", "", vec![label(words.checkin)]), options]);
    let on = view.on.clone();
    let oninput = Callback::from(move |event: InputEvent| on.emit(Wish::Noted(event.target_unchecked_into::<HtmlInputElement>().value())));
    let field = html! {
        <label class="wp-note">
            <span class="wp-label">{ live(words.note) }</span>
            <textarea class="wp-text" rows="2" dir="auto" value={view.aside.note.clone()} {oninput} />
        </label>
    };
    let save = button("wp-primary", "checkin", vec![live(words.save)], view.wish(Wish::CheckIn));
    part("section", "wp-part wp-checkin", vec![set, field, actions(vec![save])])
}

/// Earlier choices and check-ins, dated.
fn history(view: &View) -> Html {
    let words = view.words;
    let choices =
        view.state.earlier.iter().filter_map(|earlier| earlier.choice.as_ref()).chain(view.state.choices.iter().rev().skip(1).rev());
    let choice = |chosen: &Chosen| (chosen.at, part("li", "", vec![live(sentence(view, chosen))]));
    let checkin = |checkin: &Checkin| {
        let on = words.day(&date(checkin.at.div_euclid(DAY)));
        let said = words.say(words.checked_in, &[("date", &on), ("course", words.course(checkin.course))]);
        let note = (!checkin.note.is_empty()).then(|| part("q", "", vec![live(checkin.note.clone())]));
        (checkin.at, part("li", "", std::iter::once(live(said)).chain([" ".into()]).chain(note).collect()))
    };
    let mut rows: Vec<(i64, Html)> = choices.map(choice).chain(view.state.checkins.iter().map(checkin)).collect();
    rows.sort_by_key(|(at, _)| *at);
    match rows.is_empty() {
        true => Html::default(),
        false => {
            part("section", "wp-part", vec![subheading(words.history), part("ul", "", rows.into_iter().map(|(_, row)| row).collect())])
        }
    }
}
