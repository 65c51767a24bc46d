package http

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// shop is a studio with figures: this month and the month before, two channels, two currencies.
func shop(t testing.TB) (s *server, ana *client, lamp, vase string) {
	s, ana, lamp = studio(t)
	vase = ana.create(`{"type": "text", "content": "=A vase, \"blue\""}`).ID
	days := func(n int, e event) event {
		return e.with("occurred_at", instant(insightsNow.Add(-time.Duration(n)*24*time.Hour)))
	}
	amazon := func(e event) event { return e.with("channel", "amazon") }
	for range 4 {
		ana.count(eventOf("impression", lamp), days(1, eventOf("view", lamp)))
	}
	ana.count(
		days(40, eventOf("view", lamp)), days(40, eventOf("view", vase)), days(40, eventOf("impression", vase)),
		days(40, eventOf("conversion", lamp).priced("EUR", 4000)),
		eventOf("click", lamp), amazon(eventOf("view", vase)),
		eventOf("conversion", lamp).priced("EUR", 12900), amazon(eventOf("conversion", vase)).priced("USD", 500),
		eventOf("refund", lamp).priced("EUR", 900),
	)
	return s, ana, lamp, vase
}

func TestStatsAreAllMetricsBesideThePeriodBefore(t *testing.T) {
	_, ana, _, _ := shop(t)
	require.JSONEq(t, `{
		"as_of": "2026-03-01T13:05:11.000Z", "data_source": "real", "warnings": ["ratio_above_one"],
		"query": {"start": "2026-01-31T00:00:00Z", "end": "2026-03-02T00:00:00Z", "tz": "UTC", "channel": [], "asset_type": [], "project_id": null, "by": null},
		"metrics": {
			"impressions": {"value": 4, "previous": 1, "change_ratio": 3},
			"views": {"value": 5, "previous": 2, "change_ratio": 1.5},
			"clicks": {"value": 1, "previous": 0, "change_ratio": null, "change_reason": "no_baseline"},
			"ctr": {"value": 0.25, "numerator": 1, "denominator": 4, "previous": 0, "change_points": 0.25},
			"conversions": {"value": 2, "previous": 1, "change_ratio": 1},
			"conversion_rate": {"value": 2, "numerator": 2, "denominator": 1, "previous": null, "change_points": null, "change_reason": "no_baseline"},
			"refunds": {"value": 1, "previous": 0, "change_ratio": null, "change_reason": "no_baseline"},
			"revenue": {"value": {"EUR": 12000, "USD": 500}, "previous": {"EUR": 4000, "USD": 0}, "change_ratio": {"EUR": 2, "USD": null}, "change_reason": "no_baseline"},
			"assets_created": {"value": 2, "previous": 0, "change_ratio": null, "change_reason": "no_baseline"},
			"projects_created": {"value": 0, "previous": 0, "change_ratio": 0}
		}}`, string(ana.get("/insights/stats").is(http.StatusOK).body))
}

func TestWhatIsNotKnownSaysWhy(t *testing.T) {
	_, ana, _, _ := shop(t)
	metrics := func(target string) map[string]any { return ana.figures(target)["metrics"].(map[string]any) }

	few := metrics("/insights/stats?channel=tiktok&asset_type=video")
	require.Equal(t, map[string]any{
		"value": nil, "numerator": 0.0, "denominator": 0.0, "previous": nil, "change_points": nil, "reason": "no_impressions", "change_reason": "no_impressions",
	}, few["ctr"])
	require.Equal(t, "no_clicks", few["conversion_rate"].(map[string]any)["reason"])
	unfit := map[string]any{"value": nil, "previous": nil, "change_ratio": nil, "reason": "not_applicable", "change_reason": "not_applicable"}
	require.Equal(t, unfit, few["assets_created"])
	require.Equal(t, unfit, few["projects_created"])
	require.Equal(t, map[string]any{"value": map[string]any{}, "previous": map[string]any{}, "change_ratio": map[string]any{}}, few["revenue"])

	before := metrics("/insights/stats?start=2020-01-01&end=2020-02-01")
	unknown := map[string]any{"value": nil, "previous": nil, "change_ratio": nil, "reason": "no_data", "change_reason": "no_data"}
	require.Equal(t, unknown, before["views"])
	require.Equal(t, unknown, before["revenue"])
	require.Equal(t, map[string]any{"value": 0.0, "previous": 0.0, "change_ratio": 0.0}, before["projects_created"], "the record itself is known")
	require.Equal(t, "future", metrics("/insights/stats?start=2026-04-01&end=2026-05-01")["assets_created"].(map[string]any)["reason"])
}

