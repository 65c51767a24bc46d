package app

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"

	api "vitrine/adapters/http"
	"vitrine/app/demo/media"
	"vitrine/core/gallery"
	"vitrine/core/insights"
	"vitrine/core/projects"
	"vitrine/core/settings"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/fx"
	"go.uber.org/zap"
)

// public is the public listener: the API and the page.
var public = fx.Module("public", fx.Provide(newServices, newPublic))

// publicServer is the public listener.
type publicServer struct{ *listener }

func newServices(p *projects.Service, g *gallery.Service, s *settings.Service, i *insights.Service) api.Services {
	return api.Services{Projects: p, Gallery: g, Settings: s, Insights: i}
}

func newPublic(c *Config, services api.Services, log *zap.Logger, metrics *prometheus.Registry) (publicServer, error) {
	callers, err := c.callers()
	if err != nil {
		return publicServer{}, err
	}
	handler, err := api.New(api.Config{
		Auth:           callers,
		AllowedOrigins: c.AllowedOrigins,
		RequestTimeout: c.RequestTimeout,
		TrashRetention: c.TrashRetention,
		Log:            log,
		Observe:        observed(metrics),
		Counted:        countedEvents(metrics),
	}, services)
	if err != nil {
		return publicServer{}, err
	}
	return publicServer{newListener(c.Addr, withDemoMedia(handler), log)}, nil
}

// withDemoMedia serves the pictures of demo data beside everything else.
func withDemoMedia(next http.Handler) http.Handler {
	pictures := media.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, media.Root) {
			pictures.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// callers tells who is calling, by the configured way.
func (c *Config) callers() (api.Authenticator, error) {
	if c.Auth == AuthDev {
		return api.DevMode{}, nil
	}
	return api.NewJWT(api.JWTConfig{
		Issuer: c.JWTIssuer, Audience: c.JWTAudience,
		JWKSURL: c.JWKSURL, KeyFile: c.KeyFile, SecretFile: c.SecretFile,
	})
}

// serve starts both listeners, the private one first, and says when the server is ready. At the end the server is not
// ready at once, then requests in flight finish, and the private listener goes last.
func serve(life fx.Lifecycle, end fx.Shutdowner, public publicServer, admin adminServer, ready *Readiness, log *zap.Logger, c *Config) {
	life.Append(fx.Hook{
		OnStart: func(ctx context.Context) error { return admin.start(ctx, end, log) },
		OnStop:  admin.stop,
	})
	life.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			if err := public.start(ctx, end, log); err != nil {
				return err
			}
			announce(c, public, admin, log)
			return nil
		},
		OnStop: func(ctx context.Context) error {
			ready.Stop()
			return public.stop(ctx)
		},
	})
}

// announce tells people where the page is, and warns where anybody is let in.
func announce(c *Config, public publicServer, admin adminServer, log *zap.Logger) {
	if c.Auth == AuthDev {
		log.Warn("dev mode: everybody who can reach this address is the demo user")
	}
	log.Info("ready", zap.String("profile", c.Profile), zap.String("auth", c.Auth), zap.String("addr", public.addr),
		zap.String("admin", admin.addr))
	fmt.Fprintf(os.Stdout, "\n  Vitrine is ready: http://%s/\n\n", public.addr)
}
