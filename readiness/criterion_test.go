package readiness_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func criterionOf(t require.TestingT, a *readiness.Assessment, project, topic string) readiness.Criterion {
	criteria := a.Criteria
	if project != "" {
		criteria = projectOf(t, a, project).Criteria
	}
	for _, m := range criteria {
		if m.Topic.ID == topic {
			return m
		}
	}
	require.Fail(t, "no topic "+topic)
	return readiness.Criterion{}
}

// A row for each light of each topic: what the plan says, and what the page
// says of it.
func TestEachTopicIsJudgedByWhatThePlanSays(t *testing.T) {
	const live = "projects: {ky: {goLive: 2016-01-01}, sapa: {goLive: 2016-01-01}, ksd: {goLive: 2016-01-01}}"
	for _, row := range []struct {
		project, topic string
		asOf           string
		lines          []string
		light          readiness.Light
		code           string
		text           string
	}{
		{"ky", "organisation", "2014-06-27", []string{"people: {anna: {roles: [projektleder@sapa]}}"}, readiness.Yellow, "", "Projektet har ingen projektleder."},
		{"stoettesystemerne", "organisation", "2014-06-27", []string{"dataDate: 2014-06-27", "people: {anna: {name: Anna, roles: [projektleder]}}", "tasks: {4.5/roller@stoettesystemerne: {actualStart: 2013-12-02, actualFinish: 2013-12-12}}"}, readiness.Yellow, "", "Ingen har rollen som programleder, it-arkitekt, forretningsejer, kontraktansvarlig, jurist, testkoordinator, it- eller digitaliseringschef, kontaktperson for Støttesystemerne."},
		{"stoettesystemerne", "organisation", "2014-06-27", []string{"dataDate: 2014-06-27", "people: {anna: {name: Anna, roles: [projektleder, programleder, it-arkitekt, forretningsejer, kontraktansvarlig, jurist, testkoordinator, it-chef, stoettesystemkontakt]}}", "tasks: {4.5/roller@stoettesystemerne: {actualStart: 2013-12-02, actualFinish: 2013-12-12}}"}, readiness.Green, "", "Rollerne er besat 12. december 2013; projektleder: Anna."},
		{"sapa", "databehandleraftale", "2014-06-27", nil, readiness.Grey, "", "Ikke oplyst; det er heller ikke afklaret, hvem der må skrive under."},
		{"sapa", "databehandleraftale", "2014-06-27", []string{"agreements: {sapa: {signer: jurist}}"}, readiness.Yellow, "", "Ikke underskrevet; jurist skriver under."},
		{"sapa", "databehandleraftale", "2014-06-27", []string{"agreements: {sapa: {signed: 2014-06-20}}"}, readiness.Green, "", "Underskrevet 20. juni 2014."},
		{"sapa", "databehandleraftale", "2016-02-01", []string{live, "deliverables: {ext/udvikling@sapa: {delivered: 2015-08-31}}"}, readiness.Grey, "", "Ikke oplyst; det er heller ikke afklaret, hvem der må skrive under."},
		{"ky", "databehandleraftale", "2014-06-27", []string{"people: {bo: {name: Bo, roles: [jurist]}}", "agreements: {ky: {signer: bo}}"}, readiness.Yellow, "", "Ikke underskrevet; Bo skriver under."},
		{"sapa", "databehandleraftale", "2015-09-01", []string{"agreements: {sapa: {signer: jurist}}", "deliverables: {ext/udvikling@sapa: {delivered: 2015-08-31}}"}, readiness.Red, "DB-519", "Databehandleraftalen for SAPA er ikke underskrevet, selv om udviklingen begyndte 31. august 2015."},
		{"sapa", "databehandleraftale", "2016-02-01", []string{live, "agreements: {sapa: {signer: jurist}}"}, readiness.Red, "DB-538", "Databehandleraftalen for SAPA er ikke underskrevet, selv om systemet blev sat i drift 1. januar 2016."},
		{"sapa", "databehandleraftale", "2016-02-01", []string{live, "agreements: {sapa: {signed: 2016-01-20}}"}, readiness.Red, "DB-518", "Databehandleraftalen for SAPA er underskrevet 20. januar 2016, efter idriftsættelsen 1. januar 2016."},
		{"sapa", "it-miljoe", "2015-07-01", []string{"environment: {a: {name: Browser, gap: none}, b: {name: Server, gap: purchase}}"}, readiness.Yellow, "", "1 af 2 krav til it-miljøet er på plads. Ikke bestilt: 1."},
		{"sapa", "it-miljoe", "2015-07-01", []string{"environment: {b: {name: Server, gap: purchase, due: 2015-06-30}}"}, readiness.Red, "DB-520", "Server skulle være på plads i it-miljøet senest 30. juni 2015 og er det ikke."},
		{"ky", "arbejdsgange", "2015-07-01", []string{"drivers: {processes@ky: 3}", "processes: {a: {name: A, project: ky, toBe: 2015-05-01, decided: 2015-06-01}}"}, readiness.Yellow, "", "1 af 3 arbejdsgange er besluttet; 0 er beskrevet, som de er, og 1, som de bliver."},
		{"ky", "oprydning", "2015-09-01", []string{"cleanUp: {kmd-aktiv: {counts: [{on: 2015-08-03, left: 500}, {on: 2015-09-01, left: 100}]}}"}, readiness.Yellow, "", "100 sager mangler; i tempoet siden første optælling er de væk 9. september 2015."},
		{"ky", "oprydning", "2015-09-01", []string{"cleanUp: {kmd-aktiv: {counts: [{on: 2015-08-03, left: 500}, {on: 2015-09-01, left: 400}]}}"}, readiness.Yellow, "DB-525", "400 sager mangler at blive ryddet op; i tempoet siden første optælling færdig 30. december 2015. Fristen er 1. oktober 2015."},
		{"ky", "oprydning", "2015-09-01", []string{"cleanUp: {kmd-aktiv: {counts: [{on: 2015-08-03, left: 500}, {on: 2015-09-01, left: 500}]}}"}, readiness.Yellow, "DB-525", "500 sager mangler at blive ryddet op; i tempoet siden første optælling aldrig færdig. Fristen er 1. oktober 2015."},
		{"ky", "oprydning", "2015-06-15", []string{"drivers: {open-cases@kmd-aktiv: 500}", "cleanUp: {kmd-aktiv: {counts: [{on: 2015-06-12, left: 380}]}}"}, readiness.Yellow, "", "380 sager mangler (12. juni 2015); tempoet kan først ses af en senere optælling."},
		{"ky", "oprydning", "2015-09-01", []string{"cleanUp: {kmd-aktiv: {counts: [{on: 2015-08-26, left: 500}, {on: 2015-09-01, left: 501}]}}"}, readiness.Yellow, "", "501 sager mangler (1. september 2015); tempoet kan først ses af en senere optælling."},
		{"ky", "oprydning", "2015-09-01", []string{"cleanUp: {kmd-aktiv: {counts: [{on: 2015-08-31, left: 0}]}}"}, readiness.Green, "", "Der er ryddet op: ingen sager mangler."},
		{"ky", "kontrakter", "2014-06-27", []string{"contracts: {a: {name: Begge, systems: [kmd-aktiv, kmd-sag], noticeMonths: 6, noticeTo: month}}"}, readiness.Green, "", "Begge skal opsiges senest 30. september 2015."},
		{"sapa", "kontrakter", "2014-06-27", []string{"contracts: {a: {name: Begge, systems: [kmd-sag, kmd-aktiv], noticeMonths: 6, noticeTo: month}}"}, readiness.Green, "", "Begge skal opsiges senest 30. september 2015."},
		{"ky", "kontrakter", "2015-07-06", []string{"projects: {sapa: {goLive: unknown}}", "contracts: {a: {name: Begge, systems: [kmd-aktiv, kmd-sag], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-03-02}}"}, readiness.Red, "DB-112", "Begge slutter 30. september 2015, før det nye system er i drift."},
		{"ky", "kontrakter", "2014-06-27", []string{live, "contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}"}, readiness.Green, "", "KMD Aktiv skal opsiges senest 30. juni 2015."},
		{"ky", "kontrakter", "2015-05-04", []string{live, "contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, specialTerms: Bod}}"}, readiness.Yellow, "", "KMD Aktiv skal opsiges senest 30. juni 2015. Særlige vilkår: Bod."},
		{"ky", "kontrakter", "2015-07-06", []string{live, "contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month}}"}, readiness.Grey, "", "KMD Aktiv: sidste dag for opsigelse var 30. juni 2015; om den er opsagt, er ikke oplyst."},
		{"ky", "kontrakter", "2015-07-06", []string{live, "contracts: {a: {name: A, systems: [kmd-aktiv], start: 2014-01-01, end: 2015-09-30}, b: {name: B, systems: [kmd-aktiv], start: 2010-01-01}}"}, readiness.Yellow, "DB-458", "A slutter 30. september 2015, før det nye system er i drift. B gælder også systemet; se efter, om den dækker det samme."},
		{"ky", "kontrakter", "2015-07-06", []string{live, "contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-03-02}}"}, readiness.Red, "DB-112", "KMD Aktiv slutter 30. september 2015, før det nye system er i drift."},
		{"ky", "kontrakter", "2015-05-04", []string{live, "contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-07-06}}"}, readiness.Red, "DB-131", "Opsigelsen af KMD Aktiv er planlagt til 6. juli 2015, efter sidste dag 30. juni 2015."},
		{"ky", "kontrakter", "2015-07-07", []string{live, "contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-07-06}}"}, readiness.Red, "DB-113", "KMD Aktiv er opsagt 6. juli 2015, efter sidste dag 30. juni 2015."},
		{"sapa", "snitflader", "2015-07-06", []string{"contracts: {k: {name: Skole}}", "interfaces: {a: {name: Elever, project: sapa, contract: k, built: 2015-07-01}, b: {name: Dagtilbud, project: sapa, contract: k}}"}, readiness.Yellow, "", "1 af 2 snitflader virker; hver har en kontrakt."},
		{"sapa", "snitflader", "2015-07-06", []string{"interfaces: {a: {name: Elever, project: sapa}}"}, readiness.Yellow, "DB-521", "Snitfladen Elever står ikke i nogen kontrakt."},
		{"ky", "migrering", "2015-12-01", []string{live}, readiness.Grey, "", "Ikke oplyst; senest 11. december 2015."},
		{"ky", "migrering", "2015-12-01", []string{live, "migrations: {ky: {newCases: Papir}}"}, readiness.Yellow, "DB-523", "KY sættes i drift 1. januar 2016, men der er ingen reserveplan, hvis overgangen går galt."},
		{"ky", "migrering", "2015-07-01", []string{live, "migrations: {ky: {closed: [{from: 2015-12-28, to: 2016-01-04}], fallBack: Papir, newCases: Papir}}"}, readiness.Red, "DB-522", "Det gamle system er lukket til 4. januar 2016, men KY sættes i drift 1. januar 2016."},
		{"ky", "uddannelse", "2015-07-01", []string{live, "drivers: {superusers@ky: 4, users@ky: 30}", "training: [{project: ky, who: superusers, on: 2015-10-01, people: 4}, {project: ky, who: users, on: 2015-12-01, people: 32}]"}, readiness.Green, "", "0 af 4 superbrugere og 0 af 30 slutbrugere er uddannet; der er hold til resten."},
		{"ky", "uddannelse", "2015-07-01", []string{live, "drivers: {superusers@ky: 4}", "training: [{project: ky, who: superusers, on: 2015-10-01, people: 3}]"}, readiness.Yellow, "DB-527", "3 af 4 superbrugere i KY er uddannet eller på et hold inden idriftsættelsen."},
		{"ky", "uddannelse", "2015-12-20", []string{live, "drivers: {superusers@ky: 3, users@ky: 22}", "tasks: {4.8/uddannelsesplan@ky: {actualStart: 2015-07-15, actualFinish: 2015-07-28}}", "training: [{project: ky, who: superusers, on: 2016-01-15, people: 3}, {project: ky, who: users, on: 2015-12-01, people: 22}]"}, readiness.Yellow, "DB-527", "0 af 3 superbrugere i KY er uddannet eller på et hold inden idriftsættelsen."},
		{"ky", "uddannelse", "2015-12-20", []string{live, "drivers: {superusers@ky: 3, users@ky: 22}", "training: [{project: ky, who: superusers, on: 2015-12-01, people: 3}, {project: ky, who: users, on: 2016-02-15, people: 22}]"}, readiness.Yellow, "DB-527", "0 af 22 slutbrugere i KY er uddannet eller på et hold inden idriftsættelsen."},
		{"ky", "uddannelse", "2015-12-20", []string{live, "training: [{project: ky, who: users, on: 2015-12-15, people: 5}]"}, readiness.Grey, "", "Der er hold til 0 superbrugere og 5 slutbrugere inden idriftsættelsen; hvor mange der skal uddannes, er ikke oplyst."},
		{"ky", "uddannelse", "2015-12-20", []string{live, "drivers: {superusers@ky: 3, users@ky: 5}", "training: [{project: ky, who: superusers, on: 2015-12-01, people: 3}, {project: ky, who: users, on: 2015-12-15, people: 5}]"}, readiness.Green, "", "3 af 3 superbrugere og 5 af 5 slutbrugere er uddannet."},
		{"ky", "uddannelse", "2015-07-01", []string{live, "training: [{project: ky, who: superusers, on: 2015-06-30, people: 3}]"}, readiness.Yellow, "DB-526", "Superbrugerholdet 30. juni 2015 til KY ligger mere end 6 måneder før idriftsættelsen 1. januar 2016."},
		{"ky", "uddannelse", "2015-07-01", []string{live, "tasks: {4.10/superbrugere@ky: {actualStart: 2015-06-29, actualFinish: 2015-06-30}}"}, readiness.Yellow, "DB-526", "Superbrugerholdet 30. juni 2015 til KY ligger mere end 6 måneder før idriftsættelsen 1. januar 2016."},
		{"ky", "test", "2015-12-07", []string{live, "tests: [{project: ky, kind: own, on: 2015-12-01, cases: 9, passed: 7}, {project: ky, kind: own, on: 2015-12-04, cases: 9, passed: 9}]"}, readiness.Green, "", "Seneste runde 4. december 2015: 9 af 9 testcases uden fejl."},
		{"ky", "driftsproeve", "2016-02-10", []string{live, "tests: [{project: ky, kind: trial, on: 2016-02-08, cases: 5, passed: 5}, {project: ky, kind: retest, on: 2016-02-09, cases: 4, passed: 3}]"}, readiness.Yellow, "DB-524", "Seneste testrunde 9. februar 2016: 3 af 4 testcases uden fejl."},
		{"ky", "gevinster", "2015-07-01", []string{"benefits: {a: {name: Kortere svartid, project: ky, owner: gevinstejer}}"}, readiness.Yellow, "", "0 af 1 gevinster kan måles."},
		{"ky", "gevinster", "2015-07-01", []string{"benefits: {a: {name: Kortere svartid}}"}, readiness.Yellow, "DB-528", "Gevinsten Kortere svartid har ingen ejer."},
		{"", "exit", "2015-07-01", []string{"sagExit: {a: {name: Skole, receiver: ESDH, users: 5, usersMoved: 2, casesMoved: 4}}"}, readiness.Yellow, "", "2 af 5 brugere og 4 sager er flyttet; hvor mange sager der er i alt, er ikke oplyst."},
		{"", "exit", "2015-07-01", []string{"sagExit: {a: {name: Skole, receiver: ESDH}}"}, readiness.Yellow, "", "0 brugere og 0 sager er flyttet; hvor mange der er i alt, er ikke oplyst."},
		{"", "exit", "2015-07-01", []string{"sagExit: {a: {name: Skole, receiver: ESDH, users: 5, usersMoved: 5, cases: 4, casesMoved: 4}, b: {name: Park, receiver: ESDH, cases: 0}}"}, readiness.Yellow, "", "5 brugere og 4 af 4 sager er flyttet; hvor mange brugere der er i alt, er ikke oplyst."},
		{"", "exit", "2015-07-01", []string{"sagExit: {a: {name: Skole, receiver: ESDH, users: 5, usersMoved: 5, cases: 4, casesMoved: 4}}"}, readiness.Green, "", "5 af 5 brugere og 4 af 4 sager er flyttet."},
		{"", "exit", "2015-07-01", []string{"sagExit: {a: {name: Skole}}"}, readiness.Yellow, "DB-531", "Skole har intet system at flytte til fra KMD Sag."},
		{"", "non-tsa", "2015-07-01", []string{"contracts: {a: {name: Byg, nonTSA: true, sagTerms: unused}}"}, readiness.Green, "", "1 af 1 kontrakter regulerer brugen af KMD Sag eller bruger den ikke."},
		{"", "non-tsa", "2015-07-01", []string{"drivers: {non-tsa: 3}", "contracts: {a: {name: Byg, nonTSA: true, sagTerms: regulated}}"}, readiness.Yellow, "", "2 af 3 kontrakter er ikke set efter for brug af KMD Sag."},
		{"", "non-tsa", "2015-07-01", []string{"contracts: {a: {name: Byg, nonTSA: true, sagTerms: open}}"}, readiness.Yellow, "DB-529", "Kontrakten Byg bruger funktioner i KMD Sag, uden at det er reguleret."},
		{"", "stoettesystemkontakt", "2014-05-05", nil, readiness.Yellow, "", "Skal være udpeget senest 30. maj 2014."},
		{"", "stoettesystemkontakt", "2014-06-27", nil, readiness.Grey, "", "Ikke oplyst; fristen er passeret."},
		{"", "administrator", "2013-11-01", []string{"dataDate: 2013-11-01", "tasks: {4.11/administrator@serviceplatformen: {actualStart: 2013-10-21, actualFinish: 2013-10-28}}"}, readiness.Yellow, "", "Udpeget 28. oktober 2013, efter fristen 22. oktober 2013."},
		{"", "udbud", "2015-07-01", []string{"tenders: {a: {name: Omsorg, serviceplatformen: included, stoettesystemerne: notRelevant}}"}, readiness.Green, "", "1 udbud er set igennem."},
		{"", "udbud", "2015-07-01", []string{"tenders: {a: {name: Omsorg}}"}, readiness.Yellow, "DB-530", "Det er ikke afklaret, om udbuddet Omsorg skal have kravene om Serviceplatformen og Støttesystemerne med."},
		{"", "portefoelje", "2015-07-01", []string{"projects: {ky: {priority: 2}, ksd: {priority: 1}, sapa: {priority: 3}, stoettesystemerne: {priority: 4}}"}, readiness.Green, "", "Prioriteret rækkefølge: KSD, KY, SAPA, Støttesystemerne."},
	} {
		a := assess(t, planOf(t, append([]string{"asOf: " + row.asOf}, row.lines...)...))
		m := criterionOf(t, a, row.project, row.topic)
		assert.Equal(t, row.light, m.Light, "%s: %s", row.topic, m.Says.In(lang.Danish))
		assert.Equal(t, row.code, m.Code, row.topic)
		assert.Equal(t, row.text, m.Says.In(lang.Danish))
		assert.NotContains(t, m.Says.In(lang.English), "{")
	}
}

