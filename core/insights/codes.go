package insights

// Codes of the mistakes found here, beside those of core/content.
const (
	InvalidID       = "invalid_id"
	InvalidTime     = "invalid_time"
	InvalidCurrency = "invalid_currency"
	InvalidRange    = "invalid_range"
	EndBeforeStart  = "end_before_start"
	InvalidTimezone = "invalid_timezone"
	TooManyBuckets  = "too_many_buckets"
	Repeated        = "repeated"
)
