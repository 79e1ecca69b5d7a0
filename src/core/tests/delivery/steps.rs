//! One machine, step by step.

use waypost_core::delivery::{Answer, Command, Input, Limits, Outbox, Record, Standing, step};

const SINK: &str = "https://hooks.example/in";

fn record(n: usize) -> Record {
    let id = format!("0000000{n}");
    Record { id, sink: SINK.into(), journal: "/w/quiz/".into(), bytes: 400, tries: 0, next: 0, parked: None }
}

/// An outbox that has found these records a second ago, and what it wants now.
fn found(records: Vec<Record>) -> (Outbox, Vec<Command>) {
    let mut outbox = Outbox::default();
    step(&mut outbox, Input::Found(records.clone()), -1000);
    let commands = step(&mut outbox, Input::Found(records), 0);
    (outbox, commands)
}

fn answered(outbox: &mut Outbox, status: u32, now: i64) -> Vec<Command> {
    step(outbox, Input::Answered { flight: 0, answer: Answer::Status(status, None) }, now)
}

/// How many events each request takes along.
fn sent(commands: &[Command]) -> Vec<usize> {
    let sizes = commands.iter().map(|command| if let Command::Send { ids, .. } = command { ids.len() } else { 0 });
    sizes.filter(|size| *size > 0).collect()
}

fn kept(commands: &[Command]) -> Vec<Record> {
    commands.iter().flat_map(|command| if let Command::Keep(records) = command { records.clone() } else { vec![] }).collect()
}

fn wake(commands: &[Command]) -> Option<i64> {
    commands.iter().find_map(|command| if let Command::Wake { at } = command { Some(*at) } else { None })
}

#[test]
fn an_answer_waits_a_second_for_company_then_goes() {
    let mut outbox = Outbox::default();
    let first = step(&mut outbox, Input::Found(vec![record(0)]), 10_000);
    let standing = Standing { waiting: 1, parked: 0 };
    assert_eq!(first, [Command::Wake { at: 11_000 }, Command::Show { journal: "/w/quiz/".into(), standing }]);
    let both = vec![record(0), record(1)];
    assert_eq!(sent(&step(&mut outbox, Input::Found(both.clone()), 10_500)), Vec::<usize>::new());
    assert_eq!(sent(&step(&mut outbox, Input::Found(both), 11_000)), [2]);
    let gone = answered(&mut outbox, 204, 12_000);
    assert!(
        matches!(&gone[..], [Command::Forget { ids, .. }, Command::Show { standing, .. }] if ids.len() == 2 && *standing == Standing::default())
    );
}

#[test]
fn answers_that_come_without_a_pause_are_sent_all_the_same() {
    let mut outbox = Outbox::default();
    let mut sent_first = None;
    for n in 1..100 {
        let commands = step(&mut outbox, Input::Found((0..n).map(record).collect()), 200 * n as i64);
        sent_first = sent_first.or((!sent(&commands).is_empty()).then_some(n));
    }
    assert_eq!(sent_first, Some(6), "a second after the first one");
}

#[test]
fn a_request_takes_fifty_events_or_256_kib_and_always_one() {
    assert_eq!(sent(&found((0..80).map(record).collect()).1), [50]);
    let long = |n| Record { bytes: 100 * 1024, ..record(n) };
    assert_eq!(sent(&found((0..5).map(long).collect()).1), [2]);
    assert_eq!(sent(&found(vec![Record { bytes: 900 * 1024, ..record(0) }]).1), [1]);
}

#[test]
fn one_request_is_under_way_to_a_receiver_at_a_time() {
    let all: Vec<_> = (0..80).map(record).collect();
    let (mut outbox, commands) = found(all.clone());
    assert_eq!(sent(&commands), [50]);
    assert_eq!(sent(&step(&mut outbox, Input::Found(all), 1)), Vec::<usize>::new());
    assert_eq!(sent(&answered(&mut outbox, 200, 2)), [30]);
    let other = Record { sink: "https://other.example/".into(), ..record(0) };
    let both = found(vec![record(0), other]).1;
    assert_eq!(sent(&both), [1, 1], "receivers do not wait for each other");
}

#[test]
fn a_refused_batch_is_halved_until_the_one_refused_event_is_alone_and_parked() {
    let (mut outbox, mut commands) = found((0..50).map(record).collect());
    let (mut sizes, mut delivered) = (Vec::new(), 0);
    while let Some(Command::Send { ids, .. }) = commands.iter().find(|command| matches!(command, Command::Send { .. })).cloned() {
        sizes.push(ids.len());
        let is_refused = ids.contains(&record(37).id);
        delivered += if is_refused { 0 } else { ids.len() };
        commands = answered(&mut outbox, if is_refused { 400 } else { 200 }, 5);
    }
    assert_eq!(delivered, 49);
    assert_eq!(outbox.standing("/w/quiz/"), Standing { waiting: 0, parked: 1 });
    assert!(sizes.len() <= 14, "halving takes few requests: {sizes:?}");
    let again = step(&mut outbox, Input::Again, 6);
    assert_eq!((sent(&again), kept(&again)), (vec![1], vec![record(37)]));
}

#[test]
fn an_id_that_is_known_counts_as_delivered_for_one_event_only() {
    let (mut outbox, _) = found(vec![record(0)]);
    assert!(matches!(&answered(&mut outbox, 409, 1)[..], [Command::Forget { .. }, ..]));
    let (mut outbox, _) = found(vec![record(0), record(1)]);
    assert_eq!(sent(&answered(&mut outbox, 409, 1)), [1]);
}

