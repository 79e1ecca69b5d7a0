//! The simulator's inner loops: one operation on L worlds at once. A crate of its own, because it alone is compiled for speed where all
//! else in the player is compiled for size.
//!
//! Lanes never meet: lane i of a result depends on lane i of the operands only, by + - * /, comparison and selection. So L changes no bit.
#![forbid(unsafe_code)]

/// One value in each of L worlds.
pub type Lane<const L: usize> = [f32; L];

/// What a step does. `V` is a row of lanes, `S` a scalar that all worlds share; `Vs` has its second operand shared, `Sv` its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// d = a + b
    AddVv,
    /// d = a + b
    AddVs,
    /// d = a - b
    SubVv,
    /// d = a - b
    SubVs,
    /// d = a - b
    SubSv,
    /// d = a * b
    MulVv,
    /// d = a * b
    MulVs,
    /// d = a / b
    DivVv,
    /// d = a / b
    DivVs,
    /// d = a / b
    DivSv,
    /// d = a < b ? a : b
    MinVv,
    /// d = a < b ? a : b
    MinVs,
    /// d = a < b ? a : b
    MinSv,
    /// d = a < b ? b : a
    MaxVv,
    /// d = a < b ? b : a
    MaxVs,
    /// d = a < b ? b : a
    MaxSv,
    /// d = a < b ? 1 : 0
    LtVv,
    /// d = a < b ? 1 : 0
    LtVs,
    /// d = a < b ? 1 : 0
    LtSv,
    /// d = a <= b ? 1 : 0
    LeVv,
    /// d = a <= b ? 1 : 0
    LeVs,
    /// d = a <= b ? 1 : 0
    LeSv,
    /// d = draw a
    Draw,
    /// d = draw a * scalar b + scalar c
    DrawMulsAdds,
    /// d = draw a < b ? 1 : 0
    DrawLtV,
    /// d = draw a < scalar b ? 1 : 0
    DrawLtS,
    /// d = scalar a
    Fill,
    /// d = d + a
    AccV,
    /// d = d + scalar a
    AccS,
    /// d = d + a * b
    AccMulVv,
    /// d = d + a * scalar b
    AccMulVs,
    /// d = clamp(d + a, scalar b, scalar b + 1)
    Clamp,
    /// d = a * b + c
    MulVvAddV,
    /// d = a * b + scalar c
    MulVvAddS,
    /// d = a * scalar b + c
    MulVsAddV,
    /// d = a * scalar b + scalar c
    MulVsAddS,
    /// d = c - a * b
    SubMulVv,
    /// d = c - a * scalar b
    SubMulVs,
    /// d = scalar c - a * scalar b
    SubSMulVs,
    /// d = (a + b) * c
    AddVvMulV,
    /// d = (a + scalar b) * c
    AddVsMulV,
    /// d = (a + scalar b) * scalar c
    AddVsMulS,
    /// d = a * b * c
    MulVvMulV,
    /// d = a * scalar b * c
    MulVsMulV,
    /// d = a * b * scalar c
    MulVvMulS,
}

/// What an operand of a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A row of lanes.
    Row,
    /// A shared scalar.
    Scalar,
    /// A row of draws.
    Draw,
    /// There is none.
    None,
}

impl Op {
    /// What the operands a, b and c are.
    pub fn operands(self) -> [Operand; 3] {
        use Operand::{Draw, None, Row, Scalar};
        match self {
            Self::AddVv | Self::SubVv | Self::MulVv | Self::DivVv | Self::MinVv | Self::MaxVv | Self::LtVv | Self::LeVv => [Row, Row, None],
            Self::AddVs | Self::SubVs | Self::MulVs | Self::DivVs | Self::MinVs | Self::MaxVs | Self::LtVs | Self::LeVs => {
                [Row, Scalar, None]
            }
            Self::SubSv | Self::DivSv | Self::MinSv | Self::MaxSv | Self::LtSv | Self::LeSv => [Scalar, Row, None],
            Self::Draw => [Draw, None, None],
            Self::DrawMulsAdds => [Draw, Scalar, Scalar],
            Self::DrawLtV => [Draw, Row, None],
            Self::DrawLtS => [Draw, Scalar, None],
            Self::Fill | Self::AccS => [Scalar, None, None],
            Self::AccV => [Row, None, None],
            Self::AccMulVv => [Row, Row, None],
            Self::AccMulVs | Self::Clamp => [Row, Scalar, None],
            Self::MulVvAddV | Self::SubMulVv | Self::AddVvMulV | Self::MulVvMulV => [Row, Row, Row],
            Self::MulVvAddS | Self::MulVvMulS => [Row, Row, Scalar],
            Self::MulVsAddV | Self::SubMulVs | Self::AddVsMulV | Self::MulVsMulV => [Row, Scalar, Row],
            Self::MulVsAddS | Self::SubSMulVs | Self::AddVsMulS => [Row, Scalar, Scalar],
        }
    }
}

