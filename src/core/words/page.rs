//! The words of the scripts around the player: what they say while it is not there, of sending and of going on elsewhere. English stands in the scripts;
//! another language's words are an attribute of the prerendered widget, so nothing here is in the player.

use crate::json::Json;

/// The words by their names in the scripts; `{n}` is a number.
type PageWords = [(&'static str, &'static str); 15];

/// As JSON for a language tag; nothing where the words in the scripts serve.
pub fn page_words(lang: &str) -> Option<String> {
    let primary = lang.split('-').next().unwrap_or_default();
    let (_, words) = LANGUAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary))?;
    Some(Json::Map(words.iter().map(|(name, words)| ((*name).to_owned(), Json::Text((*words).to_owned()))).collect()).to_string())
}

/// Every language but English, by its primary subtag.
pub static LANGUAGES: [(&str, PageWords); 6] =
    [("de", GERMAN), ("es", SPANISH), ("fr", FRENCH), ("pt", PORTUGUESE), ("ar", ARABIC), ("ja", JAPANESE)];

const GERMAN: PageWords = [
    ("slow", "Lädt noch. Du kannst schon lesen."),
    ("stopped", "Der interaktive Teil ist stehen geblieben. Deine Antworten sind gesichert, und du kannst weiterlesen."),
    ("unloaded", "Der interaktive Teil konnte nicht geladen werden. Du kannst weiterlesen, was hier steht."),
    ("retry", "Noch einmal versuchen"),
    ("waiting", "Wartet auf das Senden ({n})"),
    ("sent", "Gesendet"),
    ("parked", "Konnte nicht gesendet werden: {n}"),
    ("copy", "Meine Antworten kopieren"),
    ("again", "Noch einmal senden"),
    ("copied", "Kopiert"),
    ("link", "Link zum Weitermachen kopieren"),
    ("ask", "Antworten in diesem Link: {n}. Auf diesem Gerät gibt es schon andere."),
    ("take", "Mit dem Link weitermachen"),
    ("keep", "Behalten, was hier ist"),
    ("broken", "Dieser Link ist beschädigt oder zu lang. Du kannst neu anfangen."),
];

const SPANISH: PageWords = [
    ("slow", "Todavía se está cargando. Puedes seguir leyendo."),
    ("stopped", "La parte interactiva se detuvo. Tus respuestas están guardadas y puedes seguir leyendo."),
    ("unloaded", "No se pudo cargar la parte interactiva. Puedes leer lo que hay aquí."),
    ("retry", "Intentar de nuevo"),
    ("waiting", "Pendiente de envío ({n})"),
    ("sent", "Enviado"),
    ("parked", "No se pudo enviar: {n}"),
    ("copy", "Copiar mis respuestas"),
    ("again", "Enviar de nuevo"),
    ("copied", "Copiado"),
    ("link", "Copiar un enlace para continuar después"),
    ("ask", "Respuestas en este enlace: {n}. En este dispositivo ya hay otras."),
    ("take", "Continuar con el enlace"),
    ("keep", "Conservar lo que hay aquí"),
    ("broken", "Este enlace está dañado o es demasiado largo. Puedes empezar de nuevo."),
];

const FRENCH: PageWords = [
    ("slow", "Chargement en cours. Vous pouvez déjà lire."),
    ("stopped", "La partie interactive s’est arrêtée. Vos réponses sont conservées et vous pouvez continuer à lire."),
    ("unloaded", "La partie interactive n’a pas pu être chargée. Vous pouvez lire ce qui se trouve ici."),
    ("retry", "Réessayer"),
    ("waiting", "En attente d’envoi ({n})"),
    ("sent", "Envoyé"),
    ("parked", "Impossible à envoyer : {n}"),
    ("copy", "Copier mes réponses"),
    ("again", "Envoyer à nouveau"),
    ("copied", "Copié"),
    ("link", "Copier un lien pour continuer plus tard"),
    ("ask", "Réponses dans ce lien : {n}. Il y en a déjà d’autres sur cet appareil."),
    ("take", "Continuer avec le lien"),
    ("keep", "Garder ce qui est ici"),
    ("broken", "Ce lien est endommagé ou trop long. Vous pouvez recommencer."),
];

