import { Button, SegmentedControl } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddWish } from '../features/add/add-panel';
import { nameOfItem } from '../open-map/name-of';
import { useContent, useMayEdit } from '../open-map/use-open-map';
import { AddPanel, Details } from './map-parts';
import './side-panel.css';

export type PanelName = 'ripple' | 'details' | 'add' | 'seen';

export interface SidePanelProps {
  panel: PanelName;
  onPanel: (panel: PanelName) => void;
  /** On a phone the panel is a sheet that can be put away. */
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
  onRemove: (item: ItemReference) => void;
  onConnect: (party: string) => void;
  onWhatIf: (item: ItemReference) => void;
  onSeeFrom: (customer: string) => void;
  /** How many times its name was asked for: each takes the focus. */
  naming: number;
  wish: AddWish;
  /** What an external customer sees, while the map is seen from one. */
  seen: ReactNode;
  /** The ripple panel. */
  children: ReactNode;
}

/** One panel at a time: the ripple, the details of what is chosen, or what is to be added. */
export function SidePanel(props: SidePanelProps) {
  const { onPanel, isOpen, onOpen, selection, onSelect, onRemove, onConnect, onWhatIf, onSeeFrom } = props;
  const { naming, wish, seen, children } = props;
  // Whoever has left the customer's side is back at the ripple.
  const panel = props.panel === 'seen' && !seen ? 'ripple' : props.panel;
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const body = useRef<HTMLDivElement>(null);
  const shownKey = `${panel} ${selection?.type ?? ''} ${selection?.id ?? ''}`;

  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [shownKey]);

  const names: PanelName[] = [
    'ripple',
    'details',
    ...(mayEdit ? (['add'] as const) : []),
    ...(seen ? (['seen'] as const) : []),
  ];
  const detailsLabel = selection?.type === 'party' ? 'party' : selection?.type === 'link' ? 'link' : 'map';
  return (
    <aside className="side-panel no-print" aria-label={t('panel.label')}>
      <div className="side-tabs">
        <SegmentedControl
          aria-label={t('panel.choose')}
          value={panel}
          onChange={onPanel}
          // The one that is chosen already opens a closed sheet, too.
          onClick={() => onOpen(true)}
          data={names.map((value) => ({
            value,
            label: value === 'details' ? t(`panel.details.${detailsLabel}`) : t(`panel.${value}`),
          }))}
        />
        <Button
          variant="subtle"
          size="compact-md"
          className="phone-only"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          {t(isOpen ? 'panel.hide' : 'panel.show')}
        </Button>
      </div>
      <div ref={body} className="side-body" hidden={!isOpen}>
        {panel === 'ripple' && children}
        {panel === 'seen' && seen}
        {panel === 'details' && (
          <>
            <h2 className="visually-hidden">
              {selection
                ? t('panel.detailsOf', { name: nameOfItem(content, selection) })
                : t('panel.details.map')}
            </h2>
            <Details
              key={naming}
              selection={selection}
              onSelect={onSelect}
              onRemove={onRemove}
              onConnect={onConnect}
              onWhatIf={onWhatIf}
              onSeeFrom={onSeeFrom}
              naming={naming > 0}
            />
          </>
        )}
        {panel === 'add' && (
          <>
            <h2 className="visually-hidden">{t('panel.add')}</h2>
            <AddPanel
              key={wish.asked}
              wish={wish}
              onAdded={onSelect}
              onDone={() => {
                onSelect(undefined);
                onPanel('ripple');
              }}
            />
          </>
        )}
      </div>
    </aside>
  );
}
