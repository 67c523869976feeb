package figures_test

import "github.com/drejebog/monopolbrud/estimate/internal/estimatetest"

var (
	schedule   = estimatetest.Schedule
	reference  = estimatetest.Reference
	estimateOf = estimatetest.Of
	noFault    = estimatetest.HasNoFault
)
