import { Button, Group, NativeSelect, Text, UnstyledButton } from '@mantine/core';
import type { Change } from '@downstream/graph-schema/change';
import { formatDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf, leaveGroup, makePrimary, replaceable, standInFor } from '../../open-map/alternatives';
import { linkInWords, nameOf } from '../../open-map/name-of';
import { useContent, useMayEdit, useOpenMap } from '../../open-map/use-open-map';
import { Part } from '../../ui/part';
import { ItemField } from './item-field';
import { readMinutes, writeMinutes } from '../../open-map/measures';

/** What could be used instead of this link, or what it stands in for. */
export function LinkAlternatives({
  link,
  onSelect,
}: {
  link: Link;
  onSelect: (item: ItemReference) => void;
}) {
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const edit = useOpenMap((map) => map.edit);
  const [problem, setProblem] = useState<string>();
  const time = workingTimeOf(content.map);
  const group = groupOf(link, content.links);
  const make = (changes: Change[]) => setProblem(edit(changes)[0]?.message);

  if (group.length === 0) {
    const others = replaceable(link, content.links);
    return (
      <Part title={t('details.alternatives')}>
        {others.length === 0 || !mayEdit ? (
          <Text size="sm" c="dimmed">
            {t(mayEdit ? 'details.noOtherLink' : 'details.noAlternative')}
          </Text>
        ) : (
          <NativeSelect
            label={t('details.standsInFor')}
            description={t('details.standsInForHint')}
            value=""
            error={problem}
            data={[
              { value: '', label: t('details.nothing') },
              ...others.map((other) => ({ value: other.id, label: linkInWords(content, other) })),
            ]}
            onChange={(event) => {
              const other = others.find(({ id }) => id === event.currentTarget.value);
              if (other) make(standInFor(link, other, content.links));
            }}
          />
        )}
      </Part>
    );
  }

  return (
    <Part title={t('details.alternatives')}>
      <ul className="rows">
        {group.map((member) => (
          <li key={member.id}>
            <UnstyledButton
              className="row-button"
              aria-current={member.id === link.id}
              onClick={() => onSelect({ type: 'link', id: member.id })}
            >
              <span>
                {t('details.outputFrom', { output: member.output, name: nameOf(content, member.provider) })}
              </span>
              <Text span size="sm" c="dimmed">
                {member.switchTime === undefined
                  ? t('details.primary')
                  : t('details.afterSwitch', { time: formatDuration(member.switchTime, time) })}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {link.switchTime !== undefined && (
        <ItemField
          item={{ type: 'link', id: link.id }}
          field="switchTime"
          label={t('details.switchTime')}
          description={t('details.switchTimeHint')}
          text={writeMinutes(link.switchTime, time)}
          read={(text) => {
            const reading = readMinutes(text, time);
            return 'value' in reading ? { value: reading.value ?? 0 } : reading;
          }}
        />
      )}
      {problem !== undefined && (
        <Text size="sm" className="problem" role="alert">
          {problem}
        </Text>
      )}
      {mayEdit && (
        <Group gap="xs">
          {link.switchTime !== undefined && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => make(makePrimary(link, content.links))}
            >
              {t('details.makePrimary')}
            </Button>
          )}
          <Button variant="default" size="compact-sm" onClick={() => make(leaveGroup(link, content.links))}>
            {t('details.leaveGroup')}
          </Button>
        </Group>
      )}
    </Part>
  );
}
