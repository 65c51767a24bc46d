package media

import (
	"fmt"
	"math/rand/v2"
)

// short is the length of a picture's shorter side in its own units; the longer one follows from its shape.
const short = 400.0

// MaxSize is what every picture's size stays below, in bytes.
const MaxSize = 4096

// sheet is a picture being drawn.
type sheet struct {
	palette
	*rand.Rand
	svg           []byte
	width, height float64 // in the units of the drawing
	ground        float64 // where things stand, from the top
}

// stand is where the product goes: the point on the ground under its middle, its size, its turn in degrees.
type stand struct {
	x, y, scale, turn float64
	lying             bool // seen from above
}

// Draw gives the picture as an SVG document of less than MaxSize bytes, which runs nothing, loads nothing and needs no
// font. It draws every picture that Parse gives; of others a product that is unknown is left out, and a scene that is
// unknown is a Hero.
func Draw(p Picture) []byte {
	s := &sheet{
		palette: paletteOf(p.Seed),
		Rand:    rand.New(rand.NewPCG(uint64(p.Seed), 0)), //nolint:gosec // not a secret
		svg:     make([]byte, 0, MaxSize),
		width:   short * max(1, float64(p.Width)/float64(p.Height)),
		height:  short * max(1, float64(p.Height)/float64(p.Width)),
	}
	s.ground = s.height * 0.76
	s.add(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %.4g %.4g" preserveAspectRatio="xMidYMid slice">`,
		p.Width, p.Height, s.width, s.height)
	s.gradients()
	build, known := sets[p.Scene]
	if !known {
		build = studio
	}
	at := build(s)
	s.product(p.Product, at, p.Scene == Motion)
	switch p.Scene {
	case Poster:
		s.playMark()
	case Motion:
		s.sweepOfLight()
	}
	s.add(`</svg>`)
	return s.svg
}

func (s *sheet) add(format string, args ...any) { s.svg = fmt.Appendf(s.svg, format, args...) }

// gradients define what everything is filled with: w wall, f floor, m the product, n its second colour, k its dark parts,
// g its pale ones, s a shadow on the ground, l light.
func (s *sheet) gradients() {
	s.add(`<defs><linearGradient id="w" x2="0" y2="1"><stop stop-color="%v"/><stop offset="1" stop-color="%v"/></linearGradient>`, s.wall, s.dusk)
	s.add(`<linearGradient id="f" x2="0" y2="1"><stop stop-color="%v"/><stop offset="1" stop-color="%v"/></linearGradient>`,
		s.floor.mix(white, 0.18), s.floor.mix(s.ink, 0.12))
	for _, g := range []struct {
		id   string
		body colour
	}{{"m", s.main}, {"n", s.accent}, {"k", s.ink.mix(s.wall, 0.12)}, {"g", s.wall.mix(white, 0.72)}} {
		s.add(`<linearGradient id="%s"><stop stop-color="%v"/><stop offset=".42" stop-color="%v"/><stop offset="1" stop-color="%v"/></linearGradient>`,
			g.id, g.body.mix(white, lit), g.body, g.body.mix(s.ink, shaded))
	}
	s.add(`<radialGradient id="s"><stop stop-color="%v" stop-opacity=".5"/><stop offset=".55" stop-color="%[1]v" stop-opacity=".22"/><stop offset="1" stop-color="%[1]v" stop-opacity="0"/></radialGradient>`, s.ink)
	s.add(`<radialGradient id="l"><stop stop-color="#fff" stop-opacity=".75"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>`)
}

// product draws the product on its stand, with its shadow, facing either side.
func (s *sheet) product(name string, at stand, moving bool) {
	facing := at.scale
	if s.IntN(2) == 0 {
		facing = -facing
	}
	s.add(`<g transform="translate(%.4g %.4g) rotate(%.3g) scale(%.3g %.3g)">`, at.x, at.y, at.turn, facing, at.scale)
	if at.lying {
		s.add(`<ellipse cx="12" cy="-84" rx="124" ry="118" fill="url(#s)" opacity=".55"/>`)
	} else {
		s.add(`<ellipse cx="8" rx="112" ry="14" fill="url(#s)"/>`)
	}
	if moving {
		s.add(`<g><animateTransform attributeName="transform" type="translate" values="0 0;0 -7;0 0" dur="4s" repeatCount="indefinite" calcMode="spline" keyTimes="0;.5;1" keySplines=".4 0 .6 1;.4 0 .6 1"/>`)
		s.add(`%s</g></g>`, drawings[name])
		return
	}
	s.add(`%s</g>`, drawings[name])
}

// playMark says that there is a film behind the picture.
func (s *sheet) playMark() {
	s.add(`<g transform="translate(%.4g %.4g)"><circle r="34" fill="%v" opacity=".5"/><circle r="34" fill="none" stroke="#fff" stroke-width="2.5" opacity=".85"/>`,
		s.width/2, s.height/2, s.ink)
	s.add(`<path d="M-10-16.500q0-4 3.500-2.200l25 15.500q3.500 2.200 0 4.400l-25 15.500q-3.500 1.800-3.500-2.200z" fill="#fff"/></g>`)
}

// sweepOfLight passes over the picture again and again.
func (s *sheet) sweepOfLight() {
	s.add(`<path d="M-160 %.4gL-40 0H80L-40 %.4gz" fill="#fff" opacity=".13"><animateTransform attributeName="transform" type="translate" values="-120 0;%.4g 0;%.4[3]g 0" keyTimes="0;.6;1" dur="6s" repeatCount="indefinite"/></path>`,
		s.height, s.height, s.width+240)
}
