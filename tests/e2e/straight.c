/* SPDX-License-Identifier: MIT */
/* Is a screen (standard input) straight? No line wider than COLUMNS, and the right side of every frame in one column. */
#include <config.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int main(int argc, char **argv)
{
    char line[4096];
    int most = argc > 1 ? atoi(argv[1]) : 80, right = -1, bad = 0;
    setlocale(LC_ALL, "C.UTF-8");
    while (fgets(line, sizeof line, stdin)) {
        wchar_t wide[4096];
        line[strcspn(line, "\n")] = '\0';
        size_t n = mbstowcs(wide, line, 4096);
        int width = n == (size_t)-1 ? -1 : wcswidth(wide, n);
        if (width < 0 || width > most) {
            printf("width %d: %s\n", width, line);
            bad = 1;
        }
        wchar_t last = n && n != (size_t)-1 ? wide[n - 1] : L' ';
        if (last == L'┐')
            right = width;
        if ((last == L'│' || last == L'┘') && width != right) {
            printf("crooked, %d instead of %d: %s\n", width, right, line);
            bad = 1;
        }
    }
    return bad;
}
