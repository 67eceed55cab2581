/* SPDX-License-Identifier: MIT */
/* Files of forms: put together from pieces, recognised when they are not what was attached, pictures on a page. Norm 6.2. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cairo.h>
#include <cmocka.h>

#include <banshi/material_form.h>

#include "paper/picture.h"

/* SHA-256 of "hello, world" */
static const char hash[] = "09ca7e4eaa6e8ae9c7d261167129184883644d07dfba7cbfbc4c8a2e08360d5b";

static struct banshi_material_form_piece piece(const char *content)
{
    return (struct banshi_material_form_piece){
        .name = "a.txt", .type = "text/plain", .hash = hash, .size = 12, .content = content};
}

static void pieces_of_any_length_make_the_file(void **state)
{
    struct banshi_material_file *file = banshi_material_file_new();
    struct banshi_material_form_piece first = piece("aGVsbG8="), second = piece("LCB3b3JsZA==");
    (void)state;
    assert_int_equal(banshi_material_file_add(file, &first, NULL), 0);
    assert_int_equal(banshi_material_file_size(file), 5);
    assert_int_equal(banshi_material_file_add(file, &second, NULL), 1);
    assert_int_equal(banshi_material_file_size(file), 12);
    banshi_material_file_free(file);
}

static void another_file_is_recognised(void **state)
{
    struct banshi_material_file *file = banshi_material_file_new();
    struct banshi_material_form_piece whole = piece("SGVsbG8sIHdvcmxk");
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(banshi_material_file_add(file, &whole, &error), BANSHI_EIO);
    assert_non_null(strstr(error.detail, "checksum"));
    banshi_material_file_free(file);
}

static void more_than_was_announced_is_refused(void **state)
{
    static const char *const wrong[] = {"aGVsbG8sIHdvcmxkIQ==", "aGV", "aG!sbG8=", ""};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct banshi_material_file *file = banshi_material_file_new();
        struct banshi_material_form_piece one = piece(wrong[i]);
        assert_int_equal(banshi_material_file_add(file, &one, NULL), BANSHI_EIO);
        banshi_material_file_free(file);
    }
}

struct bytes {
    unsigned char bytes[4096];
    size_t size;
};

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned n)
{
    struct bytes *to = closure;
    if (to->size + n > sizeof to->bytes)
        return CAIRO_STATUS_WRITE_ERROR;
    memcpy(to->bytes + to->size, bytes, n);
    to->size += n;
    return CAIRO_STATUS_SUCCESS;
}

static void a_picture_is_a_page(void **state)
{
    struct bytes png = {.size = 0};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 60);
    char begin[5];
    int fd = -1;
    (void)state;
    assert_int_equal(cairo_surface_write_to_png_stream(surface, collect, &png), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(surface);
    assert_int_equal(picture_page(png.bytes, png.size, true, &fd, NULL), 0);
    assert_int_equal(read(fd, begin, sizeof begin), sizeof begin);
    assert_memory_equal(begin, "%PDF-", sizeof begin);
    close(fd);
    assert_int_equal(picture_page(png.bytes, png.size / 2, true, &fd, NULL), BANSHI_EINVALID);
    memset(png.bytes + 16, 0x7f, 8); /* a size that no memory has */
    assert_int_equal(picture_page(png.bytes, png.size, true, &fd, NULL), BANSHI_EINVALID);
}

static void what_only_begins_like_a_jpeg_is_refused(void **state)
{
    static const unsigned char segments[] = {0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00, 0xff, 0xe1, 0xff, 0xff};
    int fd = -1;
    (void)state;
    for (size_t n = 3; n <= sizeof segments; n++)
        assert_int_equal(picture_page(segments, n, false, &fd, NULL), BANSHI_EINVALID);
}

static void text_keeps_its_lines_and_no_separators(void **state)
{
    static const char text[] = "姓名\t性别\n\n住址";
    char *content = picture_text_content("表.txt", text, strlen(text));
    (void)state;
    assert_string_equal(content, "title\t表.txt\nline\t姓名 性别\nline\t \nline\t住址\n");
    free(content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_any_length_make_the_file),
        cmocka_unit_test(another_file_is_recognised),
        cmocka_unit_test(more_than_was_announced_is_refused),
        cmocka_unit_test(a_picture_is_a_page),
        cmocka_unit_test(what_only_begins_like_a_jpeg_is_refused),
        cmocka_unit_test(text_keeps_its_lines_and_no_separators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