/// A step of a straight line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub op: Op,
    /// The row that is written; never one of the rows that are read, but for those steps that say so.
    pub d: u16,
    /// The first operand.
    pub a: u16,
    /// The second.
    pub b: u16,
    /// The third.
    pub c: u16,
}

/// The rows and scalars that steps read.
struct Operands<'a, const L: usize> {
    before: &'a [Lane<L>],
    after: &'a [Lane<L>],
    scalars: &'a [f32],
}

impl<const L: usize> Operands<'_, L> {
    #[inline(always)]
    fn row(&self, at: u16) -> &Lane<L> {
        let at = usize::from(at);
        let split = self.before.len();
        if at < split { &self.before[at] } else { &self.after[at - split - 1] }
    }

    #[inline(always)]
    fn scalar(&self, at: u16) -> f32 {
        self.scalars[usize::from(at)]
    }
}

#[inline(always)]
fn each<const L: usize>(out: &mut Lane<L>, a: &Lane<L>, f: impl Fn(f32) -> f32) {
    for i in 0..L {
        out[i] = f(a[i]);
    }
}

#[inline(always)]
fn both<const L: usize>(out: &mut Lane<L>, a: &Lane<L>, b: &Lane<L>, f: impl Fn(f32, f32) -> f32) {
    for i in 0..L {
        out[i] = f(a[i], b[i]);
    }
}

#[inline(always)]
fn three<const L: usize>(out: &mut Lane<L>, a: &Lane<L>, b: &Lane<L>, c: &Lane<L>, f: impl Fn(f32, f32, f32) -> f32) {
    for i in 0..L {
        out[i] = f(a[i], b[i], c[i]);
    }
}

#[inline(always)]
fn grow<const L: usize>(out: &mut Lane<L>, a: &Lane<L>, f: impl Fn(f32, f32) -> f32) {
    for i in 0..L {
        out[i] = f(out[i], a[i]);
    }
}

