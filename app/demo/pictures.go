package demo

import (
	"fmt"
	"strconv"
	"strings"

	"vitrine/app/demo/media"
	"vitrine/core/gallery"
)

// aspect is a shape that pictures are made in.
type aspect struct {
	ratio         string
	width, height int // pixels
}

// aspects are the shapes by type, the usual ones first.
var aspects = map[gallery.Type][]aspect{
	gallery.Image: {
		{"1:1", 1024, 1024},
		{"4:5", 1024, 1280},
		{"2:3", 832, 1248},
		{"16:9", 1344, 768},
		{"3:2", 1248, 832},
		{"9:16", 768, 1344},
		{"4:3", 1152, 864},
		{"21:9", 1536, 656},
	},
	gallery.Video: {{"9:16", 1080, 1920}, {"16:9", 1920, 1080}, {"1:1", 1080, 1080}, {"4:5", 1080, 1350}},
}

// thumbnailSide is the length of a thumbnail's longer side in pixels.
const thumbnailSide = 480

// model is a made-up generator; the first ones are used most.
type model struct{ provider, name string }

var models = map[gallery.Type][]model{
	gallery.Image: {{"lumen", "lumen-image-3"}, {"atelier", "atelier-xl-1.5"}, {"lumen", "lumen-image-3-fast"}, {"ostara", "ostara-photo"}},
	gallery.Video: {{"kinora", "kinora-2"}, {"atelier", "atelier-motion"}},
	gallery.Text:  {{"sonnet-labs", "scribe-large"}, {"lumen", "lumen-copy-2"}},
}

// durations are of videos, in seconds.
var durations = []int{15, 8, 10, 6, 30, 12, 20, 45, 60}

// shots are what an image shows, and how that is drawn.
var shots = []struct {
	scene gallery.Scene
	drawn media.Scene
	title string
}{
	{"hero", media.Hero, "Hero"}, {"lifestyle", media.Lifestyle, "Lifestyle"}, {"detail", media.Detail, "Detail"}, {"other", media.Flatlay, "Flat lay"},
}

// seed is a picture of the theme's look.
func (t theme) seed(d *dice) uint32 { return t.look<<16 | d.Uint32()&0xffff }

func (d *dice) image(a *draft) {
	shape := pick(d, aspects[gallery.Image])
	shot := shots[d.weighted(36, 34, 20, 10)]
	picture := media.Picture{Product: a.theme.product, Scene: shot.drawn, Seed: a.theme.seed(d), Width: shape.width, Height: shape.height}
	if d.chance(0.12) {
		picture.Width, picture.Height = 2*shape.width, 2*shape.height
	}
	a.Scene = shot.scene
	a.show(picture, shot.drawn)
	d.generate(a)
	d.prompts(a, shape.ratio)
	if d.chance(0.5) {
		a.Title = d.pictureTitle(a.theme, shot.title)
	}
}

func (d *dice) video(a *draft) {
	shape := pick(d, aspects[gallery.Video])
	a.show(media.Picture{Product: a.theme.product, Scene: media.Motion, Seed: a.theme.seed(d), Width: shape.width, Height: shape.height}, media.Poster)
	a.DurationMS = int64(pick(d, durations)*1000 + 40*d.IntN(25))
	d.generate(a)
	d.prompts(a, shape.ratio)
	if d.chance(0.5) {
		a.Title = d.pictureTitle(a.theme, "Clip")
	}
}

// show gives the asset its addresses and what is true of the file behind them; the thumbnail is the picture in a scene.
func (a *draft) show(p media.Picture, thumbnail media.Scene) {
	a.URL, a.MimeType = p.Path(), media.ContentType
	a.Width, a.Height = p.Width, p.Height
	a.SizeBytes = int64(len(media.Draw(p)))
	longer := max(p.Width, p.Height)
	p.Scene, p.Width, p.Height = thumbnail, p.Width*thumbnailSide/longer, p.Height*thumbnailSide/longer
	a.ThumbnailURL = p.Path()
}

// generate says what made the asset.
func (d *dice) generate(a *draft) {
	m := pick(d, models[a.Type])
	a.Provider, a.Model = m.provider, m.name
	if a.Type != gallery.Text {
		a.Seed = strconv.FormatUint(d.Uint64()>>d.IntN(33), 10)
	}
}

// pictureTitle is one of those that people give: many are the same.
func (d *dice) pictureTitle(t theme, shot string) string {
	switch d.weighted(25, 20, 25, 20, 10) {
	case 0:
		return shot
	case 1:
		return fmt.Sprintf("%s %02d", shot, d.between(1, 12))
	case 2:
		return t.words.Sentence("{product} {material}")
	case 3:
		return t.words.Sentence("{product} {scene}")
	default:
		return t.words.Fill("{brand}_{sku}_" + strings.ToLower(strings.ReplaceAll(shot, " ", "-")))
	}
}
