//! What the shell says while no player is there to say it, in the page's language. It stands in the prerendered page: natively only.

/// That the player is still on its way, that it stopped, that it could not be loaded, and the button that tries again; between bars.
pub(super) fn says(lang: &str) -> &'static str {
    match lang.split('-').next().unwrap_or_default() {
        "de" => {
            "Lädt noch. Du kannst schon lesen.|Der interaktive Teil ist stehen geblieben. Deine Antworten sind gesichert, und du kannst weiterlesen.|Der interaktive Teil konnte nicht geladen werden. Du kannst weiterlesen, was hier steht.|Noch einmal versuchen"
        }
        "es" => {
            "Todavía se está cargando. Puedes seguir leyendo.|La parte interactiva se detuvo. Tus respuestas están guardadas y puedes seguir leyendo.|No se pudo cargar la parte interactiva. Puedes leer lo que hay aquí.|Intentar de nuevo"
        }
        "fr" => {
            "Chargement en cours. Vous pouvez déjà lire.|La partie interactive s’est arrêtée. Vos réponses sont conservées et vous pouvez continuer à lire.|La partie interactive n’a pas pu être chargée. Vous pouvez lire ce qui se trouve ici.|Réessayer"
        }
        "pt" => {
            "Ainda carregando. Você já pode ler.|A parte interativa parou. Suas respostas estão guardadas e você pode continuar lendo.|Não foi possível carregar a parte interativa. Você pode ler o que está aqui.|Tentar de novo"
        }
        "ar" => {
            "ما زال التحميل جاريًا. يمكنك متابعة القراءة.|توقف الجزء التفاعلي. إجاباتك محفوظة ويمكنك متابعة القراءة.|تعذّر تحميل الجزء التفاعلي. يمكنك قراءة ما هو موجود هنا.|إعادة المحاولة"
        }
        "ja" => {
            "読み込み中です。このまま読み進められます。|インタラクティブな部分が停止しました。回答は保存されており、このまま読み進められます。|インタラクティブな部分を読み込めませんでした。ここにある内容はそのまま読めます。|もう一度試す"
        }
        _ => {
            "Still loading. You can keep reading.|The interactive part stopped. Your answers are kept and you can keep reading.|The interactive part could not be loaded. You can keep reading what is here.|Try again"
        }
    }
}
