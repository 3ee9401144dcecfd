//! What crosses as a parameter: text, bigint, bytes and their `Option`.

/// What a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A 64-bit integer.
    Integer,
    /// Bytes.
    Bytes,
}

/// The value of a parameter.
#[derive(Clone, Copy)]
pub enum Value<'v> {
    /// None of its kind.
    Null,
    /// Text.
    Text(&'v str),
    /// A 64-bit integer.
    Integer(i64),
    /// Bytes.
    Bytes(&'v [u8]),
}

/// What may be a parameter. Booleans are 0 and 1; there are no floats.
pub trait Bind {
    /// Of this kind, also when it is none.
    fn kind(&self) -> Kind;
    /// This.
    fn value(&self) -> Value<'_>;
}

macro_rules! bind { ($($type:ty: $kind:ident, $me:ident => $value:expr;)*) => { $(
    impl Bind for $type {
        fn kind(&self) -> Kind { Kind::$kind }
        fn value(&self) -> Value<'_> { let $me = self; Value::$kind($value) }
    }
    impl Bind for Option<$type> {
        fn kind(&self) -> Kind { Kind::$kind }
        fn value(&self) -> Value<'_> { self.as_ref().map_or(Value::Null, |$me| Value::$kind($value)) }
    }
)* } }
bind! {
    String: Text, text => text;
    &str: Text, text => text;
    i64: Integer, number => *number;
    Vec<u8>: Bytes, bytes => bytes;
    &[u8]: Bytes, bytes => bytes;
}
