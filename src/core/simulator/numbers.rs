//! Values as lists of numbers in double precision, which hold all of them to the last bit: how an analysis passes between a page and its
//! worker. Both are of one build, so a list says nothing of its form.

/// A value that can be written as numbers.
pub trait Numbers: Sized {
    /// Adds the value's numbers to a list.
    fn put(&self, list: &mut Vec<f64>);

    /// Reads a value from the front of a list; nothing where the list is no such value.
    fn take(list: &mut std::slice::Iter<f64>) -> Option<Self>;

    /// The value as a list.
    fn numbers(&self) -> Vec<f64> {
        let mut list = Vec::new();
        self.put(&mut list);
        list
    }

    /// The value that a whole list is; nothing where it is none, or more than one.
    fn of(list: &[f64]) -> Option<Self> {
        let mut list = list.iter();
        let value = Self::take(&mut list)?;
        list.next().is_none().then_some(value)
    }
}

macro_rules! plain {
    ($($number:ty),*) => {
        $(impl Numbers for $number {
            fn put(&self, list: &mut Vec<f64>) {
                list.push(*self as f64);
            }

            fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
                list.next().map(|number| *number as $number)
            }
        })*
    };
}

// Counts stay far below 2^53.
plain!(f64, f32, u32, usize);

impl Numbers for bool {
    fn put(&self, list: &mut Vec<f64>) {
        u32::from(*self).put(list);
    }

    fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
        u32::take(list).map(|number| number == 1)
    }
}

impl<T: Numbers> Numbers for Vec<T> {
    fn put(&self, list: &mut Vec<f64>) {
        self.len().put(list);
        self.iter().for_each(|value| value.put(list));
    }

    fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
        let mut values = Vec::new();
        for _ in 0..usize::take(list)? {
            values.push(T::take(list)?);
        }
        Some(values)
    }
}

impl<T: Numbers> Numbers for Option<T> {
    fn put(&self, list: &mut Vec<f64>) {
        self.is_some().put(list);
        self.iter().for_each(|value| value.put(list));
    }

    fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
        if bool::take(list)? { T::take(list).map(Some) } else { Some(None) }
    }
}

/// A struct is its fields, one after the other.
macro_rules! fields {
    ($name:ident { $($field:ident),* }) => {
        impl $crate::simulator::Numbers for $name {
            fn put(&self, list: &mut Vec<f64>) {
                $($crate::simulator::Numbers::put(&self.$field, list);)*
            }

            fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
                Some(Self { $($field: $crate::simulator::Numbers::take(list)?),* })
            }
        }
    };
}

/// An enum without contents is the place of its variant.
macro_rules! variants {
    ($name:ident { $($variant:ident),* }) => {
        impl $crate::simulator::Numbers for $name {
            fn put(&self, list: &mut Vec<f64>) {
                list.push(f64::from(*self as u8));
            }

            fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
                const ALL: &[$name] = &[$($name::$variant),*];
                ALL.get(<usize as $crate::simulator::Numbers>::take(list)?).copied()
            }
        }
    };
}

pub(super) use {fields, variants};
