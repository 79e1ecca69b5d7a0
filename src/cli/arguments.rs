//! What can be typed: every command with its arguments, help and examples, once.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Interactive lessons from Markdown, for newsletters and courses.
#[derive(Parser)]
#[command(
    name = "waypost",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 fine, 1 the content has errors, 2 wrong use.\n\n\
        Start here:\n  waypost new my-course\n  waypost serve my-course"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Start a course: a post and a small quiz, with comments that explain them
    #[command(after_help = "Example:\n  waypost new my-course")]
    New(New),
    /// Say what is wrong in lessons, pages or whole courses, where, and what to do
    #[command(
        after_help = "Examples:\n  waypost check my-course\n  waypost check my-course/first-quiz.md\n  waypost check --json my-course\n  \
            waypost check --deny my-course\n  waypost check --fix my-course\n\nWith --fix, boxes such as `[x]text`, callouts whose tag \
            shares a line, quotes that stand beside their option and hidden characters are mended in the files; what could be meant \
            in two ways stays as it is. The exit code is 0 where nothing keeps the course from being published, 1 where something does, \
            2 where a path can't be read."
    )]
    Check(Check),
    /// Examine a simulator: whether its model teaches what it claims, found by playing all plans
    #[command(after_help = "Examples:\n  waypost doctor content/mindset.md\n  waypost doctor --html doctor.html content/mindset.md\n  \
        waypost doctor --json content/mindset.md\n\nEvery plan is played in 2,048 worlds, and the claims are tried in 100 versions of the \
        model. `waypost check` does the same with 256 worlds and 20 versions. The exit code is 1 where a blocking check fails.")]
    Doctor(Doctor),
    /// Say what a code of `waypost check` means, why, and how to mend it
    #[command(after_help = "Example:\n  waypost explain W101")]
    Explain(Explain),
    /// Write quizzes and pages in one tidy form: names filled in, notes and wording kept
    #[command(
        after_help = "Examples:\n  waypost fmt my-course\n  waypost fmt my-course/first-quiz.md\n  waypost fmt --check my-course\n\n\
        A translation gets a table `[base]`, which says what its texts were made from; `waypost check` then names those whose original has \
        changed. A file with errors is left as it is. With --check nothing is written, and the exit code is 1 where a file would change."
    )]
    Fmt(Fmt),
    /// Show what a chooser does to its readers: who gets which result, how sure it is, what decides
    #[command(
        after_help = "Examples:\n  waypost workbench my-course/land-mines.md\n  waypost workbench my-course/track.md --html track-report.html\n  \
        waypost workbench my-course/track.md --json > track.json\n  waypost workbench my-course/track.md --gate\n\n\
        A profile is followed over all ways to answer it, or over 2^20 drawn ones where there are too many. An adaptive chooser is answered \
        by synthetic readers in six scenarios. Equal files give equal figures. The limits are the file's: \
        limits = { least = 0.5, most = 2, ties = 0.1, dead = 0.01, alone = 0.4, overstated = 0.03 }"
    )]
    Workbench(Workbench),
    /// Turn a course into a site that any static host can serve
    #[command(after_help = "Examples:\n  waypost build my-course --out site\n  \
        waypost build my-course --out site --base https://example.com/course/\n\n\
        With the address of the site, each lesson also gets a link preview and its forms for mails and feeds.\n\n\
        Files are replaced once all of them are ready. Other files in SITE stay, and so do earlier versions of hashed \
        files, which pages in readers' caches may still ask for.")]
    Build(Build),
    /// Say what to paste on a platform to show a lesson there
    #[command(after_help = "Examples:\n  waypost embed\n  waypost embed my-course/first-quiz.md --for ghost\n  \
        waypost embed my-course/first-quiz.md --for wordpress --base https://example.com/course/\n  \
        waypost embed my-course/first-quiz.md --for html --json\n\n\
        Without --for it lists the platforms and what each of them takes.")]
    Embed(Embed),
    /// Write a lesson in another form: for mails, for feeds, for flashcards
    #[command(after_help = "Examples:\n  waypost export my-course/first-quiz.md --to email --out mail\n  \
        waypost export my-course/first-quiz.md --to feed --base https://example.com/course/\n  \
        waypost export my-course/first-quiz.md --to anki --out cards\n\n\
        Without --out the first file is printed.")]
    Export(Export),
    /// Preview a course on this machine; pages reload when a file changes
    #[command(after_help = "Examples:\n  waypost serve my-course\n  waypost serve my-course --port 9000\n\nCtrl-C ends it.")]
    Serve(Serve),
}

