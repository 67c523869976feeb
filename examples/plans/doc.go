// Package plans holds sample plans of kommuner, to try programs and tests on.
// They are made up: the kommuner are real, nothing that the plans say of them
// is, and the names in them are invented first names.
//
//	lemvig.yaml     a small kommune on track
//	skive.yaml      a mid-size one with breaches
//	odense.yaml     a large one with two programmes that share people
//	solroed.yaml    nothing but the kommune
//	hjoerring.yaml  a go-live that nobody knows
//	ringsted.yaml   autumn 2015: ready to receive every system
//	struer.yaml     autumn 2015: too late with one of them
//	broken.yaml     every kind of fault, each told where it stands
//
// Lists of what KOMBIT could require of a kommune before it receives a system
// lie in krav/. They are made up too: KOMBIT's own are not public.
//
// All but the broken one can be read and computed:
//
//	file, err := plans.Files().Open("lemvig.yaml")
//	if err != nil {
//		log.Fatal(err)
//	}
//	p, findings := plan.Read(book, "lemvig.yaml", file)
//
// The package imports nothing of the module, so that any test may use it.
package plans
