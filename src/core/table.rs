//! A small sorted table. For the handful of rows that bundles and sittings have it serves like a tree map, at a tenth of its bytes.

use serde::{Serialize, Serializer};
use std::borrow::Borrow;

/// Rows by key, sorted, each key once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Table<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    /// The value under a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// The rows whose keys are at least `from` and less than `to`.
    pub fn between<Q: Ord + ?Sized>(&self, from: &Q, to: &Q) -> &[(K, V)]
    where
        K: Borrow<Q>,
    {
        let place = |key: &Q| self.find(key).unwrap_or_else(|at| at);
        self.0.get(place(from)..place(to)).unwrap_or_default()
    }

    /// Puts a value under a key; an earlier one is replaced.
    pub fn insert(&mut self, key: K, value: V) {
        // Rows mostly come in order.
        if self.0.last().is_none_or(|(last, _)| *last < key) {
            self.0.push((key, value));
            return;
        }
        match self.find(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// The value under a key, made where there is none.
    pub fn get_or_default(&mut self, key: &K) -> &mut V
    where
        K: Clone,
        V: Default,
    {
        let at = self.find(key).unwrap_or_else(|at| {
            self.0.insert(at, (key.clone(), V::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Takes a row out.
    pub fn remove(&mut self, key: &K) {
        if let Ok(at) = self.find(key) {
            self.0.remove(at);
        }
    }

    /// The values, in the order of their keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The rows, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Ord, V> From<Vec<(K, V)>> for Table<K, V> {
    /// Rows in any order; of several with one key the last one stays.
    fn from(mut rows: Vec<(K, V)>) -> Self {
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        Self(rows)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        let mut table = Self::default();
        for (key, value) in rows {
            table.insert(key, value);
        }
        table
    }
}

impl<K: Serialize, V: Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[cfg(feature = "schema")]
impl<V: schemars::JsonSchema> schemars::JsonSchema for Table<String, V> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        <std::collections::BTreeMap<String, V>>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<String, V>>::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn takes_rows_in_any_order(rows in prop::collection::vec(("[a-c]{1,2}", any::<u8>()), 0..40)) {
            let map: BTreeMap<String, u8> = rows.iter().cloned().collect();
            prop_assert!(Table::from(rows).iter().eq(map.iter()));
        }

        #[test]
        fn holds_what_a_tree_map_holds(rows in prop::collection::vec(("[a-c]{1,2}", any::<u8>(), any::<bool>()), 0..40)) {
            let (mut table, mut map) = (Table::default(), BTreeMap::new());
            for (key, value, stays) in rows {
                if stays {
                    table.insert(key.clone(), value);
                    map.insert(key, value);
                } else {
                    table.remove(&key);
                    map.remove(&key);
                }
                prop_assert!(table.iter().eq(map.iter()));
                prop_assert!(map.keys().all(|key| table.get(key) == map.get(key)));
                let between = table.between("aa", "c").iter().map(|(key, value)| (key, value));
                prop_assert!(between.eq(map.range("aa".to_owned().."c".to_owned())));
            }
            prop_assert_eq!(serde_json::to_string(&table).unwrap(), serde_json::to_string(&map).unwrap());
        }
    }
}
