package http

import (
	"net/http"
	"net/url"
	"strings"
)

// insightRows are the rows whose routes the list calls IS, IC and EV.
func insightRows() []bad {
	const stats, charts, top = "/insights/stats", "/insights/charts", "/insights/top-assets"
	rows := []bad{
		get("B018", stats+"?from=2026-01-01", 400, "unknown-parameter"),
		get("B018", charts+"?Interval=day", 400, "unknown-parameter"),
		get("B018", stats+"?interval=day", 400, "unknown-parameter"),
		get("B018", "/insights/definitions?lang=de", 400, "unknown-parameter"),
		get("B024", stats+"?owner=bo", 400, "unknown-parameter"),
		get("B024", top+"?user_id=bo", 400, "unknown-parameter"),
		get("B020", stats+"?tz=UTC%00", 400, "invalid-parameter"),
		get("B021", stats+"?start=%ff&end=%ff", 400, "invalid-parameter"),
		get("B028", stats+"?channel=Shopify", 400, "invalid-parameter"),
		get("B028", stats+"?asset_type=audio", 400, "invalid-parameter"),
		get("B028", stats+"?by=owner_id", 400, "invalid-parameter"),
		get("B028", charts+"?metrics=owner_id", 400, "invalid-parameter"),
		get("B028", charts+"?metrics=", 400, "invalid-parameter"),
		get("B028", top+"?metric=assets_created", 400, "invalid-parameter"),
		get("B028", top+"?metric=revenue&currency=E%27--", 400, "invalid-parameter"),
		get("B049", "/insights", 404, "not-found"),
		get("B049", stats+"/", 404, "not-found"),
		get("B049", stats+".csv", 404, "not-found"),
		get("B118", stats+"?project_id={foreign}", 200, ""),
		get("B118", top+"?project_id={foreign}", 200, ""),
		get("B118", stats+"?project_id=none", 400, "invalid-parameter"),
		get("B078", stats+"?start=2026-02-02&end=2026-02-01", 400, "invalid-parameter"),
		get("B078", charts+"?start=2026-02-01&end=2026-02-01", 200, ""),
		get("B078", charts+"?start=2030-02-01&end=2030-02-02", 200, ""),
		get("B078", charts+"?start=2026-02-01", 400, "invalid-parameter"),
		get("B078", charts+"?start=2026-02-01&end=2026-02-02T00:00:00Z", 400, "invalid-parameter"),
		get("B078", charts+"?start=2026-02-01&end=2026-02-02&range=7d", 400, "invalid-parameter"),
		get("B081", charts+"?interval=second", 400, "invalid-parameter"),
		get("B081", charts+"?interval=hour&start=2016-01-01&end=2026-01-01", 400, "invalid-parameter"),
		{"B098", http.MethodPost, stats, []part{body(`{}`)}, 405, "method-not-allowed"},
		get("B098", "/insights/events", 405, "method-not-allowed"),
		get("B137", stats, 400, "invalid-header", header("If-None-Match", "1")),
		get("B152", stats, 406, "not-acceptable", header("Accept", "application/vnd.ms-excel")),
	}
	for _, edge := range []string{
		"2023-02-29", "2024-02-30", "2024-W53-1", "2024-366", "2026-1-2", "now", "0", "-1", "1772370311", "9999-12-31", "1969-12-31", "0000-01-01",
		"2026-02-01T24:00:00Z", "2026-02-01T23:59:60Z", "2026-02-01T00:00:00+24:00", "2026-02-01T00:00:00,5Z", "2026-02-01T00:00:00", "2026-02-01t00:00:00Z",
		"2026-02-01T00:00:00z", "2026-02-01 00:00:00Z", "2026-02-01T00:00Z", strings.Repeat("2", 1000),
	} {
		rows = append(rows, get("B080", stats+"?start="+url.QueryEscape(edge)+"&end=2026-03-01", 400, "invalid-parameter"))
	}
	for _, zone := range []string{
		"Mars/Base", "local", "Local", "posixrules", "Foo+3", "+25", "+01:00", "IST", "EST", "america/new_york", "../../etc/passwd", "/etc/localtime", "Factory", "",
		"Europe/Lisbon ", strings.Repeat("a", 1000),
	} {
		rows = append(rows, get("B084", stats+"?tz="+url.QueryEscape(zone), 400, "invalid-parameter"))
	}
	for _, zone := range []string{"UTC", "Europe/Kiev", "Europe/Kyiv", "Asia/Calcutta", "US/Eastern", "Etc/GMT+5"} {
		rows = append(rows, get("B085", charts+"?tz="+url.QueryEscape(zone), 200, ""))
	}
	for _, preset := range []string{"-7d", "7", "0d", "P7D", "P1000Y", "8d", "7D", ""} {
		rows = append(rows, get("B086", stats+"?range="+preset, 400, "invalid-parameter"))
	}
	for _, limit := range []string{"0", "-1", "1000000000", "101", "1e1", "07", ""} {
		rows = append(rows, get("B086", top+"?limit="+limit, 400, "invalid-parameter"))
	}
	for _, least := range []string{"0", "-1", "1.5", "9223372036854775808", ""} {
		rows = append(rows, get("B086", top+"?metric=ctr&min_denominator="+least, 400, "invalid-parameter"))
	}
	return append(rows, eventRows()...)
}

