//! One item of each kind that is not a choice, with a right, a partly right and a wrong answer, in every state.

use crate::states::{self, p};
use std::rc::Rc;
use waypost::ui::Surface;
use waypost::ui::quiz::QuizProps;
use waypost_core::bundle::*;
use waypost_core::id::OptionId;
use waypost_core::journal::{Action, Response, Typed};
use waypost_core::quiz::Sitting;
use waypost_core::table::Table;
use waypost_core::text::{Block, Inline, Math, MathNode};
use waypost_core::typed::{self, Exact};

/// An item with answers to try on it.
pub(crate) struct Sample {
    /// The item's name, which is its kind's.
    pub(crate) name: &'static str,
    interaction: Interaction,
    /// Answers from the best to the worst; the first one is right where there is a right one.
    pub(crate) responses: Vec<Response>,
    words: Vec<(&'static str, &'static str)>,
}

fn whole(number: i64) -> Exact {
    Exact::whole(number)
}

fn ids<const N: usize>(names: [&str; N]) -> Vec<OptionId> {
    names.map(OptionId::from).into()
}

fn typed_raw(raw: &str) -> Typed {
    Typed { raw: raw.into(), norm: String::new() }
}

fn text(raw: &str) -> Response {
    Response::Typed(typed_raw(raw))
}

fn pairs(rows: &[(&str, &str)]) -> Response {
    Response::Pairs(rows.iter().map(|(row, target)| (OptionId::from(*row), OptionId::from(*target))).collect())
}

fn blanks(rows: &[(&str, &str)]) -> Response {
    Response::Blanks(rows.iter().map(|(blank, raw)| (OptionId::from(*blank), typed_raw(raw))).collect())
}

fn accepted(id: &str, matches: Matches, key: Key) -> Accepted {
    Accepted::new(id.into(), matches, key)
}

fn answers(answers: Vec<Accepted>, unit: &str) -> Answers {
    Answers { answers, compare: Compare::Usual, typos: 1, unit: unit.into() }
}

fn row(id: &str, target: Option<&str>) -> Row {
    Row { id: id.into(), target: target.map(OptionId::from) }
}

fn statement(id: &str) -> Statement {
    Statement { id: id.into(), to: None, counts: Counts::Forward }
}

fn blank(id: &str, field: Field) -> Blank {
    Blank { id: id.into(), field, when: None }
}

