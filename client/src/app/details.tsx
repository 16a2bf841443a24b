import { DetailsPanel, type DetailsPanelProps } from '../features/details/details-panel';
import { WithQueries } from '../server/with-queries';
import { useWholeMap } from './use-whole-map';

type DetailsProps = Omit<DetailsPanelProps, 'onCopy' | 'onDelete'>;

/** The details panel with what can be done to the map as a whole. */
export default function Details(props: DetailsProps) {
  return (
    <WithQueries>
      <WithWholeMap {...props} />
    </WithQueries>
  );
}

function WithWholeMap(props: DetailsProps) {
  const { copy, askToDelete, dialog } = useWholeMap();
  return (
    <>
      <DetailsPanel {...props} onCopy={copy} onDelete={askToDelete} />
      {dialog}
    </>
  );
}
