package projects

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"vitrine/core/content"

	"github.com/stretchr/testify/require"
)

func TestCopyTitle(t *testing.T) {
	for _, row := range []struct {
		title string
		taken []string
		want  string
	}{
		{"Lamp", nil, "Lamp (copy)"},
		{"Lamp", []string{"Lamp"}, "Lamp (copy)"},
		{"Lamp", []string{"Lamp (copy)"}, "Lamp (copy 2)"},
		{"Lamp (copy)", []string{"Lamp (copy)"}, "Lamp (copy 2)"},
		{"Lamp (copy 2)", []string{"Lamp (copy)", "Lamp (copy 2)"}, "Lamp (copy 3)"},
		{"Lamp (copy 2)", nil, "Lamp (copy)"},
		{"Lamp", []string{"Lamp (copy)", "Lamp (copy 3)"}, "Lamp (copy 2)"},
		{"Lamp (copy 0)", nil, "Lamp (copy 0) (copy)"},
		{"(copy)", nil, "(copy) (copy)"},
		{"运动鞋", nil, "运动鞋 (copy)"},
	} {
		require.Equal(t, row.want, CopyTitle(row.title, func(s string) bool { return slices.Contains(row.taken, s) }), row.title)
	}
}

func TestCopyTitleFitsHoweverOftenItIsCopied(t *testing.T) {
	taken := map[string]bool{}
	title := strings.Repeat("é", content.MaxTitle)
	for range 200 {
		title = CopyTitle(title, func(s string) bool { return taken[s] })
		require.False(t, taken[title])
		require.LessOrEqual(t, utf8.RuneCountInString(title), content.MaxTitle)
		taken[title] = true
	}
}