func TestMoneyIsWhatTheCallerStatesElseWhatThePlanDecided(t *testing.T) {
	type told struct {
		light  readiness.Light
		reason lang.Text
	}
	tell := func(l readiness.Rating) told { return told{l.Light, l.Reason.Text()} }
	rating := func(given readiness.Input, lines ...string) readiness.Rating {
		a := assess(t, planOf(t, lines...))
		other, err := given.Assess(a.Schedule)
		require.NoError(t, err)
		return projectOf(t, other, "sapa").Money
	}
	assert.Equal(t, readiness.Grey, rating(readiness.Input{}).Light)
	decided := "decisions: [{step: 5.1/tilpasning@sapa, state: setAside}, {step: 4.10/slutbrugere, state: withinFrame}, {step: 5.1/tilpasning@ky, state: undecided}]"
	assert.Equal(t, told{readiness.Yellow, lang.Text{
		DA: "2 poster er besluttet i planen; resten er ikke oplyst.", EN: "2 items are decided in the plan; the rest is not stated.",
	}}, tell(rating(readiness.Input{}, decided)), "what nobody has decided is never green")
	open := "decisions: [{step: 5.1/tilpasning@sapa, state: undecided}]"
	assert.Equal(t, told{readiness.Yellow, lang.Text{
		DA: "1 af 1 poster i planen er ikke besluttet; budgettet vedtages senest 15. oktober 2015.", EN: "1 of 1 items of the plan are not decided; the budget is adopted by 15 October 2015.",
	}}, tell(rating(readiness.Input{}, "asOf: 2015-10-01", open)))
	assert.Equal(t, readiness.Red, rating(readiness.Input{}, "asOf: 2015-10-16", open).Light, "budget 2016 is adopted")
	stated := readiness.Input{Money: []readiness.Money{{Project: "sapa", SetAside: kroner(t, "250000"), WithinFrame: kroner(t, "40000.40")}}}
	assert.Equal(t, told{readiness.Green, lang.Text{
		DA: "250.000 kr. afsat, 40.000 kr. inden for rammen.", EN: "DKK 250,000 set aside, DKK 40,000 within the frame.",
	}}, tell(rating(stated, open)), "what the caller states goes before the plan")
	stated.Money[0].Undecided = kroner(t, "10000")
	assert.Equal(t, readiness.Yellow, rating(stated).Light)
}

