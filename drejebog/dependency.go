package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Dependency is an edge between steps or milestones. Between two scopes it
// joins the instances that share a project; a legacy system belongs to the
// project that replaces it; one without a project joins all.
type Dependency struct {
	From       string   `yaml:"from,required" json:"from" form:"set"` // id of a step or milestone, with or without "@scope"
	To         string   `yaml:"to,required" json:"to" form:"set"`
	Type       LinkType `yaml:"type,required" json:"type" form:"set"`
	Lag        Lag      `yaml:"lag" json:"lag"`
	Length     string   `yaml:"length" json:"length"` // words of the VagueLength that the lag is of
	Span       *Span    `yaml:"span" json:"span"`     // between what the lag may lie, where it is somebody else's time
	Soft       bool     `yaml:"soft" json:"soft"`     // a help (tool, guide, inspiration): shown, never scheduled by
	Provenance `yaml:",inline"`
}

// Span is between what the length of an edge or an offset may lie that somebody
// else's work takes and that no text gives: the development of a system, the
// transition from an old one. The length that is counted with stands on the edge or
// the offset, in the same unit.
type Span struct {
	Low       int       `yaml:"low,required" json:"low"`
	High      int       `yaml:"high,required" json:"high"`
	Certainty Certainty `yaml:"certainty,required" json:"certainty" form:"set"`
	Why       lang.Text `yaml:"why,required" json:"why"`
}

// Weakest is the certainty of the edge together with its distance: what a date
// along it has at the most. Lengths that the text leaves open are ours.
func (d *Dependency) Weakest() Certainty {
	c := d.Certainty
	if d.Length != "" {
		c = c.Weaker(Assumed)
	}
	if d.Span != nil {
		c = c.Weaker(d.Span.Certainty)
	}
	return c
}

// NoticeMonths is the playbook's notice of a contract on a legacy system, in whole
// months; 0 where it states none.
func (b *Playbook) NoticeMonths() int {
	d := find(b.Dependencies, func(d *Dependency) bool { return d.From == b.Landmarks.Notice && d.Lag.Unit == Months })
	if d == nil {
		return 0
	}
	return d.Lag.Value
}

// LinkType says which end of the predecessor holds which end of the successor.
type LinkType uint8

// The four link types.
const (
	FS LinkType = iota + 1 // finish to start
	SS                     // start to start
	FF                     // finish to finish
	SF                     // start to finish
)

var linkTypeNames = [...]string{FS: "FS", SS: "SS", FF: "FF", SF: "SF"}

// String returns "FS", "SS", "FF" or "SF".
func (t LinkType) String() string { return strict.NameOf(t, linkTypeNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t LinkType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "FS", "SS", "FF" or "SF".
func (t *LinkType) UnmarshalText(text []byte) error {
	return strict.ReadName(t, text, linkTypeNames[:])
}

// Lag is the least distance that an edge keeps. The zero value is no lag.
type Lag = lag.Lag

// LagUnit is what a lag is counted in.
type LagUnit = lag.Unit

// The units.
const (
	Workdays     = lag.Workdays
	CalendarDays = lag.CalendarDays
	Months       = lag.Months
)

// CountEnd is the end that a lag of months is counted from.
type CountEnd = lag.End

// The ends. The zero value is the predecessor.
const (
	FromPredecessor = lag.FromPredecessor
	FromSuccessor   = lag.FromSuccessor
)
