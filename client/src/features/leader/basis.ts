import type { MapSettings } from '@downstream/graph-schema/map';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { TFunction } from 'i18next';
import type { MapAtHand } from '../../engine/use-whole-map';
import type { ListName, Method } from '../../engine/whole-map-question';
import { shortDuration } from '../../show/duration';

export interface Basis {
  list: ListName;
  settings: MapSettings;
  disruption: ReferenceDisruption;
  customerName: string | undefined;
  group: string | undefined;
  method: Method | undefined;
  of: MapAtHand | undefined;
}

/** What a list is of, in a few words each: over what, of whom, found how, on which revision. */
export function basisInWords(basis: Basis, t: TFunction): string[] {
  const { list, settings, disruption, customerName, group, method, of } = basis;
  const words: string[] = [t('leader.over.whole')];
  if (list === 'findings') words.push(t('leader.over.structure'));
  else if (list === 'customers') words.push(t('leader.over.anyDelay'));
  else if (disruption.kind === 'defect') words.push(t('leader.over.defect'));
  else words.push(t('leader.over.delay', { late: shortDuration(disruption.minutes, settings) }));
  if (customerName !== undefined) {
    const isHarm = list !== 'findings' && list !== 'customers';
    words.push(t(isHarm ? 'leader.over.customer' : 'leader.over.customerOnly', { name: customerName }));
  }
  if (group !== undefined) words.push(t('leader.over.group', { name: group }));
  if (method) {
    words.push(method.kind === 'exact' ? t('leader.over.exact') : t('leader.over.estimated', { ...method }));
  }
  if (of) {
    const { revision, unsaved: count } = of;
    words.push(
      count === 0 ? t('leader.over.revision', { revision }) : t('leader.over.unsaved', { revision, count }),
    );
  }
  return words;
}
