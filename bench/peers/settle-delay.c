/*
 * The settling pass of ripple/src/delay-pass.ts in C: the limit that the engine is measured against. Everyone's lateness
 * is the least fixpoint from zero, in sweeps along the same order of parties, groups of alternatives included. Memory
 * is kept between runs, and cleaned where the run before was.
 *
 * settle-delay FOLDER reads arrays of 32-bit integers from the folder (see bench/src/peers/graph-arrays.ts), then
 * lines from standard input: "run ORIGIN MINUTES" is answered by milliseconds, "answer FILE" writes the last answer.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int32_t n, links, members, groups, words;
/* The party at each place of the order, and each party's place. All below is by place. */
static int32_t *order, *place;
static int32_t *provider, *customer, *slack, *switch_time, *group_of, *blocking, *buffer;
/* Links that stand alone, by provider and then by customer; members of groups, by provider; members by group. */
static int32_t *lane_start, (*lane)[2], *member_start, *member_position;
static int32_t *group_start, *group_member, *group_customer;
/* Lateness; who is late, as a list; who has become later and not handed it on, and who is late, as bits. */
static int32_t *level, *late, late_count;
static uint32_t *dirty, *is_late;

static int32_t *read_array(const char *folder, const char *name, int32_t *count) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.i32", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  long bytes = ftell(file);
  rewind(file);
  int32_t *array = malloc(bytes > 0 ? bytes : 4);
  if (fread(array, 1, bytes, file) != (size_t)bytes) { perror(path); exit(1); }
  fclose(file);
  if (count) *count = bytes / 4;
  return array;
}

/* Counting sort of 0 .. count - 1 by row; row -1 leaves one out. */
static int32_t *rows(int32_t row_count, int32_t count, const int32_t *row, int32_t **start) {
  *start = calloc(row_count + 1, 4);
  for (int32_t i = 0; i < count; i++) if (row[i] >= 0) (*start)[row[i] + 1]++;
  for (int32_t r = 0; r < row_count; r++) (*start)[r + 1] += (*start)[r];
  int32_t *items = malloc(4 * ((*start)[row_count] + 1));
  int32_t *at = malloc(4 * (row_count + 1));
  memcpy(at, *start, 4 * (row_count + 1));
  for (int32_t i = 0; i < count; i++) if (row[i] >= 0) items[at[row[i]]++] = i;
  free(at);
  return items;
}

static void build(void) {
  place = malloc(4 * (n + 1));
  for (int32_t at = 0; at < n; at++) place[order[at]] = at;
  int32_t *by_party = buffer;
  buffer = malloc(4 * (n + 1));
  for (int32_t at = 0; at < n; at++) buffer[at] = by_party[order[at]];
  free(by_party);
  for (int32_t e = 0; e < links; e++) {
    provider[e] = place[provider[e]];
    customer[e] = place[customer[e]];
    if (switch_time[e] < 0) switch_time[e] = 0;
    if (group_of[e] >= groups) groups = group_of[e] + 1;
  }

  int32_t *row = malloc(4 * (links + 1)), *start;
  int32_t *by_customer = rows(n, links, customer, &start);
  free(start);
  for (int32_t i = 0; i < links; i++) {
    int32_t e = by_customer[i];
    row[i] = blocking[e] && group_of[e] < 0 ? provider[e] : -1;
  }
  int32_t *item = rows(n, links, row, &lane_start);
  lane = malloc(8 * (lane_start[n] + 1));
  for (int32_t k = 0; k < lane_start[n]; k++) {
    int32_t e = by_customer[item[k]];
    lane[k][0] = customer[e];
    lane[k][1] = slack[e] + buffer[customer[e]];
  }
  free(item);
  free(by_customer);

  group_member = rows(groups, links, group_of, &group_start);
  members = group_start[groups];
  group_customer = malloc(4 * (groups + 1));
  for (int32_t k = 0; k < members; k++) {
    row[k] = provider[group_member[k]];
    group_customer[group_of[group_member[k]]] = customer[group_member[k]];
  }
  member_position = rows(n, members, row, &member_start);
  free(row);

  words = (n >> 5) + 1;
  level = calloc(n + 1, 4);
  late = malloc(4 * (n + 1));
  dirty = calloc(words, 4);
  is_late = calloc(words, 4);
}

