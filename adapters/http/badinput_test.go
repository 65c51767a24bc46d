package http

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// maxProblem is how large the answer to a bad request may be.
const maxProblem = 8 << 10

// bad is one row: a request that is wrong, numbered as the list of bad inputs numbers it, and the answer it must get. Rows
// with an ok status are requests that look wrong and are not.
type bad struct {
	id     string
	method string
	target string // below the API's root; here and in bodies {id} is a project of the caller's, {foreign} another owner's
	parts  []part
	status int
	slug   string // of the problem; empty for a status below 400
}

// get, post, patch and del are rows of that method.
func get(id, target string, status int, slug string, parts ...part) bad {
	return bad{id, http.MethodGet, target, parts, status, slug}
}

func post(id, target, text string, status int, slug string, parts ...part) bad {
	return bad{id, http.MethodPost, target, append(parts, body(text)), status, slug}
}

func patchRow(id, text string, status int, slug string, parts ...part) bad {
	return bad{id, http.MethodPatch, "/projects/{id}", append(parts, body(text)), status, slug}
}

// TestBadInput sends every row to the real router and looks at status, problem, media type and size of the answer. After
// each refusal, what both owners have must be what it was.
func TestBadInput(t *testing.T) {
	s := newServer(t)
	ana, bo := s.as(t, "ana", ScopePipeline), s.as(t, "bo")
	id := ana.add(`{"title": "Lamp", "brief": "oak", "tags": ["a"], "options": {"n": 1}}`).ID
	foreign := bo.add(`{"title": "canary-51c0", "tags": ["canary-51c0"]}`).ID
	asset := ana.create(`{"type": "text", "content": "copy", "title": "Lamp"}`).ID
	hidden := bo.create(`{"type": "text", "content": "canary-51c0", "tags": ["canary-51c0"]}`).ID
	ids := strings.NewReplacer("{id}", id, "{foreign}", foreign, "{asset}", asset, "{hidden}", hidden)
	all := func() string {
		text := ""
		for _, c := range []*client{ana, bo} {
			for _, target := range []string{"/projects?limit=100", "/projects?trashed=true", "/projects/counts?facets=status,type,tag", settingsAt, settingsAt + "/audit", "/assets", "/insights/stats"} {
				text += string(c.get(target).is(http.StatusOK).body)
			}
		}
		return text
	}

	rows := slices.Concat(cursorRows(bo), queryRows(), pathRows(), bodyRows(), headerRows(), settingsRows(), assetRows(), insightRows())
	before := all()
	for i, row := range rows {
		t.Run(fmt.Sprintf("%s row %d", row.id, i), func(t *testing.T) {
			got := ana.on(t).send(row.method, ids.Replace(row.target), append(slices.Clone(row.parts), named(ids))...)
			require.Equal(t, row.status, got.status, "%s %.200s: %s", row.method, row.target, got.body)
			require.NotContains(t, string(got.body), "canary")
			require.NotContains(t, got.header.Get("Location"), "//")
			if row.slug == "" {
				before = all()
				return
			}
			problem := got.isProblem(row.slug)
			require.NotEmpty(t, problem.Detail)
			if row.slug != "precondition-failed" {
				require.Less(t, len(got.body), maxProblem)
			}
			require.Empty(t, cmp.Diff(before, all()), "a refused request changes nothing")
		})
	}
}

// named puts ids into the body in place of their names.
func named(ids *strings.Replacer) part {
	return func(r *http.Request) {
		text, _ := io.ReadAll(r.Body) // in memory
		bytesOf(ids.Replace(string(text)))(r)
	}
}

