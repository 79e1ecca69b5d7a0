//! The words that a mail adds to an author's own, in every language of the interface.

use crate::document::words::said;

/// The words of one language.
pub(super) struct Words {
    /// What happens with an answer that is picked in the mail.
    pub(super) confirm: &'static str,
    /// Before the title, on the way to the page.
    pub(super) open: &'static str,
}

const ENGLISH: Words = Words { confirm: "Pick an answer: it opens on the page, where you confirm it or choose another one.", open: "Open" };

const OTHERS: [(&str, Words); 6] = [
    (
        "ar",
        Words {
            confirm: "اختر إجابة: تُفتح الصفحة، وهناك تؤكدها أو تختار غيرها.", open: "افتح"
        },
    ),
    (
        "de",
        Words {
            confirm: "Wählen Sie eine Antwort: Sie öffnet sich auf der Seite. Dort bestätigen Sie sie oder wählen eine andere.",
            open: "Öffnen",
        },
    ),
    ("es", Words { confirm: "Elige una respuesta: se abre en la página, donde la confirmas o eliges otra.", open: "Abrir" }),
    (
        "fr",
        Words {
            confirm: "Choisissez une réponse : elle s’ouvre sur la page, où vous la confirmez ou en choisissez une autre.",
            open: "Ouvrir",
        },
    ),
    (
        "ja",
        Words {
            confirm: "答えを選ぶとページが開きます。そこで確定するか、別の答えを選べます。", open: "開く"
        },
    ),
    ("pt", Words { confirm: "Escolha uma resposta: ela se abre na página, onde você a confirma ou escolhe outra.", open: "Abrir" }),
];

/// The words of a language, English where there are none yet.
pub(super) fn of(lang: &str) -> &'static Words {
    said(lang, &ENGLISH, &OTHERS)
}
