package http

import (
	"fmt"
	"net/http"
	"strings"
)

// choice is a row that patches the settings.
func choice(id, text string, status int, slug string, parts ...part) bad {
	return bad{id, http.MethodPatch, settingsAt, append(parts, body(text)), status, slug}
}

// settingsRows are the rows whose routes the list calls S.
func settingsRows() []bad {
	rows := []bad{
		get("B018", settingsAt+"?fields=profile", 400, "unknown-parameter"),
		get("B018", settingsAt+"/options?expand=languages", 400, "unknown-parameter"),
		get("B024", settingsAt+"?user_id=bo", 400, "unknown-parameter"),
		get("B024", settingsAt+"/audit?owner=bo", 400, "unknown-parameter"),
		get("B049", settingsAt+"/", 404, "not-found"),
		get("B068", settingsAt, 200, "", bytesOf("not read")),
		choice("B064", `{}`, 200, ""),
		choice("B064", `{"profile":{"bio":null,"timezone":null},"ai_preferences":{"tone":null}}`, 200, ""),
		choice("B136", `{"profile":{"bio":"x"}}`, 200, "", header("If-Match", "*")),
		choice("B053", `{"ai_preferences":{"tone":"casual","tone":"luxury"}}`, 400, "malformed-json"),
		choice("B053", `{"profile":{"bio":"x"},"profile":{}}`, 400, "malformed-json"),
		choice("B060", `{"profile":{"bio":"`+strings.Repeat("a", maxBody)+`"}}`, 413, "content-too-large"),
		choice("B060", `{"profile":{"bio":`+strings.Repeat("1", maxBody-100)+`}}`, 422, "validation-failed"),
		choice("B020", `{"profile":{"bio":"a\u0000"}}`, 422, "validation-failed"),
		choice("B061", `{"integrations":{"shopify":{"access_token":"x"}}}`, 422, "validation-failed"),
		choice("B061", `{"integrations":{"ebay":null}}`, 422, "validation-failed"),
		{"B098", http.MethodPost, settingsAt, []part{body(`{}`), header("X-HTTP-Method-Override", "PATCH")}, 405, "method-not-allowed"},
		{"B098", http.MethodDelete, settingsAt, nil, 405, "method-not-allowed"},
		choice("B142", `{"profile":{"bio":"y"}}`, 403, "cross-origin-denied", header("Sec-Fetch-Site", "cross-site")),
		{"B065", http.MethodPatch, settingsAt, []part{bytesOf(`{}`), header("Content-Type", "application/JSON; charset=UTF-8")}, 200, ""},
		{"B065", http.MethodPatch, settingsAt, []part{bytesOf(`{}`)}, 415, "unsupported-media-type"},
	}
	return append(append(append(rows, settingsTextRows()...), settingsShapeRows()...), settingsHeaderRows()...)
}

// settingsShapeRows are E: what is no object of objects of texts.
func settingsShapeRows() []bad {
	var rows []bad
	for _, text := range []string{
		"", "  ", "null", "[]", `"x"`, "1", "true", "{", "\ufeff{}", "{\x00}", `{"a":1}{}`, `{"profile":{"bio":+1}}`, `{/**/}`, `{'profile':{}}`, `{"profile":{},}`,
		`{"profile":` + strings.Repeat(`{"a":`, 32) + "1" + strings.Repeat("}", 33), strings.Repeat(`{"a":`, 200_000),
		`{"profile":[` + strings.TrimSuffix(strings.Repeat(`"",`, 300_000), ",") + `]}`,
	} {
		rows = append(rows, choice("B052-B060", text, 400, "malformed-json"))
	}
	for _, name := range []string{
		"Tone", "TONE", "\u017fettings", "\u212aind", "__proto__", "constructor", "-", "", "$ref", "$where", "owner", "user_id", "password", "/profile/bio",
	} {
		for _, at := range []string{`{%q:"x"}`, `{"profile":{%q:"x"}}`, `{"ai_preferences":{%q:"x"}}`, `{"integrations":{%q:{}}}`, `{"integrations":{"tiktok":{%q:"x"}}}`} {
			rows = append(rows, choice("B054-B061", fmt.Sprintf(at, name), 422, "validation-failed"))
		}
	}
	for _, at := range []string{
		`{"profile":{"display_name":%s}}`, `{"profile":{"bio":%s}}`, `{"profile":{"avatar_url":%s}}`, `{"profile":{"timezone":%s}}`,
		`{"ai_preferences":{"language":%s}}`, `{"ai_preferences":{"tone":%s}}`, `{"ai_preferences":{"aspect_ratio":%s}}`,
		`{"integrations":{"amazon":{"status":%s}}}`, `{"integrations":{"amazon":{"account":%s}}}`, `{"integrations":{"amazon":{"reason":%s}}}`,
		`{"profile":%s}`, `{"ai_preferences":%s}`, `{"integrations":%s}`, `{"integrations":{"amazon":%s}}`,
	} {
		for _, value := range []string{`1`, `1.5`, `1e3`, `true`, `[]`, `[null]`, `{"x":1}`} {
			rows = append(rows, choice("B062", fmt.Sprintf(at, value), 422, "validation-failed"))
		}
	}
	return rows
}

