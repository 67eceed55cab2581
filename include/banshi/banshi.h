/* SPDX-License-Identifier: MIT */
/* All of libbanshi: the core of a government service centre's window system. */
#ifndef BANSHI_BANSHI_H
#define BANSHI_BANSHI_H

#include <banshi/calendar.h>
#include <banshi/case.h>
#include <banshi/catalogue.h>
#include <banshi/centre.h>
#include <banshi/counter.h>
#include <banshi/deadline.h>
#include <banshi/document.h>
#include <banshi/error.h>
#include <banshi/extension.h>
#include <banshi/floor.h>
#include <banshi/hours.h>
#include <banshi/identity.h>
#include <banshi/import.h>
#include <banshi/incident.h>
#include <banshi/message.h>
#include <banshi/material_form.h>
#include <banshi/paper.h>
#include <banshi/phrase.h>
#include <banshi/pinyin.h>
#include <banshi/printer.h>
#include <banshi/register.h>
#include <banshi/roster.h>
#include <banshi/rows.h>
#include <banshi/session.h>
#include <banshi/staff.h>
#include <banshi/table.h>
#include <banshi/text.h>
#include <banshi/ticket.h>
#include <banshi/word.h>

#endif
