//! Conditions of branches, as in `-> end if score < 50% and not right(impact)`.
//!
//! From weak to strong: `or`, `and`, `not`, one comparison, `+ -`, `* /`, a sign. Nothing else: no loops, no functions of the author's.

use std::ops::Range;
use waypost_core::id::{ItemId, OptionId, is_id};
use waypost_core::quiz::{Expression, Operator};
use waypost_core::typed::Exact;

/// How deep parentheses may be nested.
const MAX_DEPTH: usize = 16;

/// What a condition needs to be one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// What is wrong, in the author's words.
    pub(crate) message: String,
    /// Where, in bytes of the condition.
    pub(crate) span: Range<usize>,
}

/// Reads a whole condition.
pub(crate) fn expression(text: &str) -> Result<Expression, Trouble> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let read = parser.either()?;
    parser.blanks();
    match parser.at < text.len() {
        true => Err(parser.trouble("an operator was expected here, such as `and` or `<`")),
        false => Ok(read),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

type Read = Result<Expression, Trouble>;

fn apply(operator: Operator, operands: impl IntoIterator<Item = Expression>) -> Expression {
    Expression::Apply(operator, operands.into_iter().collect())
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn trouble(&self, message: &str) -> Trouble {
        let width = self.rest().split_whitespace().next().map_or(0, str::len);
        Trouble { message: message.to_owned(), span: self.at..self.at + width }
    }

    /// Takes a symbol.
    fn symbol(&mut self, symbol: &str) -> bool {
        self.blanks();
        let is_next = self.rest().starts_with(symbol);
        self.at += if is_next { symbol.len() } else { 0 };
        is_next
    }

    /// The word that comes next, not yet taken.
    fn peek(&mut self) -> &str {
        self.blanks();
        let rest = self.rest();
        rest.get(..rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len())).unwrap_or_default()
    }

    fn word(&mut self, word: &str) -> bool {
        let is_next = self.peek() == word;
        self.at += if is_next { word.len() } else { 0 };
        is_next
    }

    fn either(&mut self) -> Read {
        let mut left = self.both()?;
        while self.word("or") {
            left = apply(Operator::Or, [left, self.both()?]);
        }
        Ok(left)
    }

    fn both(&mut self) -> Read {
        let mut left = self.negated()?;
        while self.word("and") {
            left = apply(Operator::And, [left, self.negated()?]);
        }
        Ok(left)
    }

    fn negated(&mut self) -> Read {
        match self.word("not") {
            true => self.deeper(|parser| Ok(apply(Operator::Not, [parser.negated()?]))),
            false => self.comparison(),
        }
    }

    fn comparison(&mut self) -> Read {
        let left = self.sum()?;
        let operators = [
            ("<=", Operator::AtMost),
            (">=", Operator::AtLeast),
            ("!=", Operator::Unequal),
            ("<", Operator::Less),
            (">", Operator::Greater),
            ("=", Operator::Equal),
        ];
        match operators.into_iter().find(|(symbol, _)| self.symbol(symbol)) {
            Some((_, operator)) => Ok(apply(operator, [left, self.sum()?])),
            None => Ok(left),
        }
    }

    fn sum(&mut self) -> Read {
        let mut left = self.product()?;
        loop {
            let operator = match (self.symbol("+"), self.symbol("-")) {
                (true, _) => Operator::Add,
                (_, true) => Operator::Subtract,
                _ => return Ok(left),
            };
            left = apply(operator, [left, self.product()?]);
        }
    }

    fn product(&mut self) -> Read {
        let mut left = self.signed()?;
        loop {
            let operator = match (self.symbol("*"), self.symbol("/")) {
                (true, _) => Operator::Multiply,
                (_, true) => Operator::Divide,
                _ => return Ok(left),
            };
            left = apply(operator, [left, self.signed()?]);
        }
    }

    fn signed(&mut self) -> Read {
        match self.symbol("-") {
            true => self.deeper(|parser| Ok(apply(Operator::Subtract, [parser.signed()?]))),
            false => self.value(),
        }
    }

    fn deeper(&mut self, inside: impl FnOnce(&mut Self) -> Read) -> Read {
        if self.depth == MAX_DEPTH {
            return Err(self.trouble("this condition is nested too deep"));
        }
        self.depth += 1;
        let read = inside(self);
        self.depth -= 1;
        read
    }

    fn value(&mut self) -> Read {
        if self.symbol("(") {
            let inside = self.deeper(Self::either)?;
            return self.closed(inside);
        }
        let start = self.at;
        match self.peek().to_owned().as_str() {
            "" => self.number(),
            "score" => {
                self.at += "score".len();
                Ok(Expression::Score {})
            }
            name @ ("min" | "max" | "clamp") => self.function(name),
            name @ ("mark" | "right" | "seen" | "chose" | "dim") => self.question(name),
            unknown => Err(Trouble { message: format!("`{unknown}` is no word of conditions"), span: start..start + unknown.len() }),
        }
    }

    fn closed(&mut self, inside: Expression) -> Read {
        match self.symbol(")") {
            true => Ok(inside),
            false => Err(self.trouble("a `)` is missing here")),
        }
    }

    fn number(&mut self) -> Read {
        let rest = self.rest();
        let digits = rest.get(..rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len())).unwrap_or_default();
        let Ok(number) = digits.parse::<Exact>() else {
            return Err(self.trouble("a number or a word such as `score` was expected here"));
        };
        self.at += digits.len();
        if !self.symbol("%") {
            return Ok(Expression::Number(number));
        }
        let (mantissa, places) = number.parts();
        Exact::new(mantissa, places + 2).map(Expression::Number).ok_or_else(|| self.trouble("this number has too many digits"))
    }

    fn function(&mut self, name: &str) -> Read {
        self.at += name.len();
        let (operator, wanted) = match name {
            "min" => (Operator::Min, 2),
            "max" => (Operator::Max, 2),
            _ => (Operator::Clamp, 3),
        };
        let start = self.at;
        let mut operands = Vec::new();
        let opened = self.symbol("(");
        while opened && (operands.is_empty() || self.symbol(",")) {
            operands.push(self.deeper(Self::either)?);
        }
        if operands.len() != wanted {
            let message = format!("`{name}` takes {wanted} values in parentheses");
            return Err(Trouble { message, span: start..self.at });
        }
        self.closed(Expression::Apply(operator, operands))
    }

    /// A word that asks about an item, an option or a dimension.
    fn question(&mut self, name: &str) -> Read {
        self.at += name.len();
        let start = self.at;
        let inside = match self.symbol("(") {
            true => self.rest().split(')').next().unwrap_or_default().to_owned(),
            false => String::new(),
        };
        self.at += inside.len();
        let id = inside.trim();
        let item = || ItemId::from(id);
        let read = match (name, id.split_once('.')) {
            ("chose", Some((item, option))) if is_id(item) && is_id(option) => {
                Expression::Chose(ItemId::from(item), OptionId::from(option))
            }
            ("mark", None) if is_id(id) => Expression::Mark(item()),
            ("right", None) if is_id(id) => Expression::Right(item()),
            ("seen", None) if is_id(id) => Expression::Seen(item()),
            ("dim", None) if is_id(id) => Expression::Dim(item()),
            _ => {
                let example = if name == "chose" { "chose(item.option)".to_owned() } else { format!("{name}(item)") };
                return Err(Trouble { message: format!("`{name}` needs an id, as in `{example}`"), span: start..self.at });
            }
        };
        self.closed(read)
    }
}

