import type { Link } from './link.js';

/**
 * Judges groups of alternatives in a file with mistakes: by what could be read, and not at all where a link that may
 * be one of the group's could not be placed. So no mistake is told twice, and none hides that of another group.
 */
export interface GroupDoubts {
  /**
   * Takes note of a link with mistakes, whose `customer` is undefined where it is not known, and returns the link as
   * its group should be judged by. `isWritten`: whether something stands in a field, readable or not.
   */
  about: (
    link: Link,
    known: { customer: string | undefined },
    isWritten: (field: 'alternativeGroup' | 'switchTime') => boolean,
  ) => Link;
  cover: (link: Link) => boolean;
}

export function groupDoubts(): GroupDoubts {
  const keys = new Set<string>();
  const key = (customer?: string, group?: string) => JSON.stringify([customer ?? null, group ?? null]);
  return {
    about(link, { customer }, isWritten) {
      const { switchTime, alternativeGroup: group } = link;
      if (group === undefined && isWritten('alternativeGroup')) {
        keys.add(key(customer));
        // Its switch time belongs to that group, and is none without one.
        const alone = { ...link };
        delete alone.switchTime;
        return alone;
      }
      if (group !== undefined && customer === undefined) keys.add(key(undefined, group));
      // However long the switch takes, the link is no primary.
      return switchTime === undefined && isWritten('switchTime') ? { ...link, switchTime: 0 } : link;
    },
    cover: ({ customer, alternativeGroup: group }) =>
      group !== undefined && [key(customer), key(undefined, group), key()].some((each) => keys.has(each)),
  };
}
