CREATE TABLE event (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    owner text COLLATE "C",
    at bigint NOT NULL,
    process bytea NOT NULL,
    identity bytea,
    contact bytea,
    health bytea,
    narrative bytea,
    operational bytea,
    hash bytea NOT NULL,
    UNIQUE (stream, version)
);
CREATE INDEX event_owner ON event (owner, position) WHERE owner IS NOT NULL;
CREATE TABLE command (
    key bytea PRIMARY KEY,
    digest bytea NOT NULL,
    position bigint NOT NULL,
    at bigint NOT NULL,
    made text COLLATE "C" NOT NULL
);
CREATE INDEX command_at ON command (at);
CREATE TABLE head (one bigint PRIMARY KEY, position bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO head (one, position, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
CREATE TABLE view (name text COLLATE "C" PRIMARY KEY, version bigint NOT NULL);
CREATE TABLE node (one bigint PRIMARY KEY, id bytea NOT NULL, proof bytea NOT NULL);