#[cfg(test)]
mod tests {
    use super::expression;

    fn read(text: &str) -> String {
        serde_json::to_string(&expression(text).unwrap()).unwrap()
    }

    #[test]
    fn conditions_bind_as_they_read() {
        assert_eq!(read("score < 50%"), r#"{"apply":["less",[{"score":{}},{"number":"0.5"}]]}"#);
        assert_eq!(read("1 + 2 * 3 > 4 and not right(a-b) or seen(c)"), read("(((1 + (2 * 3)) > 4) and (not right(a-b))) or seen(c)"));
        assert_eq!(read("chose(impact.b)"), r#"{"chose":["impact","b"]}"#);
        assert_eq!(read("clamp(dim(x), 0, max(1, -2)) = 1"), read("clamp(dim(x),0,max(1,-2))=1"));
    }

    #[test]
    fn what_is_no_condition_says_where() {
        for (text, at) in
            [("", 0..0), ("score <", 7..7), ("score 5", 6..7), ("skore > 1", 0..5), ("(1", 2..2), ("right()", 5..6), ("min(1)", 3..5)]
        {
            assert_eq!(expression(text).unwrap_err().span, at, "{text}");
        }
        assert!(expression(&"(".repeat(1000)).is_err());
        assert!(expression(&"-".repeat(1000)).is_err());
    }
}
