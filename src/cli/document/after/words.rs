//! The words below a result, in every language of the interface.

use crate::document::words::said;

/// The words of one language. Slots are function arguments, so that each language orders and inflects as it must.
pub(super) struct Words {
    pub(super) address: &'static str,
    /// Who writes, and how often.
    pub(super) consent: fn(who: &str, often: &str) -> String,
    pub(super) privacy: &'static str,
    pub(super) outcome: &'static str,
    pub(super) subscribe: &'static str,
    pub(super) sent: &'static str,
    pub(super) failed: &'static str,
    pub(super) or_there: &'static str,
    pub(super) course: &'static str,
    pub(super) open: &'static str,
}

const ENGLISH: Words = Words {
    address: "Your e-mail address",
    consent: |who, often| format!("{who} may write to me: {often}. I can leave at any time."),
    privacy: "What happens with my address",
    outcome: "Send my result along",
    subscribe: "Subscribe",
    sent: "Sent. Look into your mailbox: there may be a mail to confirm.",
    failed: "That could not be sent. The address below leads to the same place.",
    or_there: "Or subscribe there:",
    course: "See the course",
    open: "Open",
};

const GERMAN: Words = Words {
    address: "Ihre E-Mail-Adresse",
    consent: |who, often| format!("{who} darf mir schreiben: {often}. Ich kann mich jederzeit abmelden."),
    privacy: "Was mit meiner Adresse geschieht",
    outcome: "Mein Ergebnis mitschicken",
    subscribe: "Abonnieren",
    sent: "Gesendet. Sehen Sie in Ihr Postfach: Vielleicht ist eine Mail zu bestätigen.",
    failed: "Das konnte nicht gesendet werden. Die Adresse darunter führt zum selben Ort.",
    or_there: "Oder dort abonnieren:",
    course: "Zum Kurs",
    open: "Öffnen",
};

const SPANISH: Words = Words {
    address: "Tu correo electrónico",
    consent: |who, often| format!("{who} puede escribirme: {often}. Puedo darme de baja cuando quiera."),
    privacy: "Qué pasa con mi dirección",
    outcome: "Enviar también mi resultado",
    subscribe: "Suscribirme",
    sent: "Enviado. Mira tu correo: quizá haya un mensaje que confirmar.",
    failed: "No se pudo enviar. La dirección de abajo lleva al mismo lugar.",
    or_there: "O suscríbete allí:",
    course: "Ver el curso",
    open: "Abrir",
};

const FRENCH: Words = Words {
    address: "Votre adresse e-mail",
    consent: |who, often| format!("{who} peut m’écrire : {often}. Je peux me désabonner à tout moment."),
    privacy: "Ce que devient mon adresse",
    outcome: "Joindre mon résultat",
    subscribe: "M’abonner",
    sent: "Envoyé. Regardez votre messagerie : il y a peut-être un message à confirmer.",
    failed: "L’envoi n’a pas abouti. L’adresse ci-dessous mène au même endroit.",
    or_there: "Ou abonnez-vous ici :",
    course: "Voir le cours",
    open: "Ouvrir",
};

const PORTUGUESE: Words = Words {
    address: "Seu e-mail",
    consent: |who, often| format!("{who} pode me escrever: {often}. Posso sair quando quiser."),
    privacy: "O que acontece com meu endereço",
    outcome: "Enviar também meu resultado",
    subscribe: "Assinar",
    sent: "Enviado. Veja sua caixa de entrada: talvez haja um e-mail para confirmar.",
    failed: "Não foi possível enviar. O endereço abaixo leva ao mesmo lugar.",
    or_there: "Ou assine por lá:",
    course: "Ver o curso",
    open: "Abrir",
};

const JAPANESE: Words = Words {
    address: "メールアドレス",
    consent: |who, often| format!("{who}からメールを受け取ります（{often}）。いつでもやめられます。"),
    privacy: "アドレスの扱いについて",
    outcome: "結果も一緒に送る",
    subscribe: "購読する",
    sent: "送信しました。確認のメールが届いていないか、受信箱をご覧ください。",
    failed: "送信できませんでした。下のアドレスからも購読できます。",
    or_there: "こちらからも購読できます:",
    course: "講座を見る",
    open: "開く",
};

const ARABIC: Words = Words {
    address: "بريدك الإلكتروني",
    consent: |who, often| format!("أوافق على أن تراسلني {who}: {often}. يمكنني الانسحاب متى شئت."),
    privacy: "ما الذي يحدث لعنواني",
    outcome: "أرسل نتيجتي أيضًا",
    subscribe: "اشترك",
    sent: "تم الإرسال. تفقد بريدك، فقد تجد رسالة لتأكيد الاشتراك.",
    failed: "تعذر الإرسال. العنوان أدناه يؤدي إلى المكان نفسه.",
    or_there: "أو اشترك هناك:",
    course: "اطلع على الدورة",
    open: "افتح",
};

const OTHERS: [(&str, Words); 6] = [("ar", ARABIC), ("de", GERMAN), ("es", SPANISH), ("fr", FRENCH), ("ja", JAPANESE), ("pt", PORTUGUESE)];

/// The words of a language, English where there are none yet.
pub(super) fn of(lang: &str) -> &'static Words {
    said(lang, &ENGLISH, &OTHERS)
}
