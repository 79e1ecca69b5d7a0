//! The struct of a chooser's words.

use super::super::table::words;

words! {
    /// The words around a chooser in one language, each under a name that an author may use in `[labels]`.
    Words, in English super::ENGLISH, {
        // Where the reader is.
        /// The language whose plural rules hold, by its primary subtag.
        language,
        minutes,
        /// Twelve names, in order.
        months,
        /// Slots `month`, `day`, `year`.
        date,
        /// Slots `n`, `total`.
        question,
        /// Slot `n`.
        pair,
        /// Slots `least`, `most`.
        to_come,
        /// A count of pairs.
        to_come_at_most,
        welcome_back,
        shared,
        other_version,
        take_it,
        leave_it,
        start_again,

        // What is kept and told.
        stays,
        told,
        told_nothing,
        told_completed,
        told_choice,
        told_answers,
        saved_on_device,
        saved_in_memory,
        not_saved,
        made_with,

        // The gut.
        situation,
        gut_question,
        put_away,
        /// Slot `pole`.
        gut_all,
        /// Slot `pole`.
        gut_mostly,
        /// Slot `pole`.
        gut_rather,
        gut_torn,
        sure_question,
        sure_hunch,
        sure_little,
        sure_fairly,
        sure_very,
        checks,
        checks_note,
        check_clear,
        check_informed,
        check_values,
        check_support,
        yes,
        no,
        unknown,

        // The two ways.
        look_at_both,
        poles,
        description,
        like,
        good,
        hard,
        sources,
        own_experience,
        /// Slot `sources`.
        from,
        uncertain,

        // What matters.
        to_matters,
        matters,
        matters_note,
        matters_not,
        matters_little,
        matters_between,
        matters_lot,
        matters_most,
        own,
        own_note,
        own_label,
        own_add,
        own_remove,
        own_matters,
        own_serves,

        // The pairs.
        to_pairs,
        pick,
        much_more,
        bit_more,
        of_first,
        of_second,
        next,
        back,
        skip,
        show,
        ask_more,
        choose_first,

        // What the answers say.
        /// Slot `pole`.
        leans,
        close_call,
        /// Slot `pole`.
        not_settled,
        /// A count of answers.
        too_early,
        /// Slots `n`, `pole`.
        readings,
        readings_even,
        /// Slot `gut`.
        gut_said,
        gut_silent,
        gut_mark,
        dots,
        gap_agree,
        gap_gut,
        gap_evidence,
        gap_disagree,
        gap_neither,
        add_own,
        as_table,
        side,
        count,
        moved_it,
        matters_to_you,
        moves,
        hardly,
        /// Slot `pole`.
        little_to,
        /// Slot `pole`.
        clearly_to,
        /// Slot `pole`.
        strongly_to,
        flips,
        flip_one,
        /// Slot `n`.
        flip_many,
        flip_none,
        what_if,
        what_if_note,
        undo,
        /// A count of answers.
        changed,
        /// Slot `answer`.
        you_said,
        skipped,
        /// Slot `statement`.
        much_more_like,
        /// Slot `statement`.
        bit_more_like,
        other_weights,
        weighing,
        result,
        own_weights,
        equal_weights,
        /// Slot `dimension`.
        without,
        /// Slots `n`, `pole`.
        of_twenty,

        // What it cannot tell.
        limits,
        limit_reflection,
        limit_norms,
        limit_interest,
        limit_model,
        limit_settled,
        limit_profile,
        limit_profile_norms,
        /// Slot `date`.
        published,
        /// Slot `date`.
        review_due,
        /// Slot `date`.
        review_past,
        /// Slot `text`.
        updates,
        /// Slot `text`.
        funding,
        /// Slot `text`.
        interest,
        /// Slot `n`.
        version,

        // The choice.
        gut_again,
        neither_truth,
        gut_after,
        coin,
        /// Slot `pole`.
        coin_says,
        preview,
        to_choice,
        choose,
        choose_note,
        choose_any,
        not_yet,
        try_it,
        plan_note,
        /// Slot `n`.
        day,
        day_last,
        calendar,
        link,
        copy,
        print,
        copied,
        take_along,
        done,
        /// Slots `choice`, `date`.
        chose,
        /// Slot `date`.
        chose_not_yet,
        /// Slot `n`.
        day_of,
        over,
        change,
        answer_again,
        see_result,
        checkin,
        keep,
        adapt,
        stop,
        note,
        save,
        /// Slots `date`, `course`.
        checked_in,
        history,
        /// Slot `date`.
        drift,
        drift_none,
        /// Slot `pole`.
        drift_to,
        drift_weights,

        // A profile.
        begin,
        /// Slot `outcome`.
        points_to,
        /// Slot `outcomes`.
        tied,
        nothing,
        /// Slot `outcomes`.
        traces,
        /// Slot `rival`.
        close,
        /// A count of answers.
        clear,
        clear_always,
        settled_by_you,
        deciding,
        /// Slots `option`, `question`, `outcomes`.
        decides,
        all_outcomes,
        low,
        mid,
        high,
        start_here,
        /// Slot `condition`.
        under,
        equally,
        /// Slots `rest`, `last`.
        and,
    }
}
