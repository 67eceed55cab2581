/* SPDX-License-Identifier: MIT */
/* The roster: who keeps which counter open at lunch and in other duties. Norm 7.3.
 *
 * A month is generated, edited and published: what is published holds for everybody, what is planned becomes so with the
 * next publication. Swaps and stand-ins hold at once. Nobody has two duties at one time, no counter two people; who is
 * absent or cannot serve the counter's queues gets no duty unless a supervisor overrides with a reason (BANSHI_EDUTY). */
#ifndef BANSHI_ROSTER_H
#define BANSHI_ROSTER_H

#include <banshi/session.h>

struct banshi_roster {
    int64_t id;
    const char *kind;          /* "lunch" */
    const char *kind_name;     /* [Duty] */
    banshi_date month;         /* [Month] its first day */
    int64_t draft;             /* [Draft] counts the changes of what is planned */
    int64_t version;           /* [Version] publications; 0: none yet */
    banshi_time published_at;  /* [Published] */
    const char *published_by;  /* [By] */
    int64_t duties, vacancies; /* [Duties] [Vacancies] */
    int64_t changes;           /* [Changes] since it was published */
};
extern const struct banshi_shape banshi_roster_shape;
/* All rosters, the newest month first. */
struct banshi_op *banshi_roster_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Plan a month (any of its days) anew, from today on, or from tomorrow when it is published; hand-made changes of these
 * days are lost. Supervisors. Rows: the roster. BANSHI_ECHANGED: somebody changed it while it was planned. */
struct banshi_op *banshi_roster_generate(struct banshi *b, const char *opid, const char *kind, banshi_date month,
                                         banshi_done_fn *fn, void *closure);
/* What is planned holds. Supervisors. draft: the one that was looked at (0: whichever); BANSHI_ECHANGED tells what has changed
 * since, and nothing is published. Rows: the roster; BANSHI_ESTATE when nothing has changed. */
struct banshi_op *banshi_roster_publish(struct banshi *b, const char *opid, const char *kind, banshi_date month,
                                        int64_t draft, banshi_done_fn *fn, void *closure);

/* What a publication changed. */
struct banshi_roster_change {
    int64_t roster;
    int64_t version;                            /* [Version] */
    banshi_date day;                            /* [Day] */
    const char *counter_label, *before, *after; /* [Counter] [Before] [After] */
};
extern const struct banshi_shape banshi_roster_change_shape;
/* Of publication `version`; 0: what the next one would change. */
struct banshi_op *banshi_roster_change_list(struct banshi *b, int64_t roster, int64_t version, banshi_done_fn *fn,
                                            void *closure);

struct banshi_roster_duty {
    int64_t id, roster;
    const char *kind;
    const char *kind_name; /* [Duty] */
    banshi_date day;       /* [Day] */
    int64_t counter;
    const char *counter_label, *counter_name; /* [Counter] */
    banshi_time starts, ends;
    const char *opens, *closes; /* [Opens] [Closes] the same as "12:00", in the centre's time zone */
    int64_t staff;              /* as planned; 0: vacant */
    const char *login;
    const char *staff_name;     /* [Planned] */
    int64_t published;          /* as published */
    const char *published_name; /* [Published] */
    const char *instead_of;     /* [Instead of] whom a stand-in replaces */
    const char *state;          /* [State] one of banshi_word_roster_duty_state */
    banshi_time checked_in_at;
    const char *cause;    /* [Cause] of a vacancy, one of banshi_word_roster_duty_cause */
    const char *override; /* [Override] a supervisor's reason */
    int64_t version;      /* counts the changes */
    const char *changed_by;
};
extern const struct banshi_shape banshi_roster_duty_shape;
/* Duties from a day to a day (0: today), of all or only one's own. Rows: duties by day and counter. */
struct banshi_op *banshi_roster_duty_list(struct banshi *b, banshi_date first, banshi_date last, bool mine,
                                          banshi_done_fn *fn, void *closure);

/* Change a duty that was seen in this version (0: whichever): BANSHI_ECHANGED tells who changed it since, and nothing is
 * overwritten. override: a supervisor's reason to pass by absence or skill, NULL none. Leads. Rows: the duty. */
