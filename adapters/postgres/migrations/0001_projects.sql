-- +goose Up
-- Every key and every index leads with the owner: the cost of one does not grow with the others, and the tables can be
-- distributed by owner.
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TABLE projects (
    owner_id         text COLLATE "C" NOT NULL,
    id               uuid             NOT NULL,
    title            text             NOT NULL,
    title_key        text COLLATE "C" NOT NULL, -- search.SortKey of the title
    description      text             NOT NULL,
    tags             text[]           NOT NULL,
    favorite         boolean          NOT NULL,
    type             text             NOT NULL,
    brief            text             NOT NULL,
    source_image_url text             NOT NULL,
    options          json,                      -- json, not jsonb: kept as it was written
    source_id        uuid,
    status           text             NOT NULL, -- mirror of project_states.status, for lists that filter by it
    created_at       timestamptz(3)   NOT NULL,
    updated_at       timestamptz(3)   NOT NULL,
    deleted_at       timestamptz(3),
    trashed          boolean          NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
    version          bigint           NOT NULL,
    PRIMARY KEY (owner_id, id)
);

-- What moves while a project runs, and what follows from its assets: a narrow row of its own, so that a running pipeline
-- rewrites neither the wide row nor an index.
CREATE TABLE project_states (
    owner_id      text COLLATE "C" NOT NULL,
    project_id    uuid             NOT NULL,
    status        text             NOT NULL,
    stage         text             NOT NULL,
    progress      smallint         NOT NULL,
    error_code    text,
    error_message text             NOT NULL DEFAULT '',
    timeline      jsonb            NOT NULL,
    completed_at  timestamptz(3),
    images        bigint           NOT NULL DEFAULT 0,
    videos        bigint           NOT NULL DEFAULT 0,
    texts         bigint           NOT NULL DEFAULT 0,
    cover_url     text,
    cover_width   integer          NOT NULL DEFAULT 0,
    cover_height  integer          NOT NULL DEFAULT 0,
    PRIMARY KEY (owner_id, project_id),
    FOREIGN KEY (owner_id, project_id) REFERENCES projects (owner_id, id) ON DELETE CASCADE
) WITH (fillfactor = 70);

-- The text to search, apart from the row, since it is large and only an edit of text changes it; beside it what never
-- changes and the newest-first order needs.
CREATE TABLE project_terms (
    owner_id   text COLLATE "C" NOT NULL,
    project_id uuid             NOT NULL,
    created_at timestamptz(3)   NOT NULL,
    terms      tsvector         NOT NULL, -- made by core/search, never by a parser of PostgreSQL
    PRIMARY KEY (owner_id, project_id),
    FOREIGN KEY (owner_id, project_id) REFERENCES projects (owner_id, id) ON DELETE CASCADE
);

-- One index a list shape. Each serves the live projects and the trash, and both directions.
CREATE INDEX projects_by_created ON projects (owner_id, trashed, created_at, id);
CREATE INDEX projects_by_updated ON projects (owner_id, trashed, updated_at, id);
CREATE INDEX projects_by_title ON projects (owner_id, trashed, title_key, id);
CREATE INDEX projects_by_status ON projects (owner_id, trashed, status, created_at, id);
CREATE INDEX projects_by_type ON projects (owner_id, trashed, type, created_at, id);
CREATE INDEX projects_by_favorite ON projects (owner_id, trashed, created_at, id) WHERE favorite;
CREATE INDEX projects_by_tag ON projects USING gin (owner_id, tags) WITH (fastupdate = off);

CREATE INDEX project_terms_by_term ON project_terms USING gin (owner_id, terms) WITH (fastupdate = off);
CREATE INDEX project_terms_by_created ON project_terms (owner_id, created_at, project_id);

-- How rare a tag or a term is decides whether a list walks its order or goes to the few rows, so many are counted.
ALTER TABLE projects ALTER COLUMN tags SET STATISTICS 1000;
ALTER TABLE project_terms ALTER COLUMN terms SET STATISTICS 1000;
