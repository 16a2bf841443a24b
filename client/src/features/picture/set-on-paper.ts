import { transformOf, type View } from './view';

/** Smaller changes of zoom than this are not worth a new size of letters. */
const seen = 0.04;

/** Moves what stands on the paper with it; its letters, which keep their size on the page, are set anew now and then. */
export function setOnPaper({ style }: HTMLElement, view: View): void {
  style.transform = transformOf(view);
  const before = Number(style.getPropertyValue('--zoom'));
  if (Math.abs(before / view.zoom - 1) > seen) style.setProperty('--zoom', view.zoom.toFixed(3));
}
