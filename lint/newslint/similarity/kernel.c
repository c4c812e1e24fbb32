/* The inner loops of near-duplicates, for where a C compiler was at hand; numpy does the same elsewhere, bit for bit.
 *
 * Plain C11 without a header of Python: loaded by ctypes (compiled.py), so one library serves every version of Python.
 * Every function works on arrays of the caller, keeps nothing and allocates nothing. Texts are hostile: each read and
 * write is bounded by sizes that the caller passes. What numpy's side does is described there: parting.py, shingling.py,
 * signing.py, equality.py, trim.py.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(_WIN32)
#define PUBLIC __declspec(dllexport)
#else
#define PUBLIC __attribute__((visibility("default")))
#endif

/* Some loops are worth a version for AVX2, chosen when the library is loaded. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif

#ifndef NEWSLINT_SOURCE
#define NEWSLINT_SOURCE 0
#endif

/* CRC-32 of this file: a library of another source is not used. */
PUBLIC uint32_t newslint_source(void) { return NEWSLINT_SOURCE; }

/* 1 where bytes lie as this code takes them. */
PUBLIC int32_t newslint_little_endian(void)
{
    const uint16_t one = 1;
    uint8_t first;
    memcpy(&first, &one, 1);
    return first;
}

#define LONGEST_WORD 128 /* bytes; the caller hashes longer ones */
#define BEYOND 64        /* bytes behind a folded line that may be read and written */

/* An entry of the table of foldings: up to four bytes, and what they are. */
#define ENTRY_SIZE(entry) ((entry) >> 32 & 7)
#define ENTRY_UNSPACED (UINT64_C(1) << 40)
#define ENTRY_COMPLEX (UINT64_C(1) << 41)
#define ENTRY_KNOWN (UINT64_C(1) << 42)

static const uint64_t STEP = UINT64_C(0x9E3779B97F4A7C15);
static const uint64_t HIGHS = UINT64_C(0x8080808080808080);

static inline uint64_t mixed(uint64_t value)
{
    value ^= value >> 33;
    value *= UINT64_C(0xFF51AFD7ED558CCD);
    value ^= value >> 33;
    value *= UINT64_C(0xC4CEB9FE1A85EC53);
    return value ^ value >> 33;
}

static inline uint64_t eight(const uint8_t *at)
{
    uint64_t value;
    memcpy(&value, at, 8);
    return value;
}

static inline int64_t least(int64_t one, int64_t other) { return one < other ? one : other; }

static inline int is_digit(uint8_t byte) { return (uint8_t)(byte - '0') <= 9; }

/* Where line feeds are. Returns how many there are; those that find no room in `ends` are counted only. */
PUBLIC int64_t newslint_line_ends(const uint8_t *data, int64_t size, int64_t *ends, int64_t room)
{
    int64_t found = 0;
    const uint8_t *at = data, *end = data + size;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        if (found < room)
            ends[found] = at - data;
        found++;
        at++;
    }
    return found;
}

/* Whether any byte is no ASCII. */
static int has_other(const uint8_t *text, int64_t size)
{
    uint64_t all = 0;
    int64_t at = 0;
    for (; at + 8 <= size; at += 8)
        all |= eight(text + at);
    for (; at < size; at++)
        all |= text[at];
    return (all & HIGHS) != 0;
}

/* ASCII: small letters, digits, the underscore, points and commas stay, capitals become small, others blanks. */
WIDE static void fold_ascii(const uint8_t *restrict text, int64_t size, uint8_t *restrict out)
{
    for (int64_t at = 0; at < size; at++) { /* without a branch: compilers turn this into a loop over vectors */
        uint8_t byte = text[at], capital = (uint8_t)(byte - 'A') < 26, small = (uint8_t)(byte | capital << 5);
        uint8_t letter = (uint8_t)(small - 'a') < 26, digit = (uint8_t)(byte - '0') < 10;
        uint8_t mark = (uint8_t)(byte & 0xFD) == ','; /* or a point, which differs in one bit */
        uint8_t kept = letter | digit | mark | (byte == '_');
        uint8_t mask = (uint8_t)-kept;
        out[at] = (uint8_t)((small & mask) | (' ' & ~mask));
    }
}

