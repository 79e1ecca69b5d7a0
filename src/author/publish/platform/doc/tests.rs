//! The page on embedding against its table, which writes it.

use super::super::PLATFORMS;

#[test]
fn the_page_on_embedding_says_what_the_table_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/embedding.md");
    if std::env::var_os("WAYPOST_BLESS").is_some() {
        std::fs::write(path, super::page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), super::page(), "WAYPOST_BLESS=1 writes docs/embedding.md anew");
}

#[test]
fn platforms_stand_in_the_order_of_their_names_and_each_has_something_to_paste() {
    let names: Vec<&str> = PLATFORMS.iter().map(|platform| platform.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert!(PLATFORMS.iter().all(|platform| !platform.pieces.is_empty() && platform.why.ends_with('.')));
}
