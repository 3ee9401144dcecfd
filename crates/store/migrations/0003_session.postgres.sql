CREATE TABLE session (
    id bytea PRIMARY KEY,
    account text COLLATE "C" NOT NULL,
    created bigint NOT NULL,
    seen bigint NOT NULL,
    opened_until bigint NOT NULL,
    mac bytea NOT NULL
);
CREATE INDEX session_account ON session (account);