enum { FOLDED = 0, COMPLICATED = 1, UNKNOWN = 2 };

/* The first code point that takes so many bytes more than one (Unicode Standard, table 3-7). */
static const uint32_t SHORTEST_FORM[4] = {0, 0x80, 0x800, 0x10000};

/* Folds a line of any characters by the table. `out` takes twice the size of the line and BEYOND. */
static int fold_other(const uint8_t *restrict text, int64_t size, const uint64_t *table, uint8_t *restrict out,
                      int64_t *out_size, uint32_t *unknown)
{
    uint8_t *place = out;
    int64_t at = 0;
    while (at < size) {
        uint32_t code = text[at];
        int more = code < 0x80 ? 0 : code < 0xE0 ? 1 : code < 0xF0 ? 2 : 3;
        if (more) {
            uint32_t wrong = code < 0xC2 || code > 0xF4;
            if (at + more >= size)
                return COMPLICATED;
            code &= 0x3F >> more;
            for (int next = 1; next <= more; next++) {
                wrong |= (text[at + next] & 0xC0) ^ 0x80;
                code = code << 6 | (text[at + next] & 0x3F);
            }
            if (wrong || code < SHORTEST_FORM[more] || code >= 0x110000)
                return COMPLICATED; /* no UTF-8: the caller says so */
        }
        uint64_t entry = table[code];
        if (!(entry & ENTRY_KNOWN)) {
            *unknown = code;
            return UNKNOWN;
        }
        if (entry & ENTRY_COMPLEX)
            return COMPLICATED;
        uint32_t bytes = (uint32_t)entry;
        if (entry & ENTRY_UNSPACED)
            *place++ = ' ';
        memcpy(place, &bytes, 4);
        place += ENTRY_SIZE(entry);
        if (entry & ENTRY_UNSPACED)
            *place++ = ' ';
        at += more + 1;
    }
    *out_size = place - out;
    return FOLDED;
}

/* Folds one line, and puts BEYOND line feeds behind it. */
static int fold_line(const uint8_t *text, int64_t size, const uint64_t *table, uint8_t *out, int64_t *out_size,
                     uint32_t *unknown)
{
    int done = FOLDED;
    *out_size = size;
    if (has_other(text, size))
        done = fold_other(text, size, table, out, out_size, unknown);
    else
        fold_ascii(text, size, out);
    if (done == FOLDED)
        memset(out + *out_size, '\n', BEYOND);
    return done;
}

/* Of sixteen bytes, a bit for each from '0' on, those of words; and one for each point or comma. */
#if defined(__SSE2__)
static inline void look(const uint8_t *at, uint64_t *inside, uint64_t *marks)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i words = _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8('0')), bytes);
    __m128i mark = _mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8((char)0xFD)), _mm_set1_epi8(','));
    *inside = (uint32_t)_mm_movemask_epi8(words);
    *marks = (uint32_t)_mm_movemask_epi8(mark);
}
#else
static inline uint64_t gathered(uint64_t highs) { return (highs >> 7) * UINT64_C(0x0102040810204080) >> 56; }

static inline void look(const uint8_t *at, uint64_t *inside, uint64_t *marks)
{
    *inside = *marks = 0;
    for (int half = 0; half < 2; half++) {
        uint64_t bytes = eight(at + 8 * half);
        uint64_t apart = (bytes & UINT64_C(0xFDFDFDFDFDFDFDFD)) ^ UINT64_C(0x2C2C2C2C2C2C2C2C);
        *inside |= gathered((((bytes & ~HIGHS) + UINT64_C(0x5050505050505050)) | bytes) & HIGHS) << 8 * half;
        *marks |= gathered(~(((apart & ~HIGHS) + UINT64_C(0x7F7F7F7F7F7F7F7F)) | apart) & HIGHS) << 8 * half;
    }
}
#endif

