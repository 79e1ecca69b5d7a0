//! The page of documentation about embedding, with the table of platforms.

use super::{Grade, PLATFORMS, Platform};
use std::fmt::Write;

/// `docs/embedding.md`.
pub fn page() -> String {
    let mut out = String::from(START);
    for Platform { name, title, pieces, why, grade, .. } in PLATFORMS {
        let places: Vec<&str> = pieces.iter().map(|piece| piece.place).collect();
        let grade = match grade {
            Grade::Documented => "documented",
            Grade::Reported => "reported by others",
            Grade::Unchecked => "not checked",
        };
        let _ = writeln!(out, "| {title} | `{name}` | {} | {why} | {grade} |", places.join("; "));
    }
    out + END
}

const START: &str = "\
<!-- Made from src/author/publish/platform: change it there, then run `WAYPOST_BLESS=1 cargo test -p waypost-author embedding`. -->

# Where a lesson can stand

```sh
waypost embed my-course/first-quiz.md --for ghost     # what to paste, where, and why
waypost embed                                         # the platforms
```

The gallery (`cargo xtask serve`) shows the same with buttons that copy, and what each platform leaves of it. The site's address comes from `base` in
`course.toml` or from `--base`.

| platform | `--for` | what goes where | why | how sure |
|---|---|---|---|---|
";

const END: &str = "
## The forms

| form | what readers get | what the page must allow |
|---|---|---|
| frame | the widget's own page, its height reserved for the first step | a frame |
| frame with script | the same, always exactly as high as its content | a frame and one script of your site |
| element | part of the page: its width, colors and language; many share one player | scripts, WebAssembly and requests to your site; cross-origin reads of `w/` and `p/` |
| single file, `w/ID/single.html` | everything in one file: works from a folder, in a zip, in a frame with `sandbox=\"allow-scripts\"` | nothing |
| address | a card with the poster, or a frame by oEmbed | nothing |
| mail, feed | the first question, each answer a link | nothing |

A page in a frame without an origin of its own cannot fetch its files, unless the host of the site allows everybody to read them. It notices, and goes to
the single file by itself.

A simulator works its debrief out in short slices, and in an element also in a worker, which is quicker. A page whose policy has `worker-src` lets it with
`blob:`; without, or with Trusted Types, the slices do it alone and come to the same figures.

## Mails

`waypost export my-course/first-quiz.md --to email --out mail` writes three files; a site with an address has them beside each widget. `email.html` is
one table with a style on every row, `email-plain.html` is for editors that take no tables, `email.txt` for the text part. `feed.html` is for RSS.

The link of an answer opens the page with that answer picked. Nothing is recorded until the reader presses Check or picks another one, because mail
gateways open every link on their own, and some run the scripts of the page. A robot that drives a real browser with real clicks cannot be told from a
reader, and Waypost does not claim to.

Each link says where it comes from: `utm_source` is the newsletter's name, `utm_medium` is `email`, `utm_campaign` the widget, `utm_content` the answer.
Nothing in it is about the recipient.

## Link previews

With an address, every widget has `oembed.json` with a link to it in the page, the tags of OpenGraph and Twitter cards, and `poster.png`, 1200 by 630
pixels, with title, question and answers but not a word on which is right. The fonts hold Latin, Greek, Cyrillic, Arabic, kana and the kanji of JIS
level 1; words in other scripts are left out of the picture.

## Below the result

```toml
[subscribe]
title = \"Another PM Day\"
text = \"The next post, in your inbox.\"
url = \"https://example.com/subscribe\"      # also the link for readers whose frame allows no form
provider = \"kit\"                           # beehiiv, kit, substack, mailchimp, ghost, form
id = \"1234567\"                             # kit: the form; beehiiv: the publication
often = \"one mail every Tuesday\"           # part of the sentence that the reader ticks
privacy = \"https://example.com/privacy\"
outcome = \"fields[result]\"                 # optional: a second tick sends the result along in this field
gate = { title = \"The workbook\", url = \"https://example.com/workbook\" }   # optional: opens after signing up

[course]
title = \"The live course\"
url = \"https://example.com/course\"
after_result = true                        # the course's card below results
```

`provider = \"form\"` sends `email` to the address in `action`. The result is always the reader's; a gate opens something further. The address goes to
the provider and nowhere else, and only after the reader has ticked the consent and pressed the button; no event and no store holds it. The block stands
below the result of quizzes, choosers and simulators; `outcome` is for the points of a quiz, and no other kind offers to send any.
The policy of the page allows this one provider. On somebody else's page an element has no such block: there it is for the page itself to ask.
";

#[cfg(test)]
mod tests;
