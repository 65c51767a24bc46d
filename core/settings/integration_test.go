package settings

import (
	"strings"
	"testing"
	"time"

	"vitrine/core/content"
	"vitrine/core/fault"
	"vitrine/core/patch"

	"github.com/stretchr/testify/require"
)

// pairs is the table of the product's page, written out: from the status of the row to that of the column.
const pairs = `
               not_connected  connecting  connected  expired  error
not_connected  same           yes         yes        no       no
connecting     yes            same        yes        no       yes
connected      yes            no          same       yes      yes
expired        yes            yes         yes        same     no
error          yes            yes         yes        no       same
`

func at(minute int) time.Time { return time.Date(2026, 11, 22, 13, minute, 0, 0, time.UTC) }

// connection is an integration in a status, as one that has been connected and was last changed at minute 1.
func connection(s Status) Integration {
	it := Integration{Status: s, Account: "ana-store", ConnectedAt: at(0), UpdatedAt: at(1)}
	switch {
	case s == NotConnected:
		it.Account, it.ConnectedAt = "", time.Time{}
	case s.hasReason():
		it.Reason = "revoked"
	}
	return it
}

func TestEveryPairOfStatuses(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(pairs), "\n")
	columns := strings.Fields(lines[0])
	require.Len(t, columns, len(Statuses))
	require.Len(t, lines[1:], len(Statuses))
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		for i, cell := range cells[1:] {
			from, to := Status(cells[0]), Status(columns[i])
			t.Run(string(from)+" to "+string(to), func(t *testing.T) {
				before := connection(from)
				after, err := report(before, Report{Status: patch.Of(to)})
				switch cell {
				case "same":
					require.NoError(t, err)
					require.Equal(t, before, after)
				case "yes":
					require.NoError(t, err)
					require.Equal(t, to, after.Status)
					require.Equal(t, at(2), after.UpdatedAt)
				default:
					requireRefusal(t, err, from, to)
				}
			})
		}
	}
}

// report gives what a report makes of Shopify's integration at minute 2.
func report(it Integration, r Report) (Integration, error) {
	p := Patch{Integrations: map[Provider]patch.Field[Report]{"shopify": patch.Of(r)}}
	if err := p.Check(); err != nil {
		return Integration{}, err
	}
	next, err := p.apply(Document{Integrations: map[Provider]Integration{"shopify": it}}, at(2))
	return next.Integration("shopify"), err
}

func requireRefusal(t *testing.T, err error, from, to Status) {
	t.Helper()
	e := fault.Of(err)
	require.NotNil(t, e)
	require.Equal(t, fault.Conflict, e.Kind)
	require.Equal(t, "invalid-transition", e.Code)
	require.Equal(t, from, e.Members["from"])
	require.Equal(t, to, e.Members["to"])
	for _, s := range e.Members["allowed"].([]Status) {
		_, err := report(connection(from), Report{Status: patch.Of(s)})
		require.NoError(t, err, "what is said to be allowed is")
	}
	require.Equal(t, "/integrations/shopify/status", e.Fields[0].Name)
}

