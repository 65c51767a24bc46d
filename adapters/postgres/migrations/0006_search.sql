-- +goose Up
-- The indices outside of this database that have to learn of every change, whichever server makes it.
CREATE TABLE search_indices (
    id            uuid             PRIMARY KEY,
    name          text             NOT NULL UNIQUE,
    schema        integer          NOT NULL,
    registered_at timestamptz(3)   NOT NULL DEFAULT now(),
    filled_owner  text COLLATE "C" NOT NULL DEFAULT '', -- the last asset that it was filled with
    filled_id     uuid             NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);

-- The assets that an index has still to learn of, each once however often it changes; empty where no index is registered.
CREATE TABLE search_dirty (
    owner_id text COLLATE "C" NOT NULL,
    asset_id uuid             NOT NULL,
    version  bigint           NOT NULL, -- the newest that was committed; of a deleted asset the one after its last
    dirty_at timestamptz      NOT NULL DEFAULT now(), -- since when the index is behind
    due_at   timestamptz      NOT NULL DEFAULT now(), -- when a worker may take it: after a lease or a wait, or never while parked;
                                                      -- rounded to milliseconds it could lie ahead
    attempts integer          NOT NULL DEFAULT 0,     -- since the last change
    error    text             NOT NULL DEFAULT '',    -- of the last attempt
    PRIMARY KEY (owner_id, asset_id)
);
CREATE INDEX search_dirty_by_due ON search_dirty (due_at);
-- Rows come and go all the time: what is dead is swept long before a fifth of the table is.
ALTER TABLE search_dirty SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- A trigger, so that no statement that changes an asset can forget it, now or later. It works once a statement, not once a
-- row. The rows are written in the order of their keys, as everything is that many transactions touch.
-- +goose StatementBegin
CREATE FUNCTION mark_assets_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM search_indices) THEN
        INSERT INTO search_dirty (owner_id, asset_id, version)
        SELECT owner_id, id, version + CASE TG_OP WHEN 'DELETE' THEN 1 ELSE 0 END FROM changed ORDER BY owner_id, id
        ON CONFLICT (owner_id, asset_id) DO UPDATE SET
            version = greatest(search_dirty.version, excluded.version), due_at = now(), attempts = 0, error = '';
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd

CREATE TRIGGER assets_inserted AFTER INSERT ON assets
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_assets_dirty();
CREATE TRIGGER assets_updated AFTER UPDATE ON assets
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_assets_dirty();
CREATE TRIGGER assets_deleted AFTER DELETE ON assets
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_assets_dirty();
