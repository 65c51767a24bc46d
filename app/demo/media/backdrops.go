package media

// sets put up what is around the product in each scene, and say where it stands.
var sets = map[Scene]func(*sheet) stand{
	Hero: studio, Poster: studio, Motion: studio, Lifestyle: home, Detail: closeUp, Flatlay: fromAbove,
}

// studio is one of five sets, with the product near the middle and at times a ball beside it.
func studio(s *sheet) stand {
	s.room()
	at := stand{x: s.width/2 + s.between(-14, 14), y: s.ground, scale: s.between(1.12, 1.28) * s.tall()}
	switch s.IntN(5) {
	case 0:
		s.add(`<circle cx="%.4g" cy="%.4g" r="210" fill="url(#l)"/>`, at.x+s.between(-60, 60), at.y-s.between(90, 190))
	case 1:
		at.y -= s.podium(at.x, s.between(112, 128), s.between(20, 44))
	case 2:
		s.arch(at.x+s.between(-30, 30), s.between(112, 136))
	case 3:
		s.add(`<circle cx="%.4g" cy="%.4g" r="%.4g" fill="%v" opacity=".85"/>`,
			at.x+s.between(-60, 60), at.y-s.between(120, 170), s.between(96, 128), s.decor)
	default:
		s.arch(at.x+s.between(70, 100), 92)
		s.podium(at.x-120, s.between(54, 70), s.between(40, 80))
		at.y -= s.podium(at.x+16, 112, 22)
	}
	if s.IntN(3) == 0 {
		s.ball(at.x+s.between(118, 150)*float64(1-2*s.IntN(2)), s.between(14, 26))
	}
	return at
}

// ball lies on the floor, half behind the product.
func (s *sheet) ball(x, radius float64) {
	y := s.ground + 4
	s.add(`<ellipse cx="%.4g" cy="%.4g" rx="%.4g" ry="%.4g" fill="url(#s)"/>`, x+4, y, radius*1.5, radius*0.3)
	s.add(`<circle cx="%.4g" cy="%.4g" r="%.4g" fill="url(#n)"/>`, x, y-radius, radius)
}

// tall is how much larger things are in a picture that is higher than wide, to fill it.
func (s *sheet) tall() float64 { return 1 + 0.35*min(1, (s.height-short)/short) }

// room is a wall and a floor that meet softly.
func (s *sheet) room() {
	s.backWall()
	horizon := s.ground - 34
	s.add(`<path d="M0 %.4gH%.4gV%.4gH0z" fill="url(#f)"/>`, horizon, s.width, s.height)
	s.add(`<ellipse cx="%.4g" cy="%.4g" rx="%.4g" ry="46" fill="url(#l)" opacity=".35"/>`, s.width/2, horizon+44, s.width*0.6)
}

// backWall fills the picture.
func (s *sheet) backWall() {
	s.add(`<path d="M0 0H%.4gV%.4gH0z" fill="url(#w)"/>`, s.width, s.height)
}

// podium is a round plinth on the ground, radius wide to either side; it gives its height.
func (s *sheet) podium(x, radius, height float64) float64 {
	flat, top := radius*0.13, s.ground-height
	s.add(`<ellipse cx="%.4g" cy="%.4g" rx="%.4g" ry="%.4g" fill="url(#s)"/>`, x+6, s.ground+flat, radius*1.25, flat*1.5)
	s.add(`<path d="M%.4g %.4gv%.4ga%.4g %.4g 0 0 0 %.4g 0v%.4gz" fill="%v"/>`,
		x-radius, top, height, radius, flat, 2*radius, -height, s.floor.mix(s.main, 0.14))
	s.add(`<ellipse cx="%.4g" cy="%.4g" rx="%.4g" ry="%.4g" fill="%v"/>`, x, top, radius, flat, s.wall.mix(s.floor, 0.35))
	return height
}

// arch is a niche in the wall.
func (s *sheet) arch(x, radius float64) {
	rise := 120 + radius*0.35
	s.niche(x, radius, rise, s.decor, 0.8)
	s.niche(x, radius-14, rise, s.wall, 0.3)
}

// niche is a round arch that rises from the end of the floor.
func (s *sheet) niche(x, radius, rise float64, fill colour, opacity float64) {
	s.add(`<path d="M%.4g %.4gv%.4ga%.4g %.4g 0 0 1 %.4g 0v%.4gz" fill="%v" opacity="%.2g"/>`,
		x-radius, s.ground-34, -rise, radius, radius, 2*radius, rise, fill, opacity)
}

// home is a table by the window, or a shelf, or the open air.
func home(s *sheet) stand {
	switch s.IntN(3) {
	case 0:
		return s.byTheWindow()
	case 1:
		return s.onTheShelf()
	default:
		return s.outdoors()
	}
}

// byTheWindow has the light of a window on the wall, a table, and leaves at the side.
func (s *sheet) byTheWindow() stand {
	s.backWall()
	x, y := s.between(0.1, 0.4)*s.width, s.ground-330
	s.add(`<g fill="#fff" opacity=".34" transform="translate(%.4g %.4g) skewX(-14) skewY(8)"><path d="M0 0h84v108H0zM94 0h84v108H94zM0 118h84v108H0zM94 118h84v108H94z"/></g>`, x, y)
	s.table()
	s.vase(s.width*0.08, s.ground-6, 1)
	return s.beside(0.52, 0.6)
}

