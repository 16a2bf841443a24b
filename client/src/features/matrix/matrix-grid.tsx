import { VisuallyHidden } from '@mantine/core';
import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../show/show';
import type { Pair } from './connect-here';
import { LinkCell } from './link-cell';
import { placeAfter, type GridPlace } from './matrix-keys';
import type { Matrix } from './matrix-of';
import { PartyCell } from './party-cell';
import { shownCells, shownRange } from './shown-range';

export interface MatrixGridProps {
  matrix: Matrix;
  content: MapContent;
  selection: ItemReference | undefined;
  show: Show | undefined;
  onSelect: (item: ItemReference) => void;
  /** Absent where the reader may not edit. */
  onConnect?: (pair: Pair) => void;
  onDelete?: (item: ItemReference) => void;
}

/** Pixels. A finger needs 44 of them. */
const onDesk = { cell: { width: 58, height: 34 }, names: { width: 196, height: 150 } };
const onTouch = { cell: { width: 56, height: 44 }, names: { width: 150, height: 130 } };

/** The place in focus, by whose it is: when the order changes, it goes where they go. */
interface Wanted extends GridPlace {
  provider?: string | undefined;
  customer?: string | undefined;
}

function placeOf(wanted: Wanted, rows: readonly Party[], columns: readonly Party[]): GridPlace {
  const along = (id: string | undefined, index: number, parties: readonly Party[]): number => {
    const at = id === undefined ? -1 : parties.findIndex((party) => party.id === id);
    return at >= 0 ? at + 1 : Math.min(index, parties.length);
  };
  return {
    row: along(wanted.provider, wanted.row, rows),
    column: along(wanted.customer, wanted.column, columns),
  };
}

function placeUnder(target: EventTarget): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

