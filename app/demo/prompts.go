package demo

import (
	"fmt"
	"strings"

	"vitrine/app/demo/lexicon"
	"vitrine/core/gallery"
)

// What a prompt for a picture is put together from, as people write them: the usual first.
var (
	styles = []string{"studio product photo of", "editorial photograph of", "hyperrealistic packshot of", "minimalist still life with", "macro photo of", "3d render of", "film still of"}
	moods  = []string{"calm", "bright and airy", "moody", "playful", "luxurious", "scandinavian", "wabi-sabi", "retro 70s", "brutalist"}
	lights = []string{"soft light", "golden hour", "rim light", "hard shadows", "window light", "neon glow", "overcast", "chiaroscuro", "caustics"}
	lenses = []string{"50mm f/1.8", "85mm", "35 mm film", "macro lens", "shallow depth of field", "top-down", "low angle", "tilt-shift", "fisheye"}
	moves  = []string{"slow dolly-in", "360° turntable", "handheld", "top-down pan", "rack focus", "time-lapse"}
	loras  = []string{"<lora:film_v2:0.8>", "<lora:product-shot_v1.5:1>", "<lora:ceramics:0.6>"}
	flags  = []string{"--v 6", "--stylize 250", "--no people", "--seed 4021", "--tile", "--raw"}

	negatives = []string{"blurry", "watermark", "text", "low quality", "extra handles", "deformed", "jpeg artifacts", "hands", "oversaturated", "logo", "cropped", "(bad anatomy:1.4)"}

	// addenda make a prompt long.
	addenda = []string{
		"The label must face the camera and stay perfectly legible; do not invent letters.", "Leave a third of the picture empty on the left for copy.",
		"Colours are true to the sample photo, the white background is exactly #ffffff.", "Avoid clichés: no confetti, no floating petals, no splash.",
		"Surface shows fine, believable imperfections: dust, fibres, a fingerprint.", "Shadow falls to the right, contact shadow soft but present.",
		"Keep proportions from the technical drawing: height to width is 2.4 to 1.", "Background objects are out of focus and never touch the product.",
		"Style reference: Nordic catalogues of the nineties, slightly faded, warm blacks.",
	}
)

// prompts gives a picture its prompts: the one used, at times the one typed, and what to leave out.
func (d *dice) prompts(a *draft, ratio string) {
	typed := a.theme.words.Fill(pick(d, a.theme.language.Prompts))
	a.Prompt = typed
	if d.chance(0.8) {
		a.Prompt = d.fullPrompt(a, ratio)
		if d.chance(0.7) {
			a.OriginalPrompt = typed
		}
	}
	if d.chance(0.4) {
		a.NegativePrompt = strings.Join(d.several(negatives, 2, 6), ", ")
	}
}

// fullPrompt is the typed prompt as a studio's own model rewrites it, in English.
func (d *dice) fullPrompt(a *draft, ratio string) string {
	words := d.inEnglish(a.theme)
	light := pick(d, lights)
	if d.chance(0.3) {
		light = fmt.Sprintf("(%s:1.%d)", light, d.between(1, 5))
	}
	parts := []string{pick(d, styles) + words.Fill(" {product} {material}"), words.Scene, light, pick(d, lenses), pick(d, moods)}
	if a.Type == gallery.Video {
		parts = append(parts, pick(d, moves))
	}
	prompt := strings.Join(parts, ", ")
	if d.chance(0.06) {
		prompt += ". " + strings.Join(d.several(addenda, 5, len(addenda)), " ")
	}
	if d.chance(0.12) {
		prompt += " " + pick(d, loras)
	}
	if d.chance(0.5) {
		prompt += " --ar " + ratio
	}
	if d.chance(0.15) {
		prompt += " " + pick(d, flags)
	}
	return prompt
}

// inEnglish are words for the theme's product in the language of models.
func (d *dice) inEnglish(t theme) lexicon.Words {
	if t.language == lexicon.English() {
		return t.words
	}
	w, english := t.words, lexicon.English()
	w.Product = pick(d, english.Products[t.product])
	w.Material, w.Scene = pick(d, english.Makes(t.product)), pick(d, english.Scenes)
	return w
}

// several are different ones of the items, low to high in number, in any order.
func (d *dice) several(items []string, low, high int) []string {
	order := d.Perm(len(items))[:d.between(low, high)]
	chosen := make([]string, len(order))
	for i, at := range order {
		chosen[i] = items[at]
	}
	return chosen
}
