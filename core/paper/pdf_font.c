/* SPDX-License-Identifier: MIT */
/* Fonts in PDF files made small. The outlines of Chinese OpenType fonts share tens of thousands of subroutines, and cairo keeps
 * them all, or at least their index: half a megabyte for a page. HarfBuzz writes the same outlines without subroutines. */
#include <config.h>

#include "pdf_font.h"

#include <hb-subset.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { FONTS = 64, FONT_MOST = 64 << 20, DICT_CHARSTRINGS = 17 };

/* The font programme (CFF) ---------------------------------------------------------------------------------------- */

static size_t number(const unsigned char *at, size_t bytes)
{
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++)
        n = n << 8 | at[i];
    return n;
}

/* The INDEX at a place: where its first object begins and ends; returns the place after it, 0 when it is broken. */
static size_t index_at(const unsigned char *cff, size_t size, size_t at, size_t *ret_begin, size_t *ret_end)
{
    size_t count = at + 3 <= size ? number(cff + at, 2) : 0, width = count ? cff[at + 2] : 0;
    size_t objects = at + 3 + (count + 1) * width - 1;
    if (!count || width < 1 || width > 4 || objects >= size)
        return 0;
    *ret_begin = objects + number(cff + at + 3, width);
    *ret_end = objects + number(cff + at + 3 + width, width);
    size_t after = objects + number(cff + at + 3 + count * width, width);
    return *ret_begin <= *ret_end && *ret_end <= size && after <= size ? after : 0;
}

/* The number of glyphs: that of the charstrings, whose place the first dictionary tells. 0: not understood. */
static unsigned glyph_count(const unsigned char *cff, size_t size)
{
    size_t begin = 0, end = 0, at = size > 4 ? index_at(cff, size, cff[2], &begin, &end) : 0, operand = 0;
    if (!at || !index_at(cff, size, at, &begin, &end))
        return 0;
    for (size_t i = begin; i < end;) {
        unsigned char b = cff[i++];
        if (b == DICT_CHARSTRINGS)
            return operand + 2 <= size ? (unsigned)number(cff + operand, 2) : 0;
        if (b == 29 && i + 4 <= end) { /* the only form that offsets have here */
            operand = number(cff + i, 4);
            i += 4;
        } else if (b == 30) {
            while (i < end && (cff[i] & 0x0f) != 0x0f)
                i++;
            i++;
        } else {
            i += b == 12 || (b >= 247 && b <= 254) ? 1 : b == 28 ? 2 : 0;
        }
    }
    return 0;
}

