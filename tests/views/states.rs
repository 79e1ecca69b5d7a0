//! A small quiz in every state a reader can meet, made by the engine from journals.

use std::rc::Rc;
use waypost::ui::quiz::QuizProps;
use waypost::ui::{Arrival, Saved, Surface};
use waypost_core::bundle::*;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{Action, Entry, Response, Via};
use waypost_core::number::Share;
use waypost_core::quiz::Sitting;
use waypost_core::table::Table;
use waypost_core::text::{Block, Image, Inline, RichText};
use yew::{AttrValue, Callback};

/// A paragraph.
pub(crate) fn p(words: &str) -> RichText {
    vec![Block::P(vec![Inline::Text(words.into())])]
}

fn option(id: &str, key: Key) -> Choice {
    Choice::new(id.into(), key)
}

fn item(id: &str, section: &str, interaction: fn(Choices) -> Interaction, marking: Marking, right: &str, all: &str) -> Item {
    let key = |letter: char| if right.contains(letter) { Key::Right } else { Key::Wrong };
    let options = all.chars().map(|letter| option(&letter.to_string(), key(letter))).collect();
    let interaction = interaction(Choices { marking, order: Order::Fixed, options, counted: Counted::Open });
    Item { section: Some(section.into()), ..Item::new(id.into(), interaction) }
}

/// Three questions in two sections: single with two hints, multiple, true or false.
pub(crate) fn bundle(attempts: u32) -> Bundle {
    let mut one = item("usage", "mindset", Interaction::Single, Marking::Credit, "b", "abcd");
    one.hints = 2;
    let mut two = item("hour", "mindset", Interaction::Multi, Marking::Net, "ac", "abcde");
    two.hints = 1;
    let three = item("habits", "people", Interaction::Tf, Marking::Credit, "b", "ab");
    Bundle {
        head: Head {
            waypost: VERSION.into(),
            profile: Profile::Play,
            kind: Kind::Quiz,
            id: "leadership".into(),
            version: 1,
            title: "Where does your next step begin?".into(),
            lang: "en".into(),
            dir: Dir::Ltr,
            revision: "0123456789ab".into(),
            meta: None,
            webhook: None,
            hosts: Vec::new(),
            strings: strings(),
        },
        policy: Policy { attempts, hint_cost: Share::percent(10).unwrap(), pass: Share::percent(60), ..Policy::default() },
        sections: vec![Section::new("mindset".into()), Section::new("people".into())],
        items: vec![one, two, three],
        results: Vec::new(),
        dimensions: Vec::new(),
        words: Default::default(),
    }
}

fn strings() -> Table<String, RichText> {
    let mut strings: Table<String, RichText> = [
        (key::INTRO, "Situations from ordinary weeks. Whatever you choose, you learn why it helps or where it leads."),
        ("mindset/title", "Shifting your mindset"),
        ("mindset/intro", "Shipping well got you noticed. From here on you are asked what the shipping adds up to."),
        ("people/title", "Bringing people along"),
        ("usage/prompt", "Your team has shipped every sprint for six months, yet usage is flat. What do you look into first?"),
        ("usage/hint.1", "Shipping is what the team controls. Think of what it was meant to cause."),
        ("usage/hint.2", "Which bets moved a number?"),
        (
            "usage/explanation",
            "Output is what you ship; impact is what is different afterwards. A product leader is asked about the second.",
        ),
        ("usage/wrong", "Speed multiplies the aim, including a wrong one."),
        ("usage.a/text", "Where the team loses time between one sprint and the next"),
        ("usage.a/feedback", "FEEDBACK-A: faster delivery helps when the aim is good. Here the aim is what you have reason to doubt."),
        ("usage.b/text", "Which of the last bets changed what customers do"),
        ("usage.b/feedback", "FEEDBACK-B: some bets missed, and a few may have worked. Knowing which tells you where to aim next."),
        ("usage.c/text", "How other products announce their new features"),
        ("usage.c/feedback", "FEEDBACK-C: a better launch brings people to a feature once."),
        ("usage.d/text", "How many more engineers the roadmap would need"),
        ("usage.d/feedback", "FEEDBACK-D: more hands would ship more of the same."),
        ("usage.d/reason", "REASON-D: capacity pays off once you know which bets worked."),
        ("hour/prompt", "You can give one hour a week to seeing the big picture. Which uses of it pay off?"),
        ("hour/explanation", "The big picture comes from people outside your team."),
        ("hour/hint.1", "Who sees what you cannot?"),
        ("hour.a/text", "Sit in on a sales call"),
        ("hour.a/feedback", "FEEDBACK-HA: you hear what your roadmap means to somebody who pays."),
        ("hour.b/text", "Groom the backlog a second time"),
        ("hour.b/feedback", "FEEDBACK-HB: the backlog shows your team's picture once more."),
        ("hour.c/text", "Ask finance how the company earns its money"),
        ("hour.c/feedback", "FEEDBACK-HC: strategy is easier to read with the ledger beside it."),
        ("hour.d/text", "Answer mail faster"),
        ("hour.e/text", "Write a longer status report"),
        ("habits/prompt", "The habits that earned your last promotion are the safest ones to rely on for the next."),
        ("habits/explanation", "What got you here won't get you there."),
        ("habits.a/text", "True"),
        ("habits.a/feedback", "FEEDBACK-T: they feel safe because they worked."),
        ("habits.b/text", "False"),
        ("habits.b/feedback", "FEEDBACK-F: the next role is judged on direction."),
    ]
    .map(|(key, words)| (key.to_owned(), p(words)))
    .into_iter()
    .collect();
    strings.insert("hour/body".into(), rich());
    strings
}

