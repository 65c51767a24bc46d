package contracttests

import (
	"strings"
	"sync"
	"time"

	"vitrine/core/fault"
	"vitrine/core/gallery"
	"vitrine/core/idempotency"
	"vitrine/core/ident"
	"vitrine/core/projects"
)

const (
	codeReused     = "idempotency-key-reused"
	codeInProgress = "idempotency-in-progress"
)

// promises are what holds of each method that takes a key.
var promises = []struct {
	name, must string
	holds      func(*scene, keyedMethod)
}{
	{"Replays", "A key that has a receipt must return that receipt, replayed, and change nothing", keyReplays},
	{"IsOneRequests", `It fails with "idempotency-key-reused" when the stored request was a different one.`, keyIsOneRequests},
	{"IsTheOwners", "as the caller chose it, 1 to 255 printable ASCII characters; unique to the owner", keyIsTheOwners},
	{"OfAFailureIsFree", "the receipt must be written in the transaction of the effect", keyOfAFailure},
	{"Expires", "found is false when the receipt has expired.", keyExpires},
	{"StillRunning", "A key whose first request is still running must fail with idempotency.InProgress, at once.", keyStillRunning},
	{"ManyAtOnce", "idempotency gives a request that may be sent twice its one effect.", keyManyAtOnce},
	{"NoKeyKeepsNothing", "The zero Key means that the caller gave none: the effect happens, and nothing is kept.", keyAbsent},
}

var idempotent = append(eachKeyedMethod(),
	clause{
		name:  "Idempotency/AcrossMethods",
		must:  "of route and request: the same name with another fingerprint is a mistake",
		holds: keyAcrossMethods,
	},
	clause{
		name:  "Idempotency/FaultsOfItemsAreReplayed",
		must:  "A key that has a receipt must return that receipt, replayed, and change nothing",
		holds: keyReplaysFaults,
	},
	clause{
		name:  "Idempotency/OutlivesWhatWasMade",
		must:  "A key that has a receipt must return that receipt, replayed, and change nothing",
		holds: keyOutlivesWhatWasMade,
	},
)

// eachKeyedMethod gives one clause for each promise of each method.
func eachKeyedMethod() (clauses []clause) {
	for _, m := range keyedMethods {
		for _, p := range promises {
			clauses = append(clauses, clause{
				name: "Idempotency/" + m.name + "/" + p.name, must: p.must,
				holds: func(s *scene) { p.holds(s, m) },
			})
		}
	}
	return clauses
}

// keyFor is the longest name of a key, with a fingerprint for what it was sent with.
func keyFor(request string) idempotency.Key {
	k := idempotency.Key{Name: `'"%_\ ` + strings.Repeat("k", 249), Now: noon}
	copy(k.Fingerprint[:], request)
	k.Fingerprint[31] = 0xff
	return k
}

// send sends the request and expects an answer.
func (s *scene) send(r request, key idempotency.Key) answer {
	s.Helper()
	a, err := r.send(s.ctx, key)
	s.ok(err)
	return a
}

func keyReplays(s *scene, m keyedMethod) {
	r := m.prepare(s)
	first := s.send(r, keyFor("one"))
	s.same("the first is a replay", false, first.replayed)
	again := s.send(r, keyFor("one"))
	s.same("the second is a replay", true, again.replayed)
	s.same("the receipt", first.receipt, again.receipt)
	s.same("values written by the replay", 0, again.written)
	s.same("effects", 1, r.effects())
}

func keyIsOneRequests(s *scene, m keyedMethod) {
	r := m.prepare(s)
	s.send(r, keyFor("one"))
	_, err := r.send(s.ctx, keyFor("another"))
	s.faulty(err, fault.Invalid, codeReused)
	s.same("effects", 1, r.effects())
}

func keyIsTheOwners(s *scene, m keyedMethod) {
	stranger := s.stranger()
	r, theirs := m.prepare(s), m.prepare(stranger)
	s.send(r, keyFor("one"))
	s.same("the other owner's is a replay", false, s.send(theirs, keyFor("another")).replayed)
	s.same("effects", 1, r.effects())
	s.same("the other owner's effects", 1, theirs.effects())
}

func keyOfAFailure(s *scene, m keyedMethod) {
	r := m.prepare(s)
	if err := r.fail(s.ctx, keyFor("one")); err == nil {
		s.Fatal("want an error")
	}
	s.same("effects of the failure", 0, r.effects())
	s.same("the next is a replay", false, s.send(r, keyFor("another")).replayed)
	s.same("effects", 1, r.effects())
}

