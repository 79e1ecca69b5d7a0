//! An independent check: a slow, obvious interpreter gives the same numbers as compiler and engine on 1,000 random models.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "reference/model.rs"]
mod model;

use model::{Dice, Model};
use proptest::prelude::*;
use waypost_author::diagnostic::Severity;
use waypost_author::simulator;
use waypost_core::bundle::Profile;
use waypost_core::simulator::{Cause, Lanes, Machine, Plan, Plans, Simulator, Tour, Trip, Values, Version, history};

fn compiled(model: &Model) -> Simulator {
    let text = model.markdown();
    let (document, found) = simulator::read_in("en", "random.md", &text);
    let errors: Vec<String> = found.iter().filter(|found| found.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}\n{text}", errors.join("\n"));
    simulator::compile::compile(&document, Profile::Full)
}

fn any_plan(dice: &mut Dice, options: &[usize]) -> Plan {
    options.iter().map(|count| dice.roll(*count)).collect()
}

/// The points of every plan in every world, by a walk of L lanes.
fn toured<const L: usize>(machine: &Machine, version: &Version, plans: &Plans, worlds: u32, budget: u32) -> Vec<Vec<f32>>
where
    [f32; L]: Lanes,
{
    let mut points = vec![Vec::new(); plans.len()];
    let trip = Trip { version, plans, seed: machine.seed, worlds };
    let mut tour = Tour::<L>::new(machine);
    while !tour.step(machine, &trip, &mut budget.clone(), &mut |plan, _, lanes| points[plan].extend(lanes)) {}
    points
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn engine_and_interpreter_agree(shape in any::<u64>(), seed in any::<u32>(), world in any::<u32>()) {
        let mut dice = Dice(shape);
        let model = Model::random(&mut dice);
        let simulator = compiled(&model);
        let machine = Machine::new(&simulator).unwrap();
        let plan = any_plan(&mut dice, &model.options());
        let (turns, points) = model.play(seed, world, &plan);
        let played = history(&machine, &Values::nominal(&simulator), seed, world, &plan);
        for (turn, (slow, fast)) in turns.iter().zip(&played.turns).enumerate() {
            prop_assert_eq!(slow, &fast.stocks, "turn {}\n{}", turn, model.markdown());
        }
        prop_assert_eq!(points, played.points, "\n{}", model.markdown());
    }

    #[test]
    fn rows_of_the_ledger_add_up_to_the_change(shape in any::<u64>(), seed in any::<u32>()) {
        let mut dice = Dice(shape);
        let model = Model::random(&mut dice);
        let simulator = compiled(&model);
        let machine = Machine::new(&simulator).unwrap();
        let plan = any_plan(&mut dice, &model.options());
        let played = history(&machine, &Values::nominal(&simulator), seed, 0, &plan);
        let mut before = played.start.clone();
        for turn in &played.turns {
            for (stock, (from, to)) in before.iter().zip(&turn.stocks).enumerate() {
                let rows = turn.rows.iter().filter(|row| row.stock == stock);
                let sum: f32 = rows.clone().map(|row| row.amount).sum();
                prop_assert!((to - from - sum).abs() <= 1e-3, "{} to {} is not {}", from, to, sum);
                prop_assert!(rows.clone().all(|row| row.amount != 0.0 && row.cause != Cause::Rule(usize::MAX)));
            }
            before.clone_from(&turn.stocks);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn lanes_slices_and_shared_turns_change_no_bit(shape in any::<u64>(), budget in 1u32..40) {
        let mut dice = Dice(shape);
        let model = Model::random(&mut dice);
        let simulator = compiled(&model);
        let machine = Machine::new(&simulator).unwrap();
        let values = Values::nominal(&simulator);
        let version = Version::new(&machine, &values);
        let plans = Plans::all(&machine);
        let wide = toured::<64>(&machine, &version, &plans, 70, u32::MAX);
        prop_assert_eq!(&wide, &toured::<1>(&machine, &version, &plans, 70, u32::MAX));
        prop_assert_eq!(&wide, &toured::<16>(&machine, &version, &plans, 70, budget));
        prop_assert_eq!(&wide, &toured::<32>(&machine, &version, &plans, 70, budget));
        let at = dice.roll(plans.len());
        for world in [0, 1, 69] {
            let alone = history(&machine, &values, machine.seed, world, &plans.plan(at)).points;
            prop_assert_eq!(alone, wide[at][world as usize]);
        }
    }
}
