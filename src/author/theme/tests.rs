//! Colors are repaired only where they must be, and the table says what the style sheet says.

use super::*;

fn color(text: &str) -> Color {
    Color::read(text).unwrap()
}

#[test]
fn contrast_is_that_of_wcag() {
    assert_eq!(format!("{:.2}", color("#000").contrast(color("#fff"))), "21.00");
    assert_eq!(format!("{:.2}", color("#777").contrast(color("#ffffff"))), "4.48");
    assert_eq!(Color::read("#12"), None);
    assert_eq!(Color::read("red"), None);
}

#[test]
fn the_usual_colors_need_no_repair() {
    assert_eq!(Theme::default().complete(), []);
}

#[test]
fn every_usual_value_is_the_one_of_the_style_sheet() {
    let tokens = include_str!("../../../styles/tokens.css");
    for Property { name, usual: (light, dark), takes, .. } in PROPERTIES {
        let value = if takes == Takes::Color { format!("light-dark({light}, {dark})") } else { light.to_owned() };
        let line = format!("--wp-{}: var(--waypost-{name}, {value});", resolved(name));
        assert!(tokens.contains(&line), "styles/tokens.css has no line `{line}`");
    }
    assert_eq!(tokens.matches("var(--waypost-").count(), PROPERTIES.len());
}

#[test]
fn a_pale_accent_becomes_readable_and_brings_what_belongs_to_it() {
    let mut theme = Theme::default();
    theme.set(Scheme::Light, "accent", color("#ffd400"));
    let repaired: Vec<_> = theme.complete().into_iter().map(|repair| (repair.scheme, repair.name)).collect();
    assert_eq!(repaired, [(Scheme::Light, "accent")]);
    for scheme in [Scheme::Light, Scheme::Dark] {
        for Pair { above, below, least } in PAIRS {
            for ground in below {
                assert!(theme.color(scheme, above).contrast(theme.color(scheme, ground)) >= least, "{scheme:?} {above} on {ground}");
            }
        }
    }
}

#[test]
fn whatever_grounds_an_author_chooses_words_stay_readable() {
    for ground in ["#000000", "#ffffff", "#767676", "#ff0000", "#0000ff", "#ffff00"] {
        let mut theme = Theme::default();
        ["paper", "surface", "sunken", "tint"].into_iter().for_each(|name| theme.set(Scheme::Light, name, color(ground)));
        theme.complete();
        assert!(theme.color(Scheme::Light, "ink").contrast(color(ground)) >= TEXT, "{ground}");
    }
}

#[test]
fn a_theme_changes_what_it_names_and_leaves_the_host_the_last_word() {
    let mut theme = Theme::default();
    assert_eq!(theme.stylesheet(), "");
    theme.set(Scheme::Light, "ink", color("#222"));
    theme.other.push(("radius", "0px".into()));
    assert_eq!(
        theme.stylesheet(),
        ":root,.wp{--wp-ink:var(--waypost-ink,light-dark(#222222,#eceae4));--wp-radius:var(--waypost-radius,0px)}"
    );
}
