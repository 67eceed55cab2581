/* SPDX-License-Identifier: MIT */
/* The phrase library: what to say at each step, and what must never be said. Norms 2.2, 3.2–3.8. */
#ifndef BANSHI_PHRASE_H
#define BANSHI_PHRASE_H

#include <banshi/session.h>

struct banshi_phrase {
    int64_t id;
    const char *step; /* [Step] one of banshi_word_phrase_step */
    const char *text; /* [Phrase] with {centre} {counter} {number} {item} {form} {date} */
};
extern const struct banshi_shape banshi_phrase_shape;
/* All phrases in order; loaded once and filled in by banshi_phrase_fill. */
struct banshi_op *banshi_phrase_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Fill {name} from pairs name, value, …, NULL; unknown placeholders stay "……". malloced. */
char *banshi_phrase_fill(const char *text, ...) __attribute__((sentinel));

struct banshi_forbidden {
    int64_t id;                       /* [Id] */
    const char *text, *why, *instead; /* [Wording] [Why not] [Instead] */
};
extern const struct banshi_shape banshi_forbidden_shape;
/* All of them. Rows: forbidden. */
struct banshi_op *banshi_forbidden_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Edit the list (supervisors). Rows: one forbidden. */
struct banshi_op *banshi_forbidden_add(struct banshi *b, const char *opid, const char *text, const char *why,
                                       const char *instead, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_forbidden_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                          void *closure);
/* Which forbidden wordings does this text hold? Rows: forbidden (none: fine). The database refuses them on its own. */
struct banshi_op *banshi_phrase_check(struct banshi *b, const char *text, banshi_done_fn *fn, void *closure);

#endif
