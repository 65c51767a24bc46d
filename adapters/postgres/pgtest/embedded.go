package pgtest

import (
	"fmt"
	"os"

	embedded "github.com/fergusstrange/embedded-postgres"
)

// startEmbedded serves binaries that the library fetches once and keeps in the user's cache. It does not work as root.
func startEmbedded() (Server, error) {
	home, err := os.MkdirTemp("", "vitrine-pg-")
	if err != nil {
		return Server{}, err
	}
	port, err := freePort()
	if err != nil {
		return Server{}, err
	}
	config := embedded.DefaultConfig().Version(embedded.V17).Port(uint32(port)).RuntimePath(home).Logger(nil).
		StartParameters(map[string]string{"fsync": "off", "max_connections": "200"})
	pg := embedded.NewDatabase(config)
	if err := pg.Start(); err != nil {
		return Server{}, fmt.Errorf("embedded PostgreSQL: %w", err)
	}
	return Server{URL: config.GetConnectionURL() + "?sslmode=disable", stop: pg.Stop}, nil
}
