import { later } from '../ui/later';
import { drawnToasts } from '../ui/toasts';

// What nobody has asked for yet need not be loaded to see a map.
const addPanel = later(() => import('../features/add/add-panel'));
const details = later(() => import('./details'));
const conflicts = later(() => import('../features/saving/conflicts'));
const search = later(() => import('../features/search/map-search'));
const table = later(() => import('../features/table/map-table'));
const compare = later(() => import('./compare-workspace'));
const matrix = later(() => import('./matrix'));
const guess = later(() => import('./guess-workspace'));
const share = later(() => import('../features/share/share-panel'));
const shortcuts = later(() => import('../features/shortcuts/shortcut-list'));
const seenFromBar = later(() => import('../features/seen-from/seen-from-bar'));
const seenFromPanel = later(() => import('../features/seen-from/seen-from-panel'));
const focusBar = later(() => import('../features/focus/focus-bar'));
const takeAway = later(() => import('./take-away'));
const handOutPage = later(() => import('./hand-out-page'));
/** No component, but words and lights about a ripple; asked for as soon as there is one. */
export const loadTracing = () => import('./tracing');
const leaderPage = later(() => import('./leader-page'));
const more = later(() => import('./more-menu'));
const sampleNotice = later(() => import('./sample-notice'));

export const AddPanel = addPanel.Part;
export const Details = details.Part;
export const Conflicts = conflicts.Part;
export const MapSearch = search.Part;
export const MapTable = table.Part;
export const CompareWorkspace = compare.Part;
export const MapMatrix = matrix.Part;
export const GuessWorkspace = guess.Part;
export const SharePanel = share.Part;
export const ShortcutList = shortcuts.Part;
export const SeenFromBar = seenFromBar.Part;
export const SeenFromPanel = seenFromPanel.Part;
export const FocusBar = focusBar.Part;
export const TakeAway = takeAway.Part;
export const HandOutPage = handOutPage.Part;
export const loadHandOutPage = handOutPage.load;
export const LeaderPage = leaderPage.Part;
export const MoreMenu = more.Part;
export const SampleNotice = sampleNotice.Part;

/** Everything that an open map may need when the network is away, what is needed soonest first. */
export const mapParts = [
  addPanel,
  details,
  search,
  table,
  matrix,
  compare,
  guess,
  share,
  focusBar,
  seenFromBar,
  seenFromPanel,
  { preload: () => void loadTracing().catch(() => undefined) },
  conflicts,
  shortcuts,
  takeAway,
  leaderPage,
  more,
  drawnToasts,
  sampleNotice,
];
