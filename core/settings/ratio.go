package settings

import (
	"strconv"
	"strings"

	"vitrine/core/content"
)

// judgeRatio compares ratios as numbers: 1920:1080 is 16:9, and stored so. A ratio that is near to an offered one is not
// it, since a picture of other proportions would be cut.
func judgeRatio(c *content.Check, at, value string) string {
	w, h := sides(value)
	for _, label := range AspectRatios {
		if lw, lh := sides(label); w > 0 && h > 0 && w*lh == lw*h {
			return label
		}
	}
	c.Add(at, content.Unknown, "must be a ratio equal to one of %s.", content.Listed(AspectRatios))
	return value
}

// sides reads "W:H". What is no such text has a side of 0.
func sides(ratio string) (w, h int) {
	left, right, _ := strings.Cut(ratio, ":")
	return side(left), side(right)
}

// side reads 1 to 4 ASCII digits without a leading zero, and gives 0 for anything else.
func side(s string) int {
	if s == "" || len(s) > 4 || s[0] == '0' || strings.Trim(s, "0123456789") != "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
