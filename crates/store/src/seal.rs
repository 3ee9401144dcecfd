//! Sealing: AES-256-GCM-SIV under a case's key or the node's, the place as associated data, the nonce drawn from the place.
//!
//! INVARIANT: the same text in the same place gives the same bytes, so that a rebuilt row is bit-equal to the live one. What
//! it shows at worst is that two texts of one place are equal.
use crate::{Error, Result, event::Stamp};
use aes_gcm_siv::{
    Aes256GcmSiv, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use minicbor::{Decode, Decoder, Encode, Encoder};
use sha2::{Digest, Sha256};
use std::{marker::PhantomData, sync::Arc};
use tiltas_domain::{
    Class, Content, Event, Owner, Sensitive,
    content::{Parts, Sealed},
};
use zeroize::Zeroizing;

/// A key: one cipher in one place, wiped when dropped, never printed.
///
/// WHY boxed: a value that is moved leaves its bytes where it was.
pub(crate) struct Key(Box<Aes256GcmSiv>);

impl Key {
    /// Takes the bytes of a key into a cipher; the caller wipes its own.
    pub fn new(bytes: &[u8]) -> Result<Key> {
        let key = schedule(bytes);
        overwrite_stack();
        key
    }

    /// `salt` tells apart two texts for one place (a card before and after); it need not be secret.
    pub fn seal(&self, place: &str, salt: i64, text: &[u8]) -> Result<Vec<u8>> {
        let digest = Sha256::new()
            .chain_update(place)
            .chain_update([0])
            .chain_update(salt.to_be_bytes())
            .finalize();
        let mut nonce = [0; 12];
        nonce.copy_from_slice(&digest[..12]);
        let payload = Payload {
            msg: text,
            aad: place.as_bytes(),
        };
        let body = self
            .0
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| Error::Defect("sealing failed"))?;
        Ok([&nonce[..], &body].concat())
    }

    /// Opens what [`Key::seal`] sealed in this place.
    pub fn unseal(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (nonce, body) = sealed
            .split_first_chunk::<12>()
            .ok_or_else(|| Error::Sealed("it is cut short"))?;
        let payload = Payload {
            msg: body,
            aad: place.as_bytes(),
        };
        self.0
            .decrypt(&Nonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| Error::Sealed("it does not open"))
    }

    /// Opens one value. Two callers: the snapshot's `open`, which holds a permit, and projections, which only seal it again.
    pub fn reveal<T: Sensitive + Clone>(&self, content: &Content<T>) -> Result<T> {
        let (event, slot) = match content {
            Content::New(value) => return Ok(value.clone()),
            Content::Sealed { event, slot, .. } => (event, *slot),
        };
        let part = event.parts[T::CLASS as usize]
            .as_deref()
            .ok_or_else(|| Error::Sealed("a part is missing"))?;
        let texts = self.unseal(&part_place(&event.place, T::CLASS), part)?;
        let wrong = |_| Error::Sealed("a part does not decode");
        let mut decoder = Decoder::new(&texts);
        if decoder
            .array()
            .map_err(wrong)?
            .is_none_or(|count| u64::from(slot) >= count)
        {
            return Err(Error::Sealed("a part lacks the slot"));
        }
        for _ in 0..slot {
            decoder.skip().map_err(wrong)?;
        }
        Ok(T::wrap(decoder.str().map_err(wrong)?.to_owned()))
    }

    /// What a row says about a person, sealed for its column: `place` from [`place`], `position` from the fact.
    pub fn card<T: Sensitive + Clone>(&self, place: &str, position: i64, content: &Content<T>) -> Result<Vec<u8>> {
        let value = self.reveal(content)?;
        #[expect(clippy::disallowed_methods, reason = "sealing a card is one of the three places")]
        let texts = encode_texts(&[value.bare()])?;
        self.seal(&part_place(place, T::CLASS), position, &texts)
    }

    /// What a row says about the process, sealed for its column; the snapshot opens it with `value`.
    pub fn card_value(&self, place: &str, position: i64, value: &impl Encode<()>) -> Result<Vec<u8>> {
        self.seal(place, position, &minicbor::to_vec(value).map_err(|_| encoding())?)
    }

    /// Opens what [`Key::card_value`] sealed.
    pub fn open_value<V: for<'b> Decode<'b, ()>>(&self, place: &str, column: &[u8]) -> Result<V> {
        let text = self.unseal(place, column)?;
        minicbor::decode(&text).map_err(|_| Error::Sealed("a card does not decode"))
    }
}

