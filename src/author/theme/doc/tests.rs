//! The page on theming against its tables, which write it.

#[test]
fn the_page_on_theming_says_what_the_tables_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/theming.md");
    if std::env::var_os("WAYPOST_BLESS").is_some() {
        std::fs::write(path, super::page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), super::page(), "WAYPOST_BLESS=1 writes docs/theming.md anew");
}
