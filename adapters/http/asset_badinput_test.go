package http

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// assetRows are the rows of the list whose routes it calls A, as far as they differ from those of projects: {asset} is an
// asset of the caller's, {hidden} another owner's, {foreign} another owner's project.
func assetRows() []bad {
	change := func(id, text string, status int, slug string, parts ...part) bad {
		return bad{id, http.MethodPatch, "/assets/{asset}", append(parts, body(text)), status, slug}
	}
	rows := []bad{
		get("B001", "/assets?cursor=", 400, "invalid-cursor"),
		get("B002", "/assets?cursor=AAAA", 400, "invalid-cursor"),
		get("B012", "/assets?limit=101", 400, "invalid-parameter"),
		get("B013", "/assets?page=2", 400, "unknown-parameter"),
		get("B018", "/assets?status=draft", 400, "unknown-parameter"),
		get("B018", "/assets/{asset}?fields=url", 400, "unknown-parameter"),
		get("B024", "/assets?user_id=bo", 400, "unknown-parameter"),
		get("B028", "/assets?type=package", 400, "invalid-parameter"),
		get("B028", "/assets/counts?facets=owner_id", 400, "invalid-parameter"),
		get("B029", "/assets?model="+strings.TrimSuffix(strings.Repeat("a,", 200), ","), 400, "invalid-parameter"),
		get("B030", "/assets?sort=(select%201)", 400, "invalid-parameter"),
		get("B038", "/assets?q="+strings.Repeat("a", 256), 200, ""),
		get("B038", "/assets?q="+strings.Repeat("a", 257), 400, "invalid-parameter"),
		get("B041", "/assets?q=canary&highlight=true", 200, ""),
		get("B041", "/assets/counts?q=canarz&facets=tag", 200, ""),
		get("B045", "/assets?around=abc", 400, "invalid-parameter"),
		get("B049", "/assets/", 404, "not-found"),
		get("B118", "/assets?around={hidden}", 404, "not-found"),
		get("B118", "/assets?project_id={foreign}", 200, ""),
		post("B118", "/assets", `{"type":"text","content":"x","project_id":"{foreign}"}`, 422, "validation-failed"),
		post("B118", "/assets", `{"type":"text","content":"x","parent_id":"{hidden}"}`, 422, "validation-failed"),
		post("B052", "/assets", `null`, 400, "malformed-json"),
		post("B052", "/assets/batch", `[]`, 400, "malformed-json"),
		post("B060", "/assets/batch", `{"items":["`+strings.Repeat("a", maxBatch)+`"]}`, 413, "content-too-large"),
		post("B060", "/assets/batch", `{"items":[`+strings.TrimSuffix(strings.Repeat(`"",`, 300_000), ",")+`]}`, 400, "malformed-json"),
		post("B058", "/assets/batch", `{"items":`+strings.Repeat("[", 500_000), 400, "malformed-json"),
		{"B065", http.MethodPost, "/assets/batch", []part{bytesOf(`{}`), header("Content-Type", "text/plain")}, 415, "unsupported-media-type"},
		post("B066", "/assets/batch", `{}`, 415, "unsupported-media-type", header("Content-Encoding", "gzip")),
		change("B064", `{}`, 200, ""),
		change("B069", `{"title":"`+strings.Repeat("é", 300)+`"}`, 200, ""),
		change("B069", `{"title":"`+strings.Repeat("é", 301)+`"}`, 422, "validation-failed"),
		change("B070", `{"title":"\u200b"}`, 200, ""),
		change("B073", `{"title":"a\nb"}`, 422, "validation-failed"),
		change("B076", `{"tags":["a,b"]}`, 422, "validation-failed"),
		change("B122", `{"project_id":"{foreign}"}`, 422, "validation-failed"),
		post("B077", "/assets", `{"type":"text","content":"x","prompt":"`+strings.Repeat("a", 10_001)+`"}`, 422, "validation-failed"),
		post("B121", "/assets/bulk", `{"action":"trash","ids":["{asset}","x"]}`, 422, "validation-failed"),
		post("B122", "/assets/bulk", `{"action":"move","ids":["{asset}"],"project_id":"{foreign}"}`, 422, "validation-failed"),
		{"B098", "PUT", "/assets/{asset}", []part{body(`{}`)}, 405, "method-not-allowed"},
		change("B136", `{"favorite":true}`, 412, "precondition-failed", header("If-Match", `W/"1"`)),
		change("B136", `{"favorite":true}`, 400, "invalid-header", header("If-Match", "1")),
		post("B129", "/assets/batch", `{"items":[]}`, 422, "validation-failed", header("Idempotency-Key", "k")),
		post("B142", "/assets/batch", `{}`, 403, "cross-origin-denied", header("Sec-Fetch-Site", "cross-site")),
	}
	return append(append(rows, assetTextRows()...), assetShapeRows()...)
}

// assetTextRows are B032 to B040, what people type into a search box, and B149, addresses of media.
func assetTextRows() []bad {
	var rows []bad
	for _, text := range []string{
		"%", "_", `\`, "*:*", "?", "/.*{1,1000}/", "/(a+)+$/", `"`, "~2", "-", "--ar", "_exists_:x", `{"match_all":{}}`, "{{#x}}", "' or 1=1 --",
		"a & b | c ! d", "İıßSS", "ﾊﾞｯｸﾞ", "\u202egnp", "👩‍🚀", strings.Repeat("(", 256),
	} {
		for _, route := range []string{"/assets?highlight=true&q=", "/assets/counts?q=", "/assets/fences?q="} {
			rows = append(rows, get("B032-B040", route+url.QueryEscape(text), 200, ""))
		}
	}
	for _, address := range []string{
		"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "//host/x", "http://host/x", "https://", "https://user:pass@host/",
		"https://host/a b", "https://host。example/", "https://host:99999/", "x", "", "https://host/" + strings.Repeat("a", 2048),
	} {
		for _, format := range []string{`{"type":"image","url":%q}`, `{"type":"video","url":"/a","thumbnail_url":%q}`} {
			rows = append(rows, post("B149", "/assets", fmt.Sprintf(format, address), 422, "validation-failed"))
		}
	}
	return rows
}

// assetShapeRows are B045 to B048, ids, and B062, members of a wrong type.
func assetShapeRows() []bad {
	var rows []bad
	for _, id := range []string{"abc", "null", "019AB3C4-7A5E-7C11-8F2E-0D9C5B7A1E01", "{asset}%00", "{asset};x=1", "count", "%2e%2e"} {
		for _, method := range []string{http.MethodGet, http.MethodDelete} {
			rows = append(rows, bad{"B045-B048", method, "/assets/" + id, nil, 400, "invalid-parameter"})
		}
		rows = append(rows, bad{"B045-B048", http.MethodPost, "/assets/" + id + "/restore", nil, 400, "invalid-parameter"})
	}
	for _, member := range []string{
		"type", "title", "prompt", "original_prompt", "negative_prompt", "content", "format", "language", "url", "thumbnail_url", "mime_type", "size_bytes",
		"width", "height", "duration_ms", "scene", "provider", "model", "seed", "parent_id", "project_id", "position", "tags", "favorite", "Title", "user_id", "__proto__",
	} {
		for _, value := range []string{`1.5`, `1e3`, `{}`, `[null]`} {
			rows = append(rows, post("B062", "/assets", `{"`+member+`":`+value+`}`, 422, "validation-failed"))
		}
	}
	return rows
}