/* Whether a point or a comma belongs to the word around it: between digits, a comma only before thousands. */
static inline int belongs(const uint8_t *line, int64_t at)
{
    if (at == 0 || !is_digit(line[at - 1]) || !is_digit(line[at + 1]))
        return 0;
    return line[at] == '.' || (is_digit(line[at + 2]) && is_digit(line[at + 3]) && !is_digit(line[at + 4]));
}

/* Where the words of a folded line begin and end, in turn. `edges` takes as many as the line has bytes, and two. */
static int64_t part(const uint8_t *line, int64_t size, int32_t *edges, int *joined)
{
    int64_t count = 0;
    uint64_t before = 0;
    *joined = 0;
    for (int64_t at = 0; at <= size; at += 64) {
        uint64_t inside = 0, marks = 0;
        for (int64_t step = 0; step < 64 && at + step <= size; step += 16) {
            uint64_t words_here, marks_here;
            look(line + at + step, &words_here, &marks_here);
            inside |= words_here << step;
            marks |= marks_here << step;
        }
        while (marks) {
            int bit = __builtin_ctzll(marks);
            if (at + bit < size && belongs(line, at + bit)) {
                inside |= UINT64_C(1) << bit;
                *joined |= line[at + bit] == ',';
            }
            marks &= marks - 1;
        }
        uint64_t turns = inside ^ (inside << 1 | before);
        before = inside >> 63;
        while (turns) {
            edges[count++] = (int32_t)(at + __builtin_ctzll(turns));
            turns &= turns - 1;
        }
    }
    return count;
}

static const uint64_t MASKS[9] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, UINT64_C(0xFFFFFFFFFF), UINT64_C(0xFFFFFFFFFFFF),
    UINT64_C(0xFFFFFFFFFFFFFF), UINT64_C(0xFFFFFFFFFFFFFFFF),
};

static inline uint64_t masked(const uint8_t *at, int64_t size) { return eight(at) & MASKS[size < 8 ? size : 8]; }

static inline uint64_t word_hash(const uint8_t *word, int64_t size)
{
    uint64_t hash = mixed(masked(word, size) + (uint64_t)size);
    for (int64_t at = 8; at < size; at += 8)
        hash = mixed(masked(word + at, size - at) + hash * STEP);
    return hash;
}

/* A word without the commas in it: its size, or -1 where it is too long. `out` takes LONGEST_WORD and 8. */
static int64_t without_commas(const uint8_t *word, int64_t size, uint8_t *out)
{
    int64_t kept = 0;
    for (int64_t at = 0; at < size; at++) {
        if (word[at] == ',')
            continue;
        if (kept == LONGEST_WORD)
            return -1;
        out[kept++] = word[at];
    }
    return kept;
}

/* The words of lines: their hashes one behind the other, how many each line has, and how many begin with a digit.
 *
 * data, size: the lines; starts, ends: of `lines` lines, without what is not compared; table: of foldings, for all code
 * points; folded: takes twice the longest line and BEYOND; edges: as many as `folded` has bytes; room: how many hashes
 * `hashes` takes. A line that only the caller can do has a count of -1, and no hashes.
 * Returns how many lines are done: fewer than `lines` where `unknown` has no entry in the table yet.
 */
