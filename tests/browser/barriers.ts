import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds that keeps people out, as one line each: the rule, and where. */
export async function barriersOn(page: Page): Promise<string[]> {
  // The page's content security policy keeps inline scripts out; the debugger's door is not one.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}
