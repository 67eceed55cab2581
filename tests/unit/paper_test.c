/* SPDX-License-Identifier: MIT */
/* Papers: the same bytes each time, no overflow, page breaks that keep heads and signatures, characters that no font has. */
#include <config.h>

#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <qpdf/qpdf-c.h>

#include "paper/paper.h"

static const char begin[] =
    "title\t申请材料补正告知书\nnumber\t官政服补〔2026〕1号\nfield\t申请人\t买买提·艾力提·阿卜杜\nfield\t申请事项\t";
static const char end[] =
    "sign\t申请人签收：\nseal\t（此处加盖专用印章）\ndate\t2026年11月24日\ncopy\t申请人\ncopy\t存档\n";

/* A notice with a long item and that many materials; malloced. */
static char *notice(int materials, const char *name)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs(begin, out);
    for (int i = 0; i < 110; i++)
        fputs("项", out);
    fputs("\npara\t现一次性告知：\nhead\t序号\t材料名称\t需要补正的内容\n", out);
    for (int i = 1; i <= materials; i++)
        fprintf(out, "row\t%d\t%s%d\t未提交；原件一份，复印件两份，加盖公章，并由法定代表人签字\n", i, name, i);
    fputs(end, out);
    fclose(out);
    return text;
}

static struct paper *laid_out(const struct banshi_paper *source)
{
    struct paper *paper = NULL;
    struct banshi_error error = {0};
    assert_int_equal(paper_new(source, &paper, &error), 0);
    return paper;
}

static void nothing_leaves_the_page_or_its_column(void **state)
{
    char *text = notice(40, "一份名称特别特别长以至于必须折行显示的申请材料（含附件一、附件二）");
    (void)state;
    for (enum banshi_paper_size size = BANSHI_A4; size <= BANSHI_58; size++) {
        struct paper *paper = laid_out(&(struct banshi_paper){.content = text, .size = size});
        assert_true(paper->count > 40);
        for (size_t i = 0; i < paper->count; i++)
            for (size_t c = 0; c < paper->strips[i].cells; c++) {
                const struct strip *strip = &paper->strips[i];
                PangoRectangle extents;
                if (!strip->cell[c].line)
                    continue;
                pango_layout_line_get_extents(strip->cell[c].line, NULL, &extents);
                double right = strip->table ? strip->edge[c + 1] : paper->left + paper->text_width;
                assert_true(strip->cell[c].x + extents.width / (double)PANGO_SCALE <= right + 6); /* a mark may hang */
                assert_true(strip->cell[c].baseline < strip->height);
            }
        for (size_t i = 0; i < paper->placed_count; i++) {
            double bottom = paper->placed[i].y + paper->strips[paper->placed[i].strip].height;
            assert_true(bottom <= (paper->slip ? paper->height : paper->text_height) + 0.01);
        }
        paper_free(paper);
    }
    free(text);
}

static void a_table_that_goes_on_has_its_head_on_each_page(void **state)
{
    char *text = notice(40, "材料");
    (void)state;
    struct paper *paper = laid_out(&(struct banshi_paper){.content = text});
    assert_true(paper->pages >= 2);
    size_t heads = 0;
    for (size_t i = 0; i < paper->placed_count; i++) {
        const struct strip *strip = &paper->strips[paper->placed[i].strip];
        bool first_of_page = i == 0 || paper->placed[i - 1].page != paper->placed[i].page;
        heads += strip->head;
        assert_false(first_of_page && strip->table == 2 && !strip->head);
    }
    assert_true(heads >= 2);
    paper_free(paper);
    free(text);
}

static void signature_seal_and_date_stay_together(void **state)
{
    (void)state;
    for (int materials = 1; materials <= 40; materials++) {
        char *text = notice(materials, "材料");
        struct paper *paper = laid_out(&(struct banshi_paper){.content = text});
        size_t page = SIZE_MAX;
        for (size_t i = 0; i < paper->placed_count; i++)
            if (paper->strips[paper->placed[i].strip].group) {
                assert_true(page == SIZE_MAX || page == paper->placed[i].page);
                page = paper->placed[i].page;
            }
        assert_int_equal(page, paper->pages - 1);
        paper_free(paper);
        free(text);
    }
}

