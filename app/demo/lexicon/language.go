// Package lexicon is what the demo's studio says about its products, in nine languages.
//
// A text is a template: {product}, {material}, {scene}, {season}, {brand}, {sku} and {size} stand for words of the case.
// Sentences are worded so that no article or ending has to agree with a word that is put in.
package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language is the words and templates of one language. Lists begin with what is said most.
type Language struct {
	Tag   string // BCP 47
	Space string // between two sentences

	Products  map[string][]string // what a product of media.Products is called
	Materials []string            // "in walnut"; of what is hard
	Fabrics   []string            // "in linen"; of what is soft
	Scents    []string            // "with bergamot"; of what smells
	Scenes    []string            // "on a linen tablecloth"
	Seasons   []string

	Titles  []string // of projects
	Briefs  []string
	Prompts []string // what a person types, before it is made into a full prompt

	Openers  []string
	Points   []string
	Closers  []string
	Greeting string
	Farewell string
	Hashtags []string
	Tags     []string
}

// English is the language that prompts are rewritten in.
func English() *Language { return &english }

// Languages are all languages, the most used first.
var Languages = []*Language{&english, &chinese, &japanese, &german, &korean, &french, &spanish, &portuguese, &arabic}

// Makes are what a product can be made of.
func (l *Language) Makes(product string) []string {
	switch product {
	case "bottle", "candle", "perfume":
		return l.Scents
	case "backpack", "bag", "chair", "notebook", "shoe":
		return l.Fabrics
	default:
		return l.Materials
	}
}

// Words are what the names in a template stand for.
type Words struct {
	Product, Material, Scene, Season, Brand, SKU, Size string
}

// Fill is the template with its names replaced.
func (w Words) Fill(template string) string {
	var b strings.Builder
	for {
		head, rest, found := strings.Cut(template, "{")
		b.WriteString(head)
		if !found {
			return b.String()
		}
		name, tail, _ := strings.Cut(rest, "}")
		b.WriteString(w.word(name))
		template = tail
	}
}

// Sentence is the filled template with a capital at its beginning.
func (w Words) Sentence(template string) string {
	s := w.Fill(template)
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

func (w Words) word(name string) string {
	switch name {
	case "product":
		return w.Product
	case "material":
		return w.Material
	case "scene":
		return w.Scene
	case "season":
		return w.Season
	case "brand":
		return w.Brand
	case "sku":
		return w.SKU
	case "size":
		return w.Size
	default:
		return "{" + name + "}"
	}
}
