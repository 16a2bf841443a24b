import type { MapPictureProps } from './map-picture-props';

/** The map as a picture that can be panned, zoomed, walked by keyboard, edited by hand, and on which a ripple plays. */
export function MapPicture(_props: MapPictureProps) {
  return null;
}
export default MapPicture;
