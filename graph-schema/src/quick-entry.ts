import { parseDuration, type WorkingTime } from './duration.js';
import { limits } from './limits.js';

/** One link as typed: who hands what to whom, and how late it may come. */
export interface QuickLink {
  provider: string;
  customer: string;
  output: string;
  /** Minutes. */
  slack?: number;
}

const example = 'Bag loaders > Turnaround: loaded hold';
const arrow = /\s*(?:-+>|=+>|[→⟶➔>])\s*/;
const slackAtEnd = /\(\s*(?:slack\s*:?\s*)?([^()]*?)(?:\s+slack)?\s*\)$/i;

/** Whether this is meant as a quick entry rather than as a name: it has an arrow in it. */
export const hasArrow = (text: string): boolean => arrow.test(text);

/**
 * Reads `Bag loaders > Turnaround: loaded hold (10m slack)`: a provider, an arrow (`>`, `->`, `→`), a customer,
 * and if wanted the output after a colon and the slack in brackets. A chain `A > B > C` is several links; each
 * output belongs to the arrow before it.
 */
export function parseQuickEntry(
  text: string,
  time?: WorkingTime,
): { links: QuickLink[] } | { problem: string } {
  const parts = text.trim().split(arrow);
  if (parts.length < 2)
    return { problem: `Write who hands on, an arrow, and who needs it, as in ${example}.` };
  const steps = parts.map((part, index) => (index === 0 ? { name: part, output: '' } : stepOf(part, time)));
  for (const [index, { name, output }] of steps.entries()) {
    if (name === '') {
      const where = index === 0 ? 'before the first arrow' : `after ${index === 1 ? 'the' : 'an'} arrow`;
      return { problem: `A name is missing ${where}; write one, as in ${example}.` };
    }
    if (name.length > limits.name)
      return { problem: `A name has ${name.length} characters; ${limits.name} are the most.` };
    if (output.length > limits.output) {
      return { problem: `What is handed on has ${output.length} characters; ${limits.output} are the most.` };
    }
    if (name === steps[index - 1]?.name)
      return { problem: `"${name}" cannot be its own customer; write two names.` };
  }
  const links = steps.slice(1).map(({ name, output, slack }: Step, index) => ({
    provider: steps[index]!.name,
    customer: name,
    output,
    ...(slack !== undefined && { slack }),
  }));
  const again = links.find((link, index) => links.slice(0, index).some((earlier) => isSame(earlier, link)));
  if (again)
    return { problem: `"${again.provider}" hands on to "${again.customer}" twice here; write it once.` };
  return { links };
}

/** Whether a reader would take both for one link. */
const isSame = (a: QuickLink, b: QuickLink): boolean =>
  (['provider', 'customer', 'output'] as const).every((key) => a[key].toLowerCase() === b[key].toLowerCase());

interface Step {
  name: string;
  output: string;
  slack?: number;
}

function stepOf(part: string, time: WorkingTime | undefined): Step {
  const bracket = slackAtEnd.exec(part);
  const minutes = bracket ? parseDuration(bracket[1]!, time) : undefined;
  // Brackets that hold no duration are part of what was written.
  const slack = minutes !== undefined && minutes <= limits.minutes ? minutes : undefined;
  const words = slack === undefined ? part : part.slice(0, bracket!.index);
  const colon = words.indexOf(':');
  const name = (colon < 0 ? words : words.slice(0, colon)).trim();
  const output = colon < 0 ? '' : words.slice(colon + 1).trim();
  return { name, output, ...(slack !== undefined && { slack }) };
}
