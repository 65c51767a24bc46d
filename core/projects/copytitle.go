package projects

import (
	"fmt"
	"regexp"
	"strings"

	"vitrine/core/content"
)

// copyMark is how the title of a copy ends: "(copy)" or, from the second on, "(copy 2)".
var copyMark = regexp.MustCompile(`^(.*?) \(copy(?: ([1-9][0-9]{0,8}))?\)$`)

// maxMark is room for the longest mark, in code points.
const maxMark = len(" (copy 999999999)")

// CopyStem is what the titles of all copies of a project with this title begin with.
func CopyStem(title string) string {
	if m := copyMark.FindStringSubmatch(title); m != nil {
		title = m[1]
	}
	stem, _ := content.Head(title, content.MaxTitle-maxMark)
	return strings.TrimRight(stem, " ") + " (copy"
}

// CopyTitle is the first free title for a copy: "Lamp" gives "Lamp (copy)", then "Lamp (copy 2)"; a copy of a copy counts
// on instead of nesting.
func CopyTitle(title string, taken func(string) bool) string {
	stem := CopyStem(title)
	free := stem + ")"
	for n := 2; taken(free); n++ {
		free = fmt.Sprintf("%s %d)", stem, n)
	}
	return free
}
