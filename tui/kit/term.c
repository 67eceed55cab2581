/* SPDX-License-Identifier: MIT */
/* The terminal: the only file that knows curses. */
#include <config.h>

#include "term.h"

#include <errno.h>
#include <fcntl.h>
#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "i18n.h"

struct term {
    SCREEN *screen;
    FILE *in, *out;
    bool pasting;
    struct canvas shown;
    cchar_t *line; /* room for one row */
    attr_t attributes[STYLE_COUNT];
    short pairs[STYLE_COUNT];
};

/* What signal handlers need; there is one terminal. */
static struct {
    volatile sig_atomic_t resize, quit, hangup, stop;
    volatile sig_atomic_t active; /* the terminal is ours and must be given back */
    int wake[2];
    int out;
    struct termios saved;
    char reset[128]; /* what curses would send at the end, ready for a crash */
    size_t reset_length;
    struct sigaction before[NSIG];
} ours = {.wake = {-1, -1}};

static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
static const int told[] = {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT, SIGPIPE};

static void on_signal(int number)
{
    int saved = errno;
    if (number == SIGWINCH || number == SIGCONT)
        ours.resize = 1;
    else if (number == SIGTSTP)
        ours.stop = 1;
    else if (number != SIGPIPE)
        ours.quit = 1;
    if (number == SIGHUP)
        ours.hangup = 1;
    ssize_t ignored = write(ours.wake[1], "", 1);
    (void)ignored;
    errno = saved;
}

/* Give the terminal back with nothing but async-signal-safe calls. */
static void give_back(void)
{
    if (ours.active) {
        ours.active = 0;
        ssize_t ignored = write(ours.out, ours.reset, ours.reset_length);
        (void)ignored;
        tcsetattr(ours.out, TCSANOW, &ours.saved);
    }
}

/* A crash: give it back, then let the signal do what it did before. */
static void on_fatal(int number)
{
    give_back();
    sigaction(number, &ours.before[number], NULL);
    raise(number);
}

static void catch_signals(void)
{
    struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigemptyset(&act.sa_mask);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        sigaction(told[i], &act, &ours.before[told[i]]);
    struct sigaction crash = {.sa_handler = on_fatal, .sa_flags = (int)SA_NODEFER};
    sigemptyset(&crash.sa_mask);
    for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++)
        sigaction(fatal[i], &crash, &ours.before[fatal[i]]);
}

static void release_signals(void)
{
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        sigaction(told[i], &ours.before[told[i]], NULL);
    for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++)
        sigaction(fatal[i], &ours.before[fatal[i]], NULL);
}

static void reset_add(const char *sequence)
{
    if (!sequence || sequence == (char *)-1)
        return;
    size_t n = strlen(sequence);
    if (ours.reset_length + n <= sizeof ours.reset) {
        memcpy(ours.reset + ours.reset_length, sequence, n);
        ours.reset_length += n;
    }
}

static void prepare_reset(void)
{
    ours.reset_length = 0;
    reset_add("\033[?2004l");
    reset_add(tigetstr("sgr0"));
    reset_add(tigetstr("rmkx"));
    reset_add(tigetstr("cnorm"));
    reset_add(tigetstr("rmcup"));
}

/* Pasted text is marked, and the keypad sends digits: curses has just switched its application mode on, in which
 * many terminals send sequences that terminfo does not know. */
static void set_modes(struct term *term, bool on)
{
    const char *smkx = tigetstr("smkx");
    bool ansi = smkx && smkx != (char *)-1 && strchr(smkx, '=');
    if (!ansi)
        return;
    fputs(on ? "\033>\033[?2004h" : "\033[?2004l", term->out);
    fflush(term->out);
}

enum { PAD = 0x1000, PASTE_BEGIN = 0x1100, PASTE_END };

static void define_keys(void)
{
    static const struct {
        char final, meaning;
    } pad[] = {{'M', '\r'}, {'p', '0'}, {'q', '1'}, {'r', '2'}, {'s', '3'}, {'t', '4'},
               {'u', '5'},  {'v', '6'}, {'w', '7'}, {'x', '8'}, {'y', '9'}, {'k', '+'},
               {'m', '-'},  {'j', '*'}, {'o', '/'}, {'n', '.'}, {'l', ','}, {'X', '='}};
    for (size_t i = 0; i < sizeof pad / sizeof pad[0]; i++) {
        char sequence[] = {'\033', 'O', pad[i].final, '\0'};
        define_key(sequence, PAD + pad[i].meaning);
    }
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
    /* Cursor keys in both modes, whatever terminfo says. */
    define_key("\033[A", KEY_UP);
    define_key("\033[B", KEY_DOWN);
    define_key("\033[C", KEY_RIGHT);
    define_key("\033[D", KEY_LEFT);
    define_key("\033OA", KEY_UP);
    define_key("\033OB", KEY_DOWN);
    define_key("\033OC", KEY_RIGHT);
    define_key("\033OD", KEY_LEFT);
    define_key("\033[1~", KEY_HOME);
    define_key("\033[4~", KEY_END);
}