static void a_page_begins_with_a_whole_row_and_never_with_the_signatures(void **state)
{
    (void)state;
    for (int materials = 1; materials <= 60; materials++) {
        char *text = notice(materials, "一份名称特别长以至于必须折行显示的申请材料");
        struct paper *paper = laid_out(&(struct banshi_paper){.content = text});
        for (size_t i = 1; i < paper->placed_count; i++)
            if (paper->placed[i].page != paper->placed[i - 1].page) {
                const struct strip *strip = &paper->strips[paper->placed[i].strip];
                assert_true(strip->table && strip->begins);
            }
        paper_free(paper);
        free(text);
    }
}

/* So many lines, then a heading with a line below it, then rows of two lines each. */
static char *page_full(int lines)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < lines; i++)
        fputs("line\t一\n", out);
    fputs("heading\t标题\nline\t一\nhead\t序号\t材料名称\t需要补正的内容\n", out);
    for (int i = 0; i < 30; i++)
        fputs("row\t1\t材料\t未提交；原件一份，复印件两份，加盖公章，并由法定代表人签字\n", out);
    fclose(out);
    return text;
}

static void whatever_stands_before_rows_are_whole_and_headings_with_their_text(void **state)
{
    (void)state;
    for (int lines = 0; lines < 60; lines++) {
        char *text = page_full(lines);
        struct paper *paper = laid_out(&(struct banshi_paper){.content = text});
        for (size_t i = 1; i < paper->placed_count; i++) {
            const struct strip *strip = &paper->strips[paper->placed[i].strip];
            bool breaks = paper->placed[i].page != paper->placed[i - 1].page;
            assert_false(breaks && strip->table && !strip->begins);
            assert_false(breaks && paper->placed[i - 1].strip == (size_t)lines); /* the heading */
        }
        paper_free(paper);
        free(text);
    }
}

static void lines_stand_closer_rather_than_a_few_on_a_page_of_their_own(void **state)
{
    (void)state;
    for (int lines = 20; lines < 60; lines++) {
        char *text = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&text, &size);
        for (int i = 0; i < lines; i++)
            fputs("line\t一\n", out);
        fclose(out);
        struct paper *paper = laid_out(&(struct banshi_paper){.content = text});
        const struct placed *last = &paper->placed[paper->placed_count - 1];
        assert_true(paper->pages == 1 || last->y > paper->text_height / 10);
        paper_free(paper);
        free(text);
    }
}

static void the_text_is_between_the_margins_of_gb_t_9704(void **state)
{
    (void)state;
    struct paper *paper = laid_out(&(struct banshi_paper){.content = "line\t一\n"});
    double mm = 72.0 / 25.4;
    assert_true(fabs(paper->left - 26 * mm) < 0.1 && fabs(paper->text_width - (210 - 2 * 26) * mm) < 0.1);
    assert_true(fabs(paper->width - 210 * mm) < 0.1 && fabs(paper->height - 297 * mm) < 0.1);
    paper_free(paper);
    paper = laid_out(&(struct banshi_paper){.content = "landscape\nline\t一\n"});
    assert_true(fabs(paper->width - 297 * mm) < 0.1 && fabs(paper->text_width - (297 - 2 * 26) * mm) < 0.1);
    paper_free(paper);
}

static void many_signatures_take_the_last_rows_along(void **state)
{
    (void)state;
    for (int materials = 1; materials <= 40; materials++) {
        char *text = notice(materials, "材料"), *signatures = NULL;
        assert_true(asprintf(&signatures,
                             "%ssign\t甲：\nsign\t乙：\nsign\t丙：\nsign\t丁：\nsign\t戊：\nsign\t己：\nsign\t庚：\n",
                             text) > 0);
        struct paper *paper = laid_out(&(struct banshi_paper){.content = signatures});
        for (size_t i = 1; i < paper->placed_count; i++)
            assert_true(paper->placed[i].page == paper->placed[i - 1].page ||
                        paper->strips[paper->placed[i].strip].table);
        paper_free(paper);
        free(signatures);
        free(text);
    }
}

static void a_page_is_spared_when_little_is_left_for_it(void **state)
{
    size_t pages[61];
    (void)state;
    for (int materials = 1; materials <= 60; materials++) {
        char *text = notice(materials, "材料");
        struct paper *paper = laid_out(&(struct banshi_paper){.content = text});
        const struct placed *last = &paper->placed[paper->placed_count - 1];
        pages[materials] = paper->pages;
        assert_true(paper->pages == 1 || last->y > paper->text_height / 6);
        paper_free(paper);
        free(text);
    }
    assert_int_equal(pages[1], 1);
    assert_true(pages[60] > 1);
}

