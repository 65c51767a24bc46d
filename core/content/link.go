package content

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// MaxLink is the length limit of a link in bytes.
const MaxLink = 2048

// Link judges the address of a picture or a video: https with a host, or a path of this server. Anything that a browser
// might run, or resolve to another host than it seems to name, is a mistake; so the rule allows and never forbids.
func (c *Check) Link(pointer, s string) {
	if !soundLink(s) {
		c.Add(pointer, InvalidURL,
			"must be an https address, or a path of this server that begins with a slash, of at most %d characters.", MaxLink)
	}
}

func soundLink(s string) bool {
	if s == "" || len(s) > MaxLink || strings.ContainsFunc(s, unsafeInLink) {
		return false
	}
	u, err := url.Parse(s)
	if err != nil || u.User != nil || u.Opaque != "" {
		return false
	}
	if u.Scheme == "" {
		return u.Host == "" && strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//")
	}
	return u.Scheme == "https" && soundHost(u)
}

// soundHost allows what a resolver and a browser read alike: ASCII labels, or an address in brackets, and a real port.
func soundHost(u *url.URL) bool {
	host := u.Hostname()
	for _, r := range host {
		if r > unicode.MaxASCII {
			return false
		}
	}
	if u.Port() == "" {
		return host != "" && !strings.HasSuffix(u.Host, ":")
	}
	n, err := strconv.ParseUint(u.Port(), 10, 16)
	return host != "" && err == nil && n > 0
}

// unsafeInLink finds what browsers drop or turn round while they parse: white space, control and format characters,
// and the backslash, which they read as a slash.
func unsafeInLink(r rune) bool {
	return r == '\\' || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}
