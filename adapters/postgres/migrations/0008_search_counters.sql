-- +goose Up
-- Numbers of readings: a reading has all that was committed before its number was given out.
CREATE SEQUENCE search_counter_versions;

-- What indices of counters have still to learn: the sums of a day of UTC, which the counters of local days are made of. A row
-- without a channel stands for all sums of the owner after that day.
CREATE TABLE search_counter_dirty (
    owner_id text COLLATE "C" NOT NULL,
    at       timestamptz(3)   NOT NULL,
    asset_id uuid             NOT NULL,
    channel  text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,               -- empty: the counts
    version  bigint           NOT NULL DEFAULT 0,     -- the number of the last lease, 0 if anything happened since
    wide     boolean          NOT NULL DEFAULT false, -- the days beside it as well, which may be those of another zone
    dirty_at timestamptz      NOT NULL DEFAULT now(), -- as in search_dirty, like all that follow
    due_at   timestamptz      NOT NULL DEFAULT now(),
    attempts integer          NOT NULL DEFAULT 0,
    error    text             NOT NULL DEFAULT '',
    PRIMARY KEY (owner_id, at, asset_id, channel, currency)
);
CREATE INDEX search_counter_dirty_by_due ON search_counter_dirty (due_at);
ALTER TABLE search_counter_dirty SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Marks sums, in the order of their keys; what is marked and waits already is not written again. A sum that is gone is marked
-- wide, since a move to another zone marks those alone that are there. The statements are not put together at run time, so that
-- they are planned once a session.
-- +goose StatementBegin
CREATE FUNCTION mark_counters_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM search_indices WHERE family = 'counters') THEN
        RETURN NULL;
    END IF;
    CASE TG_TABLE_NAME
        WHEN 'rollup_day_asset_channel' THEN
            INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency, wide)
            SELECT owner_id, at, asset_id, channel, '', TG_OP = 'DELETE' FROM changed ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET
                wide = search_counter_dirty.wide OR excluded.wide, version = 0, due_at = now(), attempts = 0, error = ''
            WHERE search_counter_dirty.version <> 0 OR search_counter_dirty.attempts <> 0 OR excluded.wide;
        WHEN 'rollup_day_asset_channel_revenue' THEN
            INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency, wide)
            SELECT owner_id, at, asset_id, channel, currency, TG_OP = 'DELETE' FROM changed ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET
                wide = search_counter_dirty.wide OR excluded.wide, version = 0, due_at = now(), attempts = 0, error = ''
            WHERE search_counter_dirty.version <> 0 OR search_counter_dirty.attempts <> 0 OR excluded.wide;
        WHEN 'events' THEN
            INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency)
            SELECT DISTINCT owner_id, date_bin('1 day', at, 'epoch'), asset_id, channel, unnest(array_remove(ARRAY['', currency], NULL))
            FROM changed ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET
                version = 0, due_at = now(), attempts = 0, error = ''
            WHERE search_counter_dirty.version <> 0 OR search_counter_dirty.attempts <> 0;
    END CASE;
    RETURN NULL;
END $$;
-- +goose StatementEnd

CREATE TRIGGER counts_inserted AFTER INSERT ON rollup_day_asset_channel REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();
CREATE TRIGGER counts_updated AFTER UPDATE ON rollup_day_asset_channel REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();
CREATE TRIGGER counts_deleted AFTER DELETE ON rollup_day_asset_channel REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();
CREATE TRIGGER revenue_inserted AFTER INSERT ON rollup_day_asset_channel_revenue REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();
CREATE TRIGGER revenue_updated AFTER UPDATE ON rollup_day_asset_channel_revenue REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();
CREATE TRIGGER revenue_deleted AFTER DELETE ON rollup_day_asset_channel_revenue REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();

-- A day of UTC that the zone parts is added up from single events, as long as there are any. New ones change sums as well.
CREATE TRIGGER events_forgotten AFTER DELETE ON events REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION mark_counters_dirty();

-- With another zone all days of the owner are other ones.
-- +goose StatementBegin
CREATE FUNCTION mark_owner_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM search_indices WHERE family = 'counters') THEN
        RETURN NULL;
    END IF;
    IF OLD.document #>> '{chosen,/profile/timezone}' IS DISTINCT FROM NEW.document #>> '{chosen,/profile/timezone}' THEN
        INSERT INTO search_counter_dirty (owner_id, at, asset_id, channel, currency)
        VALUES (coalesce(NEW.owner_id, OLD.owner_id), 'epoch', '00000000-0000-0000-0000-000000000000', '', '')
        ON CONFLICT (owner_id, at, asset_id, channel, currency) DO UPDATE SET
            version = 0, due_at = now(), attempts = 0, error = '';
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd

CREATE TRIGGER settings_changed AFTER INSERT OR UPDATE OR DELETE ON settings
    FOR EACH ROW EXECUTE FUNCTION mark_owner_dirty();