static char *bytes_of(const char *path, size_t *ret_size)
{
    FILE *in = fopen(path, "rb");
    struct stat st;
    assert_non_null(in);
    assert_int_equal(fstat(fileno(in), &st), 0);
    char *bytes = malloc((size_t)st.st_size);
    *ret_size = fread(bytes, 1, (size_t)st.st_size, in);
    fclose(in);
    return bytes;
}

/* A PDF file as a reader of them sees it; to be given to qpdf_cleanup. */
static qpdf_data read_pdf(const char *path)
{
    qpdf_data pdf = qpdf_init();
    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    assert_int_equal(qpdf_read(pdf, path, NULL), QPDF_SUCCESS);
    return pdf;
}

static void the_same_document_gives_the_same_bytes(void **state)
{
    char folder[] = "/tmp/banshi-paper.XXXXXX", path[2][64];
    char *text = notice(5, "材料"), *bytes[2];
    size_t size[2];
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 2; i++) {
        struct banshi_pdf *pdf = NULL;
        snprintf(path[i], sizeof path[i], "%s/%d.pdf", folder, i);
        assert_int_equal(banshi_pdf_new(path[i], &pdf, NULL), 0);
        const struct banshi_paper paper = {.content = text,
                                           .number = "官政服补〔2026〕1号",
                                           .check = "0123456789abcdef",
                                           .time = INT64_C(1795478400000000)};
        assert_int_equal(banshi_pdf_add(pdf, &paper, NULL), 0);
        assert_int_equal(banshi_pdf_pages(pdf), 2); /* one for each copy */
        assert_int_equal(banshi_pdf_finish(pdf, NULL), 0);
        bytes[i] = bytes_of(path[i], &size[i]);
        qpdf_data file = read_pdf(path[i]);
        assert_non_null(strstr(qpdf_get_info_key(file, "/CreationDate"), "20261124000000")); /* the document's time */
        qpdf_cleanup(&file);
        unlink(path[i]);
    }
    assert_int_equal(size[0], size[1]);
    assert_memory_equal(bytes[0], bytes[1], size[0]);
    rmdir(folder);
    free(bytes[0]);
    free(bytes[1]);
    free(text);
}

static void rare_characters_are_printed_and_unknown_ones_refused_by_name(void **state)
{
    struct paper *paper =
        laid_out(&(struct banshi_paper){.content = "field\t申请人\t张曲㛃、䶮、𬍛、𠮷\n"});
    struct banshi_error error = {0};
    (void)state;
    paper_free(paper);
    paper = NULL;
    assert_int_equal(paper_new(&(struct banshi_paper){.content = "field\t申请人\t张\U0003F000\n"}, &paper, &error),
                     BANSHI_EFONT);
    assert_non_null(strstr(error.detail, "U+3F000"));
    assert_non_null(strstr(error.detail, "fonts-"));
}

/* Not a box and not a blank: each has a shape of its own. */
static void rare_characters_have_a_shape(void **state)
{
    static const char *const rare[] = {"㛃", "䶮", "𬍛"};
    struct paper *paper = laid_out(&(struct banshi_paper){.content = "field\t申请人\t张\n"});
    PangoGlyph glyphs[3];
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        PangoLayout *layout = paper_layout(paper, rare[i], strlen(rare[i]), 20, false);
        PangoRectangle ink;
        pango_layout_get_extents(layout, &ink, NULL);
        assert_int_equal(pango_layout_get_unknown_glyphs_count(layout), 0);
        assert_true(ink.width > 10 * PANGO_SCALE && ink.height > 10 * PANGO_SCALE);
        const PangoLayoutRun *run = pango_layout_get_line_readonly(layout, 0)->runs->data;
        assert_int_equal(run->glyphs->num_glyphs, 1);
        glyphs[i] = run->glyphs->glyphs[0].glyph;
        assert_int_not_equal(glyphs[i], PANGO_GLYPH_EMPTY);
        assert_false(i > 0 && glyphs[i] == glyphs[i - 1]);
    }
    paper_free(paper);
}

