package http

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"vitrine/core/fault"
)

// negotiate picks the media type of the answer among those offered (RFC 9110, section 12.5.1): the one that the client weighs
// most, of equals the first. It fails with "not-acceptable" where the client rules out all of them.
func negotiate(r *http.Request, offers []string) (string, error) {
	lines := r.Header.Values("Accept")
	if len(lines) == 0 {
		return offers[0], nil
	}
	weights := weigh(lines)
	best, most := "", 0.0
	for _, offer := range offers {
		if q := weights.of(offer); q > most {
			best, most = offer, q
		}
	}
	if best == "" {
		return "", fault.New(fault.Invalid, slugNotAcceptable, "The answer is %s, which the header Accept rules out.", strings.Join(offers, " or "))
	}
	return best, nil
}

// weights are those that a client gives to media ranges.
type weights map[string]float64

// weigh reads Accept. A range that cannot be read says nothing.
func weigh(lines []string) weights {
	w := weights{}
	for _, part := range strings.Split(strings.Join(lines, ","), ",") {
		if name, params, err := mime.ParseMediaType(part); err == nil {
			w[name] = quality(params)
		}
	}
	return w
}

// of is the weight of a media type: that of the most specific range that fits, else 0.
func (w weights) of(mediaType string) float64 {
	name, _, _ := strings.Cut(mediaType, ";")
	kind, _, _ := strings.Cut(name, "/")
	for _, fits := range []string{name, kind + "/*", "*/*"} {
		if q, ok := w[fits]; ok {
			return q
		}
	}
	return 0
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
