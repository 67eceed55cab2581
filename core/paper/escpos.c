/* SPDX-License-Identifier: MIT */
/* Slips for thermal printers (ESC/POS). As dots, so that every character of the fonts is printed and no code page counts. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "paper.h"

enum { DOTS_PER_INCH = 203, DARK = 140, BAND = 256 };

static unsigned char *put(unsigned char *at, const void *bytes, size_t n)
{
    memcpy(at, bytes, n);
    return at + n;
}

int banshi_paper_escpos(const struct banshi_paper *source, unsigned char **ret_bytes, size_t *ret_size,
                        struct banshi_error *error)
{
    static const unsigned char reset[] = {0x1b, '@'}, feed_and_cut[] = {0x1b, 'd', 4, 0x1d, 'V', 66, 0};
    struct paper *paper = NULL;
    int r = paper_new(source, &paper, error);
    if (r != 0)
        return r;
    double scale = DOTS_PER_INCH / 72.0;
    int width = (int)(paper->width * scale + 7) / 8 * 8, height = (int)(paper->height * scale) + 1;
    size_t row_bytes = (size_t)width / 8, bands = ((size_t)height + BAND - 1) / BAND;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    unsigned char *bytes = malloc(sizeof reset + bands * 8 + row_bytes * (size_t)height + sizeof feed_and_cut);
    if (!bytes || cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        free(bytes);
        cairo_surface_destroy(surface);
        paper_free(paper);
        return error_set(error, BANSHI_ENOMEM, "escpos");
    }
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    paper_draw(paper, cr, 0, 0);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    unsigned char *at = put(bytes, reset, sizeof reset);
    for (int y = 0; y < height; y++) {
        if (y % BAND == 0) { /* small bands: cheap printers have little memory */
            int rows = height - y < BAND ? height - y : BAND;
            const unsigned char band[] = {0x1d,
                                          'v',
                                          '0',
                                          0,
                                          (unsigned char)(row_bytes & 0xff),
                                          (unsigned char)(row_bytes >> 8),
                                          (unsigned char)(rows & 0xff),
                                          (unsigned char)(rows >> 8)};
            at = put(at, band, sizeof band);
        }
        const uint32_t *row = (const uint32_t *)(const void *)(pixels + (ptrdiff_t)y * stride);
        for (int x = 0; x < width; x += 8) {
            unsigned char dots = 0;
            for (int bit = 0; bit < 8; bit++)
                dots = (unsigned char)(dots << 1 | ((row[x + bit] >> 8 & 0xff) < DARK));
            *at++ = dots;
        }
    }
    at = put(at, feed_and_cut, sizeof feed_and_cut);
    cairo_surface_destroy(surface);
    paper_free(paper);
    *ret_bytes = bytes;
    *ret_size = (size_t)(at - bytes);
    return 0;
}