struct banshi_op *banshi_roster_assign(struct banshi *b, const char *opid, int64_t duty, int64_t version,
                                       const char *login, const char *override, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_roster_unassign(struct banshi *b, const char *opid, int64_t duty, int64_t version,
                                         banshi_done_fn *fn, void *closure);
/* Somebody is missing: a stand-in has the duty at once, and is missing in turn when the grace from now on is over; login NULL:
 * the best candidate; override as above. Leads. Rows: the duty. */
struct banshi_op *banshi_roster_stand_in(struct banshi *b, const char *opid, int64_t duty, int64_t version,
                                         const char *login, const char *override, banshi_done_fn *fn, void *closure);
/* I am there for my duty of now. Rows: the duty; BANSHI_ENOTFOUND when there is none. */
struct banshi_op *banshi_roster_check_in(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);

/* Who could have a duty, best first: rested before others, then those with fewer duties. Leads. */
struct banshi_roster_candidate {
    int64_t staff;
    const char *login, *staff_name; /* [Login] [Name] */
    int64_t duties;                 /* [Duties] of the last months */
    bool rests;                     /* [Rests] on duty the working day before or after */
    const char *counter_label;      /* [Counter] where they are now */
};
extern const struct banshi_shape banshi_roster_candidate_shape;
struct banshi_op *banshi_roster_candidate_list(struct banshi *b, int64_t duty, banshi_done_fn *fn, void *closure);

/* Why somebody has a duty: what the plan saw. Leads. */
struct banshi_roster_reason {
    int64_t line;
    const char *fact;           /* [Fact] message id */
    const char *value, *detail; /* [Value] [Detail] */
};
extern const struct banshi_shape banshi_roster_reason_shape;
struct banshi_op *banshi_roster_why(struct banshi *b, int64_t duty, banshi_done_fn *fn, void *closure);

/* Swaps: asked → consented (declined) by the colleague → approved (rejected) by a lead of the counters' department, or a
 * supervisor. */
struct banshi_roster_swap {
    int64_t id;        /* [Id] */
    const char *state; /* [State] one of banshi_word_roster_swap_state */
    int64_t duty;
    banshi_date day;           /* [Day] */
    const char *counter_label; /* [Counter] */
    int64_t staff;
    const char *staff_name; /* [Name] */
    int64_t colleague;
    const char *colleague_name;       /* [Colleague] */
    int64_t other;                    /* the colleague's duty, 0: none */
    banshi_date other_day;            /* [For] */
    const char *other_label, *reason; /* [Counter] [Reason] */
    banshi_time asked_at;
    bool mine; /* my consent, or my approval, is waited for */
};
extern const struct banshi_shape banshi_roster_swap_shape;
struct banshi_op *banshi_roster_swap_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Whom I could ask to take my duty, and for which of theirs: what would not be refused. */
struct banshi_roster_swap_choice {
    int64_t staff;
    const char *login, *staff_name; /* [Login] [Name] */
    int64_t other;                  /* the colleague's duty, 0: nothing in return */
    banshi_date other_day;          /* [For] */
    const char *other_label;        /* [Counter] */
};
extern const struct banshi_shape banshi_roster_swap_choice_shape;
struct banshi_op *banshi_roster_swap_choice_list(struct banshi *b, int64_t duty, banshi_done_fn *fn, void *closure);
/* Ask a colleague to take my duty for one of theirs (other) or none (0). Rows: one swap. */
struct banshi_op *banshi_roster_swap(struct banshi *b, const char *opid, int64_t duty, const char *colleague,
                                     int64_t other, const char *reason, banshi_done_fn *fn, void *closure);
/* A colleague who was asked consents or declines; a lead or supervisor approves what was consented to, or rejects it.
 * BANSHI_ESTATE when it is not so far. Rows: one swap. */
struct banshi_op *banshi_roster_consent(struct banshi *b, const char *opid, int64_t swap, bool yes, banshi_done_fn *fn,
                                        void *closure);
struct banshi_op *banshi_roster_approve(struct banshi *b, const char *opid, int64_t swap, bool yes, banshi_done_fn *fn,
                                        void *closure);

/* When somebody is not there. A clerk sees their own. */
struct banshi_absence {
    int64_t id, staff;              /* [Id] */
    const char *login, *staff_name; /* [Login] [Name] */
    const char *kind;               /* [Kind] one of banshi_word_absence_kind */
    banshi_date first, last;        /* [First day] [Last day] */
    int64_t weekday;                /* [Weekday] of part_time: 1 Monday … 7 Sunday */
    const char *note;               /* [Note] */
};
extern const struct banshi_shape banshi_absence_shape;
struct banshi_op *banshi_absence_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Put an absence down and take it off the list. last 0: the first day alone; weekday 0 but for part_time. Leads. Rows: the absence;
 * none. */
struct banshi_op *banshi_absence_add(struct banshi *b, const char *opid, const char *login, const char *kind,
                                     banshi_date first, banshi_date last, int64_t weekday, const char *note,
                                     banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_absence_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                        void *closure);

/* Queues that somebody can serve: those of their department's counters and of counters they have worked at, and what was
 * said of them. */
struct banshi_skill {
    int64_t staff;
    const char *login, *staff_name, *queue, *queue_name; /* [Login] [Name] [Code] [Queue] queue: its code */
    bool given;                                          /* [Given] said of the person */
};
extern const struct banshi_shape banshi_skill_shape;
/* login NULL: everybody. */
struct banshi_op *banshi_skill_list(struct banshi *b, const char *login, banshi_done_fn *fn, void *closure);
/* able: "t" can serve the queue of that code, "f" cannot, NULL as follows from where they work. Leads. */
struct banshi_op *banshi_skill_set(struct banshi *b, const char *opid, const char *login, const char *queue,
                                   const char *able, banshi_done_fn *fn, void *closure);

/* Duties as papers, of all or only one's own: a day's (0: today) or one's own as a list, more days as a table a week. Rows:
 * document previews, in the order they are printed; clerks get what is published. */
struct banshi_op *banshi_roster_paper(struct banshi *b, banshi_date first, banshi_date last, bool mine,
                                      banshi_done_fn *fn, void *closure);

/* Duties as a file: "ics" (iCalendar, RFC 5545; now is its time stamp) or "text"; as a table see table.h. malloced; NULL
 * for another format or out of memory. */
char *banshi_roster_export(const struct banshi_rows *duties, const char *format, banshi_time now);

#endif
