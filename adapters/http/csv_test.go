package http

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// table reads an answer as a CSV reader does, the header first.
func (r reply) table() [][]string {
	r.t.Helper()
	require.Equal(r.t, "text/csv; charset=utf-8; header=present", r.header.Get("Content-Type"))
	require.True(r.t, strings.HasSuffix(string(r.body), "\r\n"))
	rows, err := csv.NewReader(strings.NewReader(string(r.body))).ReadAll()
	require.NoError(r.t, err)
	return rows
}

var asCSV = header("Accept", "text/csv")

func TestStatsAsATable(t *testing.T) {
	_, ana, _, _ := shop(t)
	got := ana.get("/insights/stats", asCSV).is(http.StatusOK)
	require.Equal(t, `attachment; filename="insights-stats-2026-01-31-to-2026-03-01.csv"`, got.header.Get("Content-Disposition"))
	require.Equal(t, [][]string{
		{"metric", "currency", "value", "numerator", "denominator", "previous", "change_ratio", "change_points", "reason", "change_reason", "data_source"},
		{"impressions", "", "4", "", "", "1", "3", "", "", "", "real"},
		{"views", "", "5", "", "", "2", "1.5", "", "", "", "real"},
		{"clicks", "", "1", "", "", "0", "", "", "", "no_baseline", "real"},
		{"ctr", "", "0.25", "1", "4", "0", "", "0.25", "", "", "real"},
		{"conversions", "", "2", "", "", "1", "1", "", "", "", "real"},
		{"conversion_rate", "", "2", "2", "1", "", "", "", "", "no_baseline", "real"},
		{"refunds", "", "1", "", "", "0", "", "", "", "no_baseline", "real"},
		{"revenue", "EUR", "12000", "", "", "4000", "2", "", "", "", "real"},
		{"revenue", "USD", "500", "", "", "0", "", "", "", "no_baseline", "real"},
		{"assets_created", "", "2", "", "", "0", "", "", "", "no_baseline", "real"},
		{"projects_created", "", "0", "", "", "0", "0", "", "", "", "real"},
	}, got.table())
	require.Contains(t, string(got.body), "\"views\",,5,,,2,1.5,", "text is in quotes, numbers are not")

	groups := ana.get("/insights/stats?by=channel&channel=amazon,tiktok", asCSV).table()
	require.Equal(t, "channel", groups[0][0])
	views := [][]string{}
	for _, row := range groups {
		if row[1] == "views" {
			views = append(views, row[:4])
		}
	}
	require.Equal(t, [][]string{{"", "views", "", "1"}, {"amazon", "views", "", "1"}, {"tiktok", "views", "", "0"}}, views)
	none := ana.get("/insights/stats?start=2020-01-01&end=2020-02-01", asCSV).table()
	require.Equal(t, []string{"revenue", "", "", "", "", "", "", "", "no_data", "no_data", "real"}, none[8], "what is not known has no figure")
}

