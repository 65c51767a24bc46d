-- +goose Up
CREATE TABLE settings (
    owner_id text COLLATE "C" NOT NULL PRIMARY KEY,
    document json             NOT NULL -- json, not jsonb: kept as core/settings encoded it
) WITH (fillfactor = 70);

-- What was changed. Rows are written with their change and never again.
CREATE TABLE settings_audit (
    owner_id text COLLATE "C" NOT NULL,
    version  bigint           NOT NULL,
    id       uuid             NOT NULL,
    at       timestamptz(3)   NOT NULL,
    actor    text             NOT NULL,
    changes  json             NOT NULL,
    PRIMARY KEY (owner_id, version)
);
