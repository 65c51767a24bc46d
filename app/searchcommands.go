package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"vitrine/adapters/postgres"
)

// errNoIndex is returned by commands that need one.
var errNoIndex = errors.New("this command needs VITRINE_PROFILE=postgres-elastic, with VITRINE_DATABASE_URL and VITRINE_ELASTICSEARCH_URL")

// withCopies gives the copies that are configured to a command.
func (c *Config) withCopies(ctx context.Context, do func(searchCopies) error) error {
	if c.Profile != ProfileElastic {
		return errNoIndex
	}
	client, err := c.elastic(nil)
	if err != nil {
		return err
	}
	return c.withDatabase(ctx, 4, func(db *postgres.DB) error { return do(copiesOf(client, db)) })
}

// RebuildSearch makes the index anew beside the one that is searched, which it replaces in the end, or goes on where such a
// command was interrupted.
func RebuildSearch(ctx context.Context, c *Config, out io.Writer) error {
	return c.withCopies(ctx, func(s searchCopies) error {
		for _, f := range s.all {
			add, done := spinner(f.name + " indexed")
			n := 0
			err := f.keeper.Rebuild(ctx, func(documents int) {
				n += documents
				add(documents)
			})
			done()
			if err != nil {
				return fmt.Errorf("the index of %s: %w; run it again to go on", f.name, err)
			}
			fmt.Fprintf(out, "The index of %s is new: %d document(s) written.\n", f.name, n)
		}
		return nil
	})
}

// DropSearch deletes the index. The database remembers no changes for it any more.
func DropSearch(ctx context.Context, c *Config, out io.Writer) error {
	return c.withCopies(ctx, func(s searchCopies) error {
		for _, f := range s.all {
			dropped, err := f.keeper.Drop(ctx)
			if err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
			for _, d := range dropped {
				fmt.Fprintf(out, "dropped %s\n", d.Name)
			}
			if len(dropped) == 0 {
				fmt.Fprintf(out, "There was no index of %s.\n", f.name)
			}
		}
		return nil
	})
}
