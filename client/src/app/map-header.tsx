import { ActionIcon, Anchor, Button, Group, Kbd, Menu, SegmentedControl, Text } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { limits } from '@downstream/graph-schema/limits';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SaveState } from '../features/saving/save-state';
import { useContent, useMayEdit, useOpenMap } from '../open-map/use-open-map';
import { ColourSchemeToggle } from '../ui/colour-scheme-toggle';
import { EditableTitle } from '../ui/editable-title';

export type Appearance = 'picture' | 'table';

export interface MapHeaderProps {
  appearance: Appearance;
  onAppearance: (appearance: Appearance) => void;
  onUndo: () => void;
  onRedo: () => void;
  onShare: () => void;
  onShortcuts: () => void;
  onShowConflicts: () => void;
}

/** What is open, whether it is saved, and what can be done with the whole of it. */
export function MapHeader(props: MapHeaderProps) {
  const { appearance, onAppearance, onUndo, onRedo, onShare, onShortcuts, onShowConflicts } = props;
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const edit = useOpenMap((map) => map.edit);
  const canUndo = useOpenMap((map) => map.undoable.length > 0);
  const canRedo = useOpenMap((map) => map.redoable.length > 0);
  const other = appearance === 'picture' ? 'table' : 'picture';

  return (
    <header className="map-header no-print">
      <div className="map-title">
        <Anchor component={Link} to="/" aria-label={t('app.toHome')} title={t('app.toHome')}>
          <img src="/favicon.svg" width="26" height="26" alt="" />
        </Anchor>
        <EditableTitle
          text={content.map.name}
          label={t('details.mapName')}
          editLabel={t('map.rename', { name: content.map.name })}
          readOnly={!mayEdit}
          maxLength={limits.name}
          onCommit={(name) =>
            edit([{ op: 'patch', type: 'map', id: content.map.id, fields: { name } }])[0]?.message
          }
        />
        <Text size="sm" c="dimmed" className="desk-only" style={{ whiteSpace: 'nowrap' }}>
          {t('map.size', {
            parties: t('map.parties', { count: content.parties.length }),
            links: t('map.links', { count: content.links.length }),
          })}
        </Text>
      </div>
      <SegmentedControl
        className="desk-only"
        aria-label={t('map.appearance')}
        value={appearance}
        onChange={(chosen) => onAppearance(chosen)}
        data={[
          { value: 'picture', label: t('map.picture') },
          { value: 'table', label: t('map.table') },
        ]}
      />
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
                disabled={!canUndo}
                onClick={onUndo}
              >
                <Arrow />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('edit.redo')}
                title={t('edit.redoTitle')}
                disabled={!canRedo}
                onClick={onRedo}
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
          onClick={() => spotlight.open()}
          rightSection={<Kbd size="xs">/</Kbd>}
        >
          {t('search.button')}
        </Button>
        <Button variant="default" className="desk-only" onClick={onShare}>
          {t('share.button')}
        </Button>
        <span className="desk-only">
          <ColourSchemeToggle toDark={t('app.toDark')} toLight={t('app.toLight')} />
        </span>
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button variant="default">{t('map.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <div className="phone-only">
              <Menu.Item onClick={() => spotlight.open()}>{t('search.button')}</Menu.Item>
              <Menu.Item onClick={onShare}>{t('share.button')}</Menu.Item>
              <Menu.Item onClick={() => onAppearance(other)}>{t(`map.show.${other}`)}</Menu.Item>
              {mayEdit && (
                <>
                  <Menu.Item disabled={!canUndo} onClick={onUndo}>
                    {t('edit.undo')}
                  </Menu.Item>
                  <Menu.Item disabled={!canRedo} onClick={onRedo}>
                    {t('edit.redo')}
                  </Menu.Item>
                </>
              )}
            </div>
            <Menu.Item onClick={onShortcuts}>{t('shortcuts.title')}</Menu.Item>
            <Menu.Item component="a" href="/api/docs" target="_blank">
              {t('map.api')}
            </Menu.Item>
            <Menu.Item component={Link} to="/">
              {t('app.toHome')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
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
