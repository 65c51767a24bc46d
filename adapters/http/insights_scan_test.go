package http

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// TestNoFigureIsInvented asks many questions about generated events and about a sample, and looks at every figure of every
// answer. The seed is in the name of the subtest.
func TestNoFigureIsInvented(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 0))
			s := newServerWith(t, insights.Rules{Retention: 400 * 24 * time.Hour, Sample: true})
			ana := s.as(t, "ana", ScopePipeline)
			assets := []string{ana.image("Lamp"), ana.create(`{"type": "text", "content": "copy"}`).ID, ana.image("Vase")}
			for round := range 3 {
				for range 40 {
					ana.scanStats(random)
					ana.scanChart(random)
					ana.scanTop(random)
				}
				ana.count(generated(random, assets, 30*(1+round))...)
			}
		})
	}
}

// generated are events such that some ratios have no denominator, some exceed 1, and some revenue is below zero.
func generated(random *rand.Rand, assets []string, n int) []event {
	events := make([]event, n)
	for i := range events {
		asset := assets[random.IntN(len(assets))]
		e := eventOf(string(oneOf(random, insights.EventTypes)), asset).with("channel", oneOf(random, insights.Channels))
		if e["order"] != nil {
			e = e.priced(oneOf(random, []string{"EUR", "USD", "JPY"}), random.Int64N(3)*random.Int64N(insights.MaxValueMinor/3))
		}
		ago := time.Duration(math.Pow(random.Float64(), 3) * float64(399*24*time.Hour))
		events[i] = e.with("occurred_at", instant(insightsNow.Add(-ago)))
	}
	return events
}

func oneOf[T any](random *rand.Rand, all []T) T { return all[random.IntN(len(all))] }

