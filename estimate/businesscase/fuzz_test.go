package businesscase_test

import (
	"io"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/timeline"
)

// FuzzBusinessCase holds that whatever of payments, prices, add-ons and benefits
// a plan can be read with, the case and its page come out of it.
func FuzzBusinessCase(f *testing.F) {
	f.Add(threePayments + "}")
	f.Add(threePayments + ", discountRate: 0.5, prices: {ky: 9999999999, serviceplatformen: 0.01}}")
	f.Add("projects: {ky: {goLive: 2049-12-31}, sapa: {goLive: 2010-01-01}}\n" + threePayments + "}")
	f.Add("addOns: {a: {name: A, system: kmd-sag, from: 2049-12-31, price: 10000000000, saving: 0.0001}}")
	f.Add("benefits: {b: {name: B, baseline: 0, target: 0.0000000001, realised: {2016: 999999999999999}, value: 1, from: 2010-01-01}}")
	book, err := drejebog.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, document string) {
		p, _ := plan.Read(book, "plan.yaml", strings.NewReader("kommune: Vejen\n"+document))
		if p == nil {
			return
		}
		sched, err := timeline.Compute(book, p)
		if err != nil {
			return
		}
		e, err := estimate.Compute(sched, nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := businesscase.Of(e)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			if err := estimatereport.BusinessCase(b).WriteText(io.Discard, language); err != nil {
				t.Fatal(err)
			}
		}
		if err := form.Write(io.Discard, b); err != nil {
			t.Fatal(err)
		}
	})
}
