import { workingTimeOf } from '@downstream/graph-schema/duration';
import { parseQuickEntry } from '@downstream/graph-schema/quick-entry';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { handsOverByName } from '../../open-map/hands-over';
import { linksByName } from '../../open-map/links-by-name';
import { linkInWords } from '../../open-map/name-of';
import { contentOfItems, useOpenMapStore } from '../../open-map/use-open-map';
import '../../text/en-add';

/** What came of a line: what is wrong with it, or the last link it made and a sentence about all of them. */
export type Entered = { problem: string } | { link: string; said: string };

/** Puts a line such as `Kitchen > Waiters: plated dishes` on the open map; parties that are there by name are taken. */
export function useQuickEntry(): (line: string) => Entered {
  const { t } = useTranslation();
  const store = useOpenMapStore();
  return useCallback(
    (line) => {
      const { items, edit } = store.getState();
      const content = contentOfItems(items);
      const read = parseQuickEntry(line, workingTimeOf(content.map));
      if ('problem' in read) return read;
      // A chain may begin or end with what is on the map, but a line that adds nothing, or says more of a link that is
      // there, is not what its writer meant.
      const [fresh, there] = [false, true].map((is) =>
        read.links.filter((link) => handsOverByName(content, link) === is),
      );
      const repeated = there!.find(({ slack }) => fresh!.length === 0 || slack !== undefined);
      if (repeated) return { problem: t('add.linkedAlready', { ...repeated }) };
      const { changes, added } = linksByName(content, fresh!, 'team');
      const [flaw] = edit(changes);
      const last = added.at(-1);
      if (flaw) return { problem: t('edit.flaw', { message: flaw.message }) };
      if (!last) return { problem: t('add.chooseBoth') };
      const after = contentOfItems(store.getState().items);
      const what = added.map((link) => linkInWords(after, link)).join('; ');
      return { link: last.id, said: t('add.added', { what }) };
    },
    [store, t],
  );
}
