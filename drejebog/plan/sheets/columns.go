package sheets

import "github.com/drejebog/monopolbrud/drejebog/table"

// kind is a kind of sheet: how it is called, and its columns.
type kind struct {
	name    table.Name
	columns []table.Column
}

// kinds are the sheets that are known, in the order in which they are written.
var kinds = []*kind{&tasks, &contracts, &answers, &systems}

func column(key, da, en string, also ...string) table.Column {
	return table.Column{Name: table.Name{Key: key, DA: da, EN: en, Also: also}}
}

func required(c table.Column) table.Column {
	c.Required = true
	return c
}

// tasks is the status of the tasks: one row each, known by its id or by its
// name and project.
var tasks = kind{name: table.Name{Key: "tasks", DA: "Opgaver", EN: "Tasks"}, columns: []table.Column{
	column("id", "Id", "Id", "Drejebog-id", "Opgave-id"),
	required(column("task", "Opgave", "Task", "Opgavenavn", "Aktivitet", "Trin")),
	column("project", "Projekt", "Project", "Projekt/system"),
	column("duration", "Varighed (arbejdsdage)", "Duration (working days)", "Varighed", "Arbejdsdage"),
	column("plannedStart", "Planlagt start", "Planned start", "Start", "Startdato", "Forventet start"),
	column("plannedFinish", "Planlagt slut", "Planned finish", "Slut", "Slutdato", "Forventet slut"),
	column("deadline", "Frist (egne opgaver)", "Deadline (own tasks)", "Egen frist", "Frist", "Deadline"),
	column("actualStart", "Begyndt", "Started", "Faktisk start", "Påbegyndt"),
	column("actualFinish", "Afsluttet", "Finished", "Faktisk slut", "Færdig", "Fuldført"),
	column("remaining", "Rest (arbejdsdage)", "Remaining (working days)", "Rest", "Resterende"),
	column("hours", "Timer", "Hours", "Timer i alt"),
	column("responsible", "Ansvarlig", "Responsible"),
	column("executor", "Udfører", "Executor", "Udføres af"),
	column("status", "Status", "State"),
	column("notRelevant", "Ikke relevant, fordi", "Not relevant because", "Ikke relevant"),
	column("note", "Bemærkning", "Note", "Bemærkninger", "Noter"),
}}

// contracts are the IT contracts. The last names of some columns are those of
// the overview of contracts in KITOS, as its public source has them.
var contracts = kind{name: table.Name{Key: "contracts", DA: "Kontrakter", EN: "Contracts"}, columns: []table.Column{
	column("key", "Nøgle", "Key", "Kontrakt ID"),
	required(column("name", "Kontrakt", "Contract", "Kontraktnavn", "Navn", "It Kontrakt")),
	column("supplier", "Leverandør", "Supplier"),
	column("system", "Gammelt system", "Legacy system", "System", "IT Systemer"),
	column("nonTSA", "Uden for overgangsaftalen", "Outside the transition agreement", "Non-TSA", "Ikke TSA"),
	column("start", "Kontraktstart", "Contract start", "Startdato", "Gyldig fra"),
	column("end", "Bundet til", "Bound until", "Slutdato", "Udløber", "Gyldig til", "Uopsigelig til"),
	column("noticeMonths", "Opsigelse (måneder)", "Notice (months)", "Opsigelsesvarsel", "Opsigelsesfrist (måneder)"),
	column("noticeTo", "Opsigelse til", "Notice to", "Inden udgangen af"),
	column("noticeGiven", "Opsagt", "Notice given", "Opsagt den", "Kontrakten opsagt"),
	column("specialTerms", "Særlige vilkår", "Special terms"),
	column("note", "Bemærkning", "Note", "Bemærkninger", "Noter"),
}}

// answers are those to the requirements of readiness.
var answers = kind{name: table.Name{Key: "answers", DA: "Parathed", EN: "Readiness"}, columns: []table.Column{
	required(column("requirement", "Krav", "Requirement", "Krav-id", "Kategori")),
	required(column("project", "Projekt", "Project")),
	required(column("state", "Svar", "Answer", "Besvarelse")),
	column("by", "Besvaret af", "Answered by", "Ansvarlig"),
	column("on", "Besvaret den", "Answered on", "Dato"),
	column("reason", "Begrundelse", "Reason"),
	column("note", "Bemærkning", "Note", "Bemærkninger", "Noter"),
}}

// systems are the IT systems; the plan keeps only how many there are. The last
// names of some columns are those of the overview of systems in KITOS.
var systems = kind{name: table.Name{Key: "systems", DA: "Systemer", EN: "Systems"}, columns: []table.Column{
	required(column("name", "It-system", "IT system", "Systemnavn", "Navn", "IT System")),
	column("showsInSAPA", "Viser data i SAPA", "Shows data in SAPA", "Sagsbærende"),
	column("interfaces", "Snitflader", "Interfaces", "Antal snitflader"),
	column("status", "I brug", "In use"),
}}

// The words of the cells that hold one of a list.
var (
	statusWords = []table.Name{
		{Key: "notStarted", DA: "ikke begyndt", EN: "not started", Also: []string{"ikke påbegyndt", "ikke startet", "afventer"}},
		{Key: "inProgress", DA: "i gang", EN: "in progress", Also: []string{"igangværende", "påbegyndt", "begyndt"}},
		{Key: "done", DA: "afsluttet", EN: "done", Also: []string{"fuldført", "færdig", "udført", "gennemført"}},
		{Key: "onHold", DA: "sat i bero", EN: "on hold", Also: []string{"på hold", "udsat"}},
	}
	answerWords = []table.Name{
		{Key: "notStarted", DA: "ikke begyndt", EN: "not started", Also: []string{"ikke påbegyndt"}},
		{Key: "inProgress", DA: "i gang", EN: "in progress", Also: []string{"delvist", "påbegyndt"}},
		{Key: "confirmed", DA: "bekræftet", EN: "confirmed", Also: []string{"opfyldt", "ja"}},
		{Key: "notRelevant", DA: "ikke relevant", EN: "not relevant"},
		{Key: "waived", DA: "frafaldet", EN: "waived"},
	}
	noticeWords = []table.Name{
		{Key: "", DA: "dagen", EN: "the day", Also: []string{"dato", "løbende"}},
		{Key: "month", DA: "månedens udgang", EN: "end of the month", Also: []string{"måned", "udgangen af en måned"}},
		{Key: "quarter", DA: "kvartalets udgang", EN: "end of the quarter", Also: []string{"kvartal"}},
		{Key: "year", DA: "årets udgang", EN: "end of the year", Also: []string{"år", "kalenderår"}},
	}
)
