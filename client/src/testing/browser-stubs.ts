/** What jsdom lacks and Mantine asks for: no media query matches, and nothing changes its size. */
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

Element.prototype.scrollIntoView = () => undefined;
