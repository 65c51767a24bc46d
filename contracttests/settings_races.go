package contracttests

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"vitrine/core/settings"
)

// writers is how many change the settings of one owner at once.
const writers = 100

const oneAfterAnother = "Updates of one owner must take effect one after another, each on the document that the one before left, also when " +
	"several at once are the owner's first."

var settingsRaces = []clause{
	{
		name:  "Race/NoChoiceIsLost",
		must:  oneAfterAnother,
		holds: raceOfChoices,
	},
	{
		name:  "Race/AChoiceBeginsWhereTheOneBeforeEnded",
		must:  oneAfterAnother,
		holds: raceForOneChoice,
	},
	{
		name:  "Race/OwnersOfSettingsDoNotWait",
		must:  "Those of different owners must not wait for each other.",
		holds: ownersOfSettingsDoNotWait,
	},
}

// slowly is the change, but lets others in between reading and writing.
func slowly(c change) change {
	return func(d *settings.Document) (*settings.Entry, error) {
		runtime.Gosched()
		return c(d)
	}
}

// raceOfChoices lets each writer choose a member of its own, the first of which makes the document.
func raceOfChoices(s *scene) {
	member := func(i int) settings.Member { return settings.Member(fmt.Sprint("/profile/member_", i)) }
	s.allOK(raceOf(writers, func(i int) error {
		_, err := s.Settings.Update(s.ctx, s.owner, slowly(s.choosing(member(i), fmt.Sprint(i))))
		return err
	}))
	want := settings.Document{Version: writers}.Clone()
	for i := range writers {
		want.Chosen[member(i)] = fmt.Sprint(i)
	}
	s.same("the document", want, s.document())
	s.same("entries", writers, len(s.audit()))
}

func raceForOneChoice(s *scene) {
	s.allOK(raceOf(writers, func(i int) error {
		_, err := s.Settings.Update(s.ctx, s.owner, slowly(s.choosing(settings.Bio, fmt.Sprint(i))))
		return err
	}))
	entries := s.audit()
	s.same("entries", writers, len(entries))
	after := s.document().Chosen[settings.Bio]
	for i, e := range entries {
		s.same("the version", int64(writers-i), e.Version)
		s.same("where the change ended", after, *e.Changes[0].After)
		if before := e.Changes[0].Before; before != nil {
			after = *before
		} else {
			s.same("the version of the first choice", int64(1), e.Version)
		}
	}
}

// ownersOfSettingsDoNotWait lets two updates wait in the middle until both have got there.
func ownersOfSettingsDoNotWait(s *scene) {
	owners := []*scene{s, s.stranger()}
	var there [2]chan struct{}
	var arrive [2]func()
	for i := range owners {
		there[i] = make(chan struct{})
		arrive[i] = sync.OnceFunc(func() { close(there[i]) })
	}
	s.allOK(raceOf(len(owners), func(i int) error {
		_, err := s.Settings.Update(s.ctx, owners[i].owner, func(d *settings.Document) (*settings.Entry, error) {
			arrive[i]()
			select {
			case <-there[1-i]:
				return s.choosing(settings.Bio, "Hi")(d)
			case <-time.After(patience):
				return nil, errors.New("the other owner's update did not begin")
			}
		})
		return err
	}))
}