/// A text with every kind of node.
fn rich() -> RichText {
    let text = |words: &str| vec![Inline::Text(words.into())];
    let image = Image { src: "map.png".into(), alt: "A map".into(), w: 4, h: 3 };
    vec![
        Block::P(vec![
            Inline::Em(text("Two")),
            Inline::Text(" kinds of ".into()),
            Inline::Strong(text("hours")),
            Inline::Break,
            Inline::Code("x < y".into()),
            Inline::Link("https://example.com/?a=1&b=2".into(), text("a source")),
            Inline::Link("javascript:alert(1)".into(), text("an inert link")),
            Inline::Strike(text("none")),
            Inline::Image(image),
        ]),
        Block::Ul(vec![p("one"), p("two")]),
        Block::Ol(3, vec![p("three")]),
        Block::Quote(p("quoted")),
        Block::Code("rust".into(), "let a = \"<b>\";\n".into()),
        Block::Table(vec![text("Use"), text("Hours")], vec![vec![text("Calls"), text("2")]]),
    ]
}

/// The same quiz in Arabic words, right to left.
pub(crate) fn arabic() -> Bundle {
    let mut bundle = bundle(1);
    bundle.lang = "ar".into();
    bundle.dir = Dir::Rtl;
    bundle.title = "أين تبدأ خطوتك التالية؟".into();
    for (key, words) in [
        (key::INTRO, "مواقف من أسابيع عادية. أياً كان اختيارك، ستعرف لماذا يفيد أو إلى أين يقود."),
        ("mindset/title", "تغيير طريقة التفكير"),
        ("mindset/intro", "الإنجاز الجيد جعلك مرئياً. من الآن تُسأل عن أثره."),
        ("usage/prompt", "أطلق فريقك ميزات في كل دورة منذ ستة أشهر، ومع ذلك لم يتغير الاستخدام. بماذا تبدأ؟"),
        ("usage.a/text", "أين يضيع وقت الفريق بين دورة وأخرى"),
        ("usage.a/feedback", "السرعة تفيد حين يكون الهدف صحيحاً."),
        ("usage.b/text", "أي الرهانات الأخيرة غيّر سلوك العملاء"),
        ("usage.b/feedback", "بعض الرهانات أخطأ، وربما نجح بعضها."),
        ("usage.c/text", "كيف تعلن المنتجات الأخرى عن ميزاتها"),
        ("usage.d/text", "كم مهندساً إضافياً تحتاج الخطة"),
        ("usage/explanation", "المخرجات ما تطلقه، والأثر ما يتغير بعدها."),
        ("usage/wrong", "السرعة تضاعف الاتجاه، حتى الخاطئ."),
    ] {
        bundle.strings.insert(key.into(), p(words));
    }
    bundle
}

/// An answer to an item: one letter an option.
pub(crate) fn commit(item: &str, letters: &str) -> Action {
    Action::Commit { item: item.into(), response: chosen(letters), sure: None, of: None }
}

