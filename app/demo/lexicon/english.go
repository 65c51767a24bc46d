package lexicon

var english = Language{
	Tag: "en", Space: " ",
	Products: map[string][]string{
		"backpack": {"backpack", "day pack", "roll-top rucksack"}, "bag": {"handbag", "tote", "crossbody bag"},
		"bottle": {"hand wash", "body lotion", "bottle"}, "candle": {"scented candle", "candle"},
		"chair": {"lounge chair", "armchair"}, "headphones": {"headphones", "over-ear headphones"},
		"lamp": {"table lamp", "desk lamp", "bedside lamp"}, "mug": {"coffee mug", "mug", "cup"},
		"notebook": {"notebook", "journal", "planner"}, "perfume": {"eau de parfum", "perfume"},
		"plant": {"plant pot", "planter"}, "shoe": {"sneaker", "trail shoe", "high-top"},
		"speaker": {"bookshelf speaker", "speaker"}, "sunglasses": {"sunglasses", "shades"},
		"teapot": {"teapot", "tea pot"}, "watch": {"watch", "field watch"},
	},
	Materials: []string{"in walnut", "in oak", "in matte black", "in brushed brass", "in bamboo", "in powder-coated steel", "in stoneware", "in smoked glass"},
	Fabrics:   []string{"in linen", "in recycled cotton", "in vegan leather", "in merino wool", "in waxed canvas"},
	Scents:    []string{"with bergamot and cedar", "with fig and sea salt", "unscented", "with rose and pepper"},
	Scenes: []string{
		"on a linen tablecloth", "by the window in morning light", "on a marble counter", "on a concrete podium", "in a cosy reading corner",
		"on a café terrace", "beside fresh eucalyptus", "against a terracotta wall", "on wet slate", "in an open suitcase",
	},
	Seasons: []string{"spring", "summer", "autumn", "winter", "Black Friday", "Mother's Day", "back to school"},
	Titles: []string{
		"{brand} {product}", "{product} {material}", "{season} launch: {brand} {product}", "{sku} {product}", "{product} {size} — {season} drop",
		"{brand} × TikTok ✨", "{product} relaunch, take two", "Amazon A+ content: {brand} {product}", "Hero set", "{season} lookbook", "{product} (EU) & bundle",
	},
	Briefs: []string{
		"Product pictures and copy for {product} {material}, article {sku}. Calm, bright, no people. Hero on white, two lifestyle shots {scene}, one detail.",
		"{season} campaign for {brand}. We need a 9:16 clip for TikTok, four squares for the shop and a product page. Keep the {product} centred.",
		"Relaunch of our {product} ({size}). Shoot it {scene}; warm, honest, a little playful. Copy in the same voice.",
		"Listing for {sku}: main picture on pure white, infographic, size chart. Watch the label, it must stay readable!",
	},
	Prompts: []string{"{product} {material} {scene}", "{brand} {product}, {scene}", "our {product} {scene}, but brighter", "{product} for {season}, clean background"},
	Openers: []string{
		"Meet the {brand} {product}: made to be used every day and to look good doing it.", "Some things just feel right in your hand.",
		"{season} is here, and so is our new {product} {material}.", "Small object, big difference.", "You asked for it, we made it: {brand} is back in {size}.",
	},
	Points: []string{
		"Made in small batches {material}, so every piece is a little different.", "The surface is finished by hand and wipes clean with a damp cloth.",
		"Shown here {scene}, it fits wherever life happens.", "We ship it in a recycled box without a single gram of plastic.",
		"It comes in {size} and three more sizes.", "Two years of warranty, and spare parts for ten.",
		"Designed in our own studio, tested by people who are hard to please.", "Light enough to take along, solid enough to stay.",
		"Its rounded edges are kind to furniture and to fingers.", "Article {sku} goes with everything else from {brand}.",
		"No logo on the front; those who know, know.", "Rated 4.8 out of 5 by more than 1,200 customers.", "Care is simple: keep it dry, keep it loved.",
		"A gift that needs no explanation.", "The colour changes softly with the light of the day.", "If you do not love it, send it back within 30 days.",
	},
	Closers:  []string{"Add it to your cart before it is gone.", "Free shipping this week only.", "Yours for {season}.", "Tap to shop {brand}.", "Which colour is yours?"},
	Greeting: "Hi there,", Farewell: "Warmly,\nthe team at {brand}",
	Hashtags: []string{"#newin", "#homedecor", "#smallbusiness", "#giftideas", "#tiktokmademebuyit", "#slowliving", "#ootd", "#deskgoals"},
	Tags:     []string{"hero", "lifestyle", "new", "summer", "sale"},
}