PUBLIC int64_t newslint_words(const uint8_t *data, int64_t size, const int64_t *starts, const int64_t *ends,
                              int64_t lines, const uint64_t *table, uint8_t *folded, int64_t folded_room,
                              int32_t *edges, uint64_t *hashes, int64_t room, int64_t *filled, int32_t *counts,
                              int32_t *figures, uint32_t *unknown)
{
    int64_t used = *filled;
    for (int64_t line = 0; line < lines; line++) {
        int64_t length = ends[line] - starts[line], folded_size;
        counts[line] = -1;
        figures[line] = 0;
        if (starts[line] < 0 || length < 0 || ends[line] > size || 2 * length + BEYOND > folded_room ||
            length > INT32_MAX / 2)
            continue;
        int done = fold_line(data + starts[line], length, table, folded, &folded_size, unknown);
        if (done == UNKNOWN) {
            *filled = used;
            return line;
        }
        if (done == COMPLICATED)
            continue;
        int joined;
        int64_t words = part(folded, folded_size, edges, &joined) / 2, word = 0;
        int32_t digits = 0;
        if (words > room - used)
            continue;
        for (; word < words; word++) {
            const uint8_t *at = folded + edges[2 * word];
            int64_t length_of_word = edges[2 * word + 1] - edges[2 * word];
            uint8_t kept[LONGEST_WORD + 8];
            digits += is_digit(*at);
            if (joined && memchr(at, ',', (size_t)length_of_word)) {
                memset(kept, 0, sizeof kept);
                length_of_word = without_commas(at, length_of_word, kept);
                at = kept;
            }
            if (length_of_word < 0 || length_of_word > LONGEST_WORD)
                break;
            hashes[used + word] = word_hash(at, length_of_word);
        }
        if (word < words)
            continue;
        used += words;
        counts[line] = (int32_t)words;
        figures[line] = digits;
    }
    *filled = used;
    return lines;
}

static inline uint32_t run_hash(const uint64_t *words, int64_t count, int64_t ngram)
{
    uint64_t sum = words[0];
    for (int64_t next = 1; next < count; next++)
        sum = sum * STEP + words[next];
    if (count < ngram)
        sum += (uint64_t)ngram;
    return (uint32_t)((ngram == 1 ? mixed(sum) : sum) >> 32);
}

/* How many runs of `ngram` words a text has: one where it has fewer words than that. */
static inline int64_t run_count(int64_t words, int64_t ngram) { return words < ngram ? words > 0 : words - ngram + 1; }

static inline void run_hashes(const uint64_t *words, int64_t runs, int64_t count, int64_t ngram, uint32_t *out)
{
    int64_t size = least(count, ngram);
    if (size == 5) /* what other libraries are asked: a loop that the compiler knows takes a fifth less */
        for (int64_t run = 0; run < runs; run++)
            out[run] = run_hash(words + run, 5, ngram);
    else
        for (int64_t run = 0; run < runs; run++)
            out[run] = run_hash(words + run, size, ngram);
}

/* The runs of `ngram` words of each text (shingling.py): 32-bit hashes, one text behind another, and where each begins.
 *
 * offsets, new_offsets: of `texts` texts, and one more. `out` takes as many as there are words.
 */
PUBLIC void newslint_runs(const uint64_t *values, const int64_t *offsets, int64_t texts, int64_t ngram, uint32_t *out,
                          int64_t *new_offsets)
{
    int64_t used = 0;
    for (int64_t text = 0; text < texts; text++) {
        int64_t count = offsets[text + 1] - offsets[text], runs = run_count(count, ngram);
        new_offsets[text] = used;
        run_hashes(values + offsets[text], runs, count, ngram, out + used);
        used += runs;
    }
    new_offsets[texts] = used;
}

static inline uint32_t finalised(uint32_t value)
{
    value ^= value >> 16;
    value *= 0x85EBCA6Bu;
    value ^= value >> 13;
    value *= 0xC2B2AE35u;
    return value ^ value >> 16;
}

enum { PART = 1024 };

/* Lowers the values of a signature by some hashes, at most PART; these are finalised in their place. */
static inline void lower(uint32_t *restrict hashes, int64_t size, const uint32_t *a, const uint32_t *b, int64_t count,
                         uint32_t *restrict row)
{
    for (int64_t at = 0; at < size; at++)
        hashes[at] = finalised(hashes[at]);
    for (int64_t number = 0; number < count; number++) {
        uint32_t lowest = row[number], factor = a[number], more = b[number];
        for (int64_t at = 0; at < size; at++) {
            uint32_t value = hashes[at] * factor + more;
            lowest = value < lowest ? value : lowest;
        }
        row[number] = lowest;
    }
}

