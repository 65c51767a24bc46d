package media

import (
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// TestGoldenPictures holds some pictures to the bytes they had: addresses are cached for ever, so a change of a drawing is
// to be a decision. Look at testdata in a browser before you commit it.
func TestGoldenPictures(t *testing.T) {
	for _, p := range []Picture{
		{"lamp", Hero, 0x00000001, 1024, 1024},
		{"bottle", Hero, 0x00060002, 1024, 1280},
		{"shoe", Lifestyle, 0x00030003, 1344, 768},
		{"mug", Detail, 0x000c0004, 832, 1248},
		{"bag", Flatlay, 0x000d0005, 1024, 1024},
		{"headphones", Poster, 0x00010006, 1080, 1920},
		{"headphones", Motion, 0x00010006, 1080, 1920},
	} {
		t.Run(p.Product+"-"+string(p.Scene), func(t *testing.T) {
			file := filepath.Join("testdata", filepath.Base(p.Path()))
			drawn := append(Draw(p), '\n')
			if *update {
				require.NoError(t, os.WriteFile(file, drawn, 0o644))
			}
			golden, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(string(golden), string(drawn)))
		})
	}
}

// every calls f with each product in each scene and several shapes and seeds.
func every(f func(p Picture)) {
	for _, product := range Products {
		for _, scene := range Scenes {
			for seed := range uint32(12) {
				for _, size := range [][2]int{{400, 400}, {MinSide, MaxSide}, {1344, 768}} {
					f(Picture{product, scene, seed * 0x00031007, size[0], size[1]})
				}
			}
		}
	}
}

func TestPicturesAreSmallAndOfTheStatedSize(t *testing.T) {
	every(func(p Picture) {
		svg := string(Draw(p))
		require.Less(t, len(svg), MaxSize, p.Path())
		require.Contains(t, svg, fmt.Sprintf(`width="%d" height="%d"`, p.Width, p.Height))
	})
}

var (
	harmless = []string{
		"svg", "defs", "linearGradient", "radialGradient", "stop", "g", "path", "rect", "circle", "ellipse", "animateTransform",
	}
	numbers = regexp.MustCompile(`^[-+.0-9eE \t]*$`)
)

// TestPicturesRunAndLoadNothing reads them as XML: only shapes, no text, and no reference but to their own gradients.
func TestPicturesRunAndLoadNothing(t *testing.T) {
	every(func(p Picture) {
		defined := map[string]bool{}
		for _, e := range elements(t, Draw(p)) {
			require.Contains(t, harmless, e.Name.Local, p.Path())
			for _, a := range e.Attr {
				require.NotContains(t, a.Value, "%!", p.Path())
				require.False(t, strings.HasPrefix(a.Name.Local, "on") || slices.Contains([]string{"href", "style", "class"}, a.Name.Local), p.Path())
				if a.Name.Local == "id" {
					defined[a.Value] = true
				}
				if ref, ok := strings.CutPrefix(a.Value, "url("); ok {
					require.True(t, defined[strings.Trim(ref, "#)")], "%s: %s", p.Path(), a.Value)
				}
				if slices.Contains([]string{"x", "y", "cx", "cy", "r", "rx", "ry", "width", "height"}, a.Name.Local) {
					require.Regexp(t, numbers, a.Value, p.Path())
				}
			}
		}
	})
}

func elements(t *testing.T, svg []byte) (found []xml.StartElement) {
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			found = append(found, token.Copy())
		case xml.CharData:
			require.Empty(t, strings.TrimSpace(string(token)))
		case xml.EndElement:
		default:
			t.Fatalf("%T in a picture", token)
		}
	}
}

func TestPicturesOfOneProductShareTheirColours(t *testing.T) {
	require.Equal(t, paletteOf(0x00070001), paletteOf(0x0007ffff))
	require.NotEqual(t, paletteOf(0x00070001), paletteOf(0x00080001))
}

func TestPicturesOfOneProductDiffer(t *testing.T) {
	for _, scene := range Scenes {
		drawn := map[string]bool{}
		for seed := range uint32(50) {
			drawn[string(Draw(Picture{"lamp", scene, 0x00070000 | seed, 400, 400}))] = true
		}
		require.Len(t, drawn, 50, scene)
	}
}

func TestAPosterIsTheStillOfItsMotion(t *testing.T) {
	still, moving := Picture{"watch", Poster, 9, 400, 400}, Picture{"watch", Motion, 9, 400, 400}
	before, _, found := strings.Cut(string(Draw(still)), drawings["watch"])
	require.True(t, found)
	require.True(t, strings.HasPrefix(string(Draw(moving)), before))
	require.Contains(t, string(Draw(moving)), "animateTransform")
	require.NotContains(t, string(Draw(still)), "animateTransform")
}

func TestUnknownProductsAndScenesAreDrawnAsFarAsTheyAreKnown(t *testing.T) {
	require.Equal(t, Draw(Picture{"lamp", Hero, 3, 400, 400}), Draw(Picture{"lamp", "night", 3, 400, 400}))
	require.NotEmpty(t, elements(t, Draw(Picture{"sofa", Hero, 3, 400, 400})))
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		Draw(Picture{"headphones", Lifestyle, 5, 1024, 1024})
	}
}