func TestGroupsAddUp(t *testing.T) {
	_, ana, _, _ := shop(t)
	for by, want := range map[string][]string{
		"channel": {"shopify", "amazon", "tiktok", "direct", "other"}, "asset_type": {"image", "video", "text"},
	} {
		got := ana.figures("/insights/stats?by=" + by)
		names, views := []string{}, 0.0
		for _, g := range got["groups"].([]any) {
			names = append(names, g.(map[string]any)[by].(string))
			views += g.(map[string]any)["metrics"].(map[string]any)["views"].(map[string]any)["value"].(float64)
		}
		require.Equal(t, want, names)
		require.Equal(t, got["metrics"].(map[string]any)["views"].(map[string]any)["value"], views)
	}
	require.Len(t, ana.figures("/insights/stats?by=channel&channel=amazon,shopify")["groups"], 2, "only those that the filter admits")
}

func TestAChartIsInColumns(t *testing.T) {
	_, ana, _, _ := shop(t)
	require.JSONEq(t, `{
		"as_of": "2026-03-01T13:05:11.000Z", "data_source": "real", "warnings": [],
		"query": {"start": "2026-02-28T00:00:00Z", "end": "2026-03-03T00:00:00Z", "tz": "UTC", "channel": [], "asset_type": [], "project_id": null,
			"metrics": ["views", "ctr", "revenue", "assets_created"], "interval": "day", "compare": null},
		"buckets": [
			{"id": "2026-02-28T00:00:00.000Z", "start": "2026-02-28T00:00:00Z", "end": "2026-03-01T00:00:00Z", "state": "complete"},
			{"id": "2026-03-01T00:00:00.000Z", "start": "2026-03-01T00:00:00Z", "end": "2026-03-02T00:00:00Z", "state": "in_progress"},
			{"id": "2026-03-02T00:00:00.000Z", "start": "2026-03-02T00:00:00Z", "end": "2026-03-03T00:00:00Z", "state": "future"}],
		"series": [
			{"metric": "views", "values": [4, 1, null]},
			{"metric": "ctr", "values": [null, 0.25, null], "numerator": [0, 1, null], "denominator": [0, 4, null]},
			{"metric": "revenue", "currency": "EUR", "values": [0, 12000, null]},
			{"metric": "revenue", "currency": "USD", "values": [0, 500, null]},
			{"metric": "assets_created", "values": [0, 2, null]}],
		"totals": {"views": 5, "ctr": {"value": 0.25, "numerator": 1, "denominator": 4}, "revenue": {"EUR": 12000, "USD": 500}, "assets_created": 2}
	}`, string(ana.get("/insights/charts?start=2026-02-28&end=2026-03-03&metrics=views,ctr,revenue,assets_created,views").is(http.StatusOK).body))
}