// eventRows are bodies of events. What is wrong with an event alone is 200, and told in its result.
func eventRows() []bad {
	events := func(id, text string, status int, slug string, parts ...part) bad {
		return post(id, "/insights/events", text, status, slug, parts...)
	}
	rows := []bad{
		events("B088", `{"events":[{"id":"`+newID().String()+`","type":"view","asset_id":"{asset}","channel":"direct","occurred_at":"2016-03-01T00:00:00Z"}]}`, 200, ""),
		events("B126", `{"events":[{"id":"`+newID().String()+`","type":"view","asset_id":"{hidden}","channel":"direct","occurred_at":"2026-03-01T13:00:00Z"}]}`, 200, ""),
		events("B054", `{"Events":[]}`, 422, "validation-failed"),
		events("B061", `{"events":[{}],"__proto__":{}}`, 422, "validation-failed"),
		events("B060", `{"events":["`+strings.Repeat("a", maxBatch)+`"]}`, 413, "content-too-large"),
		events("B060", `{"events":[`+strings.Repeat(`"",`, 2_000_000)+`""]}`, 422, "validation-failed"),
		events("B060", `{"events":[{"a":[`+strings.Repeat(`"",`, 2_000_000)+`""]}]}`, 400, "malformed-json"),
		events("B129", `{"events":[{}]}`, 400, "invalid-header", header("Idempotency-Key", "")),
		events("B142", `{"events":[{}]}`, 403, "cross-origin-denied", header("Sec-Fetch-Site", "cross-site")),
		events("B136", `{"events":[{}]}`, 400, "invalid-header", header("If-Match", "*")),
		{"B065", http.MethodPost, "/insights/events", []part{bytesOf(`{"events":[{}]}`)}, 415, "unsupported-media-type"},
		events("B065", `{"events":[{}]}`, 415, "unsupported-media-type", header("Content-Type", "text/plain")),
		events("B066", `{"events":[{}]}`, 400, "malformed-json", header("Content-Encoding", "gzip")),
		{"B018", http.MethodPost, "/insights/events?dry_run=true", []part{body(`{"events":[{}]}`)}, 400, "unknown-parameter"},
	}
	for _, text := range []string{
		"", "  ", "null", "[]", `"x"`, "1", "true", "{", "\ufeff{}", `{"events":[NaN]}`, `{"events":[{"order":{"value_minor":1e}}]}`, `{"events":[],"events":[]}`,
		`{"events":[{"id":"a","id":"a"}]}`, `{"events":[]}{}`, strings.Repeat("[", 500_000), strings.Repeat(`{"events":`, 200_000),
	} {
		rows = append(rows, events("B052-B058", text, 400, "malformed-json"))
	}
	for _, coding := range []string{"br", "identity, gzip", "gzip, gzip", "zstd", "x"} {
		rows = append(rows, events("B066", `{"events":[{}]}`, 415, "unsupported-media-type", header("Content-Encoding", coding)))
	}
	return rows
}
