//! The grammar of JSON (RFC 8259).

use super::Unreadable;

/// What a text holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// In the order of the text.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The value of this name, if it is an object that has one.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find_map(|(key, value)| (key == name).then_some(value))
    }
}

/// Deeper ones are nobody's: a parser that follows them runs out of stack.
const MAX_DEPTH: u32 = 127;

/// Parses a whole text.
pub(crate) fn parse(text: &str) -> Result<Node, Unreadable> {
    let mut rest = Rest { text, depth: 0 };
    let node = rest.node()?;
    rest.space();
    if rest.text.is_empty() { Ok(node) } else { Err(Unreadable) }
}

/// What is still to be parsed.
struct Rest<'t> {
    text: &'t str,
    depth: u32,
}

impl Rest<'_> {
    fn space(&mut self) {
        self.text = self.text.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes this, if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let rest = self.text.strip_prefix(word);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    fn expect(&mut self, word: &str) -> Result<(), Unreadable> {
        if self.takes(word) { Ok(()) } else { Err(Unreadable) }
    }

    fn node(&mut self) -> Result<Node, Unreadable> {
        self.space();
        match self.text.as_bytes().first().ok_or(Unreadable)? {
            b'"' => self.string().map(Node::Text),
            b'[' => self.deeper(Self::list),
            b'{' => self.deeper(Self::object),
            b'n' => self.expect("null").map(|()| Node::Null),
            b't' => self.expect("true").map(|()| Node::Bool(true)),
            b'f' => self.expect("false").map(|()| Node::Bool(false)),
            _ => self.number(),
        }
    }

    fn deeper(&mut self, inner: fn(&mut Self) -> Result<Node, Unreadable>) -> Result<Node, Unreadable> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Unreadable);
        }
        let node = inner(self);
        self.depth -= 1;
        node
    }

    fn list(&mut self) -> Result<Node, Unreadable> {
        self.expect("[")?;
        let mut elements = Vec::new();
        self.space();
        if self.takes("]") {
            return Ok(Node::List(elements));
        }
        loop {
            elements.push(self.node()?);
            if self.ends_with("]")? {
                return Ok(Node::List(elements));
            }
        }
    }

    fn object(&mut self) -> Result<Node, Unreadable> {
        self.expect("{")?;
        let mut entries = Vec::new();
        self.space();
        if self.takes("}") {
            return Ok(Node::Object(entries));
        }
        loop {
            self.space();
            let name = self.string()?;
            self.space();
            self.expect(":")?;
            entries.push((name, self.node()?));
            if self.ends_with("}")? {
                return Ok(Node::Object(entries));
            }
        }
    }

    /// Whether a list ends here, or goes on behind a comma.
    fn ends_with(&mut self, end: &str) -> Result<bool, Unreadable> {
        self.space();
        if self.takes(end) {
            return Ok(true);
        }
        self.expect(",").map(|()| false)
    }

    fn string(&mut self) -> Result<String, Unreadable> {
        self.expect("\"")?;
        let mut string = String::new();
        loop {
            let end = self.text.find(|c: char| c == '"' || c == '\\' || c < ' ').ok_or(Unreadable)?;
            let (plain, rest) = self.text.split_at_checked(end).ok_or(Unreadable)?;
            string.push_str(plain);
            self.text = rest;
            if self.takes("\"") {
                return Ok(string);
            }
            self.expect("\\")?;
            string.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, Unreadable> {
        let mut rest = self.text.chars();
        let kind = rest.next().ok_or(Unreadable)?;
        self.text = rest.as_str();
        Ok(match kind {
            '"' | '\\' | '/' => kind,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let high = self.four_digits()?;
                // Half a character is followed by the other half, or is none.
                let code = if (0xD800..0xDC00).contains(&high) {
                    self.expect("\\u")?;
                    let low = self.four_digits()?;
                    let low = low.checked_sub(0xDC00).filter(|low| *low < 0x400).ok_or(Unreadable)?;
                    0x1_0000 + ((high - 0xD800) << 10) + low
                } else {
                    high
                };
                char::from_u32(code).ok_or(Unreadable)?
            }
            _ => return Err(Unreadable),
        })
    }

    fn four_digits(&mut self) -> Result<u32, Unreadable> {
        let (digits, rest) = self.text.split_at_checked(4).ok_or(Unreadable)?;
        self.text = rest;
        // The parser of numbers takes a sign too.
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Unreadable);
        }
        u32::from_str_radix(digits, 16).map_err(|_| Unreadable)
    }

    fn number(&mut self) -> Result<Node, Unreadable> {
        let whole = self.text;
        self.takes("-");
        let leads_with_zero = self.text.starts_with('0');
        if self.digits()? > 1 && leads_with_zero {
            return Err(Unreadable);
        }
        if self.takes(".") {
            self.digits()?;
        }
        if self.takes("e") || self.takes("E") {
            let _ = self.takes("+") || self.takes("-");
            self.digits()?;
        }
        let length = whole.len() - self.text.len();
        Ok(Node::Number(whole.get(..length).ok_or(Unreadable)?.to_owned()))
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<usize, Unreadable> {
        let rest = self.text.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = self.text.len() - rest.len();
        self.text = rest;
        if count > 0 { Ok(count) } else { Err(Unreadable) }
    }
}
