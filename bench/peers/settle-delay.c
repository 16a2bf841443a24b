/*
 * The settling pass of ripple/src/settle-delay.ts in C: the limit that the engine is measured against. Everyone's
 * lateness is the least fixpoint from zero, in one pass, largest lateness first, groups of alternatives included.
 * Memory is kept between runs; a run cleans what it answers with.
 *
 * settle-delay FOLDER reads arrays of 32-bit integers from the folder (see bench/src/peers/graph-arrays.ts), then
 * lines from standard input: "run ORIGIN MINUTES" is answered by milliseconds, "answer FILE" writes the last answer.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int32_t n, links, members, groups;
static int32_t *provider, *customer, *slack, *switch_time, *group_of, *blocking, *buffer;
/* Links that stand alone, and members of groups, by provider; members by group. */
static int32_t *lane_start, (*lane)[2], *member_start, *member_position;
static int32_t *group_start, *group_member, *group_primary;
/* The queue: one bucket a level, with a bitmap of the buckets that hold anything; places that were left are skipped. */
static int32_t *level, (*entries)[2], queued, *first, *held, highest_made;
static int32_t *unknown, *best;
static uint8_t *is_known;

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
  int32_t *row = malloc(4 * (links + 1));
  for (int32_t e = 0; e < links; e++) row[e] = blocking[e] && group_of[e] < 0 ? provider[e] : -1;
  int32_t *lane_link = rows(n, links, row, &lane_start);
  int32_t lanes = lane_start[n];
  lane = malloc(8 * (lanes + 1));
  for (int32_t k = 0; k < lanes; k++) {
    lane[k][0] = customer[lane_link[k]];
    lane[k][1] = slack[lane_link[k]] + buffer[lane[k][0]];
  }
  for (int32_t e = 0; e < links; e++) if (group_of[e] >= groups) groups = group_of[e] + 1;
  group_member = rows(groups, links, group_of, &group_start);
  members = group_start[groups];
  group_primary = malloc(4 * (groups + 1));
  for (int32_t k = 0; k < members; k++) {
    int32_t e = group_member[k];
    row[k] = provider[e];
    if (switch_time[e] < 0) { group_primary[group_of[e]] = e; switch_time[e] = 0; }
  }
  member_position = rows(n, members, row, &member_start);
  level = malloc(4 * n);
  entries = malloc(8 * (lanes + 2 * members + 2));
  unknown = malloc(4 * (groups + 1));
  best = malloc(4 * (groups + 1));
  is_known = malloc(members + 1);
}

static void put(int32_t item, int32_t at) {
  queued++;
  entries[queued][0] = item;
  entries[queued][1] = first[at];
  first[at] = queued;
  held[at >> 5] |= (int32_t)(1u << (at & 31));
}

static void know(int32_t position, int32_t value) {
  int32_t g = group_of[group_member[position]];
  is_known[position] = 1;
  if (value < best[g]) best[g] = value;
  if (--unknown[g] != 0) return;
  int32_t v = customer[group_primary[g]];
  int32_t reaches = best[g] - buffer[v];
  if (reaches > level[v]) { level[v] = reaches; put(v, reaches); }
}

static void provider_settled(int32_t position, int32_t late) {
  if (is_known[position]) return;
  int32_t e = group_member[position], g = group_of[e];
  int32_t comes = late > slack[e] ? late - slack[e] : 0;
  know(position, switch_time[e] > comes ? switch_time[e] : comes);
  if (e != group_primary[g] || comes == 0) return;
  for (int32_t k = group_start[g]; k < group_start[g + 1]; k++) {
    if (is_known[k]) continue;
    int32_t takes = switch_time[group_member[k]];
    if (takes >= comes) know(k, takes);
    else if (takes > 0) put(n + k, takes);
  }
}

static void settle(int32_t origin, int32_t minutes) {
  if (minutes > highest_made || !first) {
    highest_made = minutes;
    free(first);
    free(held);
    first = calloc(minutes + 1, 4);
    held = calloc((minutes >> 5) + 1, 4);
  }
  memset(level, 0, 4 * n);
  memset(is_known, 0, members);
  for (int32_t g = 0; g < groups; g++) {
    unknown[g] = group_start[g + 1] - group_start[g];
    best[g] = INT32_MAX;
  }
  queued = 0;
  level[origin] = minutes;
  put(origin, minutes);
  for (int32_t word = minutes >> 5; word >= 0;) {
    if (held[word] == 0) { word--; continue; }
    int32_t late = (word << 5) + 31 - __builtin_clz(held[word]);
    int32_t entry = first[late];
    if (entry == 0) { held[word] &= ~(int32_t)(1u << (late & 31)); continue; }
    first[late] = entries[entry][1];
    int32_t item = entries[entry][0];
    if (item >= n) {
      if (!is_known[item - n]) know(item - n, switch_time[group_member[item - n]]);
      continue;
    }
    if (level[item] != late) continue;
    for (int32_t k = lane_start[item]; k < lane_start[item + 1]; k++) {
      int32_t v = lane[k][0], reaches = late - lane[k][1];
      if (reaches > level[v]) { level[v] = reaches; put(v, reaches); }
    }
    for (int32_t k = member_start[item]; k < member_start[item + 1]; k++) {
      provider_settled(member_position[k], late);
    }
  }
}

int main(int argc, char **argv) {
  if (argc != 2) { fprintf(stderr, "settle-delay FOLDER\n"); return 1; }
  provider = read_array(argv[1], "provider", &links);
  customer = read_array(argv[1], "customer", NULL);
  slack = read_array(argv[1], "slack", NULL);
  switch_time = read_array(argv[1], "switchTime", NULL);
  group_of = read_array(argv[1], "group", NULL);
  blocking = read_array(argv[1], "isBlocking", NULL);
  buffer = read_array(argv[1], "buffer", &n);
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
      FILE *file = fopen(path, "wb");
      if (!file || fwrite(level, 4, n, file) != (size_t)n || fclose(file) != 0) { perror(path); return 1; }
      puts("written");
    } else return 1;
    fflush(stdout);
  }
  return 0;
}
