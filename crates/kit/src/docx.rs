//! Words as a document for word processors (DOCX, ECMA-376 part 1): headings, paragraphs and tables, and nothing that runs.
use crate::Failure;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const START: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OF_DOCUMENT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const WORDS: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
/// The ranks of headings, with the half points of their letters.
const RANKS: [(&str, &str, u8); 3] = [
    ("Title", "Title", 40),
    ("Heading1", "heading 1", 30),
    ("Heading2", "heading 2", 26),
];

/// A document that grows.
#[derive(Debug, Default)]
pub struct Docx {
    body: String,
}

impl Docx {
    /// Empty.
    pub fn new() -> Docx {
        Docx::default()
    }

    /// A heading: rank 0 is the title, then 1 and 2.
    #[must_use]
    pub fn heading(self, rank: usize, text: &str) -> Docx {
        let style = RANKS.get(rank).map_or("Heading2", |(id, ..)| id);
        self.line(&format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#), text)
    }

    /// A paragraph.
    #[must_use]
    pub fn paragraph(self, text: &str) -> Docx {
        self.line("", text)
    }

    /// A table; each cell is text.
    #[must_use]
    pub fn table<const N: usize>(mut self, rows: &[[String; N]]) -> Docx {
        self.body
            .push_str(r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>"#);
        self.body.push_str(&r#"<w:gridCol w:w="3000"/>"#.repeat(N));
        self.body.push_str("</w:tblGrid>");
        for row in rows {
            self.body.push_str("<w:tr>");
            for cell in row {
                self.body.push_str("<w:tc>");
                self = self.paragraph(cell);
                self.body.push_str("</w:tc>");
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
        self.paragraph("")
    }

    fn line(mut self, style: &str, text: &str) -> Docx {
        let text = escaped(text);
        self.body.push_str(&format!(
            r#"<w:p>{style}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#
        ));
        self
    }

    /// The file. Its parts bear no day: the same words are the same bytes.
    ///
    /// # Errors
    /// When it is larger than such a file may be.
    pub fn bytes(&self) -> Result<Vec<u8>, ZipError> {
        let styles: String = RANKS
            .iter()
            .map(|(id, name, size)| format!(r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>"#))
            .collect();
        let parts = [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", START.to_owned()),
            ("word/_rels/document.xml.rels", OF_DOCUMENT.to_owned()),
            ("word/styles.xml", format!("<w:styles {WORDS}>{styles}</w:styles>")),
            (
                "word/document.xml",
                format!(
                    "<w:document {WORDS}><w:body>{}<w:sectPr/></w:body></w:document>",
                    self.body
                ),
            ),
        ];
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            file.start_file(name, options)?;
            file.write_all(HEAD.as_bytes())?;
            file.write_all(text.as_bytes())?;
        }
        Ok(file.finish()?.into_inner())
    }

    /// The file as an answer; `name` tells nothing of anybody.
    ///
    /// # Errors
    /// [`Failure::Broken`] where it is larger than such a file may be.
    pub fn answer(&self, name: &str) -> Result<Response, Failure> {
        let mut response = self.bytes().map_err(|_| Failure::Broken)?.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
        if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.docx\"")) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
        Ok(response)
    }
}

/// Text as XML has it; what no XML may hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\t' => out.push(' '),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut text = String::new();
        let mut file = ZipArchive::new(Cursor::new(bytes)).unwrap();
        file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_document_is_read_back_as_it_was_written_and_nothing_in_it_is_markup() {
        let rows = [["Referrals".to_owned(), "12".to_owned()]];
        let document = Docx::new()
            .heading(0, "Report")
            .heading(1, "Casă & <b>masă</b>\u{b}")
            .paragraph("Ștefan")
            .table(&rows);
        let bytes = document.bytes().unwrap();
        let words = part(&bytes, "word/document.xml");
        assert!(
            words.contains("Casă &amp; &lt;b&gt;masă&lt;/b&gt;</w:t>") && words.contains(">Ștefan<"),
            "{words}"
        );
        assert_eq!(words.matches("<w:p>").count(), words.matches("</w:p>").count());
        assert!(words.contains(r#"<w:pStyle w:val="Heading1"/>"#) && words.contains("<w:tc><w:p>"));
        for (id, ..) in RANKS {
            assert!(part(&bytes, "word/styles.xml").contains(&format!("w:styleId=\"{id}\"")));
        }
        for name in ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"] {
            assert!(part(&bytes, name).starts_with("<?xml"), "{name}");
        }
        assert_eq!(bytes, document.bytes().unwrap(), "the same words are the same bytes");
    }
}
