import type { ItemReference } from '@downstream/graph-schema/item';
import type { Ripple } from '../engine/use-ripple';
import type { MapPictureProps } from '../features/picture/map-picture-props';
import { useContent, useMayEdit } from '../open-map/use-open-map';
import { insetWith } from './end-presenting';
import { isPhone } from './is-phone';
import { MapMatrix, MapTable } from './map-parts';
import { TracedPicture } from './traced-picture';
import type { Look } from './use-look';
import type { MapEditing } from './use-map-editing';
import type { Panel } from './use-panel';
import { isPicture, type View } from './view';

interface ShownMapProps extends Pick<
  MapPictureProps,
  | 'playhead'
  | 'reduceMotion'
  | 'verdict'
  | 'selection'
  | 'highlighted'
  | 'onSelect'
  | 'onShown'
  | 'folded'
  | 'onFold'
  | 'onArrange'
> {
  view: View;
  ripple: Ripple | undefined;
  look: Look;
  editing: MapEditing;
  panel: Panel;
  /** Chooses an item, and shows all that is known of it. */
  onFind: (item: ItemReference) => void;
  /** Begins a ripple. */
  onRipple: (party: string) => void;
}

/** While a bar lies over the picture, these keys are for it. */
const keysInFocus = ['0', 'Escape'];

/** The map in the layout that the address names: a picture, tables, or everyone against everyone. */
export function ShownMap(props: ShownMapProps) {
  const { view, look, editing, panel, onFind, onRipple, verdict, ...shown } = props;
  const { ripple, selection } = shown;
  const content = useContent();
  const mayEdit = useMayEdit();
  const { isPresenting } = panel;
  if (isPicture(view.layout)) {
    return (
      <TracedPicture
        {...shown}
        content={content}
        emphasis={look.emphasis}
        onHold={look.toggleFocus}
        leftToPage={look.isOn ? keysInFocus : undefined}
        inset={insetWith(look.inset, isPresenting)}
        opensAt={view.seenFrom ?? view.focus?.party}
        show={ripple?.show}
        layout={view.layout}
        presenting={isPresenting}
        verdict={isPhone() ? undefined : verdict}
        {...(mayEdit && {
          editing: {
            onConnect: editing.connect,
            onAddParty: () => panel.add({ what: 'party' }),
            onOpenEdit: onFind,
            onDelete: editing.remove,
          },
        })}
      />
    );
  }
  if (view.layout === 'matrix') {
    return (
      <MapMatrix selection={selection} onSelect={onFind} onDelete={editing.remove} show={ripple?.show} />
    );
  }
  return (
    <MapTable
      selection={selection}
      onSelect={onFind}
      ripple={ripple}
      onRipple={onRipple}
      {...(mayEdit && {
        editing: {
          onRename: editing.rename,
          onConnect: (from) => panel.add({ what: 'link', from }),
          onDelete: editing.remove,
        },
      })}
    />
  );
}
