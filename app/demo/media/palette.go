package media

import "fmt"

// colour is 0xRRGGBB.
type colour uint32

// String is the colour as SVG spells it.
func (c colour) String() string { return fmt.Sprintf("#%06x", uint32(c)) }

const white colour = 0xffffff

// How much of white and of the dark there is in a colour's lit and shaded side.
const (
	lit    = 0.28
	shaded = 0.24
)

// mix is c with a part of another colour, 0 to 1.
func (c colour) mix(other colour, part float64) (mixed colour) {
	for shift := 0; shift < 24; shift += 8 {
		from, to := float64(c>>shift&0xff), float64(other>>shift&0xff)
		mixed |= colour(from+(to-from)*part+0.5) << shift
	}
	return mixed
}

// palette is the colours of a picture: the wall from top to bottom, the floor, what decorates the room, the product and
// its second colour, and a dark that goes with them.
type palette struct {
	wall, dusk, floor, decor colour
	main, accent, ink        colour
}

// palettes are chosen by hand: whatever the seed, the colours suit each other.
var palettes = []palette{
	{0xf6e9dc, 0xe9cdb2, 0xdcb592, 0xe9a98a, 0xc4603c, 0x2f4858, 0x33272a}, // terracotta
	{0xe8eee3, 0xc9d7c0, 0xb3c5a9, 0x9fbb94, 0x4f7358, 0xe0a458, 0x26332b}, // sage
	{0xfdeae6, 0xf3c6c0, 0xe6aaa4, 0xe79a9f, 0xb5485d, 0x3b3a5a, 0x33232e}, // blush
	{0xe8f1f8, 0xc0d8eb, 0xa3c2db, 0xf4cf9b, 0x2f5d8a, 0xf2b263, 0x1f2b3a}, // sky
	{0xf0ebf8, 0xd4c6ea, 0xbcaadb, 0xb79fdd, 0x6d4fa0, 0xf4c95d, 0x2b2440}, // lavender
	{0xfef3d6, 0xf5d992, 0xe8c46c, 0xf0a98c, 0x2d5a5f, 0xd9593d, 0x2e2a22}, // mustard
	{0x474d57, 0x2a2e36, 0x1f2228, 0x6b6455, 0xd8b06a, 0xece6da, 0x15171b}, // charcoal and brass
	{0x2c6a6d, 0x174449, 0x113439, 0x3f8583, 0xf0c49a, 0xe07a5f, 0x0c2427}, // deep teal
	{0xeff1f2, 0xd5dbdf, 0xbfc7cc, 0xf7b79d, 0x3d4c55, 0xff7f50, 0x24292d}, // concrete
	{0xe4f4ee, 0xb9e0d2, 0x9ccdbc, 0xf6bfa9, 0xf08a6c, 0x2a6f6b, 0x20322f}, // mint and coral
	{0xfff1e4, 0xffd5b3, 0xf7bc90, 0xf2a08a, 0x7a3e6d, 0xf3a712, 0x35202f}, // apricot and plum
	{0x34366b, 0x1d1f45, 0x161735, 0x5a4f8f, 0xf49cae, 0xf7d38c, 0x0f1027}, // midnight
	{0xf4f0ea, 0xded5c8, 0xcbbfae, 0xa9bcb2, 0x8a5a3c, 0x5b7a78, 0x2c2520}, // linen and walnut
	{0xfde8ef, 0xf7b9cd, 0xee9bb6, 0x86c5c4, 0xe63e6d, 0x1f6f78, 0x3a1b28}, // raspberry
}

// paletteOf gives the palette of a seed; a quarter of the products wear their colours the other way round.
func paletteOf(seed uint32) palette {
	look := int(seed >> 16)
	p := palettes[look%len(palettes)]
	if look/len(palettes)%4 == 3 {
		p.main, p.accent = p.accent, p.main
	}
	return p
}
