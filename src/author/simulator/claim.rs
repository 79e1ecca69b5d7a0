//! What a simulator claims to teach, and the thresholds of the doctor's checks: the usual ones, or an author's own with a reason.

use crate::code;
use crate::header::place;
use crate::report::{Report, quote};
use crate::settings::{Table, Value};
use waypost_core::id::ItemId;

/// Claims and thresholds.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    /// The family of old habits. Without it the three checks about old habits are left out.
    pub old: Option<ItemId>,
    /// The stock that holds the outcome of the turn alone, which tells a plateau.
    pub rate: String,
    /// Checks set aside, each with its reason.
    pub skipped: Vec<(Check, String)>,
    /// Thresholds that differ from the usual ones, each with its reason.
    pub reasons: Vec<(Check, String)>,
    thresholds: Vec<(Check, &'static str, f64)>,
}

impl Default for Claims {
    fn default() -> Self {
        Self { old: None, rate: "rate".to_owned(), skipped: Vec::new(), reasons: Vec::new(), thresholds: Vec::new() }
    }
}

/// A check of the doctor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Taking what pays at once does not pay.
    GreedyTrap,
    /// The old habits' outcomes rise, then stay low.
    Plateau,
    /// The best plan first falls behind the old habits.
    WorseBeforeBetter,
    /// No single habit is enough.
    NoTrivialPlan,
    /// Every option has its use, and none is always right.
    NoDeadOption,
    /// Every habit has its place.
    EveryHabit,
    /// A late change of habits still pays.
    Recoverability,
    /// Luck matters, but not too much.
    LuckShare,
    /// The last turns are not for harvesting.
    Horizon,
    /// Extreme starts give finite numbers, and gauges move.
    Extremes,
    /// Gauges move from extreme starts too; advisory.
    Pinned,
    /// The claims hold in other versions of the model.
    Robustness,
}

/// Names of thresholds with their usual values.
pub type Thresholds = &'static [(&'static str, f64)];

/// Every check: its key, its name, and its thresholds with their usual values.
pub const CHECKS: [(Check, &str, &str, Thresholds); 12] = [
    (Check::GreedyTrap, "greedy_trap", "greedy trap", &[("most", 0.60)]),
    (Check::Plateau, "plateau", "plateau", &[("most", 0.70)]),
    (Check::WorseBeforeBetter, "worse_before_better", "worse before better", &[]),
    (Check::NoTrivialPlan, "no_trivial_plan", "no trivial plan", &[("most", 0.80)]),
    (Check::NoDeadOption, "no_dead_option", "no dead option", &[("least", 0.02), ("most", 0.85)]),
    (Check::EveryHabit, "every_habit", "every habit has its place", &[("least", 0.70), ("most", 0.95)]),
    (Check::Recoverability, "recoverability", "recoverability", &[("early", 0.70), ("late", 0.50)]),
    (Check::LuckShare, "luck_share", "luck share", &[("least", 0.15), ("most", 0.50)]),
    (Check::Horizon, "horizon", "horizon", &[]),
    (Check::Extremes, "extremes", "extremes", &[("most", 0.30)]),
    (Check::Pinned, "pinned", "pinned gauges", &[("most", 0.30)]),
    (Check::Robustness, "robustness", "robustness", &[("least", 0.90)]),
];

impl Check {
    /// Its key in the header.
    pub fn key(self) -> &'static str {
        CHECKS.iter().find(|(check, ..)| *check == self).map_or("", |(_, key, ..)| key)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        CHECKS.iter().find(|(check, ..)| *check == self).map_or("", |(_, _, name, _)| name)
    }
}

impl Claims {
    /// A threshold of a check.
    pub fn threshold(&self, check: Check, name: &str) -> f64 {
        let own = self.thresholds.iter().rev().find(|(of, known, _)| *of == check && *known == name).map(|(_, _, value)| *value);
        let usual = || CHECKS.iter().find(|(of, ..)| *of == check)?.3.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        own.or_else(usual).unwrap_or_default()
    }

    /// Why a check was set aside, where it was.
    pub fn skipped(&self, check: Check) -> Option<&str> {
        self.skipped.iter().find(|(of, _)| *of == check).map(|(_, why)| why.as_str())
    }
}

/// Reads `[claims]` and `[doctor]`.
pub(crate) fn claims(table: &Table, families: &[(ItemId, String)], report: &mut Report) -> Claims {
    let mut claims = Claims::default();
    if let Some(given) = table.table("claims", report) {
        given.refuse_unknown(&["old", "rate", "greedy_trap", "plateau", "worse_before_better"], &[], report);
        claims.old = given.text("old", report).and_then(|old| family(&given, old, families, report));
        claims.rate = given.text("rate", report).unwrap_or(claims.rate);
        for (check, key) in [(Check::GreedyTrap, "greedy_trap"), (Check::Plateau, "plateau")] {
            claims.thresholds.extend(share(&given, key, report).map(|value| (check, "most", value)));
        }
        if given.flag("worse_before_better", report) == Some(false) {
            claims.skipped.push((Check::WorseBeforeBetter, "not claimed".to_owned()));
        }
    }
    if let Some(doctor) = table.table("doctor", report) {
        let keys: Vec<&str> = CHECKS.iter().map(|(_, key, ..)| *key).collect();
        doctor.refuse_unknown(&keys, &[], report);
        for (check, key, _, thresholds) in CHECKS {
            if let Some(own) = doctor.table(key, report) {
                exception(check, key, thresholds, &own, place(&doctor, key), &mut claims, report);
            }
        }
    }
    claims
}

fn family(table: &Table, old: String, families: &[(ItemId, String)], report: &mut Report) -> Option<ItemId> {
    let known = families.iter().find(|(id, _)| id.as_str() == old).map(|(id, _)| id.clone());
    if known.is_none() {
        let message = format!("{} is none of the families", quote(&old));
        report.add(code::E400, place(table, "old"), message, "name a key of `[families]`");
    }
    known
}

fn exception(
    check: Check,
    key: &str,
    thresholds: &[(&'static str, f64)],
    own: &Table,
    at: std::ops::Range<usize>,
    claims: &mut Claims,
    report: &mut Report,
) {
    let names: Vec<&str> = thresholds.iter().map(|(name, _)| *name).chain(["skip", "why"]).collect();
    own.refuse_unknown(&names, &[], report);
    let why = own.text("why", report).filter(|why| !why.is_empty());
    if why.is_none() {
        let message = format!("this exception from {} does not say why", quote(key));
        report.add(code::E141, at, message, "add `why = \"...\"`; readers can see it");
    }
    let why = why.unwrap_or_default();
    for (name, _) in thresholds {
        claims.thresholds.extend(share(own, name, report).map(|value| (check, *name, value)));
    }
    if own.flag("skip", report) == Some(true) {
        claims.skipped.push((check, why));
    } else {
        claims.reasons.push((check, why));
    }
}

/// A share from 0 to 1, written as a number.
fn share(table: &Table, key: &str, report: &mut Report) -> Option<f64> {
    let entry = table.get(key)?;
    let value = match &entry.value {
        Value::Bare(digits) => digits.parse().ok().filter(|value: &f64| (0.0..=1.0).contains(value)),
        _ => None,
    };
    if value.is_none() {
        let written = quote(report.source.slice(entry.span.clone()));
        report.add(code::E141, entry.span.clone(), format!("{written} is no value for {}", quote(key)), "write a number from 0 to 1");
    }
    value
}
