package main

import (
	"context"
	"net/http"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// floorCharts add a chart up: from the rollup that the product reads, and from single events.
var floorCharts = map[string]string{
	"rollup": `SELECT date_bin('1 day', at, $2) AS day, sum(views)::bigint, sum(clicks)::bigint, sum(conversions)::bigint
		FROM rollup_15min WHERE owner_id = $1 AND at >= $2 AND at < $3 GROUP BY day ORDER BY day`,
	"raw": `SELECT date_bin('1 day', at, $2) AS day, count(*) FILTER (WHERE type = 'view'),
			count(*) FILTER (WHERE type = 'click'), count(*) FILTER (WHERE type = 'conversion')
		FROM events WHERE owner_id = $1 AND at >= $2 AND at < $3 GROUP BY day ORDER BY day`,
}

type floorChart struct {
	AsOf     floorTime        `json:"as_of"`
	Source   string           `json:"data_source"`
	Warnings []string         `json:"warnings"`
	Query    floorChartQuery  `json:"query"`
	Buckets  []floorBucket    `json:"buckets"`
	Series   []floorSeries    `json:"series"`
	Totals   map[string]int64 `json:"totals"`
}

type floorChartQuery struct {
	Start      time.Time `json:"start"`
	End        time.Time `json:"end"`
	Zone       string    `json:"tz"`
	Channels   []string  `json:"channel"`
	AssetTypes []string  `json:"asset_type"`
	ProjectID  *string   `json:"project_id"`
	Metrics    []string  `json:"metrics"`
	Interval   string    `json:"interval"`
	Compare    *string   `json:"compare"`
}

type floorBucket struct {
	ID    floorTime `json:"id"`
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	State string    `json:"state"`
}

type floorSeries struct {
	Metric string  `json:"metric"`
	Values []int64 `json:"values"`
}

// handleFloorInsights serves a chart of the last 90 days of UTC. Every day has events.
func handleFloorInsights(mux *http.ServeMux, pool *pgxpool.Pool) {
	for from, statement := range floorCharts {
		mux.HandleFunc("/insights/chart/"+from, func(w http.ResponseWriter, r *http.Request) {
			chart, err := drawFloor(r.Context(), pool, statement)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			sendFloor(w, chart)
		})
	}
}

func drawFloor(ctx context.Context, pool *pgxpool.Pool, statement string) (floorChart, error) {
	now := time.Now().UTC()
	end := now.Truncate(24*time.Hour).AddDate(0, 0, 1)
	chart := floorChart{
		AsOf: floorTime{now}, Source: "real", Warnings: []string{}, Totals: map[string]int64{},
		Query: floorChartQuery{
			Start: end.AddDate(0, 0, -90), End: end, Zone: "UTC", Channels: []string{}, AssetTypes: []string{},
			Metrics: []string{"views", "clicks", "conversions"}, Interval: "day",
		},
	}
	for _, metric := range chart.Query.Metrics {
		chart.Series = append(chart.Series, floorSeries{Metric: metric})
	}
	rows, err := pool.Query(ctx, statement, heavy, chart.Query.Start, end)
	if err != nil {
		return floorChart{}, err
	}
	var day time.Time
	var counts [3]int64
	_, err = pgx.ForEachRow(rows, []any{&day, &counts[0], &counts[1], &counts[2]}, func() error {
		chart.add(day.UTC(), counts)
		return nil
	})
	return chart, err
}

func (c *floorChart) add(day time.Time, counts [3]int64) {
	bucket := floorBucket{ID: floorTime{day}, Start: day, End: day.AddDate(0, 0, 1), State: "complete"}
	if bucket.End.After(c.AsOf.Time) {
		bucket.State = "in_progress"
	}
	c.Buckets = append(c.Buckets, bucket)
	for i := range c.Series {
		c.Series[i].Values = append(c.Series[i].Values, counts[i])
		c.Totals[c.Series[i].Metric] += counts[i]
	}
}
