import { lazy, Suspense } from 'react';
import { startLayout } from './layout';
import type { MapPictureProps } from './map-picture-props';
import './picture.css';

// It is ready by the time the map and the picture have come.
startLayout();
// Cytoscape comes with it: the page is there before the picture is. It is sent for at once, beside the map itself.
const picture = import('./arranged-picture');
// Whoever shows the picture is told of a failure; until then nobody waits for it.
picture.catch(() => undefined);
const ArrangedPicture = lazy(() => picture);

/** The map as a picture that can be panned, zoomed, walked by keyboard, edited by hand, and on which a ripple plays. */
export function MapPicture(props: MapPictureProps) {
  return (
    <Suspense fallback={<div className="picture" aria-busy="true" />}>
      <ArrangedPicture {...props} />
    </Suspense>
  );
}
