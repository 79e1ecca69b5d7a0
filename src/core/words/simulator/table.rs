//! The struct of a simulator's words.

use super::super::table::words;

words! {
    /// The words around a simulator in one language, each under a name that an author may use in `[labels]`.
    Words, in English super::ENGLISH, {
        /// The language whose plural rules hold, by its primary subtag.
        language,
        /// The decimal mark.
        decimal,
        /// Slot `n`.
        percent,

        // Where the reader is.
        /// Slots `turn` (what a turn is called), `n`, `total`.
        position,
        /// Slots `turn`, `n`.
        turn,
        /// A count of decisions; slot `time` (minutes).
        length,
        model_note,
        /// Slot `position`.
        welcome_back,
        welcome_back_end,
        shared,
        shared_world,
        other_version,
        take_it,

        // Deciding.
        what_now,
        choose_first,
        decide,
        back,
        undo,
        /// A count of steps taken back.
        undone,
        timeline,
        start_again,

        // Gauges.
        gauges,
        low_better,
        /// Slot `n`.
        up,
        /// Slot `n`.
        down,
        steady,
        /// Slots `gauge`, `n`, `change`.
        moved,
        /// Slots `cause`, `change`.
        because,
        your_choice,
        start_luck,
        /// Slots `cause`, `turn`.
        arrived,
        at_limit,

        // What came of a decision.
        you_chose,
        also,
        what_moved,
        moved_too,
        nothing_moved,
        more_later,
        all_gauges,
        next,
        see_end,

        // The end.
        /// A count of points.
        points,
        look_at_luck,
        see_debrief,
        same_luck,
        new_luck,

        // The debrief.
        working,
        /// Slot `n` (a percentage).
        progress,
        stop,
        stopped,
        go_on,
        as_table,
        see_why,

        // Part 1: luck.
        luck,
        /// Slot `n`.
        unlucky,
        /// Slot `n`.
        lucky,
        usual,
        strong,
        middling,
        weak,
        lucky_weak,
        unlucky_strong,
        dots_caption,
        /// Slots `low`, `high`, `mine`.
        dots_name,
        yours,
        dot,
        result,

        // Part 2: rank.
        reach_title,
        /// Slot `n`.
        beats,
        /// Slot `n`.
        beats_about,
        /// Slots `plans`, `worlds`.
        rank_method,
        /// Slots `plans`, `worlds`.
        rank_sample,
        reach,
        /// Slots `turn` (with its number), `n` (a percentage).
        reach_worst,
        reach_kept,
        before,
        still_reachable,

        // Part 3: each choice.
        choices,
        /// Slots `turn`, `n` (points).
        cost_most,
        cost_none,
        /// Slot `option`.
        instead,
        with_your_luck,
        on_average,
        /// Slots `mean`, `low`, `high`.
        interval,
        no_difference,
        helped_but_hurts,
        hurt_but_helps,
        other_way,
        takeaway,

        // Part 4: the gap.
        split,
        /// Slots `n` (points), `turn`.
        gap,
        gap_none,
        /// Slot `n` (points), to be lost.
        alone_costs,
        /// Slot `n` (points).
        alone_brings,
        /// Slots `alone` (one of the two above), `n` (points).
        misleads,
        decision,
        best_there,
        share_of_gap,
        alone,
        your_plan,
        best_plan,

        // Part 5: how sure.
        sure,
        /// Slots `n`, `total`.
        sure_old,
        /// Slots `n`, `total`.
        sure_best,
        firmly,
        mostly,
        depends,
        /// Slot `param`.
        tornado_most,
        tornado,
        assumption,
        at_least,
        at_most,

        // Land mines, ledger, assumptions.
        mines,
        /// Slots `gauge`, `n`.
        mine_nearest,
        at_start,
        at_end,
        ledger,
        ledger_about,
        assumptions,
        assumptions_about,
        /// Slots `n`, `low`, `high`.
        range,
        least,
        author_value,
        greatest,
        back_to_author,
        rules,
        not_checked,
        set_aside,

        // What next.
        what_next,
        copy_play,
        copy_world,
        copied,
        print,

        // Around the widget.
        all_cards,
        what_follows,
        when_it_goes_well,
        when_it_does_not,
        saved_on_device,
        saved_in_memory,
        not_saved,
        made_with,
    }
}
