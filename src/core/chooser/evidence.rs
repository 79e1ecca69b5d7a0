//! What the answers of an adaptive chooser say, in whole numbers for views: verdict, dots, contributions, what would flip it, the gap to
//! the gut, drift since an earlier sitting. Probabilities are never shown as numbers.

use super::adaptive::flips::Flips;
use super::adaptive::lean::{Lean, Weights, contributions, reliable_change};
use super::adaptive::select;
use super::adaptive::verdict::{Side, Verdict};
use super::bundle::{Chooser, Pair};
use super::case::Case;
use super::deliberation::{CHECKS, Deliberation, Given};
use super::journal::{Holds, Phase};
use crate::id::ItemId;
use crate::random::{draw, site};

/// How many spreads of Lambda each half of the axis shows.
const AXIS: f64 = 3.0;

/// From this many standard errors on a change is more than noise.
const RELIABLE: f64 = 1.96;

/// A gut within these is torn.
const TORN: std::ops::RangeInclusive<u32> = 45..=55;

/// What the answers say so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Pairs answered.
    pub answered: usize,
    /// Answers missing before anything is said.
    pub missing: usize,
    /// What is said.
    pub verdict: Verdict,
    /// 20 equally likely readings of the answers, ascending: thousandths of half the axis, -1000 wholly A to 1000 wholly B.
    pub dots: [i32; 20],
    /// How many of them are on B's side.
    pub toward_b: usize,
    /// Whether numbers gave out, which only a damaged bundle brings about; the verdict is then open.
    pub broken: Broken,
}

/// Whether the engine could work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It could.
    No,
    /// A matrix was not positive definite.
    Yes,
}

/// What one dimension contributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Which dimension, or concern of the reader's own.
    pub dimension: ItemId,
    /// What it matters: thousandths, all together 1000.
    pub weight: i32,
    /// The lean on it, in thousandths of half the axis, apart from what it matters.
    pub lean: i32,
    /// Weight times lean: all together the middle of the dots.
    pub amount: i32,
}

/// The dots under other weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implication {
    /// Which weights.
    pub weighing: Weighing,
    /// The verdict under them.
    pub verdict: Verdict,
    /// How many of 20 readings are on B's side.
    pub toward_b: usize,
}

/// Weights to look at the answers with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// The reader's.
    Own,
    /// All the same.
    Equal,
    /// The reader's, with this one left out.
    Without(ItemId),
}

/// How the gut goes with the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Both on this side.
    Agree(Side),
    /// The gut is on this side, the evidence does not lean.
    GutOnly(Side),
    /// The evidence leans to this side, the gut is torn.
    EvidenceOnly(Side),
    /// The gut is on this side, the evidence leans to the other.
    Disagree(Side),
    /// Neither takes a side.
    Neither,
}

/// How many more pairs come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// At least.
    pub least: usize,
    /// At most.
    pub most: usize,
}

/// What changed since an earlier sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Pairs of unchanged wording that each sitting answered: earlier, now.
    pub compared: (usize, usize),
    /// Where the answers moved, if it is more than noise.
    pub moved: Option<Side>,
    /// The reliable change index in hundredths.
    pub index: i32,
    /// What new weights alone moved, in thousandths of half the axis.
    pub by_weights: i32,
}

impl Deliberation {
    /// What the answers say so far; `None` in a profile.
    pub fn evidence(&self, chooser: &Chooser) -> Option<Evidence> {
        let case = Case::of(chooser.adaptive()?, self);
        let lean = case.posterior().map(|posterior| Lean::of(&posterior, &case.weights));
        Some(Evidence {
            answered: case.pairs.len(),
            missing: case.missing(),
            verdict: lean.map_or(Verdict::Open, |lean| case.verdict(&lean)),
            dots: lean.map_or([0; 20], |lean| lean.dots().map(|dot| on_axis(dot, &case.weights))),
            toward_b: lean.map_or(10, toward_b),
            broken: if lean.is_some() { Broken::No } else { Broken::Yes },
        })
    }

