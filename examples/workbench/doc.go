// Workbench shows plans in a browser of this machine.
package main
