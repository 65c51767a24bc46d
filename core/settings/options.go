package settings

// Limits of the texts, in code points.
const (
	MaxDisplayName = 80
	MaxBio         = 500
	MaxAccount     = 200
)

// Tones are all tones, the default first.
var Tones = []string{"professional", "casual", "playful", "luxury", "minimal"}

// AspectRatios are all ratios of width to height, as they are stored, the default first. Some are not in lowest terms:
// 21:9 is what people and generators call it.
var AspectRatios = []string{"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"}

// Languages are those that a form offers first, the default before all others. Any other that content.ParseLanguage
// knows can be chosen too.
var Languages = []string{
	"en", "ar", "cs", "da", "de", "el", "en-GB", "en-US", "es", "es-419", "fi", "fr", "fr-CA", "he", "hi", "hu", "id", "it",
	"ja", "ko", "nb", "nl", "pl", "pt-BR", "pt-PT", "ro", "sv", "th", "tr", "uk", "vi", "zh-Hans", "zh-Hant",
}
