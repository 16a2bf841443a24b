import type { Page } from 'playwright-core';

/**
 * Every control and heading that reaches out of the page where nothing can be scrolled to it, and every word in one
 * that is broken over two lines; in words.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const mayScroll = (element: Element): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const isWider = around.scrollWidth > around.clientWidth && /auto|scroll/.test(overflowX);
        if (isWider || (around.scrollHeight > around.clientHeight && /auto|scroll/.test(overflowY)))
          return true;
      }
      return false;
    };
    const isBroken = (element: Element): boolean => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { index, 0: word } of text.textContent!.matchAll(/[^\s\-–/]+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) return true;
        }
      }
      return false;
    };
    const all = document.querySelectorAll(
      'button, a[href], select, input, summary, h1, h2, [role=radiogroup] label',
    );
    return [...all].flatMap((element) => {
      // What stands on the map moves with it, and the way past the header comes when it is asked for.
      if (!isShown(element) || element.closest('.skip-link, .picture-paper, .picture-handle')) return [];
      const { left, right, top, width } = element.getBoundingClientRect();
      if (width < 2) return [];
      const name = `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 60)}`;
      const isOutside =
        (left < -0.5 || right > innerWidth + 0.5 || top + scrollY < -0.5) && !mayScroll(element);
      return [
        ...(isOutside ? [`${name} reaches out: ${[left, right, top].map(Math.round).join(' ')}`] : []),
        ...(isBroken(element) ? [`a word is broken in ${name}`] : []),
      ];
    });
  });
}