func TestWhatBecameKnownLaterShowsOnlyFromThatDay(t *testing.T) {
	assert.Empty(t, assess(t, planOf(t, "asOf: 2019-06-12")).Facts)
	later := assess(t, planOf(t, "asOf: 2019-06-13")).Facts
	require.Len(t, later, 1)
	assert.Contains(t, later[0].What.DA, "KMD Sag kan tidligst opsiges")
	assert.Contains(t, textOf(t, assess(t, planOf(t, "asOf: 2019-07-01")), lang.Danish), "Senere oplysning (13. juni 2019): KMD Sag kan tidligst opsiges")
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, assess(t, planOf(t, "asOf: 2019-07-01"))))
	assert.Contains(t, out.String(), `"published": "2019-06-13"`)
}

func TestRemindersAreWhatFallsDueByRole(t *testing.T) {
	p := planOf(t, "asOf: 2015-09-14", "people: {anna: {name: Anna, roles: [projektleder]}}", "projects: {sapa: {goLive: 2016-01-01}}",
		"contracts: {sag: {name: KMD Sag, systems: [kmd-sag], noticeMonths: 6, noticeTo: month}}")
	a := assess(t, p, small(t))
	due := a.Reminders(30)
	require.NotEmpty(t, due)
	found := map[string]readiness.Reminder{}
	for i, r := range due {
		assert.GreaterOrEqual(t, r.Due, a.On)
		assert.LessOrEqual(t, r.Due, a.On+30)
		if i > 0 {
			assert.LessOrEqual(t, due[i-1].Role, r.Role)
		}
		found[r.Subject] = r
	}
	assert.Equal(t, []string{"anna"}, found["test/testtid@sapa"].People)
	assert.Equal(t, "2015-09-30", found["contracts/sag"].Due.String())
	assert.Equal(t, 12, found["contracts/sag"].Left)
	assert.Empty(t, a.Reminders(-1))
}

