/* SPDX-License-Identifier: MIT */
/* Plans of a roster: no rule is broken that could have been kept, counts are fair, and on small teams nothing is better. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "roster_plan.h"

enum { DAYS = 31, SLOTS = 79, PEOPLE = 200 };

static struct {
    bool able[SLOTS * PEOPLE], absent[DAYS * PEOPLE], before[PEOPLE];
    int past[PEOPLE], plan[DAYS * SLOTS], again[DAYS * SLOTS], count[PEOPLE];
} w;
static struct roster_team team = {.able = w.able, .absent = w.absent, .past = w.past, .before = w.before};

static unsigned long long seed;

static int below(int n)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((seed >> 33) % (unsigned)n);
}

/* Departments of people who can do the same, some of whom can more or less; people away for a while or a weekday. */
static void make(size_t people, size_t slots, size_t days)
{
    int departments = 1 + below((int)(slots < people ? slots : people));
    memset(&w, 0, sizeof w);
    team.people = people;
    team.slots = slots;
    team.days = days;
    for (size_t k = 0; k < slots; k++)
        for (size_t s = 0; s < people; s++)
            w.able[k * people + s] =
                (int)(k % (size_t)departments) == (int)(s % (size_t)departments) ? below(20) > 0 : below(25) == 0;
    for (size_t s = 0; s < people; s++) {
        w.past[s] = 6 + below(3);
        w.before[s] = below(5) == 0;
        int first = below((int)days), last = first + below(8), kind = below(6);
        for (size_t d = 0; d < days; d++)
            w.absent[d * people + s] = kind == 0   ? (int)d >= first && (int)d <= last
                                       : kind == 1 ? (int)d % 5 == first % 5
                                                   : false;
    }
}

static bool has(const int *plan, int day, size_t person)
{
    if (day < 0)
        return w.before[person];
    for (size_t k = 0; k < team.slots; k++)
        if (plan[(size_t)day * team.slots + k] == (int)person)
            return true;
    return false;
}

static long rests(const int *plan)
{
    long n = 0;
    for (size_t d = 0; d < team.days; d++)
        for (size_t k = 0; k < team.slots; k++) {
            int s = plan[d * team.slots + k];
            n += s >= 0 && has(plan, (int)d - 1, (size_t)s);
        }
    return n;
}

/* Counts into w.count; the sum of their squares. */
static long squares(const int *plan)
{
    long sum = 0;
    memcpy(w.count, w.past, sizeof w.count);
    for (size_t i = 0; i < team.days * team.slots; i++)
        if (plan[i] >= 0)
            w.count[plan[i]]++;
    for (size_t s = 0; s < team.people; s++)
        sum += (long)w.count[s] * w.count[s];
    return sum;
}

/* Kuhn's augmenting paths: as many slots of a day as can be filled at all. */
static bool augment(size_t day, size_t slot, bool *seen, int *slot_of)
{
    for (size_t s = 0; s < team.people; s++) {
        if (!w.able[slot * team.people + s] || w.absent[day * team.people + s] || seen[s])
            continue;
        seen[s] = true;
        if (slot_of[s] < 0 || augment(day, (size_t)slot_of[s], seen, slot_of)) {
            slot_of[s] = (int)slot;
            return true;
        }
    }
    return false;
}

static void check_valid_and_full(void)
{
    for (size_t d = 0; d < team.days; d++) {
        int slot_of[PEOPLE], filled = 0, most = 0, times[PEOPLE] = {0};
        memset(slot_of, -1, sizeof slot_of);
        for (size_t k = 0; k < team.slots; k++) {
            int s = w.plan[d * team.slots + k];
            bool seen[PEOPLE] = {false};
            most += augment(d, k, seen, slot_of);
            if (s == ROSTER_NOBODY) {
                enum roster_verdict cause = roster_vacancy(&team, w.plan, d, k);
                assert_true(cause == ROSTER_ELSEWHERE || cause == ROSTER_ABSENT || cause == ROSTER_UNABLE);
                continue;
            }
            filled++;
            assert_true(s >= 0 && s < (int)team.people);
            assert_true(w.able[k * team.people + (size_t)s]);
            assert_false(w.absent[d * team.people + (size_t)s]);
            assert_int_equal(times[s]++, 0);
        }
        assert_int_equal(filled, most);
    }
}

/* Nobody has duty on two days in a row who could simply be relieved by somebody who would not. */
static void check_rest(void)
{
    for (size_t d = 0; d < team.days; d++)
        for (size_t k = 0; k < team.slots; k++) {
            int s = w.plan[d * team.slots + k];
            if (s < 0 ||
                (!has(w.plan, (int)d - 1, (size_t)s) && (d + 1 == team.days || !has(w.plan, (int)d + 1, (size_t)s))))
                continue;
            for (size_t r = 0; r < team.people; r++)
                if (w.able[k * team.people + r] && !w.absent[d * team.people + r] && !has(w.plan, (int)d, r) &&
                    !has(w.plan, (int)d - 1, r))
                    assert_true(d + 1 < team.days && has(w.plan, (int)d + 1, r));
        }
}

