//! A line of a CSV file (RFC 4180), such that no spreadsheet takes a name for a formula.

/// The cells as a line, without its end.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    cells.into_iter().map(cell).collect::<Vec<_>>().join(",")
}

fn cell(text: &str) -> String {
    let text = match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match text.contains(['"', ',', ';', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_it_was_meant() {
        assert_eq!(line(["17", "Nordre IL", ""]), "17,Nordre IL,");
        assert_eq!(line(["Vik, Sør", "«Ål»", "a \"b\""]), "\"Vik, Sør\",«Ål»,\"a \"\"b\"\"\"");
        assert_eq!(line(["=1+1", "-2", "@me"]), "'=1+1,'-2,'@me");
    }
}
