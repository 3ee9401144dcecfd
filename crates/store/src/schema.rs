//! Whether the database holds what this program made, and nothing else: a table that nobody knows, a trigger that writes by
//! itself, an index that leaves rows out.
use crate::{
    Result, migration,
    seam::{Connection, Lasting, Tx},
    verify::Foreign,
    views,
};
use std::collections::BTreeMap;

/// Kind and name, and the text that made it, where the database keeps one.
type Things = BTreeMap<(String, String), String>;

/// Everything that is there and should not be, that should be there and is not, or that was made by another text.
pub(crate) fn foreign(tx: &Tx<'_>) -> Result<Vec<Foreign>> {
    let (expected, found) = (made()?, things(tx)?);
    let say = |what, (kind, name): &(String, String)| Foreign {
        what,
        name: format!("{kind} {name}"),
    };
    let has_texts = tx.twin("yes", "no") == "yes";
    let extra = found.iter().filter_map(|(thing, text)| match expected.get(thing) {
        None => Some(say("nobody made it", thing)),
        Some(known) if has_texts && known != text => Some(say("it was made by another text", thing)),
        Some(_) => None,
    });
    let mut all: Vec<Foreign> = extra.collect();
    let missing = expected.keys().filter(|thing| !found.contains_key(thing));
    all.extend(
        missing
            .filter(|(_, name)| has_texts || !name.starts_with("sqlite_"))
            .map(|thing| say("it is missing", thing)),
    );
    Ok(all)
}

/// What this program would make, made beside in memory.
fn made() -> Result<Things> {
    let memory = Connection::memory()?;
    let tx = memory.tx();
    migration::migrate(&tx, migration::JOURNAL)?;
    views::ALL.iter().try_for_each(|view| view.create(&tx, Lasting::Kept))?;
    things(&tx)
}

fn things(tx: &Tx<'_>) -> Result<Things> {
    let sql = tx.twin(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema",
        // Indexes of keys and of unique columns have names of PostgreSQL's own making.
        "SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'i' THEN 'index' ELSE 'view' END, CAST(c.relname AS text), ''
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'i', 'v', 'm', 'f', 'p')
            AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid)
         UNION ALL SELECT 'trigger', CAST(t.tgname AS text), '' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND NOT t.tgisinternal
         UNION ALL SELECT 'policy', CAST(p.polname AS text), '' FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
         UNION ALL SELECT 'rule', CAST(r.rulename AS text), '' FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND r.rulename <> '_RETURN'",
    );
    let rows = tx.rows(sql, &[], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.into_iter().collect())
}
