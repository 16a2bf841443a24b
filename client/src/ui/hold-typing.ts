/** Milliseconds after which nobody still types towards a field that has not come. */
const patience = 10_000;

const isTypedInto = (target: Element | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');

/**
 * Keeps what somebody types on the way to a field that is not on the page yet, and writes it there when the field takes
 * the focus: whoever presses a key for a new party and types on loses no letter, however slow the network is, and no
 * letter is taken for the key of something else. Escape, Tab, a press elsewhere or a long wait gives it up.
 */
export function holdTyping(): void {
  let held = '';
  const giveUp = new AbortController();
  const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(patience)]);

  const keep = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      giveUp.abort();
      return;
    }
    if (event.key === 'Backspace') held = held.slice(0, -1);
    else if (event.key === 'Enter') held += '\n';
    else if (event.key.length === 1) held += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // What comes may hand the focus on to another of its fields, or choose the text in it, before it is at rest.
  const give = (): void => {
    setTimeout(() => {
      const field = document.activeElement;
      if (signal.aborted || !isTypedInto(field)) return;
      giveUp.abort();
      write(field, held);
    });
  };
  window.addEventListener('keydown', keep, { capture: true, signal });
  window.addEventListener('pointerdown', () => giveUp.abort(), { capture: true, signal });
  window.addEventListener('focusin', give, { signal });
}

/** Writes line by line. An Enter is heard by the field and, where that lets it through, by its form, as from the key. */
function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const [line = '', ...rest] = text.split('\n');
  if (line !== '') {
    field.setRangeText(line, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (rest.length === 0) return;
  // Between a letter and Enter its owner answers the letter: a search lists what it found, and chooses the first of it.
  setTimeout(() => {
    const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
    if (field.dispatchEvent(new KeyboardEvent('keydown', enter))) field.form?.requestSubmit();
    // Its owner empties the field, or moves the focus, before the next line comes.
    setTimeout(() => {
      if (isTypedInto(document.activeElement)) write(document.activeElement, rest.join('\n'));
    });
  });
}
