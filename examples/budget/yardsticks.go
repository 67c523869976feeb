package main

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/national"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

// writeYardsticks writes the sums of all kommuner beside public figures.
func writeYardsticks(book *drejebog.Playbook, prices estimate.Prices, flags *cli.Flags) int {
	if formats := []string{"text", "html", "json", "csv"}; !slices.Contains(formats, flags.Format) {
		return flags.Fail(book.Words.Say("flag/does-not-write", lang.Args{
			"flag": lang.Both("yardsticks"), "format": lang.Both(flags.Format), "list": lang.Both(strings.Join(formats, ", ")),
		}))
	}
	contributions, err := estimate.Reference()
	if err != nil {
		return flags.FailError(err)
	}
	assumptions, err := estimate.Assume()
	if err != nil {
		return flags.FailError(err)
	}
	assumptions.Prices = prices
	sums, err := national.Of(book, contributions, &assumptions)
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Format == "json" {
		return flags.WriteJSON(sums)
	}
	return flags.WriteDocument(estimatereport.Yardsticks(sums), "yardsticks")
}
