import { addText } from './late-text';

/** The words of groups on the picture, and of the free layout. */
export const groupsText = {
  title: 'Groups',
  foldAll: 'Fold all groups',
  unfoldAll: 'Unfold all',
  checked: 'A ticked group is folded to one card. On the picture: tap a folded card, or press G.',
  fold: 'Fold {{group}} to one card',
  foldNamed_one: 'Fold {{group}} to one card ({{count, number}} party)',
  foldNamed_other: 'Fold {{group}} to one card ({{count, number}} parties)',
  parties_one: '{{count, number}} party',
  parties_other: '{{count, number}} parties',
  links_one: '{{count, number}} link',
  links_other: '{{count, number}} links',
  openedFolded_one: '{{parties}} in {{count, number}} folded group, so that all of it can be read.',
  openedFolded_other: '{{parties}} in {{count, number}} folded groups, so that all of it can be read.',
  unfold: 'Unfold',
  inside: '{{name}} is inside {{group}}, which is folded.',
  bundle: '{{links}} from {{provider}} to {{customer}}. Unfold the group to see each.',
  didFold: '{{group}} is folded.',
  didUnfold: '{{group}} is unfolded.',
  arrange: 'Arrange anew',
  arrangeHint: 'Gives up the places that people chose. Undo brings them back.',
} as const;

addText({ groups: groupsText });