    /// What each dimension contributes, in the order of the file, own concerns last.
    pub fn contributions(&self, chooser: &Chooser) -> Vec<Contribution> {
        let Some(case) = chooser.adaptive().map(|adaptive| Case::of(adaptive, self)) else { return Vec::new() };
        let Some(posterior) = case.posterior() else { return Vec::new() };
        let amounts = contributions(&posterior, &case.weights);
        let flat = Weights::of(&vec![1; case.dimensions.len()]);
        let leans = contributions(&posterior, &flat).map(|amount| amount * case.dimensions.len() as f64);
        let one = |(k, dimension): (usize, &ItemId)| Contribution {
            dimension: dimension.clone(),
            weight: whole(case.weights.w[k] * 1000.0),
            lean: on_axis(leans[k], &case.weights),
            amount: on_axis(amounts[k], &case.weights),
        };
        case.dimensions.iter().enumerate().map(one).collect()
    }

    /// The dots under the reader's weights, under equal ones, and with each dimension that matters left out.
    pub fn implications(&self, chooser: &Chooser) -> Vec<Implication> {
        let Some(case) = chooser.adaptive().map(|adaptive| Case::of(adaptive, self)) else { return Vec::new() };
        let Some(posterior) = case.posterior() else { return Vec::new() };
        let under = |weighing, weights: &Weights| {
            let lean = Lean::of(&posterior, weights);
            Implication { weighing, verdict: case.verdict(&lean), toward_b: toward_b(lean) }
        };
        let size = case.dimensions.len();
        let mut out = vec![under(Weighing::Own, &case.weights), under(Weighing::Equal, &Weights::of(&vec![1; size]))];
        for (k, dimension) in case.dimensions.iter().enumerate().filter(|(k, _)| size > 1 && case.weights.w[*k] > 0.0) {
            out.push(under(Weighing::Without(dimension.clone()), &case.weights.without(k)));
        }
        out
    }

    /// A search for the answers that would flip the lean. It names responses by position: see [`Deliberation::flipping`].
    pub fn flips(&self, chooser: &Chooser) -> Option<Flips> {
        let case = Case::of(chooser.adaptive()?, self);
        let posterior = case.posterior()?;
        Some(Flips::new(posterior, case.weights, case.responses, case.pairs.len()))
    }

    /// The pairs that a finished search found, in the order of the journal; none where nothing flips the lean.
    pub fn flipping(&self, chooser: &Chooser, search: &Flips) -> Vec<ItemId> {
        let pairs = chooser.adaptive().map(|adaptive| Case::of(adaptive, self).pairs).unwrap_or_default();
        let found = search.found().into_iter().flatten();
        found.filter_map(|at| pairs.get(*at).cloned()).collect()
    }

    /// How the gut of a phase goes with the evidence; `None` as long as it was not said.
    pub fn gap(&self, chooser: &Chooser, phase: Phase) -> Option<Gap> {
        let gut = self.gut.at(phase).lean?;
        let evidence = match self.evidence(chooser)?.verdict {
            Verdict::Leans(side) => Some(side),
            Verdict::Open | Verdict::CloseCall | Verdict::NotSettled(_) => None,
        };
        let side = if gut < *TORN.start() { Side::A } else { Side::B };
        Some(match (TORN.contains(&gut), evidence) {
            (true, None) => Gap::Neither,
            (true, Some(leans)) => Gap::EvidenceOnly(leans),
            (false, None) => Gap::GutOnly(side),
            (false, Some(leans)) if leans == side => Gap::Agree(side),
            (false, Some(_)) => Gap::Disagree(side),
        })
    }

    /// How many of the four checks hold, once all were answered; three or fewer are decisional conflict (Legare et al. 2010).
    pub fn checks_held(&self, phase: Phase) -> Option<usize> {
        let checks = self.checks.at(phase);
        let said = checks.iter().flatten().count() == CHECKS;
        said.then(|| checks.iter().flatten().filter(|holds| **holds == Holds::Yes).count())
    }

