//! Times what `waypost check` and `waypost build` do with the files of a course, from bytes to checked bundles: parse, check, compile, seal,
//! files side by side on all cores. Giving the memory back is not timed. For `cargo xtask bench parse`:
//! `cargo run --release -p waypost-author --example speed -- FOLDER PASSES`. Prints the milliseconds of each pass, then how many items.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;
use waypost_author::course::Course;
use waypost_core::bundle::Lesson;

// As in the command line.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Files as the command line reads them: name to content.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, passes] = arguments.as_slice() else {
        eprintln!("usage: speed FOLDER PASSES");
        return ExitCode::from(2);
    };
    match files(folder) {
        Err(why) => {
            eprintln!("{folder}: {why}");
            ExitCode::FAILURE
        }
        Ok(files) => {
            let passes = passes.parse().unwrap_or(1);
            let mut items = 0;
            (0..passes).for_each(|_| items = pass(&files));
            println!("{items} items");
            ExitCode::SUCCESS
        }
    }
}

fn files(folder: &str) -> std::io::Result<Files> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "md") {
            files.insert(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), std::fs::read(&path)?);
        }
    }
    Ok(files)
}

/// One pass over all files; what has an error has no bundle and does not count.
fn pass(files: &Files) -> usize {
    let start = Instant::now();
    let course = Course::read(files);
    let items = |lesson: &Lesson| if let Lesson::Quiz(quiz) = lesson { quiz.items.len() } else { 0 };
    println!("{:.3}", start.elapsed().as_secs_f64() * 1000.0);
    course.widgets.iter().map(items).sum()
}
