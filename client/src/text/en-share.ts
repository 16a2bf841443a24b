import { addText } from './late-text';

/** The words of features/share. */
export const shareText = {
  title: 'Share this map',
  thisView: 'What you see now',
  thisViewHint:
    'Leads to this map with what is chosen and the ripple that plays, for those who are let in already.',
  viewAddress: 'Address of this view',
  viewQr: 'Code to scan: this view',
  askOwner: 'Owners of this map can let others in.',
  letIn: 'Let others in',
  onlyHere:
    'This server answers only this machine, so links work here alone. Start it with HOST=0.0.0.0 and open this page by the machine’s own address; phones can then scan the code.',
  create: 'Create link',
  createFor: 'Create link: {{role}}',
  made: 'A new link: {{role}}',
  once: 'It is shown only now. Copy it, or let it be scanned.',
  linkAddress: 'Link',
  qr: 'Code to scan: {{role}}',
  onTheWall: 'Fill the screen with it',
  scan: 'Point your phone’s camera here: {{map}}',
  copy: 'Copy',
  copied: 'Copied',
  active: 'Links in use',
  none: 'No link lets anyone in.',
  since: 'since {{since}}',
  revoke: 'Revoke',
  revokeOf: 'Revoke: {{role}}, since {{since}}',
} as const;

addText({ share: shareText });
