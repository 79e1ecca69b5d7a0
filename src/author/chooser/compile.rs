//! From a chooser's document to the bundle that players read.

use super::document::{Document, Headed, Pair, Plan, Pole, Question};
use super::header::Engine;
use crate::compile::revision;
use sha2::{Digest, Sha256};
use waypost_core::bundle::{Head, Kind, Lesson, Profile};
use waypost_core::chooser::bundle::{
    self as core, Adaptive, Chooser, Fact, Outcome, PlanStep, Points, Trait, Weighted, WeightedOption, key,
};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::text::{Block, Inline, RichText};
use waypost_core::typed::Exact;

/// How many hex digits of the hash name the wording of a pair.
const WORDING: usize = 8;

/// Compiles a document. Worth publishing only if neither parsing nor checking found an error.
pub fn compile(document: &Document, profile: Profile) -> Chooser {
    let header = &document.header;
    let mut chooser = Chooser {
        head: Head {
            profile,
            version: header.version,
            dir: header.dir,
            hosts: header.hosts.clone(),
            strings: strings(document).into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            ..Head::new(Kind::Chooser, header.id.clone(), &header.title, &header.lang)
        },
        about: header.meta.clone(),
        words: *waypost_core::words::chooser::of(&header.lang),
        engine: match header.engine {
            Engine::Adaptive => core::Engine::Adaptive(adaptive(document)),
            Engine::Profile => core::Engine::Profile(weighted(document)),
        },
        plans: document.plans.iter().map(plan).collect(),
        sources: cited(document),
        report: header.report,
    };
    seal(&mut chooser);
    chooser
}

/// Sets the revision.
pub fn seal(chooser: &mut Chooser) {
    chooser.revision = revision(Lesson::Chooser(chooser.clone()));
}

fn adaptive(document: &Document) -> Adaptive {
    let traits = |pole: &Pole| {
        let of = |told: &super::Trait| Trait { id: told.id.clone(), aspect: told.aspect, sources: told.sources.clone() };
        pole.traits.iter().map(of).collect()
    };
    let pair = |pair: &Pair| core::Pair {
        id: pair.head.id.clone(),
        dimension: pair.dimension.clone(),
        a: pair.a.unwrap_or(Exact::new(12, 1).unwrap_or(Exact::ZERO)),
        b: pair.b.unwrap_or(Exact::ZERO),
        hash: wording(pair),
    };
    let facts = document.facts.iter().flat_map(|facts| &facts.entries);
    Adaptive {
        poles: document.poles.iter().map(|pole| core::Pole { id: pole.head.id.clone(), traits: traits(pole) }).collect(),
        dimensions: document.dimensions.iter().map(|dimension| dimension.id.clone()).collect(),
        pairs: document.pairs.iter().map(pair).collect(),
        facts: facts.map(|fact| Fact { id: fact.id.clone(), pole: fact.pole.as_ref().map(|(pole, _)| pole.clone()) }).collect(),
        rules: document.header.rules.clone(),
    }
}