func TestAChartComparesWithThePeriodBefore(t *testing.T) {
	_, ana, _, _ := shop(t)
	got := ana.figures("/insights/charts?compare=previous&metrics=views,revenue,projects_created&range=90d&interval=month&channel=shopify")
	require.Equal(t, "previous", got["query"].(map[string]any)["compare"])
	require.Equal(t, map[string]any{"projects_created": "not_applicable"}, got["reasons"])
	require.Nil(t, got["totals"].(map[string]any)["projects_created"])
	before := got["previous"].(map[string]any)
	require.Equal(t, "no_data", before["buckets"].([]any)[0].(map[string]any)["state"])
	require.Equal(t, map[string]any{"metric": "revenue", "currency": "EUR", "values": []any{nil, nil, nil, nil}}, before["series"].([]any)[1])
}

func TestLabelsAreLocalAndTellTheHoursApartThatClocksShowTwice(t *testing.T) {
	_, ana, _, _ := shop(t)
	got := ana.figures("/insights/charts?tz=America/New_York&interval=hour&start=2025-11-02T05:00:00Z&end=2025-11-02T07:00:00Z")
	require.Equal(t, []any{
		map[string]any{"id": "2025-11-02T05:00:00.000Z", "start": "2025-11-02T01:00:00-04:00", "end": "2025-11-02T01:00:00-05:00", "state": "no_data"},
		map[string]any{"id": "2025-11-02T06:00:00.000Z", "start": "2025-11-02T01:00:00-05:00", "end": "2025-11-02T02:00:00-05:00", "state": "no_data"},
	}, got["buckets"])
	require.Equal(t, "2025-11-02T01:00:00-04:00", got["query"].(map[string]any)["start"])
}

func TestDaysAreThoseOfTheProfile(t *testing.T) {
	_, ana, _, _ := shop(t)
	zone := func(target string) any { return ana.figures(target)["query"].(map[string]any)["tz"] }
	require.Equal(t, "UTC", zone("/insights/stats"))
	ana.choose(`{"profile": {"timezone": "Asia/Kathmandu"}}`)
	for _, target := range []string{"/insights/stats", "/insights/charts", "/insights/top-assets"} {
		require.Equal(t, "Asia/Kathmandu", zone(target))
		require.Equal(t, "Asia/Calcutta", zone(target+"?tz=Asia/Calcutta"), "the question's own zone comes first, by any of its names")
	}
	require.Equal(t, "2026-03-01T00:00:00+05:45", ana.figures("/insights/stats?range=today")["query"].(map[string]any)["start"])
}

func TestTopAssetsAreExactAndAddUp(t *testing.T) {
	_, ana, lamp, vase := shop(t)
	card := func(id, kind, title string) map[string]any {
		shown := map[string]any{"id": id, "type": kind, "display_title": title, "thumbnail_url": nil, "project_id": nil, "deleted": false}
		if kind == "image" {
			shown["thumbnail_url"] = "/t"
		}
		return shown
	}
	first := map[string]any{"rank": 1.0, "asset": card(lamp, "image", "Lamp"), "value": 4.0, "share": 0.8}
	second := map[string]any{"rank": 2.0, "asset": card(vase, "text", `=A vase, "blue"`), "value": 1.0, "share": 0.2}
	all := ana.figures("/insights/top-assets")
	require.Equal(t, []any{first, second}, all["items"])
	require.Equal(t, []any{5.0, 0.0}, []any{all["total"], all["others"]})
	require.Equal(t, map[string]any{
		"start": "2026-01-31T00:00:00Z", "end": "2026-03-02T00:00:00Z", "tz": "UTC", "channel": []any{}, "asset_type": []any{}, "project_id": nil,
		"metric": "views", "currency": nil, "min_denominator": nil, "limit": 10.0,
	}, all["query"])
	one := ana.figures("/insights/top-assets?limit=1")
	require.Equal(t, []any{first}, one["items"])
	require.Equal(t, []any{5.0, 1.0}, []any{one["total"], one["others"]})

	money := ana.figures("/insights/top-assets?metric=revenue&currency=USD")
	require.Equal(t, []any{500.0, 1.0}, []any{money["items"].([]any)[0].(map[string]any)["value"], money["items"].([]any)[0].(map[string]any)["share"]})
	ratio := ana.figures("/insights/top-assets?metric=ctr&min_denominator=4")
	require.Equal(t, []any{map[string]any{
		"rank": 1.0, "asset": first["asset"], "value": 0.25, "numerator": 1.0, "denominator": 4.0, "share": nil,
	}}, ratio["items"])
	require.Equal(t, []any{nil, nil, 4.0}, []any{ratio["total"], ratio["others"], ratio["query"].(map[string]any)["min_denominator"]})
	require.Empty(t, ana.figures("/insights/top-assets?metric=ctr")["items"], "one click on four impressions is no top asset")
	require.Equal(t, "no_data", ana.figures("/insights/top-assets?start=2020-01-01&end=2020-02-01")["reason"])
}

