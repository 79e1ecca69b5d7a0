//! From the text of a fence to its statements, line by line. A line that cannot be read is reported and left out.

use super::statement::{Binary, Change, Delay, Expr, Fence, Figure, Form, Kind, Name, Sign, Span, Statement};
use super::token::{Token, tokens};
use crate::code;
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::simulator::{Better, LeverKind, limit};

/// Which fence is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// `model`
    Model,
    /// `effects`
    Effects,
}

/// Words of expressions and lists of changes; they cannot be names.
const RESERVED: [&str; 7] = ["else", "and", "or", "not", "min", "max", "clamp"];

/// Words that begin a statement; a stock cannot be called so, because changes begin with its name.
const KEYWORDS: [&str; 12] = ["var", "lever", "share", "param", "let", "rule", "after", "over", "event", "score", "set", "chance"];

/// The most bytes of a fence.
const MAX_FENCE: usize = 64 * 1024;

/// The most nodes of an expression.
const MAX_NODES: usize = 64;

/// The deepest nesting of an expression.
const MAX_NESTING: usize = 16;

/// Reads a fence that stands at `span` of the file, fence lines included.
pub(crate) fn fence(sort: Sort, span: Range<usize>, report: &mut Report) -> Fence {
    let source = report.source;
    let text = source.slice(span.clone());
    if text.len() > MAX_FENCE {
        let message = format!("this block has {} KiB; the limit is {} KiB", text.len() / 1024, MAX_FENCE / 1024);
        report.add(code::E409, span.start..span.start + 3, message, "shorten it");
        return Fence { statements: Vec::new(), span };
    }
    let mut statements = Vec::new();
    let mut at = span.start;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        if number == 0 || line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            continue;
        }
        statements.extend(statement(sort, line, start, report));
    }
    Fence { statements, span }
}

fn statement(sort: Sort, line: &str, start: usize, report: &mut Report) -> Option<Statement> {
    let tokens = match tokens(line, start) {
        Ok(tokens) => tokens,
        Err(span) => {
            let written = quote(report.source.slice(span.clone()));
            let help = if written.starts_with("`\"") { "close the text with `\"`" } else { "remove it; `#` begins a comment" };
            report.add(code::E405, span, format!("{written} is not part of the model language"), help);
            return None;
        }
    };
    let (first, last) = (tokens.first()?.1.start, tokens.last()?.1.end);
    let mut parser = Parser { tokens: &tokens, at: 0, end: last, nodes: 0, depth: 0 };
    let read = match sort {
        Sort::Model => parser.model(),
        Sort::Effects => parser.effect(),
    };
    let read = read.and_then(|kind| {
        let label = parser.label();
        match parser.peek() {
            None => Ok(Statement { kind, label, span: first..last }),
            Some(_) => Err(parser.wanted("the end of the line", "begin a new line for another statement")),
        }
    });
    match read {
        Ok(statement) => Some(statement),
        Err(trouble) => {
            report.add(trouble.code, trouble.span, trouble.message, trouble.help);
            None
        }
    }
}

/// Why a line cannot be read.
struct Trouble {
    code: code::Code,
    span: Range<usize>,
    message: String,
    help: String,
}

type Read<T> = Result<T, Trouble>;