static void a_file_is_never_overwritten_and_nothing_half_is_left(void **state)
{
    char path[] = "/tmp/banshi-paper.XXXXXX";
    struct banshi_pdf *pdf = NULL;
    struct banshi_error error = {0};
    (void)state;
    close(mkstemp(path));
    assert_int_equal(banshi_pdf_new(path, &pdf, &error), BANSHI_EIO);
    unlink(path);
    assert_int_equal(banshi_pdf_new(path, &pdf, NULL), 0);
    assert_int_equal(banshi_pdf_add(pdf, &(struct banshi_paper){.content = begin}, NULL), 0);
    banshi_pdf_free(pdf);
    assert_int_not_equal(access(path, F_OK), 0);
}

static void a_full_disk_is_told(void **state)
{
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(banshi_pdf_new("/dev/full/x.pdf", &(struct banshi_pdf *){NULL}, &error), BANSHI_EIO);
    assert_non_null(strstr(error.detail, "/dev/full/x.pdf"));
}

/* So many notices with Regular and Bold, and a glyph (专) whose outline cairo does not understand. */
static size_t weight_of(int notices)
{
    char *text = notice(3, "专用印章"), path[] = "/tmp/banshi-paper.XXXXXX.pdf";
    struct banshi_pdf *pdf = NULL;
    struct banshi_error error = {0};
    size_t size = 0;
    close(mkstemps(path, 4));
    unlink(path);
    assert_int_equal(banshi_pdf_new(path, &pdf, &error), 0);
    for (int i = 0; i < notices; i++)
        assert_int_equal(banshi_pdf_add(pdf, &(struct banshi_paper){.content = text}, &error), 0);
    assert_int_equal(banshi_pdf_finish(pdf, &error), 0);
    free(bytes_of(path, &size));
    qpdf_data file = read_pdf(path);
    assert_int_equal(qpdf_check_pdf(file), QPDF_SUCCESS);
    assert_int_equal(qpdf_get_num_pages(file), notices * 2); /* two copies */
    qpdf_cleanup(&file);
    free(text);
    unlink(path);
    return size;
}

static void a_page_weighs_little_and_the_next_ones_less(void **state)
{
    (void)state;
    size_t one = weight_of(1), many = weight_of(6);
    assert_in_range(one, 10 * 1024, 40 * 1024);
    assert_true((many - one) / 10 < 6 * 1024);
}

static void dots_are_bands_of_the_printers_width(void **state)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    (void)state;
    assert_int_equal(banshi_paper_escpos(
                         &(struct banshi_paper){.content = "title\t政务服务中心\nbig\tA012\nrule\nfield\t等候\t5人\n",
                                                .size = BANSHI_80},
                         &bytes, &size, NULL),
                     0);
    assert_memory_equal(bytes, "\x1b@\x1dv0\0", 6);
    size_t width = bytes[6] | (size_t)bytes[7] << 8, at = 2, dark = 0, all = 0;
    assert_in_range(width, 70, 72); /* 576 dots at most */
    while (bytes[at] == 0x1d && bytes[at + 1] == 'v') {
        size_t rows = bytes[at + 6] | (size_t)bytes[at + 7] << 8;
        for (size_t i = 0; i < rows * width; i++)
            dark += bytes[at + 8 + i] != 0;
        at += 8 + rows * width;
        all += rows * width;
        assert_true(at < size);
    }
    assert_true(dark > 500 && dark < all / 3); /* most of the paper stays white */
    assert_int_equal(size - at, 7);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_leaves_the_page_or_its_column),
        cmocka_unit_test(a_table_that_goes_on_has_its_head_on_each_page),
        cmocka_unit_test(signature_seal_and_date_stay_together),
        cmocka_unit_test(a_page_begins_with_a_whole_row_and_never_with_the_signatures),
        cmocka_unit_test(whatever_stands_before_rows_are_whole_and_headings_with_their_text),
        cmocka_unit_test(lines_stand_closer_rather_than_a_few_on_a_page_of_their_own),
        cmocka_unit_test(the_text_is_between_the_margins_of_gb_t_9704),
        cmocka_unit_test(many_signatures_take_the_last_rows_along),
        cmocka_unit_test(a_page_is_spared_when_little_is_left_for_it),
        cmocka_unit_test(the_same_document_gives_the_same_bytes),
        cmocka_unit_test(rare_characters_are_printed_and_unknown_ones_refused_by_name),
        cmocka_unit_test(rare_characters_have_a_shape),
        cmocka_unit_test(a_file_is_never_overwritten_and_nothing_half_is_left),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(a_page_weighs_little_and_the_next_ones_less),
        cmocka_unit_test(dots_are_bands_of_the_printers_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
