// Package webdriver shows a page in a real browser, for tests: a headless Chromium, as a
// user meets it. A test that starts one is skipped where none is installed.
//
// A Browser belongs to one test and to one goroutine: calls come one after the other.
package webdriver
