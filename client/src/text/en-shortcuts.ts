import { addText } from './late-text';

/** The words of features/shortcuts. */
export const shortcutsText = {
  title: 'Keyboard',
  search: 'Search (also Ctrl+K)',
  add: 'Add a party',
  connect: 'Connect the chosen party to a customer',
  rename: 'Rename the chosen party',
  remove: 'Remove what is chosen',
  ripple: 'To the ripple',
  focus: 'Focus: who is upstream and downstream of the chosen party',
  hops: 'In focus: so many hops; 0, or the same again, for all',
  seeFrom: 'Seen from the chosen external customer',
  fold: 'Fold or unfold the group of the chosen party',
  foldAll: 'Fold or unfold all groups',
  move: 'In the free layout: move the chosen card; with Shift a little',
  undo: 'Undo',
  redo: 'Redo',
  unselect: 'End the focus or the view; choose nothing',
  help: 'This list',
  present: 'Present to a room, without panels',
  guess: 'Guess first, then watch, where no party is chosen',
  picture:
    'On the picture: arrow keys walk along links, + and − zoom, 0 shows the whole map, Enter opens what is chosen.',
} as const;

addText({ shortcuts: shortcutsText });
