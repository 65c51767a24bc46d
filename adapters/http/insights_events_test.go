package http

import (
	"bytes"
	"compress/gzip"
	"math"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"vitrine/core/insights"

	"github.com/stretchr/testify/require"
)

// studio is a server with an image of ana's, and ana with the right to post events.
func studio(t testing.TB) (s *server, ana *client, lamp string) {
	s = newServer(t)
	ana = s.as(t, "ana", ScopePipeline)
	return s, ana, ana.image("Lamp")
}

// views are those of the last days; 0 where there has been no event at all.
func (c *client) views() int64 {
	c.t.Helper()
	got := c.figures("/insights/stats")["metrics"].(map[string]any)["views"].(map[string]any)
	if got["value"] == nil {
		require.Equal(c.t, "no_data", got["reason"])
		return 0
	}
	return int64(got["value"].(float64))
}

func TestEveryBadEventGetsItsCodeAndTheGoodOnesAreKept(t *testing.T) {
	s, ana, lamp := studio(t)
	foreign := s.as(t, "bo").image("canary")
	view, sale := eventOf("view", lamp), eventOf("conversion", lamp)
	at := func(d time.Duration) string { return instant(insightsNow.Add(d)) }
	ana.count(view, sale)
	order := func(name string, value any) event {
		o := map[string]any{"external_id": "1001", "currency": "EUR", "value_minor": 100}
		o[name] = value
		return eventOf("refund", lamp).with("order", o)
	}
	invalid := func(pointer string) insights.Result {
		return insights.Result{Status: insights.Rejected, Code: insights.Invalid, Pointer: pointer}
	}
	rejected := func(code insights.Code) insights.Result {
		return insights.Result{Status: insights.Rejected, Code: code}
	}
	for name, row := range map[string]struct {
		event any
		want  insights.Result
	}{
		"the same again":                 {view, insights.Result{Status: insights.Duplicate}},
		"the same order":                 {sale.with("id", newID().String()), insights.Result{Status: insights.Duplicate}},
		"other content under the id":     {view.with("type", "click"), insights.Result{Status: insights.Conflict}},
		"an asset that never was":        {eventOf("view", newID().String()), rejected(insights.UnknownAsset)},
		"another owner's asset":          {eventOf("view", foreign), rejected(insights.UnknownAsset)},
		"more than five minutes ahead":   {eventOf("view", lamp).with("occurred_at", at(5*time.Minute+time.Millisecond)), rejected(insights.InFuture)},
		"older than what is remembered":  {eventOf("view", lamp).with("occurred_at", at(-400*24*time.Hour-time.Millisecond)), rejected(insights.TooOld)},
		"ten years ago":                  {eventOf("view", lamp).with("occurred_at", "2016-03-01T13:00:00Z"), rejected(insights.TooOld)},
		"no object":                      {"view", invalid("")},
		"null":                           {nil, invalid("")},
		"a list":                         {[]any{view}, invalid("")},
		"nothing in it":                  {event{}, invalid("/id")},
		"an id in capitals":              {view.with("id", strings.ToUpper(view["id"].(string))), invalid("/id")},
		"an id that is a number":         {view.with("id", 1), invalid("/id")},
		"a type that there is not":       {view.with("type", "like"), invalid("/type")},
		"a type in capitals":             {view.with("type", "View"), invalid("/type")},
		"a channel that there is not":    {view.with("channel", "ebay"), invalid("/channel")},
		"an asset that is a number":      {view.with("asset_id", 7), invalid("/asset_id")},
		"a time that is a number":        {view.with("occurred_at", insightsNow.UnixMilli()), invalid("/occurred_at")},
		"a time without a zone":          {view.with("occurred_at", "2026-03-01T13:00:00"), invalid("/occurred_at")},
		"a day that there is not":        {view.with("occurred_at", "2026-02-29T13:00:00Z"), invalid("/occurred_at")},
		"a member that there is not":     {view.with("asset", lamp), invalid("/asset")},
		"a member in capitals":           {view.with("Type", "view"), invalid("/Type")},
		"an owner":                       {view.with("owner_id", "bo"), invalid("/owner_id")},
		"a view with an order":           {order("value_minor", 1).with("type", "view"), invalid("/order")},
		"a conversion without":           {eventOf("view", lamp).with("type", "conversion"), invalid("/order")},
		"an order that is text":          {eventOf("refund", lamp).with("order", "1001"), invalid("/order")},
		"an order's unknown member":      {order("units", 1), invalid("/order/units")},
		"an order's number as a number":  {order("external_id", 1001), invalid("/order/external_id")},
		"an order without a number":      {order("external_id", " "), invalid("/order/external_id")},
		"an order's number with NUL":     {order("external_id", "a\x00b"), invalid("/order/external_id")},
		"a currency in small letters":    {order("currency", "eur"), invalid("/order/currency")},
		"a value that is text":           {order("value_minor", "100"), invalid("/order/value_minor")},
		"a value with a fraction":        {order("value_minor", 1.5), invalid("/order/value_minor")},
		"a value that is null":           {order("value_minor", nil), invalid("/order/value_minor")},
		"a value below zero":             {order("value_minor", -1), invalid("/order/value_minor")},
		"a value too high":               {order("value_minor", int64(insights.MaxValueMinor)+1), invalid("/order/value_minor")},
		"the highest number":             {order("value_minor", int64(math.MaxInt64)), invalid("/order/value_minor")},
		"the number after it, 2^63":      {order("value_minor", uint64(1<<63)), invalid("/order/value_minor")},
		"a number of a hundred digits":   {order("value_minor", 1e99), invalid("/order/value_minor")},
		"NUL in a member's name":         {view.with("a\x00", 1), invalid("/a\x00")},
		"a member's name with a slash":   {view.with("a/b~c", 1), invalid("/a~1b~0c")},
		"a member's name beyond measure": {view.with(strings.Repeat("a", 5000), 1), invalid("/" + strings.Repeat("a", maxShown-1) + "…")},
	} {
		t.Run(name, func(t *testing.T) {
			ana := ana.on(t)
			before := ana.views()
			report := ana.tell(eventOf("view", lamp), row.event)
			require.Equal(t, 1, report.Accepted, "the good one is kept")
			require.Equal(t, before+1, ana.views())
			require.Len(t, report.Results, 1, "what was accepted is not listed")
			got := report.Results[0]
			require.Equal(t, row.want.Status == insights.Duplicate, report.Duplicate == 1)
			require.Equal(t, row.want.Status != insights.Duplicate, report.Rejected == 1, "a conflict counts as rejected")
			require.Equal(t, 1, got.Index)
			require.NotEmpty(t, got.Detail)
			require.NotContains(t, got.Detail, "canary")
			require.Equal(t, strings.TrimSpace(got.Detail), got.Detail)
			require.Equal(t, row.want, insights.Result{Status: got.Status, Code: got.Code, Pointer: got.Pointer})
		})
	}
}

