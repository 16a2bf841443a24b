const scheme = 'data-mantine-color-scheme';

/** Paper is white whatever the screen is: while the browser prints, the page has its light colours. */
export function printInLight(): void {
  let onScreen: string | null = null;
  const { documentElement: root } = document;
  window.addEventListener('beforeprint', () => {
    onScreen ??= root.getAttribute(scheme);
    root.setAttribute(scheme, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (onScreen !== null) root.setAttribute(scheme, onScreen);
    onScreen = null;
  });
}
