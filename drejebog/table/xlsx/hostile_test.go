package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// part is a part of a file, by hand.
type part struct{ name, content string }

// pack makes the file of its parts, in their order. What would be taken for a bomb
// by its ratio is stored as it is.
func pack(t testing.TB, parts ...part) []byte {
	t.Helper()
	return packed(t, func(p part) uint16 {
		if len(p.content) > 1<<20 {
			return zip.Store
		}
		return zip.Deflate
	}, parts)
}

func packed(t testing.TB, method func(part) uint16, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		open, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: method(p)})
		require.NoError(t, err)
		_, err = io.WriteString(open, p.content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

const (
	relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	worksheetType     = relationshipTypes + "worksheet"
)

func relationships(pairs ...string) string {
	var out strings.Builder
	out.WriteString("<Relationships>")
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i/2+1, pairs[i], pairs[i+1])
	}
	return out.String() + "</Relationships>"
}

// workbook is a file of one sheet, which stands in a part of another name than
// usual, with its texts and styles.
func workbook(sheet, shared, styles string) []part {
	return []part{
		{"_rels/.rels", relationships(relationshipTypes+"officeDocument", "a/book.xml")},
		{"a/book.xml", `<workbook><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"a/_rels/book.xml.rels", relationships(worksheetType, "/B/Data", relationshipTypes+"sharedStrings", "texts", relationshipTypes+"styles", "../a/looks")},
		{"b/data", "<worksheet>" + sheet + "</worksheet>"},
		{"a/texts", "<sst>" + shared + "</sst>"},
		{"a/looks", "<styleSheet>" + styles + "</styleSheet>"},
	}
}

func data(rows string) string { return "<sheetData>" + rows + "</sheetData>" }

// hostiles are files that are refused, and what is said of them.
type hostiles struct {
	name  string
	parts func() []part
	want  string
}

func (h *hostiles) pack(t testing.TB) []byte {
	if strings.HasPrefix(h.name, "bomb") {
		return packed(t, func(part) uint16 { return zip.Deflate }, h.parts())
	}
	return pack(t, h.parts()...)
}

// many is a text so often that a part fills a good deal of what is allowed.
func many(text string, mebibytes int) string {
	return strings.Repeat(text, mebibytes<<20/len(text))
}

// noise is a text that packs, but not by much.
func noise() string {
	var out strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&out, "%x", i*i*7919%65_537)
	}
	return out.String()
}

func sheetOf(sheet string) func() []part {
	return func() []part { return workbook(sheet, "", "") }
}

func hostile() []hostiles {
	const (
		elements = "dokumentet har mere end 2.500.000 elementer"
		cells    = "dokumentet har mere end 500.000 celler; slet de tomme til sidst"
		rows     = "dokumentet har mere end 100.000 rækker; slet de tomme til sidst"
		columns  = "dokumentet har mere end 1.000 kolonner; slet de tomme til sidst"
		unpacked = "dokumentet har mere end 64 MiB udpakket"
		damaged  = "den er beskadiget; åbn den i Excel, og gem den igen"
		ratio    = "dokumentet har mere end 100 gange så meget udpakket, som det fylder i filen"
		long     = "dokumentet har mere end 1 MiB i én tekst"
	)
	wide := `<row><c r="ALL%d" t="inlineStr"><is><t>x</t></is></c></row>`
	return []hostiles{
		{"a cell in the corner", sheetOf(data(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)), rows},
		{"a row at the end without cells", sheetOf(data(`<row r="1048576"/>`)), rows},
		{"rows without a number", func() []part { return workbook(data(strings.Repeat("<row/>", table.MaxRows+1)), "", "") }, rows},
		{"a far column", sheetOf(data(`<row r="1"><c r="XFD1"><v>1</v></c></row>`)), columns},
		{"a column beyond all", sheetOf(data(`<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>`)), damaged},
		{"wide rows", func() []part {
			var out strings.Builder
			for i := range 501 {
				fmt.Fprintf(&out, wide, i+1)
			}
			return workbook(data(out.String()), "", "")
		}, cells},
		{"many sheets of wide rows", func() []part {
			var out strings.Builder
			for i := range 10 {
				fmt.Fprintf(&out, wide, i+1)
			}
			parts := workbook(data(out.String()), "", "")
			parts[1].content = "<workbook>" + strings.Repeat(`<sheet name="A" r:id="rId1"/>`, 51) + "</workbook>"
			return parts
		}, cells},
		{"rows that stand twice", sheetOf(data(`<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>`)), damaged},
		{"cells that stand twice", sheetOf(data(`<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row>`)), damaged},
		{"a cell of another row", sheetOf(data(`<row r="1"><c r="B2"><v>1</v></c></row>`)), damaged},
		{"many merged cells", func() []part {
			return workbook(data("<row/>")+strings.Repeat(`<mergeCell ref="A1:A9"/>`, 2001), "", "")
		}, "dokumentet har mere end 2.000 flettede celler"},
		{"merged cells over one another", func() []part {
			held := strings.Repeat(`<row><c t="inlineStr"><is><t>x</t></is></c></row>`, 2000)
			return workbook(data(held)+strings.Repeat(`<mergeCell ref="A1:A2000"/>`, 2000), "", "")
		}, cells},
		{"many empty elements", func() []part { return workbook(data(many("<c/>", 10)), "", "") }, elements},
		{"many shared texts", func() []part { return workbook(data(""), strings.Repeat("<si/>", 1_000_001), "") }, "dokumentet har mere end 1.000.000 forskellige tekster"},
		{"a long text that many cells share", func() []part {
			return workbook(data(strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 2100)), "<si><t>"+strings.Repeat("x", 32_767)+"</t></si>", "")
		}, "dokumentet har mere end 16 MiB tekst i cellerne"},
		{"many styles", func() []part {
			return workbook(data(""), "", "<cellXfs>"+strings.Repeat("<xf/>", 70_000)+"</cellXfs>")
		}, "dokumentet har mere end 65.536 celletypografier"},
		{"many formats of numbers", func() []part {
			var out strings.Builder
			for i := range 70_000 {
				fmt.Fprintf(&out, `<numFmt numFmtId="%d" formatCode="0"/>`, i)
			}
			return workbook(data(""), "", "<numFmts>"+out.String()+"</numFmts>")
		}, "dokumentet har mere end 65.536 celletypografier"},
		{"a tag with many attributes", func() []part { return workbook("<a "+many(`b="" `, 2)+"/>", "", "") }, long},
		{"one long text", func() []part { return workbook("<!--"+many("x", 2)+"-->", "", "") }, long},
		{"deep nesting", func() []part { return workbook(many("<a>", 4), "", "") }, damaged},
		{"bomb of elements", func() []part { return workbook(data(many("<c/>", 30)), "", "") }, ratio},
		{"bomb of texts", func() []part { return workbook("", "<si><t>"+many("x", 30)+"</t></si>", "") }, ratio},
		{"bomb of styles", func() []part { return workbook("", "", "<cellXfs>"+many("<xf/>", 30)+"</cellXfs>") }, ratio},
		{"the same large part as many sheets", func() []part {
			parts := workbook(many(strings.Repeat(" ", 1000)+"<a/>", 4), "", "")
			parts[1].content = "<workbook>" + strings.Repeat(`<sheet name="A" r:id="rId1"/>`, 60) + "</workbook>"
			return parts
		}, unpacked},
		{"many entries", func() []part { return make([]part, 10_001) }, "dokumentet har mere end 10.000 dele"},
		{"many sheets", func() []part {
			parts := workbook(data(""), "", "")
			parts[1].content = "<workbook>" + strings.Repeat(`<sheet name="A" r:id="rId1"/>`, 101) + "</workbook>"
			return parts
		}, "dokumentet har mere end 100 ark"},
		{"a text that there is not", sheetOf(data(`<row><c t="s"><v>7</v></c></row>`)), damaged},
		{"an end that is missing", sheetOf("<a>"), damaged},
		{"an entity of its own", sheetOf(`<!DOCTYPE a [<!ENTITY b "c">]>` + data(`<row><c t="str"><v>&b;</v></c></row>`)), damaged},
	}
}

func TestWhatWouldCostMuchIsRefused(t *testing.T) {
	for _, h := range hostile() {
		file := h.pack(t)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		sheets, faults := xlsx.Read("f.xlsx", bytes.NewReader(file))
		runtime.ReadMemStats(&after)
		assert.Empty(t, sheets, h.name)
		require.Len(t, faults, 1, h.name)
		assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, h.want, h.name)
		assert.Equal(t, "f.xlsx", faults[0].File)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(2<<30), "%s: all that was ever taken of memory", h.name)
	}
}

// lying states a size for some parts that they do not have.
func lying(t testing.TB, size uint64, of ...string) []byte {
	t.Helper()
	var packed, out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range workbook(data("<row><c><v>1</v></c></row>")+many(noise()+"<a/>", 5), "", "") {
		packed.Reset()
		compressor, err := zip.NewReader(bytes.NewReader(pack(t, p)), int64(len(pack(t, p))))
		require.NoError(t, err)
		header := compressor.File[0].FileHeader
		raw, err := compressor.File[0].OpenRaw()
		require.NoError(t, err)
		if slices.Contains(of, p.name) {
			header.UncompressedSize64 = size
		}
		open, err := w.CreateRaw(&header)
		require.NoError(t, err)
		_, err = io.Copy(open, raw)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestTheSizeThatAFileStatesIsNotBelieved(t *testing.T) {
	for _, size := range []uint64{0, 10, 1 << 20, 63 << 20} {
		_, faults := xlsx.Read("f.xlsx", bytes.NewReader(lying(t, size, "b/data")))
		require.Len(t, faults, 1, size)
		assert.Equal(t, strict.KindUnreadable, faults[0].Kind)
	}
	for size, of := range map[uint64][]string{1 << 62: {"a/texts"}, 1 << 63: {"a/texts", "a/looks"}, 40 << 20: {"a/texts", "a/looks"}, xlsx.MaxUnpacked + 1: {"a/looks"}} {
		_, faults := xlsx.Read("f.xlsx", bytes.NewReader(lying(t, size, of...)))
		require.Len(t, faults, 1)
		assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, "dokumentet har mere end 64 MiB udpakket")
	}
}

func TestCellsAreCountedNotTheRectangleThatTheyStandIn(t *testing.T) {
	var out strings.Builder
	out.WriteString(`<row r="1"><c r="SS1"><v>1</v></c></row>`)
	for i := range 50_000 {
		fmt.Fprintf(&out, `<row r="%d"><c r="A%d" s="1"/><c r="B%d"><v>1</v></c><c r="ZZ%d" s="1"/></row>`, i+2, i+2, i+2, i+2)
	}
	sheets, faults := xlsx.Read("f.xlsx", bytes.NewReader(pack(t, workbook(data(out.String()), "", "")...)))
	require.Empty(t, faults)
	assert.Len(t, sheets[0].Rows, 50_001)
}

func TestWhatIsNoWorkbookIsToldWithWhatToDo(t *testing.T) {
	book := pack(t, workbook(data("<row><c><v>1</v></c></row>"), "", "")...)
	old := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"of Excel before 2007":   {[]byte(old + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), "det er en ældre Excel-fil (.xls); åbn den i Excel, og gem den som .xlsx"},
		"of Excel before 1995":   {[]byte("\x09\x08\x08\x00\x00\x05\x05\x00"), "det er en ældre Excel-fil (.xls)"},
		"with a password":        {[]byte(old + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "den har adgangskode; gem den uden adgangskode"},
		"of Microsoft Project":   {[]byte(old + "\x0fMSProject.MPP9\x00 \x00P\x00r\x00o\x00p\x00s\x00"), "det er en Microsoft Project-fil (.mpp); åbn den i Microsoft Project, og gem den som XML"},
		"one of the two":         {[]byte(old), "den har adgangskode eller er en ældre Excel-fil (.xls); gem den som .xlsx uden adgangskode"},
		"binary":                 {pack(t, part{"_rels/.rels", relationships(relationshipTypes+"officeDocument", "xl/workbook.bin")}, part{"xl/workbook.bin", "x"}), "det er en binær Excel-fil (.xlsb)"},
		"of LibreOffice":         {pack(t, part{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, part{"content.xml", "<a/>"}, part{"META-INF/manifest.xml", "<a/>"}), "det er en OpenDocument-fil (.ods)"},
		"half a file":            {book[:len(book)/2], "den er beskadiget"},
		"an archive of others":   {pack(t, part{"a.txt", "x"}), "den er ikke en projektmappe"},
		"a letter":               {pack(t, part{"_rels/.rels", relationships(relationshipTypes+"officeDocument", "word/document.xml")}, part{"word/document.xml", "<document/>"}), "den er ikke en projektmappe"},
		"of parts that are gone": {pack(t, part{"_rels/.rels", relationships(relationshipTypes+"officeDocument", "a")}), "den er ikke en projektmappe"},
	} {
		sheets, faults := xlsx.Read("f.xlsx", bytes.NewReader(c.data))
		assert.Empty(t, sheets, name)
		require.Len(t, faults, 1, name)
		assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, c.want, name)
	}
}

func TestAFormulaWithoutItsValueIsToldAndSoIsAnError(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v/></c>` +
		`<c r="D1"><f>1+1</f><v>2</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="e"><v>#REF!</v></c></row>`
	sheets, faults := xlsx.Read("f.xlsx", bytes.NewReader(pack(t, workbook(data(rows), "", "")...)))
	require.Len(t, sheets, 1)
	assert.Equal(t, table.Whole(2), sheets[0].Rows[0].Cells[3])
	var told []string
	for _, fault := range faults {
		told = append(told, fault.Place().String()+" "+drejebog.BuiltInWords().Of(fault).DA)
	}
	const mend = "; forventet er en værdi; åbn filen i Excel, ret cellen, og gem filen igen"
	assert.Equal(t, []string{
		"f.xlsx: Ark1!B1 B1 er en formel, der ikke er regnet ud" + mend,
		"f.xlsx: Ark1!C1 C1 er en formel, der ikke er regnet ud" + mend,
		"f.xlsx: Ark1!F1 F1 er fejlen #REF!" + mend,
	}, told)
}

func TestFaultsOfCellsAreListedToTheHundredthAndCounted(t *testing.T) {
	file := pack(t, workbook(data(strings.Repeat("<row><c><f>1</f></c></row>", 5000)), "", "")...)
	_, faults := xlsx.Read("f.xlsx", bytes.NewReader(file))
	require.Len(t, faults, 101)
	assert.Equal(t, "der er 4.900 fejl mere, som ikke er nævnt", drejebog.BuiltInWords().Of(faults[100]).DA)
}

func TestTheValueOfCellsMergedDownwardsHoldsForTheirRows(t *testing.T) {
	text := func(at, text string) string {
		return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	rows := `<row r="1">` + text("A1", "KMD") + text("C1", "Løn") + `</row><row r="2">` + text("C2", "Skat") + `</row>` +
		`<row r="4">` + text("A4", "andre") + text("C4", "Valg") + `</row><row r="5">` + text("B5", "x") + `</row>`
	merged := `<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="C4:C5"/><mergeCell ref="A4:D4"/><mergeCell ref="nonsense"/></mergeCells>`
	sheets := read(t, pack(t, workbook(data(rows)+merged, "", "")...))
	got := make([][]string, len(sheets[0].Rows))
	for i, row := range sheets[0].Rows {
		for _, cell := range row.Cells {
			got[i] = append(got[i], cell.Text)
		}
	}
	assert.Equal(t, [][]string{{"KMD", "", "Løn"}, {"KMD", "", "Skat"}, {"andre", "", "Valg"}, {"", "x", "Valg"}}, got)
}

func TestTextsAreReadWithTheirRunsAndEscapes(t *testing.T) {
	shared := `<si><r><t>Løn</t></r><r><rPr/><t xml:space="preserve"> og skat</t></r><rPh><t>sagt</t></rPh></si><si><t>_xD83D__xDE00__x005F_x0041_ _x00</t></si>`
	rows := `<row><c t="s"><v>0</v></c><c t="s"><v> 1 </v></c><c s="1"><v>41927.5</v></c><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>1E+99</v></c><c t="d"><v>2014-10-15T08:00:00</v></c></row>`
	styles := `<numFmts><numFmt numFmtId="164" formatCode="dd-mm-yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`
	var texts []string
	for _, cell := range read(t, pack(t, workbook(data(rows), shared, styles)...))[0].Rows[0].Cells {
		texts = append(texts, cell.Text)
	}
	assert.Equal(t, []string{"Løn og skat", "😀_x0041_ _x00", "2014-10-15", "1900-02-28", "60", "1E+99", "2014-10-15"}, texts)
}

func TestATextThatExcelCannotHoldIsLeftOutAsItIsTold(t *testing.T) {
	rows := `<row><c t="inlineStr"><is><t>` + strings.Repeat("x", table.MaxText+1) + `</t></is></c><c t="inlineStr"><is><t>` + strings.Repeat("y", table.MaxText) + `</t></is></c></row>`
	sheets, faults := xlsx.Read("f.xlsx", bytes.NewReader(pack(t, workbook(data(rows), "", "")...)))
	require.Len(t, faults, 1)
	assert.Contains(t, drejebog.BuiltInWords().Of(faults[0]).DA, "A1 er længere end 32.767 tegn")
	assert.Empty(t, sheets[0].Rows[0].Cells[0].Text)
	assert.Len(t, sheets[0].Rows[0].Cells[1].Text, table.MaxText)
}
