package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"vitrine/app"
)

// action does what a command is for.
type action func(context.Context, *app.Config) error

// command is one way to run the binary. define declares the flags of its own, and gives what to do once they are read.
type command struct {
	name   string
	help   string
	define func(*flag.FlagSet) action
}

var commands = []command{
	{"serve", "serve the page and the API (what runs without a command)", func(*flag.FlagSet) action { return app.Serve }},
	{"migrate", "bring the database schema up to date", func(f *flag.FlagSet) action {
		check := f.Bool("check", false, "only say whether the schema is current")
		return func(ctx context.Context, c *app.Config) error { return app.Migrate(ctx, c, *check, os.Stdout) }
	}},
	{"demo", "write demo data into the database; can be interrupted and run again", demoCommand},
	{"insights verify", "compare the sums of events with the events: 0 equal or mended, 1 they differ, 2 could not compare", func(f *flag.FlagSet) action {
		repair := f.Bool("repair", false, "make the sums those of the events")
		return func(ctx context.Context, c *app.Config) error { return app.VerifyInsights(ctx, c, *repair, os.Stdout) }
	}},
	{"search rebuild", "make the search index anew, beside the one in use; can be interrupted and run again", func(*flag.FlagSet) action {
		return func(ctx context.Context, c *app.Config) error { return app.RebuildSearch(ctx, c, os.Stdout) }
	}},
	{"search verify", "compare the search index with the record: 0 equal or mended, 1 they differ, 2 could not compare, 3 refused", func(f *flag.FlagSet) action {
		repair := f.Bool("repair", false, "mend what differs")
		force := f.Bool("force", false, "with -repair: also where that removes more than a tenth of the index")
		return func(ctx context.Context, c *app.Config) error {
			return app.VerifySearch(ctx, c, *repair, *force, os.Stdout)
		}
	}},
	{"search drop", "delete the search index, before the profile postgres-elastic is left for good", func(*flag.FlagSet) action {
		return func(ctx context.Context, c *app.Config) error { return app.DropSearch(ctx, c, os.Stdout) }
	}},
	{"config", "print the effective configuration, secrets masked", func(*flag.FlagSet) action {
		return func(_ context.Context, c *app.Config) error { return c.Print(os.Stdout) }
	}},
	{"health", "ask the running server whether it is ready; for container health checks", func(*flag.FlagSet) action {
		return func(ctx context.Context, c *app.Config) error { return app.Health(ctx, c, os.Stdout) }
	}},
}

func demoCommand(f *flag.FlagSet) action {
	var o app.DemoOptions
	f.Uint64Var(&o.Seed, "seed", 1, "another seed makes other data")
	f.IntVar(&o.Projects, "projects", 0, "projects in all (default: as many as suit the assets)")
	f.IntVar(&o.Assets, "assets", 1500, "assets in all")
	f.IntVar(&o.Events, "events", 20_000, "events of the assets in all")
	f.StringVar(&o.Owner, "owner", "dev", "whose data it is; dev is the user of dev mode")
	f.IntVar(&o.Owners, "owners", 1, "owners among whom all is spread, unevenly")
	return func(ctx context.Context, c *app.Config) error { return app.Demo(ctx, c, o, os.Stdout) }
}

// pick finds the command that the first arguments name; without one it is serve.
func pick(args []string) (*command, []string) {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && !slices.Contains([]string{"-h", "-help", "--help"}, args[0]) {
		return &commands[0], args
	}
	for i := range commands {
		words := strings.Fields(commands[i].name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return &commands[i], args[len(words):]
		}
	}
	return nil, nil
}

// flagSet are the flags of the command: its own and those of the configuration.
func (c *command) flagSet() (*flag.FlagSet, action) {
	flags := flag.NewFlagSet("server "+c.name, flag.ContinueOnError)
	do := c.define(flags)
	for name, help := range app.Flags() {
		flags.String(name, "", help)
	}
	return flags, do
}

// given are the settings that flags set.
func given(flags *flag.FlagSet) map[string]string {
	known, set := app.Flags(), map[string]string{}
	flags.Visit(func(f *flag.Flag) {
		if _, ok := known[f.Name]; ok {
			set[f.Name] = f.Value.String()
		}
	})
	return set
}

func usage(w io.Writer) int {
	fmt.Fprint(w, "Usage: server [command] [flags]\n\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-16s %s\n", c.name, c.help)
	}
	fmt.Fprint(w, "\nserver [command] -help lists the flags. Each setting is also an environment variable: -admin-addr is VITRINE_ADMIN_ADDR.\n")
	return exitUsage
}
