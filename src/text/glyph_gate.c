/* What is never drawn, what it is called, and text on its way out.  The bidi
 * controls can make a line say another thing than its bytes; the others leave
 * the column of the cursor to the terminal's taste (rule 3). */
#include "dateline/text/glyph.h"

#include <stdio.h>
#include <unictype.h>

#include "dateline/text/escape.h"

struct name {
	uint32_t cp;
	char text[5];
};

static const char control_names[][4] = {
	"NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL",
	"BS",  "HT",  "LF",  "VT",  "FF",  "CR",  "SO",  "SI",
	"DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB",
	"CAN", "EM",  "SUB", "ESC", "FS",  "GS",  "RS",  "US",
};

static const struct name bidi_names[] = {
	{ 0x061C, "ALM" }, { 0x200E, "LRM" }, { 0x200F, "RLM" },
	{ 0x202A, "LRE" }, { 0x202B, "RLE" }, { 0x202C, "PDF" },
	{ 0x202D, "LRO" }, { 0x202E, "RLO" }, { 0x2066, "LRI" },
	{ 0x2067, "RLI" }, { 0x2068, "FSI" }, { 0x2069, "PDI" },
};

static const struct name other_names[] = {
	{ 0x7F, "DEL" }, { 0xAD, "SHY" }, { 0x034F, "CGJ" },
	{ 0x180B, "FVS1" }, { 0x180C, "FVS2" }, { 0x180D, "FVS3" },
	{ 0x180E, "MVS" }, { 0x180F, "FVS4" }, { 0x200B, "ZWSP" },
	{ 0x200C, "ZWNJ" }, { 0x200D, "ZWJ" }, { 0x2060, "WJ" },
	{ 0xFEFF, "BOM" },
};

static const char *
find_name(const struct name *names, size_t n, uint32_t cp)
{
	for (size_t i = 0; i < n; i++)
		if (names[i].cp == cp)
			return names[i].text;
	return NULL;
}

static const char *
bidi_name(uint32_t cp)
{
	return find_name(bidi_names, COUNT(bidi_names), cp);
}

static bool
is_c1(uint32_t cp)
{
	return cp >= 0x80 && cp < 0xA0;
}

static bool
is_named_control(uint32_t cp)
{
	return (cp < 0x20 && cp != '\t' && cp != '\n') || cp == 0x7F ||
	    is_c1(cp);
}

/* Selectors are marks by category, and the unassigned tags nothing at all, but
 * all of them are made not to be seen. */
bool
glyph_is_hidden(uint32_t cp)
{
	if (cp < 0x300)
		return cp == 0xAD;
	if (cp == 0x34F || (cp >= 0x180B && cp <= 0x180F) ||
	    (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0000 && cp < 0xE1000))
		return true;
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Cf);
}

const char *
glyph_hidden_name(uint32_t cp, char name[16])
{
	const char *known = bidi_name(cp);

	if (!glyph_is_hidden(cp) && !is_named_control(cp))
		return NULL;
	if (!known)
		known = find_name(other_names, COUNT(other_names), cp);
	if (cp < COUNT(control_names))
		known = control_names[cp];
	if (known)
		snprintf(name, 16, "%s", known);
	else if (cp >= 0xFE00 && cp <= 0xFE0F)
		snprintf(name, 16, "VS%u", (unsigned)(cp - 0xFE00 + 1));
	else if (cp >= 0xE0100 && cp <= 0xE01EF)
		snprintf(name, 16, "VS%u", (unsigned)(cp - 0xE0100 + 17));
	else if (cp > 0xE0020 && cp < 0xE007F)
		snprintf(name, 16, "TAG %c", (int)(cp - 0xE0000));
	else
		snprintf(name, 16, "U+%04X", (unsigned)cp);
	return name;
}

static void
add_character(struct buf *out, uint32_t cp)
{
	char bytes[UTF8_MAX];

	buf_add(out, (struct str){ bytes, utf8_put(bytes, cp) });
}

static void
add_picture(struct buf *out, uint32_t control)
{
	add_character(out, control == 0x7F ? 0x2421 : 0x2400 + control);
}

static size_t
gate_screen(struct buf *out, struct str text, size_t off)
{
	struct glyph g;
	size_t taken = glyph_next(text, off, &g);

	buf_add(out, (struct str){ g.bytes, g.len });
	return taken;
}

static size_t
gate_pipe(struct buf *out, struct str text, size_t off)
{
	uint32_t cp;
	size_t taken = utf8_next(text, off, &cp);
	const char *bidi = bidi_name(cp);

	if (bidi)
		buf_addf(out, "‹%s›", bidi);
	else if (cp < 0x20 || cp == 0x7F)
		add_picture(out, cp);
	else
		add_character(out, is_c1(cp) ? UTF8_BAD : cp);
	return taken;
}

static bool
is_clean(char c)
{
	return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
}

/* How many bytes at `off` need no gate.  A letter before other bytes than ASCII
 * is left out, for they may be its marks. */
static size_t
clean_run(struct str text, size_t off)
{
	size_t at = off;

	while (at < text.len && is_clean(text.ptr[at]))
		at++;
	if (at > off && at < text.len && (text.ptr[at] & 0x80) &&
	    text.ptr[at - 1] >= ' ')
		at--;
	return at - off;
}

void
glyph_gate(struct buf *out, struct str text, enum gate gate)
{
	size_t at = 0, run;

	while (at < text.len) {
		run = clean_run(text, at);
		buf_add(out, str_head(str_skip(text, at), run));
		at += run;
		if (run > 0)
			continue;
		at += gate == GATE_SCREEN ? gate_screen(out, text, at)
					  : gate_pipe(out, text, at);
	}
}

void
glyph_line(struct buf *out, struct str text)
{
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(text, at, &cp)) > 0; at += n) {
		size_t escape = escape_length(text, at);

		if (escape > 0) {
			buf_add(out, STR(ESCAPE_SIGN));
			n = escape;
		} else if (cp < 0x20 || cp == 0x7F) {
			add_picture(out, cp);
		} else {
			add_character(out,
			    is_c1(cp) || cp == 0x2028 || cp == 0x2029
				? UTF8_BAD : cp);
		}
	}
}
