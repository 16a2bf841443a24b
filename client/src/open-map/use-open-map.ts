import type { MapContent } from '@downstream/graph-schema/map-content';
import { contentOf } from '@downstream/graph-schema/map-content';
import { allows } from '@downstream/graph-schema/principal';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Items } from './apply-changes';
import type { OpenMap, OpenMapStore } from './open-map-store';

const OpenMapContext = createContext<OpenMapStore | undefined>(undefined);
export const OpenMapProvider = OpenMapContext.Provider;

export function useOpenMapStore(): OpenMapStore {
  const store = useContext(OpenMapContext);
  if (!store) throw new Error('Only what is inside an OpenMapProvider can ask for the open map.');
  return store;
}

/** A part of the open map; the component renders again when that part changes. */
export const useOpenMap = <T>(select: (map: OpenMap) => T): T => useStore(useOpenMapStore(), select);

const contents = new WeakMap<Items, MapContent>();

/** The items as content; the same object for the same items, so that what rests on it is not done twice. */
export function contentOfItems(items: Items): MapContent {
  const known = contents.get(items);
  if (known) return known;
  const content = contentOf([...items.values()].map(({ item }) => item));
  contents.set(items, content);
  return content;
}

/** The open map's content as it is shown. */
export const useContent = (): MapContent => contentOfItems(useOpenMap(({ items }) => items));

/** Whether this browser may change the open map. */
export const useMayEdit = (): boolean =>
  useOpenMap(({ role, closed }) => allows(role, 'editor') && closed === undefined);
