package app

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"vitrine/app/demo"
)

const prefix = "VITRINE_"

// Profiles.
const (
	ProfileMemory   = "memory"
	ProfilePostgres = "postgres"
	ProfileElastic  = "postgres-elastic"
)

// Ways to know who is calling.
const (
	AuthDev = "dev"
	AuthJWT = "jwt"
)

// Config is everything that can be configured. Its zero value is not valid; LoadConfig makes it.
type Config struct {
	Profile string

	Addr, AdminAddr string
	AllowedOrigins  []string
	RequestTimeout  time.Duration
	Pprof           bool

	DatabaseURL      string
	DatabaseMaxConns int64
	Migrate          bool

	ElasticURL, ElasticAPIKey string
	ElasticCAFile             string
	IndexPrefix               string
	IndexShards               int64
	SearchVerify              time.Duration

	Auth        string
	JWTIssuer   string
	JWTAudience string
	JWKSURL     string
	KeyFile     string
	SecretFile  string

	Demo                     bool
	DemoProjects, DemoAssets int64
	DemoEvents               int64

	CountLimit     int64
	TrashRetention time.Duration
	EventRetention time.Duration
	Sample         bool

	LogLevel, LogFormat string

	settings []*setting
}

// declare is the table of all settings, each bound to its member of c.
func (c *Config) declare() []*setting {
	return []*setting{
		choice("VITRINE_PROFILE", &c.Profile, "where things are kept", ProfileMemory, ProfilePostgres, ProfileElastic),
		text("VITRINE_ADDR", &c.Addr, "127.0.0.1:8080", "address of the page and the API; port 0 picks one"),
		text("VITRINE_ADMIN_ADDR", &c.AdminAddr, "127.0.0.1:8081", "address of health and metrics; port 0 picks one"),
		list("VITRINE_ALLOWED_ORIGINS", &c.AllowedOrigins, "other origins whose pages may call the API, comma-separated"),
		duration("VITRINE_REQUEST_TIMEOUT", &c.RequestTimeout, "10s", time.Millisecond, "how long a request may take"),
		toggle("VITRINE_PPROF", &c.Pprof, false, "serve profiles on the admin address"),
		secret("VITRINE_DATABASE_URL", &c.DatabaseURL, "the PostgreSQL database"),
		number("VITRINE_DATABASE_MAX_CONNS", &c.DatabaseMaxConns, int64(4*runtime.NumCPU()), 2, 1000, "connections to the database"),
		toggle("VITRINE_MIGRATE", &c.Migrate, false, "apply missing migrations at the start"),
		secret("VITRINE_ELASTICSEARCH_URL", &c.ElasticURL, "addresses of one Elasticsearch 8, comma-separated"),
		secret("VITRINE_ELASTICSEARCH_API_KEY", &c.ElasticAPIKey, "what to sign in with there, as Elasticsearch encodes it"),
		text("VITRINE_ELASTICSEARCH_CA_FILE", &c.ElasticCAFile, "", "a PEM file with the authority that signed its certificate"),
		text("VITRINE_ELASTICSEARCH_INDEX_PREFIX", &c.IndexPrefix, "vitrine", "what the names of all indices begin with"),
		number("VITRINE_ELASTICSEARCH_SHARDS", &c.IndexShards, 1, 1, 64, "shards of an index that is made from now on"),
		duration("VITRINE_SEARCH_VERIFY_INTERVAL", &c.SearchVerify, "24h", 0, "how often the index is compared with the record; 0 is never"),
		text("VITRINE_AUTH", &c.Auth, "", "who is calling: dev (one user, loopback only; the default there), jwt"),
		text("VITRINE_JWT_ISSUER", &c.JWTIssuer, "", "the issuer that tokens must name"),
		text("VITRINE_JWT_AUDIENCE", &c.JWTAudience, "", "the audience that tokens must name"),
		text("VITRINE_JWT_JWKS_URL", &c.JWKSURL, "", "where the issuer publishes its keys"),
		text("VITRINE_JWT_KEY_FILE", &c.KeyFile, "", "a PEM file with the issuer's public key"),
		text("VITRINE_JWT_SECRET_FILE", &c.SecretFile, "", "a file with an HMAC secret of at least 32 bytes"),
		toggle("VITRINE_DEMO", &c.Demo, false, "load demo data at the start where there is nothing yet"),
		number("VITRINE_DEMO_PROJECTS", &c.DemoProjects, 60, demo.MinProjects, 10_000_000, "projects of the demo data"),
		number("VITRINE_DEMO_ASSETS", &c.DemoAssets, 1500, 0, 100_000_000, "assets of the demo data"),
		number("VITRINE_DEMO_EVENTS", &c.DemoEvents, 20_000, 0, 1_000_000_000, "events of the demo data"),
		number("VITRINE_COUNT_LIMIT", &c.CountLimit, 200_000, 1, 1<<40, "matches up to which counts are exact"),
		duration("VITRINE_TRASH_RETENTION", &c.TrashRetention, "720h", time.Hour, "how long the trash is kept"),
		duration("VITRINE_EVENT_RETENTION", &c.EventRetention, "9600h", 48*time.Hour, "how long single events are kept"),
		toggle("VITRINE_INSIGHTS_SAMPLE", &c.Sample, true, "sample figures for owners without a single event"),
		choice("VITRINE_LOG_LEVEL", &c.LogLevel, "what is logged", "info", "debug", "warn", "error"),
		text("VITRINE_LOG_FORMAT", &c.LogFormat, "", "console or json; the default is console on a terminal"),
	}
}

