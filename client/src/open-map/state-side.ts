import type { Change, Fields } from '@downstream/graph-schema/change';
import { statementId, type Side, type Statement } from '@downstream/graph-schema/statement';
import { itemAt, withFields, type Items } from './apply-changes';

/** What one side says about a link now. */
export function statementAt(items: Items, link: string, side: Side): Statement | undefined {
  const item = itemAt(items, { type: 'statement', id: statementId(link, side) });
  return item?.type === 'statement' ? item : undefined;
}

/** One side says something else: begins, changes, or, when nothing is left of it, ends its statement. */
export function stateSide(items: Items, link: string, side: Side, fields: Fields): Change[] {
  const id = statementId(link, side);
  const now = statementAt(items, link, side);
  if (!now) {
    const empty: Statement = { type: 'statement', id, link, side };
    return [{ op: 'put', item: withFields(empty, fields) }];
  }
  const next = withFields(now, fields);
  const says = next.type === 'statement' && (next.text ?? next.slack ?? next.defectPass) !== undefined;
  return says ? [{ op: 'patch', type: 'statement', id, fields }] : [{ op: 'remove', type: 'statement', id }];
}
