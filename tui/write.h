/* SPDX-License-Identifier: MIT */
/* A screen's writes: one at a time, and each happens once. Screens write with app_write (request.h).
 *
 * The operation id belongs to the words that are sent: what was given up without an answer and is sent again soon with the same
 * words is the same operation, everything else is another one. */
#ifndef BANSHI_TUI_WRITE_H
#define BANSHI_TUI_WRITE_H

#include <banshi/banshi.h>

#include <stdbool.h>

struct write {
    bool busy; /* an answer is awaited */
    bool open; /* it was given up: nobody knows whether it was done */
    banshi_time since;
    uint64_t words; /* a digest of what was sent */
    char opid[BANSHI_OPID_SIZE];
};

/* A word that is sent: a text (NULL: none) or a number. */
struct write_word {
    const char *text;
    int64_t number;
};
static inline struct write_word write_text(const char *text)
{
    return (struct write_word){text ? text : "", 0};
}
static inline struct write_word write_number(int64_t number)
{
    return (struct write_word){NULL, number};
}
#define WRITE_WORD(x) _Generic((x), char * : write_text, const char * : write_text, default : write_number)(x)

/* The words of up to eight arguments, as a parameter of write_begin after the number of them. */
#define WRITE_COUNT_(_0, _1, _2, _3, _4, _5, _6, _7, _8, n, ...) n
#define WRITE_COUNT(...) WRITE_COUNT_(0, ##__VA_ARGS__, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define WRITE_EACH_0()
#define WRITE_EACH_1(a) WRITE_WORD(a)
#define WRITE_EACH_2(a, ...) WRITE_WORD(a), WRITE_EACH_1(__VA_ARGS__)
#define WRITE_EACH_3(a, ...) WRITE_WORD(a), WRITE_EACH_2(__VA_ARGS__)
#define WRITE_EACH_4(a, ...) WRITE_WORD(a), WRITE_EACH_3(__VA_ARGS__)
#define WRITE_EACH_5(a, ...) WRITE_WORD(a), WRITE_EACH_4(__VA_ARGS__)
#define WRITE_EACH_6(a, ...) WRITE_WORD(a), WRITE_EACH_5(__VA_ARGS__)
#define WRITE_EACH_7(a, ...) WRITE_WORD(a), WRITE_EACH_6(__VA_ARGS__)
#define WRITE_EACH_8(a, ...) WRITE_WORD(a), WRITE_EACH_7(__VA_ARGS__)
#define WRITE_JOIN_(a, b) a##b
#define WRITE_JOIN(a, b) WRITE_JOIN_(a, b)
#define WRITE_WORDS(...) \
    WRITE_COUNT(__VA_ARGS__), (const struct write_word[]) \
    { \
        {0}, WRITE_JOIN(WRITE_EACH_, WRITE_COUNT(__VA_ARGS__))(__VA_ARGS__) \
    }

/* The operation id of a call with these words (the first of them is not one); busy from now on. */
const char *write_begin(struct write *w, const char *call, size_t count, const struct write_word *words);
/* The same for an operation with an id of its own. */
void write_once(struct write *w, const char *opid);
/* The answer has come. True when it was done; else the error is still to be said. */
bool write_end(struct write *w, const struct banshi_error *error);

#endif
