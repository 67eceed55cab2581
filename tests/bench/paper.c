/* SPDX-License-Identifier: MIT */
/* How fast papers are: the first one, then pages a second on one core, and what they weigh. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <banshi/paper.h>

enum { PAPERS = 100 };

static const char content[] =
    "title\t受理通知书\nnumber\t官政服受〔2026〕1号\nfield\t申请人\t张曲㛃\nfield\t证件\t居民身份证 "
    "530111199001010016\n"
    "field\t申请事项\t居民身份证首次申领、换领\nfield\t法律依据\t《中华人民共和国居民身份证法》第七条、第八条、第十一条"
    "\n"
    "para\t你（单位）提交的申请材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条的规定，现予受理。收到"
    "的材料如下：\n"
    "head\t序号\t材料名称\t原件\t复印件\nrow\t1\t居民户口簿\t1\t0\nrow\t2\t旧居民身份证\t1\t0\nrow\t3\t监护人居民身份证"
    "\t1\t1\n"
    "field\t受理日期\t2026年11月24日\nfield\t承诺办结日期\t2026年12月22日\nfield\t收费\t不收费\nfield\t经办人\t王芳\n"
    "sign\t申请人（代理人）签收：\nseal\t（此处加盖官渡区政务服务中心专用印章）\ndate\t2026年11月24日\n";

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A file of so many papers; seconds. */
static double write_papers(const char *path, int count, off_t *ret_size)
{
    const struct banshi_paper paper = {
        .content = content, .number = "官政服受〔2026〕1号", .check = "0123456789abcdef"};
    struct banshi_pdf *pdf = NULL;
    struct banshi_error error = {0};
    struct stat st = {0};
    double began = now();
    int r = banshi_pdf_new(path, &pdf, &error);
    for (int i = 0; r == 0 && i < count; i++)
        r = banshi_pdf_add(pdf, &paper, &error);
    if (r == 0)
        r = banshi_pdf_finish(pdf, &error);
    double took = now() - began;
    if (r != 0)
        fprintf(stderr, "paper: %s\n", error.detail);
    stat(path, &st);
    unlink(path);
    *ret_size = st.st_size;
    return took;
}

int main(void)
{
    char folder[] = "/tmp/banshi-paper.XXXXXX", path[64];
    off_t one = 0, again = 0, all = 0;
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/paper.pdf", folder);
    double first = write_papers(path, 1, &one), second = write_papers(path, 1, &again);
    double many = write_papers(path, PAPERS, &all);
    rmdir(folder);
    printf(
        "paper: the first PDF %.0f ms, the next %.0f ms, %ld KiB; then %.0f pages a second, %.1f KiB more for each\n",
        first * 1e3, second * 1e3, (long)one / 1024, PAPERS / many, (double)(all - one) / 1024 / (PAPERS - 1));
    return 0;
}