func TestDeletedAssetsStayInHistory(t *testing.T) {
	_, ana, lamp := studio(t)
	home := ana.add(`{}`).ID
	gone := ana.create(`{"type": "text", "content": "gone", "project_id": "` + home + `"}`).ID
	ana.happened(gone, "view", "view")
	ana.happened(lamp, "view")
	ana.delete("/assets/" + lamp).is(http.StatusNoContent)
	ana.delete("/projects/" + home).is(http.StatusNoContent)
	ana.delete("/projects/" + home + "?permanent=true").is(http.StatusNoContent)

	got := ana.figures("/insights/top-assets")
	require.Equal(t, []any{3.0, 0.0}, []any{got["total"], got["others"]})
	require.Equal(t, map[string]any{
		"id": gone, "type": "text", "display_title": nil, "thumbnail_url": nil, "project_id": nil, "deleted": true,
	}, got["items"].([]any)[0].(map[string]any)["asset"], "of what was purged only id and type are known")
	trashed := got["items"].([]any)[1].(map[string]any)["asset"].(map[string]any)
	require.Equal(t, []any{"Lamp", true}, []any{trashed["display_title"], trashed["deleted"]})
	require.Equal(t, 1, ana.tell(eventOf("view", lamp)).Accepted, "and what lies in the trash goes on being seen")
}

func TestDefinitionsAreData(t *testing.T) {
	got := decode[definitionsJSON](newServer(t).as(t, "ana").get("/insights/definitions").is(http.StatusOK))
	require.Len(t, got.Metrics, len(insights.Metrics))
	for i, d := range got.Metrics {
		require.Equal(t, insights.Metrics[i], d.Metric)
		require.Equal(t, d.Kind == insights.KindRatio, d.Numerator != nil && d.Denominator != nil)
		require.NotEmpty(t, d.Description)
	}
	require.Equal(t, "clicks", *got.Metrics[3].Numerator)
}

func TestAnOwnerWithoutEventsGetsASampleThatSaysSo(t *testing.T) {
	s := newServerWith(t, insights.Rules{Retention: 400 * 24 * time.Hour, Sample: true})
	ana := s.as(t, "ana", ScopePipeline)
	lamp := ana.image("Lamp")
	for _, target := range []string{"/insights/stats", "/insights/charts", "/insights/top-assets"} {
		require.Equal(t, "sample", ana.figures(target)["data_source"])
		require.Contains(t, string(ana.get(target, header("Accept", "text/csv")).body), `"sample"`, "in a file too")
	}
	ana.happened(lamp, "view")
	require.EqualValues(t, 1, ana.views(), "the first real event ends it")
	require.Equal(t, "real", ana.figures("/insights/charts")["data_source"])
	require.Equal(t, "none", newServer(t).as(t, "ana").figures("/insights/stats")["data_source"])
}