/* The signature of each set (signing.py): `count` values each, the highest there is where the set is empty. */
WIDE PUBLIC void newslint_sign(const uint32_t *restrict hashes, const int64_t *offsets, int64_t sets, const uint32_t *a,
                               const uint32_t *b, int64_t count, uint32_t *restrict out)
{
    uint32_t part[PART];
    memset(out, 0xFF, (size_t)(sets * count) * sizeof *out);
    for (int64_t set = 0; set < sets; set++)
        for (int64_t start = offsets[set]; start < offsets[set + 1]; start += PART) {
            int64_t size = least(offsets[set + 1] - start, PART);
            memcpy(part, hashes + start, (size_t)size * sizeof *part);
            lower(part, size, a, b, count, out + set * count);
        }
}

/* The same of the runs of `ngram` words, which are kept nowhere. */
WIDE PUBLIC void newslint_sign_runs(const uint64_t *restrict values, const int64_t *offsets, int64_t texts,
                                    int64_t ngram, const uint32_t *a, const uint32_t *b, int64_t count,
                                    uint32_t *restrict out)
{
    uint32_t part[PART];
    memset(out, 0xFF, (size_t)(texts * count) * sizeof *out);
    for (int64_t text = 0; text < texts; text++) {
        int64_t words = offsets[text + 1] - offsets[text], runs = run_count(words, ngram);
        for (int64_t start = 0; start < runs; start += PART) {
            int64_t size = least(runs - start, PART);
            run_hashes(values + offsets[text] + start, size, words, ngram, part);
            lower(part, size, a, b, count, out + text * count);
        }
    }
}

/* The digest of the words of each text (equality.py): two numbers, 0 where there are none.
 *
 * factors: two rows of `longest`, no fewer than the longest text has words.
 */
WIDE PUBLIC void newslint_digests(const uint64_t *restrict values, const int64_t *offsets, int64_t texts,
                                  const uint64_t *restrict factors, int64_t longest, uint64_t *restrict out)
{
    for (int64_t text = 0; text < texts; text++) {
        int64_t size = offsets[text + 1] - offsets[text];
        const uint64_t *words = values + offsets[text];
        uint64_t one = 0, other = 0;
        for (int64_t at = 0; at < size && at < longest; at++) {
            one += words[at] * factors[at];
            other += words[at] * factors[longest + at];
        }
        out[2 * text] = size ? mixed(one + (uint64_t)size) : 0;
        out[2 * text + 1] = size ? mixed(other + (uint64_t)size) : 0;
    }
}

/* How many hashes each pair of sets shares (verify.py); those of a set are ascending and distinct. */
PUBLIC void newslint_overlap(const uint32_t *hashes, const int64_t *offsets, const int64_t *first, const int64_t *second,
                             int64_t pairs, int64_t *shared)
{
    for (int64_t pair = 0; pair < pairs; pair++) {
        int64_t one = offsets[first[pair]], one_end = offsets[first[pair] + 1];
        int64_t other = offsets[second[pair]], other_end = offsets[second[pair] + 1], same = 0;
        while (one < one_end && other < other_end) { /* without a branch: which is smaller is anybody's guess */
            uint32_t left = hashes[one], right = hashes[other];
            same += left == right;
            one += left <= right;
            other += right <= left;
        }
        shared[pair] = same;
    }
}

/* Whether a byte stands in some text. */
static int holds(const uint8_t *text, int64_t size, int byte)
{
    return size > 0 && memchr(text, byte, (size_t)size) != NULL;
}

/* Whether a hyphen, a colon or the last byte of a dash stands in some text. */
static int dashed(const uint8_t *text, int64_t size)
{
    return holds(text, size, '-') || holds(text, size, ':') || holds(text, size, 0x93) || holds(text, size, 0x94);
}

/* Whether a character of three bytes stands in some text. */
static int holds_three(const uint8_t *text, int64_t size, const char *character)
{
    const uint8_t *end = text + size, *at = text;
    while (end - at >= 3 && (at = memchr(at, (uint8_t)character[0], (size_t)(end - at - 2))) != NULL) {
        if (memcmp(at, character, 3) == 0)
            return 1;
        at++;
    }
    return 0;
}

