package search

import (
	"strings"
	"testing"
)

const (
	englishPrompt = "A cinematic product photo of a red running shoe on wet asphalt, golden hour, " +
		"shallow depth of field, 85mm lens, soft rim light, ultra-detailed fabric texture, " +
		"reflections in the puddle, minimal background, studio quality, award winning, 8k"
	curlyPrompt = "A cinematic photo of a café table – O’Brien’s “morning light”, crème brûlée, " +
		"shallow depth of field, 85mm lens, soft rim light, ultra-detailed fabric texture, " +
		"reflections in the puddle, minimal background, studio quality, award winning, 8k"
	russianPrompt = "Кинематографичное фото красного кроссовка на мокром асфальте, золотой час, " +
		"малая глубина резкости, мягкий контровой свет, детальная текстура ткани, отражения в луже"
	japanesePrompt = "濡れたアスファルトの上の赤いランニングシューズの映画のような商品写真、" +
		"ゴールデンアワー、浅い被写界深度、柔らかいリムライト、水たまりの反射、ミニマルな背景"
)

var prompts = []struct{ name, text string }{
	{"english", englishPrompt},
	{"curly", curlyPrompt},
	{"russian", russianPrompt},
	{"japanese", japanesePrompt},
}

func BenchmarkFold(b *testing.B) {
	for _, p := range prompts {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(p.text)))
			for b.Loop() {
				Fold(p.text)
			}
		})
	}
}

func BenchmarkTokens(b *testing.B) {
	for _, p := range prompts {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(p.text)))
			for b.Loop() {
				for t := range tokens(fold(p.text, false).text) {
					_ = t
				}
			}
		})
	}
}

func BenchmarkNewDocument(b *testing.B) {
	for _, p := range prompts {
		b.Run(p.name, func(b *testing.B) {
			fields := []Field{{Weight: WeightC, Prompt: true, Texts: []string{p.text}}}
			b.ReportAllocs()
			for b.Loop() {
				NewDocument(fields)
			}
		})
	}
	b.Run("long", func(b *testing.B) {
		fields := []Field{{Weight: WeightD, Texts: []string{strings.Repeat(englishPrompt+". ", 300)}}}
		b.ReportAllocs()
		for b.Loop() {
			NewDocument(fields)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, q := range []string{"red sho", `AX-4021 "wet asphalt" -studio`, "ランニングシューズ"} {
		b.Run(q, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(q)
			}
		})
	}
}

func BenchmarkMatch(b *testing.B) {
	d := NewDocument([]Field{{Weight: WeightC, Prompt: true, Texts: []string{englishPrompt}}})
	for _, q := range []string{"red sho", `"running shoe on wet" -matte`} {
		b.Run(q, func(b *testing.B) {
			query := Parse(q)
			b.ReportAllocs()
			for b.Loop() {
				query.Match(d)
			}
		})
	}
}

func BenchmarkHighlight(b *testing.B) {
	fields := []Field{{Name: "prompt", Prompt: true, Texts: []string{englishPrompt}}}
	query := Parse("red shoe refl")
	b.ReportAllocs()
	for b.Loop() {
		query.Highlight(fields)
	}
}

func BenchmarkDistance(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Distance("photografy", "photography", 2)
	}
}
