//! How a list stands in the contract for programs: with its codes, so that a wrong one is found before it is sent.
use tiltas_domain::{known::Coded, screening::advice, task::Kind};
use utoipa::openapi::{
    Object, Type,
    schema::{Array, ArrayBuilder, ObjectBuilder},
};

/// One of a closed list.
pub fn one<T: Coded>() -> Object {
    codes(T::ALL.iter().map(|one| one.code()))
}

/// One of a closed list, or one of the three ways of not having it.
pub fn known<T: Coded>() -> Object {
    codes(
        T::ALL
            .iter()
            .map(|one| one.code())
            .chain(["unknown", "not_asked", "refused"]),
    )
}

/// Several of a closed list.
pub fn several<T: Coded>() -> Array {
    ArrayBuilder::new().items(one::<T>()).build()
}

/// What is told one by one.
pub(crate) fn details() -> Object {
    codes(crate::detail::FIELDS.iter().map(|field| field.code()))
}

/// What a person may ask another to do.
pub(crate) fn asked() -> Object {
    codes(Kind::ASKED.into_iter().map(Kind::code))
}

/// The answers to a referral.
pub(crate) fn answering() -> Object {
    codes(crate::referral::ANSWERS.into_iter())
}

/// How a service ends.
pub(crate) fn outcome() -> Object {
    codes(crate::referral::outcomes())
}

/// The questions of every set.
pub(crate) fn questions() -> Object {
    codes(question_codes(advice::all()).into_iter())
}

/// The questions of these sets, each once.
pub(crate) fn question_codes(sets: &[advice::Set]) -> Vec<&str> {
    let mut codes: Vec<&str> = Vec::new();
    for question in sets.iter().flat_map(advice::Set::questions) {
        if !codes.contains(&question.code.as_str()) {
            codes.push(&question.code);
        }
    }
    codes
}

fn codes(codes: impl Iterator<Item = &'static str>) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes))
        .build()
}
