import { choiceOf, foldedNames, foldEmphasis, shownItem, usualChoice } from './fold-choice';
import { foldGroups, groupsOf } from './fold-groups';
import { foldShow } from './fold-show';
import { FoldedNote } from './folded-note';
import { GroupTitles } from './group-titles';
import { GroupsMenu } from './groups-menu';
import { groundOf } from './paint-regions';
import '../../text/en-groups';

/** All that the picture does with groups: fetched where a map has any, after the map itself is to be seen. */
export const grouping = {
  groupsOf,
  usualChoice,
  foldedNames,
  choiceOf,
  foldGroups,
  foldShow,
  foldEmphasis,
  shownItem,
  groundOf,
  Titles: GroupTitles,
  Menu: GroupsMenu,
  Note: FoldedNote,
};
export type Grouping = typeof grouping;