static bool equals(size_t a, size_t b)
{
    for (size_t k = 0; k < team.slots; k++)
        if (w.able[k * team.people + a] != w.able[k * team.people + b])
            return false;
    return true;
}

/* Could a's duties of the days from…to that b can do be b's, and the other way round, with the counts nearer to each
 * other and nobody more often on duty two days in a row? */
static bool fairer(size_t a, size_t b, size_t from, size_t to)
{
    int plan[DAYS * SLOTS];
    memcpy(plan, w.plan, sizeof plan);
    int gain = 0;
    for (size_t d = from; d <= to; d++)
        for (size_t k = 0; k < team.slots; k++) {
            int *at = &plan[d * team.slots + k];
            size_t other = *at == (int)a ? b : a;
            if ((*at != (int)a && *at != (int)b) || w.absent[d * team.people + other])
                continue;
            gain += other == a ? 1 : -1;
            *at = (int)other;
        }
    int before = w.count[a] - w.count[b], after = before + 2 * gain;
    return abs(after) < abs(before) && rests(plan) <= rests(w.plan);
}

static void check_fair(void)
{
    squares(w.plan);
    for (size_t a = 0; a < team.people; a++)
        for (size_t b = 0; b < team.people; b++)
            if (w.count[a] - w.count[b] > 1 && equals(a, b))
                for (size_t from = 0; from < team.days; from++)
                    for (size_t to = from; to < team.days; to++)
                        assert_false(fairer(a, b, from, to));
}

static void no_rule_is_broken_that_could_have_been_kept(void **state)
{
    (void)state;
    for (int i = 0; i < 1000; i++) {
        seed = 7000 + (unsigned)i;
        size_t people = 5 + (size_t)below(i % 20 == 0 ? 196 : 40);
        make(people, 1 + (size_t)below((int)(people / 2 < SLOTS ? people / 2 : SLOTS)), 5 + (size_t)below(19));
        assert_true(roster_plan(&team, w.plan));
        check_valid_and_full();
        check_rest();
        check_fair();
    }
}

static void equals_differ_by_one_at_most(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        seed = 100 + (unsigned)i;
        size_t people = 3 + (size_t)below(40), slots = 1 + (size_t)below((int)people / 3);
        make(people, slots, 15 + (size_t)below(9));
        for (size_t j = 0; j < slots * people; j++)
            w.able[j] = true;
        memset(w.absent, 0, sizeof w.absent);
        assert_true(roster_plan(&team, w.plan));
        squares(w.plan);
        int least = w.count[0];
        for (size_t s = 0; s < people; s++)
            least = w.count[s] < least ? w.count[s] : least;
        for (size_t s = 0; s < people; s++) /* who had more before has none */
            assert_true(w.count[s] <= least + 1 || w.count[s] == w.past[s]);
        assert_int_equal(rests(w.plan), 0);
    }
}

static void the_same_team_has_the_same_plan(void **state)
{
    (void)state;
    seed = 42;
    make(60, 20, 22);
    assert_true(roster_plan(&team, w.plan) && roster_plan(&team, w.again));
    assert_memory_equal(w.plan, w.again, team.days * team.slots * sizeof *w.plan);
}

/* All plans of a small team: vacancies, days in a row, squares of counts, in this order of weight. */
static long best_cost;

static long cost_of(const int *plan)
{
    long vacancies = 0;
    for (size_t i = 0; i < team.days * team.slots; i++)
        vacancies += plan[i] < 0;
    return (vacancies * 1000 + rests(plan)) * 10000 + squares(plan);
}

static void try_all(int *plan, size_t cell)
{
    if (cell == team.days * team.slots) {
        long cost = cost_of(plan);
        best_cost = cost < best_cost ? cost : best_cost;
        return;
    }
    size_t day = cell / team.slots, slot = cell % team.slots;
    for (int s = -1; s < (int)team.people; s++) {
        plan[cell] = -2;
        if (s >= 0 && (!w.able[slot * team.people + (size_t)s] || w.absent[day * team.people + (size_t)s]))
            continue;
        bool twice = false;
        for (size_t k = 0; k < slot && s >= 0; k++)
            twice = twice || plan[day * team.slots + k] == s;
        if (twice)
            continue;
        plan[cell] = s;
        try_all(plan, cell + 1);
    }
}

static void no_plan_of_a_small_team_is_better(void **state)
{
    (void)state;
    for (int i = 0; i < 400; i++) {
        int plan[16];
        seed = 31000 + (unsigned)i;
        size_t slots = 1 + (size_t)below(2);
        make(2 + (size_t)below(3), slots, slots == 1 ? 3 + (size_t)below(4) : 2 + (size_t)below(3));
        for (size_t s = 0; s < team.people; s++)
            w.past[s] = below(4);
        assert_true(roster_plan(&team, w.plan));
        best_cost = 1000000000L;
        memset(plan, -1, sizeof plan);
        try_all(plan, 0);
        assert_int_equal(cost_of(w.plan), best_cost);
    }
}

