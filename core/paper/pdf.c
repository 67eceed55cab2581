/* SPDX-License-Identifier: MIT */
/* PDF files of papers. */
#include <config.h>

#include <cairo-pdf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "error.h"
#include "destination.h"
#include "file.h"
#include "paper.h"
#include "pdf_font.h"

struct banshi_pdf {
    char *path; /* NULL: it gets no name */
    int fd;
    int drawn; /* what cairo has written, with its large fonts */
    cairo_surface_t *surface;
    cairo_t *cr;
    size_t pages;
    int write_errno; /* of the first write that failed */
};

static cairo_status_t write_bytes(void *closure, const unsigned char *bytes, unsigned n)
{
    struct banshi_pdf *pdf = closure;
    if (file_write(pdf->drawn, bytes, n))
        return CAIRO_STATUS_SUCCESS;
    pdf->write_errno = errno;
    return CAIRO_STATUS_WRITE_ERROR;
}

/* path: NULL for a file without a name. */
static int make(const char *path, struct banshi_pdf **ret_pdf, struct banshi_error *error)
{
    struct banshi_pdf *pdf = calloc(1, sizeof *pdf);
    if (!pdf)
        return error_set(error, BANSHI_ENOMEM, "%s", path ? path : "pdf");
    pdf->drawn = pdf->fd = -1;
    pdf->path = path ? strdup(path) : NULL;
    int r = path && !pdf->path ? error_set(error, BANSHI_ENOMEM, "%s", path) : 0;
    if (r == 0)
        r = pdf->fd = path ? file_new(path, error) : file_nameless(error);
    if (r >= 0)
        r = pdf->drawn = file_nameless(error);
    if (r < 0) {
        banshi_pdf_free(pdf);
        return r;
    }
    *ret_pdf = pdf;
    return 0;
}

int banshi_pdf_new(const char *path, struct banshi_pdf **ret_pdf, struct banshi_error *error)
{
    return make(path, ret_pdf, error);
}

int pdf_nameless(struct banshi_pdf **ret_pdf, struct banshi_error *error)
{
    return make(NULL, ret_pdf, error);
}

static void metadata(const struct banshi_pdf *pdf, cairo_pdf_metadata_t key, const char *text)
{
    if (text && *text)
        cairo_pdf_surface_set_metadata(pdf->surface, key, text);
}

/* The file is of the first paper's making: its title, its time. */
static void begin(struct banshi_pdf *pdf, const struct paper *paper)
{
    char time[32];
    time_t seconds = (time_t)(paper->source->time / 1000000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &tm);
    pdf->surface = cairo_pdf_surface_create_for_stream(write_bytes, pdf, paper->width, paper->height);
    metadata(pdf, CAIRO_PDF_METADATA_TITLE, paper->title);
    metadata(pdf, CAIRO_PDF_METADATA_SUBJECT, paper->source->number);
    metadata(pdf, CAIRO_PDF_METADATA_CREATOR, PACKAGE_STRING);
    metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, time);
    metadata(pdf, CAIRO_PDF_METADATA_MOD_DATE, time);
    pdf->cr = cairo_create(pdf->surface);
}

static void bookmark(const struct banshi_pdf *pdf, const struct paper *paper)
{
    char name[512], link[64];
    const char *number = paper->source->number ? paper->source->number : "";
    snprintf(name, sizeof name, "%s%s%s", paper->title ? paper->title : "", *number ? " " : "", number);
    snprintf(link, sizeof link, "page=%zu", pdf->pages + 1);
    cairo_pdf_surface_add_outline(pdf->surface, CAIRO_PDF_OUTLINE_ROOT, name, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

int banshi_pdf_add(struct banshi_pdf *pdf, const struct banshi_paper *source, struct banshi_error *error)
{
    struct paper *paper = NULL;
    int r = paper_new(source, &paper, error);
    if (r != 0)
        return r;
    if (!pdf->surface)
        begin(pdf, paper);
    bookmark(pdf, paper);
    for (size_t copy = 0; copy < paper->copy_count; copy++)
        for (size_t page = 0; page < paper->pages; page++) {
            cairo_pdf_surface_set_size(pdf->surface, paper->width, paper->height);
            paper_draw(paper, pdf->cr, copy, page);
            cairo_show_page(pdf->cr);
            pdf->pages++;
        }
    paper_free(paper);
    return 0;
}

/* What was drawn, with small fonts; false with errno. */
static bool put_small(const struct banshi_pdf *pdf)
{
    off_t size = lseek(pdf->drawn, 0, SEEK_END);
    void *drawn = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, pdf->drawn, 0) : MAP_FAILED;
    if (drawn == MAP_FAILED)
        return false;
    size_t less = 0;
    void *small = pdf_font_shrink(drawn, (size_t)size, &less);
    bool ok = small ? file_write(pdf->fd, small, less) : file_write(pdf->fd, drawn, (size_t)size);
    int failed = errno;
    free(small);
    munmap(drawn, (size_t)size);
    errno = failed;
    return ok;
}

/* Write the file. */
static int end(struct banshi_pdf *pdf, const char *name, struct banshi_error *error)
{
    if (!pdf->surface)
        return error_set(error, BANSHI_EINVALID, "%s · 0", name);
    cairo_destroy(pdf->cr);
    pdf->cr = NULL;
    cairo_surface_finish(pdf->surface);
    cairo_status_t status = cairo_surface_status(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS && !put_small(pdf))
        pdf->write_errno = errno;
    if (pdf->write_errno)
        return error_set(error, BANSHI_EIO, "%s · %s", name, strerror(pdf->write_errno));
    if (status != CAIRO_STATUS_SUCCESS)
        return error_set(error, BANSHI_EIO, "%s · %s", name, cairo_status_to_string(status));
    return 0;
}

int banshi_pdf_finish(struct banshi_pdf *pdf, struct banshi_error *error)
{
    int r = end(pdf, pdf->path, error);
    if (r == 0) {
        r = file_finish(pdf->fd, pdf->path, error);
        pdf->fd = -1;
    }
    banshi_pdf_free(pdf);
    return r;
}

int pdf_take(struct banshi_pdf *pdf, int *ret_fd, struct banshi_error *error)
{
    int r = end(pdf, file_folder(), error);
    if (r == 0) {
        lseek(pdf->fd, 0, SEEK_SET);
        *ret_fd = pdf->fd;
        pdf->fd = -1;
    }
    banshi_pdf_free(pdf);
    return r;
}

void banshi_pdf_free(struct banshi_pdf *pdf)
{
    if (!pdf)
        return;
    cairo_destroy(pdf->cr);
    cairo_surface_destroy(pdf->surface);
    if (pdf->fd >= 0)
        close(pdf->fd);
    if (pdf->drawn >= 0)
        close(pdf->drawn);
    free(pdf->path);
    free(pdf);
}

size_t banshi_pdf_pages(const struct banshi_pdf *pdf)
{
    return pdf->pages;
}
