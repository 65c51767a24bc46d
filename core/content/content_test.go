package content

import (
	"strings"
	"testing"

	"vitrine/core/fault"

	"github.com/stretchr/testify/require"
)

// codes are the codes of all mistakes that judge finds.
func codes(judge func(*Check)) (found []string) {
	var c Check
	judge(&c)
	if e := fault.Of(c.Err()); e != nil {
		for _, f := range e.Fields {
			found = append(found, f.Name+" "+f.Code)
		}
	}
	return found
}

func TestLines(t *testing.T) {
	long := strings.Repeat("é", 300)
	for name, row := range map[string]struct {
		in   string
		want []string
	}{
		"300 characters":   {long, nil},
		"301 characters":   {long + "x", []string{"/title too_long"}},
		"empty":            {"", []string{"/title required"}},
		"spaces":           {" \t ", []string{"/title required"}},
		"zero-width":       {"\u200b\u200d", []string{"/title required"}},
		"direction marks":  {"\u200e\u200f", []string{"/title required"}},
		"line break":       {"a\nb", []string{"/title invalid_characters"}},
		"NUL":              {"a\x00b", []string{"/title invalid_characters"}},
		"escape sequence":  {"\x1b[31mred", []string{"/title invalid_characters"}},
		"markup is text":   {"<script>alert(1)</script>", nil},
		"emoji with joins": {"👩‍🚀👍🏽", nil},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, row.want, codes(func(c *Check) { c.Name("/title", row.in, MaxTitle) }))
		})
	}
}

func TestProseKeepsLineBreaks(t *testing.T) {
	var c Check
	require.Equal(t, " a\r\n\tb ", c.Prose("/brief", " a\r\n\tb ", 20))
	require.NoError(t, c.Err())
	require.Equal(t, []string{"/brief invalid_characters"}, codes(func(c *Check) { c.Prose("/brief", "a\x00", 20) }))
}

func TestTags(t *testing.T) {
	var c Check
	require.Equal(t, []string{"red", "Red", "été"}, c.Tags("/tags", []string{" red", "Red", "red ", "été"}))
	require.NoError(t, c.Err())

	many := make([]string, 21)
	for i := range many {
		many[i] = strings.Repeat("x", i+1)
	}
	require.Equal(t, []string{"/tags too_many"}, codes(func(c *Check) { c.Tags("/tags", many) }))
	require.Equal(t,
		[]string{"/tags/0 invalid_characters", "/tags/1 required", "/tags/2 too_long"},
		codes(func(c *Check) { c.Tags("/tags", []string{"a,b", "", strings.Repeat("x", 51)}) }))
}

func TestLinks(t *testing.T) {
	for _, good := range []string{
		"https://cdn.example.com/a.png", "https://cdn.example.com:8443/a%20b.png?x=1#y", "https://[2001:db8::1]/a",
		"/demo/media/1.svg", "https://example.com/" + strings.Repeat("x", MaxLink-20),
	} {
		require.True(t, soundLink(good), good)
	}
	for _, bad := range []string{
		"", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x",
		"//evil.example/x", `/\evil.example`, "https:evil.example", "https://", "https:///x", "https://user:pw@example.com/",
		"https://example.com/a\r\nb", "https://exa\tmple.com", " https://example.com", "https://example。com/", "a/b.png",
		"https://example.com:99999/", "https://example.com:0/", "https://example.com:/", "http://example.com/a.png",
		"https://example.com/\u202eexe", "https://example.com/" + strings.Repeat("x", MaxLink), "http:host", "%zz",
	} {
		require.False(t, soundLink(bad), bad)
	}
}

func TestExcerpt(t *testing.T) {
	for _, row := range []struct {
		in, want string
		cut      bool
	}{
		{"", "", false},
		{" \n\t ", "", false},
		{"\u200b", "", false},
		{"walnut lamp", "walnut lamp", false},
		{"  walnut \n  lamp ", "walnut lamp", false},
		{"walnut lamps", "walnut", true},
		{"walnut lam x", "walnut lam", true},
		{"extraordinarily", "extraordina", true},
		{"运动鞋运动鞋运动鞋运动鞋", "运动鞋运动鞋运动鞋运动", true},
	} {
		line, cut := Excerpt(row.in, 11)
		require.Equal(t, row.want, line, row.in)
		require.Equal(t, row.cut, cut, row.in)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("walnut lamp", 6)
	f.Add("运动鞋", 2)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if limit < 1 || limit > 1000 {
			t.Skip("limits are small positive constants")
		}
		line, cut := Excerpt(s, limit)
		require.LessOrEqual(t, len([]rune(line)), limit)
		require.NotContains(t, line, "\n")
		if cut {
			require.NotEmpty(t, line)
		}
	})
}
