CREATE TABLE outbox (
    key text COLLATE "C" PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    owner text COLLATE "C",
    due bigint NOT NULL,
    payload bytea NOT NULL,
    tries bigint NOT NULL,
    worker text COLLATE "C" NOT NULL,
    lease bigint NOT NULL
);
CREATE INDEX outbox_due ON outbox (due);
CREATE INDEX outbox_owner ON outbox (owner);
