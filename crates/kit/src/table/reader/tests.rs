//! What stands in a file is read as it stands there, whatever wrote it; and what is not read is said why, and where.
mod files;

use super::{Unreadable, Why, letter, read, says};
use files::{Put, Rows, csv, ods, ods_of, text, xlsx, zipped};
use jiff::tz::TimeZone;
use tiltas_domain::import::{Cell, Format, Line};
use tiltas_words::{Locale, Words};

fn lines(bytes: &[u8]) -> Vec<Line> {
    let (_, book) = read(bytes).expect("a table");
    book.sheets.into_iter().next().expect("a sheet").lines
}

fn cell(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn rows() -> Rows {
    vec![
        vec!["Number".into(), "Denumire și \"titlu\"".into(), "Two\nlines".into()],
        vec![Put::Number(1.5), "a;b,c\td".into(), Put::Number(-3.0)],
        vec![Put::Formula, "".into(), Put::Broken],
    ]
}

#[test]
fn each_kind_of_file_says_the_same() {
    for (format, bytes) in [
        (Format::Xlsx, xlsx(&[("Plan", &rows())])),
        (Format::Ods, ods(&[("Plan", &rows())])),
        (Format::Csv, csv(&rows())),
    ] {
        let (kind, book) = read(&bytes).expect("a table");
        assert_eq!(kind, format);
        let lines = &book.sheets[0].lines;
        assert_eq!(
            lines[0].cells[1..],
            [cell("Denumire și \"titlu\""), cell("Two\nlines")],
            "{format:?}"
        );
        assert_eq!(
            lines[1].cells,
            [cell("1.5"), cell("a;b,c\td"), cell("-3")],
            "{format:?}"
        );
        assert_eq!(lines[2].cells, [Cell::Formula, cell(""), Cell::Broken], "{format:?}");
        assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 3]);
    }
    let (_, book) = read(&xlsx(&[("First", &rows()), ("Second", &rows())])).expect("a book");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["First", "Second"]);
}

#[test]
fn a_csv_is_read_in_whichever_letters_signs_and_line_ends_it_has() {
    let table: Rows = vec![
        vec!["Număr".into(), "Țintă, pe scurt".into()],
        vec!["1".into(), "Două\nrânduri; \"așa\"".into()],
        vec!["2".into(), "ş".into()],
    ];
    let wide = |words: &str, join: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let signs = words.encode_utf16().flat_map(join);
        mark.into_iter().chain(signs).collect::<Vec<u8>>()
    };
    for sign in [',', ';', '\t'] {
        for end in ["\n", "\r\n"] {
            let words = text(&table, sign, end);
            for bytes in [
                words.clone().into_bytes(),
                [b"\xEF\xBB\xBF", words.as_bytes()].concat(),
                wide(&words, u16::to_le_bytes, [0xFF, 0xFE]),
                wide(&words, u16::to_be_bytes, [0xFE, 0xFF]),
            ] {
                let lines = lines(&bytes);
                assert_eq!(
                    lines[0].cells,
                    [cell("Număr"), cell("Țintă, pe scurt")],
                    "{sign:?} {end:?}"
                );
                assert_eq!(
                    lines[1].cells,
                    [cell("1"), cell("Două\nrânduri; \"așa\"")],
                    "{sign:?} {end:?}"
                );
                assert_eq!(
                    (lines[2].number, &lines[2].cells[1]),
                    (3, &cell("ş")),
                    "as a program counts rows"
                );
            }
        }
    }
    let old = lines(b"a,b\r1,2\r3,4");
    assert_eq!((old.len(), &old[2].cells[1]), (3, &cell("4")));
    let named = lines(b"sep=|\r\na|b\r\n1|2\r\n");
    assert_eq!(
        (named[0].number, &named[0].cells[1], &named[1].cells[1]),
        (2, &cell("b"), &cell("2"))
    );
    let blank = lines(b"\n\na,b\n\n\n1,2\n");
    let numbers: Vec<u32> = blank.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [3, 6], "empty lines are counted");
    let blank = lines(b"\r\na,b\r\n\r\n1,\"2\r\n3\"\r\n4,5\r\n");
    let numbers: Vec<u32> = blank.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [2, 4, 5], "a cell of two lines stands in one row");
    let marked = lines(b"a\n'=1+1\n'-3\n'so it is\n");
    let said: Vec<&Cell> = marked.iter().skip(1).map(|line| &line.cells[0]).collect();
    assert_eq!(said, [&cell("=1+1"), &cell("-3"), &cell("'so it is")]);
}

