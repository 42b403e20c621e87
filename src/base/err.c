#include "dateline/base/err.h"

#include <stdarg.h>
#include <stdio.h>

bool
err_set(struct err *e, const char *fmt, ...)
{
	va_list args;

	if (e->text[0] != '\0')
		return false;
	va_start(args, fmt);
	vsnprintf(e->text, sizeof(e->text), fmt, args);
	va_end(args);
	return false;
}
