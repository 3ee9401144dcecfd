-- Where the last event stands that is no audit entry: so long as it stays, no page has changed but by time.
ALTER TABLE head ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