/// The hash of what a reader of the pair sees: stem and statements, each with its pole.
fn wording(pair: &Pair) -> String {
    let sides: Vec<(&ItemId, &RichText)> = pair.sides.iter().map(|side| (&side.pole, &side.text)).collect();
    let seen = serde_json::to_string(&(&pair.head.title, &pair.head.text, sides)).unwrap_or_default();
    Sha256::digest(seen.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>().chars().take(WORDING).collect()
}

fn weighted(document: &Document) -> Weighted {
    let id = |named: &Option<(ItemId, std::ops::Range<usize>)>| named.as_ref().map(|(id, _)| id.clone());
    let outcome = |outcome: &super::Outcome| Outcome { id: outcome.head.id.clone(), next: id(&outcome.next), also: id(&outcome.also) };
    let points = |(to, points): &(ItemId, i64)| Points { to: to.clone(), points: *points };
    let option = |option: &super::Choice| {
        let counting = option.weights.iter().filter(|(_, points)| *points != 0);
        WeightedOption { id: option.id.clone(), weights: counting.map(points).collect() }
    };
    let question = |question: &Question| core::Question {
        id: question.head.id.clone(),
        takes: question.takes,
        options: question.options.iter().map(option).collect(),
    };
    Weighted {
        outcomes: document.outcomes.iter().map(outcome).collect(),
        questions: document.questions.iter().map(question).collect(),
        tiebreak: document.tiebreak.as_ref().map(|head| head.id.clone()),
        min: document.header.min.unwrap_or(u32::try_from(document.questions.len()).unwrap_or(u32::MAX)),
        floor: document.header.floor,
        score: document.header.score,
    }
}

fn plan(plan: &Plan) -> core::Plan {
    core::Plan {
        id: plan.head.id.clone(),
        pole: plan.pole.as_ref().map(|(pole, _)| pole.clone()),
        steps: plan.steps.iter().map(|step| PlanStep { id: step.id.clone(), day: step.day }).collect(),
    }
}

/// The sources that statements name, in the order of the header.
fn cited(document: &Document) -> Vec<core::Source> {
    let named = |id: &String| document.poles.iter().flat_map(|pole| &pole.traits).any(|told| told.sources.contains(id));
    document.header.sources.iter().filter(|(source, _)| named(&source.id)).map(|(source, _)| source.clone()).collect()
}

/// All words by key. What is not written has no key.
fn strings(document: &Document) -> Vec<(String, RichText)> {
    let header = &document.header;
    let mut strings = vec![(key::INTRO.to_owned(), document.intro.clone())];
    let told = [(key::SITUATION, &header.situation), (key::DECISION, &header.decision), (key::UNCERTAINTY, &header.uncertainty)];
    strings.extend(told.into_iter().map(|(key, told)| (key.to_owned(), line(&told.text))));
    for pole in &document.poles {
        titled(&pole.head, &mut strings);
        strings.push((key::short(&pole.head.id), line(&pole.short)));
        strings.extend(pole.traits.iter().map(|told| (text(&pole.head.id, &told.id), told.text.clone())));
    }
    document.dimensions.iter().for_each(|dimension| titled(dimension, &mut strings));
    for pair in &document.pairs {
        asked(&pair.head, &mut strings);
        strings.extend(pair.sides.iter().map(|side| (text(&pair.head.id, &OptionId(side.pole.0.clone())), side.text.clone())));
    }
    if let Some(facts) = &document.facts {
        strings.push((key::FACTS.to_owned(), vec![Block::P(facts.head.title.clone())]));
        strings.push((key::FACTS_INTRO.to_owned(), facts.head.text.clone()));
        strings.extend(facts.entries.iter().map(|fact| (key::prompt(&fact.id), fact.text.clone())));
    }
    for outcome in &document.outcomes {
        titled(&outcome.head, &mut strings);
        let levels = ["low", "mid", "high"].into_iter().zip(&outcome.levels);
        strings.extend(levels.map(|(level, words)| (key::level(&outcome.head.id, level), line(words))));
    }
    for question in &document.questions {
        asked(&question.head, &mut strings);
        strings.extend(question.options.iter().map(|option| (text(&question.head.id, &option.id), option.text.clone())));
    }
    if let Some(tiebreak) = &document.tiebreak {
        asked(tiebreak, &mut strings);
    }
    for plan in &document.plans {
        titled(&plan.head, &mut strings);
        strings.push((key::condition(&plan.head.id), line(&plan.condition)));
        strings.extend(plan.steps.iter().map(|step| (text(&plan.head.id, &step.id), step.text.clone())));
    }
    strings
}

fn text(item: &ItemId, part: &OptionId) -> String {
    key::text(item, part)
}

/// A plain text as rich text; nothing for nothing.
fn line(words: &str) -> RichText {
    if words.is_empty() { Vec::new() } else { vec![Block::P(vec![Inline::Text(words.to_owned())])] }
}

fn titled(head: &Headed, strings: &mut Vec<(String, RichText)>) {
    strings.push((key::title(&head.id), vec![Block::P(head.title.clone())]));
    strings.push((key::intro(&head.id), head.text.clone()));
}

fn asked(head: &Headed, strings: &mut Vec<(String, RichText)>) {
    strings.push((key::prompt(&head.id), vec![Block::P(head.title.clone())]));
    strings.push((key::body(&head.id), head.text.clone()));
}
