//! What stands above a widget when an answer was picked in a mail: it is not given yet.

use super::words::said;
use yew::prelude::*;

const ENGLISH: &str = "This is the answer you picked. Check it, or choose another one: nothing is recorded before.";

const OTHERS: [(&str, &str); 6] = [
    ("ar", "هذه هي الإجابة التي اخترتها. أكدها أو اختر غيرها، فلا شيء يُسجَّل قبل ذلك."),
    ("de", "Das ist die Antwort, die Sie gewählt haben. Bestätigen Sie sie oder wählen Sie eine andere; vorher wird nichts gespeichert."),
    ("es", "Esta es la respuesta que elegiste. Confírmala o elige otra: antes no se guarda nada."),
    ("fr", "Voici la réponse que vous avez choisie. Confirmez-la ou choisissez-en une autre : rien n’est enregistré avant."),
    ("ja", "選んだ答えです。確認するか、別の答えを選んでください。それまでは何も記録されません。"),
    ("pt", "Esta é a resposta que você escolheu. Confirme-a ou escolha outra: nada é registrado antes disso."),
];

/// The note. The style sheet shows it only while an answer waits for the reader's word.
pub(super) fn note(lang: &str) -> Html {
    html! { <p class="wp-asked" role="status">{ *said(lang, &ENGLISH, &OTHERS) }</p> }
}
