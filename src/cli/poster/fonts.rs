//! Words set in the posters' own fonts: shaped, broken into lines, cut off with an ellipsis where the room ends.

use cosmic_text::fontdb::Database;
use cosmic_text::{Align, Attrs, Buffer, Color, Fallback, Family, FontSystem, Metrics, Shaping, SwashCache, Weight, Wrap};
use unicode_script::Script;
use waypost_core::bundle::Dir;

/// See `fonts/README.md`.
const FILES: [&[u8]; 5] = [
    include_bytes!("fonts/NotoSerif-Bold.ttf"),
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("fonts/NotoSansJP-Regular.otf"),
];

/// What ends words that were cut off.
const ELLIPSIS: char = '…';

/// A kind of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Bold, for titles and questions.
    Serif,
    /// Regular, for everything else.
    Sans,
}

/// How words are set: sizes in pixels, and the most lines they may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) font: Face,
    pub(super) size: f32,
    pub(super) line: f32,
    pub(super) lines: usize,
}

/// The fonts, ready to set words.
pub(super) struct Fonts {
    system: FontSystem,
    letters: SwashCache,
}

/// What stands in for a letter that the named font lacks: only fonts from here, in this order.
struct Ours;

impl Fallback for Ours {
    fn common_fallback(&self) -> &[&'static str] {
        &["Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Sans CJK JP"]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, script: Script, _: &str) -> &[&'static str] {
        match script {
            Script::Arabic => &["Noto Naskh Arabic", "Noto Sans Arabic"],
            Script::Han | Script::Hiragana | Script::Katakana => &["Noto Sans CJK JP"],
            _ => &[],
        }
    }
}

impl Fonts {
    /// Reads the fonts.
    pub(super) fn new() -> Self {
        let mut files = Database::new();
        FILES.into_iter().for_each(|file| files.load_font_data(file.to_vec()));
        Self { system: FontSystem::new_with_locale_and_db_and_fallback("en".to_owned(), files, Ours), letters: SwashCache::new() }
    }

    /// Sets words into a column `room` pixels wide and calls `ink` for each pixel that they touch, with how much of 255 they cover of it.
    /// Returns the height of the lines; 0 where there is nothing to set, or letters that no font has.
    pub(super) fn set(&mut self, words: &str, style: Style, dir: Dir, room: f32, mut ink: impl FnMut(i32, i32, u8)) -> f32 {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (family, weight) = match style.font {
            Face::Serif => ("Noto Serif", Weight::BOLD),
            Face::Sans => ("Noto Sans", Weight::NORMAL),
        };
        let align = match dir {
            Dir::Ltr => Align::Left,
            Dir::Rtl => Align::Right,
        };
        let mut buffer = Buffer::new(&mut self.system, Metrics::new(style.size, style.line));
        buffer.set_wrap(Wrap::WordOrGlyph);
        buffer.set_size(Some(room), None);
        let attrs = Attrs::new().family(Family::Name(family)).weight(weight);
        let mut shown = words.clone();
        // Words are taken off the end until the rest fits.
        loop {
            buffer.set_text(&shown, &attrs, Shaping::Advanced, Some(align));
            buffer.shape_until_scroll(&mut self.system, false);
            if buffer.layout_runs().count() <= style.lines {
                break;
            }
            let kept = shown.trim_end_matches(ELLIPSIS);
            let cut = kept.rfind(' ').or(kept.char_indices().next_back().map(|(at, _)| at)).unwrap_or_default();
            if cut == 0 {
                break;
            }
            shown = format!("{}{ELLIPSIS}", kept[..cut].trim_end_matches([' ', ',', ';', ':', '.']));
        }
        let is_missing = buffer.layout_runs().flat_map(|run| run.glyphs).any(|glyph| glyph.glyph_id == 0);
        if words.is_empty() || is_missing {
            return 0.0;
        }
        let lines = buffer.layout_runs().count().min(style.lines);
        let black = Color::rgb(0, 0, 0);
        buffer.draw(&mut self.system, &mut self.letters, black, |x, y, width, height, color| {
            for (down, across) in (0..height as i32).flat_map(|down| (0..width as i32).map(move |across| (down, across))) {
                ink(x + across, y + down, color.a());
            }
        });
        lines as f32 * style.line
    }
}
