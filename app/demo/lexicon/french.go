package lexicon

var french = Language{
	Tag: "fr", Space: " ",
	Products: map[string][]string{
		"backpack": {"sac à dos"}, "bag": {"sac à main", "cabas"}, "bottle": {"savon pour les mains", "lait pour le corps"}, "candle": {"bougie parfumée"},
		"chair": {"fauteuil", "chaise longue"}, "headphones": {"casque audio"}, "lamp": {"lampe de table", "lampe de chevet"}, "mug": {"tasse à café", "mug"},
		"notebook": {"carnet", "agenda"}, "perfume": {"eau de parfum", "parfum"}, "plant": {"pot de fleurs", "cache-pot"}, "shoe": {"basket", "chaussure de randonnée"},
		"speaker": {"enceinte"}, "sunglasses": {"lunettes de soleil"}, "teapot": {"théière"}, "watch": {"montre"},
	},
	Materials: []string{"en noyer", "en chêne", "noir mat", "en laiton brossé", "en grès", "en bambou"},
	Fabrics:   []string{"en lin", "en coton recyclé", "en cuir végétal", "en toile cirée"},
	Scents:    []string{"à la bergamote et au cèdre", "figue et sel marin", "sans parfum", "à la rose"},
	Scenes:    []string{"sur une nappe en lin", "près de la fenêtre au petit matin", "sur un plan de travail en marbre", "sur un socle en béton", "dans un coin lecture", "à la terrasse d’un café", "à côté d’eucalyptus frais"},
	Seasons:   []string{"printemps", "été", "automne", "hiver", "Noël", "fête des Mères", "rentrée"},
	Titles: []string{
		"{brand} {product}", "{product} {material}", "Collection {season} : {brand}", "{sku} {product}", "{product} {size}", "Élan {season} ☀️", "Fiche Amazon : {product}", "Visuel principal",
	},
	Briefs: []string{
		"Photos et textes : {product} {material}, référence {sku}. Lumineux, calme, sans personnage. Un visuel sur fond blanc, deux mises en scène {scene}, un gros plan.",
		"Campagne {season} pour {brand} : une vidéo 9:16, quatre carrés, une fiche produit. Sujet centré.", "Relance : {product} ({size}), photographié {scene}. Chaleureux et sincère.",
	},
	Prompts: []string{"{product} {material} {scene}", "{brand} {product}, {scene}", "{product}, ambiance {season}, fond épuré"},
	Openers: []string{"Pensé pour tous les jours : {product} {brand}.", "Il y a des objets que l’on garde en main.", "Nouveauté {season} : {product} {material}.", "Petit objet, grande différence."},
	Points: []string{
		"Fabriqué en petites séries : chaque pièce est un peu différente.", "La surface, finie à la main, se nettoie d’un coup d’éponge.", "Idéal {scene}, ou partout ailleurs.", "Expédié dans une boîte recyclée, sans un gramme de plastique.",
		"Disponible en {size} et en trois autres tailles.", "Deux ans de garantie, pièces détachées pendant dix ans.", "Dessiné dans notre atelier, testé par des gens exigeants.", "Assez léger pour voyager, assez solide pour rester.",
		"Des bords arrondis, doux pour les meubles et pour les doigts.", "La référence {sku} s’accorde avec toute la gamme {brand}.", "Noté 4,8 sur 5 par plus de 1 200 clients.", "Un cadeau qui se passe d’explications.", "Sa couleur évolue doucement au fil de la journée.",
	},
	Closers:  []string{"Ajoutez-le au panier avant qu’il ne disparaisse.", "Livraison offerte cette semaine.", "{season} : faites-vous plaisir.", "À découvrir chez {brand}.", "Et vous, quelle couleur ?"},
	Greeting: "Bonjour,", Farewell: "À bientôt,\nl’équipe {brand}",
	Hashtags: []string{"#nouveauté", "#déco", "#idéecadeau", "#été", "#artdevivre"},
	Tags:     []string{"été", "nouveauté", "soldes", "décor"},
}
