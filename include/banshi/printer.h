/* SPDX-License-Identifier: MIT */
/* Printers, and sending papers to them and elsewhere. Nothing here waits: the work is done beside the loop. */
#ifndef BANSHI_PRINTER_H
#define BANSHI_PRINTER_H

#include <banshi/paper.h>
#include <banshi/session.h>

/* A destination is a text:
 *   -                       standard output, as text
 *   FILE.pdf, FILE          a new file, as PDF or as text; never over another
 *   |COMMAND                the standard input of a shell command, as text
 *   printer:NAME            a queue of the printing system (CUPS); printer: alone is the system's own choice
 *   ipp://HOST[:PORT]/PATH  a printer that speaks IPP by itself, also ipps://
 *   escpos:PATH             a thermal printer's device or a file
 *   escpos://HOST[:PORT]    a thermal printer in the network, port 9100 */

/* What became of a job: the reason of one that the printer holds is in its message. */
struct banshi_print {
    const char *destination; /* [Destination] */
    int64_t job;             /* [Job] 0: no printer's job */
    const char *state;       /* [State] one of banshi_word_print_state */
    const char *message;     /* [Message] of the printer: its own words */
};
extern const struct banshi_shape banshi_print_shape;

/* Print the papers, which are copied. Follows a printer's job until it is done, for wait_ms (0: 20 seconds) at most; then the
 * job stays with the printer and state is held. BANSHI_EPRINTER when the printer does not take it: unknown, off,
 * refused; BANSHI_EIO, BANSHI_EFONT. Rows: one print. Cancelling lets the printer keep what it has. */
struct banshi_op *banshi_print(struct banshi *b, const struct banshi_paper *papers, size_t count,
                               const char *destination, int wait_ms, banshi_done_fn *fn, void *closure);

/* The printing system's queues. */
struct banshi_printer {
    const char *name;        /* [Printer] */
    const char *description; /* [Description] */
    const char *state;       /* [State] one of banshi_word_printer_state */
    const char *message;     /* [Message] */
    bool chosen;             /* [Chosen] by the system */
};
extern const struct banshi_shape banshi_printer_shape;
struct banshi_op *banshi_printer_list(struct banshi *b, banshi_done_fn *fn, void *closure);

/* Where documents of a kind are printed at a counter; counter 0: at all others, kind "": all others. */
struct banshi_printer_rule {
    int64_t counter;
    const char *counter_label; /* [Counter] */
    const char *kind;          /* [Kind] one of banshi_word_document_kind, or material_form; "": all others */
    const char *destination;   /* [Destination] */
};
extern const struct banshi_shape banshi_printer_rule_shape;
struct banshi_op *banshi_printer_rule_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* An administrator's; destination "" takes the rule away. Rows: the rules. */
struct banshi_op *banshi_printer_rule_set(struct banshi *b, const char *opid, int64_t counter, const char *kind,
                                          const char *destination, banshi_done_fn *fn, void *closure);
/* The rule that applies to the kind at my counter; no rows: none. */
struct banshi_op *banshi_printer_rule_mine(struct banshi *b, const char *kind, banshi_done_fn *fn, void *closure);

#endif