// cursorRows are A: cursors and paging.
func cursorRows(bo *client) []bad {
	bo.add(`{"title": "canary-51c0"}`)
	theirs := *decode[listJSON[projectJSON]](bo.get("/projects?limit=1")).Next
	padded := base64.URLEncoding.EncodeToString([]byte("{}"))
	rows := []bad{
		get("B001", "/projects?cursor=", 400, "invalid-cursor"),
		get("B004", "/projects?limit=1&cursor="+theirs, 400, "invalid-cursor"),
		get("B005", "/projects?limit=1&sort=title&cursor="+theirs, 400, "invalid-cursor"),
		get("B009", "/projects?cursor="+base64.RawURLEncoding.EncodeToString([]byte(strings.Repeat("\xff", 60))), 400, "invalid-cursor"),
		get("B010", "/projects?cursor="+strings.Repeat("A", 2049), 400, "invalid-cursor"),
		get("B010", "/projects?cursor="+strings.Repeat("A", 8<<10), 400, "invalid-query"),
		get("B012", "/projects?limit=100", 200, ""),
		get("B012", "/projects?limit=101", 400, "invalid-parameter"),
		get("B012", "/projects?limit=0", 400, "invalid-parameter"),
		get("B012", "/projects?limit=-1", 400, "invalid-parameter"),
		get("B012", "/projects?limit=1e1", 400, "invalid-parameter"),
		get("B013", "/projects?offset=5&cursor="+theirs, 400, "unknown-parameter"),
		get("B013", "/projects?page=2", 400, "unknown-parameter"),
	}
	for _, cursor := range []string{"x", "AAAA", padded, theirs + "=", theirs + "A", theirs[1:], "a%2Bb", "a%2Fb", "%20", strings.ToLower(theirs)} {
		rows = append(rows, get("B002", "/projects?cursor="+cursor, 400, "invalid-cursor"))
	}
	return rows
}

// queryRows are B and C: the shape of a query string; filters, sorts and searches.
func queryRows() []bad {
	var rows []bad
	for _, query := range []string{"status=%zz", "q=%", "a=1;b=2", "%"} {
		rows = append(rows, get("B016", "/projects?"+query, 400, "invalid-query"))
	}
	for _, query := range []string{
		"foo=1", "Status=draft", "where[id]=1", "filters[$or][0][title]=x", "fields=*", "populate=*", "expand=assets", "status[]=draft", "_method=DELETE",
	} {
		rows = append(rows, get("B018", "/projects?"+query, 400, "unknown-parameter"))
	}
	for _, target := range []string{"/projects/counts?limit=1", "/projects/{id}?fields=title", "/user?x=1", "/openapi.yaml?x=1", "//docs?x=1"} {
		rows = append(rows, get("B018", target, 400, "unknown-parameter"))
	}
	for _, query := range []string{"q=%00", "q=a%00b", "tag=%1b", "tag=a%0d%0ab"} {
		rows = append(rows, get("B020", "/projects?"+query, 400, "invalid-parameter"))
	}
	for _, query := range []string{"q=%ff%fe", "q=%c0%af", "q=%ed%a0%80", "tag=%80"} {
		rows = append(rows, get("B021", "/projects?"+query, 400, "invalid-parameter"))
	}
	rows = append(rows,
		get("B022", "/projects?q=a"+strings.Repeat("&x=1", 64), 400, "invalid-query"),
		get("B022", "/projects?"+strings.Repeat("x&", 4000), 400, "invalid-query"),
		get("B024", "/projects?user_id=bo", 400, "unknown-parameter"),
		get("B024", "/projects?owner=bo", 400, "unknown-parameter"),
		get("B024", "/projects?tenant=bo", 400, "unknown-parameter"),
		get("B025", "/projects?access_token=x", 400, "unknown-parameter"),
		get("B026", "/projects?q="+strings.Repeat("a", 9<<10), 400, "invalid-query"),
		get("B028", "/projects?status=nope", 400, "invalid-parameter"),
		get("B028", "/projects?type=Image", 400, "invalid-parameter"),
		get("B028", "/projects?type=image,../../x", 400, "invalid-parameter"),
		get("B028", "/projects/counts?facets=owner_id", 400, "invalid-parameter"),
		get("B028", "/projects/counts?facets=", 400, "invalid-parameter"),
		get("B029", "/projects?tag="+strings.TrimSuffix(strings.Repeat("a,", 200), ","), 400, "invalid-parameter"),
		get("B036", "/projects?q="+url.QueryEscape(strings.Repeat("(", 128)+strings.Repeat(")", 128)), 200, ""),
		get("B036", "/projects?q="+url.QueryEscape(strings.Repeat("AND ", 1000)), 400, "invalid-parameter"),
		get("B038", "/projects?q="+strings.Repeat("a", 256), 200, ""),
		get("B038", "/projects?q="+strings.Repeat("a", 257), 400, "invalid-parameter"),
		get("B041", "/projects?q=canary", 200, ""),
		get("B041", "/projects/counts?q=canary&facets=tag", 200, ""),
	)
	for _, sort := range []string{"password", "owner_id", "user_id", "-", "--title", "title;drop%20table", "title,title", "(select%201)", "TITLE", "title%20desc", ""} {
		want := "invalid-parameter"
		if strings.Contains(sort, ";") {
			want = "invalid-query"
		}
		rows = append(rows, get("B030", "/projects?sort="+sort, 400, want))
	}
	for _, text := range []string{
		"%", "_", `\`, "%%%%", `a\`, `\%`, "*", "*:*", "?", "*a*b*c*", "/.*{1,1000}/", "/(a+)+$/", `"`, `""`, "~2", "^1e9", "-", "--ar", "_exists_:x",
		`{"match_all":{}}`, `"script"`, "{{#x}}", "' or 1=1 --", "a & b | c ! d", "<->", "İıßSS", "ﾊﾞｯｸﾞ", "\u202egnp", "👩‍🚀",
	} {
		rows = append(rows, get("B032-B040", "/projects?q="+url.QueryEscape(text), 200, ""))
	}
	return rows
}