/// A pick that is not submitted.
pub(crate) fn draft(item: &str, letters: &str) -> Action {
    Action::Draft { item: item.into(), response: chosen(letters), sure: None }
}

/// A move to an item.
pub(crate) fn goto(item: &str) -> Action {
    Action::Goto { item: item.into() }
}

/// A hint.
pub(crate) fn hint(item: &str, number: u32) -> Action {
    Action::Hint { item: item.into(), number }
}

fn chosen(letters: &str) -> Response {
    Response::of(letters.chars().map(|letter| OptionId(letter.to_string())))
}

/// The state after some actions.
pub(crate) fn after(bundle: &Bundle, actions: &[Action]) -> Sitting {
    let start = Action::Start { seed: 7, revision: bundle.revision.clone(), drawn: Vec::new() };
    let actions = std::iter::once(&start).chain(actions);
    let entries: Vec<Entry> = actions
        .enumerate()
        .map(|(n, action)| Entry { id: format!("e{n}"), at: 0, ms: 0, via: Via::Player, action: action.clone() })
        .collect();
    Sitting::fold(bundle, 7, &entries)
}

/// What the player would pass for that state.
pub(crate) fn live(bundle: &Bundle, actions: &[Action]) -> QuizProps {
    QuizProps {
        bundle: Rc::new(bundle.clone()),
        sitting: Rc::new(if actions.is_empty() { Sitting::new(bundle, 7) } else { after(bundle, actions) }),
        surface: Surface::Live,
        arrival: Arrival::Fresh,
        saved: Saved::Device,
        prefix: AttrValue::Static("wp1"),
        announcement: (0, AttrValue::default()),
        on: Callback::noop(),
        keep: Callback::noop(),
        since: 0,
    }
}

/// The whole quiz answered: first, second and third question.
pub(crate) fn finished(answers: [&str; 3]) -> Vec<Action> {
    let [one, two, three] = answers;
    vec![commit("usage", one), commit("hour", two), hint("habits", 1), commit("habits", three), Action::Finish { marks: None }]
}

/// Every state by name.
pub(crate) fn all() -> Vec<(&'static str, QuizProps)> {
    let (once, twice) = (bundle(1), bundle(2));
    let all_right = finished(["b", "ac", "b"]);
    let some_wrong = finished(["a", "ab", "b"]);
    let round: Vec<ItemId> = ["usage", "hour"].map(ItemId::from).into();
    let mut second_round = some_wrong.clone();
    second_round.push(Action::Retry { items: round });
    let mut retried = second_round.clone();
    retried.extend([commit("usage", "b"), goto("hour"), commit("hour", "ac"), Action::Finish { marks: None }]);
    vec![
        ("fresh", live(&once, &[])),
        ("static", QuizProps { surface: Surface::Static, saved: Saved::Nothing, prefix: "wp".into(), ..live(&once, &[]) }),
        ("picked", live(&once, &[draft("usage", "a")])),
        ("hints", live(&once, &[hint("usage", 1), hint("usage", 2), draft("usage", "b")])),
        ("again", live(&twice, &[commit("usage", "a")])),
        ("right", live(&once, &[commit("usage", "b")])),
        ("wrong", live(&once, &[commit("usage", "a")])),
        ("gave-up", live(&twice, &[Action::Giveup { item: "usage".into() }])),
        ("multiple", live(&once, &[goto("hour")])),
        ("partly", live(&once, &[goto("hour"), commit("hour", "ab")])),
        ("last", live(&once, &[goto("habits"), commit("habits", "a")])),
        ("passed", live(&once, &all_right)),
        ("failed", live(&once, &some_wrong)),
        ("round-2", live(&once, &second_round)),
        ("retried", live(&once, &retried)),
        ("returned", QuizProps { arrival: Arrival::Returned, ..live(&once, &[goto("hour")]) }),
        ("not-saved", QuizProps { saved: Saved::Failed, announcement: (3, "Hint 1 shown".into()), ..live(&once, &[hint("usage", 1)]) }),
        ("rtl", live(&arabic(), &[])),
        ("rtl-wrong", live(&arabic(), &[commit("usage", "a")])),
        ("rtl-result", live(&arabic(), &some_wrong)),
    ]
}
