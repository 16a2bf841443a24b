import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../engine/use-ripple';
import { MapPicture } from '../features/picture/map-picture';
import type { MapPictureProps } from '../features/picture/map-picture-props';
import { partyOf } from '../open-map/name-of';
import { isPhone } from './is-phone';
import { loadTracing } from './map-parts';

/** How long, in milliseconds, the mouse rests on a card before words come up beside it. */
const glanceAfter = 260;

interface TracedPictureProps extends MapPictureProps {
  ripple: Ripple | undefined;
}

/**
 * The picture, and while a ripple is on it, how it came to whoever is chosen or pointed at: the chain lit, the words
 * beside the card where there is room for them, and on a spared party what saved it.
 */
export function TracedPicture({ ripple, ...props }: TracedPictureProps) {
  const { content, selection, onSelect, highlighted, emphasis } = props;
  const { t } = useTranslation();
  const tracing = useTracing(ripple !== undefined);
  const [hovered, setHovered] = useState<string>();
  const [rested] = useDebouncedValue(hovered, glanceAfter);
  const [closed, setClosed] = useState<string>();

  const chosen = selection?.type === 'party' && partyOf(content, selection.id) ? selection.id : undefined;
  const glanced = hovered !== chosen && ripple && isTouched(hovered, ripple) ? hovered : undefined;
  if (closed !== undefined && closed !== chosen) setClosed(undefined);

  const party = glanced ?? chosen;
  const traced = useMemo(
    () => (ripple && party !== undefined ? tracing?.tracedTo(party, ripple, content, t) : undefined),
    [tracing, ripple, party, content, t],
  );
  const marked = useMemo(() => {
    if (!traced?.badge || party === undefined) return emphasis;
    return { ...emphasis, badges: new Map([...(emphasis?.badges ?? []), [party, traced.badge]]) };
  }, [emphasis, traced, party]);
  const lit = useMemo(() => [...(highlighted ?? []), ...(traced?.alternatives ?? [])], [highlighted, traced]);

  const isGlance = glanced !== undefined;
  const isAside = isPhone() && props.presenting !== true;
  const isTold = isGlance ? rested === glanced : closed !== chosen && !isOrigin(chosen, ripple);
  return (
    <MapPicture
      {...props}
      traced={party}
      highlighted={lit}
      emphasis={marked}
      onHover={setHovered}
      beside={
        traced && party !== undefined && isTold && !isAside
          ? {
              party,
              isGlance,
              keepClear: traced.keepClear,
              words: traced.words(isGlance ? {} : { onSelect, onClose: () => setClosed(party) }),
            }
          : undefined
      }
    />
  );
}

export interface TraceInPanelProps {
  content: MapContent;
  ripple: Ripple | undefined;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
}

/** The same words in the panel: on a phone no card has room beside it, and words over the picture would hide the hit. */
export function TraceInPanel({ content, ripple, selection, onSelect }: TraceInPanelProps) {
  const { t } = useTranslation();
  const tracing = useTracing(ripple !== undefined);
  const chosen = selection?.type === 'party' && partyOf(content, selection.id) ? selection.id : undefined;
  if (!tracing || !ripple || chosen === undefined || isOrigin(chosen, ripple)) return null;
  return tracing.tracedTo(chosen, ripple, content, t).words({ onSelect });
}

/** Whoever was made late is chosen still, and knows that it begins there. */
const isOrigin = (chosen: string | undefined, ripple: Ripple | undefined): boolean =>
  chosen !== undefined && ripple?.show.beats.get(chosen)?.part === 'origin';

const isTouched = (party: string | undefined, { show }: Ripple): boolean =>
  party !== undefined && (show.beats.has(party) || show.spared.has(party) || show.inconvenienced.has(party));

/** What tells of ripples, once there is one; a load that failed is tried again with the next. */
function useTracing(isWanted: boolean) {
  const [tracing, setTracing] = useState<Awaited<ReturnType<typeof loadTracing>>>();
  useEffect(() => {
    if (isWanted) loadTracing().then(setTracing, () => undefined);
  }, [isWanted]);
  return tracing;
}
