package http

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"vitrine/core/fault"
)

// acceptable fails with "not-acceptable" where the client rules out the media type that the answer has (RFC 9110, section
// 12.5.1). The most specific range that fits decides; a range that cannot be read says nothing.
func acceptable(r *http.Request, mediaType string) error {
	lines := r.Header.Values("Accept")
	if len(lines) == 0 {
		return nil
	}
	kind, _, _ := strings.Cut(mediaType, "/")
	weight := map[string]float64{}
	for _, part := range strings.Split(strings.Join(lines, ","), ",") {
		if name, params, err := mime.ParseMediaType(part); err == nil {
			weight[name] = quality(params)
		}
	}
	for _, name := range []string{mediaType, kind + "/*", "*/*"} {
		if q, ok := weight[name]; ok {
			if q > 0 {
				return nil
			}
			break
		}
	}
	return fault.New(fault.Invalid, slugNotAcceptable, "The answer is %s, which the header Accept rules out.", mediaType)
}

func quality(params map[string]string) float64 {
	q, ok := params["q"]
	if !ok {
		return 1
	}
	n, err := strconv.ParseFloat(q, 64)
	if err != nil {
		return 1
	}
	return n
}
