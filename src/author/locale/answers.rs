//! What readers type in the language of a translation: its texts stand in for the original's, credits and tolerances stay.

use waypost_core::bundle::{Answers, Blank, Field, Interaction, Matches};

/// Lays the answers and units of a translation over those of the original. Whether what is right has changed.
pub(super) fn lay_over(interaction: &mut Interaction, own: &Interaction) -> bool {
    let before = interaction.clone();
    match (&mut *interaction, own) {
        (Interaction::Text(answers), Interaction::Text(own)) => texts(answers, own),
        (Interaction::Number(answers), Interaction::Number(own)) => unit(&mut answers.unit, &own.unit),
        (Interaction::Slider(slider), Interaction::Slider(own)) => unit(&mut slider.unit, &own.unit),
        (Interaction::Cloze(cloze), Interaction::Cloze(own)) => {
            for own in &own.blanks {
                cloze.blanks.iter_mut().filter(|blank| blank.id == own.id).for_each(|blank| filled(blank, own));
            }
        }
        _ => {}
    }
    interaction.normalize();
    *interaction != before
}

/// Answers by name; one that the original does not have is a further way to say it, and stands before "anything else".
fn texts(answers: &mut Answers, own: &Answers) {
    for own in &own.answers {
        match answers.answers.iter_mut().find(|answer| answer.id == own.id) {
            Some(answer) => answer.matches = own.matches.clone(),
            None => {
                let rest = answers.answers.iter().position(|answer| answer.matches == Matches::Rest);
                answers.answers.insert(rest.unwrap_or(answers.answers.len()), own.clone());
            }
        }
    }
}

/// All that a blank takes is right: another language may have more or fewer ways to say it.
fn filled(blank: &mut Blank, own: &Blank) {
    match (&mut blank.field, &own.field) {
        (Field::Text(answers), Field::Text(own)) => answers.answers.clone_from(&own.answers),
        (Field::Number(answers), Field::Number(own)) => unit(&mut answers.unit, &own.unit),
        _ => {}
    }
    if let (Some(when), Some(own)) = (&mut blank.when, &own.when)
        && when.blank == own.blank
    {
        when.holds.clone_from(&own.holds);
    }
}

fn unit(unit: &mut String, own: &String) {
    if !own.is_empty() {
        unit.clone_from(own);
    }
}
