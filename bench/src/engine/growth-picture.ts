/** A plot with logarithmic scales as SVG: plain lines, told apart by a mark and a label at their ends. */
export interface GrowthLine {
  name: string;
  /** One for each size, in milliseconds. */
  ms: number[];
}

const [width, height] = [860, 520];
const frame = { left: 84, right: 240, top: 40, bottom: 64 };
const labelHeight = 18;
const marks = ['circle', 'square', 'diamond', 'triangle', 'cross'] as const;
const ink = ['#1f5fbf', '#5a6b7a', '#2f7d4f', '#7a3fa0', '#b3541e'];

export function growthPicture(parties: readonly number[], lines: readonly GrowthLine[]): string {
  const all = lines.flatMap(({ ms }) => ms);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...all)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...all)));
  const across = scale(parties[0]!, parties.at(-1)!, frame.left, width - frame.right);
  const up = scale(lowest, highest, height - frame.bottom, frame.top);
  const nLogN = parties.map((n) => n * Math.log(n));
  // It starts where the middle line starts, so that slopes can be compared.
  const middle = lines.map(({ ms }) => ms[0]!).sort((a, b) => a - b)[lines.length >> 1]!;
  const model = nLogN.map((cost) => (cost / nLogN[0]!) * middle);
  const path = (ms: readonly number[]): string =>
    ms.map((value, i) => `${i === 0 ? 'M' : 'L'}${at(across(parties[i]!))} ${at(up(value))}`).join(' ');

  const parts: string[] = [];
  for (let value = lowest; value <= highest; value *= 10) {
    const y = at(up(value));
    parts.push(`<path d="M${frame.left} ${y}H${width - frame.right}" class="grid"/>`);
    parts.push(text(frame.left - 8, Number(y) + 4, `${value.toLocaleString('en')} ms`, 'end'));
  }
  for (const n of parties) {
    const label = n.toLocaleString('en');
    parts.push(text(Number(at(across(n))), height - frame.bottom + 22, label, 'middle'));
  }
  parts.push(text((frame.left + width - frame.right) / 2, height - 14, 'parties, four links each', 'middle'));
  parts.push(`<path d="${path(model)}" class="model"/>`);
  const ends = [
    { name: 'n log n', value: model.at(-1)!, colour: '#666' },
    ...lines.map(({ name, ms }, i) => ({ name, value: ms.at(-1)!, colour: ink[i % ink.length]! })),
  ].sort((a, b) => b.value - a.value);
  lines.forEach(({ ms }, i) => {
    const colour = ink[i % ink.length]!;
    parts.push(`<path d="${path(ms)}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    ms.forEach((value, k) =>
      parts.push(mark(marks[i % marks.length]!, across(parties[k]!), up(value), colour)),
    );
  });
  let lowestFree = -Infinity;
  for (const { name, value, colour } of ends) {
    const y = Math.max(up(value) + 4, lowestFree + labelHeight);
    lowestFree = y;
    parts.push(text(width - frame.right + 14, y, name, 'start', colour));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Milliseconds by size of the map, both on logarithmic scales">
<style>text{font:13px system-ui,sans-serif;fill:#333}.grid{stroke:#ddd;fill:none}.model{stroke:#666;stroke-width:2;stroke-dasharray:6 5;fill:none}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

const scale = (from: number, to: number, low: number, high: number) => (value: number) =>
  low + (Math.log(value / from) / Math.log(to / from)) * (high - low);

const at = (value: number): string => value.toFixed(1);

const text = (x: number, y: number, words: string, anchor: string, colour = '#333'): string =>
  `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" style="fill:${colour}">${words}</text>`;

function mark(shape: (typeof marks)[number], x: number, y: number, colour: string): string {
  const points = {
    square: 'M-4 -4H4V4H-4Z',
    diamond: 'M0 -6L6 0L0 6L-6 0Z',
    triangle: 'M0 -6L6 5H-6Z',
    cross: 'M-5 -5L5 5M5 -5L-5 5',
    circle: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z',
  }[shape];
  return `<path d="${points}" transform="translate(${at(x)} ${at(y)})" fill="${colour}" stroke="${colour}" stroke-width="2"/>`;
}
