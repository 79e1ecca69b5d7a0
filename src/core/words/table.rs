//! The struct of all words of a kind, made with its list of names from one list.

/// Declares a table of words: the struct, the names in the order of the fields, the way from names to fields, and how it travels in a
/// bundle: as what differs from English, which every player has.
macro_rules! words {
    ($(#[$about:meta])* $Words:ident, in English $english:path, { $($(#[$doc:meta])* $name:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each word is named after what the reader sees")]
        pub struct $Words {
            $($(#[$doc])* pub $name: &'static str,)*
        }

        /// The names of all words, in the order of `texts`.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl Default for $Words {
            fn default() -> Self {
                $english
            }
        }

        impl $Words {
            /// All words, in the order of `NAMES`.
            pub fn texts(&self) -> [&'static str; NAMES.len()] {
                [$(self.$name),*]
            }

            /// The places of all words, in the order of `NAMES`.
            fn places(&mut self) -> [&mut &'static str; NAMES.len()] {
                [$(&mut self.$name),*]
            }

            /// Whether they need not be written: every player has English.
            pub fn is_english(&self) -> bool {
                *self == $english
            }

            /// These words with some replaced; a name that is no word's is passed over. What is put in stays for good: a page
            /// has a handful of widgets, and their words last as long as the page.
            pub fn with(&self, own: impl IntoIterator<Item = (String, String)>) -> Self {
                let mut all = *self;
                let places = &mut all.places();
                for (name, words) in own {
                    if let Some((_, place)) = NAMES.iter().zip(places.iter_mut()).find(|(known, _)| **known == name) {
                        **place = Box::leak(words.into_boxed_str());
                    }
                }
                all
            }
        }

        impl serde::Serialize for $Words {
            /// The words that differ from English, by name.
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let rows = NAMES.iter().zip(self.texts()).zip($english.texts());
                serializer.collect_map(rows.filter(|((_, own), english)| own != english).map(|(row, _)| row))
            }
        }

        impl $crate::read::Read for $Words {
            fn read(json: &mut $crate::json::Json, lack: &mut $crate::read::Lack) -> Self {
                let rows = match std::mem::take(json) {
                    $crate::json::Json::Map(rows) => rows,
                    $crate::json::Json::Null => Vec::new(),
                    _ => {
                        lack.note();
                        Vec::new()
                    }
                };
                let text = |(name, words)| if let $crate::json::Json::Text(words) = words { Some((name, words)) } else { None };
                $english.with(rows.into_iter().filter_map(text))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Words {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Words".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <std::collections::BTreeMap<String, String>>::json_schema(generator)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// The words of one language, each under a name that an author may use in `[labels]`.
    Words, in English super::ENGLISH, {
        /// The language whose plural rules hold, by its primary subtag.
        language,
        /// The decimal mark.
        decimal,
        /// Slot `n`.
        percent,

        // What to do with a question.
        choose_one,
        choose_all,
        /// Slot `n`.
        choose_count,
        choose_first,
        type_answer,
        type_number,
        not_a_number,
        /// Slot `number`.
        read_as,
        fill_blanks,
        /// Slots `n`, `total`.
        blank,
        choose_here,
        put_in_order,
        move_up,
        move_down,
        move_to,
        /// Slots `thing`, `n`, `total`.
        moved,
        match_each,
        sort_each,
        /// Slot `thing`.
        match_for,
        /// Slot `thing`.
        category_for,
        /// Slots `thing`, `target`.
        matched,
        nowhere,
        rate_each,
        pick_place,
        not_set,
        write_freely,

        // Where the reader is.
        /// Slots `n`, `total`.
        position,
        /// Slots `n`, `left`; a count of those left.
        position_open,
        /// Slots `position`, `n` (the round, counted from 1).
        position_round,
        /// Slot `position`.
        welcome_back,
        welcome_back_result,

        // What the reader can do.
        check,
        check_again,
        save,
        saved_answer,
        saved_note,
        show_answer,
        /// Slots `n`, `total`.
        hint,
        /// Slots `n`, `total`, `cost` (a percentage).
        hint_cost,
        no_more_hints,
        /// Slot `n`.
        hint_shown,
        /// Slot `n`.
        hint_title,
        back,
        skip,
        next,
        see_result,
        finish,
        finish_title,
        /// A count of open questions.
        finish_open,
        finish_all,
        flag,
        flagged,
        explain,
        explain_stays,

        // How sure.
        certainty,
        sure_1,
        sure_2,
        sure_3,
        certainty_rule,
        certainty_first,

        // What came of an answer.
        feedback,
        right,
        partly,
        wrong,
        consider,
        answer_shown,
        /// A count of tries.
        tries_left,
        your_answer,
        correct_answer,
        your_correct_answer,
        not_part,
        other_options,
        answer_and_why,
        example,
        /// Slot `text`.
        usual_spelling,
        yours,
        changed,
        removed,
        added,
        remarked,

        // Time.
        time_limit,
        /// Slot `time`.
        time_left,
        over_time,
        time_over,
        /// Of an exam, before it begins.
        time_closes,
        /// Of an exam, once its time is over.
        time_closed,
        more_time,
        clock_off,
        half_time,
        time_short,
        not_security,

        // The scoring card.
        rules,
        /// A count of questions.
        rule_questions,
        /// Slots `n`, `total`.
        rule_drawn,
        rule_multi,
        rule_partial,
        rule_unmarked,
        /// Slot `cost` (a percentage).
        rule_penalty,
        rule_penalty_many,
        /// A count of tries.
        rule_tries,
        rule_tries_any,
        /// Slot `cost` (a percentage).
        rule_try_cost,
        /// Slot `cost` (a percentage).
        rule_hint_cost,
        /// Slot `cost` (a percentage).
        rule_pass,
        rule_end,
        rule_certainty,
        rule_device,
        rule_practice,

        // The result.
        /// Slot `points`: the heading of the result, and any other figure that stands for a sentence.
        score,
        /// Slots `earned`, `total`; a count of points possible.
        points_of,
        /// Slots `earned`, `total`.
        of,
        /// Slot `n` (a percentage).
        passed,
        /// Slot `n` (a percentage).
        not_passed,
        /// Slots `n` (the round, counted from 1), `points`.
        after_retry,
        by_section,
        part,
        share_earned,
        points,
        by_dimension,
        dimension,
        value,
        too_few,
        calibration,
        /// Slots `n` (right), `total`; a count of sure answers.
        calibration_caption,
        calibration_none,
        said,
        times,
        times_right,
        as_table,
        retry_wrong,
        retry_all,
        start_again,
        review,
        your_answers,
        /// Slot `n`.
        group_sure_wrong,
        /// Slot `n`.
        group_wrong,
        /// Slot `n`.
        group_partly,
        /// Slot `n`.
        group_right,
        not_answered,
        not_marked,
        /// Slot `points`; a count of hints, at least one.
        with_hints,

        // After the quiz.
        keep,
        copy_text,
        copied,
        copy_link,
        download_result,
        print,
        remind,
        /// What a reminder is called; slot `title`.
        reminder,
        shared,
        take_it,
        name_line,
        self_reported,
        review_due,
        review_done,
        review_none,
        review_next,

        // Around the widget.
        all_questions,
        saved_on_device,
        saved_in_memory,
        not_saved,
        made_with,
    }
}
