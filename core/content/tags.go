package content

import (
	"fmt"
	"slices"
)

// Limits of tags.
const (
	MaxTags = 20
	MaxTag  = 50
)

// Tags judges a list of tags and returns it without white space around each and without repetitions, in the order
// given. A tag has no comma, since commas separate the values of a filter.
func (c *Check) Tags(pointer string, tags []string) []string {
	kept := make([]string, 0, len(tags))
	for i, tag := range tags {
		at := fmt.Sprintf("%s/%d", pointer, i)
		tag = c.NoComma(at, c.Name(at, tag, MaxTag))
		if !slices.Contains(kept, tag) {
			kept = append(kept, tag)
		}
	}
	if len(kept) > MaxTags {
		c.Add(pointer, TooMany, "must be at most %d tags; there are %d.", MaxTags, len(kept))
	}
	return kept
}

// AddTags is tags with those of more that it lacks, in the order given.
func AddTags(tags, more []string) []string {
	sum := slices.Clone(tags)
	for _, tag := range more {
		if !slices.Contains(sum, tag) {
			sum = append(sum, tag)
		}
	}
	return sum
}

// RemoveTags is tags without those of fewer.
func RemoveTags(tags, fewer []string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(tag string) bool { return slices.Contains(fewer, tag) })
}