static void a_verdict_says_why(void **state)
{
    (void)state;
    memset(&w, 0, sizeof w);
    team.people = 4;
    team.slots = 2;
    team.days = 1;
    w.able[0] = w.able[1] = w.able[2] = true; /* the first slot: 0, 1, 2; the second: 1 */
    w.able[5] = true;
    w.absent[2] = true;
    assert_true(roster_plan(&team, w.plan));
    assert_int_equal(w.plan[0], 0);
    assert_int_equal(w.plan[1], 1);
    assert_int_equal(roster_verdict(&team, w.plan, 0, 0, 0), ROSTER_CHOSEN);
    assert_int_equal(roster_verdict(&team, w.plan, 0, 0, 1), ROSTER_ELSEWHERE);
    assert_int_equal(roster_verdict(&team, w.plan, 0, 0, 2), ROSTER_ABSENT);
    assert_int_equal(roster_verdict(&team, w.plan, 0, 0, 3), ROSTER_UNABLE);
    w.before[0] = true;
    w.absent[2] = false;
    assert_true(roster_plan(&team, w.plan));
    assert_int_equal(w.plan[0], 2);
    assert_int_equal(roster_verdict(&team, w.plan, 0, 0, 0), ROSTER_RESTS);
    w.absent[0] = w.absent[1] = w.absent[2] = true;
    assert_true(roster_plan(&team, w.plan));
    assert_int_equal(roster_vacancy(&team, w.plan, 0, 0), ROSTER_ABSENT);
}

static void who_has_duty_the_day_before_or_after_rests(void **state)
{
    static const int plan[] = {0, 1, 2};
    (void)state;
    memset(&w, 0, sizeof w);
    team.people = 4;
    team.slots = 1;
    team.days = 3;
    w.able[0] = w.able[1] = w.able[2] = w.able[3] = true;
    assert_int_equal(roster_verdict(&team, plan, 1, 0, 0), ROSTER_RESTS);
    assert_int_equal(roster_verdict(&team, plan, 1, 0, 2), ROSTER_RESTS);
    assert_int_equal(roster_verdict(&team, plan, 1, 0, 3), ROSTER_CANDIDATE);
    assert_int_equal(roster_verdict(&team, plan, 2, 0, 0), ROSTER_CANDIDATE);
    w.before[3] = true;
    assert_int_equal(roster_verdict(&team, plan, 0, 0, 3), ROSTER_RESTS);
}

static void the_share_stays_open_and_every_queue_is_served(void **state)
{
    (void)state;
    /* a department with five counters, four of one queue and one of another; a department with one */
    static const struct roster_counter counters[] = {{0, false, 2}, {0, false, 3}, {0, false, 3},
                                                     {0, false, 3}, {0, false, 9}, {1, false, 0}};
    static const bool serves[] = {1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
    bool chosen[6];
    assert_true(roster_choose(counters, 6, serves, 3, 25, chosen));
    assert_true(!chosen[0] && chosen[1] && !chosen[2] && !chosen[3] && chosen[4] && chosen[5]);
    assert_true(roster_choose(counters, 6, serves, 3, 60, chosen));
    assert_true(!chosen[0] && chosen[1] && chosen[2] && !chosen[3] && chosen[4] && chosen[5]);
    assert_true(roster_choose(counters, 6, serves, 3, 100, chosen));
    for (int i = 0; i < 6; i++)
        assert_true(chosen[i]);
    /* a share is rounded up: two of five are 25 per cent */
    static const struct roster_counter alike[] = {
        {0, false, 1}, {0, false, 2}, {0, false, 3}, {0, false, 4}, {0, false, 5}};
    static const bool one_queue[] = {1, 1, 1, 1, 1};
    assert_true(roster_choose(alike, 5, one_queue, 1, 25, chosen));
    assert_true(!chosen[0] && !chosen[1] && !chosen[2] && chosen[3] && chosen[4]);
    /* who serves most comes first, so that few are enough; one that always opens does */
    static const struct roster_counter several[] = {{0, false, 9}, {0, false, 1}, {0, false, 1}, {1, true, 1}};
    static const bool queues[] = {1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0};
    assert_true(roster_choose(several, 4, queues, 3, 25, chosen));
    assert_true(!chosen[0] && chosen[1] && chosen[2] && chosen[3]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_rule_is_broken_that_could_have_been_kept),
        cmocka_unit_test(equals_differ_by_one_at_most),
        cmocka_unit_test(the_same_team_has_the_same_plan),
        cmocka_unit_test(no_plan_of_a_small_team_is_better),
        cmocka_unit_test(a_verdict_says_why),
        cmocka_unit_test(who_has_duty_the_day_before_or_after_rests),
        cmocka_unit_test(the_share_stays_open_and_every_queue_is_served),
    };
    return cmocka_run_group_tests_name("norm 7.3: planning the roster", tests, NULL, NULL);
}
