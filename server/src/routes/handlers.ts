import type { RouteName } from '@downstream/graph-schema/route-table';
import { advice } from './advice.js';
import { changes } from './changes.js';
import { commit } from './commit.js';
import { createAccess } from './create-access.js';
import { createMap } from './create-map.js';
import { deleteMap } from './delete-map.js';
import { exportMapFile } from './export-map-file.js';
import { exposure } from './exposure.js';
import { findings } from './findings.js';
import { gateways } from './gateways.js';
import type { Handler } from './handler.js';
import { health } from './health.js';
import { importMapFile } from './import-map-file.js';
import { listAccess } from './list-access.js';
import { listMaps } from './list-maps.js';
import { metrics } from './metrics.js';
import { openAccess } from './open-access.js';
import { openApi } from './open-api.js';
import { readMap } from './read-map.js';
import { ready } from './ready.js';
import { revokeAccess } from './revoke-access.js';
import { ripple } from './ripple.js';
import { stream } from './stream.js';
import { tolerance } from './tolerance.js';
import { weakLinks } from './weak-links.js';
import { whoAmI } from './who-am-i.js';

/** Who answers each route of the table; a route without a handler does not compile. */
export const handlers: { [N in RouteName]: Handler<N> } = {
  advice,
  changes,
  commit,
  createAccess,
  createMap,
  deleteMap,
  exportMapFile,
  exposure,
  findings,
  gateways,
  health,
  importMapFile,
  listAccess,
  listMaps,
  metrics,
  openAccess,
  openApi,
  readMap,
  ready,
  revokeAccess,
  ripple,
  stream,
  tolerance,
  weakLinks,
  whoAmI,
};