// What the plan states in its tables is not asked for again: neither as missing,
// nor as something to prepare, nor in the reminders.
func TestWhatThePlanStatesInItsTablesIsNotAskedForAgain(t *testing.T) {
	said := []string{"asOf: 2015-09-25", "dataDate: 2015-09-25", "projects: {ky: {goLive: 2016-01-01}}",
		"agreements: {ky: {signer: jurist, signed: 2014-07-01}}",
		"environment: {pc: {name: Pc, project: ky, gap: none}}",
		"cleanUp: {kmd-aktiv: {counts: [{on: 2015-06-12, left: 100}, {on: 2015-09-01, left: 0}]}}",
		"processes: {k: {name: Kontanthjælp, project: ky, owner: jurist, decided: 2015-06-01}}",
		"migrations: {ky: {fallBack: Papir, newCases: Papir}}",
		"benefits: {g: {name: Kortere svartid, project: ky, owner: jurist, baseline: 9, target: 7}}",
		"contracts: {a: {name: KMD Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-06-22}}",
	}
	asked := func(a *readiness.Assessment) []string {
		var list []string
		p := projectOf(t, a, "ky")
		for _, b := range p.Blockers {
			list = append(list, b.Subject)
		}
		for _, r := range a.Reminders(200) {
			list = append(list, r.Subject)
		}
		for _, x := range p.Preparation {
			if x.State != readiness.PreparedDone {
				list = append(list, "prepare "+x.Requirement.ID)
			}
		}
		return list
	}
	silent, told := asked(assess(t, planOf(t, said[:3]...))), asked(assess(t, planOf(t, said...)))
	for _, task := range []string{
		"6.2/underskrift@ky", "5.1/tilpasning@ky", "4.9/oprydning@kmd-aktiv", "4.7/tilretning@ky", "4.8/migreringsplan@ky", "5.2/overgangsplan@ky",
		"4.6/gevinstplan@ky", "6.3/opsigelse@kmd-aktiv", "prepare arbejdsgange", "prepare oprydning", "prepare migreringsplan", "prepare it-miljoe", "prepare databehandleraftale",
	} {
		assert.Contains(t, silent, task, "asked for where the plan is silent")
		assert.NotContains(t, told, task)
	}
	assert.Contains(t, told, "4.8/bekraeftelse@ky", "what the tables do not say is")
}

