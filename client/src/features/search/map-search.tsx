import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { linkInWords } from '../../open-map/name-of';
import { useContent } from '../../open-map/use-open-map';
import '../../text/en-details';

export interface MapSearchProps {
  onSelect: (item: ItemReference) => void;
  /** Counts the times it was asked for; each opens it. */
  asked: number;
}

/** Finds a party or a link by any word on it; choosing one moves there. */
export default function MapSearch({ onSelect, asked }: MapSearchProps) {
  const { t } = useTranslation();
  const content = useContent();
  const actions = useMemo((): SpotlightActionData[] => {
    const parties = content.parties.map((party) => ({
      id: `party ${party.id}`,
      label: party.name,
      description: party.purpose ?? t(`kind.${party.kind}`),
      keywords: [party.group ?? ''],
      onClick: () => onSelect({ type: 'party', id: party.id }),
    }));
    const links = content.links.map((link) => ({
      id: `link ${link.id}`,
      label: link.output.trim() || t('details.unnamedOutput'),
      description: linkInWords(content, { ...link, output: '' }),
      onClick: () => onSelect({ type: 'link', id: link.id }),
    }));
    return [...parties, ...links];
  }, [content, onSelect, t]);

  useEffect(() => spotlight.open(), [asked]);

  return (
    <Spotlight
      shortcut={null}
      actions={actions}
      limit={12}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('search.nothing')}
      searchProps={{ placeholder: t('search.placeholder'), 'aria-label': t('search.placeholder') }}
    />
  );
}
