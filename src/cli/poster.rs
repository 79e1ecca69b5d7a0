//! Pictures of a widget, as PNG files: for link previews its title, first question and answers, for mails the first two. Equal words give
//! equal bytes on every machine: the fonts are inside, and nothing of the system is asked.

mod canvas;
mod fonts;

use canvas::{Canvas, Color};
use fonts::{Face as Font, Fonts, Style};
use waypost_author::publish::{Card, Face, POSTER, Picture};
use waypost_core::bundle::Dir;

/// How wide a picture for mails is: on a phone it is shown at less than half of that, and its words stay readable.
const BANNER: u32 = 720;

const TITLE: Style = Style { font: Font::Serif, size: 34.0, line: 44.0, lines: 1 };
const QUESTION: Style = Style { font: Font::Serif, size: 44.0, line: 55.0, lines: 3 };
const IN_MAILS: Style = Style { lines: 8, ..QUESTION };
const ANSWER: Style = Style { font: Font::Sans, size: 25.0, line: 34.0, lines: 1 };
const SMALL: Style = Style { font: Font::Sans, size: 25.0, line: 34.0, lines: 1 };

/// An answer's row, and the row with the space below it.
const ROW: (f32, f32) = (52.0, 60.0);

const PAPER: Color = Color(0xfb, 0xfa, 0xf7);
const SURFACE: Color = Color(0xff, 0xff, 0xff);
const INK: Color = Color(0x1b, 0x1f, 0x24);
const INK_2: Color = Color(0x4a, 0x52, 0x5c);
const LINE: Color = Color(0x8c, 0x8f, 0x8a);

/// Draws a picture of a widget. Words in scripts that no font here has are left out.
pub(crate) fn draw(card: &Card<'_>, picture: Picture) -> Vec<u8> {
    let (width, margin, question) = match picture {
        Picture::Poster => (POSTER.0, 80.0, QUESTION),
        Picture::Banner => (BANNER, 36.0, IN_MAILS),
    };
    let mut page =
        Page { canvas: Canvas::new((width, POSTER.1), PAPER), fonts: Fonts::new(), dir: card.face.dir, width: width as f32, margin };
    let accent = Color::from_hex(card.accent).unwrap_or(INK);
    page.canvas.rectangle(0.0, 0.0, page.width, 14.0, accent);
    let below = page.heading(card, accent, question);
    match picture {
        Picture::Poster => page.answers(card.face, below),
        Picture::Banner => page.canvas.cut(below as u32 + 16),
    }
    page.canvas.png()
}

struct Page {
    canvas: Canvas,
    fonts: Fonts,
    dir: Dir,
    width: f32,
    /// From the edges to the words.
    margin: f32,
}

impl Page {
    /// Who publishes it, what it is called, what it asks. Returns where the next thing may begin.
    fn heading(&mut self, Card { face, publication, .. }: &Card<'_>, accent: Color, question: Style) -> f32 {
        let margin = self.margin;
        let room = self.width - 2.0 * margin;
        self.canvas.signpost(self.x(margin - 4.0, 32.0), 58.0, 32.0, accent);
        let mut y = 56.0;
        y += self.words(publication, SMALL, INK_2, (margin + 40.0, y), room - 40.0).max(SMALL.line) + 26.0;
        // Without a question the title is what there is to read.
        let (title, color) = if face.question.is_empty() { (question, INK) } else { (TITLE, accent) };
        y += self.words(&face.title, title, color, (margin, y), room) + 10.0;
        y + self.words(&face.question, question, INK, (margin, y), room) + 24.0
    }

    /// As many answers as there is room for.
    fn answers(&mut self, face: &Face, top: f32) {
        let (row, step) = ROW;
        let margin = self.margin;
        let room = ((POSTER.1 as f32 - 24.0 - top) / step).floor() as usize;
        for (number, answer) in face.answers.iter().take(room).enumerate() {
            let y = top + number as f32 * step;
            let wide = self.width - 2.0 * margin;
            self.canvas.frame(margin, y, wide, row, 12.0, SURFACE, LINE);
            self.canvas.ring(self.x(margin + 20.0, 22.0), y + (row - 22.0) / 2.0, 22.0, LINE);
            self.words(&answer.words, ANSWER, INK, (margin + 60.0, y + (row - ANSWER.line) / 2.0), wide - 84.0);
        }
    }

    /// Sets words at a place measured from where lines begin. Returns their height.
    fn words(&mut self, words: &str, style: Style, color: Color, (start, y): (f32, f32), room: f32) -> f32 {
        let x = self.x(start, room);
        self.fonts.set(words, style, self.dir, room, |at, top, strength| self.canvas.blend(x as i32 + at, y as i32 + top, color, strength))
    }

    /// The left edge of something `wide` that begins `start` pixels from where lines begin.
    fn x(&self, start: f32, wide: f32) -> f32 {
        match self.dir {
            Dir::Ltr => start,
            Dir::Rtl => self.width - start - wide,
        }
    }
}
