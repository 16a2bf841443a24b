/** Whom each team serves, counted from itself: the next, so that all hang together, and others far away. */
const steps = [1, 701, 1409, 2203];

/**
 * A map file in which each of so many teams serves four others, round and round: one large tangle of loops, in which a
 * defect has to be estimated link by link, and reaches most of them in most worlds. The teams are "Team 0", "Team 1" and
 * so on.
 */
export function aLargeFile(teams: number): string {
  const name = (number: number) => `Team ${number % teams}`;
  const lines = ['map: Large', 'parties:'];
  for (let team = 0; team < teams; team++) lines.push(`  - {name: ${name(team)}}`);
  lines.push('links:');
  for (let team = 0; team < teams; team++) {
    for (const step of steps) {
      lines.push(`  - {provider: ${name(team)}, customer: ${name(team + step)}, defectPass: 0.5}`);
    }
  }
  return lines.join('\n');
}
