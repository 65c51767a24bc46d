package lexicon

//nolint:misspell // it is Portuguese
var portuguese = Language{
	Tag: "pt-BR", Space: " ",
	Products: map[string][]string{
		"backpack": {"mochila"}, "bag": {"bolsa", "bolsa de mão"}, "bottle": {"sabonete líquido", "loção corporal"}, "candle": {"vela perfumada"},
		"chair": {"poltrona"}, "headphones": {"fones de ouvido"}, "lamp": {"luminária de mesa", "abajur"}, "mug": {"caneca", "xícara"},
		"notebook": {"caderno", "agenda"}, "perfume": {"perfume"}, "plant": {"vaso de planta"}, "shoe": {"tênis", "tênis de trilha"},
		"speaker": {"caixa de som"}, "sunglasses": {"óculos de sol"}, "teapot": {"bule de chá"}, "watch": {"relógio"},
	},
	Materials: []string{"de nogueira", "de carvalho", "em preto fosco", "de latão escovado", "de cerâmica", "de bambu"},
	Fabrics:   []string{"de linho", "de algodão reciclado", "de couro vegano", "de lona"},
	Scents:    []string{"com bergamota e cedro", "com figo e sal marinho", "sem perfume", "com rosa"},
	Scenes:    []string{"sobre uma toalha de linho", "perto da janela de manhã", "sobre uma bancada de mármore", "sobre um pedestal de concreto", "em um canto de leitura", "na varanda de um café"},
	Seasons:   []string{"primavera", "verão", "outono", "inverno", "Natal", "Dia das Mães", "volta às aulas"},
	Titles: []string{
		"{brand} {product}", "{product} {material}", "Coleção {season}: {brand}", "{sku} {product}", "{product} {size}", "Promoção de {season} 💛", "Página Amazon: {product}", "Imagem principal",
	},
	Briefs: []string{
		"Fotos e textos: {product} {material}, código {sku}. Claro, calmo, sem pessoas. Uma imagem no fundo branco, duas {scene}, um detalhe.",
		"Campanha de {season} para {brand}: um vídeo 9:16, quatro quadrados e a página do produto. Sempre no centro.", "Relançamento: {product} ({size}) {scene}. Acolhedor e sincero.",
	},
	Prompts: []string{"{product} {material} {scene}", "{brand} {product}, {scene}", "{product}, clima de {season}, fundo limpo"},
	Openers: []string{"Para todos os dias: {product} {brand}.", "Algumas coisas a gente sente na mão.", "Novidade de {season}: {product} {material}.", "Pequeno objeto, grande diferença."},
	Points: []string{
		"Feito em pequenas séries, cada peça é um pouco diferente.", "O acabamento é feito à mão e se limpa com um pano úmido.", "Fica bem {scene} e em qualquer lugar.", "Enviado em caixa reciclada, sem um grama de plástico.",
		"Disponível em {size} e em mais três tamanhos.", "Dois anos de garantia e peças por dez.", "Criação própria, testada por gente exigente.", "Leve para levar, firme para ficar.", "Cantos arredondados que não machucam os dedos.",
		"O código {sku} combina com toda a linha {brand}.", "Nota 4,8 de 5 entre mais de 1.200 clientes.", "Um presente que não precisa de explicação.", "A cor muda suavemente com a luz do dia.",
	},
	Closers:  []string{"Coloque no carrinho antes que acabe.", "Frete grátis só nesta semana.", "Para {season}: cuide de você.", "Conheça a {brand}.", "Qual é a sua cor?"},
	Greeting: "Olá,", Farewell: "Um abraço,\nequipe {brand}",
	Hashtags: []string{"#novidade", "#decoração", "#presente", "#casa", "#verão"},
	Tags:     []string{"verão", "novidade", "promoção"},
}
