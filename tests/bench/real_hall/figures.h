/* SPDX-License-Identifier: MIT */
/* Figures with their targets, a line each; how often the target a figure is stands after it. */
#ifndef FIGURES_H
#define FIGURES_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

struct samples {
    double *ms;
    size_t count;
};

static inline void add(struct samples *s, double ms)
{
    if ((s->count & (s->count + 1)) == 0) { /* one less than a power of two: there is room for no more */
        double *more = realloc(s->ms, (2 * s->count + 2) * sizeof *more);
        if (!more)
            abort();
        s->ms = more;
    }
    s->ms[s->count++] = ms;
}

static inline int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static inline double percentile(struct samples *s, double part)
{
    qsort(s->ms, s->count, sizeof *s->ms, compare);
    return s->ms[(size_t)(part * (double)(s->count - 1) + 0.5)];
}

/* The text in so many columns, or more. */
static inline void cell(const char *text, int cols)
{
    wchar_t wide[256];
    size_t n = mbstowcs(wide, text, 255);
    int used = n == (size_t)-1 ? cols : wcswidth(wide, n);
    printf("%s%*s", text, cols > used ? cols - used : 1, "");
}

static inline void line(const char *what, const char *measured, const char *target)
{
    printf("  ");
    cell(what, 66);
    cell(measured, 28);
    printf("%s\n", target);
}

__attribute__((format(printf, 3, 4))) static inline void row(const char *what, const char *target, const char *format,
                                                             ...)
{
    char text[128];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    line(what, text, target);
}

/* A target of 0 is none. */
static inline void figure(const char *what, double measured, double target)
{
    char text[64] = "–";
    if (target > 0)
        snprintf(text, sizeof text, "≤ %g; %.1f×", target, measured / target);
    row(what, text, "%.3f", measured);
}

static inline void latencies(const char *what, struct samples *s, double half, double most)
{
    char text[96] = "–";
    if (s->count == 0) {
        row(what, text, "not measured");
        return;
    }
    double p50 = percentile(s, 0.5), p99 = percentile(s, 0.99);
    if (half > 0)
        snprintf(text, sizeof text, "≤ %g / ≤ %g ms; %.1f× / %.1f×", half, most, p50 / half, p99 / most);
    else if (most > 0)
        snprintf(text, sizeof text, "p99 ≤ %g ms; %.1f×", most, p99 / most);
    row(what, text, "%.1f / %.1f ms (%zu)", p50, p99, s->count);
}

#endif