struct Parser<'t> {
    tokens: &'t [(Token, Range<usize>)],
    at: usize,
    end: usize,
    nodes: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    /// Where the next token stands, or the end of the line.
    fn here(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.end.saturating_sub(1)..self.end, |(_, span)| span.clone())
    }

    fn done(&self) -> usize {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |(_, span)| span.end)
    }

    fn trouble(&self, message: impl Into<String>, help: impl Into<String>) -> Trouble {
        Trouble { code: code::E405, span: self.here(), message: message.into(), help: help.into() }
    }

    fn wanted(&self, what: &str, help: &str) -> Trouble {
        let found = match self.peek() {
            None => "the line ends".to_owned(),
            Some(Token::Name(name)) => format!("there is {}", quote(name)),
            Some(Token::Number(..)) => "there is a number".to_owned(),
            Some(Token::Text(_)) => "there is a text".to_owned(),
            Some(Token::Label(label)) => format!("there is {}", quote(&format!("@{label}"))),
            Some(Token::Sign(sign)) => format!("there is {}", quote(sign)),
        };
        self.trouble(format!("{found} where {what} is expected"), help)
    }

    fn sign(&mut self, sign: &str) -> bool {
        let is = matches!(self.peek(), Some(Token::Sign(found)) if *found == sign);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, sign: &str, help: &str) -> Read<()> {
        if self.sign(sign) { Ok(()) } else { Err(self.wanted(&quote(sign), help)) }
    }

    fn word(&mut self, word: &str) -> bool {
        let is = matches!(self.peek(), Some(Token::Name(found)) if found == word);
        self.at += usize::from(is);
        is
    }

    fn keyword(&mut self, help: &str) -> Read<String> {
        match self.peek() {
            Some(Token::Name(name)) => {
                let name = name.clone();
                self.at += 1;
                Ok(name)
            }
            _ => Err(self.wanted("a statement", help)),
        }
    }

    fn name(&mut self) -> Read<Name> {
        let span = self.here();
        match self.peek() {
            Some(Token::Name(name)) if RESERVED.contains(&name.as_str()) => Err(Trouble {
                code: code::E400,
                span,
                message: format!("{} is a word of the language and cannot be a name", quote(name)),
                help: "choose another name".to_owned(),
            }),
            Some(Token::Name(name)) => {
                let text = name.clone();
                self.at += 1;
                Ok(Name { text, span })
            }
            _ => Err(self.wanted("a name", "write a name of `a-z`, `0-9` and `_` that begins with a letter")),
        }
    }

    fn text(&mut self) -> Option<String> {
        match self.peek() {
            Some(Token::Text(text)) => {
                let text = text.clone();
                self.at += 1;
                Some(text)
            }
            _ => None,
        }
    }

    fn label(&mut self) -> Option<Name> {
        let span = self.here();
        match self.peek() {
            Some(Token::Label(label)) => {
                let text = label.clone();
                self.at += 1;
                Some(Name { text, span })
            }
            _ => None,
        }
    }

    fn figure(&mut self) -> Read<Figure> {
        let negative = self.sign("-");
        match self.peek() {
            Some(Token::Number(value, places)) => {
                let (value, places) = (*value, *places);
                self.at += 1;
                Ok(Figure { value: if negative { -value } else { value }, places })
            }
            _ => Err(self.wanted("a number", "write a plain number, such as `0.5`")),
        }
    }

    fn is_figure(&self) -> bool {
        matches!(self.peek(), Some(Token::Number(..)) | Some(Token::Sign("-")))
    }

    fn range(&mut self) -> Read<Span> {
        let start = self.here().start;
        let low = self.figure()?;
        self.expect("..", "write a range, such as `0..100`")?;
        let high = self.figure()?;
        Ok(Span { low, high, at: start..self.done() })
    }

    fn model(&mut self) -> Read<Kind> {
        let help = "begin it with `var`, `share`, `lever`, `param`, `let`, `rule`, `after`, `over`, `event` or `score`";
        let start = self.at;
        match self.keyword(help)?.as_str() {
            "var" => self.var(),
            "lever" => self.lever(),
            "share" => {
                let (name, value) = (self.name()?, self.figure()?);
                Ok(Kind::Lever { name, value, range: None, kind: LeverKind::Share, text: self.text() })
            }
            "param" => {
                let (name, value, range) = (self.name()?, self.figure()?, self.range()?);
                Ok(Kind::Param { name, value, range, text: self.text() })
            }
            "let" => {
                let name = self.name()?;
                self.expect("=", "write `let name = amount`")?;
                Ok(Kind::Let { name, value: self.amount()? })
            }
            "rule" => {
                let change = self.delta()?;
                Ok(Kind::Rule { change, cause: self.cause("rule")? })
            }
            word @ ("after" | "over") => {
                let delay = self.delay(word)?;
                let change = self.delta()?;
                Ok(Kind::Delayed { delay, change, cause: Some(self.cause("delay")?) })
            }
            "event" => {
                let odds = self.condition()?;
                self.expect(":", "write `event odds: stock +1 \"cause\"`")?;
                let changes = self.changes()?;
                Ok(Kind::Event { odds, changes, cause: self.cause("event")? })
            }
            "score" => {
                self.expect("=", "write `score = amount`")?;
                let value = self.condition()?;
                // The name of the points is for the author's own reading.
                self.text();
                Ok(Kind::Score { value })
            }
            word => Err(self.misplaced(start, word, help)),
        }
    }

    fn effect(&mut self) -> Read<Kind> {
        let start = self.at;
        match self.peek() {
            Some(Token::Name(word)) if word == "set" => {
                self.at += 1;
                let mut values = Vec::new();
                while matches!(self.peek(), Some(Token::Name(_))) {
                    let name = self.name()?;
                    self.expect("=", "write `set lever=0.5`")?;
                    values.push((name, self.figure()?));
                }
                if values.is_empty() { Err(self.wanted("a lever", "write `set lever=0.5`")) } else { Ok(Kind::Set { values }) }
            }
            Some(Token::Name(word)) if word == "chance" => {
                self.at += 1;
                let odds = self.condition()?;
                self.expect(":", "write `chance odds: stock +1 else stock -1`")?;
                let then = self.changes()?;
                if !self.word("else") {
                    let mut trouble =
                        self.trouble("this chance does not say what happens otherwise", "add `else` and a change, such as `else trust -2`");
                    trouble.code = code::E402;
                    return Err(trouble);
                }
                Ok(Kind::Chance { odds, then, otherwise: self.changes()? })
            }
            Some(Token::Name(word)) if word == "after" || word == "over" => {
                let word = word.clone();
                self.at += 1;
                let delay = self.delay(&word)?;
                Ok(Kind::Delayed { delay, change: self.change()?, cause: None })
            }
            Some(Token::Name(word)) if KEYWORDS.contains(&word.as_str()) => {
                let word = word.clone();
                self.at += 1;
                Err(self.misplaced(start, &word, "begin it with `set`, `after`, `over`, `chance`, or the name of a stock"))
            }
            Some(Token::Name(_)) => Ok(Kind::Change(self.change()?)),
            _ => Err(self.wanted("a statement", "begin it with `set`, `after`, `over`, `chance`, or the name of a stock")),
        }
    }

    fn misplaced(&mut self, start: usize, word: &str, help: &str) -> Trouble {
        self.at = start;
        let what = if KEYWORDS.contains(&word) { "does not begin a statement of this block" } else { "begins no statement" };
        self.trouble(format!("{} {what}", quote(word)), help)
    }

    fn var(&mut self) -> Read<Kind> {
        let name = self.name()?;
        if KEYWORDS.contains(&name.text.as_str()) {
            return Err(Trouble {
                code: code::E400,
                span: name.span,
                message: format!("{} begins a statement and cannot be the name of a stock", quote(&name.text)),
                help: "choose another name".to_owned(),
            });
        }
        let start = self.figure()?;
        let spread = if self.sign("~") { self.figure()?.value } else { 0.0 };
        let range = self.range()?;
        let text = self.text();
        let better = [("high", Better::High), ("low", Better::Low), ("hidden", Better::Hidden)];
        let better = better.into_iter().find(|(word, _)| self.word(word)).map_or(Better::High, |(_, better)| better);
        Ok(Kind::Var { name, start, spread, range, text, better })
    }

    fn lever(&mut self) -> Read<Kind> {
        let (name, value) = (self.name()?, self.figure()?);
        let range = if self.is_figure() { Some(self.range()?) } else { None };
        Ok(Kind::Lever { name, value, range, kind: LeverKind::Lever, text: self.text() })
    }

    fn delay(&mut self, word: &str) -> Read<Delay> {
        let span = self.here();
        let turns = self.figure()?;
        let number = turns.value as u32;
        if turns.places > 0 || turns.value < 1.0 || number as usize > limit::DELAY {
            return Err(Trouble {
                code: code::E409,
                span,
                message: format!("a delay is 1 to {} whole turns", limit::DELAY),
                help: "write a number from 1 to 4".to_owned(),
            });
        }
        Ok(if word == "after" { Delay::After(number) } else { Delay::Over(number) })
    }

    fn cause(&mut self, what: &str) -> Read<String> {
        match self.text() {
            Some(text) if !text.is_empty() => Ok(text),
            _ => Err(Trouble {
                code: code::E403,
                span: self.here(),
                message: format!("this {what} has no cause"),
                help: "add what readers are told, in quotes, such as `\"long hours\"`".to_owned(),
            }),
        }
    }

    fn changes(&mut self) -> Read<Vec<Change>> {
        let mut changes = vec![self.change()?];
        while self.sign(";") {
            changes.push(self.change()?);
        }
        Ok(changes)
    }

    fn change(&mut self) -> Read<Change> {
        if matches!(self.tokens.get(self.at + 1), Some((Token::Sign("+=" | "-="), _))) {
            return self.delta();
        }
        let stock = self.name()?;
        if !matches!(self.peek(), Some(Token::Sign("+" | "-"))) {
            return Err(self.wanted("`+` or `-`", "write the change with its sign, such as `trust +5` or `trust -2..-1`"));
        }
        Ok(Change { stock, sign: Sign::Plus, amount: self.amount()? })
    }

    fn delta(&mut self) -> Read<Change> {
        let stock = self.name()?;
        let sign = if self.sign("+=") {
            Sign::Plus
        } else if self.sign("-=") {
            Sign::Minus
        } else {
            return Err(self.wanted("`+=` or `-=`", "write the change, such as `trust += 2`"));
        };
        Ok(Change { stock, sign, amount: self.amount()? })
    }

    fn amount(&mut self) -> Read<Expr> {
        let low = self.condition()?;
        if !self.sign("..") {
            return Ok(low);
        }
        let high = self.condition()?;
        self.join(low.span.start, Form::Range, low, high)
    }

    fn condition(&mut self) -> Read<Expr> {
        if self.depth == 0 {
            self.nodes = 0;
        }
        self.depth += 1;
        if self.depth > MAX_NESTING {
            return Err(self.too_large(&format!("an expression is nested at most {MAX_NESTING} deep")));
        }
        let mut left = self.conjunction()?;
        while self.word("or") {
            let right = self.conjunction()?;
            left = self.binary(Binary::Or, left, right)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    fn conjunction(&mut self) -> Read<Expr> {
        let mut left = self.negation()?;
        while self.word("and") {
            let right = self.negation()?;
            left = self.binary(Binary::And, left, right)?;
        }
        Ok(left)
    }

    fn negation(&mut self) -> Read<Expr> {
        let start = self.here().start;
        if self.word("not") {
            let inner = self.relation()?;
            return self.node(Form::Not(Box::new(inner)), start);
        }
        self.relation()
    }

    fn relation(&mut self) -> Read<Expr> {
        let left = self.sum()?;
        let signs = [
            ("<", Binary::Less),
            ("<=", Binary::AtMost),
            ("=", Binary::Equal),
            ("!=", Binary::Unequal),
            (">=", Binary::AtLeast),
            (">", Binary::Greater),
        ];
        match signs.into_iter().find(|(sign, _)| self.sign(sign)) {
            None => Ok(left),
            Some((_, operator)) => {
                let right = self.sum()?;
                self.binary(operator, left, right)
            }
        }
    }

    fn sum(&mut self) -> Read<Expr> {
        let mut left = self.product()?;
        while let Some((_, operator)) = [("+", Binary::Add), ("-", Binary::Sub)].into_iter().find(|(sign, _)| self.sign(sign)) {
            let right = self.product()?;
            left = self.binary(operator, left, right)?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Read<Expr> {
        let mut left = self.unary()?;
        while let Some((_, operator)) = [("*", Binary::Mul), ("/", Binary::Div)].into_iter().find(|(sign, _)| self.sign(sign)) {
            let right = self.unary()?;
            left = self.binary(operator, left, right)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Read<Expr> {
        let start = self.here().start;
        if self.sign("+") {
            return self.atom();
        }
        if !self.sign("-") {
            return self.atom();
        }
        let inner = self.atom()?;
        match inner.form {
            Form::Number(value) => self.node(Form::Number(-value), start),
            _ => self.node(Form::Negative(Box::new(inner)), start),
        }
    }

    fn atom(&mut self) -> Read<Expr> {
        let span = self.here();
        match self.peek().cloned() {
            Some(Token::Number(value, _)) => {
                self.at += 1;
                let value = if self.sign("%") { value / 100.0 } else { value };
                self.node(Form::Number(value), span.start)
            }
            Some(Token::Name(name)) if ["min", "max", "clamp"].contains(&name.as_str()) => {
                self.at += 1;
                self.call(&name, span.start)
            }
            Some(Token::Name(_)) => {
                let name = self.name()?;
                self.node(Form::Name(name.text), span.start)
            }
            Some(Token::Sign("(")) => {
                self.at += 1;
                let mut inner = self.amount()?;
                self.expect(")", "close the parenthesis")?;
                inner.span = span.start..self.done();
                Ok(inner)
            }
            _ => Err(self.wanted("a value", "write a number, a name or an expression in parentheses")),
        }
    }

    fn call(&mut self, name: &str, start: usize) -> Read<Expr> {
        let help = format!("write `{name}({})`", if name == "clamp" { "value, least, most" } else { "a, b" });
        self.expect("(", &help)?;
        let first = self.condition()?;
        self.expect(",", &help)?;
        let second = self.condition()?;
        if name == "clamp" {
            self.expect(",", &help)?;
            let third = self.condition()?;
            self.expect(")", &help)?;
            return self.node(Form::Clamp(Box::new([first, second, third])), start);
        }
        self.expect(")", &help)?;
        let operator = if name == "min" { Binary::Min } else { Binary::Max };
        self.node(Form::Binary(operator, Box::new(first), Box::new(second)), start)
    }

    fn binary(&mut self, operator: Binary, left: Expr, right: Expr) -> Read<Expr> {
        self.join(left.span.start, |left, right| Form::Binary(operator, left, right), left, right)
    }

    fn join(&mut self, start: usize, form: impl Fn(Box<Expr>, Box<Expr>) -> Form, left: Expr, right: Expr) -> Read<Expr> {
        self.node(form(Box::new(left), Box::new(right)), start)
    }

    fn node(&mut self, form: Form, start: usize) -> Read<Expr> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(self.too_large(&format!("an expression has at most {MAX_NODES} parts")));
        }
        Ok(Expr { form, span: start..self.done() })
    }

    fn too_large(&self, message: &str) -> Trouble {
        let help = "split it with `let`".to_owned();
        Trouble { code: code::E409, span: self.here(), message: message.to_owned(), help }
    }
}