/* Classes of bytes that the caller knows (trim.py). */
enum { SENTENCE_END = 1, QUOTE_END = 2, CLOSING = 4, OPENING = 8 };

/* How far `trim` looks, in characters, and how many bytes a character has at most. */
enum { SHORTEST = 12, FRONT = 72, DASHED = 64, AGENCY = 100, REAR = 40, TAIL = 110, WIDEST = 4 };

/* Bytes of the first characters of a line, as many as are asked for. */
static int64_t bytes_of(const uint8_t *line, int64_t size, int64_t characters)
{
    int64_t at = 0;
    while (at < size) {
        if ((line[at] & 0xC0) != 0x80 && characters-- == 0)
            break;
        at++;
    }
    return at;
}

/* Whether a line of another alphabet shows a sign that all datelines in it have (datelines.py). */
static int maybe_dated_elsewhere(const uint8_t *line, int64_t size)
{
    int64_t head = bytes_of(line, size, FRONT);
    uint8_t lead = line[0];
    if (lead == 0xE3 || lead == 0xEF) /* brackets of Chinese and Japanese */
        return 1;
    if (holds(line, head, '(') || holds(line, head, '[') || holds(line, head, '-') || holds(line, head, ':') ||
        holds_three(line, head, "\xE2\x80\x93") || holds_three(line, head, "\xE2\x80\x94"))
        return 1;
    if (lead < 0xD5) /* Cyrillic */
        return holds(line, head, ',') || holds(line, head, '.');
    if (lead >= 0xDC && lead <= 0xE0) /* Indic scripts */
        return holds(line, head, ',');
    return lead > 0xE3 && (holds_three(line, head, "\xE7\x94\xB5") || holds_three(line, head, "\xE9\x9B\xBB") ||
                           holds_three(line, head, "\xE8\xAE\xAF") || holds_three(line, head, "\xE8\xA8\x8A"));
}

/* Whether signs of a dateline stand before the first small letter: `LONDON, May 2 - `, `PARIS: `. */
static int maybe_placed(const uint8_t *line, int64_t size)
{
    int64_t front = 0;
    while (front < size && (uint8_t)(line[front] - 'a') >= 26)
        front++;
    return dashed(line, front) || holds(line, front, ',');
}

static int maybe_dated(const uint8_t *line, int64_t size, const uint8_t *classes)
{
    int ascii = line[0] < 0x80, opening = (classes[line[0]] & OPENING) != 0;
    int small = ascii && (uint8_t)(line[1] - 'a') < 26;
    if (opening && !ascii)
        return maybe_dated_elsewhere(line, size);
    if ((ascii && !opening && (uint8_t)((line[0] | 0x20) - 'a') >= 26) || (line[0] == 0xE2 && line[1] == 0x80))
        return 0; /* neither a letter nor a bracket: digits, quotation marks, dashes */
    if (small && !opening && !holds(line, least(size, DASHED * WIDEST), '('))
        return 0;
    int wide = has_other(line, least(size, FRONT));
    int64_t front = least(size, wide ? DASHED * WIDEST : DASHED);
    if (wide && opening)
        return 1;
    int64_t agency = least(size, AGENCY * WIDEST);
    return dashed(line, front) &&
           (holds(line, agency, '(') || holds(line, agency, '[') || (!small && maybe_placed(line, front)));
}

/* Bytes of the sign that ends a sentence at the end of a line; 0 where none does. */
static int sentence_end(const uint8_t *end, const uint8_t *classes)
{
    if (classes[end[-1]] & SENTENCE_END)
        return 1;
    if (end[-3] == 0xE2 && end[-2] == 0x80 && (classes[end[-1]] & QUOTE_END))
        return 3;
    if (memcmp(end - 3, "\xE3\x80\x82", 3) == 0 || memcmp(end - 3, "\xE0\xA5\xA4", 3) == 0)
        return 3;
    return end[-2] == 0xD8 && end[-1] == 0x9F ? 2 : 0;
}

