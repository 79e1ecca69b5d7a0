//! Short names for what a WASM asks of its glue. wasm-bindgen gives every import a long name with a hash, once in each file, and
//! hashes do not compress: together they are 2 KB of every reader's.

/// A WASM and its glue with short names for the imports that wasm-bindgen named; nothing where `wasm` is not a module.
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    let mut reader = Reader { bytes: wasm, at: 8 };
    let mut short = wasm.get(..8)?.to_vec();
    let mut names = Vec::new();
    while reader.at < wasm.len() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let body = reader.take(length)?;
        let body = if id == IMPORTS { imports(body, &mut names)? } else { body.to_vec() };
        short.push(id);
        number(&mut short, body.len());
        short.extend(body);
    }
    let mut glue = glue.to_owned();
    for (at, name) in names.iter().enumerate() {
        glue = glue.replace(name, &called(at));
    }
    Some((short, glue))
}

/// The id of the section of imports.
const IMPORTS: u8 = 2;

fn called(at: usize) -> String {
    format!("i{at}")
}

/// The section of imports with short names; the long ones go into `names`, in the order of their numbers.
fn imports(section: &[u8], names: &mut Vec<String>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut short = Vec::new();
    let count = reader.number()?;
    number(&mut short, count);
    for _ in 0..count {
        let module = reader.text()?;
        let name = reader.text()?;
        text(&mut short, module);
        if name.starts_with("__wb") {
            text(&mut short, &called(names.len()));
            names.push(name.to_owned());
        } else {
            text(&mut short, name);
        }
        let from = reader.at;
        reader.kind()?;
        short.extend(section.get(from..reader.at)?);
    }
    Some(short)
}

/// A place in a module's bytes.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        str::from_utf8(self.take(length)?).ok()
    }

    /// What kind of thing is imported: a function by the number of its type, a table, a memory, a global or a tag.
    fn kind(&mut self) -> Option<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => {
                self.byte()?;
                self.limits()
            }
            2 => self.limits(),
            3 | 4 => self.take(2).map(drop),
            _ => None,
        }
    }

    fn limits(&mut self) -> Option<()> {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 { self.number().map(drop) } else { Some(()) }
    }
}

fn number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{IMPORTS, number, shorten, text};

    /// A module that imports functions of these names, with a section of its own behind.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        number(&mut section, names.len());
        for name in names {
            text(&mut section, "./glue.js");
            text(&mut section, name);
            section.extend([0, 3]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.push(IMPORTS);
        number(&mut module, section.len());
        module.extend(section);
        module.extend([0, 2, 1, b'x']);
        module
    }

    #[test]
    fn imports_get_short_names_in_both_files() {
        let long = ["__wbg_print_0123456789abcdef", "memory", "__wbindgen_cast_0123456789abcdef"];
        let glue = "{__wbg_print_0123456789abcdef: print, __wbindgen_cast_0123456789abcdef: cast}";
        let (wasm, glue) = shorten(&module(&long), glue).unwrap();
        assert_eq!(wasm, module(&["i0", "memory", "i1"]));
        assert_eq!(glue, "{i0: print, i1: cast}");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(shorten(b"\0asm", ""), None);
        assert_eq!(shorten(b"\0asm\x01\0\0\0\x02\x7f", ""), None);
    }
}
