package drejebog_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rules are what the playbook says of who waits for whom, each with the edges
// that hold it: from > to, type, lag and the end it is counted from. The numbers
// are those of a close reading of the text. What has no edge is level of
// effort, a chain of several edges (32: strategy to moving), or money (93: an
// add-on has earned its price back by the implementation), and is tested where
// it is computed.
const rules = `
1 | the template for contracts helps the first overview | ext/kontraktskabelon > 4.1/overblik FS soft
2 | interfaces are mapped from the overview | 4.1/overblik > 6.6/snitflader FS
3 | the tender plan is made from the overview | 4.1/overblik > 4.1/udbudsplan FS
4 | requirements go into the tenders that the plan has | 4.1/udbudsplan > 6.1/krav SS; 4.1/udbudsplan > 6.5/krav SS
5 | terms of contracts are checked in those registered | 4.1/overblik > 6.3/vilkaar FS
6 | the same contracts are gone through for SAPA | 4.1/overblik > 4.3/kmd-kontrakter FS
7 | the overview of contracts for SAPA comes from the first | 4.1/overblik > 6.6/kontraktoverblik FS
8 | the systems are part of the environment as it is | 4.1/overblik > 5.1/as-is SS
9 | KITOS helps with the overview and with the portfolio | ext/kitos > 4.1/overblik SS soft; ext/kitos > 4.12/opstart SS soft
10 | a kommune adapts what KOMBIT publishes for 2014 | ext/estimater-2014 > 4.4/tilpas-2014 FS
11 | KL's letter carries the estimates once the year's agreement is made | ext/oekonomiaftale-2014 > ext/supplementsskrivelse-2014 FS; ext/supplementsskrivelse-2014 > 4.4/beslut-2014 FS
12 | what is decided for 2014 is decided by the adoption | 4.4/beslut-2014 > budget/2014 FF
13 | a kommune decides on the contributions for 2015 | ext/bidrag-2015 > 4.4/tilpas-2015 FS; 4.4/tilpas-2015 > 4.4/beslut-2015 FS
14 | business cases belong to what the decision rests on | ext/business-cases > 4.4/beslut-2015 FF
15 | the later contributions supplement the earlier | 4.4/tilpas-2014 > 4.4/tilpas-2015 SS
16 | what is decided for 2015 is decided by the adoption | 4.4/beslut-2015 > budget/2015 FF
17 | investments need money | 5.1/gap > 4.4/beslut-2015 FS soft
18 | nothing is bought before its budget year begins | budget/2015 > budgetyear/2015 FS; budgetyear/2015 > 5.1/tilpasning FS
19 | the estimates say how much time a role takes | ext/estimater-2014 > 4.5/roller FS soft
20 | guide and advice inspire the organisation | ext/organisationsguide > 4.5/organisation FF soft; ext/organisationsanbefalinger > 4.5/organisation FF soft
21 | the organisation prepares the benefits | 4.5/roller > 4.6/succeskriterier FS
22 | the organisation owns the local tasks | 4.5/roller > 4.7/arbejdsgange FS; 4.5/roller > 4.8/gennemgang FS; 4.5/roller > 4.9/forberedelse FS; 4.5/roller > 5.2/overgangsplan FS
23 | what starts in autumn 2013 does not wait for the organisation to stand | 4.5/organisation > 5.1/as-is SS; 4.5/organisation > 6.2/kompetence SS; 4.5/organisation > 6.3/vilkaar SS
24 | tool and workshops frame the benefits | ext/gevinstredskab > 4.6/succeskriterier FS soft; ext/gevinstworkshop > 4.6/gevinstplan FS soft
26 | a kommune's own usage pattern feeds its exit strategy, where it has one | 4.2/kortlaegning > 4.13/strategi FS soft
27 | usage patterns feed SAPA's planning | 4.2/indsend > ext/sapa-implementeringsplan FS
28 | the strategy for cases runs beside the exit strategy | 4.14/strategi > 4.13/strategi SS
29 | the process diagram starts what leads out of KMD Sag | 4.3/procesdiagram > 4.13/strategi SS; 4.3/procesdiagram > 5.5/non-tsa SS; 4.3/procesdiagram > 6.6/kontraktoverblik SS; 4.3/procesdiagram > 6.6/snitfladeoverblik SS
30 | the exit guide came late and helps the strategy on the way | ext/exit-guide > 4.13/strategi FF soft
31 | the folder helps the strategy for cases | ext/sagsstrategi-folder > 4.14/strategi FS soft
33 | a receiving system is chosen by both strategies | 4.13/strategi > 4.13/modtager-valg FS; 4.14/strategi > 4.13/modtager-valg FS
34 | cases and users move when the receiving system is in use and learnt | 4.13/modtager-opsaetning > 5.5/flyt-sager FS; 4.13/modtager-uddannelse > 5.5/flyt-sager FS; 4.13/modtager-uddannelse > 5.5/flyt-brugere FS
35 | KMD Sag ends when cases and users have moved | 5.5/flyt-sager > end FS; 5.5/flyt-brugere > end FS
36 | an old system ends after the new one is in use | golive > end FS
37 | other contracts' use of KMD Sag is regulated before it ends | 5.5/non-tsa > end FS
38 | the kommune's own interfaces stand in KOMBIT's overview | ext/snitfladeoversigt > 6.6/snitfladeoverblik FS; ext/snitfladeoversigt > 6.6/snitflader FF
39 | contracts are obtained for what the quality check has chosen | 6.6/kvalitetstjek > 6.6/kontrakter FS
40 | data show in SAPA when interfaces are under contract and built | 6.6/kontrakter > ext/snitflader-bygget FS; ext/snitflader-bygget > golive FS
41 | SAPA's interfaces run to Støttesystemerne | golive@stoettesystemerne > golive@sapa FS
42 | interfaces come on Serviceplatformen when it is open | golive@serviceplatformen > ext/snitflader-serviceplatformen FS; ext/snitflader-serviceplatformen > golive FS
43 | KY and KSD use Støttesystemerne | golive@stoettesystemerne > golive@ky FS; golive@stoettesystemerne > golive@ksd FS
44 | the standards stand in the contracts | 6.5/krav@stoettesystemerne > 6.6/kontrakter@sapa FS; 4.3/sag-dokument-krav > 6.6/kontrakter FS
45 | the first administrator makes the other users | 4.11/administrator > 4.11/brugere FS
46 | other users are made once there is access | golive > 4.11/brugere FS
47 | the guide is there to be used, its later version too | ext/udbudskrav-serviceplatformen > 6.1/krav FS; ext/udbudskrav-version-1-2 > 6.1/krav FF
48 | the network meetings are for the contacts | 4.15/kontaktperson > ext/stoettesystem-netvaerk FS; ext/stoettesystem-netvaerk > 4.15/netvaerk FF
49 | the working groups list the activities | ext/arbejdsgrupper > 4.15/aktiviteter FS
50 | Støttesystemerne wait for the activities | 4.15/aktiviteter > impl FS
51 | who may sign is decided before anybody signs | 6.2/kompetence > 6.2/underskrift FS
52 | the text is there before it is signed | ext/databehandler-info > 6.2/underskrift FS
53 | development presupposes the agreement | 6.2/underskrift > ext/udvikling FS
54 | and so does the go-live | 6.2/underskrift > golive FS
55 | implementation follows development and the general test | ext/udvikling > ext/overtagelsesproeve FS; ext/overtagelsesproeve > impl FS; ext/udvikling > impl FS 14 months successor
56 | the environment is surveyed with the requirements in hand | ext/kravliste > 5.1/as-is FS; ext/kravliste > 5.1/gap FS
57 | survey, then gap, then purchase | 5.1/as-is > 5.1/gap FS; 5.1/gap > 5.1/tilpasning FS
58 | the environment is one of what is confirmed | 5.1/tilpasning > 4.8/bekraeftelse FS
59 | the environment is ready to receive | 5.1/tilpasning > impl FS
60 | requirements are out six months before the implementation | ext/parathedskrav > impl FS 6 months successor
61 | the list is gone through | ext/parathedskrav > 4.8/gennemgang FS
62 | readiness is confirmed three months before the implementation | 4.8/bekraeftet > impl FS 3 months successor
63 | processes are one of what is confirmed | 4.7/tilretning > 4.8/bekraeftelse FF
64 | so are the data | 4.9/oprydning > 4.8/bekraeftelse FF
65 | the migration is planned, not done | 4.8/migreringsplan > 4.8/bekraeftelse FS
66 | organisation and roles stand | 4.5/roller > 4.8/bekraeftelse FS
67 | the training is planned | 4.8/uddannelsesplan > 4.8/bekraeftelse FS
68 | those who test are named | 4.8/testbemanding > 4.8/bekraeftelse FS
69 | the law is seen to | 6.2/underskrift > 4.8/bekraeftelse FS
70 | processes are reviewed against how the system is to be used | ext/retningslinjer > 4.7/arbejdsgange FS
71 | what is taught is the new process | 4.7/tilretning > 4.10/slutbrugere FS
72 | guides help the clean-up | ext/oprydningsguide > 4.9/forberedelse FS soft
73 | what is converted has been cleaned | 4.9/oprydning > 5.2/overgang FS
74 | the project's list comes before the kommune's plan | ext/overgangsliste-samlet > 5.2/overgangsplan FS
75 | the kommune's own list comes some weeks before go-live | ext/overgangsliste-egen > golive FS 28 days predecessor
76 | the cut-over ends in the go-live | 5.2/overgang > golive FF
77 | teaching runs beside the transition | 5.2/overgangsplan > 4.10/slutbrugere SS
78 | tests need what the transition plans | 5.2/overgangsplan > 5.3/forberedelse SS
79 | the kommune tests after the general test | ext/overtagelsesproeve > 5.3/test FS
80 | the kommune tests by KOMBIT's description | ext/testbeskrivelse > 5.3/forberedelse FS
81 | klarmelding comes right before the go-live | 5.3/klarmelding > golive FS
83 | concept and material come in time to plan the training | ext/uddannelseskoncept > 4.8/uddannelsesplan FS; ext/uddannelseskoncept > 4.10/materiale FS
84 | superusers train the others | 4.10/superbrugere > 4.10/slutbrugere FS
85 | superusers are trained about three months before go-live | 4.10/superbrugere > golive SS soft
86 | end users are trained before go-live | 4.10/slutbrugere > golive FS
87 | those who test know the system | 4.10/superbrugere > 5.3/test FS
88 | the operational trial comes some weeks after go-live | golive > 5.4/driftsproeve FS 28 days predecessor
89 | KOMBIT says when to terminate, and why | ext/opsigelsesbesked > 6.3/beslutning FS; ext/beslutningsstoette > 6.3/beslutning FS soft
90 | special terms are known before notice is given | 6.3/vilkaar > 6.3/beslutning FS; 6.3/beslutning > 6.3/opsigelse FS
91 | notice runs for six months | 6.3/opsigelse > end FS 6 months predecessor
92 | nobody is left without a system | golive > end FS
94 | a late kommune holds up those behind it | ext/boelge > impl FS
`

