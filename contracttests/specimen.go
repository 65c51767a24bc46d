package contracttests

import (
	"strings"
	"time"

	"vitrine/core/gallery"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

// specimen is a project with every member set, derived ones aside.
func (s *scene) specimen() projects.Project {
	source, completed, finished := s.newID(), minute(7), minute(6)
	return projects.Project{
		ID:             s.newID(),
		Title:          "Walnut lamp — Frühling '26 “50 % off”",
		Description:    "First line.\n\tSecond, with \\ and NULL.\r\n",
		Tags:           []string{"oak", "Oak", "50%_off", "{a}", `"quoted"`, "灯"},
		Favorite:       true,
		Type:           projects.Video,
		Brief:          "A lamp, (warm light:1.3), --ar 4:5",
		SourceImageURL: "https://cdn.example/lamp.jpg?size=2&x=%20",
		Options:        []byte(`{"z":1,"a":{"b":1.0,"c":[1e2,null]}}`),
		SourceID:       &source,
		CreatedAt:      minute(1),
		UpdatedAt:      minute(2),
		Version:        7,
		Run: projects.Run{
			Status: projects.Failed, Stage: projects.QAReview, Progress: 80,
			Failure: &projects.Failure{Code: "timeout", Message: "No answer;\ngave up."},
			Timeline: []projects.Span{
				{Stage: projects.Init, StartedAt: minute(3), FinishedAt: &finished},
				{Stage: projects.QAReview, StartedAt: minute(6)},
			},
			CompletedAt: &completed,
		},
	}
}

// picture is an image asset of a project with no more than it needs; nil is no project.
func (s *scene) picture(project *ident.ID) gallery.Asset {
	return gallery.Asset{
		ID: s.newID(), ProjectID: project, Type: gallery.Image, Tags: []string{}, Position: gallery.AfterLast,
		URL: "https://cdn.example/full.png", CreatedAt: noon, UpdatedAt: noon, Version: 1,
	}
}

// specimens are an image, a video and a text of the project with every member set that theirs can have.
func (s *scene) specimens(project, parent *ident.ID) []gallery.Asset {
	common := func(t gallery.Type, position int) gallery.Asset {
		source := s.newID()
		return gallery.Asset{
			ID: s.newID(), ProjectID: project, Type: t, Position: position,
			Title: "Élan \\ 灯", Tags: []string{"hero", "Hero", "a'b"}, Favorite: true,
			Prompt: "a (red shoe:1.3), <lora:film_v2:0.8>\n--ar 9:16", OriginalPrompt: "red shoe", NegativePrompt: "blur",
			Provider: "acme", Model: "vision-2", Seed: "18446744073709551615", ParentID: parent, SourceID: &source,
			CreatedAt: minute(1), UpdatedAt: minute(2), Version: 3,
		}
	}
	media := func(a gallery.Asset) gallery.Asset {
		a.URL, a.ThumbnailURL, a.MimeType = "https://cdn.example/"+string(a.Type), "/media/thumb.webp", "x/"+string(a.Type)
		a.SizeBytes, a.Width, a.Height = gallery.MaxSize, 1080, 1920
		return a
	}
	image, video, text := media(common(gallery.Image, 4)), media(common(gallery.Video, 4)), common(gallery.Text, 2)
	image.Scene = "lifestyle"
	video.DurationMS = 59_999
	text.Content, text.Format, text.Language = "Warm light.\n\n\"Now\" — 50 % off.", "product_page", "pt-PT"
	return []gallery.Asset{image, video, text}
}

// long is the longest text of n code points: each takes four bytes, and no two neighbours are alike.
func long(n int) string {
	const glyphs = "𠜎𠜱𠝹𠱓𠱸𠲖𠳏"
	return string([]rune(strings.Repeat(glyphs, n/7+1))[:n])
}

// ptr is the time as an optional member.
func ptr(t time.Time) *time.Time { return &t }
