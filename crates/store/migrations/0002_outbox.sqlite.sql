CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    owner TEXT,
    due INTEGER NOT NULL,
    payload BLOB NOT NULL,
    tries INTEGER NOT NULL,
    worker TEXT NOT NULL,
    lease INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due);
CREATE INDEX outbox_owner ON outbox (owner);