static void define_styles(struct term *term)
{
    static const struct {
        attr_t mono, colour;
        short front, back; /* -1: the terminal's own */
    } looks[STYLE_COUNT] = {
        [STYLE_NORMAL] = {A_NORMAL, A_NORMAL, -1, -1},
        [STYLE_BAR] = {A_REVERSE, A_BOLD, COLOR_WHITE, COLOR_BLUE},
        [STYLE_KEY] = {A_REVERSE, A_NORMAL, COLOR_BLACK, COLOR_CYAN},
        [STYLE_TITLE] = {A_BOLD, A_BOLD, COLOR_CYAN, -1},
        [STYLE_LABEL] = {A_NORMAL, A_NORMAL, COLOR_CYAN, -1},
        [STYLE_STRONG] = {A_BOLD, A_BOLD, -1, -1},
        [STYLE_WEAK] = {A_DIM, A_DIM, -1, -1},
        [STYLE_SELECTED] = {A_REVERSE, A_REVERSE, -1, -1},
        [STYLE_CHOSEN] = {A_BOLD | A_UNDERLINE, A_BOLD | A_UNDERLINE, -1, -1},
        [STYLE_FIELD] = {A_UNDERLINE, A_UNDERLINE, -1, -1},
        [STYLE_FOCUS] = {A_BOLD | A_UNDERLINE, A_BOLD | A_UNDERLINE, COLOR_YELLOW, -1},
        [STYLE_GOOD] = {A_NORMAL, A_NORMAL, COLOR_GREEN, -1},
        [STYLE_WARN] = {A_BOLD, A_BOLD, COLOR_YELLOW, -1},
        [STYLE_BAD] = {A_BOLD | A_REVERSE, A_BOLD, COLOR_RED, -1},
        [STYLE_BIG] = {A_REVERSE, A_REVERSE, COLOR_CYAN, -1},
    };
    const char *no_color = getenv("NO_COLOR");
    bool colours = !(no_color && *no_color) && has_colors() && start_color() == OK;
    if (colours)
        use_default_colors();
    for (short i = 0; i < STYLE_COUNT; i++) {
        term->attributes[i] = colours ? looks[i].colour : looks[i].mono;
        if (colours && (looks[i].front >= 0 || looks[i].back >= 0)) {
            init_pair((short)(i + 1), looks[i].front, looks[i].back);
            term->pairs[i] = (short)(i + 1);
        }
    }
}

static bool make_line(struct term *term)
{
    cchar_t *line = realloc(term->line, (size_t)COLS * sizeof *line);
    if (line)
        term->line = line;
    return line != NULL;
}

struct term *term_open(int in_fd, int out_fd, const char **ret_problem)
{
    *ret_problem = _("This is not a terminal");
    if (!isatty(in_fd) || !isatty(out_fd))
        return NULL;
    *ret_problem = _("Out of memory");
    struct term *term = calloc(1, sizeof *term);
    if (!term)
        return NULL;
    term->in = fdopen(fcntl(in_fd, F_DUPFD_CLOEXEC, 3), "r");
    term->out = fdopen(fcntl(out_fd, F_DUPFD_CLOEXEC, 3), "w");
    if (!term->in || !term->out || tcgetattr(out_fd, &ours.saved) != 0 || pipe2(ours.wake, O_CLOEXEC | O_NONBLOCK) != 0)
        goto fail;
    ours.out = fileno(term->out);
    catch_signals();
    if (!getenv("ESCDELAY"))
        set_escdelay(25);
    term->screen = newterm(NULL, term->out, term->in);
    if (!term->screen) {
        *ret_problem = _("This kind of terminal (TERM) is not known");
        release_signals();
        goto fail;
    }
    prepare_reset();
    ours.active = 1;
    atexit(give_back);
    raw();
    noecho();
    nonl();
    nodelay(stdscr, TRUE);
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    define_keys();
    define_styles(term);
    set_modes(term, true);
    if (!make_line(term)) {
        term_close(term);
        return NULL;
    }
    return term;
fail:
    if (term->in)
        fclose(term->in);
    if (term->out)
        fclose(term->out);
    free(term);
    return NULL;
}

void term_close(struct term *term)
{
    if (!term)
        return;
    if (!ours.hangup) {
        set_modes(term, false);
        endwin();
    }
    ours.active = 0;
    release_signals();
    delscreen(term->screen);
    fclose(term->in);
    fclose(term->out);
    close(ours.wake[0]);
    close(ours.wake[1]);
    ours.wake[0] = ours.wake[1] = -1;
    canvas_free(&term->shown);
    free(term->line);
    free(term);
}

/* Give it back for a while, and take it again. */
static void leave(struct term *term)
{
    set_modes(term, false);
    endwin();
    ours.active = 0;
}

