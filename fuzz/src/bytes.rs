//! Bytes read as choices and numbers; at their end everything is zero.

pub(crate) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) const fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        match self.0.split_first() {
            Some((&byte, rest)) => {
                self.0 = rest;
                byte
            }
            None => 0,
        }
    }

    /// What is left, as two.
    pub(crate) const fn halves(&mut self) -> (Self, Self) {
        let (one, other) = self.0.split_at(self.0.len() / 2);
        self.0 = &[];
        (Self(one), Self(other))
    }

    /// True once in so many times.
    pub(crate) fn one_in(&mut self, times: u8) -> bool {
        self.byte().is_multiple_of(times)
    }

    pub(crate) fn number(&mut self) -> u64 {
        // Four bytes of 2^(0..=56): small and huge numbers are as likely as those between.
        let shift = self.byte() % 57;
        u64::from(u16::from_le_bytes([self.byte(), self.byte()])) << shift
    }

    /// One of `all`.
    pub(crate) fn one_of<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        let choice = usize::from(self.byte());
        choice.checked_rem(all.len()).and_then(|at| all.get(at))
    }

    /// Up to 255 bytes as text; what is not UTF-8 becomes the replacement character.
    pub(crate) fn text(&mut self) -> String {
        let wanted = usize::from(self.byte()).min(self.0.len());
        let (text, rest) = self.0.split_at(wanted);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}
