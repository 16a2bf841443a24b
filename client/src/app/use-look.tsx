import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { notifications } from '@mantine/notifications';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { partyOf } from '../open-map/name-of';
import type { Emphasis } from '../show/emphasis';
import { isPhone } from './is-phone';
import { FocusBar, SeenFromBar, SeenFromPanel } from './map-parts';
import { useCustomerView } from './use-customer-view';
import { useFocus } from './use-focus';
import type { View } from './view';

/** A way to look at the map: in focus, or as an external customer sees it. One at a time; both are in the address. */
export interface Look {
  emphasis: Emphasis | undefined;
  /** Over the upper edge of the map, while there is something to say there. */
  bar: ReactNode;
  /** How much of the picture, in pixels, that bar covers. */
  inset: { top: number } | undefined;
  /** The lists of what an external customer sees. */
  panel: ReactNode;
  /** The address names somebody who is not there. */
  isMissing: boolean;
  isOn: boolean;
  end: () => void;
  /** Chooses an item; another external customer takes over the view. */
  select: (item: ItemReference | undefined) => void;
  toggleFocus: (party: string) => void;
  /** Key F: whatever is chosen, or off. */
  focusOnChosen: () => void;
  digit: (digit: number) => void;
  /** From this customer; without one, from whoever is chosen, else the first; off where it is on already. */
  seeFrom: (customer?: string) => void;
}

const belowBar = { top: 52 };
const belowTallBar = { top: 104 };

/** `onSeen` is told when somebody goes to an external customer's side. */
export function useLook(
  content: MapContent,
  view: View,
  changeView: (change: Partial<View>) => void,
  onSeen: () => void,
): Look {
  const { t } = useTranslation();
  const focus = useFocus(content, view, changeView);
  const { customer, state, emphasis } = useCustomerView(content, view);
  const { selection } = view;
  const chosen = selection?.type === 'party' ? selection.id : undefined;
  // Out of focus one is back where one was: on the customer's side, or before the whole map.
  const from = useRef<string>(undefined);

  const select = (item: ItemReference | undefined): void => {
    const isCustomer = item?.type === 'party' && partyOf(content, item.id)?.kind === 'external-customer';
    changeView(
      customer !== undefined && isCustomer ? { selection: item, seenFrom: item.id } : { selection: item },
    );
  };
  const toggleFocus = (party: string): void => {
    if (!focus.reach) from.current = customer;
    focus.toggle(party, from.current);
  };
  const end = (): void => {
    if (focus.reach) changeView({ focus: undefined, seenFrom: from.current });
    else changeView({ seenFrom: undefined });
  };
  const seeFrom = (asked?: string): void => {
    if (customer !== undefined && asked === undefined) {
      changeView({ seenFrom: undefined });
      return;
    }
    const isCustomer = (id: string | undefined): boolean =>
      id !== undefined && partyOf(content, id)?.kind === 'external-customer';
    const next = [asked, chosen, content.parties.find(({ id }) => isCustomer(id))?.id].find(isCustomer);
    if (next === undefined) {
      notifications.show({ message: t('map.look.noCustomer') });
      return;
    }
    changeView({ seenFrom: next, focus: undefined });
    onSeen();
  };

  const bar = focus.reach ? (
    <FocusBar content={content} reach={focus.reach} onHops={focus.setHops} onSelect={select} onEnd={end} />
  ) : customer !== undefined ? (
    <SeenFromBar content={content} customer={customer} state={state} onEnd={end} />
  ) : undefined;
  return {
    emphasis: focus.emphasis ?? emphasis,
    bar,
    inset: bar === undefined ? undefined : isPhone() ? belowTallBar : belowBar,
    panel: customer !== undefined && (
      <SeenFromPanel
        content={content}
        customer={customer}
        state={state}
        selection={selection}
        onSelect={select}
        onCustomer={(id) => seeFrom(id)}
        onEnd={end}
      />
    ),
    isMissing:
      (view.focus !== undefined && !focus.reach) || (view.seenFrom !== undefined && customer === undefined),
    isOn: bar !== undefined,
    end,
    select,
    toggleFocus,
    focusOnChosen: () => {
      if (chosen !== undefined) toggleFocus(chosen);
      else if (focus.reach) end();
      else notifications.show({ message: t('map.look.chooseFirst') });
    },
    digit: focus.setHops,
    seeFrom,
  };
}
