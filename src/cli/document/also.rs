//! The languages of a widget: named for search engines in the head of its page, and for readers below it. A frame's host has chosen the
//! language, so the list is shown on the widget's own page only.

use super::words::said;
use isolang::Language;
use waypost_author::publish::Edition;
use yew::prelude::*;

const ENGLISH: &str = "Also in:";

const OTHERS: [(&str, &str); 6] = [
    ("ar", "متاح أيضًا بلغات أخرى:"),
    ("de", "Auch auf:"),
    ("es", "También en:"),
    ("fr", "Aussi en :"),
    ("ja", "ほかの言語:"),
    ("pt", "Também em:"),
];

/// What the head says: the page in every language, this one included; readers of any other language get the original.
pub(super) fn alternates(editions: &[Edition<'_>]) -> Html {
    let link = |lang: &str, edition: &Edition<'_>| {
        html! { <link rel="alternate" hreflang={lang.to_owned()} href={edition.url.clone()} /> }
    };
    let others = editions.iter().take(1).map(|original| link("x-default", original));
    editions.iter().map(|edition| link(edition.lang, edition)).chain(others).collect()
}

/// Links to the other languages, each named by itself; nothing where there are none.
pub(super) fn list(lang: &str, editions: &[Edition<'_>]) -> Html {
    let others: Vec<&Edition<'_>> = editions.iter().filter(|edition| edition.lang != lang).collect();
    if others.is_empty() {
        return Html::default();
    }
    let link = |edition: &&Edition<'_>| {
        let lang = edition.lang.to_owned();
        html! { <a href={edition.href.clone()} lang={lang.clone()} hreflang={lang} dir="auto">{ name(edition.lang) }</a> }
    };
    html! { <nav class="wp-also"><span>{ *said(lang, &ENGLISH, &OTHERS) }</span>{ for others.iter().map(link) }</nav> }
}

/// What speakers of a language call it, with the region where the tag has one; the tag where that is not known.
fn name(tag: &str) -> String {
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let known = Language::from_639_1(language).or_else(|| Language::from_639_3(language)).and_then(|language| language.to_autonym());
    let Some(known) = known else { return tag.to_owned() };
    let mut letters = known.chars();
    let known: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    if rest.is_empty() { known } else { format!("{known} ({rest})") }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn languages_are_named_in_their_own_words() {
        let names = ["de", "pt-BR", "ar", "ja", "zz", "zz-one"].map(name);
        assert_eq!(names, ["Deutsch", "Português (BR)", "العربية", "日本語", "zz", "zz-one"]);
    }
}
