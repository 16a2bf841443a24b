// zod's settings, where it looks for them: the page's policy forbids text that becomes code, and to try whether it does is
// reported as a breach. Its schemas try when they are made, before any module of ours could say so.
globalThis.__zod_globalConfig = { jitless: true };

// Before the first paint, so that a dark page never flashes white. The key is Mantine's own.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be closed to this page; the system's scheme then holds.
  }
  if (chosen !== 'light' && chosen !== 'dark') {
    chosen = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
})();
