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
        after_help = "Examples:\n  waypost check my-course\n  waypost check my-course/first-quiz.md\n  waypost check --json my-course"
    )]
    Check(Check),
    /// Say what a code of `waypost check` means, why, and how to mend it
    #[command(after_help = "Example:\n  waypost explain W101")]
    Explain(Explain),
    /// Write quizzes and pages in one tidy form: names filled in, notes and wording kept
    #[command(
        after_help = "Examples:\n  waypost fmt my-course\n  waypost fmt my-course/first-quiz.md\n  waypost fmt --check my-course\n\n\
        A file with errors is left as it is. With --check nothing is written, and the exit code is 1 where a file would change."
    )]
    Fmt(Fmt),
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
    /// Write a lesson in another form: for mails, for feeds
    #[command(after_help = "Examples:\n  waypost export my-course/first-quiz.md --to email --out mail\n  \
        waypost export my-course/first-quiz.md --to feed --base https://example.com/course/\n\n\
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
