import {
  createTheme,
  defaultVariantColorsResolver,
  SegmentedControl,
  type MantineColorsTuple,
} from '@mantine/core';

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

/** From ink on dark to the darkest ground, in the blue-grey of palette.css. */
const dark: MantineColorsTuple = [
  '#eef1f5',
  '#c9d0d9',
  '#9aa5b3',
  '#7b8796',
  '#4a5562',
  '#323a45',
  '#252b34',
  '#1e232b',
  '#1a1f27',
  '#14171c',
];

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  // In the dark what is filled is light, and so its words are dark; Mantine reckons by the light scheme alone.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-filled)' } : colours;
  },
  luminanceThreshold: 0.4,
  defaultRadius: 'md',
  fontFamily: 'Inter, system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
  headings: { fontWeight: '650' },
  fontWeights: { medium: '500' },
  components: {
    SegmentedControl: SegmentedControl.extend({ defaultProps: { color: 'accent', autoContrast: true } }),
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  breakpoints: { xs: '30em', sm: '48em', md: '62em', lg: '75em', xl: '88em' },
});
