//! Files as people and programs send them: tables in each kind that is read, and what is no table, or too much of one.
use rust_xlsxwriter::{Formula, Workbook};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    Text(String),
    Number(f64),
    Formula,
    Broken,
}

impl From<&str> for Put {
    fn from(text: &str) -> Put {
        Put::Text(text.to_owned())
    }
}

pub type Rows = Vec<Vec<Put>>;

/// Values with a sign between them, each line ended by `end`.
pub fn text(rows: &Rows, sign: char, end: &str) -> String {
    let cell = |put: &Put| match put {
        Put::Text(text) if text.contains([sign, '"', '\n']) => format!("\"{}\"", text.replace('"', "\"\"")),
        Put::Text(text) => text.clone(),
        Put::Number(number) => number.to_string(),
        Put::Formula => "=1+1".to_owned(),
        Put::Broken => "#N/A".to_owned(),
    };
    let line = |row: &Vec<Put>| row.iter().map(cell).collect::<Vec<_>>().join(&sign.to_string());
    rows.iter().map(|row| line(row) + end).collect()
}

pub fn csv(rows: &Rows) -> Vec<u8> {
    text(rows, ';', "\r\n").into_bytes()
}

pub fn xlsx(sheets: &[(&str, &Rows)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(cells) {
                let put = match cell {
                    Put::Text(text) => sheet.write_string(row, column, text),
                    Put::Number(number) => sheet.write_number(row, column, *number),
                    Put::Formula => sheet.write_formula(row, column, Formula::new("=1+1").set_result("2")),
                    Put::Broken => sheet.write_formula(row, column, Formula::new("=NA()").set_result("#N/A")),
                };
                put.expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a book")
}

/// An archive.
pub fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in entries {
        archive.start_file(*name, options).expect("an entry");
        archive.write_all(content).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A book of OpenDocument with this in its body.
pub fn ods_of(body: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[("mimetype", SPREADSHEET), ("content.xml", content.as_bytes())])
}

pub fn ods(sheets: &[(&str, &Rows)]) -> Vec<u8> {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs = |text: &str| {
        text.split('\n')
            .map(|line| format!("<text:p>{}</text:p>", escaped(line)))
            .collect::<String>()
    };
    let cell = |put: &Put| {
        match put {
        Put::Text(text) if text.is_empty() => "<table:table-cell/>".to_owned(),
        Put::Text(text) => format!(r#"<table:table-cell office:value-type="string">{}</table:table-cell>"#, paragraphs(text)),
        Put::Number(number) => format!(r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number:.2}</text:p></table:table-cell>"#),
        Put::Formula => r#"<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>"#.to_owned(),
        Put::Broken => r#"<table:table-cell table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"#.to_owned(),
    }
    };
    let row = |row: &Vec<Put>| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().map(cell).collect::<String>()
        )
    };
    let sheet = |(name, rows): &(&str, &Rows)| {
        let rows: String = rows.iter().map(row).collect();
        format!(r#"<table:table table:name="{name}">{rows}</table:table>"#)
    };
    ods_of(&sheets.iter().map(sheet).collect::<String>())
}

/// An archive whose entries say that they hold less than they do.
fn lying() -> Vec<u8> {
    let zeros = vec![b' '; 40 << 20];
    let mut bytes = zipped(&[("xl/workbook.xml", zeros.as_slice())]);
    let size = u32::try_from(zeros.len()).expect("a size").to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|some| some == size) {
        bytes[at..at + 4].copy_from_slice(&1_000u32.to_le_bytes());
    }
    bytes
}

/// A compound file, as older programs and locked books are.
fn compound(holds: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(2_048, 0);
    bytes.extend(holds.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4_096, 0);
    bytes
}

fn row(columns: usize) -> Vec<Put> {
    vec![Put::from("x"); columns]
}

/// What is not read: what it is, the file, and why.
pub fn bad() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good: Rows = vec![
        vec!["Number".into(), "Title".into()],
        vec!["1".into(), "Protection".into()],
    ];
    let book = xlsx(&[("Plan", &good)]);
    let wide: Rows = vec![row(10_000)];
    let long: Rows = vec![row(1); 5_002];
    let heavy: Rows = vec![vec!["x".repeat(30_000).as_str().into()]; 70];
    let many: Vec<String> = (0..21).map(|nth| format!("S{nth}")).collect();
    let many: Vec<(&str, &Rows)> = many.iter().map(|name| (name.as_str(), &good)).collect();
    let entries: Vec<String> = (0..600).map(|nth| format!("xl/{nth}.xml")).collect();
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|name| (name.as_str(), b"<a/>".as_slice())).collect();
    let zeros = vec![b' '; 64 << 20];
    let some_zeros = vec![b' '; 8 << 20];
    let of_office = |part: &str| zipped(&[("[Content_Types].xml", b"<Types/>"), (part, b"<a/>")]);
    let count = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount = "999999999999999"></sst>"#;
    let repeated = |columns: u32, rows: u32| {
        ods_of(&format!(
            r#"<table:table table:name="Plan"><table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#
        ))
    };
    let manifest = br#"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    vec![
        ("blank lines", b"\r\n\r\n".to_vec(), "empty"),
        ("a book without anything", xlsx(&[("Plan", &Rows::new())]), "empty"),
        ("a PDF", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj".to_vec(), "kind"),
        ("a picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(), "kind"),
        (
            "a page saved as a table",
            b"<html><table><tr><td>1</td></tr></table></html>".to_vec(),
            "kind",
        ),
        ("a document", of_office("word/document.xml"), "kind"),
        (
            "a text of OpenDocument",
            zipped(&[
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("content.xml", b"<a/>"),
            ]),
            "kind",
        ),
        ("an older book", compound("Workbook"), "older"),
        ("a locked book", compound("EncryptedPackage"), "locked"),
        (
            "a locked OpenDocument",
            zipped(&[
                ("mimetype", SPREADSHEET),
                ("content.xml", b"\x01\x02"),
                ("META-INF/manifest.xml", manifest),
            ]),
            "locked",
        ),
        (
            "a table in an archive",
            zipped(&[("plan.csv", b"Number,Title\n1,Protection\n")]),
            "archive",
        ),
        ("an archive in an archive", zipped(&[("plan.xlsx", &book)]), "archive"),
        ("too large", vec![b'x'; super_size()], "large"),
        (
            "a bomb that says what it is",
            zipped(&[("xl/workbook.xml", &zeros)]),
            "unpacks",
        ),
        (
            "a bomb of a small size",
            zipped(&[("xl/workbook.xml", &some_zeros)]),
            "unpacks",
        ),
        ("a bomb that lies", lying(), "damaged"),
        ("too many entries", zipped(&entries), "unpacks"),
        ("half a book", book[..book.len() / 2].to_vec(), "damaged"),
        (
            "a book of nothing",
            zipped(&[("xl/workbook.xml", b"<workbook/>")]),
            "damaged",
        ),
        (
            "a count that no memory holds",
            zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/strings.xml", count)]),
            "damaged",
        ),
        (
            "letters of Windows-1250",
            b"Nr.;Denumire\r\n1;Protec\xFEie \xBAi ajutor\r\n".to_vec(),
            "letters",
        ),
        ("half a letter of UTF-16", b"\xFF\xFEN\0r".to_vec(), "letters"),
        (
            "an open quotation mark",
            b"Number,Title\n1,\"Protection\n2,Help\n".to_vec(),
            "quote",
        ),
        ("too many sheets", xlsx(&many), "sheets"),
        ("10,000 columns", csv(&wide), "columns"),
        ("10,000 columns in a book", xlsx(&[("Plan", &wide)]), "columns"),
        ("a cell in 10,000 columns", repeated(10_000, 1), "columns"),
        ("too many rows", csv(&long), "rows"),
        ("too many rows in a book", xlsx(&[("Plan", &long)]), "rows"),
        ("a row a million times", repeated(2, 1_000_000), "rows"),
        ("too many signs", xlsx(&[("Plan", &heavy)]), "signs"),
    ]
}

/// A byte more than what is taken.
fn super_size() -> usize {
    5 * 1024 * 1024 + 1
}
