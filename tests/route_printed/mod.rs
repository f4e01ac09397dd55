//! Tables of a function over small columns, printed as Markdown that a person reads: rows that
//! come to the same are one row.

use std::fmt::Write as _;
use std::path::Path;

/// One column: its head, and every value it can have.
pub(crate) struct Column {
    pub(crate) head: &'static str,
    pub(crate) values: Vec<&'static str>,
}

/// A row: which values it stands for, per column, and what the function says of them.
type Row = (Vec<Vec<usize>>, Vec<String>);

/// The function over every combination of the columns' values, as a Markdown table. `results`
/// are the heads of what `of` answers. Columns that make no difference are left out.
pub(crate) fn table(columns: &[Column], results: &[&str], of: &dyn Fn(&[usize]) -> Vec<String>) -> String {
    let rows = collapsed(columns, &mut Vec::new(), of);
    let matters = |at: usize| rows.iter().any(|(cells, _)| cells[at].len() < columns[at].values.len());
    let shown: Vec<_> = (0..columns.len()).filter(|at| matters(*at)).collect();

    let mut text = String::new();
    let heads = shown.iter().map(|at| columns[*at].head).chain(results.iter().copied());
    line(&mut text, heads.map(str::to_owned));
    line(&mut text, (0..shown.len() + results.len()).map(|_| "---".to_owned()));
    for (cells, results) in rows {
        let cells = shown.iter().map(|at| label(&columns[*at], &cells[*at]));
        line(&mut text, cells.chain(results));
    }
    text
}

/// Groups of values that `of` answers alike, whatever the rest is, in the order of their first.
fn alike<T: PartialEq>(count: usize, of: impl Fn(usize) -> T) -> Vec<(Vec<usize>, T)> {
    let mut groups: Vec<(Vec<usize>, T)> = Vec::new();
    for value in 0..count {
        let answer = of(value);
        match groups.iter_mut().find(|(_, other)| *other == answer) {
            Some((values, _)) => values.push(value),
            None => groups.push((vec![value], answer)),
        }
    }
    groups
}

/// `one`, `one or another`, `one, another or a third`.
fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}

/// Holds the text against the committed file – or writes it, when that is asked for.
#[expect(clippy::disallowed_methods, reason = "writing the file is what was asked for")]
pub(crate) fn hold(file: &str, test: &str, body: &str) {
    let command = format!("ONECALL_PRINT=1 cargo test -p onecall --test {test}");
    let text = format!(
        "<!-- Printed by tests/{test}/printed.rs, which fails when this file is stale. Do not edit: \
         change the code or that test, then run\n     {command} -->\n\n{body}"
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("ONECALL_PRINT").is_some() {
        std::fs::write(&path, &text).unwrap_or_else(|error| panic!("cannot write {file}: {error}"));
        return;
    }
    // A checkout may have turned the ends of lines.
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if committed != text {
        let differs = committed.lines().zip(text.lines()).position(|(old, new)| old != new);
        let at = differs.unwrap_or_else(|| committed.lines().count().min(text.lines().count()));
        let of = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
        panic!(
            "{file} is stale from line {}:\n  committed: {}\n  now:       {}\nPrint it anew and read the difference:\n  {command}",
            at + 1,
            of(&committed),
            of(&text)
        );
    }
}

fn collapsed(columns: &[Column], chosen: &mut Vec<usize>, of: &dyn Fn(&[usize]) -> Vec<String>) -> Vec<Row> {
    let Some(column) = columns.get(chosen.len()) else { return vec![(Vec::new(), of(chosen))] };
    let below: Vec<Vec<Row>> = (0..column.values.len())
        .map(|value| {
            chosen.push(value);
            let rows = collapsed(columns, chosen, of);
            chosen.pop();
            rows
        })
        .collect();
    let mut rows = Vec::new();
    for (values, below) in alike(below.len(), |value| &below[value]) {
        for (cells, result) in below {
            let cells = std::iter::once(values.clone()).chain(cells.iter().cloned()).collect();
            rows.push((cells, result.clone()));
        }
    }
    rows
}

fn label(column: &Column, values: &[usize]) -> String {
    if values.len() == column.values.len() {
        return "any".to_owned();
    }
    either(&values.iter().map(|value| column.values[*value]).collect::<Vec<_>>())
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<_> = cells.collect();
    // Writing into a string cannot fail.
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}
