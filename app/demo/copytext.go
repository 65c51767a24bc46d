package demo

import (
	"strings"

	"vitrine/core/gallery"
)

// formatWeights are how often each of gallery.Formats is written.
var formatWeights = []float64{38, 27, 20, 10, 5}

// briefings are prompts for texts.
var briefings = []string{
	"Write a product page for {brand}: {product} {material}. Friendly, no superlatives.", "Three sentences for TikTok about {sku}, one emoji, end with a question.",
	"Newsletter for {season}: introduce the {product} ({size}).", "Headline and two lines for Amazon, keyword: {product} {size}.",
	"Rewrite in a (playful:1.2) tone, keep the facts: {sku}, {size}, {material}.",
}

// text writes copy.
func (d *dice) text(a *draft) {
	a.Format = gallery.Formats[d.weighted(formatWeights...)]
	a.Language = a.theme.language.Tag
	switch a.Format {
	case "product_page":
		a.Content = d.productPage(a.theme)
	case "social_post":
		a.Content = d.socialPost(a.theme)
	case "email":
		a.Content = d.email(a.theme)
	default:
		a.Content = d.advert(a.theme)
	}
	d.generate(a)
	if d.chance(0.6) {
		a.Prompt = a.theme.words.Sentence(pick(d, briefings))
	}
	if d.chance(0.35) {
		a.Title = a.theme.words.Sentence(pick(d, a.theme.language.Titles))
	}
}

// productPage is mostly a paragraph, at times one of several with a list, and now and then far too long.
func (d *dice) productPage(t theme) string {
	var b strings.Builder
	b.WriteString(t.words.Sentence(pick(d, t.language.Openers)))
	b.WriteString(t.language.Space + t.paragraph(d, d.between(1, 6)))
	switch d.weighted(64, 34, 2) {
	case 1:
		b.WriteString("\n\n• " + strings.Join(t.points(d, d.between(4, 8)), "\n• ") + "\n\n" + t.paragraph(d, d.between(3, 8)))
	case 2:
		for range d.between(20, 40) {
			b.WriteString("\n\n" + t.paragraph(d, d.between(5, 10)))
		}
	}
	return b.String()
}

func (d *dice) socialPost(t theme) string {
	lines := []string{t.words.Sentence(pick(d, t.language.Openers)) + " " + pick(d, emoji)}
	if d.chance(0.7) {
		lines = append(lines, t.paragraph(d, d.between(1, 2)))
	}
	lines = append(lines, t.words.Sentence(pick(d, t.language.Closers)), strings.Join(d.several(t.language.Hashtags, 2, 4), " "))
	return strings.Join(lines, "\n")
}

var emoji = []string{"✨", "🔥", "🌿", "😍", "☕", "🎁", "👟", "🕯️", "🙌🏽", "👩‍🎨", "❄️"}

func (d *dice) email(t theme) string {
	return strings.Join([]string{
		t.language.Greeting,
		t.words.Sentence(pick(d, t.language.Openers)) + t.language.Space + t.paragraph(d, d.between(1, 3)),
		t.paragraph(d, d.between(1, 3)),
		t.words.Sentence(pick(d, t.language.Closers)),
		t.words.Fill(t.language.Farewell),
	}, "\n\n")
}

func (d *dice) advert(t theme) string {
	text := t.words.Sentence(pick(d, t.language.Openers))
	if d.chance(0.6) {
		text += t.language.Space + t.words.Sentence(pick(d, t.language.Closers))
	}
	return text
}

// paragraph is so many sentences about the theme.
func (t theme) paragraph(d *dice, sentences int) string {
	return strings.Join(t.points(d, sentences), t.language.Space)
}

// points are so many sentences about the theme; they repeat only where there are more than the language has.
func (t theme) points(d *dice, n int) []string {
	order := d.Perm(len(t.language.Points))
	sentences := make([]string, n)
	for i := range sentences {
		sentences[i] = t.words.Sentence(t.language.Points[order[i%len(order)]])
	}
	return sentences
}
