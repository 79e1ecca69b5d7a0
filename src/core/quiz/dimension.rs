//! Dimensions (subscales): what answers count towards besides points.

use super::fixed::Fixed;
use super::sitting::Sitting;
use crate::bundle::{Bundle, Choice, Counts, Interaction, Item, Weight};
use crate::id::ItemId;
use crate::journal::Response;
use crate::typed::Exact;

/// What the answers say about one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its name; its words are under [`crate::bundle::key::title`].
    pub id: ItemId,
    /// The sum of what was answered, each answer 0 to 1.
    pub sum: Fixed,
    /// How many answers count towards it.
    pub answered: u32,
    /// How many could.
    pub of: u32,
}

impl Dimension {
    /// The mean, 0 to 1, from two thirds of the answers on; `None` where there are not enough.
    pub fn value(&self) -> Option<Fixed> {
        self.mean().filter(|_| u64::from(self.answered) * 3 >= u64::from(self.of) * 2)
    }

    /// The mean of what was answered so far.
    pub(super) fn mean(&self) -> Option<Fixed> {
        (self.answered > 0).then(|| self.sum.by(Fixed::from(Exact::whole(i64::from(self.answered)))))
    }

    fn count(&mut self, answer: Option<Fixed>) {
        self.of += 1;
        if let Some(answer) = answer {
            self.answered += 1;
            self.sum = self.sum.plus(answer.max(Fixed::ZERO).min(Fixed::ONE));
        }
    }
}

impl Sitting {
    /// All dimensions of the file, over the items that count.
    ///
    /// Step i of n on a scale counts (i - 1)/(n - 1), reversed 1 - that; a place on a slider its share of the range; chosen options
    /// their weights divided by the most the item can give: its largest weight, or the sum of all where several may be chosen.
    pub fn dimensions(&self, bundle: &Bundle) -> Vec<Dimension> {
        bundle.dimensions.iter().map(|id| self.dimension(bundle, id, &self.counted)).collect()
    }

    /// One dimension over some items.
    pub(super) fn dimension(&self, bundle: &Bundle, id: &ItemId, items: &[ItemId]) -> Dimension {
        let mut dimension = Dimension { id: id.clone(), sum: Fixed::ZERO, answered: 0, of: 0 };
        for item in items.iter().filter_map(|item| bundle.item(item)) {
            let last = self.answers.get(&item.id).and_then(|answer| answer.attempts.last());
            count(&mut dimension, item, last.map(|last| &last.response));
        }
        dimension
    }
}

fn count(dimension: &mut Dimension, item: &Item, response: Option<&Response>) {
    let to = dimension.id.clone();
    match &item.interaction {
        Interaction::Single(choices) | Interaction::Multi(choices) | Interaction::Tf(choices) => {
            let weights = || choices.options.iter().filter_map(|option| Some((option, weight(option, &to)?)));
            let positive = weights().map(|(_, weight)| weight.max(Fixed::ZERO));
            let most = match item.interaction.takes_one() {
                true => positive.max(),
                false => positive.reduce(Fixed::plus),
            };
            let Some(most) = most else { return };
            let chosen = response.filter(|response| !response.is_empty()).map(|response| {
                let chosen = weights().filter(|(option, _)| response.has(&option.id));
                chosen.fold(Fixed::ZERO, |sum, (_, weight)| sum.plus(weight)).by(most)
            });
            dimension.count(chosen);
        }
        Interaction::Scale(scale) => {
            for row in scale.rows.iter().filter(|row| row.to.as_ref() == Some(&to)) {
                let step = match response {
                    Some(Response::Pairs(pairs)) => pairs.get(&row.id).and_then(|step| step.as_str().parse::<i64>().ok()),
                    _ => None,
                };
                let share = step.map(|step| Fixed::ratio(step - 1, i64::from(scale.steps) - 1));
                dimension.count(share.map(|share| match row.counts {
                    Counts::Forward => share,
                    Counts::Reverse => Fixed::ONE.minus(share),
                }));
            }
        }
        Interaction::Slider(slider) if slider.to.as_ref() == Some(&to) => {
            let place = match response {
                Some(Response::Typed(typed)) => typed.norm.parse::<Exact>().ok(),
                _ => None,
            };
            let (min, max) = (Fixed::from(slider.min), Fixed::from(slider.max));
            dimension.count(place.map(|place| Fixed::from(place).minus(min).by(max.minus(min))));
        }
        _ => {}
    }
}

fn weight(option: &Choice, to: &ItemId) -> Option<Fixed> {
    let weight: &Weight = option.weights.iter().find(|weight| weight.to == *to)?;
    Some(Fixed::from(weight.weight))
}
