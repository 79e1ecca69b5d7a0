//! Words that rules look for, by language. A rule without words for a language is skipped there, and [`skipped`] names it.

use super::list::{List, list};

/// The words of one language.
pub(crate) struct Words {
    lang: &'static str,
    /// W102.
    pub(crate) all: &'static [&'static str],
    /// W103.
    pub(crate) none: &'static [&'static str],
    /// W104: words that turn a question around.
    pub(crate) negative: List,
    /// W104: words before a negative that make it none: "at least".
    pub(crate) harmless: List,
    /// W111.
    pub(crate) absolute: List,
    /// W112: the article before a consonant and the one before a vowel.
    pub(crate) articles: Option<(&'static str, &'static str)>,
    /// W113: words too common to give anything away, of five letters or more.
    pub(crate) common: List,
    /// W118.
    pub(crate) links: &'static [&'static str],
    /// W119.
    pub(crate) looks: List,
    /// W125.
    pub(crate) opinions: List,
}

/// The words of a language, by the first part of its tag.
pub(crate) fn words(lang: &str) -> Option<&'static Words> {
    let language = lang.split('-').next().unwrap_or_default();
    WORDS.iter().find(|words| words.lang == language)
}

/// The rules that are skipped in a language for want of words.
pub fn skipped(lang: &str) -> &'static [&'static str] {
    match words(lang) {
        None => &["W102", "W103", "W104", "W111", "W112", "W113", "W118", "W119", "W125"],
        Some(words) if words.articles.is_none() => &["W112"],
        Some(_) => &[],
    }
}