// A way out of KMD Sag that nobody has counted has moved nobody: its tasks are
// asked for until all are counted and moved.
func TestWhatIsNotCountedHasNotMovedOutOfKMDSag(t *testing.T) {
	reminded := func(group string) (subjects []string) {
		for _, r := range assess(t, planOf(t, "asOf: 2015-07-01", "projects: {sapa: {goLive: 2016-01-01}}", "sagExit: {a: {name: Skole, receiver: ESDH"+group+"}}")).Reminders(3650) {
			subjects = append(subjects, r.Subject)
		}
		return subjects
	}
	for _, task := range []string{"5.5/flyt-sager@sapa", "5.5/flyt-brugere@sapa"} {
		assert.Contains(t, reminded(""), task)
		assert.NotContains(t, reminded(", users: 5, usersMoved: 5, cases: 4, casesMoved: 4"), task)
	}
}

// The topic, what is missing and the reminder carry the day of the gap that has
// to be closed first, as long as it is open.
func TestAGapInTheITEnvironmentIsToldBeforeItsLastDay(t *testing.T) {
	told := func(lines ...string) (topic string, missing, reminders []string) {
		a := assess(t, planOf(t, append([]string{"asOf: 2015-10-20", "projects: {sapa: {goLive: 2016-03-01}}", "people: {bo: {name: Bo, roles: [it-chef]}}", "environment:"}, lines...)...)).Of("sapa")
		if m := criterionOf(t, a, "sapa", "it-miljoe"); m.By != nil {
			topic = m.By.String()
		}
		for _, b := range projectOf(t, a, "sapa").Blockers {
			if b.Subject == "it-miljoe@sapa" {
				missing = append(missing, b.By.String())
			}
		}
		for _, r := range a.Reminders(60) {
			if strings.HasPrefix(r.Subject, "environment/") {
				assert.Equal(t, []string{"bo"}, r.People)
				reminders = append(reminders, r.Due.String()+" "+r.What.In(lang.Danish))
			}
		}
		return topic, missing, reminders
	}
	for _, row := range []struct {
		topic     string
		reminders []string
		lines     []string
	}{
		{"2015-11-13", []string{"2015-11-13 Bestil og få på plads i it-miljøet: Certifikater"}, []string{"  c: {name: Certifikater, project: sapa, gap: purchase, due: 2015-11-13}"}},
		{"2015-11-13", []string{"2015-11-13 Få på plads i it-miljøet: Certifikater", "2015-12-01 Få på plads i it-miljøet: Browser"}, []string{
			"  b: {name: Browser}", "  c: {name: Certifikater, project: sapa, gap: purchase, ordered: 2015-10-01, due: 2015-11-13}",
		}},
		{"2015-12-01", []string{"2015-12-01 Få på plads i it-miljøet: Browser"}, []string{
			"  b: {name: Browser}", "  c: {name: Certifikater, project: sapa, gap: purchase, due: 2015-10-13, closed: 2015-10-10}", "  d: {name: Fremtid, project: ky, due: 2015-10-30}",
		}},
		{"", nil, []string{"  c: {name: Certifikater, project: sapa, gap: none, due: 2015-11-13}"}},
	} {
		topic, missing, reminders := told(row.lines...)
		assert.Equal(t, row.topic, topic)
		assert.Equal(t, row.reminders, reminders)
		if topic != "" {
			assert.Equal(t, []string{topic}, missing)
		}
	}
}

