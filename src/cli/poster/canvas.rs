//! Pixels: filled and outlined shapes, letters blended in, and the PNG they become.

use tiny_skia::{FillRule, IntRect, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// A color: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Color(pub(super) u8, pub(super) u8, pub(super) u8);

impl Color {
    /// `#0b6e5f`, or nothing for anything else.
    pub(super) fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    fn paint(self) -> Paint<'static> {
        let mut paint = Paint::default();
        paint.set_color_rgba8(self.0, self.1, self.2, 255);
        paint.anti_alias = true;
        paint
    }
}

/// A picture being drawn. Places and sizes are in pixels from its upper left corner.
pub(super) struct Canvas(Option<Pixmap>);

impl Canvas {
    /// A picture in one color.
    pub(super) fn new((width, height): (u32, u32), color: Color) -> Self {
        let mut canvas = Self(Pixmap::new(width, height));
        canvas.rectangle(0.0, 0.0, width as f32, height as f32, color);
        canvas
    }

    /// Leaves only the upper part, `height` pixels.
    pub(super) fn cut(&mut self, height: u32) {
        let part = self.0.as_ref().and_then(|pixels| {
            let place = IntRect::from_xywh(0, 0, pixels.width(), height.min(pixels.height()))?;
            pixels.clone_rect(place)
        });
        self.0 = part.or(self.0.take());
    }

    /// A box in one color.
    pub(super) fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, color: Color) {
        if let (Some(pixels), Some(place)) = (&mut self.0, Rect::from_xywh(x, y, width, height)) {
            pixels.fill_rect(place, &color.paint(), Transform::identity(), None);
        }
    }

    /// A box with round corners and a border.
    #[allow(clippy::too_many_arguments, reason = "a shape is its measures")]
    pub(super) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32, inside: Color, border: Color) {
        // How far a cubic curve's handles reach, so that it comes closest to a quarter of a circle.
        let handle = radius * (1.0 - 0.552_284_8);
        let (right, bottom) = (x + width, y + height);
        let mut path = PathBuilder::new();
        path.move_to(x + radius, y);
        path.line_to(right - radius, y);
        path.cubic_to(right - handle, y, right, y + handle, right, y + radius);
        path.line_to(right, bottom - radius);
        path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
        path.line_to(x + radius, bottom);
        path.cubic_to(x + handle, bottom, x, bottom - handle, x, bottom - radius);
        path.line_to(x, y + radius);
        path.cubic_to(x, y + handle, x + handle, y, x + radius, y);
        path.close();
        if let Some(path) = path.finish() {
            self.fill(&path, inside);
            self.outline(&path, border, 2.0);
        }
    }

    /// An empty circle `wide` across.
    pub(super) fn ring(&mut self, x: f32, y: f32, wide: f32, color: Color) {
        if let Some(circle) = PathBuilder::from_circle(x + wide / 2.0, y + wide / 2.0, wide / 2.0) {
            self.outline(&circle, color, 2.5);
        }
    }

    /// Waypost's mark, `wide` across: a post with two arms.
    pub(super) fn signpost(&mut self, x: f32, y: f32, wide: f32, color: Color) {
        let scale = wide / 20.0;
        let arms: [&[(f32, f32)]; 3] = [
            &[(10.0, 2.0), (10.0, 18.0)],
            &[(4.0, 4.0), (13.0, 4.0), (15.0, 6.0), (13.0, 8.0), (4.0, 8.0), (4.0, 4.0)],
            &[(16.0, 10.5), (8.0, 10.5), (6.0, 12.5), (8.0, 14.5), (16.0, 14.5), (16.0, 10.5)],
        ];
        for points in arms {
            let mut path = PathBuilder::new();
            for (number, (across, down)) in points.iter().enumerate() {
                let (across, down) = (x + across * scale, y + down * scale);
                if number == 0 { path.move_to(across, down) } else { path.line_to(across, down) }
            }
            if let Some(path) = path.finish() {
                self.outline(&path, color, 1.75 * scale);
            }
        }
    }

    /// Lays a color over one pixel, `strength` of 255.
    pub(super) fn blend(&mut self, x: i32, y: i32, color: Color, strength: u8) {
        let Some(pixels) = &mut self.0 else { return };
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= pixels.width() || y >= pixels.height() {
            return;
        }
        let at = (y * pixels.width() + x) as usize * 4;
        let over = |below: u8, above: u8| {
            let (strength, below, above) = (u32::from(strength), u32::from(below), u32::from(above));
            ((below * (255 - strength) + above * strength + 127) / 255) as u8
        };
        if let Some(pixel) = pixels.data_mut().get_mut(at..at + 3) {
            for (channel, above) in pixel.iter_mut().zip([color.0, color.1, color.2]) {
                *channel = over(*channel, above);
            }
        }
    }

    /// The picture as a file; empty where there was no memory for it.
    pub(super) fn png(&self) -> Vec<u8> {
        let Some(pixels) = &self.0 else { return Vec::new() };
        let opaque: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Balanced);
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&opaque));
        if written.is_ok() { file } else { Vec::new() }
    }

    fn fill(&mut self, path: &Path, color: Color) {
        if let Some(pixels) = &mut self.0 {
            pixels.fill_path(path, &color.paint(), FillRule::Winding, Transform::identity(), None);
        }
    }

    fn outline(&mut self, path: &Path, color: Color, width: f32) {
        if let Some(pixels) = &mut self.0 {
            let stroke = Stroke { width, ..Stroke::default() };
            pixels.stroke_path(path, &color.paint(), &stroke, Transform::identity(), None);
        }
    }
}
