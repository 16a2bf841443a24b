import type { View } from './view';

/** Several pictures of one map looked at through one view: moving one of them moves the others. */
export interface SharedView {
  /** `onMoved` is called when another picture was moved; `byHand` where a person did it. */
  join: (onMoved: (view: View, byHand: boolean) => void) => Membership;
}

export interface Membership {
  /** This picture was moved. */
  moved: (view: View, byHand: boolean) => void;
  leave: () => void;
}

export function shareView(): SharedView {
  const members = new Set<(view: View, byHand: boolean) => void>();
  return {
    join: (onMoved) => {
      members.add(onMoved);
      return {
        moved: (view, byHand) => {
          for (const other of members) if (other !== onMoved) other(view, byHand);
        },
        leave: () => members.delete(onMoved),
      };
    },
  };
}
