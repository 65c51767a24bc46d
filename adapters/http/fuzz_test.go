package http

import (
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"vitrine/core/fault"
	"vitrine/core/projects"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"
)

func FuzzQuery(f *testing.F) {
	for _, raw := range []string{
		"", "q=a&status=draft,failed&limit=5", "q=%zz", "a=1;b=2", "limit=1&limit=2", "q=%00", "%ff=%ff", "cursor=", "sort=-title",
		"created_after=2026-11-22T13:05:11.1Z", "tag=,", "&&=&",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		q := queryOf(raw)
		l, err := everything(q)
		if err != nil {
			e := fault.Of(err)
			require.Equal(t, fault.Invalid, e.Kind)
			requireShowable(t, e)
			return
		}
		for _, text := range append([]string{l.Filter.Q, l.Cursor}, l.Filter.Tags...) {
			require.True(t, utf8.ValidString(text) && !strings.ContainsAny(text, "\x00\n\r\t\x7f"))
		}
		require.True(t, l.Limit >= 1 && l.Limit <= 100)
		require.Len(t, q.taken, 11, "every reader was asked")
	})
}

func FuzzBody(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"title":"Lamp","tags":["a"],"options":{"a":[1.0]},"favorite":true}`, `{"title":null}`, `{"a":1,"a":2}`, `{"title":"\u0000"}`,
		`{"progress":1e3,"error":{"code":"x"},"status":"running"}`, `[`, `{"a":"\ud800"}`, "\ufeff{}", `{"type":""}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o := bodyOf(text)
		n := newProject(o)
		if err := o.err(projectMembers, n.Check()); err != nil {
			requireShowable(t, fault.Of(err))
		} else {
			require.NotContains(t, n.Brief+n.Description+string(n.Options), "\x00")
			require.True(t, utf8.ValidString(n.Brief+n.Description))
		}
		o = bodyOf(text)
		p := projectPatch(o)
		if err := o.err(projectMembers, p.Check()); err != nil {
			requireShowable(t, fault.Of(err))
		}
	})
}

// requireShowable requires that a fault can be answered: it has a kind of problem that is no bug, it is JSON, and it is short.
func requireShowable(t *testing.T, e *fault.Error) {
	t.Helper()
	require.NotEqual(t, fault.CodeInternal, kindOf(e).slug)
	text, err := json.Marshal(newProblem(e), json.Deterministic(true))
	require.NoError(t, err)
	require.Less(t, len(text), 32<<10)
}

func FuzzEntityTags(f *testing.F) {
	for _, text := range []string{`*`, `"12"`, `W/"a", "b"`, `"`, `,,"x"`, `"a""b"`, `"1-x-gzip"`, "\"\x80\""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tags, ok := parseTags(text)
		if !ok {
			return
		}
		require.LessOrEqual(t, len(tags.list), maxTags)
		require.NotEqual(t, tags.any, len(tags.list) > 0)
		written := make([]string, len(tags.list))
		for i, tag := range tags.list {
			written[i] = tag.String()
		}
		if !tags.any {
			again, ok := parseTags(strings.Join(written, ", "))
			require.True(t, ok)
			require.Equal(t, tags, again, "reading what was written gives the same")
		}
		m, err := ifMatch(&http.Request{Header: http.Header{"If-Match": {text}}})
		require.NoError(t, err)
		for _, version := range m.Versions {
			require.True(t, m.Holds(version))
		}
	})
}

func FuzzIdempotencyKey(f *testing.F) {
	for _, text := range []string{"", "a", "~ ", "é", "a\x00", strings.Repeat("k", 256)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		printable := text != "" && len(text) <= maxKey
		for _, r := range text {
			printable = printable && r >= ' ' && r <= '~'
		}
		require.Equal(t, printable, soundKey(text))
	})
}

func FuzzInstant(f *testing.F) {
	for _, text := range []string{"2026-11-22T13:05:11.123Z", "2026-11-22T13:05:11+05:45", "2024-02-30T00:00:00Z", "2100-12-31T23:59:59.999999999Z", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := parseInstant(text)
		if !ok {
			return
		}
		require.True(t, got.Equal(got.Truncate(time.Millisecond)))
		again, ok := parseInstant(instant(got))
		require.True(t, ok)
		require.True(t, got.Equal(again))
	})
}

func FuzzSort(f *testing.F) {
	for _, o := range projects.Orders {
		f.Add(o.String())
	}
	f.Add("--title")
	f.Fuzz(func(t *testing.T, text string) {
		q := &query{values: map[string]string{"sort": text}, taken: map[string]bool{}}
		order := q.sort(projects.Orders)
		if len(q.mistakes) == 0 {
			require.Equal(t, text, order.String())
			require.Contains(t, projects.Orders, order)
		}
	})
}
