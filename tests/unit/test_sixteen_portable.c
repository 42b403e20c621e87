/* The same where the compiler may count on no such register. */
#define SIXTEEN_PORTABLE
#include "test_sixteen.c"
