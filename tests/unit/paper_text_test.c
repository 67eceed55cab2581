/* SPDX-License-Identifier: MIT */
/* Documents as text: nothing is wider than the paper, lines break as Chinese does, files are never overwritten. */
#include <config.h>

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>
#include <locale.h>

#include <cmocka.h>

#include <banshi/paper.h>

#include "paper/destination.h"
#include "file.h"
#include "paper/table.h"

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

/* Eight columns on eighty: a roster's week, with names of up to four characters. */
static void names_in_a_table_are_not_broken(void **state)
{
    static const char week[] =
        "columns\t4\t3\t3\t3\t3\t3\t3\t3\n"
        "head\t窗口\t周一 11-30\t周二 12-01\t周三 12-02\t周四 12-03\t周五 12-04\t周六 12-05\t周日 12-06\n"
        "row\tB1 不动产登记窗口\t\t欧阳修远\t陈静\t刘洋\t曾长水\t欧阳修远\t何超\n"
        "row\tC1 登记注册窗口\t周䶮\t欧阳修远\t欧阳修远\t欧阳修远\t欧阳修远\t欧阳修远\t欧阳修远\n"
        "note\t一\n";
    (void)state;
    setlocale(LC_ALL, "C.UTF-8");
    char *text = banshi_paper_text(week, 80);
    assert_non_null(text);
    size_t names = 0, widest = 0;
    for (const char *at = text; (at = strstr(at, "欧阳修远")); at++)
        names++;
    assert_int_equal(names, 8);
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        wchar_t wide[1024];
        size_t n = mbstowcs(wide, line, 1024), used = (size_t)wcswidth(wide, n);
        assert_true(used <= 80);
        widest = line[0] != '-' && used > widest ? used : widest;
    }
    assert_true(widest > 76); /* the room is used */
    free(text);
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
    struct progress progress = {0};
    const struct banshi_paper paper = {.content = "para\ttext $(touch /tmp/never)\n"};
    return destination_send(&paper, 1, destination, 0, &progress, &outcome, error);
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

static void papers_in_one_text_are_parted_by_a_form_feed(void **state)
{
    char path[] = "/tmp/banshi-text.XXXXXX", bytes[256] = "";
    const struct banshi_paper papers[] = {{.content = "line\tone\n"}, {.content = "line\ttwo\n"}};
    struct progress progress = {0};
    struct banshi_error error = {0};
    struct outcome outcome;
    (void)state;
    close(mkstemp(path));
    unlink(path);
    assert_int_equal(destination_send(papers, 2, path, 0, &progress, &outcome, &error), 0);
    int fd = open(path, O_RDONLY);
    assert_true(read(fd, bytes, sizeof bytes - 1) > 0);
    close(fd);
    unlink(path);
    const char *feed = strchr(bytes, '\f');
    assert_true(feed && strstr(bytes, "one") < feed && strstr(feed, "two"));
    assert_null(strchr(feed + 1, '\f'));
}

static void a_command_that_fails_is_told(void **state)
{
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(sent("|cat > /dev/null", &error), 0);
    assert_int_equal(sent("|exit 3", &error), BANSHI_ECOMMAND);
}

/* Two papers and a slow command: what it was given, when it was given up, and when the papers were. */
static void a_command_begins_when_all_papers_are_there(void **state)
{
    char folder[] = "/tmp/banshi-command.XXXXXX", got[64], command[256];
    const struct banshi_paper papers[] = {{.content = "para\tone\n"}, {.content = "para\ttwo\n"}};
    struct progress progress = {0}, stopped = {.stop = true};
    struct banshi_error error = {0};
    struct outcome outcome;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(got, sizeof got, "%s/got", folder);
    snprintf(command, sizeof command, "|cat > %s", got);
    assert_int_equal(destination_send(papers, 2, command, 0, &stopped, &outcome, &error), BANSHI_ECANCELLED);
    assert_int_equal(access(got, F_OK), -1); /* it has not even begun */
    struct batch *batch = batch_new(command, &error);
    assert_int_equal(batch_add(batch, &papers[0], &progress, &error), 0);
    assert_int_equal(batch_add(batch, &papers[1], &progress, &error), 0);
    assert_int_equal(access(got, F_OK), -1);
    assert_int_equal(batch_finish(batch, 0, &progress.stop, &outcome, &error), 0);
    assert_int_equal(access(got, F_OK), 0);
    error = (struct banshi_error){0};
    batch = batch_new("|exec sleep 600", &error);
    assert_int_equal(batch_add(batch, &papers[0], &progress, &error), 0);
    assert_int_equal(batch_finish(batch, 0, &stopped.stop, &outcome, &error), BANSHI_ECANCELLED);
    unlink(got);
    assert_int_equal(rmdir(folder), 0);
}