func TestARangeBeyondTheRetentionNamesItsEarliestStart(t *testing.T) {
	_, ana, _, _ := shop(t)
	for target, earliest := range map[string]string{
		"/insights/top-assets?start=2024-01-01&end=2024-02-01&tz=Europe/Lisbon":                            "",
		"/insights/top-assets?start=2024-01-01&end=2024-02-01&tz=Europe/Berlin":                            "2025-01-26",
		"/insights/stats?start=2024-01-01T00:00:01Z&end=2024-02-01T00:00:00Z":                              "2025-01-25T13:15:00.000Z",
		"/insights/charts?start=2024-01-01T00:00:01Z&end=2024-02-01T00:00:00Z":                             "2025-01-25T13:15:00.000Z",
		"/insights/stats?start=2024-01-01&end=2024-02-01&tz=Asia/Kathmandu":                                "",
		"/insights/stats?start=2024-01-01&end=2024-02-01&tz=Asia/Kathmandu&project_id=" + newID().String(): "2025-01-26",
	} {
		got := ana.get(target)
		if earliest == "" {
			got.is(http.StatusOK)
			continue
		}
		p := got.isProblem("beyond-retention")
		require.Equal(t, earliest, p.Members["earliest"], target)
		require.Equal(t, []string{"start beyond_retention"}, p.mistakes())
		start := target[strings.Index(target, "start=")+len("start="):]
		start, _, _ = strings.Cut(start, "&")
		ana.get(strings.NewReplacer(start, earliest, "end=2024", "end=2026").Replace(target)).is(http.StatusOK)
	}
}

func TestAllMistakesOfAQuestionAreToldAtOnce(t *testing.T) {
	_, ana, _, _ := shop(t)
	for target, want := range map[string][]string{
		"/insights/stats?tz=Local&range=7days&by=day&channel=ebay&x=1": {"by unknown_value", "channel unknown_value", "range unknown_value", "tz invalid_timezone", "x unknown"},
		"/insights/stats?start=2026-02-30&end=2026-03-01T00:00:00z":    {"start invalid_time", "end invalid_time"},
		"/insights/stats?start=%00&end=2026-03-01&range=":              {"start invalid_characters", "range empty"},
		"/insights/charts?metrics=likes&interval=minute&compare=year":  {"metrics unknown_value", "interval unknown_value", "compare unknown_value"},
		"/insights/charts?range=90d&interval=hour":                     {"interval too_many_buckets"},
		"/insights/top-assets?metric=revenue&min_denominator=5":        {"currency invalid_currency", "min_denominator not_applicable"},
		"/insights/top-assets?currency=EUR&limit=0&min_denominator=0":  {"currency not_applicable", "limit out_of_range", "min_denominator out_of_range"},
	} {
		require.ElementsMatch(t, want, ana.get(target).isProblem("invalid-parameter").mistakes(), target)
	}
	require.Equal(t, "day", ana.get("/insights/charts?range=90d&interval=hour").isProblem("invalid-parameter").Members["finest_interval"])
}

// TestFiguresThatAreTheSameAreNotSentAgain holds the tag to the figures: it is the same whenever they are.
func TestFiguresThatAreTheSameAreNotSentAgain(t *testing.T) {
	s, ana, lamp, _ := shop(t)
	for _, accept := range []part{header("Accept", "application/json"), header("Accept", "text/csv")} {
		for _, target := range []string{"/insights/stats", "/insights/charts?compare=previous", "/insights/top-assets"} {
			tag := ana.get(target, accept).is(http.StatusOK).header.Get("ETag")
			s.now = s.now.Add(time.Second)
			ana.get(target, accept, header("If-None-Match", tag)).is(http.StatusNotModified)
			require.Equal(t, tag, ana.get(target, accept).is(http.StatusOK).header.Get("ETag"))
			ana.happened(lamp, "view")
			require.NotEqual(t, tag, ana.get(target, accept, header("If-None-Match", tag)).is(http.StatusOK).header.Get("ETag"))
		}
	}
	require.Regexp(t, `^W/"`, ana.get("/insights/stats").header.Get("ETag"), "as_of differs, so the bytes do")
	require.Regexp(t, `^"`, ana.get("/insights/definitions").header.Get("ETag"))
}
