//! Quizzes as different authors would write them: every kind, every style of Markdown, put together at random.

use proptest::prelude::*;

/// Headings, with what they may carry.
const STEMS: &[&str] =
    &["What do you check first?", "Who *decides*, and _when_?", "A `code` question ##", "Why **not** now?", "Wer prüft das?"];
const HEADING: &[&str] = &["", " {points=2}", " {#NAME}", " {#NAME points=0.5}", " {shuffle}{#NAME}", "{tag=x #NAME}"];

/// Text below a heading.
const BODIES: &[&str] = &[
    "",
    "",
    "Look at _this_ and __that__.\n",
    "One line  \nand another\\\nand a third.\n",
    "> A plain quote\nthat goes on.\n",
    "| a | b |\n|---|---:|\n| 1 | _2_ |\n",
    "~~~rust\nlet a = \"```\";\n\n  indented\n~~~\n",
    "    indented code\n\n    and more\n",
    "![What it shows](https.png){h=2 w=1} and \\* an escape\n",
    "<!-- a note\n\n   of the author -->\n",
    "Let $`x^2`${alt=\"x squared\"} be, for $5\n\n~~~math\n\\frac{a}{b}\n~~~\n",
    "A [link](https://example.com) and ~struck~ out, \\{ a brace\n",
];

/// What readers do: what the heading says of it, and what stands below, with `B` for the bullet and `?` for what an option may carry.
const TASKS: &[(&str, &str)] = &[
    ("", "B [x] Right $`a_1`$?\n  > Yes.\nB [ ] Wrong?\n"),
    ("", "B [X] Right?\n\n  > Yes, _of course_.\n\n  > [!NOTE]\n  > Because.\nB [ ] Wrong?\n  > No.\n\nB [ ] Other\n"),
    ("", "1. [x] First?\n2. [x] Second?\n3. [ ] Third\n   > No.\n"),
    ("", "1) [ ] First?\n1) [x] Second?\n1) [ ] Third\n"),
    (" {type=tf}", "B [x] True\nB [ ] False\n  > No.\n"),
    ("", "1. Listen?\n2. Agree?\n3. Review\n"),
    ("", "B Long hours -> Fewer commitments?\nB No buy-in -> Early talks\nB -> Only a target\n"),
    ("", "B Strategy\n  B Vision?\n  B Market\nB Delivery\n  B Release notes\n"),
    ("", "= 3.14 ± 0.01 {50%}\n= 6..8\n"),
    ("", "= \"buy-in\" {typos=1}\n= \"consent\"\n"),
    ("", "B [x] = \"buy-in\"?\nB [ ] = \"approval\"\n  > Not the same.\n"),
    ("", "What got you [[here]]{typos=1} won't get you [[there||back|further]].\n"),
    (" {scale=often}", ""),
    (" {scale=often}", "B I asked *early*.\nB I put it off.{ reverse  to=growing #later }\n"),
    (" {step=5 max=100 min=0}", "B 0: Deep in a problem\nB 100: With **people**\n"),
    (" {min=0 max=10 unit=km}", "= 4 ± 1\n"),
    (" {rows=4 type=reflect}", ""),
    ("", ""),
];
const OPTION: &[&str] = &["", "", " {pin}", " {#o}", " { pin #o }", "{#o}{pin}"];

/// Callouts of a question.
const CALLOUTS: &[&str] = &[
    "",
    "> [!TIP]\n> Think.\n\n> [!TIP]\n> Harder,\nplease.\n",
    ">[!NOTE]\n>Because of this:\n>\n>* one\n>* two\n>\n>+ three\n",
    "> [!note]\n> 3) three\n> 4) four\n>\n>    of them\n\n> [!WARNING]\n> ```\n> code\n> ```\n",
    "> [!IMPORTANT]\n> Well done.\n\n> [!CAUTION]\n> Nearly.\n",
];

const HEADERS: &[&str] = &[
    "",
    "+++\ntitle = \"A quiz\"\nid = 'a-quiz' # its name\n[scale]\noften = ['Never', \"Always\"]\n+++\n",
    "+++\n# on marks\npenalty = \"25%\"\nnegative = \"item\"\n\n# on names\ntitle = \"A\"\nabout.author = \"B\"\nscale.often = [\"Never\", \"Now and then\", \"Always\"]\n+++\n\n",
    "+++\nshuffle_options = true\nlang = \"de\"\n[about]\nlicense = \"CC0-1.0\"\nauthor = \"B\"\n[scale]\n# from rare to usual\noften = [\"Nie\", \"Immer\"]\n+++\nWelcome.\n",
];
const BETWEEN: &[&str] =
    &["\n", "\n\n\n", "\n<!-- allow: W106 -->\n", "\n# A part of it {#NAME}\n\nProse.\n* a\n* b\n\n", "\n# Another #\n"];

fn item() -> impl Strategy<Value = String> {
    let pick = prop::sample::select::<&'static str>;
    let task = prop::sample::select(TASKS);
    let parts = (pick(BETWEEN), pick(STEMS), pick(HEADING), pick(BODIES), task, pick(OPTION), pick(CALLOUTS), pick(&["-", "*", "+"]));
    parts.prop_map(|(between, stem, heading, body, (kind, task), option, callouts, bullet)| {
        let task = task.replace("B ", &format!("{bullet} ")).replacen('?', option, 1).replace('?', "");
        format!("{between}## {stem}{heading}{kind}\n\n{body}\n{task}\n{callouts}")
    })
}

/// A quiz. Nearly all of them are free of errors.
pub(crate) fn quizzes() -> impl Strategy<Value = String> {
    let items = prop::collection::vec(item(), 1..5);
    (prop::sample::select(HEADERS), items, any::<bool>()).prop_map(|(header, items, windows)| {
        let numbered =
            items.iter().enumerate().map(|(n, item)| item.replacen("NAME", &format!("s{n}"), 1).replace("NAME", &format!("n{n}")));
        let growing = "\n## Growing {role=dimension #growing}\n";
        let text = format!("{header}\n{}{growing}", numbered.collect::<String>());
        if windows { text.replace('\n', "\r\n") } else { text }
    })
}
