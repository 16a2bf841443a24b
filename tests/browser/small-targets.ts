import type { Page } from 'playwright-core';

const controls = [
  'button:not(:disabled)',
  'a[href]',
  'select',
  'input',
  'textarea',
  'summary',
  ...['menuitem', 'option', 'slider', 'tab'].map((role) => `[role=${role}]`),
].join(', ');

/**
 * Every control on the page on which less than a fingertip may land, in words. Counted is what answers at its middle
 * and to all four sides of it, so that a padding and the words of a box count too. Where a dialog or a menu is
 * open nothing else can be reached.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ([selector, fingertip]) => {
      const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const onTop = [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')].find(
        isShown,
      );
      return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((control) => {
        const { width } = control.getBoundingClientRect();
        if (!isShown(control) || width < 2 || control.closest('.skip-link')) return [];
        if (onTop && !onTop.contains(control)) return [];
        control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = control.getBoundingClientRect();
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
        const answers = (x: number, y: number): boolean => {
          const at = document.elementFromPoint(x, y);
          return at !== null && [control, ...labels].some((one) => one.contains(at));
        };
        // Under what somebody has opened over it, or out of sight with the paper on which it stands.
        if (!answers(middle.x, middle.y)) return [];
        const isOnMap = control.matches('.picture-handle, .picture-paper *');
        const isMap = (x: number, y: number) => document.elementFromPoint(x, y)?.closest('.picture-stage');
        const sides = [-1, 1].flatMap((sign) => [
          [middle.x + (sign * fingertip) / 2, middle.y] as const,
          [middle.x, middle.y + (sign * fingertip) / 2] as const,
        ]);
        if (isOnMap && sides.some((at) => !answers(...at) && !isMap(...at))) return [];
        const reach = (x: number, y: number): number => {
          let pixels = 0;
          while (pixels < fingertip && answers(middle.x + x * (pixels + 1), middle.y + y * (pixels + 1)))
            pixels += 1;
          return pixels;
        };
        const wide = reach(-1, 0) + reach(1, 0) + 1;
        const high = reach(0, -1) + reach(0, 1) + 1;
        // Where a control begins between two pixels, one of them is lost on either side.
        if (Math.min(wide, high) >= fingertip - 1) return [];
        const name = control.getAttribute('aria-label') ?? control.textContent;
        return [`${control.tagName} ${name.slice(0, 60)}: ${wide} × ${high}`];
      });
    },
    [controls, 44] as const,
  );
}
