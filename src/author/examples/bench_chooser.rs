//! Reproduces the published study of the adaptive engine, see `cargo xtask bench chooser`.
use waypost_author::chooser::workbench::chance::*;
use waypost_author::chooser::workbench::{figures::Figures, study::*};
use waypost_core::chooser::adaptive::{Item, Prior};

fn rows(study: &Study, scenario: Scenario, readers: u32, looked: u32) -> Vec<Row> {
    let (a, b) = std::thread::scope(|s| {
        let h = s.spawn(|| {
            (0..readers / 2)
                .filter_map(|r| study.row(scenario, r, if r < looked { Looks::Flips } else { Looks::Sides }))
                .collect::<Vec<_>>()
        });
        let b = (readers / 2..readers)
            .filter_map(|r| study.row(scenario, r, if r < looked { Looks::Flips } else { Looks::Sides }))
            .collect::<Vec<_>>();
        (h.join().unwrap(), b)
    });
    a.into_iter().chain(b).collect()
}
const ONE: [f64; 1] = [0.0];
fn main() {
    let seed: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let n: u32 = std::env::args().nth(2).unwrap().parse().unwrap();
    let c = Chance { seed, reader: 999_999 };
    let bank: Vec<Item> =
        (0..36).map(|n| Item::graded(n / 6, c.between(What::Sharpness, n as u32, 1.2, 2.1), -0.9 + 0.36 * (n % 6) as f64)).collect();
    let fixed = |n: usize| {
        let mut o: Vec<usize> = (0..36).collect();
        o.sort_by_key(|i| c.bits(What::Tie, *i as u32));
        let mut out = vec![];
        let per = n / 6;
        for k in 0..6 {
            out.extend(o.iter().filter(|i| **i / 6 == k).take(per));
        }
        out
    };
    let mid = |n: usize| {
        let per = n / 6;
        let js = [2, 3, 1, 4, 0, 5];
        (0..6).flat_map(move |k| js[..per].iter().map(move |j| k * 6 + j).collect::<Vec<_>>()).collect::<Vec<usize>>()
    };
    let base =
        Study { prior: Prior { size: 6, slant: 0.0 }, bank: bank.clone(), asks: Asks::Fixed(fixed(12)), lean: 0.9, careless: 0.0, seed };
    let two: Vec<Item> = bank.iter().map(|i| Item { cuts: &ONE, ..*i }).collect();
    let designs: Vec<(&str, Study)> = vec![
        ("fixed12", base.clone()),
        ("fixed12mid", Study { asks: Asks::Fixed(mid(12)), ..base.clone() }),
        ("fixed18", Study { asks: Asks::Fixed(fixed(18)), ..base.clone() }),
        ("fixed18mid", Study { asks: Asks::Fixed(mid(18)), ..base.clone() }),
        ("fixed36", Study { asks: Asks::Fixed(fixed(36)), ..base.clone() }),
        ("min6", Study { asks: Asks::Adaptive { min: 6, max: 18 }, ..base.clone() }),
        ("min8", Study { asks: Asks::Adaptive { min: 8, max: 18 }, ..base.clone() }),
        ("min6 careless", Study { asks: Asks::Adaptive { min: 6, max: 18 }, careless: 0.05, ..base.clone() }),
        ("min6 two", Study { asks: Asks::Adaptive { min: 6, max: 18 }, bank: two, ..base.clone() }),
    ];
    for (name, study) in designs {
        let r = rows(&study, Scenario::Modeled, n, 400);
        let f = Figures::of(&r, 400, 36);
        println!(
            "{name:14} {:.1} ({}) right {:.1} brier {:.3} p>=.9 {:.1} right {:.1} ({:.1}) flips {:.0}/{:.0}/{:.0} drift {:.1}  ece {:.3} close {:.1}",
            f.items,
            f.median,
            100. * f.right,
            f.brier,
            100. * f.leans,
            100. * f.leans_right,
            100. * f.leans_stated,
            100. * f.flips[0],
            100. * f.flips[1],
            100. * f.flips[2],
            100. * f.drift,
            f.ece,
            100. * f.close
        );
    }
    for (a, slant) in [(1.2, 0.2), (1.5, 0.0)] {
        let study = Study {
            prior: Prior { size: 6, slant },
            bank: (0..24).map(|n| Item::graded(n / 4, a, 0.0)).collect(),
            asks: Asks::Adaptive { min: 8, max: 18 },
            lean: 0.9,
            careless: 0.0,
            seed,
        };
        for s in Scenario::ALL {
            let r = rows(&study, s, n, 0);
            let f = Figures::of(&r, 0, 24);
            println!(
                "{:14} {:.1} ({}) right {:.1} ece {:.3} verdict {:.1} right {:.1} ({:.1}) drift {:.1} brier {:.3} close {:.1}",
                s.name(),
                f.items,
                f.median,
                100. * f.right,
                f.ece,
                100. * f.leans,
                100. * f.leans_right,
                100. * f.leans_stated,
                100. * f.drift,
                f.brier,
                100. * f.close
            );
        }
    }
}