const WORDS: [Words; 5] = [
    Words {
        lang: "en",
        all: &["all of the above", "all the above", "all of these"],
        none: &["none of the above", "none of these"],
        negative: list!["not", "except", "never", "least"],
        harmless: list!["at"],
        absolute: list!["always", "never", "all", "none", "every", "everyone", "everything"],
        articles: Some(("a", "an")),
        common: list![
            "about", "after", "again", "before", "being", "between", "could", "every", "first", "there", "these", "their", "thing",
            "things", "those", "under", "until", "where", "which", "while", "would", "should", "people", "other", "others", "really",
            "without", "still",
        ],
        links: &["click here", "here", "this link", "link", "read more", "more"],
        looks: list![
            "the red one",
            "the green one",
            "the blue one",
            "the yellow one",
            "shown in red",
            "shown in green",
            "marked in red",
            "marked in green",
            "the red button",
            "the green button",
            "the one on the left",
            "the one on the right",
            "the left one",
            "the right-hand one",
            "button on the right",
            "button on the left",
            "the box above",
            "the box below",
            "the round one",
        ],
        opinions: list![
            "do you feel",
            "in your opinion",
            "your favorite",
            "your favourite",
            "do you prefer",
            "would you rather",
            "do you like",
        ],
    },
    Words {
        lang: "de",
        all: &["alle genannten", "alles genannte", "alle oben genannten", "alle der genannten", "alle antworten"],
        none: &["keine der genannten", "keines der genannten", "nichts davon", "keine der antworten", "nichts der genannten"],
        negative: list!["nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "außer", "wenigsten"],
        harmless: list![],
        absolute: list!["immer", "nie", "niemals", "alle", "alles", "jeder", "keiner", "ausnahmslos"],
        articles: None,
        common: list![
            "einem", "einen", "einer", "haben", "können", "müssen", "nicht", "sollen", "unter", "welche", "welcher", "welches", "werden",
            "wenn", "zwischen",
        ],
        links: &["hier", "hier klicken", "klicken sie hier", "klick hier", "mehr", "weiterlesen", "link", "dieser link"],
        looks: list![
            "der rote",
            "die rote",
            "das rote",
            "der grüne",
            "die grüne",
            "das grüne",
            "rot markiert",
            "grün markiert",
            "in rot",
            "links im bild",
            "rechts im bild",
            "der linke knopf",
            "der rechte knopf",
        ],
        opinions: list![
            "wie fühlst du",
            "wie fühlen sie",
            "deiner meinung",
            "ihrer meinung",
            "magst du",
            "mögen sie lieber",
            "dein liebst",
            "ihr liebst",
        ],
    },
    Words {
        lang: "es",
        all: &["todas las anteriores", "todos los anteriores", "todo lo anterior", "todas son correctas"],
        none: &["ninguna de las anteriores", "ninguno de los anteriores", "nada de lo anterior"],
        negative: list!["no", "nunca", "excepto", "salvo", "jamás"],
        harmless: list!["si", "sí"],
        absolute: list!["siempre", "nunca", "jamás", "todos", "todas", "todo", "ninguno", "ninguna"],
        articles: None,
        common: list![
            "antes", "cuando", "cuál", "cuáles", "desde", "después", "donde", "entre", "hacer", "hasta", "otros", "porque", "quién",
            "sobre", "tiene", "todos",
        ],
        links: &["aquí", "haz clic aquí", "haga clic aquí", "pulsa aquí", "más", "leer más", "enlace", "este enlace"],
        looks: list![
            "el rojo",
            "la roja",
            "el verde",
            "la verde",
            "marcado en rojo",
            "marcado en verde",
            "en color rojo",
            "en color verde",
            "el de la derecha",
            "el de la izquierda",
            "la de la derecha",
            "la de la izquierda",
        ],
        opinions: list!["cómo te sientes", "en tu opinión", "en su opinión", "qué prefieres", "te gusta", "tu favorit", "su favorit"],
    },
    Words {
        lang: "fr",
        all: &["toutes les réponses", "toutes ces réponses", "tout ce qui précède", "toutes les propositions"],
        none: &["aucune de ces réponses", "aucune des réponses", "rien de tout cela", "aucune des propositions"],
        negative: list!["pas", "jamais", "sauf", "excepté", "aucun", "aucune"],
        harmless: list!["pourquoi"],
        absolute: list!["toujours", "jamais", "tous", "toutes", "tout", "aucun", "aucune"],
        articles: None,
        common: list![
            "alors", "après", "avant", "avoir", "cette", "comme", "depuis", "entre", "faire", "leurs", "mieux", "notre", "pendant",
            "quand", "quelle", "quelles", "quels", "votre",
        ],
        links: &["ici", "cliquez ici", "clique ici", "en savoir plus", "plus", "lire la suite", "lien", "ce lien"],
        looks: list![
            "le rouge",
            "la rouge",
            "le vert",
            "la verte",
            "marqué en rouge",
            "marqué en vert",
            "en rouge",
            "en vert",
            "celui de gauche",
            "celui de droite",
            "celle de gauche",
            "celle de droite",
        ],
        opinions: list![
            "que ressens-tu",
            "que ressentez-vous",
            "à ton avis",
            "à votre avis",
            "préfères-tu",
            "préférez-vous",
            "aimes-tu",
            "aimez-vous",
        ],
    },
    Words {
        lang: "pt",
        all: &["todas as anteriores", "todas as alternativas", "todas as opções"],
        none: &["nenhuma das anteriores", "nenhuma das alternativas", "nenhuma das opções"],
        negative: list!["não", "nunca", "exceto", "salvo", "jamais"],
        harmless: list![],
        absolute: list!["sempre", "nunca", "jamais", "todos", "todas", "tudo", "nenhum", "nenhuma"],
        articles: None,
        common: list![
            "antes", "quando", "quais", "desde", "depois", "entre", "fazer", "outros", "porque", "quem", "sobre", "todos", "você"
        ],
        links: &["aqui", "clique aqui", "mais", "leia mais", "link", "este link"],
        looks: list![
            "o vermelho",
            "a vermelha",
            "o verde",
            "marcado em vermelho",
            "marcado em verde",
            "em vermelho",
            "em verde",
            "o da direita",
            "o da esquerda",
            "a da direita",
            "a da esquerda",
        ],
        opinions: list![
            "como você se sente",
            "na sua opinião",
            "em sua opinião",
            "você prefere",
            "você gosta",
            "seu favorito",
            "sua favorita"
        ],
    },
];
