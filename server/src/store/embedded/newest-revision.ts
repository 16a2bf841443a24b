/** The newest revision of the map whose row is at hand, in SQL; null of one that is gone. One step down an index. */
export const newestRevision =
  '(SELECT revision FROM entry WHERE map = map.number ORDER BY revision DESC LIMIT 1)';