static void enter(struct term *term)
{
    ours.active = 1;
    refresh();
    set_modes(term, true);
    term_forget(term);
}

void term_suspend(struct term *term)
{
    leave(term);
    struct sigaction stop = {.sa_handler = SIG_DFL}, handler;
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTSTP, &stop, &handler);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &handler, NULL);
    enter(term);
}

int term_key_fd(const struct term *term)
{
    return fileno(term->in);
}

int term_signal_fd(const struct term *term)
{
    (void)term;
    return ours.wake[0];
}

struct term_signals term_signals(struct term *term)
{
    char drain[64];
    while (read(ours.wake[0], drain, sizeof drain) > 0)
        continue;
    struct term_signals signals = {.quit = ours.quit, .hangup = ours.hangup};
    if (ours.stop) {
        ours.stop = 0;
        term_suspend(term);
        signals.continued = true;
    }
    if (ours.resize) {
        ours.resize = 0;
        signals.resize = true;
        struct winsize size;
        if (ioctl(ours.out, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
            resizeterm(size.ws_row, size.ws_col);
        make_line(term);
        term_forget(term);
    }
    return signals;
}

static key translate(int code)
{
    switch (code) {
    case KEY_UP:
        return K_UP;
    case KEY_DOWN:
        return K_DOWN;
    case KEY_LEFT:
        return K_LEFT;
    case KEY_RIGHT:
        return K_RIGHT;
    case KEY_HOME:
        return K_HOME;
    case KEY_END:
        return K_END;
    case KEY_PPAGE:
        return K_PGUP;
    case KEY_NPAGE:
        return K_PGDN;
    case KEY_IC:
        return K_INSERT;
    case KEY_DC:
        return K_DELETE;
    case KEY_BTAB:
        return K_BACKTAB;
    case KEY_ENTER:
        return K_ENTER;
    case KEY_BACKSPACE:
        return K_BACKSPACE;
    default:
        break;
    }
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return K_F1 + (key)(code - KEY_F(1));
    if (code >= PAD && code < PAD + 0x80)
        return (key)(code - PAD);
    return K_NONE;
}

key term_key(struct term *term, bool *ret_pasted)
{
    for (;;) {
        wint_t c;
        int kind = get_wch(&c);
        key k = K_NONE;
        if (kind == ERR)
            return K_NONE;
        if (kind == KEY_CODE_YES) {
            if (c == PASTE_BEGIN || c == PASTE_END)
                term->pasting = c == PASTE_BEGIN;
            else
                k = translate((int)c);
        } else if (c == '\b') {
            k = K_BACKSPACE;
        } else if (c == '\n') {
            k = K_ENTER;
        } else {
            k = (key)c;
        }
        if (k == K_ESC) /* no terminal pastes it: the end of a paste was lost */
            term->pasting = false;
        if (ret_pasted)
            *ret_pasted = term->pasting;
        if (k != K_NONE)
            return k;
    }
}

void term_size(struct term *term, int *ret_rows, int *ret_cols)
{
    (void)term;
    *ret_rows = LINES;
    *ret_cols = COLS;
}

static void send_row(struct term *term, const struct canvas *canvas, int row)
{
    const struct cell *cells = canvas->cells + (ptrdiff_t)row * canvas->cols;
    int n = 0;
    for (int col = 0; col < canvas->cols; col++) {
        if (cells[col].width == 0)
            continue;
        wchar_t text[] = {(wchar_t)cells[col].c, (wchar_t)cells[col].mark, L'\0'};
        uint8_t style = cells[col].style;
        setcchar(&term->line[n++], text, term->attributes[style], term->pairs[style], NULL);
    }
    mvadd_wchnstr(row, 0, term->line, n);
}

void term_show(struct term *term, const struct canvas *canvas)
{
    if (ours.hangup || canvas->rows > LINES || canvas->cols > COLS)
        return;
    size_t row_size = (size_t)canvas->cols * sizeof(struct cell);
    bool all = term->shown.rows != canvas->rows || term->shown.cols != canvas->cols;
    if (all) {
        if (!canvas_resize(&term->shown, canvas->rows, canvas->cols))
            return;
        clear();
    }
    for (int row = 0; row < canvas->rows; row++) {
        struct cell *old = term->shown.cells + (ptrdiff_t)row * canvas->cols;
        const struct cell *new = canvas->cells + (ptrdiff_t)row * canvas->cols;
        if (!all && memcmp(old, new, row_size) == 0)
            continue;
        send_row(term, canvas, row);
        memcpy(old, new, row_size);
    }
    curs_set(canvas->cursor ? 1 : 0);
    if (canvas->cursor)
        move(canvas->cursor_row, canvas->cursor_col);
    refresh();
}

void term_forget(struct term *term)
{
    canvas_free(&term->shown);
}

void term_bell(struct term *term)
{
    (void)term;
    beep();
}
