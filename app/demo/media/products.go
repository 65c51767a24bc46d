package media

import (
	"maps"
	"slices"
)

// drawings are the products by name.
var drawings = map[string]string{
	"backpack": backpack, "bag": bag, "bottle": bottle, "candle": candle, "chair": chair, "headphones": headphones,
	"lamp": lamp, "mug": mug, "notebook": notebook, "perfume": perfume, "plant": plant, "shoe": shoe, "speaker": speaker,
	"sunglasses": sunglasses, "teapot": teapot, "watch": watch,
}

// Products are the names of all products that can be drawn, in alphabetical order.
var Products = slices.Sorted(maps.Keys(drawings))