// pathRows are D: paths and ids.
func pathRows() []bad {
	var rows []bad
	for _, id := range []string{
		"abc", "0", "-1", "1", "null", "undefined", "NaN", "%7Bid%7D", ":id", "*",
		"019AB3C4-7A5E-7C11-8F2E-0D9C5B7A1E01", "%7B019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01%7D", "urn:uuid:019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01",
		"019ab3c47a5e7c118f2e0d9c5b7a1e01", "{id}%00", "{id};x=1", "{id}%20", "%20{id}", "{id}%2f", "{id}%2F{foreign}", "..%2f{foreign}", "%2e%2e",
		"%ff", "{id}.json", strings.Repeat("a", 4<<10), "restore",
	} {
		rows = append(rows,
			get("B045-B050", "/projects/"+id, 400, "invalid-parameter"),
			bad{"B045-B050", http.MethodDelete, "/projects/" + id, nil, 400, "invalid-parameter"},
			bad{"B045-B050", http.MethodPost, "/projects/" + id + "/duplicate", nil, 400, "invalid-parameter"})
	}
	for _, target := range []string{
		"/projects/", "/projects.json", "/projects/{id}/", "/projects/{id}/{id}", "/projects/{id}/x.css", "/projects//{id}", "/projects/./{id}",
		"/projects/x/../{id}", "/./projects", "//api/v1//projects", "//API/V1/projects", "//api/v1/%70rojects", "//api", "//projects.html", "//problems/nope", "//docs/",
		"//.git/config", "//docs/..%2fpages.go",
	} {
		rows = append(rows, get("B049", target, 404, "not-found"))
	}
	return append(rows,
		get("B118", "/projects/{foreign}", 404, "not-found"),
		bad{"B118", http.MethodDelete, "/projects/{foreign}", nil, 404, "not-found"},
		bad{"B118", http.MethodDelete, "/projects/{foreign}?permanent=true", nil, 404, "not-found"},
		bad{"B118", http.MethodPatch, "/projects/{foreign}", []part{body(`{"title": "x"}`)}, 404, "not-found"},
		bad{"B118", http.MethodPost, "/projects/{foreign}/restore", nil, 404, "not-found"},
		bad{"B118", http.MethodPost, "/projects/{foreign}/duplicate", nil, 404, "not-found"},
		bad{"B118", http.MethodDelete, "/projects/{id}?permanent=yes", nil, 400, "invalid-parameter"},
	)
}