/* Names in ascending order, each ended by a line feed, and where those begin that begin with some byte: place + 1. */
typedef struct {
    const uint8_t *text;
    int64_t size;
    int64_t from[256];
} Names;

static void list(Names *names, const uint8_t *text, int64_t size)
{
    memset(names, 0, sizeof *names);
    names->text = text;
    names->size = size;
    for (int64_t at = size - 1; at >= 0; at--)
        if (at == 0 || text[at - 1] == '\n')
            names->from[text[at]] = at + 1;
}

static inline int in_word(uint8_t byte)
{
    return is_digit(byte) || byte == '_' || (uint8_t)((byte | 0x20) - 'a') < 26;
}

/* Whether a text begins with one of the names: as a word, or in any case of its letters. */
static int begins_with(const uint8_t *text, int64_t size, const Names *names, int any_case)
{
    uint8_t first = any_case ? text[0] | 0x20 : text[0];
    int64_t at = names->from[first] - 1;
    while (at >= 0 && at < names->size && names->text[at] == first) {
        int64_t same = 0;
        while (same < size && names->text[at] != '\n' &&
               names->text[at] == (any_case ? text[same] | 0x20 : text[same]))
            at++, same++;
        if (names->text[at] == '\n' && (any_case || same == size || !in_word(text[same])))
            return 1;
        while (names->text[at] != '\n')
            at++;
        at++;
    }
    return 0;
}

static int holds_name(const uint8_t *text, int64_t size, const Names *names, int any_case)
{
    for (int64_t at = 0; at < size; at++) {
        int inside = !any_case && at > 0 && in_word(text[at - 1]);
        if (!inside && begins_with(text + at, size - at, names, any_case))
            return 1;
    }
    return 0;
}

/* Whether a letter of the alphabets stands there in which `newslint.datelines` knows credits. */
static int holds_other_alphabet(const uint8_t *text, int64_t size)
{
    for (int64_t at = 0; at < size; at++)
        if (text[at] >= 0xD0 && text[at] != 0xE2)
            return 1;
    return 0;
}

static int maybe_credited(const uint8_t *line, int64_t size, const uint8_t *classes, const Names *names,
                          const Names *labels)
{
    const uint8_t *end = line + size;
    int sign = sentence_end(end, classes);
    int closed = ((classes[end[-2]] | classes[end[-1 - sign]]) & CLOSING) != 0;
    if (sign && !closed) {
        int64_t rear = least(size, REAR);
        if (has_other(end - rear, rear))
            rear = least(size, REAR * WIDEST);
        if (!holds(end - rear, rear, '/'))
            return 0;
    }
    int64_t tail = least(size, TAIL);
    int wide = has_other(end - tail, tail);
    if (wide)
        tail = least(size, TAIL * WIDEST);
    if (holds_name(end - tail, tail, names, 0) ||
        (holds(end - tail, tail, ':') && holds_name(end - tail, tail, labels, 1)))
        return 1;
    return closed ? has_other(line, size) : wide && holds_other_alphabet(end - tail, tail);
}

/* The lines that may have a dateline or a credit (trim.py): their numbers. `numbers` takes as many as there are lines.
 *
 * names, labels: those of agencies, and of pictures, each ended by a line feed.
 */
PUBLIC int64_t newslint_trimmable(const uint8_t *data, int64_t size, const int64_t *starts, const int64_t *ends,
                                  int64_t lines, const uint8_t *classes, const uint8_t *names, int64_t names_size,
                                  const uint8_t *labels, int64_t labels_size, int64_t *numbers)
{
    Names listed, labelled;
    int64_t found = 0;
    list(&listed, names, names_size);
    list(&labelled, labels, labels_size);
    for (int64_t line = 0; line < lines; line++) {
        int64_t length = ends[line] - starts[line];
        if (starts[line] < 0 || ends[line] > size || length < SHORTEST)
            continue;
        const uint8_t *text = data + starts[line];
        if (maybe_dated(text, length, classes) || maybe_credited(text, length, classes, &listed, &labelled))
            numbers[found++] = line;
    }
    return found;
}
