import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { limits } from '@downstream/graph-schema/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SaveState } from '../features/saving/save-state';
import { useContent, useMayEdit, useOpenMap } from '../open-map/use-open-map';
import { ColourSchemeToggle } from '../ui/colour-scheme-toggle';
import { EditableTitle } from '../ui/editable-title';
import { LayoutChoice } from './layout-choice';
import './map-header.css';
import { MoreMenu } from './map-parts';
import './page-header.css';
import type { Steps } from './use-stepping';
import type { Layout } from './view';

export interface MapHeaderProps {
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** Of the map, or of what is compared with it. */
  steps: Steps;
  onSearch: () => void;
  onShare: () => void;
  onPresent: () => void;
  onGuess: () => void;
  onSeeFrom: () => void;
  onTakeAway: () => void;
  onShortcuts: () => void;
  onShowConflicts: () => void;
}

/** What is open, whether it is saved, and what can be done with the whole of it. */
export function MapHeader(props: MapHeaderProps) {
  const { layout, onLayout, steps, onSearch, onShare, onShowConflicts } = props;
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const edit = useOpenMap((map) => map.edit);
  const [isMoreWanted, setMoreWanted] = useState(false);

  return (
    <header className="page-header no-print">
      <div className="map-title">
        <Link to="/" className="home-link" aria-label={t('app.toHome')} title={t('app.toHome')}>
          <img src="/favicon.svg" width="26" height="26" alt="" />
        </Link>
        <div className="map-name">
          <EditableTitle
            text={content.map.name}
            label={t('map.nameLabel')}
            editLabel={t('map.rename', { name: content.map.name })}
            readOnly={!mayEdit}
            maxLength={limits.name}
            onCommit={(name) =>
              edit([{ op: 'patch', type: 'map', id: content.map.id, fields: { name } }])[0]?.message
            }
          />
          <Text size="xs" c="dimmed" className="map-size desk-only">
            {t('map.size', {
              parties: t('map.parties', { count: content.parties.length }),
              links: t('map.links', { count: content.links.length }),
            })}
          </Text>
        </div>
      </div>
      <LayoutChoice layout={layout} onLayout={onLayout} />
      <Group gap="xs" wrap="nowrap" className="map-tools">
        {mayEdit ? (
          <>
            <SaveState onShowConflicts={onShowConflicts} />
            <Group gap="xs" wrap="nowrap" className="desk-only">
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('edit.undo')}
                title={t('edit.undoTitle')}
                disabled={!steps.canUndo}
                onClick={steps.undo}
              >
                <Arrow />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('edit.redo')}
                title={t('edit.redoTitle')}
                disabled={!steps.canRedo}
                onClick={steps.redo}
              >
                <Arrow forwards />
              </ActionIcon>
            </Group>
          </>
        ) : (
          <Text size="sm" c="dimmed" className="save-state">
            {t('map.readOnly')}
          </Text>
        )}
        <Button
          variant="default"
          className="desk-only"
          onClick={onSearch}
          rightSection={<kbd className="key">/</kbd>}
        >
          {t('search.button')}
        </Button>
        <Button
          component={Link}
          to={`/maps/${encodeURIComponent(content.map.id)}/weak-links`}
          variant="default"
          className="wide-only"
        >
          {t('map.weakLinks')}
        </Button>
        <Button variant="default" className="desk-only" onClick={onShare}>
          {t('map.share')}
        </Button>
        <span className="desk-only">
          <ColourSchemeToggle toDark={t('app.toDark')} toLight={t('app.toLight')} />
        </span>
        {isMoreWanted ? (
          <MoreMenu {...props} />
        ) : (
          <Button
            variant="default"
            aria-haspopup="menu"
            aria-expanded={false}
            onClick={() => setMoreWanted(true)}
          >
            {t('map.more')}
          </Button>
        )}
      </Group>
    </header>
  );
}

function Arrow({ forwards = false }: { forwards?: boolean }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
      transform={forwards ? 'scale(-1 1)' : ''}
    >
      <path
        d="M6.5 3 2.5 7l4 4M3 7h7.5a4 4 0 0 1 0 8H7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
