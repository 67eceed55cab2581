/* SPDX-License-Identifier: MIT */
/* Large letters of three by five blocks. */
#include <config.h>

#include "banner.h"

#include <string.h>

/* Five rows, an octal digit each: its bits are the blocks from left to right. */
static const struct {
    char letter;
    char rows[BANNER_ROWS + 1];
} font[] = {
    {'0', "75557"}, {'1', "26227"}, {'2', "71747"}, {'3', "71717"}, {'4', "55711"}, {'5', "74717"}, {'6', "74757"},
    {'7', "71111"}, {'8', "75757"}, {'9', "75717"}, {'A', "25755"}, {'B', "65656"}, {'C', "34443"}, {'D', "65556"},
    {'E', "74647"}, {'F', "74644"}, {'G', "34553"}, {'H', "55755"}, {'I', "72227"}, {'J', "11152"}, {'K', "55655"},
    {'L', "44447"}, {'M', "57755"}, {'N', "57775"}, {'O', "25552"}, {'P', "65644"}, {'Q', "25563"}, {'R', "65655"},
    {'S', "34216"}, {'T', "72222"}, {'U', "55557"}, {'V', "55552"}, {'W', "55775"}, {'X', "55255"}, {'Y', "55222"},
    {'Z', "71247"}, {'-', "00700"},
};
enum { BLOCK = 2, LETTER = 3 * BLOCK, GAP = 2 };

static const char *rows_of(char letter)
{
    for (size_t i = 0; i < sizeof font / sizeof font[0]; i++)
        if (font[i].letter == letter)
            return font[i].rows;
    return NULL;
}

int banner_width(const char *number)
{
    for (const char *s = number; *s; s++)
        if (!rows_of(*s))
            return 0;
    int n = (int)strlen(number);
    return n ? n * (LETTER + GAP) - GAP : 0;
}

void banner_paint(struct area area, int row, int col, const char *number)
{
    for (; *number; number++, col += LETTER + GAP) {
        const char *rows = rows_of(*number);
        for (int r = 0; rows && r < BANNER_ROWS; r++)
            for (int block = 0; block < 3; block++)
                if ((rows[r] - '0') & (4 >> block))
                    paint_fill(area, row + r, col + block * BLOCK, 1, BLOCK, STYLE_BIG);
    }
}
