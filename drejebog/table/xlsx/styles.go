package xlsx

import (
	"strconv"
	"strings"
)

// dayStyles says of each style of cells whether it shows numbers as days.
func (a *archive) dayStyles(name string) ([]bool, error) {
	var showsDay []bool
	own := map[int]bool{} // formats of the file's own
	within := ""          // which list
	err := a.each(name, func(token any) error {
		element, ok := token.(start)
		if !ok {
			return nil
		}
		switch element.Name.Local {
		case "numFmts", "cellXfs", "cellStyleXfs", "dxfs", "cellStyles", "fonts", "fills", "borders":
			within = element.Name.Local
		case "numFmt":
			if within == "numFmts" {
				own[number(element, "numFmtId")] = isDayCode(element.attribute("formatCode"))
			}
		case "xf":
			if within == "cellXfs" {
				id := number(element, "numFmtId")
				day, isOwn := own[id]
				showsDay = append(showsDay, day || !isOwn && isDayFormat(id))
			}
		}
		if len(own) > maxStyles || len(showsDay) > maxStyles {
			return beyond("xlsx/styles", maxStyles)
		}
		return nil
	})
	return showsDay, err
}

// isDayFormat knows the built-in formats of days. ECMA-376, part 1, 18.8.30.
func isDayFormat(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
}

// isDayCode knows formats of one's own by their letters for day or year, the
// Danish one for year among them. ECMA-376, part 1, 18.8.31.
func isDayCode(code string) bool {
	return strings.ContainsAny(bareFormat(strings.ToLower(code)), "dy\u00e5")
}

// bareFormat drops what stands in quotation marks or brackets or behind a
// backslash, and what follows the first section.
func bareFormat(format string) string {
	var out strings.Builder
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case '\\', '_', '*':
			i++
		case '"':
			i += skipTo(format[i+1:], '"')
		case '[':
			i += skipTo(format[i+1:], ']')
		case ';':
			return out.String()
		default:
			out.WriteByte(format[i])
		}
	}
	return out.String()
}

// skipTo returns how many bytes there are up to and with a mark.
func skipTo(text string, mark byte) int {
	if at := strings.IndexByte(text, mark); at >= 0 {
		return at + 1
	}
	return len(text)
}

func number(element start, name string) int {
	n, err := strconv.Atoi(element.attribute(name))
	if err != nil {
		return 0
	}
	return n
}