// asked is a random question: the same parameters for every route, and some of its own.
func asked(random *rand.Rand, own ...string) string {
	v := url.Values{}
	some := func(name string, values ...string) {
		if random.IntN(2) == 0 {
			v.Set(name, oneOf(random, values))
		}
	}
	some("channel", "shopify", "amazon,tiktok", "other")
	some("asset_type", "image", "video", "text,image")
	some("tz", "UTC", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe")
	if random.IntN(2) == 0 {
		v.Set("range", oneOf(random, insights.Presets))
	} else {
		first := insightsNow.AddDate(0, 0, -random.IntN(450))
		v.Set("start", first.Format(time.DateOnly))
		v.Set("end", first.AddDate(0, 0, random.IntN(40)).Format(time.DateOnly))
	}
	for _, parameter := range own {
		name, values, _ := strings.Cut(parameter, "=")
		some(name, strings.Split(values, "|")...)
	}
	return v.Encode()
}

// scanned gives the JSON of an answer, and requires that neither it nor the same as a table has what is no number.
func (c *client) scanned(target string) map[string]any {
	c.t.Helper()
	got := c.get(target).is(http.StatusOK)
	for _, text := range []string{string(got.body), string(c.get(target, asCSV).is(http.StatusOK).body)} {
		require.NotRegexp(c.t, notANumber, quoted.ReplaceAllString(text, ""), target)
	}
	return decode[map[string]any](got)
}

var (
	quoted     = regexp.MustCompile(`"[^"]*"`)
	notANumber = regexp.MustCompile(`(?i)nan|inf|∞|-0[^.]|e[+-]`)
)

func (c *client) scanStats(random *rand.Rand) {
	c.t.Helper()
	target := "/insights/stats?" + asked(random, "by=channel|asset_type")
	got := c.scanned(target)
	whole := got["metrics"].(map[string]any)
	sums := map[string]float64{}
	groups, _ := got["groups"].([]any)
	for _, g := range groups {
		for name, figure := range g.(map[string]any)["metrics"].(map[string]any) {
			c.requireFigure(target+" "+name, figure.(map[string]any))
			if n, ok := figure.(map[string]any)["value"].(float64); ok {
				sums[name] += n
			}
		}
	}
	for name, figure := range whole {
		figure := figure.(map[string]any)
		c.requireFigure(target+" "+name, figure)
		if sum, counted := sums[name]; counted && insights.Metric(name).Kind() == insights.KindCount {
			require.Equal(c.t, figure["value"], sum, "%s: groups of %s add up", target, name)
		}
	}
}

// requireFigure requires that a figure is what its parts make it, and null only with a reason.
func (c *client) requireFigure(at string, f map[string]any) {
	c.t.Helper()
	require.Equal(c.t, f["value"] == nil, f["reason"] != nil, at)
	if numerator, ok := f["numerator"].(float64); ok {
		c.requireFraction(at, f["value"], numerator, f["denominator"].(float64))
	}
	if points, ok := f["change_points"]; ok {
		c.requireChange(at, points, f, func(now, before float64) any { return now - before })
		return
	}
	amounts, isMoney := f["change_ratio"].(map[string]any)
	if !isMoney {
		c.requireChange(at, f["change_ratio"], f, ratioOf)
		return
	}
	for currency, change := range amounts {
		part := map[string]any{"value": f["value"].(map[string]any)[currency], "previous": f["previous"].(map[string]any)[currency], "change_reason": f["change_reason"]}
		if change != nil {
			part["change_reason"] = nil // it is that of another currency
		}
		c.requireChange(at+currency, change, part, ratioOf)
	}
}

// ratioOf is a change in relation to what was: none from nothing, and none from a loss.
func ratioOf(now, before float64) any {
	switch {
	case now == before:
		return 0.0
	case before <= 0:
		return nil
	default:
		return now/before - 1
	}
}

func (c *client) requireChange(at string, change any, f map[string]any, expect func(now, before float64) any) {
	c.t.Helper()
	require.Equal(c.t, change == nil, f["change_reason"] != nil, at)
	now, known := f["value"].(float64)
	before, knownBefore := f["previous"].(float64)
	if !known || !knownBefore {
		require.Nil(c.t, change, at)
		return
	}
	want := expect(now, before)
	if want == nil {
		require.Nil(c.t, change, at)
		require.Equal(c.t, "no_baseline", f["change_reason"], at)
		return
	}
	require.InDelta(c.t, want, change, 2e-6*math.Max(1, math.Abs(want.(float64))), at)
}

func (c *client) requireFraction(at string, value any, numerator, denominator float64) {
	c.t.Helper()
	if denominator == 0 {
		require.Nil(c.t, value, at)
		return
	}
	require.InDelta(c.t, numerator/denominator, value, 1e-6, at)
}

func (c *client) scanChart(random *rand.Rand) {
	c.t.Helper()
	target := "/insights/charts?" + asked(random, "interval=day|week|month", "compare=previous", "metrics=impressions,ctr,conversion_rate|revenue,refunds|assets_created,projects_created,ctr")
	got := c.scanned(target)
	totals, reasons := got["totals"].(map[string]any), map[string]any{}
	if given, ok := got["reasons"].(map[string]any); ok {
		reasons = given
	}
	for name, total := range totals {
		if fraction, ok := total.(map[string]any); ok && insights.Metric(name).Kind() == insights.KindRatio {
			total = fraction["value"]
		}
		require.Equal(c.t, total == nil, reasons[name] != nil, "%s: total of %s", target, name)
	}
	for _, s := range got["series"].([]any) {
		s := s.(map[string]any)
		total := totals[s["metric"].(string)]
		require.Len(c.t, s["values"], len(got["buckets"].([]any)))
		if s["numerator"] != nil {
			total = total.(map[string]any)["numerator"]
			s["values"] = s["numerator"]
		} else if s["currency"] != nil && total != nil {
			total = total.(map[string]any)[s["currency"].(string)]
		}
		sum := 0.0
		for _, value := range s["values"].([]any) {
			if value != nil {
				sum += value.(float64)
			}
		}
		if total != nil {
			require.Equal(c.t, total, sum, "%s: the buckets of %s add up", target, s["metric"])
		} else {
			require.Zero(c.t, sum, target)
		}
	}
}

func (c *client) scanTop(random *rand.Rand) {
	c.t.Helper()
	target := "/insights/top-assets?" + asked(random, "limit=1|2") + oneOf(random, []string{
		"", "&metric=clicks", "&metric=ctr&min_denominator=1", "&metric=conversion_rate&min_denominator=2", "&metric=revenue&currency=EUR", "&metric=revenue&currency=XXX",
	})
	if got := c.get(target); got.status == http.StatusBadRequest {
		got.isProblem("beyond-retention") // days of another zone that are no longer kept one by one
		return
	}
	got := c.scanned(target)
	sum := 0.0
	for _, item := range got["items"].([]any) {
		item := item.(map[string]any)
		value := item["value"].(float64)
		require.NotZero(c.t, value)
		sum += value
		if item["numerator"] != nil {
			c.requireFraction(target, value, item["numerator"].(float64), item["denominator"].(float64))
		} else if share := item["share"]; share != nil {
			require.InDelta(c.t, value/got["total"].(float64), share, 1e-6*math.Max(1, math.Abs(value)), target)
		}
	}
	if got["total"] != nil {
		require.Equal(c.t, got["total"], sum+got["others"].(float64), "%s: the list and others are the total", target)
	}
}
