-- +goose Up
-- An index belongs to a family: of what is in it. Where the walk stands that fills it, only the walk can read.
ALTER TABLE search_indices
    DROP COLUMN filled_owner,
    DROP COLUMN filled_id,
    ADD COLUMN family text NOT NULL DEFAULT 'assets',
    ADD COLUMN filled text NOT NULL DEFAULT '';
ALTER TABLE search_indices ALTER COLUMN family DROP DEFAULT;

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION mark_assets_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM search_indices WHERE family = 'assets') THEN
        INSERT INTO search_dirty (owner_id, asset_id, version)
        SELECT owner_id, id, version + CASE TG_OP WHEN 'DELETE' THEN 1 ELSE 0 END FROM changed ORDER BY owner_id, id
        ON CONFLICT (owner_id, asset_id) DO UPDATE SET
            version = greatest(search_dirty.version, excluded.version), due_at = now(), attempts = 0, error = '';
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
