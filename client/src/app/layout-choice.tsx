import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { startTransition, useOptimistic } from 'react';
import { useTranslation } from 'react-i18next';
import { layouts, type Layout } from './view';

/** Side by side the layouts need about 480 pixels beside the map's name and the tools. */
const roomForAll = '(min-width: 1280px)';
/** On a phone there is no room for the longest of their names. */
const roomForNames = '(min-width: 861px)';

/** How the map is shown: side by side where there is room for all of them, else in the device's own list. */
export function LayoutChoice(props: { layout: Layout; onLayout: (layout: Layout) => void }) {
  const { t } = useTranslation();
  // The choice is seen at once, and the page around it follows when it can.
  const [layout, setLayout] = useOptimistic(props.layout);
  const onLayout = (next: Layout): void =>
    startTransition(() => {
      setLayout(next);
      props.onLayout(next);
    });
  const isRoomy = useMediaQuery(roomForAll, undefined, { getInitialValueInEffect: false });
  const hasNames = useMediaQuery(roomForNames, undefined, { getInitialValueInEffect: false });
  const data = layouts.map((value) => ({
    value,
    label: t(!hasNames && value === 'customers-on-top' ? 'map.customersInShort' : `map.layout.${value}`),
  }));
  if (isRoomy) {
    return (
      <SegmentedControl aria-label={t('map.appearance')} value={layout} onChange={onLayout} data={data} />
    );
  }
  return (
    <NativeSelect
      className="layout-list"
      aria-label={t('map.appearance')}
      value={layout}
      onChange={({ currentTarget }) => {
        const chosen = layouts.find((one) => one === currentTarget.value);
        if (chosen) onLayout(chosen);
      }}
      data={data}
    />
  );
}
