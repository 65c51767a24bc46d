package settings

import (
	"vitrine/core/content"
	"vitrine/core/zone"
)

// InvalidTimezone is the code of what is no name of a zone.
const InvalidTimezone = "invalid_timezone"

func judgeZone(c *content.Check, at, value string) string {
	if _, err := zone.Load(value); err != nil {
		c.Add(at, InvalidTimezone, "must be a zone of the IANA time zone database such as Europe/Lisbon, or UTC.")
	}
	return value
}