/* Standard output is a pipe from which nobody reads any more. */
static void a_reader_that_has_gone_is_told(void **state)
{
    int pipes[2], out = dup(STDOUT_FILENO);
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(pipe(pipes), 0);
    close(pipes[0]);
    fflush(stdout);
    dup2(pipes[1], STDOUT_FILENO);
    int r = sent("-", &error);
    dup2(out, STDOUT_FILENO);
    close(pipes[1]);
    close(out);
    assert_int_equal(r, BANSHI_ECOMMAND);
    assert_string_equal(error.detail, "stdout · stopped reading");
}

static const char *heading(const char *label)
{
    return label;
}

static void value(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret, size_t size)
{
    (void)field;
    snprintf(ret, size, "%s", ((const char *const *)rows->items)[row]);
}

struct visit {
    const char *name, *note;
};

static void visit_value(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret,
                        size_t size)
{
    const struct visit *v = (const struct visit *)rows->items + row;
    snprintf(ret, size, "%s", field->type == BANSHI_TIME ? "2026-11-24 17:00:00" : field->offset ? v->note : v->name);
}

static void a_list_on_paper_has_no_empty_column_and_no_seconds(void **state)
{
    static const struct banshi_field fields[] = {{"name", "Name", BANSHI_TEXT, offsetof(struct visit, name), NULL},
                                                 {"note", "Note", BANSHI_TEXT, offsetof(struct visit, note), NULL},
                                                 {"at", "At", BANSHI_TIME, 0, NULL}};
    static const struct banshi_shape shape = {"visit", sizeof(struct visit), 3, fields};
    static const struct banshi_table_words words = {heading, visit_value};
    const struct visit items[] = {{"王芳", ""}, {"买买提·艾力", ""}};
    const struct banshi_rows rows = {&shape, 2, items};
    (void)state;
    char *paper = banshi_table_paper(&rows, &words, "一", "二");
    assert_non_null(paper);
    assert_non_null(
        strstr(paper, "\nhead\tName\tAt\nrow\t王芳\t2026-11-24 17:00\nrow\t买买提·艾力\t2026-11-24 17:00\n"));
    free(paper);
}

static void what_is_stopped_leaves_no_file(void **state)
{
    char folder[] = "/tmp/banshi-stopped.XXXXXX", path[64];
    static const char *const names[] = {"all.pdf", "table.csv", "table.xlsx", "all.txt"};
    static const struct banshi_field fields[] = {{"name", "Name", BANSHI_TEXT, 0, NULL}};
    static const struct banshi_shape shape = {"thing", sizeof(const char *), 1, fields};
    static const struct banshi_table_words words = {heading, value};
    const char *const items[] = {"甲", "乙"};
    const struct banshi_rows rows = {&shape, 2, items};
    const struct banshi_paper papers[] = {{.content = "para\tone\n"}, {.content = "para\ttwo\n"}};
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int stop = 0; stop < 2; stop++)
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
            struct progress progress = {.stop = stop};
            struct banshi_error error = {0};
            struct outcome outcome;
            snprintf(path, sizeof path, "%s/%s", folder, names[i]);
            bool table = i == 1 || i == 2;
            int r = table ? table_write(&rows, &words, path, false, &progress, &error)
                          : destination_send(papers, 2, path, 0, &progress, &outcome, &error);
            assert_int_equal(r, stop ? BANSHI_ECANCELLED : 0);
            assert_int_equal(access(path, F_OK), stop ? -1 : 0);
            assert_int_equal(progress.total, 2);
            unlink(path);
        }
    assert_int_equal(rmdir(folder), 0); /* nothing else is left */
}