#[test]
fn what_a_program_for_tables_adds_to_a_cell_is_not_its_text() {
    let lines = lines(&ods_of(
        r#"<table:table table:name="Plan"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>1 &amp; <text:span>2</text:span><text:s/>3</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="2026-05-30T00:00:00"><text:p>30.05.26</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.1"><text:p>10%</text:p></table:table-cell></table:table-row></table:table>"#,
    ));
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].number, 4);
    assert_eq!(
        lines[0].cells,
        [cell("1 & 2 3"), cell("2026-05-30"), cell("2026-05-30"), cell("0.1")]
    );
}

#[test]
fn what_is_no_table_or_too_much_of_one_is_said_with_its_reason() {
    for (what, bytes, why) in files::bad() {
        let wrong = read(&bytes).map(drop).expect_err(what);
        assert_eq!(wrong.why.code(), why, "{what}: {wrong:?}");
    }
}

#[test]
fn a_place_in_the_file_is_named_where_there_is_one() {
    let words = Words::new(Locale::English, TimeZone::UTC);
    let wide: Rows = vec![vec!["a".into()], vec![Put::from("x"); 61]];
    let wrong = read(&xlsx(&[("Plan 2026", &wide)])).expect_err("too wide");
    let said = says(&words, &wrong);
    assert!(said.starts_with("Sheet “Plan 2026”, Row 2, Column BI: "), "{said}");
    assert!(
        said.contains("60th column") && said.contains("Keep the columns"),
        "{said}"
    );
    let quote = read(b"a,b\n1,\"2\n3,4\n").expect_err("an open quotation mark");
    assert!(says(&words, &quote).starts_with("Row 2: "), "{}", says(&words, &quote));
    assert_eq!([0, 25, 26, 59, 16_383].map(letter), ["A", "Z", "AA", "BH", "XFD"]);
    for locale in Locale::ALL {
        let words = Words::new(locale, TimeZone::UTC);
        for why in [
            Why::Empty,
            Why::Kind,
            Why::Older,
            Why::Archive,
            Why::Large,
            Why::Unpacks,
            Why::Damaged,
            Why::Locked,
            Why::Letters,
            Why::Quote,
            Why::Sheets,
            Why::Columns,
            Why::Rows,
            Why::Signs,
        ] {
            let said = says(&words, &Unreadable::from(why));
            assert!(!said.contains('['), "{locale:?} {said}");
        }
    }
}

#[test]
fn no_bytes_end_the_program() {
    // A linear congruence changes some bytes of good files, so that each finds its own way to be broken.
    let mut drawn = 7u64;
    let mut next = |below: usize| {
        drawn = drawn
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(drawn >> 33).expect("a number") % below
    };
    let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>"#;
    let files = [
        xlsx(&[("Plan", &rows())]),
        ods(&[("Plan", &rows())]),
        csv(&rows()),
        zipped(&[("xl/worksheets/sheet1.xml", sheet)]),
    ];
    for nth in 0..400 {
        let mut bytes = files[nth % files.len()].clone();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            bytes[at] = u8::try_from(next(256)).expect("a byte");
        }
        bytes.truncate(bytes.len() - next(bytes.len() / 4));
        if let Ok((_, book)) = read(&bytes) {
            assert!(book.fits());
        }
    }
}
