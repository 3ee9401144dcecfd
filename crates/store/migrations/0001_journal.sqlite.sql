CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    owner TEXT,
    at INTEGER NOT NULL,
    process BLOB NOT NULL,
    identity BLOB,
    contact BLOB,
    health BLOB,
    narrative BLOB,
    operational BLOB,
    hash BLOB NOT NULL,
    UNIQUE (stream, version)
) STRICT;
CREATE INDEX event_owner ON event (owner, position) WHERE owner IS NOT NULL;
CREATE TABLE command (
    key BLOB PRIMARY KEY,
    digest BLOB NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX command_at ON command (at);
CREATE TABLE head (one INTEGER PRIMARY KEY, position INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
INSERT INTO head (one, position, hash) VALUES (1, 0, zeroblob(32));
CREATE TABLE view (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;
CREATE TABLE node (one INTEGER PRIMARY KEY, id BLOB NOT NULL, proof BLOB NOT NULL) STRICT;
