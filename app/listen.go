package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"go.uber.org/fx"
	"go.uber.org/zap"
)

// Time-outs of a connection. The longest must be longer than any request may take.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 60 * time.Second
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 20 * time.Second // how long requests in flight may go on after the signal to stop
	maxHeader     = 16 << 10
)

// listener is an HTTP server of the application with the address it got.
type listener struct {
	server *http.Server
	addr   string
}

// newListener makes a server that is not listening yet.
func newListener(addr string, handler http.Handler, log *zap.Logger) *listener {
	return &listener{addr: addr, server: &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          zap.NewStdLog(log.Named("net")),
	}}
}

// start listens, so that a taken port stops the start, and serves in the background. A server that ends by itself ends
// the application.
func (l *listener) start(ctx context.Context, end fx.Shutdowner, log *zap.Logger) error {
	var config net.ListenConfig
	socket, err := config.Listen(ctx, "tcp", l.addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	l.addr = socket.Addr().String()
	go func() {
		err := l.server.Serve(socket)
		if errors.Is(err, http.ErrServerClosed) {
			return
		}
		log.Error("the server ended", zap.String("addr", l.addr), zap.Error(err))
		if err := end.Shutdown(fx.ExitCode(1)); err != nil {
			log.Error("shutdown", zap.Error(err))
		}
	}()
	return nil
}

// stop lets requests in flight finish, and then cuts off what is left.
func (l *listener) stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, stopTimeout)
	defer cancel()
	if err := l.server.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("requests were still running: %w", err), l.server.Close())
	}
	return nil
}
