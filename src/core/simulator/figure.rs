//! Figures as readers see them: whole points and whole percent. Written from whole numbers, because formatting floats costs kilobytes.

/// Rounded to whole points, halves away from 0.
pub fn whole(number: f64) -> i64 {
    (if number < 0.0 { number - 0.5 } else { number + 0.5 }) as i64
}

/// A change with its sign: `+8`, `−14`, `0`.
pub fn signed(number: f64) -> String {
    match whole(number) {
        0 => "0".to_owned(),
        up @ 1.. => format!("+{up}"),
        down => format!("\u{2212}{}", down.unsigned_abs()),
    }
}

/// A share of 0 to 1 in whole percent.
pub fn percent(share: f64) -> i64 {
    whole(share * 100.0)
}

/// A number with `places` digits after the point: `0.35`.
pub fn shown(number: f32, places: u32) -> String {
    let unit = 10i64.pow(places.min(9));
    let scaled = whole(f64::from(number) * unit as f64);
    let sign = if scaled < 0 { "\u{2212}" } else { "" };
    let (before, after) = (scaled.unsigned_abs() / unit.unsigned_abs(), scaled.unsigned_abs() % unit.unsigned_abs());
    if places == 0 { format!("{sign}{before}") } else { format!("{sign}{before}.{after:0width$}", width = places.min(9) as usize) }
}