/// Every kind but the choices.
pub(crate) fn samples() -> Vec<Sample> {
    let number = answers(
        vec![accepted("a", Matches::Near(whole(40), whole(2)), Key::Right), accepted("b", Matches::Near(whole(400), whole(0)), Key::Wrong)],
        "%",
    );
    let word = answers(
        vec![
            accepted("a", Matches::Text("buy-in".into()), Key::Right),
            accepted("b", Matches::Text("agreement*".into()), Key::Right),
            accepted("c", Matches::Text("approval".into()), Key::Wrong),
        ],
        "",
    );
    let gap = |id: &str, right: &str| blank(id, Field::Text(answers(vec![accepted("a", Matches::Text(right.into()), Key::Right)], "")));
    let list = ["back", "there", "further"].map(|id| Choice::new(id.into(), if id == "there" { Key::Right } else { Key::Wrong }));
    let days = answers(vec![accepted("a", Matches::Range(whole(6), whole(8)), Key::Right)], "");
    let scale = |rows| Interaction::Scale(Scale { name: "often".into(), steps: 5, rows });
    let slider = |answers| {
        Interaction::Slider(Slider {
            min: whole(0),
            max: whole(100),
            step: whole(5),
            unit: "%".into(),
            ends: vec![whole(0), whole(100)],
            answers,
            to: None,
        })
    };
    vec![
        Sample {
            name: "number",
            interaction: Interaction::Number(number),
            responses: vec![text("41"), text("400"), text("forty")],
            words: vec![
                ("number/prompt", "What share of the bets in a good portfolio may miss, in percent?"),
                ("number.b/feedback", "FEEDBACK-400: that is a ratio, not a share."),
                ("number.a/reason", "REASON-40: two in five is what the survey found."),
            ],
        },
        Sample {
            name: "text",
            interaction: Interaction::Text(word),
            responses: vec![text("buy-in"), text("approval"), text("Goals")],
            words: vec![
                ("text/prompt", "What does a roadmap need before it is worth anything?"),
                ("text.c/feedback", "FEEDBACK-APPROVAL: approval can be given without belief."),
            ],
        },
        Sample {
            name: "cloze",
            interaction: Interaction::Cloze(Cloze {
                marking: Marking::Each,
                blanks: vec![gap("one", "here"), blank("two", Field::Choice(list.into())), blank("three", Field::Number(days))],
            }),
            responses: vec![
                blanks(&[("one", "here"), ("two", "there"), ("three", "7")]),
                blanks(&[("one", "here"), ("two", "back"), ("three", "70")]),
                blanks(&[("one", "nowhere")]),
            ],
            words: vec![
                ("cloze/prompt", "Complete the sentence."),
                ("cloze.two-back/text", "back"),
                ("cloze.two-there/text", "there"),
                ("cloze.two-further/text", "further"),
                ("cloze.one/reason", "REASON-ONE: the sentence is a book title."),
            ],
        },
        Sample {
            name: "order",
            interaction: Interaction::Order(Sequence { marking: Marking::Pairs, things: ids(["listen", "agree", "rhythm"]) }),
            responses: vec![
                Response::Order(ids(["listen", "agree", "rhythm"])),
                Response::Order(ids(["agree", "listen", "rhythm"])),
                Response::Order(ids(["rhythm", "agree", "listen"])),
            ],
            words: vec![
                ("order/prompt", "Put the stakeholder steps in order."),
                ("order.listen/text", "Listen before you propose"),
                ("order.agree/text", "Agree on the outcome"),
                ("order.rhythm/text", "Set a review rhythm"),
            ],
        },
        Sample {
            name: "match",
            interaction: Interaction::Match(Pairs {
                marking: Marking::Each,
                order: Order::Fixed,
                rows: vec![row("hours", Some("fewer")), row("flat", Some("outcome")), row("churn", Some("talk"))],
                targets: ids(["fewer", "outcome", "talk", "hire"]),
            }),
            responses: vec![
                pairs(&[("hours", "fewer"), ("flat", "outcome"), ("churn", "talk")]),
                pairs(&[("hours", "fewer"), ("flat", "talk"), ("churn", "talk")]),
                pairs(&[("hours", "hire"), ("flat", "talk"), ("churn", "fewer")]),
            ],
            words: vec![
                ("match/prompt", "Which answer fits which sign?"),
                ("match.hours/text", "Long hours in every team"),
                ("match.flat/text", "Usage is flat"),
                ("match.churn/text", "Customers leave quietly"),
                ("match.fewer/text", "Fewer commitments"),
                ("match.outcome/text", "A look at outcomes"),
                ("match.talk/text", "Talk to those who left"),
                ("match.hire/text", "Hire more people"),
            ],
        },
        Sample {
            name: "categorize",
            interaction: Interaction::Categorize(Pairs {
                marking: Marking::Each,
                order: Order::Fixed,
                rows: vec![row("ship", Some("output")), row("use", Some("outcome")), row("lunch", None)],
                targets: ids(["output", "outcome"]),
            }),
            responses: vec![
                pairs(&[("ship", "output"), ("use", "outcome")]),
                pairs(&[("ship", "output"), ("use", "output")]),
                pairs(&[("ship", "outcome"), ("use", "output"), ("lunch", "output")]),
            ],
            words: vec![
                ("categorize/prompt", "Output or outcome?"),
                ("categorize.ship/text", "Twelve features shipped"),
                ("categorize.use/text", "People finish their report in half the time"),
                ("categorize.lunch/text", "Lunch on Fridays"),
                ("categorize.output/text", "Output"),
                ("categorize.outcome/text", "Outcome"),
            ],
        },
        Sample {
            name: "scale",
            interaction: scale(vec![statement("a")]),
            responses: vec![pairs(&[("a", "4")])],
            words: vec![("scale/prompt", "I know what my work is meant to change.")],
        },
        Sample {
            name: "scale-rows",
            interaction: scale(vec![statement("a"), statement("b")]),
            responses: vec![pairs(&[("a", "4"), ("b", "1")])],
            words: vec![
                ("scale-rows/prompt", "How often is this true for you?"),
                ("scale-rows.a/text", "I talk with somebody who pays for the product"),
                ("scale-rows.b/text", "I say no to a request and give the reason"),
            ],
        },
        Sample {
            name: "slider",
            interaction: slider(None),
            responses: vec![text("65")],
            words: vec![
                ("slider/prompt", "Where do you stand today?"),
                ("slider/end.0", "Certainly a specialist"),
                ("slider/end.100", "Certainly a manager"),
            ],
        },
        Sample {
            name: "slider-marked",
            interaction: slider(Some(answers(vec![accepted("a", Matches::Near(whole(70), whole(5)), Key::Right)], "%"))),
            responses: vec![text("70"), text("20")],
            words: vec![
                ("slider-marked/prompt", "How many changes of mind does a good review cause?"),
                ("slider-marked/end.0", "None"),
                ("slider-marked/end.100", "All"),
            ],
        },
        Sample {
            name: "reflect",
            interaction: Interaction::Reflect(Reflect { rows: 4 }),
            responses: vec![text("Last week I shipped what was asked.\nNobody used it.")],
            words: vec![
                ("reflect/prompt", "When did you last measure something after it shipped?"),
                ("reflect/explanation", "EXAMPLE: we counted how many came back in the second week."),
            ],
        },
        Sample {
            name: "info",
            interaction: Interaction::Info {},
            responses: Vec::new(),
            words: vec![
                ("info/prompt", "What the next part is about"),
                ("info/body", "Three situations in which the plan was right and the aim was not."),
            ],
        },
    ]
}

