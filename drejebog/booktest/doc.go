// Package booktest is what the tests of reports share: the playbook, the sample
// plans, and documents as each format writes them. Only tests use it.
//
//	func TestTheReportNamesTheKommune(t *testing.T) {
//		p, _ := booktest.Sample(t, "lemvig.yaml")
//		sched, err := timeline.Compute(booktest.Book(t), p)
//		require.NoError(t, err)
//		page := booktest.Written(t, timelinereport.Schedule(sched), "md", lang.Danish)
//		assert.Contains(t, page, "Lemvig")
//	}
//
// Only tests use it, in any number of goroutines: they may read one playbook and one
// plan at once, as long as none changes them.
package booktest