// bodyRows are E, F and M: JSON, what it says, and addresses in it.
func bodyRows() []bad {
	var rows []bad
	for _, text := range []string{"", "  ", "null", "[]", `"x"`, "1", "true", "{", `{"title":"a","title":"b"}`, "\ufeff{}", "{\x00}", `{"a":1}{}`} {
		rows = append(rows, post("B052-B056", "/projects", text, 400, "malformed-json"))
		if text != "" {
			rows = append(rows, post("B052-B056", "/projects/{id}/duplicate", text, 400, "malformed-json"))
		}
	}
	for _, name := range []string{
		"Title", "TITLE", "\u017ftatus", "\u212aind", "__proto__", "constructor", "-", "", "$ref", "$where", "owner", "owner_id", "user_id",
	} {
		rows = append(rows,
			post("B054-B061", "/projects", `{"`+name+`":"x"}`, 422, "validation-failed"),
			patchRow("B054-B061", `{"`+name+`":"x"}`, 422, "validation-failed"))
	}
	for _, text := range []string{
		"{\"title\":\"\x01\"}", `{/**/}`, `{'title':'x'}`, `{"title":"x",}`, `{"progress":NaN}`, `{"progress":+1}`, `{"progress":01}`, `{"progress":.5}`, `{"progress":1.}`,
		`{"options":` + strings.Repeat(`{"a":`, 32) + "1" + strings.Repeat("}", 33), strings.Repeat("[", 500_000), strings.Repeat(`{"a":`, 200_000),
		`{"tags":[` + strings.TrimSuffix(strings.Repeat(`"",`, 300_000), ",") + `]}`,
	} {
		rows = append(rows, patchRow("B057-B060", text, 400, "malformed-json"))
	}
	for _, member := range []string{"title", "description", "tags", "favorite", "status", "stage", "progress", "error"} {
		for _, value := range []string{`1.5`, `{}`, `[[]]`, `[null]`, `"1"`, `true`, `[]`} {
			fits := member == "title" && value == `"1"` || member == "description" && value == `"1"` || member == "tags" && value == `[]` ||
				member == "favorite" && value == `true`
			if !fits {
				rows = append(rows, patchRow("B062", `{"`+member+`":`+value+`}`, 422, "validation-failed"))
			}
		}
	}
	rows = append(rows,
		post("B060", "/projects", `{"brief":"`+strings.Repeat("a", maxBody)+`"}`, 413, "content-too-large"),
		post("B060", "/projects", `{"options":{"n":`+strings.Repeat("1", maxBody)+`}}`, 413, "content-too-large"),
		post("B060", "/projects", `{"options":{"n":`+strings.Repeat("1", 17<<10)+`}}`, 422, "validation-failed"),
		patchRow("B064", `{}`, 200, ""),
		patchRow("B064", `{"status":null}`, 422, "validation-failed"),
		patchRow("B064", `{"error":{"code":null,"message":"x"}}`, 422, "validation-failed"),
		patchRow("B062", `{"progress":1.0}`, 422, "validation-failed"),
		patchRow("B062", `{"progress":1e1}`, 422, "validation-failed"),
	)
	for _, kind := range []string{
		"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "application/json; charset=utf-16",
		"application/json; charset=latin1", "application/json, text/plain", "application/jsonp", "json", mediaPatch,
	} {
		rows = append(rows, bad{"B065", http.MethodPost, "/projects", []part{bytesOf(`{}`), header("Content-Type", kind)}, 415, "unsupported-media-type"})
	}
	rows = append(rows,
		bad{"B065", http.MethodPost, "/projects", []part{bytesOf(`{}`)}, 415, "unsupported-media-type"},
		bad{"B065", http.MethodPost, "/projects/{id}/restore", []part{bytesOf(`{}`)}, 415, "unsupported-media-type"},
		bad{"B065", http.MethodPost, "/projects", []part{bytesOf(`{}`), header("Content-Type", mediaJSON), header("Content-Type", mediaJSON)}, 415, "unsupported-media-type"},
		bad{"B065", http.MethodPatch, "/projects/{id}", []part{bytesOf(`{}`), header("Content-Type", "application/JSON; charset=UTF-8")}, 200, ""},
	)
	for _, coding := range []string{"gzip", "br", "identity, gzip", "x"} {
		rows = append(rows, post("B066", "/projects", "{}", 415, "unsupported-media-type", header("Content-Encoding", coding)))
	}
	rows = append(rows,
		get("B068", "/projects", 200, "", bytesOf("not read")),
		bad{"B068", http.MethodDelete, "/projects/" + newID().String(), []part{bytesOf("not read")}, 404, "not-found"},
	)
	return append(rows, textRows()...)
}

