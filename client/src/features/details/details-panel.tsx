import type { ItemReference } from '@downstream/graph-schema/item';
import { partyOf } from '../../open-map/name-of';
import { useContent } from '../../open-map/use-open-map';
import { LinkDetails } from './link-details';
import { MapDetails, type MapDetailsProps } from './map-details';
import { PartyDetails } from './party-details';
import '../../text/en-details';

export interface DetailsPanelProps extends MapDetailsProps {
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
  onRemove: (item: ItemReference) => void;
  onConnect: (party: string) => void;
  /** What if a number of this were different? */
  onWhatIf: (item: ItemReference) => void;
  onSeeFrom: (customer: string) => void;
  /** Set when the name, or a link's output, is to be typed at once. */
  naming: boolean;
}

/** The details of what is chosen, to read and to change; of the map itself where nothing is. */
export function DetailsPanel({
  selection,
  onSelect,
  onRemove,
  onConnect,
  onWhatIf,
  onSeeFrom,
  naming,
  ...ofMap
}: DetailsPanelProps) {
  const content = useContent();
  const party = selection?.type === 'party' ? partyOf(content, selection.id) : undefined;
  const link = selection?.type === 'link' ? content.links.find(({ id }) => id === selection.id) : undefined;
  if (party) {
    return (
      <PartyDetails
        key={party.id}
        party={party}
        onSelect={onSelect}
        onRemove={onRemove}
        onConnect={onConnect}
        onWhatIf={onWhatIf}
        onSeeFrom={onSeeFrom}
        naming={naming}
      />
    );
  }
  if (link)
    return (
      <LinkDetails
        key={link.id}
        link={link}
        onSelect={onSelect}
        onRemove={onRemove}
        onWhatIf={onWhatIf}
        naming={naming}
      />
    );
  return <MapDetails {...ofMap} />;
}
