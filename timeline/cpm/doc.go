// Package cpm is a critical-path scheduling engine.
//
// A Network lists calendars, activities and links; Build checks it and lays
// it out as a Graph; Solve computes the dates of a Graph for an Input and
// writes them into a Result.
package cpm
