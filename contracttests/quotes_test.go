package contracttests

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// duties are sentences with "must" that bind those who call a port, so that no store can break them.
var duties = []string{
	"change may run again and must have no effect of its own.",
	"It must not change the id, the creation or what is derived from assets.",
}

// TestEveryMustOfThePortsHasAClause reads the words of the ports that a Backend has: nothing can be promised there without
// a clause.
func TestEveryMustOfThePortsHasAClause(t *testing.T) {
	quotes := duties
	for _, c := range clauses() {
		quotes = append(quotes, c.must)
	}
	for _, port := range ports() {
		for _, sentence := range endOfSentence.Split(portComments(t, port), -1) {
			if strings.Contains(sentence, " must ") && !anyWithin(quotes, sentence) {
				t.Errorf("%s: no clause quotes: %s", port, sentence)
			}
		}
	}
}

// ports are the types of a Backend's members that are interfaces.
func ports() (ports []reflect.Type) {
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Backend]()) {
		if field.Type.Kind() == reflect.Interface {
			ports = append(ports, field.Type)
		}
	}
	return ports
}

// portComments is what is written at the port and its methods, and what holds for all ports of the module.
func portComments(t *testing.T, port reflect.Type) (text string) {
	t.Helper()
	file := parse(t, "../"+strings.TrimPrefix(port.PkgPath(), "vitrine/")+"/ports.go")
	from, to := token.Pos(0), token.Pos(0)
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.Name == port.Name() {
			from, to = spec.Pos(), spec.End()
		}
		return true
	})
	for _, group := range file.Comments {
		if group.Pos() < file.Decls[1].Pos() || from < group.Pos() && group.Pos() < to {
			text += oneLine(group) + "\n"
		}
	}
	return text
}

// TestEveryClauseQuotesCore fails for a quotation whose words are gone from core.
func TestEveryClauseQuotesCore(t *testing.T) {
	var core string
	for _, module := range []string{"projects", "gallery", "page", "settings", "insights", "idempotency", "ident"} {
		core += comments(t, module)
	}
	for _, c := range clauses() {
		if c.must == "" || !strings.Contains(core, c.must) {
			t.Errorf("%s quotes what core does not say: %q", c.name, c.must)
		}
	}
}

// TestClausesHaveNamesOfTheirOwn: an excuse names one clause.
func TestClausesHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range clauses() {
		if seen[c.name] {
			t.Errorf("two clauses are called %q", c.name)
		}
		seen[c.name] = true
	}
}

// comments is the text of all comments of a module's files, each on one line.
func comments(t *testing.T, module string) (text string) {
	t.Helper()
	names, err := filepath.Glob("../core/" + module + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for _, group := range parse(t, name).Comments {
			text += oneLine(group) + "\n"
		}
	}
	return text
}

func parse(t *testing.T, name string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func oneLine(group *ast.CommentGroup) string { return strings.Join(strings.Fields(group.Text()), " ") }

var endOfSentence = regexp.MustCompile(`\. |\.?\n| - `)

// anyWithin reports whether one of the quotes holds the sentence, or is a part of it.
func anyWithin(quotes []string, sentence string) bool {
	for _, q := range quotes {
		if strings.Contains(q, sentence) || strings.Contains(sentence, strings.TrimSuffix(q, ".")) {
			return true
		}
	}
	return false
}
