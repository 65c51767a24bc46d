package lexicon

var german = Language{
	Tag: "de", Space: " ",
	Products: map[string][]string{
		"backpack": {"Rucksack", "Tagesrucksack"}, "bag": {"Handtasche", "Umhängetasche"}, "bottle": {"Handseife", "Körperlotion"}, "candle": {"Duftkerze"},
		"chair": {"Sessel", "Lesesessel"}, "headphones": {"Kopfhörer"}, "lamp": {"Tischlampe", "Schreibtischleuchte"}, "mug": {"Kaffeebecher", "Tasse"},
		"notebook": {"Notizbuch", "Terminplaner"}, "perfume": {"Parfüm", "Eau de Parfum"}, "plant": {"Blumentopf", "Übertopf"}, "shoe": {"Laufschuh", "Turnschuh"},
		"speaker": {"Regallautsprecher", "Lautsprecher"}, "sunglasses": {"Sonnenbrille"}, "teapot": {"Teekanne"}, "watch": {"Armbanduhr"},
	},
	Materials: []string{"aus Nussbaum", "aus Eiche", "in Mattschwarz", "aus gebürstetem Messing", "aus Steinzeug", "aus Bambus"},
	Fabrics:   []string{"aus Leinen", "aus Recycling-Baumwolle", "aus veganem Leder", "aus Wolle"},
	Scents:    []string{"mit Bergamotte und Zeder", "mit Feige und Meersalz", "ohne Duft", "mit Rose"},
	Scenes:    []string{"auf einer Leinentischdecke", "am Fenster im Morgenlicht", "auf einer Marmorplatte", "auf einem Betonsockel", "in der Leseecke", "auf der Caféterrasse", "neben frischem Eukalyptus", "vor einer Terrakottawand"},
	Seasons:   []string{"Frühling", "Sommer", "Herbst", "Winter", "Black Friday", "Muttertag", "Weihnachten"},
	Titles: []string{
		"{brand} {product}", "{product} {material}", "{season} ’26: {brand} {product}", "{sku} {product}", "{product}, {size}", "Für Amazon: {product}", "Überarbeitung {product} 🌿", "Startbild", "Größentabelle {product}",
	},
	Briefs: []string{
		"Bilder und Texte: {product} {material}, Artikel {sku}. Hell, ruhig, ohne Menschen. Ein Hauptbild auf Weiß, zwei Bilder {scene}, eine Nahaufnahme.",
		"Kampagne {season} für {brand}. Wir brauchen einen Clip im Format 9:16, vier Quadrate und eine Produktseite. Bitte mittig!", "Neustart: {product} ({size}), aufgenommen {scene}. Warm, ehrlich, nicht zu glatt.",
	},
	Prompts: []string{"{product} {material} {scene}", "{brand} {product}, {scene}", "{product}, {season}, schlichter Hintergrund"},
	Openers: []string{"Gemacht für jeden Tag: {product} von {brand}.", "Manches liegt einfach gut in der Hand.", "Neu für {season}: {product} {material}.", "Klein, aber ein großer Unterschied.", "Endlich wieder da, jetzt auch in {size}."},
	Points: []string{
		"In kleinen Serien gefertigt, daher ist jedes Stück ein wenig anders.", "Die Oberfläche ist von Hand veredelt und lässt sich feucht abwischen.", "Ob {scene} oder unterwegs: passt immer.", "Versand im Karton aus Altpapier, ganz ohne Plastik.",
		"Erhältlich in {size} und drei weiteren Größen.", "Zwei Jahre Garantie, Ersatzteile für zehn.", "Entworfen im eigenen Atelier, geprüft von Leuten, die schwer zufriedenzustellen sind.", "Leicht genug zum Mitnehmen, stabil genug zum Bleiben.",
		"Abgerundete Kanten schonen Möbel und Finger.", "Artikel {sku} passt zu allem von {brand}.", "Mit 4,8 von 5 Sternen bewertet, über 1.200 Mal.", "Ein Geschenk, das keine Erklärung braucht.", "Die Farbe ändert sich sanft mit dem Licht des Tages.",
		"Gefällt es nicht, nehmen wir es innerhalb von 30 Tagen zurück.",
	},
	Closers:  []string{"Jetzt in den Warenkorb legen.", "Nur diese Woche versandkostenfrei.", "{season} kann kommen.", "Zum Shop von {brand}.", "Welche Farbe ist deine?"},
	Greeting: "Guten Tag,", Farewell: "Herzliche Grüße\ndas Team von {brand}",
	Hashtags: []string{"#neu", "#wohnen", "#geschenkidee", "#nachhaltig", "#schönesleben"},
	Tags:     []string{"Startbild", "neu", "Größe", "Frühjahr"},
}