func TestNoticeIsRemindedOfOnceAndNotOnceItIsGiven(t *testing.T) {
	reminded := func(contract string) []string {
		var list []string
		for _, r := range assess(t, planOf(t, "asOf: 2015-09-14", "projects: {sapa: {goLive: 2016-01-01}}", "contracts: {d: {name: Sag D, systems: [kmd-sag], "+contract+"}}")).Reminders(30) {
			if strings.HasPrefix(r.Subject, "6.3/opsigelse@kmd-sag") || r.Subject == "contracts/d" {
				list = append(list, r.What.In(lang.Danish))
			}
		}
		return list
	}
	assert.Equal(t, []string{"Opsig kontrakten Sag D"}, reminded("noticeMonths: 6, noticeTo: month"))
	assert.Equal(t, []string{"Opsig kontrakten Sag D"}, reminded("noticeMonths: 6, noticeTo: month, noticeGiven: 2015-09-21"), "planned is not given")
	assert.Empty(t, reminded("noticeMonths: 6, noticeTo: month, noticeGiven: 2015-09-11"))
	assert.Empty(t, reminded("end: 2017-12-31"), "it runs out by itself")
}

func kroner(t require.TestingT, text string) drejebog.Kroner {
	k, err := drejebog.ParseKroner(text)
	require.NoError(t, err)
	return k
}