func TestEachRuleOfThePlaybookHasItsEdges(t *testing.T) {
	got := map[string]*drejebog.Dependency{}
	for i := range book(t).Dependencies {
		d := &book(t).Dependencies[i]
		got[d.From+" > "+d.To] = d
	}
	seen := map[string]bool{}
	for line := range strings.Lines(strings.TrimSpace(rules)) {
		parts := strings.Split(strings.TrimSpace(line), " | ")
		require.Len(t, parts, 3, line)
		t.Run(parts[0]+" "+parts[1], func(t *testing.T) {
			assert.False(t, seen[parts[0]], "one rule a number")
			seen[parts[0]] = true
			for _, edge := range strings.Split(parts[2], "; ") {
				words := strings.Fields(edge)
				d := got[strings.Join(words[:3], " ")]
				require.NotNil(t, d, edge)
				assert.Equal(t, edge, edgeInWords(d))
			}
		})
	}
}

// edgeInWords writes an edge as rules do.
func edgeInWords(d *drejebog.Dependency) string {
	text := d.From + " > " + d.To + " " + d.Type.String()
	if d.Lag.Value != 0 {
		text += " " + strconv.Itoa(d.Lag.Value) + " " + d.Lag.Unit.String() + " " + d.Lag.From.String()
	}
	if d.Soft {
		text += " soft"
	}
	return text
}
