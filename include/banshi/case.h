/* SPDX-License-Identifier: MIT */
/* Cases (办件): taking in an application and deciding on it. Norms 6.1–6.5, 2.3, 2.7, 8.1; Licensing Law art. 29, 32.
 *
 * States: received → accepted | not_required 不受理 | refused 不予受理 | supplement 补正;
 * supplement → accepted | refused | withdrawn; accepted ⇄ suspended; accepted → prolonged ⇄ suspended;
 * accepted | prolonged → decided → delivered; accepted | prolonged | suspended → ended; all of them → withdrawn. */
#ifndef BANSHI_CASE_H
#define BANSHI_CASE_H

#include <banshi/session.h>

struct banshi_case_material {
    int64_t seq;               /* [No.] of the item's material; beyond them: one that the clerk named */
    const char *name;          /* [Material] */
    const char *form;          /* [Form] one of banshi_word_material_form */
    int64_t originals, copies; /* [Originals] [Copies] received */
    bool required;             /* [Required] */
    const char *standard;
    const char *state; /* [State] one of banshi_word_case_material_state (wrong: its form or content) */
    const char *note;  /* [Note] what is wrong with it */
};
extern const struct banshi_shape banshi_case_material_shape;

/* What the clerk typed; NULL or "" is not given. All text is checked on both sides. */
struct banshi_intake {
    int64_t ticket; /* 0: posted or online */
    int64_t item;
    const char *channel;        /* one of banshi_word_case_channel */
    const char *applicant_kind; /* one of banshi_word_applicant_kind */
    const char *applicant_name;
    const char *id_kind; /* one of banshi_word_id_kind */
    const char *id_number;
    const char *phone;
    const char *contact; /* contact person of an organisation */
    const char *address;
    const char *agent_name, *agent_id_number, *agent_phone;
    const char *agent_authority; /* power of attorney: what it covers */
    bool assistance;    /* 帮办代办: a helper does it for the applicant, who stays the applicant (norm 2.7) */
    const char *helper; /* login of the helper, "" for oneself */
    const char *assistance_note;
    const char *delivery;      /* one of banshi_word_case_delivery (norm 8.1) */
    const char *delivery_note; /* recipient and address for post, telephone for the locker code */
    const char *notice;        /* how to tell of progress (norm 6.5), one of banshi_word_case_notice */
    const char *email;
    const char *note;
    const struct banshi_case_material *materials;
    size_t material_count;
};

/* The decision on an application (art. 32). */
struct banshi_decision {
    const char *outcome; /* one of banshi_word_case_outcome; "" with intake: only received */
    const char *reason;  /* required for not_required, refuse, withdraw; checked against the forbidden wording */
    const char *basis;   /* legal basis; "" the item's */
    const char *organ;   /* the competent organ, when another (refuse) */
    bool corrected;      /* errors were corrected on the spot (art. 32 (3)) */
    const char *override_reason; /* for a second supplement notice */
    int64_t supplement_days;     /* the applicant's period, working days; 0: the centre's */
};

struct banshi_case {
    int64_t id;         /* [Id] */
    const char *number; /* [Number] */
    const char *state;  /* [State] one of banshi_word_case_state */
    int64_t item;
    const char *item_code;
    const char *item_name, *department;                /* [Item] */
    const char *channel;                               /* one of banshi_word_case_channel */
    const char *applicant_kind;                        /* one of banshi_word_applicant_kind */
    const char *applicant_name;                        /* [Applicant] */
    const char *id_kind;                               /* one of banshi_word_id_kind */
    const char *id_number, *phone, *contact, *address; /* [Identity number] [Telephone] */
    const char *agent_name, *agent_id_number, *agent_phone, *agent_authority;
    bool assistance;
    const char *helper_name, *assistance_note;
    const char *delivery; /* one of banshi_word_case_delivery */
    const char *delivery_note;
    const char *notice; /* one of banshi_word_case_notice */
    const char *email, *note;
    const char *ticket; /* number of the visit that brought it */
    const char *counter_label;
    const char *staff_name; /* [Clerk] */
    const char *reason, *organ;
    banshi_time received_at, decided_at; /* [Received] */
    banshi_date accepted_on;             /* acceptance or deemed acceptance: the clock's start */
    banshi_date tell_by;                 /* last of the five days to tell (art. 32 (4)) */
    banshi_date supplement_by;           /* the applicant's period */
    banshi_date statutory_due, promised_due;
    bool due_published;    /* false: a deadline enters an unpublished year */
    bool deemed;           /* accepted because nobody was told within the five days (art. 32 (4)) */
    banshi_date resume_by; /* of a suspended one: the announced end of the special procedure (art. 45) */
    const char *result;    /* one of banshi_word_case_result; "": none yet */
    banshi_date finished_on;
    banshi_date deliver_by; /* ten working days after (art. 44) */
    banshi_date delivered_on;
    const char *delivered_by; /* one of banshi_word_case_delivery */
};
/* In lists identity and telephone numbers are masked and addresses empty; banshi_case_show gives them in full and the
 * reading is recorded. */
