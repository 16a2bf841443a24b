import { Button, Kbd, Menu } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMayEdit, useOpenMap } from '../open-map/use-open-map';
import type { MapHeaderProps } from './map-header';
import '../text/en-export';
import '../text/en-shortcuts';

/** What the header has no room for; on a phone that is most of it. Loaded, and open, when it is first asked for. */
export default function MoreMenu(props: MapHeaderProps) {
  const { steps, onSearch, onShare, onShortcuts, onSeeFrom, onPresent, onGuess, onTakeAway } = props;
  const { t } = useTranslation();
  const target = useRef<HTMLButtonElement>(null);
  const mayEdit = useMayEdit();
  const map = useOpenMap((open) => open.map);
  return (
    <Menu
      position="bottom-end"
      width={220}
      defaultOpened
      // The button that was pressed is gone by now; this one stands in its place.
      onClose={() => target.current?.focus()}
    >
      <Menu.Target>
        <Button ref={target} variant="default">
          {t('map.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="phone-only">
          <Menu.Item onClick={onSearch}>{t('search.button')}</Menu.Item>
          <Menu.Item onClick={onShare}>{t('map.share')}</Menu.Item>
          {mayEdit && (
            <>
              <Menu.Item disabled={!steps.canUndo} onClick={steps.undo}>
                {t('edit.undo')}
              </Menu.Item>
              <Menu.Item disabled={!steps.canRedo} onClick={steps.redo}>
                {t('edit.redo')}
              </Menu.Item>
            </>
          )}
        </div>
        <Menu.Item component={Link} to={`/maps/${encodeURIComponent(map)}/weak-links`}>
          {t('map.whereWeBreak')}
        </Menu.Item>
        <Menu.Item onClick={onSeeFrom} rightSection={<Kbd size="xs">V</Kbd>}>
          {t('map.look.menu')}
        </Menu.Item>
        <Menu.Item onClick={onGuess} rightSection={<Kbd size="xs">G</Kbd>}>
          {t('map.guess')}
        </Menu.Item>
        <Menu.Item onClick={onPresent} rightSection={<Kbd size="xs">P</Kbd>}>
          {t('map.present')}
        </Menu.Item>
        <Menu.Item onClick={onTakeAway}>{t('export.menu')}</Menu.Item>
        <Menu.Item onClick={onShortcuts}>{t('shortcuts.title')}</Menu.Item>
        <Menu.Item component="a" href="/api/docs" target="_blank">
          {t('map.api')}
        </Menu.Item>
        <Menu.Item component={Link} to="/">
          {t('app.toHome')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
