/** What jsdom lacks and Mantine asks for: no media query matches, nothing changes its size, and no font comes late. */
Object.defineProperty(globalThis, 'matchMedia', {
  configurable: true,
  value: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});

Object.defineProperty(globalThis, 'ResizeObserver', {
  configurable: true,
  value: class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  },
});

Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });

Element.prototype.scrollIntoView = () => undefined;
