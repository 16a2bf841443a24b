import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { NewAccessLink } from '@downstream/graph-schema/access';
import { roles, type Role } from '@downstream/graph-schema/principal';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createAccess } from '../../server/create-access';
import { failureInWords } from '../../server/failure-in-words';
import { listAccess } from '../../server/list-access';
import { revokeAccess } from '../../server/revoke-access';
import { WithQueries } from '../../server/with-queries';
import { Part } from '../../ui/part';
import { ProblemNotice } from '../../ui/problem-notice';
import { CodeToScan } from './code-to-scan';
import { CopyField } from './copy-field';
import { FramePart } from './frame-part';
import '../../text/en-share';
import './share-panel.css';

export interface SharePanelProps {
  map: string;
  /** The map's name. */
  name: string;
  role: Role;
  /** The address of what is on the page now, selection and ripple included. */
  view: string;
  shown: boolean;
  onClose: () => void;
}

/** Lets others in: links by role, each shown once with a code to scan, and revoked at will. */
export default function SharePanel({ map, name, role, view, shown, onClose }: SharePanelProps) {
  const { t } = useTranslation();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('app.close') }}
      opened={shown}
      onClose={() => {
        // Escape that ends a code on the whole screen ends no more than that: the link is shown only once.
        if (document.fullscreenElement) void document.exitFullscreen();
        else onClose();
      }}
      title={t('share.title')}
      size="lg"
    >
      <Stack gap="xl">
        <Part title={t('share.thisView')}>
          <Text size="sm" c="dimmed">
            {t('share.thisViewHint')}
          </Text>
          <CopyField label={t('share.viewAddress')} text={view} />
          <details>
            <summary>{t('share.viewQr')}</summary>
            <CodeToScan address={view} map={name} title={t('share.viewQr')} />
          </details>
        </Part>
        {role === 'owner' ? (
          <WithQueries>
            <AccessLinks map={map} name={name} search={new URL(view).search} />
          </WithQueries>
        ) : (
          <Text size="sm" c="dimmed">
            {t('share.askOwner')}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

function AccessLinks({ map, name, search }: { map: string; name: string; search: string }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [made, setMade] = useState<NewAccessLink>();
  const links = useQuery({ queryKey: ['access', map], queryFn: () => listAccess(map) });
  const again = () => queries.invalidateQueries({ queryKey: ['access', map] });
  const create = useMutation({
    mutationFn: (role: Role) => createAccess(map, role),
    onSuccess: async (link) => {
      setMade(link);
      await again();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => revokeAccess(map, id),
    onSuccess: async (_, id) => {
      if (made?.id === id) setMade(undefined);
      await again();
    },
  });
  const failure = create.error ?? revoke.error ?? links.error;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <>
      <Part title={t('share.letIn')}>
        {isOnlyHere(location.hostname) && <ProblemNotice tone="note" sentence={t('share.onlyHere')} />}
        {roles.map((role) => (
          <Group key={role} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={650}>{t(`role.${role}`)}</Text>
              <Text size="sm" c="dimmed">
                {t(`roleHint.${role}`)}
              </Text>
            </div>
            <Button
              variant="default"
              loading={create.isPending && create.variables === role}
              onClick={() => create.mutate(role)}
              aria-label={t('share.createFor', { role: t(`role.${role}`) })}
              style={{ flexShrink: 0 }}
            >
              {t('share.create')}
            </Button>
          </Group>
        ))}
        {failure && <ProblemNotice {...failureInWords(failure)} />}
      </Part>
      {made && <MadeLink link={made} map={name} search={search} />}
      <FramePart map={map} name={name} search={search} onMade={again} />
      <Part title={t('share.active')}>
        {links.data?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('share.none')}
          </Text>
        )}
        <ul className="rows">
          {links.data?.map((link) => {
            const since = day.format(new Date(link.createdAt));
            return (
              <li key={link.id} className="row">
                <span>
                  {t(`role.${link.role}`)}
                  <Text span size="sm" c="dimmed" display="block">
                    {t('share.since', { since })}
                  </Text>
                </span>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  loading={revoke.isPending && revoke.variables === link.id}
                  onClick={() => revoke.mutate(link.id)}
                  aria-label={t('share.revokeOf', { role: t(`role.${link.role}`), since })}
                >
                  {t('share.revoke')}
                </Button>
              </li>
            );
          })}
        </ul>
      </Part>
    </>
  );
}

/** Whether an address leads to nothing but the machine that it is typed on. */
const isOnlyHere = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

function MadeLink({ link, map, search }: { link: NewAccessLink; map: string; search: string }) {
  const { t } = useTranslation();
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    part.current?.scrollIntoView({ block: 'nearest' });
  }, [link.id]);
  // The secret stands after the #, which browsers never send anywhere; the view goes along before it.
  const address = `${location.origin}/open${search}#${encodeURIComponent(link.secret)}`;
  return (
    <div ref={part}>
      <Part title={t('share.made', { role: t(`role.${link.role}`) })}>
        <Text size="sm">{t('share.once')}</Text>
        <CopyField label={t('share.linkAddress')} text={address} />
        <CodeToScan address={address} map={map} title={t('share.qr', { role: t(`role.${link.role}`) })} />
      </Part>
    </div>
  );
}