#[test]
fn whatever_may_pass_is_tried_again_later_and_no_event_is_dropped() {
    for answer in
        [Answer::Silence, Answer::Status(500, None), Answer::Status(408, None), Answer::Status(425, None), Answer::Status(304, None)]
    {
        let (mut outbox, _) = found(vec![record(0)]);
        let mut now = 0;
        for tries in 1..=40 {
            let commands = step(&mut outbox, Input::Answered { flight: 0, answer }, now);
            let again = kept(&commands)[0].clone();
            assert_eq!((again.tries, again.parked), (tries, None), "{answer:?}");
            let most = (1000i64 << (tries - 1).min(20)).min(300_000);
            assert!((now..=now + most).contains(&again.next), "{answer:?}: try {tries} waits {} ms", again.next - now);
            if sent(&commands).is_empty() {
                now = wake(&commands).unwrap();
                assert_eq!(now, again.next);
                assert_eq!(sent(&step(&mut outbox, Input::Found(vec![again]), now)), [1]);
            }
        }
    }
}

#[test]
fn a_receiver_that_asks_for_time_gets_it_up_to_an_hour() {
    for (asked, waits) in [(7, 7_000), (86_400, 3_600_000)] {
        let (mut outbox, _) = found(vec![record(0)]);
        let answer = Answer::Status(503, Some(asked));
        let commands = step(&mut outbox, Input::Answered { flight: 0, answer }, 0);
        assert_eq!(kept(&commands)[0].next, waits);
        let elsewhere = Record { journal: "/w/other/".into(), ..record(1) };
        let both = vec![kept(&commands)[0].clone(), elsewhere];
        step(&mut outbox, Input::Found(both.clone()), 1);
        assert_eq!(sent(&step(&mut outbox, Input::Found(both.clone()), waits - 1)), Vec::<usize>::new(), "a fresh event waits as well");
        assert_eq!(sent(&step(&mut outbox, Input::Found(both), waits)), [2]);
    }
}

#[test]
fn without_credentials_nothing_is_parked_and_nothing_sent_until_there_are_new_ones() {
    for status in [401, 403] {
        let (mut outbox, _) = found(vec![record(0), record(1)]);
        assert_eq!(answered(&mut outbox, status, 1), []);
        assert_eq!(sent(&step(&mut outbox, Input::Found(vec![record(0), record(1)]), i64::MAX / 2)), Vec::<usize>::new());
        assert_eq!(sent(&step(&mut outbox, Input::Leaving, 2)), Vec::<usize>::new());
        assert_eq!(sent(&step(&mut outbox, Input::Credential { sink: SINK.into() }, 3)), [2]);
    }
}

#[test]
fn a_parked_event_holds_up_nothing_and_one_that_waits_holds_up_its_journal_only() {
    let parked = Record { parked: Some(422), ..record(0) };
    assert_eq!(sent(&found(vec![parked, record(1)]).1), [1]);
    let waits = Record { next: 9_000, ..record(0) };
    let elsewhere = Record { journal: "/w/other/".into(), ..record(2) };
    let (mut outbox, commands) = found(vec![waits.clone(), record(1), elsewhere]);
    assert_eq!(sent(&commands), [1]);
    answered(&mut outbox, 200, 1);
    assert_eq!(sent(&step(&mut outbox, Input::Found(vec![waits, record(1)]), 9_000)), [2]);
}

#[test]
fn a_clock_that_was_set_back_does_not_stop_the_outbox_for_years() {
    assert_eq!(sent(&found(vec![Record { next: 315_360_000_000, ..record(0) }]).1), [1]);
}

#[test]
fn a_page_that_goes_away_makes_one_request_of_at_most_60_kib_with_the_oldest_first() {
    let (mut outbox, _) = found((0..40).map(|n| Record { bytes: 5 * 1024, ..record(n) }).collect());
    let commands = step(&mut outbox, Input::Leaving, 5);
    let [Command::Send { ids, keepalive: true, .. }] = &commands[..] else { panic!("{commands:?}") };
    assert_eq!(ids.len(), 12);
    assert_eq!(ids[0], record(0).id, "what was under way goes along again");
    let (mut outbox, _) = found(vec![Record { bytes: 70 * 1024, ..record(0) }]);
    assert_eq!(step(&mut outbox, Input::Leaving, 5), []);
}

#[test]
fn what_another_page_has_delivered_is_not_sent_again() {
    let (mut outbox, _) = found(vec![record(0), record(1)]);
    step(&mut outbox, Input::Found(vec![record(1)]), 1);
    let commands = answered(&mut outbox, 500, 2);
    assert_eq!(kept(&commands).len(), 1, "nor written down again");
}

#[test]
fn an_answer_to_a_request_of_an_earlier_life_says_nothing() {
    let (mut outbox, _) = found(vec![record(0)]);
    let before = outbox.clone();
    assert_eq!(step(&mut outbox, Input::Answered { flight: 7, answer: Answer::Status(200, None) }, 1), []);
    assert_eq!(outbox, before);
}

#[test]
fn the_limits_are_the_documented_ones() {
    assert_eq!(Limits::default(), Limits { events: 50, bytes: 262_144, leaving: 61_440 });
}
