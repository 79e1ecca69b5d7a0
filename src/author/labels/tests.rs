//! The page on labels against the table of words, which writes it.

#[test]
fn the_page_on_labels_lists_every_word() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/labels.md");
    if std::env::var_os("WAYPOST_BLESS").is_some() {
        std::fs::write(path, super::page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), super::page(), "WAYPOST_BLESS=1 writes docs/labels.md anew");
}
