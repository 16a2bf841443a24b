import { useMemo } from 'react';
import { MapMatrix, type MapMatrixProps } from '../features/matrix/map-matrix';
import { chainOrder } from '../features/picture/chain-order';
import { useContent } from '../open-map/use-open-map';

/** The matrix, in the order in which the picture tells the chain. */
export default function Matrix(props: Omit<MapMatrixProps, 'chain'>) {
  const { parties, links } = useContent();
  const chain = useMemo(() => chainOrder(parties, links), [parties, links]);
  return <MapMatrix {...props} chain={chain} />;
}
