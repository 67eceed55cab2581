/* SPDX-License-Identifier: MIT */
/* Codes to choose from. */
#include <config.h>

#include "choice.h"

#include <stddef.h>

#include "i18n.h"

const struct choice applicant_kinds[] = {
    {"person", N_("person")},
    {"enterprise", N_("enterprise")},
    {"institution", N_("institution")},
    {"social", N_("social")},
    {"unincorporated", N_("unincorporated")},
    {"government", N_("government")},
    {"other", N_("other")},
    {NULL, NULL},
};
const struct choice id_kinds[] = {
    {"resident", N_("resident")}, {"credit_code", N_("credit_code")},
    {"passport", N_("passport")}, {"hk_macao", N_("hk_macao")},
    {"taiwan", N_("taiwan")},     {"foreign_permanent", N_("foreign_permanent")},
    {"other", N_("other")},       {NULL, NULL},
};
const struct choice deliveries[] = {
    {"pickup", N_("pickup")},
    {"locker", N_("locker")},
    {"post", N_("post")},
    {"network", N_("network")},
    {"announcement", N_("announcement")},
    {NULL, NULL},
};
const struct choice notice_ways[] = {
    {"on_site", N_("on_site")}, {"sms", N_("sms")},         {"telephone", N_("telephone")},
    {"email", N_("email")},     {"network", N_("network")}, {NULL, NULL},
};

const struct choice special_procedures[] = {{"hearing", N_("hearing")},
                                            {"tender", N_("tender")},
                                            {"auction", N_("auction")},
                                            {"inspection", N_("inspection")},
                                            {"test", N_("test")},
                                            {"quarantine", N_("quarantine")},
                                            {"appraisal", N_("appraisal")},
                                            {"expert_review", N_("expert_review")},
                                            {NULL, NULL}};
const struct choice case_results[] = {
    {"granted", N_("granted")}, {"denied", N_("denied")}, {"ended", N_("ended")}, {NULL, NULL}};
const struct choice ticket_purposes[] = {
    {"case", N_("case")}, {"enquiry", N_("enquiry")}, {"pickup", N_("pickup")}, {NULL, NULL}};
