package media

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// Root is where the pictures are served; every address begins with it.
const Root = "/demo/media/"

// ContentType is the media type of every picture.
const ContentType = "image/svg+xml"

// Limits of a side of a picture, in pixels.
const (
	MinSide = 16
	MaxSide = 4096
)

// Scene is how a product is shown.
type Scene string

// The scenes.
const (
	Hero      Scene = "hero"      // alone, in a studio
	Lifestyle Scene = "lifestyle" // where it is used
	Detail    Scene = "detail"    // from close by
	Flatlay   Scene = "flatlay"   // from above, among other things
	Poster    Scene = "poster"    // the still of a video, with a play mark
	Motion    Scene = "motion"    // the poster's picture in movement
)

// Scenes are all scenes.
var Scenes = []Scene{Hero, Lifestyle, Detail, Flatlay, Poster, Motion}

// Picture says what to draw. Equal pictures are drawn by the same bytes.
type Picture struct {
	Product string // one of Products
	Scene   Scene
	// Seed chooses all else. Pictures whose seeds share the upper 16 bits share a palette, so that those of one product
	// look as if they belonged together.
	Seed          uint32
	Width, Height int // pixels, MinSide to MaxSide
}

// ErrAddress is returned for a path that is not the address of a picture.
var ErrAddress = errors.New("not the address of a demo picture")

// address is the only form of a picture's path: one picture has one address.
var address = regexp.MustCompile(`^` + Root + `([a-z]+)-([a-z]+)-([0-9a-f]{8})-([1-9][0-9]{1,3})x([1-9][0-9]{1,3})\.svg$`)

// Path is the address of the picture, a path of the server that serves Handler.
func (p Picture) Path() string {
	return fmt.Sprintf("%s%s-%s-%08x-%dx%d.svg", Root, p.Product, p.Scene, p.Seed, p.Width, p.Height)
}

// Parse reads what Path wrote. It fails with ErrAddress.
func Parse(path string) (Picture, error) {
	m := address.FindStringSubmatch(path)
	if m == nil {
		return Picture{}, ErrAddress
	}
	seed, err := strconv.ParseUint(m[3], 16, 32)
	if err != nil {
		return Picture{}, ErrAddress
	}
	p := Picture{Product: m[1], Scene: Scene(m[2]), Seed: uint32(seed)}
	p.Width, p.Height = side(m[4]), side(m[5])
	if p.Width == 0 || p.Height == 0 || !slices.Contains(Products, p.Product) || !slices.Contains(Scenes, p.Scene) {
		return Picture{}, ErrAddress
	}
	return p, nil
}

// side reads a length; one out of bounds is 0.
func side(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < MinSide || n > MaxSide {
		return 0
	}
	return n
}
