package postgres

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"vitrine/core/ident"
	"vitrine/core/page"

	"github.com/jackc/pgx/v5"
)

// arguments are the parameters of a statement; the first is always the owner.
type arguments []any

// add gives the placeholder of one more parameter.
func (a *arguments) add(v any) string {
	*a = append(*a, v)
	return "$" + strconv.Itoa(len(*a))
}

// conditions are the conditions of a statement, all of which must hold. They are constants of this package with
// placeholders for values.
type conditions struct {
	args arguments
	all  []string
}

// ofOwner begins every statement's conditions, at the table with the alias.
func ofOwner(owner ident.Owner, alias string) *conditions {
	c := &conditions{}
	c.add(alias+".owner_id = %s", string(owner))
	return c
}

// add puts the condition, whose one verb stands for the value.
func (c *conditions) add(format string, value any) {
	c.all = append(c.all, fmt.Sprintf(format, c.args.add(value)))
}

// fixed puts a condition without a value.
func (c *conditions) fixed(condition string) { c.all = append(c.all, condition) }

// oneOf asks for any of values: = for one, so that an index on the column keeps its order, else = ANY.
func oneOf[T ~string](c *conditions, column string, values []T) {
	switch len(values) {
	case 0:
	case 1:
		c.add(column+" = %s", string(values[0]))
	default:
		texts := make([]string, len(values))
		for i, v := range values {
			texts[i] = string(v)
		}
		c.add(column+" = ANY (%s)", texts)
	}
}

// String writes the conditions after WHERE.
func (c *conditions) String() string { return strings.Join(c.all, " AND ") }

// keyset are the columns of an order, each with the part of a page.Key that it is compared with.
type keyset []keyColumn

type keyColumn struct {
	name  string
	value func(page.Key) any
}

// The parts of a key.
func keyID(k page.Key) any   { return k.ID }
func keyRank(k page.Key) any { return k.Rank }
func keyTime(k page.Key) any { return time.UnixMilli(k.Time).UTC() }

// from begins at the window's key: a comparison of rows, which an index on the columns answers.
func (k keyset) from(c *conditions, w page.Window, desc bool) {
	if w.From == nil {
		return
	}
	names, places := make([]string, len(k)), make([]string, len(k))
	for i, column := range k {
		names[i], places[i] = column.name, c.args.add(column.value(*w.From))
	}
	operator := ">"
	if desc {
		operator = "<"
	}
	if w.Inclusive {
		operator += "="
	}
	c.fixed(fmt.Sprintf("(%s) %s (%s)", strings.Join(names, ", "), operator, strings.Join(places, ", ")))
}

// columns writes the columns of a sub-select, so that the statement around it can keep their order by named.
func (k keyset) columns() string {
	names := make([]string, len(k))
	for i, column := range k {
		names[i] = fmt.Sprintf("%s AS key_%d", column.name, i)
	}
	return strings.Join(names, ", ")
}

// named are the columns as columns calls them.
func (k keyset) named() keyset {
	out := make(keyset, len(k))
	for i := range k {
		out[i].name = fmt.Sprintf("key_%d", i)
	}
	return out
}

// orderBy writes the columns after ORDER BY.
func (k keyset) orderBy(desc bool) string {
	names := make([]string, len(k))
	for i, column := range k {
		names[i] = column.name
		if desc {
			names[i] += " DESC"
		}
	}
	return strings.Join(names, ", ")
}

// plannedFor makes a statement's plan depend on its values.
func plannedFor(args []any) []any { return append([]any{pgx.QueryExecModeCacheDescribe}, args...) }