func TestAllMistakesOfAnEventAreTold(t *testing.T) {
	_, ana, _ := studio(t)
	got := ana.tell(event{"id": "x", "type": 1, "Channel": "shopify", "order": map[string]any{"value_minor": 1.5}}).Results[0]
	require.Nil(t, got.ID)
	for _, at := range []string{"/type ", "/Channel ", "/order/value_minor "} {
		require.Contains(t, got.Detail, at)
	}
	many := event{}
	for i := range 500 {
		many[strconv.Itoa(i)] = nil
	}
	require.Less(t, len(ana.tell(many).Results[0].Detail), 2000, "but no more than a problem lists")
}

func TestTheSendersClockIsCorrected(t *testing.T) {
	_, ana, lamp := studio(t)
	send := func(sentAt string, e event) insights.Report {
		text := strings.TrimSuffix(ana.eventsText(e), "}") + `, "sent_at": ` + sentAt + `}`
		return decode[insights.Report](ana.post("/insights/events", text).is(http.StatusOK))
	}
	slow := insightsNow.Add(-3 * time.Hour)
	yesterday := eventOf("view", lamp).with("occurred_at", instant(slow.Add(-11*time.Hour)))
	require.Equal(t, 1, send(strconv.Quote(instant(slow)), yesterday).Accepted)
	require.Equal(t, 1.0, ana.figures("/insights/charts?range=today&metrics=views")["totals"].(map[string]any)["views"], "11 hours ago is today")

	require.Equal(t, 1, send("null", eventOf("view", lamp)).Accepted, "null is as if absent")
	day := strconv.Quote(instant(insightsNow.Add(-24*time.Hour - time.Millisecond)))
	require.Equal(t, insights.ClockSkew, send(day, eventOf("view", lamp)).Results[0].Code)
	for _, bad := range []string{`"now"`, `""`, "1772370311", "{}"} {
		text := strings.TrimSuffix(ana.eventsText(eventOf("view", lamp)), "}") + `, "sent_at": ` + bad + `}`
		require.Len(t, ana.post("/insights/events", text).isProblem("validation-failed").mistakes(), 1, bad)
	}
}