// onTheShelf has books and a picture beside the product.
func (s *sheet) onTheShelf() stand {
	s.backWall()
	left := s.width * 0.08
	s.add(`<g transform="translate(%.4g %.4g)"><path d="M0-250h92v116H0z" fill="%v"/><path d="M8-242h76v100H8z" fill="%v"/><circle cx="52" cy="-200" r="20" fill="%v"/><path d="M8-172q30-30 76 6v24H8z" fill="%v"/></g>`,
		left, s.ground-20, s.ink.mix(s.wall, 0.3), s.wall.mix(white, 0.6), s.accent.mix(s.wall, 0.3), s.main.mix(s.wall, 0.45))
	s.table()
	for i, height := range []float64{92, 108, 84} {
		fill := []colour{s.main, s.accent, s.ink}[(i+s.IntN(3))%3].mix(s.dusk, 0.35)
		s.add(`<path d="M%.4g %.4gh22v-%.4gh-22z" fill="%v"/>`, left+float64(i)*24, s.ground-8, height, fill)
	}
	return s.beside(0.58, 0.66)
}

// outdoors has a sun and hills behind a stone.
func (s *sheet) outdoors() stand {
	s.backWall()
	s.add(`<circle cx="%.4g" cy="%.4g" r="52" fill="%v" opacity=".9"/>`, s.width*s.between(0.2, 0.8), s.ground-250, s.decor.mix(white, 0.4))
	for i, rise := range []float64{120, 78} {
		y, part := s.ground-rise+30, 0.62-0.22*float64(i)
		s.add(`<path d="M0 %.4gQ%.4g %.4g %.4g %.4gT%.4g %.4gV%.4gH0z" fill="%v"/>`,
			y, s.width*0.25, y-s.between(40, 90), s.width*0.5, y, s.width, y-20, s.height, s.floor.mix(s.main, 0.5).mix(s.wall, part))
	}
	s.table()
	s.vase(s.width*0.92, s.ground-4, -1)
	return s.beside(0.42, 0.54)
}

// beside is a place somewhere between two parts of the width, with nothing of the product beyond the picture's sides.
func (s *sheet) beside(low, high float64) stand {
	scale := s.between(1.02, 1.16) * s.tall()
	x := min(s.width*s.between(low, high), s.width-112*scale)
	return stand{x: x, y: s.ground, scale: scale}
}

// table is what things stand on, from side to side.
func (s *sheet) table() {
	s.add(`<path d="M0 %.4gH%.4gV%.4gH0z" fill="url(#f)"/>`, s.ground-22, s.width, s.height)
	s.add(`<path d="M0 %.4gH%.4gv4H0z" fill="#fff" opacity=".16"/>`, s.ground-22, s.width)
}

// vase is a twig in a vase, leaning to the side.
func (s *sheet) vase(x, y, side float64) {
	s.leaves(x, y, side)
	s.add(`<path transform="translate(%.4g %.4g)" d="M-16-46h32q-6 10 2 24 6 22-18 22t-18-22q8-14 2-24z" fill="url(#n)"/>`, x, y)
}

// leaves are a twig, leaning to the side.
func (s *sheet) leaves(x, y, side float64) {
	green := s.main.mix(s.ink, 0.25).mix(0x5f8a5a, 0.6)
	s.add(`<g transform="translate(%.4g %.4g) scale(%.4g 1)" fill="%v" opacity=".9"><path d="M0 0q-10-120 30-220" stroke="%[4]v" stroke-width="3" fill="none"/>`, x, y, side, green)
	s.add(`<path d="M28-214q-30-20-24-60 34 16 24 60zM12-160q40-6 54-44-44-2-54 44zM8-150q-34-16-36-52 36 8 36 52zM1-96q40 0 60-32-44-10-60 32zM0-80q-32-10-42-42 38 2 42 42z"/></g>`)
}

// closeUp fills the picture with the product, lights out of focus behind it.
func closeUp(s *sheet) stand {
	s.backWall()
	for range 7 {
		s.add(`<circle cx="%.4g" cy="%.4g" r="%.3g" fill="%v" opacity="%.2g"/>`, s.between(0, s.width), s.between(0, s.height*0.8),
			s.between(14, 54), s.decor.mix(white, s.between(0.1, 0.7)), s.between(0.2, 0.6))
	}
	return stand{x: s.width * s.between(0.38, 0.62), y: s.height/2 + 225*s.tall(), scale: 2.2 * s.tall(), turn: s.between(-9, 9)}
}

// fromAbove lays the product on paper, among shapes.
func fromAbove(s *sheet) stand {
	s.add(`<path d="M0 0H%.4gV%.4gH0z" fill="%v"/>`, s.width, s.height, s.dusk)
	x, y, turn := s.width/2, s.height/2, s.between(-16, 16)
	s.add(`<g transform="translate(%.4g %.4g) rotate(%.3g) scale(%.3g)"><path d="M-124-150h256v310h-256z" fill="%v" opacity=".3"/><path d="M-130-156h256v310h-256z" fill="%v"/></g>`,
		x, y, turn-8, s.tall(), s.ink, s.wall.mix(white, 0.35))
	for i := range 6 {
		fill := []colour{s.accent, s.main, s.floor}[i%3].mix(s.dusk, 0.25)
		px, py := s.edge()
		s.add(`<circle cx="%.4g" cy="%.4g" r="%.3g" fill="%v"/>`, px, py, s.between(9, 34), fill)
	}
	s.leaves(s.width*0.03, s.height*1.02, 1)
	return stand{x: x, y: y + 112*s.tall(), scale: 1.12 * s.tall(), turn: turn, lying: true}
}

// edge is a point near the rim of the picture.
func (s *sheet) edge() (x, y float64) {
	x, y = s.between(0, s.width), s.between(0, s.height)
	if s.IntN(2) == 0 {
		return x, s.height * float64(s.IntN(2))
	}
	return s.width * float64(s.IntN(2)), y
}

func (s *sheet) between(low, high float64) float64 { return low + s.Float64()*(high-low) }
