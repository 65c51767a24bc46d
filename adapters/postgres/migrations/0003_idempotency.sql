-- +goose Up
CREATE TABLE idempotency_keys (
    owner_id    text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    fingerprint bytea            NOT NULL,
    resource_id uuid,
    results     bytea,
    created_at  timestamptz(3)   NOT NULL,
    PRIMARY KEY (owner_id, name)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