// LoadConfig reads the configuration from the environment and from flags, which win; lookup and environ are those of
// package os. It reports all mistakes at once, an unknown variable of ours among them.
func LoadConfig(environ []string, flags map[string]string) (*Config, error) {
	c := &Config{}
	c.settings = c.declare()
	env := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		env[name] = value
	}
	lookup := func(name string) (string, bool) {
		value, ok := env[name]
		return value, ok && value != ""
	}
	mistakes := c.unknown(env)
	for _, s := range c.settings {
		if err := s.load(lookup, flags); err != nil {
			mistakes = append(mistakes, fmt.Errorf("%s %w", s.name, err))
		}
	}
	if len(mistakes) == 0 {
		mistakes = c.check()
	}
	return c, errors.Join(mistakes...)
}

// load finds the setting's value: a flag, else the variable, else the default.
func (s *setting) load(lookup func(string) (string, bool), flags map[string]string) error {
	value, given := flags[s.flag()]
	if !given && s.secret {
		var err error
		if value, given, err = readSecret(s.name, lookup); err != nil {
			return err
		}
	} else if !given {
		value, given = lookup(s.name)
	}
	if s.given = given; !given {
		value = s.fallback
	}
	return s.use(value)
}

// unknown finds variables with our prefix that no setting has.
func (c *Config) unknown(env map[string]string) (mistakes []error) {
	known := map[string]bool{}
	for _, s := range c.settings {
		known[s.name] = true
		if s.secret {
			known[s.name+"_FILE"] = true
		}
	}
	for name := range env {
		if strings.HasPrefix(name, prefix) && !known[name] && !strings.HasPrefix(name, prefix+"TEST_") {
			mistakes = append(mistakes, fmt.Errorf("%s is not a setting", name))
		}
	}
	slices.SortFunc(mistakes, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return mistakes
}

// Flags are the names and help texts of the settings that are flags too.
func Flags() map[string]string {
	flags := map[string]string{}
	for _, s := range (&Config{}).declare() {
		if !s.secret {
			flags[s.flag()] = s.help
		}
	}
	return flags
}

// Print writes the effective configuration, secrets masked, each value with where it comes from.
func (c *Config) Print(w io.Writer) error {
	for _, s := range c.settings {
		origin := "default"
		if s.given {
			origin = "set"
		}
		if _, err := fmt.Fprintf(w, "%-34s %-24s (%s) %s\n", s.name, s.shown(), origin, s.help); err != nil {
			return err
		}
	}
	return nil
}

// check finds impossible mixes and missing parts.
func (c *Config) check() (mistakes []error) {
	report := func(format string, args ...any) { mistakes = append(mistakes, fmt.Errorf(format, args...)) }
	for name, addr := range map[string]string{"VITRINE_ADDR": c.Addr, "VITRINE_ADMIN_ADDR": c.AdminAddr} {
		if _, _, err := net.SplitHostPort(addr); err != nil {
			report("%s must be a host and a port, such as 127.0.0.1:8080", name)
		}
	}
	if c.onDatabase() != (c.DatabaseURL != "") {
		report("VITRINE_DATABASE_URL belongs to the profiles postgres and postgres-elastic, which need it; the profile is %s", c.Profile)
	}
	mistakes = append(mistakes, c.checkElastic()...)
	for _, origin := range c.AllowedOrigins {
		if u, err := url.Parse(origin); err != nil || u.Host == "" || u.Scheme+"://"+u.Host != origin {
			report("VITRINE_ALLOWED_ORIGINS must hold origins such as https://studio.example; %q is none", origin)
		}
	}
	if !slices.Contains([]string{"", "console", "json"}, c.LogFormat) {
		report("VITRINE_LOG_FORMAT must be console or json")
	}
	if mistakes = append(mistakes, c.checkAuth()...); len(mistakes) > 0 {
		return mistakes
	}
	if _, err := c.callers(); err != nil {
		report("VITRINE_AUTH=%s: %w", c.Auth, err)
	}
	return mistakes
}

// onDatabase reports whether the record is in a database.
func (c *Config) onDatabase() bool { return c.Profile != ProfileMemory }

// An index's name is in lower case, and its prefix is no pattern.
var indexPrefix = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,60}$`)

// checkElastic holds the settings of Elasticsearch to its profile.
func (c *Config) checkElastic() (mistakes []error) {
	report := func(format string, args ...any) { mistakes = append(mistakes, fmt.Errorf(format, args...)) }
	if c.Profile == ProfileElastic {
		if c.ElasticURL == "" {
			report("VITRINE_ELASTICSEARCH_URL is what the profile postgres-elastic needs")
		}
		if !indexPrefix.MatchString(c.IndexPrefix) {
			report("VITRINE_ELASTICSEARCH_INDEX_PREFIX must be up to 61 lower-case letters, digits and dashes, such as vitrine")
		}
		return mistakes
	}
	for _, s := range c.settings {
		if s.given && (strings.HasPrefix(s.name, prefix+"ELASTICSEARCH_") || strings.HasPrefix(s.name, prefix+"SEARCH_")) {
			report("%s belongs to the profile postgres-elastic; the profile is %s", s.name, c.Profile)
		}
	}
	return mistakes
}

// checkAuth holds dev mode to the loopback interface and jwt mode to one source of keys.
func (c *Config) checkAuth() (mistakes []error) {
	report := func(format string, args ...any) { mistakes = append(mistakes, fmt.Errorf(format, args...)) }
	local := loopback(c.Addr)
	if c.Auth == "" && local {
		c.Auth = AuthDev
	}
	keys := 0
	for _, source := range []string{c.JWKSURL, c.KeyFile, c.SecretFile} {
		if source != "" {
			keys++
		}
	}
	switch c.Auth {
	case AuthDev:
		if !local {
			report("VITRINE_AUTH=dev lets anybody in, so VITRINE_ADDR must be a loopback address; it is %s", c.Addr)
		}
		if keys > 0 || c.JWTIssuer != "" || c.JWTAudience != "" {
			report("the VITRINE_JWT settings belong to VITRINE_AUTH=jwt")
		}
	case AuthJWT:
		if keys != 1 {
			report("VITRINE_AUTH=jwt needs exactly one of VITRINE_JWT_JWKS_URL, VITRINE_JWT_KEY_FILE and VITRINE_JWT_SECRET_FILE; there are %d", keys)
		}
		if c.JWTIssuer == "" || c.JWTAudience == "" {
			report("VITRINE_AUTH=jwt needs VITRINE_JWT_ISSUER and VITRINE_JWT_AUDIENCE")
		}
	case "":
		report("VITRINE_AUTH must be set where VITRINE_ADDR is no loopback address: jwt")
	default:
		report("VITRINE_AUTH must be dev or jwt")
	}
	return mistakes
}

// loopback reports whether nobody outside this machine can reach the address. A name that resolves elsewhere, and no
// host at all, can be reached.
func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