/** The grid, of which only what can be seen is drawn. One cell is in the tab order; arrow keys lead to the others. */
export function MatrixGrid(props: MatrixGridProps) {
  const { matrix, content, selection, show, onSelect, onConnect, onDelete } = props;
  const { rows, columns, linksAt } = matrix;
  const { t } = useTranslation();
  const isTouched = useMediaQuery('(pointer: coarse), (max-width: 600px)');
  const { cell, names } = isTouched ? onTouch : onDesk;
  const grid = useRef<HTMLDivElement>(null);
  const { ref: measured, width, height } = useElementSize<HTMLDivElement>();
  const both = useMergedRef(grid, measured);
  const [scrolled, setScrolled] = useState({ left: 0, top: 0 });
  const [wanted, setWanted] = useState<Wanted>({ row: 1, column: 1 });
  const active = placeOf(wanted, rows, columns);
  const want = (at: GridPlace): void =>
    setWanted({ ...at, provider: rows[at.row - 1]?.id, customer: columns[at.column - 1]?.id });
  const follows = useRef(false);
  const stood = useRef(active);
  const help = useId();

  // The focus goes where the keys lead, into view past the names that stay at the edges.
  useLayoutEffect(() => {
    const room = grid.current;
    if (!room) return;
    const hasMoved = stood.current.row !== active.row || stood.current.column !== active.column;
    const isHere = hasMoved && room.contains(document.activeElement);
    stood.current = active;
    if (!follows.current && !isHere) return;
    follows.current = false;
    const into = (start: number, size: number, from: number, roomSize: number): number =>
      start < from ? start : start + size > from + roomSize ? start + size - roomSize : from;
    if (active.row > 0)
      room.scrollTop = into(
        (active.row - 1) * cell.height,
        cell.height,
        room.scrollTop,
        height - names.height,
      );
    if (active.column > 0)
      room.scrollLeft = into(
        (active.column - 1) * cell.width,
        cell.width,
        room.scrollLeft,
        width - names.width,
      );
    room.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const back = (): void => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  const seen = (at: GridPlace): { provider: Party | undefined; customer: Party | undefined } => ({
    provider: rows[at.row - 1],
    customer: columns[at.column - 1],
  });
  const isChosen = (type: 'party' | 'link', id: string): boolean =>
    selection !== undefined && referenceKey(selection) === referenceKey({ type, id });

  const open = (at: GridPlace): void => {
    const { provider, customer } = seen(at);
    const name = at.row === 0 ? customer : at.column === 0 ? provider : undefined;
    if (name) onSelect({ type: 'party', id: name.id });
    if (!provider || !customer) return;
    const links = linksAt(provider.id, customer.id);
    // Several links between the same two are shown one after the other.
    const next = links[(links.findIndex(({ id }) => isChosen('link', id)) + 1) % links.length];
    if (next) onSelect({ type: 'link', id: next.id });
    else if (provider.id !== customer.id) onConnect?.({ provider: provider.id, customer: customer.id, back });
  };
  const remove = (at: GridPlace): void => {
    const { provider, customer } = seen(at);
    const party = at.row === 0 ? customer : at.column === 0 ? provider : undefined;
    const links = provider && customer ? linksAt(provider.id, customer.id) : [];
    const link = links.find(({ id }) => isChosen('link', id)) ?? links[0];
    if (party) onDelete?.({ type: 'party', id: party.id });
    else if (link) onDelete?.({ type: 'link', id: link.id });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const next = placeAfter(event, active, rows.length, columns.length);
    if (next) {
      follows.current = true;
      want(next);
    } else if (event.key === 'Enter' || event.key === ' ') open(active);
    else if (event.key === 'Delete') remove(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shownRows = shownCells(
    shownRange(scrolled.top, height - names.height, cell.height, rows.length),
    active.row - 1,
    rows.length,
  );
  const shownColumns = shownCells(
    shownRange(scrolled.left, width - names.width, cell.width, columns.length),
    active.column - 1,
    columns.length,
  );
  const click = ({ target }: MouseEvent): void => {
    const at = placeUnder(target);
    if (at) open(at);
  };
  const focus = ({ target }: FocusEvent): void => {
    const at = placeUnder(target);
    if (at) want(at);
  };
  const place = (row: number, column: number) => ({
    'aria-colindex': column + 1,
    'data-row': row,
    'data-column': column,
    tabIndex: active.row === row && active.column === column ? 0 : -1,
  });
  const total = { width: names.width + columns.length * cell.width };

  return (
    <>
      <VisuallyHidden id={help}>{t(onConnect ? 'matrix.keys' : 'matrix.keysReadOnly')}</VisuallyHidden>
      <div
        ref={both}
        className="matrix-grid"
        role="grid"
        tabIndex={-1}
        aria-label={t('matrix.name')}
        aria-describedby={help}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={press}
        onClick={click}
        onFocus={focus}
        onScroll={({ currentTarget: { scrollLeft, scrollTop } }) =>
          setScrolled({ left: scrollLeft, top: scrollTop })
        }
      >
        <div
          className="matrix-sheet"
          role="presentation"
          style={{ ...total, height: names.height + rows.length * cell.height }}
        >
          <div
            className="matrix-head"
            role="row"
            aria-rowindex={1}
            style={{ ...total, height: names.height }}
          >
            <div
              className="matrix-corner"
              role="columnheader"
              style={{ width: names.width }}
              {...place(0, 0)}
            >
              {t('matrix.corner')}
            </div>
            {shownColumns.map((index) => (
              <PartyCell
                key={columns[index]!.id}
                party={columns[index]!}
                content={content}
                show={show}
                as="columnheader"
                isChosen={isChosen('party', columns[index]!.id)}
                style={{ left: names.width + index * cell.width, width: cell.width, height: names.height }}
                {...place(0, index + 1)}
              />
            ))}
          </div>
          {shownRows.map((index) => {
            const provider = rows[index]!;
            return (
              <div
                key={provider.id}
                className="matrix-row"
                role="row"
                aria-rowindex={index + 2}
                style={{ ...total, top: names.height + index * cell.height, height: cell.height }}
              >
                <PartyCell
                  party={provider}
                  content={content}
                  show={show}
                  as="rowheader"
                  isChosen={isChosen('party', provider.id)}
                  style={{ width: names.width, height: cell.height }}
                  {...place(index + 1, 0)}
                />
                {shownColumns.map((at) => (
                  <LinkCell
                    key={columns[at]!.id}
                    provider={provider}
                    customer={columns[at]!}
                    links={linksAt(provider.id, columns[at]!.id)}
                    content={content}
                    show={show}
                    mayConnect={onConnect !== undefined}
                    isChosen={linksAt(provider.id, columns[at]!.id).some(({ id }) => isChosen('link', id))}
                    style={{ left: names.width + at * cell.width, width: cell.width, height: cell.height }}
                    {...place(index + 1, at + 1)}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
