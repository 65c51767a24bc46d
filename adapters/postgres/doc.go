// Package postgres keeps everything in PostgreSQL 14 or newer. It is the record of the postgres profiles.
//
// What reads goes through sqlx; what writes runs in a pgx transaction, since batches and COPY need one. The SQL stands
// beside its only caller. Rules are not here: queries arrive normalised, and the closures of the ports decide.
//
//   - open.go, migrate.go, tx.go, errors.go: the database, its schema, its transactions, its errors
//   - project_*.go: projects; asset_*.go: assets; project_assets.go: what a project derives from its assets
//   - insights.go, insights_facts.go, insights_rollups.go, insights_columns.go: how events are kept and added up;
//     insights_read.go, insights_created.go, insights_rank.go, insights_where.go: how figures are asked for;
//     insights_compare.go, insights_upkeep.go: what is looked after at rest
//   - terms.go: the terms of core/search as tsvector and tsquery
//   - where.go: the filters of lists and counts
package postgres
