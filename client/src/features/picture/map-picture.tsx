import { lazy, Suspense } from 'react';
import type { MapPictureProps } from './map-picture-props';
import './picture.css';

// Cytoscape comes with it: the page is there before the picture is.
const ArrangedPicture = lazy(() => import('./arranged-picture'));

/** The map as a picture that can be panned, zoomed, walked by keyboard, edited by hand, and on which a ripple plays. */
export function MapPicture(props: MapPictureProps) {
  return (
    <Suspense fallback={<div className="picture" aria-busy="true" />}>
      <ArrangedPicture {...props} />
    </Suspense>
  );
}
