// Package gantt draws.
package gantt