static int32_t lateness_of(int32_t g) {
  int32_t least = INT32_MAX;
  for (int32_t k = group_start[g]; k < group_start[g + 1]; k++) {
    int32_t e = group_member[k], comes = level[provider[e]] - slack[e];
    if (comes < switch_time[e]) comes = switch_time[e];
    if (comes < least) least = comes;
  }
  return least;
}

static void settle(int32_t origin, int32_t minutes) {
  for (int32_t i = 0; i < late_count; i++) {
    level[late[i]] = 0;
    is_late[late[i] >> 5] = 0;
  }
  late_count = 0;
  int32_t next = place[origin] >> 5, last = next;
  level[place[origin]] = minutes;
  dirty[next] |= 1u << (place[origin] & 31);
  while (next <= last) {
    int32_t word = next;
    next = words;
    while (word <= last) {
      uint32_t bits = dirty[word];
      if (bits == 0) { word++; continue; }
      uint32_t bit = bits & -bits;
      dirty[word] = bits ^ bit;
      int32_t at = (word << 5) + __builtin_ctz(bit);
      if ((is_late[word] & bit) == 0) {
        is_late[word] |= bit;
        late[late_count++] = at;
      }
      int32_t delay = level[at], k = lane_start[at], end = lane_start[at + 1];
      if (k < end && lane[end - 1][0] >> 5 > last) last = lane[end - 1][0] >> 5;
      for (; k < end && lane[k][0] >> 5 < word; k++) {
        int32_t v = lane[k][0], reaches = delay - lane[k][1];
        if (reaches <= level[v]) continue;
        level[v] = reaches;
        dirty[v >> 5] |= 1u << (v & 31);
        if (v >> 5 < next) next = v >> 5;
      }
      for (; k < end; k++) {
        int32_t reaches = delay - lane[k][1];
        if (reaches <= 0) continue;
        int32_t v = lane[k][0], before = level[v], gain = reaches - before;
        level[v] = before + (gain & ~(gain >> 31));
        dirty[v >> 5] |= (uint32_t)-gain >> 31 << (v & 31);
      }
      for (int32_t m = member_start[at]; m < member_start[at + 1]; m++) {
        int32_t g = group_of[group_member[member_position[m]]], v = group_customer[g];
        int32_t reaches = lateness_of(g) - buffer[v];
        if (reaches <= level[v]) continue;
        level[v] = reaches;
        dirty[v >> 5] |= 1u << (v & 31);
        if (v >> 5 < word && v >> 5 < next) next = v >> 5;
        if (v >> 5 > last) last = v >> 5;
      }
    }
  }
}

static int write_answer(const char *path) {
  int32_t *by_party = malloc(4 * (n + 1));
  for (int32_t at = 0; at < n; at++) by_party[order[at]] = level[at];
  FILE *file = fopen(path, "wb");
  int failed = !file || fwrite(by_party, 4, n, file) != (size_t)n || fclose(file) != 0;
  free(by_party);
  return failed;
}

int main(int argc, char **argv) {
  if (argc != 2) { fprintf(stderr, "settle-delay FOLDER\n"); return 1; }
  provider = read_array(argv[1], "provider", &links);
  customer = read_array(argv[1], "customer", NULL);
  slack = read_array(argv[1], "slack", NULL);
  switch_time = read_array(argv[1], "switchTime", NULL);
  group_of = read_array(argv[1], "group", NULL);
  blocking = read_array(argv[1], "isBlocking", NULL);
  buffer = read_array(argv[1], "buffer", NULL);
  order = read_array(argv[1], "order", &n);
  build();
  puts("ready");
  fflush(stdout);
  char line[4096], path[4000];
  int origin, minutes;
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "run %d %d", &origin, &minutes) == 2) {
      struct timespec from, to;
      clock_gettime(CLOCK_MONOTONIC, &from);
      settle(origin, minutes);
      clock_gettime(CLOCK_MONOTONIC, &to);
      printf("%.6f\n", (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6);
    } else if (sscanf(line, "answer %3999[^\n]", path) == 1) {
      if (write_answer(path)) { perror(path); return 1; }
      puts("written");
    } else return 1;
    fflush(stdout);
  }
  return 0;
}