/// The smaller of two numbers.
#[inline(always)]
pub fn min(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// The greater of two numbers.
#[inline(always)]
pub fn max(a: f32, b: f32) -> f32 {
    if a < b { b } else { a }
}

/// 1 where a comparison holds, else 0.
#[inline(always)]
pub fn truth(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}

/// Rows of so many lanes that steps can run over. One function for each number, compiled here and not where it is used.
pub trait Width: Sized {
    /// Runs a straight line of steps over rows of lanes, shared scalars and rows of draws.
    ///
    /// Places must be in bounds (whoever makes the steps sees to that); a step whose target is out of bounds ends the run.
    fn run(steps: &[Step], rows: &mut [Self], scalars: &[f32], draws: &[Self]);

    /// Adds a row to this one and keeps the sums within a range.
    fn grow_within(&mut self, more: &Self, low: f32, high: f32);
}

macro_rules! widths {
    ($($lanes:literal),*) => {
        $(impl Width for Lane<$lanes> {
            #[inline(never)]
            #[cfg_attr(all(target_arch = "wasm32", feature = "simd"), target_feature(enable = "simd128"))]
            fn run(steps: &[Step], rows: &mut [Self], scalars: &[f32], draws: &[Self]) {
                run(steps, rows, scalars, draws);
            }

            #[inline(never)]
            #[cfg_attr(all(target_arch = "wasm32", feature = "simd"), target_feature(enable = "simd128"))]
            fn grow_within(&mut self, more: &Self, low: f32, high: f32) {
                grow(self, more, |d, x| min(max(d + x, low), high));
            }
        })*
    };
}

widths!(1, 16, 32, 64);

#[inline(always)]
fn run<const L: usize>(steps: &[Step], rows: &mut [Lane<L>], scalars: &[f32], draws: &[Lane<L>]) {
    for step in steps {
        let Some((before, rest)) = rows.split_at_mut_checked(usize::from(step.d)) else { return };
        let Some((out, after)) = rest.split_first_mut() else { return };
        let from = Operands { before, after, scalars };
        let Step { a, b, c, .. } = *step;
        match step.op {
            Op::AddVv => both(out, from.row(a), from.row(b), |x, y| x + y),
            Op::AddVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| x + y);
            }
            Op::SubVv => both(out, from.row(a), from.row(b), |x, y| x - y),
            Op::SubVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| x - y);
            }
            Op::SubSv => {
                let x = from.scalar(a);
                each(out, from.row(b), |y| x - y);
            }
            Op::MulVv => both(out, from.row(a), from.row(b), |x, y| x * y),
            Op::MulVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| x * y);
            }
            Op::DivVv => both(out, from.row(a), from.row(b), |x, y| x / y),
            Op::DivVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| x / y);
            }
            Op::DivSv => {
                let x = from.scalar(a);
                each(out, from.row(b), |y| x / y);
            }
            Op::MinVv => both(out, from.row(a), from.row(b), min),
            Op::MinVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| min(x, y));
            }
            Op::MinSv => {
                let x = from.scalar(a);
                each(out, from.row(b), |y| min(x, y));
            }
            Op::MaxVv => both(out, from.row(a), from.row(b), max),
            Op::MaxVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| max(x, y));
            }
            Op::MaxSv => {
                let x = from.scalar(a);
                each(out, from.row(b), |y| max(x, y));
            }
            Op::LtVv => both(out, from.row(a), from.row(b), |x, y| truth(x < y)),
            Op::LtVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| truth(x < y));
            }
            Op::LtSv => {
                let x = from.scalar(a);
                each(out, from.row(b), |y| truth(x < y));
            }
            Op::LeVv => both(out, from.row(a), from.row(b), |x, y| truth(x <= y)),
            Op::LeVs => {
                let y = from.scalar(b);
                each(out, from.row(a), |x| truth(x <= y));
            }
            Op::LeSv => {
                let x = from.scalar(a);
                each(out, from.row(b), |y| truth(x <= y));
            }
            Op::Draw => {
                let Some(draw) = draws.get(usize::from(a)) else { return };
                *out = *draw;
            }
            Op::DrawMulsAdds => {
                let (Some(draw), y, z) = (draws.get(usize::from(a)), from.scalar(b), from.scalar(c)) else { return };
                each(out, draw, |x| x * y + z);
            }
            Op::DrawLtV => {
                let Some(draw) = draws.get(usize::from(a)) else { return };
                both(out, draw, from.row(b), |x, y| truth(x < y));
            }
            Op::DrawLtS => {
                let (Some(draw), y) = (draws.get(usize::from(a)), from.scalar(b)) else { return };
                each(out, draw, |x| truth(x < y));
            }
            Op::Fill => *out = [from.scalar(a); L],
            Op::AccV => grow(out, from.row(a), |d, x| d + x),
            Op::AccS => {
                let x = from.scalar(a);
                out.iter_mut().for_each(|d| *d += x);
            }
            Op::AccMulVv => {
                let (a, b) = (from.row(a), from.row(b));
                for i in 0..L {
                    out[i] += a[i] * b[i];
                }
            }
            Op::AccMulVs => {
                let y = from.scalar(b);
                grow(out, from.row(a), |d, x| d + x * y);
            }
            Op::Clamp => {
                let (low, high) = (from.scalar(b), from.scalar(b + 1));
                grow(out, from.row(a), |d, x| min(max(d + x, low), high));
            }
            Op::MulVvAddV => three(out, from.row(a), from.row(b), from.row(c), |x, y, z| x * y + z),
            Op::MulVvAddS => {
                let z = from.scalar(c);
                both(out, from.row(a), from.row(b), |x, y| x * y + z);
            }
            Op::MulVsAddV => {
                let y = from.scalar(b);
                both(out, from.row(a), from.row(c), |x, z| x * y + z);
            }
            Op::MulVsAddS => {
                let (y, z) = (from.scalar(b), from.scalar(c));
                each(out, from.row(a), |x| x * y + z);
            }
            Op::SubMulVv => three(out, from.row(a), from.row(b), from.row(c), |x, y, z| z - x * y),
            Op::SubMulVs => {
                let y = from.scalar(b);
                both(out, from.row(a), from.row(c), |x, z| z - x * y);
            }
            Op::SubSMulVs => {
                let (y, z) = (from.scalar(b), from.scalar(c));
                each(out, from.row(a), |x| z - x * y);
            }
            Op::AddVvMulV => three(out, from.row(a), from.row(b), from.row(c), |x, y, z| (x + y) * z),
            Op::AddVsMulV => {
                let y = from.scalar(b);
                both(out, from.row(a), from.row(c), |x, z| (x + y) * z);
            }
            Op::AddVsMulS => {
                let (y, z) = (from.scalar(b), from.scalar(c));
                each(out, from.row(a), |x| (x + y) * z);
            }
            Op::MulVvMulV => three(out, from.row(a), from.row(b), from.row(c), |x, y, z| x * y * z),
            Op::MulVsMulV => {
                let y = from.scalar(b);
                both(out, from.row(a), from.row(c), |x, z| x * y * z);
            }
            Op::MulVvMulS => {
                let z = from.scalar(c);
                both(out, from.row(a), from.row(b), |x, y| x * y * z);
            }
        }
    }
}
