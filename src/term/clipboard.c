/* The clipboard is the terminal's, also over ssh: it is asked in its own
 * language. */
#include "clipboard.h"

#include <stdint.h>

static void
add_base64(struct buf *b, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *p = (const unsigned char *)s.ptr;

	for (size_t i = 0; i < s.len; i += 3) {
		size_t left = s.len - i;
		uint32_t three = (uint32_t)p[i] << 16;

		if (left > 1)
			three |= (uint32_t)p[i + 1] << 8;
		if (left > 2)
			three |= p[i + 2];
		buf_addc(b, digits[three >> 18]);
		buf_addc(b, digits[three >> 12 & 63]);
		buf_addc(b, left > 1 ? digits[three >> 6 & 63] : '=');
		buf_addc(b, left > 2 ? digits[three & 63] : '=');
	}
}

bool
clipboard_write(struct buf *b, struct str text, bool tmux)
{
	if ((text.len + 2) / 3 * 4 > CLIPBOARD_MAX)
		return false;
	buf_add(b, STR("\033]52;c;"));
	add_base64(b, text);
	buf_addc(b, '\a');
	if (!tmux)
		return true;
	buf_add(b, STR("\033Ptmux;\033\033]52;c;"));
	add_base64(b, text);
	buf_add(b, STR("\a\033\\"));
	return true;
}
