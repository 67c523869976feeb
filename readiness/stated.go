package readiness

// A plan may state that something is done in its tables, where the date of a
// signature or the last case that was cleaned up says more than the progress of
// a task. What stands there is not asked for again.

// states notes that the plan's tables say of tasks of a project that what they
// deliver is there.
func (a *assessor) states(project string, steps ...string) {
	for _, step := range steps {
		if id := a.taskOf(step, project); id != "" {
			a.out.stated[id] = true
		}
	}
}

// statesNotice notes that the plan's contracts say more of one than the tasks
// that end in its notice: what is left to do is said of the contract.
func (a *assessor) statesNotice(t *Topic, contract string, given bool) {
	for id, task := range a.tasks {
		if task.Instance == contract && (task.Base() == t.Task || given && task.Activity.ID == t.Section) {
			a.out.stated[id] = true
		}
	}
}