// settingsTextRows are F, and the names of G: texts that a member does not take, and odd ones that it does.
func settingsTextRows() []bad {
	var rows []bad
	add := func(id, at string, status int, slug string, values ...string) {
		for _, value := range values {
			rows = append(rows, choice(id, fmt.Sprintf(at, value), status, slug))
		}
	}
	add("B069", `{"profile":{"display_name":"%s"}}`, 200, "", strings.Repeat("é", 80), "<script>", "👩‍🚀", "' OR 1=1")
	add("B069", `{"profile":{"display_name":"%s"}}`, 422, "validation-failed",
		strings.Repeat("é", 81), "\u200b", `a\nb`, `a\tb`, `x\r\nSet-Cookie: a=b`, `\u001b[31m`, `a\u0085b`)
	add("B069", `{"profile":{"bio":"%s"}}`, 200, "", strings.Repeat("灯", 500), `two\nlines`)
	add("B069", `{"profile":{"bio":"%s"}}`, 422, "validation-failed", strings.Repeat("a", 501))
	add("B149", `{"profile":{"avatar_url":"%s"}}`, 422, "validation-failed",
		"", "x", "/me.png", "javascript:alert(1)", "data:image/png,x", "http://host/x", "//host/x", "https://", "https://user:pass@host/", "https://host/"+strings.Repeat("a", 2048))
	add("B084", `{"profile":{"timezone":"%s"}}`, 422, "validation-failed",
		"", "Mars/Base", "local", "Local", "posixrules", "Foo+3", "+25", "IST", "america/new_york", "../../etc/passwd", "/etc/localtime", strings.Repeat("a", 100<<10))
	add("B085", `{"profile":{"timezone":"%s"}}`, 200, "", "Europe/Kiev", "Asia/Calcutta", "US/Eastern")
	add("B062", `{"ai_preferences":{"language":"%s"}}`, 422, "validation-failed", "", "xx", "und", "mul", "x-foo", "en-XX", "en-u-co-phonebk", "english", strings.Repeat("a-", 5000))
	add("B062", `{"ai_preferences":{"tone":"%s"}}`, 422, "validation-failed", "", "Casual", "casual ", "rude")
	add("B062", `{"ai_preferences":{"aspect_ratio":"%s"}}`, 422, "validation-failed", "", "5:3", "1:0", "0:0", "01:1", "1.0:1", "16/9", "10000:10000", "1:1:1", "１:１", "-1:-1")
	return rows
}

// settingsHeaderRows are K, and what the body says of itself.
func settingsHeaderRows() []bad {
	var rows []bad
	for _, tag := range []string{"0", `"`, "", `"a" "b"`, strings.Repeat(`"a",`, 1000)} {
		rows = append(rows, choice("B136", `{"profile":{"bio":"z"}}`, 400, "invalid-header", header("If-Match", tag)))
	}
	for _, tag := range []string{`W/"0"`, `"999"`, `"v1"`, `"-1"`} {
		rows = append(rows, choice("B136", `{"profile":{"bio":"z"}}`, 412, "precondition-failed", header("If-Match", tag)))
	}
	for _, kind := range []string{
		"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/json-patch+json",
	} {
		rows = append(rows, choice("B065", `{}`, 415, "unsupported-media-type", header("Content-Type", kind)))
	}
	for _, coding := range []string{"gzip", "br", "identity, gzip"} {
		rows = append(rows, choice("B066", `{}`, 415, "unsupported-media-type", header("Content-Encoding", coding)))
	}
	return rows
}