fn formula() -> Vec<Block> {
    let leaf = |tag: &str, text: &str| MathNode { tag: tag.into(), text: text.into(), nodes: Vec::new() };
    let square = MathNode { tag: "msup".into(), text: String::new(), nodes: vec![leaf("mi", "x"), leaf("mn", "2")] };
    let unknown = MathNode { tag: "script".into(), text: "MATH-TEXT".into(), nodes: Vec::new() };
    vec![Block::Math(Math { alt: "x squared".into(), nodes: vec![square, unknown] })]
}

/// A quiz of all samples; a `name` puts that one first.
pub(crate) fn bundle(first: &str, attempts: u32) -> Bundle {
    let mut bundle = states::bundle(attempts);
    let mut samples = samples();
    if let Some(at) = samples.iter().position(|sample| sample.name == first) {
        samples.rotate_left(at);
    }
    bundle.sections.clear();
    bundle.strings = Table::default();
    for (key, words) in samples.iter().flat_map(|sample| sample.words.iter()) {
        bundle.strings.insert((*key).into(), p(words));
    }
    for (n, words) in ["Never", "Seldom", "Sometimes", "Often", "Always"].into_iter().enumerate() {
        bundle.strings.insert(key::scale("often", n as u32 + 1), p(words));
    }
    let piece = |words: &str| Inline::Text(words.into());
    let gap = |name: &str| Inline::Blank(name.into());
    let line = vec![
        piece("What got you "),
        gap("one"),
        piece(" won't get you "),
        gap("two"),
        piece(". It takes "),
        gap("three"),
        piece(" weeks to notice."),
    ];
    bundle.strings.insert("cloze/body".into(), vec![Block::P(line)]);
    bundle.strings.insert("number/body".into(), formula());
    for sample in &samples {
        let name = format!("{}/explanation", sample.name);
        if bundle.text(&name).is_empty() && sample.name != "info" {
            bundle.strings.insert(name, p("EXPLANATION: what the author says about the whole."));
        }
    }
    bundle.items = samples.into_iter().map(|sample| Item::new(sample.name.into(), sample.interaction)).collect();
    bundle.items.iter_mut().for_each(|item| item.interaction.normalize());
    bundle
}

/// The state after answering the first item, as the player would make it.
pub(crate) fn shown(quiz: &Bundle, actions: &[Action]) -> QuizProps {
    QuizProps {
        surface: Surface::Live,
        ..props(quiz, if actions.is_empty() { Sitting::new(quiz, 7) } else { states::after(quiz, actions) })
    }
}

fn props(quiz: &Bundle, sitting: Sitting) -> QuizProps {
    QuizProps { sitting: Rc::new(sitting), surface: Surface::Static, ..states::live(quiz, &[]) }
}

/// A response with what the player fills in.
pub(crate) fn ready(quiz: &Bundle, name: &str, response: &Response) -> Response {
    let item = quiz.item(&name.into()).unwrap();
    typed::entry::prepare(&item.interaction, response.clone(), &quiz.lang, &typed::normal::normalize)
}

/// An answer that is not submitted.
pub(crate) fn draft(quiz: &Bundle, name: &str, response: &Response) -> Action {
    Action::Draft { item: name.into(), response: ready(quiz, name, response), sure: None }
}

/// An answer.
pub(crate) fn commit(quiz: &Bundle, name: &str, response: &Response) -> Action {
    Action::Commit { item: name.into(), response: ready(quiz, name, response), sure: None, of: None }
}

/// Every kind in every state: fresh, drafted, after each answer, with tries left, in the result, static, from right to left.
pub(crate) fn all() -> Vec<(String, QuizProps)> {
    let mut states = Vec::new();
    for sample in samples() {
        let name = sample.name;
        let (once, twice) = (bundle(name, 1), bundle(name, 2));
        let mut right_to_left = once.clone();
        right_to_left.dir = Dir::Rtl;
        let mut add = |state: &str, props: QuizProps| states.push((format!("{name}-{state}"), props));
        add("fresh", shown(&once, &[]));
        add("static", props(&once, Sitting::new(&once, 0)));
        add("rtl", shown(&right_to_left, &[]));
        for (n, response) in sample.responses.iter().enumerate() {
            add(&format!("drafted-{n}"), shown(&once, &[draft(&once, name, response)]));
            add(&format!("answered-{n}"), shown(&once, &[commit(&once, name, response)]));
            add(&format!("again-{n}"), shown(&twice, &[commit(&twice, name, response)]));
            add(&format!("rtl-answered-{n}"), shown(&right_to_left, &[commit(&right_to_left, name, response)]));
        }
    }
    for (name, n) in [("right", 0), ("middling", 1), ("worst", 2), ("nothing", 9)] {
        let quiz = bundle("", 1);
        let mut actions: Vec<Action> = Vec::new();
        for sample in samples() {
            if let Some(response) = sample.responses.get(n.min(sample.responses.len().max(1) - 1)).filter(|_| n < 9) {
                actions.push(Action::Goto { item: sample.name.into() });
                actions.push(commit(&quiz, sample.name, response));
            }
        }
        actions.push(Action::Finish { marks: None });
        states.push((format!("result-{name}"), shown(&quiz, &actions)));
    }
    states
}
