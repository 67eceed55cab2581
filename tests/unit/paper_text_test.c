/* SPDX-License-Identifier: MIT */
/* Documents as text: nothing is wider than the paper, lines break as Chinese does, files are never overwritten. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#include <locale.h>

#include <cmocka.h>

#include <banshi/paper.h>

#include "destination.h"

static const char content[] = "title\t受理通知书\nnumber\t官政服受〔2026〕1号\nfield\t申请人\t一个名称特别特别长的社会"
                              "组织有限责任公司（官渡区）第一分公司，以及它的"
                              "第二分公司\nfield\t申请事项\t居民身份证首次申领、换领\npara\t你（单位）提交的申请材料齐"
                              "全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条的规定，现予受理。\n"
                              "head\t序号\t材料名称\t原件\t复印件\nrow\t1\t一份名称特别长以至于必须折行显示在下一行里面"
                              "的申请材料（含附件一、附件二和附件三）\t1\t2\n"
                              "sign\t签收：\nseal\t（此处加盖专用印章）\ndate\t2026年11月24日\ncopies\t一式两份。\n";

static void no_line_is_wider_than_the_paper(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C.UTF-8");
    for (int columns = 40; columns <= 200; columns += 4) {
        char *text = banshi_paper_text(content, columns);
        assert_non_null(text);
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
            wchar_t wide[1024];
            size_t n = mbstowcs(wide, line, 1024);
            assert_true(n != (size_t)-1 && wcswidth(wide, n) <= columns + 1); /* a closing mark may hang */
        }
        free(text);
    }
}

static void no_line_begins_with_closing_punctuation(void **state)
{
    (void)state;
    for (int columns = 40; columns <= 120; columns += 2) {
        char *text = banshi_paper_text(content, columns);
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
            assert_true(strncmp(line, "，", 3) != 0 && strncmp(line, "。", 3) != 0 && strncmp(line, "》", 3) != 0);
        free(text);
    }
}

/* What a destination makes of one small paper. */
static int sent(const char *destination, struct banshi_error *error)
{
    struct outcome outcome;
    atomic_bool stop = false;
    const struct banshi_paper paper = {.content = "para\ttext $(touch /tmp/never)\n"};
    return destination_send(&paper, 1, destination, 0, &stop, &outcome, error);
}

static void a_file_is_never_overwritten(void **state)
{
    char path[] = "/tmp/banshi-document.XXXXXX";
    struct banshi_error error = {0};
    (void)state;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(sent(path, &error), BANSHI_EIO);
    unlink(path);
    error = (struct banshi_error){0};
    assert_int_equal(sent(path, &error), 0);
    unlink(path);
}

static void a_command_that_fails_is_told(void **state)
{
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(sent("|cat > /dev/null", &error), 0);
    assert_int_equal(sent("|exit 3", &error), BANSHI_EIO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_the_paper),
        cmocka_unit_test(no_line_begins_with_closing_punctuation),
        cmocka_unit_test(a_file_is_never_overwritten),
        cmocka_unit_test(a_command_that_fails_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
