package page

import (
	"math"
	"strings"
	"testing"

	"vitrine/core/fault"
	"vitrine/core/ident"

	"github.com/stretchr/testify/require"
)

var cursors = []Cursor{
	{},
	{Backward: true, Key: Key{Time: 1763900000123, ID: ident.ID{1, 2, 3}}},
	{Inclusive: true, Key: Key{Rank: -7, Text: "straße", ID: ident.ID{255}}, Note: "shoos>shoes"},
	{Backward: true, Inclusive: true, Key: Key{Rank: math.MaxInt32, Time: -1, Text: strings.Repeat("x", 200)}},
}

func TestCursorRoundTrips(t *testing.T) {
	f := Bind("ana", "/projects", "sort=-created_at")
	for _, c := range cursors {
		got, err := DecodeCursor(c.Encode(f), f)
		require.NoError(t, err)
		require.Equal(t, c, got)
	}
}

func TestCursorOfAnythingElseIsRefusedWithOneText(t *testing.T) {
	f := Bind("ana", "/projects", "")
	good := cursors[1].Encode(f)
	bad := map[string]string{
		"empty":              "",
		"not base64":         "!!!!",
		"other alphabet":     strings.NewReplacer("-", "+", "_", "/").Replace(good) + "=",
		"padding":            good + "=",
		"cut":                good[:len(good)-2],
		"longer":             good + "AA",
		"one bit":            flip(good),
		"another owner":      cursors[1].Encode(Bind("bea", "/projects", "")),
		"another route":      cursors[1].Encode(Bind("ana", "/assets", "")),
		"another query":      cursors[1].Encode(Bind("ana", "/projects", "q=x")),
		"parts run together": cursors[1].Encode(Bind("ana/projects", "", "")),
		"too long":           strings.Repeat("A", MaxCursor+1),
	}
	for name, key := range map[string]Key{
		"a text with NUL":     {Text: "\x00"},
		"a text that is none": {Text: "\xff"},
		"a rank beyond all":   {Rank: math.MaxInt64},
		"a time beyond all":   {Time: math.MaxInt64},
		"a time before all":   {Time: math.MinInt64},
	} {
		bad[name] = Cursor{Key: key}.Encode(f)
	}
	want := InvalidCursor()
	for name, text := range bad {
		t.Run(name, func(t *testing.T) {
			_, err := DecodeCursor(text, f)
			require.Equal(t, want, fault.Of(err))
		})
	}
}

func flip(s string) string {
	b := []byte(s)
	if b[12] == 'A' {
		b[12] = 'B'
	} else {
		b[12] = 'A'
	}
	return string(b)
}

func FuzzDecodeCursor(f *testing.F) {
	bound := Bind("ana", "/projects", "")
	for _, c := range cursors {
		f.Add(c.Encode(bound))
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := DecodeCursor(text, bound)
		if err != nil {
			require.Equal(t, fault.CodeInvalidCursor, fault.Of(err).Code)
			return
		}
		require.Equal(t, text, c.Encode(bound), "a place has one spelling")
	})
}