/* A process of its own is writing, and a signal ends it there and then. */
static void who_is_ended_by_a_signal_leaves_no_file(void **state)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGKILL};
    char folder[] = "/tmp/banshi-ended.XXXXXX", path[64];
    size_t count = sizeof signals / sizeof signals[0];
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t way = 0; way < 2 * count; way++) {
        size_t i = way % count;
        snprintf(path, sizeof path, "%s/%s", folder, way < count ? "all.pdf" : "all.txt");
        int pipes[2], status = 0;
        char written = 0;
        assert_int_equal(pipe(pipes), 0);
        pid_t pid = fork();
        if (pid == 0) {
            struct progress progress = {0};
            struct banshi_error error = {0};
            struct batch *batch = batch_new(path, &error);
            if (batch && batch_add(batch, &(struct banshi_paper){.content = "para\tone\n"}, &progress, &error) == 0)
                (void)!write(pipes[1], "w", 1);
            for (;;)
                pause();
        }
        close(pipes[1]);
        assert_int_equal(read(pipes[0], &written, 1), 1);
        close(pipes[0]);
        assert_int_equal(kill(pid, signals[i]), 0);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
    }
    assert_int_equal(rmdir(folder), 0); /* nothing is left */
}

/* Where a file system knows no nameless files they are kept in memory until they are whole. */
static void a_file_from_memory_gets_its_name_whole_and_never_that_of_another(void **state)
{
    char folder[] = "/tmp/banshi-memory.XXXXXX", path[64], bytes[16] = "";
    struct banshi_error error = {0};
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);
    for (int again = 0; again < 2; again++) {
        int fd = memfd_create("file", MFD_CLOEXEC);
        assert_true(file_write(fd, again ? "second" : "first", again ? 6 : 5));
        assert_int_equal(file_finish(fd, path, &error), again ? BANSHI_EIO : 0);
    }
    int fd = open(path, O_RDONLY);
    assert_int_equal(read(fd, bytes, sizeof bytes - 1), 5);
    close(fd);
    assert_string_equal(bytes, "first");
    unlink(path);
    assert_int_equal(rmdir(folder), 0); /* nothing else is left */
}

/* A thermal printer in the network: what arrives there. */
static void a_thermal_printer_in_the_network_gets_the_dots(void **state)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    char destination[64];
    static unsigned char bytes[1 << 20];
    struct banshi_error error = {0};
    (void)state;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(fd, 1), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &size), 0);
    snprintf(destination, sizeof destination, "escpos://127.0.0.1:%d", ntohs(address.sin_port));
    const struct banshi_paper paper = {.content = "title\t官渡区政务服务中心\nbig\tA001\n", .size = BANSHI_58};
    struct progress progress = {0};
    struct outcome outcome;
    assert_int_equal(destination_send(&paper, 1, destination, 0, &progress, &outcome, &error), 0);
    int printer = accept(fd, NULL, NULL);
    size_t count = 0;
    for (ssize_t n; (n = read(printer, bytes + count, sizeof bytes - count)) > 0;)
        count += (size_t)n;
    close(printer);
    close(fd);
    assert_true(count > 1000);
    assert_memory_equal(bytes, "\x1b@\x1dv0", 5);
    size_t row_bytes = bytes[6] | (size_t)bytes[7] << 8, dark = 0;
    assert_true(row_bytes >= 40 && row_bytes <= 58); /* of 58 mm at 203 dots an inch */
    assert_memory_equal(bytes + count - 4, "\x1dV\x42\0", 4);
    for (size_t i = 10; i < count - 7; i++)
        dark += bytes[i] != 0;
    assert_true(dark > 100);
    /* and nobody there is told */
    assert_int_equal(destination_send(&paper, 1, destination, 0, &progress, &outcome, &error), BANSHI_EPRINTER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_the_paper),
        cmocka_unit_test(names_in_a_table_are_not_broken),
        cmocka_unit_test(a_list_on_paper_has_no_empty_column_and_no_seconds),
        cmocka_unit_test(no_line_begins_with_closing_punctuation),
        cmocka_unit_test(a_file_is_never_overwritten),
        cmocka_unit_test(papers_in_one_text_are_parted_by_a_form_feed),
        cmocka_unit_test(a_command_that_fails_is_told),
        cmocka_unit_test(a_command_begins_when_all_papers_are_there),
        cmocka_unit_test(a_reader_that_has_gone_is_told),
        cmocka_unit_test(what_is_stopped_leaves_no_file),
        cmocka_unit_test(who_is_ended_by_a_signal_leaves_no_file),
        cmocka_unit_test(a_file_from_memory_gets_its_name_whole_and_never_that_of_another),
        cmocka_unit_test(a_thermal_printer_in_the_network_gets_the_dots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
