//! The images of a course: there, of a kind that browsers show, small enough; published under names made from their content.

use super::Course;
use crate::code;
use crate::report::{Report, quote};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ops::Range;

/// The endings of images.
pub const ENDINGS: [&str; 7] = ["png", "jpg", "jpeg", "webp", "avif", "gif", "svg"];

/// The most bytes an image may have.
const MAX_IMAGE: usize = 2 * 1024 * 1024;

/// The folder of images in the site.
const FOLDER: &str = "a/";

/// An image as the site has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Published {
    /// From the root of the site.
    pub(super) path: String,
    /// Width and height in pixels, 0 where the file does not say.
    pub(super) size: (u32, u32),
}

/// Why an image cannot be published, and what to do.
type Refused = (String, &'static str);

/// The images of a folder by file name.
pub(super) struct Images(BTreeMap<String, Result<Published, Refused>>);

impl Images {
    /// Looks at every image among the files, and puts those that can be published into the course.
    pub(super) fn read(files: &BTreeMap<String, Vec<u8>>, course: &mut Course) -> Self {
        let is_image = |name: &str| ENDINGS.contains(&ending(name).as_str());
        let images = files.iter().filter(|(name, _)| is_image(name)).map(|(name, content)| {
            let published = published(name, content);
            if let Ok(published) = &published {
                course.images.insert(published.path.clone(), content.clone());
            }
            (name.clone(), published)
        });
        Self(images.collect())
    }

    /// The image of an address, if it can be published.
    pub(super) fn get(&self, address: &str) -> Option<&Published> {
        self.0.get(plain(address))?.as_ref().ok()
    }

    /// E304 for images that are not there, E305 for those that cannot be published.
    pub(super) fn check(&self, images: &[(String, Range<usize>)], report: &mut Report) {
        for (address, span) in images {
            match self.0.get(plain(address)) {
                Some(Ok(_)) => {}
                Some(Err((what, help))) => report.add(code::E305, span.clone(), format!("the image {} {what}", quote(address)), *help),
                None if !ENDINGS.contains(&ending(address).as_str()) => {
                    let help = "save it as PNG, JPEG, WebP, AVIF, GIF or SVG";
                    report.add(code::E305, span.clone(), format!("{} is no image that browsers show", quote(address)), help);
                }
                None => {
                    let help = match crate::lex::nearest::nearest(address, self.0.keys().map(String::as_str)) {
                        Some(known) => format!("write `{known}` if you meant that, or put the file beside this one"),
                        None => "put the file into the folder of the course, beside this one".to_owned(),
                    };
                    report.add(code::E304, span.clone(), format!("there is no image {}", quote(address)), help);
                }
            }
        }
    }
}

fn published(name: &str, content: &[u8]) -> Result<Published, Refused> {
    if content.len() > MAX_IMAGE {
        let what = format!("has {} KiB; the limit is {} KiB", content.len().div_ceil(1024), MAX_IMAGE / 1024);
        return Err((what, "save it smaller, or as WebP or AVIF"));
    }
    let size = if ending(name) == "svg" { vector_size(content) } else { pixel_size(name, content) };
    let size = size.ok_or(("is not what its ending says".to_owned(), "save it anew in the format of its ending"))?;
    let digest: String = Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let stem: String =
        name.split('.').next().unwrap_or_default().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    Ok(Published { path: format!("{FOLDER}{stem}-{digest}.{}", ending(name)), size })
}

/// Width and height from the file's header; `None` where it is not of the format that its ending names.
fn pixel_size(name: &str, content: &[u8]) -> Option<(u32, u32)> {
    use imagesize::{Compression, ImageType};
    let is_right = matches!(
        (imagesize::image_type(content).ok()?, ending(name).as_str()),
        (ImageType::Png, "png")
            | (ImageType::Jpeg, "jpg" | "jpeg")
            | (ImageType::Webp, "webp")
            | (ImageType::Gif, "gif")
            | (ImageType::Heif(Compression::Av1), "avif")
    );
    let size = imagesize::blob_size(content).ok().filter(|_| is_right)?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// The size an SVG file asks for, or that of its view box; 0 where it has neither.
fn vector_size(content: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(content).ok()?;
    let tag = text.get(text.find("<svg")?..)?.split('>').next()?;
    let value = |name: &str| tag.split_once(&format!(" {name}=\""))?.1.split('"').next();
    let number = |text: &str| text.trim_end_matches("px").parse::<f64>().ok().map(|n| n.round().clamp(0.0, 20_000.0) as u32);
    let own = value("width").and_then(number).zip(value("height").and_then(number));
    let view: Vec<u32> = value("viewBox").unwrap_or_default().split([' ', ',']).filter_map(number).collect();
    Some(own.or(view.get(2).copied().zip(view.get(3).copied())).unwrap_or_default())
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// `./chart.png` is `chart.png`.
fn plain(address: &str) -> &str {
    address.strip_prefix("./").unwrap_or(address)
}
