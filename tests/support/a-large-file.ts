/**
 * A map file in which each of so many teams serves the next four, the last ones the first: one long loop, in which a
 * defect has to be estimated link by link, and reaches nearly everybody in nearly every world. The teams are "Team 0",
 * "Team 1" and so on.
 */
export function aLargeFile(teams: number): string {
  const name = (number: number) => `Team ${number % teams}`;
  const lines = ['map: Large', 'parties:'];
  for (let team = 0; team < teams; team++) lines.push(`  - {name: ${name(team)}}`);
  lines.push('links:');
  for (let team = 0; team < teams; team++) {
    for (let step = 1; step <= 4; step++) {
      lines.push(`  - {provider: ${name(team)}, customer: ${name(team + step)}, defectPass: 0.9}`);
    }
  }
  return lines.join('\n');
}