/* The same outlines without subroutines; NULL when HarfBuzz cannot. */
static hb_blob_t *without_subroutines(const unsigned char *cff, size_t size)
{
    unsigned glyphs = glyph_count(cff, size);
    if (glyphs == 0)
        return NULL;
    const unsigned char maxp[] = {0, 0, 0x50, 0, (unsigned char)(glyphs >> 8), (unsigned char)(glyphs & 0xff)};
    hb_face_t *face = hb_face_builder_create();
    hb_blob_t *outlines = hb_blob_create((const char *)cff, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_blob_t *most = hb_blob_create((const char *)maxp, sizeof maxp, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_builder_add_table(face, HB_TAG('C', 'F', 'F', ' '), outlines);
    hb_face_builder_add_table(face, HB_TAG('m', 'a', 'x', 'p'), most);
    /* a built face has no accelerators of its own: read it as a file */
    hb_blob_t *file = hb_face_reference_blob(face);
    hb_face_t *font = hb_face_create(file, 0);
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_face_t *subset = NULL;
    if (input) {
        hb_set_add_range(hb_subset_input_glyph_set(input), 0, glyphs - 1);
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_RETAIN_GIDS |
                                             HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
        subset = hb_subset_or_fail(font, input);
    }
    hb_blob_t *ret = subset ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')) : NULL;
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    hb_face_destroy(font);
    hb_blob_destroy(file);
    hb_blob_destroy(most);
    hb_blob_destroy(outlines);
    hb_face_destroy(face);
    return ret;
}

/* Streams --------------------------------------------------------------------------------------------------------- */

/* Malloced, NULL when it is no good. */
static unsigned char *inflated(const unsigned char *bytes, size_t size, size_t *ret_size)
{
    for (size_t room = size * 4 + 4096; room < FONT_MOST; room *= 2) {
        unsigned char *ret = malloc(room);
        uLongf n = room;
        int r = ret ? uncompress(ret, &n, bytes, size) : Z_MEM_ERROR;
        if (r == Z_OK) {
            *ret_size = n;
            return ret;
        }
        free(ret);
        if (r != Z_BUF_ERROR)
            return NULL;
    }
    return NULL;
}

/* A font's stream made small; malloced, NULL when it stays as it is. */
static unsigned char *smaller(const unsigned char *stream, size_t size, size_t *ret_size)
{
    size_t cff_size = 0;
    unsigned char *cff = inflated(stream, size, &cff_size), *ret = NULL;
    hb_blob_t *blob = cff ? without_subroutines(cff, cff_size) : NULL;
    unsigned n = 0;
    const char *bytes = blob ? hb_blob_get_data(blob, &n) : NULL;
    uLongf room = compressBound(n);
    ret = n ? malloc(room) : NULL;
    if (ret && (compress2(ret, &room, (const unsigned char *)bytes, n, Z_BEST_COMPRESSION) != Z_OK || room >= size)) {
        free(ret);
        ret = NULL;
    }
    *ret_size = room;
    hb_blob_destroy(blob);
    free(cff);
    return ret;
}

/* The file -------------------------------------------------------------------------------------------------------- */

/* Where bytes were taken out of the tail: everything after moves. */
struct cut {
    size_t at, less;
};

struct tail {
    const char *bytes;
    size_t size, at; /* at: its place in the file */
    struct cut cuts[FONTS];
    size_t count;
};

static size_t moved(const struct tail *tail, size_t place)
{
    size_t less = 0;
    for (size_t i = 0; i < tail->count; i++)
        if (tail->cuts[i].at < place)
            less += tail->cuts[i].less;
    return place - less;
}

static const char *find(const struct tail *tail, size_t from, const char *what)
{
    return memmem(tail->bytes + from, tail->size - from, what, strlen(what));
}

/* The next font from a place on, written without what it does not need: cairo puts the length into the object after the
 * stream. Returns the place up to which the tail has been written, 0: there is no more. */
static size_t put_font(struct tail *tail, FILE *out, size_t from)
{
    static const char begins[] = "/Subtype /CIDFontType0C\n>>\nstream\n";
    const char *head = tail->count < FONTS ? find(tail, from, begins) : NULL;
    const char *stream = head ? head + strlen(begins) : NULL, *length = head;
    char marker[64];
    while (length && length > tail->bytes + from && strncmp(length, "/Length ", 8) != 0)
        length--;
    if (!length || strncmp(length, "/Length ", 8) != 0)
        return 0;
    snprintf(marker, sizeof marker, "\nendstream\nendobj\n%ld 0 obj\n   ", strtol(length + 8, NULL, 10));
    const char *end = find(tail, (size_t)(stream - tail->bytes), marker);
    if (!end)
        return 0;
    const char *digits = end + strlen(marker);
    size_t size = (size_t)(end - stream), shrunk = 0, width = strspn(digits, "0123456789");
    unsigned char *bytes = smaller((const unsigned char *)stream, size, &shrunk);
    fwrite(tail->bytes + from, 1, (size_t)(stream - tail->bytes) - from, out);
    if (bytes) {
        fwrite(bytes, 1, shrunk, out);
        int printed = fprintf(out, "%s%zu", marker, shrunk) - (int)strlen(marker);
        tail->cuts[tail->count++] = (struct cut){.at = tail->at + (size_t)(end - tail->bytes), .less = size - shrunk};
        if (tail->count < FONTS) /* the length has fewer digits */
            tail->cuts[tail->count++] =
                (struct cut){.at = tail->at + (size_t)(digits - tail->bytes), .less = width - (size_t)printed};
    } else {
        fwrite(stream, 1, (size_t)(digits - stream) + width, out);
    }
    free(bytes);
    return (size_t)(digits - tail->bytes) + width;
}

/* The table of places at the end, with each where it is now; false when there is none. */
static bool put_table(const struct tail *tail, FILE *out, size_t from)
{
    const char *table = find(tail, from, "\nxref\n"), *trailer = table ? find(tail, from, "trailer\n") : NULL;
    const char *start = trailer ? find(tail, from, "startxref\n") : NULL;
    const char *line = table ? strchr(table + strlen("\nxref\n"), '\n') : NULL;
    if (!start || !line)
        return false;
    fwrite(tail->bytes + from, 1, (size_t)(++line - tail->bytes) - from, out);
    for (; line + 20 <= trailer; line += 20) {
        size_t place = strtoul(line, NULL, 10);
        fprintf(out, "%010zu%.10s", line[17] == 'n' && place >= tail->at ? moved(tail, place) : place, line + 10);
    }
    start += strlen("startxref\n");
    fwrite(trailer, 1, (size_t)(start - trailer), out);
    fprintf(out, "%zu\n%%%%EOF\n", moved(tail, strtoul(start, NULL, 10)));
    return true;
}

char *pdf_font_shrink(const char *bytes, size_t size, size_t at, size_t *ret_size)
{
    struct tail tail = {.bytes = bytes, .size = size, .at = at};
    char *ret = NULL;
    FILE *out = open_memstream(&ret, ret_size);
    size_t from = 0;
    if (!out)
        return NULL;
    for (size_t to; (to = put_font(&tail, out, from)) > 0;)
        from = to;
    bool ok = put_table(&tail, out, from);
    if (fclose(out) == 0 && ok)
        return ret;
    free(ret);
    return NULL;
}
