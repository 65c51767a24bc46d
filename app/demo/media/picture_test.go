package media

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAPathIsThePictureItNames(t *testing.T) {
	p := Picture{Product: "lamp", Scene: Hero, Seed: 0xbeef0001, Width: 1024, Height: 1280}
	require.Equal(t, "/demo/media/lamp-hero-beef0001-1024x1280.svg", p.Path())
	for _, product := range Products {
		for _, scene := range Scenes {
			p.Product, p.Scene, p.Width = product, scene, MinSide
			parsed, err := Parse(p.Path())
			require.NoError(t, err)
			require.Equal(t, p, parsed)
		}
	}
}

func TestWhatIsNoAddress(t *testing.T) {
	for name, path := range map[string]string{
		"nothing":            "",
		"the root":           Root,
		"an unknown product": "/demo/media/sofa-hero-00000001-400x400.svg",
		"an unknown scene":   "/demo/media/lamp-night-00000001-400x400.svg",
		"no scene":           "/demo/media/lamp-00000001-400x400.svg",
		"a short seed":       "/demo/media/lamp-hero-1-400x400.svg",
		"an upper-case seed": "/demo/media/lamp-hero-0000000A-400x400.svg",
		"too narrow":         "/demo/media/lamp-hero-00000001-15x400.svg",
		"too wide":           "/demo/media/lamp-hero-00000001-4097x400.svg",
		"too high":           "/demo/media/lamp-hero-00000001-400x4097.svg",
		"a leading zero":     "/demo/media/lamp-hero-00000001-0400x400.svg",
		"a negative size":    "/demo/media/lamp-hero-00000001--400x400.svg",
		"another file type":  "/demo/media/lamp-hero-00000001-400x400.png",
		"something behind":   "/demo/media/lamp-hero-00000001-400x400.svg/",
		"a line break":       "/demo/media/lamp-hero-00000001-400x400.svg\n",
		"a folder":           "/demo/media/../lamp-hero-00000001-400x400.svg",
		"an escape":          "/demo/media/lamp%2Dhero-00000001-400x400.svg",
		"another root":       "/media/lamp-hero-00000001-400x400.svg",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(path)
			require.ErrorIs(t, err, ErrAddress)
		})
	}
}

// FuzzParse looks for a path that has two meanings, or a picture that has two addresses or none to be drawn at.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"/demo/media/lamp-hero-beef0001-1024x1280.svg", "/demo/media/shoe-poster-00000000-16x4096.svg",
		"/demo/media/lamp-hero-00000001-99999x1.svg", "/demo/media/---x.svg", "/demo/media/", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		p, err := Parse(path)
		if err != nil {
			require.ErrorIs(t, err, ErrAddress)
			return
		}
		require.Equal(t, path, p.Path())
		require.Less(t, len(Draw(p)), MaxSize)
	})
}
