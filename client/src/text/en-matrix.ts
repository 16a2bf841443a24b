import { addText } from './late-text';

/** The words of features/matrix. */
export const matrixText = {
  name: 'Who depends on whom: rows provide, columns are their customers',
  corner: 'Provides ↓ · Customer →',
  order: 'Order',
  orders: {
    chain: 'By the chain',
    name: 'By name',
    group: 'By department or site',
    customers: 'Most customers first',
  },
  find: 'Only with …',
  findHint: 'a name, a department or a site',
  size: '{{rows}} × {{columns}}',
  empty: 'Nothing to cross yet: add a team and whom it serves.',
  nobody: 'Nobody here is called that. Clear the field to see everyone.',
  keys: 'Arrow keys move from cell to cell. Enter shows a link, or connects two parties where there is none. Delete removes a link.',
  keysReadOnly: 'Arrow keys move from cell to cell. Enter shows a link.',
  cell: '{{provider}} to {{customer}}: {{what}}',
  none: 'no link',
  connectHere: 'no link yet; Enter connects them',
  itself: 'the same party',
  several_one: '{{count, number}} link',
  several_other: '{{count, number}} links; Enter shows one after the other',
  link: '{{output}}, {{dependence}}, slack {{slack}}',
  dependence: { blocking: 'blocking', helpful: 'only helpful', standby: 'an alternative to switch to' },
  disputed: 'disputed',
  part: {
    causing: 'the ripple comes this way',
    besides: 'the ripple comes this way too',
    stopped: 'the ripple stops here, {{duration}} absorbed',
  },
  connect: '{{provider}} to {{customer}}',
  what: 'What is handed on?',
  add: 'Connect',
  cancel: 'Cancel',
  customersOf_one: '{{count, number}} customer',
  customersOf_other: '{{count, number}} customers',
  key: {
    title: 'Key',
    blocking: 'Depends on it, with its slack',
    helpful: 'Only helpful',
    standby: 'Alternative',
    disputed: 'Disputed',
    causing: 'The ripple passes',
    stopped: 'Absorbed',
  },
} as const;

addText({ matrix: matrixText });