func TestAPostingHasOneToAThousandEvents(t *testing.T) {
	_, ana, lamp := studio(t)
	several := func(n int) []any {
		events := make([]any, n)
		for i := range events {
			events[i] = eventOf("view", lamp)
		}
		return events
	}
	for text, want := range map[string][]string{
		`{}`:                                     {"/events out_of_range"},
		`{"events": null}`:                       {"/events out_of_range"},
		`{"events": []}`:                         {"/events out_of_range"},
		`{"events": {}}`:                         {"/events wrong_type"},
		`{"events": [], "sent_at": "x", "y": 1}`: {"/events out_of_range", "/sent_at invalid_time", "/y unknown_member"},
		ana.eventsText(several(1001)...):         {"/events out_of_range"},
		`{"events": [` + strings.Repeat("0,", 3_000_000) + `0]}`: {"/events out_of_range"},
	} {
		require.ElementsMatch(t, want, ana.post("/insights/events", text).isProblem("validation-failed").mistakes(), "%.50s", text)
	}
	require.Equal(t, 1000, ana.tell(several(1000)...).Accepted)
	require.EqualValues(t, 1000, ana.views())
}

func TestWhatIsNoJSONStoresNothing(t *testing.T) {
	_, ana, lamp := studio(t)
	good := strings.TrimSuffix(ana.eventsText(eventOf("view", lamp)), "]}")
	for _, end := range []string{
		"", "]", `, NaN]}`, `, {"id": NaN}]}`, `, {"order": {"value_minor": Infinity}}]}`, `, {"id": "a", "id": "b"}]}`, `], "events": []}`,
		`, {"order": {"currency": "EUR", "currency": "USD"}}]}`, `,]}`, `]} {}`, ", {\"id\": \"\xff\"}]}", `, "\ud800"]}`, ", \"\x01\"]}",
		`, ` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `]}`, `, {"a": [` + strings.Repeat("0,", 1000) + `0]}]}`,
	} {
		ana.post("/insights/events", good+end).isProblem("malformed-json")
	}
	require.Zero(t, ana.views())
}

