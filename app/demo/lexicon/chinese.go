package lexicon

var chinese = Language{
	Tag: "zh-CN", Space: "",
	Products: map[string][]string{
		"backpack": {"双肩包", "通勤背包"}, "bag": {"手提包", "托特包"}, "bottle": {"洗手液", "身体乳"}, "candle": {"香薰蜡烛"},
		"chair": {"休闲椅", "单人沙发"}, "headphones": {"头戴式耳机", "耳机"}, "lamp": {"台灯", "床头灯"}, "mug": {"马克杯", "咖啡杯"},
		"notebook": {"笔记本", "手账本"}, "perfume": {"淡香水", "香水"}, "plant": {"花盆", "绿植盆"}, "shoe": {"运动鞋", "高帮鞋", "跑鞋"},
		"speaker": {"书架音箱", "音箱"}, "sunglasses": {"太阳镜", "墨镜"}, "teapot": {"茶壶"}, "watch": {"手表", "腕表"},
	},
	Materials: []string{"胡桃木款", "橡木款", "哑光黑", "拉丝黄铜款", "陶瓷款", "竹制款"},
	Fabrics:   []string{"亚麻款", "再生棉款", "素皮款", "羊毛款"},
	Scents:    []string{"佛手柑雪松香", "无花果海盐香", "无香型", "玫瑰香"},
	Scenes:    []string{"放在亚麻桌布上", "在清晨的窗边", "放在大理石台面上", "在混凝土展台上", "在温馨的阅读角", "在咖啡馆露台", "旁边摆着尤加利叶", "在陶土色的墙前"},
	Seasons:   []string{"春季", "夏季", "秋季", "冬季", "双十一", "母亲节", "开学季"},
	Titles: []string{
		"{brand}{product}", "{product}{material}", "{season}新品：{brand}{product}", "{sku} {product}", "{product} {size} 详情页", "{season}主图", "{brand} 抖音短视频 🎬", "亚马逊 A+ 页面：{product}",
	},
	Briefs: []string{
		"为{product}（{material}，货号 {sku}）制作主图和文案。画面干净明亮，不要出现人物。白底主图一张，{scene}的场景图两张，细节图一张。",
		"{brand}{season}活动：一条 9:16 短视频，四张方图，一份详情页文案。产品居中。", "{product}（{size}）重新上架，{scene}拍摄，温暖自然，文案口吻一致。",
	},
	Prompts: []string{"{product}，{material}，{scene}", "{brand}{product}，{scene}", "{season}的{product}，干净背景"},
	Openers: []string{"认识一下{brand}{product}：每天都用得上，每天都好看。", "好东西，拿在手里就知道。", "{season}上新，{product}{material}来了。", "小小一件，大不一样。"},
	Points: []string{
		"小批量制作，每一件都略有不同。", "表面手工打磨，湿布一擦就干净。", "{scene}，哪里都合适。", "再生纸盒包装，不含一克塑料。", "提供{size}等多种规格。",
		"两年质保，十年供应配件。", "自有工作室设计，经过最挑剔的人测试。", "轻便好携带，稳固又耐用。", "圆润的边角，呵护家具，也呵护手指。", "货号 {sku}，可与{brand}全系列搭配。",
		"正面没有标志，懂的人自然懂。", "超过 1200 位顾客评分 4.8。", "送礼不用解释。", "颜色会随着一天的光线慢慢变化。",
	},
	Closers:  []string{"喜欢就加入购物车吧。", "本周全场包邮。", "{season}，给自己一份礼物。", "点击进入{brand}旗舰店。", "你会选哪个颜色？"},
	Greeting: "您好：", Farewell: "祝好，\n{brand} 团队",
	Hashtags: []string{"#新品", "#好物推荐", "#家居", "#送礼", "#慢生活", "#穿搭"},
	Tags:     []string{"主图", "新品", "夏季", "详情页"},
}