func TestAChartAsATable(t *testing.T) {
	_, ana, _, _ := shop(t)
	got := ana.get("/insights/charts?start=2026-02-28&end=2026-03-03&metrics=views,ctr,revenue", asCSV).is(http.StatusOK)
	require.Equal(t, `attachment; filename="insights-chart-2026-02-28-to-2026-03-02.csv"`, got.header.Get("Content-Disposition"))
	require.Equal(t, [][]string{
		{"id", "start", "end", "state", "views", "ctr", "ctr_numerator", "ctr_denominator", "revenue_EUR", "revenue_USD", "data_source"},
		{"2026-02-28T00:00:00.000Z", "2026-02-28T00:00:00Z", "2026-03-01T00:00:00Z", "complete", "4", "", "0", "0", "0", "0", "real"},
		{"2026-03-01T00:00:00.000Z", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "in_progress", "1", "0.25", "1", "4", "12000", "500", "real"},
		{"2026-03-02T00:00:00.000Z", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", "future", "", "", "", "", "", "", "real"},
	}, got.table())

	periods := map[string]int{}
	for _, row := range ana.get("/insights/charts?range=7d&compare=previous", asCSV).table() {
		periods[row[0]]++
	}
	require.Equal(t, map[string]int{"period": 1, "current": 7, "previous": 7}, periods)
	require.Len(t, ana.get("/insights/charts?start=2026-02-28&end=2026-02-28", asCSV).table(), 1, "an empty range has no bucket")
}

func TestTopAssetsAsATable(t *testing.T) {
	_, ana, lamp, vase := shop(t)
	got := ana.get("/insights/top-assets?tz=Asia/Kathmandu", asCSV).is(http.StatusOK)
	require.Equal(t, `attachment; filename="insights-top-assets-2026-01-31-to-2026-03-01.csv"`, got.header.Get("Content-Disposition"))
	require.Equal(t, [][]string{
		{"rank", "id", "type", "display_title", "thumbnail_url", "project_id", "deleted", "value", "numerator", "denominator", "share", "data_source"},
		{"1", lamp, "image", "Lamp", "/t", "", "false", "4", "", "", "0.8", "real"},
		{"2", vase, "text", `'=A vase, "blue"`, "", "", "false", "1", "", "", "0.2", "real"},
	}, got.table(), "what looks like a formula is none")
	require.Equal(t, []string{"0.25", "1", "4", "", "real"}, ana.get("/insights/top-assets?metric=ctr&min_denominator=1", asCSV).table()[1][7:])

	ana.count(eventOf("refund", vase).priced("USD", 9000))
	require.Equal(t, "-8500", ana.get("/insights/top-assets?metric=revenue&currency=USD", asCSV).table()[1][7], "a number stays a number")
}

func TestTheFormOfAnAnswerIsTheClientsChoice(t *testing.T) {
	_, ana, _, _ := shop(t)
	for accept, want := range map[string]string{
		"": mediaJSON, "*/*": mediaJSON, "application/*": mediaJSON, "application/json, text/csv": mediaJSON, "text/csv;q=0.5, application/json;q=0.5": mediaJSON,
		"text/csv": mediaCSV, "text/*": mediaCSV, "TEXT/CSV; header=present": mediaCSV, "application/json;q=0.4, text/csv;q=0.5": mediaCSV,
		"text/html, text/csv;q=0.1": mediaCSV, "application/json;q=0, */*": mediaCSV, "*/*;q=0.1, text/csv;q=0": mediaJSON, "text/csv, ;": mediaCSV,
		"text/html": "", "application/xml, image/*": "", "text/csv;q=0": "", "application/json;q=0, text/csv;q=0, */*": "",
	} {
		parts := []part{}
		if accept != "" {
			parts = append(parts, header("Accept", accept))
		}
		got := ana.get("/insights/stats", parts...)
		require.Contains(t, strings.Split(got.header.Get("Vary"), ", "), "Accept", accept)
		if want == "" {
			require.Contains(t, got.isProblem("not-acceptable").Detail, "text/csv", accept)
			continue
		}
		require.Equal(t, want, got.is(http.StatusOK).header.Get("Content-Type"), accept)
	}
	for _, target := range []string{"/insights/definitions", "/assets", settingsAt} {
		ana.get(target, asCSV).isProblem("not-acceptable")
	}
	ana.get("/insights/stats?range=x", asCSV).isProblem("invalid-parameter")
}

func FuzzCell(f *testing.F) {
	for _, text := range []string{
		"", "Lamp", "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "a,b", `say "hi"`, "two\r\nlines", "'=1", "é", "\xff", "\x00", "=", "−1",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\r") {
			return // the reader below makes \n of \r\n
		}
		file := string(sheet{rows: [][]cell{{textCell(text), textCell("end")}}}.encode())
		rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1)
		require.Equal(t, "end", rows[0][1])
		got := rows[0][0]
		require.Equal(t, text, strings.TrimPrefix(got, strings.TrimSuffix(got, text)))
		if begin := strings.TrimLeftFunc(got, unicode.IsSpace); begin != "" {
			require.NotContains(t, "=+-@", begin[:1])
		}
	})
}
