-- +goose Up
-- Sums stop at the ends of bigint instead of failing there. What is counted is never negative; money may be.
CREATE FUNCTION plus(a bigint, b bigint) RETURNS bigint IMMUTABLE PARALLEL SAFE
    RETURN a + CASE WHEN b > 0 THEN least(b, 9223372036854775807 - greatest(a, 0))
                    ELSE greatest(b, -9223372036854775808 - least(a, 0)) END;

CREATE FUNCTION saturated(n numeric) RETURNS bigint IMMUTABLE PARALLEL SAFE
    RETURN least(greatest(coalesce(n, 0), -9223372036854775808), 9223372036854775807)::bigint;

-- Single events, for as long as they are remembered. An event outlives its asset, so nothing refers to that.
CREATE TABLE events (
    at          timestamptz(3)   NOT NULL,
    id          uuid             NOT NULL,
    asset_id    uuid             NOT NULL,
    fingerprint uuid             NOT NULL, -- 16 bytes without a length
    type        text COLLATE "C" NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    asset_type  text COLLATE "C" NOT NULL,
    owner_id    text COLLATE "C" NOT NULL,
    value_minor bigint,
    currency    text COLLATE "C",
    external_id text COLLATE "C",
    PRIMARY KEY (owner_id, id)
);

-- What lies between the edges of a range and the grains inside it; and the oldest, to forget them.
CREATE INDEX events_by_time ON events (owner_id, at);
-- The same for the assets of a project.
CREATE INDEX events_by_asset ON events (owner_id, asset_id, at);
-- An order counts once.
CREATE UNIQUE INDEX events_by_order ON events (owner_id, channel, external_id, asset_id) WHERE type = 'conversion';

-- Sums of events, kept for ever: at is the start of the quarter hour, or of the day, of UTC. Only sums change, and no index
-- has them, so that a row is rewritten in its page where that has room. They stand before the texts, whose lengths one has
-- to read to get past them.
CREATE TABLE rollup_15min (
    at          timestamptz(3)   NOT NULL,
    impressions bigint           NOT NULL,
    views       bigint           NOT NULL,
    clicks      bigint           NOT NULL,
    conversions bigint           NOT NULL,
    refunds     bigint           NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    asset_type  text COLLATE "C" NOT NULL,
    owner_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner_id, at, channel, asset_type)
) WITH (fillfactor = 80);

CREATE TABLE rollup_day_asset (
    at          timestamptz(3)   NOT NULL,
    asset_id    uuid             NOT NULL,
    impressions bigint           NOT NULL,
    views       bigint           NOT NULL,
    clicks      bigint           NOT NULL,
    conversions bigint           NOT NULL,
    refunds     bigint           NOT NULL,
    asset_type  text COLLATE "C" NOT NULL, -- never changes; kept for the time after the asset
    owner_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner_id, at, asset_id)
) WITH (fillfactor = 80);

-- A table of its own, asked where channels matter: with the channel in the one key, the rest would read five times the rows.
CREATE TABLE rollup_day_asset_channel (
    at          timestamptz(3)   NOT NULL,
    asset_id    uuid             NOT NULL,
    impressions bigint           NOT NULL,
    views       bigint           NOT NULL,
    clicks      bigint           NOT NULL,
    conversions bigint           NOT NULL,
    refunds     bigint           NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    asset_type  text COLLATE "C" NOT NULL,
    owner_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner_id, at, asset_id, channel)
) WITH (fillfactor = 80);

-- The assets of a project, day by day.
CREATE INDEX rollup_day_asset_by_asset ON rollup_day_asset (owner_id, asset_id, at);
CREATE INDEX rollup_day_asset_channel_by_asset ON rollup_day_asset_channel (owner_id, asset_id, at);

-- The money of each rollup, apart from its counts since there is a sum for each currency, and few events have any.
CREATE TABLE rollup_15min_revenue (
    at         timestamptz(3)   NOT NULL,
    revenue    bigint           NOT NULL,
    currency   text COLLATE "C" NOT NULL,
    channel    text COLLATE "C" NOT NULL,
    asset_type text COLLATE "C" NOT NULL,
    owner_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner_id, at, channel, asset_type, currency)
) WITH (fillfactor = 80);

CREATE TABLE rollup_day_asset_revenue (
    at         timestamptz(3)   NOT NULL,
    asset_id   uuid             NOT NULL,
    revenue    bigint           NOT NULL,
    currency   text COLLATE "C" NOT NULL,
    asset_type text COLLATE "C" NOT NULL,
    owner_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner_id, at, asset_id, currency)
) WITH (fillfactor = 80);

CREATE TABLE rollup_day_asset_channel_revenue (
    at         timestamptz(3)   NOT NULL,
    asset_id   uuid             NOT NULL,
    revenue    bigint           NOT NULL,
    currency   text COLLATE "C" NOT NULL,
    channel    text COLLATE "C" NOT NULL,
    asset_type text COLLATE "C" NOT NULL,
    owner_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner_id, at, asset_id, channel, currency)
) WITH (fillfactor = 80);

CREATE INDEX rollup_day_asset_revenue_by_asset ON rollup_day_asset_revenue (owner_id, asset_id, at);
CREATE INDEX rollup_day_asset_channel_revenue_by_asset ON rollup_day_asset_channel_revenue (owner_id, asset_id, at);

-- Single events with the columns of rollups, so that both are added up by the same statements.
CREATE VIEW event_counts AS
SELECT owner_id, at, asset_id, channel, asset_type,
    (type = 'impression')::int::bigint AS impressions, (type = 'view')::int::bigint AS views,
    (type = 'click')::int::bigint AS clicks, (type = 'conversion')::int::bigint AS conversions,
    (type = 'refund')::int::bigint AS refunds
FROM events;

CREATE VIEW event_revenue AS
SELECT owner_id, at, asset_id, channel, asset_type, currency,
    CASE type WHEN 'refund' THEN -value_minor ELSE value_minor END AS revenue
FROM events
WHERE currency IS NOT NULL;

-- What was created, copies aside, is counted without a look at the wide rows.
CREATE INDEX assets_by_creation ON assets (owner_id, created_at, type) WHERE source_id IS NULL;