func keyExpires(s *scene, m keyedMethod) {
	r := m.prepare(s)
	at := func(age time.Duration, request string) answer {
		key := keyFor(request)
		key.Now = noon.Add(age)
		return s.send(r, key)
	}
	first := at(0, "one")
	s.same("replayed a millisecond before", true, at(idempotency.Retention-time.Millisecond, "one").replayed)
	second := at(idempotency.Retention, "another")
	s.same("replayed when it has expired", false, second.replayed)
	s.same("effects", 2, r.effects())
	third := at(idempotency.Retention+time.Millisecond, "another")
	s.same("replayed after the renewal", true, third.replayed)
	s.same("the renewed receipt", second.receipt, third.receipt)
	s.same("the first is a replay", false, first.replayed)
}

// patience is how long a call may take that must answer at once; a store that lets it wait would wait forever.
const patience = 30 * time.Second

// keyStillRunning sends the request while another one with its key is held up half-way.
func keyStillRunning(s *scene, m keyedMethod) {
	r := m.prepare(s)
	held := s.project("Held up")
	before := r.effects()
	entered, release := make(chan struct{}, 1), make(chan struct{})
	ended := make(chan error, 1)
	first := func() (projects.Updated, error) {
		return s.Projects.Update(s.ctx, s.owner, []ident.ID{held.ID}, keyFor("one"), func(*projects.Project) error {
			select {
			case entered <- struct{}{}:
			default:
			}
			<-release
			return nil
		})
	}
	go func() {
		_, err := first()
		ended <- err
	}()
	select {
	case <-entered:
	case err := <-ended:
		s.Fatalf("the first request ended before its closure ran: %v", err)
	}
	answered := make(chan error, 1)
	go func() {
		_, err := r.send(s.ctx, keyFor("one"))
		answered <- err
	}()
	select {
	case err := <-answered:
		close(release)
		s.ok(<-ended)
		s.faulty(err, fault.Conflict, codeInProgress)
	case <-time.After(patience):
		close(release)
		s.ok(<-ended)
		s.Fatalf("the second request waited for the first; in the end it gave %v", <-answered)
	}
	again, err := first()
	s.ok(err)
	s.same("the first is replayed when it has ended", true, again.Replayed)
	s.same("effects", before, r.effects())
}

// keyManyAtOnce sends one request from many sides; one takes effect, and the others say so or say that it is running.
func keyManyAtOnce(s *scene, m keyedMethod) {
	r := m.prepare(s)
	answers, errs := make([]answer, racers), make([]error, racers)
	var all sync.WaitGroup
	for i := range racers {
		all.Go(func() { answers[i], errs[i] = r.send(s.ctx, keyFor("one")) })
	}
	all.Wait()
	first := 0
	for i, err := range errs {
		if err != nil {
			s.faulty(err, fault.Conflict, codeInProgress)
		} else if !answers[i].replayed {
			first++
		}
	}
	s.same("answers that are no replays", 1, first)
	s.same("effects", 1, r.effects())
}

func keyAbsent(s *scene, m keyedMethod) {
	r := m.prepare(s)
	s.same("the first is a replay", false, s.send(r, noKey).replayed)
	s.same("the second is a replay", false, s.send(r, noKey).replayed)
	s.same("effects", 2, r.effects())
}

func keyAcrossMethods(s *scene) {
	for i, m := range keyedMethods {
		s := s.stranger()
		first, second := m.prepare(s), keyedMethods[(i+1)%len(keyedMethods)].prepare(s)
		s.send(first, keyFor("one"))
		before := second.effects()
		_, err := second.send(s.ctx, keyFor("another"))
		s.faulty(err, fault.Invalid, codeReused)
		s.same("effects", before, second.effects())
	}
}

func keyReplaysFaults(s *scene) {
	unknown := s.newID()
	assets := []gallery.Asset{s.picture(nil), s.picture(&unknown), s.picture(nil)}
	first, err := s.Assets.Insert(s.ctx, s.owner, assets, keyFor("one"))
	s.ok(err)
	again, err := s.Assets.Insert(s.ctx, s.owner, []gallery.Asset{s.picture(nil)}, keyFor("one"))
	s.ok(err)
	s.same("replayed", true, again.Replayed)
	s.same("the results", first.Results, again.Results)
	s.faulty(resultError(again.Results[1]), fault.Invalid, fault.CodeValidation)
}

func keyOutlivesWhatWasMade(s *scene) {
	p := s.draft("Lamp")
	_, err := s.Projects.Insert(s.ctx, s.owner, p, keyFor("one"))
	s.ok(err)
	s.purge(p.ID)
	receipt, err := s.Projects.Insert(s.ctx, s.owner, s.draft("Lamp"), keyFor("one"))
	s.ok(err)
	s.same("the receipt", idempotency.Receipt{Replayed: true, Resource: p.ID}, receipt)
	_, err = s.Projects.Find(s.ctx, s.owner, p.ID)
	s.absent(err)
}
