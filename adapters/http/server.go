package http

import (
	"errors"
	"io/fs"
	"net/http"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"

	"go.uber.org/zap"
)

// Config says how the API behaves, whatever is behind it.
type Config struct {
	Auth           Authenticator // tells who calls: DevMode or NewJWT
	AllowedOrigins []string      // other origins whose pages may call, as "https://studio.example"
	RequestTimeout time.Duration // deadline of a request
	TrashRetention time.Duration // how long the trash keeps what lies in it
	Log            *zap.Logger
	Observe        Observer              // told of every request that met a route; nil for nobody
	Counted        func(insights.Report) // told of every posting of events, replays aside; nil for nobody
	Page           fs.FS                 // the built page: index.html and its files; nil for the one that is embedded
}

// Observer is told of a request that was answered: method and template of its route, the status, and how long it took.
type Observer func(method, route string, status int, took time.Duration)

// Services are the modules that the API serves.
type Services struct {
	Projects *projects.Service
	Gallery  *gallery.Service
	Settings *settings.Service
	Insights *insights.Service
}

// api is what the handlers share.
type api struct {
	Config
	log *zap.Logger
}

// New makes the handler of the public listener: the API and its pages. It neither dials nor starts anything, and fails only
// where the configuration cannot be meant.
func New(c Config, s Services) (http.Handler, error) {
	if c.RequestTimeout <= 0 || c.TrashRetention <= 0 {
		return nil, errors.New("http: request timeout and trash retention must be positive")
	}
	if c.Observe == nil {
		c.Observe = func(string, string, int, time.Duration) {}
	}
	if c.Page == nil {
		embedded, err := builtPage()
		if err != nil {
			return nil, err
		}
		c.Page = embedded
	}
	if c.Counted == nil {
		c.Counted = func(insights.Report) {}
	}
	a := &api{Config: c, log: c.Log.Named("http")}
	h, err := compress(a.router(a.routes(s)))
	if err != nil {
		return nil, err
	}
	if h, err = a.refuseForgeries(c.AllowedOrigins, limitTime(c.RequestTimeout, h)); err != nil {
		return nil, err
	}
	if c.Auth.Mode() == ModeDev {
		h = a.refuseForeignHosts(h)
	}
	h = a.limitConcurrency(maxConcurrent, h)
	h = share(c.AllowedOrigins, h)
	h = secureHeaders(h)
	return identify(a.logAccess(a.guardPanics(h))), nil
}