// gzipped packs text.
func gzipped(t testing.TB, text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

func TestEventsMayComeInGzip(t *testing.T) {
	_, ana, lamp := studio(t)
	packed := header("Content-Encoding", "gzip")
	text := ana.eventsText(eventOf("view", lamp))
	send := func(body string, parts ...part) reply {
		return ana.send(http.MethodPost, "/insights/events", append(parts, bytesOf(body), header("Content-Type", mediaJSON))...)
	}
	key := header("Idempotency-Key", "k")
	require.Equal(t, 1, decode[insights.Report](send(gzipped(t, text), packed, key).is(http.StatusOK)).Accepted)
	require.Equal(t, "true", send(text, key).is(http.StatusOK).header.Get("Idempotent-Replayed"), "packed or not, it is the same request")
	require.Equal(t, 1, decode[insights.Report](send(gzipped(t, text), header("Content-Encoding", "GZIP")).is(http.StatusOK)).Duplicate)

	whole := gzipped(t, text)
	for name, body := range map[string]string{
		"not packed": text, "nothing": "", "cut": whole[:len(whole)-9], "a byte changed": whole[:len(whole)-6] + "x" + whole[len(whole)-5:],
		"something behind": whole + "x", "packed twice": gzipped(t, whole),
	} {
		t.Log(name)
		send(body, packed).isProblem("malformed-json")
	}
	for _, encodings := range [][]string{{"br"}, {"gzip, gzip"}, {"identity, gzip"}, {"x"}, {"gzip", "br"}, {"", "gzip"}, {"deflate"}} {
		parts := []part{}
		for _, encoding := range encodings {
			parts = append(parts, header("Content-Encoding", encoding))
		}
		got := send(whole, parts...)
		got.isProblem("unsupported-media-type")
		require.Equal(t, "gzip", got.header.Get("Accept-Encoding"))
	}
	require.EqualValues(t, 1, ana.views())
}

// TestABombIsNotUnpacked sends a body that would become a gigabyte. What is read of it is the limit of a body.
func TestABombIsNotUnpacked(t *testing.T) {
	_, ana, lamp := studio(t)
	send := func(text string) reply {
		return ana.send(http.MethodPost, "/insights/events", bytesOf(text), header("Content-Type", mediaJSON), header("Content-Encoding", "gzip"))
	}
	full := ana.eventsText(eventOf("view", lamp))
	full += strings.Repeat(" ", maxBatch-len(full))
	require.Equal(t, 1, decode[insights.Report](send(gzipped(t, full)).is(http.StatusOK)).Accepted)
	send(gzipped(t, full+" ")).isProblem("content-too-large")

	mebibyte := gzipped(t, strings.Repeat(" ", 1<<20))
	bomb := send(strings.Repeat(mebibyte, 1024))
	bomb.isProblem("content-too-large")
	require.Equal(t, "close", bomb.header.Get("Connection"))
	require.EqualValues(t, 1, ana.views())
}

func TestOnlyThePipelinePostsEvents(t *testing.T) {
	s, ana, lamp := studio(t)
	text := ana.eventsText(eventOf("view", lamp))
	refused := s.as(t, "ana").post("/insights/events", text)
	require.Equal(t, ScopePipeline, refused.isProblem("insufficient-scope").Members["scope"])
	s.as(t, "ana").post("/insights/events", "not even JSON").isProblem("insufficient-scope")
	pipeline := s.as(t, "collector", ScopePipeline)
	require.Equal(t, insights.UnknownAsset, pipeline.tell(eventOf("view", lamp)).Results[0].Code)
	pipeline.post("/insights/events", text, header("Vitrine-Owner", "ana")).is(http.StatusOK)
	require.EqualValues(t, 1, ana.views())
}

func TestAPostingSentTwiceGivesTheFirstReport(t *testing.T) {
	_, ana, lamp := studio(t)
	key := header("Idempotency-Key", "k")
	text := ana.eventsText(eventOf("view", lamp), eventOf("view", newID().String()), "x")
	first := ana.post("/insights/events", text, key).is(http.StatusOK)
	require.Empty(t, first.header.Get("Idempotent-Replayed"))
	again := ana.post("/insights/events", text, key).is(http.StatusOK)
	require.Equal(t, "true", again.header.Get("Idempotent-Replayed"))
	require.Equal(t, string(first.body), string(again.body))
	require.Equal(t, 1, decode[insights.Report](ana.post("/insights/events", text).is(http.StatusOK)).Duplicate, "without the key it is looked at again")
	ana.post("/insights/events", text+" ", key).isProblem("idempotency-key-reused")
	require.EqualValues(t, 1, ana.views())

	none := ana.eventsText(eventOf("view", newID().String()))
	for range 2 {
		got := ana.post("/insights/events", none, header("Idempotency-Key", "none")).is(http.StatusOK)
		require.Empty(t, got.header.Get("Idempotent-Replayed"), "what had no effect is not kept")
	}
}
