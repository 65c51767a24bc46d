package lexicon

//nolint:misspell // it is Spanish
var spanish = Language{
	Tag: "es", Space: " ",
	Products: map[string][]string{
		"backpack": {"mochila"}, "bag": {"bolso", "bolso de mano"}, "bottle": {"jabón de manos", "loción corporal"}, "candle": {"vela aromática"},
		"chair": {"sillón", "butaca"}, "headphones": {"auriculares"}, "lamp": {"lámpara de mesa", "lámpara de noche"}, "mug": {"taza de café", "taza"},
		"notebook": {"cuaderno", "agenda"}, "perfume": {"perfume"}, "plant": {"maceta"}, "shoe": {"zapatilla", "zapatilla de montaña"},
		"speaker": {"altavoz"}, "sunglasses": {"gafas de sol"}, "teapot": {"tetera"}, "watch": {"reloj"},
	},
	Materials: []string{"de nogal", "de roble", "en negro mate", "de latón cepillado", "de gres", "de bambú"},
	Fabrics:   []string{"de lino", "de algodón reciclado", "de cuero vegano", "de lona"},
	Scents:    []string{"con bergamota y cedro", "con higo y sal marina", "sin perfume", "con rosa"},
	Scenes:    []string{"sobre un mantel de lino", "junto a la ventana por la mañana", "sobre una encimera de mármol", "sobre un pedestal de hormigón", "en un rincón de lectura", "en la terraza de un café"},
	Seasons:   []string{"primavera", "verano", "otoño", "invierno", "Navidad", "Día de la Madre", "rebajas"},
	Titles: []string{
		"{brand} {product}", "{product} {material}", "Campaña de {season}: {brand}", "{sku} {product}", "{product} {size}", "¡Nuevo! {product} 🎉", "Ficha para Amazon: {product}", "Imagen principal",
	},
	Briefs: []string{
		"Fotos y textos: {product} {material}, referencia {sku}. Luminoso, tranquilo, sin personas. Una imagen sobre blanco, dos {scene}, un primer plano.",
		"Campaña de {season} para {brand}: un vídeo 9:16, cuatro cuadrados y la ficha de producto. Siempre centrado.", "Relanzamiento: {product} ({size}) {scene}. Cálido, honesto, con algo de humor.",
	},
	Prompts: []string{"{product} {material} {scene}", "{brand} {product}, {scene}", "{product}, estilo {season}, fondo limpio"},
	Openers: []string{"Para todos los días: {product} de {brand}.", "Hay cosas que se notan al tocarlas.", "Novedad de {season}: {product} {material}.", "Un objeto pequeño, una gran diferencia."},
	Points: []string{
		"Se fabrica en series cortas y cada pieza es un poco distinta.", "La superficie se acaba a mano y se limpia con un paño húmedo.", "Queda bien {scene} y en cualquier lugar.", "Se envía en una caja reciclada, sin un gramo de plástico.",
		"Disponible en {size} y en tres tamaños más.", "Dos años de garantía y repuestos durante diez.", "Diseño propio, probado por gente exigente.", "Ligero para llevar, firme para quedarse.", "Bordes redondeados que cuidan los muebles y los dedos.",
		"La referencia {sku} combina con todo lo de {brand}.", "4,8 sobre 5 según más de 1.200 clientes.", "Un regalo que no necesita explicación.", "El color cambia suavemente con la luz del día.",
	},
	Closers:  []string{"Añádelo a la cesta antes de que se agote.", "Envío gratis solo esta semana.", "Para {season}: date un gusto.", "Descúbrelo en {brand}.", "¿Cuál es tu color?"},
	Greeting: "Hola:", Farewell: "Un abrazo,\nel equipo de {brand}",
	Hashtags: []string{"#novedad", "#decoración", "#regalos", "#hogar", "#vidaslow"},
	Tags:     []string{"novedad", "verano", "decoración", "rebajas"},
}
