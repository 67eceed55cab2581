/* SPDX-License-Identifier: MIT */
/* Imports of mutated files: they are read or refused with a clean message, never worse. A fuzzing engine calls
 * LLVMFuzzerTestOneInput; by itself the program mutates the files given, from a fixed seed: import_fuzz ROUNDS FILE… */
#include <config.h>

#include <banshi/import.h>
#include <banshi/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <jansson.h>

static void must(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "import_fuzz: %s\n", what);
        abort();
    }
}

static void read_as(const char *kind, const char *path)
{
    struct banshi_error error = {0};
    char *json = NULL;
    int r = banshi_import_read(kind, path, NULL, NULL, &json, &error);

    if (r < 0) {
        must(error.code == r && json == NULL, "an error without its code");
        must(error.detail[0] != '\0' && banshi_text_check(error.detail, NULL) == 0, "a message that cannot be shown");
    } else {
        json_t *batch = json_loads(json, JSON_REJECT_DUPLICATES, NULL);

        must(json_is_array(json_object_get(batch, "records")), "a batch that is not JSON");
        json_decref(batch);
        free(json);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const char *const kinds[] = {"catalogue", "counters", "staff", "calendar"};
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    char path[64];

    must(fd >= 0 && write(fd, data, size) == (ssize_t)size, "memory file");
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        read_as(kinds[i], path);
    close(fd);
    return 0;
}

#ifndef BANSHI_FUZZER
/* xorshift64: the same on every machine */
static uint64_t roll(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Change a few places: bytes, pieces left out or repeated, an end cut off. */
static size_t mutate(unsigned char *bytes, size_t n, size_t room, uint64_t *state)
{
    static const char signs[] = "[]{}\",:\\\n\r\t 0-9eE.u\xff\xc0\xe5\x80";

    for (uint64_t times = 1 + roll(state) % 4; times > 0 && n > 1; times--) {
        size_t at = roll(state) % n, length = 1 + roll(state) % 64;

        if (length > n - at)
            length = n - at;
        switch (roll(state) % 6) {
        case 0:
            bytes[at] = (unsigned char)roll(state);
            break;
        case 1:
        case 2:
            bytes[at] = (unsigned char)signs[roll(state) % (sizeof(signs) - 1)];
            break;
        case 3:
            memmove(bytes + at, bytes + at + length, n - at - length);
            n -= length;
            break;
        case 4:
            if (n + length <= room) {
                memmove(bytes + at + length, bytes + at, n - at);
                n += length;
            }
            break;
        default:
            if (times == 1)
                n = at;
        }
    }
    return n;
}

int main(int argc, char **argv)
{
    enum { ROOM = 1 << 20 };
    static unsigned char original[ROOM], bytes[ROOM];
    uint64_t state = 20261124;

    must(argc > 2, "usage: import_fuzz ROUNDS FILE…");
    for (int i = 2; i < argc; i++) {
        FILE *in = fopen(argv[i], "rb");
        size_t size;

        must(in != NULL, argv[i]);
        size = fread(original, 1, ROOM, in);
        fclose(in);
        for (long round = strtol(argv[1], NULL, 10); round > 0; round--) {
            memcpy(bytes, original, size);
            LLVMFuzzerTestOneInput(bytes, mutate(bytes, size, ROOM, &state));
        }
    }
    return 0;
}
#endif
