/* SPDX-License-Identifier: MIT */
/* Fonts in PDF files made small. The outlines of Chinese OpenType fonts share tens of thousands of subroutines, and cairo keeps
 * them all, or at least their index: half a megabyte for a page. HarfBuzz writes the same outlines without subroutines; qpdf knows
 * the file around them. */
#include <config.h>

#include "pdf_font.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-subset.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* 0 when it is not understood. */
static unsigned glyph_count(const unsigned char *outlines, size_t size)
{
    FT_Library library;
    FT_Face face;
    unsigned count = 0;
    if (FT_Init_FreeType(&library) != 0)
        return 0;
    if (FT_New_Memory_Face(library, outlines, (FT_Long)size, 0, &face) == 0) {
        count = (unsigned)face->num_glyphs;
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return count;
}

static void add_table(hb_face_t *face, hb_tag_t tag, const void *bytes, size_t size)
{
    hb_blob_t *table = hb_blob_create(bytes, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_builder_add_table(face, tag, table);
    hb_blob_destroy(table);
}

/* The same outlines (CFF) without subroutines; NULL when HarfBuzz cannot. */
static hb_blob_t *without_subroutines(const unsigned char *outlines, size_t size)
{
    const hb_tag_t cff = HB_TAG('C', 'F', 'F', ' ');
    unsigned glyphs = glyph_count(outlines, size);
    if (glyphs == 0)
        return NULL;
    const unsigned char count[] = {0, 0, 0x50, 0, (unsigned char)(glyphs >> 8), (unsigned char)(glyphs & 0xff)};
    hb_face_t *face = hb_face_builder_create();
    add_table(face, cff, outlines, size);
    add_table(face, HB_TAG('m', 'a', 'x', 'p'), count, sizeof count);
    /* a built face has no accelerators of its own: read it as a file */
    hb_blob_t *file = hb_face_reference_blob(face);
    hb_face_t *font = hb_face_create(file, 0), *subset = NULL;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input) {
        hb_set_add_range(hb_subset_input_glyph_set(input), 0, glyphs - 1);
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_RETAIN_GIDS |
                                             HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
        subset = hb_subset_or_fail(font, input);
    }
    hb_blob_t *ret = subset ? hb_face_reference_table(subset, cff) : NULL;
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    hb_face_destroy(font);
    hb_blob_destroy(file);
    hb_face_destroy(face);
    return ret;
}

static bool is_font(qpdf_data pdf, qpdf_oh object)
{
    return qpdf_oh_is_stream(pdf, object) &&
           qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, object), "/Subtype"),
                                      "/CIDFontType0C");
}

/* A font stays as it is when that is less. */
static void shrink(qpdf_data pdf, qpdf_oh font)
{
    unsigned char *outlines = NULL;
    size_t size = 0;
    unsigned less = 0;
    if (qpdf_oh_get_stream_data(pdf, font, qpdf_dl_generalized, NULL, &outlines, &size) == QPDF_SUCCESS) {
        hb_blob_t *plain = without_subroutines(outlines, size);
        const char *bytes = plain ? hb_blob_get_data(plain, &less) : NULL;
        if (less > 0 && less < size)
            qpdf_oh_replace_stream_data(pdf, font, (const unsigned char *)bytes, less, qpdf_oh_new_null(pdf),
                                        qpdf_oh_new_null(pdf));
        hb_blob_destroy(plain);
    }
    free(outlines);
}

void *pdf_font_shrink(const void *file, size_t size, size_t *ret_size)
{
    qpdf_data pdf = qpdf_init();
    void *ret = NULL;
    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    bool ok = qpdf_read_memory(pdf, "paper", file, size, NULL) == QPDF_SUCCESS;
    int count = ok ? qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Size")) : 0;
    for (int i = 1; i < count; i++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf, i, 0);
        if (is_font(pdf, object))
            shrink(pdf, object);
    }
    if (ok && qpdf_init_write_memory(pdf) == QPDF_SUCCESS) {
        qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
        qpdf_set_deterministic_ID(pdf, QPDF_TRUE); /* the same document gives the same bytes */
        *ret_size = qpdf_write(pdf) == QPDF_SUCCESS ? qpdf_get_buffer_length(pdf) : 0;
        ret = *ret_size > 0 && *ret_size < size ? malloc(*ret_size) : NULL;
        if (ret)
            memcpy(ret, qpdf_get_buffer(pdf), *ret_size);
    }
    qpdf_cleanup(&pdf);
    return ret;
}