// textRows are F and M: titles, tags and addresses.
func textRows() []bad {
	quoted := func(s string) string { return fmt.Sprintf("%q", s) }
	rows := []bad{
		patchRow("B069", `{"title":"`+strings.Repeat("é", 300)+`"}`, 200, ""),
		patchRow("B069", `{"title":"`+strings.Repeat("é", 301)+`"}`, 422, "validation-failed"),
		patchRow("B069", `{"title":"`+strings.Repeat("👩‍🚀", 100)+`"}`, 200, ""),
		patchRow("B069", `{"title":"a`+strings.Repeat("\u0301", 299)+`"}`, 200, ""),
		patchRow("B076", `{"tags":[`+strings.TrimSuffix(strings.Repeat(`"a",`, 1000), ",")+`]}`, 200, ""),
		patchRow("B076", `{"tags":["`+strings.Repeat("a", 1024)+`"]}`, 422, "validation-failed"),
		patchRow("B076", `{"tags":["a,b"]}`, 422, "validation-failed"),
		patchRow("B076", `{"tags":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}`, 422, "validation-failed"),
		post("B077", "/projects", `{"brief":"`+strings.Repeat("a", 10_001)+`"}`, 422, "validation-failed"),
		post("B020", "/projects", `{"brief":"a\u0000"}`, 422, "validation-failed"),
		post("B020", "/projects", `{"options":{"a":["\u0000"]}}`, 422, "validation-failed"),
	}
	for _, blank := range []string{"", " ", "\u00a0", "\u200b\u200d", "\u200f\u202e", "\u2060"} {
		rows = append(rows, patchRow("B070", `{"title":"`+blank+`"}`, 422, "validation-failed"))
	}
	for _, control := range []string{`\r\nSet-Cookie: a=b`, `a\nb`, `a\tb`, `\u001b[31m`, `a\u007fb`, `a\u0085b`} {
		rows = append(rows, patchRow("B073", `{"title":"x`+control+`"}`, 422, "validation-failed"))
	}
	for _, text := range []string{
		"<script>alert(1)</script>", "<img onerror=x>", "javascript:x", "]]>", "</title>", "&#x3c;", "{{constructor.constructor('x')()}}", "%0d%0aSet-Cookie:", "' OR 1=1",
	} {
		rows = append(rows, patchRow("B072", `{"title":`+quoted(text)+`}`, 200, ""))
	}
	for _, address := range []string{
		"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "//host/x", `/\host`, "http://host/x", "https:host", "https://",
		"https://user:pass@host/", "https://host/a b", "https://host/\\u000d\\u000a", "\\u0001https://host/", "https://host。example/", "https://host:99999/", "x", "",
		"https://host/" + strings.Repeat("a", 2048),
	} {
		rows = append(rows, post("B149", "/projects", `{"source_image_url":"`+strings.ReplaceAll(address, `/\host`, `/\\host`)+`"}`, 422, "validation-failed"))
	}
	return rows
}

// headerRows are H to L, as far as a handler meets them: headers, methods, callers, keys, conditions, browsers.
func headerRows() []bad {
	var rows []bad
	for _, method := range []string{"TRACE", "PROPFIND", "FOO", "PUT", "OPTIONS"} {
		rows = append(rows, bad{"B098", method, "/projects", []part{header("X-HTTP-Method-Override", "DELETE")}, 405, "method-not-allowed"})
	}
	for _, tag := range []string{"1", `"`, "", `"a" "b"`, strings.Repeat(`"a",`, 1000)} {
		rows = append(rows,
			patchRow("B136", `{"favorite":true}`, 400, "invalid-header", header("If-Match", tag)),
			get("B137", "/projects", 400, "invalid-header", header("If-None-Match", tag)))
	}
	for _, tag := range []string{`W/"1"`, `"999"`, `"v1"`} {
		rows = append(rows, patchRow("B136", `{"favorite":true}`, 412, "precondition-failed", header("If-Match", tag)))
	}
	for _, key := range []string{"", "é", "a\x7f", strings.Repeat("k", 256)} {
		rows = append(rows, post("B129", "/projects", "{}", 400, "invalid-header", header("Idempotency-Key", key)))
	}
	for _, origin := range []string{"https://evil.example", "null", "https://studio.example.evil", "http://localhost.evil", "file://"} {
		rows = append(rows, post("B142", "/projects", "{}", 403, "cross-origin-denied", header("Origin", origin)))
	}
	return append(rows,
		bad{"B098", http.MethodConnect, "/projects", nil, 404, "not-found"}, // it names a host, not a path
		post("B141", "/projects", "{}", 415, "unsupported-media-type", header("Content-Type", "text/plain")),
		post("B142", "/projects", "{}", 403, "cross-origin-denied", header("Sec-Fetch-Site", "cross-site")),
		bad{"B142", http.MethodDelete, "/projects/{id}", []part{header("Sec-Fetch-Site", "same-site")}, 403, "cross-origin-denied"},
		get("B105", "/projects", 400, "invalid-header", header("Authorization", "Bearer x")),
		post("B121", "/projects/bulk", `{"action":"trash","ids":["{foreign}"]}`, 200, ""),
		post("B136", "/projects", "{}", 400, "invalid-header", header("If-Match", "*")),
	)
}