#[inline(never)]
fn schedule(bytes: &[u8]) -> Result<Key> {
    let cipher = Aes256GcmSiv::new_from_slice(bytes).map_err(|_| Error::Sealed("a key has 32 bytes"))?;
    Ok(Key(Box::new(cipher)))
}

/// Writes over what [`schedule`] left on this thread's stack on its way into the box.
#[inline(never)]
fn overwrite_stack() {
    let mut room = [0_u8; 8192];
    std::hint::black_box(&mut room);
}

/// Names the place of a card.
pub(crate) fn place(table: &str, row: &str, column: &str) -> String {
    format!("{table}|{row}|{column}")
}

/// A card's column as a handle that only a permit opens; `None` where the column is empty.
pub(crate) fn card_handle<T: Sensitive>(place: String, owner: Owner, column: Option<Vec<u8>>) -> Option<Content<T>> {
    let owner = Some(owner);
    let mut parts = [const { None }; 5];
    parts[T::CLASS as usize] = Some(column?);
    Some(Content::Sealed {
        event: Arc::new(Sealed { place, owner, parts }),
        slot: 0,
        of: PhantomData,
    })
}

fn part_place(place: &str, class: Class) -> String {
    format!("{place}|{}", class.code())
}

fn encoding() -> Error {
    Error::Defect("encoding failed")
}

/// The texts of one class. Room is made beforehand, so that no half-grown copy stays behind in memory.
fn encode_texts(texts: &[impl AsRef<str>]) -> Result<Zeroizing<Vec<u8>>> {
    let room = texts.iter().map(|text| text.as_ref().len() + 9).sum::<usize>() + 9;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    let mut encoder = Encoder::new(&mut *bytes);
    encoder.array(texts.len() as u64).map_err(|_| encoding())?;
    for text in texts {
        encoder.str(text.as_ref()).map_err(|_| encoding())?;
    }
    Ok(bytes)
}

/// The content of an event while its process part is encoded.
#[derive(Default)]
struct Split {
    texts: [Vec<Zeroizing<String>>; 5],
}

impl Parts for Split {
    fn put(&mut self, class: Class, text: &str) -> u32 {
        let list = &mut self.texts[class as usize];
        list.push(Zeroizing::new(text.to_owned()));
        (list.len() - 1) as u32
    }

    fn sealed(&self) -> Arc<Sealed> {
        Arc::new(nowhere())
    }
}

fn nowhere() -> Sealed {
    Sealed {
        place: String::new(),
        owner: None,
        parts: [const { None }; 5],
    }
}

/// The sealed event while its process part is decoded.
struct Join(Arc<Sealed>);

impl Parts for Join {
    fn put(&mut self, _: Class, _: &str) -> u32 {
        0
    }

    fn sealed(&self) -> Arc<Sealed> {
        self.0.clone()
    }
}

/// The ciphertext columns of one event.
pub(crate) struct SealedEvent {
    pub process: Vec<u8>,
    pub parts: [Option<Vec<u8>>; 5],
}

/// Seals process part and content, each class for itself; both under one key but in an entry of the access log, whose reason
/// belongs to the case.
pub(crate) fn seal_event(key: &Key, content: &Key, place: &str, stamp: &Stamp, event: &Event) -> Result<SealedEvent> {
    let mut split = Split::default();
    let mut process = Vec::with_capacity(256);
    let mut encoder = Encoder::new(&mut process);
    encoder.array(2).map_err(|_| encoding())?;
    encoder.encode(stamp).map_err(|_| encoding())?;
    encoder.encode_with(event, &mut split).map_err(|_| encoding())?;
    let mut parts = [const { None }; 5];
    for &class in Class::ALL {
        let texts = &split.texts[class as usize];
        if !texts.is_empty() {
            let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
            parts[class as usize] = Some(content.seal(&part_place(place, class), 0, &encode_texts(&texts)?)?);
        }
    }
    Ok(SealedEvent {
        process: key.seal(place, 0, &process)?,
        parts,
    })
}

/// Opens the process part; content becomes handles.
pub(crate) fn open_event(key: &Key, place: &str, owner: Option<Owner>, sealed: SealedEvent) -> Result<(Stamp, Event)> {
    let process = key.unseal(place, &sealed.process)?;
    let rest = Sealed {
        place: place.to_owned(),
        owner,
        parts: sealed.parts,
    };
    let wrong = |_| Error::Sealed("an event does not decode");
    let mut decoder = Decoder::new(&process);
    if decoder.array().map_err(wrong)? != Some(2) {
        return Err(Error::Sealed("an event does not decode"));
    }
    let stamp = decoder.decode().map_err(wrong)?;
    let event = decoder.decode_with(&mut Join(Arc::new(rest))).map_err(wrong)?;
    Ok((stamp, event))
}
