package contracttests

import (
	"fmt"
	"strings"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/projects"
)

var projectsInsert = []clause{
	{
		name:  "Projects/Insert/KeepsEveryMember",
		must:  "Insert adds a project that has no assets.",
		holds: insertKeepsEveryMember,
	},
	{
		name:  "Projects/Insert/KeepsTheLongestTexts",
		must:  "Limits of a project, in code points, Options in bytes.",
		holds: insertKeepsTheLongestTexts,
	},
	{
		name:  "Projects/Insert/KeepsTextByteForByte",
		must:  "Values that go in or come out are copies",
		holds: insertKeepsTextByteForByte,
	},
	{
		name:  "Projects/Insert/KeepsOptionsAsWritten",
		must:  "a JSON object, compact; nil when there is none",
		holds: insertKeepsOptionsAsWritten,
	},
	{
		name:  "Projects/Insert/KeepsMilliseconds",
		must:  "the one grain that all stores and JSON share",
		holds: insertKeepsMilliseconds,
	},
	{
		name:  "Projects/Insert/NamesWhatItLeft",
		must:  "Receipt says what an effect left behind: the resource of a single effect, or the encoded results of a batch.",
		holds: insertNamesWhatItLeft,
	},
	{
		name:  "Projects/Insert/AnExistingIDIsAConflict",
		must:  "An id that exists must be fault.Conflict.",
		holds: insertOfAnExistingID,
	},
	{
		name:  "Projects/Insert/HasNoAssets",
		must:  "Insert adds a project that has no assets.",
		holds: insertHasNoAssets,
	},
}

func insertKeepsEveryMember(s *scene) {
	p := s.add(s.specimen())
	s.same("the project", p, s.find(p.ID))
}

func insertKeepsTheLongestTexts(s *scene) {
	p := s.draft(long(content.MaxTitle))
	p.Description = long(projects.MaxDescription)
	p.Brief = words(projects.MaxBrief)
	for i := range content.MaxTags {
		p.Tags = append(p.Tags, fmt.Sprint(i)+long(content.MaxTag-len(fmt.Sprint(i))))
	}
	p.Run.Failure = &projects.Failure{Code: long(projects.MaxErrorCode), Message: long(projects.MaxErrorMessage)}
	for i := range projects.MaxTimeline {
		span := projects.Span{Stage: projects.Init, StartedAt: minute(i), FinishedAt: ptr(minute(i + 1))}
		p.Run.Timeline = append(p.Run.Timeline, span)
	}
	s.add(p)
	s.same("the project", p, s.find(p.ID))
}

// words is text of n code points with as many different words as will fit.
func words(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "%x ", i)
	}
	return b.String()[:n]
}

func insertKeepsTextByteForByte(s *scene) {
	for _, text := range []string{
		`%_\'"` + "`$1:name;--", "\u00e9 and e\u0301", "ﬁ Ⅻ ｱ", "👩🏽\u200d🚀", "עִבְרִית العربية", "ไทย ျမန်မာ",
		"\u202eabc\u200b\ufeff", "\ufffd\U0010ffff",
		"\\N \\. \\x00 \\u0000", "{a,\"b\",NULL}", "a\x01b\x7f",
	} {
		p := s.draft(text)
		p.Description, p.Brief, p.Tags = text+"\r\n\t", "\n"+text, []string{text}
		s.add(p)
		s.same("the project", p, s.find(p.ID))
	}
}

func insertKeepsOptionsAsWritten(s *scene) {
	for _, options := range []string{
		"", "{}", `{"z":1,"a":2,"z":3}`, `{"n":1.0,"e":1e2,"big":123456789012345678901234567890}`,
		`{"s":"\u00e9 é \\ \" /"}`, `{"s":"` + strings.Repeat("x", projects.MaxOptions-8) + `"}`,
	} {
		p := s.draft("Lamp")
		if options != "" {
			p.Options = []byte(options)
		}
		s.add(p)
		s.same("the project", p, s.find(p.ID))
	}
}

func insertKeepsMilliseconds(s *scene) {
	for _, at := range []time.Time{
		time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2024, 2, 29, 23, 59, 59, 999_000_000, time.UTC),
		time.Date(2026, 3, 29, 1, 30, 0, 1_000_000, time.UTC), // an hour that many zones do not have
		time.Date(2200, 1, 1, 0, 0, 0, 10_000_000, time.UTC),
	} {
		p := s.draft("Lamp")
		p.CreatedAt, p.UpdatedAt, p.Run.CompletedAt = at, at.Add(time.Millisecond), ptr(at.Add(2*time.Millisecond))
		s.add(p)
		s.same("the project", p, s.find(p.ID))
	}
}

func insertNamesWhatItLeft(s *scene) {
	p := s.draft("Lamp")
	receipt, err := s.Projects.Insert(s.ctx, s.owner, p, noKey)
	s.ok(err)
	s.same("the resource", p.ID, receipt.Resource)
	s.same("replayed", false, receipt.Replayed)
}

func insertOfAnExistingID(s *scene) {
	p := s.project("Lamp")
	again := s.specimen()
	again.ID = p.ID
	_, err := s.Projects.Insert(s.ctx, s.owner, again, noKey)
	s.faulty(err, fault.Conflict, fault.CodeConflict)
	s.same("the project", p, s.find(p.ID))

	p = s.trash(p.ID, minute(1))
	_, err = s.Projects.Insert(s.ctx, s.owner, again, noKey)
	s.faulty(err, fault.Conflict, fault.CodeConflict)
	s.same("the project in the trash", p, s.find(p.ID))
}

func insertHasNoAssets(s *scene) {
	p := s.draft("Lamp")
	p.Assets, p.Cover = projects.Counts{Image: 3}, &projects.Picture{URL: "/invented.png"}
	s.add(p)
	p.Assets, p.Cover = projects.Counts{}, nil
	s.same("the project", p, s.find(p.ID))
}