func TestWhatFollowsFromAMove(t *testing.T) {
	for name, row := range map[string]struct {
		from   Integration
		report Report
		want   Integration
	}{
		"the first connection": {
			connection(NotConnected),
			Report{Status: patch.Of(Connected), Account: patch.Of(" bea-store ")},
			Integration{Status: Connected, Account: "bea-store", ConnectedAt: at(2), UpdatedAt: at(2)},
		},
		"an expired one keeps its account and its time, and has a reason": {
			connection(Connected),
			Report{Status: patch.Of(Expired)},
			Integration{Status: Expired, Account: "ana-store", Reason: UnknownReason, ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"an error may say why": {
			connection(Connected),
			Report{Status: patch.Of(Errored), Reason: patch.Of[Reason]("scope_missing")},
			Integration{Status: Errored, Account: "ana-store", Reason: "scope_missing", ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"another attempt has no reason any more": {
			connection(Expired),
			Report{Status: patch.Of(Connecting)},
			Integration{Status: Connecting, Account: "ana-store", ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"a new connection begins anew": {
			connection(Errored),
			Report{Status: patch.Of(Connected)},
			Integration{Status: Connected, Account: "ana-store", ConnectedAt: at(2), UpdatedAt: at(2)},
		},
		"not connected forgets account and time": {
			connection(Errored),
			Report{Status: patch.Of(NotConnected)},
			Integration{Status: NotConnected, UpdatedAt: at(2)},
		},
		"null is not connected": {
			connection(Connected),
			Report{Status: patch.Null[Status]()},
			Integration{Status: NotConnected, UpdatedAt: at(2)},
		},
		"the same status may have another account": {
			connection(Connected),
			Report{Status: patch.Of(Connected), Account: patch.Of("bea-store")},
			Integration{Status: Connected, Account: "bea-store", ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"the same status may have another reason": {
			connection(Expired),
			Report{Reason: patch.Of[Reason]("account_suspended")},
			Integration{Status: Expired, Account: "ana-store", Reason: "account_suspended", ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"the same status without a reason keeps the one it has": {
			connection(Errored),
			Report{Status: patch.Of(Errored), Account: patch.Null[string]()},
			Integration{Status: Errored, Reason: "revoked", ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"a null reason is unknown": {
			connection(Errored),
			Report{Reason: patch.Null[Reason]()},
			Integration{Status: Errored, Account: "ana-store", Reason: UnknownReason, ConnectedAt: at(0), UpdatedAt: at(2)},
		},
		"a null reason where there is none changes nothing": {
			connection(Connected),
			Report{Reason: patch.Null[Reason]()},
			connection(Connected),
		},
		"what is so already changes nothing": {
			connection(Errored),
			Report{Status: patch.Of(Errored), Account: patch.Of("ana-store"), Reason: patch.Of[Reason]("revoked")},
			connection(Errored),
		},
		"an empty report changes nothing": {connection(Expired), Report{}, connection(Expired)},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := report(row.from, row.report)
			require.NoError(t, err)
			require.Equal(t, row.want, got)
		})
	}
}

func TestMembersThatDoNotFitTheStatus(t *testing.T) {
	for name, row := range map[string]struct {
		from   Status
		report Report
		want   []string
	}{
		"account of what gets disconnected": {
			Connected,
			Report{Status: patch.Of(NotConnected), Account: patch.Of("x")},
			[]string{"/integrations/shopify/account " + content.NotApplicable},
		},
		"account of what is not connected": {
			NotConnected,
			Report{Account: patch.Of("x")},
			[]string{"/integrations/shopify/account " + content.NotApplicable},
		},
		"reason of what connects": {
			Errored,
			Report{Status: patch.Of(Connecting), Reason: patch.Of[Reason]("revoked")},
			[]string{"/integrations/shopify/reason " + content.NotApplicable},
		},
		"reason of what is connected": {
			Connected,
			Report{Reason: patch.Of[Reason]("revoked")},
			[]string{"/integrations/shopify/reason " + content.NotApplicable},
		},
		"words that there are not": {
			Connected,
			Report{Status: patch.Of[Status]("paused"), Account: patch.Of("\n"), Reason: patch.Of[Reason]("because")},
			[]string{
				"/integrations/shopify/account " + content.Required,
				"/integrations/shopify/reason " + content.Unknown,
				"/integrations/shopify/status " + content.Unknown,
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := report(connection(row.from), row.report)
			require.Equal(t, row.want, mistakes(t, err))
		})
	}
}

// mistakes are those of a "validation-failed", each as its pointer and its code.
func mistakes(t *testing.T, err error) (all []string) {
	t.Helper()
	e := fault.Of(err)
	require.NotNil(t, e)
	require.Equal(t, fault.CodeValidation, e.Code)
	for _, f := range e.Fields {
		require.Equal(t, fault.Pointer, f.Source)
		all = append(all, f.Name+" "+f.Code)
	}
	return all
}

func TestEveryMoveThatIsRefusedIsNamed(t *testing.T) {
	p := Patch{Integrations: map[Provider]patch.Field[Report]{
		"shopify": patch.Of(Report{Status: patch.Of(Connected)}),
		"amazon":  patch.Of(Report{Status: patch.Of(Expired)}),
		"tiktok":  patch.Of(Report{Status: patch.Of(Errored)}),
	}}
	require.NoError(t, p.Check())
	_, err := p.apply(Document{}, at(2))
	e := fault.Of(err)
	require.Equal(t, "invalid-transition", e.Code)
	require.Equal(t, Expired, e.Members["to"], "the members are those of the first")
	var named []string
	for _, f := range e.Fields {
		named = append(named, f.Name)
	}
	require.Equal(t, []string{"/integrations/amazon/status", "/integrations/tiktok/status"}, named)
}