extern const struct banshi_shape banshi_case_shape;

/* Take in an application and, with decision->outcome, decide on it in the same transaction. Rows: the documents issued,
 * their case in banshi_document.case_id. BANSHI_EMATERIAL when accepting with a required material not received; _EREASON,
 * _EFORBIDDEN, _EIDNUMBER … name the field in the detail ("applicant.id_number: …"). */
struct banshi_op *banshi_case_intake(struct banshi *b, const char *opid, const struct banshi_intake *intake,
                                     const struct banshi_decision *decision, banshi_done_fn *fn, void *closure);
/* Decide on a received or supplemented case; materials (may be NULL, 0) are what is there now. Rows: documents. */
struct banshi_op *banshi_case_decide(struct banshi *b, const char *opid, int64_t id,
                                     const struct banshi_decision *decision,
                                     const struct banshi_case_material *materials, size_t material_count,
                                     banshi_done_fn *fn, void *closure);

/* The clock of an accepted case. Notes and reasons are told to the applicant and checked like those of decisions.
 *
 * Suspend for a special procedure (art. 45), one of banshi_word_suspension_kind, announced to take some working days. Rows: its
 * notice. Resume: the deadlines move by the time that did not count. Rows: the case. */
struct banshi_op *banshi_case_suspend(struct banshi *b, const char *opid, int64_t id, const char *kind,
                                      const char *note, int64_t days, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_case_resume(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn, void *closure);
/* Prolong the limit by working days, once, as lead, supervisor or administrator (art. 42): at most 10, at most 15 when
 * several organs handle it together. Rows: its notice. */
struct banshi_op *banshi_case_extend(struct banshi *b, const char *opid, int64_t id, int64_t days, bool unified,
                                     const char *reason, banshi_done_fn *fn, void *closure);
/* The result: granted, denied, or ended without a decision; the last two need a note. A denial issues its decision
 * (art. 38), a document of the kind "denial". Rows: the case. */
struct banshi_op *banshi_case_finish(struct banshi *b, const char *opid, int64_t id, const char *result,
                                     const char *note, banshi_done_fn *fn, void *closure);
/* The result was delivered, by one of banshi_word_case_delivery; "": as wished. Rows: the case. */
struct banshi_op *banshi_case_deliver(struct banshi *b, const char *opid, int64_t id, const char *mode,
                                      const char *note, banshi_done_fn *fn, void *closure);

/* The deadlines as they would be after a step: suspend, resume, extend, finish; days for the first and the third. Nothing is
 * changed. Rows: one forecast; the error is the one that the step would be refused with. */
struct banshi_forecast {
    const char *state;                       /* [State] one of banshi_word_case_state */
    banshi_date promised_due, statutory_due; /* [Promised by] [Statutory limit] */
    banshi_date resume_by, deliver_by;       /* [Resumed by] [Delivered by] */
    bool published;                          /* [Calendar published] false: provisional */
};
extern const struct banshi_shape banshi_forecast_shape;
struct banshi_op *banshi_case_forecast(struct banshi *b, int64_t id, const char *step, int64_t days, banshi_done_fn *fn,
                                       void *closure);

/* What a sweep did. */
struct banshi_swept {
    int64_t cases; /* [Accepted by law] */
};
extern const struct banshi_shape banshi_swept_shape;
/* Count received cases whose five days have passed as accepted from the day of receipt (art. 32 (4)); signing on to a
 * counter does the same. Rows: how many. */
struct banshi_op *banshi_case_sweep(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);

/* One case in full, by id or, with id 0, by number. */
struct banshi_op *banshi_case_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn, void *closure);
/* Its materials, in their order. Rows: case materials. */
struct banshi_op *banshi_case_material_list(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure);
/* Search by case or document number, part of a name, identity number, telephone, or pinyin initials of the name; ""
 * the newest. At most limit, newest first. */
struct banshi_op *banshi_case_search(struct banshi *b, const char *text, int64_t limit, banshi_done_fn *fn,
                                     void *closure);
/* Cases that a visit of today has brought, newest first. */
struct banshi_op *banshi_case_of_ticket(struct banshi *b, int64_t ticket, banshi_done_fn *fn, void *closure);

struct banshi_case_event {
    banshi_time at;                                  /* [Time] */
    const char *kind;                                /* [Event] one of banshi_word_event_kind */
    const char *staff_name, *counter_label, *detail; /* [Clerk] [Counter] [Detail] */
};
extern const struct banshi_shape banshi_case_event_shape;
/* The history of a case, oldest first. */
struct banshi_op *banshi_case_history(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure);

#endif
