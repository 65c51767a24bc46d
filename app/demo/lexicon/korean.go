package lexicon

var korean = Language{
	Tag: "ko", Space: " ",
	Products: map[string][]string{
		"backpack": {"백팩", "데일리 배낭"}, "bag": {"핸드백", "토트백"}, "bottle": {"핸드 워시", "바디 로션"}, "candle": {"향초"},
		"chair": {"라운지 체어", "의자"}, "headphones": {"헤드폰"}, "lamp": {"테이블 램프", "책상 조명"}, "mug": {"머그컵", "커피잔"},
		"notebook": {"노트", "다이어리"}, "perfume": {"향수"}, "plant": {"화분"}, "shoe": {"운동화", "스니커즈"},
		"speaker": {"스피커"}, "sunglasses": {"선글라스"}, "teapot": {"찻주전자"}, "watch": {"손목시계", "시계"},
	},
	Materials: []string{"월넛", "오크", "무광 블랙", "브러시드 황동", "도자기", "대나무"},
	Fabrics:   []string{"리넨", "재생 면", "비건 가죽", "캔버스"},
	Scents:    []string{"베르가못 향", "무화과 향", "무향", "장미 향"},
	Scenes:    []string{"리넨 식탁보 위에서", "아침 햇살이 드는 창가에서", "대리석 조리대 위에서", "콘크리트 받침대 위에서", "아늑한 독서 공간에서", "카페 테라스에서", "유칼립투스 옆에서"},
	Seasons:   []string{"봄", "여름", "가을", "겨울", "블랙프라이데이", "어버이날", "신학기"},
	Titles: []string{
		"{brand} {product}", "{product} {material}", "{season} 신상품: {brand} {product}", "{sku} {product}", "{product} {size} 상세 페이지", "{season} 캠페인", "{brand} 틱톡 영상 🎬", "대표 이미지",
	},
	Briefs: []string{
		"{product} ({material}, 품번 {sku}) 사진과 문구. 밝고 차분하게, 사람 없이. 흰 배경 대표 이미지 1장, {scene} 찍은 사진 2장, 디테일 1장.",
		"{brand} {season} 캠페인. 9:16 영상 하나, 정사각형 이미지 네 장, 상세 페이지. 제품은 가운데.", "{product} ({size}) 재출시. {scene} 따뜻하고 자연스럽게.",
	},
	Prompts: []string{"{scene} 촬영한 {product}, {material}", "{brand} {product}, {scene}", "{season} 느낌의 {product}, 깔끔한 배경"},
	Openers: []string{"매일 쓰고 싶은 {brand} {product}입니다.", "손에 쥐어 보면 다릅니다.", "{season} 신상품, {product} 출시!", "작지만 큰 차이를 만듭니다."},
	Points: []string{
		"소량으로 제작해 하나하나 조금씩 다릅니다.", "젖은 천으로 닦기만 하면 깨끗해집니다.", "{scene} 더욱 돋보입니다.", "플라스틱 없이 재생 종이 상자에 담아 보내 드립니다.", "{size} 외에 세 가지 크기가 더 있습니다.",
		"2년 품질 보증, 부품은 10년간 제공합니다.", "자체 스튜디오에서 디자인하고 까다롭게 시험했습니다.", "가볍지만 튼튼합니다.", "둥근 모서리라 가구에도 손에도 안전합니다.", "품번 {sku}, {brand}의 다른 제품과도 잘 어울립니다.",
		"1,200명이 넘는 고객이 4.8점을 주셨습니다.", "선물로도 좋습니다.", "빛에 따라 색이 은은하게 달라집니다.",
	},
	Closers:  []string{"품절되기 전에 담아 두세요.", "이번 주만 무료 배송!", "{season}, 나를 위한 선물.", "{brand} 스토어에서 만나요.", "어떤 색이 마음에 드세요?"},
	Greeting: "안녕하세요,", Farewell: "감사합니다.\n{brand} 드림",
	Hashtags: []string{"#신상", "#집꾸미기", "#선물추천", "#데일리룩", "#소확행"},
	Tags:     []string{"대표", "신상품", "여름", "상세"},
}
