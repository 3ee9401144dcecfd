//! A form's fields, read into the same struct as a JSON object: a name given several times is a list, a tick is true, and a
//! blank field is one that is not there.
use super::{
    Errors, Fields,
    error::{Code, Fact},
};
use serde::{
    de::{
        DeserializeOwned, Deserializer, IntoDeserializer, MapAccess, Visitor,
        value::{Error, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use std::cell::Cell;

/// Reads the fields that `T` has; others are the page's own.
pub(crate) fn read<T: DeserializeOwned>(fields: &Fields) -> Result<T, Errors> {
    T::deserialize(Form(fields, &Cell::default())).map_err(|_| Errors::one("", Code::Needed))
}

/// The same for what a program asks in an address: a field that `T` does not have is told, for a filter that is misspelt would
/// silently ask for everything.
pub(crate) fn read_only<T: DeserializeOwned>(fields: &Fields) -> Result<T, Errors> {
    let names = Cell::default();
    let read = T::deserialize(Form(fields, &names)).map_err(|_| Errors::one("", Code::Needed))?;
    let mut wrong = Errors::new();
    for (name, _) in &fields.0 {
        if !names.get().contains(&name.as_str()) {
            let codes = Fact::Text(names.get().join(", "));
            wrong.add(name, Code::Unknown, vec![("codes", codes)]);
        }
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

/// The fields, and where the names are kept that the struct has.
struct Form<'f>(&'f Fields, &'f Cell<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Form<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.1.set(names);
        visitor.visit_map(Given {
            fields: self.0,
            names: names.iter(),
            name: "",
        })
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_struct("", &[], visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple tuple_struct map enum identifier ignored_any
    }
}

struct Given<'f> {
    fields: &'f Fields,
    names: std::slice::Iter<'static, &'static str>,
    name: &'static str,
}

impl<'de> MapAccess<'de> for Given<'_> {
    type Error = Error;

    fn next_key_seed<K: serde::de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let fields = self.fields;
        match self.names.find(|name| fields.given_any(name)) {
            Some(name) => {
                self.name = name;
                seed.deserialize((*name).into_deserializer()).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: serde::de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Field(self.fields, self.name))
    }
}

struct Field<'f>(&'f Fields, &'static str);

impl<'de> Deserializer<'de> for Field<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0.given(self.1).unwrap_or(""))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(matches!(self.0.one(self.1), "yes" | "on" | "true"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let given = self.0.all(self.1).into_iter().filter(|value| !value.is_empty());
        visitor.visit_seq(SeqDeserializer::new(given))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct map struct enum identifier ignored_any
    }
}