    /// The pole whose statement of a pair stands first.
    pub fn first_side(&self, pair: &ItemId) -> Side {
        if draw(self.seed, 0, 0, site(&format!("side/{pair}"))) & 1 == 0 { Side::A } else { Side::B }
    }

    /// The pair that tells most next, whether or not asking on is needed; `None` where the bank or the limit is used up.
    pub fn next_pair<'a>(&self, chooser: &'a Chooser) -> Option<&'a Pair> {
        let adaptive = chooser.adaptive()?;
        let case = Case::of(adaptive, self);
        if case.room(self.pairs.len()) == 0 {
            return None;
        }
        let posterior = case.posterior()?;
        let mut asked = vec![false; case.dimensions.len()];
        for item in self.pairs.iter().filter_map(|given| case.item(adaptive.pair(&given.pair)?)) {
            asked[item.dimension] = true;
        }
        // Concerns have no pairs in the bank: they were answered directly.
        let open = adaptive.pairs.iter().filter(|pair| self.given(&pair.id).is_none());
        let open = open.filter_map(|pair| Some((pair, case.item(pair)?)));
        let turn = u32::try_from(self.pairs.len()).unwrap_or(u32::MAX);
        select::next(&posterior, &case.weights, &asked, open, |pair| draw(self.seed, 0, turn, site(&format!("pick/{}", pair.id))))
    }

    /// Whether asking on is not needed: enough is known, or nothing is left to ask.
    pub fn is_enough(&self, chooser: &Chooser) -> bool {
        let settled = self.evidence(chooser).is_some_and(|evidence| evidence.verdict.is_settled());
        settled || self.next_pair(chooser).is_none()
    }

    /// How many more pairs come; the present one, if it is not answered, among them.
    pub fn remaining(&self, chooser: &Chooser) -> Remaining {
        let Some(adaptive) = chooser.adaptive() else { return Remaining { least: 0, most: 0 } };
        let case = Case::of(adaptive, self);
        let open = adaptive.pairs.iter().filter(|pair| self.given(&pair.id).is_none()).count();
        let most = case.room(self.pairs.len()).min(open);
        Remaining { least: case.missing().min(most), most }
    }

    /// What changed since the sitting before this one: only the author's dimensions, only pairs whose wording is the same, without the
    /// doubt that slanted wording leaves, which both have in common. `None` where there is nothing to compare.
    pub fn drift(&self, chooser: &Chooser) -> Option<Drift> {
        let adaptive = chooser.adaptive()?;
        let before = self.earlier.last()?;
        let unchanged = |given: &&Given| adaptive.pair(&given.pair).is_some_and(|pair| pair.hash == given.hash);
        let pairs = |given: &[Given]| given.iter().filter(unchanged).cloned().collect::<Vec<_>>();
        let old = Case::compared(adaptive, &before.ratings, &pairs(&before.pairs));
        let new = Case::compared(adaptive, &self.ratings, &pairs(&self.pairs));
        if old.pairs.is_empty() || new.pairs.is_empty() {
            return None;
        }
        let (mu1, mu2) = (old.posterior()?, new.posterior()?);
        let index = reliable_change(&mu1, &mu2, &new.weights);
        let side = if index < 0.0 { Side::A } else { Side::B };
        let by_weights = Lean::of(&mu1, &new.weights).m - Lean::of(&mu1, &old.weights).m;
        Some(Drift {
            compared: (old.pairs.len(), new.pairs.len()),
            moved: (index.abs() >= RELIABLE).then_some(side),
            index: whole(index * 100.0),
            by_weights: on_axis(by_weights, &new.weights),
        })
    }
}

fn toward_b(lean: Lean) -> usize {
    lean.dots().iter().filter(|dot| **dot > 0.0).count()
}

/// A value of Lambda in thousandths of half the axis, kept on it.
fn on_axis(value: f64, weights: &Weights) -> i32 {
    whole(value / (AXIS * weights.spread()) * 1000.0).clamp(-1000, 1000)
}

/// The nearest whole number.
fn whole(value: f64) -> i32 {
    libm::round(value) as i32
}
