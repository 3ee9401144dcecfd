CREATE TABLE session (
    id BLOB PRIMARY KEY,
    account TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    opened_until INTEGER NOT NULL,
    mac BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);