const PORTUGUESE: PageWords = [
    ("slow", "Ainda carregando. Você já pode ler."),
    ("stopped", "A parte interativa parou. Suas respostas estão guardadas e você pode continuar lendo."),
    ("unloaded", "Não foi possível carregar a parte interativa. Você pode ler o que está aqui."),
    ("retry", "Tentar de novo"),
    ("waiting", "Aguardando envio ({n})"),
    ("sent", "Enviado"),
    ("parked", "Não foi possível enviar: {n}"),
    ("copy", "Copiar minhas respostas"),
    ("again", "Enviar de novo"),
    ("copied", "Copiado"),
    ("link", "Copiar um link para continuar depois"),
    ("ask", "Respostas neste link: {n}. Já existem outras neste dispositivo."),
    ("take", "Continuar com o link"),
    ("keep", "Manter o que está aqui"),
    ("broken", "Este link está danificado ou é longo demais. Você pode começar de novo."),
];

const ARABIC: PageWords = [
    ("slow", "ما زال التحميل جاريًا. يمكنك متابعة القراءة."),
    ("stopped", "توقف الجزء التفاعلي. إجاباتك محفوظة ويمكنك متابعة القراءة."),
    ("unloaded", "تعذّر تحميل الجزء التفاعلي. يمكنك قراءة ما هو موجود هنا."),
    ("retry", "إعادة المحاولة"),
    ("waiting", "في انتظار الإرسال ({n})"),
    ("sent", "تم الإرسال"),
    ("parked", "تعذر الإرسال: {n}"),
    ("copy", "نسخ إجاباتي"),
    ("again", "إرسال مرة أخرى"),
    ("copied", "تم النسخ"),
    ("link", "نسخ رابط للمتابعة لاحقًا"),
    ("ask", "إجابات في هذا الرابط: {n}. توجد إجابات أخرى على هذا الجهاز."),
    ("take", "المتابعة بالرابط"),
    ("keep", "الاحتفاظ بما هنا"),
    ("broken", "هذا الرابط تالف أو طويل جدًا. يمكنك البدء من جديد."),
];

const JAPANESE: PageWords = [
    ("slow", "読み込み中です。このまま読み進められます。"),
    ("stopped", "インタラクティブな部分が停止しました。回答は保存されており、このまま読み進められます。"),
    ("unloaded", "インタラクティブな部分を読み込めませんでした。ここにある内容はそのまま読めます。"),
    ("retry", "もう一度試す"),
    ("waiting", "送信待ち（{n}）"),
    ("sent", "送信済み"),
    ("parked", "送信できませんでした：{n}"),
    ("copy", "自分の回答をコピー"),
    ("again", "もう一度送信"),
    ("copied", "コピーしました"),
    ("link", "続きから始めるリンクをコピー"),
    ("ask", "このリンクにある回答：{n}。この端末には別の回答があります。"),
    ("take", "リンクの回答で続ける"),
    ("keep", "ここにある回答を残す"),
    ("broken", "このリンクは壊れているか長すぎます。最初から始めることができます。"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word_with_its_number() {
        let (_, first) = LANGUAGES[0];
        for (language, words) in LANGUAGES {
            for ((name, text), (_, model)) in words.iter().zip(first) {
                assert!(first.iter().any(|(known, _)| known == name), "{language}: {name}");
                assert_eq!(text.contains("{n}"), model.contains("{n}"), "{language}: {name}");
            }
        }
        assert_eq!(page_words("en-GB"), None);
        assert!(page_words("de-AT").is_some_and(|json| json.contains("\"sent\":\"Gesendet\"")));
    }
}
