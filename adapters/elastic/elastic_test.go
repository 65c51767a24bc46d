package elastic

import (
	"context"
	"os"
	"testing"
	"time"

	"vitrine/adapters/elastic/estest"
	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/index"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { os.Exit(estest.Main(m)) }

// open gives a client of a real server under a prefix of the test's own.
func open(t testing.TB) *Client {
	t.Helper()
	c, err := Open(Config{Addresses: []string{estest.URL(t)}, Prefix: estest.Prefix(), Patience: 30 * time.Second})
	require.NoError(t, err)
	return c
}

// newID makes an id of version 7.
func newID() ident.ID { return ident.ID(uuid.Must(uuid.NewV7())) }

var noon = time.Date(2026, 3, 1, 12, 0, 0, 123_000_000, time.UTC)

// inUse gives a copy that is searched and ends with the test.
func inUse(t testing.TB, c *Client) (*Index[gallery.Asset], index.Copy) {
	t.Helper()
	assets := AssetIndex(c)
	made := create(t, assets)
	require.NoError(t, assets.Use(t.Context(), made))
	return assets, made
}

func create(t testing.TB, assets *Index[gallery.Asset]) index.Copy {
	t.Helper()
	made, err := assets.Create(t.Context(), newID(), noon)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, assets.Drop(context.WithoutCancel(t.Context()), made)) })
	return made
}
