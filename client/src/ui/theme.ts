import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** From paper to ink: the sixth is the accent on white, the fourth the accent on dark. */
const accent: MantineColorsTuple = [
  '#eef2fd',
  '#dbe4fb',
  '#b6c8f7',
  '#8fb0ff',
  '#6a8fee',
  '#4672e2',
  '#2f5bd7',
  '#264bb5',
  '#1f3d93',
  '#182f72',
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  defaultRadius: 'md',
  fontFamily: 'Inter, system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  breakpoints: { xs: '30em', sm: '48em', md: '62em', lg: '75em', xl: '88em' },
});