#[derive(Args)]
pub(crate) struct New {
    /// The folder to make; it may exist if it is empty
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}

#[derive(Args)]
pub(crate) struct Check {
    /// Markdown files, or folders of courses
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Print the findings as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// End with exit code 1 for warnings as well
    #[arg(long)]
    pub(crate) deny: bool,
    /// Mend in the files what has one way to be mended, and say what was
    #[arg(long)]
    pub(crate) fix: bool,
}

#[derive(Args)]
pub(crate) struct Doctor {
    /// A simulator's Markdown file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Print what was found as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Write a page with charts to this file as well
    #[arg(long, value_name = "OUT")]
    pub(crate) html: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// The code, as `waypost check` prints it
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
}

#[derive(Args)]
pub(crate) struct Fmt {
    /// Markdown files, or folders of courses
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Write nothing; name the files that are not formatted
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args)]
pub(crate) struct Workbench {
    /// A chooser
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Print the figures as JSON
    #[arg(long, conflicts_with = "html")]
    pub(crate) json: bool,
    /// Write a report with charts to this file
    #[arg(long, value_name = "REPORT")]
    pub(crate) html: Option<PathBuf>,
    /// End with exit code 1 where a figure is beyond the file's limits
    #[arg(long)]
    pub(crate) gate: bool,
    /// Synthetic readers in each scenario
    #[arg(long, value_name = "N", default_value_t = 3000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
    pub(crate) readers: u32,
}

#[derive(Args)]
pub(crate) struct Build {
    /// The course's folder
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The folder to write the site to
    #[arg(long, value_name = "SITE")]
    pub(crate) out: PathBuf,
    /// The address that the site will be published under; without it, `base` of course.toml
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) base: Option<String>,
    #[command(flatten)]
    pub(crate) player: Player,
}

#[derive(Args)]
pub(crate) struct Embed {
    /// The Markdown file of the lesson
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Where it will be pasted
    #[arg(long = "for", value_name = "PLATFORM")]
    pub(crate) platform: Option<String>,
    /// The address of the site; without it, `base` of course.toml
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) base: Option<String>,
    /// Print it as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Export {
    /// The Markdown file of the lesson
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The form
    #[arg(long, value_enum)]
    pub(crate) to: Target,
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The address of the site; without it, `base` of course.toml
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) base: Option<String>,
}

/// A form that lessons can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// The first question for mails: a table, plain paragraphs, a text
    Email,
    /// The first question for feeds, with the frame below it
    Feed,
    /// The questions of a quiz as a text file that Anki imports; importing it again renews the cards
    Anki,
    /// The same cards as a table
    Csv,
}

#[derive(Args)]
pub(crate) struct Serve {
    /// The course's folder
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    #[command(flatten)]
    pub(crate) player: Player,
    /// A built gallery: served at `/`, with the course at `/course/`
    #[arg(long, value_name = "DIST")]
    pub(crate) gallery: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Player {
    /// The folder with the player's files
    #[arg(
        id = "player",
        long = "player",
        value_name = "PLAYER",
        env = "WAYPOST_PLAYER",
        long_help = "The folder with the player's files. \
        Without it: $WAYPOST_PLAYER, else dist/p in the current folder, else p or dist/p beside this program."
    )]
    pub(crate) folder: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
